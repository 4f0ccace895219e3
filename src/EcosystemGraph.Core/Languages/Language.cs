using System.Collections.Immutable;

namespace EcosystemGraph.Core.Languages;

/// <summary>A language in which the service speaks and data have texts; French, the first, where none is asked for.</summary>
public readonly record struct Language
{
    private readonly int _number;

    private Language(int number) => _number = number;

    /// <summary>All, in the order in which they are offered, and in which one stands for another that lacks a text.</summary>
    public static ImmutableArray<Language> All { get; } =
    [.. Enumerable.Range(0, LanguageFiles.Tags.Length).Select(number => new Language(number))];

    /// <summary>The language where none is asked for.</summary>
    public static Language Usual => default;

    /// <summary>Their names, for those who may choose one.</summary>
    public static IEnumerable<string> Names => All.Select(language => language.ToString());

    /// <summary>Its place among all.</summary>
    public int Number => _number;

    /// <summary>Its tag, as HTML, XML, columns of data and the files' names have it: "fr".</summary>
    public string Tag => LanguageFiles.Tags[_number];

    /// <summary>Finds a language by its name or its tag, in capitals or not.</summary>
    public static bool TryFind(string name, out Language language)
    {
        var number = LanguageFiles.Tags.IndexOf(name.ToLowerInvariant());
        language = new Language(Math.Max(number, 0));
        return number >= 0;
    }

    /// <summary>Its name in questions: "FR".</summary>
    public override string ToString() => Tag.ToUpperInvariant();
}

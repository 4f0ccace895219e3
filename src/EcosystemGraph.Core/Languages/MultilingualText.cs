namespace EcosystemGraph.Core.Languages;

/// <summary>A text in each language that has it.</summary>
public readonly struct MultilingualText : IEquatable<MultilingualText>
{
    // By the languages' numbers; null where no language has one.
    private readonly string?[]? _texts;

    /// <summary>Asks for the text in each language; null where there is none.</summary>
    public MultilingualText(Func<Language, string?> textIn)
    {
        string?[]? texts = null;
        foreach (var language in Language.All)
        {
            if (textIn(language) is { } text)
                (texts ??= new string?[Language.All.Length])[language.Number] = text;
        }
        _texts = texts;
    }

    /// <summary>Whether no language has it.</summary>
    public bool IsEmpty => _texts is null;

    /// <summary>The texts, in the order of the languages that have one.</summary>
    public IEnumerable<string> All => _texts?.OfType<string>() ?? [];

    /// <summary>The text in a language itself; null where it has none.</summary>
    public string? this[Language language] => _texts?[language.Number];

    /// <summary>The text in the asked language, else in the first that has one, else null.</summary>
    public string? In(Language language) =>
        _texts is null ? null : _texts[language.Number] ?? Array.Find(_texts, text => text is not null);

    /// <summary>Whether a text fits in any language.</summary>
    public bool Any(Predicate<string> fits) =>
        _texts is not null && Array.Exists(_texts, text => text is not null && fits(text));

    /// <summary>A text that is the same in every language.</summary>
    public static MultilingualText Same(string? text) => new(_ => text);

    /// <summary>The same, where no language lacks a text because another stands for it.</summary>
    public MultilingualText Filled() => new(In);

    /// <inheritdoc/>
    public bool Equals(MultilingualText other) => (_texts ?? []).AsSpan().SequenceEqual(other._texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MultilingualText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => All.Aggregate(0, HashCode.Combine);

    /// <summary>Whether two are the same in every language.</summary>
    public static bool operator ==(MultilingualText left, MultilingualText right) => left.Equals(right);

    /// <summary>Whether two differ in a language.</summary>
    public static bool operator !=(MultilingualText left, MultilingualText right) => !left.Equals(right);
}

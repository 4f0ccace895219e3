using System.Collections.Immutable;

namespace EcosystemGraph.Core.Languages;

/// <summary>
/// A section of the files of languages, one file a language beside this class. What a section holds is said once, by the
/// required properties of <typeparamref name="T"/>: a misspelt key does not compile, and a file that lacks one, or has one too
/// many, is refused. The language is always the one asked for, never the thread's culture.
/// </summary>
/// <typeparam name="T">What the section holds; keys are its properties' names, with a small first letter.</typeparam>
/// <param name="name">The section's key in each file.</param>
public sealed class Section<T>(string name)
    where T : class
{
    private readonly ImmutableArray<T> _languages =
    [
        .. Language.All.Select(language => LanguageFiles.Read<T>(LanguageFiles.Open(language), name)),
    ];

    /// <summary>The section in a language.</summary>
    public T this[Language language] => _languages[language.Number];
}

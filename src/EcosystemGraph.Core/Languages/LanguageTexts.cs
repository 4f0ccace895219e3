namespace EcosystemGraph.Core.Languages;

/// <summary>How a language is called: the section "language" of its file.</summary>
public sealed record LanguageTexts
{
    private static readonly Section<LanguageTexts> All = new("language");

    /// <summary>In itself: "Français".</summary>
    public required string Name { get; init; }

    /// <summary>In English: "French".</summary>
    public required string EnglishName { get; init; }

    /// <summary>How a language is called.</summary>
    public static LanguageTexts In(Language language) => All[language];
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Api.WebPages;

/// <summary>What the page at /figures says, in one language: the section "page" of the files of languages.</summary>
internal sealed record FigureTexts
{
    private static readonly Section<FigureTexts> Sections = new("page");

    /// <summary>In each language, in the order in which they are offered.</summary>
    public static ImmutableArray<FigureTexts> All { get; } =
    [.. Language.All.Select(language => Sections[language] with { Language = language })];

    [JsonIgnore]
    public Language Language { get; private init; }

    /// <summary>How the language is called in itself.</summary>
    [JsonIgnore]
    public string Name => LanguageTexts.In(Language).Name;

    /// <summary>As the attribute lang has it.</summary>
    [JsonIgnore]
    public string Tag => Language.Tag;

    public required string Title { get; init; }
    public required string Tagline { get; init; }
    public required string Skip { get; init; }
    public required string Playground { get; init; }
    public required string LanguageChoice { get; init; }
    public required string Choices { get; init; }
    public required string Everything { get; init; }
    public required string Groupings { get; init; }
    public required string Actors { get; init; }
    public required string Chosen { get; init; }
    public required string Find { get; init; }
    public required Sentence FindMore { get; init; }
    public required string Themes { get; init; }
    public required Sentence ThemesChosen { get; init; }
    public required string ThemesHint { get; init; }
    public required ImmutableDictionary<string, string> LinkChoices { get; init; }
    public required string More { get; init; }
    public required string Show { get; init; }
    public required string Reset { get; init; }
    public required string Figure { get; init; }
    public required Sentence Download { get; init; }
    public required string OtherFormats { get; init; }
    public required string FullSize { get; init; }
    public required string CopyLink { get; init; }
    public required string LinkCopied { get; init; }
    public required string CopyCaption { get; init; }
    public required string CaptionCopied { get; init; }
    public required string CopyRefused { get; init; }
    public required string Redrawn { get; init; }
    public required string NotRedrawn { get; init; }
    public required string Warnings { get; init; }
    public required string NoWarnings { get; init; }
    public required string Caption { get; init; }
    public required string Description { get; init; }
    public required string Files { get; init; }
    public required string FilesHint { get; init; }
    public required string NoFilesOfChange { get; init; }
    public required string AllLinksInstead { get; init; }
    public required Sentence Lone { get; init; }
    public required Sentence WrongChoice { get; init; }
    public required Sentence UnknownBody { get; init; }
    public required Sentence NotFound { get; init; }
    public required Sentence Several { get; init; }
    public required Sentence NoDate { get; init; }
    public required string LaterMissing { get; init; }
    public required string WrongOrder { get; init; }
    public required string Empty { get; init; }
    public required string TooLarge { get; init; }
    public required string TooLong { get; init; }
    public required string Unavailable { get; init; }
    public required string NotMade { get; init; }
    public required string Failed { get; init; }
    public required Sentence ThemeChosen { get; init; }
    public required string DepthNone { get; init; }
    public required string DepthOne { get; init; }
    public required string DepthTwo { get; init; }
    public required Sentence DepthMore { get; init; }

    public static FigureTexts In(Language language) => All[language.Number];

    /// <summary>How many of a list are shown.</summary>
    public string Shown(int shown, int all) => FindMore.With(("shown", Number(shown)), ("all", Number(all)));

    /// <summary>How many themes are chosen.</summary>
    public string Chose(int themes) =>
        (Typography.In(Language).Single.Contains(themes) ? ThemeChosen : ThemesChosen).With(("count", Number(themes)));

    /// <summary>How far a figure goes from where it begins.</summary>
    public string Far(int depth) =>
        depth switch
        {
            0 => DepthNone,
            1 => DepthOne,
            2 => DepthTwo,
            _ => DepthMore.With(("depth", Number(depth))),
        };

    /// <summary>That a text is no date, and how dates are written.</summary>
    public string IsNoDate(string text) => NoDate.With(("text", text), ("forms", DateWords.Forms(Language)));

    /// <summary>How an input is called in this language.</summary>
    public string Label(Input input) => input.TextIn(Language).Label;

    /// <summary>What is said below an input; null where that is nothing.</summary>
    public string? Hint(Input input) => input.TextIn(Language).Hint;

    /// <summary>How a format or a layout is called in this language.</summary>
    public string Label(Variant variant) => variant.TextIn(Language).Label;

    private string Number(int number) => Typography.In(Language).Whole(number);
}

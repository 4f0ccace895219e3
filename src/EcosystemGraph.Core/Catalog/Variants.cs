using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Catalog;

/// <summary>
/// One of what can be chosen from: a format, a layout, a meaning of colours. What it is and how it is called in each face
/// is said once, here.
/// </summary>
/// <param name="Name">Its name in questions, links and commands: FORCE.</param>
/// <param name="Description">What it is, for analysts.</param>
public record Variant(string Name, string Description)
{
    /// <summary>What a question that names it means; null where that is the name.</summary>
    public object? Value { get; init; }

    /// <summary>How a form names it, and what it is good for where the name does not say it; what no file of languages knows is called by its name.</summary>
    public FormText TextIn(Language language) =>
        FormTexts.In(language).Variants.GetValueOrDefault(Name) ?? new FormText { Label = Name };
}

/// <summary>All of a kind of which one is chosen.</summary>
/// <param name="Name">What the schema calls the kind.</param>
/// <param name="Description">What is chosen, for analysts.</param>
/// <param name="All">Each once, in the order in which they are listed.</param>
public sealed record Variants(string Name, string Description, IReadOnlyList<Variant> All)
{
    /// <summary>The languages.</summary>
    public static Variants OfLanguages { get; } =
        new(
            "Language",
            "The language of labels and notes; where a text is missing, another language's is given.",
            [
                .. Language.All.Select(language => new Variant(
                    language.ToString(),
                    LanguageTexts.In(language).EnglishName + "."
                )
                {
                    Value = language,
                }),
            ]
        );
}

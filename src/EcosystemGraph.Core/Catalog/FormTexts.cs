using System.Collections.Immutable;
using EcosystemGraph.Core.Languages;

namespace EcosystemGraph.Core.Catalog;

/// <summary>What forms say of an input or of one of what it chooses from.</summary>
public sealed record FormText
{
    /// <summary>How they name it.</summary>
    public required string Label { get; init; }

    /// <summary>What they say beside or below it; null where the label says it.</summary>
    public string? Hint { get; init; }
}

/// <summary>What forms say: the section "forms" of the files of languages.</summary>
internal sealed record FormTexts
{
    private static readonly Section<FormTexts> All = new("forms");

    /// <summary>Of inputs, by their names; one that is not here is on no form.</summary>
    public required ImmutableDictionary<string, FormText> Inputs { get; init; }

    /// <summary>Of formats, layouts and what else is chosen from, by their names, which no two share.</summary>
    public required ImmutableDictionary<string, FormText> Variants { get; init; }

    public static FormTexts In(Language language) => All[language];
}

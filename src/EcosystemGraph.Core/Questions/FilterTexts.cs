using System.Collections.Immutable;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Questions;

/// <summary>What captions call filters: the section "filters" of the files of languages.</summary>
internal sealed record FilterTexts
{
    private static readonly Section<FilterTexts> Languages = new("filters");

    public required Sentence Absent { get; init; }
    public required Sentence Active { get; init; }
    public required Sentence After { get; init; }
    public required string All { get; init; }
    public required string And { get; init; }
    public required Sentence AtTheEarliest { get; init; }
    public required Sentence AtTheLatest { get; init; }
    public required Sentence Before { get; init; }
    public required string Contains { get; init; }
    public required string EndsWith { get; init; }
    public required string IfActor { get; init; }
    public required string IfGrouping { get; init; }
    public required Sentence Inside { get; init; }
    public required string None { get; init; }
    public required Sentence Not { get; init; }
    public required string Or { get; init; }
    public required Sentence OrNarrower { get; init; }
    public required Sentence Some { get; init; }
    public required string StartsWith { get; init; }
    public required string Text { get; init; }

    /// <summary>What a caption calls fields; the others it calls by their own name.</summary>
    public required ImmutableDictionary<string, string> Fields { get; init; }

    public static FilterTexts In(Language language) => Languages[language];
}

using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Questions;

/// <summary>What captions call a part of the graph: the section "scope" of the files of languages.</summary>
internal sealed record ScopeTexts
{
    private static readonly Section<ScopeTexts> All = new("scope");

    public required string WholeEcosystem { get; init; }
    public required Sentence OneLinkAround { get; init; }
    public required Sentence Around { get; init; }
    public required Sentence Without { get; init; }
    public required string ActorsTied { get; init; }
    public required string GroupingsTied { get; init; }
    public required string MembershipsOnly { get; init; }
    public required string PartnershipsOnly { get; init; }
    public required Sentence SurelyActive { get; init; }
    public required Sentence PossiblyActive { get; init; }
    public required Sentence AnyActive { get; init; }
    public required Sentence Between { get; init; }
    public required string Actors { get; init; }
    public required string Groupings { get; init; }
    public required string Memberships { get; init; }
    public required string Partnerships { get; init; }
    public required string WithoutCategories { get; init; }
    public required string WithoutLone { get; init; }
    public required Sentence SurelyAtOnce { get; init; }
    public required Sentence PossiblyAtOnce { get; init; }
    public required Sentence EvenAfter { get; init; }

    public static ScopeTexts In(Language language) => All[language];
}

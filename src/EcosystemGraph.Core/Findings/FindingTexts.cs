using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Findings;

/// <summary>What findings say: the section "findings" of the files of languages.</summary>
internal sealed record FindingTexts
{
    private static readonly Section<FindingTexts> All = new("findings");

    public required Sentence ContradictoryDates { get; init; }
    public required Sentence DeclaredCount { get; init; }
    public required Sentence Duplicate { get; init; }
    public required Sentence NoPassage { get; init; }
    public required Sentence OutsideGrouping { get; init; }
    public required Sentence PerhapsOneBody { get; init; }
    public required Sentence Period { get; init; }
    public required Sentence SelfLink { get; init; }
    public required Sentence SharedForm { get; init; }
    public required Sentence Status { get; init; }
    public required Sentence UncitedPassage { get; init; }
    public required Sentence UnlinkedBody { get; init; }
    public required Sentence UnnamedMembers { get; init; }
    public required string OpenList { get; init; }
    public required string ClosedList { get; init; }
    public required string UnknownList { get; init; }
    public required Sentence WrongScheme { get; init; }
    public required Sentence Rest { get; init; }
    public required Sentence Passage { get; init; }

    public static FindingTexts In(Language language) => All[language];

    /// <summary>A message in each language.</summary>
    public static MultilingualText Say(Func<FindingTexts, Language, string> message) =>
        new(language => message(All[language], language));
}

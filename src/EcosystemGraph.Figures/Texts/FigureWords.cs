using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Figures.Texts;

/// <summary>What figures say, in one language: the section "figures" of its file. A key that is missing there, or that is none of these, is refused when the file is read.</summary>
internal sealed record FigureWords
{
    private static readonly Section<FigureWords> All = new("figures");

    public required string Actors { get; init; }
    public required string AllConnected { get; init; }
    public required string AroundWhom { get; init; }
    public required string AtTheDate { get; init; }
    public required string Bars { get; init; }
    public required string Category { get; init; }
    public required string CategoryName { get; init; }
    public required string Cells { get; init; }
    public required string Colors { get; init; }
    public required string ColorsOfCommunities { get; init; }
    public required string ColorsOfTerritories { get; init; }
    public required string Data { get; init; }
    public required string Direction { get; init; }
    public required string Empty { get; init; }
    public required string EmptyWiden { get; init; }
    public required string Example { get; init; }
    public required string GroupingInCommon { get; init; }
    public required string Groupings { get; init; }
    public required string HowToRead { get; init; }
    public required string HowToReadBars { get; init; }
    public required string Member { get; init; }
    public required string MemberInCommon { get; init; }
    public required string Members { get; init; }
    public required string Membership { get; init; }
    public required string MembershipsOfGroupings { get; init; }
    public required string NearEachOther { get; init; }
    public required string NoDatedTie { get; init; }
    public required string NoRoomForUndated { get; init; }
    public required string NoTie { get; init; }
    public required string NoTieHasADate { get; init; }
    public required string NoTieShown { get; init; }
    public required string NoTieToShow { get; init; }
    public required string NotShown { get; init; }
    public required string NothingAnswers { get; init; }
    public required string NumberOfTies { get; init; }
    public required string NumbersInCells { get; init; }
    public required string OpenEnd { get; init; }
    public required string OtherKinds { get; init; }
    public required string OtherRole { get; init; }
    public required string OtherTie { get; init; }
    public required string OtherTies { get; init; }
    public required string OutOfReach { get; init; }
    public required string Perhaps { get; init; }
    public required string PointedOut { get; init; }
    public required string Scope { get; init; }
    public required string Signs { get; init; }
    public required string SignsInCells { get; init; }
    public required string Source { get; init; }
    public required string SourceDate { get; init; }
    public required string Sources { get; init; }
    public required string StartsAndEnds { get; init; }
    public required string Status { get; init; }
    public required string Ties { get; init; }
    public required string TooLargeForCommunities { get; init; }
    public required string TooLargeToMeasure { get; init; }
    public required string UndatedTies { get; init; }
    public required string WhatChanged { get; init; }
    public required string WhatChangedInGroupings { get; init; }
    public required string WholeNetwork { get; init; }

    public required Sentence AndLast { get; init; }
    public required Sentence AndMore { get; init; }
    public required Sentence Community { get; init; }
    public required Sentence DataSet { get; init; }
    public required Sentence EndsAt { get; init; }
    public required Sentence FewerColorsAndMarksThanKinds { get; init; }
    public required Sentence FewerColorsThanKinds { get; init; }
    public required Sentence FirstOf { get; init; }
    public required Sentence HardToRead { get; init; }
    public required Sentence HowFarFrom { get; init; }
    public required Sentence HowToReadRings { get; init; }
    public required Sentence InParts { get; init; }
    public required Sentence InTheSource { get; init; }
    public required Sentence LittleRoom { get; init; }
    public required Sentence MostTies { get; init; }
    public required Sentence NetworkOf { get; init; }
    public required Sentence NoRoomForBars { get; init; }
    public required Sentence NoRoomForColumns { get; init; }
    public required Sentence NoRoomForNames { get; init; }
    public required Sentence NoRoomForRows { get; init; }
    public required Sentence NotInTheFont { get; init; }
    public required Sentence NotInThisPart { get; init; }
    public required Sentence NotThen { get; init; }
    public required Sentence OfStatus { get; init; }
    public required Sentence OfWhich { get; init; }
    public required Sentence Since { get; init; }
    public required Sentence Size { get; init; }
    public required Sentence StartsAt { get; init; }
    public required Sentence TooManyCommunities { get; init; }
    public required Sentence TooManyTerritories { get; init; }
    public required Sentence WhatChangedAround { get; init; }
    public required Sentence WithoutATie { get; init; }

    public required Counted ActorsCounted { get; init; }
    public required Counted BarsCounted { get; init; }
    public required Counted Bodies { get; init; }
    public required Counted Columns { get; init; }
    public required Counted GroupingsCounted { get; init; }
    public required Counted GroupingsInCommon { get; init; }
    public required Counted InferredCounted { get; init; }
    public required Counted MembersInCommon { get; init; }
    public required Counted MembershipsCounted { get; init; }
    public required Counted MoreDocuments { get; init; }
    public required Counted OtherTiesCounted { get; init; }
    public required Counted Rows { get; init; }
    public required Counted TiesCounted { get; init; }
    public required Counted UncertainCounted { get; init; }

    /// <summary>What figures say in a language.</summary>
    public static FigureWords In(Language language) => All[language];
}

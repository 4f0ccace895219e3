using System.Collections.Immutable;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages;

/// <summary>The terms the program itself gives a meaning; every data set has them, whether its concepts.csv lists them or not.</summary>
public static class BuiltInConcepts
{
    /// <summary>The kind or type of what has none.</summary>
    public const string Unspecified = "unspecified";

    /// <summary>The link type by which one accompanies another, or a theme's projects.</summary>
    public const string Accompanies = "accompanies";

    /// <summary>The role of a membership that names none.</summary>
    public const string Member = "member";

    /// <summary>Roles at or under this one count in no list of members.</summary>
    public const string NonMember = "non-member";

    /// <summary>A grouping's declared number of members, the respondent included.</summary>
    public const string MemberCount = "member-count";

    /// <summary>A grouping's declared number of members, the respondent not counted.</summary>
    public const string OtherMemberCount = "other-member-count";

    /// <summary>The rows to add where concepts.csv does not have them.</summary>
    internal static readonly ImmutableArray<Concept> Rows =
    [
        Row(Unspecified, ConceptSchemes.ActorKind, texts => texts.Unspecified),
        Row(Accompanies, ConceptSchemes.LinkType, texts => texts.Accompanies),
        Row(Member, ConceptSchemes.Role, texts => texts.Member),
        Row(NonMember, ConceptSchemes.Role, texts => texts.NonMember),
        Row(MemberCount, ConceptSchemes.Measure, texts => texts.MemberCount),
        Row(OtherMemberCount, ConceptSchemes.Measure, texts => texts.OtherMemberCount),
    ];

    private static Concept Row(string id, string scheme, Func<ConceptTexts, string> label) =>
        new(
            id,
            scheme,
            new(language => label(ConceptTexts.In(language))),
            [],
            default,
            false,
            new RowPlace("concepts.csv", 0)
        );

    /// <summary>What people read for them: the section "concepts" of the files of languages.</summary>
    private sealed record ConceptTexts
    {
        private static readonly Section<ConceptTexts> All = new("concepts");

        public required string Unspecified { get; init; }
        public required string Accompanies { get; init; }
        public required string Member { get; init; }
        public required string NonMember { get; init; }
        public required string MemberCount { get; init; }
        public required string OtherMemberCount { get; init; }

        public static ConceptTexts In(Language language) => All[language];
    }
}

/// <summary>The vocabularies a concept may belong to.</summary>
public static class ConceptSchemes
{
    /// <summary>Kinds of actors.</summary>
    public const string ActorKind = "actor-kind";

    /// <summary>Kinds of groupings.</summary>
    public const string GroupingKind = "grouping-kind";

    /// <summary>Roles of an actor in a grouping.</summary>
    public const string Role = "role";

    /// <summary>Types of partnership.</summary>
    public const string LinkType = "link-type";

    /// <summary>Themes.</summary>
    public const string Theme = "theme";

    /// <summary>What a measure counts.</summary>
    public const string Measure = "measure";

    /// <summary>Events at which bodies meet.</summary>
    public const string Occasion = "occasion";

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<string> All =
    [
        ActorKind,
        GroupingKind,
        Role,
        LinkType,
        Theme,
        Measure,
        Occasion,
    ];
}

using System.Collections.Immutable;
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
        Row(Unspecified, ConceptSchemes.ActorKind, "non précisé", "unspecified"),
        Row(Accompanies, ConceptSchemes.LinkType, "accompagne", "accompanies"),
        Row(Member, ConceptSchemes.Role, "membre", "member"),
        Row(NonMember, ConceptSchemes.Role, "non membre", "not a member"),
        Row(MemberCount, ConceptSchemes.Measure, "nombre de membres", "number of members"),
        Row(OtherMemberCount, ConceptSchemes.Measure, "nombre d’autres membres", "number of other members"),
    ];

    private static Concept Row(string id, string scheme, string french, string english) =>
        new(id, scheme, new BilingualText(french, english), [], default, false, new RowPlace("concepts.csv", 0));
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

using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Catalog;

/// <summary>The fields of actors and groupings, and what they have in common.</summary>
internal static class BodyFields
{
    private const string Id = "A readable identifier, which no other record has: \"pes-21\".";
    private const string Name = "The name by which the body is listed.";
    private const string Acronym = "The short form that its source gives beside the long one: \"CRDVA\".";
    private const string Names =
        "Every form under which the sources name the body, the preferred one first; `nameForms` says where each stands.";
    private const string NameForms =
        "The same forms, each with how sure it is that it means this body and the passages in which it stands.";
    private const string Kind =
        "What sort of body it is, as a term of the vocabulary. For all banks: `kind: { under: \"bank\" }`.";
    private const string Territory = "Where the body is, or where it works.";
    private const string AsActor = "The same body as an actor; null where it is only a grouping.";
    private const string AsGrouping = "The same body as a grouping; null where it is only an actor.";
    private const string PartnershipCount = "How many partnership links the body has, at either end.";
    private const string Measures = "The numbers that sources give of the body, such as how many members it has.";
    private const string Denials = "What sources say is not so of the body. A denial is never a link.";
    private const string PartnershipLinks =
        "The body's partnership links; `direction: OUT` for those in which it acts, `IN` for those that it undergoes.";
    private const string Evidence = "The passages that name the body, with the form they use.";

    /// <summary>What every body has, whichever it is.</summary>
    public static IEnumerable<Field> OfEntity() =>
        [
            new TextColumn("id", false, Id) { IsId = true },
            new TextColumn("name", false, Name),
            new TextColumn("acronym", true, Acronym),
            new TextsField("names", Names),
            new ToList("nameForms", () => Records.NameForm, NameForms),
            new ToOne("kind", false, () => Records.Concept, Kind),
            new ToOne("territory", true, () => Records.Territory, Territory),
            new ToOne("actor", true, () => Records.Actor, AsActor),
            new ToOne("grouping", true, () => Records.Grouping, AsGrouping),
            new WholeColumn("partnershipCount", false, PartnershipCount),
            new ToList("measures", () => Records.Measure, Measures),
            new ToList("denials", () => Records.Denial, Denials),
            Partnerships(),
            new EvidenceField(Evidence),
        ];

    public static IEnumerable<Field> OfActor() =>
        [
            new TextColumn("id", false, Id) { IsId = true },
            new TextColumn("name", false, Name),
            new TextColumn("acronym", true, Acronym),
            new TextsField("names", Names),
            new ToList("nameForms", () => Records.NameForm, NameForms),
            new ToOne("kind", false, () => Records.Concept, Kind),
            new FlagColumn(
                "named",
                "False where the source names only a category of bodies, such as \"the chambers of agriculture\"."
            ),
            new ToOne("territory", true, () => Records.Territory, Territory),
            new ToOne("actor", false, () => Records.Actor, "The body itself."),
            new ToOne("grouping", true, () => Records.Grouping, AsGrouping),
            new WholeColumn(
                "groupingCount",
                false,
                "In how many groupings the actor is a member; roles such as host or expert do not count."
            ),
            new WholeColumn("partnershipCount", false, PartnershipCount),
            new ToList("measures", () => Records.Measure, Measures),
            new ToList("denials", () => Records.Denial, Denials),
            new ToPages("memberships", () => Records.Membership, "The actor's places in groupings, whatever the role."),
            new ToPages(
                "groupings",
                () => Records.Grouping,
                "The groupings of which the actor is a member, each once. `membership` keeps those with a membership that fits."
            )
            {
                Through = "membership",
            },
            Partnerships(),
            new CoMembersField(
                "coMembers",
                "With whom the actor shares groupings: the other members of those it is a member of, each once. Ordered by how many they share, most first, then by name. Example: `coMembers(minShared: 2) { nodes { sharedCount actor { name } shared { name } } }`."
            ),
            new EvidenceField(Evidence),
            new TextColumn("nameKey", false, "The folded name as an order key.") { Hidden = true, IsKey = true },
        ];

    public static IEnumerable<Field> OfGrouping() =>
        [
            new TextColumn("id", false, Id) { IsId = true },
            new TextColumn("name", false, Name),
            new TextColumn("acronym", true, Acronym),
            new TextsField("names", Names),
            new ToList("nameForms", () => Records.NameForm, NameForms),
            new ToOne("kind", false, () => Records.Concept, Kind),
            new MultilingualColumn("purpose", true, "What the grouping is for."),
            new ToList("themes", () => Records.Concept, "What the grouping is about."),
            new ToOne("territory", true, () => Records.Territory, Territory),
            new DateColumn("from", "Since when the grouping exists, as precisely as its source says."),
            new DateColumn("to", "Until when the grouping existed."),
            ChoiceColumn.Of<Status>("status", "As the source puts it, at the source's date."),
            ChoiceColumn.Of<Confidence>("confidence", "How sure it is that the grouping exists as described."),
            ChoiceColumn.Of<Openness>(
                "openness",
                "Whether the source's list of the grouping's members is complete. Only where it is CLOSED does it mean something that a body is not among them."
            ),
            new ActivityField(),
            new ToOne("actor", true, () => Records.Actor, AsActor),
            new ToOne("grouping", false, () => Records.Grouping, "The body itself."),
            new WholeColumn("partnershipCount", false, PartnershipCount),
            new ToList("denials", () => Records.Denial, Denials),
            new WholeColumn(
                "declaredMemberCount",
                true,
                "How many members the source declares, the respondent included; null where it declares none."
            ),
            new WholeColumn(
                "namedMemberCount",
                false,
                "How many members are named one by one; categories, planned members and roles such as host or expert do not count."
            ),
            new WholeColumn(
                "memberGap",
                true,
                "How many declared members are not named: declaredMemberCount less namedMemberCount; null where none are declared. `openness` says whether the source means its list to be complete."
            ),
            new ToList("measures", () => Records.Measure, Measures),
            new ToPages(
                "memberships",
                () => Records.Membership,
                "Who is in the grouping, whatever the role: members, operators, hosts, experts…"
            ),
            new ToPages(
                "members",
                () => Records.Actor,
                "The grouping's members, each once, named or categories; roles such as host or expert do not count. `membership` keeps those with a membership that fits."
            )
            {
                Through = "membership",
            },
            new ToPages("partOf", () => Records.Grouping, "The groupings that this one is part of."),
            new ToPages("parts", () => Records.Grouping, "The groupings that are part of this one."),
            Partnerships(),
            new EvidenceField("The passages that describe or name the grouping, with the form they use."),
            new TextColumn("nameKey", false, "The folded name as an order key.") { Hidden = true, IsKey = true },
        ];

    private static ToPages Partnerships()
    {
        static ToPages Links() => new("partnerships", () => Records.Partnership, PartnershipLinks);
        return new ToPages("partnerships", () => Records.Partnership, PartnershipLinks)
        {
            Directed = (Links(), Links()),
        };
    }
}

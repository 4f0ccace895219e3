using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Catalog;

/// <summary>The fields of actors and groupings, and what they have in common.</summary>
internal static class BodyFields
{
    private const string Id = "A readable identifier, which no other record has: \"pes-21\".";
    private const string Name = "The name by which the body is listed.";
    private const string Acronym = "The short form that its source gives beside the long one: \"CRDVA\".";
    private const string Names = "Every form under which the sources name the body, the preferred one first; `nameForms` says where each stands.";
    private const string NameForms = "The same forms, each with how sure it is that it means this body and the passages in which it stands.";
    private const string Kind = "What sort of body it is, as a term of the vocabulary. For all banks: `kind: { under: \"bank\" }`.";
    private const string Territory = "Where the body is, or where it works.";
    private const string AsActor = "The same body as an actor; null where it is only a grouping.";
    private const string AsGrouping = "The same body as a grouping; null where it is only an actor.";
    private const string PartnershipCount = "How many partnership links the body has, at either end.";
    private const string Measures = "The numbers that sources give of the body, such as how many members it has.";
    private const string Denials = "What sources say is not so of the body. A denial is never a link.";
    private const string Partnerships = "The body's partnership links; `direction: OUT` for those in which it acts, `IN` for those that it undergoes.";
    private const string Evidence = "The passages that name the body, with the form they use.";

    /// <summary>What every body has, whichever it is; each is read through the concrete type's field of that name.</summary>
    public static IEnumerable<Field> OfEntity() =>
    [
        new TextColumn("id", false, Id, (graph, row) => graph.EntityId(row)) { IsId = true },
        new TextColumn("name", false, Name, (_, _) => null),
        new TextColumn("acronym", true, Acronym, (_, _) => null),
        new TextsField("names", Names, (_, _) => []),
        new ToList("nameForms", () => Records.NameForm, NameForms, (_, _) => []),
        new ToOne("kind", false, () => Records.Concept, Kind, (_, _) => ResolvedGraph.None),
        new ToOne("territory", true, () => Records.Territory, Territory, (_, _) => ResolvedGraph.None),
        new ToOne("actor", true, () => Records.Actor, AsActor, (_, _) => ResolvedGraph.None),
        new ToOne("grouping", true, () => Records.Grouping, AsGrouping, (_, _) => ResolvedGraph.None),
        new WholeColumn("partnershipCount", false, PartnershipCount, (_, _) => 0),
        new ToList("measures", () => Records.Measure, Measures, (_, _) => []),
        new ToList("denials", () => Records.Denial, Denials, (_, _) => []),
        PartnershipsOf((_, row) => row),
        new EvidenceField(Evidence, (_, _) => []),
    ];

    public static IEnumerable<Field> OfActor() =>
    [
        new TextColumn("id", false, Id, (graph, row) => graph.Actors[row].Id) { IsId = true },
        new TextColumn("name", false, Name, (graph, row) => graph.Actors[row].Name),
        new TextColumn("acronym", true, Acronym, (graph, row) => graph.Actors[row].Acronym ?? SameGrouping(graph, row)?.Acronym),
        new TextsField("names", Names, (graph, row) => graph.Bodies.NamesOf(graph.EntityOfActor(row))),
        new ToList("nameForms", () => Records.NameForm, NameForms, (graph, row) => graph.NameForms.OfEntity.Of(graph.EntityOfActor(row))),
        new ToOne("kind", false, () => Records.Concept, Kind, (graph, row) => graph.Bodies.KindOfActor[row]),
        new FlagColumn("named", "False where the source names only a category of bodies, such as \"the chambers of agriculture\".", (graph, row) => graph.Bodies.IsNamed[row]),
        new ToOne("territory", true, () => Records.Territory, Territory, (graph, row) => graph.Places.OfActor[row]),
        new ToOne("actor", false, () => Records.Actor, "The body itself.", (_, row) => row),
        new ToOne("grouping", true, () => Records.Grouping, AsGrouping, (graph, row) => graph.GroupingOfActor[row]),
        new WholeColumn("groupingCount", false, "In how many groupings the actor is a member; roles such as host or expert do not count.", (graph, row) => graph.Links.GroupingsOfActor.Count(row)),
        new WholeColumn("partnershipCount", false, PartnershipCount, (graph, row) => graph.Links.Partnerships.Count(graph.EntityOfActor(row))),
        new ToList("measures", () => Records.Measure, Measures, (graph, row) => graph.Bodies.Measures.Of(graph.EntityOfActor(row))),
        new ToList("denials", () => Records.Denial, Denials, (graph, row) => graph.Bodies.Denials.Of(graph.EntityOfActor(row))),
        new ToPages("memberships", () => Records.Membership, "The actor's places in groupings, whatever the role.", (graph, row) => graph.Links.MembershipsOfActor.Of(row)),
        new ToPages("groupings", () => Records.Grouping, "The groupings of which the actor is a member, each once. `membership` keeps those with a membership that fits.", (graph, row) => graph.Links.GroupingsOfActor.Of(row))
        {
            Through = new Through("membership", (graph, row) => graph.Links.MembershipsOfActor.Of(row), (graph, membership) => graph.Links.MembershipGrouping[membership]),
        },
        PartnershipsOf((graph, row) => graph.EntityOfActor(row)),
        new CoMembersField("coMembers", "With whom the actor shares groupings: the other members of those it is a member of, each once. Ordered by how many they share, most first, then by name. Example: `coMembers(minShared: 2) { nodes { sharedCount actor { name } shared { name } } }`."),
        new EvidenceField(Evidence, (graph, row) => graph.Bodies.NameEvidence.Of(graph.EntityOfActor(row))),
        new TextColumn("nameKey", false, "The folded name as an order key.", (graph, row) => graph.ActorKeys[row]) { Hidden = true, IsKey = true },
    ];

    public static IEnumerable<Field> OfGrouping() =>
    [
        new TextColumn("id", false, Id, (graph, row) => graph.Groupings[row].Id) { IsId = true },
        new TextColumn("name", false, Name, (graph, row) => graph.Groupings[row].Name),
        new TextColumn("acronym", true, Acronym, (graph, row) => graph.Groupings[row].Acronym ?? SameActor(graph, row)?.Acronym),
        new TextsField("names", Names, (graph, row) => graph.Bodies.NamesOf(EntityRefs.OfGrouping(row))),
        new ToList("nameForms", () => Records.NameForm, NameForms, (graph, row) => graph.NameForms.OfEntity.Of(EntityRefs.OfGrouping(row))),
        new ToOne("kind", false, () => Records.Concept, Kind, (graph, row) => graph.Bodies.KindOfGrouping[row]),
        new BilingualColumn("purpose", true, "What the grouping is for.", (graph, row) => graph.Groupings[row].Purpose),
        new ToList("themes", () => Records.Concept, "What the grouping is about.", (graph, row) => graph.Links.GroupingThemes.Of(row)),
        new ToOne("territory", true, () => Records.Territory, Territory, (graph, row) => graph.Places.OfGrouping[row]),
        new DateColumn("from", "Since when the grouping exists, as precisely as its source says.", (graph, row) => graph.Groupings[row].From),
        new DateColumn("to", "Until when the grouping existed.", (graph, row) => graph.Groupings[row].To),
        ChoiceColumn.Of("status", "As the source puts it, at the source's date.", (graph, row) => graph.Bodies.StatusOfGrouping[row]),
        ChoiceColumn.Of("confidence", "How sure it is that the grouping exists as described.", (graph, row) => graph.Groupings[row].Confidence),
        ChoiceColumn.Of("openness", "Whether the source's list of the grouping's members is complete. Only where it is CLOSED does it mean something that a body is not among them.", (graph, row) => graph.Groupings[row].Openness),
        new ActivityField((graph, row) => graph.Citations.GroupingPeriods[row]),
        new ToOne("actor", true, () => Records.Actor, AsActor, (graph, row) => graph.ActorOfGrouping[row]),
        new ToOne("grouping", false, () => Records.Grouping, "The body itself.", (_, row) => row),
        new WholeColumn("partnershipCount", false, PartnershipCount, (graph, row) => graph.Links.Partnerships.Count(EntityRefs.OfGrouping(row))),
        new ToList("denials", () => Records.Denial, Denials, (graph, row) => graph.Bodies.Denials.Of(EntityRefs.OfGrouping(row))),
        new WholeColumn("declaredMemberCount", true, "How many members the source declares, the respondent included; null where it declares none.", (graph, row) => graph.Bodies.DeclaredMemberCount[row]),
        new WholeColumn("namedMemberCount", false, "How many members are named one by one; categories, planned members and roles such as host or expert do not count.", (graph, row) => graph.Bodies.NamedMemberCount[row]),
        new WholeColumn("memberGap", true, "How many declared members are not named: declaredMemberCount less namedMemberCount; null where none are declared. `openness` says whether the source means its list to be complete.", (graph, row) => graph.Bodies.DeclaredMemberCount[row] - graph.Bodies.NamedMemberCount[row]),
        new ToList("measures", () => Records.Measure, Measures, (graph, row) => graph.Bodies.Measures.Of(EntityRefs.OfGrouping(row))),
        new ToPages("memberships", () => Records.Membership, "Who is in the grouping, whatever the role: members, operators, hosts, experts…", (graph, row) => graph.Links.MembershipsOfGrouping.Of(row)),
        new ToPages("members", () => Records.Actor, "The grouping's members, each once, named or categories; roles such as host or expert do not count. `membership` keeps those with a membership that fits.", (graph, row) => graph.Links.MembersOfGrouping.Of(row))
        {
            Through = new Through("membership", (graph, row) => graph.Links.MembershipsOfGrouping.Of(row), (graph, membership) => graph.Links.MembershipActor[membership]),
        },
        new ToPages("partOf", () => Records.Grouping, "The groupings that this one is part of.", (graph, row) => graph.Links.PartOf.Of(row)),
        new ToPages("parts", () => Records.Grouping, "The groupings that are part of this one.", (graph, row) => graph.Links.Parts.Of(row)),
        PartnershipsOf((_, row) => EntityRefs.OfGrouping(row)),
        new EvidenceField("The passages that describe or name the grouping, with the form they use.", (graph, row) => graph.Bodies.NameEvidence.Of(EntityRefs.OfGrouping(row))),
        new TextColumn("nameKey", false, "The folded name as an order key.", (graph, row) => graph.GroupingKeys[row]) { Hidden = true, IsKey = true },
    ];

    private static ToPages PartnershipsOf(Func<ResolvedGraph, int, int> entity)
    {
        ToPages Links(Func<Links, Adjacency> ties) =>
            new("partnerships", () => Records.Partnership, Partnerships, (graph, row) => ties(graph.Links).Of(entity(graph, row)));
        return new ToPages("partnerships", () => Records.Partnership, Partnerships, (graph, row) => graph.Links.Partnerships.Of(entity(graph, row)))
        {
            Directed = (Links(links => links.PartnershipsOut), Links(links => links.PartnershipsIn)),
        };
    }

    private static Grouping? SameGrouping(ResolvedGraph graph, int actor) =>
        graph.GroupingOfActor[actor] is var grouping and not ResolvedGraph.None ? graph.Groupings[grouping] : null;

    private static Actor? SameActor(ResolvedGraph graph, int grouping) =>
        graph.ActorOfGrouping[grouping] is var actor and not ResolvedGraph.None ? graph.Actors[actor] : null;
}

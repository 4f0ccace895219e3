using EcosystemGraph.Core.Graphs;

namespace EcosystemGraph.Core.Catalog;

/// <summary>The fields of memberships and partnerships, and what they have in common.</summary>
internal static class LinkFields
{
    private const string Id = "A readable identifier of the link.";
    private const string Territory = "Where the link holds, where its source says so.";
    private const string Regularity = "How regularly the two work together, as the source puts it.";
    private const string From = "Since when, as precisely as the source says.";
    private const string To = "Until when.";
    private const string Status = "As the source puts it, at the source's date.";
    private const string Confidence = "How sure the link is: stated by its source, inferred from it, or uncertain.";
    private const string Openness = "Whether the list in which the source names the link is complete. Only where it is CLOSED does it mean something that a body is not in it; a link that stands in no list is UNKNOWN.";
    private const string Note = "What else the source says of the link, in our words.";
    private const string Evidence = "The passages that state the link, with the words that name its other end.";

    /// <summary>What every link has, whichever it is; each is read through the concrete type's field of that name.</summary>
    public static IEnumerable<Field> OfLink() =>
    [
        new TextColumn("id", false, Id, (_, _) => null) { IsId = true },
        new ToOne("source", false, () => Records.Entity, "Who is a member, or acts.", (_, _) => ResolvedGraph.None),
        new ToOne("target", false, () => Records.Entity, "In what, or with, for or towards whom.", (_, _) => ResolvedGraph.None),
        new DateColumn("from", From, (_, _) => null),
        new DateColumn("to", To, (_, _) => null),
        ChoiceColumn.Of("status", Status, (_, _) => Model.Status.UNKNOWN),
        new ActivityField((_, _) => default),
        ChoiceColumn.Of("confidence", Confidence, (_, _) => Model.Confidence.STATED),
        ChoiceColumn.Of("openness", Openness, (_, _) => Model.Openness.UNKNOWN),
        new BilingualColumn("note", true, Note, (_, _) => default),
        new EvidenceField(Evidence, (_, _) => []),
    ];

    public static IEnumerable<Field> OfMembership() =>
    [
        new TextColumn("id", false, Id, (graph, row) => graph.Memberships[row].Id) { IsId = true },
        new ToOne("actor", false, () => Records.Actor, "Who.", (graph, row) => graph.Links.MembershipActor[row]),
        new ToOne("grouping", false, () => Records.Grouping, "In what.", (graph, row) => graph.Links.MembershipGrouping[row]),
        new ToOne("source", false, () => Records.Entity, "The actor.", (graph, row) => graph.EntityOfActor(graph.Links.MembershipActor[row])),
        new ToOne("target", false, () => Records.Entity, "The grouping.", (graph, row) => EntityRefs.OfGrouping(graph.Links.MembershipGrouping[row])),
        new ToOne("role", false, () => Records.Concept, "In which role: member, operator…", (graph, row) => graph.Links.MembershipRole[row]),
        new FlagColumn("isMember", "False for roles such as host, expert or funder, which make nobody a member.", (graph, row) => graph.Links.MembershipCounts[row]),
        new ToOne("territory", true, () => Records.Territory, Territory, (graph, row) => graph.Links.MembershipTerritory[row]),
        ChoiceColumn.Of("regularity", Regularity, (graph, row) => graph.Memberships[row].Regularity),
        new DateColumn("from", From, (graph, row) => graph.Memberships[row].From),
        new DateColumn("to", To, (graph, row) => graph.Memberships[row].To),
        ChoiceColumn.Of("status", Status, (graph, row) => graph.Links.MembershipStatus[row]),
        new ActivityField((graph, row) => graph.Citations.MembershipPeriods[row]),
        ChoiceColumn.Of("confidence", Confidence, (graph, row) => graph.Links.MembershipConfidence[row]),
        ChoiceColumn.Of("openness", Openness, (graph, row) => graph.Memberships[row].Openness),
        new BilingualColumn("note", true, Note, (graph, row) => graph.Memberships[row].Note),
        new EvidenceField(Evidence, (graph, row) => graph.Citations.Memberships.Of(row)),
    ];

    public static IEnumerable<Field> OfPartnership() =>
    [
        new TextColumn("id", false, Id, (graph, row) => graph.Partnerships[row].Id) { IsId = true },
        new ToOne("source", false, () => Records.Entity, "Who acts; of a mutual link, the body that speaks in the source.", (graph, row) => graph.Links.PartnershipSource[row]),
        new ToOne("target", false, () => Records.Entity, "With, for or towards whom.", (graph, row) => graph.Links.PartnershipTarget[row]),
        new ToOne("type", false, () => Records.Concept, "What sort of link it is: collaborates, funds, trains with, accompanies…", (graph, row) => graph.Links.PartnershipType[row]),
        new ToOne("role", true, () => Records.Concept, "In what capacity the body that acts does so, where its source says it: as an expert, an operator… A membership has its own `role`.", (graph, row) => graph.Links.PartnershipRole[row]),
        new FlagColumn("mutual", "Whether the link holds both ways.", (graph, row) => graph.Concepts[graph.Links.PartnershipType[row]].Mutual),
        new ToOne("grouping", true, () => Records.Grouping, "The grouping within which it takes place.", (graph, row) => graph.Links.PartnershipGrouping[row]),
        new ToOne("occasion", true, () => Records.Concept, "At which event it takes place, where its source names one. Whoever was at one: `partnerships(where: { occasion: { id: { eq: \"forum-2017\" } } })`.", (graph, row) => graph.Links.PartnershipOccasion[row]),
        ChoiceColumn.Of("regularity", Regularity, (graph, row) => graph.Links.PartnershipRegularity[row]),
        new ToList("themes", () => Records.Concept, "What the link is about.", (graph, row) => graph.Links.PartnershipThemes.Of(row)),
        new ToOne("territory", true, () => Records.Territory, Territory, (graph, row) => graph.Links.PartnershipTerritory[row]),
        new DateColumn("from", From, (graph, row) => graph.Partnerships[row].From),
        new DateColumn("to", To, (graph, row) => graph.Partnerships[row].To),
        ChoiceColumn.Of("status", Status, (graph, row) => graph.Links.PartnershipStatus[row]),
        new ActivityField((graph, row) => graph.Citations.PartnershipPeriods[row]),
        ChoiceColumn.Of("confidence", Confidence, (graph, row) => graph.Links.PartnershipConfidence[row]),
        ChoiceColumn.Of("openness", Openness, (graph, row) => graph.Partnerships[row].Openness),
        new BilingualColumn("note", true, Note, (graph, row) => graph.Partnerships[row].Note),
        new EvidenceField(Evidence, (graph, row) => graph.Citations.Partnerships.Of(row)),
    ];
}

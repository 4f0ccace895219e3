using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;

namespace EcosystemGraph.Core.Stores.InMemory.Bindings;

/// <summary>How memberships and partnerships are read.</summary>
internal static class LinkBindings
{
    public static RecordBinding Membership() =>
        new RecordBinding(
            Records.Membership,
            graph => graph.Memberships.Length,
            (graph, id) => graph.FindMembership(id)
        )
            .Text("id", (graph, row) => graph.Memberships[row].Id)
            .One("actor", (graph, row) => graph.Links.MembershipActor[row])
            .One("grouping", (graph, row) => graph.Links.MembershipGrouping[row])
            .One("source", (graph, row) => graph.EntityOfActor(graph.Links.MembershipActor[row]))
            .One("target", (graph, row) => EntityRefs.OfGrouping(graph.Links.MembershipGrouping[row]))
            .One("role", (graph, row) => graph.Links.MembershipRole[row])
            .Flag("isMember", (graph, row) => graph.Links.MembershipCounts[row])
            .One("territory", (graph, row) => graph.Links.MembershipTerritory[row])
            .Choice("regularity", (graph, row) => graph.Memberships[row].Regularity)
            .Date("from", (graph, row) => graph.Memberships[row].From)
            .Date("to", (graph, row) => graph.Memberships[row].To)
            .Choice("status", (graph, row) => graph.Links.MembershipStatus[row])
            .Period((graph, row) => graph.Citations.MembershipPeriods[row])
            .Choice("confidence", (graph, row) => graph.Links.MembershipConfidence[row])
            .Choice("openness", (graph, row) => graph.Memberships[row].Openness)
            .Multilingual("note", (graph, row) => graph.Memberships[row].Note)
            .Evidence((graph, row) => graph.Citations.Memberships.Of(row));

    public static RecordBinding Partnership() =>
        new RecordBinding(
            Records.Partnership,
            graph => graph.Partnerships.Length,
            (graph, id) => graph.FindPartnership(id)
        )
            .Text("id", (graph, row) => graph.Partnerships[row].Id)
            .One("source", (graph, row) => graph.Links.PartnershipSource[row])
            .One("target", (graph, row) => graph.Links.PartnershipTarget[row])
            .One("type", (graph, row) => graph.Links.PartnershipType[row])
            .One("role", (graph, row) => graph.Links.PartnershipRole[row])
            .Flag("mutual", (graph, row) => graph.Concepts[graph.Links.PartnershipType[row]].Mutual)
            .One("grouping", (graph, row) => graph.Links.PartnershipGrouping[row])
            .One("occasion", (graph, row) => graph.Links.PartnershipOccasion[row])
            .Choice("regularity", (graph, row) => graph.Links.PartnershipRegularity[row])
            .Rows("themes", (graph, row) => graph.Links.PartnershipThemes.Of(row))
            .One("territory", (graph, row) => graph.Links.PartnershipTerritory[row])
            .Date("from", (graph, row) => graph.Partnerships[row].From)
            .Date("to", (graph, row) => graph.Partnerships[row].To)
            .Choice("status", (graph, row) => graph.Links.PartnershipStatus[row])
            .Period((graph, row) => graph.Citations.PartnershipPeriods[row])
            .Choice("confidence", (graph, row) => graph.Links.PartnershipConfidence[row])
            .Choice("openness", (graph, row) => graph.Partnerships[row].Openness)
            .Multilingual("note", (graph, row) => graph.Partnerships[row].Note)
            .Evidence((graph, row) => graph.Citations.Partnerships.Of(row));
}

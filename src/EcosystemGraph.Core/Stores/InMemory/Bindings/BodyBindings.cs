using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Stores.InMemory.Bindings;

/// <summary>How actors and groupings are read.</summary>
internal static class BodyBindings
{
    public static RecordBinding Actor() =>
        new RecordBinding(Records.Actor, graph => graph.Actors.Length, (graph, id) => graph.FindActor(id))
            .Text("id", (graph, row) => graph.Actors[row].Id)
            .Text("name", (graph, row) => graph.Actors[row].Name)
            .Text("acronym", (graph, row) => graph.Actors[row].Acronym ?? SameGrouping(graph, row)?.Acronym)
            .Texts("names", (graph, row) => graph.Bodies.NamesOf(graph.EntityOfActor(row)))
            .Rows("nameForms", (graph, row) => graph.NameForms.OfEntity.Of(graph.EntityOfActor(row)))
            .One("kind", (graph, row) => graph.Bodies.KindOfActor[row])
            .Flag("named", (graph, row) => graph.Bodies.IsNamed[row])
            .One("territory", (graph, row) => graph.Places.OfActor[row])
            .One("actor", (_, row) => row)
            .One("grouping", (graph, row) => graph.GroupingOfActor[row])
            .Whole("groupingCount", (graph, row) => graph.Links.GroupingsOfActor.Count(row))
            .Whole("partnershipCount", (graph, row) => graph.Links.Partnerships.Count(graph.EntityOfActor(row)))
            .Rows("measures", (graph, row) => graph.Bodies.Measures.Of(graph.EntityOfActor(row)))
            .Rows("denials", (graph, row) => graph.Bodies.Denials.Of(graph.EntityOfActor(row)))
            .Rows("memberships", (graph, row) => graph.Links.MembershipsOfActor.Of(row))
            .Through(
                "groupings",
                (graph, row) => graph.Links.GroupingsOfActor.Of(row),
                (graph, row) => graph.Links.MembershipsOfActor.Of(row),
                (graph, membership) => graph.Links.MembershipGrouping[membership]
            )
            .Directed(
                "partnerships",
                (graph, row) => graph.Links.Partnerships.Of(graph.EntityOfActor(row)),
                (graph, row) => graph.Links.PartnershipsOut.Of(graph.EntityOfActor(row)),
                (graph, row) => graph.Links.PartnershipsIn.Of(graph.EntityOfActor(row))
            )
            .Evidence((graph, row) => graph.Bodies.NameEvidence.Of(graph.EntityOfActor(row)))
            .Text("nameKey", (graph, row) => graph.ActorKeys[row]);

    public static RecordBinding Grouping() =>
        new RecordBinding(Records.Grouping, graph => graph.Groupings.Length, (graph, id) => graph.FindGrouping(id))
            .Text("id", (graph, row) => graph.Groupings[row].Id)
            .Text("name", (graph, row) => graph.Groupings[row].Name)
            .Text("acronym", (graph, row) => graph.Groupings[row].Acronym ?? SameActor(graph, row)?.Acronym)
            .Texts("names", (graph, row) => graph.Bodies.NamesOf(EntityRefs.OfGrouping(row)))
            .Rows("nameForms", (graph, row) => graph.NameForms.OfEntity.Of(EntityRefs.OfGrouping(row)))
            .One("kind", (graph, row) => graph.Bodies.KindOfGrouping[row])
            .Multilingual("purpose", (graph, row) => graph.Groupings[row].Purpose)
            .Rows("themes", (graph, row) => graph.Links.GroupingThemes.Of(row))
            .One("territory", (graph, row) => graph.Places.OfGrouping[row])
            .Date("from", (graph, row) => graph.Groupings[row].From)
            .Date("to", (graph, row) => graph.Groupings[row].To)
            .Choice("status", (graph, row) => graph.Bodies.StatusOfGrouping[row])
            .Choice("confidence", (graph, row) => graph.Groupings[row].Confidence)
            .Choice("openness", (graph, row) => graph.Groupings[row].Openness)
            .Period((graph, row) => graph.Citations.GroupingPeriods[row])
            .One("actor", (graph, row) => graph.ActorOfGrouping[row])
            .One("grouping", (_, row) => row)
            .Whole("partnershipCount", (graph, row) => graph.Links.Partnerships.Count(EntityRefs.OfGrouping(row)))
            .Rows("denials", (graph, row) => graph.Bodies.Denials.Of(EntityRefs.OfGrouping(row)))
            .Whole("declaredMemberCount", (graph, row) => graph.Bodies.DeclaredMemberCount[row])
            .Whole("namedMemberCount", (graph, row) => graph.Bodies.NamedMemberCount[row])
            .Whole(
                "memberGap",
                (graph, row) => graph.Bodies.DeclaredMemberCount[row] - graph.Bodies.NamedMemberCount[row]
            )
            .Rows("measures", (graph, row) => graph.Bodies.Measures.Of(EntityRefs.OfGrouping(row)))
            .Rows("memberships", (graph, row) => graph.Links.MembershipsOfGrouping.Of(row))
            .Through(
                "members",
                (graph, row) => graph.Links.MembersOfGrouping.Of(row),
                (graph, row) => graph.Links.MembershipsOfGrouping.Of(row),
                (graph, membership) => graph.Links.MembershipActor[membership]
            )
            .Rows("partOf", (graph, row) => graph.Links.PartOf.Of(row))
            .Rows("parts", (graph, row) => graph.Links.Parts.Of(row))
            .Directed(
                "partnerships",
                (graph, row) => graph.Links.Partnerships.Of(EntityRefs.OfGrouping(row)),
                (graph, row) => graph.Links.PartnershipsOut.Of(EntityRefs.OfGrouping(row)),
                (graph, row) => graph.Links.PartnershipsIn.Of(EntityRefs.OfGrouping(row))
            )
            .Evidence((graph, row) => graph.Bodies.NameEvidence.Of(EntityRefs.OfGrouping(row)))
            .Text("nameKey", (graph, row) => graph.GroupingKeys[row]);

    private static Grouping? SameGrouping(ResolvedGraph graph, int actor) =>
        graph.GroupingOfActor[actor] is var grouping and not ResolvedGraph.None ? graph.Groupings[grouping] : null;

    private static Actor? SameActor(ResolvedGraph graph, int grouping) =>
        graph.ActorOfGrouping[grouping] is var actor and not ResolvedGraph.None ? graph.Actors[actor] : null;
}

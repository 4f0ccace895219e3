using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Catalog;

/// <summary>The fields of concepts.</summary>
internal static class ConceptFields
{
    public static IEnumerable<Field> All() =>
    [
        new TextColumn("id", false, "A readable identifier: \"agri-rural\".", (graph, row) => graph.Concepts[row].Id) { IsId = true },
        new TextColumn("scheme", false, "The vocabulary it belongs to: actor-kind, grouping-kind, role, link-type, theme, measure or occasion.", (graph, row) => graph.Concepts[row].Scheme),
        new BilingualColumn("label", false, "What people read, in the asked language, else in the other, else the id.", (graph, row) => Label(graph.Concepts[row])),
        new BilingualColumn("definition", true, "What the term means in this data set.", (graph, row) => graph.Concepts[row].Definition),
        new ToOne("broader", true, () => Records.Concept, "The term that includes this one; where there are several, the one that the data name first.", (graph, row) => graph.Vocabulary.FirstBroader[row]),
        new ToList("broaderConcepts", () => Records.Concept, "All terms that include this one, one step up: a public bank may stand under banks and under public bodies. A filter by `under` goes through every one.", (graph, row) => graph.Vocabulary.Broader.Of(row)),
        new ToList("narrower", () => Records.Concept, "The terms that this one includes, one step down: all that name it among their broader ones.", (graph, row) => graph.Vocabulary.Narrower.Of(row)),
        new ToPages("groupings", () => Records.Grouping, "Of a theme: the groupings on it or on a narrower one.", (graph, row) => graph.Links.GroupingsOfTheme.Of(row)),
        new TextColumn("labelKey", false, "The folded French label as an order key.", (graph, row) => OrderKey.Of(FoldedText.Of(graph.Concepts[row].Label.In(Language.FR) ?? graph.Concepts[row].Id))) { Hidden = true, IsKey = true },
    ];

    private static BilingualText Label(Concept concept) => concept.Label.In(Language.FR) is null
        ? new BilingualText(concept.Id, concept.Id)
        : concept.Label;
}

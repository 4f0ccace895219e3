using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Stores.InMemory.Bindings;

/// <summary>How concepts and territories are read.</summary>
internal static class TermBindings
{
    public static RecordBinding Concept() =>
        new RecordBinding(Records.Concept, graph => graph.Concepts.Length, (graph, id) => graph.FindConcept(id))
            .Text("id", (graph, row) => graph.Concepts[row].Id)
            .Text("scheme", (graph, row) => graph.Concepts[row].Scheme)
            .Multilingual("label", (graph, row) => Label(graph.Concepts[row]))
            .Multilingual("definition", (graph, row) => graph.Concepts[row].Definition)
            .One("broader", (graph, row) => graph.Vocabulary.FirstBroader[row])
            .Rows("broaderConcepts", (graph, row) => graph.Vocabulary.Broader.Of(row))
            .Rows("narrower", (graph, row) => graph.Vocabulary.Narrower.Of(row))
            .Rows("groupings", (graph, row) => graph.Links.GroupingsOfTheme.Of(row))
            .Text(
                "labelKey",
                (graph, row) =>
                    OrderKey.Of(FoldedText.Of(graph.Concepts[row].Label.In(Language.Usual) ?? graph.Concepts[row].Id))
            );

    public static RecordBinding Territory() =>
        new RecordBinding(Records.Territory, graph => graph.Territories.Length, (graph, id) => graph.FindTerritory(id))
            .Text("id", (graph, row) => graph.Territories[row].Id)
            .Text("name", (graph, row) => graph.Territories[row].Name)
            .Text("kind", (graph, row) => graph.Territories[row].Kind)
            .One("within", (graph, row) => graph.Places.Within[row])
            .Rows("contains", (graph, row) => graph.Places.Contains.Of(row))
            .Text("nameKey", (graph, row) => OrderKey.Of(FoldedText.Of(graph.Territories[row].Name)));

    private static MultilingualText Label(Concept concept) =>
        concept.Label.IsEmpty ? MultilingualText.Same(concept.Id) : concept.Label;
}

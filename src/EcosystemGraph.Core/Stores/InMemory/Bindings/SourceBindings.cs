using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;

namespace EcosystemGraph.Core.Stores.InMemory.Bindings;

/// <summary>How sources and passages are read.</summary>
internal static class SourceBindings
{
    public static RecordBinding Source() =>
        new RecordBinding(Records.Source, graph => graph.Sources.Length, (graph, id) => graph.FindSource(id))
            .Text("id", (graph, row) => graph.Sources[row].Id)
            .Text("title", (graph, row) => graph.Sources[row].Title)
            .Text("publisher", (graph, row) => graph.Sources[row].Publisher)
            .Date("date", (graph, row) => graph.Sources[row].Date)
            .Choice("dateConfidence", (graph, row) => graph.Sources[row].DateConfidence)
            .Choice("language", (graph, row) => graph.Sources[row].Language)
            .One(
                "respondent",
                (graph, row) =>
                    graph.Sources[row].Respondent is { } id ? graph.EntityRow(id).Number : ResolvedGraph.None
            )
            .Text("sha256", (graph, row) => graph.Sources[row].Sha256)
            .Rows("passages", (graph, row) => graph.Citations.PassagesOfSource.Of(row));

    public static RecordBinding Passage() =>
        new RecordBinding(Records.Passage, graph => graph.Passages.Length, (graph, id) => graph.FindPassage(id))
            .Text("id", (graph, row) => graph.Passages[row].Id)
            .One("source", (graph, row) => graph.Citations.SourceOfPassage[row])
            .Whole("question", (graph, row) => graph.Passages[row].Question)
            .Whole("paragraph", (graph, row) => graph.Passages[row].Paragraph)
            .Text("locator", (graph, row) => graph.Passages[row].Locator)
            .Texts("also", (graph, row) => graph.Passages[row].Also)
            .Text("sha256", (graph, row) => graph.Passages[row].Sha256)
            .Rows("entities", (graph, row) => RowNumbers.Of(graph.CitedIn.EntitiesOf(row)))
            .Rows("links", (graph, row) => RowNumbers.Of(graph.CitedIn.LinksOf(row)))
            .Rows("groupings", (graph, row) => graph.CitedIn.Groupings.Of(row))
            .Rows("measures", (graph, row) => graph.CitedIn.Measures.Of(row))
            .Rows("denials", (graph, row) => graph.CitedIn.Denials.Of(row))
            .Rows("nameForms", (graph, row) => graph.CitedIn.NameForms.Of(row));
}

using EcosystemGraph.Core.Catalog;

namespace EcosystemGraph.Core.Stores.InMemory.Bindings;

/// <summary>How names, measures, denials and findings are read.</summary>
internal static class FactBindings
{
    public static RecordBinding NameForm() =>
        new RecordBinding(Records.NameForm, graph => graph.NameForms.Count)
            .Text("name", (graph, row) => graph.NameForms.TextOf(row))
            .Choice("confidence", (graph, row) => graph.NameForms.ConfidenceOf(row))
            .One("entity", (graph, row) => graph.NameForms.EntityOf(row))
            .Evidence((graph, row) => graph.NameForms.Evidence.Of(row))
            .Text("id", (graph, row) => graph.NameForms.IdOf(row));

    public static RecordBinding Measure() =>
        new RecordBinding(Records.Measure, graph => graph.Measures.Length, (graph, id) => graph.FindMeasure(id))
            .Text("id", (graph, row) => graph.Measures[row].Id)
            .One("subject", (graph, row) => graph.EntityRow(graph.Measures[row].Subject))
            .One("concept", (graph, row) => graph.ConceptRow(graph.Measures[row].Concept))
            .Number("value", (graph, row) => graph.Measures[row].Value)
            .Choice("qualifier", (graph, row) => graph.Measures[row].Qualifier)
            .Text("unit", (graph, row) => graph.Measures[row].Unit)
            .Date("at", (graph, row) => graph.Measures[row].At)
            .Choice("confidence", (graph, row) => graph.Measures[row].Confidence)
            .Evidence((graph, row) => graph.Citations.Measures.Of(row));

    public static RecordBinding Denial() =>
        new RecordBinding(Records.Denial, graph => graph.Denials.Length, (graph, id) => graph.FindDenial(id))
            .Text("id", (graph, row) => graph.Denials[row].Id)
            .One("source", (graph, row) => graph.EntityRow(graph.Denials[row].Source))
            .One("target", (graph, row) => graph.EntityRow(graph.Denials[row].Target))
            .One("type", (graph, row) => graph.ConceptRow(graph.Denials[row].Type))
            .Multilingual("note", (graph, row) => graph.Denials[row].Note)
            .Evidence((graph, row) => graph.Citations.Denials.Of(row));

    public static RecordBinding DataFinding() =>
        new RecordBinding(Records.DataFinding, graph => graph.Findings.Length)
            .Text("rule", (graph, row) => graph.Findings[row].Rule)
            .Choice("severity", (graph, row) => graph.Findings[row].Severity)
            .Text("subject", (graph, row) => graph.Findings[row].Subject)
            .Multilingual("message", (graph, row) => graph.Findings[row].Message);
}

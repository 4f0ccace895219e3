using EcosystemGraph.Core.Graphs;

namespace EcosystemGraph.Core.Catalog;

/// <summary>The fields of sources and passages.</summary>
internal static class SourceFields
{
    public static IEnumerable<Field> OfSource() =>
    [
        new TextColumn("id", false, "A readable identifier.", (graph, row) => graph.Sources[row].Id) { IsId = true },
        new TextColumn("title", false, "Its title.", (graph, row) => graph.Sources[row].Title),
        new TextColumn("publisher", true, "Who published it.", (graph, row) => graph.Sources[row].Publisher),
        new DateColumn("date", "When it was written or published.", (graph, row) => graph.Sources[row].Date),
        ChoiceColumn.Of("dateConfidence", "How sure that date is.", (graph, row) => graph.Sources[row].DateConfidence),
        ChoiceColumn.Of("language", "The language it is in.", (graph, row) => graph.Sources[row].Language),
        new ToOne("respondent", true, () => Records.Entity, "The body that speaks in it.", (graph, row) => graph.Sources[row].Respondent is { } id ? graph.EntityRow(id) : ResolvedGraph.None),
        new TextColumn("sha256", false, "SHA-256 of the document's file, in hex: whether a copy is the same document.", (graph, row) => graph.Sources[row].Sha256),
        new ToList("passages", () => Records.Passage, "The paragraphs that facts are drawn from.", (graph, row) => graph.Citations.PassagesOfSource.Of(row)),
    ];

    public static IEnumerable<Field> OfPassage() =>
    [
        new TextColumn("id", false, "A readable identifier.", (graph, row) => graph.Passages[row].Id) { IsId = true },
        new ToOne("source", false, () => Records.Source, "The document.", (graph, row) => graph.Citations.SourceOfPassage[row]),
        new WholeColumn("question", true, "The question it answers, from 1; 0 before the first; null where the document has no questions.", (graph, row) => graph.Passages[row].Question),
        new WholeColumn("paragraph", false, "The paragraph under its question, from 1, repeats not counted; 0 is the question itself.", (graph, row) => graph.Passages[row].Paragraph),
        new TextColumn("locator", false, "Its place in a word: \"1.18\" is question 1, paragraph 18; \"0.0\" is the title.", (graph, row) => graph.Passages[row].Locator),
        new TextsField("also", "Where the same text stands again, as locators.", (graph, row) => graph.Passages[row].Also),
        new TextColumn("sha256", false, "SHA-256 of the paragraph's text (NFC, white space collapsed, trimmed), in hex.", (graph, row) => graph.Passages[row].Sha256),
        new ToList("entities", () => Records.Entity, "The bodies that the passage names.", (graph, row) => graph.CitedIn.EntitiesOf(row)),
        new ToList("links", () => Records.Link, "The links that the passage states.", (graph, row) => graph.CitedIn.LinksOf(row)),
        new ToList("groupings", () => Records.Grouping, "The groupings that the passage describes: since when, what for, what they are part of.", (graph, row) => graph.CitedIn.Groupings.Of(row)),
        new ToList("measures", () => Records.Measure, "The numbers that the passage gives.", (graph, row) => graph.CitedIn.Measures.Of(row)),
        new ToList("denials", () => Records.Denial, "What the passage says is not so.", (graph, row) => graph.CitedIn.Denials.Of(row)),
        new ToList("nameForms", () => Records.NameForm, "The forms of names that stand in the passage, those of groupings first.", (graph, row) => graph.CitedIn.NameForms.Of(row)),
    ];
}

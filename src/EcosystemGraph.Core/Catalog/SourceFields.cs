using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Catalog;

/// <summary>The fields of sources and passages.</summary>
internal static class SourceFields
{
    public static IEnumerable<Field> OfSource() =>
        [
            new TextColumn("id", false, "A readable identifier.") { IsId = true },
            new TextColumn("title", false, "Its title."),
            new TextColumn("publisher", true, "Who published it."),
            new DateColumn("date", "When it was written or published."),
            ChoiceColumn.Of<Confidence>("dateConfidence", "How sure that date is."),
            ChoiceColumn.OfLanguages("language", "The language it is in."),
            new ToOne("respondent", true, () => Records.Entity, "The body that speaks in it."),
            new TextColumn(
                "sha256",
                false,
                "SHA-256 of the document's file, in hex: whether a copy is the same document."
            ),
            new ToList("passages", () => Records.Passage, "The paragraphs that facts are drawn from."),
        ];

    public static IEnumerable<Field> OfPassage() =>
        [
            new TextColumn("id", false, "A readable identifier.") { IsId = true },
            new ToOne("source", false, () => Records.Source, "The document."),
            new WholeColumn(
                "question",
                true,
                "The question it answers, from 1; 0 before the first; null where the document has no questions."
            ),
            new WholeColumn(
                "paragraph",
                false,
                "The paragraph under its question, from 1, repeats not counted; 0 is the question itself."
            ),
            new TextColumn(
                "locator",
                false,
                "Its place in a word: \"1.18\" is question 1, paragraph 18; \"0.0\" is the title."
            ),
            new TextsField("also", "Where the same text stands again, as locators."),
            new TextColumn(
                "sha256",
                false,
                "SHA-256 of the paragraph's text (NFC, white space collapsed, trimmed), in hex."
            ),
            new ToList("entities", () => Records.Entity, "The bodies that the passage names."),
            new ToList("links", () => Records.Link, "The links that the passage states."),
            new ToList(
                "groupings",
                () => Records.Grouping,
                "The groupings that the passage describes: since when, what for, what they are part of."
            ),
            new ToList("measures", () => Records.Measure, "The numbers that the passage gives."),
            new ToList("denials", () => Records.Denial, "What the passage says is not so."),
            new ToList(
                "nameForms",
                () => Records.NameForm,
                "The forms of names that stand in the passage, those of groupings first."
            ),
        ];
}

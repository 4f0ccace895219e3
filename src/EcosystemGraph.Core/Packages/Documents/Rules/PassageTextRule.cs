using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Documents.Rules;

/// <summary>A passage's place is the first of its text in the document, `also` has the others, and the fingerprint is the text's.</summary>
internal sealed class PassageTextRule : IDocumentRule
{
    public string Name => "passage-text";

    public void Check(DocumentIndex index, IssueLog issues)
    {
        foreach (var row in index.Rows.Data.Passages)
        {
            if (index.Of(row.Source) is { } source)
                CheckRow(row, source, issues);
        }
    }

    private void CheckRow(Passage row, SourceDocument source, IssueLog issues)
    {
        if (source.Outline.At(row.Locator) is not { } text)
        {
            issues.Error(
                Name,
                row.Place,
                "paragraph",
                $"'{source.Document.Name}' has no {row.Locator}",
                Elsewhere(row, source)
                    ?? (
                        row.Sha256.Length > 0
                            ? "its text is not in the document any more"
                            : "question and paragraph of a line of the document"
                    ),
                row.Id
            );
            return;
        }
        if (text.Locator != row.Locator)
        {
            issues.Error(
                Name,
                row.Place,
                "paragraph",
                $"the text at {row.Locator} stands first at {text.Locator}",
                $"one passage at {text.Locator}, with {string.Join("|", text.Also)} in its also",
                row.Id
            );
            return;
        }
        if (row.Sha256.Length == 0)
        {
            issues.Error(
                Name,
                row.Place,
                "sha256",
                $"passage '{row.Id}' has no sha256",
                "the text's fingerprint: --write fills it",
                row.Id
            );
        }
        else if (row.Sha256 != text.Line.Fingerprint)
        {
            issues.Error(
                Name,
                row.Place,
                "sha256",
                $"sha256 of '{row.Id}' is {row.Sha256}, that of the text at {row.Locator} is {text.Line.Fingerprint}",
                Elsewhere(row, source)
                    ?? "if the place is right, empty the cell, see that the rows that cite it still hold, and let --write fill it",
                row.Id
            );
        }
        if (!row.Also.ToHashSet(StringComparer.Ordinal).SetEquals(text.Also))
        {
            issues.Error(
                Name,
                row.Place,
                "also",
                $"also of '{row.Id}' is '{string.Join("|", row.Also)}'",
                text.Also.Length == 0
                    ? "empty: the document has the text once"
                    : $"{string.Join("|", text.Also)}, where the document has the text again",
                row.Id
            );
        }
    }

    private static string? Elsewhere(Passage row, SourceDocument source) =>
        source.Outline.WithFingerprint(row.Sha256) is { } found
            ? $"the text with this fingerprint stands at {found.Locator}"
            : null;
}

using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Packages.Documents.Rules;

/// <summary>
/// Where a passage names a body, some row that cites it says something of the body. The respondent is named throughout; a form that
/// is UNCERTAIN may mean another.
/// </summary>
internal sealed class NamedOnlyRule : IDocumentRule
{
    public string Name => "named-only";

    public void Check(DocumentIndex index, IssueLog issues)
    {
        var said = index
            .Facts.SelectMany(fact =>
                fact.Citation.Passages.SelectMany(passage => fact.Bodies.Select(end => (passage, end.Body)))
            )
            .ToHashSet();
        var forms = index
            .Rows.Data.Names.SelectMany(row =>
                row.Passages.Select(passage => (Passage: passage, Words: Words(row.Text)))
            )
            .ToLookup(form => form.Passage, form => form.Words, StringComparer.Ordinal);
        foreach (var row in index.Rows.Data.Names.Where(row => row.Confidence != Confidence.UNCERTAIN))
        {
            var unsaid = row.Passages.Where(id =>
                !said.Contains((id, row.Entity))
                && !index.Rows.IsRespondent(row.Entity, new Citation([id], []))
                && index.Text(id) is { } text
                && StandsAlone(Words(row.Text), text.Words, forms[id])
            );
            var places = string.Join(", ", unsaid.Select(id => index.Text(id)!.Locator));
            if (places.Length == 0)
                continue;
            issues.Warning(
                Name,
                row.Place,
                "passages",
                $"'{row.Text}' stands at {places}, and no row of '{row.Entity}' cites that",
                "a link with this passage, where the passage says one",
                row.Entity
            );
        }
    }

    // "Banque" within "Banque des Territoires" names nothing by itself.
    private static bool StandsAlone(string[] form, PassageWords text, IEnumerable<string[]> others)
    {
        var within = others
            .Where(other => other.Length > form.Length)
            .SelectMany(other => text.Find(other).Select(start => (Start: start, End: start + other.Length)))
            .ToList();
        return text.Find(form)
            .Any(start => !within.Exists(longer => longer.Start <= start && start + form.Length <= longer.End));
    }

    private static string[] Words(string form) => FoldedText.Of(form).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Documents.Rules;

/// <summary>
/// A form of names.csv stands in its passages as written. The name by which a body is listed may be in none: where the source
/// misprints it, or has it in the plural or in lower case only, the corrected one is INFERRED.
/// </summary>
internal sealed class NameFormRule : IDocumentRule
{
    public string Name => "name-form";

    public void Check(DocumentIndex index, IssueLog issues)
    {
        var standing = new Lazy<PassageWords[]>(() =>
            [.. index.Sources.SelectMany(source => source.Outline.Passages).Select(passage => passage.Words)]
        );
        var owners = index.Rows.Data.Names.ToLookup(row => row.Text, row => row.Entity, StringComparer.Ordinal);
        foreach (var row in index.Rows.Data.Names)
        {
            foreach (var id in row.Passages)
            {
                if (index.Text(id) is not { } text || text.Words.HoldsExactly(row.Text))
                    continue;
                issues.Error(
                    Name,
                    row.Place,
                    "name",
                    $"'{row.Text}' does not stand in passage '{id}' ({text.Locator}) as written",
                    "the form as the passage writes it, or another passage: --write fills them",
                    row.Entity
                );
            }
            if (!row.Passages.IsEmpty || !index.Sources.Any() || IsCorrected(row, index))
                continue;
            if (index.IsWhole && !standing.Value.Any(words => words.HoldsExactly(row.Text)))
            {
                issues.Error(
                    Name,
                    row.Place,
                    "name",
                    $"'{row.Text}' stands in no passage",
                    "a form as a passage writes it; only the name by which the body is listed may be in none, INFERRED",
                    row.Entity
                );
            }
            else if (owners[row.Text].FirstOrDefault(other => other != row.Entity) is { } other)
            {
                issues.Error(
                    Name,
                    row.Place,
                    "passages",
                    $"'{row.Text}' has no passage, and names '{other}' too",
                    "the passages in which it names this body",
                    row.Entity
                );
            }
            else
            {
                issues.Warning(
                    Name,
                    row.Place,
                    "passages",
                    $"'{row.Text}' has no passage",
                    "those in which it stands: --write fills them",
                    row.Entity
                );
            }
        }
    }

    private static bool IsCorrected(NameForm row, DocumentIndex index) =>
        row.Confidence != Confidence.STATED && row.Text == index.Forms(row.Entity)[0];
}

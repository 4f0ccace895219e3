namespace EcosystemGraph.Core.Packages.Documents.Rules;

/// <summary>A form of names.csv stands in its passages as written.</summary>
internal sealed class NameFormRule : IDocumentRule
{
    public string Name => "name-form";

    public void Check(DocumentIndex index, IssueLog issues)
    {
        foreach (var row in index.Rows.Data.Names)
        {
            foreach (var id in row.Passages)
            {
                if (index.Text(id) is not { } text || text.Words.HoldsExactly(row.Text)) continue;
                issues.Error(Name, row.Place, "name", $"'{row.Text}' does not stand in passage '{id}' ({text.Locator}) as written",
                    "the form as the passage writes it, or another passage: --write fills them", row.Entity);
            }
            if (row.Passages.IsEmpty && index.Sources.Any())
            {
                issues.Warning(Name, row.Place, "passages", $"'{row.Text}' has no passage", "those in which it stands: --write fills them", row.Entity);
            }
        }
    }
}

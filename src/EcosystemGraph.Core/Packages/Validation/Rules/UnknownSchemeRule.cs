namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A concept belongs to one of the schemes that the program reads.</summary>
internal sealed class UnknownSchemeRule : IDatasetRule
{
    public string Name => "unknown-scheme";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        foreach (var row in data.Data.Concepts)
        {
            if (row.Scheme.Length == 0 || ConceptSchemes.All.Contains(row.Scheme))
                continue;
            issues.Error(
                Name,
                row.Place,
                "scheme",
                $"'{row.Scheme}' is no scheme",
                $"one of {string.Join(", ", ConceptSchemes.All)}",
                row.Id
            );
        }
    }
}

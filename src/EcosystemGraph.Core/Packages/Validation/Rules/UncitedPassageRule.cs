namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A passage is there because a row cites it.</summary>
internal sealed class UncitedPassageRule : IDatasetRule
{
    public string Name => "uncited-passage";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        if (data.Data.Passages.IsEmpty)
            return;
        var cited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in data.Data.Groupings)
            cited.UnionWith(row.Citation.Passages);
        foreach (var row in data.Data.Memberships)
            cited.UnionWith(row.Citation.Passages);
        foreach (var row in data.Data.Partnerships)
            cited.UnionWith(row.Citation.Passages);
        foreach (var row in data.Data.Denials)
            cited.UnionWith(row.Citation.Passages);
        foreach (var row in data.Data.Measures)
            cited.UnionWith(row.Citation.Passages);
        foreach (var row in data.Data.Names)
            cited.UnionWith(row.Passages);
        foreach (var row in data.Data.Passages)
        {
            if (row.Id.Length == 0 || cited.Contains(row.Id))
                continue;
            issues.Warning(
                Name,
                row.Place,
                "id",
                $"passage '{row.Id}' ({row.Locator}) is cited by no row",
                "a row that cites it, or no passage",
                row.Id
            );
        }
    }
}

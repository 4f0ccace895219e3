namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A link has two ends.</summary>
internal sealed class SelfLinkRule : IDatasetRule
{
    public string Name => "self-link";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        foreach (var row in data.Data.Memberships)
        {
            if (row.Actor == row.Grouping && row.Actor.Length > 0)
            {
                issues.Warning(
                    Name,
                    row.Place,
                    "grouping",
                    $"'{row.Actor}' is a member of itself",
                    "another grouping, or no row",
                    row.Id
                );
            }
        }
        foreach (var row in data.Data.Partnerships)
        {
            if (row.Source == row.Target && row.Source.Length > 0)
            {
                issues.Warning(
                    Name,
                    row.Place,
                    "target",
                    $"'{row.Source}' is linked with itself",
                    "another target, or no row",
                    row.Id
                );
            }
        }
    }
}

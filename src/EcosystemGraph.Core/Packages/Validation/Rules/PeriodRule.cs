namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A period ends no earlier than it starts.</summary>
internal sealed class PeriodRule : IDatasetRule
{
    public string Name => "period";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        foreach (var row in Dated.RowsOf(data.Data))
        {
            if (!Dated.IsBefore(row.To, row.From))
                continue;
            issues.Warning(
                Name,
                row.Place,
                "to",
                $"'{row.Id}' ends {row.To}, before it starts {row.From}",
                "from first, to last",
                row.Id
            );
        }
    }
}

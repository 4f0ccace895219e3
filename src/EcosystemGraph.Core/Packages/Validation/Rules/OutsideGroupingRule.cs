namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>What takes place in a grouping takes place while the grouping exists.</summary>
internal sealed class OutsideGroupingRule : IDatasetRule
{
    public string Name => "outside-grouping";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        foreach (var row in Dated.RowsOf(data.Data))
        {
            if (row.Grouping is null || !data.Groupings.TryGetValue(row.Grouping, out var grouping))
                continue;
            if (Dated.IsBefore(row.From, grouping.From))
                Report("from", $"starts {row.From}, before the grouping does ({grouping.From})");
            if (Dated.IsBefore(row.To, grouping.From))
                Report("to", $"ends {row.To}, before the grouping starts ({grouping.From})");
            if (Dated.IsBefore(grouping.To, row.From))
                Report("from", $"starts {row.From}, after the grouping ended ({grouping.To})");
            if (Dated.IsBefore(grouping.To, row.To))
                Report("to", $"ends {row.To}, after the grouping does ({grouping.To})");

            void Report(string column, string problem) =>
                issues.Warning(
                    Name,
                    row.Place,
                    column,
                    $"'{row.Id}' {problem}",
                    $"dates within those of '{row.Grouping}', or other dates for it",
                    row.Id
                );
        }
    }
}

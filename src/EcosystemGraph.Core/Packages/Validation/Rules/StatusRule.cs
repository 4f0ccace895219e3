using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A status, which holds at the source's date, goes with the row's dates.</summary>
internal sealed class StatusRule : IDatasetRule
{
    public string Name => "status";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        foreach (var row in Dated.RowsOf(data.Data))
        {
            if (row.Status == Status.UNKNOWN || data.SourceDate(row.Citation) is not { } source)
                continue;
            switch (row.Status)
            {
                case Status.CURRENT when Dated.IsBefore(row.To, source):
                    Report($"is CURRENT and ended {row.To}, before its source ({source})", "PAST, or a later end");
                    break;
                case Status.CURRENT when Dated.IsBefore(source, row.From):
                    Report(
                        $"is CURRENT and starts {row.From}, after its source ({source})",
                        "PLANNED, or an earlier start"
                    );
                    break;
                case Status.PAST when Dated.IsBefore(source, row.To):
                    Report($"is PAST and ends {row.To}, after its source ({source})", "CURRENT, or an earlier end");
                    break;
                case Status.PAST when Dated.IsBefore(source, row.From):
                    Report(
                        $"is PAST and starts {row.From}, after its source ({source})",
                        "PLANNED, or an earlier start"
                    );
                    break;
                case Status.PLANNED when Dated.IsBefore(row.From, source):
                    Report(
                        $"is PLANNED and started {row.From}, before its source ({source})",
                        "CURRENT or PAST, or a later start"
                    );
                    break;
            }

            void Report(string problem, string remedy) =>
                issues.Warning(Name, row.Place, "status", $"'{row.Id}' {problem}", remedy, row.Id);
        }
    }
}

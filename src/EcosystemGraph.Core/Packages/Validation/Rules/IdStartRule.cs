using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>The id of a link that tells its ends, its role or type and its start tells the start that it has. Any other id is free.</summary>
internal sealed class IdStartRule : IDatasetRule
{
    public string Name => "id-start";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        foreach (var row in data.Data.Memberships)
            Check(row.Id, $"{row.Actor}~{row.Grouping}~{row.Role}~", row.From, row.Place, issues);
        foreach (var row in data.Data.Partnerships)
            Check(row.Id, $"{row.Source}~{row.Target}~{row.Type}~", row.From, row.Place, issues);
    }

    private void Check(string id, string before, PartialDate? from, RowPlace place, IssueLog issues)
    {
        if (
            !id.StartsWith(before, StringComparison.Ordinal)
            || !PartialDate.TryParse(id[before.Length..], out var told)
            || told == from
        )
            return;
        issues.Error(
            Name,
            place,
            "from",
            from is null ? $"'{id}' tells a start, and the row has none" : $"'{id}' tells another start than {from}",
            $"{told}; or an id with the start that the row has",
            id
        );
    }
}

using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>What rules about dates read of a grouping, a membership or a partnership.</summary>
internal readonly record struct Dated(
    string Id,
    string? Grouping,
    PartialDate? From,
    PartialDate? To,
    Status Status,
    Citation Citation,
    RowPlace Place
)
{
    /// <summary>Every row that has a date: without one there is nothing to compare.</summary>
    public static IEnumerable<Dated> RowsOf(Dataset data)
    {
        foreach (var row in data.Groupings)
        {
            if (Has(row.From, row.To))
                yield return new Dated(row.Id, null, row.From, row.To, row.Status, row.Citation, row.Place);
        }
        foreach (var row in data.Memberships)
        {
            if (Has(row.From, row.To))
                yield return new Dated(row.Id, row.Grouping, row.From, row.To, row.Status, row.Citation, row.Place);
        }
        foreach (var row in data.Partnerships)
        {
            if (Has(row.From, row.To))
                yield return new Dated(row.Id, row.Grouping, row.From, row.To, row.Status, row.Citation, row.Place);
        }
    }

    /// <summary>Whether one date is surely before another: its last day before the other's first.</summary>
    public static bool IsBefore(PartialDate? one, PartialDate? other) =>
        one is { } a && other is { } b && a.Last < b.First;

    private static bool Has(PartialDate? from, PartialDate? to) => from is not null || to is not null;
}

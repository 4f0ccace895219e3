using System.Collections.Immutable;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages.Validation;

namespace EcosystemGraph.Core.Packages.Documents;

/// <summary>A row that cites passages, as the checks against a document see it, whatever its file.</summary>
internal sealed record Fact(string Id, RowPlace Place, Citation Citation, Confidence Confidence)
{
    /// <summary>The bodies of which the mention names one; empty where the mention names none (a measure's).</summary>
    public ImmutableArray<(string Column, string Body)> Ends { get; init; } = [];

    /// <summary>Other bodies that the row is about.</summary>
    public ImmutableArray<(string Column, string Body)> Others { get; init; } = [];

    /// <summary>Its dates.</summary>
    public ImmutableArray<(string Column, PartialDate Date)> Dates { get; init; } = [];

    /// <summary>A measure's number.</summary>
    public double? Value { get; init; }

    /// <summary>Every body that the row is about.</summary>
    public IEnumerable<(string Column, string Body)> Bodies => Ends.Concat(Others);

    /// <summary>All rows that cite passages.</summary>
    public static IEnumerable<Fact> Of(DatasetIndex rows)
    {
        var data = rows.Data;
        foreach (var row in data.Groupings)
        {
            yield return new Fact(row.Id, row.Place, row.Citation, row.Confidence)
            {
                Ends = [("id", row.Id)],
                Dates = Given(("from", row.From), ("to", row.To)),
            };
        }
        foreach (var row in data.Memberships)
        {
            // The mention names the member; where that is the respondent, who says "we", the grouping.
            var (actor, grouping) = (("actor", row.Actor), ("grouping", row.Grouping));
            var speaks = rows.IsRespondent(row.Actor, row.Citation);
            yield return new Fact(row.Id, row.Place, row.Citation, row.Confidence)
            {
                Ends = [speaks ? grouping : actor],
                Others = [speaks ? actor : grouping],
                Dates = Given(("from", row.From), ("to", row.To)),
            };
        }
        foreach (var row in data.Partnerships)
        {
            yield return new Fact(row.Id, row.Place, row.Citation, row.Confidence)
            {
                Ends = [("source", row.Source), ("target", row.Target)],
                Others = row.Grouping is { } grouping ? [("grouping", grouping)] : [],
                Dates = Given(("from", row.From), ("to", row.To)),
            };
        }
        foreach (var row in data.Denials)
        {
            yield return new Fact(row.Id, row.Place, row.Citation, Confidence.STATED)
            {
                Ends = [("source", row.Source), ("target", row.Target)],
            };
        }
        foreach (var row in data.Measures)
        {
            yield return new Fact(row.Id, row.Place, row.Citation, row.Confidence)
            {
                Others = [("subject", row.Subject)],
                Dates = Given(("at", row.At)),
                Value = row.Value,
            };
        }
    }

    private static ImmutableArray<(string Column, PartialDate Date)> Given(
        params ReadOnlySpan<(string Column, PartialDate? Date)> dates
    )
    {
        var given = ImmutableArray.CreateBuilder<(string, PartialDate)>();
        foreach (var (column, date) in dates)
        {
            if (date is { } value)
                given.Add((column, value));
        }
        return given.DrainToImmutable();
    }
}

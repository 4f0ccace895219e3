using System.Globalization;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A fact stands in one row; a second listing of it adds its passage there.</summary>
internal sealed class DuplicateRule : IDatasetRule
{
    private const string Remedy = "one row, with the passages of both";

    public string Name => "duplicate";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        var memberships = new Dictionary<(string, string, string, PartialDate?), int>(data.Data.Memberships.Length);
        foreach (var row in data.Data.Memberships)
        {
            var key = (row.Actor, row.Grouping, row.Role, row.From);
            if (!memberships.TryAdd(key, row.Place.Line))
                Report(row.Place, row.Id, "actor, grouping, role and from", memberships[key]);
        }

        var partnerships = new Dictionary<(string, string, string, string?, string?, PartialDate?), int>();
        foreach (var row in data.Data.Partnerships)
        {
            // Where the type is mutual, a second row is an error, whichever way round.
            if (data.Concepts.TryGetValue(row.Type, out var type) && type.Mutual)
                continue;
            var key = (row.Source, row.Target, row.Type, row.Role, row.Occasion, row.From);
            if (!partnerships.TryAdd(key, row.Place.Line))
                Report(row.Place, row.Id, "source, target, type, role, occasion and from", partnerships[key]);
        }

        var names = new Dictionary<(string, string), int>();
        foreach (var row in data.Data.Names)
        {
            if (!names.TryAdd((row.Entity, row.Text), row.Place.Line))
                Report(row.Place, row.Entity, "entity and name", names[(row.Entity, row.Text)]);
        }

        void Report(RowPlace place, string subject, string what, int line) =>
            issues.Warning(
                Name,
                place,
                null,
                string.Create(CultureInfo.InvariantCulture, $"the row has the {what} of line {line}"),
                Remedy,
                subject
            );
    }
}

using System.Globalization;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>An id stands once in its file, and is written in one way: not with other capitals elsewhere.</summary>
internal sealed class DuplicateIdRule : IDatasetRule
{
    public string Name => "duplicate-id";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        var rows = data.Data;
        var actors = CheckIds(rows.Actors, row => (row.Id, row.Place), issues);
        CheckIds(rows.Groupings, row => (row.Id, row.Place), issues);
        CheckIds(rows.Memberships, row => (row.Id, row.Place), issues);
        CheckIds(rows.Partnerships, row => (row.Id, row.Place), issues);
        CheckIds(rows.Denials, row => (row.Id, row.Place), issues);
        CheckIds(rows.Measures, row => (row.Id, row.Place), issues);
        CheckIds(rows.Concepts, row => (row.Id, row.Place), issues);
        CheckIds(rows.Territories, row => (row.Id, row.Place), issues);
        CheckIds(rows.Sources, row => (row.Id, row.Place), issues);
        CheckIds(rows.Passages, row => (row.Id, row.Place), issues);
        foreach (var grouping in rows.Groupings)
        {
            // The same id would be the same body.
            if (actors.TryGetValue(grouping.Id, out var actor) && actor.Id != grouping.Id)
                Differ(grouping.Id, grouping.Place, actor, issues);
        }
    }

    private Dictionary<string, (string Id, RowPlace Place)> CheckIds<T>(
        IReadOnlyCollection<T> rows,
        Func<T, (string Id, RowPlace Place)> of,
        IssueLog issues
    )
    {
        // Ids are ASCII.
        var first = new Dictionary<string, (string Id, RowPlace Place)>(rows.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var (id, place) = of(row);
            if (id.Length == 0 || first.TryAdd(id, (id, place)))
                continue;
            if (first[id] is var other && other.Id != id)
                Differ(id, place, other, issues);
            else
                issues.Error(
                    Name,
                    place,
                    "id",
                    string.Create(CultureInfo.InvariantCulture, $"id '{id}' is that of line {other.Place.Line} too"),
                    "one row a thing, and an id of its own for each",
                    id
                );
        }
        return first;
    }

    private void Differ(string id, RowPlace place, (string Id, RowPlace Place) other, IssueLog issues)
    {
        var file = other.Place.File == place.File ? "" : $" of {other.Place.File}";
        issues.Error(
            Name,
            place,
            "id",
            string.Create(
                CultureInfo.InvariantCulture,
                $"id '{id}' differs only in capitals from '{other.Id}' in line {other.Place.Line}{file}"
            ),
            "one id, written in one way, where they are one thing; else ids that differ in more than capitals",
            id
        );
    }
}

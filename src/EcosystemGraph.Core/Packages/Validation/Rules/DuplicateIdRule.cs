using System.Globalization;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>An id stands once in its file.</summary>
internal sealed class DuplicateIdRule : IDatasetRule
{
    public string Name => "duplicate-id";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        var rows = data.Data;
        CheckIds(rows.Actors, row => (row.Id, row.Place), issues);
        CheckIds(rows.Groupings, row => (row.Id, row.Place), issues);
        CheckIds(rows.Memberships, row => (row.Id, row.Place), issues);
        CheckIds(rows.Partnerships, row => (row.Id, row.Place), issues);
        CheckIds(rows.Denials, row => (row.Id, row.Place), issues);
        CheckIds(rows.Measures, row => (row.Id, row.Place), issues);
        CheckIds(rows.Concepts, row => (row.Id, row.Place), issues);
        CheckIds(rows.Territories, row => (row.Id, row.Place), issues);
        CheckIds(rows.Sources, row => (row.Id, row.Place), issues);
        CheckIds(rows.Passages, row => (row.Id, row.Place), issues);
    }

    private void CheckIds<T>(IReadOnlyCollection<T> rows, Func<T, (string Id, RowPlace Place)> of, IssueLog issues)
    {
        var lines = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var (id, place) = of(row);
            if (id.Length == 0 || lines.TryAdd(id, place.Line)) continue;
            issues.Error(Name, place, "id", string.Create(CultureInfo.InvariantCulture, $"id '{id}' is that of line {lines[id]} too"),
                "one row a thing, and an id of its own for each", id);
        }
    }
}

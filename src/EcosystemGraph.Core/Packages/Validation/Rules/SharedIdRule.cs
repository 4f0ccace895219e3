using System.Globalization;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>An id belongs to one record, whatever its type, but for a body that is an actor and a grouping (semantics: Text).</summary>
internal sealed class SharedIdRule : IDatasetRule
{
    private const string Actor = "an actor";
    private const string Grouping = "a grouping";

    public string Name => "shared-id";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        var rows = data.Data;
        var owners = new Dictionary<string, (string Type, RowPlace Place)>(StringComparer.Ordinal);
        // Groupings stand behind actors: of a body that is both, the actor's row is the owner.
        Check(Actor, rows.Actors.Select(row => (row.Id, row.Place)));
        Check(Grouping, rows.Groupings.Select(row => (row.Id, row.Place)));
        Check("a concept", rows.Concepts.Select(row => (row.Id, row.Place)));
        Check("a territory", rows.Territories.Select(row => (row.Id, row.Place)));
        Check("a source", rows.Sources.Select(row => (row.Id, row.Place)));
        Check("a passage", rows.Passages.Select(row => (row.Id, row.Place)));
        Check("a membership", rows.Memberships.Select(row => (row.Id, row.Place)));
        Check("a partnership", rows.Partnerships.Select(row => (row.Id, row.Place)));
        Check("a denial", rows.Denials.Select(row => (row.Id, row.Place)));
        Check("a measure", rows.Measures.Select(row => (row.Id, row.Place)));

        void Check(string type, IEnumerable<(string Id, RowPlace Place)> those)
        {
            foreach (var (id, place) in those)
            {
                if (id.Length == 0 || owners.TryAdd(id, (type, place)))
                    continue;
                var owner = owners[id];
                // Twice in one file is another rule's find.
                if (owner.Type == type || (owner.Type == Actor && type == Grouping))
                    continue;
                // Said of a row that someone wrote.
                var (here, other) =
                    place.Line > 0 ? ((Type: type, Place: place), owner) : (owner, (Type: type, Place: place));
                issues.Error(
                    Name,
                    here.Place,
                    "id",
                    $"id '{id}' is that of {here.Type} here and of {other.Type} in {Of(other.Place)}",
                    "an id of its own for each: of all types, only an actor and a grouping that are one body share theirs; change one of the two, and what refers to it",
                    id
                );
            }
        }
    }

    private static string Of(RowPlace place) =>
        place.Line > 0
            ? string.Create(CultureInfo.InvariantCulture, $"line {place.Line} of {place.File}")
            : $"{place.File}, whose row is built in or made of the ids that others use";
}

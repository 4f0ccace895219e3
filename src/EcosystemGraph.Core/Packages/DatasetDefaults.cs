using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages;

/// <summary>
/// Completes what a package may leave out: ids of links, the rows of files that are not there (made from the ids used),
/// built-in concepts, the actor that a grouping is where it belongs to another, and what a body in both files has in one only.
/// </summary>
internal static class DatasetDefaults
{
    public static Dataset Fill(Dataset data, Func<string, bool> exists, IssueLog issues)
    {
        data = OneBody(data, issues);
        if (!exists("groupings.csv"))
            data = data with { Groupings = MadeGroupings(data) };
        if (!exists("territories.csv"))
            data = data with { Territories = MadeTerritories(data) };
        data = data with { Concepts = Concepts(data, made: !exists("concepts.csv")) };
        data = data with { Actors = data.Actors.AddRange(GroupingsThatAct(data)) };
        var taken = IdsOf(data).Where(id => id.Length > 0).ToHashSet(StringComparer.Ordinal);
        return data with
        {
            Memberships = WithIds(
                data.Memberships,
                taken,
                m => m.Id,
                m => [m.Actor, m.Grouping, m.Role, Text(m.From)],
                (m, id) => m with { Id = id }
            ),
            Partnerships = WithIds(
                data.Partnerships,
                taken,
                p => p.Id,
                p => [p.Source, p.Target, p.Type, p.Role ?? "", p.Occasion ?? "", Text(p.From)],
                (p, id) => p with { Id = id }
            ),
            Denials = WithIds(
                data.Denials,
                taken,
                d => d.Id,
                d => [d.Source, d.Target, d.Type],
                (d, id) => d with { Id = id }
            ),
            Measures = WithIds(
                data.Measures,
                taken,
                m => m.Id,
                m => [m.Subject, m.Concept, Text(m.At)],
                (m, id) => m with { Id = id }
            ),
        };
    }

    // An id that is made must be no other record's, of whatever type.
    private static IEnumerable<string> IdsOf(Dataset data) =>
        data
            .Actors.Select(row => row.Id)
            .Concat(data.Groupings.Select(row => row.Id))
            .Concat(data.Concepts.Select(row => row.Id))
            .Concat(data.Territories.Select(row => row.Id))
            .Concat(data.Sources.Select(row => row.Id))
            .Concat(data.Passages.Select(row => row.Id))
            .Concat(data.Memberships.Select(row => row.Id))
            .Concat(data.Partnerships.Select(row => row.Id))
            .Concat(data.Denials.Select(row => row.Id))
            .Concat(data.Measures.Select(row => row.Id));

    private static string Text(PartialDate? date) => date?.ToString() ?? "";

    private static ImmutableArray<Grouping> MadeGroupings(Dataset data)
    {
        var actors = ById(data.Actors, a => a.Id);
        return
        [
            .. data
                .Memberships.Select(m => m.Grouping)
                .Concat(data.Partnerships.Select(p => p.Grouping).OfType<string>())
                .Where(id => id.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Select(id =>
                {
                    var body = actors.GetValueOrDefault(id);
                    return new Grouping(
                        id,
                        body?.Name ?? id,
                        body?.Acronym,
                        BuiltInConcepts.Unspecified,
                        default,
                        [],
                        body?.Territory,
                        null,
                        null,
                        Status.UNKNOWN,
                        Confidence.STATED,
                        Openness.UNKNOWN,
                        [],
                        Citation.None,
                        new RowPlace("groupings.csv", 0)
                    );
                }),
        ];
    }

    // A body that is an actor and a grouping has one name, acronym and territory, given in either file or both.
    private static Dataset OneBody(Dataset data, IssueLog issues)
    {
        var actors = ById(data.Actors, a => a.Id);
        var groupings = ById(data.Groupings, g => g.Id);
        void Named(string name, RowPlace place)
        {
            if (name.Length == 0)
                issues.Error("cell", place, "name", "name is empty", $"every row of {place.File} has a name");
        }
        return data with
        {
            Actors =
            [
                .. data.Actors.Select(actor =>
                {
                    var filled = groupings.TryGetValue(actor.Id, out var same)
                        ? actor with
                        {
                            Name = Filled(actor.Name, same.Name),
                            Acronym = actor.Acronym ?? same.Acronym,
                            Territory = actor.Territory ?? same.Territory,
                        }
                        : actor;
                    Named(filled.Name, filled.Place);
                    return filled;
                }),
            ],
            Groupings =
            [
                .. data.Groupings.Select(grouping =>
                {
                    var filled = actors.TryGetValue(grouping.Id, out var same)
                        ? grouping with
                        {
                            Name = Filled(grouping.Name, same.Name),
                            Acronym = grouping.Acronym ?? same.Acronym,
                            Territory = grouping.Territory ?? same.Territory,
                        }
                        : grouping;
                    Named(filled.Name, filled.Place);
                    return filled;
                }),
            ],
        };
    }

    private static string Filled(string own, string other) => own.Length > 0 ? own : other;

    private static Dictionary<string, T> ById<T>(ImmutableArray<T> rows, Func<T, string> idOf)
    {
        var byId = new Dictionary<string, T>(rows.Length, StringComparer.Ordinal);
        foreach (var row in rows)
            byId.TryAdd(idOf(row), row);
        return byId;
    }

    private static ImmutableArray<Territory> MadeTerritories(Dataset data) =>
        [
            .. data
                .Actors.Select(a => a.Territory)
                .Concat(data.Groupings.Select(g => g.Territory))
                .Concat(data.Memberships.Select(m => m.Territory))
                .Concat(data.Partnerships.Select(p => p.Territory))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Select(id => new Territory(id, id, "place", null, null, new RowPlace("territories.csv", 0))),
        ];

    private static ImmutableArray<Concept> Concepts(Dataset data, bool made)
    {
        var rows = data.Concepts.ToBuilder();
        var known = data.Concepts.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var row in BuiltInConcepts.Rows)
        {
            if (known.Add(row.Id))
                rows.Add(row);
        }
        if (made)
        {
            var used = data
                .Actors.Select(a => (Id: a.Kind, Scheme: ConceptSchemes.ActorKind))
                .Concat(data.Groupings.Select(g => (g.Kind, ConceptSchemes.GroupingKind)))
                .Concat(data.Groupings.SelectMany(g => g.Themes).Select(theme => (theme, ConceptSchemes.Theme)))
                .Concat(data.Memberships.Select(m => (m.Role, ConceptSchemes.Role)))
                .Concat(data.Partnerships.Select(p => (p.Type, ConceptSchemes.LinkType)))
                .Concat(data.Partnerships.Select(p => (p.Role ?? "", ConceptSchemes.Role)))
                .Concat(data.Partnerships.Select(p => (p.Occasion ?? "", ConceptSchemes.Occasion)))
                .Concat(data.Partnerships.SelectMany(p => p.Themes).Select(theme => (theme, ConceptSchemes.Theme)))
                .Concat(data.Denials.Select(d => (d.Type, ConceptSchemes.LinkType)))
                .Concat(data.Measures.Select(m => (m.Concept, ConceptSchemes.Measure)));
            foreach (var (id, scheme) in used)
            {
                if (id.Length > 0 && known.Add(id))
                    rows.Add(new Concept(id, scheme, default, [], default, false, new RowPlace("concepts.csv", 0)));
            }
        }
        return rows.DrainToImmutable();
    }

    // A grouping that is a member elsewhere is an actor too, by its own name (semantics: Filters).
    private static IEnumerable<Actor> GroupingsThatAct(Dataset data)
    {
        var actors = data.Actors.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var groupings = ById(data.Groupings, g => g.Id);
        foreach (var membership in data.Memberships)
        {
            if (groupings.TryGetValue(membership.Actor, out var grouping) && actors.Add(grouping.Id))
            {
                yield return new Actor(
                    grouping.Id,
                    grouping.Name,
                    grouping.Acronym,
                    BuiltInConcepts.Unspecified,
                    true,
                    grouping.Territory,
                    new RowPlace("actors.csv", 0)
                );
            }
        }
    }

    private static ImmutableArray<T> WithIds<T>(
        ImmutableArray<T> rows,
        HashSet<string> taken,
        Func<T, string> idOf,
        Func<T, IEnumerable<string>> parts,
        Func<T, string, T> withId
    )
    {
        var repeats = new Dictionary<string, int>(StringComparer.Ordinal);
        var filled = ImmutableArray.CreateBuilder<T>(rows.Length);
        foreach (var row in rows)
        {
            if (idOf(row).Length > 0)
            {
                filled.Add(row);
                continue;
            }
            var stem = Shortened(string.Join('~', parts(row).Where(part => part.Length > 0)));
            var number = repeats.GetValueOrDefault(stem);
            string id;
            do
            {
                number++;
                id = number == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}~{number}");
            } while (!taken.Add(id));
            repeats[stem] = number;
            filled.Add(withId(row, id));
        }
        return filled.DrainToImmutable();
    }

    // Two long ids make one too long: its head stays readable, its fingerprint tells it from others.
    private static string Shortened(string id) =>
        id.Length <= Identifier.MaxLength - 10
            ? id
            : id[..150] + "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(id)))[..16];
}

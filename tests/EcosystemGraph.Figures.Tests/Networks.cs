using CsvHelper;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Tests;

/// <summary>Networks to draw: the seed data, parts of two large data sets, and small ones made by hand.</summary>
internal static class Networks
{
    private static readonly Lazy<Dataset> Seed = new(() =>
        Extracts.ReadAsync(SharedFiles.InRepository("seed-data")).GetAwaiter().GetResult()
    );
    private static readonly Lazy<Dictionary<string, Extract>> Real = new(ReadReal);

    /// <summary>The seed data: whole, around PES 21 and around RARES; and five real networks of 30 to 300 bodies.</summary>
    public static IReadOnlyList<string> Names { get; } = ["seed", "seed-pes-21", "seed-rares", .. RealNames];

    /// <summary>Parts of ROR (partnerships) and of Open Dev Data (memberships with dates), by their number of bodies.</summary>
    public static IReadOnlyList<string> RealNames => ["ror-30", "ror-150", "ror-300", "dev-60", "dev-120"];

    public static Extract Of(string name) =>
        name switch
        {
            "seed" => Extracts.Of(Seed.Value),
            "seed-pes-21" => Extracts.Of(Seed.Value, "pes-21"),
            "seed-rares" => Extracts.Of(Seed.Value, "rares"),
            _ => Real.Value[name],
        };

    /// <summary>An extract of these bodies and links. A body's measures are computed; a link's dates are its period.</summary>
    public static Extract Make(
        IEnumerable<ExtractBody> bodies,
        IEnumerable<ExtractLink> links,
        ExtractProjection projection = ExtractProjection.BIPARTITE
    )
    {
        var sorted = bodies.OrderBy(b => b.Id, StringComparer.Ordinal).ToArray();
        var place = sorted.Select((b, i) => (b.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var all = links.ToArray();
        var builder = new NetworkBuilder([.. sorted.Select(b => b.Id)]);
        foreach (var link in all)
            builder.Add(place[link.Source.Id], place[link.Target.Id]);
        var network = builder.Build();
        var (betweenness, closeness, pageRank) = (Betweenness.Of(network), Closeness.Of(network), PageRank.Of(network));
        var (components, communities, cut) = (Components.Of(network), Communities.Of(network), CutVertices.Of(network));
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = sorted[i] with
            {
                Measures = new ExtractMeasures(
                    network.Degree(i),
                    betweenness[i],
                    closeness[i],
                    pageRank[i],
                    components.GroupOf(i),
                    communities.Partition.GroupOf(i),
                    cut[i]
                ),
            };
        }
        var ties = Enumerable
            .Range(0, network.TieCount)
            .Select(t =>
            {
                var (source, target) = network.Ends(t);
                return new ExtractTie(
                    sorted[source].Id,
                    sorted[target].Id,
                    network.Weight(t),
                    [.. network.Links(t).ToArray().Select(l => all[l])]
                );
            })
            .ToArray();
        var dataset = new ExtractDataset(
            "Essai",
            "1",
            new string('a', 64),
            [new ExtractSource("s", "Un document", "Un éditeur", PartialDate.Parse("2021-05"))]
        );
        return new Extract(
            dataset,
            MultilingualText.Of("un essai", "a trial"),
            projection,
            sorted,
            ties,
            communities.Modularity
        );
    }

    public static ExtractBody Body(
        string id,
        string? name = null,
        bool grouping = false,
        string kind = "association",
        string? acronym = null,
        string? territory = null
    ) =>
        new(
            id,
            name ?? id,
            acronym,
            grouping,
            !grouping,
            true,
            Term(kind),
            territory is null ? null : Term(territory),
            null,
            null,
            null
        );

    public static ExtractLink Member(
        ExtractBody actor,
        ExtractBody grouping,
        string? from = null,
        string? to = null,
        Status status = Status.CURRENT,
        LinkChange? change = null
    ) => Link(actor, grouping, true, "member", from, to, status, change);

    public static ExtractLink Partner(
        ExtractBody source,
        ExtractBody target,
        string? from = null,
        string? to = null,
        Status status = Status.CURRENT,
        LinkChange? change = null,
        bool directed = true
    ) => Link(source, target, false, "funds", from, to, status, change) with { Directed = directed };

    private static ExtractLink Link(
        ExtractBody source,
        ExtractBody target,
        bool membership,
        string type,
        string? from,
        string? to,
        Status status,
        LinkChange? change
    )
    {
        PartialDate? Date(string? text) => string.IsNullOrEmpty(text) ? null : PartialDate.Parse(text);
        return new ExtractLink(
            $"{source.Id}~{target.Id}~{type}~{from}",
            membership,
            new ExtractEnd(source.Id, source.Name),
            new ExtractEnd(target.Id, target.Name),
            Term(type),
            false,
            true,
            Date(from),
            Date(to),
            Period.Of(Date(from), Date(to), status, null),
            status,
            Confidence.STATED,
            Regularity.UNSTATED,
            [],
            default,
            [],
            change
        );
    }

    private static ExtractTerm Term(string id) => new(id, MultilingualText.Of(id, id));

    private static Dictionary<string, Extract> ReadReal()
    {
        var real = new Dictionary<string, Extract>(StringComparer.Ordinal);
        var organisations = Rows("ror", "actors.csv")
            .ToDictionary(
                r => r["id"],
                r => Body(r["id"], r["name"], kind: r["kind"].Split('|')[0], territory: r["country"]),
                StringComparer.Ordinal
            );
        var links = Rows("ror", "links.csv")
            .Where(r => r["source"] != r["target"])
            .Select(r => (A: r["source"], B: r["target"], Type: r["type"]))
            .ToArray();
        var degrees = links
            .SelectMany(l => new[] { l.A, l.B })
            .GroupBy(i => i, StringComparer.Ordinal)
            .Where(g => g.Count() is >= 12 and <= 30)
            .Select(g => g.Key)
            .Order(StringComparer.Ordinal)
            .ToArray();
        foreach (var (size, at) in new[] { (30, 0), (150, 37), (300, 111) })
        {
            var near = Near([.. links.Select(l => (l.A, l.B))], degrees[at], size);
            var told = links
                .Where(l => near.Contains(l.A) && near.Contains(l.B))
                .DistinctBy(l => string.CompareOrdinal(l.A, l.B) < 0 ? (l.A, l.B) : (l.B, l.A));
            real[$"ror-{size}"] = Make(
                near.Select(i => organisations[i]),
                told.Select(l => Partner(organisations[l.A], organisations[l.B], directed: l.Type != "related"))
            );
        }
        var groupings = Rows("open-dev-data", "groupings.csv")
            .ToDictionary(
                r => r["id"],
                r => Body(r["id"], r["name"], grouping: true, kind: r["kind"]),
                StringComparer.Ordinal
            );
        var memberships = Rows("open-dev-data", "memberships.csv")
            .Select(r => (A: r["actor"], B: r["grouping"], From: r["from"], To: r["to"]))
            .ToArray();
        var sizes = memberships
            .GroupBy(m => m.B, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var small = memberships.Where(m => sizes[m.B] is >= 5 and <= 25).DistinctBy(m => (m.A, m.B)).ToArray();
        var busy = small
            .GroupBy(m => m.A, StringComparer.Ordinal)
            .Where(g => g.Count() >= 4)
            .Select(g => g.Key)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var wanted = new Dictionary<string, ExtractBody>(StringComparer.Ordinal);
        foreach (var row in Rows("open-dev-data", "actors.csv"))
            wanted[row["id"]] = Body(row["id"], row["name"], kind: row["kind"]);
        foreach (var (size, at) in new[] { (60, 0), (120, 11) })
        {
            var near = Near([.. small.Select(m => (m.A, m.B))], busy[at], size);
            var told = small.Where(m => near.Contains(m.A) && near.Contains(m.B)).ToArray();
            real[$"dev-{size}"] = Make(
                near.Select(i => groupings.TryGetValue(i, out var g) ? g : wanted[i]),
                told.Select(m => Member(wanted[m.A], groupings[m.B], m.From, m.To))
            );
        }
        return real;
    }

    // Breadth first until there are so many.
    private static HashSet<string> Near((string A, string B)[] pairs, string from, int size)
    {
        var neighbors = pairs
            .Concat(pairs.Select(p => (A: p.B, B: p.A)))
            .ToLookup(p => p.A, p => p.B, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var at))
            foreach (var next in neighbors[at])
                if (seen.Count < size && seen.Add(next))
                    queue.Enqueue(next);
        return seen;
    }

    private static List<Dictionary<string, string>> Rows(string data, string file)
    {
        var text = Tool.Run("tar", ["xJOf", SharedFiles.Shared($"datasets/{data}.tar.xz"), $"{data}/{file}"]);
        using var csv = CsvReader.Create(
            text,
            new CsvReaderOptions
            {
                Separator = ',',
                HasHeader = false,
                PoolStrings = true,
            }
        );
        string[]? header = null;
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            var cells = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray();
            if (header is null)
                header = cells;
            else
                rows.Add(header.Zip(cells).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal));
        }
        return rows;
    }
}

using System.Globalization;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j.Cypher;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Loading;

/// <summary>Writes a graph into a Neo4j database of its own, replacing what an earlier load wrote.</summary>
/// <remarks>
/// A load may end at any moment: the mark it leaves tells the API that the graph is not whole, and the next load begins
/// by removing what is there. Every batch checks in its own transaction that the load still owns the mark.
/// </remarks>
/// <param name="client">Asks the server.</param>
/// <param name="progress">Is told how far the load is.</param>
public sealed class GraphLoader(Neo4jClient client, IProgress<LoadProgress> progress)
{
    /// <summary>How many records one transaction writes.</summary>
    public const int BatchSize = 10_000;

    /// <summary>How long the mark of a load that no longer renews it keeps others out.</summary>
    internal TimeSpan MarkLife { get; init; } = TimeSpan.FromSeconds(30);

    private static readonly string[] PairNames = ["from", "to"];

    private const int DeleteBatchSize = 20_000;

    private static readonly Dictionary<string, Value> NoParameters = [];

    private string _token = "";

    /// <summary>Loads a graph.</summary>
    /// <exception cref="LoadException">The database holds other data, or another load is under way.</exception>
    /// <exception cref="Neo4jException">The server does not answer.</exception>
    public async Task<LoadOutcome> LoadAsync(ResolvedGraph graph, CancellationToken cancellation)
    {
        await RefuseForeignAsync(cancellation);
        await WriteSchemaAsync(cancellation);
        if (await HoldsAsync(graph.Data.Sha256, cancellation))
            return LoadOutcome.Unchanged;

        await using var mark = await LoadMark.TakeAsync(client, MarkLife, cancellation);
        _token = mark.Token;
        if (await HoldsAsync(graph.Data.Sha256, cancellation, underOwnMark: true))
        {
            await EndAsync("MATCH (d:Dataset) RETURN count(d)", NoParameters, cancellation);
            return LoadOutcome.Unchanged;
        }
        await RemoveAsync(cancellation);
        await WriteNodesAsync(graph, cancellation);
        await WriteLinksAsync(graph, cancellation);
        await EndAsync(
            "CREATE (d:Dataset {only: true}) SET d += $dataset RETURN count(d)",
            new Dictionary<string, Value> { ["dataset"] = DatasetOf(graph) },
            cancellation
        );
        return LoadOutcome.Loaded;
    }

    private static Dictionary<string, Value> DatasetOf(ResolvedGraph graph)
    {
        var lengths = LongestLists.Of(graph).Longest;
        return new Dictionary<string, Value>
        {
            ["listNames"] = lengths.Keys.ToArray(),
            ["listLengths"] = lengths.Values.Select(length => (Value)length).ToArray(),
            ["title"] = graph.Data.Title,
            ["version"] = graph.Data.Version,
            ["sha256"] = graph.Data.Sha256,
            ["shape"] = GraphShape.Version,
            ["actorCount"] = graph.Actors.Length,
            ["groupingCount"] = graph.Groupings.Length,
            ["membershipCount"] = graph.Memberships.Length,
            ["partnershipCount"] = graph.Partnerships.Length,
        };
    }

    // Every node a load writes has one of these labels, and a mark or a data set stands beside them.
    private async Task RefuseForeignAsync(CancellationToken cancellation)
    {
        var (foreign, unmarked) = await client.OneAsync(
            new Statement(
                """
                CYPHER 5
                RETURN EXISTS { (n) WHERE NOT n:Entity AND NOT n:Concept AND NOT n:Territory AND NOT n:Source AND NOT n:Passage
                    AND NOT n:NameForm AND NOT n:Measure AND NOT n:Denial AND NOT n:DataFinding AND NOT n:Dataset AND NOT n:Load },
                  EXISTS { (n) } AND NOT EXISTS { (:Dataset {only: true}) } AND NOT EXISTS { (:Load {only: true}) }
                """
            ),
            values => (values.Flag(), values.Flag()),
            cancellation
        );
        if (foreign || unmarked)
        {
            throw new LoadException(
                "the database holds nodes that this program did not make; give it a database of its own: an empty server, or another name in Neo4j:Database"
            );
        }
    }

    private async Task WriteSchemaAsync(CancellationToken cancellation)
    {
        progress.Report(new LoadProgress("constraints and indexes", 0, 0));
        foreach (var statement in await SchemaAsync(cancellation))
            await WriteAsync(statement, NoParameters, cancellation);
        await WriteAsync(
            "UNWIND $names AS name CALL db.createProperty(name) FINISH",
            new Dictionary<string, Value> { ["names"] = GraphShape.PropertyNames.ToArray() },
            cancellation
        );
        await WriteAsync(
            "UNWIND $names AS name CALL db.createRelationshipType(name) FINISH",
            new Dictionary<string, Value> { ["names"] = Value.Of(GraphShape.RelationshipTypes) },
            cancellation
        );
        await WriteAsync("CALL db.awaitIndexes(120)", NoParameters, cancellation);
    }

    private static async Task<IEnumerable<string>> SchemaAsync(CancellationToken cancellation)
    {
        await using var resource = typeof(GraphLoader).Assembly.GetManifestResourceStream("neo4j.cypher")!;
        using var reader = new StreamReader(resource);
        var lines = (await reader.ReadToEndAsync(cancellation))
            .Split('\n')
            .Where(line => !line.StartsWith("//", StringComparison.Ordinal));
        return string.Join('\n', lines)
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private Task<bool> HoldsAsync(string sha256, CancellationToken cancellation, bool underOwnMark = false) =>
        client.OneAsync(
            new Statement(
                "CYPHER 5 RETURN EXISTS { (:Dataset {sha256: $sha256, shape: $shape}) } AND NOT EXISTS { (l:Load) WHERE l.token <> $token }",
                new Dictionary<string, Value>
                {
                    ["sha256"] = sha256,
                    ["shape"] = GraphShape.Version,
                    ["token"] = underOwnMark ? _token : "",
                }
            ),
            values => values.Flag(),
            cancellation
        );

    // What says that the graph is whole goes first.
    private async Task RemoveAsync(CancellationToken cancellation)
    {
        await BatchAsync("MATCH (d:Dataset) DELETE d", NoParameters, cancellation);
        var (links, nodes) = await client.OneAsync(
            new Statement("CYPHER 5 RETURN COUNT { ()-->() }, COUNT { (n) WHERE NOT n:Load }"),
            values => (values.Int(), values.Int()),
            cancellation
        );
        await RemoveAsync("links that were there, removed", "MATCH ()-[r]->()", "r", links, cancellation);
        await RemoveAsync("nodes that were there, removed", "MATCH (n) WHERE NOT n:Load", "n", nodes, cancellation);
    }

    private async Task RemoveAsync(string step, string match, string what, int total, CancellationToken cancellation)
    {
        var limit = new Dictionary<string, Value> { ["limit"] = DeleteBatchSize };
        for (var removed = 0; ; )
        {
            var count = await BatchAsync($"{match} WITH {what} LIMIT $limit DELETE {what}", limit, cancellation);
            if (count == 0)
                return;
            removed += count;
            progress.Report(new LoadProgress(step, removed, Math.Max(removed, total)));
        }
    }

    private async Task WriteNodesAsync(ResolvedGraph graph, CancellationToken cancellation)
    {
        foreach (
            var type in new[]
            {
                Records.Concept,
                Records.Territory,
                Records.Source,
                Records.Passage,
                Records.NameForm,
                Records.Measure,
                Records.Denial,
                Records.DataFinding,
            }
        )
        {
            await WriteRowsAsync(
                type.Name switch
                {
                    "Territory" => "territories",
                    "DataFinding" => "findings",
                    "NameForm" => "names",
                    _ => type.Name.ToLowerInvariant() + "s",
                },
                type.Count(graph),
                GraphShape.NamesOf(type),
                row => NodeOf(graph, type, row),
                columns => $"CREATE (:{type.Name} {columns.All})",
                cancellation
            );
        }
        await WriteRowsAsync(
            "groupings",
            graph.Groupings.Length,
            GraphShape.NamesOf(Records.Grouping),
            row => GroupingOf(graph, row),
            columns =>
                $"CREATE (n:Entity:Grouping {columns.All}) FOREACH (_ IN CASE WHEN {columns["actorKind"]} IS NULL THEN [] ELSE [1] END | SET n:Actor)",
            cancellation
        );
        var actors = Enumerable
            .Range(0, graph.Actors.Length)
            .Where(row => graph.GroupingOfActor[row] == ResolvedGraph.None)
            .ToArray();
        await WriteRowsAsync(
            "actors",
            actors.Length,
            GraphShape.NamesOf(Records.Actor),
            i => ActorOf(graph, actors[i]),
            columns => $"CREATE (:Entity:Actor {columns.All})",
            cancellation
        );
    }

    private static Dictionary<string, Value> NodeOf(ResolvedGraph graph, RecordType type, int row)
    {
        var node = GraphShape.PropertiesOf(graph, type, row);
        node["rank"] = row;
        if (type == Records.Passage)
            AddLinks(graph, row, node);
        return node;
    }

    private static void AddLinks(ResolvedGraph graph, int passage, Dictionary<string, Value> node)
    {
        var links = graph.CitedIn.LinksOf(passage).ToArray();
        if (links.Length == 0)
            return;
        string Id(LinkRow link) =>
            graph.Links.IsMembership(link)
                ? graph.Memberships[graph.Links.Row(link)].Id
                : graph.Partnerships[graph.Links.Row(link)].Id;
        node["links"] = Array.ConvertAll(links, link => (graph.Links.IsMembership(link) ? "m:" : "p:") + Id(link));
        node["memberships"] = links.Where(graph.Links.IsMembership).Select(Id).ToArray();
        node["partnerships"] = links.Where(link => !graph.Links.IsMembership(link)).Select(Id).ToArray();
    }

    private static Dictionary<string, Value> ActorOf(ResolvedGraph graph, int row)
    {
        var node = GraphShape.PropertiesOf(graph, Records.Actor, row);
        node["kind"] = node["actorKind"];
        return node;
    }

    // A body that is both: what only an actor has stands beside the grouping's own.
    private static Dictionary<string, Value> GroupingOf(ResolvedGraph graph, int row)
    {
        var node = GraphShape.PropertiesOf(graph, Records.Grouping, row);
        node["memberCount"] = graph.Links.MembersOfGrouping.Count(row);
        if (graph.ActorOfGrouping[row] is not (var actor and not ResolvedGraph.None))
            return node;
        foreach (var (name, value) in GraphShape.PropertiesOf(graph, Records.Actor, actor))
            node.TryAdd(name, value);
        return node;
    }

    private async Task WriteLinksAsync(ResolvedGraph graph, CancellationToken cancellation)
    {
        var pairs = new HashSet<(int Actor, int Grouping)>();
        await WriteRowsAsync(
            "memberships",
            graph.Memberships.Length,
            GraphShape.NamesOf(Records.Membership),
            row => MembershipOf(graph, row, pairs),
            columns =>
                $"MATCH (a:Actor {{id: {columns["actor"]}}}) MATCH (g:Grouping {{id: {columns["grouping"]}}}) CREATE (a)-[:MEMBER_OF {columns.All}]->(g)",
            cancellation
        );
        await WriteRowsAsync(
            "partnerships",
            graph.Partnerships.Length,
            GraphShape.NamesOf(Records.Partnership),
            row => PartnershipOf(graph, row),
            columns =>
                $"MATCH (a:Entity {{id: {columns["source"]}}}) MATCH (b:Entity {{id: {columns["target"]}}}) CREATE (a)-[:PARTNER_OF {columns.All}]->(b)",
            cancellation
        );
        var groupings = Enumerable.Range(0, graph.Groupings.Length).ToArray();
        await WritePairsAsync(
            "parts",
            Pairs(groupings, g => graph.Groupings[g].Id, g => graph.Groupings[g].PartOf),
            "Grouping",
            "PART_OF",
            "Grouping",
            cancellation
        );
        await WritePairsAsync(
            "themes",
            Pairs(groupings, g => graph.Groupings[g].Id, g => graph.Groupings[g].Themes),
            "Grouping",
            "ON_THEME",
            "Concept",
            cancellation
        );
        // Where a term stands under several, the ways up are more than the terms: whichever are reached is written once and for all.
        await WritePairsAsync(
            "themes and broader ones",
            PairsOfThemes(graph),
            "Grouping",
            "UNDER_THEME",
            "Concept",
            cancellation
        );
        await WritePairsAsync(
            "broader terms",
            Pairs(graph.Concepts, c => c.Id, c => c.Broader),
            "Concept",
            "BROADER",
            "Concept",
            cancellation
        );
        await WritePairsAsync(
            "territories within others",
            Pairs(graph.Territories, t => t.Id, t => One(t.Within)),
            "Territory",
            "WITHIN",
            "Territory",
            cancellation
        );
        await WritePairsAsync(
            "passages of sources",
            Pairs(graph.Passages, p => p.Id, p => One(p.Source)),
            "Passage",
            "OF_SOURCE",
            "Source",
            cancellation
        );
        await WritePairsAsync("places", Places(graph), "Entity", "LOCATED_IN", "Territory", cancellation);
    }

    private static (string From, string To)[] PairsOfThemes(ResolvedGraph graph) =>
        Pairs(
            Enumerable.Range(0, graph.Groupings.Length),
            g => graph.Groupings[g].Id,
            g => graph.Vocabulary.AtOrAbove(graph.Links.GroupingThemes.Of(g)).Select(theme => graph.Concepts[theme].Id)
        );

    private static (string From, string To)[] Places(ResolvedGraph graph)
    {
        var places = new List<(string From, string To)>();
        for (var grouping = 0; grouping < graph.Groupings.Length; grouping++)
        {
            if (graph.Places.OfGrouping[grouping] is var place and not ResolvedGraph.None)
                places.Add((graph.Groupings[grouping].Id, graph.Territories[place].Id));
        }
        for (var actor = 0; actor < graph.Actors.Length; actor++)
        {
            if (graph.GroupingOfActor[actor] != ResolvedGraph.None)
                continue;
            if (graph.Places.OfActor[actor] is var place and not ResolvedGraph.None)
                places.Add((graph.Actors[actor].Id, graph.Territories[place].Id));
        }
        return [.. places];
    }

    private static Dictionary<string, Value> MembershipOf(
        ResolvedGraph graph,
        int row,
        HashSet<(int Actor, int Grouping)> pairs
    )
    {
        var link = GraphShape.PropertiesOf(graph, Records.Membership, row);
        link["startKey"] = GraphShape.StartKey(graph.Memberships[row].From?.Span);
        var (actor, grouping) = (graph.Links.MembershipActor[row], graph.Links.MembershipGrouping[row]);
        if (graph.Links.MembershipCounts[row] && pairs.Add((actor, grouping)))
        {
            link["memberKey"] = graph.ActorKeys[actor];
        }
        return link;
    }

    private static Dictionary<string, Value> PartnershipOf(ResolvedGraph graph, int row)
    {
        var link = GraphShape.PropertiesOf(graph, Records.Partnership, row);
        link["startKey"] = GraphShape.StartKey(graph.Partnerships[row].From?.Span);
        return link;
    }

    private static IEnumerable<string> One(string? id) => id is null ? [] : [id];

    private static (string From, string To)[] Pairs<T>(
        IEnumerable<T> rows,
        Func<T, string> from,
        Func<T, IEnumerable<string>> to
    ) => [.. rows.SelectMany(row => to(row).Select(target => (from(row), target)))];

    private Task WritePairsAsync(
        string step,
        (string From, string To)[] pairs,
        string from,
        string type,
        string to,
        CancellationToken cancellation
    ) =>
        WriteRowsAsync(
            step,
            pairs.Length,
            PairNames,
            i => new Dictionary<string, Value> { ["from"] = pairs[i].From, ["to"] = pairs[i].To },
            columns =>
                $"MATCH (a:{from} {{id: {columns["from"]}}}) MATCH (b:{to} {{id: {columns["to"]}}}) CREATE (a)-[:{type}]->(b)",
            cancellation
        );

    // While the server writes one batch, the next is made.
    private async Task WriteRowsAsync(
        string step,
        int count,
        IReadOnlyList<string> names,
        Func<int, Dictionary<string, Value>> rowOf,
        Func<RowColumns, string> each,
        CancellationToken cancellation
    )
    {
        var written = Task.CompletedTask;
        for (var start = 0; start < count; start += BatchSize)
        {
            var columns = new RowColumns(
                [.. Enumerable.Range(start, Math.Min(BatchSize, count - start)).Select(rowOf)],
                names
            );
            var batch = Batch(
                $"UNWIND $rows AS r {each(columns)}",
                new Dictionary<string, Value> { ["rows"] = columns.Rows }
            );
            await written;
            written = WriteBatchAsync(
                batch,
                new LoadProgress(step, Math.Min(count, start + BatchSize), count),
                cancellation
            );
        }
        await written;
    }

    private async Task WriteBatchAsync(Statement batch, LoadProgress done, CancellationToken cancellation)
    {
        await BatchAsync(batch, cancellation);
        progress.Report(done);
    }

    private Task<int> BatchAsync(string body, Dictionary<string, Value> parameters, CancellationToken cancellation) =>
        BatchAsync(Batch(body, parameters), cancellation);

    // Does nothing where the mark is no longer this load's.
    private Statement Batch(string body, Dictionary<string, Value> parameters) =>
        new(
            $$"""
            CYPHER 5
            MATCH (l:Load {token: $token}) SET l.renewed = timestamp()
            WITH l
            CALL () { {{body}} RETURN count(*) AS done }
            RETURN done
            """,
            With(parameters),
            AccessMode.Write
        );

    /// <summary>Runs one batch; gives the number of records that it touched.</summary>
    private async Task<int> BatchAsync(Statement batch, CancellationToken cancellation)
    {
        var touched = await client.AllAsync(batch, values => values.Int(), cancellation);
        return touched is [var count] ? count : throw Lost();
    }

    private async Task EndAsync(string body, Dictionary<string, Value> parameters, CancellationToken cancellation)
    {
        var ended = await client.AllAsync(
            new Statement(
                $"CYPHER 5 MATCH (l:Load {{token: $token}}) DELETE l WITH count(l) AS mine WHERE mine = 1 CALL () {{ {body} AS done }} RETURN done",
                With(parameters),
                AccessMode.Write
            ),
            values => values.Whole(),
            cancellation
        );
        if (ended.Count == 0)
            throw Lost();
    }

    private static LoadException Lost() => new("another load has taken this one over; start again when it has ended");

    private Dictionary<string, Value> With(Dictionary<string, Value> parameters) =>
        new(parameters, StringComparer.Ordinal) { ["token"] = _token };

    private Task<Summary> WriteAsync(
        string statement,
        Dictionary<string, Value> parameters,
        CancellationToken cancellation
    ) => client.RunAsync(new Statement("CYPHER 5 " + statement, parameters, AccessMode.Write), cancellation);
}

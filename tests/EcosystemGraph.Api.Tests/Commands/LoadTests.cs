using System.Globalization;
using System.Text;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j;
using EcosystemGraph.Neo4j.Tests;
using EcosystemGraph.Neo4j.Transport;
using GraphQL;

namespace EcosystemGraph.Api.Tests.Commands;

/// <summary>
/// <c>load</c> as a process of its own on a server of its own, with data of many batches: killed at several moments, its
/// server stopped under it, two at once. Whatever happened, the next load arrives at the same graph.
/// </summary>
public sealed class LoadTests
{
    private const int Actors = 12_000;
    private const int Groupings = 500;
    private const int Memberships = 21_000;

    // How long the mark of a load that no longer renews it keeps others out.
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);

    private const string UnderWay = "another load is under way";

    // What is asked of both stores: counts, the ends of long lists, a hub's pages, links both ways.
    private static readonly string[] Questions =
    [
        "{ dataset { title sha256 actorCount groupingCount membershipCount } }",
        "{ actors(first: 50) { totalCount nodes { id name memberships(first: 5) { totalCount nodes { id from grouping { id name } } } } } }",
        "{ actors(last: 50) { nodes { id name groupings(first: 5) { nodes { id namedMemberCount } } } } }",
        "{ groupings(last: 50) { totalCount nodes { id name namedMemberCount members(first: 10) { totalCount nodes { id name } } } } }",
        """{ grouping(id: "g0") { members(first: 50) { totalCount pageInfo { endCursor } nodes { id } } memberships(last: 50) { totalCount nodes { id from actor { id } } } } }""",
        """{ memberships(where: { activeAt: { date: "2015" } }, last: 50, order: [{ from: DESC }]) { totalCount nodes { id from } } }""",
    ];

    private string _folder = "";
    private Neo4jServer _server = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _folder = Directory.CreateTempSubdirectory("load").FullName;
        Write("first", "First");
        Write("second", "Second");
        _server = await Neo4jServer.StartAsync(own: true);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test, Order(1)]
    public async Task Of_two_loads_at_once_the_second_says_that_one_is_under_way()
    {
        using var first = Load("first");
        await LineAsync(first, "actors: 10000 of 12000");
        // Held while the second starts, which takes as long as all that is left to do.
        await first.SendAsync("STOP");

        await RefusedAsync("second");
        Assert.That(await ErrorOfServerAsync(), Is.EqualTo(AnswerErrorCodes.Loading));
        await first.SendAsync("CONT");
        Assert.That(
            await LineAsync(first, "Loaded"),
            Does.Contain($"{Actors} actors").And.Contain($"{Memberships} memberships")
        );
        await HoldsAsync("first");
    }

    // "links that were there" is met only where something was: the first time it is what the first test loaded.
    [Test, Order(2)]
    public async Task Killed_at_any_moment_or_left_by_its_server_it_arrives_at_the_same_graph_when_it_is_started_again()
    {
        foreach (var moment in new[] { "links that were there", "memberships: 10000" })
        {
            using (var killed = await AtAsync(moment))
                await killed.SignalAsync("KILL");
            Assert.That(
                await ErrorOfServerAsync(),
                Is.EqualTo(AnswerErrorCodes.Loading),
                $"no half graph is shown after {moment}"
            );
        }

        using (var left = await AtAsync("actors: 10000"))
        {
            await _server.StopAsync(atOnce: true);
            Assert.That(await left.EndAsync(), Is.EqualTo(1));
            Assert.That(
                await left.ErrorAsync(),
                Does.Match(@"^Not loaded: the Neo4j server (does not answer|broke off its answer); [^\n]+\.\n$")
            );
        }
        await RefusedAsync("second", "the Neo4j server does not answer");
        await _server.StartAsync();
        Assert.That(await ErrorOfServerAsync(), Is.EqualTo(AnswerErrorCodes.Loading));

        // This time the 30 s do pass. Until then each start would say that a load is under way.
        while (await AgeOfMarkAsync() is var age && age <= Life)
            await Task.Delay(Life - age + TimeSpan.FromSeconds(1));
        var (code, output, error) = await RunningProgram.RunAsync(Arguments("second"));
        Assert.That(code, Is.Zero, error);
        Assert.That(output.Contains((char)27, StringComparison.Ordinal), Is.False, "a file gets plain lines");
        Assert.That(
            output,
            Does.Contain("memberships: 10000 of 21000\nmemberships: 20000 of 21000\nmemberships: 21000 of 21000\n")
        );
        await HoldsAsync("second");
    }

    [Test, Order(3)]
    public async Task Loading_the_same_again_changes_nothing_and_says_so()
    {
        var (code, output, error) = await RunningProgram.RunAsync(Arguments("second"));

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.EndWith("already; nothing was changed.\n"));
        await HoldsAsync("second");
    }

    private string[] Arguments(string data) =>
        ["load", "--data", Path.Combine(_folder, data), "--neo4j-uri", _server.Settings.Uri];

    private RunningProgram Load(string data) => RunningProgram.Start(Arguments(data));

    /// <summary>The second load, taking over from a dead one, when it has just said something.</summary>
    private async Task<RunningProgram> AtAsync(string moment)
    {
        while (true)
        {
            // As though 30 s had passed. What the dead one had sent already may renew its mark once more.
            await _server
                .Client()
                .RunAsync(
                    new Statement("MATCH (l:Load) SET l.renewed = l.renewed - 30001", AccessMode.Write),
                    CancellationToken.None
                );
            var program = Load("second");
            while (await program.LineAsync() is { } line)
            {
                if (line.StartsWith(moment, StringComparison.Ordinal))
                    return program;
            }
            Assert.That(await program.ErrorAsync(), Does.Contain(UnderWay));
            program.Dispose();
        }
    }

    // By the server's clock, as the program reckons.
    private Task<TimeSpan> AgeOfMarkAsync() =>
        _server
            .Client()
            .OneAsync(
                new Statement("MATCH (l:Load) RETURN timestamp() - l.renewed"),
                row => TimeSpan.FromMilliseconds(row.Whole()),
                CancellationToken.None
            );

    private static async Task<string> LineAsync(RunningProgram program, string start)
    {
        while (await program.LineAsync() is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
                return line;
        }
        throw new InvalidOperationException($"it ended without '{start}': {await program.ErrorAsync()}");
    }

    private async Task RefusedAsync(string data, string why = UnderWay)
    {
        var (code, _, error) = await RunningProgram.RunAsync(Arguments(data));
        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Match($@"^Not loaded: {why}[^\n]+\.\n$"));
    }

    /// <summary>The database answers as the in-memory store does, and holds nothing else.</summary>
    private async Task HoldsAsync(string data)
    {
        var graph = new ResolvedGraph(
            (await PackageReader.ReadAsync(Path.Combine(_folder, data), CancellationToken.None)).Dataset
        );
        var (asked, expected) = (Answerer(new Neo4jStore(_server.Client())), Answerer(new InMemoryStore(graph)));
        foreach (var question in Questions)
        {
            var answer = await AnswerAsync(asked, question);
            Assert.That(answer, Does.Not.Contain("\"errors\""));
            Assert.That(answer, Is.EqualTo(await AnswerAsync(expected, question)), question);
        }
        var counts = await _server
            .Client()
            .OneAsync(
                new Statement(
                    "RETURN COUNT { (:Actor) }, COUNT { (:Grouping) }, COUNT { ()-[:MEMBER_OF]->() }, COUNT { (:Load) }, COUNT { (n) WHERE NOT n:Entity AND NOT n:Concept AND NOT n:Dataset AND NOT n:DataFinding AND NOT n:NameForm }"
                ),
                row => new[] { row.Whole(), row.Whole(), row.Whole(), row.Whole(), row.Whole() },
                CancellationToken.None
            );
        Assert.That(counts, Is.EqualTo(new long[] { Actors, Groupings, Memberships, 0, 0 }));
    }

    private static GraphQLAnswerer Answerer(IStore store)
    {
        var schema = new EcosystemSchema();
        return new GraphQLAnswerer(schema, new GraphQLReader(schema), store);
    }

    private static async Task<string> AnswerAsync(GraphQLAnswerer answerer, string query)
    {
        using var writer = new AnswerWriter(8 << 20);
        await answerer.AnswerAsync(new Question(query, null, Inputs.Empty), writer, CancellationToken.None);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }

    /// <summary>The code of the error that a question to the database gets; null where it is answered.</summary>
    private async Task<string?> ErrorOfServerAsync()
    {
        using var json = System.Text.Json.JsonDocument.Parse(
            await AnswerAsync(Answerer(new Neo4jStore(_server.Client())), Questions[0])
        );
        return json.RootElement.TryGetProperty("errors", out var errors)
            ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
            : null;
    }

    // A tenth of the memberships is of one grouping; the two packages have the same ids and other names.
    private void Write(string data, string title)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, data)).FullName;
        Rows(folder, "actors.csv", "id,name", Actors, i => $"a{i},{title} actor {i * 7919 % Actors}");
        Rows(folder, "groupings.csv", "id,name", Groupings, i => $"g{i},{title} grouping {i * 37 % Groupings}");
        Rows(
            folder,
            "memberships.csv",
            "id,actor,grouping,from",
            Memberships,
            i => $"m{i},a{i % Actors},g{(i % 10 == 0 ? 0 : i % Groupings)},{2000 + i % 23}"
        );
    }

    private static void Rows(string folder, string file, string header, int count, Func<int, string> row) =>
        File.WriteAllLines(
            Path.Combine(folder, file),
            Enumerable
                .Range(0, count)
                .Select(i => string.Create(CultureInfo.InvariantCulture, $"{row(i)}"))
                .Prepend(header)
        );
}

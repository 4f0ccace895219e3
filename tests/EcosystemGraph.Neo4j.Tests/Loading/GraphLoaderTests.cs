using System.Text.Json;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Neo4j.Loading;
using EcosystemGraph.Neo4j.Tests.Generated;
using EcosystemGraph.Neo4j.Tests.Transport;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Tests.Loading;

/// <summary>Loading, on a real server: it replaces, repeats, resumes, refuses, and never shows half a graph.</summary>
public sealed class GraphLoaderTests
{
    private static readonly ResolvedGraph First = new(DataMaker.Of(1));
    private static readonly ResolvedGraph Second = new(DataMaker.Of(2));

    private Neo4jServer _server = null!;
    private Neo4jClient _client = null!;

    [SetUp]
    public async Task Empty()
    {
        _server = await SharedServer.GetAsync();
        _client = _server.Client();
        await _server.ClearAsync();
    }

    [Test]
    public async Task Loading_the_same_data_again_changes_nothing()
    {
        Assert.That(await LoadAsync(First), Is.EqualTo(LoadOutcome.Loaded));
        var before = await DumpAsync();

        Assert.That(await LoadAsync(First), Is.EqualTo(LoadOutcome.Unchanged));
        Assert.That(await DumpAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Loading_other_data_leaves_nothing_old()
    {
        await LoadAsync(Second);
        var expected = await DumpAsync();
        await _server.ClearAsync();
        await LoadAsync(First);

        Assert.That(await LoadAsync(Second), Is.EqualTo(LoadOutcome.Loaded));
        Assert.That(await DumpAsync(), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_load_that_ended_at_any_moment_is_taken_up_by_the_next()
    {
        await LoadAsync(Second);
        var expected = await DumpAsync();
        for (var moment = 1; moment < 16; moment += 2)
        {
            await LoadAsync(First);
            using var ended = new CancellationTokenSource();
            var reports = 0;
            var progress = new Reported(_ =>
            {
                if (++reports == moment)
                    ended.Cancel();
            });
            Assert.CatchAsync<OperationCanceledException>(
                () => new GraphLoader(_client, progress).LoadAsync(Second, ended.Token),
                $"moment {moment}"
            );
            if (moment > 2)
                Assert.That(
                    await AskAsync(),
                    Is.EqualTo(AnswerErrorCodes.Loading),
                    $"no half graph is shown after moment {moment}"
                );

            var outcome = await new GraphLoader(_client, new Reported(_ => { })) { MarkLife = TimeSpan.Zero }.LoadAsync(
                Second,
                CancellationToken.None
            );
            Assert.That(outcome, Is.EqualTo(LoadOutcome.Loaded));
            Assert.That(await DumpAsync(), Is.EqualTo(expected), $"moment {moment}");
            Assert.That(await AskAsync(), Is.Null);
        }
    }

    [Test]
    public async Task A_second_load_says_that_one_is_under_way()
    {
        LoadException? refused = null;
        var progress = new Reported(report =>
        {
            if (report.Step == "memberships")
                refused ??= Assert.ThrowsAsync<LoadException>(() => LoadAsync(Second));
        });
        await new GraphLoader(_client, progress).LoadAsync(First, CancellationToken.None);

        Assert.That(refused!.Message, Does.Contain("another load is under way"));
        Assert.That(await AskAsync(), Is.Null);
    }

    [Test]
    public async Task A_load_whose_mark_was_taken_over_stops()
    {
        var progress = new Reported(report =>
        {
            if (report.Step == "actors")
                Send("MATCH (l:Load) SET l.token = 'another'").GetAwaiter().GetResult();
        });
        var error = Assert.ThrowsAsync<LoadException>(() =>
            new GraphLoader(_client, progress).LoadAsync(First, CancellationToken.None)
        );

        Assert.That(error!.Message, Does.Contain("taken this one over"));
        Assert.That(await AskAsync(), Is.EqualTo(AnswerErrorCodes.Loading));
    }

    [TestCase("CREATE (:Person {name: 'x'})")]
    [TestCase("CREATE (:Actor:Entity {id: 'x'})")]
    public async Task A_database_with_nodes_of_others_is_left_alone(string foreign)
    {
        await Send(foreign);
        var before = await DumpAsync();
        var error = Assert.ThrowsAsync<LoadException>(() => LoadAsync(First));

        Assert.That(error!.Message, Does.Contain("did not make").And.Contain("Neo4j:Database"));
        Assert.That(await DumpAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task What_is_read_cannot_write()
    {
        await LoadAsync(First);
        foreach (
            var statement in new[]
            {
                "CREATE (n:X) RETURN n",
                "MATCH (n) DETACH DELETE n",
                "CREATE INDEX x FOR (n:X) ON (n.y)",
                "CALL db.createLabel('X')",
            }
        )
        {
            Assert.ThrowsAsync<Neo4jException>(
                () => _client.RunAsync(new Statement(statement), CancellationToken.None),
                statement
            );
        }
    }

    private Task<LoadOutcome> LoadAsync(ResolvedGraph graph) =>
        new GraphLoader(_client, new Reported(_ => { })).LoadAsync(graph, CancellationToken.None);

    private Task<Summary> Send(string statement) =>
        _client.RunAsync(new Statement(statement, AccessMode.Write), CancellationToken.None);

    /// <summary>The code of the error that a question gets; null where it is answered.</summary>
    private async Task<string?> AskAsync()
    {
        using var writer = new AnswerWriter(10_000);
        try
        {
            await new Neo4jStore(_client).AnswerAsync(
                new Plan([new DatasetRoot("d", [new DatasetPart("title", DatasetFact.Title)])]),
                writer,
                CancellationToken.None
            );
            return null;
        }
        catch (StoreUnavailableException error)
        {
            return error.Code;
        }
    }

    private async Task<string[]> DumpAsync()
    {
        var nodes = await _client.AllAsync(
            new Statement("MATCH (n) WHERE NOT n:Load RETURN labels(n), properties(n)"),
            Trees.Of,
            CancellationToken.None
        );
        var links = await _client.AllAsync(
            new Statement("MATCH (a)-[r]->(b) RETURN a.id, type(r), properties(r), b.id"),
            Trees.Of,
            CancellationToken.None
        );
        return [.. nodes.Concat(links).Select(row => JsonSerializer.Serialize(row)).Order(StringComparer.Ordinal)];
    }

    private sealed class Reported(Action<LoadProgress> report) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => report(value);
    }
}

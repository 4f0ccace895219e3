using System.Diagnostics;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Neo4j.Tests.Generated;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Tests;

/// <summary>A real server that goes away and comes back, refuses, or takes too long, by every way to it.</summary>
public sealed class ServerFaultTests
{
    private static readonly Plan Question = new([new DatasetRoot("d", [new DatasetPart("title", DatasetFact.Title)])]);

    [Test]
    public async Task While_the_server_is_away_each_question_gets_an_error_and_after_its_return_an_answer()
    {
        await using var server = await Neo4jServer.StartAsync(own: true);
        await server.LoadAsync(new ResolvedGraph(DataMaker.Of(3)));
        var stores = Stores(server);
        var before = await AnswerAsync(stores[0]);
        foreach (var store in stores)
            Assert.That(await AnswerAsync(store), Is.EqualTo(before));

        await server.StopAsync(atOnce: true);
        foreach (var store in stores)
            Assert.That(await CodeAsync(store), Is.EqualTo(AnswerErrorCodes.Unavailable));

        await server.StartAsync();
        var back = Stopwatch.StartNew();
        foreach (var store in stores)
        {
            while (await CodeAsync(store) is not null && back.Elapsed < TimeSpan.FromSeconds(5))
                await Task.Delay(100);
            Assert.That(await AnswerAsync(store), Is.EqualTo(before), "within 5 s of the server's return");
        }
    }

    [Test]
    public async Task Questions_under_way_when_the_server_dies_get_the_answer_or_an_error_never_part_of_it()
    {
        await using var server = await Neo4jServer.StartAsync(own: true);
        await server.LoadAsync(new ResolvedGraph(DataMaker.Of(3)));
        var stores = Stores(server);
        var expected = await AnswerAsync(stores[0]);
        var asking = Enumerable
            .Range(0, 50)
            .Select(async i =>
            {
                await Task.Delay(i * 5);
                try
                {
                    return await AnswerAsync(stores[i % stores.Length]);
                }
                catch (StoreUnavailableException)
                {
                    return null;
                }
            })
            .ToArray();
        await Task.Delay(120);
        await server.StopAsync(atOnce: true);

        Assert.That(await Task.WhenAll(asking), Is.All.EqualTo(expected).Or.Null);
    }

    [Test]
    public async Task A_wrong_password_is_named_as_a_setting()
    {
        await using var server = await Neo4jServer.StartAsync(own: true, "dbms.security.auth_enabled=true");

        foreach (var store in Stores(server, settings => (settings.User, settings.Password) = ("neo4j", "wrong")))
            Assert.That(await CodeAsync(store), Is.EqualTo(AnswerErrorCodes.Unauthorized));
    }

    [Test]
    public async Task An_unknown_database_is_named_as_a_setting()
    {
        var server = await SharedServer.GetAsync();

        foreach (var store in Stores(server, settings => settings.Database = "nowhere"))
            Assert.That(await CodeAsync(store), Is.EqualTo(AnswerErrorCodes.UnknownDatabase));
    }

    [Test]
    public async Task A_statement_over_the_server_s_time_is_ended()
    {
        await using var server = await Neo4jServer.StartAsync(own: true, "db.transaction.timeout=1s");
        // Over Bolt each statement says its own.
        using var client = new Neo4jClient(server.Over("http"));
        var error = Assert.ThrowsAsync<Neo4jException>(() =>
            client.RunAsync(
                new Statement(
                    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a + b AS c RETURN sum(c)"
                ),
                CancellationToken.None
            )
        );

        Assert.That(error!.Fault, Is.EqualTo(Neo4jFault.TimedOut));
    }

    // A store by each way to the server.
    private static Neo4jStore[] Stores(Neo4jServer server, Action<Neo4jSettings>? change = null) =>
        [
            .. server.Ways.Select(way =>
            {
                var settings = new Neo4jSettings { Uri = way.Uri };
                change?.Invoke(settings);
                return new Neo4jStore(new Neo4jClient(settings));
            }),
        ];

    private static async Task<string> AnswerAsync(Neo4jStore store)
    {
        using var writer = new AnswerWriter(10_000);
        await store.AnswerAsync(Question, writer, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(writer.Written.Span);
    }

    private static async Task<string?> CodeAsync(Neo4jStore store)
    {
        try
        {
            await AnswerAsync(store);
            return null;
        }
        catch (StoreUnavailableException error)
        {
            return error.Code;
        }
    }
}

using System.Net;
using EcosystemGraph.Api.Tests.Commands;
using EcosystemGraph.Api.Tests.Http;

namespace EcosystemGraph.Api.Tests.Operation;

/// <summary>Told to stop, the program finishes what runs and takes nothing new.</summary>
public sealed class ShutdownTests
{
    private const string Body = """{"query":"{ dataset { title } }"}""";

    [Test]
    public async Task What_runs_is_finished_and_what_comes_is_refused()
    {
        var store = new WaitingStore();
        await using var server = await Server.StartAsync(store, "Http:ShutdownSeconds=60");
        var running = server.PostAsync(Body);
        await store.Asked;
        var stopping = server.App.StopAsync();
        await RefusedAsync(server);
        store.Go();
        using var answered = await running;
        await stopping;

        Assert.That(answered.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await answered.Content.ReadAsStringAsync(), Is.EqualTo("""{"data":{"dataset":null}}"""));
    }

    [Test]
    public async Task While_it_drains_it_says_so_and_answers_still()
    {
        await using var server = await Server.StartAsync("Http:DrainSeconds=2");
        var stopping = server.App.StopAsync();
        using var ready = await server.Client.GetAsync(new Uri(server.Root, "/health/ready"));
        using var live = await server.Client.GetAsync(new Uri(server.Root, "/health/live"));
        using var answered = await server.PostAsync("""{"query":"{ dataset { version } }"}""");

        Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await ready.Content.ReadAsStringAsync(), Is.EqualTo("stopping\n"));
        Assert.That(live.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answered.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await stopping;
        await RefusedAsync(server);
    }

    [Test]
    public async Task What_takes_too_long_is_ended()
    {
        var store = new WaitingStore();
        await using var server = await Server.StartAsync(store, "Http:ShutdownSeconds=1");
        var running = server.PostAsync(Body);
        await store.Asked;
        await server.App.StopAsync().WaitAsync(TimeSpan.FromSeconds(60));

        await store.Cancelled;
        Assert.That(async () => await running, Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task The_program_itself_finishes_what_runs_when_it_is_told_to_stop()
    {
        await using var neo4j = await FakeNeo4j.StartAsync();
        using var program = RunningProgram.Start([
            "--store",
            "neo4j",
            "--neo4j-uri",
            neo4j.Address,
            "--urls",
            "http://127.0.0.1:0",
        ]);
        await program.LineAsync();
        var address = new Uri((await program.LineAsync())!.Split(' ')[2].TrimEnd('.'));
        var asked = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        neo4j.Before = () =>
        {
            asked.TrySetResult();
            return go.Task;
        };
        var running = SeedServer.Client.PostAsync(address, SeedServer.Json(Body));
        await asked.Task;
        var ended = program.SignalAsync("TERM");
        // Longer than the two seconds after which the command line's library ends a program by default.
        await Task.Delay(3000);
        go.SetResult();
        using var answered = await running;

        Assert.That(await answered.Content.ReadAsStringAsync(), Is.EqualTo("""{"data":{"dataset":{"title":"one"}}}"""));
        Assert.That(await ended, Is.Zero);
        Assert.That(await program.ErrorAsync(), Is.Empty);
    }

    // A connection that is there already may be answered once more; sooner or later none is taken.
    private static async Task RefusedAsync(Server server)
    {
        for (var i = 0; i < 600; i++)
        {
            try
            {
                using var client = new HttpClient();
                using var response = await client.GetAsync(new Uri(server.Root, "/health/ready"));
                Assert.That(
                    response.StatusCode,
                    Is.EqualTo(HttpStatusCode.ServiceUnavailable),
                    "it says that it stops"
                );
            }
            catch (HttpRequestException)
            {
                return;
            }
            await Task.Delay(100);
        }
        Assert.Fail("it still takes connections after a minute");
    }
}

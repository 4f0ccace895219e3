using EcosystemGraph.Api.Tests.Http;

namespace EcosystemGraph.Api.Tests.Operation;

/// <summary>What an operator reads of requests, and what stays the clients' own.</summary>
public sealed class RequestLogTests
{
    private const string Body =
        """{"query":"query Secret($id: ID!) { actor(id: $id) { id } other: actor(id: \"literal\") { id } }","variables":{"id":"cerd"}}""";

    [Test]
    public async Task Each_request_is_one_line_at_Information()
    {
        var log = new LogCollector();
        await using var server = await Server.StartAsync(
            null,
            log.AddTo,
            "Logs:Level=Information",
            "ApiKeys:reports=0123456789abcdef"
        );
        using var answered = await server.PostAsync(Body, "X-Api-Key: 0123456789abcdef");
        using var refused = await server.PostAsync(
            """{"query":"{ bogus }","operationName":"a\nb"}""",
            "X-Api-Key: 0123456789abcdef"
        );
        await server.App.StopAsync();

        Assert.That(log.Lines, Has.Count.EqualTo(2), string.Join('\n', log.Lines));
        Assert.That(
            log.Lines[0],
            Does.Match(@"^Information: POST 200 query Secret document - code - \d+\.\d ms 45 bytes for reports$")
        );
        Assert.That(
            log.Lines[1],
            Does.Match(@"^Information: POST 200 - - document - code BAD_REQUEST \d+\.\d ms \d+ bytes for reports$")
        );
        Assert.That(log.Values[0]["Operation"], Is.EqualTo("Secret"));
        Assert.That(log.Values[0]["Status"], Is.EqualTo(200));
        Assert.That(log.Values[0]["Milliseconds"], Is.GreaterThan(0.0));
        Assert.That(
            string.Join('\n', log.Lines),
            Does.Not.Contain("cerd").And.Not.Contain("literal").And.Not.Contain("0123456789abcdef")
        );
    }

    [Test]
    public async Task Nothing_is_logged_of_requests_unless_it_is_set()
    {
        var log = new LogCollector();
        await using var server = await Server.StartAsync(null, log.AddTo);
        using var answered = await server.PostAsync(Body);
        await server.App.StopAsync();

        Assert.That(log.Lines, Is.Empty);
    }

    [Test]
    public async Task A_document_is_logged_where_that_is_set_and_values_of_variables_never()
    {
        var log = new LogCollector();
        await using var server = await Server.StartAsync(
            null,
            log.AddTo,
            "Logs:Level=Information",
            "Logs:QueryText=true"
        );
        using var answered = await server.PostAsync(Body);
        await server.App.StopAsync();

        Assert.That(log.Lines[1], Does.StartWith("Information: Asked: query Secret($id: ID!)"));
        Assert.That(string.Join('\n', log.Lines), Does.Not.Contain("cerd"));
    }

    [Test]
    public async Task A_mistake_inside_is_logged_whole_as_an_error()
    {
        var log = new LogCollector();
        await using var server = await Server.StartAsync(
            new FailingStore(new InvalidOperationException("the cause")),
            log.AddTo
        );
        using var answered = await server.PostAsync(Body);
        await server.App.StopAsync();

        Assert.That(
            log.Lines.Single(),
            Does.StartWith("Error: A question could not be answered.").And.Contain("the cause")
        );
    }

    [Test]
    public async Task A_client_that_leaves_is_no_mistake()
    {
        var log = new LogCollector();
        var store = new WaitingStore();
        await using var server = await Server.StartAsync(store, log.AddTo, "Logs:Level=Information");
        using var leaves = new CancellationTokenSource();
        var asking = server.Client.PostAsync(server.Address, SeedServer.Json(Body), leaves.Token);
        await store.Asked;
        await leaves.CancelAsync();
        await store.Cancelled;
        await server.App.StopAsync();

        Assert.That(async () => await asking, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(log.Lines.Single(), Does.StartWith("Information: The client left"));
    }
}

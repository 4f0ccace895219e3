using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>Nothing takes for ever: bodies, answers; and nothing goes on for a client that has left.</summary>
public sealed class TimeLimitTests
{
    [Test]
    public async Task A_body_that_does_not_arrive_in_time_is_408()
    {
        await using var server = await Server.StartAsync("Http:BodySeconds=1");
        using var connection = new TcpClient();
        await connection.ConnectAsync(server.Root.Host, server.Root.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"query\":"
            )
        );
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.That(
            answer,
            Does.StartWith("HTTP/1.1 408 ")
                .And.Contain("Connection: close")
                .And.Contain("did not arrive within 1 s")
                .And.Contain("BAD_REQUEST")
        );
    }

    [Test]
    public async Task A_body_in_pieces_is_read_to_its_end()
    {
        await using var server = await Server.StartAsync();
        using var connection = new TcpClient { NoDelay = true };
        await connection.ConnectAsync(server.Root.Host, server.Root.Port);
        var stream = connection.GetStream();
        const string Body = """{"query":"query($id: ID!) { actor(id: $id) { id } }","variables":{"id":"cerd"}}""";
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n"
            )
        );
        foreach (var letter in Body)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes([letter]));
            await Task.Yield();
        }
        using var reader = new StreamReader(stream);

        Assert.That(await reader.ReadToEndAsync(), Does.EndWith("""{"data":{"actor":{"id":"cerd"}}}"""));
    }

    [Test]
    public async Task A_body_that_is_larger_than_the_server_reads_at_once_is_read_to_its_end()
    {
        await using var server = await Server.StartAsync("Http:MaxBodyBytes=16777216");
        foreach (var chunked in new[] { false, true })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, server.Address)
            {
                Content = SeedServer.Json("{\"query\":\"{ dataset { version } }\"" + new string(' ', 9 << 20) + "}"),
            };
            request.Headers.TransferEncodingChunked = chunked;
            using var response = await server.SendAsync(request);
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("1.0.0"));
        }
    }

    [Test, Repeat(10)]
    public async Task A_body_that_ends_too_early_harms_nobody_and_is_no_mistake_inside()
    {
        var log = new LogCollector();
        await using var server = await Server.StartAsync(null, log.AddTo);
        using (var connection = new TcpClient())
        {
            await connection.ConnectAsync(server.Root.Host, server.Root.Port);
            var stream = connection.GetStream();
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes(
                    "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"query\":"
                )
            );
        }
        using var next = await server.PostAsync("""{"query":"{ dataset { version } }"}""");
        Assert.That(next.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await server.App.StopAsync();
        Assert.That(log.Lines, Is.Empty);
    }

    [Test]
    public async Task An_answer_that_takes_too_long_is_503_and_its_work_ends()
    {
        var store = new WaitingStore();
        await using var server = await Server.StartAsync(store, "Http:RequestSeconds=1");
        using var response = await server.PostAsync("""{"query":"{ dataset { title } }"}""");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("TIMEOUT").And.Contain("longer than 1 s"));
        await store.Cancelled;
    }

    [Test]
    public async Task Work_ends_when_the_client_leaves()
    {
        var store = new WaitingStore();
        await using var server = await Server.StartAsync(store);
        using var leaves = new CancellationTokenSource();
        var asking = server.Client.PostAsync(
            server.Address,
            SeedServer.Json("""{"query":"{ dataset { title } }"}"""),
            leaves.Token
        );
        await store.Asked;
        await leaves.CancelAsync();

        Assert.That(async () => await asking, Throws.InstanceOf<OperationCanceledException>());
        await store.Cancelled;
    }

    [Test]
    public async Task A_limit_that_was_used_is_used_again_and_not_carried_over()
    {
        await using var server = await Server.StartAsync("Http:RequestSeconds=1");
        for (var i = 0; i < 2; i++)
        {
            using var response = await server.PostAsync("""{"query":"{ dataset { version } }"}""");
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("1.0.0"));
            await Task.Delay(1500);
        }
    }
}

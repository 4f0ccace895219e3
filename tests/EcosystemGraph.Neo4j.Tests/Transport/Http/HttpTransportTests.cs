using System.Net;
using System.Net.Sockets;
using System.Text;
using EcosystemGraph.Neo4j.Transport;
using EcosystemGraph.Neo4j.Transport.Http;

namespace EcosystemGraph.Neo4j.Tests.Transport.Http;

/// <summary>Every way in which a server may fail to answer over HTTP, told by a server that does as it is told.</summary>
public sealed class HttpTransportTests
{
    private const string Good = "{\"data\":{\"fields\":[\"x\"],\"values\":[[1]]}}";
    private const string Late =
        "{\"data\":{\"fields\":[\"x\"],\"values\":[[1]]},\"errors\":[{\"code\":\"Neo.ClientError.Statement.ArithmeticError\",\"message\":\"secret\"}]}";

    private static readonly Statement Question = new("RETURN secret");

    [TestCase("202", Late, Neo4jFault.Refused)]
    [TestCase(
        "400",
        "{\"errors\":[{\"code\":\"Neo.ClientError.Statement.SyntaxError\",\"message\":\"secret\"}]}",
        Neo4jFault.Refused
    )]
    [TestCase(
        "401",
        "{\"errors\":[{\"code\":\"Neo.ClientError.Security.Unauthorized\",\"message\":\"secret\"}]}",
        Neo4jFault.Unauthorized
    )]
    [TestCase("401", "", Neo4jFault.Unauthorized)]
    [TestCase(
        "404",
        "{\"errors\":[{\"code\":\"Neo.ClientError.Database.DatabaseNotFound\",\"message\":\"secret\"}]}",
        Neo4jFault.UnknownDatabase
    )]
    [TestCase("404", "<html>", Neo4jFault.UnknownDatabase)]
    [TestCase("202", "{\"data\":{\"fields\":[\"x\"],\"values\":[[1", Neo4jFault.BadAnswer)]
    [TestCase("202", "", Neo4jFault.BadAnswer)]
    [TestCase("200", "<html>secret</html>", Neo4jFault.BadAnswer)]
    [TestCase("200", "{\"neo4j_version\":\"5\"}", Neo4jFault.BadAnswer)]
    [TestCase("200", "[]", Neo4jFault.BadAnswer)]
    [TestCase("503", "{}", Neo4jFault.Unreachable)]
    [TestCase(
        "202",
        "{\"errors\":[{\"code\":\"Neo.ClientError.Transaction.TransactionTimedOut\",\"message\":\"secret\"}]}",
        Neo4jFault.TimedOut
    )]
    [TestCase(
        "202",
        "{\"errors\":[{\"code\":\"Neo.TransientError.Transaction.DeadlockDetected\",\"message\":\"secret\"}]}",
        Neo4jFault.Transient
    )]
    public async Task Each_answer_that_is_none_is_one_clear_error(string status, string body, Neo4jFault fault)
    {
        await using var server = new ToldServer((status, body));
        var error = Assert.ThrowsAsync<Neo4jException>(() => SendAsync(server.Uri, Question));

        Assert.That(error!.Fault, Is.EqualTo(fault));
        Assert.That(error.Message, Does.Not.Contain("secret").And.Not.Contain("RETURN").And.Not.Contain(server.Uri));
    }

    [Test]
    public async Task A_request_says_whether_it_may_write_and_carries_every_value_as_a_parameter()
    {
        await using var server = new ToldServer(("202", Good));
        Value[] values =
        [
            1,
            2.5,
            long.MaxValue,
            true,
            default,
            "é\"",
            new Dictionary<string, Value> { ["k"] = "v" },
            new[] { "a", "b" },
        ];
        await SendAsync(
            server.Uri,
            new Statement("RETURN $x", new Dictionary<string, Value> { ["x"] = values }),
            new Neo4jSettings { User = "u", Password = "é" }
        );

        Assert.That(
            server.Requests[0],
            Does.Contain("\"accessMode\":\"READ\"")
                .And.Contain("[1,2.5,9223372036854775807,true,null,\"é\\\"\",{\"k\":\"v\"},[\"a\",\"b\"]]")
        );
        Assert.That(
            server.Requests[0],
            Does.Contain("Authorization: Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("u:é")))
        );
        Assert.That(server.Requests[0], Does.Contain("POST /db/neo4j/query/v2"));
    }

    [Test]
    public void A_server_that_is_not_there_is_named_by_its_setting()
    {
        var error = Assert.ThrowsAsync<Neo4jException>(() => SendAsync("http://127.0.0.1:1", Question));

        Assert.That(error!.Fault, Is.EqualTo(Neo4jFault.Unreachable));
        Assert.That(error.Message, Does.Contain("Neo4j:Uri").And.Not.Contain("127.0.0.1"));
    }

    [Test]
    public async Task A_connection_that_breaks_is_one_clear_error()
    {
        await using var server = new ToldServer(("reset", ""));

        Assert.That(
            Assert.ThrowsAsync<Neo4jException>(() => SendAsync(server.Uri, Question))!.Fault,
            Is.EqualTo(Neo4jFault.Unreachable)
        );
    }

    [Test]
    public async Task Who_no_longer_waits_does_not_wait_for_the_server()
    {
        await using var server = new ToldServer(("never", ""));
        using var left = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        Assert.CatchAsync<OperationCanceledException>(() => SendAsync(server.Uri, Question, null, left.Token));
    }

    [Test]
    public async Task Values_are_read_as_they_were_sent()
    {
        const string Text = "\"\\\\ \\\" \\u00e9 \\ud83d\\ude00 \\n é\"";
        await using var server = new ToldServer(
            (
                "202",
                "{ \"notifications\" : [{\"description\":\"slow\",\"code\":\"x\"}], \"data\":{\"values\" : [ [ 1 , -2.50e1, true,false , null,"
                    + Text
                    + ",[],[ [ \"a\" ] ], {\"k\":[1],\"l\":{}} ],[\"]\"] ],\"fields\":[]},\"bookmarks\":[\"b\"]}"
            )
        );
        var rows = await SendAsync(server.Uri, Question);

        Assert.That(
            System.Text.Json.JsonSerializer.Serialize(rows.Rows, Readable),
            Is.EqualTo(
                "[[1,-25,true,false,null,\"\\\\ \\\" é \\uD83D\\uDE00 \\n é\",[],[[\"a\"]],{\"k\":[1],\"l\":{}}],[\"]\"]]"
            )
        );
        Assert.That(rows.Summary.Remarks, Is.EqualTo(new[] { "slow" }));
    }

    [Test]
    public async Task What_was_not_read_of_a_row_is_passed_over()
    {
        await using var server = new ToldServer(
            ("202", "{\"data\":{\"values\":[[[1,[\"]\",{\"a\":2}]],3],[4],[[5]]]}}")
        );
        using var transport = new HttpTransport(new Neo4jSettings { Uri = server.Uri });
        await using var rows = await transport.SendAsync(Question, CancellationToken.None);

        Assert.That(await rows.NextAsync(CancellationToken.None));
        rows.Values.StartList();
        Assert.That(rows.Values.Whole(), Is.EqualTo(1));
        rows.Values.StartList();
        Assert.That(await rows.NextAsync(CancellationToken.None));
        Assert.That(await rows.NextAsync(CancellationToken.None));
        rows.Values.StartList();
        Assert.That(rows.Values.Whole(), Is.EqualTo(5));
        Assert.That(await rows.NextAsync(CancellationToken.None), Is.False);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static async Task<(List<object?[]> Rows, Summary Summary)> SendAsync(
        string uri,
        Statement statement,
        Neo4jSettings? settings = null,
        CancellationToken cancellation = default
    )
    {
        settings ??= new Neo4jSettings();
        settings.Uri = uri;
        using var transport = new HttpTransport(settings);
        await using var rows = await transport.SendAsync(statement, cancellation);
        var all = new List<object?[]>();
        while (await rows.NextAsync(cancellation))
            all.Add(Trees.Of(rows.Values));
        return (all, rows.Summary);
    }

    /// <summary>A server that gives the answers it was told, the last one for ever.</summary>
    private sealed class ToldServer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly (string Status, string Body)[] _answers;
        private readonly CancellationTokenSource _ended = new();
        private readonly Task _serving;

        public ToldServer(params (string Status, string Body)[] answers)
        {
            _answers = answers;
            _listener.Start();
            _serving = ServeAsync();
        }

        public string Uri => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

        public List<string> Requests { get; } = [];

        public async ValueTask DisposeAsync()
        {
            await _ended.CancelAsync();
            _listener.Stop();
            await _serving;
            _ended.Dispose();
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var connection = await _listener.AcceptTcpClientAsync(_ended.Token);
                    await AnswerAsync(connection);
                }
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or IOException) { }
        }

        private async Task AnswerAsync(TcpClient connection)
        {
            var stream = connection.GetStream();
            var buffer = new byte[1 << 16];
            var request = new StringBuilder();
            do
            {
                var read = await stream.ReadAsync(buffer, _ended.Token);
                if (read == 0)
                    return;
                request.Append(Encoding.UTF8.GetString(buffer, 0, read));
            } while (!request.ToString().TrimEnd().EndsWith('}'));
            var (status, body) = _answers[Math.Min(Requests.Count, _answers.Length - 1)];
            Requests.Add(request.ToString());
            if (status == "never")
                await Task.Delay(Timeout.Infinite, _ended.Token);
            if (status == "reset")
            {
                connection.Client.LingerState = new LingerOption(true, 0);
                return;
            }
            await stream.WriteAsync(
                Encoding.UTF8.GetBytes(
                    $"HTTP/1.1 {status} Told\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{body}"
                ),
                _ended.Token
            );
        }
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Tests.Http;

/// <summary>Every way in which a server may fail to answer, told by a server that does as it is told.</summary>
public sealed class Neo4jClientTests
{
    private const string Good = "{\"data\":{\"fields\":[\"x\"],\"values\":[[1]]}}";
    private const string Late = "{\"data\":{\"fields\":[\"x\"],\"values\":[[1]]},\"errors\":[{\"code\":\"Neo.ClientError.Statement.ArithmeticError\",\"message\":\"secret\"}]}";

    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    [TestCase("202", Late, Neo4jFault.Refused)]
    [TestCase("400", "{\"errors\":[{\"code\":\"Neo.ClientError.Statement.SyntaxError\",\"message\":\"secret\"}]}", Neo4jFault.Refused)]
    [TestCase("401", "{\"errors\":[{\"code\":\"Neo.ClientError.Security.Unauthorized\",\"message\":\"secret\"}]}", Neo4jFault.Unauthorized)]
    [TestCase("401", "", Neo4jFault.Unauthorized)]
    [TestCase("404", "{\"errors\":[{\"code\":\"Neo.ClientError.Database.DatabaseNotFound\",\"message\":\"secret\"}]}", Neo4jFault.UnknownDatabase)]
    [TestCase("404", "<html>", Neo4jFault.UnknownDatabase)]
    [TestCase("202", "{\"data\":{\"fields\":[\"x\"],\"values\":[[1", Neo4jFault.BadAnswer)]
    [TestCase("202", "", Neo4jFault.BadAnswer)]
    [TestCase("200", "<html>secret</html>", Neo4jFault.BadAnswer)]
    [TestCase("200", "{\"neo4j_version\":\"5\"}", Neo4jFault.BadAnswer)]
    [TestCase("200", "[]", Neo4jFault.BadAnswer)]
    [TestCase("503", "{}", Neo4jFault.Unreachable)]
    [TestCase("202", "{\"errors\":[{\"code\":\"Neo.ClientError.Transaction.TransactionTimedOut\",\"message\":\"secret\"}]}", Neo4jFault.TimedOut)]
    [TestCase("202", "{\"errors\":[{\"code\":\"Neo.TransientError.Transaction.DeadlockDetected\",\"message\":\"secret\"}]}", Neo4jFault.Transient)]
    public async Task Each_answer_that_is_none_is_one_clear_error(string status, string body, Neo4jFault fault)
    {
        await using var server = new ToldServer((status, body));
        var error = Assert.ThrowsAsync<Neo4jException>(() => Client(server).SendAsync("RETURN secret", None, AccessMode.Read, CancellationToken.None));

        Assert.That(error!.Fault, Is.EqualTo(fault));
        Assert.That(error.Message, Does.Not.Contain("secret").And.Not.Contain("RETURN").And.Not.Contain(server.Uri));
    }

    [TestCase("202", "{\"errors\":[{\"code\":\"Neo.TransientError.Transaction.DeadlockDetected\",\"message\":\"\"}]}")]
    [TestCase("503", "{}")]
    [TestCase("202", "{\"data\":{\"val")]
    [TestCase("reset", "")]
    public async Task A_read_is_repeated_after_what_may_pass(string status, string body)
    {
        await using var server = new ToldServer((status, body), ("202", Good));
        using var answer = await Client(server).SendAsync("RETURN 1", None, AccessMode.Read, CancellationToken.None);

        Assert.That(answer.Rows[0][0].GetInt32(), Is.EqualTo(1));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [TestCase("202", "{\"errors\":[{\"code\":\"Neo.TransientError.Transaction.DeadlockDetected\",\"message\":\"\"}]}")]
    [TestCase("503", "{}")]
    [TestCase("reset", "")]
    public async Task A_write_is_never_repeated(string status, string body)
    {
        await using var server = new ToldServer((status, body), ("202", Good));

        Assert.ThrowsAsync<Neo4jException>(() => Client(server).SendAsync("CREATE (n)", None, AccessMode.Write, CancellationToken.None));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_request_says_whether_it_may_write_and_carries_every_value_as_a_parameter()
    {
        await using var server = new ToldServer(("202", Good));
        using var answer = await Client(server, new Neo4jSettings { User = "u", Password = "é" }).SendAsync("RETURN $x", new Dictionary<string, object?>
        {
            ["x"] = new object?[] { 1, 2.5, long.MaxValue, true, null, "é\"", new Dictionary<string, object?> { ["k"] = "v" } },
        }, AccessMode.Read, CancellationToken.None);

        Assert.That(server.Requests[0], Does.Contain("\"accessMode\":\"READ\"").And.Contain("[1,2.5,9223372036854775807,true,null,").And.Contain("{\"k\":\"v\"}"));
        Assert.That(server.Requests[0], Does.Contain("Authorization: Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("u:é"))));
        Assert.That(server.Requests[0], Does.Contain("POST /db/neo4j/query/v2"));
    }

    [Test]
    public void A_server_that_is_not_there_is_named_by_its_setting()
    {
        var client = new Neo4jClient(new Neo4jSettings { Uri = "http://127.0.0.1:1" });
        var error = Assert.ThrowsAsync<Neo4jException>(() => client.SendAsync("RETURN 1", None, AccessMode.Read, CancellationToken.None));

        Assert.That(error!.Fault, Is.EqualTo(Neo4jFault.Unreachable));
        Assert.That(error.Message, Does.Contain("Neo4j:Uri").And.Not.Contain("127.0.0.1"));
    }

    [Test]
    public async Task An_answer_that_does_not_come_is_given_up()
    {
        await using var server = new ToldServer(("never", ""));
        var client = new Neo4jClient(new Neo4jSettings { Uri = server.Uri, TimeoutSeconds = 1 });
        var error = Assert.ThrowsAsync<Neo4jException>(() => client.SendAsync("RETURN 1", None, AccessMode.Read, CancellationToken.None));

        Assert.That(error!.Fault, Is.EqualTo(Neo4jFault.TimedOut));
    }

    [TestCase("401", "", AnswerErrorCodes.Unauthorized)]
    [TestCase("404", "{}", AnswerErrorCodes.UnknownDatabase)]
    [TestCase("503", "{}", AnswerErrorCodes.Unavailable)]
    [TestCase("202", "{\"data\":{\"fields\":[],\"values\":[[[null,null,null],[[]],[[]],[null,null,null]]]}}", AnswerErrorCodes.Empty)]
    [TestCase("202", "{\"data\":{\"fields\":[],\"values\":[[[\"a\",\"" + GraphShape.Version + "\",\"token\"],[[]],[[]],[\"a\",\"" + GraphShape.Version + "\",\"token\"]]]}}", AnswerErrorCodes.Loading)]
    [TestCase("202", "{\"data\":{\"fields\":[],\"values\":[[[\"a\",\"0\",null],[[]],[[]],[\"a\",\"0\",null]]]}}", AnswerErrorCodes.Empty)]
    [TestCase("202", "{\"data\":{\"fields\":[],\"values\":[[[\"a\",\"" + GraphShape.Version + "\",null],[[]],[[\"x\"]],[\"b\",\"" + GraphShape.Version + "\",null]]]}}", AnswerErrorCodes.Loading)]
    [TestCase("202", "{\"data\":{\"fields\":[],\"values\":[]}}", AnswerErrorCodes.Unavailable)]
    public async Task The_store_gives_each_fault_its_code(string status, string body, string code)
    {
        await using var server = new ToldServer((status, body));
        using var writer = new AnswerWriter(1000);
        var error = Assert.ThrowsAsync<StoreUnavailableException>(async () =>
            await new Neo4jStore(Client(server)).AnswerAsync(new Plan([new DatasetRoot("d", [new DatasetPart("sha256", DatasetFact.Sha256)])]), writer, CancellationToken.None));

        Assert.That(error!.Code, Is.EqualTo(code));
    }

    [TestCase("nonsense", "", "", 30, "Neo4j:Uri")]
    [TestCase("bolt://localhost:7687", "", "", 30, "Neo4j:Uri")]
    [TestCase("http://localhost:7474", "a:b", "x", 30, "Neo4j:User")]
    [TestCase("http://localhost:7474", "", "x", 30, "Neo4j:User")]
    [TestCase("http://localhost:7474", "", "", 0, "Neo4j:TimeoutSeconds")]
    public void A_wrong_setting_is_named(string uri, string user, string password, int seconds, string setting)
    {
        var problem = new Neo4jSettings { Uri = uri, User = user, Password = password, TimeoutSeconds = seconds }.Problem();

        Assert.That(problem, Does.Contain(setting));
    }

    private static Neo4jClient Client(ToldServer server, Neo4jSettings? settings = null)
    {
        settings ??= new Neo4jSettings();
        settings.Uri = server.Uri;
        return new Neo4jClient(settings);
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
            catch (Exception error) when (error is OperationCanceledException or SocketException or IOException)
            {
            }
        }

        private async Task AnswerAsync(TcpClient connection)
        {
            var stream = connection.GetStream();
            var buffer = new byte[1 << 16];
            var request = new StringBuilder();
            do
            {
                var read = await stream.ReadAsync(buffer, _ended.Token);
                if (read == 0) return;
                request.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }
            while (!request.ToString().TrimEnd().EndsWith('}'));
            var (status, body) = _answers[Math.Min(Requests.Count, _answers.Length - 1)];
            Requests.Add(request.ToString());
            if (status == "never") await Task.Delay(Timeout.Infinite, _ended.Token);
            if (status == "reset")
            {
                connection.Client.LingerState = new LingerOption(true, 0);
                return;
            }
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {status} Told\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{body}"), _ended.Token);
        }
    }
}

using EcosystemGraph.Core.Answers;
using EcosystemGraph.Neo4j.Transport;
using EcosystemGraph.Neo4j.Transport.Bolt;
using static EcosystemGraph.Neo4j.Tests.Transport.Bolt.ToldBoltServer;

namespace EcosystemGraph.Neo4j.Tests.Transport.Bolt;

/// <summary>What is said over Bolt, and every way in which a server may fail to answer, by a server that does as it is told.</summary>
public sealed class BoltTransportTests
{
    private static readonly Statement Question = new("RETURN secret");

    [TestCase("485454502F312E3120343030", "names an HTTP port")]
    [TestCase("15030300020246", "write bolt+s://")]
    [TestCase("00000000", "must be Neo4j 5.26 or later")]
    [TestCase("00000404", "does not speak Bolt")]
    [TestCase("5353482D322E30", "does not speak Bolt")]
    [TestCase("", "closes the connection at once", Neo4jFault.Unreachable)]
    [TestCase("00", "closes the connection at once", Neo4jFault.Unreachable)]
    public async Task What_is_no_Bolt_server_is_named(
        string greeting,
        string says,
        Neo4jFault fault = Neo4jFault.Refused
    )
    {
        await using var server = new ToldBoltServer(_ => [], Convert.FromHexString(greeting));
        var error = Assert.ThrowsAsync<Neo4jException>(() => AskAsync(server.Settings));

        Assert.That(error!.Message, Does.Contain(says));
        Assert.That(error.Fault, Is.EqualTo(fault));
    }

    [Test]
    public void A_server_that_is_not_there_is_named_by_its_setting()
    {
        var error = Assert.ThrowsAsync<Neo4jException>(() =>
            AskAsync(new Neo4jSettings { Uri = "bolt://127.0.0.1:1" })
        );

        Assert.That(error!.Fault, Is.EqualTo(Neo4jFault.Unreachable));
        Assert.That(error.Message, Does.Contain("Neo4j:Uri").And.Not.Contain("127.0.0.1"));
    }

    [TestCase("Neo.ClientError.Security.Unauthorized", Neo4jFault.Unauthorized)]
    [TestCase("Neo.ClientError.Database.DatabaseNotFound", Neo4jFault.UnknownDatabase)]
    [TestCase("Neo.ClientError.Transaction.TransactionTimedOut", Neo4jFault.TimedOut)]
    [TestCase("Neo.TransientError.Transaction.DeadlockDetected", Neo4jFault.Transient)]
    [TestCase("Neo.ClientError.Statement.SyntaxError", Neo4jFault.Refused)]
    [TestCase("secret is not a code", Neo4jFault.BadAnswer)]
    public async Task Each_failure_is_one_clear_error_whenever_it_comes(string code, Neo4jFault fault)
    {
        byte[] failure = Said.Failure(code);
        foreach (var at in new[] { Hello, Logon, Run, Pull })
        {
            await using var server = new ToldBoltServer(request =>
                request.Tag == at ? failure
                : request.Tag == Pull && at == Run ? Said.Ignored
                : request.Tag == Pull ? [.. Said.Row(1)]
                : Said.Success()
            );
            var error = Assert.ThrowsAsync<Neo4jException>(() => AskAsync(server.Settings));

            Assert.That(error!.Fault, Is.EqualTo(fault), $"{at:X2}");
            Assert.That(error.Message, Does.Not.Contain("secret"));
        }
    }

    [Test]
    public async Task A_statement_says_where_and_how_long_it_may_run_and_carries_every_value_as_a_parameter()
    {
        await using var server = Answering(Said.Answer());
        var text = new string('x', 70_000);
        Value[] values =
        [
            1,
            -17,
            40_000,
            long.MaxValue,
            2.5,
            true,
            default,
            "é",
            text,
            new Dictionary<string, Value> { ["k"] = "v" },
            Enumerable.Range(0, 300).Select(i => (Value)i).ToArray(),
        ];
        var settings = server.Settings;
        (settings.Database, settings.TimeoutSeconds) = ("graph", 7);
        await AskAsync(settings, new Statement("RETURN $x", new Dictionary<string, Value> { ["x"] = values }));
        await AskAsync(settings, new Statement("CREATE (n)", AccessMode.Write));

        var runs = server.Requests.Where(request => request.Tag == Run).ToArray();
        Assert.That(runs[0].Fields[0], Is.EqualTo("RETURN $x"));
        Assert.That(
            ((SortedDictionary<string, object?>)runs[0].Fields[1]!)["x"],
            Is.EqualTo(
                new object?[]
                {
                    1L,
                    -17L,
                    40_000L,
                    long.MaxValue,
                    2.5,
                    true,
                    null,
                    "é",
                    text,
                    new SortedDictionary<string, object?> { ["k"] = "v" },
                    Enumerable.Range(0, 300).Select(i => (object?)(long)i).ToArray(),
                }
            )
        );
        Assert.That(
            runs.Select(run => run.Fields[2]),
            Is.EqualTo(
                new[]
                {
                    new SortedDictionary<string, object?>
                    {
                        ["db"] = "graph",
                        ["mode"] = "r",
                        ["tx_timeout"] = 7000L,
                    },
                    new SortedDictionary<string, object?> { ["db"] = "graph", ["tx_timeout"] = 7000L },
                }
            )
        );
    }

    [TestCase("", "", "", "scheme=none")]
    [TestCase("u", "é", "", "credentials=é principal=u scheme=basic")]
    [TestCase("", "", "t", "credentials=t scheme=bearer")]
    public async Task It_logs_on_with_what_is_set(string user, string password, string token, string sent)
    {
        await using var server = Answering(Said.Answer());
        var settings = server.Settings;
        (settings.User, settings.Password, settings.Token) = (user, password, token);
        await AskAsync(settings);

        var hello = (SortedDictionary<string, object?>)server.Requests[0].Fields[0]!;
        var logon = (SortedDictionary<string, object?>)server.Requests[1].Fields[0]!;
        Assert.That(string.Join(' ', logon.Select(field => $"{field.Key}={field.Value}")), Is.EqualTo(sent));
        Assert.That(hello["user_agent"], Does.Match(@"^EcosystemGraph/\d+\.\d+\.\d+$"));
        Assert.That(hello["notifications_minimum_severity"], Is.EqualTo("OFF"));
        Assert.That(hello.ContainsKey("routing"), Is.False);
    }

    [Test]
    public async Task Values_are_read_as_they_were_sent_however_they_are_cut_up()
    {
        var texts = new[] { "", "é", new string('a', 20), new string('b', 300), new string('c', 70_000) };
        Value[] numbers = [0, -16, -17, 127, 128, -129, 40_000, -40_000, long.MinValue, long.MaxValue, 0.5, -1e300];
        Value[] row =
        [
            texts,
            numbers,
            true,
            false,
            default,
            new Dictionary<string, Value> { ["k"] = numbers, ["l"] = new Dictionary<string, Value>() },
        ];
        var whole = Said.Row(row);
        // The message without its chunks' lengths, and again in other chunks with signs of life before and after.
        var message = Unchunked(whole);
        byte[] cut = [0, 0, .. Said.Chunked(message, 1), 0, 0, 0, 0, .. Said.Chunked(message, 999)];
        await using var server = Answering(Said.Answer(whole, cut));
        var rows = await AskAsync(server.Settings);

        Assert.That(rows, Has.Count.EqualTo(3));
        Assert.That(((object?[])rows[0][0]!).Cast<string>(), Is.EqualTo(texts));
        Assert.That(
            rows[0][1],
            Is.EqualTo(
                new object?[]
                {
                    0L,
                    -16L,
                    -17L,
                    127L,
                    128L,
                    -129L,
                    40_000L,
                    -40_000L,
                    long.MinValue,
                    long.MaxValue,
                    0.5,
                    -1e300,
                }
            )
        );
        Assert.That(rows[0][2..5], Is.EqualTo(new object?[] { true, false, null }));
        Assert.That(rows[1], Is.EqualTo(rows[0]));
        Assert.That(rows[2], Is.EqualTo(rows[0]));
    }

    [Test]
    public async Task Further_rows_are_asked_for_as_they_are_read()
    {
        var pulls = 0;
        await using var server = new ToldBoltServer(request =>
            request.Tag == Pull ? [.. Said.Row(pulls), .. Said.Success(("has_more", ++pulls < 3))] : Said.Success()
        );

        Assert.That((await AskAsync(server.Settings)).Select(row => row[0]), Is.EqualTo(new[] { 0L, 1L, 2L }));
        Assert.That(server.Count(Pull), Is.EqualTo(3));
    }

    [Test]
    public async Task What_was_not_read_of_a_row_is_passed_over()
    {
        await using var server = Answering(Said.Answer(Said.Row("a", 1), Said.Row(2), Said.Row(3)));
        using var transport = new BoltTransport(server.Settings);
        await using var rows = await transport.SendAsync(Question, CancellationToken.None);

        Assert.That(await rows.NextAsync(CancellationToken.None));
        Assert.That(rows.Values.Text(), Is.EqualTo("a"));
        Assert.That(await rows.NextAsync(CancellationToken.None));
        Assert.That(await rows.NextAsync(CancellationToken.None));
        Assert.That(rows.Values.Whole(), Is.EqualTo(3));
        Assert.That(await rows.NextAsync(CancellationToken.None), Is.False);
        Assert.That(await rows.NextAsync(CancellationToken.None), Is.False);
    }

    [TestCase("B1719101", "half a row is no answer", "broke off")]
    [TestCase("B17191D6FFFFFFFF", "a list longer than any")]
    [TestCase("B17191D60FFFFFFF", "a list longer than its message")]
    [TestCase("B17191DA3FFFFFFFC0C0", "a map longer than its message")]
    [TestCase("B17191D2FFFFFFFF", "a text longer than any")]
    [TestCase("B17191D080", "a text longer than its message")]
    [TestCase("B17191C9", "a number cut off")]
    [TestCase("B17191", "a value that is not there")]
    [TestCase("B171", "a row that is not there")]
    [TestCase("B17101", "a row that is a number")]
    [TestCase("B17001", "a summary that is a number")]
    [TestCase("B170A10101", "a name that is a number")]
    [TestCase("B170A1886861735F6D6F726501", "a flag that is a number")]
    [TestCase("B17191B14401", "a date")]
    [TestCase("B17191CC0101", "bytes")]
    [TestCase("B17191C4", "a marker that is none")]
    [TestCase("B142", "a message that is none")]
    [TestCase("91", "no message")]
    [TestCase("B07E", "ignored, of what nothing was to ignore")]
    [TestCase("B171" + Deep, "lists within lists")]
    public async Task Nonsense_is_an_error_and_its_connection_not_used_again(
        string row,
        string what,
        string says = "cannot be understood"
    )
    {
        await using var server = new ToldBoltServer(request =>
            request.Tag switch
            {
                Run =>
                [
                    .. Said.Success(),
                    .. Said.Chunked(Convert.FromHexString(row)),
                    .. says == "broke off" ? [] : Said.Success(),
                ],
                Pull => says == "broke off" ? [] : null,
                _ => Said.Success(),
            }
        );
        using var client = new Neo4jClient(server.Settings, new BoltTransport(server.Settings));
        var write = new Statement("CREATE (n)", AccessMode.Write);
        for (var i = 0; i < 2; i++)
        {
            var error = Assert.ThrowsAsync<Neo4jException>(() =>
                client.AllAsync(write, values => Trees.Of(values), CancellationToken.None)
            );
            Assert.That(error!.Fault, Is.EqualTo(Neo4jFault.BadAnswer), what);
            Assert.That(error.Message, Does.Contain(says), what);
        }
        Assert.That(server.Connections, Is.EqualTo(2), what);
    }

    [Test]
    public async Task An_answer_larger_than_any_may_be_is_given_up()
    {
        var row = Said.Row(new string('x', 1 << 20));
        await using var server = Answering(Said.Answer([.. Enumerable.Repeat(row, 65)]));

        Assert.ThrowsAsync<AnswerTooLargeException>(() => AskAsync(server.Settings));
    }

    [Test]
    public async Task A_statement_given_up_is_ended_and_its_connection_used_again()
    {
        var stopped = false;
        await using var server = new ToldBoltServer(request =>
            request.Tag switch
            {
                Pull when !stopped => Said.Row(1),
                Pull => [.. Said.Row(2), .. Said.Success()],
                // What was under way fails first.
                Reset => [.. Said.Failure("Neo.TransientError.Transaction.Terminated"), .. Said.Success()],
                _ => Said.Success(),
            }
        );
        using var transport = new BoltTransport(server.Settings);
        using (var left = new CancellationTokenSource())
        {
            var rows = await transport.SendAsync(Question, left.Token);
            Assert.That(await rows.NextAsync(left.Token));
            var waiting = rows.NextAsync(left.Token).AsTask();
            await left.CancelAsync();
            Assert.CatchAsync<OperationCanceledException>(() => waiting);
            await rows.DisposeAsync();
        }
        await server.SawAsync(Reset);
        stopped = true;

        await using var again = await SendUntilOneAsync(transport, server);
        Assert.That(await again.NextAsync(CancellationToken.None));
        Assert.That(again.Values.Whole(), Is.EqualTo(2), "of the second statement, not the first");
        Assert.That(server.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task A_statement_given_up_that_the_server_does_not_end_loses_its_connection()
    {
        await using var server = new ToldBoltServer(request =>
            request.Tag is Pull or Reset && request.Connection == 1 ? null
            : request.Tag == Pull ? [.. Said.Row(2), .. Said.Success()]
            : Said.Success()
        );
        using var transport = new BoltTransport(server.Settings);
        using (var left = new CancellationTokenSource())
        {
            await using var rows = await transport.SendAsync(Question, left.Token);
            var waiting = rows.NextAsync(left.Token).AsTask();
            await left.CancelAsync();
            Assert.CatchAsync<OperationCanceledException>(() => waiting);
        }
        await using var again = await transport.SendAsync(Question, CancellationToken.None);
        Assert.That(await again.NextAsync(CancellationToken.None));
        Assert.That(server.Connections, Is.EqualTo(2));
    }

    [Test]
    public async Task After_a_failure_the_connection_is_reset_and_used_again()
    {
        var isBad = true;
        await using var server = new ToldBoltServer(request =>
            request.Tag switch
            {
                Run when isBad => Said.Failure("Neo.ClientError.Statement.SyntaxError"),
                Pull when isBad => Said.Ignored,
                Reset => Told(() => isBad = false),
                _ => Said.Success(),
            }
        );
        using var transport = new BoltTransport(server.Settings);
        var rows = await transport.SendAsync(Question, CancellationToken.None);
        Assert.ThrowsAsync<Neo4jException>(() => rows.NextAsync(CancellationToken.None).AsTask());
        await rows.DisposeAsync();
        await server.SawAsync(Reset);

        await using var again = await SendUntilOneAsync(transport, server);
        Assert.That(await again.NextAsync(CancellationToken.None), Is.False);
        Assert.That(server.Connections, Is.EqualTo(1));

        static byte[] Told(Action then)
        {
            then();
            return Said.Success();
        }
    }

    [Test]
    public async Task A_connection_that_the_server_closed_while_it_was_unused_is_not_used()
    {
        // Told to end after the answer; a write would not be sent again.
        await using var server = new ToldBoltServer(request =>
            request.Tag == Run ? Said.Answer()
            : request.Tag == Pull && request.Connection == 1 ? []
            : request.Tag == Pull ? null
            : Said.Success()
        );
        using var client = new Neo4jClient(server.Settings, new BoltTransport(server.Settings));
        var write = new Statement("CREATE (n)", AccessMode.Write);
        await client.RunAsync(write, CancellationToken.None);
        await server.SawAsync(Pull);
        await Task.Yield();
        await client.RunAsync(write, CancellationToken.None);

        Assert.That(server.Connections, Is.EqualTo(2));
    }

    [Test]
    public async Task There_are_no_more_connections_than_are_set_and_who_waits_too_long_is_told()
    {
        await using var server = new ToldBoltServer(request => request.Tag == Pull ? null : Said.Success());
        using var pool = new BoltPool(1, _ => throw new InvalidOperationException(), 20);
        Assert.ThrowsAsync<InvalidOperationException>(() => pool.TakeAsync(CancellationToken.None).AsTask());
        Assert.ThrowsAsync<InvalidOperationException>(
            () => pool.TakeAsync(CancellationToken.None).AsTask(),
            "one that did not come about takes no place"
        );

        using var transport = new BoltTransport(server.Settings);
        await using var first = await transport.SendAsync(Question, CancellationToken.None);
        await using var second = await transport.SendAsync(Question, CancellationToken.None);
        using var left = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        Assert.CatchAsync<OperationCanceledException>(() => transport.SendAsync(Question, left.Token).AsTask());
        Assert.That(server.Connections, Is.EqualTo(2));

        using var full = new BoltPool(0, _ => throw new InvalidOperationException(), 20);
        var error = Assert.ThrowsAsync<Neo4jException>(() => full.TakeAsync(CancellationToken.None).AsTask());
        Assert.That(error!.Fault, Is.EqualTo(Neo4jFault.TimedOut));
        Assert.That(error.Message, Does.Contain("Neo4j:Connections"));
    }

    [Test]
    public async Task A_server_that_gives_no_sign_of_life_for_longer_than_it_promised_is_given_up()
    {
        await using var server = new ToldBoltServer(request =>
            request.Tag switch
            {
                Hello => Said.Success(
                    (
                        "hints",
                        new Dictionary<string, Value>
                        {
                            ["connection.recv_timeout_seconds"] = 3,
                            ["telemetry.enabled"] = true,
                        }
                    )
                ),
                Pull => null,
                _ => Said.Success(),
            }
        );
        using var transport = new BoltTransport(server.Settings);
        await using var rows = await transport.SendAsync(Question, CancellationToken.None);
        var waiting = rows.NextAsync(CancellationToken.None).AsTask();
        await server.SawAsync(Pull);

        transport.Watch(Environment.TickCount64 + 2_500);
        Assert.That(waiting.IsCompleted, Is.False);
        transport.Watch(Environment.TickCount64 + 3_500);
        Assert.That(
            Assert.ThrowsAsync<Neo4jException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(10)))!.Fault,
            Is.EqualTo(Neo4jFault.BadAnswer).Or.EqualTo(Neo4jFault.Unreachable)
        );
    }

    [Test]
    public async Task A_connection_unused_for_long_is_closed_with_a_word()
    {
        await using var server = Answering(Said.Answer());
        using var transport = new BoltTransport(server.Settings);
        await using (var rows = await transport.SendAsync(Question, CancellationToken.None))
            Assert.That(await rows.NextAsync(CancellationToken.None), Is.False);
        transport.Watch(Environment.TickCount64 + 110_000);
        transport.Watch(Environment.TickCount64 + 130_000);

        await server.SawAsync(Goodbye);
        Assert.That(server.Count(Goodbye), Is.EqualTo(1));
    }

    // 129 lists in one another, the row's own among them.
    private const string Deep =
        "9191919191919191919191919191919191919191919191919191919191919191"
        + "9191919191919191919191919191919191919191919191919191919191919191"
        + "9191919191919191919191919191919191919191919191919191919191919191"
        + "9191919191919191919191919191919191919191919191919191919191919191"
        + "90";

    // Until the connection is back from having been reset: a second one is not what is looked at.
    private static async Task<IRows> SendUntilOneAsync(BoltTransport transport, ToldBoltServer server)
    {
        var deadline = Environment.TickCount64 + 10_000;
        while (transport.Idle == 0 && Environment.TickCount64 < deadline)
            await Task.Delay(5);
        Assert.That(server.Connections, Is.EqualTo(1));
        return await transport.SendAsync(Question, CancellationToken.None);
    }

    private static byte[] Unchunked(ReadOnlySpan<byte> chunks)
    {
        var message = new List<byte>();
        while (chunks is not [0, 0])
        {
            var length = (chunks[0] << 8) + chunks[1];
            message.AddRange(chunks.Slice(2, length));
            chunks = chunks[(2 + length)..];
        }
        return [.. message];
    }

    private static async Task<List<object?[]>> AskAsync(Neo4jSettings settings, Statement? statement = null)
    {
        using var transport = new BoltTransport(settings);
        await using var rows = await transport.SendAsync(statement ?? Question, CancellationToken.None);
        var all = new List<object?[]>();
        while (await rows.NextAsync(CancellationToken.None))
            all.Add(Trees.Of(rows.Values));
        return all;
    }
}

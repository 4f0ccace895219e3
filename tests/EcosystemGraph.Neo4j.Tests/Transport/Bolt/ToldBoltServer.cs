using System.Net;
using System.Net.Sockets;
using EcosystemGraph.Neo4j.Transport;
using EcosystemGraph.Neo4j.Transport.Bolt;

namespace EcosystemGraph.Neo4j.Tests.Transport.Bolt;

/// <summary>What a server says in Bolt.</summary>
internal static class Said
{
    public static readonly byte[] Version = [0, 0, 8, 5];
    public static readonly byte[] Ignored = Message(BoltConnection.Ignored);

    public static byte[] Success(params (string Name, Value Value)[] values) =>
        Message(BoltConnection.Success, values.ToDictionary(value => value.Name, value => value.Value));

    public static byte[] Failure(string code) =>
        Message(
            BoltConnection.Failure,
            new Dictionary<string, Value>
            {
                ["message"] = "secret",
                ["neo4j_code"] = code,
                ["diagnostic_record"] = new Dictionary<string, Value> { ["OPERATION"] = "secret" },
            }
        );

    public static byte[] Row(params Value[] values) => Message(BoltConnection.Record, (Value)values);

    /// <summary>An answer of these rows, to RUN and PULL.</summary>
    public static byte[] Answer(params byte[][] rows) => [.. Success(), .. rows.SelectMany(row => row), .. Success()];

    /// <summary>A message of these bytes, in chunks of a length.</summary>
    public static byte[] Chunked(ReadOnlySpan<byte> message, int chunk = ushort.MaxValue)
    {
        var bytes = new List<byte>();
        for (; message.Length > 0; message = message[Math.Min(chunk, message.Length)..])
        {
            var length = Math.Min(chunk, message.Length);
            bytes.AddRange([(byte)(length >> 8), (byte)length, .. message[..length]]);
        }
        return [.. bytes, 0, 0];
    }

    private static byte[] Message(byte tag, params Value[] fields)
    {
        var writer = new PackWriter();
        writer.Start(tag, fields.Length);
        foreach (var field in fields)
            writer.Value(field);
        writer.End();
        var bytes = writer.Written.ToArray();
        writer.Clear();
        return bytes;
    }
}

/// <summary>A Bolt server that answers each request as it is told.</summary>
internal sealed class ToldBoltServer : IAsyncDisposable
{
    /// <summary>The requests of clients.</summary>
    public const byte Hello = 0x01,
        Goodbye = 0x02,
        Reset = 0x0F,
        Run = 0x10,
        Pull = 0x3F,
        Logon = 0x6A;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Func<Request, byte[]?> _answer;
    private readonly byte[] _greeting;
    private readonly List<Task> _serving = [];
    private int _connections;

    /// <param name="answer">What to say to a request: null for nothing, an empty array to close the connection.</param>
    /// <param name="greeting">What to say to the client's greeting.</param>
    public ToldBoltServer(Func<Request, byte[]?> answer, byte[]? greeting = null)
    {
        (_answer, _greeting) = (answer, greeting ?? Said.Version);
        _listener.Start();
        _serving.Add(AcceptAsync());
    }

    /// <summary>A request: the how many-th connection it came on, its kind, and its fields.</summary>
    public sealed record Request(int Connection, byte Tag, object?[] Fields);

    public Neo4jSettings Settings =>
        new() { Uri = $"bolt://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}", Connections = 2 };

    /// <summary>What came, in order.</summary>
    public List<Request> Requests { get; } = [];

    /// <summary>How many connections were made.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>A server that agrees to everything and answers each statement so.</summary>
    public static ToldBoltServer Answering(params byte[] answer) =>
        new(request =>
            request.Tag == Run ? answer
            : request.Tag == Pull ? null
            : Said.Success()
        );

    /// <summary>Waits until a request of a kind has come so many times.</summary>
    public async Task SawAsync(byte tag, int times = 1)
    {
        var deadline = Environment.TickCount64 + 10_000;
        while (Count(tag) < times)
        {
            Assert.That(Environment.TickCount64, Is.LessThan(deadline), $"{tag:X2} did not come");
            await Task.Delay(5);
        }
    }

    public int Count(byte tag)
    {
        lock (Requests)
            return Requests.Count(request => request.Tag == tag);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Stop();
        await Task.WhenAll(_serving);
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ended.Token);
                _serving.Add(ServeAsync(client, Interlocked.Increment(ref _connections)));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException) { }
    }

    private async Task ServeAsync(TcpClient client, int number)
    {
        using var connection = client;
        var stream = client.GetStream();
        var (messages, values) = (new MessageReader(), new PackReader());
        try
        {
            await stream.ReadExactlyAsync(new byte[20], _ended.Token);
            await stream.WriteAsync(_greeting, _ended.Token);
            if (_greeting.Length < 4)
                return;
            while (await stream.ReadAsync(messages.Room(), _ended.Token) is var length and > 0)
            {
                messages.Filled(length);
                while (messages.TryNext(values, out var tag))
                {
                    var request = new Request(number, tag, Trees.Of(values));
                    lock (Requests)
                        Requests.Add(request);
                    if (_answer(request) is not { } answer)
                        continue;
                    if (answer.Length == 0)
                        return;
                    await stream.WriteAsync(answer, _ended.Token);
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException) { }
    }
}

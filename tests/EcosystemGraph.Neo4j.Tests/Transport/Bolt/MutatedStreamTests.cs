using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Neo4j.Transport;
using EcosystemGraph.Neo4j.Transport.Bolt;

namespace EcosystemGraph.Neo4j.Tests.Transport.Bolt;

/// <summary>
/// What a server said, with some of it changed: the client makes an answer or a clear error of it, at once and in little memory.
/// More by hand: ECOSYSTEM_MUTATED=1000000; another beginning: ECOSYSTEM_SEED=1.
/// </summary>
public sealed class MutatedStreamTests
{
    // Beside buffers, which are rented, an exception's trace is the most that comes of a stream of a few KB.
    private const long MostAllocated = 1 << 20;

    private static readonly Statement Question = new("RETURN 1");

    // Where sizes are largest, and nesting begins.
    private static readonly byte[][] Interesting =
    [
        [0xD6, 0xFF, 0xFF, 0xFF, 0xFF],
        [0xD6, 0x7F, 0xFF, 0xFF, 0xFF],
        [0xDA, 0x3F, 0xFF, 0xFF, 0xFF],
        [0xD2, 0x7F, 0xFF, 0xFF, 0xFF],
        [0xCE, 0x7F, 0xFF, 0xFF, 0xFF],
        [0xB1, 0x71],
        [0xB1, 0x7F, 0xA0],
        [0xB1, 0x70, 0xA0],
        [0xB0, 0x7E],
        [0xFF, 0xFF],
        [0x00, 0x00],
        [.. Enumerable.Repeat((byte)0x91, 200)],
        [.. Enumerable.Repeat((byte)0xA1, 200)],
    ];

    [Test]
    public async Task Mutated_streams_give_an_answer_or_a_clear_error_at_once_and_in_little_memory()
    {
        var streams = (await RecordedAsync()).Concat(Generated()).ToArray();
        var whole = streams.Select(stream => Outcome(stream, new Random(0), 0, out _)).ToArray();
        Assert.That(whole, Is.All.EqualTo("answer").Or.EqualTo("Refused"), "unchanged they are understood");
        Assert.That(whole, Does.Contain("answer").And.Contain("Refused"));

        var count = Setting("ECOSYSTEM_MUTATED", 20_000);
        var seed = Setting("ECOSYSTEM_SEED", 0);
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        long most = 0;
        // A client that never ends would not come back; it is waited for only so long.
        var trying = Task.Run(() =>
        {
            for (var i = 0; i < count; i++)
            {
                var random = new Random(seed + i);
                var stream = Mutated(streams, random);
                try
                {
                    var outcome = Outcome(stream, random, 200, out var allocated);
                    outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
                    most = Math.Max(most, allocated);
                }
                catch (Exception error)
                {
                    throw new InvalidOperationException(
                        string.Create(CultureInfo.InvariantCulture, $"ECOSYSTEM_SEED={seed + i}"),
                        error
                    );
                }
            }
        });
        await trying.WaitAsync(TimeSpan.FromSeconds(60 + count / 500));

        await TestContext.Out.WriteLineAsync($"{string.Join(", ", outcomes)}; at most {most} bytes allocated");
        Assert.That(most, Is.LessThan(MostAllocated));
        Assert.That(outcomes.Keys, Does.Contain("answer").And.Contain("BadAnswer").And.Contain("Unreachable"));
    }

    // What a real server says to a client that logs on and asks.
    private static async Task<List<byte[]>> RecordedAsync()
    {
        var server = await SharedServer.GetAsync();
        var address = new Uri(server.Over("bolt").Uri);
        var recorded = new List<byte[]>();
        foreach (
            var text in new[]
            {
                "RETURN 1, 'é', [1, 2.5, null, true], {a: 'b', c: [[]]}",
                "UNWIND range(1, 50) AS i RETURN i, toString(i * 1000000), [i, [i, {i: i}]]",
                "UNWIND range(1, 2500) AS i RETURN i",
                "RETURN reduce(t = '', i IN range(1, 9000) | t + 'word ') AS long",
                "RETURN 1 / 0",
                "no Cypher",
            }
        )
        {
            using var tcp = new TcpClient();
            await tcp.ConnectAsync(address.Host, address.Port);
            await using var stream = new RecordingStream(tcp.GetStream());
            var connection = await BoltConnection.OpenAsync(stream, null, server.Settings, CancellationToken.None);
            using var pool = new BoltPool(1, _ => ValueTask.FromResult(connection));
            await pool.TakeAsync(CancellationToken.None);
            await connection.SendAsync(new Statement(text), "neo4j", 10_000, CancellationToken.None);
            try
            {
                await using var rows = new BoltRows(pool, connection);
                while (await rows.NextAsync(CancellationToken.None)) { }
            }
            catch (Neo4jException) { }
            recorded.Add(stream.Recorded);
        }
        return recorded;
    }

    private static IEnumerable<byte[]> Generated()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            yield return
            [
                .. Said.Version,
                .. Said.Success(("hints", new Dictionary<string, Value> { ["connection.recv_timeout_seconds"] = 5 })),
                .. Said.Success(),
                .. Said.Answer([
                    .. Enumerable
                        .Range(0, random.Next(5))
                        .Select(_ => Said.Row([.. Enumerable.Range(0, random.Next(4)).Select(_ => Any(random, 5))])),
                ]),
            ];
        }
    }

    private static Value Any(Random random, int depth) =>
        random.Next(depth == 0 ? 5 : 7) switch
        {
            0 => default,
            1 => random.Next(2) == 0,
            2 => random.NextInt64() >> random.Next(64),
            3 => random.NextDouble(),
            4 => new string('é', random.Next(random.Next(400))),
            5 => Enumerable.Range(0, random.Next(20)).Select(_ => Any(random, depth - 1)).ToArray(),
            _ => Enumerable
                .Range(0, random.Next(20))
                .ToDictionary(i => i.ToString(CultureInfo.InvariantCulture), _ => Any(random, depth - 1)),
        };

    private static byte[] Mutated(byte[][] streams, Random random)
    {
        var bytes = streams[random.Next(streams.Length)].ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            // Half of the changes come early, where versions, hints and the first lengths are.
            var at = random.Next(random.Next(2) == 0 ? Math.Min(bytes.Count, 500) : bytes.Count);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.InsertRange(at, Interesting[random.Next(Interesting.Length)]);
                    break;
                case 3:
                    var interesting = Interesting[random.Next(Interesting.Length)];
                    for (var i = 0; i < interesting.Length && at + i < bytes.Count; i++)
                        bytes[at + i] = interesting[i];
                    break;
                case 4:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 30), bytes.Count - at));
                    break;
                case 5:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    var other = streams[random.Next(streams.Length)];
                    var from = random.Next(other.Length);
                    bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(300))]);
                    break;
            }
            if (bytes.Count == 0)
                break;
        }
        return [.. bytes];
    }

    // What a client makes of a stream, from its greeting to its being given back.
    private static string Outcome(byte[] stream, Random random, int careful, out long allocated)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var told = new ToldStream(stream, random);
            var connection = Done(BoltConnection.OpenAsync(told, null, new Neo4jSettings(), CancellationToken.None));
            using var pool = new BoltPool(1, _ => ValueTask.FromResult(connection));
            Done(pool.TakeAsync(CancellationToken.None));
            Done(connection.SendAsync(Question, "neo4j", 1000, CancellationToken.None));
            var rows = new BoltRows(pool, connection);
            try
            {
                while (Done(rows.NextAsync(CancellationToken.None)))
                    ReadAll(rows.Values, random, careful);
                return "answer";
            }
            finally
            {
                Done(rows.DisposeAsync());
            }
        }
        catch (Neo4jException error)
        {
            return error.Fault.ToString();
        }
        catch (AnswerTooLargeException)
        {
            return "too large";
        }
        finally
        {
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    // All values of a row or list, each so many-th as what it is not; 0 for none.
    private static void ReadAll(IValues values, Random random, int careful)
    {
        while (values.Next is var next and not ValueKind.End)
        {
            switch (careful > 0 && random.Next(careful) == 0 ? (ValueKind)random.Next(8) : next)
            {
                case ValueKind.Null:
                    values.Null();
                    break;
                case ValueKind.Flag:
                    values.Flag();
                    break;
                case ValueKind.Whole:
                    values.Whole();
                    break;
                case ValueKind.Number:
                    values.Number();
                    break;
                case ValueKind.Text:
                    values.Text();
                    break;
                case ValueKind.List:
                    values.StartList();
                    ReadAll(values, random, careful);
                    values.End();
                    break;
                case ValueKind.Map:
                    values.StartMap();
                    ReadAll(values, random, careful);
                    values.End();
                    break;
                case ValueKind.End:
                    values.Skip();
                    break;
            }
        }
    }

    // Nothing of a stream that is there has to be waited for.
    private static T Done<T>(ValueTask<T> task) =>
        task.IsCompleted ? task.GetAwaiter().GetResult() : throw new UnreachableException("it waits for what is there");

    private static void Done(ValueTask task)
    {
        if (!task.IsCompleted)
            throw new UnreachableException("it waits for what is there");
        task.GetAwaiter().GetResult();
    }

    private static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value)
            ? value
            : fallback;

    /// <summary>A connection on which these bytes come, in pieces of any length, and then its end.</summary>
    private sealed class ToldStream(byte[] bytes, Random random) : OneWayStream
    {
        private int _at;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var most = Math.Min(buffer.Length, bytes.Length - _at);
            var length = random.Next(4) == 0 ? Math.Min(most, random.Next(1, 5)) : most;
            bytes.AsSpan(_at, length).CopyTo(buffer.Span);
            _at += length;
            return ValueTask.FromResult(length);
        }
    }

    /// <summary>Keeps what comes on a connection.</summary>
    private sealed class RecordingStream(NetworkStream stream) : OneWayStream
    {
        private readonly List<byte> _recorded = [];

        public byte[] Recorded => [.. _recorded];

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            var length = await stream.ReadAsync(buffer, cancellationToken);
            _recorded.AddRange(buffer.Span[..length]);
            return length;
        }

        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => stream.WriteAsync(buffer, cancellationToken);
    }

    /// <summary>A stream of which the client uses two methods; what it writes is lost.</summary>
    private abstract class OneWayStream : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => ValueTask.CompletedTask;

        public override void Write(byte[] buffer, int offset, int count) { }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}

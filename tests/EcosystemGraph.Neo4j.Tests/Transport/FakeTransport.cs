using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Tests.Transport;

/// <summary>What a server is told to answer.</summary>
/// <param name="Rows">Its rows, each a list of values: null, flags, whole and other numbers, texts, lists (<c>object?[]</c>) and maps.</param>
public sealed record FakeAnswer(params object?[][] Rows)
{
    /// <summary>The fault that comes in place of any answer; null where there is one.</summary>
    public Neo4jException? Refused { get; init; }

    /// <summary>The fault that comes after the rows; null where the answer is whole.</summary>
    public Neo4jException? Broken { get; init; }

    /// <summary>Whether nothing comes after the rows, ever.</summary>
    public bool Stuck { get; init; }

    /// <summary>A refusal.</summary>
    public static FakeAnswer Fault(Neo4jFault fault) =>
        new() { Refused = new Neo4jException(fault, $"told to be {fault}") };

    /// <summary>The same rows with one thing in them, however deep, that is of another kind or one too many: all such answers.</summary>
    public IEnumerable<FakeAnswer> Wrong =>
        Rows.SelectMany(
            (row, i) => Trees.Wrong(row).Select(wrong => this with { Rows = [.. Rows[..i], wrong, .. Rows[(i + 1)..]] })
        );

    /// <summary>Rows that are not all.</summary>
    public FakeAnswer ThenFault(Neo4jFault fault) =>
        this with
        {
            Broken = new Neo4jException(fault, $"told to be {fault}"),
        };
}

/// <summary>A server that is not there: it answers as it is told, so that every fault can be had without one.</summary>
/// <param name="answer">Gives the answer to a statement, and to the how many-th it is.</param>
public sealed class FakeTransport(Func<Statement, int, FakeAnswer> answer) : ITransport
{
    /// <summary>A server that gives these answers one after the other, the last for ever.</summary>
    public FakeTransport(params FakeAnswer[] answers)
        : this((_, sent) => answers[Math.Min(sent, answers.Length - 1)]) { }

    /// <summary>What was sent.</summary>
    public List<Statement> Sent { get; } = [];

    /// <summary>How many answers have not been disposed of.</summary>
    public int Open { get; private set; }

    /// <summary>A client that asks this server.</summary>
    public Neo4jClient Client(int timeoutSeconds = 30) =>
        new(new Neo4jSettings { TimeoutSeconds = timeoutSeconds }, this);

    public ValueTask<IRows> SendAsync(Statement statement, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Sent.Add(statement);
        var told = answer(statement, Sent.Count - 1);
        if (told.Refused is { } fault)
            throw fault;
        Open++;
        return ValueTask.FromResult<IRows>(new FakeRows(told, () => Open--));
    }

    public void Dispose() { }
}

/// <summary>Passes statements on to a server and keeps what it answers.</summary>
/// <param name="server">The server.</param>
public sealed class RecordingTransport(ITransport server) : ITransport
{
    /// <summary>The answers, in the order in which they came.</summary>
    public List<FakeAnswer> Answers { get; } = [];

    public async ValueTask<IRows> SendAsync(Statement statement, CancellationToken cancellation)
    {
        await using var rows = await server.SendAsync(statement, cancellation);
        var all = new List<object?[]>();
        while (await rows.NextAsync(cancellation))
            all.Add(Trees.Of(rows.Values));
        Answers.Add(new FakeAnswer([.. all]));
        return new FakeRows(Answers[^1], () => { });
    }

    public void Dispose() => server.Dispose();
}

/// <summary>Values as trees of objects.</summary>
public static class Trees
{
    /// <summary>All values up to the end of a row or list.</summary>
    public static object?[] Of(IValues values)
    {
        var list = new List<object?>();
        while (values.Next != ValueKind.End)
            list.Add(One(values));
        return [.. list];
    }

    /// <summary>The values of parameters.</summary>
    public static Dictionary<string, object?> Of(IReadOnlyDictionary<string, Value> map) =>
        map.ToDictionary(member => member.Key, member => Of(member.Value));

    private static object? Of(Value value) =>
        value.Kind switch
        {
            ValueKind.Null => null,
            ValueKind.Flag => value.Flag,
            ValueKind.Whole => value.Whole,
            ValueKind.Number => value.Number,
            ValueKind.Text => value.Text,
            ValueKind.Map => Of(value.Map),
            _ => value.List.Select(Of).ToArray(),
        };

    /// <summary>The same list with one thing in it that is wrong: all such lists.</summary>
    public static IEnumerable<object?[]> Wrong(object?[] list)
    {
        for (var i = 0; i < list.Length; i++)
        {
            if (list[i] is object?[] inner)
            {
                foreach (var wrong in Wrong(inner))
                    yield return With(list, i, wrong);
            }
            yield return With(
                list,
                i,
                list[i] switch
                {
                    null => new Dictionary<string, object?>(),
                    string => true,
                    _ => "wrong",
                }
            );
        }
        yield return [.. list, true];
    }

    private static object?[] With(object?[] list, int place, object? value)
    {
        var changed = (object?[])list.Clone();
        changed[place] = value;
        return changed;
    }

    private static object? One(IValues values)
    {
        switch (values.Next)
        {
            case ValueKind.Null:
                values.Null();
                return null;
            case ValueKind.Flag:
                return values.Flag();
            case ValueKind.Whole:
                return values.Whole();
            case ValueKind.Number:
                return values.Number();
            case ValueKind.Text:
                return values.Text();
            case ValueKind.List:
                values.StartList();
                var list = Of(values);
                values.End();
                return list;
            default:
                values.StartMap();
                var map = new SortedDictionary<string, object?>(StringComparer.Ordinal);
                while (values.Next != ValueKind.End)
                    map.Add(values.Text(), One(values));
                values.End();
                return map;
        }
    }
}

/// <summary>The rows of a <see cref="FakeAnswer"/>: as strict about the order of reading as one that has no tree.</summary>
internal sealed class FakeRows(FakeAnswer answer, Action disposed) : IRows, IValues
{
    private readonly Stack<(object?[] Values, int Next)> _within = [];
    private int _row = -1;

    public IValues Values => this;

    public Summary Summary => Summary.Empty;

    public ValueKind Next
    {
        get
        {
            var (values, next) = _within.Peek();
            if (next == values.Length)
                return ValueKind.End;
            return values[next] switch
            {
                null => ValueKind.Null,
                bool => ValueKind.Flag,
                int or long => ValueKind.Whole,
                double => ValueKind.Number,
                string => ValueKind.Text,
                object?[] => ValueKind.List,
                _ => ValueKind.Map,
            };
        }
    }

    public async ValueTask<bool> NextAsync(CancellationToken cancellation)
    {
        _within.Clear();
        if (++_row < answer.Rows.Length)
        {
            _within.Push((answer.Rows[_row], 0));
            return true;
        }
        if (answer.Stuck)
            await Task.Delay(Timeout.Infinite, cancellation);
        return answer.Broken is { } fault ? throw fault : false;
    }

    public void Null() => Take(ValueKind.Null);

    public bool Flag() => (bool)Take(ValueKind.Flag)!;

    public long Whole() => Convert.ToInt64(Take(ValueKind.Whole), System.Globalization.CultureInfo.InvariantCulture);

    public double Number() => Next == ValueKind.Whole ? Whole() : (double)Take(ValueKind.Number)!;

    public string Text() => (string)Take(ValueKind.Text)!;

    public ReadOnlySpan<byte> Utf8() => System.Text.Encoding.UTF8.GetBytes(Text());

    public void StartList() => _within.Push(((object?[])Take(ValueKind.List)!, 0));

    public void StartMap() =>
        _within.Push(
            (
                ((IEnumerable<KeyValuePair<string, object?>>)Take(ValueKind.Map)!)
                    .SelectMany(pair => new[] { pair.Key, pair.Value })
                    .ToArray(),
                0
            )
        );

    public void End()
    {
        if (Next != ValueKind.End)
            throw this.Otherwise(ValueKind.End);
        _within.Pop();
    }

    public ValueTask DisposeAsync()
    {
        disposed();
        return ValueTask.CompletedTask;
    }

    private object? Take(ValueKind kind)
    {
        if (Next != kind)
            throw this.Otherwise(kind);
        var (values, next) = _within.Pop();
        _within.Push((values, next + 1));
        return values[next];
    }
}

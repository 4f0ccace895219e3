using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace EcosystemGraph.Neo4j.Transport.Http;

/// <summary>
/// The rows of an answer of the Query API, read from its bytes. The whole of it has been seen to be JSON, so that here it is
/// enough to find where a value begins and where it ends.
/// </summary>
internal sealed class HttpRows : IRows, IValues
{
    private static readonly SearchValues<byte> Numeric = SearchValues.Create("0123456789+-.eE"u8);

    private byte[] _body;
    private int _at;

    // How many lists and maps the cursor stands in: one is the list of rows, two a row.
    private int _depth;

    // Where a text has escapes.
    private byte[] _unescaped = [];

    /// <param name="body">The answer, in a rented buffer that is given back with the rows.</param>
    /// <param name="start">Where the list of rows begins.</param>
    /// <param name="summary">What else the answer says.</param>
    public HttpRows(byte[] body, int start, Summary summary)
    {
        _body = body;
        _at = start + 1;
        _depth = 1;
        Summary = summary;
    }

    public IValues Values => this;

    public Summary Summary { get; }

    public ValueKind Next =>
        Peek() switch
        {
            (byte)'"' => ValueKind.Text,
            (byte)'[' => ValueKind.List,
            (byte)'{' => ValueKind.Map,
            (byte)']' or (byte)'}' => ValueKind.End,
            (byte)'t' or (byte)'f' => ValueKind.Flag,
            (byte)'n' => ValueKind.Null,
            _ => Digits().IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 ? ValueKind.Whole : ValueKind.Number,
        };

    public ValueTask<bool> NextAsync(CancellationToken cancellation)
    {
        while (_depth > 1)
        {
            if (Next == ValueKind.End)
                End();
            else
                this.Skip();
        }
        if (Next == ValueKind.End)
            return ValueTask.FromResult(false);
        if (Next != ValueKind.List)
            throw HttpTransport.NoQueryApi();
        StartList();
        return ValueTask.FromResult(true);
    }

    public void Null()
    {
        Expect(ValueKind.Null);
        _at += 4;
    }

    public bool Flag()
    {
        Expect(ValueKind.Flag);
        var flag = _body[_at] == (byte)'t';
        _at += flag ? 4 : 5;
        return flag;
    }

    public long Whole()
    {
        Expect(ValueKind.Whole);
        if (!Utf8Parser.TryParse(Digits(), out long number, out var length))
            throw this.Otherwise(ValueKind.Whole);
        _at += length;
        return number;
    }

    public double Number()
    {
        if (Next != ValueKind.Whole)
            Expect(ValueKind.Number);
        if (!Utf8Parser.TryParse(Digits(), out double number, out var length))
            throw this.Otherwise(ValueKind.Number);
        _at += length;
        return number;
    }

    public string Text() => Encoding.UTF8.GetString(Utf8());

    public ReadOnlySpan<byte> Utf8()
    {
        Expect(ValueKind.Text);
        var start = _at;
        var text = _body.AsSpan(start + 1);
        var end = text.IndexOfAny((byte)'"', (byte)'\\');
        if (text[end] == (byte)'"')
        {
            _at = start + end + 2;
            return text[..end];
        }
        while (text[end] != (byte)'"')
            end += text[end] == (byte)'\\' ? 2 : 1;
        _at = start + end + 2;
        var json = new Utf8JsonReader(_body.AsSpan(start, end + 2));
        json.Read();
        if (_unescaped.Length < end)
            _unescaped = new byte[end];
        try
        {
            return _unescaped.AsSpan(0, json.CopyString(_unescaped));
        }
        catch (InvalidOperationException error)
        {
            throw new Neo4jException(
                Neo4jFault.BadAnswer,
                "the Neo4j server's answer has a text that is none; see that Neo4j:Uri names its HTTP port",
                null,
                error
            );
        }
    }

    public void StartList() => Enter(ValueKind.List);

    public void StartMap() => Enter(ValueKind.Map);

    public void End()
    {
        Expect(ValueKind.End);
        _at++;
        _depth--;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (_body.Length > 0)
            ArrayPool<byte>.Shared.Return(_body);
        _body = [];
        return ValueTask.CompletedTask;
    }

    private void Enter(ValueKind kind)
    {
        Expect(kind);
        _at++;
        _depth++;
    }

    private void Expect(ValueKind kind)
    {
        if (Next != kind)
            throw this.Otherwise(kind);
    }

    // The first byte of the next value: a name's colon separates like a comma.
    private byte Peek()
    {
        while (_body[_at] is (byte)',' or (byte)':' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            _at++;
        return _body[_at];
    }

    // A number never ends an answer.
    private ReadOnlySpan<byte> Digits()
    {
        var rest = _body.AsSpan(_at);
        return rest[..rest.IndexOfAnyExcept(Numeric)];
    }
}

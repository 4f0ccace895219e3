using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace EcosystemGraph.Core.Answers;

/// <summary>
/// Writes an answer as UTF-8 JSON into one bounded buffer, without anything in between. Both stores write through it,
/// so that the same values are the same bytes.
/// </summary>
/// <remarks>
/// Text is written as it is but for what JSON makes one escape (quotation mark, backslash, control characters) and for
/// unpaired surrogates, which become U+FFFD. Numbers are the shortest text that reads back equal, without <c>.0</c>.
/// </remarks>
public sealed class AnswerWriter : IDisposable
{
    // What JSON cannot hold as it is.
    private static readonly SearchValues<byte> Escapes = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(i => (byte)i),
        (byte)'"',
        (byte)'\\',
    ]);

    private readonly int _limit;
    private byte[] _buffer;
    private int _length;
    private bool _comma;

    /// <summary>Creates a writer.</summary>
    /// <param name="limit">The largest answer, in bytes.</param>
    public AnswerWriter(int limit)
    {
        _limit = limit;
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Min(limit, 4096));
    }

    /// <summary>What has been written.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    /// <summary>How far the answer is written: a place to which <see cref="Return"/> goes back.</summary>
    public WriterPlace Place => new(_length, _comma);

    /// <summary>Forgets all that was written.</summary>
    public void Clear() => Return(default);

    /// <summary>Forgets what was written since a place.</summary>
    public void Return(WriterPlace place) => (_length, _comma) = place;

    /// <summary>
    /// Begins a value that stands for itself, with no comma before it: to be taken from <see cref="Written"/> and put
    /// where it belongs (<see cref="Raw"/>) once that is known.
    /// </summary>
    /// <returns>Where it begins.</returns>
    public int StartPiece()
    {
        _comma = false;
        return _length;
    }

    /// <summary>Begins an object.</summary>
    public void StartObject() => Open((byte)'{');

    /// <summary>Ends an object.</summary>
    public AnswerWriter EndObject() => Close((byte)'}');

    /// <summary>Begins a list.</summary>
    public void StartList() => Open((byte)'[');

    /// <summary>Ends a list.</summary>
    public AnswerWriter EndList() => Close((byte)']');

    /// <summary>Writes the name of the value that follows.</summary>
    public void Name(string name)
    {
        Quoted(name);
        Room(1)[0] = (byte)':';
        _length++;
        _comma = false;
    }

    /// <summary>Writes a text, or null.</summary>
    public AnswerWriter Text(string? value)
    {
        if (value is null)
            return Null();
        Quoted(value);
        _comma = true;
        return this;
    }

    /// <summary>Writes a text that is UTF-8 already: copied, where nothing of it must be escaped.</summary>
    public AnswerWriter Text(ReadOnlySpan<byte> utf8)
    {
        Separate();
        var room = Room(utf8.Length * 6 + 2);
        room[0] = (byte)'"';
        var written = 1;
        if (!utf8.ContainsAny(Escapes) && Utf8.IsValid(utf8))
        {
            written += Copied(utf8, room[1..]);
        }
        else
        {
            while (!utf8.IsEmpty)
            {
                Rune.DecodeFromUtf8(utf8, out var rune, out var consumed);
                written += Escaped(rune, room[written..]);
                utf8 = utf8[consumed..];
            }
        }
        room[written] = (byte)'"';
        _length += written + 1;
        _comma = true;
        return this;
    }

    /// <summary>Writes a whole number.</summary>
    public AnswerWriter Whole(long value)
    {
        Separate();
        Utf8Formatter.TryFormat(value, Room(20), out var written);
        _length += written;
        _comma = true;
        return this;
    }

    /// <summary>Writes a number.</summary>
    public AnswerWriter Number(double value)
    {
        if (value == Math.Truncate(value) && Math.Abs(value) < 1e15)
            return Whole((long)value);
        Separate();
        value.TryFormat(Room(32), out var written, "R", System.Globalization.CultureInfo.InvariantCulture);
        _length += written;
        _comma = true;
        return this;
    }

    /// <summary>Writes true or false.</summary>
    public AnswerWriter Flag(bool value) => Literal(value ? "true"u8 : "false"u8);

    /// <summary>Writes null.</summary>
    public AnswerWriter Null() => Literal("null"u8);

    /// <summary>Writes JSON that is known to be well formed.</summary>
    public AnswerWriter Raw(ReadOnlySpan<byte> json) => Literal(json);

    /// <inheritdoc/>
    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private void Open(byte bracket)
    {
        Separate();
        Room(1)[0] = bracket;
        _length++;
        _comma = false;
    }

    private AnswerWriter Close(byte bracket)
    {
        Room(1)[0] = bracket;
        _length++;
        _comma = true;
        CheckLimit();
        return this;
    }

    private AnswerWriter Literal(ReadOnlySpan<byte> bytes)
    {
        Separate();
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
        _comma = true;
        return this;
    }

    private void Separate()
    {
        if (!_comma)
            return;
        Room(1)[0] = (byte)',';
        _length++;
    }

    private void Quoted(string text)
    {
        Separate();
        // The longest a character becomes: \u0000.
        var room = Room(text.Length * 6 + 2);
        room[0] = (byte)'"';
        var written = 1;
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 && text.AsSpan().IndexOfAny('"', '\\') < 0)
        {
            written += Encoding.ASCII.GetBytes(text, room[1..]);
        }
        else
        {
            foreach (var rune in text.EnumerateRunes())
                written += Escaped(rune, room[written..]);
        }
        room[written] = (byte)'"';
        _length += written + 1;
        _comma = true;
    }

    private static int Escaped(Rune rune, Span<byte> room)
    {
        switch (rune.Value)
        {
            case '"':
                return Copied("\\\""u8, room);
            case '\\':
                return Copied("\\\\"u8, room);
            case '\n':
                return Copied("\\n"u8, room);
            case '\r':
                return Copied("\\r"u8, room);
            case '\t':
                return Copied("\\t"u8, room);
            case < ' ':
                "\\u00"u8.CopyTo(room);
                room[4] = (byte)"0123456789abcdef"[rune.Value >> 4];
                room[5] = (byte)"0123456789abcdef"[rune.Value & 15];
                return 6;
            default:
                return rune.EncodeToUtf8(room);
        }
    }

    private static int Copied(ReadOnlySpan<byte> bytes, Span<byte> room)
    {
        bytes.CopyTo(room);
        return bytes.Length;
    }

    private Span<byte> Room(int count)
    {
        var needed = (long)_length + count;
        if (needed > _buffer.Length)
            Grow(needed);
        return _buffer.AsSpan(_length);
    }

    private void CheckLimit()
    {
        if (_length > _limit)
            throw new AnswerTooLargeException(_limit);
    }

    private void Grow(long needed)
    {
        CheckLimit();
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Max(needed, _buffer.Length * 2L));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}

/// <summary>A place in an answer that is being written.</summary>
/// <param name="Length">How many bytes stand before it.</param>
/// <param name="Comma">Whether a value that follows is set off by a comma.</param>
public readonly record struct WriterPlace(int Length, bool Comma);

/// <summary>An answer that would be larger than the limit.</summary>
public sealed class AnswerTooLargeException : Exception
{
    /// <summary>Creates the error with no message.</summary>
    public AnswerTooLargeException() { }

    /// <summary>Creates the error.</summary>
    public AnswerTooLargeException(string message)
        : base(message) { }

    /// <summary>Creates the error from the one that caused it.</summary>
    public AnswerTooLargeException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates the error.</summary>
    /// <param name="limit">The largest answer, in bytes.</param>
    public AnswerTooLargeException(int limit)
        : base(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"the answer is larger than {limit} bytes: ask for fewer records or fields, page by page"
            )
        ) { }
}

using System.Buffers.Binary;
using System.Text;

namespace EcosystemGraph.Neo4j.Transport.Bolt;

/// <summary>
/// Reads PackStream, Bolt's notation of values, from the bytes of one message: forward only, with no tree. Nothing that a
/// message says of its own lengths is believed before the bytes are seen to be there.
/// </summary>
internal sealed class PackReader : IValues
{
    /// <summary>How deep lists and maps may stand in one another; our deepest statements need a fraction of it.</summary>
    public const int MaxDepth = 128;

    // How many values are left of each list and map that the cursor stands in.
    private readonly int[] _left = new int[MaxDepth + 1];
    private byte[] _bytes = [];
    private int _at;
    private int _end;
    private int _depth;

    /// <summary>Goes to a message.</summary>
    /// <param name="bytes">The buffer it stands in.</param>
    /// <param name="start">Where it begins there.</param>
    /// <param name="end">Where it ends.</param>
    /// <returns>Its kind: the tag of the structure that every message is.</returns>
    public byte Open(byte[] bytes, int start, int end)
    {
        (_bytes, _at, _end, _depth) = (bytes, start, end, 0);
        if (end - start < 2 || bytes[start] >> 4 != 0xB)
            throw Nonsense();
        _left[0] = bytes[start] & 0xF;
        _at += 2;
        return bytes[start + 1];
    }

    /// <summary>Whether something was read that means nothing.</summary>
    public bool IsNonsense { get; private set; }

    public ValueKind Next =>
        _left[_depth] == 0
            ? ValueKind.End
            : Marker() switch
            {
                < 0x80 or >= 0xF0 or (>= 0xC8 and <= 0xCB) => ValueKind.Whole,
                < 0x90 or (>= 0xD0 and <= 0xD2) => ValueKind.Text,
                < 0xA0 or (>= 0xD4 and <= 0xD6) => ValueKind.List,
                < 0xB0 or (>= 0xD8 and <= 0xDA) => ValueKind.Map,
                0xC0 => ValueKind.Null,
                0xC1 => ValueKind.Number,
                0xC2 or 0xC3 => ValueKind.Flag,
                // Dates, points, nodes and bytes: no statement of ours returns any. The rest means nothing.
                _ => throw Nonsense(),
            };

    public void Null()
    {
        Expect(ValueKind.Null);
        _at++;
    }

    public bool Flag()
    {
        Expect(ValueKind.Flag);
        return _bytes[_at++] == 0xC3;
    }

    public long Whole()
    {
        Expect(ValueKind.Whole);
        var marker = _bytes[_at++];
        return marker switch
        {
            0xC8 => (sbyte)Take(1)[0],
            0xC9 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            0xCA => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            0xCB => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            _ => (sbyte)marker,
        };
    }

    public double Number()
    {
        if (Next == ValueKind.Whole)
            return Whole();
        Expect(ValueKind.Number);
        _at++;
        return BinaryPrimitives.ReadDoubleBigEndian(Take(8));
    }

    public string Text() => Encoding.UTF8.GetString(Utf8());

    public ReadOnlySpan<byte> Utf8()
    {
        Expect(ValueKind.Text);
        return Take(Size(0xD0));
    }

    public void StartList()
    {
        Expect(ValueKind.List);
        Enter(Size(0xD4), 1);
    }

    public void StartMap()
    {
        Expect(ValueKind.Map);
        Enter(Size(0xD8), 2);
    }

    public void End()
    {
        if (_left[_depth] != 0)
            throw this.Otherwise(ValueKind.End);
        _depth--;
    }

    // Sees that the value is what is asked for, and counts it as read.
    private void Expect(ValueKind kind)
    {
        if (Next != kind)
            throw this.Otherwise(kind);
        _left[_depth]--;
    }

    private byte Marker() => _at < _end ? _bytes[_at] : throw Nonsense();

    // The size of a text, list or map: in its marker, or in the one, two or four bytes after the markers that begin at `sized`.
    private int Size(int sized)
    {
        var marker = _bytes[_at++];
        return (marker - sized) switch
        {
            0 => Take(1)[0],
            1 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            2 => BinaryPrimitives.ReadUInt32BigEndian(Take(4)) is <= int.MaxValue and var size
                ? (int)size
                : throw Nonsense(),
            _ => marker & 0xF,
        };
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _end - _at)
            throw Nonsense();
        _at += length;
        return _bytes.AsSpan(_at - length, length);
    }

    // A value is a byte at least: a list that claims more of them than bytes are left is none.
    private void Enter(int count, int valuesOfEach)
    {
        if (count > (_end - _at) / valuesOfEach || _depth == MaxDepth)
            throw Nonsense();
        _left[++_depth] = count * valuesOfEach;
    }

    private Neo4jException Nonsense()
    {
        IsNonsense = true;
        return BoltErrors.Nonsense();
    }
}

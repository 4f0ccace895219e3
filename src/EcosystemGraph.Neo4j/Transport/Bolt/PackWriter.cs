using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace EcosystemGraph.Neo4j.Transport.Bolt;

/// <summary>Writes messages in PackStream, cut into chunks, into one buffer that is sent at once.</summary>
internal sealed class PackWriter
{
    private const int MaxChunk = ushort.MaxValue;

    // What a text, list and map begin with: a marker that holds a size below 16, and the first of those after which it follows.
    private static readonly (byte Small, byte Sized) TextMarker = (0x80, 0xD0),
        ListMarker = (0x90, 0xD4),
        MapMarker = (0xA0, 0xD8);

    private byte[] _buffer = [];
    private int _length;
    private int _message;

    /// <summary>What has been written.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    /// <summary>Forgets what was written, and gives its buffer back.</summary>
    public void Clear()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _length) = ([], 0);
    }

    /// <summary>Begins a message.</summary>
    /// <param name="tag">Its kind.</param>
    /// <param name="fields">How many values it has.</param>
    public void Start(byte tag, int fields)
    {
        Room(4);
        _length += 2;
        _message = _length;
        _buffer[_length++] = (byte)(0xB0 + fields);
        _buffer[_length++] = tag;
    }

    /// <summary>Ends the message: its bytes are moved apart where it takes several chunks, and each chunk's length put before it.</summary>
    public void End()
    {
        var size = _length - _message;
        var chunks = (size + MaxChunk - 1) / MaxChunk;
        Room(2 * chunks);
        for (var chunk = chunks - 1; chunk >= 0; chunk--)
        {
            var from = _message + chunk * MaxChunk;
            var length = Math.Min(MaxChunk, _message + size - from);
            var to = from + 2 * chunk;
            _buffer.AsSpan(from, length).CopyTo(_buffer.AsSpan(to));
            BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(to - 2), (ushort)length);
        }
        _length += 2 * (chunks - 1);
        _buffer[_length++] = 0;
        _buffer[_length++] = 0;
    }

    /// <summary>Begins a map: so many names follow, each with its value.</summary>
    public void Map(int count) => Size(MapMarker, count);

    /// <summary>Writes a text.</summary>
    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Size(TextMarker, length);
        _length += Encoding.UTF8.GetBytes(text, Room(length));
    }

    /// <summary>Writes a text that is UTF-8 already.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        Size(TextMarker, utf8.Length);
        utf8.CopyTo(Room(utf8.Length));
        _length += utf8.Length;
    }

    /// <summary>Writes a whole number in as few bytes as hold it.</summary>
    public void Whole(long number)
    {
        var room = Room(9);
        switch (number)
        {
            case >= -16 and <= 127:
                room[0] = (byte)number;
                _length += 1;
                break;
            case >= short.MinValue and <= short.MaxValue:
                room[0] = 0xC9;
                BinaryPrimitives.WriteInt16BigEndian(room[1..], (short)number);
                _length += 3;
                break;
            case >= int.MinValue and <= int.MaxValue:
                room[0] = 0xCA;
                BinaryPrimitives.WriteInt32BigEndian(room[1..], (int)number);
                _length += 5;
                break;
            default:
                room[0] = 0xCB;
                BinaryPrimitives.WriteInt64BigEndian(room[1..], number);
                _length += 9;
                break;
        }
    }

    /// <summary>Writes the values of a map.</summary>
    public void Value(IReadOnlyDictionary<string, Value> map)
    {
        Map(map.Count);
        foreach (var (name, value) in map)
        {
            Text(name);
            Value(value);
        }
    }

    /// <summary>Writes a value.</summary>
    public void Value(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                Byte(0xC0);
                break;
            case ValueKind.Flag:
                Byte(value.Flag ? (byte)0xC3 : (byte)0xC2);
                break;
            case ValueKind.Whole:
                Whole(value.Whole);
                break;
            case ValueKind.Number:
                Byte(0xC1);
                BinaryPrimitives.WriteDoubleBigEndian(Room(8), value.Number);
                _length += 8;
                break;
            case ValueKind.Text:
                Text(value.Text);
                break;
            case ValueKind.Map:
                Value(value.Map);
                break;
            default:
                Size(ListMarker, value.Count);
                foreach (var item in value.List)
                    Value(item);
                break;
        }
    }

    private void Size((byte Small, byte Sized) marker, int size)
    {
        var room = Room(5);
        switch (size)
        {
            case < 16:
                room[0] = (byte)(marker.Small + size);
                _length += 1;
                break;
            case <= byte.MaxValue:
                room[0] = marker.Sized;
                room[1] = (byte)size;
                _length += 2;
                break;
            case <= ushort.MaxValue:
                room[0] = (byte)(marker.Sized + 1);
                BinaryPrimitives.WriteUInt16BigEndian(room[1..], (ushort)size);
                _length += 3;
                break;
            default:
                room[0] = (byte)(marker.Sized + 2);
                BinaryPrimitives.WriteInt32BigEndian(room[1..], size);
                _length += 5;
                break;
        }
    }

    private void Byte(byte value)
    {
        Room(1)[0] = value;
        _length++;
    }

    // What may be written into next, of such a length at least.
    private Span<byte> Room(int length)
    {
        if (_buffer.Length - _length < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + length, Math.Max(4096, 2 * _buffer.Length)));
            Written.Span.CopyTo(larger);
            if (_buffer.Length > 0)
                ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        return _buffer.AsSpan(_length);
    }
}

using System.Buffers;
using System.Buffers.Binary;
using EcosystemGraph.Core.Answers;

namespace EcosystemGraph.Neo4j.Transport.Bolt;

/// <summary>
/// Puts messages together from the chunks in which they come, within the one buffer that the socket writes into: a message of
/// one chunk stays where it came, and of a longer one only what follows a chunk's length is moved by those two bytes.
/// </summary>
/// <remarks>
/// The buffer grows with what has come, never with what is announced, and up to <see cref="ITransport.MaxAnswer"/>. Between
/// statements there is none.
/// </remarks>
internal sealed class MessageReader
{
    private const int Smallest = 16 << 10;

    private byte[] _buffer = [];

    // The message so far, without its chunks' lengths; then what has come and is not looked at yet.
    private int _start;
    private int _end;
    private int _at;
    private int _filled;

    // How much of the chunk at hand has not been looked at.
    private int _chunk;
    private bool _isWhole;
    private int _received;

    /// <summary>Whether all that came has been read.</summary>
    public bool IsEmpty => _at == _filled && (_isWhole || (_chunk == 0 && _start == _end));

    /// <summary>Begins to count what comes anew: an answer begins.</summary>
    public void StartAnswer() => _received = 0;

    /// <summary>Goes to the next message, where all of it is there.</summary>
    /// <param name="reader">Put at its first value.</param>
    /// <param name="tag">Its kind.</param>
    public bool TryNext(PackReader reader, out byte tag)
    {
        if (_isWhole)
            (_start, _end, _isWhole) = (_at, _at, false);
        while (true)
        {
            var there = _filled - _at;
            if (_chunk > 0)
            {
                if (there == 0)
                    break;
                var part = Math.Min(_chunk, there);
                if (_at != _end)
                    _buffer.AsSpan(_at, part).CopyTo(_buffer.AsSpan(_end));
                _at += part;
                _end += part;
                _chunk -= part;
                continue;
            }
            if (there < 2)
                break;
            _chunk = BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(_at));
            _at += 2;
            // Where nothing has come of a message, an end is a sign of life.
            if (_start == _end)
                (_start, _end) = (_at, _at);
            else if (_chunk == 0)
            {
                _isWhole = true;
                tag = reader.Open(_buffer, _start, _end);
                return true;
            }
        }
        tag = 0;
        return false;
    }

    /// <summary>Where the socket may write what comes next.</summary>
    public Memory<byte> Room()
    {
        if (_filled < _buffer.Length)
            return _buffer.AsMemory(_filled);
        // There is no space behind: what is done with is let go, and where that is little, the buffer doubled.
        var kept = _end - _start + (_filled - _at);
        var buffer =
            kept <= _buffer.Length / 2 && _buffer.Length > 0
                ? _buffer
                : ArrayPool<byte>.Shared.Rent(Math.Max(Smallest, 2 * _buffer.Length));
        _buffer.AsSpan(_start, _end - _start).CopyTo(buffer);
        _buffer.AsSpan(_at, _filled - _at).CopyTo(buffer.AsSpan(_end - _start));
        if (buffer != _buffer && _buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = buffer;
        (_start, _end, _at, _filled) = (0, _end - _start, _end - _start, kept);
        return _buffer.AsMemory(_filled);
    }

    /// <summary>Takes note of what was written there.</summary>
    /// <exception cref="AnswerTooLargeException">It is more than an answer may be.</exception>
    public void Filled(int length)
    {
        _filled += length;
        _received += length;
        if (_received > ITransport.MaxAnswer)
            throw new AnswerTooLargeException(ITransport.MaxAnswer);
    }

    /// <summary>Gives the buffer back; what is in it is lost.</summary>
    public void Release()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        (_start, _end, _at, _filled, _chunk, _isWhole) = (0, 0, 0, 0, 0, false);
    }
}

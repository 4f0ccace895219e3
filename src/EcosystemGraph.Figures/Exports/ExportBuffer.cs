using System.Buffers;

namespace EcosystemGraph.Figures.Exports;

/// <summary>
/// Between a writer that knows no waiting (XML, JSON, text, ZIP) and a stream that must be waited for: takes bytes at
/// once, and hands them on when asked. Holds little more than <see cref="Enough"/> where it is asked after every body and link.
/// </summary>
internal sealed class ExportBuffer(Stream output, CancellationToken cancellationToken) : Stream, IBufferWriter<byte>
{
    /// <summary>As many bytes are worth a write.</summary>
    private const int Enough = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(2 * Enough);
    private int _count;

    /// <summary>Hands on what is there, where it is enough.</summary>
    public ValueTask DrainAsync() => _count < Enough ? ValueTask.CompletedTask : DrainAllAsync();

    /// <summary>Hands on all.</summary>
    public async ValueTask DrainAllAsync()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_count > 0)
            await output.WriteAsync(_bytes.AsMemory(0, _count), cancellationToken).ConfigureAwait(false);
        _count = 0;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        buffer.CopyTo(GetSpan(buffer.Length));
        _count += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsSpan(_count);
    }

    private void Grow(int wanted)
    {
        if (_bytes.Length - _count >= Math.Max(wanted, 1))
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _count + wanted));
        _bytes.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }

    // Whoever writes into it may flush as it likes; only DrainAsync hands on.
    public override void Flush() { }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            _count = 0;
        }
        base.Dispose(disposing);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

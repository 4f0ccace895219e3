using EcosystemGraph.Core.Answers;

namespace EcosystemGraph.Api.Asking;

/// <summary>Takes a figure or a file, as large as an answer may be.</summary>
internal sealed class AnswerStream(int limit) : MemoryStream
{
    public ReadOnlyMemory<byte> Written => GetBuffer().AsMemory(0, (int)Length);

    /// <exception cref="AnswerTooLargeException">It is larger than it may be.</exception>
    public static void Check(long length, int limit)
    {
        if (length > limit) throw new AnswerTooLargeException(FormattableString.Invariant($"it is larger than {limit} bytes (Http:MaxAnswerBytes); ask for a smaller part, by focus, filter or date"));
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Check(Length + buffer.Length, limit);
        base.Write(buffer);
    }

    public override void WriteByte(byte value) => Write([value]);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }
}

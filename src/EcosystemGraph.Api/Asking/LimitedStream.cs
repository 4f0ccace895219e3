using EcosystemGraph.Core.Answers;

namespace EcosystemGraph.Api.Asking;

/// <summary>Takes a figure or a file, as large as an answer may be.</summary>
internal sealed class LimitedStream(int limit) : MemoryStream
{
    public ReadOnlyMemory<byte> Written => GetBuffer().AsMemory(0, (int)Length);

    /// <exception cref="AnswerTooLargeException">It is larger than it may be.</exception>
    public static void Check(long length, int limit)
    {
        if (length > limit)
            throw new AnswerTooLargeException(
                FormattableString.Invariant(
                    $"it is larger than {limit} bytes (Http:MaxAnswerBytes); ask for a smaller part, by focus, filter or date"
                )
            );
    }

    // All other ways to write come to one of these.
    public override void Write(byte[] buffer, int offset, int count)
    {
        Check(Length + count, limit);
        base.Write(buffer, offset, count);
    }

    public override void WriteByte(byte value) => Write([value], 0, 1);
}

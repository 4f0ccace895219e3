using System.Collections.Concurrent;

namespace EcosystemGraph.Api.Asking;

/// <summary>Time limits of questions. Their sources are used again: nearly all end in time.</summary>
internal sealed class Deadlines(TimeSpan limit)
{
    private const int MostKept = 64;

    private readonly ConcurrentBag<CancellationTokenSource> _kept = [];

    /// <summary>Begins a limit that also ends when the client leaves.</summary>
    public Deadline Begin(CancellationToken left)
    {
        if (!_kept.TryTake(out var source))
            source = new CancellationTokenSource();
        source.CancelAfter(limit);
        return new Deadline(
            this,
            source,
            left.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source),
            left
        );
    }

    private void End(CancellationTokenSource source)
    {
        if (_kept.Count < MostKept && source.TryReset())
            _kept.Add(source);
        else
            source.Dispose();
    }

    /// <summary>The limit of one question.</summary>
    internal readonly struct Deadline(
        Deadlines all,
        CancellationTokenSource source,
        CancellationTokenRegistration registration,
        CancellationToken left
    ) : IDisposable
    {
        /// <summary>Cancelled when the time is over or the client has left.</summary>
        public CancellationToken Token => source.Token;

        /// <summary>Whether the time is over, and the client still there.</summary>
        public bool IsOver => source.IsCancellationRequested && !left.IsCancellationRequested;

        public void Dispose()
        {
            registration.Dispose();
            all.End(source);
        }
    }
}

using System.Collections.Concurrent;

namespace EcosystemGraph.Neo4j.Transport.Bolt;

/// <summary>
/// The connections to a server: so many at most, each used by one statement at a time, and by the next only once the server has
/// said that it is done with the last. Who finds none free waits, for so long at most.
/// </summary>
internal sealed class BoltPool : IDisposable
{
    // In milliseconds: how long a statement waits for a connection; how long one lives, so that new addresses and credentials
    // come into use; how long it is kept unused; and after how long unused it is asked whether it still lives.
    private const int LongestWait = 10_000,
        Life = 300_000,
        Kept = 120_000,
        Trusted = 30_000;

    // How long a server has to stop what was given up, in milliseconds.
    private const int Stopping = 2_000;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    private readonly int _limit;
    private readonly int _longestWait;
    private readonly Func<CancellationToken, ValueTask<BoltConnection>> _open;
    private readonly SemaphoreSlim _places;
    private readonly ConcurrentStack<BoltConnection> _idle = [];
    private readonly ConcurrentDictionary<BoltConnection, bool> _all = [];
    private readonly Timer _watch;
    private volatile bool _isDisposed;

    /// <param name="limit">How many there may be.</param>
    /// <param name="open">Opens one.</param>
    /// <param name="longestWait">How long a statement waits for one, in milliseconds.</param>
    public BoltPool(int limit, Func<CancellationToken, ValueTask<BoltConnection>> open, int longestWait = LongestWait)
    {
        (_limit, _open, _longestWait, _places) = (limit, open, longestWait, new SemaphoreSlim(limit));
        _watch = new Timer(static pool => ((BoltPool)pool!).Watch(Environment.TickCount64), this, Round, Round);
    }

    /// <summary>How many are open and not in use.</summary>
    public int Unused => _idle.Count;

    /// <summary>Gives a connection, of those that are free the one last used.</summary>
    public async ValueTask<BoltConnection> TakeAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!await _places.WaitAsync(_longestWait, cancellation))
            throw BoltErrors.AllTaken(_limit);
        try
        {
            while (_idle.TryPop(out var connection))
            {
                if (await IsGoodAsync(connection, cancellation))
                    return connection;
                Close(connection);
            }
            var opened = await _open(cancellation);
            _all[opened] = true;
            return opened;
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    /// <summary>Takes a connection back, whatever became of its statement.</summary>
    public void Return(BoltConnection connection)
    {
        if (connection.IsReady || connection.IsBroken)
            Free(connection);
        else
            _ = StopAsync(connection);
    }

    /// <summary>Closes every connection under whoever uses it.</summary>
    public void Abort()
    {
        foreach (var connection in _all.Keys)
            connection.Abort();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        _watch.Dispose();
        while (_idle.TryPop(out var connection))
            Close(connection);
    }

    /// <summary>Closes what has been silent or unused for too long.</summary>
    public void Watch(long now)
    {
        foreach (var connection in _all.Keys)
        {
            if (connection.IsSilent(now))
                connection.Abort();
        }
        if (!_idle.Any(connection => now - connection.Used > Kept))
            return;
        var idle = new BoltConnection[_limit];
        for (var count = _idle.TryPopRange(idle); count > 0; count--)
        {
            if (now - idle[count - 1].Used > Kept)
                Close(idle[count - 1]);
            else
                _idle.Push(idle[count - 1]);
        }
    }

    private static async ValueTask<bool> IsGoodAsync(BoltConnection connection, CancellationToken cancellation)
    {
        var now = Environment.TickCount64;
        if (now - connection.Opened > Life)
            return false;
        var isDisturbed = connection.IsDisturbed();
        if (connection.IsBroken)
            return false;
        return now - connection.Used <= Trusted && !isDisturbed || await IsStoppedAsync(connection, cancellation);
    }

    // Whether the server stops what is under way on a connection, and says so in time.
    private static async ValueTask<bool> IsStoppedAsync(BoltConnection connection, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Stopping);
        try
        {
            await connection.ResetAsync(limit.Token);
            return connection.IsReady;
        }
        catch (Exception error)
            when (error is Neo4jException or OperationCanceledException or Core.Answers.AnswerTooLargeException)
        {
            return false;
        }
    }

    // Nobody waits for this: who gave the statement up has left.
    private async Task StopAsync(BoltConnection connection)
    {
        if (await IsStoppedAsync(connection, CancellationToken.None))
            Free(connection);
        else
        {
            Close(connection);
            _places.Release();
        }
    }

    private void Free(BoltConnection connection)
    {
        if (connection.IsReady && !_isDisposed)
        {
            connection.Rest();
            _idle.Push(connection);
            // It may have been disposed of meanwhile.
            if (_isDisposed)
                Dispose();
        }
        else
            Close(connection);
        _places.Release();
    }

    private void Close(BoltConnection connection)
    {
        _all.TryRemove(connection, out _);
        connection.Dispose();
    }
}

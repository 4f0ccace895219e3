using System.Runtime.CompilerServices;

namespace EcosystemGraph.Neo4j.Transport.Bolt;

/// <summary>The rows of a statement, read from its connection as they come.</summary>
internal sealed class BoltRows(BoltPool pool, BoltConnection connection) : IRows
{
    private bool _isReturned;
    private State _state = State.Sent;

    private enum State
    {
        // Whether the server runs the statement is not known.
        Sent,

        // It sends rows.
        Streaming,

        // It has more of them, and waits to be asked.
        Waiting,

        // There are no more.
        Ended,
    }

    public IValues Values => connection.Values;

    // Remarks are not asked for.
    public Summary Summary => Summary.Empty;

    public ValueTask<bool> NextAsync(CancellationToken cancellation)
    {
        if (_state == State.Ended)
            return ValueTask.FromResult(false);
        return TakeNext() is { } isRow ? ValueTask.FromResult(isRow) : WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (!_isReturned)
            pool.Return(connection);
        _isReturned = true;
        return ValueTask.CompletedTask;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> WaitAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (_state == State.Waiting)
            {
                await connection.PullAsync(cancellation);
                _state = State.Streaming;
            }
            else
            {
                await connection.ReceiveAsync(cancellation);
            }
            if (TakeNext() is { } isRow)
                return isRow;
        }
    }

    // Goes through what has come: to a row, or the end of all; null where neither is there yet.
    private bool? TakeNext()
    {
        while (_state != State.Waiting && connection.TryNext(out var tag))
        {
            if (Take(tag) is { } isRow)
                return isRow;
        }
        return null;
    }

    // Whether a message is a row, or the end of all; null where it is neither.
    private bool? Take(byte tag)
    {
        switch (tag, _state)
        {
            case (BoltConnection.Success, State.Sent):
                _state = State.Streaming;
                return null;
            case (BoltConnection.Record, State.Streaming):
                connection.ReadRow();
                return true;
            case (BoltConnection.Success, State.Streaming):
                _state = connection.ReadHasMore() ? State.Waiting : State.Ended;
                return _state == State.Ended ? false : null;
            case (BoltConnection.Failure, State.Sent or State.Streaming):
                throw ServerErrors.Of(connection.ReadCode());
            default:
                throw connection.Nonsense();
        }
    }
}

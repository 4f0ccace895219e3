using System.Diagnostics;
using EcosystemGraph.Neo4j.Transport.Bolt;
using Polly;
using Polly.Retry;

namespace EcosystemGraph.Neo4j.Transport;

/// <summary>
/// Asks a server, whichever the transport: reads the rows of an answer to its definite end, within a time limit. A read is
/// sent again after what may pass; a write never, because its fate is unknown.
/// </summary>
public sealed class Neo4jClient : IDisposable
{
    /// <summary>The source of the spans of statements.</summary>
    public const string ActivitySourceName = "EcosystemGraph.Neo4j";

    private const int Retries = 3;

    private static readonly ActivitySource Spans = new(ActivitySourceName);

    private static readonly ResiliencePipeline Reads = new ResiliencePipelineBuilder()
        .AddRetry(
            new RetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                Delay = TimeSpan.FromMilliseconds(100),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = static attempt =>
                    ValueTask.FromResult(
                        attempt.Outcome.Exception
                            is Neo4jException
                            {
                                Fault: Neo4jFault.Unreachable or Neo4jFault.Transient or Neo4jFault.BadAnswer
                            }
                    ),
            }
        )
        .Build();

    private readonly ITransport _transport;
    private readonly Neo4jSettings _settings;
    private readonly Uri _address;

    /// <summary>Creates a client.</summary>
    /// <param name="settings">Where the server is, who asks, and how long an answer may take, repetitions included.</param>
    /// <param name="transport">The way there; null for the one that the address names. Disposed of with the client.</param>
    public Neo4jClient(Neo4jSettings settings, ITransport? transport = null)
    {
        _settings = settings;
        _address = new Uri(settings.Uri);
        _transport = transport ?? Transports.Open(settings);
    }

    /// <summary>Asks for one row.</summary>
    /// <param name="statement">What to ask.</param>
    /// <param name="read">Reads all values of the row. Called again from the beginning where the statement is sent again.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="Neo4jException">There is no answer, or one of another shape.</exception>
    public Task<T> OneAsync<T>(Statement statement, Func<IValues, T> read, CancellationToken cancellation) =>
        AskAsync(
            statement,
            read,
            static async (rows, read, ended) =>
            {
                if (!await rows.NextAsync(ended))
                    throw NotOne();
                var one = Read(rows.Values, read);
                return await rows.NextAsync(ended) ? throw NotOne() : one;
            },
            cancellation
        );

    /// <summary>Asks for any number of rows.</summary>
    /// <param name="statement">What to ask.</param>
    /// <param name="read">Reads all values of a row. Called again from the first row where the statement is sent again.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="Neo4jException">There is no answer, or one of another shape.</exception>
    public Task<List<T>> AllAsync<T>(Statement statement, Func<IValues, T> read, CancellationToken cancellation) =>
        AskAsync(
            statement,
            read,
            static async (rows, read, ended) =>
            {
                var all = new List<T>();
                while (await rows.NextAsync(ended))
                    all.Add(Read(rows.Values, read));
                return all;
            },
            cancellation
        );

    /// <summary>Runs a statement whose rows are of no interest.</summary>
    /// <param name="statement">What to run.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="Neo4jException">It failed.</exception>
    public Task<Summary> RunAsync(Statement statement, CancellationToken cancellation) =>
        AskAsync(
            statement,
            0,
            static async (rows, _, ended) =>
            {
                while (await rows.NextAsync(ended)) { }
                return rows.Summary;
            },
            cancellation
        );

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    private static T Read<T>(IValues values, Func<IValues, T> read)
    {
        var row = read(values);
        return values.Next == ValueKind.End ? row : throw values.Otherwise(ValueKind.End);
    }

    private static Neo4jException NotOne() =>
        new(Neo4jFault.BadAnswer, "the Neo4j server's answer is not complete; try again in a moment");

    private async Task<T> AskAsync<T, TState>(
        Statement statement,
        TState state,
        Func<IRows, TState, CancellationToken, Task<T>> read,
        CancellationToken cancellation
    )
    {
        using var span = Spans.StartActivity("neo4j", ActivityKind.Client);
        if (span is not null)
            Tag(span, statement);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(_settings.TimeoutSeconds));
        try
        {
            return statement.Mode == AccessMode.Write
                ? await OnceAsync(statement, state, read, limit.Token)
                : await Reads.ExecuteAsync(
                    static (asked, ended) => asked.Client.OnceAsync(asked.Statement, asked.State, asked.Read, ended),
                    (Client: this, Statement: statement, State: state, Read: read),
                    limit.Token
                );
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", nameof(Neo4jFault.TimedOut));
            throw new Neo4jException(
                Neo4jFault.TimedOut,
                "the Neo4j server takes too long; ask for less, or raise Neo4j:TimeoutSeconds",
                null,
                error
            );
        }
        catch (Neo4jException error)
        {
            span?.SetStatus(ActivityStatusCode.Error, error.Message)
                .SetTag("error.type", error.ServerCode ?? error.Fault.ToString());
            throw;
        }
    }

    private async ValueTask<T> OnceAsync<T, TState>(
        Statement statement,
        TState state,
        Func<IRows, TState, CancellationToken, Task<T>> read,
        CancellationToken cancellation
    )
    {
        await using var rows = await _transport.SendAsync(statement, cancellation);
        return await read(rows, state, cancellation);
    }

    // The statement has no values: they are its parameters.
    private void Tag(Activity span, Statement statement)
    {
        span.SetTag("db.system.name", "neo4j");
        span.SetTag("db.namespace", _settings.Database);
        span.SetTag("db.query.text", statement.Text);
        span.SetTag("server.address", _address.Host);
        span.SetTag("server.port", _address.Port < 0 ? BoltTransport.DefaultPort : _address.Port);
    }
}

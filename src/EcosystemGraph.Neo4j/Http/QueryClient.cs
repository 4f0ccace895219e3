using System.Buffers;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EcosystemGraph.Core.Answers;
using Polly;
using Polly.Retry;

namespace EcosystemGraph.Neo4j.Http;

/// <summary>Sends statements to Neo4j's HTTP Query API.</summary>
/// <remarks>
/// The server answers 202 before it knows whether the statement succeeds: an answer is handed out only when its whole
/// body has been read and no <c>errors</c> stand at its end. A read is sent again after what may pass; a write never,
/// because its fate is unknown.
/// </remarks>
public sealed class QueryClient : IDisposable
{
    /// <summary>The source of the spans of statements.</summary>
    public const string ActivitySourceName = "EcosystemGraph.Neo4j";

    private const int Retries = 3;

    private static readonly ActivitySource Spans = new(ActivitySourceName);

    // An answer of lists is about as large as the one that is made of it.
    private const int MaxAnswer = 64 << 20;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private static readonly ResiliencePipeline<QueryAnswer> Reads = new ResiliencePipelineBuilder<QueryAnswer>().AddRetry(new RetryStrategyOptions<QueryAnswer>
    {
        MaxRetryAttempts = Retries,
        Delay = TimeSpan.FromMilliseconds(100),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = attempt => ValueTask.FromResult(
            attempt.Outcome.Exception is Neo4jException { Fault: Neo4jFault.Unreachable or Neo4jFault.Transient or Neo4jFault.BadAnswer }),
    }).Build();

    // The bare handler: what HttpClient adds (redirects, cookies, proxies, compression) the server has no use for.
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
    });

    private readonly Uri _address;
    private readonly string _database;
    private readonly string? _credentials;
    private readonly TimeSpan _timeout;

    /// <summary>Creates a client.</summary>
    /// <param name="settings">Where the server is and who asks.</param>
    /// <param name="timeout">How long an answer may take, repetitions included; null for the settings' own time limit.</param>
    public QueryClient(Neo4jSettings settings, TimeSpan? timeout = null)
    {
        _database = settings.Database;
        _address = new Uri(new Uri(settings.Uri), $"/db/{settings.Database}/query/v2");
        _timeout = timeout ?? TimeSpan.FromSeconds(settings.TimeoutSeconds);
        _credentials = settings switch
        {
            { Token.Length: > 0 } => $"Bearer {settings.Token}",
            { User.Length: > 0 } => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.User}:{settings.Password}"))}",
            _ => null,
        };
    }

    /// <summary>Sends a statement and reads its rows.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="parameters">Its parameters: null, texts, numbers, flags, lists and maps of them.</param>
    /// <param name="mode">Whether it may write.</param>
    /// <param name="cancellation">Ends the waiting; the server ends a statement by its own time limit only.</param>
    /// <returns>The rows: a list of lists. To be disposed.</returns>
    /// <exception cref="Neo4jException">There is no answer.</exception>
    public Task<QueryAnswer> SendAsync(
        string statement, IReadOnlyDictionary<string, object?> parameters, AccessMode mode, CancellationToken cancellation) =>
        SendAsync(new QueryRequest(statement, parameters, mode), cancellation);

    /// <summary>Sends a statement that is written down already, and reads its rows.</summary>
    /// <param name="question">The statement.</param>
    /// <param name="cancellation">Ends the waiting; the server ends a statement by its own time limit only.</param>
    /// <returns>The rows: a list of lists. To be disposed.</returns>
    /// <exception cref="Neo4jException">There is no answer.</exception>
    public async Task<QueryAnswer> SendAsync(QueryRequest question, CancellationToken cancellation)
    {
        using var span = Spans.StartActivity("neo4j", ActivityKind.Client);
        if (span is not null) Tag(span, question.Statement);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_timeout);
        try
        {
            return question.Mode == AccessMode.Write
                ? await SendOnceAsync(question.Body, limit.Token)
                : await Reads.ExecuteAsync(static (read, ended) => read.Client.SendOnceAsync(read.Body, ended), (Client: this, question.Body), limit.Token);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", nameof(Neo4jFault.TimedOut));
            throw new Neo4jException(Neo4jFault.TimedOut, "the Neo4j server takes too long; ask for less, or raise Neo4j:TimeoutSeconds", null, error);
        }
        catch (Neo4jException error)
        {
            span?.SetStatus(ActivityStatusCode.Error, error.Message).SetTag("error.type", error.ServerCode ?? error.Fault.ToString());
            throw;
        }
    }

    // The statement has no values: they are its parameters.
    private void Tag(Activity span, string statement)
    {
        span.SetTag("db.system.name", "neo4j");
        span.SetTag("db.namespace", _database);
        span.SetTag("db.query.text", statement);
        span.SetTag("server.address", _address.Host);
        span.SetTag("server.port", _address.Port);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async ValueTask<QueryAnswer> SendOnceAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } } };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (_credentials is not null) request.Headers.TryAddWithoutValidation("Authorization", _credentials);
        HttpResponseMessage? response = null;
        try
        {
            response = await _http.SendAsync(request, cancellation);
            await using var answer = await response.Content.ReadAsStreamAsync(cancellation);
            return await ReadAsync(response.StatusCode, answer, cancellation);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw response is null
                ? new Neo4jException(Neo4jFault.Unreachable, "the Neo4j server does not answer; see that it runs and that Neo4j:Uri names its HTTP port", null, error)
                : new Neo4jException(Neo4jFault.BadAnswer, "the Neo4j server broke off its answer; try again in a moment", null, error);
        }
        finally
        {
            response?.Dispose();
        }
    }

    private static async ValueTask<QueryAnswer> ReadAsync(HttpStatusCode status, Stream body, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 << 10);
        try
        {
            var length = 0;
            while (await body.ReadAsync(buffer.AsMemory(length), cancellation) is var read and > 0)
            {
                length += read;
                if (length > MaxAnswer) throw new AnswerTooLargeException(MaxAnswer);
                if (length == buffer.Length) buffer = Larger(buffer);
            }
            return Read(status, buffer, length);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    private static byte[] Larger(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger.AsSpan());
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }

    private static QueryAnswer Read(HttpStatusCode status, byte[] buffer, int length)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(buffer.AsMemory(0, length));
        }
        catch (JsonException error)
        {
            throw Refusal(status) ?? new Neo4jException(Neo4jFault.BadAnswer, "the Neo4j server's answer was cut off or is no JSON; see that Neo4j:Uri names its HTTP port", null, error);
        }
        try
        {
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0)
            {
                throw ErrorOf(status, errors[0]);
            }
            if (Refusal(status) is { } refusal) throw refusal;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("data", out var data) || !data.TryGetProperty("values", out var values))
            {
                throw new Neo4jException(Neo4jFault.BadAnswer, "the answer is none of Neo4j's Query API; see that Neo4j:Uri names a Neo4j 5.26 server's HTTP port");
            }
            return new QueryAnswer(json, values, root.TryGetProperty("notifications", out var remarks) ? remarks : default, buffer);
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }

    // What the status alone says.
    private static Neo4jException? Refusal(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => Unauthorized(),
        HttpStatusCode.NotFound => UnknownDatabase(),
        >= HttpStatusCode.InternalServerError => new Neo4jException(Neo4jFault.Unreachable, "the Neo4j server is not ready; try again in a moment"),
        < HttpStatusCode.OK or >= HttpStatusCode.Ambiguous => new Neo4jException(Neo4jFault.Refused, "the server at Neo4j:Uri does not take statements; see that it names a Neo4j 5.26 server's HTTP port"),
        _ => null,
    };

    private static Neo4jException ErrorOf(HttpStatusCode status, JsonElement error)
    {
        var code = error.TryGetProperty("code", out var text) ? text.GetString() ?? "" : "";
        if (status == HttpStatusCode.Unauthorized || code.StartsWith("Neo.ClientError.Security", StringComparison.Ordinal)) return Unauthorized(code);
        if (code.Contains("DatabaseNotFound", StringComparison.Ordinal) || status == HttpStatusCode.NotFound) return UnknownDatabase(code);
        if (code.Contains("TransactionTimedOut", StringComparison.Ordinal) || code.Contains("Terminated", StringComparison.Ordinal))
        {
            return new Neo4jException(Neo4jFault.TimedOut, "the question takes longer than the Neo4j server allows; ask for less, or raise its db.transaction.timeout", code);
        }
        if (code.Contains("DatabaseUnavailable", StringComparison.Ordinal)) return new Neo4jException(Neo4jFault.Unreachable, "the Neo4j database is not available; try again in a moment", code);
        return code.StartsWith("Neo.TransientError", StringComparison.Ordinal)
            ? new Neo4jException(Neo4jFault.Transient, "the Neo4j server is busy; try again in a moment", code)
            : new Neo4jException(Neo4jFault.Refused, $"the Neo4j server refuses the statement ({code}); see that it is Neo4j 5.26 or later", code);
    }

    private static Neo4jException Unauthorized(string? code = null) =>
        new(Neo4jFault.Unauthorized, "the Neo4j server refuses the credentials; set Neo4j:User and Neo4j:Password", code);

    private static Neo4jException UnknownDatabase(string? code = null) =>
        new(Neo4jFault.UnknownDatabase, "the Neo4j server has no such database; set Neo4j:Database", code);
}

/// <summary>The rows of an answer, complete and without errors.</summary>
public sealed class QueryAnswer : IDisposable
{
    private readonly JsonDocument _json;
    private byte[] _buffer;

    internal QueryAnswer(JsonDocument json, JsonElement rows, JsonElement remarks, byte[] buffer)
    {
        Remarks = remarks;
        _json = json;
        _buffer = buffer;
        Rows = rows;
    }

    /// <summary>The rows: a list of lists of values.</summary>
    public JsonElement Rows { get; }

    /// <summary>What the server remarks on the statement: a list of its notifications; undefined where it has none.</summary>
    public JsonElement Remarks { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }
}

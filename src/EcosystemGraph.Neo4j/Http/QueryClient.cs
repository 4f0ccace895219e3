using System.Buffers;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EcosystemGraph.Neo4j.Http;

/// <summary>Whether a statement may write.</summary>
public enum AccessMode
{
    /// <summary>The server refuses any write, whatever the statement's text.</summary>
    Read,

    /// <summary>It may write.</summary>
    Write,
}

/// <summary>Sends statements to Neo4j's HTTP Query API.</summary>
/// <remarks>
/// The server answers 202 before it knows whether the statement succeeds: an answer is handed out only when its whole
/// body has been read and no <c>errors</c> stand at its end.
/// </remarks>
public sealed class QueryClient
{
    /// <summary>The source of the spans of statements.</summary>
    public const string ActivitySourceName = "EcosystemGraph.Neo4j";

    private const int Attempts = 3;

    private static readonly ActivitySource Spans = new(ActivitySourceName);

    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly string _database;
    private readonly AuthenticationHeaderValue? _credentials;

    /// <summary>Creates a client.</summary>
    /// <param name="http">The HTTP client; its handler retries nothing that writes.</param>
    /// <param name="settings">Where the server is and who asks.</param>
    public QueryClient(HttpClient http, Neo4jSettings settings)
    {
        _http = http;
        _database = settings.Database;
        _address = new Uri(new Uri(settings.Uri), $"/db/{settings.Database}/query/v2");
        _credentials = settings switch
        {
            { Token.Length: > 0 } => new AuthenticationHeaderValue("Bearer", settings.Token),
            { User.Length: > 0 } => new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.User}:{settings.Password}"))),
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
    public async Task<QueryAnswer> SendAsync(
        string statement, IReadOnlyDictionary<string, object?> parameters, AccessMode mode, CancellationToken cancellation)
    {
        using var span = Spans.StartActivity("neo4j", ActivityKind.Client);
        if (span is not null) Tag(span, statement);
        try
        {
            return await SendAgainAsync(Body(statement, parameters, mode), mode, cancellation);
        }
        catch (Neo4jException error)
        {
            span?.SetTag("error.type", error.ServerCode ?? error.Fault.ToString());
            span?.SetStatus(ActivityStatusCode.Error, error.Message);
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

    private async Task<QueryAnswer> SendAgainAsync(byte[] body, AccessMode mode, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SendOnceAsync(body, mode, cancellation);
            }
            // An answer that breaks off, or a conflict, may be asked for again; a write's fate is then unknown.
            catch (Neo4jException error) when (mode == AccessMode.Read && attempt < Attempts && error.Fault is Neo4jFault.Transient or Neo4jFault.BadAnswer)
            {
                await Task.Delay(attempt * 100, cancellation);
            }
        }
    }

    private async Task<QueryAnswer> SendOnceAsync(byte[] body, AccessMode mode, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address);
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        request.Headers.Authorization = _credentials;
        request.Headers.Accept.ParseAdd("application/json");
        request.Options.Set(SafeToRepeat, mode == AccessMode.Read);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (_http.Timeout != Timeout.InfiniteTimeSpan) limit.CancelAfter(_http.Timeout);
        HttpResponseMessage? response = null;
        try
        {
            response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            await using var answer = await response.Content.ReadAsStreamAsync(limit.Token);
            return await ReadAsync(response.StatusCode, answer, limit.Token);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw response is null
                ? new Neo4jException(Neo4jFault.Unreachable, "the Neo4j server does not answer; see that it runs and that Neo4j:Uri names its HTTP port", null, error)
                : new Neo4jException(Neo4jFault.BadAnswer, "the Neo4j server broke off its answer; try again in a moment", null, error);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new Neo4jException(Neo4jFault.TimedOut, "the Neo4j server takes too long; ask for less, or raise Neo4j:TimeoutSeconds", null, error);
        }
        finally
        {
            response?.Dispose();
        }
    }

    /// <summary>Tells the HTTP pipeline whether a request may be sent twice.</summary>
    public static readonly HttpRequestOptionsKey<bool> SafeToRepeat = new("EcosystemGraph.SafeToRepeat");

    private static async Task<QueryAnswer> ReadAsync(HttpStatusCode status, Stream body, CancellationToken cancellation)
    {
        JsonDocument json;
        try
        {
            json = await JsonDocument.ParseAsync(body, default, cancellation);
        }
        catch (JsonException error)
        {
            if (status == HttpStatusCode.Unauthorized) throw Unauthorized();
            if (status == HttpStatusCode.NotFound) throw UnknownDatabase();
            throw new Neo4jException(Neo4jFault.BadAnswer, "the Neo4j server's answer was cut off or is no JSON; see that Neo4j:Uri names its HTTP port", null, error);
        }
        try
        {
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0)
            {
                throw ErrorOf(status, errors[0]);
            }
            if (status == HttpStatusCode.Unauthorized) throw Unauthorized();
            if (status == HttpStatusCode.NotFound) throw UnknownDatabase();
            if ((int)status is < 200 or > 299) throw new Neo4jException(Neo4jFault.Unreachable, "the Neo4j server is not ready; try again in a moment");
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("data", out var data) || !data.TryGetProperty("values", out var values))
            {
                throw new Neo4jException(Neo4jFault.BadAnswer, "the answer is none of Neo4j's Query API; see that Neo4j:Uri names a Neo4j 5.26 server's HTTP port");
            }
            return new QueryAnswer(json, values);
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }

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

    private static byte[] Body(string statement, IReadOnlyDictionary<string, object?> parameters, AccessMode mode)
    {
        var buffer = new ArrayBufferWriter<byte>(statement.Length + 512);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            json.WriteString("statement"u8, statement);
            json.WriteString("accessMode"u8, mode == AccessMode.Read ? "READ"u8 : "WRITE"u8);
            json.WritePropertyName("parameters"u8);
            Write(json, parameters);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case IReadOnlyDictionary<string, object?> map:
                json.WriteStartObject();
                foreach (var (name, member) in map)
                {
                    json.WritePropertyName(name);
                    Write(json, member);
                }
                json.WriteEndObject();
                break;
            case System.Collections.IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list) Write(json, item);
                json.WriteEndArray();
                break;
            default: throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "no value of a parameter");
        }
    }
}

/// <summary>The rows of an answer, complete and without errors.</summary>
public sealed class QueryAnswer : IDisposable
{
    private readonly JsonDocument _json;

    internal QueryAnswer(JsonDocument json, JsonElement rows)
    {
        _json = json;
        Rows = rows;
    }

    /// <summary>The rows: a list of lists of values.</summary>
    public JsonElement Rows { get; }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}

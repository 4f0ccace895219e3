using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcosystemGraph.Core.Answers;

namespace EcosystemGraph.Neo4j.Transport.Http;

/// <summary>Neo4j's HTTP Query API.</summary>
/// <remarks>
/// The server answers 202 before it knows whether the statement succeeds: rows are handed out only when the whole body has
/// been read and no <c>errors</c> stand at its end. It goes on with a statement whose client has left until its own time limit.
/// </remarks>
internal sealed class HttpTransport : ITransport
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    // The bare handler: what HttpClient adds (redirects, cookies, proxies, compression) the server has no use for.
    private readonly HttpMessageInvoker _http;

    private readonly Trust _trust;
    private readonly Uri _address;
    private readonly string? _credentials;

    /// <param name="settings">Where the server is and who asks.</param>
    public HttpTransport(Neo4jSettings settings)
    {
        _trust = new Trust(settings);
        _http = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                SslOptions = _trust.Options,
            }
        );
        _address = new Uri(new Uri(settings.Uri), $"/db/{settings.Database}/query/v2");
        _credentials = settings switch
        {
            { Token.Length: > 0 } => $"Bearer {settings.Token}",
            { User.Length: > 0 } =>
                $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.User}:{settings.Password}"))}",
            _ => null,
        };
    }

    /// <inheritdoc/>
    public async ValueTask<IRows> SendAsync(Statement statement, CancellationToken cancellation)
    {
        using var content = new ReadOnlyMemoryContent(BodyOf(statement)) { Headers = { ContentType = Json } };
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (_credentials is not null)
            request.Headers.TryAddWithoutValidation("Authorization", _credentials);
        HttpResponseMessage? response = null;
        try
        {
            response = await _http.SendAsync(request, cancellation);
            await using var answer = await response.Content.ReadAsStreamAsync(cancellation);
            return await ReadAsync(response.StatusCode, answer, cancellation);
        }
        catch (HttpRequestException error)
            when (error.InnerException is AuthenticationException cause && _trust.Fault(cause) is { } fault)
        {
            throw fault;
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw response is null
                ? new Neo4jException(
                    Neo4jFault.Unreachable,
                    "the Neo4j server does not answer; see that it runs and that Neo4j:Uri names its HTTP port",
                    null,
                    error
                )
                : new Neo4jException(
                    Neo4jFault.BadAnswer,
                    "the Neo4j server broke off its answer; try again in a moment",
                    null,
                    error
                );
        }
        finally
        {
            response?.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>A statement as the Query API reads it.</summary>
    private static ReadOnlyMemory<byte> BodyOf(Statement statement)
    {
        var buffer = new ArrayBufferWriter<byte>(statement.Text.Length + 512);
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
        {
            json.WriteStartObject();
            json.WriteString("statement"u8, statement.Text);
            json.WriteString("accessMode"u8, statement.Mode == AccessMode.Read ? "READ"u8 : "WRITE"u8);
            json.WritePropertyName("parameters"u8);
            ValueConverter.Write(json, statement.Parameters);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private static async ValueTask<HttpRows> ReadAsync(
        HttpStatusCode status,
        Stream body,
        CancellationToken cancellation
    )
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 << 10);
        try
        {
            var length = 0;
            while (await body.ReadAsync(buffer.AsMemory(length), cancellation) is var read and > 0)
            {
                length += read;
                if (length > ITransport.MaxAnswer)
                    throw new AnswerTooLargeException(ITransport.MaxAnswer);
                if (length == buffer.Length)
                    buffer = Larger(buffer);
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

    private static HttpRows Read(HttpStatusCode status, byte[] buffer, int length)
    {
        Outline outline;
        try
        {
            outline = Outline.Of(buffer.AsSpan(0, length));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Refusal(status)
                ?? new Neo4jException(
                    Neo4jFault.BadAnswer,
                    "the Neo4j server's answer was cut off or is no JSON; see that Neo4j:Uri names its HTTP port",
                    null,
                    error
                );
        }
        if (outline.Error is { } code)
        {
            throw status switch
            {
                HttpStatusCode.Unauthorized => ServerErrors.Unauthorized(code),
                HttpStatusCode.NotFound => ServerErrors.UnknownDatabase(code),
                _ => ServerErrors.Of(code),
            };
        }
        if (Refusal(status) is { } refusal)
            throw refusal;
        return outline.Rows < 0 ? throw NoQueryApi() : new HttpRows(buffer, outline.Rows, outline.Summary);
    }

    /// <summary>It is not the Query API that answers.</summary>
    internal static Neo4jException NoQueryApi() =>
        new(
            Neo4jFault.BadAnswer,
            "the answer is none of Neo4j's Query API; see that Neo4j:Uri names a Neo4j 5.26 server's HTTP port"
        );

    /// <summary>What stands around the rows of an answer. To find it, all of the answer is read and seen to be JSON.</summary>
    /// <param name="Rows">Where the list of rows begins; negative where there is none.</param>
    /// <param name="Error">The code of the first error; null where there is none.</param>
    /// <param name="Summary">The server's remarks on the statement.</param>
    private readonly record struct Outline(int Rows, string? Error, Summary Summary)
    {
        public static Outline Of(ReadOnlySpan<byte> body)
        {
            var json = new Utf8JsonReader(body);
            var rows = -1;
            string? error = null;
            List<string>? remarks = null;
            var part = "";
            while (json.Read())
            {
                switch (json.TokenType, json.CurrentDepth)
                {
                    case (JsonTokenType.PropertyName, 1):
                        part = json.ValueTextEquals("data"u8) ? "data" : json.GetString();
                        break;
                    case (JsonTokenType.PropertyName, 2) when part == "data" && json.ValueTextEquals("values"u8):
                        json.Read();
                        if (json.TokenType == JsonTokenType.StartArray)
                            rows = (int)json.TokenStartIndex;
                        json.Skip();
                        break;
                    case (JsonTokenType.StartObject, 2) when part == "errors":
                        error ??= "";
                        break;
                    case (JsonTokenType.PropertyName, 3)
                        when part == "errors" && error is "" && json.ValueTextEquals("code"u8):
                        json.Read();
                        if (json.TokenType == JsonTokenType.String)
                            error = json.GetString();
                        break;
                    case (JsonTokenType.PropertyName, 3)
                        when part == "notifications" && json.ValueTextEquals("description"u8):
                        json.Read();
                        if (json.TokenType == JsonTokenType.String)
                            (remarks ??= []).Add(json.GetString()!);
                        break;
                }
            }
            return new Outline(rows, error, remarks is null ? Summary.Empty : new Summary(remarks));
        }
    }

    // What the status alone says.
    private static Neo4jException? Refusal(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.Unauthorized => ServerErrors.Unauthorized(),
            HttpStatusCode.NotFound => ServerErrors.UnknownDatabase(),
            >= HttpStatusCode.InternalServerError => new Neo4jException(
                Neo4jFault.Unreachable,
                "the Neo4j server is not ready; try again in a moment"
            ),
            < HttpStatusCode.OK or >= HttpStatusCode.Ambiguous => new Neo4jException(
                Neo4jFault.Refused,
                "the server at Neo4j:Uri does not take statements; see that it names a Neo4j 5.26 server's HTTP port"
            ),
            _ => null,
        };
}

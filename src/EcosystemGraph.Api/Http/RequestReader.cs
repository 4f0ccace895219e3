using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Settings;
using GraphQL;
using GraphQL.SystemTextJson;

namespace EcosystemGraph.Api.Http;

/// <summary>Reads GraphQL requests: POST with a JSON body, GET with a query string. Whatever is none is refused by a sentence.</summary>
internal sealed class RequestReader(HttpSettings settings, LimitSettings limits)
{
    private const int MostDigits = 400;

    private static readonly GraphQLSerializer Serializer = new();

    /// <exception cref="RequestException">It is no GraphQL request.</exception>
    public GraphQLRequest ReadQueryString(HttpRequest request)
    {
        var query = Parameter(request, "query");
        var id = Parameter(request, "documentId");
        var extensions = Parameter(request, "extensions");
        var hash = extensions is null ? null : HashOf(ParseJson(extensions, "extensions"));
        if (query is null && id is null && hash is null)
            throw RequestException.Bad("query is missing; ask by ?query=…, by ?documentId=… or by POST");
        var variables = Parameter(request, "variables");
        return new GraphQLRequest(
            query,
            id,
            hash,
            Parameter(request, "operationName"),
            variables is null ? Inputs.Empty : VariablesOf(ParseJson(variables, "variables")),
            variables
        );
    }

    /// <exception cref="RequestException">It is no GraphQL request.</exception>
    /// <exception cref="BadHttpRequestException">The body breaks off, or comes too slowly.</exception>
    public ValueTask<GraphQLRequest> ReadBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!IsJson(request))
            throw new RequestException(
                StatusCodes.Status415UnsupportedMediaType,
                "the body's type is not application/json"
            );
        if (request.ContentLength > settings.MaxBodyBytes)
            throw TooLarge();
        // Most bodies are there already, whole.
        var body = request.BodyReader;
        if (!body.TryRead(out var read))
            return ReadRestAsync(body, cancellation);
        if (read.IsCompleted)
            return ValueTask.FromResult(Parsed(body, read.Buffer));
        body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        return ReadRestAsync(body, cancellation);
    }

    private async ValueTask<GraphQLRequest> ReadRestAsync(PipeReader body, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.BodySeconds));
        while (true)
        {
            ReadResult read;
            try
            {
                read = await body.ReadAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new RequestException(
                    StatusCodes.Status408RequestTimeout,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the body did not arrive within {settings.BodySeconds} s; send it again, faster"
                    ),
                    closes: true
                );
            }
            if (read.IsCompleted)
                return Parsed(body, read.Buffer);
            var tooLarge = read.Buffer.Length > settings.MaxBodyBytes;
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (tooLarge)
                throw TooLarge();
        }
    }

    private GraphQLRequest Parsed(PipeReader body, in ReadOnlySequence<byte> bytes)
    {
        var pooled = bytes.IsSingleSegment
            ? null
            : ArrayPool<byte>.Shared.Rent((int)Math.Min(bytes.Length, settings.MaxBodyBytes));
        try
        {
            if (bytes.Length > settings.MaxBodyBytes)
                throw TooLarge();
            if (pooled is null)
                return Parse(bytes.FirstSpan);
            bytes.CopyTo(pooled);
            return Parse(pooled.AsSpan(0, (int)bytes.Length));
        }
        finally
        {
            body.AdvanceTo(bytes.End);
            if (pooled is not null)
                ArrayPool<byte>.Shared.Return(pooled);
        }
    }

    private GraphQLRequest Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        if (!Utf8.IsValid(bytes))
            throw RequestException.Bad("the body is not UTF-8; send it as UTF-8");
        try
        {
            var json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = limits.JsonDepth });
            return Parse(ref json);
        }
        catch (JsonException)
        {
            RefuseDepth(bytes, "the body");
            throw RequestException.Bad("the body is no JSON; send {\"query\": \"…\"}");
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape: found only when its text is asked for.
            throw RequestException.Bad(
                "a text in the body is no Unicode; write both halves of a character that is escaped in two"
            );
        }
    }

    private GraphQLRequest Parse(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            json.Read();
            throw RequestException.Bad("the body is no JSON object; send {\"query\": \"…\"}");
        }
        var members = new Members(limits.Values);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            members.Read(ref json);
        // Whatever follows the object makes the body no JSON.
        json.Read();
        return members.Request();
    }

    /// <summary>The members of a body as they are met, each at most once.</summary>
    private ref struct Members(int mostValues)
    {
        private string? _query,
            _id,
            _name,
            _hash;
        private Inputs? _variables;
        private Seen _seen;

        [Flags]
        private enum Seen
        {
            None = 0,
            Query = 1,
            DocumentId = 2,
            OperationName = 4,
            Variables = 8,
            Extensions = 16,
        }

        public void Read(ref Utf8JsonReader json)
        {
            if (json.ValueTextEquals("query"u8))
                _query = Text(ref json, "query", Seen.Query);
            else if (json.ValueTextEquals("variables"u8))
            {
                Enter(ref json, "variables", Seen.Variables);
                if (json.TokenType != JsonTokenType.Null)
                    _variables = VariablesOf(Bounded(ref json, "variables", mostValues));
            }
            else if (json.ValueTextEquals("operationName"u8))
                _name = Text(ref json, "operationName", Seen.OperationName);
            else if (json.ValueTextEquals("documentId"u8))
                _id = Text(ref json, "documentId", Seen.DocumentId);
            else if (json.ValueTextEquals("extensions"u8))
            {
                Enter(ref json, "extensions", Seen.Extensions);
                if (json.TokenType != JsonTokenType.Null)
                    _hash = HashOf(Bounded(ref json, "extensions", mostValues));
            }
            else
                json.Skip();
        }

        public readonly GraphQLRequest Request() =>
            _query is null && _id is null && _hash is null
                ? throw RequestException.Bad("query is missing; send {\"query\": \"…\"}")
                : new GraphQLRequest(_query, _id, _hash, _name, _variables ?? Inputs.Empty);

        private string? Text(ref Utf8JsonReader json, string name, Seen which)
        {
            Enter(ref json, name, which);
            return json.TokenType switch
            {
                JsonTokenType.String => json.GetString(),
                JsonTokenType.Null => null,
                _ => throw RequestException.Bad($"{name} is no text"),
            };
        }

        private void Enter(ref Utf8JsonReader json, string name, Seen which)
        {
            if ((_seen & which) != 0)
                throw RequestException.Bad($"{name} is given more than once; give it once");
            _seen |= which;
            json.Read();
        }
    }

    private static bool IsJson(HttpRequest request) =>
        request.ContentType is "application/json" or "application/json; charset=utf-8" || request.HasJsonContentType();

    private static string? Parameter(HttpRequest request, string name)
    {
        var values = request.Query[name];
        if (values.Count > 1)
            throw RequestException.Bad($"{name} is given more than once; give it once");
        return values.Count == 0 || values[0] is not { Length: > 0 } value ? null : value;
    }

    private JsonElement ParseJson(string text, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            var json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = limits.JsonDepth });
            json.Read();
            var value = Bounded(ref json, name, limits.Values);
            return json.Read() ? throw new JsonException() : value;
        }
        catch (JsonException)
        {
            RefuseDepth(bytes, name);
            throw RequestException.Bad($"{name} is no JSON");
        }
    }

    private static Inputs VariablesOf(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object)
            throw RequestException.Bad("variables is no JSON object; send {\"name\": value}");
        try
        {
            return Serializer.ReadNode<Inputs>(given) ?? Inputs.Empty;
        }
        catch (Exception error)
            when (error is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            throw RequestException.Bad("variables cannot be read; each name once, with a JSON value");
        }
    }

    // Of the extensions only Apollo's is ours; others may stand beside it.
    private static string? HashOf(JsonElement extensions)
    {
        if (extensions.ValueKind != JsonValueKind.Object)
            throw RequestException.Bad("extensions is no JSON object");
        if (
            !extensions.TryGetProperty("persistedQuery"u8, out var persisted)
            || persisted.ValueKind == JsonValueKind.Null
        )
            return null;
        if (
            persisted.ValueKind == JsonValueKind.Object
            && persisted.TryGetProperty("version"u8, out var version)
            && version.ValueKind == JsonValueKind.Number
            && version.TryGetInt32(out var number)
            && number == 1
            && persisted.TryGetProperty("sha256Hash"u8, out var hash)
            && hash.ValueKind == JsonValueKind.String
            && hash.GetString() is { Length: 64 } text
            && text.All(char.IsAsciiHexDigit)
        )
        {
            return text.ToLowerInvariant();
        }
        throw RequestException.Bad(
            "extensions.persistedQuery is none; send {\"version\": 1, \"sha256Hash\": the 64 hex digits of the query's SHA-256}"
        );
    }

    // What the reader calls no JSON is either none, or nests too deeply.
    private void RefuseDepth(ReadOnlySpan<byte> bytes, string what)
    {
        var json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = limits.JsonDepth + 1 });
        var deepest = 0;
        try
        {
            while (json.Read())
                deepest = Math.Max(
                    deepest,
                    json.CurrentDepth
                        + (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0)
                );
        }
        catch (JsonException)
        {
            // It is none, there or deeper.
        }
        if (deepest > limits.JsonDepth)
        {
            throw RequestException.Bad(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what} nests deeper than the {limits.JsonDepth} levels allowed (Limits:JsonDepth); nest less"
                )
            );
        }
    }

    // Measured before anything is made of it. Reading a whole number takes as long as the square of its digits, and none that is meant has so many.
    private static JsonElement Bounded(ref Utf8JsonReader json, string name, int mostValues)
    {
        var ahead = json;
        // The object itself is no value.
        var values = -1;
        var open = 0;
        do
        {
            switch (ahead.TokenType)
            {
                case JsonTokenType.PropertyName:
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open--;
                    continue;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open++;
                    break;
                case JsonTokenType.Number when ahead.ValueSpan.Length > MostDigits:
                    throw RequestException.Bad(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"a number in {name} has more than {MostDigits} digits; give a shorter one"
                        )
                    );
            }
            if (++values <= mostValues)
                continue;
            throw new QuestionException(
                ErrorCodes.DocumentTooLarge,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} holds more than {mostValues} values, as many as are allowed (Limits:Values); ask in several questions"
                )
            );
        } while (open > 0 && ahead.Read());
        return JsonElement.ParseValue(ref json);
    }

    private RequestException TooLarge() =>
        new(
            StatusCodes.Status413PayloadTooLarge,
            string.Create(CultureInfo.InvariantCulture, $"the body is larger than {settings.MaxBodyBytes} bytes")
        );
}

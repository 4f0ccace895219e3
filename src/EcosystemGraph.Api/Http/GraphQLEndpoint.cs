using System.Text.Json;
using System.Text.Unicode;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Answers;
using GraphQL;
using GraphQL.SystemTextJson;

namespace EcosystemGraph.Api.Http;

/// <summary>GraphQL over HTTP: POST with a JSON body, GET with a query string. The answer leaves when it is complete.</summary>
internal static partial class GraphQLEndpoint
{
    /// <summary>The largest request body, in bytes.</summary>
    private const int MaxBody = 1 << 20;

    /// <summary>The largest answer, in bytes.</summary>
    private const int MaxAnswer = 32 << 20;

    private const string ResponseJson = "application/graphql-response+json";

    public static void MapGraphQL(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/graphql", ["POST", "GET"], HandleAsync);
    }

    private static async Task HandleAsync(HttpContext context, QuestionAnswerer answerer, ILogger<QuestionAnswerer> log)
    {
        using var writer = new AnswerWriter(MaxAnswer);
        AnswerOutcome outcome;
        try
        {
            var question = await ReadAsync(context);
            outcome = await answerer.AnswerAsync(question, writer, context.RequestAborted);
        }
        catch (QuestionException error)
        {
            ErrorText.WriteResponse(writer, [new ErrorText(error.Code, error.Message)]);
            outcome = AnswerOutcome.Refused;
        }
        catch (BadHttpRequestException)
        {
            ErrorText.WriteResponse(writer, [new ErrorText(ErrorCodes.BadRequest, "the body ends too early, or is sent too slowly; send it again")]);
            outcome = AnswerOutcome.Refused;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error)
        {
            // What went wrong inside is the operator's to read, not the client's.
            Log.Failed(log, error);
            ErrorText.WriteResponse(writer, [new ErrorText(ErrorCodes.Internal, "something went wrong while answering; the server's log says what")]);
            outcome = AnswerOutcome.Failed;
        }
        await SendAsync(context, writer.Written, outcome);
    }

    private static async Task<Question> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method))
        {
            var query = Parameter(request, "query");
            if (query.Length == 0) throw BadRequest("query is missing; ask by ?query=… or by POST");
            var name = Parameter(request, "operationName");
            var variables = Parameter(request, "variables");
            return new Question(query, name.Length == 0 ? null : name, variables.Length == 0 ? Inputs.Empty : VariablesOf(ParseJson(variables, "variables")));
        }

        if (!request.HasJsonContentType()) throw BadRequest("the body's type is not application/json");
        using var body = await BodyAsync(request, context.RequestAborted);
        var root = body.RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw BadRequest("the body is no JSON object; send {\"query\": \"…\"}");
        try
        {
            return new Question(
                Text(root, "query") ?? throw BadRequest("query is missing; send {\"query\": \"…\"}"),
                Text(root, "operationName"),
                Member(root, "variables") is { } given ? VariablesOf(given) : Inputs.Empty);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape: found only when its text is asked for.
            throw BadRequest("a text in the body is no Unicode; write both halves of a character that is escaped in two");
        }
    }

    private static string Parameter(HttpRequest request, string name) => request.Query[name] is { Count: > 1 }
        ? throw BadRequest($"{name} is given more than once; give it once")
        : request.Query[name].ToString();

    private static async Task<JsonDocument> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MaxBody) throw TooLarge();
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (body.Length + read > MaxBody) throw TooLarge();
            body.Write(buffer, 0, read);
        }
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (!Utf8.IsValid(bytes.Span)) throw BadRequest("the body is not UTF-8; send it as UTF-8");
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException)
        {
            throw BadRequest("the body is no JSON; send {\"query\": \"…\"}");
        }
    }

    private static JsonElement ParseJson(string text, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw BadRequest($"{name} is no JSON");
        }
    }

    private static Inputs VariablesOf(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object) throw BadRequest("variables is no JSON object; send {\"name\": value}");
        try
        {
            return new GraphQLSerializer().ReadNode<Inputs>(given) ?? Inputs.Empty;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            throw BadRequest("variables cannot be read; each name once, with a JSON value");
        }
    }

    private static string? Text(JsonElement root, string name)
    {
        if (Member(root, name) is not { } value) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw BadRequest($"{name} is no text");
    }

    private static JsonElement? Member(JsonElement root, string name)
    {
        JsonElement? found = null;
        foreach (var member in root.EnumerateObject().Where(member => member.NameEquals(name)))
        {
            found = found is null ? member.Value : throw BadRequest($"{name} is given more than once; give it once");
        }
        return found is { ValueKind: JsonValueKind.Null } ? null : found;
    }

    private static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body, AnswerOutcome outcome)
    {
        var response = context.Response;
        var accepts = context.Request.Headers.Accept.ToString();
        var newer = accepts.Contains(ResponseJson, StringComparison.OrdinalIgnoreCase);
        response.StatusCode = outcome switch
        {
            AnswerOutcome.Refused when newer => StatusCodes.Status400BadRequest,
            AnswerOutcome.Failed => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status200OK,
        };
        response.ContentType = (newer ? ResponseJson : "application/json") + "; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static QuestionException TooLarge() => BadRequest($"the body is larger than {MaxBody} bytes");

    private static QuestionException BadRequest(string message) => new(ErrorCodes.BadRequest, message);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A question could not be answered.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}

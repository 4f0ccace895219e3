using System.Text.Json;
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
            var query = request.Query["query"].ToString();
            if (query.Length == 0) throw BadRequest("query is missing; ask by ?query=… or by POST");
            var name = request.Query["operationName"].ToString();
            var variables = request.Query["variables"].ToString();
            return new Question(query, name.Length == 0 ? null : name, variables.Length == 0 ? Inputs.Empty : VariablesOf(ParseJson(variables, "variables")));
        }

        if (!request.HasJsonContentType()) throw BadRequest("the body's type is not application/json");
        using var body = await BodyAsync(request, context.RequestAborted);
        var root = body.RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw BadRequest("the body is no JSON object; send {\"query\": \"…\"}");
        return new Question(
            Text(root, "query") ?? throw BadRequest("query is missing; send {\"query\": \"…\"}"),
            Text(root, "operationName"),
            root.TryGetProperty("variables", out var given) && given.ValueKind != JsonValueKind.Null ? VariablesOf(given) : Inputs.Empty);
    }

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
        try
        {
            return JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
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
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw BadRequest($"{name} is no text");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw BadRequest($"{name} is no text: it holds half a surrogate pair, or bytes that are not UTF-8");
        }
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

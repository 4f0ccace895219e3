using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Answers;

namespace EcosystemGraph.Api.Http;

/// <summary>Sends whole answers: a status, headers and a body that are known before the first byte leaves.</summary>
internal static class Answers
{
    /// <summary>The headers on which an answer in GraphQL depends.</summary>
    public const string Vary = "Accept, Accept-Encoding";

    /// <summary>The status of an answer.</summary>
    public static int StatusOf(AnswerOutcome outcome) =>
        outcome switch
        {
            AnswerOutcome.Answered => StatusCodes.Status200OK,
            AnswerOutcome.Refused => StatusCodes.Status400BadRequest,
            AnswerOutcome.AskedToWrite => StatusCodes.Status405MethodNotAllowed,
            AnswerOutcome.Unavailable => StatusCodes.Status503ServiceUnavailable,
            AnswerOutcome.Failed or AnswerOutcome.Left => StatusCodes.Status500InternalServerError,
        };

    /// <summary>The status of an answer in GraphQL: clients of old expect a refusal as any answer.</summary>
    public static int StatusOf(AnswerOutcome outcome, MediaType type) =>
        outcome == AnswerOutcome.Refused && !type.StatusTells ? StatusCodes.Status200OK : StatusOf(outcome);

    /// <summary>Sends an answer in GraphQL, or an error.</summary>
    public static ValueTask SendAsync(HttpContext context, int status, MediaType type, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            response.Headers.Vary = Vary;
            if (response.Headers.ETag.Count == 0)
                response.Headers.CacheControl = "no-store";
        }
        response.ContentType = type.ContentType;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Sends an error outside the endpoint, in the client's media type as far as there is one.</summary>
    public static async Task SendErrorAsync(HttpContext context, int status, string code, string message)
    {
        using var writer = new AnswerWriter(4096);
        ErrorText.WriteResponse(writer, [new ErrorText(code, message)]);
        await SendAsync(
            context,
            status,
            MediaTypes.Chosen(context.Request.Headers.Accept) ?? MediaTypes.Json,
            writer.Written
        );
    }
}

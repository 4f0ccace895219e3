using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Answers;

namespace EcosystemGraph.Api.Http;

/// <summary>Sends whole answers: a status, headers and a body that are known before the first byte leaves.</summary>
internal static class Answers
{
    private const string Vary = "Accept, Accept-Encoding";

    /// <summary>The status of an answer.</summary>
    public static int StatusOf(AnswerOutcome outcome, MediaType type) => outcome switch
    {
        AnswerOutcome.Answered => StatusCodes.Status200OK,
        AnswerOutcome.Refused => type.StatusTells ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        AnswerOutcome.AskedToWrite => StatusCodes.Status405MethodNotAllowed,
        AnswerOutcome.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Sends an answer to POST, or an error.</summary>
    public static ValueTask SendAsync(HttpContext context, int status, MediaType type, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            response.Headers.Vary = Vary;
            if (response.Headers.ETag.Count == 0) response.Headers.CacheControl = "no-store";
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
        await SendAsync(context, status, MediaTypes.Chosen(context.Request.Headers.Accept) ?? MediaTypes.Json, writer.Written);
    }

    /// <summary>Says how an answer to GET may be kept.</summary>
    public static void Tag(HttpContext context, string tag, string cacheControl)
    {
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = cacheControl;
    }

    /// <summary>Says that the answer which the client keeps is still right.</summary>
    public static void NotModified(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        context.Response.Headers.Vary = Vary;
    }
}

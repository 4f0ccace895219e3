using System.Globalization;
using EcosystemGraph.Api.Asking;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Operation;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Answers;

namespace EcosystemGraph.Api.Http;

/// <summary>GraphQL over HTTP: POST with a JSON body, GET with a query string. The answer leaves when it is complete.</summary>
internal sealed class GraphQLEndpoint(
    HttpSettings settings,
    RequestReader reader,
    PersistedDocuments documents,
    QuestionService service,
    Freshness freshness
)
{
    public const string Path = "/graphql";

    public async Task HandleAsync(HttpContext context)
    {
        using var asking = service.Begin(RequestObserver.GraphQL, context.RequestAborted);
        using var writer = new AnswerWriter(settings.MaxAnswerBytes);
        var type = MediaTypes.Chosen(context.Request.Headers.Accept);
        int status;
        try
        {
            status = await AnswerAsync(context, type ?? throw NotAcceptable, writer, asking);
        }
        catch (Exception error)
        {
            var refusal = asking.RefusalOf(error);
            if (refusal.Outcome == AnswerOutcome.Left)
            {
                context.Abort();
                return;
            }
            ErrorText.WriteResponse(writer, refusal.Errors);
            status = refusal.Status ?? Responses.StatusOf(refusal.Outcome, type!);
            if (refusal.Closes)
                context.Response.Headers.Connection = "close";
        }
        var isSent = status != StatusCodes.Status304NotModified;
        try
        {
            if (isSent)
                await Responses.SendAsync(context, status, type ?? MediaTypes.Json, writer.Written);
        }
        finally
        {
            asking.Answered(
                context.Request.Method,
                status,
                isSent ? writer.Written.Length : 0,
                context.User.Identity?.Name
            );
        }
    }

    private async ValueTask<int> AnswerAsync(
        HttpContext context,
        MediaType type,
        AnswerWriter writer,
        QuestionService.Asking asking
    )
    {
        var http = context.Request;
        var isGet = HttpMethods.IsGet(http.Method);
        var request = isGet ? reader.ReadQueryString(http) : await BodyAsync(context);
        var document = documents.Find(request);
        var question = new Question(document.Text, request.OperationName, request.Variables, CostReportOf(http));
        bool IsKept(string fingerprint, bool isMade) =>
            freshness.IsKept(
                context,
                Freshness.TagOf(fingerprint, type.Name, question.Query, question.OperationName, request.VariablesText),
                Responses.Vary,
                isMade
            );

        var isTagged = isGet && question.Cost == CostReport.None;
        if (
            isTagged
            && http.Headers.IfNoneMatch.Count > 0
            && service.Fingerprint is { } lasting
            && IsKept(lasting, isMade: false)
        )
            return StatusCodes.Status304NotModified;

        var answering = await asking.AnswerAsync(question, document.Name, writer);
        if (answering.Outcome == AnswerOutcome.Answered)
            documents.Keep(document);
        if (!isGet)
            return Responses.StatusOf(
                answering.Outcome == AnswerOutcome.AskedToWrite ? AnswerOutcome.Refused : answering.Outcome,
                type
            );

        if (answering.Outcome == AnswerOutcome.AskedToWrite)
            context.Response.Headers.Allow = HttpMethods.Post;
        // The answer itself says which data it is from.
        if (
            isTagged
            && answering is { Outcome: AnswerOutcome.Answered, Code: null, Fingerprint: { } fingerprint }
            && IsKept(fingerprint, isMade: true)
        )
            return StatusCodes.Status304NotModified;
        return Responses.StatusOf(answering.Outcome, type);
    }

    // The server tells of some pieces that are none in the way it tells of broken connections. Nothing can follow a body that broke off.
    private async ValueTask<GraphQLRequest> BodyAsync(HttpContext context)
    {
        try
        {
            return await reader.ReadBodyAsync(context.Request, context.RequestAborted);
        }
        catch (BadHttpRequestException error)
        {
            throw new RequestException(
                error.StatusCode,
                error.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"the body is larger than {settings.MaxBodyBytes} bytes"
                    )
                    : "the body ends too early, or is sent too slowly; send it again",
                closes: true
            );
        }
        catch (Exception error)
            when (error is IOException or OverflowException && !QuestionService.HasLeft(error, context.RequestAborted))
        {
            throw new RequestException(
                StatusCodes.Status400BadRequest,
                "the body's pieces cannot be read; send it again",
                closes: true
            );
        }
    }

    private static CostReport CostReportOf(HttpRequest request)
    {
        if (!request.Headers.TryGetValue("GraphQL-Cost", out var asked))
            return CostReport.None;
        return asked.ToString() switch
        {
            "report" => CostReport.Report,
            "validate" => CostReport.Validate,
            _ => throw RequestException.Bad(
                "GraphQL-Cost is neither report nor validate; send one of them, or leave it out"
            ),
        };
    }

    private static RequestException NotAcceptable =>
        new(
            StatusCodes.Status406NotAcceptable,
            $"Accept names neither {MediaTypes.GraphQLResponse.Name} nor {MediaTypes.Json.Name}; name one of them"
        );
}

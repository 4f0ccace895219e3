using System.Globalization;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Operation;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Stores;
using Microsoft.AspNetCore.Connections;

namespace EcosystemGraph.Api.Http;

/// <summary>GraphQL over HTTP: POST with a JSON body, GET with a query string. The answer leaves when it is complete.</summary>
internal sealed class GraphQLEndpoint(
    ServiceSettings settings, RequestReader reader, PersistedDocuments documents, QuestionAnswerer answerer, IStore store, RequestObserver observer)
{
    public const string Path = "/graphql";

    private readonly Deadlines _deadlines = new(TimeSpan.FromSeconds(settings.Http.RequestSeconds));

    private readonly string _cacheControl = Caching.Of(settings);

    public async Task HandleAsync(HttpContext context)
    {
        var seen = observer.Begin();
        using var writer = new AnswerWriter(settings.Http.MaxAnswerBytes);
        var type = MediaTypes.Chosen(context.Request.Headers.Accept);
        var status = 0;
        try
        {
            if (type is null)
            {
                type = MediaTypes.Json;
                throw new RequestException(StatusCodes.Status406NotAcceptable, $"Accept names neither {MediaTypes.GraphQLResponse.Name} nor {MediaTypes.Json.Name}; name one of them");
            }
            status = await AnswerAsync(context, type, writer, seen);
        }
        catch (RequestException error)
        {
            status = Refuse(writer, seen, error.Status, error.Code, error.Message);
            // What is left of the body is not worth waiting for.
            if (error.Status == StatusCodes.Status408RequestTimeout) context.Response.Headers.Connection = "close";
        }
        catch (QuestionException error)
        {
            status = Refuse(writer, seen, Answers.StatusOf(AnswerOutcome.Refused, type!), error.Code, error.Message);
        }
        catch (BadHttpRequestException error)
        {
            status = Refuse(writer, seen, error.StatusCode, ErrorCodes.BadRequest, error.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? string.Create(CultureInfo.InvariantCulture, $"the body is larger than {settings.Http.MaxBodyBytes} bytes")
                : "the body ends too early, or is sent too slowly; send it again");
            // Nothing can follow a body that broke off.
            context.Response.Headers.Connection = "close";
        }
        catch (UnreadableBodyException)
        {
            status = Refuse(writer, seen, StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, "the body's pieces cannot be read; send it again");
            context.Response.Headers.Connection = "close";
        }
        catch (Exception error) when (HasLeft(context, error))
        {
            seen?.Left();
            context.Abort();
            return;
        }
        catch (Exception error)
        {
            // What went wrong inside is the operator's to read, not the client's.
            observer.Failed(error);
            status = Refuse(writer, seen, StatusCodes.Status500InternalServerError, ErrorCodes.Internal, "something went wrong while answering; the server's log says what");
        }
        try
        {
            if (status == StatusCodes.Status304NotModified) Answers.NotModified(context);
            else await Answers.SendAsync(context, status, type!, writer.Written);
        }
        finally
        {
            seen?.Answered(context, status, status == StatusCodes.Status304NotModified ? 0 : writer.Written.Length);
        }
    }

    private async ValueTask<int> AnswerAsync(HttpContext context, MediaType type, AnswerWriter writer, RequestObserver.Seen? seen)
    {
        var http = context.Request;
        var isGet = HttpMethods.IsGet(http.Method);
        var request = isGet ? reader.ReadQueryString(http) : await BodyAsync(context);
        var document = documents.Find(request);
        var question = new Question(document.Text, request.OperationName, request.Variables, CostReportOf(http));
        seen?.Asks(question, document.Name);

        // A tag that is still right was sent with an answer that is too: where the data cannot change it need not be made again.
        if (isGet && question.Cost == CostReport.None && store.Fingerprint is { } lasting && EntityTags.Of(lasting, question, request.VariablesText, type) is var known && EntityTags.IsKnown(http, known))
        {
            Answers.Tag(context, known, _cacheControl);
            return StatusCodes.Status304NotModified;
        }

        using var deadline = _deadlines.Begin(context.RequestAborted);
        Answering answering;
        try
        {
            answering = await answerer.AnswerAsync(question, writer, deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsOver)
        {
            return Refuse(writer, seen, StatusCodes.Status503ServiceUnavailable, AnswerErrorCodes.Timeout,
                string.Create(CultureInfo.InvariantCulture, $"the answer takes longer than {settings.Http.RequestSeconds} s; ask for fewer records or fields, page by page"));
        }
        seen?.Gets(answering);
        if (answering.Outcome == AnswerOutcome.Answered) documents.Keep(document);
        if (!isGet) return Answers.StatusOf(answering.Outcome == AnswerOutcome.AskedToWrite ? AnswerOutcome.Refused : answering.Outcome, type);

        if (answering.Outcome == AnswerOutcome.AskedToWrite) context.Response.Headers.Allow = HttpMethods.Post;
        // The answer itself says which data it is from.
        if (question.Cost == CostReport.None && answering is { Outcome: AnswerOutcome.Answered, Code: null, Fingerprint: { } fingerprint })
        {
            var tag = EntityTags.Of(fingerprint, question, request.VariablesText, type);
            Answers.Tag(context, tag, _cacheControl);
            if (EntityTags.AnyIsKnown(http) || EntityTags.IsKnown(http, tag)) return StatusCodes.Status304NotModified;
        }
        return Answers.StatusOf(answering.Outcome, type);
    }

    // The server tells of some pieces that are none in the way it tells of broken connections.
    private async ValueTask<GraphQLRequest> BodyAsync(HttpContext context)
    {
        try
        {
            return await reader.ReadBodyAsync(context.Request, context.RequestAborted);
        }
        catch (Exception error) when (error is IOException or OverflowException && error is not BadHttpRequestException && !HasLeft(context, error))
        {
            throw new UnreadableBodyException();
        }
    }

    private static CostReport CostReportOf(HttpRequest request)
    {
        if (!request.Headers.TryGetValue("GraphQL-Cost", out var asked)) return CostReport.None;
        return asked.ToString() switch
        {
            "report" => CostReport.Report,
            "validate" => CostReport.Validate,
            _ => throw RequestException.Bad("GraphQL-Cost is neither report nor validate; send one of them, or leave it out"),
        };
    }

    // A connection may break before the server has noticed that it is aborted.
    private static bool HasLeft(HttpContext context, Exception error) =>
        error is ConnectionResetException or ConnectionAbortedException || (error is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested);

    private static int Refuse(AnswerWriter writer, RequestObserver.Seen? seen, int status, string code, string message)
    {
        ErrorText.WriteResponse(writer, [new ErrorText(code, message)]);
        seen?.Refused(code);
        return status;
    }

    private sealed class UnreadableBodyException : Exception;
}

using EcosystemGraph.Api.Asking;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Api.Http;

/// <summary>Figures and files by plain links: GET /figures/network.svg?focus=pes-21, GET /networks/network.gexf. They leave when they are complete.</summary>
internal sealed class DrawingEndpoints(NetworkFormats formats, QuestionService service, Freshness freshness)
{
    private const string Vary = "Accept-Encoding";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps the links; what is required of questions is required of them.</summary>
    public static IEnumerable<IEndpointConventionBuilder> Map(WebApplication app)
    {
        var endpoints = app.Services.GetRequiredService<DrawingEndpoints>();
        yield return app.MapMethods(
            "/figures/{name}.{extension}",
            Methods,
            context => endpoints.HandleAsync(context, "figure")
        );
        yield return app.MapMethods(
            "/networks/{name}.{extension}",
            Methods,
            context => endpoints.HandleAsync(context, "file")
        );
    }

    private async Task HandleAsync(HttpContext context, string face)
    {
        using var asking = service.Begin(face, context.RequestAborted);
        using var body = new LimitedStream(service.MostBytes);
        try
        {
            if (!await IsKeptAsync(context, face, asking, body))
                await SendAsync(context, body.Written);
        }
        catch (Exception error)
        {
            var refusal = asking.RefusalOf(error);
            if (refusal.Outcome == AnswerOutcome.Left || context.Response.HasStarted)
            {
                context.Abort();
                return;
            }
            await RefuseAsync(context, refusal);
        }
        var response = context.Response;
        asking.Answered(
            context.Request.Method,
            response.StatusCode,
            response.ContentLength ?? 0,
            context.User.Identity?.Name
        );
    }

    // Makes what is asked for, unless the client has it.
    private async Task<bool> IsKeptAsync(
        HttpContext context,
        string face,
        QuestionService.Asking asking,
        LimitedStream body
    )
    {
        var request = context.Request;
        var (name, extension) = ((string)request.RouteValues["name"]!, (string)request.RouteValues["extension"]!);
        var parameters = request.Query.SelectMany(given =>
            given.Value.Select(value => KeyValuePair.Create(given.Key, value ?? ""))
        );
        var isFigure = face == "figure";
        var question = isFigure
            ? LinkQuestion.OfFigure(name, extension, parameters)
            : LinkQuestion.OfFile(formats, name, extension, parameters);
        bool IsKept(string fingerprint, bool isMade) =>
            freshness.IsKept(
                context,
                Freshness.TagOf(fingerprint, request.Path.Value, request.QueryString.Value),
                Vary,
                isMade
            );
        if (service.Fingerprint is { } lasting && IsKept(lasting, isMade: false))
            return true;

        string fingerprint,
            mediaType;
        if (isFigure)
        {
            var drawn = await asking.DrawAsync(question);
            await body.WriteAsync(drawn.Result.Bytes);
            (fingerprint, mediaType) = (drawn.Fingerprint, drawn.Result.MediaType);
        }
        else
        {
            (var extract, mediaType, var writeAsync) = await asking.GatherAsync(question);
            await writeAsync(body);
            fingerprint = extract.Dataset.Sha256;
        }
        if (IsKept(fingerprint, isMade: true))
            return true;
        context.Response.ContentType = mediaType;
        context.Response.Headers.ContentDisposition =
            $"{(isFigure ? "inline" : "attachment")}; filename=\"{question.FileName}\"";
        return false;
    }

    private static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        Protect(context.Response);
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    // An SVG that is opened by itself is a page: it may do nothing but look as it does.
    private static void Protect(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    }

    private static Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        context.Response.Headers.Clear();
        context.Response.StatusCode = Responses.StatusOf(refusal.Outcome);
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return SendAsync(context, System.Text.Encoding.UTF8.GetBytes(refusal.Sentence + "\n"));
    }
}

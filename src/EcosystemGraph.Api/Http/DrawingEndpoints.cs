using System.Security.Cryptography;
using System.Text;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Operation;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Api.Http;

/// <summary>Figures and files by plain links: GET /figures/network.svg?focus=pes-21, GET /networks/network.gexf.</summary>
internal sealed class DrawingEndpoints(ServiceSettings settings, QuestionReader reader, IStore store, RequestObserver observer)
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private readonly Deadlines _deadlines = new(TimeSpan.FromSeconds(settings.Http.RequestSeconds));

    /// <summary>Maps the links; what is required of questions is required of them.</summary>
    public static IEnumerable<IEndpointConventionBuilder> Map(WebApplication app)
    {
        var endpoints = app.Services.GetRequiredService<DrawingEndpoints>();
        yield return app.MapMethods("/figures/{name}.{extension}", Methods, context => endpoints.HandleAsync(context, LinkQuestion.OfFigure));
        yield return app.MapMethods("/networks/{name}.{extension}", Methods, context => endpoints.HandleAsync(context, LinkQuestion.OfFile));
    }

    private async Task HandleAsync(HttpContext context, Func<string, string, IEnumerable<KeyValuePair<string, string>>, LinkQuestion> read)
    {
        var request = context.Request;
        using var deadline = _deadlines.Begin(context.RequestAborted);
        try
        {
            var question = read((string)request.RouteValues["name"]!, (string)request.RouteValues["extension"]!, request.Query.SelectMany(given => given.Value.Select(value => KeyValuePair.Create(given.Key, value ?? ""))));
            if (store.Fingerprint is { } lasting && IsKnown(context, TagOf(lasting, request))) return;
            await AnswerAsync(context, question, deadline.Token);
        }
        catch (QuestionException error)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, error.Message);
        }
        catch (DrawingException error)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, error.Message);
        }
        catch (StoreUnavailableException error)
        {
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, error.Message);
        }
        catch (OperationCanceledException) when (deadline.IsOver)
        {
            if (context.Response.HasStarted) context.Abort();
            else await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, FormattableString.Invariant($"it takes longer than {settings.Http.RequestSeconds} s; ask for a smaller part, by focus, filter or date"));
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
        catch (Exception error) when (error is not BadHttpRequestException)
        {
            observer.Failed(error);
            if (context.Response.HasStarted) context.Abort();
            else await RefuseAsync(context, StatusCodes.Status500InternalServerError, "something went wrong while answering; the server's log says what");
        }
    }

    private async Task AnswerAsync(HttpContext context, LinkQuestion question, CancellationToken cancellation)
    {
        var read = await reader.ReadAsync(question.Asked, cancellation);
        if (read.Errors is [var wrong, ..]) throw new QuestionException(wrong.Code, wrong.Message);
        var root = (ComputedRoot)read.Plan!.Roots[0];
        var (extract, error) = await store.ExtractAsync(root, cancellation);
        if (extract is null) throw new QuestionException(error!.Code, error.Message);
        var tag = TagOf(extract.Dataset.Sha256, context.Request);
        if (IsKnown(context, tag)) return;

        var response = context.Response;
        if (question.File is { } format)
        {
            Head(response, NetworkFormats.Writer(format).MediaType, tag, $"attachment; filename=\"{question.FileName}\"");
            // However large it is, it leaves as it is written.
            if (!HttpMethods.IsHead(context.Request.Method)) await NetworkDrawings.WriteAsync(extract, format, question.Language, response.Body, cancellation);
            return;
        }
        var drawn = NetworkDrawings.Draw(extract, RequestOf(root), cancellation);
        Head(response, drawn.MediaType, tag, $"inline; filename=\"{question.FileName}\"");
        response.ContentLength = drawn.Bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(drawn.Bytes, cancellation);
    }

    /// <summary>How the figure of a plan is drawn.</summary>
    public static FigureRequest RequestOf(ComputedRoot root)
    {
        var asked = root is NetworkRoot network ? network.Projection : ((NetworkChangeRoot)root).Projection;
        return (FigureRequest)asked.ByType[0].Fields.OfType<SelectedDrawing>().First().Request;
    }

    private void Head(HttpResponse response, string mediaType, string tag, string disposition)
    {
        response.ContentType = mediaType;
        response.Headers.ContentDisposition = disposition;
        Protect(response);
        Cache(response, tag);
    }

    // An SVG that is opened by itself is a page: it may do nothing but look as it does.
    private static void Protect(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    }

    private void Cache(HttpResponse response, string tag)
    {
        Answers.Tag(response.HttpContext, tag, Caching.Of(settings));
        response.Headers.Vary = "Accept-Encoding";
    }

    private bool IsKnown(HttpContext context, string tag)
    {
        if (!EntityTags.AnyIsKnown(context.Request) && !EntityTags.IsKnown(context.Request, tag)) return false;
        Cache(context.Response, tag);
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static string TagOf(string fingerprint, HttpRequest request) => EntityTags.Of(fingerprint, request.Path.Value!, request.QueryString.Value);

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.Headers.Clear();
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        Protect(context.Response);
        return context.Response.WriteAsync(message.TrimEnd('.') + ".\n", context.RequestAborted);
    }
}

using System.Text;
using System.Text.Json;
using EcosystemGraph.Api.Asking;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.WebPages;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Figures;
using EcosystemGraph.Figures.Exports;
using GraphQL;
using Microsoft.Net.Http.Headers;

namespace EcosystemGraph.Api.Http;

/// <summary>The page at /figures. Its lists are a question in GraphQL, its figure is that of a link: whatever the store, and within the limits that are set.</summary>
internal sealed class FigurePageEndpoint(NetworkFormats formats, QuestionService service, Freshness freshness)
{
    public const string Path = "/figures";

    /// <summary>Its style stands within it, known by its hash; its figures, script and form stay here.</summary>
    private static readonly string ContentSecurityPolicy =
        $"default-src 'none'; script-src 'self'; connect-src 'self'; style-src {PageFiles.StyleSource}; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private readonly PageFiles _files = PageFiles.Read(PageEndpoints.DefaultFolder);

    /// <summary>Maps the page; what is required of questions is required of it.</summary>
    public static IEndpointConventionBuilder Map(WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<FigurePageEndpoint>();
        return app.MapMethods(Path, Methods, endpoint.HandleAsync);
    }

    /// <summary>The language of the page: what its address says, else what the browser wants most, else the usual one.</summary>
    public static Language LanguageOf(HttpRequest request)
    {
        var asked = request.Query["language"].ToString();
        if (Language.TryFind(asked, out var language))
            return language;
        return request
            .GetTypedHeaders()
            .AcceptLanguage.Where(one => one.Quality is not 0)
            .OrderByDescending(one => one.Quality ?? 1)
            .Where(one => Language.TryFind(one.Value.ToString().Split('-')[0], out language))
            .Select(_ => language)
            .FirstOrDefault();
    }

    private async Task HandleAsync(HttpContext context)
    {
        // Its addresses are relative to the path without a slash.
        if (context.Request.Path.Value!.EndsWith('/'))
        {
            context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            context.Response.Headers.Location = ".." + Path + context.Request.QueryString.Value;
            return;
        }
        var language = LanguageOf(context.Request);
        using var asking = service.Begin("page", context.RequestAborted);
        if (service.Fingerprint is not { } lasting || !IsKept(context, lasting, language, isMade: false))
        {
            if (!await TrySendAsync(context, asking, language))
                return;
        }
        asking.Answered(
            context.Request.Method,
            context.Response.StatusCode,
            context.Response.ContentLength ?? 0,
            context.User.Identity?.Name
        );
    }

    // False where whoever asked has left.
    private async Task<bool> TrySendAsync(HttpContext context, QuestionService.Asking asking, Language language)
    {
        var texts = FigureTexts.In(language);
        var page = new PageQuestions(
            asking,
            service.MostBytes,
            texts,
            FigureChoices.Read(context.Request.Query, language)
        );
        ShownFigure? figure = null;
        PageProblem? problem;
        try
        {
            (figure, problem) = await page.AskAsync();
        }
        catch (Exception error)
        {
            var refusal = asking.RefusalOf(error);
            if (refusal.Outcome == AnswerOutcome.Left)
            {
                context.Abort();
                return false;
            }
            problem = page.ProblemOf(refusal);
        }
        var html = new FigurePage(_files, formats, texts, page.Lists, page.Choices).Whole(figure, problem?.Sentence);
        await SendAsync(context, html, problem?.Status ?? StatusCodes.Status200OK, page.Fingerprint, language);
        return true;
    }

    private async Task SendAsync(HttpContext context, Markup page, int status, string? fingerprint, Language language)
    {
        var response = context.Response;
        if (status == StatusCodes.Status200OK && fingerprint is not null)
        {
            if (IsKept(context, fingerprint, language, isMade: true))
                return;
        }
        else
        {
            response.Headers.CacheControl = "no-store";
        }
        var bytes = Encoding.UTF8.GetBytes(page.ToString());
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = bytes.Length;
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    // The script changes with web/, not with the program.
    private bool IsKept(HttpContext context, string fingerprint, Language language, bool isMade) =>
        freshness.IsKept(
            context,
            Freshness.TagOf(
                fingerprint,
                $"{Path} {language} {_files.Script} {_files.Icon}",
                context.Request.QueryString.Value
            ),
            "Accept-Language, Accept-Encoding",
            isMade
        );

    /// <summary>Why there is no figure.</summary>
    private sealed record PageProblem(string Sentence, int Status = StatusCodes.Status400BadRequest);

    /// <summary>The questions of one request. Lists and choices are kept where the figure fails: the form is shown all the same.</summary>
    private sealed class PageQuestions(
        QuestionService.Asking asking,
        int mostBytes,
        FigureTexts texts,
        FigureChoices given
    )
    {
        public FigureLists Lists { get; private set; } = FigureLists.None;

        /// <summary>With what was left to us, and what was found by name.</summary>
        public FigureChoices Choices { get; private set; } = given;

        /// <summary>The data set that was answered from.</summary>
        public string? Fingerprint { get; private set; }

        public async Task<(ShownFigure? Figure, PageProblem? Problem)> AskAsync()
        {
            var variables = new Dictionary<string, object?>
            {
                ["language"] = texts.Language.ToString(),
                ["focus"] = Choices.Focus ?? "",
                ["find"] = Choices.Find,
                ["id"] = Choices.Find,
                ["asks"] = !string.IsNullOrEmpty(Choices.Focus) && Choices.Find.Length == 0,
                ["finds"] = Choices.Find.Length > 0,
            };
            await ListAsync(variables);
            return Problem() is { } sentence ? (null, new PageProblem(sentence)) : await DrawAsync();
        }

        // Settles whom the figure is around; then what stands in the form must be readable.
        private string? Problem()
        {
            if (Choices.Focus is null)
            {
                var usual = Lists.Respondent ?? Lists.Groupings.FirstOrDefault();
                Lists = Lists with { Focus = usual };
                Choices = Choices with { Focus = usual?.Id ?? "" };
            }
            if (Choices.Find.Length > 0)
            {
                if (Lists.Found is not [var found])
                    return Lists.Found.IsEmpty
                        ? texts.NotFound.With(("text", Choices.Find))
                        : texts.Several.With(("text", Choices.Find));
                Lists = Lists with { Focus = found };
                Choices = Choices with { Focus = found.Id, Find = "" };
            }
            if (Choices.Focus is { Length: > 0 } && Lists.Focus is null && Lists != FigureLists.None)
                return texts.UnknownBody.With(("id", Choices.Focus));
            if (!Choices.Unreadable.IsEmpty)
                return texts.WrongChoice.With(("name", texts.Label(Choices.Unreadable[0])));
            foreach (var date in new[] { Choices.Date, Choices.Earlier })
            {
                if (date.Length > 0 && !PartialDate.TryParse(date, out _))
                    return texts.IsNoDate(date);
            }
            if (!Choices.IsChange)
                return null;
            if (Choices.Date.Length == 0)
                return texts.LaterMissing;
            return PartialDate.Parse(Choices.Earlier).Last < PartialDate.Parse(Choices.Date).First
                ? null
                : texts.WrongOrder;
        }

        private async Task<(ShownFigure?, PageProblem?)> DrawAsync()
        {
            var drawn = await asking.DrawAsync(
                LinkQuestion.OfFigure(FigureFormats.Svg, Choices.Dates(), Choices.Input(), Choices.StyleInput())
            );
            Fingerprint = drawn.Fingerprint;
            if (drawn.Bodies == 0 && !Choices.IsChange)
                return (null, new PageProblem(texts.Empty, StatusCodes.Status200OK));
            return (
                new ShownFigure(
                    drawn.Result.Caption,
                    drawn.Result.Description,
                    [.. drawn.Result.Warnings],
                    drawn.Bodies == 1 && !Choices.IsChange
                ),
                null
            );
        }

        /// <summary>A refusal in the page's words.</summary>
        public PageProblem ProblemOf(Refusal refusal) =>
            (refusal.Outcome, refusal.Code) switch
            {
                (AnswerOutcome.Unavailable, AnswerErrorCodes.Timeout) => new PageProblem(
                    texts.TooLong,
                    StatusCodes.Status503ServiceUnavailable
                ),
                (AnswerOutcome.Unavailable, _) => new PageProblem(
                    texts.Unavailable,
                    StatusCodes.Status503ServiceUnavailable
                ),
                (AnswerOutcome.Failed, _) => new PageProblem(texts.Failed, StatusCodes.Status500InternalServerError),
                (_, AnswerErrorCodes.UnknownId) => new PageProblem(texts.UnknownBody.With(("id", Choices.Focus!))),
                // All else that a drawing refuses is refused by the form before.
                (
                    _,
                    AnswerErrorCodes.NetworkTooLarge
                        or AnswerErrorCodes.NoDrawing
                        or AnswerErrorCodes.CostTooHigh
                        or ErrorCodes.TooLarge
                ) => new PageProblem(texts.TooLarge),
                _ => new PageProblem(texts.NotMade),
            };

        // Where a limit is set too low for the lists there are none, and names are written.
        private async Task ListAsync(Dictionary<string, object?> variables)
        {
            using var writer = new AnswerWriter(mostBytes);
            var answering = await asking.AnswerAsync(
                new Question(FigureLists.Question, null, new Inputs(variables)),
                null,
                writer
            );
            if (answering.Outcome == AnswerOutcome.Unavailable)
                throw new StoreUnavailableException(answering.Code!, "", null);
            if (answering is not { Outcome: AnswerOutcome.Answered, Code: null })
                return;
            Fingerprint = answering.Fingerprint;
            using var answer = JsonDocument.Parse(writer.Written);
            Lists = FigureLists.Read(answer.RootElement.GetProperty("data"));
        }
    }
}

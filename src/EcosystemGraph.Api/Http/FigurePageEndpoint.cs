using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Operation;
using EcosystemGraph.Api.WebPages;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Stores;
using GraphQL;
using Microsoft.Net.Http.Headers;

namespace EcosystemGraph.Api.Http;

/// <summary>The page at /figures. It asks in GraphQL, as everyone does: whatever the store, and within the limits that are set.</summary>
internal sealed class FigurePageEndpoint(ServiceSettings settings, QuestionAnswerer answerer, IStore store, RequestObserver observer)
{
    public const string Path = "/figures";

    /// <summary>Its style stands within it, known by its hash; its figures, script and form stay here.</summary>
    private static readonly string ContentSecurityPolicy =
        $"default-src 'none'; script-src 'self'; connect-src 'self'; style-src {PageFiles.StyleSource}; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private readonly Deadlines _deadlines = new(TimeSpan.FromSeconds(settings.Http.RequestSeconds));

    private readonly PageFiles _files = PageFiles.Read(PageEndpoints.DefaultFolder);

    /// <summary>Maps the page; what is required of questions is required of it.</summary>
    public static IEndpointConventionBuilder Map(WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<FigurePageEndpoint>();
        return app.MapMethods(Path, Methods, endpoint.HandleAsync);
    }

    /// <summary>The language of the page: what its address says, else what the browser wants most, else French.</summary>
    public static Language LanguageOf(HttpRequest request)
    {
        var asked = request.Query["language"].ToString();
        if (Enum.GetNames<Language>().Contains(asked.ToUpperInvariant(), StringComparer.Ordinal)) return Enum.Parse<Language>(asked, ignoreCase: true);
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted)) return Language.FR;
        var best = wanted.Where(one => one.Quality is not 0).OrderByDescending(one => one.Quality ?? 1)
            .Select(one => one.Value.ToString().Split('-')[0].ToUpperInvariant()).FirstOrDefault(tag => Enum.GetNames<Language>().Contains(tag, StringComparer.Ordinal));
        return best is null ? Language.FR : Enum.Parse<Language>(best);
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
        if (store.Fingerprint is { } lasting && IsKnown(context, lasting, language)) return;
        using var deadline = _deadlines.Begin(context.RequestAborted);
        var texts = FigureTexts.In(language);
        var choices = FigureChoices.Read(context.Request.Query, language);
        var asking = new Asking(answerer, settings.Http.MaxAnswerBytes, texts, choices);
        ShownFigure? figure = null;
        PageProblem? problem;
        try
        {
            (figure, problem) = await asking.AskAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsOver)
        {
            problem = new PageProblem(texts.TooLong, StatusCodes.Status503ServiceUnavailable);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
            return;
        }
        catch (Exception error) when (error is not BadHttpRequestException)
        {
            observer.Failed(error);
            problem = new PageProblem(texts.Failed, StatusCodes.Status500InternalServerError);
        }
        var page = new FigurePage(_files, texts, asking.Lists, asking.Choices).Whole(figure, problem?.Sentence);
        await SendAsync(context, page, problem?.Status ?? StatusCodes.Status200OK, asking.Fingerprint, language);
    }

    private async Task SendAsync(HttpContext context, Markup page, int status, string? fingerprint, Language language)
    {
        var response = context.Response;
        if (status == StatusCodes.Status200OK && fingerprint is not null && IsKnown(context, fingerprint, language)) return;
        var bytes = Encoding.UTF8.GetBytes(page.ToString());
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = bytes.Length;
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        if (status == StatusCodes.Status200OK && fingerprint is not null) Cache(response, TagOf(context.Request, fingerprint, language));
        else response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private bool IsKnown(HttpContext context, string fingerprint, Language language)
    {
        var tag = TagOf(context.Request, fingerprint, language);
        if (!EntityTags.IsKnown(context.Request, tag)) return false;
        Cache(context.Response, tag);
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private void Cache(HttpResponse response, string tag)
    {
        Answers.Tag(response.HttpContext, tag, Caching.Of(settings));
        response.Headers.Vary = "Accept-Language, Accept-Encoding";
    }

    // The script changes with web/, not with the program.
    private string TagOf(HttpRequest request, string fingerprint, Language language) => EntityTags.Of(fingerprint, $"{Path} {language} {_files.Script} {_files.Icon}", request.QueryString.Value);

    /// <summary>Why there is no figure.</summary>
    private sealed record PageProblem(string Sentence, int Status = StatusCodes.Status400BadRequest);

    /// <summary>The questions of one request. Lists and choices are kept where the figure fails: the form is shown all the same.</summary>
    private sealed class Asking(QuestionAnswerer answerer, int mostBytes, FigureTexts texts, FigureChoices given)
    {
        public FigureLists Lists { get; private set; } = FigureLists.None;

        /// <summary>With what was left to us, and what was found by name.</summary>
        public FigureChoices Choices { get; private set; } = given;

        /// <summary>The data set that was answered from.</summary>
        public string? Fingerprint { get; private set; }

        public async Task<(ShownFigure? Figure, PageProblem? Problem)> AskAsync(CancellationToken cancellation)
        {
            var variables = new Dictionary<string, object?>
            {
                ["language"] = texts.Language.ToString(), ["focus"] = Choices.Focus ?? "", ["find"] = Choices.Find,
                ["asks"] = !string.IsNullOrEmpty(Choices.Focus) && Choices.Find.Length == 0, ["finds"] = Choices.Find.Length > 0,
            };
            var (data, error) = await AskAsync(FigureLists.Question, variables, cancellation);
            // Where a limit is set too low for the lists there are none, and names are written.
            if (data is { } listed) Lists = FigureLists.Read(listed);
            else if (error is { Outcome: AnswerOutcome.Unavailable }) return (null, new PageProblem(texts.Unavailable, StatusCodes.Status503ServiceUnavailable));
            if (Problem() is { } sentence) return (null, new PageProblem(sentence));
            return await DrawAsync(cancellation);
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
                if (Lists.Found is not [var found]) return Lists.Found.IsEmpty ? texts.NotFound(Choices.Find) : texts.Several(Choices.Find);
                Lists = Lists with { Focus = found };
                Choices = Choices with { Focus = found.Id, Find = "" };
            }
            if (Choices.Focus is { Length: > 0 } && Lists.Focus is null && Lists != FigureLists.None) return texts.UnknownBody(Choices.Focus);
            if (!Choices.Unreadable.IsEmpty) return texts.WrongChoice(texts.NameOf(Choices.Unreadable[0].Parameter));
            foreach (var date in new[] { Choices.Date, Choices.Earlier })
            {
                if (date.Length > 0 && !PartialDate.TryParse(date, out _)) return texts.NoDate(date);
            }
            if (!Choices.IsChange) return null;
            if (Choices.Date.Length == 0) return texts.LaterMissing;
            return PartialDate.Parse(Choices.Earlier).Last < PartialDate.Parse(Choices.Date).First ? null : texts.WrongOrder;
        }

        private async Task<(ShownFigure?, PageProblem?)> DrawAsync(CancellationToken cancellation)
        {
            const string Figure = "figure(style: $style) { caption description warnings }";
            var variables = new Dictionary<string, object?> { ["input"] = Choices.Input(), ["style"] = Choices.Style() };
            var question = $"query($input: NetworkInput, $style: FigureStyleInput) {{ drawn: network(input: $input) {{ nodeCount {Figure} }} }}";
            if (Choices.IsChange)
            {
                question = $"query($input: NetworkInput, $style: FigureStyleInput, $earlier: PartialDate!, $later: PartialDate!) {{ drawn: networkChange(input: $input, earlier: $earlier, later: $later) {{ {Figure} }} }}";
                variables["earlier"] = Choices.Earlier;
                variables["later"] = Choices.Date;
            }
            var (data, error) = await AskAsync(question, variables, cancellation);
            if (data is not { } answered) return (null, ProblemOf(error!.Value));
            var drawn = answered.GetProperty("drawn");
            var count = drawn.TryGetProperty("nodeCount", out var number) ? number.GetInt32() : (int?)null;
            if (count == 0) return (null, new PageProblem(texts.Empty, StatusCodes.Status200OK));
            var figure = drawn.GetProperty("figure");
            return (new ShownFigure(figure.GetProperty("caption").GetString()!, figure.GetProperty("description").GetString()!,
                [.. figure.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!)], count == 1), null);
        }

        private PageProblem ProblemOf((AnswerOutcome Outcome, string? Code) error) => error switch
        {
            (AnswerOutcome.Unavailable, _) => new PageProblem(texts.Unavailable, StatusCodes.Status503ServiceUnavailable),
            (_, AnswerErrorCodes.UnknownId) => new PageProblem(texts.UnknownBody(Choices.Focus!)),
            // All else that a drawing refuses is refused by the form before.
            (_, AnswerErrorCodes.NetworkTooLarge or AnswerErrorCodes.NoDrawing) => new PageProblem(texts.TooLarge),
            _ => new PageProblem(texts.NotMade),
        };

        private async Task<(JsonElement? Data, (AnswerOutcome Outcome, string? Code)? Error)> AskAsync(string question, Dictionary<string, object?> variables, CancellationToken cancellation)
        {
            using var writer = new AnswerWriter(mostBytes);
            var answering = await answerer.AnswerAsync(new Question(question, null, new Inputs(variables)), writer, cancellation);
            if (answering is not { Outcome: AnswerOutcome.Answered, Code: null }) return (null, (answering.Outcome, answering.Code));
            Fingerprint = answering.Fingerprint ?? Fingerprint;
            using var answer = JsonDocument.Parse(writer.Written);
            return (answer.RootElement.GetProperty("data").Clone(), null);
        }
    }
}

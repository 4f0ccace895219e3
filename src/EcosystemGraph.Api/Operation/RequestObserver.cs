using System.Diagnostics;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Stores;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.Operation;

/// <summary>
/// Tells operators of each question: a line in the log, a span, measurements. Where nobody listens it costs nothing. It
/// tells neither a document's text, unless asked to, nor ever the values of its variables or of a link.
/// </summary>
internal sealed partial class RequestObserver(IStore store, ServiceSettings settings, ILogger<RequestObserver> log)
{
    /// <summary>The face of questions in GraphQL, whose operations say what kind they are.</summary>
    public const string GraphQL = "graphql";

    /// <summary>A request comes in; null where nobody wants to know.</summary>
    /// <param name="face">What it comes to: <see cref="GraphQL"/>, figure, file, page.</param>
    public Seen? Begin(string face)
    {
        var span = Telemetry.Source.StartActivity(face);
        return span is null && !Telemetry.IsMeasuring && !log.IsEnabled(LogLevel.Information)
            ? null
            : new Seen(this, face, span);
    }

    /// <summary>Something went wrong inside.</summary>
    public void Failed(Exception error) => Log.Failed(log, error);

    /// <summary>One request, seen from its beginning to its end.</summary>
    internal sealed class Seen(RequestObserver observer, string face, Activity? span)
    {
        private readonly long _began = Stopwatch.GetTimestamp();
        private Question? _question;
        private string? _document;
        private string? _code;
        private GraphQLReading? _reading;
        private double? _cost;

        /// <summary>It has been read.</summary>
        public void Asks(Question question, string? document) => (_question, _document) = (question, document);

        /// <summary>It has been answered.</summary>
        public void Gets(in AnswerReport answering) =>
            (_code, _reading, _cost) = (answering.Code, answering.Reading, answering.Cost);

        /// <summary>It has been refused.</summary>
        public void Refused(string code) => _code = code;

        /// <summary>The client has left before its answer.</summary>
        public void Left()
        {
            span?.SetStatus(ActivityStatusCode.Error, "the client left");
            span?.Dispose();
            if (observer.IsLogging)
                Log.Left(observer.Logger, Name, Stopwatch.GetElapsedTime(_began).TotalMilliseconds);
        }

        /// <summary>The answer has been sent, or could not be.</summary>
        /// <param name="method">The request's method.</param>
        /// <param name="status">The answer's status.</param>
        /// <param name="bytes">How large it is.</param>
        /// <param name="client">Who asked, where that is known.</param>
        public void Answered(string method, int status, long bytes, string? client)
        {
            var took = Stopwatch.GetElapsedTime(_began);
            if (span is not null)
                Tag(span, status, bytes);
            Measure(took, bytes);
            if (!observer.IsLogging)
                return;
            Log.Answered(
                observer.Logger,
                method,
                status,
                Kind,
                Name,
                _document ?? "-",
                _code ?? "-",
                took.TotalMilliseconds,
                bytes,
                client ?? "-"
            );
            if (observer.ShowsText && _question is not null)
                Log.Asked(observer.Logger, _question.Query);
        }

        private string Kind =>
            face != GraphQL
                ? face
                : _reading?.Operation?.Operation switch
                {
                    OperationType.Query => "query",
                    OperationType.Mutation => "mutation",
                    OperationType.Subscription => "subscription",
                    _ => "-",
                };

        // A name that was read from a document is a word; one that a client only claims may be any text.
        private string Name => _reading?.Operation?.Name?.StringValue ?? "-";

        private void Tag(Activity activity, int status, long bytes)
        {
            if (_reading?.Operation is { } operation)
            {
                activity.DisplayName = Kind;
                activity.SetTag("graphql.operation.type", "query");
                if (operation.Name is { } name)
                    activity.SetTag("graphql.operation.name", name.StringValue);
                activity.SetTag("ecosystem.roots", string.Join(',', _reading.Roots.Select(root => root.FieldName)));
            }
            if (_document is not null)
                activity.SetTag("graphql.document.id", _document);
            if (observer.ShowsText && _question is not null)
                activity.SetTag("graphql.document", _question.Query);
            activity.SetTag("ecosystem.face", face);
            activity.SetTag("ecosystem.store", observer.StoreName);
            activity.SetTag("ecosystem.answer.size", bytes);
            if (_cost is { } cost)
                activity.SetTag("ecosystem.cost", cost);
            activity.SetTag("http.response.status_code", status);
            if (_code is not null)
                activity.SetTag("error.type", _code);
            if (status >= StatusCodes.Status500InternalServerError)
                activity.SetStatus(ActivityStatusCode.Error, _code);
            activity.Dispose();
        }

        // Only what has few values: a name that clients choose would make a series each.
        private void Measure(TimeSpan took, long bytes)
        {
            if (!Telemetry.IsMeasuring)
                return;
            var tags = new TagList
            {
                { "ecosystem.store", observer.StoreName },
                { "ecosystem.face", face },
                { "graphql.operation.type", Kind },
            };
            if (_document is not null)
                tags.Add("graphql.document.id", _document);
            if (_code is not null)
                tags.Add("error.type", _code);
            Telemetry.Duration.Record(took.TotalSeconds, tags);
            Telemetry.AnswerSize.Record(bytes, tags);
        }
    }

    private ILogger Logger => log;

    private bool IsLogging => log.IsEnabled(LogLevel.Information);

    private bool ShowsText => settings.Logs.QueryText;

    private string StoreName => store.Name;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A question could not be answered.")]
        public static partial void Failed(ILogger logger, Exception error);

        [LoggerMessage(
            2,
            LogLevel.Information,
            "{Method} {Status} {Kind} {Operation} document {Document} code {Code} {Milliseconds:0.0} ms {Bytes} bytes for {Client}",
            SkipEnabledCheck = true
        )]
        public static partial void Answered(
            ILogger logger,
            string method,
            int status,
            string kind,
            string operation,
            string document,
            string code,
            double milliseconds,
            long bytes,
            string client
        );

        [LoggerMessage(
            3,
            LogLevel.Information,
            "The client left {Operation} after {Milliseconds:0.0} ms",
            SkipEnabledCheck = true
        )]
        public static partial void Left(ILogger logger, string operation, double milliseconds);

        [LoggerMessage(4, LogLevel.Information, "Asked: {Query}", SkipEnabledCheck = true)]
        public static partial void Asked(ILogger logger, string query);
    }
}

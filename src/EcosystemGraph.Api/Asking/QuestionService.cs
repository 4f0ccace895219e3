using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Operation;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using Microsoft.AspNetCore.Connections;

namespace EcosystemGraph.Api.Asking;

/// <summary>
/// The one way from a question to its answer, whichever face asks: reads it, sees that it asks for no more than it may, ends
/// it in time, asks the store, and makes one refusal of whatever goes wrong. What is asked is seen by whoever observes.
/// </summary>
/// <param name="answerer">Reads questions and answers them in GraphQL.</param>
/// <param name="store">Gives extracts.</param>
/// <param name="drawings">Draws and writes them.</param>
/// <param name="seconds">How long a question may take; null for as long as it takes.</param>
/// <param name="mostBytes">How large an answer may be, in bytes; null for any size.</param>
/// <param name="observer">Who wants to know of questions; null for nobody.</param>
internal sealed class QuestionService(
    QuestionAnswerer answerer,
    IStore store,
    NetworkDrawings drawings,
    int? seconds = null,
    int? mostBytes = null,
    RequestObserver? observer = null
)
{
    private readonly Deadlines? _deadlines = seconds is { } limit ? new Deadlines(TimeSpan.FromSeconds(limit)) : null;

    /// <summary>The data set's fingerprint where it cannot change; null where only an answer tells.</summary>
    public string? Fingerprint => store.Fingerprint;

    /// <summary>How large an answer may be, in bytes.</summary>
    public int MostBytes => mostBytes ?? int.MaxValue;

    /// <summary>Begins what one request asks.</summary>
    /// <param name="face">Which face asks, in one word: graphql, figure, file, page.</param>
    /// <param name="left">Cancelled when whoever asks has left.</param>
    public Asking Begin(string face, CancellationToken left) => new(this, observer?.Begin(face), left);

    /// <summary>What one request asks: one question or a few, within one time limit, observed as one.</summary>
    internal sealed class Asking(QuestionService service, RequestObserver.Seen? seen, CancellationToken left)
        : IDisposable
    {
        private Deadlines.Deadline? _deadline;

        /// <summary>Cancelled when the time is over or whoever asks has left. The time begins with the first question.</summary>
        private CancellationToken Cancellation =>
            service._deadlines is null ? left : (_deadline ??= service._deadlines.Begin(left)).Token;

        /// <summary>Answers in GraphQL: writes the whole response, data or errors.</summary>
        /// <param name="question">The question.</param>
        /// <param name="document">Its name where it is a persisted one.</param>
        /// <param name="writer">Takes the response.</param>
        public async ValueTask<Answering> AnswerAsync(Question question, string? document, AnswerWriter writer)
        {
            seen?.Asks(question, document);
            var answering = await service.Answerer.AnswerAsync(question, writer, Cancellation);
            seen?.Gets(answering);
            return answering;
        }

        /// <summary>Draws what a link asks for.</summary>
        /// <exception cref="RefusedException">It cannot be drawn.</exception>
        public async ValueTask<Drawn> DrawAsync(LinkQuestion link)
        {
            var (root, request) = await ReadAsync(link);
            var figure = (FigureRequest)request;
            var kept = service.Fingerprint is { } lasting ? service.Drawings.Find(lasting, figure.Url) : null;
            var drawn = kept ?? service.Drawings.Draw(await ExtractAsync(root), figure, Cancellation);
            AnswerStream.Check(drawn.Result.Bytes.Length, service.MostBytes);
            return drawn;
        }

        /// <summary>Gathers the network of a file, which is then to be written.</summary>
        /// <exception cref="RefusedException">It cannot be gathered.</exception>
        public async ValueTask<(Extract Extract, string MediaType, Func<Stream, Task> WriteAsync)> GatherAsync(
            LinkQuestion link
        )
        {
            var (root, request) = await ReadAsync(link);
            var extract = await ExtractAsync(root);
            var writer = ((FileRequest)request).Writer;
            return (
                extract,
                writer.Format.MediaType,
                output => service.Drawings.WriteAsync(extract, writer, link.Language, output, Cancellation)
            );
        }

        /// <summary>What to tell of something that went wrong, at whatever step. A mistake of ours is told to the operator alone.</summary>
        public Refusal RefusalOf(Exception error)
        {
            var refusal =
                _deadline is { IsOver: true } && error is OperationCanceledException ? service.TooLong
                : HasLeft(error, left) ? new Refusal(AnswerOutcome.Left, ErrorCodes.Internal, "whoever asked has left")
                : Refusal.Of(error);
            if (refusal is null)
            {
                service.Observer?.Failed(error);
                refusal = new Refusal(
                    AnswerOutcome.Failed,
                    ErrorCodes.Internal,
                    "something went wrong while answering; the server's log says what"
                );
            }
            if (refusal.Outcome == AnswerOutcome.Left)
                seen?.Left();
            else
                seen?.Refused(refusal.Code);
            return refusal;
        }

        /// <summary>The answer, or the refusal, has been sent.</summary>
        public void Answered(string method, int status, long bytes, string? client) =>
            seen?.Answered(method, status, bytes, client);

        public void Dispose() => _deadline?.Dispose();

        private async ValueTask<(PartRoot Root, DrawingRequest Request)> ReadAsync(LinkQuestion link)
        {
            seen?.Asks(link.Asked, null);
            var (read, cost) = await service.Answerer.ReadAsync(link.Asked, Cancellation);
            seen?.Gets(new Answering(AnswerOutcome.Answered, null, null, read, cost));
            var root = (PartRoot)read.Plan!.Roots[0];
            return (root, root.Projection.ByType[0].Fields.OfType<SelectedDrawing>().First().Request);
        }

        private async ValueTask<Extract> ExtractAsync(PartRoot root)
        {
            var (extract, error) = await service.Store.ExtractAsync(root, Cancellation);
            return extract ?? throw new RefusedException(Refusal.Of(error!));
        }
    }

    /// <summary>Whether what happened is that a connection broke; it may before the server has noticed that it is aborted.</summary>
    public static bool HasLeft(Exception error, CancellationToken left) =>
        error is ConnectionResetException or ConnectionAbortedException
        || (error is OperationCanceledException or IOException && left.IsCancellationRequested);

    private QuestionAnswerer Answerer => answerer;

    private IStore Store => store;

    private NetworkDrawings Drawings => drawings;

    private RequestObserver? Observer => observer;

    private Refusal TooLong { get; } =
        new(
            AnswerOutcome.Unavailable,
            AnswerErrorCodes.Timeout,
            FormattableString.Invariant(
                $"the answer takes longer than {seconds} s; ask for less: fewer records or fields, or a smaller part by focus, filter or date"
            )
        );
}

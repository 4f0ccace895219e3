using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;

namespace EcosystemGraph.Core.Stores;

/// <summary>
/// The one way from a plan to its answer, whichever store reads the data: links, what is computed from them, the records that
/// are shown, the answer; what cannot be answered is an error of its root. A store has only to read (<see cref="IReading"/>).
/// </summary>
/// <param name="drawings">Draws and writes networks; null where none is asked for.</param>
public abstract class ReadingStore(IDrawings? drawings) : IStore
{
    // So often is a question asked of data that are being replaced.
    private const int Attempts = 3;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public virtual string? Fingerprint => null;

    /// <inheritdoc/>
    public abstract ValueTask<ListLengths> LengthsAsync(CancellationToken cancellation);

    /// <summary>Begins to read for a question.</summary>
    protected abstract IReading Begin();

    /// <inheritdoc/>
    public async ValueTask<StoreAnswer> AnswerAsync(Plan plan, AnswerWriter writer, CancellationToken cancellation)
    {
        var start = writer.Place;
        try
        {
            return await OfOneDataSetAsync(
                (plan, writer, start),
                static (store, asked, reading, cancellation) =>
                    store.AnswerAsync(asked.plan, asked.writer, asked.start, reading, cancellation),
                cancellation
            );
        }
        catch
        {
            writer.Return(start);
            throw;
        }
    }

    private async ValueTask<StoreAnswer> AnswerAsync(
        Plan plan,
        AnswerWriter writer,
        WriterPlace start,
        IReading reading,
        CancellationToken cancellation
    )
    {
        var computed = await ComputeAsync(plan, reading, cancellation);
        var failed = new List<Failure>();
        var fingerprint = await reading.AnswersAsync(
            plan,
            computed.Answers,
            writer,
            answers =>
            {
                failed.Clear();
                writer.Return(start);
                Write(plan, computed, answers, writer, failed, cancellation);
            },
            cancellation
        );
        return new StoreAnswer(await ErrorsAsync(failed, reading, cancellation), fingerprint);
    }

    /// <inheritdoc/>
    public ValueTask<StoreExtract> ExtractAsync(PartRoot question, CancellationToken cancellation) =>
        OfOneDataSetAsync(
            question,
            static (_, question, reading, cancellation) => ExtractAsync(question, reading, cancellation),
            cancellation
        );

    private static async ValueTask<StoreExtract> ExtractAsync(
        PartRoot question,
        IReading reading,
        CancellationToken cancellation
    )
    {
        if (await reading.UnknownAsync(question, cancellation) is { } unknown)
        {
            return new StoreExtract(
                null,
                await ErrorAsync(new Failure(question, unknown, null), reading, cancellation)
            );
        }
        try
        {
            return new StoreExtract(
                await Extraction.MakeAsync(question, reading.LinksOf(question), cancellation),
                null
            );
        }
        catch (NetworkTooLargeException refused)
        {
            return new StoreExtract(
                null,
                new AnswerError(question.Name, AnswerErrorCodes.NetworkTooLarge, refused.Message)
            );
        }
    }

    // Asked again from the beginning where the data were replaced meanwhile.
    private async ValueTask<T> OfOneDataSetAsync<T, TAsked>(
        TAsked asked,
        Func<ReadingStore, TAsked, IReading, CancellationToken, ValueTask<T>> ask,
        CancellationToken cancellation
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ask(this, asked, Begin(), cancellation);
            }
            catch (DataReplacedException error)
            {
                if (attempt == Attempts)
                    throw new StoreUnavailableException(AnswerErrorCodes.Loading, error.Message, error);
            }
        }
    }

    /// <summary>The answers to the computed roots of a plan.</summary>
    /// <param name="Answers">Those that could be made.</param>
    /// <param name="Refused">Why others could not.</param>
    private sealed record Computed(
        Dictionary<ComputedRoot, ComputedAnswer> Answers,
        Dictionary<ComputedRoot, AnswerError> Refused
    )
    {
        public static readonly Computed None = new([], []);
    }

    /// <summary>A root without an answer.</summary>
    /// <param name="Root">The root.</param>
    /// <param name="Unknown">The id that is not there; null where another error is known.</param>
    /// <param name="Refused">The other error.</param>
    private readonly record struct Failure(Root Root, Reference? Unknown, AnswerError? Refused);

    private async ValueTask<Computed> ComputeAsync(Plan plan, IReading reading, CancellationToken cancellation)
    {
        if (!plan.Roots.Any(root => root is ComputedRoot))
            return Computed.None;
        var computed = new Computed(new(ReferenceEqualityComparer.Instance), new(ReferenceEqualityComparer.Instance));
        foreach (var question in plan.Roots.OfType<AnsweredRoot>())
        {
            cancellation.ThrowIfCancellationRequested();
            // A drawing names bodies: whether they are there is looked up first. Of others the reading of the answer tells.
            if (question.IsDrawn && await reading.UnknownAsync(question, cancellation) is not null)
                continue;
            try
            {
                computed.Answers.Add(
                    question,
                    await question.AnswerAsync(reading.LinksOf(question), drawings, cancellation)
                );
            }
            catch (NetworkTooLargeException error)
            {
                computed.Refused.Add(
                    question,
                    new AnswerError(question.Name, AnswerErrorCodes.NetworkTooLarge, error.Message)
                );
            }
            catch (DrawingException error)
            {
                computed.Refused.Add(question, new AnswerError(question.Name, error.Code, error.Message));
            }
        }
        return computed;
    }

    private static void Write(
        Plan plan,
        Computed computed,
        IAnswers answers,
        AnswerWriter writer,
        List<Failure> failed,
        CancellationToken cancellation
    )
    {
        writer.StartObject();
        for (var i = 0; i < plan.Roots.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var root = plan.Roots[i];
            writer.Name(root.Name);
            var unknown = answers.Unknown(i);
            AnswerError? refused = null;
            if (root is TypeNameRoot type)
            {
                writer.Text(type.TypeName);
            }
            else if (
                unknown is not null
                || (root is ComputedRoot question && computed.Refused.TryGetValue(question, out refused))
            )
            {
                failed.Add(new Failure(root, unknown, refused));
                answers.Skip();
                writer.Null();
            }
            else
            {
                answers.Write(i);
            }
        }
        writer.EndObject();
    }

    private static async ValueTask<IReadOnlyList<AnswerError>> ErrorsAsync(
        List<Failure> failed,
        IReading reading,
        CancellationToken cancellation
    )
    {
        if (failed.Count == 0)
            return [];
        var errors = new List<AnswerError>(failed.Count);
        foreach (var failure in failed)
            errors.Add(await ErrorAsync(failure, reading, cancellation));
        return errors;
    }

    private static async ValueTask<AnswerError> ErrorAsync(
        Failure failure,
        IReading reading,
        CancellationToken cancellation
    ) =>
        failure.Unknown is not { } unknown
            ? failure.Refused!
            : new AnswerError(
                failure.Root.Name,
                AnswerErrorCodes.UnknownId,
                References.Unknown(unknown, await reading.NearAsync(unknown, cancellation)),
                unknown.Place
            );
}

using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;

namespace EcosystemGraph.Core.Stores;

/// <summary>
/// All that a store reads for one question, from one whole data set: links, and then the records of its answer. Whatever is read
/// once the data are others is a <see cref="DataReplacedException"/>.
/// </summary>
public interface IReading
{
    /// <summary>What a computed question is computed from. An id that is unknown has no links and fits no filter.</summary>
    ILinkSource LinksOf(ComputedRoot question);

    /// <summary>The first id that a question takes for granted and that is not there; null where all are.</summary>
    ValueTask<Reference?> UnknownAsync(ComputedRoot question, CancellationToken cancellation);

    /// <summary>Reads the answers to a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="computed">The answers to its computed roots as far as they could be made: the records that they show are read.</param>
    /// <param name="writer">Takes the answers.</param>
    /// <param name="write">
    /// Writes them. Called again from the beginning where the store reads again.
    /// </param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The fingerprint of the data set that all was read from.</returns>
    ValueTask<string> AnswersAsync(
        Plan plan,
        IReadOnlyDictionary<ComputedRoot, ComputedAnswer> computed,
        AnswerWriter writer,
        Action<IAnswers> write,
        CancellationToken cancellation
    );

    /// <summary>The ids that are most like one that is not there (<see cref="Text.NearTexts"/>).</summary>
    ValueTask<IReadOnlyList<string>> NearAsync(Reference unknown, CancellationToken cancellation);
}

/// <summary>The answers to the roots of a plan as a store reads them: each is written or passed over, once and in the plan's order.</summary>
public interface IAnswers
{
    /// <summary>The first id that a root takes for granted and that is not there; null where all are. Known of every root from the beginning.</summary>
    /// <param name="root">The root's place in the plan.</param>
    Reference? Unknown(int root);

    /// <summary>Writes the answer to the next root.</summary>
    /// <param name="root">The root's place in the plan.</param>
    void Write(int root);

    /// <summary>Passes over the answer to the next root.</summary>
    void Skip();
}

/// <summary>The data were replaced while a question was read: it must be asked again from the beginning.</summary>
public sealed class DataReplacedException : Exception
{
    /// <summary>Creates the error.</summary>
    public DataReplacedException()
        : this("the data are being replaced; try again in a moment") { }

    /// <summary>Creates the error.</summary>
    public DataReplacedException(string message)
        : base(message) { }

    /// <summary>Creates the error from the one that caused it.</summary>
    public DataReplacedException(string message, Exception innerException)
        : base(message, innerException) { }
}

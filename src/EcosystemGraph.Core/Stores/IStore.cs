using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;

namespace EcosystemGraph.Core.Stores;

/// <summary>Holds the graph and answers plans. The same plan gets the same bytes from every store.</summary>
public interface IStore
{
    /// <summary>What the store is, in one word, for logs and measurements: memory, neo4j.</summary>
    string Name { get; }

    /// <summary>The data set's fingerprint where it cannot change while the store lives; null where only an answer tells.</summary>
    string? Fingerprint => null;

    /// <summary>How long the lists of the data set are, for the cost of a plan.</summary>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="StoreUnavailableException">The store cannot answer now.</exception>
    ValueTask<ListLengths> LengthsAsync(CancellationToken cancellation);

    /// <summary>
    /// Answers a plan: writes one object whose members are the plan's roots in their order. A root that cannot be
    /// answered is written as null, with an error.
    /// </summary>
    /// <param name="plan">The question.</param>
    /// <param name="writer">Takes the answer.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What could not be answered, and the data set that the answer is from.</returns>
    /// <exception cref="AnswerTooLargeException">The answer is larger than the writer's limit.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot answer now.</exception>
    ValueTask<StoreAnswer> AnswerAsync(Plan plan, AnswerWriter writer, CancellationToken cancellation);

    /// <summary>What figures and files show of a network or of what changed in one.</summary>
    /// <param name="question">A <see cref="NetworkRoot"/> or a <see cref="NetworkChangeRoot"/>.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The extract, or why there is none.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot answer now.</exception>
    ValueTask<StoreExtract> ExtractAsync(PartRoot question, CancellationToken cancellation);
}

/// <summary>An extract of a store, or why there is none.</summary>
/// <param name="Extract">The extract; null where there is an error.</param>
/// <param name="Error">Why there is none; null where there is one.</param>
public readonly record struct StoreExtract(Extract? Extract, AnswerError? Error);

/// <summary>What a store says beside the answer it has written.</summary>
/// <param name="Errors">Which roots have no answer, and why.</param>
/// <param name="Fingerprint">The fingerprint of the very data set that the answer is from.</param>
public readonly record struct StoreAnswer(IReadOnlyList<AnswerError> Errors, string Fingerprint);

/// <summary>Why a root of a plan has no answer.</summary>
/// <param name="Root">The root's name.</param>
/// <param name="Code">One of <see cref="AnswerErrorCodes"/>.</param>
/// <param name="Message">What is wrong and what would be right, in one sentence.</param>
/// <param name="Place">The field within the root that it is about; null where it is the root itself.</param>
public sealed record AnswerError(string Root, string Code, string Message, AnswerPlace? Place = null);

/// <summary>The codes of errors that stores give.</summary>
public static class AnswerErrorCodes
{
    /// <summary>An argument names an id that the data set does not have.</summary>
    public const string UnknownId = "UNKNOWN_ID";

    /// <summary>A network, or a measure of it, is larger than what is computed.</summary>
    public const string NetworkTooLarge = "NETWORK_TOO_LARGE";

    /// <summary>A figure or a file cannot be made as it is asked.</summary>
    public const string NoDrawing = "NO_DRAWING";

    /// <summary>The answer may hold, or a figure or a file holds, more values than it may.</summary>
    public const string CostTooHigh = "COST_TOO_HIGH";

    /// <summary>The store's server is not there, or its answer cannot be understood.</summary>
    public const string Unavailable = "STORE_UNAVAILABLE";

    /// <summary>The store is being filled; it answers when that has ended.</summary>
    public const string Loading = "STORE_LOADING";

    /// <summary>The store holds no data set, or one of another version of this program.</summary>
    public const string Empty = "STORE_EMPTY";

    /// <summary>The store's server refuses the credentials.</summary>
    public const string Unauthorized = "STORE_UNAUTHORIZED";

    /// <summary>The store's server has no such database.</summary>
    public const string UnknownDatabase = "STORE_UNKNOWN_DATABASE";

    /// <summary>The answer takes longer than it may.</summary>
    public const string Timeout = "TIMEOUT";
}

/// <summary>A store that cannot answer now: its server is not there, is being loaded, or failed.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Creates the error with no message.</summary>
    public StoreUnavailableException() { }

    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong and what would be right, in one sentence fit for clients.</param>
    public StoreUnavailableException(string message)
        : base(message) { }

    /// <summary>Creates the error from the one that caused it.</summary>
    /// <param name="message">What is wrong and what would be right, in one sentence fit for clients.</param>
    /// <param name="innerException">The cause.</param>
    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates the error.</summary>
    /// <param name="code">One of <see cref="AnswerErrorCodes"/>.</param>
    /// <param name="message">What is wrong and what would be right, in one sentence fit for clients.</param>
    /// <param name="innerException">The cause.</param>
    public StoreUnavailableException(string code, string message, Exception? innerException)
        : base(message, innerException) => Code = code;

    /// <summary>What kind of error it is: one of <see cref="AnswerErrorCodes"/>.</summary>
    public string Code { get; } = AnswerErrorCodes.Unavailable;
}

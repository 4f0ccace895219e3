using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores;

namespace EcosystemGraph.Core.Questions;

/// <summary>Draws networks and writes them as files: what an answer needs of the library that does so.</summary>
public interface IDrawings
{
    /// <summary>Draws or writes.</summary>
    /// <param name="extract">What of.</param>
    /// <param name="request">How.</param>
    /// <param name="fields">The names of the fields that are asked for: what none of them needs is not made.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>A value a field: a text, a list of texts, or null.</returns>
    /// <exception cref="DrawingException">It cannot be drawn or written so.</exception>
    ValueTask<IReadOnlyDictionary<string, object?>> MakeAsync(
        Extract extract,
        DrawingRequest request,
        IReadOnlySet<string> fields,
        CancellationToken cancellation
    );
}

/// <summary>A network that cannot be drawn or written as it is asked.</summary>
public sealed class DrawingException : Exception
{
    /// <summary>Creates the error with no message.</summary>
    public DrawingException() { }

    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong and what would be right, in one sentence.</param>
    public DrawingException(string message)
        : base(message) { }

    /// <summary>Creates the error from the one that caused it.</summary>
    /// <param name="message">What is wrong and what would be right, in one sentence.</param>
    /// <param name="innerException">The cause.</param>
    public DrawingException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates the error.</summary>
    /// <param name="code">What kind of error it is, where it is not that of a drawing.</param>
    /// <param name="message">What is wrong and what would be right, in one sentence.</param>
    public DrawingException(string code, string message)
        : base(message) => Code = code;

    /// <summary>What kind of error it is, as an answer has it.</summary>
    public string Code { get; } = AnswerErrorCodes.NoDrawing;
}

using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Questions;

/// <summary>
/// A computed question of the contract: its place in the schema, and the root that it becomes. A new one is a file with its root and its
/// answer, and a line in <see cref="All"/>.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it asks, for analysts.</param>
/// <param name="Target">The type of what it gives.</param>
/// <param name="IsList">Whether it gives several.</param>
/// <param name="Inputs">What it takes, in the order of the schema.</param>
/// <param name="Read">Reads what was given.</param>
public sealed record ComputedQuestion(
    string Name,
    string Description,
    RecordType Target,
    bool IsList,
    ImmutableArray<Input> Inputs,
    Func<IGivenInputs, AnsweredRoot> Read
)
{
    /// <summary>All, in the order of the schema.</summary>
    public static ImmutableArray<ComputedQuestion> All { get; } =
    [PathsRoot.Question, NetworkRoot.Question, NetworkChangeRoot.Question];
}

/// <summary>What was given for the inputs of a computed question; what it cannot be is refused as it is read.</summary>
public interface IGivenInputs
{
    /// <summary>The name of the answer.</summary>
    string Name { get; }

    /// <summary>What is asked of the answer.</summary>
    Projection Projection();

    /// <summary>A text or an id, which must be given.</summary>
    string Text(Input input);

    /// <summary>A whole number within its bounds.</summary>
    int Whole(Input input);

    /// <summary>True or false.</summary>
    bool Flag(Input input);

    /// <summary>A date, which must be given.</summary>
    PartialDate Date(Input input);

    /// <summary>The links of some kinds that were active at a date.</summary>
    LinkChoice Links(Input kinds, Input activeAt);

    /// <summary>A part of the graph; all of it where none is given.</summary>
    /// <param name="input">The input.</param>
    /// <param name="atAnyTime">Whether the question itself says when: then the part may not.</param>
    NetworkPart Part(Input input, bool atAnyTime);

    /// <summary>The error that something cannot be as it was given.</summary>
    /// <param name="message">What is wrong and what would be right, in one sentence.</param>
    Exception Wrong(string message);
}

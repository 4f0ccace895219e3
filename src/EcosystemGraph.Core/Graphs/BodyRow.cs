using System.Runtime.InteropServices;

namespace EcosystemGraph.Core.Graphs;

/// <summary>The number of a body (<see cref="ResolvedGraph.Entities"/>): neither an actor's row nor a grouping's.</summary>
/// <param name="Number">The number; <see cref="ResolvedGraph.None"/> where there is no body.</param>
public readonly record struct BodyRow(int Number)
{
    /// <summary>Stands for "no such body".</summary>
    public static readonly BodyRow None = new(ResolvedGraph.None);

    /// <summary>Whether there is no body.</summary>
    public bool IsNone => Number == ResolvedGraph.None;
}

/// <summary>
/// Bodies as one range of numbers: first the groupings, in their order, then the actors, in theirs. A body that is
/// both is the grouping (semantics: Filters), so that equal numbers are the same body.
/// </summary>
/// <param name="groupings">How many groupings there are.</param>
public readonly struct EntityRefs(int groupings)
{
    /// <summary>The body that a grouping is.</summary>
    public static BodyRow OfGrouping(int grouping) => new(grouping);

    /// <summary>The body that an actor is which is no grouping.</summary>
    public BodyRow OfActor(int actor) => new(groupings + actor);

    /// <summary>Whether the body is a grouping.</summary>
    public bool IsGrouping(BodyRow body) => body.Number < groupings;

    /// <summary>The row of the grouping or actor.</summary>
    public int Row(BodyRow body) => IsGrouping(body) ? body.Number : body.Number - groupings;
}

/// <summary>For each body the rows that it is tied to.</summary>
public readonly struct BodyLists
{
    private readonly Adjacency _lists;

    internal BodyLists(int bodies, ReadOnlySpan<BodyRow> from, ReadOnlySpan<int> to) =>
        _lists = Adjacency.Of(bodies, MemoryMarshal.Cast<BodyRow, int>(from), to);

    /// <summary>The rows tied to a body, ascending, each once.</summary>
    public ReadOnlySpan<int> Of(BodyRow body) => _lists.Of(body.Number);

    /// <summary>How many rows are tied to a body.</summary>
    public int Count(BodyRow body) => _lists.Count(body.Number);
}

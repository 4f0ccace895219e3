namespace EcosystemGraph.Core.Graphs;

/// <summary>
/// Bodies as one range of numbers: first the groupings, in their order, then the actors, in theirs. A body that is
/// both is the grouping (semantics: Filters), so that equal numbers are the same body.
/// </summary>
/// <param name="groupings">How many groupings there are.</param>
public readonly struct EntityRefs(int groupings)
{
    /// <summary>The number of a grouping.</summary>
    public static int OfGrouping(int grouping) => grouping;

    /// <summary>The number of an actor that is no grouping.</summary>
    public int OfActor(int actor) => groupings + actor;

    /// <summary>Whether the number is a grouping's.</summary>
    public bool IsGrouping(int entity) => entity < groupings;

    /// <summary>The row of the grouping or actor.</summary>
    public int Row(int entity) => entity < groupings ? entity : entity - groupings;
}

using System.Runtime.InteropServices;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>What a number of an abstract type stands for.</summary>
internal static class AbstractRow
{
    /// <summary>The place of the concrete type among the abstract one's, and the row.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="first">The abstract type's first concrete type, which tells which abstract type it is.</param>
    /// <param name="number">The number of a body or of a link.</param>
    public static (int Type, int Row) Of(ResolvedGraph graph, RecordType first, int number) =>
        first == Records.Actor
            ? (graph.Entities.IsGrouping(new(number)) ? 1 : 0, graph.Entities.Row(new(number)))
            : (graph.Links.IsMembership(new(number)) ? 0 : 1, graph.Links.Row(new(number)));
}

/// <summary>Bodies and links as the numbers of an abstract type.</summary>
internal static class RowNumbers
{
    public static ReadOnlySpan<int> Of(ReadOnlySpan<BodyRow> bodies) => MemoryMarshal.Cast<BodyRow, int>(bodies);

    public static ReadOnlySpan<int> Of(ReadOnlySpan<LinkRow> links) => MemoryMarshal.Cast<LinkRow, int>(links);
}

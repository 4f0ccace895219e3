namespace EcosystemGraph.Core.Graphs;

/// <summary>The territories as a tree, and where bodies and links are.</summary>
public sealed class Places
{
    internal Places(ResolvedGraph graph)
    {
        Within = Array.ConvertAll(graph.Territories, t => graph.TerritoryRow(t.Within));
        var inner = Enumerable.Range(0, Within.Length).Where(t => Within[t] != ResolvedGraph.None).ToArray();
        Contains = Adjacency.Of(Within.Length, Array.ConvertAll(inner, t => Within[t]), inner);
        OfActor = Array.ConvertAll(
            graph.Actors,
            a => graph.TerritoryRow(a.Territory ?? SameBody(graph, a.Id)?.Territory)
        );
        OfGrouping = Array.ConvertAll(
            graph.Groupings,
            g => graph.TerritoryRow(g.Territory ?? SameActor(graph, g.Id)?.Territory)
        );
    }

    /// <summary>For each territory the one it lies in, or <see cref="ResolvedGraph.None"/>.</summary>
    public int[] Within { get; }

    /// <summary>For each territory those just inside it.</summary>
    public Adjacency Contains { get; }

    /// <summary>For each actor its territory, or <see cref="ResolvedGraph.None"/>.</summary>
    public int[] OfActor { get; }

    /// <summary>For each grouping its territory, or <see cref="ResolvedGraph.None"/>.</summary>
    public int[] OfGrouping { get; }

    /// <summary>For each territory whether it is the one given, or lies in it.</summary>
    public bool[] Inside(int territory)
    {
        var inside = new bool[Within.Length];
        var open = new Stack<int>([territory]);
        while (open.TryPop(out var next))
        {
            if (inside[next])
                continue;
            inside[next] = true;
            foreach (var inner in Contains.Of(next))
                open.Push(inner);
        }
        return inside;
    }

    private static Model.Grouping? SameBody(ResolvedGraph graph, string id) =>
        graph.FindGrouping(id) is var row and not ResolvedGraph.None ? graph.Groupings[row] : null;

    private static Model.Actor? SameActor(ResolvedGraph graph, string id) =>
        graph.FindActor(id) is var row and not ResolvedGraph.None ? graph.Actors[row] : null;
}

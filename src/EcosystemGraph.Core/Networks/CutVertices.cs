namespace EcosystemGraph.Core.Networks;

/// <summary>Cut vertices (articulation points): the bodies without which their component falls apart.</summary>
public static class CutVertices
{
    /// <summary>
    /// Whether each body is one, by one depth-first search in linear time, without recursion: Hopcroft and Tarjan,
    /// "Algorithm 447: efficient algorithms for graph manipulation", 1973.
    /// </summary>
    public static bool[] Of(Network network, CancellationToken cancellation = default)
    {
        const int NoParent = -1;
        var (offsets, adjacent) = (network.Offsets, network.Adjacent);
        var count = network.NodeCount;
        var cut = new bool[count];
        var visit = new int[count]; // when a body was first seen, from 1; 0: not yet
        var low = new int[count]; // the earliest seen that its subtree is tied to
        var parent = new int[count];
        var next = offsets.AsSpan(0, count).ToArray();
        var time = 0;
        for (var root = 0; root < count; root++)
        {
            if (visit[root] > 0)
                continue;
            cancellation.ThrowIfCancellationRequested();
            visit[root] = low[root] = ++time;
            parent[root] = NoParent;
            var branches = 0;
            var node = root;
            while (node != NoParent)
            {
                if (next[node] < offsets[node + 1])
                {
                    var neighbour = adjacent[next[node]++];
                    if (visit[neighbour] == 0)
                    {
                        if (node == root)
                            branches++;
                        visit[neighbour] = low[neighbour] = ++time;
                        parent[neighbour] = node;
                        node = neighbour;
                    }
                    else if (neighbour != parent[node])
                    {
                        low[node] = Math.Min(low[node], visit[neighbour]);
                    }
                    continue;
                }
                var above = parent[node];
                if (above != NoParent)
                {
                    low[above] = Math.Min(low[above], low[node]);
                    if (above != root && low[node] >= visit[above])
                        cut[above] = true;
                }
                node = above;
            }
            cut[root] = branches > 1;
        }
        return cut;
    }
}

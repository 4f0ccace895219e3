namespace EcosystemGraph.Core.Networks;

/// <summary>Connected components: the largest sets of bodies of which each can be reached from each.</summary>
public static class Components
{
    /// <summary>
    /// The components, by breadth-first search in linear time: Hopcroft and Tarjan, "Algorithm 447: efficient algorithms
    /// for graph manipulation", 1973. A body without a tie is a component of its own.
    /// </summary>
    public static Partition Of(Network network, CancellationToken cancellation = default)
    {
        var (offsets, adjacent) = (network.Offsets, network.Adjacent);
        var labels = new int[network.NodeCount];
        Array.Fill(labels, -1);
        var queue = new int[network.NodeCount];
        var count = 0;
        for (var root = 0; root < labels.Length; root++)
        {
            if (labels[root] >= 0)
                continue;
            cancellation.ThrowIfCancellationRequested();
            labels[root] = count;
            queue[0] = root;
            var end = 1;
            for (var at = 0; at < end; at++)
            {
                var node = queue[at];
                foreach (var neighbour in adjacent.AsSpan(offsets[node], offsets[node + 1] - offsets[node]))
                {
                    if (labels[neighbour] >= 0)
                        continue;
                    labels[neighbour] = count;
                    queue[end++] = neighbour;
                }
            }
            count++;
        }
        return Partition.Of(labels, count);
    }
}

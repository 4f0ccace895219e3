namespace EcosystemGraph.Core.Networks;

/// <summary>
/// Betweenness: for each body, over all pairs of others, the share of the shortest paths between the two that go through
/// it. Each tie is one step, whatever its weight. Freeman, "A set of measures of centrality based on betweenness", 1977;
/// NetworkX's <c>betweenness_centrality</c>.
/// </summary>
public static class Betweenness
{
    /// <summary>Exactly, from every body: Brandes, "A faster algorithm for betweenness centrality", 2001.</summary>
    /// <param name="network">The network.</param>
    /// <param name="normalised">Divided by the number of pairs of others, (n − 1)(n − 2) / 2: from 0 to 1. Else each pair counts 1.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="NetworkTooLargeException">More than <see cref="NetworkLimits.Steps"/> steps.</exception>
    public static double[] Of(Network network, bool normalised = true, CancellationToken cancellation = default)
    {
        NetworkLimits.CheckSteps(
            network,
            network.NodeCount,
            "Exact betweenness",
            "A focus, a filter or a date makes it smaller."
        );
        var sources = new int[network.NodeCount];
        for (var node = 0; node < sources.Length; node++)
            sources[node] = node;
        return FromSources(network, sources, normalised, cancellation);
    }

    /// <summary>
    /// An estimate from a sample of sources drawn without putting back, scaled by n / sources: Brandes and Pich,
    /// "Centrality estimation in large networks", 2007. With as many sources as bodies or more it is exact.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="sources">How many to draw, 1 or more.</param>
    /// <param name="seed">Which; the same seed gives the same estimate everywhere.</param>
    /// <param name="normalised">As in <see cref="Of"/>.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="NetworkTooLargeException">More than <see cref="NetworkLimits.Steps"/> steps.</exception>
    public static double[] Sampled(
        Network network,
        int sources,
        ulong seed,
        bool normalised = true,
        CancellationToken cancellation = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sources, 1);
        if (sources >= network.NodeCount)
            return Of(network, normalised, cancellation);
        NetworkLimits.CheckSteps(
            network,
            sources,
            $"Betweenness from {sources} sources",
            "Ask for fewer sources, or for a smaller part."
        );
        return FromSources(
            network,
            new SeededRandom(seed).Choose(sources, network.NodeCount),
            normalised,
            cancellation
        );
    }

    /// <summary>The estimate from these sources, scaled by n / sources; exact where they are all the bodies.</summary>
    internal static double[] FromSources(
        Network network,
        ReadOnlySpan<int> sources,
        bool normalised,
        CancellationToken cancellation
    )
    {
        var (offsets, adjacent, count) = (network.Offsets, network.Adjacent, network.NodeCount);
        var sums = new double[count];
        var reached = new Reached[count];
        var queue = new int[count];
        foreach (var source in sources)
        {
            cancellation.ThrowIfCancellationRequested();
            // Forwards: how many shortest paths lead to each body.
            reached[source] = new Reached { Level = 1, Value = 1 };
            queue[0] = source;
            var end = 1;
            for (var at = 0; at < end; at++)
            {
                var node = queue[at];
                var (level, paths) = (reached[node].Level + 1, reached[node].Value);
                foreach (var neighbour in adjacent.AsSpan(offsets[node], offsets[node + 1] - offsets[node]))
                {
                    ref var there = ref reached[neighbour];
                    if (there.Level == 0)
                    {
                        there.Level = level;
                        there.Value = paths;
                        queue[end++] = neighbour;
                    }
                    else if (there.Level == level)
                    {
                        there.Value += paths;
                    }
                }
            }
            // Backwards: how much of what lies beyond depends on each body. Its count of paths is then no longer needed,
            // and the share that each path to it carries, (1 + dependency) / paths, takes its place.
            for (var at = end - 1; at > 0; at--)
            {
                var node = queue[at];
                ref var here = ref reached[node];
                var (level, paths) = (here.Level + 1, here.Value);
                var beyond = 0.0;
                foreach (var neighbour in adjacent.AsSpan(offsets[node], offsets[node + 1] - offsets[node]))
                {
                    ref var there = ref reached[neighbour];
                    if (there.Level == level)
                        beyond += there.Value;
                }
                var dependency = paths * beyond;
                sums[node] += dependency;
                here.Value = (1 + dependency) / paths;
            }
            for (var at = 0; at < end; at++)
                reached[queue[at]].Level = 0;
        }

        // Each pair was counted from both its ends.
        var scale = 0.5;
        if (normalised && count > 2)
            scale = 1 / ((double)(count - 1) * (count - 2));
        if (sources.Length > 0 && sources.Length != count)
            scale *= (double)count / sources.Length;
        for (var node = 0; node < count; node++)
            sums[node] *= scale;
        return sums;
    }

    /// <summary>What is known of a body from one source; together, because they are read together.</summary>
    private struct Reached
    {
        public double Value;
        public int Level;
    }
}

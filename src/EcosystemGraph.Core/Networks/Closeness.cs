namespace EcosystemGraph.Core.Networks;

/// <summary>
/// Closeness in components: (r − 1) / Σ d, the inverse of the mean distance to the r − 1 others that a body reaches, times
/// the share of all others that these are, (r − 1) / (n − 1); from 0 to 1, and 0 for a body without a tie. Each tie is one
/// step, whatever its weight. Wasserman and Faust, "Social Network Analysis", 1994, page 201; NetworkX's
/// <c>closeness_centrality</c>.
/// </summary>
public static class Closeness
{
    /// <summary>Exactly.</summary>
    /// <exception cref="NetworkTooLargeException">More than <see cref="NetworkLimits.Steps"/> steps.</exception>
    public static double[] Of(Network network, CancellationToken cancellation = default)
    {
        NetworkLimits.CheckSteps(
            network,
            network.NodeCount,
            "Exact closeness",
            "A focus, a filter or a date makes it smaller."
        );
        return FromPivots(network, network.NodeCount, 0, cancellation);
    }

    /// <summary>
    /// An estimate: the mean distance to a sample of pivots, drawn in each component without putting back, for the mean
    /// distance to all of it. Eppstein and Wang, "Fast approximation of centrality", 2001. Exact in components that have no
    /// more bodies than <paramref name="pivots"/>.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="pivots">How many to draw in each component, 2 or more.</param>
    /// <param name="seed">Which; the same seed gives the same estimate everywhere.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="NetworkTooLargeException">More than <see cref="NetworkLimits.Steps"/> steps.</exception>
    public static double[] Sampled(Network network, int pivots, ulong seed, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pivots, 2);
        NetworkLimits.CheckSteps(
            network,
            Math.Min(pivots, network.NodeCount),
            $"Closeness from {pivots} pivots",
            "Ask for fewer pivots, or for a smaller part."
        );
        return FromPivots(network, pivots, seed, cancellation);
    }

    private static double[] FromPivots(Network network, int most, ulong seed, CancellationToken cancellation)
    {
        var (offsets, adjacent, count) = (network.Offsets, network.Adjacent, network.NodeCount);
        var components = Components.Of(network, cancellation);
        var random = new SeededRandom(seed);
        var closeness = new double[count];
        var distances = new long[count];
        var steps = new int[count];
        Array.Fill(steps, -1);
        var queue = new int[count];
        for (var component = 0; component < components.Count; component++)
        {
            var members = components.Members(component);
            if (members.Length == 1)
                break; // the largest come first
            var pivots = members.Length <= most ? members : Chosen(members, most, random);
            foreach (var pivot in pivots)
            {
                cancellation.ThrowIfCancellationRequested();
                steps[pivot] = 0;
                queue[0] = pivot;
                var end = 1;
                for (var at = 0; at < end; at++)
                {
                    var node = queue[at];
                    var step = steps[node] + 1;
                    distances[node] += step - 1;
                    foreach (var neighbour in adjacent.AsSpan(offsets[node], offsets[node + 1] - offsets[node]))
                    {
                        if (steps[neighbour] >= 0)
                            continue;
                        steps[neighbour] = step;
                        queue[end++] = neighbour;
                    }
                }
                for (var at = 0; at < end; at++)
                    steps[queue[at]] = -1;
            }
            double others = members.Length - 1;
            foreach (var node in members)
            {
                // A body is at no distance from itself: a pivot knows of one body less than the others do.
                double sum = distances[node];
                if (pivots.Length < members.Length)
                    sum *= others / (pivots.Length - (pivots.BinarySearch(node) >= 0 ? 1 : 0));
                closeness[node] = others / sum * (others / (count - 1));
            }
        }
        return closeness;
    }

    private static ReadOnlySpan<int> Chosen(ReadOnlySpan<int> members, int most, SeededRandom random)
    {
        var chosen = random.Choose(most, members.Length);
        for (var i = 0; i < chosen.Length; i++)
            chosen[i] = members[chosen[i]];
        return chosen;
    }
}

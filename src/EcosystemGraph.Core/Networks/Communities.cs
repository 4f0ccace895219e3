namespace EcosystemGraph.Core.Networks;

/// <summary>
/// Communities: groups with more weight of ties within them than chance would have, found by the Leiden method for
/// modularity. Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected communities", 2019.
/// </summary>
/// <remarks>
/// Of the refinement's choices the best is taken instead of one drawn by its exponential, as in Sahu, "GVE-Leiden: fast
/// Leiden algorithm for community detection in shared memory setting", 2023: an exponential may differ between machines.
/// Only the order in which bodies are looked at is random, and that by <see cref="SeededRandom"/>: the same network and
/// seed give the same communities everywhere.
/// </remarks>
public sealed class Communities
{
    /// <summary>Up to so many ties the best of <see cref="Attempts"/> is taken, above it the first.</summary>
    public const int SmallTies = 20_000;

    /// <summary>How many times a small network is divided, from differing orders.</summary>
    public const int Attempts = 10;

    /// <summary>How many times at most a division is improved from its own result.</summary>
    public const int Iterations = 10;

    /// <summary>A large network's division is improved again only as long as that gained this much modularity.</summary>
    public const double LeastGain = 1e-6;

    private Communities(Partition partition, double modularity)
    {
        Partition = partition;
        Modularity = modularity;
    }

    /// <summary>The communities, the largest first, then by the least member; a body without a tie is one of its own.</summary>
    public Partition Partition { get; }

    /// <summary>The division's <see cref="Networks.Modularity"/>; 0 of a network without a tie.</summary>
    public double Modularity { get; }

    /// <summary>Finds the communities.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seed">The order in which bodies are looked at.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Communities Of(Network network, ulong seed = 1, CancellationToken cancellation = default)
    {
        var level = LeidenLevel.Of(network);
        var random = new SeededRandom(seed);
        var small = network.TieCount <= SmallTies;
        Communities? best = null;
        for (var attempt = 0; attempt < (small ? Attempts : 1); attempt++)
        {
            var found = Divide(network, level, random, small ? 1e-12 : LeastGain, cancellation);
            if (best is null || found.Modularity > best.Modularity + 1e-12)
                best = found;
        }
        return best!;
    }

    private static Communities Divide(
        Network network,
        LeidenLevel first,
        SeededRandom random,
        double leastGain,
        CancellationToken cancellation
    )
    {
        var communities = new int[network.NodeCount];
        for (var node = 0; node < communities.Length; node++)
            communities[node] = node;
        Communities? best = null;
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            communities = Improve(first, communities, random, cancellation);
            var partition = Partition.Of([.. communities], network.NodeCount);
            var found = new Communities(partition, Networks.Modularity.Of(network, partition));
            var gain = found.Modularity - (best?.Modularity ?? 0);
            if (best is null || gain > 0)
                best = found;
            if (gain < leastGain)
                break;
        }
        return best!;
    }

    /// <summary>One iteration: moves, refines and aggregates until each community is one node.</summary>
    private static int[] Improve(
        LeidenLevel first,
        int[] communities,
        SeededRandom random,
        CancellationToken cancellation
    )
    {
        var level = first;
        var nodeOf = new int[first.Count]; // the node of the level that each body is in
        for (var body = 0; body < nodeOf.Length; body++)
            nodeOf[body] = body;
        communities = [.. communities];
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            level.Move(communities, random, cancellation);
            var (count, labels) = Compact(communities);
            if (count == level.Count)
                break;
            var refined = level.Refine(labels, count, random, cancellation);
            var (refinedCount, refinedLabels) = Compact(refined);
            // Cannot be but by rounding: nothing was merged, and the next level would be this one again.
            if (refinedCount == level.Count)
                (refinedCount, refinedLabels) = (count, labels);

            communities = new int[refinedCount];
            for (var node = 0; node < labels.Length; node++)
                communities[refinedLabels[node]] = labels[node];
            level = level.Aggregate(refinedLabels, refinedCount);
            for (var body = 0; body < nodeOf.Length; body++)
                nodeOf[body] = refinedLabels[nodeOf[body]];
        }
        var result = new int[first.Count];
        for (var body = 0; body < result.Length; body++)
            result[body] = communities[nodeOf[body]];
        return Compact(result).Labels;
    }

    /// <summary>Renumbers labels from 0 in the order in which they first stand.</summary>
    private static (int Count, int[] Labels) Compact(int[] labels)
    {
        var renumbered = new int[labels.Length];
        var numbers = new int[labels.Length];
        var count = 0;
        for (var node = 0; node < labels.Length; node++)
        {
            ref var number = ref numbers[labels[node]];
            if (number == 0)
                number = ++count;
            renumbered[node] = number - 1;
        }
        return (count, renumbered);
    }
}

namespace EcosystemGraph.Core.Networks;

/// <summary>
/// Modularity of a division into groups: Σ over groups of W/m − (K/2m)², where m is the weight of all ties, W that of the
/// ties within the group, K the sum of its members' weighted degrees; from −0.5 to 1. Newman and Girvan, "Finding and
/// evaluating community structure in networks", 2004; weighted: Newman, "Analysis of weighted networks", 2004; NetworkX's
/// <c>modularity</c> at resolution 1.
/// </summary>
public static class Modularity
{
    /// <summary>The modularity; 0 of a network without a tie.</summary>
    /// <exception cref="ArgumentException">The division is of another network.</exception>
    public static double Of(Network network, Partition groups)
    {
        if (groups.NodeCount != network.NodeCount)
            throw new ArgumentException(
                $"The division is of {groups.NodeCount} bodies, the network has {network.NodeCount}.",
                nameof(groups)
            );
        var within = new double[groups.Count];
        var degrees = new double[groups.Count];
        var total = 0.0;
        for (var tie = 0; tie < network.TieCount; tie++)
        {
            var (source, target) = network.Ends(tie);
            var (one, other, weight) = (groups.GroupOf(source), groups.GroupOf(target), network.Weight(tie));
            total += weight;
            degrees[one] += weight;
            degrees[other] += weight;
            if (one == other)
                within[one] += weight;
        }
        if (total == 0)
            return 0;
        var sum = 0.0;
        for (var group = 0; group < within.Length; group++)
        {
            var share = degrees[group] / (2 * total);
            sum += within[group] / total - share * share;
        }
        return sum;
    }
}

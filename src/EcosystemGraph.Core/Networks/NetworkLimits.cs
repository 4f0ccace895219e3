namespace EcosystemGraph.Core.Networks;

/// <summary>How large a network may be; what is larger is refused before work begins.</summary>
public static class NetworkLimits
{
    /// <summary>The most bodies in a network.</summary>
    public const int Nodes = 2_000_000;

    /// <summary>The most links in a network, several between two bodies each counted.</summary>
    public const int Links = 10_000_000;

    /// <summary>The most links that a projection may make: for each body that is shared, the pairs of those that share it.</summary>
    public const int ProjectedLinks = 5_000_000;

    /// <summary>
    /// The most steps of a measure that walks the whole network from every body (exact betweenness, exact closeness):
    /// bodies × (bodies + 2 × ties). A step takes some 5 to 50 ns, the more the larger the network.
    /// </summary>
    public const long Steps = 1_000_000_000;

    /// <summary>The longest path that can be asked for, in links.</summary>
    public const int PathLength = 20;

    /// <summary>How many links away from its focus a network may go.</summary>
    public const int Depth = 20;

    internal static void CheckSteps(Network network, long sources, string measure, string instead)
    {
        var steps = sources * (network.NodeCount + 2L * network.TieCount);
        if (steps > Steps)
            throw new NetworkTooLargeException(
                $"{measure} of {network.NodeCount} bodies and {network.TieCount} ties takes {steps} steps; the limit is {Steps}. {instead}",
                steps,
                Steps
            );
    }
}

/// <summary>A network, or what is asked of it, is over one of <see cref="NetworkLimits"/>.</summary>
public sealed class NetworkTooLargeException : Exception
{
    /// <summary>Says what is too large, and what would be right.</summary>
    /// <param name="message">A sentence that names the limit.</param>
    /// <param name="size">The size that was asked for.</param>
    /// <param name="limit">The largest allowed.</param>
    public NetworkTooLargeException(string message, long size, long limit)
        : base(message)
    {
        Size = size;
        Limit = limit;
    }

    /// <summary>The size that was asked for, in the limit's unit.</summary>
    public long Size { get; }

    /// <summary>The largest allowed.</summary>
    public long Limit { get; }
}

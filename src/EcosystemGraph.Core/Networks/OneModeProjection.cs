namespace EcosystemGraph.Core.Networks;

/// <summary>A link between a body and what it may share with others: a membership, by its number.</summary>
/// <param name="Node">The place of the body that stays, in the list of ids.</param>
/// <param name="Through">The number of what is shared (a grouping, where members are projected); any numbers from 0.</param>
/// <param name="Link">The number by which the caller knows the link.</param>
public readonly record struct Incidence(int Node, int Through, int Link);

/// <summary>A link that a projection made: two bodies share one other.</summary>
/// <param name="Through">What they share.</param>
/// <param name="One">The number of the lesser body's link to it, in the caller's numbering.</param>
/// <param name="Other">The number of the greater body's.</param>
public readonly record struct SharedLink(int Through, int One, int Other);

/// <summary>
/// One-mode projection of co-membership: two bodies are tied once for each body that they share, and the tie weighs how
/// many these are. Breiger, "The duality of persons and groups", 1974; NetworkX's <c>bipartite.weighted_projected_graph</c>.
/// </summary>
public sealed class OneModeProjection
{
    private readonly SharedLink[] _shared;

    private OneModeProjection(Network network, SharedLink[] shared)
    {
        Network = network;
        _shared = shared;
    }

    /// <summary>The network; each of its links stands for one shared body and weighs 1.</summary>
    public Network Network { get; }

    /// <summary>What a link of the network stands for: by <see cref="SharedLink.Through"/> ascending along a tie.</summary>
    public SharedLink Shared(int link) => _shared[link];

    /// <summary>Projects.</summary>
    /// <param name="ids">The ids of the bodies that stay, each once.</param>
    /// <param name="incidences">Their links to what they may share, in the order in which they are to be named; the first pair that counts stands for all pairs through the same body.</param>
    /// <param name="counts">Whether two links, by the caller's numbers, make the pair one that shares (their dates overlap); null where all do. Symmetric.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="NetworkTooLargeException">There are more than <see cref="NetworkLimits.ProjectedLinks"/> pairs to look at.</exception>
    public static OneModeProjection Of(
        IReadOnlyList<string> ids,
        IReadOnlyList<Incidence> incidences,
        Func<int, int, bool>? counts = null,
        CancellationToken cancellation = default
    )
    {
        var sharers = new SortedDictionary<int, List<Incidence>>();
        foreach (var incidence in incidences)
        {
            if (!sharers.TryGetValue(incidence.Through, out var list))
                sharers.Add(incidence.Through, list = []);
            list.Add(incidence);
        }
        var pairs = 0L;
        foreach (var list in sharers.Values)
            pairs += list.Count * (list.Count - 1L) / 2;
        if (pairs > NetworkLimits.ProjectedLinks)
            throw new NetworkTooLargeException(
                $"The projection has {pairs} pairs that share a body; the limit is {NetworkLimits.ProjectedLinks}. Ask for the bipartite network, or for a smaller part.",
                pairs,
                NetworkLimits.ProjectedLinks
            );

        var builder = new NetworkBuilder(ids);
        var shared = new List<SharedLink>();
        var seen = new HashSet<(int, int)>();
        foreach (var (through, list) in sharers)
        {
            seen.Clear();
            for (var i = 0; i < list.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                for (var j = i + 1; j < list.Count; j++)
                {
                    var (one, other) = (list[i], list[j]);
                    if (one.Node == other.Node || counts?.Invoke(one.Link, other.Link) == false)
                        continue;
                    if (string.CompareOrdinal(ids[one.Node], ids[other.Node]) > 0)
                        (one, other) = (other, one);
                    if (!seen.Add((one.Node, other.Node)))
                        continue;
                    builder.Add(one.Node, other.Node);
                    shared.Add(new SharedLink(through, one.Link, other.Link));
                }
            }
        }
        return new OneModeProjection(builder.Build(), [.. shared]);
    }
}

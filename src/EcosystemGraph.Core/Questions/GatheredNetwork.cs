using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Questions;

/// <summary>A part of the graph, gathered from a store: its network and the links behind each tie.</summary>
internal sealed class GatheredNetwork
{
    private readonly GivenLink[] _links;
    private readonly OneModeProjection? _projection;
    private readonly Func<GivenLink, string>? _sharedOf;

    private GatheredNetwork(
        Network network,
        GivenLink[] links,
        OneModeProjection? projection,
        Func<GivenLink, string>? sharedOf
    )
    {
        Network = network;
        _links = links;
        _projection = projection;
        _sharedOf = sharedOf;
    }

    /// <summary>The network; bodies in the order of their ids.</summary>
    public Network Network { get; }

    /// <summary>The links that the part consists of; of a projected network those of all that is shared.</summary>
    public IReadOnlyList<GivenLink> Links => _links;

    /// <summary>The links behind a tie, in their default order.</summary>
    public GivenLink[] LinksOf(int tie)
    {
        var links = new HashSet<GivenLink>(ReferenceEqualityComparer.Instance);
        foreach (var link in Network.Links(tie))
        {
            if (_projection is null)
            {
                links.Add(_links[link]);
                continue;
            }
            var shared = _projection.Shared(link);
            links.Add(_links[shared.One]);
            links.Add(_links[shared.Other]);
        }
        var ordered = links.ToArray();
        Array.Sort(ordered, GivenLink.CompareDefault);
        return ordered;
    }

    /// <summary>The ids of all that ties have in common, each once.</summary>
    public IEnumerable<string> Shared() =>
        Enumerable.Range(0, Network.TieCount).SelectMany(SharedBy).Distinct(StringComparer.Ordinal);

    /// <summary>The ids of what the two of a tie have in common; none of a network that is not projected.</summary>
    public IEnumerable<string> SharedBy(int tie)
    {
        if (_projection is null)
            yield break;
        foreach (var link in Network.Links(tie).ToArray())
            yield return _sharedOf!(_links[_projection.Shared(link).One]);
    }

    /// <summary>The same part with some of its links, and of its bodies those that these tie; of a network that is not projected.</summary>
    public GatheredNetwork Keeping(Func<GivenLink, bool> keeps)
    {
        var links = Array.FindAll(_links, link => keeps(link));
        var ids = links.SelectMany(link => new[] { link.Source, link.Target }).ToHashSet(StringComparer.Ordinal);
        return new GatheredNetwork(NetworkOf(Sorted(ids), links), links, null, null);
    }

    /// <summary>The two ends of a tie: as its first link has them, or, projected, the lesser id first.</summary>
    public (string Source, string Target) EndsOf(int tie)
    {
        if (_projection is null)
        {
            var first = Network.Links(tie)[0];
            return (_links[first].Source, _links[first].Target);
        }
        var (source, target) = Network.Ends(tie);
        return (Network.Ids[source], Network.Ids[target]);
    }

    /// <summary>Gathers a part (semantics: Questions): filters, then what is taken out, then focus and depth.</summary>
    /// <exception cref="NetworkTooLargeException">It is larger than <see cref="NetworkLimits"/> allow.</exception>
    public static ValueTask<GatheredNetwork> GatherAsync(
        ILinkSource source,
        NetworkPart part,
        CancellationToken cancellation
    ) =>
        part.Projection == ExtractProjection.BIPARTITE
            ? BipartiteAsync(source, part, cancellation)
            : ProjectedAsync(source, part, cancellation);

    private static async ValueTask<GatheredNetwork> BipartiteAsync(
        ILinkSource source,
        NetworkPart part,
        CancellationToken cancellation
    )
    {
        var without = part.Without.ToHashSet(StringComparer.Ordinal);
        var links = part.Focus.IsEmpty
            ? Among(await source.LinksAsync(part.Links, null, cancellation), without)
            : await AroundAsync(source, part.Links, part.Focus, without, part.Depth, false, cancellation);
        var ids = new HashSet<string>(part.Focus, StringComparer.Ordinal);
        foreach (var link in links)
        {
            ids.Add(link.Source);
            ids.Add(link.Target);
        }
        if (part.Focus.IsEmpty && part.Isolated is not null)
            ids.UnionWith(await source.BodiesAsync(Records.Entity, part.Isolated, cancellation));
        ids.ExceptWith(without);
        // The first named of two bodies' links comes first among them.
        Array.Sort(links, GivenLink.CompareNamed);
        var sorted = Sorted(ids);
        return new GatheredNetwork(NetworkOf(sorted, links), links, null, null);
    }

    private static Network NetworkOf(string[] ids, GivenLink[] links)
    {
        var place = Places(ids);
        var builder = new NetworkBuilder(ids);
        foreach (var link in links)
            builder.Add(place[link.Source], place[link.Target]);
        return builder.Build();
    }

    // Each round reads the links of the bodies that the last one reached: those among all bodies that are so many links
    // away or, to be projected, all links of these that count.
    private static async ValueTask<GivenLink[]> AroundAsync(
        ILinkSource source,
        LinkChoice choice,
        ImmutableArray<string> focus,
        HashSet<string> without,
        int depth,
        bool projected,
        CancellationToken cancellation
    )
    {
        var found = new Dictionary<string, GivenLink>(StringComparer.Ordinal);
        var known = focus.Where(id => !without.Contains(id)).ToHashSet(StringComparer.Ordinal);
        List<string> frontier = [.. known];
        for (var step = 0; step <= depth && frontier.Count > 0; step++)
        {
            var reached = new List<string>();
            foreach (var link in Among(await source.LinksAsync(choice, frontier, cancellation), without))
            {
                if (projected && !link.Counts)
                    continue;
                if (!projected && step == depth && !(known.Contains(link.Source) && known.Contains(link.Target)))
                    continue;
                found.TryAdd(link.Key, link);
                if (step == depth)
                    continue;
                if (known.Add(link.Source))
                    reached.Add(link.Source);
                if (known.Add(link.Target))
                    reached.Add(link.Target);
            }
            frontier = reached;
        }
        return [.. found.Values];
    }

    private static async ValueTask<GatheredNetwork> ProjectedAsync(
        ILinkSource source,
        NetworkPart part,
        CancellationToken cancellation
    )
    {
        var without = part.Without.ToHashSet(StringComparer.Ordinal);
        var actors = part.Projection == ExtractProjection.ACTORS;
        // A tie is two memberships long, and may lead back through a grouping beyond the last body.
        var choice = part.Links with
        {
            Partnerships = null,
        };
        var links =
            choice.Memberships is null ? []
            : part.Focus.IsEmpty ? Among(await source.LinksAsync(choice, null, cancellation), without)
            : await AroundAsync(source, choice, part.Focus, without, 2 * part.Depth, true, cancellation);
        // Roles that make no member tie nobody; a category is no member that two groupings share.
        links = [.. links.Where(link => link.Counts && (actors || !link.SourceIsCategory))];
        Array.Sort(links, GivenLink.CompareDefault);
        // Two that were active at a date need not be compared.
        var overlap = part.ActiveAt is null ? part.Overlap : Activity.NO;

        string Stays(GivenLink link) => actors ? link.Source : link.Target;
        string Shared(GivenLink link) => actors ? link.Target : link.Source;
        var type = actors ? Records.Actor : Records.Grouping;
        var ids = links.Select(Stays).ToHashSet(StringComparer.Ordinal);
        var whole = ProjectionOf([.. ids], links, Stays, Shared, overlap, cancellation);
        if (part.Focus.IsEmpty)
        {
            ids = TiedIn(whole.Network);
            if (part.Isolated is { } isolated)
                ids.UnionWith(await source.BodiesAsync(type, isolated.Parts[actors ? 0 : 1], cancellation));
        }
        else
        {
            // A focus of the other type is one link away from those that share it.
            var own = (await source.BodiesAsync(type, new TextIn(type.Column("id"), part.Focus), cancellation))
                .Where(id => !without.Contains(id))
                .ToArray();
            var other = part.Focus.Except(own, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
            ids =
                part.Depth == 0
                    ? []
                    : links.Where(link => other.Contains(Shared(link))).Select(Stays).ToHashSet(StringComparer.Ordinal);
            ids = Within(whole.Network, own, ids, part.Depth);
        }
        ids.ExceptWith(without);
        links = [.. links.Where(link => ids.Contains(Stays(link)))];
        var projection = ProjectionOf(Sorted(ids), links, Stays, Shared, overlap, cancellation);
        return new GatheredNetwork(projection.Network, links, projection, Shared);
    }

    private static OneModeProjection ProjectionOf(
        string[] ids,
        GivenLink[] links,
        Func<GivenLink, string> stays,
        Func<GivenLink, string> shared,
        Activity overlap,
        CancellationToken cancellation
    )
    {
        var place = Places(ids);
        var through = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in links.Select(shared).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            through.Add(id, through.Count);
        var incidences = links
            .Select((link, i) => new Incidence(place[stays(link)], through[shared(link)], i))
            .ToArray();
        return OneModeProjection.Of(
            ids,
            incidences,
            overlap == Activity.NO ? null : (one, other) => links[one].Period.Overlap(links[other].Period) <= overlap,
            cancellation
        );
    }

    private static HashSet<string> TiedIn(Network network)
    {
        var tied = new HashSet<string>(StringComparer.Ordinal);
        for (var node = 0; node < network.NodeCount; node++)
        {
            if (network.Degree(node) > 0)
                tied.Add(network.Ids[node]);
        }
        return tied;
    }

    // The bodies at most so many ties away from the first, one less from those that are a tie away already.
    private static HashSet<string> Within(Network network, string[] first, HashSet<string> second, int depth)
    {
        var known = first.ToHashSet(StringComparer.Ordinal);
        var frontier = known.ToList();
        for (var step = 0; step < depth; step++)
        {
            var reached = new List<string>();
            foreach (var id in frontier)
            {
                if (network.IndexOf(id) is not (>= 0 and var node))
                    continue;
                foreach (var neighbour in network.Neighbours(node))
                {
                    if (known.Add(network.Ids[neighbour]))
                        reached.Add(network.Ids[neighbour]);
                }
            }
            if (step == 0)
                reached.AddRange(second.Where(known.Add));
            frontier = reached;
        }
        return known;
    }

    private static GivenLink[] Among(IReadOnlyList<GivenLink> links, HashSet<string> without) =>
        without.Count == 0
            ? [.. links]
            : [.. links.Where(link => !without.Contains(link.Source) && !without.Contains(link.Target))];

    private static string[] Sorted(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal)];

    private static Dictionary<string, int> Places(string[] ids)
    {
        var places = new Dictionary<string, int>(ids.Length, StringComparer.Ordinal);
        foreach (var id in ids)
            places.Add(id, places.Count);
        return places;
    }
}

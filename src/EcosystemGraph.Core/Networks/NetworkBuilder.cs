namespace EcosystemGraph.Core.Networks;

/// <summary>Makes a <see cref="Network"/> of bodies and links; in which order bodies are given does not matter.</summary>
public sealed class NetworkBuilder
{
    private readonly string[] _ids;
    private readonly int[] _ranks;
    private readonly List<int> _from = [];
    private readonly List<int> _to = [];
    private readonly List<double> _weights = [];

    /// <summary>Begins with the bodies.</summary>
    /// <param name="ids">The ids of the bodies, each once; a link names its ends by their places in this list.</param>
    /// <exception cref="NetworkTooLargeException">More than <see cref="NetworkLimits.Nodes"/>.</exception>
    /// <exception cref="ArgumentException">An id that stands there twice.</exception>
    public NetworkBuilder(IReadOnlyList<string> ids)
    {
        if (ids.Count > NetworkLimits.Nodes)
            throw new NetworkTooLargeException(
                $"The network has {ids.Count} bodies; the limit is {NetworkLimits.Nodes}. A focus, a filter or a date makes it smaller.",
                ids.Count,
                NetworkLimits.Nodes
            );
        _ids = [.. ids];
        var places = new int[_ids.Length];
        for (var place = 0; place < places.Length; place++)
            places[place] = place;
        Array.Sort(_ids, places, StringComparer.Ordinal);
        for (var rank = 1; rank < _ids.Length; rank++)
        {
            if (string.Equals(_ids[rank], _ids[rank - 1], StringComparison.Ordinal))
                throw new ArgumentException(
                    $"The id {_ids[rank]} stands there twice; a body has one place in a network.",
                    nameof(ids)
                );
        }
        _ranks = new int[places.Length];
        for (var rank = 0; rank < places.Length; rank++)
            _ranks[places[rank]] = rank;
    }

    /// <summary>
    /// Adds a link. Links are numbered from 0 in the order in which they are added, and where several join two bodies,
    /// the first added is the first named. A link from a body to itself ties it to no other: it takes a number, and is
    /// no part of the network.
    /// </summary>
    /// <param name="from">The place of one end in the list of ids.</param>
    /// <param name="to">The place of the other end.</param>
    /// <param name="weight">More than 0, finite.</param>
    /// <returns>The link's number.</returns>
    /// <exception cref="NetworkTooLargeException">More than <see cref="NetworkLimits.Links"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A place that is not in the list, or a weight that is not positive and finite.</exception>
    public int Add(int from, int to, double weight = 1)
    {
        if ((uint)from >= (uint)_ids.Length)
            throw new ArgumentOutOfRangeException(nameof(from), from, "No body has this place.");
        if ((uint)to >= (uint)_ids.Length)
            throw new ArgumentOutOfRangeException(nameof(to), to, "No body has this place.");
        if (!(weight > 0) || !double.IsFinite(weight))
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "A weight is positive and finite.");
        if (_from.Count >= NetworkLimits.Links)
            throw new NetworkTooLargeException(
                $"The network has more than {NetworkLimits.Links} links, which is the limit. A focus, a filter or a date makes it smaller.",
                _from.Count + 1L,
                NetworkLimits.Links
            );
        _from.Add(Math.Min(_ranks[from], _ranks[to]));
        _to.Add(Math.Max(_ranks[from], _ranks[to]));
        _weights.Add(weight);
        return _from.Count - 1;
    }

    /// <summary>Makes the network of what was given so far.</summary>
    public Network Build()
    {
        // By lesser end, then greater end, then number: two stable counting sorts.
        var kept = new List<int>(_from.Count);
        for (var link = 0; link < _from.Count; link++)
        {
            if (_from[link] != _to[link])
                kept.Add(link);
        }
        var links = ByEnd(ByEnd([.. kept], _to), _from);

        var sources = new List<int>();
        var targets = new List<int>();
        var weights = new List<double>();
        var offsets = new List<int>();
        for (var at = 0; at < links.Length; at++)
        {
            var (from, to) = (_from[links[at]], _to[links[at]]);
            if (sources.Count == 0 || sources[^1] != from || targets[^1] != to)
            {
                sources.Add(from);
                targets.Add(to);
                weights.Add(0);
                offsets.Add(at);
            }
            weights[^1] += _weights[links[at]];
        }
        offsets.Add(links.Length);
        return new Network(_ids, [.. sources], [.. targets], [.. weights], [.. offsets], links);
    }

    private int[] ByEnd(int[] links, List<int> ends)
    {
        var next = new int[_ids.Length + 1];
        foreach (var link in links)
            next[ends[link] + 1]++;
        for (var node = 0; node < _ids.Length; node++)
            next[node + 1] += next[node];
        var sorted = new int[links.Length];
        foreach (var link in links)
            sorted[next[ends[link]]++] = link;
        return sorted;
    }
}

namespace EcosystemGraph.Core.Networks;

/// <summary>A path: each body once, neighbours tied.</summary>
/// <param name="Nodes">The bodies, from one end to the other; one at least.</param>
/// <param name="Links">For each step the first of the links that join the two bodies, among those that count; one less than bodies.</param>
public sealed record NetworkPath(IReadOnlyList<int> Nodes, IReadOnlyList<int> Links)
{
    /// <summary>How many links it has.</summary>
    public int Length => Links.Count;
}

/// <summary>What paths may go through.</summary>
public sealed record PathRules
{
    /// <summary>Whether a body may stand between two others on a path; the two ends always may. Null: all may.</summary>
    public Func<int, bool>? Bridge { get; init; }

    /// <summary>Whether a link counts, by its number. Null: all do.</summary>
    public Func<int, bool>? Link { get; init; }
}

/// <summary>Shortest paths between two bodies, each tie one step whatever its weight.</summary>
public static class ShortestPaths
{
    private const sbyte Unseen = -1;

    /// <summary>
    /// All shortest paths, the first so many in the order of their bodies (the first body that differs decides). Searched
    /// from both ends at once, the end with fewer ties before it next: Pohl, "Bi-directional search", 1971.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="from">Where paths begin; where it is <paramref name="to"/>, there is one path, of length 0.</param>
    /// <param name="to">Where they end.</param>
    /// <param name="maxLength">The most links a path may have, 1 to <see cref="NetworkLimits.PathLength"/>.</param>
    /// <param name="first">The most paths that are given, 0 or more.</param>
    /// <param name="rules">What paths may go through; null: everything.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>None where no path is short enough.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number out of its range.</exception>
    public static IReadOnlyList<NetworkPath> Between(
        Network network,
        int from,
        int to,
        int maxLength = 8,
        int first = 10,
        PathRules? rules = null,
        CancellationToken cancellation = default
    )
    {
        if ((uint)from >= (uint)network.NodeCount)
            throw new ArgumentOutOfRangeException(nameof(from), from, "No body has this number.");
        if ((uint)to >= (uint)network.NodeCount)
            throw new ArgumentOutOfRangeException(nameof(to), to, "No body has this number.");
        if (maxLength is < 1 or > NetworkLimits.PathLength)
            throw new ArgumentOutOfRangeException(
                nameof(maxLength),
                maxLength,
                $"A path's length is from 1 to {NetworkLimits.PathLength}."
            );
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        if (first == 0)
            return [];
        if (from == to)
            return [new NetworkPath([from], [])];
        return new Search(network, from, to, rules ?? new PathRules(), cancellation).Run(maxLength, first);
    }

    /// <summary>What is known from one of the two ends.</summary>
    private sealed class Side(Network network, int end)
    {
        public readonly sbyte[] Levels = Filled(network.NodeCount, end);
        public List<int> Frontier = [end];
        public sbyte Depth;
        public long Ties = network.Degree(end);

        private static sbyte[] Filled(int count, int end)
        {
            var levels = new sbyte[count];
            Array.Fill(levels, Unseen);
            levels[end] = 0;
            return levels;
        }
    }

    private sealed class Search(Network network, int from, int to, PathRules rules, CancellationToken cancellation)
    {
        private readonly Side _near = new(network, from);
        private readonly Side _far = new(network, to);

        public List<NetworkPath> Run(int maxLength, int first)
        {
            List<int> met;
            do
            {
                if (_near.Depth + _far.Depth == maxLength || _near.Frontier.Count == 0 || _far.Frontier.Count == 0)
                    return [];
                met = _near.Ties <= _far.Ties ? Widen(_near, _far) : Widen(_far, _near);
            } while (met.Count == 0);
            MarkBack(met);
            return Walk(_near.Depth + _far.Depth, first);
        }

        /// <summary>Goes one step further from one end; the bodies where it then meets the other.</summary>
        private List<int> Widen(Side side, Side other)
        {
            var met = new List<int>();
            var frontier = new List<int>();
            side.Depth++;
            side.Ties = 0;
            foreach (var node in side.Frontier)
            {
                cancellation.ThrowIfCancellationRequested();
                for (var at = network.Offsets[node]; at < network.Offsets[node + 1]; at++)
                {
                    var neighbour = network.Adjacent[at];
                    if (side.Levels[neighbour] != Unseen || !Counts(network.Ties[at]))
                        continue;
                    var reached = other.Levels[neighbour] != Unseen;
                    if (neighbour != from && neighbour != to && rules.Bridge?.Invoke(neighbour) == false)
                        continue;
                    side.Levels[neighbour] = side.Depth;
                    side.Ties += network.Degree(neighbour);
                    frontier.Add(neighbour);
                    if (reached)
                        met.Add(neighbour);
                }
            }
            side.Frontier = frontier;
            return met;
        }

        /// <summary>Tells each body on a shortest path, from the meeting back to the beginning, how far the other end is.</summary>
        private void MarkBack(List<int> met)
        {
            var marked = met;
            for (var level = _near.Depth - 1; level > 0; level--)
            {
                var before = new List<int>();
                var far = (sbyte)(_near.Depth + _far.Depth - level);
                foreach (var node in marked)
                {
                    cancellation.ThrowIfCancellationRequested();
                    for (var at = network.Offsets[node]; at < network.Offsets[node + 1]; at++)
                    {
                        var neighbour = network.Adjacent[at];
                        if (
                            _near.Levels[neighbour] != level
                            || _far.Levels[neighbour] != Unseen
                            || !Counts(network.Ties[at])
                        )
                            continue;
                        _far.Levels[neighbour] = far;
                        before.Add(neighbour);
                    }
                }
                marked = before;
            }
        }

        /// <summary>Walks the shortest paths in order: from each body to its neighbours one step nearer, ascending.</summary>
        private List<NetworkPath> Walk(int length, int first)
        {
            var paths = new List<NetworkPath>();
            var nodes = new int[length + 1];
            var links = new int[length];
            var next = new int[length]; // where to go on in the list of each body's neighbours
            nodes[0] = from;
            next[0] = network.Offsets[from];
            var step = 0;
            while (step >= 0)
            {
                cancellation.ThrowIfCancellationRequested();
                if (step == length - 1)
                {
                    links[step] = Link(network.TieBetween(nodes[step], to));
                    nodes[length] = to;
                    paths.Add(new NetworkPath([.. nodes], [.. links]));
                    if (paths.Count == first)
                        break;
                    step--;
                    continue;
                }
                var end = network.Offsets[nodes[step] + 1];
                var at = next[step];
                while (
                    at < end && (_far.Levels[network.Adjacent[at]] != length - step - 1 || !Counts(network.Ties[at]))
                )
                    at++;
                if (at == end)
                {
                    step--;
                    continue;
                }
                next[step] = at + 1;
                links[step] = Link(network.Ties[at]);
                nodes[++step] = network.Adjacent[at];
                if (step < length)
                    next[step] = network.Offsets[nodes[step]];
            }
            return paths;
        }

        private bool Counts(int tie) => rules.Link is null || Link(tie) >= 0;

        /// <summary>The first link of a tie that counts; −1 where none does.</summary>
        private int Link(int tie)
        {
            foreach (var link in network.Links(tie))
            {
                if (rules.Link is null || rules.Link(link))
                    return link;
            }
            return -1;
        }
    }
}

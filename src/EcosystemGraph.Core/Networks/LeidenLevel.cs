namespace EcosystemGraph.Core.Networks;

/// <summary>The network at one level of the Leiden method: bodies, or groups of them as nodes.</summary>
internal sealed class LeidenLevel
{
    private readonly int[] _offsets;
    private readonly int[] _adjacent;
    private readonly double[] _weights;
    private readonly double[] _degrees; // weighted, ties within a node counted twice
    private readonly double _total; // the sum of these: 2m

    private LeidenLevel(int[] offsets, int[] adjacent, double[] weights, double[] degrees, double total)
    {
        _offsets = offsets;
        _adjacent = adjacent;
        _weights = weights;
        _degrees = degrees;
        _total = total;
    }

    /// <summary>How many nodes there are.</summary>
    public int Count => _degrees.Length;

    /// <summary>The first level: each body a node.</summary>
    public static LeidenLevel Of(Network network)
    {
        var weights = network.Weights;
        if (weights is null)
        {
            weights = new double[network.Adjacent.Length];
            Array.Fill(weights, 1);
        }
        var degrees = new double[network.NodeCount];
        var total = 0.0;
        for (var node = 0; node < degrees.Length; node++)
            total += degrees[node] = network.WeightedDegree(node);
        return new LeidenLevel(network.Offsets, network.Adjacent, weights, degrees, total);
    }

    /// <summary>
    /// Moves nodes to the neighbouring community, or to one of their own, that gains most modularity, until none would
    /// gain; those around a node that moved are looked at again (the paper's fast local moving).
    /// </summary>
    /// <param name="communities">The community of each node, below <see cref="Count"/>; changed.</param>
    /// <param name="random">The order in which nodes are looked at.</param>
    /// <param name="cancellation">Ends the work.</param>
    public void Move(int[] communities, SeededRandom random, CancellationToken cancellation)
    {
        if (_total == 0)
            return;
        var count = Count;
        var degrees = new double[count]; // of communities
        var sizes = new int[count];
        for (var node = 0; node < count; node++)
        {
            degrees[communities[node]] += _degrees[node];
            sizes[communities[node]]++;
        }
        var empty = new Stack<int>();
        for (var community = count - 1; community >= 0; community--)
        {
            if (sizes[community] == 0)
                empty.Push(community);
        }

        var queue = new int[count];
        for (var node = 0; node < count; node++)
            queue[node] = node;
        random.Shuffle(queue);
        var waiting = new bool[count];
        Array.Fill(waiting, true);
        var (head, length) = (0, count);
        var weightTo = new double[count];
        var touched = new int[count];
        for (var looked = 0; length > 0; looked++)
        {
            if ((looked & 0xFFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var node = queue[head];
            if (++head == count)
                head = 0;
            length--;
            waiting[node] = false;

            var own = communities[node];
            var touchedCount = 0;
            for (var at = _offsets[node]; at < _offsets[node + 1]; at++)
            {
                var community = communities[_adjacent[at]];
                if (weightTo[community] == 0)
                    touched[touchedCount++] = community;
                weightTo[community] += _weights[at];
            }

            var share = _degrees[node] / _total;
            var best = own;
            // More than rounding: else two communities as good as each other could pass a node to and fro for ever.
            var bestGain = weightTo[own] - share * (degrees[own] - _degrees[node]) + 1e-10 * _degrees[node];
            for (var i = 0; i < touchedCount; i++)
            {
                var community = touched[i];
                var gain = weightTo[community] - share * degrees[community];
                weightTo[community] = 0;
                if (gain <= bestGain || community == own)
                    continue;
                bestGain = gain;
                best = community;
            }
            if (bestGain < 0 && sizes[own] > 1)
                best = empty.Pop();
            if (best == own)
                continue;

            degrees[own] -= _degrees[node];
            degrees[best] += _degrees[node];
            if (--sizes[own] == 0)
            {
                degrees[own] = 0;
                empty.Push(own);
            }
            sizes[best]++;
            communities[node] = best;
            for (var at = _offsets[node]; at < _offsets[node + 1]; at++)
            {
                var neighbour = _adjacent[at];
                if (waiting[neighbour] || communities[neighbour] == best)
                    continue;
                waiting[neighbour] = true;
                var tail = head + length++;
                queue[tail < count ? tail : tail - count] = neighbour;
            }
        }
    }

    /// <summary>
    /// Divides each community anew: from single nodes, those that are well tied to the rest of their community join the
    /// well-tied part that gains most modularity, if any gains (the paper's refinement, with the best choice).
    /// </summary>
    /// <returns>The part of each node, by one of its nodes.</returns>
    public int[] Refine(int[] communities, int communityCount, SeededRandom random, CancellationToken cancellation)
    {
        var count = Count;
        var communityDegrees = new double[communityCount];
        for (var node = 0; node < count; node++)
            communityDegrees[communities[node]] += _degrees[node];
        var parts = new int[count];
        var single = new bool[count];
        var degrees = new double[count]; // of parts
        var outward = new double[count]; // the weight from a part to the rest of its community
        for (var node = 0; node < count; node++)
        {
            parts[node] = node;
            single[node] = true;
            degrees[node] = _degrees[node];
            var own = communities[node];
            for (var at = _offsets[node]; at < _offsets[node + 1]; at++)
            {
                if (communities[_adjacent[at]] == own)
                    outward[node] += _weights[at];
            }
        }

        var order = new int[count];
        for (var node = 0; node < count; node++)
            order[node] = node;
        random.Shuffle(order);
        var weightTo = new double[count];
        var touched = new int[count];
        for (var looked = 0; looked < count; looked++)
        {
            if ((looked & 0xFFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var node = order[looked];
            var own = communities[node];
            var all = communityDegrees[own];
            if (!single[node] || outward[node] < _degrees[node] * (all - _degrees[node]) / _total)
                continue;

            var touchedCount = 0;
            for (var at = _offsets[node]; at < _offsets[node + 1]; at++)
            {
                if (communities[_adjacent[at]] != own)
                    continue;
                var part = parts[_adjacent[at]];
                if (weightTo[part] == 0)
                    touched[touchedCount++] = part;
                weightTo[part] += _weights[at];
            }
            var share = _degrees[node] / _total;
            var (best, bestGain, bestWeight) = (node, 0.0, 0.0);
            for (var i = 0; i < touchedCount; i++)
            {
                var part = touched[i];
                var weight = weightTo[part];
                weightTo[part] = 0;
                var gain = weight - share * degrees[part];
                if (gain <= bestGain || outward[part] < degrees[part] * (all - degrees[part]) / _total)
                    continue;
                (best, bestGain, bestWeight) = (part, gain, weight);
            }
            if (best == node)
                continue;
            parts[node] = best;
            single[node] = single[best] = false;
            degrees[best] += _degrees[node];
            outward[best] += outward[node] - 2 * bestWeight;
        }
        return parts;
    }

    /// <summary>The next level: each group a node, the ties between two groups one tie of their weights' sum.</summary>
    /// <param name="groups">The group of each node, from 0 to below <paramref name="groupCount"/>, none empty.</param>
    /// <param name="groupCount">How many there are.</param>
    public LeidenLevel Aggregate(int[] groups, int groupCount)
    {
        var starts = new int[groupCount + 1];
        foreach (var group in groups)
            starts[group + 1]++;
        for (var group = 0; group < groupCount; group++)
            starts[group + 1] += starts[group];
        var members = new int[Count];
        var next = starts.AsSpan(0, groupCount).ToArray();
        for (var node = 0; node < groups.Length; node++)
            members[next[groups[node]]++] = node;

        var offsets = new int[groupCount + 1];
        var degrees = new double[groupCount];
        var adjacent = new int[_adjacent.Length];
        var weights = new double[_adjacent.Length];
        var weightTo = new double[groupCount];
        var end = 0;
        for (var group = 0; group < groupCount; group++)
        {
            for (var i = starts[group]; i < starts[group + 1]; i++)
            {
                var node = members[i];
                degrees[group] += _degrees[node];
                for (var at = _offsets[node]; at < _offsets[node + 1]; at++)
                {
                    var other = groups[_adjacent[at]];
                    if (other == group)
                        continue;
                    if (weightTo[other] == 0)
                        adjacent[end++] = other;
                    weightTo[other] += _weights[at];
                }
            }
            for (var at = offsets[group]; at < end; at++)
            {
                weights[at] = weightTo[adjacent[at]];
                weightTo[adjacent[at]] = 0;
            }
            offsets[group + 1] = end;
        }
        return new LeidenLevel(offsets, adjacent[..end], weights[..end], degrees, _total);
    }
}

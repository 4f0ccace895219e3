namespace EcosystemGraph.Core.Networks;

/// <summary>
/// An undirected, weighted network of bodies. Bodies are numbered in the order of their ids (ordinal), from 0. Two
/// bodies joined by one link or by several are tied once: a tie's weight is the sum of its links' weights. Measures
/// count ties; the links stay, so that a path can say what it goes through.
/// </summary>
/// <remarks>Compressed sparse rows; never changes once built; any number of threads may read it.</remarks>
public sealed class Network
{
    private readonly string[] _ids;
    private readonly int[] _tieSources;
    private readonly int[] _tieTargets;
    private readonly double[] _tieWeights;
    private readonly int[] _linkOffsets;
    private readonly int[] _links;

    /// <summary>Lays out ties given in the order of their lesser, then their greater body.</summary>
    internal Network(
        string[] ids,
        int[] tieSources,
        int[] tieTargets,
        double[] tieWeights,
        int[] linkOffsets,
        int[] links
    )
    {
        _ids = ids;
        _tieSources = tieSources;
        _tieTargets = tieTargets;
        _tieWeights = tieWeights;
        _linkOffsets = linkOffsets;
        _links = links;

        Offsets = new int[ids.Length + 1];
        foreach (var node in tieSources)
            Offsets[node + 1]++;
        foreach (var node in tieTargets)
            Offsets[node + 1]++;
        for (var node = 0; node < ids.Length; node++)
            Offsets[node + 1] += Offsets[node];

        Adjacent = new int[2 * tieSources.Length];
        Ties = new int[2 * tieSources.Length];
        var next = Offsets.AsSpan(0, ids.Length).ToArray();
        // First the lesser neighbours, then the greater: both come in ascending order, and so does the whole list.
        for (var tie = 0; tie < tieSources.Length; tie++)
            Place(next, tieTargets[tie], tieSources[tie], tie);
        for (var tie = 0; tie < tieSources.Length; tie++)
            Place(next, tieSources[tie], tieTargets[tie], tie);

        if (Array.TrueForAll(tieWeights, weight => weight == 1))
            return;
        Weights = new double[Ties.Length];
        for (var at = 0; at < Ties.Length; at++)
            Weights[at] = tieWeights[Ties[at]];
    }

    private void Place(int[] next, int node, int neighbour, int tie)
    {
        var at = next[node]++;
        Adjacent[at] = neighbour;
        Ties[at] = tie;
    }

    /// <summary>Where each body's neighbours begin in <see cref="Adjacent"/>; one more entry ends the last.</summary>
    internal int[] Offsets { get; }

    /// <summary>The neighbours of all bodies, one body's after another's, each body's ascending.</summary>
    internal int[] Adjacent { get; }

    /// <summary>The tie to each of <see cref="Adjacent"/>.</summary>
    internal int[] Ties { get; }

    /// <summary>The weight of the tie to each of <see cref="Adjacent"/>; null where all are 1.</summary>
    internal double[]? Weights { get; }

    /// <summary>How many bodies there are.</summary>
    public int NodeCount => _ids.Length;

    /// <summary>How many pairs of bodies are tied, by however many links.</summary>
    public int TieCount => _tieSources.Length;

    /// <summary>How many links there are, several between two bodies each counted; none from a body to itself.</summary>
    public int LinkCount => _links.Length;

    /// <summary>The ids of the bodies, in ordinal order; a body's number is its place.</summary>
    public ReadOnlySpan<string> Ids => _ids;

    /// <summary>The number of the body with this id; −1 where there is none.</summary>
    public int IndexOf(string id) => Math.Max(-1, Array.BinarySearch(_ids, id, StringComparer.Ordinal));

    /// <summary>The bodies tied to <paramref name="node"/>, ascending, each once.</summary>
    public ReadOnlySpan<int> Neighbours(int node) => Adjacent.AsSpan(Offsets[node], Offsets[node + 1] - Offsets[node]);

    /// <summary>How many bodies <paramref name="node"/> is tied to. Degree centrality before normalisation: Freeman, "Centrality in social networks: conceptual clarification", 1978.</summary>
    public int Degree(int node) => Offsets[node + 1] - Offsets[node];

    /// <summary>The sum of the weights of the ties of <paramref name="node"/>, in the order of its neighbours. Strength: Barrat et al., "The architecture of complex weighted networks", 2004.</summary>
    public double WeightedDegree(int node)
    {
        if (Weights is null)
            return Degree(node);
        var sum = 0.0;
        for (var at = Offsets[node]; at < Offsets[node + 1]; at++)
            sum += Weights[at];
        return sum;
    }

    /// <summary>
    /// The share of the pairs of bodies that are tied, 2m / (n (n − 1)), from 0 to 1; 0 where there are fewer than two
    /// bodies. Wasserman and Faust, "Social Network Analysis", 1994, chapter 4; NetworkX's <c>density</c>.
    /// </summary>
    public double Density => NodeCount < 2 ? 0 : 2.0 * TieCount / ((double)NodeCount * (NodeCount - 1));

    /// <summary>The two bodies of a tie, the lesser first; ties stand in the order of these.</summary>
    public (int Source, int Target) Ends(int tie) => (_tieSources[tie], _tieTargets[tie]);

    /// <summary>The weight of a tie: the sum of its links' weights, in the order of links.</summary>
    public double Weight(int tie) => _tieWeights[tie];

    /// <summary>The links of a tie, by the numbers that <see cref="NetworkBuilder.Add"/> gave, ascending; one at least.</summary>
    public ReadOnlySpan<int> Links(int tie) =>
        _links.AsSpan(_linkOffsets[tie], _linkOffsets[tie + 1] - _linkOffsets[tie]);

    /// <summary>The tie between two bodies; −1 where there is none.</summary>
    public int TieBetween(int one, int other)
    {
        if (Degree(one) > Degree(other))
            (one, other) = (other, one);
        var at = Neighbours(one).BinarySearch(other);
        return at < 0 ? -1 : Ties[Offsets[one] + at];
    }
}

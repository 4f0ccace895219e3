using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Core.Questions;

/// <summary>The measures of a network, each computed when it is first asked for, rounded as answers give them.</summary>
internal sealed class NetworkMeasures(Network network, CancellationToken cancellation)
{
    private double[]? _betweenness,
        _closeness,
        _pageRank;
    private Partition? _components;
    private Communities? _communities;
    private bool[]? _cutVertices;

    public double[] Betweenness =>
        _betweenness ??= Rounded(network.NodeCount == 0 ? [] : Networks.Betweenness.Of(network, true, cancellation));

    public double[] Closeness =>
        _closeness ??= Rounded(network.NodeCount == 0 ? [] : Networks.Closeness.Of(network, cancellation));

    public double[] PageRank =>
        _pageRank ??= Rounded(network.NodeCount == 0 ? [] : Networks.PageRank.Of(network, cancellation));

    public Partition Components => _components ??= Networks.Components.Of(network, cancellation);

    public Communities Communities => _communities ??= Networks.Communities.Of(network, 1, cancellation);

    public bool[] CutVertices => _cutVertices ??= Networks.CutVertices.Of(network, cancellation);

    public double Density => Rounded(network.Density);

    public double Modularity => Rounded(Communities.Modularity);

    /// <summary>All measures of a body.</summary>
    public ExtractMeasures Of(int node) =>
        new(
            network.Degree(node),
            Betweenness[node],
            Closeness[node],
            PageRank[node],
            Components.GroupOf(node),
            Communities.Partition.GroupOf(node),
            CutVertices[node]
        );

    // To 9 decimals (semantics: Questions); −0 is 0.
    private static double Rounded(double value) => Math.Round(value, 9, MidpointRounding.ToEven) + 0.0;

    private static double[] Rounded(double[] values) => Array.ConvertAll(values, Rounded);
}

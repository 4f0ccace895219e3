using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>The store that needs nothing installed: reads plans straight from the resolved graph.</summary>
/// <param name="graph">The graph it answers from.</param>
/// <param name="drawings">Draws and writes networks; null where none is asked for.</param>
public sealed class InMemoryStore(ResolvedGraph graph, IDrawings? drawings = null) : ReadingStore(drawings)
{
    private readonly Lazy<ListLengths> _lengths = new(() => LongestLists.Of(graph));

    private readonly Lazy<NameIndex> _names = new(() => new NameIndex(graph));

    private readonly Lazy<WholeNetwork> _network = new(() => new WholeNetwork(graph));

    /// <inheritdoc/>
    public override string Name => "memory";

    /// <inheritdoc/>
    public override string Fingerprint => graph.Data.Sha256;

    /// <inheritdoc/>
    public override ValueTask<ListLengths> LengthsAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(_lengths.Value);

    /// <inheritdoc/>
    protected override IReading Begin() => new GraphReading(graph, _names, _network);
}

using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Stores;

namespace EcosystemGraph.Contracts.Tests;

public sealed class TextAndOrderOnNeo4j : TextAndOrderContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class SoughtTextOnNeo4j : SoughtTextContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class FiltersOnNeo4j : FiltersContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class DatesOnNeo4j : DatesContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class PagesOnNeo4j : PagesContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class BodiesOnNeo4j : BodiesContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class CoAccompaniersOnNeo4j : CoAccompaniersContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class ManyBodiesOnNeo4j : ManyBodiesContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class FacetsOnNeo4j : FacetsContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class CoMembersOnNeo4j : CoMembersContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class SearchOnNeo4j : SearchContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class NetworksOnNeo4j : NetworksContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class PathsOnNeo4j : PathsContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class FindingsOnNeo4j : FindingsContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class OpennessOnNeo4j : OpennessContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class VocabularyOnNeo4j : VocabularyContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class PassagesOnNeo4j : PassagesContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

public sealed class OccasionsOnNeo4j : OccasionsContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.OnNeo4jAsync(graph);
}

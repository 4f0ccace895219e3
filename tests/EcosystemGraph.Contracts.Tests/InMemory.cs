using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Stores;

namespace EcosystemGraph.Contracts.Tests;

public sealed class TextAndOrderInMemory : TextAndOrderContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class SoughtTextInMemory : SoughtTextContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class FiltersInMemory : FiltersContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class DatesInMemory : DatesContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class PagesInMemory : PagesContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class BodiesInMemory : BodiesContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class CoAccompaniersInMemory : CoAccompaniersContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class ManyBodiesInMemory : ManyBodiesContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class FacetsInMemory : FacetsContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class CoMembersInMemory : CoMembersContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class SearchInMemory : SearchContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class NetworksInMemory : NetworksContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class PathsInMemory : PathsContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class FindingsInMemory : FindingsContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class OpennessInMemory : OpennessContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class VocabularyInMemory : VocabularyContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class PassagesInMemory : PassagesContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

public sealed class OccasionsInMemory : OccasionsContract
{
    protected override Task<IStore> StoreAsync(ResolvedGraph graph) => Stores.InMemoryAsync(graph);
}

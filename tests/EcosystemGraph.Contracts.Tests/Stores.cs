using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j;
using EcosystemGraph.Neo4j.Tests;

namespace EcosystemGraph.Contracts.Tests;

/// <summary>The stores that every contract is held against.</summary>
internal static class Stores
{
    /// <summary>What a subclass's name ends in, a store each.</summary>
    public static readonly string[] Suffixes = ["InMemory", "OnNeo4j"];

    public static Task<IStore> InMemoryAsync(ResolvedGraph graph) =>
        Task.FromResult<IStore>(new InMemoryStore(graph, new NetworkDrawings()));

    public static async Task<IStore> OnNeo4jAsync(ResolvedGraph graph)
    {
        var server = await SharedServer.GetAsync();
        await server.LoadAsync(graph);
        return new Neo4jStore(server.Client(), new NetworkDrawings());
    }
}

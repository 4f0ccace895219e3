using System.Text;
using System.Text.Json;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j;
using EcosystemGraph.Neo4j.Tests;
using EcosystemGraph.Neo4j.Transport;

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
        return new EveryWay([
            .. server.Ways.Select(way => new Neo4jStore(new Neo4jClient(way), new NetworkDrawings())),
        ]);
    }

    /// <summary>One database by every way there is to it: whatever is asked must have the same answer over each.</summary>
    private sealed class EveryWay(Neo4jStore[] stores) : IStore
    {
        public string Name => stores[0].Name;

        public ValueTask<ListLengths> LengthsAsync(CancellationToken cancellation) =>
            stores[0].LengthsAsync(cancellation);

        public async ValueTask<StoreAnswer> AnswerAsync(Plan plan, AnswerWriter writer, CancellationToken cancellation)
        {
            var before = writer.Place;
            var answer = await stores[0].AnswerAsync(plan, writer, cancellation);
            var first = writer.Written[before.Length..].ToArray();
            foreach (var other in stores.Skip(1))
            {
                writer.Return(before);
                var again = await other.AnswerAsync(plan, writer, cancellation);
                Assert.That(
                    Encoding.UTF8.GetString(writer.Written[before.Length..].Span),
                    Is.EqualTo(Encoding.UTF8.GetString(first)),
                    "the ways agree"
                );
                Assert.That(again.Errors, Is.EqualTo(answer.Errors), "the ways agree");
                Assert.That(again.Fingerprint, Is.EqualTo(answer.Fingerprint));
            }
            return answer;
        }

        public async ValueTask<StoreExtract> ExtractAsync(PartRoot question, CancellationToken cancellation)
        {
            var extract = await stores[0].ExtractAsync(question, cancellation);
            foreach (var other in stores.Skip(1))
            {
                Assert.That(
                    JsonSerializer.Serialize(await other.ExtractAsync(question, cancellation)),
                    Is.EqualTo(JsonSerializer.Serialize(extract)),
                    "the ways agree"
                );
            }
            return extract;
        }
    }
}

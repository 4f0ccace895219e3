using System.Text.Json;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j.Tests.Generated;

namespace EcosystemGraph.Core.Tests.Queries;

/// <summary>No answer is larger than the cost of its plan says.</summary>
public sealed class CostTests
{
    private const int Plans = 3000;

    [Test]
    public async Task No_answer_has_more_values_than_its_plan_costs()
    {
        var data = (
            await PackageReader.ReadAsync(SharedFiles.InRepository("seed-data"), CancellationToken.None)
        ).Dataset;
        var store = new InMemoryStore(new ResolvedGraph(data));
        var lengths = await store.LengthsAsync(CancellationToken.None);
        var full = 0;
        for (var seed = 0; seed < Plans; seed++)
        {
            var plan = PlanMaker.Of(seed, data);
            using var writer = new AnswerWriter(256 << 20);
            await store.AnswerAsync(plan, writer, CancellationToken.None);
            using var answer = JsonDocument.Parse(writer.Written);
            var values = ValuesOf(answer.RootElement);
            var cost = Cost.Of(plan, lengths);

            Assert.That(values, Is.LessThanOrEqualTo(cost.Values), $"{seed}: {plan}");
            if (values == (int)cost.Values)
                full++;
        }
        TestContext.Out.WriteLine($"{full} of {Plans} answers are as large as they can be");
        Assert.That(full, Is.GreaterThan(Plans / 100), "a cost is reached by some answers");
    }

    private static int ValuesOf(JsonElement answer) =>
        answer.ValueKind switch
        {
            JsonValueKind.Object => answer.EnumerateObject().Sum(member => 1 + ValuesOf(member.Value)),
            JsonValueKind.Array => answer
                .EnumerateArray()
                .Sum(item => item.ValueKind == JsonValueKind.Object ? ValuesOf(item) : 1),
            _ => 0,
        };
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j.Cypher;
using EcosystemGraph.Neo4j.Tests.Transport;
using EcosystemGraph.Neo4j.Transport;
using FsCheck;
using FsCheck.Fluent;

namespace EcosystemGraph.Neo4j.Tests.Generated;

/// <summary>
/// The two stores give the same bytes to generated plans on generated data, by every way to the server. More by hand: ECOSYSTEM_GENERATED=50000;
/// another beginning: ECOSYSTEM_SEED=1.
/// </summary>
public sealed class SameAnswerTests
{
    private const int PlansOfADataSet = 100;

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Test]
    public async Task The_stores_agree_on_generated_plans_and_data()
    {
        var server = await SharedServer.GetAsync();
        var stores = server.Ways.Select(way => new Neo4jStore(new Neo4jClient(way))).ToArray();
        var plans = Setting("ECOSYSTEM_GENERATED", 2000);
        var seed = Setting("ECOSYSTEM_SEED", 0);
        for (var made = 0; made < plans; made += PlansOfADataSet)
        {
            var data = DataMaker.Of(seed + made);
            var memory = new InMemoryStore(new ResolvedGraph(data));
            await server.LoadAsync(new ResolvedGraph(data));
            var generator = Gen.Choose(0, int.MaxValue - 1).Select(choice => PlanMaker.Of(choice, data));
            Plan? failing = null;
            var agree = Prop.ForAll(
                Arb.From(generator, Shrink.Of),
                plan =>
                {
                    if (Same(memory, stores, plan).GetAwaiter().GetResult())
                        return true;
                    failing = plan;
                    return false;
                }
            );
            var checking = Config
                .Quick.WithMaxTest(Math.Min(PlansOfADataSet, plans - made))
                .WithReplay((ulong)(seed + made + 1), 1)
                .WithRunner(new SilentRunner());
            Check.One(checking, agree);
            if (plans > 2000 && made % 1000 == 0)
                await TestContext.Progress.WriteLineAsync(
                    string.Create(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"{made + PlansOfADataSet} plans compared"
                    )
                );
            if (failing is not null)
                Assert.Fail(await DescribeAsync(server, stores, failing, data));
        }
    }

    private static int Setting(string name, int fallback) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            System.Globalization.CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : fallback;

    // The second way asks what the server has planned for the first: it costs little.
    private static async Task<bool> Same(InMemoryStore memory, Neo4jStore[] stores, Plan plan)
    {
        var answer = await AnswerAsync(memory, plan);
        foreach (var store in stores)
        {
            if (await AnswerAsync(store, plan) != answer)
                return false;
        }
        return true;
    }

    private static async Task<string> AnswerAsync(IStore store, Plan plan)
    {
        using var writer = new AnswerWriter(16 << 20);
        try
        {
            var errors = (await store.AnswerAsync(plan, writer, CancellationToken.None)).Errors;
            return Encoding.UTF8.GetString(writer.Written.Span) + string.Concat(errors);
        }
        catch (Exception error)
        {
            // Another fault than the reference's is a difference too, which the shrinker must see.
            return $"no answer: {error.Message}";
        }
    }

    // The smallest data set on which the smallest plan still differs, with all that a person needs to see why.
    private static async Task<string> DescribeAsync(Neo4jServer server, Neo4jStore[] stores, Plan plan, Dataset data)
    {
        var smallest = data;
        for (var again = true; again; )
        {
            again = false;
            foreach (var smaller in Shrink.Of(smallest))
            {
                var candidate = smaller with { Sha256 = Guid.NewGuid().ToString("N") };
                await server.LoadAsync(new ResolvedGraph(candidate));
                if (await Same(new InMemoryStore(new ResolvedGraph(candidate)), stores, plan))
                    continue;
                smallest = candidate;
                again = true;
                break;
            }
        }
        await server.LoadAsync(new ResolvedGraph(smallest with { Sha256 = "last" }));
        var statement = CypherCompiler.Compile(plan).Statement;
        return $"""
            {plan}
            {statement.Text}
            {JsonSerializer.Serialize(Trees.Of(statement.Parameters), Readable)}
            in memory: {await AnswerAsync(new InMemoryStore(new ResolvedGraph(smallest)), plan)}
            on Neo4j:  {string.Join(
                "\nor:        ",
                await Task.WhenAll(stores.Select(store => AnswerAsync(store, plan)))
            )}
            {string.Join('\n', smallest.Actors)}
            {string.Join('\n', smallest.Groupings)}
            {string.Join('\n', smallest.Memberships)}
            {string.Join('\n', smallest.Partnerships)}
            {string.Join('\n', smallest.Sources)}
            {string.Join('\n', smallest.Passages)}
            """;
    }

    private sealed class SilentRunner : IRunner
    {
        public void OnStartFixture(Type t) { }

        public void OnArguments(
            int ntest,
            Microsoft.FSharp.Collections.FSharpList<object> args,
            Microsoft.FSharp.Core.FSharpFunc<
                int,
                Microsoft.FSharp.Core.FSharpFunc<Microsoft.FSharp.Collections.FSharpList<object>, string>
            > every
        ) { }

        public void OnShrink(
            Microsoft.FSharp.Collections.FSharpList<object> args,
            Microsoft.FSharp.Core.FSharpFunc<Microsoft.FSharp.Collections.FSharpList<object>, string> everyShrink
        ) { }

        public void OnFinished(string name, TestResult testResult) { }
    }
}

using System.CommandLine;
using System.Globalization;
using EcosystemGraph.Api.Asking;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Figures.Exports;
using EcosystemGraph.Neo4j;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Api.Commands;

/// <summary>Where a command that answers one question and ends has its graph from.</summary>
/// <param name="formats">The formats in which networks are written.</param>
internal sealed class StoreOptions(NetworkFormats formats)
{
    public const string Memory = "memory";
    public const string Neo4j = "neo4j";

    private readonly Option<string?> _data = DataFolder.Option();
    private readonly Option<string> _store = StoreOption();
    private readonly Neo4jOptions _neo4j = new();

    /// <summary>The option that says which store.</summary>
    public static Option<string> StoreOption()
    {
        var store = new Option<string>("--store")
        {
            Description =
                "Where the graph is: in memory, read from --data; or in the Neo4j database that `load` filled.",
            DefaultValueFactory = _ => Memory,
        };
        store.AcceptOnlyFromAmong(Memory, Neo4j);
        return store;
    }

    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_store);
        _neo4j.AddTo(command);
    }

    /// <summary>Lets a question be asked; where there is no store to ask, or the question is refused, says why and gives 2 or 1.</summary>
    public async Task<int> WithServiceAsync(
        ParseResult parsed,
        Func<QuestionService.Asking, Task<int>> work,
        CancellationToken cancellation,
        Language language = default
    )
    {
        var (sources, unreadable) = SettingSources.Read([]);
        if (sources is null)
            return await SayAsync(2, unreadable!);
        // Who runs a command waits as long as they like, and asks for as much: limits hold where they are set.
        var reader = new SettingsReader(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    new("Limits:Cost", LimitSettings.MostCost.ToString(CultureInfo.InvariantCulture)),
                ])
                .AddConfiguration(sources)
                .Build()
        );
        var limits = LimitSettings.Read(reader);
        if (reader.Problems() is [var wrong, ..])
            return await SayAsync(2, wrong);
        var drawings = new NetworkDrawings(limits);
        if (parsed.GetValue(_store) != Neo4j)
        {
            return await DataFolder.LoadAsync(parsed.GetValue(_data), cancellation) is { } loaded
                ? await AskAsync(new InMemoryStore(new ResolvedGraph(loaded.Dataset), drawings))
                : 2;
        }
        var (settings, problem) = _neo4j.Read(parsed, sources);
        if (settings is null)
            return await SayAsync(2, problem!);
        using var client = new Neo4jClient(settings);
        return await AskAsync(new Neo4jStore(client, drawings));

        async Task<int> AskAsync(IStore store)
        {
            var schema = new EcosystemSchema(formats);
            using var asking = new QuestionService(
                new QuestionAnswerer(schema, new QuestionReader(schema, limits, language), store, limits),
                store,
                drawings
            ).Begin("command", cancellation);
            try
            {
                return await work(asking);
            }
            catch (Exception error) when (Refusal.Of(error) is { } refusal)
            {
                return await SayAsync(1, refusal.Sentence);
            }
        }
    }

    private static async Task<int> SayAsync(int code, string problem)
    {
        await Console.Error.WriteLineAsync(problem.TrimEnd('.') + ".");
        return code;
    }
}

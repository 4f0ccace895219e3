using System.CommandLine;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Api.Commands;

/// <summary>Where a command that answers one question and ends has its graph from.</summary>
internal sealed class StoreOptions
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
            Description = "Where the graph is: in memory, read from --data; or in the Neo4j database that `load` filled.",
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

    /// <summary>Lets work be done on the store; where there is none, says why and gives 2.</summary>
    public async Task<int> WithStoreAsync(ParseResult parsed, Func<IStore, Task<int>> work, CancellationToken cancellation)
    {
        if (parsed.GetValue(_store) == Neo4j)
        {
            var (sources, unreadable) = SettingSources.Read([]);
            var (settings, problem) = sources is null ? (null, unreadable) : _neo4j.Read(parsed, sources);
            if (settings is null)
            {
                await Console.Error.WriteLineAsync(problem!.TrimEnd('.') + ".");
                return 2;
            }
            using var client = new Neo4jClient(settings);
            return await work(new Neo4jStore(client, new NetworkDrawings()));
        }
        if (await DataFolder.LoadAsync(parsed.GetValue(_data), cancellation) is not { } loaded) return 2;
        return await work(new InMemoryStore(new ResolvedGraph(loaded.Dataset), new NetworkDrawings()));
    }
}

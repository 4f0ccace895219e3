using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Neo4j;
using EcosystemGraph.Neo4j.Loading;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Api.Commands;

/// <summary><c>load</c>: writes a data package into a Neo4j database of its own.</summary>
internal static class LoadCommand
{
    private const int Failed = 1;

    public static Command Create()
    {
        var data = DataFolder.Option();
        var neo4j = new Neo4jOptions();
        var command = new Command(
            "load",
            "Writes a data package into a Neo4j database of its own, replacing what an earlier load wrote."
        )
        {
            data,
        };
        neo4j.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
            {
                var (sources, unreadable) = SettingSources.Read();
                var (settings, problem) = sources is null ? (null, unreadable) : neo4j.Read(parsed, sources);
                if (settings is not null)
                    return RunAsync(parsed.GetValue(data), settings, cancellation);
                Console.Error.WriteLine($"{problem}.");
                return Task.FromResult(Failed);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(string? data, Neo4jSettings settings, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        if (await DataFolder.LoadAsync(data, cancellation) is not { } loaded)
            return DataFolder.Failed;
        var graph = new ResolvedGraph(loaded.Dataset);
        // A batch may take longer than a question may.
        settings.TimeoutSeconds = 600;
        using var client = new Neo4jClient(settings);
        try
        {
            var outcome = await LoadProgressDisplay.ShowAsync(progress =>
                new GraphLoader(client, progress).LoadAsync(graph, cancellation)
            );
            await Console.Out.WriteLineAsync(
                outcome == LoadOutcome.Unchanged
                    ? $"The database holds the data of {loaded.Folder} already; nothing was changed."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"Loaded {graph.Actors.Length} actors, {graph.Groupings.Length} groupings, {graph.Memberships.Length} memberships and {graph.Partnerships.Length} partnerships from {loaded.Folder} in {watch.Elapsed.TotalSeconds:0.0} s."
                    )
            );
            return 0;
        }
        catch (Exception error) when (error is LoadException or Neo4jException)
        {
            await Console.Error.WriteLineAsync($"Not loaded: {error.Message}.");
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(
                "Not loaded: interrupted. The graph is not whole until a load has ended; start it again."
            );
            return Failed;
        }
    }
}

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Http;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j;
using EcosystemGraph.Neo4j.Http;

namespace EcosystemGraph.Api.Commands;

/// <summary><c>serve</c>: answers GraphQL questions over HTTP.</summary>
internal static class ServeCommand
{
    private const string Memory = "memory";
    private const string Neo4j = "neo4j";
    /// <summary>Where the program listens unless told otherwise.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    public static Command Create()
    {
        var data = DataFolder.Option();
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen; several addresses are separated by ';'.",
            DefaultValueFactory = _ => DefaultUrl,
        };
        var store = new Option<string>("--store")
        {
            Description = "Where the graph is: in memory, read from --data; or in the Neo4j database that `load` filled.",
            DefaultValueFactory = _ => Memory,
        };
        store.AcceptOnlyFromAmong(Memory, Neo4j);
        var neo4j = new Neo4jOptions();
        var command = new Command("serve", "Answers GraphQL questions at /graphql (the default command).") { data, urls, store };
        neo4j.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (ListenAddresses.Problem(parsed.GetValue(urls)!) is { } problem)
            {
                await Console.Error.WriteLineAsync($"{problem}. Write one such as {DefaultUrl}");
                return 1;
            }
            return parsed.GetValue(store) == Neo4j
                ? await RunOnNeo4jAsync(neo4j.Read(parsed), parsed.GetValue(urls)!, cancellation)
                : await RunInMemoryAsync(parsed.GetValue(data), parsed.GetValue(urls)!, cancellation);
        });
        return command;
    }

    private static async Task<int> RunOnNeo4jAsync(Neo4jSettings? settings, string urls, CancellationToken cancellation)
    {
        if (settings is null) return 1;
        await using var app = Build(services =>
        {
            services.AddNeo4j(settings);
            services.AddSingleton<Neo4jStore>();
            services.AddSingleton<IStore>(provider => provider.GetRequiredService<Neo4jStore>());
        }, urls);
        // The server may come later: until then each question is answered by an error that says so.
        var problem = await app.Services.GetRequiredService<Neo4jStore>().ProblemAsync(cancellation);
        return await RunAsync(app, urls, problem is null ? $"Answers from the Neo4j database at {settings.Uri}." : $"The Neo4j database at {settings.Uri} does not serve yet: {problem}.", cancellation);
    }

    private static async Task<int> RunInMemoryAsync(string? data, string urls, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        if (await DataFolder.LoadAsync(data, cancellation) is not { } loaded) return DataFolder.Failed;
        var graph = new ResolvedGraph(loaded.Dataset);

        await using var app = Build(graph, urls);
        return await RunAsync(app, urls, string.Create(CultureInfo.InvariantCulture,
            $"Loaded {graph.Actors.Length} actors, {graph.Groupings.Length} groupings, {graph.Memberships.Length} memberships and {graph.Partnerships.Length} partnerships from {loaded.Folder} in {watch.Elapsed.TotalSeconds:0.0} s."),
            cancellation);
    }

    private static async Task<int> RunAsync(WebApplication app, string urls, string started, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            var away = error is SocketException { SocketErrorCode: SocketError.AddressNotAvailable } or { InnerException: SocketException { SocketErrorCode: SocketError.AddressNotAvailable } };
            await Console.Error.WriteLineAsync(away
                ? $"Cannot listen on {urls}: this machine has no such address. Choose another: --urls {DefaultUrl}"
                : $"Cannot listen on {urls}: the port is taken or may not be used. Stop what uses it, or choose another: --urls http://localhost:5081");
            return 1;
        }
        await Console.Out.WriteLineAsync(started);
        await Console.Out.WriteLineAsync($"GraphQL at {string.Join(", ", app.Urls.Select(url => url.TrimEnd('/') + "/graphql"))}. Ctrl+C stops.");
        await Console.Out.WriteLineAsync(PageEndpoints.AreBuilt ? $"Playground at {string.Join(", ", app.Urls.Select(url => url.TrimEnd('/') + "/"))}" : PageEndpoints.HowToGetPages);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    /// <summary>The web application over a graph in memory.</summary>
    public static WebApplication Build(ResolvedGraph graph, string urls) =>
        Build(services => services.AddSingleton<IStore>(new InMemoryStore(graph)), urls);

    /// <summary>The web application over a store.</summary>
    public static WebApplication Build(Action<IServiceCollection> addStore, string urls)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(urls);
        builder.Logging.AddConsole();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Why the server could not start is told in a sentence; the host would add its stack.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddRoutingCore();
        addStore(builder.Services);
        builder.Services.AddSingleton<EcosystemSchema>();
        builder.Services.AddSingleton<QuestionReader>();
        builder.Services.AddSingleton<QuestionAnswerer>();
        var app = builder.Build();
        app.UseRouting();
        app.MapGraphQL();
        app.MapHealth();
        app.MapPages();
        return app;
    }
}

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Api.Http;
using EcosystemGraph.Api.Operation;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Api.Commands;

/// <summary><c>serve</c>: answers GraphQL questions over HTTP.</summary>
internal static class ServeCommand
{
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
        var store = StoreOptions.StoreOption();
        var neo4j = new Neo4jOptions();
        var set = new Option<string[]>("--set")
        {
            Description = "A setting of README's table, such as Http:RequestSeconds=10; may be given again.",
            HelpName = "NAME=VALUE",
        };
        var command = new Command("serve", "Answers GraphQL questions at /graphql (the default command).")
        {
            data,
            urls,
            store,
        };
        neo4j.AddTo(command);
        command.Add(set);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                if (ListenAddresses.Problem(parsed.GetValue(urls)!) is { } problem)
                {
                    await Console.Error.WriteLineAsync($"{problem}. Write one such as {DefaultUrl}");
                    return 1;
                }
                var (sources, unreadable) = SettingSources.Read(parsed.GetValue(set) ?? []);
                if (sources is null)
                    return Refuse([unreadable!]);
                var reader = new SettingsReader(sources);
                var options = new Options(parsed.GetValue(urls)!, ServiceSettings.Read(reader), sources);
                var onNeo4j = parsed.GetValue(store) == StoreOptions.Neo4j;
                var (server, wrong) = onNeo4j ? neo4j.Read(parsed, sources) : default;
                IReadOnlyList<string> problems = [.. reader.Problems(), .. wrong is null ? [] : new[] { wrong }];
                if (problems.Count > 0)
                    return Refuse(problems);
                return onNeo4j
                    ? await RunOnNeo4jAsync(server!, options, cancellation)
                    : await RunInMemoryAsync(parsed.GetValue(data), options, cancellation);
            }
        );
        return command;
    }

    private static int Refuse(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
            Console.Error.WriteLine(problem.TrimEnd('.') + ".");
        return 1;
    }

    private sealed record Options(string Urls, ServiceSettings Settings, IConfiguration Sources);

    private static async Task<int> RunOnNeo4jAsync(
        Neo4jSettings settings,
        Options options,
        CancellationToken cancellation
    )
    {
        await using var app = Build(
            services =>
            {
                services.AddSingleton(_ => new Neo4jClient(settings));
                services.AddSingleton<IDrawings>(provider => provider.GetRequiredService<NetworkDrawings>());
                services.AddSingleton<Neo4jStore>();
                services.AddSingleton<IStore>(provider => provider.GetRequiredService<Neo4jStore>());
            },
            options.Urls,
            options.Settings,
            options.Sources
        );
        // The server may come later: until then each question is answered by an error that says so.
        var problem = await app.Services.GetRequiredService<Neo4jStore>().ProblemAsync(cancellation);
        return await RunAsync(
            app,
            options,
            problem is null
                ? $"Answers from the Neo4j database at {settings.Uri}."
                : $"The Neo4j database at {settings.Uri} does not serve yet: {problem}.",
            cancellation
        );
    }

    private static async Task<int> RunInMemoryAsync(string? data, Options options, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        if (await DataFolder.LoadAsync(data, cancellation) is not { } loaded)
            return DataFolder.Failed;
        var graph = new ResolvedGraph(loaded.Dataset);

        await using var app = Build(graph, options.Urls, options.Settings, options.Sources);
        return await RunAsync(
            app,
            options,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Loaded {graph.Actors.Length} actors, {graph.Groupings.Length} groupings, {graph.Memberships.Length} memberships and {graph.Partnerships.Length} partnerships from {loaded.Folder} in {watch.Elapsed.TotalSeconds:0.0} s."
            ),
            cancellation
        );
    }

    private static async Task<int> RunAsync(
        WebApplication app,
        Options options,
        string started,
        CancellationToken cancellation
    )
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (StartException error)
        {
            return Refuse(error.Problems);
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            var away =
                error
                is SocketException { SocketErrorCode: SocketError.AddressNotAvailable }
                    or { InnerException: SocketException { SocketErrorCode: SocketError.AddressNotAvailable } };
            await Console.Error.WriteLineAsync(
                away
                    ? $"Cannot listen on {options.Urls}: this machine has no such address. Choose another: --urls {DefaultUrl}"
                    : $"Cannot listen on {options.Urls}: the port is taken or may not be used. Stop what uses it, or choose another: --urls http://localhost:5081"
            );
            return 1;
        }
        await Console.Out.WriteLineAsync(started);
        await Console.Out.WriteLineAsync(
            $"GraphQL at {string.Join(", ", app.Urls.Select(url => url.TrimEnd('/') + options.Settings.Http.BasePath + GraphQLEndpoint.Path))}. Ctrl+C stops."
        );
        await Console.Out.WriteLineAsync(
            PageEndpoints.AreBuilt
                ? $"Playground at {string.Join(", ", app.Urls.Select(url => url.TrimEnd('/') + options.Settings.Http.BasePath + "/"))}"
                : PageEndpoints.HowToGetPages
        );
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    /// <summary>The web application over a graph in memory.</summary>
    public static WebApplication Build(
        ResolvedGraph graph,
        string urls,
        ServiceSettings? settings = null,
        IConfiguration? environment = null
    ) =>
        Build(
            services =>
                services.AddSingleton<IStore>(provider => new InMemoryStore(
                    graph,
                    provider.GetRequiredService<NetworkDrawings>()
                )),
            urls,
            settings,
            environment
        );

    /// <summary>The web application over a store.</summary>
    /// <param name="addStore">Adds the store.</param>
    /// <param name="urls">Where to listen.</param>
    /// <param name="settings">The settings; null for what holds where none is set.</param>
    /// <param name="environment">Where OpenTelemetry's own variables are; null for nowhere.</param>
    public static WebApplication Build(
        Action<IServiceCollection> addStore,
        string urls,
        ServiceSettings? settings = null,
        IConfiguration? environment = null
    )
    {
        settings ??= ServiceSettings.Unset;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(urls);
        builder.AddLogs(settings.Logs);
        addStore(builder.Services);
        builder.AddService(settings);
        if (environment is not null)
            builder.AddOpenTelemetryExport(environment);
        var app = builder.Build();
        app.UseService(settings);
        app.MapPages();
        return app;
    }
}

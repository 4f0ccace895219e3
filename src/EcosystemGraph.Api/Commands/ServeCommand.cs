using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Http;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Stores.InMemory;

namespace EcosystemGraph.Api.Commands;

/// <summary><c>serve</c>: answers GraphQL questions over HTTP.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://localhost:5080";

    public static Command Create()
    {
        var data = DataFolder.Option();
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen; several addresses are separated by ';'.",
            DefaultValueFactory = _ => DefaultUrl,
        };
        var command = new Command("serve", "Answers GraphQL questions at /graphql (the default command).") { data, urls };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(data)!, parsed.GetValue(urls)!, cancellation));
        return command;
    }

    public static async Task<int> RunAsync(string? data, string urls, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        if (await DataFolder.LoadAsync(data, cancellation) is not { } loaded) return DataFolder.Failed;
        var graph = new ResolvedGraph(loaded.Dataset);

        var app = Build(graph, urls);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception error) when (error is IOException or SocketException or UriFormatException or FormatException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync(ListeningFailed(urls, error));
            return 1;
        }
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"Loaded {graph.Actors.Length} actors, {graph.Groupings.Length} groupings, {graph.Memberships.Length} memberships and {graph.Partnerships.Length} partnerships from {loaded.Folder} in {watch.Elapsed.TotalSeconds:0.0} s."));
        await Console.Out.WriteLineAsync($"GraphQL at {string.Join(", ", app.Urls.Select(url => url.TrimEnd('/') + "/graphql"))}. Ctrl+C stops.");
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    /// <summary>The web application over a graph in memory.</summary>
    public static WebApplication Build(ResolvedGraph graph, string urls)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(urls);
        builder.Logging.AddConsole();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IStore>(new InMemoryStore(graph));
        builder.Services.AddSingleton<EcosystemSchema>();
        builder.Services.AddSingleton<QuestionReader>();
        builder.Services.AddSingleton<QuestionAnswerer>();
        var app = builder.Build();
        app.UseRouting();
        app.MapGraphQL();
        app.MapGet("/health/live", () => "live");
        app.MapGet("/health/ready", () => "ready");
        return app;
    }

    private static string ListeningFailed(string urls, Exception error) => error is IOException or SocketException
        ? $"Cannot listen on {urls}: the port is taken or may not be used. Stop what uses it, or choose another: --urls http://localhost:5081"
        : $"Cannot listen on '{urls}': that is no address. Write one such as {DefaultUrl}";
}

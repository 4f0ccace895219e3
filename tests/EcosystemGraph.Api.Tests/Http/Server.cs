using EcosystemGraph.Api.Commands;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Stores.InMemory;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>A server of a test's own, with settings, over the seed data or another store.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly Lazy<Task<ResolvedGraph>> Seed = new(async () =>
        new ResolvedGraph(
            (await PackageReader.ReadAsync(SharedFiles.InRepository("seed-data"), CancellationToken.None)).Dataset
        )
    );

    private readonly HttpClientHandler _handler = new();

    private Server(WebApplication app)
    {
        App = app;
        Client = new HttpClient(_handler);
    }

    public WebApplication App { get; }

    public HttpClient Client { get; }

    public Uri Root { get; private set; } = null!;

    /// <summary>The address of /graphql.</summary>
    public Uri Address => new(Root, "/graphql");

    /// <summary>Starts a server with settings, written NAME=VALUE.</summary>
    public static Task<Server> StartAsync(params string[] settings) => StartAsync(null, settings);

    /// <summary>Starts a server over a store.</summary>
    public static Task<Server> StartAsync(IStore? store, params string[] settings) => StartAsync(store, null, settings);

    /// <summary>Starts a server, its services changed last.</summary>
    public static async Task<Server> StartAsync(
        IStore? store,
        Action<IServiceCollection>? change,
        params string[] settings
    )
    {
        var configuration = Configuration(settings);
        var reader = new SettingsReader(configuration);
        var read = ServiceSettings.Read(reader);
        Assert.That(reader.Problems(), Is.Empty);
        store ??= new InMemoryStore(await Seed.Value);
        var server = new Server(
            ServeCommand.Build(
                services =>
                {
                    services.AddSingleton(store);
                    change?.Invoke(services);
                },
                "http://127.0.0.1:0",
                read,
                configuration
            )
        );
        await server.App.StartAsync();
        server.Root = new Uri(server.App.Urls.Single());
        return server;
    }

    public static IConfiguration Configuration(params string[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings
                    .Select(setting => setting.Split('=', 2))
                    .ToDictionary(pair => pair[0], pair => (string?)pair[1])
            )
            .Build();

    /// <summary>Asks by GET, with headers written NAME: VALUE.</summary>
    public Task<HttpResponseMessage> GetAsync(string parameters, params string[] headers) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Root, "/graphql?" + parameters)), headers);

    /// <summary>Asks by POST.</summary>
    public Task<HttpResponseMessage> PostAsync(string body, params string[] headers) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, Address) { Content = SeedServer.Json(body) }, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, params string[] headers)
    {
        using (request)
        {
            foreach (var header in headers.Select(header => header.Split(": ", 2)))
                request.Headers.TryAddWithoutValidation(header[0], header[1]);
            return await Client.SendAsync(request);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler.Dispose();
        await App.DisposeAsync();
    }
}

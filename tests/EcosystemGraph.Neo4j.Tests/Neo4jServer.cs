using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Neo4j.Loading;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Tests;

/// <summary>
/// A Neo4j server to test with: the one that <c>Neo4j__Uri</c> names, else one started from <c>NEO4J_HOME</c> or from
/// beside the documents, with folders and ports of its own.
/// </summary>
public sealed class Neo4jServer : IAsyncDisposable
{
    private readonly string? _home;
    private readonly string? _folder;
    private Process? _process;

    private Neo4jServer(Neo4jSettings[] ways, string? home, string? folder)
    {
        Ways = ways;
        _home = home;
        _folder = folder;
    }

    /// <summary>The ways to it: over Bolt and over HTTP; one where it is a server that was there already.</summary>
    public IReadOnlyList<Neo4jSettings> Ways { get; }

    /// <summary>Where it is, over Bolt.</summary>
    public Neo4jSettings Settings => Ways[0];

    /// <summary>A server for the tests; where there is none, the test is ignored, and fails where CI=true.</summary>
    /// <param name="own">Whether it must be one of the test's own, which it may stop.</param>
    /// <param name="configuration">Further lines of its configuration.</param>
    public static async Task<Neo4jServer> StartAsync(bool own = false, params string[] configuration)
    {
        if (!own && Environment.GetEnvironmentVariable("Neo4j__Uri") is { Length: > 0 } uri)
        {
            return new Neo4jServer(
                [
                    new Neo4jSettings
                    {
                        Uri = uri,
                        User = Environment.GetEnvironmentVariable("Neo4j__User") ?? "",
                        Password = Environment.GetEnvironmentVariable("Neo4j__Password") ?? "",
                    },
                ],
                null,
                null
            );
        }
        var home = Environment.GetEnvironmentVariable("NEO4J_HOME") is { Length: > 0 } given
            ? given
            : Path.GetDirectoryName(Path.GetDirectoryName(SharedFiles.Shared("neo4j/bin/neo4j")))!;
        SharedFiles.NeedsJava();
        var folder = Directory.CreateTempSubdirectory("neo4j").FullName;
        var (bolt, http) = (FreePort(), FreePort());
        Configure(home, folder, bolt, http, configuration);
        var server = new Neo4jServer(
            [
                new Neo4jSettings { Uri = $"bolt://127.0.0.1:{bolt}" },
                new Neo4jSettings { Uri = $"http://127.0.0.1:{http}" },
            ],
            home,
            folder
        );
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts the server, or starts it again.</summary>
    public async Task StartAsync()
    {
        _process = Process.Start(
            new ProcessStartInfo(Path.Combine(_home!, "bin", "neo4j"), ["console"])
            {
                Environment = { ["NEO4J_CONF"] = Path.Combine(_folder!, "conf") },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ReadyAsync();
    }

    /// <summary>Stops the server as an operator does, or as a power cut does.</summary>
    public async Task StopAsync(bool atOnce = false)
    {
        if (_process is null)
            return;
        if (atOnce)
            _process.Kill(entireProcessTree: true);
        else
            using (
                Process.Start(
                    "kill",
                    ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]
                )
            ) { }
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Where it is over a scheme.</summary>
    public Neo4jSettings Over(string scheme) =>
        Ways.First(way => way.Uri.StartsWith(scheme + "://", StringComparison.Ordinal));

    /// <summary>A client of the server, over Bolt.</summary>
    public Neo4jClient Client() => new Neo4jClient(Settings);

    /// <summary>Puts a graph into the server in place of what is there.</summary>
    public async Task LoadAsync(ResolvedGraph graph) =>
        await new GraphLoader(Client(), new Progress<LoadProgress>()).LoadAsync(graph, CancellationToken.None);

    /// <summary>Removes everything.</summary>
    public Task ClearAsync() =>
        Client().RunAsync(new Statement("MATCH (n) DETACH DELETE n", AccessMode.Write), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await StopAsync(atOnce: true);
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }

    // Each of its ports may be the last to answer.
    private async Task ReadyAsync()
    {
        foreach (var way in Ways)
            await ReadyAsync(way.Uri);
    }

    private static async Task ReadyAsync(string uri)
    {
        using var client = new Neo4jClient(new Neo4jSettings { Uri = uri, TimeoutSeconds = 5 });
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await client.RunAsync(new Statement("RETURN 1"), CancellationToken.None);
                return;
            }
            catch (Neo4jException error)
                when (error.Fault is Neo4jFault.Unauthorized
                    || error.Message.Contains("bolt+s://", StringComparison.Ordinal)
                )
            {
                return;
            }
            catch (Neo4jException) when (deadline.Elapsed < TimeSpan.FromSeconds(90))
            {
                await Task.Delay(200);
            }
        }
    }

    private static void Configure(string home, string folder, int bolt, int http, string[] further)
    {
        var conf = Directory.CreateDirectory(Path.Combine(folder, "conf")).FullName;
        var lines = File.ReadAllLines(Path.Combine(home, "conf", "neo4j.conf"))
            .Select(line =>
                line.StartsWith("server.bolt.listen_address", StringComparison.Ordinal)
                    ? $"server.bolt.listen_address=127.0.0.1:{bolt}"
                : line.StartsWith("server.http.listen_address", StringComparison.Ordinal)
                    ? $"server.http.listen_address=127.0.0.1:{http}"
                : further.Any(other => other.Split('=')[0] == line.Split('=')[0]) ? ""
                : line
            )
            .ToList();
        foreach (var directory in new[] { "data", "logs", "run", "plugins", "import" })
            lines.Add($"server.directories.{directory}={Path.Combine(folder, directory)}");
        lines.Add($"server.directories.transaction.logs.root={Path.Combine(folder, "data", "transactions")}");
        if (!further.Any(line => line.StartsWith("dbms.security.auth_enabled", StringComparison.Ordinal)))
            lines.Add("dbms.security.auth_enabled=false");
        lines.AddRange(further);
        File.WriteAllLines(Path.Combine(conf, "neo4j.conf"), lines);
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

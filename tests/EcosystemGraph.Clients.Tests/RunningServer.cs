using System.Diagnostics;

namespace EcosystemGraph.Clients.Tests;

/// <summary>The program, serving the seed data from a process of its own on a free port, as long as the tests run.</summary>
[SetUpFixture]
public sealed class RunningServer
{
    private Process _process = null!;

    /// <summary>Where it answers.</summary>
    public static string Endpoint { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Program("EcosystemGraph.Api"), "serve", "--data", SharedFiles.InRepository("seed-data"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        var error = _process.StandardError.ReadToEndAsync();
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
        {
            // "GraphQL at http://127.0.0.1:40123/graphql. Ctrl+C stops."
            if (!line.StartsWith("GraphQL at ", StringComparison.Ordinal)) continue;
            Endpoint = line["GraphQL at ".Length..line.IndexOf("/graphql", StringComparison.Ordinal)] + "/graphql";
            return;
        }
        Assert.Fail($"the server does not start: {await error}");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    /// <summary>A program that was built with the tests.</summary>
    internal static string Program(string name) => Path.Combine(TestContext.CurrentContext.TestDirectory, name + ".dll");
}

using System.Diagnostics;

namespace EcosystemGraph.Clients.Tests;

/// <summary>The program, serving a folder of data from a process of its own on a free port.</summary>
internal sealed class RunningServer : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private RunningServer(Process process, string endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    /// <summary>Where it answers.</summary>
    public string Endpoint { get; }

    /// <summary>Starts the program as its users do, and waits until it says where it answers.</summary>
    public static async Task<RunningServer> StartAsync(string data)
    {
        // Generated documents have more names of their own than people's.
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Program("EcosystemGraph.Api"),
                "serve",
                "--data",
                data,
                "--urls",
                "http://127.0.0.1:0",
                "--set",
                "Limits:Aliases=20000",
                "--set",
                "Limits:Fields=20000",
                "--set",
                "Limits:Directives=20000",
                "--set",
                "Limits:PlanSteps=1000000",
                "--set",
                "Limits:Values=100000",
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            while (await process.StandardOutput.ReadLineAsync().WaitAsync(Limit) is { } line)
            {
                // "GraphQL at http://127.0.0.1:40123/graphql. Ctrl+C stops."
                if (!line.StartsWith("GraphQL at ", StringComparison.Ordinal))
                    continue;
                return new RunningServer(
                    process,
                    line["GraphQL at ".Length..line.IndexOf("/graphql", StringComparison.Ordinal)] + "/graphql"
                );
            }
            throw new InvalidOperationException($"the server does not start: {await error}");
        }
        catch
        {
            Stop(process);
            throw;
        }
    }

    /// <summary>A program that was built with the tests.</summary>
    public static string Program(string name) => Path.Combine(TestContext.CurrentContext.TestDirectory, name + ".dll");

    public void Dispose() => Stop(_process);

    private static void Stop(Process process)
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}

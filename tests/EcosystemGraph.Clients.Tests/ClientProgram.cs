using System.ComponentModel;
using System.Diagnostics;

namespace EcosystemGraph.Clients.Tests;

/// <summary>A client as a process.</summary>
internal static class ClientProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code and all that it printed; -1 where it did not end in time.</returns>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    public static async Task<(int Code, string Printed)> RunAsync(
        string program,
        string folder,
        string[] arguments,
        params (string Name, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        // A test runner of Node's inside another would report to that one instead of printing.
        start.Environment.Remove("NODE_TEST_CONTEXT");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{await output}{await error}\nstopped: it took more than {Limit.TotalMinutes} minutes");
        }
    }
}

using System.Diagnostics;
using System.Globalization;

namespace EcosystemGraph.Api.Tests.Commands;

/// <summary>The program as a process of its own, as a user starts it.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _error;

    private RunningProgram(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts the program that was built with the tests.</summary>
    public static RunningProgram Start(
        string[] arguments,
        string? folder = null,
        params (string Name, string Value)[] environment
    )
    {
        var program = Path.Combine(TestContext.CurrentContext.TestDirectory, "EcosystemGraph.Api.dll");
        // Tests that a shell runs in the background ignore SIGINT, and whatever they start inherits that.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(command[0], [.. command[1..], program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        string[] arguments,
        string? folder = null
    )
    {
        using var program = Start(arguments, folder);
        var output = program._process.StandardOutput.ReadToEndAsync();
        return (await program.EndAsync(), await output, await program._error);
    }

    /// <summary>The next line it prints; null at its end.</summary>
    public async Task<string?> LineAsync() => await _process.StandardOutput.ReadLineAsync().WaitAsync(Limit);

    /// <summary>Sends a signal and waits for the end.</summary>
    public async Task<int> SignalAsync(string signal)
    {
        await SendAsync(signal);
        return await EndAsync();
    }

    /// <summary>Sends a signal that does not end it.</summary>
    public async Task SendAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for its end; gives its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Limit);
        return _process.ExitCode;
    }

    /// <summary>What it said on the error stream, once it has ended.</summary>
    public Task<string> ErrorAsync() => _error;

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}

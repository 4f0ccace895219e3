using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Figures.Tests.Exports;

/// <summary>Programs that read exported files, each as a process of its own.</summary>
internal static partial class ReaderProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly Lazy<Task> NodePackages = new(async () =>
    {
        var (code, printed) = await RunAsync(
            "npm",
            Folder,
            ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]
        );
        Assert.That(code, Is.Zero, printed);
    });

    /// <summary>The folder of the readers' scripts.</summary>
    public static string Folder => SharedFiles.InRepository(Path.Combine("tests", "exports-readers"));

    /// <summary>Writes a network into a file of a new folder, which goes with the test's own.</summary>
    /// <returns>Its path.</returns>
    public static async Task<string> WrittenAsync(string format, Extract extract, ExportOptions? options = null)
    {
        var writer = NetworkFormats.BuiltIn.Of(format);
        var folder = Directory.CreateTempSubdirectory("exports-").FullName;
        Made.Add(folder);
        var path = Path.Combine(folder, "network." + writer.Format.FileExtension);
        await using var file = File.Create(path);
        await writer.WriteAsync(extract, options ?? new ExportOptions(), file, CancellationToken.None);
        return path;
    }

    private static readonly List<string> Made = [];

    /// <summary>Removes the files that tests wrote.</summary>
    public static void Clean()
    {
        foreach (var folder in Made)
            Directory.Delete(folder, recursive: true);
        Made.Clear();
    }

    /// <summary>What a reader of readers.py saw in a file.</summary>
    public static async Task<JsonNode> PythonAsync(string reader, string file)
    {
        const string Python = "/usr/bin/python3";
        if (!File.Exists(Python))
            SharedFiles.Missing($"there is no {Python}");
        var (code, printed) = await RunAsync(Python, Folder, [Path.Combine(Folder, "readers.py"), reader, file]);
        if (MissingIn(printed) is { } missing)
            SharedFiles.Missing($"{Python} has no {missing}; .ci/run installs it");
        Assert.That(code, Is.Zero, printed);
        return JsonNode.Parse(printed)![0]!;
    }

    /// <summary>The module or program that a script of Python's found missing; null where it lacked none.</summary>
    private static string? MissingIn(string printed)
    {
        var found = MissingModule().Match(printed);
        return found.Success ? found.Groups["name"].Value : null;
    }

    [GeneratedRegex(
        @"^(ModuleNotFoundError: No module named|FileNotFoundError: \[Errno 2\] No such file or directory:) '(?<name>[\w-]+)'",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MissingModule();

    /// <summary>What a script of the folder printed about files.</summary>
    public static async Task<JsonNode> NodeAsync(string script, params string[] files)
    {
        await NodePackages.Value;
        var (code, printed) = await RunAsync("node", Folder, [Path.Combine(Folder, script), .. files]);
        Assert.That(code, Is.Zero, printed);
        return JsonNode.Parse(printed)!;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code, and what it printed: where that is 0, on its output only.</returns>
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
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            SharedFiles.Missing($"'{program}' is not installed; .ci/run installs it");
            throw;
        }
        using var _ = process;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? (0, await output) : (process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{program} took more than {Limit.TotalMinutes} minutes");
        }
    }
}

using System.Globalization;

namespace EcosystemGraph.Clients.Tests;

/// <summary>The packages of the clients that run on Node.js, installed once.</summary>
internal static class NodePackages
{
    private const int Oldest = 20;

    private static readonly Lazy<Task<string?>> Installing = new(InstallAsync);

    /// <summary>The folder of the clients.</summary>
    public static string Folder => SharedFiles.InRepository(Path.Combine("tests", "clients"));

    /// <summary>Waits until the packages are there; without Node.js the test is left out.</summary>
    public static async Task InstalledAsync()
    {
        SharedFiles.NeedsProgram("node");
        SharedFiles.NeedsProgram("npm");
        if (await Installing.Value is { } problem)
            Assert.Fail(problem);
    }

    private static async Task<string?> InstallAsync()
    {
        var (_, version) = await ClientProgram.RunAsync("node", Folder, ["--version"]);
        if (
            !int.TryParse(
                version.TrimStart('v').Split('.')[0],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var major
            )
            || major < Oldest
        )
        {
            return $"the clients need Node.js {Oldest} or later; here it is {version.Trim()}";
        }
        var (code, printed) = await ClientProgram.RunAsync(
            "npm",
            Folder,
            ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]
        );
        return code == 0 ? null : $"npm ci in tests/clients failed:\n{printed}";
    }
}

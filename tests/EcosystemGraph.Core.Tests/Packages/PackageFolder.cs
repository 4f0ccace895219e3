using System.Globalization;
using System.Text;
using EcosystemGraph.Core.Packages;

namespace EcosystemGraph.Core.Tests.Packages;

/// <summary>A data package in a folder of its own, gone after the test.</summary>
internal sealed class PackageFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ecosystemgraph-");

    public string Path => _folder.FullName;

    /// <summary>The least a package holds: two actors and a membership.</summary>
    public static PackageFolder Small() =>
        new PackageFolder()
            .With("actors.csv", "id,name\na,Anna\nb,Bert\n")
            .With("memberships.csv", "actor,grouping\na,g\nb,g\n");

    public PackageFolder With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public PackageFolder With(string file, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);
        return this;
    }

    public PackageFolder WithFolder(string name)
    {
        _folder.CreateSubdirectory(name);
        return this;
    }

    public Task<PackageReading> ReadAsync() => PackageReader.ReadAsync(Path, CancellationToken.None);

    /// <summary>Reads and gives each error as a user is shown it: file:line:column: what is wrong; what would be right.</summary>
    public async Task<string[]> ErrorsAsync() => [.. (await ReadAsync()).Issues.Errors.Select(Shown)];

    public string Shown(Issue issue)
    {
        var (line, column) = PackageReader.Locate(Path, issue);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{issue.Place.File}:{line}:{column}: {issue.Problem}; {issue.Remedy}"
        );
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

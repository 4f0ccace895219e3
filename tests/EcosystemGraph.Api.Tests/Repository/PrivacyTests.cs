using System.Diagnostics;
using System.Text;

namespace EcosystemGraph.Api.Tests.Repository;

/// <summary>Nothing in the repository names the machine it was made on.</summary>
public sealed class PrivacyTests
{
    [Test]
    public void No_file_names_this_machine_or_its_folders()
    {
        var root = Path.GetDirectoryName(SharedFiles.InRepository("EcosystemGraph.sln"))!;
        var shared = Environment.GetEnvironmentVariable("ECOSYSTEM_SHARED");
        var names = new[]
        {
            root,
            shared,
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/",
            "@" + Environment.MachineName,
            "//" + Environment.MachineName,
        }
            .Where(name => name is { Length: > 3 })
            .ToArray();
        using var git = Process.Start(
            new ProcessStartInfo("git", ["-C", root, "ls-files", "-z"])
            {
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(files, Has.Length.GreaterThan(50));
        foreach (var file in files.Select(file => Path.Combine(root, file)).Where(File.Exists))
        {
            var text = File.ReadAllText(file);
            foreach (var name in names)
                Assert.That(text, Does.Not.Contain(name!), file);
        }
    }

    [Test]
    public void Packages_come_from_wherever_a_machine_is_set_to_take_them()
    {
        Assert.That(
            File.Exists(SharedFiles.InRepository("nuget.config")),
            Is.False,
            "a registry is a machine's setting, not the project's"
        );
        Assert.That(File.Exists(SharedFiles.InRepository("NuGet.Config")), Is.False);
    }
}

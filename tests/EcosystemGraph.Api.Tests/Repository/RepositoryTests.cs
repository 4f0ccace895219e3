using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Api.Tests.Repository;

/// <summary>What holds of the repository as a whole.</summary>
public sealed class RepositoryTests
{
    private const int Run = 8;

    [Test]
    public void References_point_one_way()
    {
        var allowed = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Core"] = [],
            ["Neo4j"] = ["Core"],
            ["Figures"] = ["Core"],
            ["Api"] = ["Core", "Neo4j", "Figures"],
        };
        var projects = Directory
            .GetDirectories(SharedFiles.InRepository("src"), "EcosystemGraph.*")
            .Select(folder => Path.GetFileName(folder).Split('.')[1])
            .ToArray();

        Assert.That(projects, Is.SubsetOf(allowed.Keys), "say here what a new project may refer to");
        foreach (var project in projects)
            Assert.That(References(Project(project)), Is.SubsetOf(allowed[project]), project);
    }

    [Test]
    public void The_core_has_one_package()
    {
        Assert.That(
            Project("Core").Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value),
            Is.EqualTo(new[] { "CsvHelper" })
        );
    }

    [Test]
    public void No_sentence_of_a_document_stands_in_the_repository()
    {
        var documents = Path.GetDirectoryName(SharedFiles.Shared("documents/pes21-interactions.txt"))!;
        var names = Names();
        var runs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in Directory.GetFiles(documents, "*.txt"))
        {
            foreach (var line in File.ReadLines(document))
            {
                foreach (var run in Runs(FoldedText.Of(line)))
                {
                    // A name may be longer than that.
                    if (!names.Any(name => name.Contains(run, StringComparison.Ordinal)))
                        runs.TryAdd(run, Path.GetFileName(document));
                }
            }
        }
        Assert.That(runs, Has.Count.GreaterThan(1000), "the documents were read");

        var found = new List<string>();
        // A figure is names, and sentences of this program whose sources are looked at here.
        foreach (var file in TrackedFiles().Where(file => !file.Contains("/docs/figures/", StringComparison.Ordinal)))
        {
            // A cell of a table is a text of its own; commas within it do not end it.
            var text = File.ReadAllText(file);
            foreach (var part in file.EndsWith(".csv", StringComparison.Ordinal) ? Cells(text) : [text])
            {
                found.AddRange(Runs(FoldedText.Of(part)).Where(runs.ContainsKey).Select(run => $"{file}: {run}"));
            }
        }
        Assert.That(found, Is.Empty);
    }

    [Test]
    public void A_sentence_within_a_cell_would_be_found()
    {
        Assert.That(Cells("a,\"b, \"\"c\"\"\nd\",e|f\r\ng"), Is.EqualTo(new[] { "a", "b, \"c\"\nd", "e", "f", "g" }));
    }

    [Test]
    public void A_sentence_would_be_found()
    {
        Assert.That(Runs("a b c d e f g h i"), Is.EqualTo(new[] { "a b c d e f g h", "b c d e f g h i" }));
    }

    private static XDocument Project(string name) =>
        XDocument.Load(SharedFiles.InRepository($"src/EcosystemGraph.{name}/EcosystemGraph.{name}.csproj"));

    private static IEnumerable<string> References(XDocument project) =>
        project
            .Descendants("ProjectReference")
            .Select(reference =>
                Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')).Split('.')[
                    ^1
                ]
            );

    // Quoted cells hold commas, line breaks and doubled quotation marks (RFC 4180).
    private static string[] Cells(string table)
    {
        var cells = new List<StringBuilder> { new() };
        var quoted = false;
        for (var i = 0; i < table.Length; i++)
        {
            if (table[i] == '"')
            {
                if (quoted && i + 1 < table.Length && table[i + 1] == '"')
                    cells[^1].Append(table[++i]);
                else
                    quoted = !quoted;
            }
            else if (table[i] == '|' || (!quoted && table[i] is (',' or '\n')))
            {
                cells.Add(new());
            }
            else
            {
                cells[^1].Append(table[i]);
            }
        }
        return [.. cells.Select(cell => cell.ToString().TrimEnd('\r'))];
    }

    private static IEnumerable<string> Runs(string folded)
    {
        var words = folded.Split(' ');
        for (var i = 0; i + Run <= words.Length; i++)
            yield return string.Join(' ', words, i, Run);
    }

    private static string[] Names() =>
        [
            .. new[] { "names.csv", "actors.csv", "groupings.csv" }
                .SelectMany(file => Cells(File.ReadAllText(SharedFiles.InRepository($"seed-data/{file}"))))
                .Select(FoldedText.Of),
        ];

    private static IEnumerable<string> TrackedFiles()
    {
        var root = Path.GetDirectoryName(SharedFiles.InRepository("EcosystemGraph.sln"))!;
        using var git = Process.Start(
            new ProcessStartInfo("git", ["-C", root, "ls-files", "-z"])
            {
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.That(files, Has.Length.GreaterThan(50), "git lists the files");
        return files.Select(file => Path.Combine(root, file)).Where(File.Exists);
    }
}

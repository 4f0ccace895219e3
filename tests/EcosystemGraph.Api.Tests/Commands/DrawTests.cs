using System.Text;

namespace EcosystemGraph.Api.Tests.Commands;

/// <summary><c>figure</c> and <c>export</c>: a file for a report or for another program, in one step.</summary>
public sealed class DrawTests
{
    private static readonly string Seed = SharedFiles.InRepository("seed-data");

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("ecosystem").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("rares.svg", "<?xml")]
    [TestCase("rares.png", "PNG")]
    [TestCase("rares.pdf", "%PDF-")]
    public async Task A_figure_is_written_as_its_name_says_and_its_caption_printed(string name, string start)
    {
        var (code, output, error) = await RunAsync("figure", name, "--focus", "rares", "--language", "EN");

        Assert.That(code, Is.Zero, error);
        Assert.That(
            Encoding.Latin1.GetString((await File.ReadAllBytesAsync(Path.Combine(_folder, name)))[..8]),
            Does.Contain(start)
        );
        Assert.That(
            output.Replace('\u00A0', ' '),
            Does.Contain(
                "Scope: around “Regroupons les Accompagnateurs des innovateurs agri-ruraux en BFC”, at most one link away; without categories (bodies that no source names one by one) (10 bodies, 10 ties of which "
            )
        );
        Assert.That(error, Does.Contain("10 bodies, 10 ties").And.Contain($"Wrote {Path.Combine(_folder, name)} ("));
    }

    [TestCase("all.gexf", "<gexf")]
    [TestCase("all.graphml", "<graphml")]
    [TestCase("all.dot", "graph")]
    [TestCase("all.mmd", "flowchart")]
    [TestCase("all.csv", "Source,Target,")]
    [TestCase("all.xlsx", "PK")]
    [TestCase("all.jsonld", "@context")]
    [TestCase("all.cyjs", "elements")]
    public async Task An_export_is_written_as_its_name_says(string name, string holds)
    {
        var (code, output, error) = await RunAsync("export", name);

        Assert.That(code, Is.Zero, error);
        Assert.That(
            Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(_folder, name))),
            Does.Contain(holds)
        );
        Assert.That(error, Does.Contain("76 bodies, 89 ties"));
        Assert.That(output, Is.Empty);
    }

    [Test]
    public async Task Two_dates_make_a_figure_of_what_changed()
    {
        var (code, output, _) = await RunAsync(
            "figure",
            "change.svg",
            "--earlier",
            "2017",
            "--later",
            "2021-Q1",
            "--language",
            "EN"
        );

        Assert.That(code, Is.Zero);
        Assert.That(output, Does.StartWith("What changed"));
    }

    [TestCase("figure", "a.gif", 1, ".gif is no format of figures; give .svg, .png or .pdf.")]
    [TestCase(
        "export",
        "a.svg",
        1,
        ".svg is no format of networks; give .gexf, .graphml, .dot, .mmd, .csv, .xlsx, .jsonld, .cyjs."
    )]
    [TestCase("figure", "a.svg --focus pes-22", 1, "focus: there is no entity 'pes-22'; did you mean 'pes-21'")]
    [TestCase("figure", "a.svg --depth x", 1, "depth is 'x'; give a whole number.")]
    [TestCase("figure", "a.svg --width 10", 1, "style: width is 10; it must be from 400 to 6000.")]
    [TestCase("figure", "a.svg --layout ROUND", 1, "ROUND")]
    [TestCase("figure", "a.svg --earlier 2020", 1, "later")]
    [TestCase("figure", "nowhere/a.svg", 2, "There is no folder for '")]
    public async Task What_cannot_be_made_says_why_and_leaves_no_file(
        string command,
        string arguments,
        int expected,
        string message
    )
    {
        var given = arguments.Split(' ');
        var (code, _, error) = await RunAsync(command, given[0], given[1..]);

        Assert.That(code, Is.EqualTo(expected), error);
        Assert.That(error, Does.Contain(message).And.Not.Contain("   at "));
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }

    private Task<(int Code, string Output, string Error)> RunAsync(
        string command,
        string name,
        params string[] arguments
    ) => RunningProgram.RunAsync([command, "--out", Path.Combine(_folder, name), "--data", Seed, .. arguments]);
}

using EcosystemGraph.Api.WebPages;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Api.Tests.WebPages;

/// <summary>The page at /figures with what Node.js built, and without.</summary>
public sealed class PageFilesTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("ecosystem").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_script_is_found_under_whatever_name_it_was_built()
    {
        File.WriteAllText(
            Path.Combine(_folder, "manifest.json"),
            """{ "src/figures/main.ts": { "file": "assets/figures-x.js" }, "src/shared/icon.svg": { "file": "assets/icon-y.svg" } }"""
        );

        Assert.That(
            Whole(),
            Does.Contain("""<script type="module" src="assets/figures-x.js"></script>""")
                .And.Contain("assets/icon-y.svg")
        );
    }

    [Test]
    public void Without_Node_the_page_is_there_without_a_script()
    {
        Assert.That(
            Whole(),
            Does.Contain("<form id=\"choices\" action=\"figures#result\" method=\"get\"")
                .And.Contain("<style>")
                .And.Not.Contain("<script")
                .And.Not.Contain("assets/")
        );
    }

    // As where not even lists could be read.
    private string Whole() =>
        new FigurePage(
            PageFiles.Read(_folder),
            NetworkFormats.BuiltIn,
            FigureTexts.In(Language.FR),
            FigureLists.None,
            new FigureChoices { Language = Language.FR, Focus = "" }
        )
            .Whole(null, "x")
            .ToString();
}

using System.Xml.Linq;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Figures.Tests.Exports;

/// <summary>Graphviz reads DOT and draws it.</summary>
public sealed class GraphvizTests
{
    [OneTimeTearDown]
    public void Clean() => ReaderProgram.Clean();

    [Test]
    public async Task Every_body_and_link_is_read_with_its_passages([Values] bool hostile)
    {
        var extract = hostile ? Networks.Hostile() : await Networks.SeedAsync();
        var read = await ReaderProgram.PythonAsync("dot", await ReaderProgram.WrittenAsync("DOT", extract));

        Assert.That(read["directed"]!.GetValue<bool>(), Is.True);
        ReadBack.HasBodies(read, extract);
        ReadBack.HasLinks(read, extract);
        foreach (var link in extract.Ties.SelectMany(t => t.Links))
        {
            var edge = read["edges"]!
                .AsArray()
                .Single(e =>
                    ReadBack.Text(e!["id"]) == (link.IsMembership ? "membership:" : "partnership:") + link.Id
                )!;
            Assert.That(ReadBack.Text(edge["dir"]), Is.EqualTo(link.Directed ? null : "none"));
            Assert.That(
                ReadBack.Text(edge["style"]),
                Is.EqualTo(
                    link.Status switch
                    {
                        Status.CURRENT => null,
                        Status.PLANNED => "dotted",
                        _ => "dashed",
                    }
                )
            );
        }
    }

    [Test]
    public async Task A_projected_network_is_an_undirected_graph(
        [Values(ExtractProjection.ACTORS, ExtractProjection.GROUPINGS)] ExtractProjection projection
    )
    {
        var extract = Networks.Projected(await Networks.SeedAsync(), projection);
        var read = await ReaderProgram.PythonAsync("dot", await ReaderProgram.WrittenAsync("DOT", extract));

        Assert.That(read["directed"]!.GetValue<bool>(), Is.False);
        ReadBack.HasBodies(read, extract);
        ReadBack.HasTies(read, extract);
    }

    [Test]
    public async Task Hostile_names_are_drawn_as_they_are()
    {
        var extract = Networks.Hostile();
        var file = await ReaderProgram.WrittenAsync(
            "DOT",
            extract,
            new ExportOptions { Marks = Networks.Marks(extract) }
        );
        // Graphviz itself writes control characters such as ESC into SVG as they came; ours were replaced before.
        var (code, printed) = await ReaderProgram.RunAsync("neato", ReaderProgram.Folder, ["-n", "-Tsvg", file]);

        Assert.That(code, Is.Zero, printed);
        var svg = XDocument.Parse(printed, LoadOptions.PreserveWhitespace);
        XNamespace space = "http://www.w3.org/2000/svg";
        var nodes = svg.Descendants(space + "g")
            .Where(g => (string?)g.Attribute("class") == "node")
            .ToDictionary(
                g => g.Element(space + "title")!.Value,
                g => string.Join('\n', g.Elements(space + "text").Select(t => t.Value)),
                StringComparer.Ordinal
            );
        Assert.That(nodes, Has.Count.EqualTo(extract.Bodies.Count));
        using (Assert.EnterMultipleScope())
        {
            foreach (var body in extract.Bodies)
                Assert.That(Blanks(nodes[body.Id]), Is.EqualTo(Blanks(ReadBack.Held(body.Name))), body.Id);
        }
        Assert.That(
            svg.Descendants().Select(e => e.Name.LocalName).Distinct(),
            Is.SubsetOf(new[] { "svg", "g", "title", "path", "polygon", "text", "ellipse", "polyline" })
        );
        Assert.That(
            svg.Descendants().SelectMany(e => e.Attributes()).Select(a => a.Name.LocalName),
            Has.None.StartsWith("on")
        );
    }

    // In SVG, Graphviz writes no-break blanks for blanks, and leaves out empty lines.
    private static string Blanks(string text) =>
        string.Join('\n', text.Replace('\u00A0', ' ').Replace('\r', ' ').Split('\n').Where(l => l.Length > 0))
            .Replace('\t', ' ');
}

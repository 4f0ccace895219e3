using System.Xml.Linq;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Figures.Tests.Exports;

/// <summary>libxml2 reads the XML formats; and what of GEXF no other reader shows.</summary>
public sealed class XmlTests
{
    private static readonly XNamespace Gexf = "http://gexf.net/1.3";

    [OneTimeTearDown]
    public void Clean() => ReaderProgram.Clean();

    [Test]
    public async Task Is_well_formed([Values("GEXF", "GRAPHML")] string format, [Values] bool hostile)
    {
        var extract = hostile ? Networks.Hostile() : await Networks.SeedAsync();
        var file = await ReaderProgram.WrittenAsync(
            format,
            extract,
            new ExportOptions { Marks = Networks.Marks(extract) }
        );
        var (code, printed) = await ReaderProgram.RunAsync(
            "xmllint",
            ReaderProgram.Folder,
            ["--noout", "--nonet", file]
        );

        Assert.That(code, Is.Zero, printed);
    }

    [Test]
    public async Task A_spell_has_all_days_on_which_a_link_may_have_been_there_and_no_bound_where_none_is_known()
    {
        var extract = Networks.Hostile();
        var gexf = XDocument.Load(await ReaderProgram.WrittenAsync("GEXF", extract));
        var edges = gexf.Descendants(Gexf + "edge").ToDictionary(e => e.Attribute("id")!.Value);
        string? Spell(string id) =>
            edges[id].Descendants(Gexf + "spell").SingleOrDefault() is { } spell
                ? $"{(string?)spell.Attribute("start")}/{(string?)spell.Attribute("end")}"
                : null;

        Assert.That(gexf.Root!.Element(Gexf + "graph")!.Attribute("mode")!.Value, Is.EqualTo("dynamic"));
        Assert.That(Spell("membership:same-0"), Is.EqualTo("2019-01-01/"));
        Assert.That(Spell("membership:same-1"), Is.EqualTo("2019-07-01/2021-12-31"));
        Assert.That(Spell("membership:same-3"), Is.EqualTo("2019-07-01/"));
        Assert.That(Spell("membership:same-2"), Is.Null);
        Assert.That(Spell("partnership:same-1"), Is.EqualTo("/2021-12-31"));
        Assert.That(
            gexf.Descendants(Gexf + "node")
                .Single(n => n.Attribute("id")!.Value == "-group:~/1")
                .Descendants(Gexf + "spell")
                .Single()
                .ToString(),
            Does.Contain("start=\"1999-01-01\" end=\"9999-12-31\"")
        );
    }

    [Test]
    public async Task Parallel_links_are_of_a_kind_each_and_have_the_direction_that_they_have()
    {
        var gexf = XDocument.Load(await ReaderProgram.WrittenAsync("GEXF", Networks.Hostile()));
        var parallel = gexf.Descendants(Gexf + "edge")
            .Where(e => e.Attribute("source")!.Value == "b-002" || e.Attribute("target")!.Value == "b-002")
            .ToArray();

        Assert.That(
            parallel.Select(e => $"{e.Attribute("kind")!.Value} {e.Attribute("type")!.Value}"),
            Is.EqualTo(
                new[] { "membership:kind undirected", "membership:kind 2 undirected", "partnership:kind directed" }
            )
        );
    }

    [Test]
    public async Task Labels_are_in_the_language_that_was_asked_for_and_codes_in_none()
    {
        var extract = await Networks.SeedAsync();
        var french = await File.ReadAllTextAsync(await ReaderProgram.WrittenAsync("GEXF", extract));
        var english = await File.ReadAllTextAsync(
            await ReaderProgram.WrittenAsync(
                "GEXF",
                extract,
                new ExportOptions { Language = Core.Languages.Language.EN }
            )
        );

        Assert.That(
            french,
            Does.Contain("for=\"role_or_type_label\" value=\"accompagne\"")
                .And.Contain("for=\"role_or_type\" value=\"accompanies\"")
        );
        Assert.That(
            english,
            Does.Contain("for=\"role_or_type_label\" value=\"accompanies\"")
                .And.Contain("for=\"role_or_type\" value=\"accompanies\"")
        );
    }
}

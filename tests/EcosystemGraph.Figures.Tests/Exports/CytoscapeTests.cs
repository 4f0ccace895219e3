using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Figures.Tests.Exports;

/// <summary>Cytoscape.js loads its JSON.</summary>
public sealed class CytoscapeTests
{
    [OneTimeTearDown]
    public void Clean() => ReaderProgram.Clean();

    [Test]
    public async Task Every_body_and_link_is_there_with_its_passages_and_place([Values] bool hostile)
    {
        var extract = hostile ? Networks.Hostile() : await Networks.SeedAsync();
        var read = await ReaderProgram.NodeAsync(
            "cytoscape.mjs",
            await ReaderProgram.WrittenAsync(
                "CYTOSCAPE",
                extract,
                new ExportOptions { Marks = Networks.Marks(extract) }
            )
        );

        Assert.That(read["warnings"]!.AsArray(), Is.Empty);
        var network = read["read"]![0]!;
        ReadBack.HasBodies(network, extract, ReadBack.HeldInJson, "name");
        ReadBack.HasLinks(network, extract, ReadBack.HeldInJson, id => Sharp(id));
        var marks = Networks.Marks(extract);
        foreach (var body in extract.Bodies)
            Assert.That(
                network["nodes"]![body.Id]!["position"]!["y"]!.GetValue<double>(),
                Is.EqualTo(marks[body.Id].Y)
            );
        var link = extract.Ties.First().Links[0];
        var evidence = network["edges"]!
            .AsArray()
            .Single(e => ReadBack.Text(e!["id"]) == (link.IsMembership ? "membership#" : "partnership#") + link.Id)![
            "evidence"
        ]!;
        Assert.That(ReadBack.Text(evidence[0]!["mention"]), Is.EqualTo(link.Evidence[0].Mention));
        Assert.That(
            ReadBack.Text(evidence[0]!["source_title"]),
            Is.EqualTo(extract.Dataset.Sources.Single(s => s.Id == link.Evidence[0].SourceId).Title)
        );
    }

    [Test]
    public async Task A_body_that_is_called_as_an_edge_takes_nothing_away()
    {
        var extract = Networks.Undated();
        extract = extract with { Bodies = [.. extract.Bodies, extract.Bodies.First() with { Id = "membership:l" }] };
        var read = await ReaderProgram.NodeAsync(
            "cytoscape.mjs",
            await ReaderProgram.WrittenAsync("CYTOSCAPE", extract)
        );

        Assert.That(read["warnings"]!.AsArray(), Is.Empty);
        Assert.That(read["read"]![0]!["nodes"]!.AsObject(), Has.Count.EqualTo(4));
        Assert.That(read["read"]![0]!["edges"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_projected_network_says_what_is_shared(
        [Values(ExtractProjection.ACTORS, ExtractProjection.GROUPINGS)] ExtractProjection projection
    )
    {
        var extract = Networks.Projected(await Networks.SeedAsync(), projection);
        var read = await ReaderProgram.NodeAsync(
            "cytoscape.mjs",
            await ReaderProgram.WrittenAsync("CYTOSCAPE", extract)
        );

        ReadBack.HasBodies(read["read"]![0]!, extract, ReadBack.HeldInJson, "name");
        ReadBack.HasTies(read["read"]![0]!, extract, id => Sharp(id));
    }

    [Test]
    public async Task A_page_may_hold_the_text()
    {
        var text = await File.ReadAllTextAsync(await ReaderProgram.WrittenAsync("CYTOSCAPE", Networks.Hostile()));

        Assert.That(text, Does.Not.Contain("<"));
    }

    private static string Sharp(string id) =>
        id[..id.IndexOf(':', StringComparison.Ordinal)] + "#" + id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
}

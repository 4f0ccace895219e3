using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Figures.Tests.Exports;

/// <summary>NetworkX and igraph open GraphML, NetworkX opens GEXF, and both see what was written.</summary>
public sealed class GraphLibraryTests
{
    private static readonly string[] GraphmlReaders = ["networkx-graphml", "igraph-graphml"];

    [OneTimeTearDown]
    public void Clean() => ReaderProgram.Clean();

    [TestCaseSource(nameof(GraphmlReaders))]
    public async Task GraphML_of_the_seed_data_is_read_with_every_link_and_passage(string reader)
    {
        var extract = await Networks.SeedAsync();
        var read = await ReaderProgram.PythonAsync(reader, await ReaderProgram.WrittenAsync("GRAPHML", extract));

        Assert.That(read["directed"]!.GetValue<bool>(), Is.True);
        ReadBack.HasBodies(read, extract);
        ReadBack.HasLinks(read, extract);
    }

    [TestCaseSource(nameof(GraphmlReaders))]
    public async Task GraphML_with_hostile_names_is_read_back_equal(string reader)
    {
        var extract = Networks.Hostile();
        var read = await ReaderProgram.PythonAsync(
            reader,
            await ReaderProgram.WrittenAsync("GRAPHML", extract, new ExportOptions { Marks = Networks.Marks(extract) })
        );

        ReadBack.HasBodies(read, extract);
        ReadBack.HasLinks(read, extract);
        Assert.That(ReadBack.Text(read["nodes"]!["b-001"]!["y"]), Is.EqualTo("-14.5"));
    }

    [Test]
    public async Task GraphML_of_a_projected_network_has_no_direction_and_says_what_is_shared(
        [ValueSource(nameof(GraphmlReaders))] string reader,
        [Values(ExtractProjection.ACTORS, ExtractProjection.GROUPINGS)] ExtractProjection projection
    )
    {
        var extract = Networks.Projected(await Networks.SeedAsync(), projection);
        var read = await ReaderProgram.PythonAsync(reader, await ReaderProgram.WrittenAsync("GRAPHML", extract));

        Assert.That(read["directed"]!.GetValue<bool>(), Is.False);
        ReadBack.HasBodies(read, extract);
        ReadBack.HasTies(read, extract);
    }

    [Test]
    public async Task GEXF_of_memberships_is_read_by_NetworkX()
    {
        var extract = Networks.MembershipsOf(await Networks.SeedAsync());
        var read = await ReaderProgram.PythonAsync("networkx-gexf", await ReaderProgram.WrittenAsync("GEXF", extract));

        ReadBack.HasBodies(read, extract);
        ReadBack.HasLinks(read, extract);
    }

    [Test]
    public async Task GEXF_with_hostile_names_places_and_spells_is_read_back_equal_by_NetworkX()
    {
        var extract = Networks.MembershipsOf(Networks.Hostile());
        var read = await ReaderProgram.PythonAsync(
            "networkx-gexf",
            await ReaderProgram.WrittenAsync("GEXF", extract, new ExportOptions { Marks = Networks.Marks(extract) })
        );

        ReadBack.HasBodies(read, extract);
        ReadBack.HasLinks(read, extract);
        var viz = read["nodes"]!["b-001"]!["viz"]!;
        Assert.That(viz["position"]!["x"]!.GetValue<double>(), Is.EqualTo(21));
        Assert.That(viz["position"]!["y"]!.GetValue<double>(), Is.EqualTo(-14.5));
        Assert.That(viz["color"]!["b"]!.GetValue<int>(), Is.EqualTo(0xb2));
        var edge = read["edges"]!.AsArray().Single(e => ReadBack.Text(e!["id"]) == "membership:same-1")!;
        Assert.That(edge["spells"]![0]!.ToJsonString(), Is.EqualTo("""["2019-07-01","2021-12-31"]"""));
    }

    [Test]
    public async Task GEXF_of_a_projected_network_is_read_by_NetworkX(
        [Values(ExtractProjection.ACTORS, ExtractProjection.GROUPINGS)] ExtractProjection projection
    )
    {
        var extract = Networks.Projected(await Networks.SeedAsync(), projection);
        var read = await ReaderProgram.PythonAsync("networkx-gexf", await ReaderProgram.WrittenAsync("GEXF", extract));

        ReadBack.HasBodies(read, extract);
        ReadBack.HasTies(read, extract);
    }

    [Test]
    public async Task An_empty_network_and_bodies_without_links_are_read(
        [ValueSource(nameof(GraphmlReaders))] string reader
    )
    {
        var empty = await ReaderProgram.PythonAsync(
            reader,
            await ReaderProgram.WrittenAsync("GRAPHML", Networks.Empty())
        );
        Assert.That(empty["nodes"]!.AsObject(), Is.Empty);

        var extract = Networks.Undated();
        var read = await ReaderProgram.PythonAsync(reader, await ReaderProgram.WrittenAsync("GRAPHML", extract));
        ReadBack.HasBodies(read, extract);
        ReadBack.HasLinks(read, extract);
    }
}

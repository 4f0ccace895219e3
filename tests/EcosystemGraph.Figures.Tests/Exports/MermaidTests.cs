using System.Text.Json.Nodes;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Figures.Tests.Exports;

/// <summary>Mermaid's own parser reads the flowcharts.</summary>
public sealed class MermaidTests
{
    [OneTimeTearDown]
    public void Clean() => ReaderProgram.Clean();

    [Test]
    public async Task Every_body_and_link_is_in_the_chart([Values] bool hostile)
    {
        var extract = hostile ? Networks.Hostile() : await Networks.SeedAsync();
        var file = await ReaderProgram.WrittenAsync("MERMAID", extract);
        var chart = await ReadAsync(file);

        var bodies = extract.Bodies.ToArray();
        var nodes = chart["nodes"]!.AsObject();
        Assert.That(nodes, Has.Count.EqualTo(bodies.Length));
        for (var i = 0; i < bodies.Length; i++)
        {
            Assert.That(
                ReadBack.Text(nodes[$"n{i}"]!["label"])!.Trim(),
                Is.EqualTo(ReadBack.Held(bodies[i].Name).Trim()),
                bodies[i].Id
            );
            Assert.That(ReadBack.Text(nodes[$"n{i}"]!["labelType"]), Is.Not.EqualTo("markdown"));
            Assert.That(
                ReadBack.Text(nodes[$"n{i}"]!["shape"]),
                Is.EqualTo(
                    bodies[i].IsGrouping ? "stadium"
                    : bodies[i].Named ? "square"
                    : "lean_right"
                )
            );
        }
        var links = extract.Ties.SelectMany(t => t.Links).ToArray();
        var edges = chart["edges"]!.AsArray();
        Assert.That(edges, Has.Count.EqualTo(links.Length));
        var place = bodies.Select((b, i) => (b.Id, Node: $"n{i}")).ToDictionary(p => p.Id, p => p.Node);
        for (var i = 0; i < links.Length; i++)
        {
            var (link, edge) = (links[i], edges[i]!);
            Assert.That(ReadBack.Text(edge["source"]), Is.EqualTo(place[link.Source.Id]));
            Assert.That(ReadBack.Text(edge["target"]), Is.EqualTo(place[link.Target.Id]));
            Assert.That(ReadBack.Text(edge["stroke"]), Is.EqualTo(link.Status == Status.CURRENT ? "normal" : "dotted"));
            Assert.That(ReadBack.Text(edge["arrow"]), Is.EqualTo(link.Directed ? "arrow_point" : "arrow_open"));
            var label = ReadBack.Text(edge["label"])!;
            Assert.That(label, Does.StartWith(ReadBack.Held(link.Type.In(Language.FR)).Trim()));
            foreach (var passage in link.Evidence)
                Assert.That(label, Does.Contain(ReadBack.Held(passage.Locator).Trim()));
            Assert.That(label, Does.Contain(link.From?.ToString() ?? ""));
        }
        // What the chart has no place for stands beside it.
        var text = await File.ReadAllTextAsync(file);
        foreach (var link in links)
            Assert.That(
                text,
                Does.Contain(
                    $"link id={(link.IsMembership ? "membership" : "partnership")}#58;{link.Id.Replace("~", "#126;", StringComparison.Ordinal).Replace("_", "#95;", StringComparison.Ordinal)} "
                )
            );
    }

    [Test]
    public async Task A_projected_network_says_how_much_two_share(
        [Values(ExtractProjection.ACTORS, ExtractProjection.GROUPINGS)] ExtractProjection projection
    )
    {
        var extract = Networks.Projected(await Networks.SeedAsync(), projection);
        var chart = await ReadAsync(await ReaderProgram.WrittenAsync("MERMAID", extract));

        Assert.That(chart["nodes"]!.AsObject(), Has.Count.EqualTo(extract.Bodies.Count));
        Assert.That(chart["edges"]!.AsArray(), Has.Count.EqualTo(extract.Ties.Count));
        Assert.That(
            ReadBack.Text(chart["edges"]![0]!["label"]),
            Does.StartWith(extract.Ties.First().Weight.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
    }

    private static async Task<JsonNode> ReadAsync(string file)
    {
        var chart = (await ReaderProgram.NodeAsync("mermaid.mjs", file))[0]!;
        Assert.That(chart["sameSettings"]!.GetValue<bool>(), Is.True, "a text of the chart became a setting");
        Assert.That(chart["classes"]!.AsArray(), Is.Empty);
        return chart;
    }
}

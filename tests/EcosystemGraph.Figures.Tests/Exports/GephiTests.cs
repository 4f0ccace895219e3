using System.Text.Json.Nodes;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Figures.Tests.Exports;

/// <summary>Gephi opens GEXF, GraphML, DOT and CSV: without a complaint, and with all that was written.</summary>
public sealed class GephiTests
{
    [OneTimeTearDown]
    public void Clean() => ReaderProgram.Clean();

    [Test]
    public async Task GEXF_has_every_body_and_every_link_parallel_ones_too([Values] bool hostile)
    {
        var extract = hostile ? Networks.Hostile() : await Networks.SeedAsync();
        var seen = await OpenAsync("GEXF", extract, new ExportOptions { Marks = Networks.Marks(extract) });

        Assert.That(Number(seen, "nodes"), Is.EqualTo(extract.Bodies.Count));
        Assert.That(Number(seen, "edges"), Is.EqualTo(extract.Ties.Sum(t => t.Links.Length)));
        Assert.That(seen["mixed"]!.GetValue<bool>(), Is.True);
        var columns = seen["node_columns"]!.AsArray().Select(c => c!.GetValue<string>()).ToArray();
        Assert.That(
            columns,
            Has.Some.EqualTo("kind:String")
                .And.Some.EqualTo("named:Boolean")
                .And.Some.EqualTo("degree:Integer")
                .And.Some.EqualTo("page_rank:Double")
        );
        Assert.That(
            seen["edge_columns"]!.AsArray().Select(c => c!.GetValue<string>()),
            Has.Some.EqualTo("passages:String")
                .And.Some.EqualTo("confidence:String")
                .And.Some.EqualTo("mentions:String")
        );
    }

    [Test]
    public async Task GEXF_is_dynamic_where_anything_is_dated_and_static_elsewhere()
    {
        Assert.That((await OpenAsync("GEXF", Networks.Hostile()))["dynamic"]!.GetValue<bool>(), Is.True);
        Assert.That((await OpenAsync("GEXF", Networks.Undated()))["dynamic"]!.GetValue<bool>(), Is.False);
    }

    [Test]
    public async Task GEXF_with_a_link_that_ends_before_it_starts_is_opened()
    {
        var extract = Networks.Undated();
        var link = extract.Ties.Single().Links.Single() with { Period = new(900, 900, 100, 100, false) };
        var seen = await OpenAsync("GEXF", extract with { Ties = [extract.Ties.Single() with { Links = [link] }] });

        Assert.That(Number(seen, "edges"), Is.EqualTo(1));
    }

    [Test]
    public async Task GEXF_of_a_projected_network_has_every_tie(
        [Values(ExtractProjection.ACTORS, ExtractProjection.GROUPINGS)] ExtractProjection projection
    )
    {
        var extract = Networks.Projected(await Networks.SeedAsync(), projection);
        var seen = await OpenAsync("GEXF", extract);

        Assert.That(Number(seen, "nodes"), Is.EqualTo(extract.Bodies.Count));
        Assert.That(Number(seen, "edges"), Is.EqualTo(extract.Ties.Count));
        Assert.That(seen["directed"]!.GetValue<bool>(), Is.False);
    }

    [Test]
    public async Task GraphML_and_DOT_have_every_body_and_every_pair_of_linked_bodies(
        [Values("GRAPHML", "DOT")] string format,
        [Values] bool hostile
    )
    {
        var extract = hostile ? Networks.Hostile() : await Networks.SeedAsync();
        var seen = await OpenAsync(format, extract, new ExportOptions { Marks = Networks.Marks(extract) });

        Assert.That(Number(seen, "nodes"), Is.EqualTo(extract.Bodies.Count));
        // These two have no kinds of edges, without which Gephi makes one edge of all from one body to another.
        Assert.That(
            Number(seen, "edges"),
            Is.EqualTo(extract.Ties.SelectMany(t => t.Links).Select(l => (l.Source.Id, l.Target.Id)).Distinct().Count())
        );
        Assert.That(
            seen["node_columns"]!.AsArray().Select(c => c!.GetValue<string>()),
            Has.Some.StartsWith("kind_label:")
        );
    }

    [Test]
    public async Task CSV_has_every_link_parallel_ones_too([Values] bool hostile)
    {
        var extract = hostile ? Networks.Hostile(WithoutLastBackslash) : await Networks.SeedAsync();
        var seen = await OpenAsync("CSV", extract);

        // A table of links knows of no body that has none.
        Assert.That(
            Number(seen, "nodes"),
            Is.EqualTo(extract.Ties.SelectMany(t => new[] { t.Source, t.Target }).Distinct().Count())
        );
        Assert.That(Number(seen, "edges"), Is.EqualTo(extract.Ties.Sum(t => t.Links.Length)));
        Assert.That(
            seen["edge_columns"]!.AsArray().Select(c => c!.GetValue<string>()),
            Has.Some.EqualTo("passages:String").And.Some.EqualTo("confidence:String")
        );
    }

    [Test]
    public async Task CSV_of_bodies_is_opened_as_a_table_of_nodes([Values] bool hostile)
    {
        var extract = hostile ? Networks.Hostile(WithoutLastBackslash) : await Networks.SeedAsync();
        var seen = await OpenAsync("CSV", extract, new ExportOptions { Table = CsvTable.BODIES });

        Assert.That(Number(seen, "nodes"), Is.EqualTo(extract.Bodies.Count));
    }

    /// <summary>Gephi takes a backslash for a sign that the next character has no meaning, where RFC 4180 knows no such sign: a quote after it is lost.</summary>
    private static readonly string[] WithoutLastBackslash = [.. Networks.HostileTexts.Where(t => !t.EndsWith('\\'))];

    private static int Number(JsonNode seen, string name) => seen[name]!.GetValue<int>();

    private static async Task<JsonNode> OpenAsync(string format, Extract extract, ExportOptions? options = null)
    {
        var gephi = SharedFiles.Shared("gephi/gephi-import");
        SharedFiles.NeedsJava();
        var (code, printed) = await ReaderProgram.RunAsync(
            gephi,
            ReaderProgram.Folder,
            [await ReaderProgram.WrittenAsync(format, extract, options)]
        );
        Assert.That(code, Is.Zero, printed);
        // What Gephi prints of a label is not always JSON: only what stands before and after it is read.
        var seen = JsonNode.Parse(
            System.Text.RegularExpressions.Regex.Replace(
                printed,
                ",\"label\":\".*\",\"x\":",
                ",\"x\":",
                System.Text.RegularExpressions.RegexOptions.Singleline
            )
        )!;
        Assert.That(Number(seen, "severe"), Is.Zero, printed);
        Assert.That(Number(seen, "warnings"), Is.Zero, printed);
        return seen;
    }
}

using System.Text.Json.Nodes;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Figures.Tests.Exports;

/// <summary>rdflib reads JSON-LD as triples.</summary>
public sealed class JsonldTests
{
    [OneTimeTearDown]
    public void Clean() => ReaderProgram.Clean();

    [Test]
    public async Task Every_link_is_derived_from_its_passages_which_are_part_of_a_document([Values] bool hostile)
    {
        var extract = hostile ? Networks.Hostile() : await Networks.SeedAsync();
        var read = await ReaderProgram.PythonAsync("jsonld", await ReaderProgram.WrittenAsync("JSONLD", extract));

        Assert.That(read["strangers"]!.AsArray(), Is.Empty);
        var edges = read["edges"]!.AsArray().ToDictionary(e => ReadBack.Text(e!["id"])!, e => e!);
        var links = extract.Ties.SelectMany(t => t.Links).ToArray();
        var titles = extract.Dataset.Sources.ToDictionary(s => s.Id, s => s.Title);
        Assert.That(edges, Has.Count.EqualTo(links.Length));
        using (Assert.EnterMultipleScope())
        {
            foreach (var link in links)
            {
                var edge = edges[(link.IsMembership ? "membership:" : "partnership:") + link.Id];
                var evidence = link.Evidence.OrderBy(e => e.PassageId, StringComparer.Ordinal).ToArray();
                Assert.That(ReadBack.Text(edge["source"]), Is.EqualTo(link.Source.Id));
                Assert.That(ReadBack.Text(edge["target"]), Is.EqualTo(link.Target.Id));
                Assert.That(ReadBack.Text(edge["type"]), Is.EqualTo(link.Type.Id));
                Assert.That(ReadBack.Text(edge["roleName"]), Is.EqualTo(link.Type.In(Core.Languages.Language.FR)));
                // rdflib makes a day of a year or a month; halves and quarters have no type to say so.
                Assert.That(
                    ReadBack.Text(edge["startDate"]),
                    Is.EqualTo(
                        link.From is { Precision: DatePrecision.Year or DatePrecision.Month or DatePrecision.Day } from
                            ? from.First.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
                            : null
                    )
                );
                Assert.That(ReadBack.Text(edge["status"]), Is.EqualTo(link.Status.ToString()));
                Assert.That(ReadBack.Text(edge["confidence"]), Is.EqualTo(link.Confidence.ToString()));
                Assert.That(ReadBack.Text(edge["from"]), Is.EqualTo(link.From?.ToString()));
                Assert.That(ReadBack.Text(edge["to"]), Is.EqualTo(link.To?.ToString()));
                Assert.That(ReadBack.Text(edge["isDirected"]), Is.EqualTo(link.Directed ? "true" : "false"));
                Assert.That(
                    ReadBack.Text(edge["notes"]!["fr"]),
                    Is.EqualTo(link.Note.French is { } note ? ReadBack.HeldInJson(note) : null)
                );
                Assert.That(Texts(edge["passages"]), Is.EqualTo(evidence.Select(e => e.PassageId)));
                Assert.That(Texts(edge["locators"]), Is.EqualTo(evidence.Select(e => ReadBack.HeldInJson(e.Locator))));
                Assert.That(Texts(edge["documents"]), Is.EqualTo(evidence.Select(e => titles[e.SourceId])));
                Assert.That(
                    edge["mentions"]!.AsArray().Select(m => (Texts(m)[0], Texts(m)[1])),
                    Is.EqualTo(
                        evidence
                            .Where(e => e.Mention is not null)
                            .Select(e => (e.PassageId, ReadBack.HeldInJson(e.Mention!)))
                    )
                );
                Assert.That(
                    Texts(edge["member"]),
                    link.IsMembership
                        ? Is.EqualTo(
                            new[] { "urn:x-ecosystem:body:" + link.Source.Id, "urn:x-ecosystem:body:" + link.Target.Id }
                        )
                        : Is.Empty
                );
            }
        }
    }

    [Test]
    public async Task Every_body_is_an_organisation_with_its_names_kind_and_place([Values] bool hostile)
    {
        var extract = hostile ? Networks.Hostile() : await Networks.SeedAsync();
        var read = await ReaderProgram.PythonAsync("jsonld", await ReaderProgram.WrittenAsync("JSONLD", extract));

        var nodes = read["nodes"]!.AsObject();
        Assert.That(nodes.Select(n => n.Key), Is.EquivalentTo(extract.Bodies.Select(b => b.Id)));
        using (Assert.EnterMultipleScope())
        {
            foreach (var body in extract.Bodies)
            {
                var node = nodes[body.Id]!;
                Assert.That(ReadBack.Text(node["name"]), Is.EqualTo(ReadBack.HeldInJson(body.Name)));
                Assert.That(
                    ReadBack.Text(node["alternateName"]),
                    Is.EqualTo(body.Acronym is { } acronym ? ReadBack.HeldInJson(acronym) : null)
                );
                Assert.That(ReadBack.Text(node["named"]), Is.EqualTo(body.Named ? "true" : "false"));
                Assert.That(ReadBack.Text(node["kind"]), Is.EqualTo("urn:x-ecosystem:concept:" + body.Kind.Id));
                Assert.That(
                    ReadBack.Text(node["location"]),
                    Is.EqualTo(body.Territory is { } place ? "urn:x-ecosystem:territory:" + place.Id : null)
                );
                Assert.That(ReadBack.Text(node["from"]), Is.EqualTo(body.From?.ToString()));
                Assert.That(
                    ReadBack.Text(node["pageRank"]) is { } rank
                        ? double.Parse(rank, System.Globalization.CultureInfo.InvariantCulture)
                        : (double?)null,
                    body.Measures is { } m ? Is.EqualTo(m.PageRank).Within(1e-12) : Is.Null
                );
                Assert.That(Texts(node["kind_labels"]), Is.EquivalentTo(body.Kind.Label.All));
            }
        }
    }

    [Test]
    public async Task A_tie_of_a_projected_network_has_what_is_shared_the_memberships_and_their_passages(
        [Values(ExtractProjection.ACTORS, ExtractProjection.GROUPINGS)] ExtractProjection projection
    )
    {
        var extract = Networks.Projected(await Networks.SeedAsync(), projection);
        var read = await ReaderProgram.PythonAsync("jsonld", await ReaderProgram.WrittenAsync("JSONLD", extract));

        var ties = read["edges"]!
            .AsArray()
            .Where(e => ReadBack.Text(e!["id"])!.StartsWith("tie:", StringComparison.Ordinal))
            .ToDictionary(e => ReadBack.Text(e!["id"])!, e => e!);
        Assert.That(ties, Has.Count.EqualTo(extract.Ties.Count));
        foreach (var tie in extract.Ties)
        {
            var seen = ties[$"tie:{tie.Source}|{tie.Target}"];
            Assert.That(Texts(seen["between"]), Is.EquivalentTo(new[] { tie.Source, tie.Target }));
            Assert.That(
                Texts(seen["shared"]),
                Is.EquivalentTo(
                    tie.Links.Select(l => projection == ExtractProjection.ACTORS ? l.Target.Id : l.Source.Id).Distinct()
                )
            );
            Assert.That(Texts(seen["memberships"]), Is.EquivalentTo(tie.Links.Select(l => l.Id)));
            Assert.That(
                Texts(seen["passages"]),
                Is.EquivalentTo(tie.Links.SelectMany(l => l.Evidence).Select(e => e.PassageId).Distinct())
            );
        }
    }

    private static string[] Texts(JsonNode? list) => [.. list!.AsArray().Select(t => t!.GetValue<string>())];
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Tests.Exports;

/// <summary>Compares what a reader saw with what was written.</summary>
internal static class ReadBack
{
    /// <summary>A text as XML can hold it.</summary>
    public static string Held(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Select(r =>
                    r.Value is (< 0x20 and not (0x9 or 0xA or 0xD)) or 0xFFFE or 0xFFFF ? "\uFFFD" : r.ToString()
                )
        );

    /// <summary>A text as JSON can hold it.</summary>
    public static string HeldInJson(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));

    /// <summary>A value that a reader saw, as text; null where it saw none.</summary>
    public static string? Text(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            null or JsonValueKind.Null => null,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => value.GetValue<double>().ToString("R", CultureInfo.InvariantCulture),
            JsonValueKind.String => value.GetValue<string>() is var text && text is "True" or "False"
                ? text.ToLowerInvariant()
                : value.GetValue<string>(),
            _ => value.ToJsonString(),
        };

    /// <summary>All bodies and all that is said of them.</summary>
    public static void HasBodies(
        JsonNode read,
        Extract extract,
        Func<string, string>? held = null,
        string name = "label",
        bool measures = true
    )
    {
        held ??= Held;
        var nodes = read["nodes"]!.AsObject();
        Assert.That(nodes.Select(n => n.Key), Is.EquivalentTo(extract.Bodies.Select(b => b.Id)));
        using (Assert.EnterMultipleScope())
        {
            foreach (var body in extract.Bodies)
            {
                var node = nodes[body.Id]!;
                void Has(string key, string? value) =>
                    Assert.That(Text(node[key]), Is.EqualTo(value is null ? null : held(value)), $"{key} of {body.Id}");
                Has(name, body.Name);
                Has("acronym", body.Acronym);
                Has("grouping", body.IsGrouping ? "true" : "false");
                Has("named", body.Named ? "true" : "false");
                Has("kind", body.Kind.Id);
                Has("kind_label", body.Kind.In(Language.FR));
                Has("territory", body.Territory?.Id);
                Has("territory_label", body.Territory?.In(Language.FR));
                Has("from", body.From?.ToString());
                Has("to", body.To?.ToString());
                if (!measures)
                    continue;
                Has("degree", body.Measures?.Degree.ToString(CultureInfo.InvariantCulture));
                Has("betweenness", body.Measures?.Betweenness.ToString("R", CultureInfo.InvariantCulture));
                Has("page_rank", body.Measures?.PageRank.ToString("R", CultureInfo.InvariantCulture));
                Has(
                    "cut_vertex",
                    body.Measures is null ? null
                        : body.Measures.CutVertex ? "true"
                        : "false"
                );
            }
        }
    }

    /// <summary>All links and all that is said of them, with their passages.</summary>
    public static void HasLinks(
        JsonNode read,
        Extract extract,
        Func<string, string>? held = null,
        Func<string, string>? id = null
    )
    {
        held ??= Held;
        id ??= i => i;
        var titles = extract.Dataset.Sources.ToDictionary(s => s.Id, s => s.Title, StringComparer.Ordinal);
        var edges = read["edges"]!.AsArray().ToDictionary(e => Text(e!["id"])!, e => e!, StringComparer.Ordinal);
        var links = extract
            .Ties.SelectMany(t => t.Links)
            .ToDictionary(l => id((l.IsMembership ? "membership:" : "partnership:") + l.Id), StringComparer.Ordinal);
        Assert.That(edges.Keys, Is.EquivalentTo(links.Keys));
        using (Assert.EnterMultipleScope())
        {
            foreach (var (key, link) in links)
            {
                var edge = edges[key];
                void Has(string attribute, string? value) =>
                    Assert.That(
                        Text(edge[attribute]),
                        Is.EqualTo(value is null ? null : held(value)),
                        $"{attribute} of {key}"
                    );
                string[] ends = [Text(edge["source"])!, Text(edge["target"])!];
                Assert.That(
                    ends,
                    link.Directed
                        ? Is.EqualTo(new[] { link.Source.Id, link.Target.Id })
                        : Is.EquivalentTo(new[] { link.Source.Id, link.Target.Id }),
                    key
                );
                Has("link", link.IsMembership ? "membership" : "partnership");
                Has("role_or_type", link.Type.Id);
                Has("is_directed", link.Directed ? "true" : "false");
                Has("from", link.From?.ToString());
                Has("to", link.To?.ToString());
                Has("status", link.Status.ToString());
                Has("confidence", link.Confidence.ToString());
                Has("note", link.Note.French ?? link.Note.English);
                Has("change", link.Change?.ToString());
                Has("passages", List(link.Evidence.Select(e => e.PassageId)));
                Has("locators", List(link.Evidence.Select(e => e.Locator)));
                Has(
                    "mentions",
                    link.Evidence.Any(e => e.Mention is not null)
                        ? List(link.Evidence.Select(e => e.Mention ?? ""))
                        : null
                );
                Has("source_titles", List(link.Evidence.Select(e => e.SourceId).Distinct().Select(s => titles[s])));
            }
        }
    }

    /// <summary>All ties of a projected network.</summary>
    public static void HasTies(JsonNode read, Extract extract, Func<string, string>? id = null)
    {
        id ??= i => i;
        var edges = read["edges"]!.AsArray().ToDictionary(e => Text(e!["id"])!, e => e!, StringComparer.Ordinal);
        Assert.That(edges.Keys, Is.EquivalentTo(extract.Ties.Select(t => id($"tie:{t.Source}|{t.Target}"))));
        using (Assert.EnterMultipleScope())
        {
            foreach (var tie in extract.Ties)
            {
                var key = id($"tie:{tie.Source}|{tie.Target}");
                var edge = edges[key];
                Assert.That(
                    new[] { Text(edge["source"]), Text(edge["target"]) },
                    Is.EquivalentTo(new[] { tie.Source, tie.Target }),
                    key
                );
                Assert.That(
                    double.Parse(Text(edge["weight"])!, CultureInfo.InvariantCulture),
                    Is.EqualTo(tie.Weight),
                    key
                );
                var shared = tie
                    .Links.Select(l => extract.Projection == ExtractProjection.ACTORS ? l.Target.Id : l.Source.Id)
                    .Distinct()
                    .Order(StringComparer.Ordinal);
                Assert.That(Text(edge["shared"]), Is.EqualTo(List(shared)), key);
                Assert.That(Text(edge["memberships"]), Is.EqualTo(List(tie.Links.Select(l => l.Id))), key);
                Assert.That(
                    Text(edge["passages"]),
                    Is.EqualTo(List(tie.Links.SelectMany(l => l.Evidence).Distinct().Select(e => e.PassageId))),
                    key
                );
                Assert.That(Text(edge["confidence"]), Is.EqualTo(tie.Links.Max(l => l.Confidence).ToString()), key);
            }
        }
    }

    private static string? List(IEnumerable<string> members)
    {
        var all = members
            .Select(m =>
                m.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)
            )
            .ToArray();
        return all.Length == 0 ? null : string.Join('|', all);
    }
}

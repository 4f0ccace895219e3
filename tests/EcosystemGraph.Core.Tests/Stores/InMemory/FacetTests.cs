using System.Text.Json;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j.Tests.Generated;
using EcosystemGraph.Tests.Naive;

namespace EcosystemGraph.Core.Tests.Stores.InMemory;

/// <summary>Lists counted by what their records have, on generated data, compared with each value counted among the rows.</summary>
public sealed class FacetTests
{
    private static readonly RecordType[] Types =
    [
        Records.Actor,
        Records.Grouping,
        Records.Membership,
        Records.Partnership,
    ];

    private static readonly (string Of, string List, string? Links, string? Far)[] Lists =
    [
        ("Grouping", "members", "memberships", "actor"),
        ("Actor", "groupings", "memberships", "grouping"),
        ("Actor", "memberships", null, null),
        ("Grouping", "memberships", null, null),
        ("Grouping", "parts", null, null),
        ("Grouping", "partnerships", null, null),
        ("Actor", "partnerships", null, null),
        ("Concept", "groupings", null, null),
    ];

    private static readonly Projection Counted = new([
        new Selection(
            Records.FacetCount,
            [
                new SelectedValue("value", Records.FacetCount.Column("value")),
                new SelectedText("fr", Label, Language.FR),
                new SelectedText("en", Label, Language.EN),
                new SelectedValue("count", Records.FacetCount.Column("count")),
            ]
        ),
    ]);

    private static MultilingualColumn Label => (MultilingualColumn)Records.FacetCount.Column("label");

    [Test]
    public void All_records_of_a_type_are_counted_by_each_of_their_values()
    {
        var several = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var data = DataMaker.Of(seed);
            var store = new InMemoryStore(new ResolvedGraph(data));
            var graph = new NaiveGraph(data);
            var naive = new NaiveFilter(graph);
            var random = new Random(seed);
            var maker = new FilterMaker(random, graph);
            foreach (var type in Types)
            {
                var where = random.Next(3) == 0 ? null : maker.Of(type, 2);
                var pages = Pages(type, where, random);
                var answer = Asked.Answer(store, new PagesRoot("page", type, pages)).GetProperty("page");
                var records = graph
                    .All(type.Name)
                    .Where(record => where is null || naive.Holds(where, record))
                    .ToArray();

                several += Check(answer, pages, graph, records, () => $"data set {seed}: {type.Plural} where {where}");
            }
        }
        Assert.That(several, Is.GreaterThan(500), "lists often have several values");
    }

    [Test]
    public void So_are_those_of_a_record()
    {
        var several = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var data = DataMaker.Of(seed);
            var store = new InMemoryStore(new ResolvedGraph(data));
            var graph = new NaiveGraph(data);
            var naive = new NaiveFilter(graph);
            var random = new Random(seed);
            var maker = new FilterMaker(random, graph);
            foreach (var (of, list, links, far) in Lists)
            {
                if (graph.All(of) is not { Count: > 0 } all)
                    continue;
                var record = all[random.Next(all.Count)];
                var owner = Records.WithRows.Single(type => type.Name == of);
                var relation = (ToPages)owner.FieldOf(list)!;
                var through = links is null || random.Next(2) == 0 ? null : maker.Of(Records.Membership, 2);
                var where = random.Next(2) == 0 ? null : maker.Of(relation.Target, 1);
                var pages = Pages(relation.Target, where, random) with { Through = through };
                var answer = Asked
                    .Answer(
                        store,
                        new LookupRoot(
                            "of",
                            owner,
                            record.Id,
                            new Projection([new Selection(owner, [new SelectedPages("list", relation, pages)])])
                        )
                    )
                    .GetProperty("of")
                    .GetProperty("list");
                var records = graph.Many(record, list).Where(one => where is null || naive.Holds(where, one));
                if (through is not null)
                {
                    var fitting = graph
                        .Many(record, links!)
                        .Where(link => graph.Read(link, "isMember") is true && naive.Holds(through, link))
                        .Select(link => graph.One(link, far!)!)
                        .ToHashSet();
                    records = records.Where(fitting.Contains);
                }

                several += Check(
                    answer,
                    pages,
                    graph,
                    [.. records],
                    () => $"data set {seed}: {list} of {record.Id} through {through} where {where}"
                );
            }
        }
        Assert.That(several, Is.GreaterThan(150), "lists often have several values");
    }

    // By each field and, some of them, cut short, among the other parts of a page in whichever order.
    private static Pages Pages(RecordType type, Filter? where, Random random)
    {
        var order =
            random.Next(2) == 0
                ? Order.DefaultOf(type)
                : new Order([new SortKey(null, type.Column("id"), true)], false);
        var page = new Page(random.Next(4), random.Next(2) == 0, null, null);
        var facets = type.Facets.Select(facet => new FacetsPart(
            facet.Field,
            type.FieldOf(facet.Field)!,
            random.Next(3) == 0 ? random.Next(4) : Page.MaxSize,
            Counted
        ));
        return Asked.Pages(type, where, order, page) with
        {
            Parts = [.. random.Next(2) == 0 ? [new TotalCountPart("n")] : Array.Empty<PagePart>(), .. facets],
        };
    }

    private static int Check(
        JsonElement answer,
        Pages pages,
        NaiveGraph graph,
        NaiveRecord[] records,
        Func<string> asking
    )
    {
        var several = 0;
        foreach (var part in pages.Parts.OfType<FacetsPart>())
        {
            var expected = Naive(graph, records, part.Field).ToArray();
            var found = answer.GetProperty(part.Name).EnumerateArray().Select(one => one.GetRawText());
            Assert.That(found, Is.EqualTo(expected.Take(part.First)), () => $"{asking()} by {part.Field}");
            if (expected.Length > 1)
                several++;
        }
        return several;
    }

    private static IEnumerable<string> Naive(NaiveGraph graph, NaiveRecord[] records, Field field)
    {
        var values = records
            .SelectMany(record =>
                graph.Read(record, field.Name) switch
                {
                    IReadOnlyList<NaiveRecord> { Count: > 0 } many => many.Cast<object?>(),
                    IReadOnlyList<NaiveRecord> => [null],
                    var one => [one],
                }
            )
            .ToArray();
        var distinct = values
            .Distinct()
            .Select(value => (Value: value, Text: Text(value), Count: values.Count(other => Equals(other, value))))
            .ToList();
        distinct.Sort(
            (a, b) =>
            {
                if (a.Count != b.Count)
                    return b.Count - a.Count;
                if (a.Text is null || b.Text is null)
                    return (a.Text is null ? 1 : 0) - (b.Text is null ? 1 : 0);
                return NaiveGraph.Texts(a.Text, b.Text);
            }
        );
        foreach (var (value, text, count) in distinct)
        {
            string Of(Language language) => JsonOf(LabelOf(graph, value, field, language));
            yield return $$"""{"value":{{JsonOf(text)}},"fr":{{Of(Language.FR)}},"en":{{Of(Language.EN)}},"count":{{count}}}""";
        }
    }

    private static string? Text(object? value) =>
        value switch
        {
            NaiveRecord record => record.Id,
            bool flag => flag ? "true" : "false",
            _ => (string?)value,
        };

    private static string? LabelOf(NaiveGraph graph, object? value, Field field, Language language) =>
        value switch
        {
            NaiveRecord { Type: "Concept" } concept => ((MultilingualText)graph.Read(concept, "label")!).In(language),
            NaiveRecord record => (string)graph.Read(record, "name")!,
            null => null,
            _ => ChoiceLabels.Of(field, Text(value)!, language),
        };

    // As the writer has it: only what JSON makes one escape is escaped.
    private static string JsonOf(string? text) =>
        text is null
            ? "null"
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}

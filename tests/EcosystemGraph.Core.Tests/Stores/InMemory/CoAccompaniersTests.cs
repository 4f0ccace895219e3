using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Core.Text;
using EcosystemGraph.Neo4j.Tests.Generated;
using EcosystemGraph.Tests.Naive;

namespace EcosystemGraph.Core.Tests.Stores.InMemory;

/// <summary>Who accompanies a theme, on generated data, compared with the question asked actor by actor and link by link.</summary>
public sealed class CoAccompaniersTests
{
    private static readonly string[] Days = ["2018", "2019", "2019-07", "2020", "2021-02"];

    [Test]
    public void They_are_those_whose_links_say_so()
    {
        var listed = 0;
        var withSomeone = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var data = Dense(DataMaker.Of(seed));
            var graph = new NaiveGraph(data);
            var store = new InMemoryStore(new ResolvedGraph(data));
            for (var i = 0; i < 5; i++)
            {
                var question = Question(random, data, graph);
                var expected = Naive(data, graph, question).ToArray();
                var answer = Asked.Answer(store, question).GetProperty("found");
                var found = answer
                    .GetProperty("edges")
                    .EnumerateArray()
                    .Select(edge => edge.GetProperty("node").GetRawText())
                    .ToArray();

                string Asking() => $"data set {seed}: {question.ToString()}";
                Assert.That(found, Is.EqualTo(expected.Take(question.Pages.Page.Size)), Asking);
                Assert.That(answer.GetProperty("totalCount").GetInt32(), Is.EqualTo(expected.Length), Asking);
                listed += expected.Length;
                if (question.With is not null && expected.Length > 0)
                    withSomeone++;
            }
        }
        Assert.That(listed, Is.GreaterThan(1000));
        Assert.That(withSomeone, Is.GreaterThan(50), "`with` finds somebody often enough");
    }

    [Test]
    public void They_are_read_page_by_page_both_ways()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var data = Dense(DataMaker.Of(seed));
            var store = new InMemoryStore(new ResolvedGraph(data));
            var theme = data.Concepts.First(c => c.Scheme == ConceptSchemes.Theme).Id;
            var all = PageOf(store, theme, new Page(Page.MaxSize, false, null, null));
            for (var size = 1; size < 4; size++)
            {
                var forward = new List<string>();
                for (Cursor? after = null; ; )
                {
                    var page = PageOf(store, theme, new Page(size, false, after, null));
                    forward.AddRange(page.Ids);
                    Assert.That(page.HasNext, Is.EqualTo(forward.Count < all.Total));
                    if (!page.HasNext)
                        break;
                    after = Cursor.Read(page.End!, Asked.List, ComputedOrders.CoAccompaniers);
                }
                Assert.That(forward, Is.EqualTo(all.Ids));

                var backward = new List<string>();
                for (Cursor? before = null; ; )
                {
                    var page = PageOf(store, theme, new Page(size, true, null, before));
                    backward.InsertRange(0, page.Ids);
                    Assert.That(page.HasPrevious, Is.EqualTo(backward.Count < all.Total));
                    if (!page.HasPrevious)
                        break;
                    before = Cursor.Read(page.Start!, Asked.List, ComputedOrders.CoAccompaniers);
                }
                Assert.That(backward, Is.EqualTo(all.Ids));
            }
        }
    }

    // More links that may matter: half the partnerships accompany, half the memberships count.
    private static Dataset Dense(Dataset data)
    {
        var accompanying = data.Concepts.Where(c => c.Scheme == ConceptSchemes.LinkType).Select(c => c.Id).ToArray();
        var random = new Random(data.Partnerships.Length * 31 + data.Memberships.Length);
        return data with
        {
            Concepts =
            [
                .. data.Concepts.Select(c =>
                    c.Scheme == ConceptSchemes.LinkType && c.Id == accompanying[^1]
                        ? c with
                        {
                            Broader = [BuiltInConcepts.Accompanies],
                            Mutual = true,
                        }
                        : c
                ),
            ],
            Partnerships =
            [
                .. data.Partnerships.Select(p =>
                    random.Next(2) == 0
                        ? p with
                        {
                            Type = random.Next(2) == 0 ? BuiltInConcepts.Accompanies : accompanying[^1],
                        }
                        : p
                ),
            ],
            Memberships =
            [
                .. data.Memberships.Select(m => random.Next(2) == 0 ? m with { Role = BuiltInConcepts.Member } : m),
            ],
        };
    }

    private static CoAccompaniersRoot Question(Random random, Dataset data, NaiveGraph graph)
    {
        var themes = data.Concepts.Where(c => c.Scheme == ConceptSchemes.Theme).ToArray();
        var bodies = data.Actors.Select(a => a.Id).Concat(data.Groupings.Select(g => g.Id)).ToArray();
        var at =
            random.Next(2) == 0
                ? new ActiveAt(
                    PartialDate.Parse(Days[random.Next(Days.Length)]).Span,
                    Enum.GetValues<Activity>()[random.Next(3)]
                )
                : null;
        var where = random.Next(3) == 0 ? new FilterMaker(random, graph).Of(Records.Actor, 2) : null;
        return new CoAccompaniersRoot(
            "found",
            themes[random.Next(themes.Length)].Id,
            random.Next(2) == 0 ? bodies[random.Next(bodies.Length)] : null,
            at,
            random.Next(2) == 0,
            Asked.Pages(
                Node,
                where,
                ComputedOrders.CoAccompaniers,
                new Page(random.Next(2) == 0 ? 3 : Page.MaxSize, false, null, null)
            )
        );
    }

    private static Projection Node { get; } =
        new([
            new Selection(
                Records.CoAccompanier,
                [
                    Computed("actor", Ids(Records.Actor)),
                    Computed("sharedCount", null),
                    Computed("confidence", null),
                    Computed("groupings", Ids(Records.Grouping)),
                    Computed("partnerships", Ids(Records.Partnership)),
                    Computed(
                        "links",
                        new([
                            .. Records.Link.Possible.Select(type => new Selection(
                                type,
                                [new SelectedTypeName("is", type.Name), new SelectedValue("id", type.Column("id"))]
                            )),
                        ])
                    ),
                    new SelectedComputed(
                        "evidence",
                        (ComputedField)Records.CoAccompanier.FieldOf("evidence")!,
                        null,
                        [
                            new SelectedComputed(
                                "passage",
                                (ComputedField)Records.Evidence.FieldOf("passage")!,
                                Ids(Records.Passage),
                                []
                            ),
                            new SelectedComputed(
                                "mention",
                                (ComputedField)Records.Evidence.FieldOf("mention")!,
                                null,
                                []
                            ),
                        ]
                    ),
                ]
            ),
        ]);

    private static SelectedComputed Computed(string name, Projection? projection) =>
        new(name, (ComputedField)Records.CoAccompanier.FieldOf(name)!, projection, []);

    private static Projection Ids(RecordType type) =>
        new([new Selection(type, [new SelectedValue("id", type.Column("id"))])]);

    private static AskedPage PageOf(InMemoryStore store, string theme, Page page)
    {
        var pages = Asked.Pages(Node, null, ComputedOrders.CoAccompaniers, page);
        return Asked.Read(
            Asked.Answer(store, new CoAccompaniersRoot("found", theme, null, null, true, pages)).GetProperty("found"),
            node => node.GetProperty("actor").GetProperty("id").GetString()!
        );
    }

    // Actor by actor: which groupings and partnerships make it an accompanier?
    private static IEnumerable<string> Naive(Dataset data, NaiveGraph graph, CoAccompaniersRoot question)
    {
        bool OnTheme(IEnumerable<string> themes) => themes.Any(theme => graph.IsUnder(theme, question.Theme));
        bool Active(NaiveRecord link) =>
            question.ActiveAt is not { } at || graph.ActivityOf(link, at.Days) <= at.AtLeast;
        bool CountsIn(Membership m) => graph.Counts(m) && Active(new NaiveRecord("Membership", m.Id));
        var filter = new NaiveFilter(graph);

        var rows = new List<(int Shared, string Name, string Id, string Text)>();
        foreach (var actor in data.Actors)
        {
            if (!actor.Named && !question.IncludeCategories)
                continue;
            if (actor.Id == question.With)
                continue;
            if (question.Pages.Where is { } where && !filter.Holds(where, new NaiveRecord("Actor", actor.Id)))
                continue;

            var memberships = data
                .Memberships.Where(m =>
                    m.Actor == actor.Id && CountsIn(m) && OnTheme(data.Groupings.Single(g => g.Id == m.Grouping).Themes)
                )
                .ToList();
            if (question.With is { } with)
            {
                memberships.RemoveAll(m =>
                    !data.Memberships.Any(other =>
                        other.Actor == with
                        && other.Grouping == m.Grouping
                        && CountsIn(other)
                        && graph.Overlap(new NaiveRecord("Membership", m.Id), new NaiveRecord("Membership", other.Id))
                            != Activity.NO
                    )
                );
            }
            var partnerships = data
                .Partnerships.Where(p =>
                {
                    if (
                        !graph.IsUnder(p.Type, BuiltInConcepts.Accompanies)
                        || !OnTheme(p.Themes)
                        || !Active(new NaiveRecord("Partnership", p.Id))
                    )
                        return false;
                    var mutual = data.Concepts.Single(c => c.Id == p.Type).Mutual;
                    return (p.Source == actor.Id && (question.With is null || p.Target == question.With))
                        || (mutual && p.Target == actor.Id && (question.With is null || p.Source == question.With));
                })
                .ToList();
            if (memberships.Count + partnerships.Count == 0)
                continue;

            var groupings = graph.All("Grouping").Where(g => memberships.Any(m => m.Grouping == g.Id)).ToArray();
            var ties = graph.All("Partnership").Where(p => partnerships.Any(row => row.Id == p.Id)).ToArray();
            var evidence = graph.InOrder(
                memberships
                    .SelectMany(m => (NaiveEvidence[])graph.Read(new NaiveRecord("Membership", m.Id), "evidence")!)
                    .Concat(
                        partnerships.SelectMany(p =>
                            (NaiveEvidence[])graph.Read(new NaiveRecord("Partnership", p.Id), "evidence")!
                        )
                    )
            );
            var shared = groupings.Length + ties.Length;
            var surest = Enum.GetValues<Confidence>()
                .First(degree =>
                    memberships.Any(m => m.Confidence == degree) || partnerships.Any(p => p.Confidence == degree)
                );
            var links = memberships
                .Select(m => (m.From, Place: 0, Type: "Membership", m.Id))
                .Concat(partnerships.Select(p => (p.From, Place: 1, Type: "Partnership", p.Id)))
                .ToList();
            links.Sort(
                (a, b) =>
                {
                    if (NaiveGraph.Dates(a.From, b.From) is var byStart and not 0)
                        return byStart;
                    return a.Place != b.Place ? a.Place - b.Place : string.CompareOrdinal(a.Id, b.Id);
                }
            );
            rows.Add(
                (
                    shared,
                    FoldedText.Of(actor.Name),
                    actor.Id,
                    $$"""{"actor":{"id":"{{actor.Id}}"},"sharedCount":{{shared}},"confidence":"{{surest}}","groupings":[{{Listed(groupings)}}],"partnerships":[{{Listed(ties)}}],"links":[{{string.Join(',', links.Select(link => $$"""{"is":"{{link.Type}}","id":"{{link.Id}}"}"""))}}],"evidence":[{{string.Join(',', evidence.Select(Shown))}}]}"""
                )
            );
        }
        rows.Sort(
            (a, b) =>
            {
                if (a.Shared != b.Shared)
                    return b.Shared.CompareTo(a.Shared);
                return NaiveGraph.Texts(a.Name, b.Name) is var byName and not 0
                    ? byName
                    : string.CompareOrdinal(a.Id, b.Id);
            }
        );
        return rows.Select(row => row.Text);
    }

    private static string Listed(IEnumerable<NaiveRecord> records) =>
        string.Join(',', records.Select(record => $$"""{"id":"{{record.Id}}"}"""));

    private static string Shown(NaiveEvidence item)
    {
        using var writer = new Core.Answers.AnswerWriter(1 << 16);
        writer.Text(item.Mention);
        return $$"""{"passage":{"id":"{{item.Passage.Id}}"},"mention":{{System.Text.Encoding.UTF8.GetString(writer.Written.Span)}}}""";
    }
}

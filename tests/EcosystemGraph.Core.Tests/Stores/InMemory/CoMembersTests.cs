using System.Text.Json;
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

/// <summary>With whom an actor shares groupings, on generated data, compared with the question asked of every pair of memberships.</summary>
public sealed class CoMembersTests
{
    private static readonly string[] Days = ["2018", "2019", "2019-07", "2020", "2021-02"];

    [Test]
    public void They_are_those_with_memberships_in_the_same_groupings()
    {
        var listed = 0;
        var several = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var data = Dense(DataMaker.Of(seed));
            var graph = new NaiveGraph(data);
            var store = new InMemoryStore(new ResolvedGraph(data));
            for (var i = 0; i < 5; i++)
            {
                var actor = data.Memberships.IsEmpty
                    ? data.Actors[0].Id
                    : data.Memberships[random.Next(data.Memberships.Length)].Actor;
                var question = Question(random, graph);
                var expected = Naive(data, graph, actor, question).ToArray();
                var answer = Answer(store, actor, question);
                var found = answer
                    .GetProperty("edges")
                    .EnumerateArray()
                    .Select(edge => edge.GetProperty("node").GetRawText())
                    .ToArray();

                string Asking() => $"data set {seed}: {actor} {question.ToString()}";
                Assert.That(found, Is.EqualTo(expected.Take(question.Pages.Page.Size)), Asking);
                Assert.That(answer.GetProperty("totalCount").GetInt32(), Is.EqualTo(expected.Length), Asking);
                listed += expected.Length;
                if (question.MinShared > 1 && expected.Length > 0)
                    several++;
            }
        }
        Assert.That(listed, Is.GreaterThan(700));
        Assert.That(several, Is.GreaterThan(50), "several groupings are shared often enough");
    }

    [Test]
    public void They_are_read_page_by_page_both_ways()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var data = Dense(DataMaker.Of(seed));
            var store = new InMemoryStore(new ResolvedGraph(data));
            var actor = data.Actors.MaxBy(a => data.Memberships.Count(m => m.Actor == a.Id))!.Id;
            foreach (var order in Orders)
            {
                AskedPage PageOf(int size, bool backward, Cursor? after, Cursor? before) =>
                    Asked.Read(
                        Answer(
                            store,
                            actor,
                            new SelectedCoMembers(
                                "found",
                                1,
                                null,
                                Activity.NO,
                                true,
                                Asked.Pages(Node, null, order, new Page(size, backward, after, before))
                            )
                        ),
                        node => node.GetProperty("actor").GetProperty("id").GetString()!
                    );

                var all = PageOf(Page.MaxSize, false, null, null);
                for (var size = 1; size < 4; size++)
                {
                    var forward = new List<string>();
                    for (Cursor? after = null; ; )
                    {
                        var page = PageOf(size, false, after, null);
                        forward.AddRange(page.Ids);
                        Assert.That(page.HasNext, Is.EqualTo(forward.Count < all.Total));
                        if (!page.HasNext)
                            break;
                        after = Cursor.Read(page.End!, Asked.List, order);
                    }
                    Assert.That(forward, Is.EqualTo(all.Ids));

                    var backward = new List<string>();
                    for (Cursor? before = null; ; )
                    {
                        var page = PageOf(size, true, null, before);
                        backward.InsertRange(0, page.Ids);
                        Assert.That(page.HasPrevious, Is.EqualTo(backward.Count < all.Total));
                        if (!page.HasPrevious)
                            break;
                        before = Cursor.Read(page.Start!, Asked.List, order);
                    }
                    Assert.That(backward, Is.EqualTo(all.Ids));
                }
            }
        }
    }

    private static Order[] Orders { get; } =
    [
        ComputedOrders.CoMembers,
        new([ComputedOrders.ByActor(Records.Actor.Column("acronym"), descending: false)], false),
        new(
            [
                ComputedOrders.ByActor(Records.Actor.Column("acronym"), descending: true),
                ComputedOrders.BySharedCount(descending: false),
            ],
            false
        ),
    ];

    private static Projection Node { get; } =
        new([
            new Selection(
                Records.CoMember,
                [
                    Computed("actor", Ids(Records.Actor)),
                    Computed("sharedCount", null),
                    Computed("shared", Ids(Records.Grouping)),
                ]
            ),
        ]);

    // More that may be shared: half the memberships count, and half of those are in few groupings.
    private static Dataset Dense(Dataset data)
    {
        var random = new Random(data.Memberships.Length);
        var few = data.Groupings.Take(3).ToArray();
        return data with
        {
            Memberships =
            [
                .. data
                    .Memberships.Select(m => random.Next(2) == 0 ? m with { Role = BuiltInConcepts.Member } : m)
                    .Select(m => random.Next(2) == 0 ? m with { Grouping = few[random.Next(few.Length)].Id } : m),
            ],
        };
    }

    private static SelectedCoMembers Question(Random random, NaiveGraph graph)
    {
        var at =
            random.Next(3) == 0
                ? new ActiveAt(
                    PartialDate.Parse(Days[random.Next(Days.Length)]).Span,
                    Enum.GetValues<Activity>()[random.Next(3)]
                )
                : null;
        var where = random.Next(3) == 0 ? new FilterMaker(random, graph).Of(Records.Actor, 2) : null;
        return new SelectedCoMembers(
            "found",
            1 + random.Next(2),
            at,
            Enum.GetValues<Activity>()[random.Next(3)],
            random.Next(2) == 0,
            Asked.Pages(
                Node,
                where,
                ComputedOrders.CoMembers,
                new Page(random.Next(2) == 0 ? 2 : Page.MaxSize, false, null, null)
            )
        );
    }

    private static JsonElement Answer(InMemoryStore store, string actor, SelectedCoMembers question) =>
        Asked
            .Answer(
                store,
                new LookupRoot(
                    "actor",
                    Records.Actor,
                    actor,
                    new Projection([new Selection(Records.Actor, [question])])
                )
            )
            .GetProperty("actor")
            .GetProperty("found");

    private static SelectedComputed Computed(string name, Projection? projection) =>
        new(name, (ComputedField)Records.CoMember.FieldOf(name)!, projection, []);

    private static Projection Ids(RecordType type) =>
        new([new Selection(type, [new SelectedValue("id", type.Column("id"))])]);

    // Grouping by grouping: is there a membership of each that lets the two meet there?
    private static IEnumerable<string> Naive(Dataset data, NaiveGraph graph, string self, SelectedCoMembers question)
    {
        bool Meet(Membership one, Membership other)
        {
            if (!graph.Counts(one) || !graph.Counts(other))
                return false;
            var (first, second) = (new NaiveRecord("Membership", one.Id), new NaiveRecord("Membership", other.Id));
            return question.ActiveAt is { } at
                ? graph.ActivityOf(first, at.Days) <= at.AtLeast && graph.ActivityOf(second, at.Days) <= at.AtLeast
                : graph.Overlap(first, second) <= question.Overlap;
        }
        var filter = new NaiveFilter(graph);

        var rows = new List<(int Shared, string Name, string Id, string Text)>();
        foreach (var actor in data.Actors)
        {
            if (actor.Id == self || (!actor.Named && !question.IncludeCategories))
                continue;
            if (question.Pages.Where is { } where && !filter.Holds(where, new NaiveRecord("Actor", actor.Id)))
                continue;
            var shared = graph
                .All("Grouping")
                .Where(grouping =>
                    data.Memberships.Any(one =>
                        one.Actor == self
                        && one.Grouping == grouping.Id
                        && data.Memberships.Any(other =>
                            other.Actor == actor.Id && other.Grouping == grouping.Id && Meet(one, other)
                        )
                    )
                )
                .ToArray();
            if (shared.Length < question.MinShared)
                continue;
            var listed = string.Join(',', shared.Select(grouping => $$"""{"id":"{{grouping.Id}}"}"""));
            rows.Add(
                (
                    shared.Length,
                    FoldedText.Of(actor.Name),
                    actor.Id,
                    $$"""{"actor":{"id":"{{actor.Id}}"},"sharedCount":{{shared.Length}},"shared":[{{listed}}]}"""
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
}

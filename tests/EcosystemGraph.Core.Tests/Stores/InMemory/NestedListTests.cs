using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j.Tests.Generated;
using EcosystemGraph.Tests.Naive;

namespace EcosystemGraph.Core.Tests.Stores.InMemory;

/// <summary>Lists of a record, filtered by their records and by the links they go through, on generated data.</summary>
public sealed class NestedListTests
{
    [TestCase("Grouping", "members", "memberships", "actor")]
    [TestCase("Actor", "groupings", "memberships", "grouping")]
    public void A_list_through_memberships_has_each_record_once_where_one_counting_membership_fits(
        string of,
        string list,
        string links,
        string far
    )
    {
        var through = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var data = DataMaker.Of(seed);
            var graph = new NaiveGraph(data);
            var naive = new NaiveFilter(graph);
            var maker = new FilterMaker(new Random(seed), graph);
            var store = new InMemoryStore(new ResolvedGraph(data));
            var type = Records.WithRows.Single(record => record.Name == of);
            var relation = (ToPages)type.FieldOf(list)!;
            foreach (var record in graph.All(of))
            {
                var membership = maker.Of(Records.Membership, 2);
                var where = maker.Of(relation.Target, 1);
                var pages = Asked.Pages(
                    relation.Target,
                    where,
                    Order.DefaultOf(relation.Target),
                    new Page(Page.MaxSize, false, null, null)
                ) with
                {
                    Through = membership,
                };
                var page = PageOf(store, type, record.Id, relation, pages);

                var fitting = graph
                    .Many(record, links)
                    .Where(link => graph.Read(link, "isMember") is true && naive.Holds(membership, link))
                    .Select(link => graph.One(link, far)!)
                    .ToHashSet();
                var expected = graph
                    .All(relation.Target.Name)
                    .Where(other => fitting.Contains(other) && naive.Holds(where, other))
                    .Select(other => other.Id)
                    .ToArray();
                Assert.That(
                    page.Ids,
                    Is.EqualTo(expected),
                    () => $"data set {seed}: {list} of {record.Id} through {membership} where {where}"
                );
                Assert.That(page.Total, Is.EqualTo(expected.Length));
                if (fitting.Count > 0 && fitting.Count < graph.Many(record, list).Count)
                    through++;
            }
        }
        Assert.That(through, Is.GreaterThan(20), "the links' filter often leaves some out");
    }

    [Test]
    public void Partnerships_are_listed_by_direction()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var data = DataMaker.Of(seed);
            var graph = new NaiveGraph(data);
            var store = new InMemoryStore(new ResolvedGraph(data));
            foreach (var record in graph.All("Actor").Concat(graph.All("Grouping")))
            {
                var type = Records.Entity.Possible.Single(possible => possible.Name == record.Type);
                var any = (ToPages)type.FieldOf("partnerships")!;
                string[] Listed(ToPages relation) =>
                    PageOf(
                        store,
                        type,
                        record.Id,
                        relation,
                        Asked.Pages(
                            Records.Partnership,
                            null,
                            Order.DefaultOf(Records.Partnership),
                            new Page(Page.MaxSize, false, null, null)
                        )
                    ).Ids;
                string[] Expected(params string[] ends) =>
                    [
                        .. graph
                            .All("Partnership")
                            .Where(p => ends.Any(end => graph.One(p, end)!.Id == record.Id))
                            .Select(p => p.Id),
                    ];

                Assert.That(Listed(any), Is.EqualTo(Expected("source", "target")));
                Assert.That(Listed(any.Directed!.Value.Out), Is.EqualTo(Expected("source")));
                Assert.That(Listed(any.Directed!.Value.In), Is.EqualTo(Expected("target")));
            }
        }
    }

    private static AskedPage PageOf(InMemoryStore store, RecordType type, string id, ToPages relation, Pages pages)
    {
        var root = new LookupRoot(
            "of",
            type,
            id,
            new Projection([new Selection(type, [new SelectedPages("list", relation, pages)])])
        );
        return Asked.Read(
            Asked.Answer(store, root).GetProperty("of").GetProperty("list"),
            node => node.GetProperty("id").GetString()!
        );
    }
}

using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j.Tests.Generated;
using EcosystemGraph.Tests.Naive;

namespace EcosystemGraph.Core.Tests.Stores.InMemory;

/// <summary>Generated filters on generated data, compared with the naive reading of the rows.</summary>
public sealed class FilterTests
{
    private const int DataSets = 60;
    private const int FiltersOfOne = 60;

    private static readonly RecordType[] Types =
    [
        Records.Actor,
        Records.Grouping,
        Records.Membership,
        Records.Partnership,
        Records.Concept,
        Records.Territory,
    ];

    [Test]
    public void A_filter_keeps_what_the_rows_say()
    {
        var kept = 0;
        for (var seed = 0; seed < DataSets; seed++)
        {
            var data = DataMaker.Of(seed);
            var store = new InMemoryStore(new ResolvedGraph(data));
            var graph = new NaiveGraph(data);
            var naive = new NaiveFilter(graph);
            var maker = new FilterMaker(new Random(seed), graph);
            for (var i = 0; i < FiltersOfOne; i++)
            {
                var type = Types[i % Types.Length];
                var filter = maker.Of(type, 3);
                var page = Asked.Page(
                    store,
                    type,
                    filter,
                    Order.DefaultOf(type),
                    new Page(Page.MaxSize, false, null, null)
                );
                var expected = graph
                    .All(type.Name)
                    .Where(record => naive.Holds(filter, record))
                    .Select(record => record.Id)
                    .ToArray();

                Assert.That(page.Ids, Is.EqualTo(expected), () => $"data set {seed}: {type.Plural} where {filter}");
                Assert.That(page.Total, Is.EqualTo(expected.Length));
                if (expected.Length > 0 && expected.Length < graph.All(type.Name).Count)
                    kept++;
            }
        }
        Assert.That(kept, Is.GreaterThan(DataSets * FiltersOfOne / 5), "many filters keep some and leave others out");
    }

    [Test]
    public void What_a_filter_says_of_the_absent_is_decided_by_the_plan()
    {
        for (var seed = 0; seed < DataSets; seed++)
        {
            var graph = new NaiveGraph(DataMaker.Of(seed));
            var maker = new FilterMaker(new Random(seed), graph);
            var naive = new NaiveFilter(graph);
            for (var i = 0; i < FiltersOfOne; i++)
            {
                var filter = maker.Of(Types[i % Types.Length], 3);
                Assert.That(filter.OfAbsent, Is.EqualTo(naive.Holds(filter, null)), () => filter.ToString());
            }
        }
    }
}

using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j.Tests.Generated;
using EcosystemGraph.Tests.Naive;

namespace EcosystemGraph.Core.Tests.Stores.InMemory;

/// <summary>Generated orders, filters and pages on generated data with ties and nulls, compared with sorting whole lists.</summary>
public sealed class PageTests
{
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
    public void A_page_is_a_slice_of_the_sorted_list()
    {
        Generated(
            (random, store, graph, type) =>
            {
                var order = OrderOf(type, random);
                var filter = random.Next(2) == 0 ? new FilterMaker(random, graph).Of(type, 2) : null;
                var naive = new NaiveFilter(graph);
                var all = Sorted(graph, type, order);
                var kept = all.Where(record => filter is null || naive.Holds(filter, record)).ToArray();
                var cursors = Asked.Page(store, type, null, order, new Page(Page.MaxSize, false, null, null));
                Assert.That(
                    cursors.Ids,
                    Is.EqualTo(all.Select(record => record.Id)),
                    () => $"{type.Plural} by {order}"
                );
                if (all.Length == 0)
                    return;

                for (var i = 0; i < 12; i++)
                {
                    int? after = random.Next(2) == 0 ? random.Next(all.Length) : null;
                    int? before = random.Next(2) == 0 ? random.Next(all.Length) : null;
                    var page = new Page(
                        random.Next(6),
                        random.Next(2) == 0,
                        CursorAt(cursors, after, order),
                        CursorAt(cursors, before, order)
                    );

                    // Counted among those kept: how many stand at or before `after`, how many before `before`.
                    var low = after is { } a ? kept.Count(record => Array.IndexOf(all, record) <= a) : 0;
                    var high = before is { } b ? kept.Count(record => Array.IndexOf(all, record) < b) : kept.Length;
                    var (start, end) = page.Backward
                        ? (Math.Max(high - page.Size, Math.Min(low, high)), high)
                        : (low, Math.Min(low + page.Size, Math.Max(low, high)));

                    var found = Asked.Page(store, type, filter, order, page);
                    string Asking() =>
                        $"{type.Plural} where {filter} by {order}, {page}, after {after}, before {before}";
                    Assert.That(found.Ids, Is.EqualTo(kept[start..end].Select(record => record.Id)), Asking);
                    Assert.That(found.Total, Is.EqualTo(kept.Length), Asking);
                    Assert.That(found.HasPrevious, Is.EqualTo(start > 0), Asking);
                    Assert.That(found.HasNext, Is.EqualTo(end < kept.Length), Asking);
                    Assert.That(found.Start, Is.EqualTo(found.Cursors.FirstOrDefault()), Asking);
                    Assert.That(found.End, Is.EqualTo(found.Cursors.LastOrDefault()), Asking);
                }
            }
        );
    }

    [Test]
    public void Pages_lead_to_the_end_and_back()
    {
        Generated(
            (random, store, graph, type) =>
            {
                var order = OrderOf(type, random);
                var expected = Sorted(graph, type, order).Select(record => record.Id).ToArray();
                var size = 1 + random.Next(4);

                var forward = new List<string>();
                for (Cursor? after = null; ; )
                {
                    var page = Asked.Page(store, type, null, order, new Page(size, false, after, null));
                    Assert.That(page.HasPrevious, Is.EqualTo(forward.Count > 0));
                    forward.AddRange(page.Ids);
                    if (!page.HasNext)
                        break;
                    after = Cursor.Read(page.End!, Asked.List, order);
                }
                Assert.That(forward, Is.EqualTo(expected), () => $"{type.Plural} by {order}");

                var backward = new List<string>();
                for (Cursor? before = null; ; )
                {
                    var page = Asked.Page(store, type, null, order, new Page(size, true, null, before));
                    Assert.That(page.HasNext, Is.EqualTo(backward.Count > 0));
                    backward.InsertRange(0, page.Ids);
                    if (!page.HasPrevious)
                        break;
                    before = Cursor.Read(page.Start!, Asked.List, order);
                }
                Assert.That(backward, Is.EqualTo(expected), () => $"{type.Plural} by {order}, backward");
            }
        );
    }

    private static void Generated(Action<Random, InMemoryStore, NaiveGraph, RecordType> test)
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var data = DataMaker.Of(seed);
            test(
                new Random(seed),
                new InMemoryStore(new ResolvedGraph(data)),
                new NaiveGraph(data),
                Types[seed % Types.Length]
            );
        }
    }

    private static Cursor? CursorAt(AskedPage page, int? place, Order order)
    {
        if (place is null)
            return null;
        var cursor = Cursor.Read(page.Cursors[place.Value], Asked.List, order);
        Assert.That(cursor, Is.Not.Null, "the list's own cursor is one");
        return cursor;
    }

    private static Order OrderOf(RecordType type, Random random)
    {
        if (random.Next(4) == 0)
            return Order.DefaultOf(type);
        var keys = ImmutableArray.CreateBuilder<SortKey>();
        for (var i = 0; i <= random.Next(3); i++)
        {
            var fields = type.Fields.Where(field => field is ToOne || IsSorted(field)).ToArray();
            var field = fields[random.Next(fields.Length)];
            var descending = random.Next(2) == 0;
            if (field is ToOne one)
            {
                var columns = one.Target.Fields.Where(IsSorted).Cast<Column>().ToArray();
                keys.Add(new SortKey(one, columns[random.Next(columns.Length)], descending));
            }
            else
            {
                keys.Add(new SortKey(null, (Column)field, descending));
            }
        }
        return new Order(keys.DrainToImmutable(), false);
    }

    private static bool IsSorted(Field field) =>
        !field.Hidden && field is Column and (not MultilingualColumn or { Name: "label" });

    private static NaiveRecord[] Sorted(NaiveGraph graph, RecordType type, Order order)
    {
        var all = graph.All(type.Name).ToList();
        if (order.IsDefault)
            return [.. all];
        all.Sort(
            (a, b) =>
            {
                foreach (var key in order.Keys)
                {
                    var compared = Compare(Value(graph, key, a), Value(graph, key, b), key.Column);
                    if (compared != 0)
                        return key.Descending ? -compared : compared;
                }
                return string.CompareOrdinal(a.Id, b.Id);
            }
        );
        return [.. all];
    }

    private static object? Value(NaiveGraph graph, SortKey key, NaiveRecord record)
    {
        var of = key.Hop is null ? record : graph.One(record, key.Hop.Name);
        return of is null ? null : graph.Read(of, key.Column.Name);
    }

    // Ascending, the absent last.
    private static int Compare(object? one, object? other, Column column)
    {
        if (one is null || other is null)
            return (one is null).CompareTo(other is null);
        return (one, other) switch
        {
            (string a, string b) when column is ChoiceColumn choice => choice
                .Values.IndexOf(a)
                .CompareTo(choice.Values.IndexOf(b)),
            (string a, string b) => NaiveGraph.Texts(a, b),
            (MultilingualText a, MultilingualText b) => NaiveGraph.Texts(
                a.French ?? a.English!,
                b.French ?? b.English!
            ),
            (double a, double b) => a.CompareTo(b),
            (bool a, bool b) => a.CompareTo(b),
            (PartialDate a, PartialDate b) => NaiveGraph.Dates(a, b),
            _ => throw new ArgumentOutOfRangeException(nameof(one), one.GetType().Name, "no value to sort by"),
        };
    }
}

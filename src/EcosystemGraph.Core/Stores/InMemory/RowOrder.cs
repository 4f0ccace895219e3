using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>Compares rows of one type by an order's keys, then by id.</summary>
internal sealed class RowOrder(ResolvedGraph graph, RecordType type, Order order)
    : IComparer<int>,
        IColumnVisitor<int, KeyValue>
{
    private readonly TextColumn _id = (TextColumn)type.Column("id");

    public int Compare(int left, int right)
    {
        foreach (var key in order.Keys)
        {
            var compared = KeyOf(key, left).CompareTo(KeyOf(key, right));
            if (compared != 0)
                return key.Descending ? -compared : compared;
        }
        return string.CompareOrdinal(_id.Read(graph, left), _id.Read(graph, right));
    }

    /// <summary>Where a row stands: before (negative), at (0) or after (positive) a place in the list.</summary>
    public int Compare(int row, Cursor place)
    {
        for (var i = 0; i < order.Keys.Length; i++)
        {
            var key = order.Keys[i];
            var compared = KeyOf(key, row).CompareTo(place.Keys[i]);
            if (compared != 0)
                return key.Descending ? -compared : compared;
        }
        return string.CompareOrdinal(_id.Read(graph, row), place.Id);
    }

    public Cursor PlaceOf(int row) => new([.. order.Keys.Select(key => KeyOf(key, row))], _id.Read(graph, row)!);

    private KeyValue KeyOf(SortKey key, int row)
    {
        if (key.Hop is { } hop)
        {
            row = hop.Read(graph, row);
            if (row == ResolvedGraph.None)
                return KeyValue.None;
            if (hop.Target.IsAbstract)
                return KeyOfEntity(key.Column, row);
        }
        return KeyOf(key.Column, row);
    }

    // A body's value is that of what it is: a grouping where it is both.
    private KeyValue KeyOfEntity(Column column, int entity)
    {
        var concrete = graph.Entities.IsGrouping(entity) ? Records.Grouping : Records.Actor;
        return KeyOf(concrete.Column(column.Name), graph.Entities.Row(entity));
    }

    /// <summary>The value of a row by which it is sorted.</summary>
    public KeyValue KeyOf(Column column, int row) => column.Accept(this, row);

    public KeyValue Visit(TextColumn column, int row) =>
        column.Read(graph, row) is { } value ? KeyValue.Of(column.IsKey ? value : OrderKey.Of(value)) : KeyValue.None;

    public KeyValue Visit(MultilingualColumn column, int row) =>
        column.Read(graph, row).In(Language.Usual) is { } value ? KeyValue.Of(OrderKey.Of(value)) : KeyValue.None;

    public KeyValue Visit(WholeColumn column, int row) =>
        column.Read(graph, row) is { } value ? KeyValue.Of(value) : KeyValue.None;

    public KeyValue Visit(NumberColumn column, int row) => KeyValue.Of(column.Read(graph, row));

    public KeyValue Visit(FlagColumn column, int row) => KeyValue.Of(column.Read(graph, row) ? 1 : 0);

    public KeyValue Visit(ChoiceColumn column, int row) => KeyValue.Of(column.Read(graph, row));

    public KeyValue Visit(DateColumn column, int row) =>
        column.Read(graph, row) is { } value ? KeyValue.Of(value.Span) : KeyValue.None;
}

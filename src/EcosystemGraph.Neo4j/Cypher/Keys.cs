using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>An order as Cypher expressions, and what it means to stand before or after a place in it.</summary>
internal sealed class Keys : IColumnVisitor<string, string[]>
{
    private readonly CypherWriter _cypher;
    private readonly List<(string Expression, bool Descending, bool Nullable)> _parts = [];
    private readonly List<int> _partsOfKey = [];
    private readonly string _id;

    public Keys(CypherWriter cypher, Order order, string x)
    {
        _cypher = cypher;
        _id = $"{x}.id";
        foreach (var key in order.Keys)
        {
            var before = _parts.Count;
            Add(key, x);
            _partsOfKey.Add(_parts.Count - before);
        }
    }

    /// <summary>The parts of an order whose values are columns of a subquery already.</summary>
    public Keys(CypherWriter cypher, string id, params (string Expression, bool Descending)[] parts)
    {
        _cypher = cypher;
        _id = id;
        foreach (var (expression, descending) in parts)
        {
            _parts.Add((expression, descending, false));
            _partsOfKey.Add(1);
        }
    }

    /// <summary>What a cursor holds of a record: the values of all keys, dates as two, and the id.</summary>
    public string Values => $"[{string.Join(", ", _parts.Select(part => part.Expression).Append(_id))}]";

    /// <summary>How many values each key has.</summary>
    public IReadOnlyList<int> PartsOfKey => _partsOfKey;

    /// <summary>The order, or its reverse.</summary>
    public string OrderBy(bool backward) =>
        string.Join(
            ", ",
            _parts
                .Select(part => part.Expression + (part.Descending != backward ? " DESC" : ""))
                .Append(_id + (backward ? " DESC" : ""))
        );

    /// <summary>The record comes after a place, or before it.</summary>
    /// <param name="place">The place.</param>
    /// <param name="after">Whether after it.</param>
    /// <param name="orAt">Whether the place itself is meant too.</param>
    public string Beyond(Cursor place, bool after, bool orAt)
    {
        var values = new List<Value>();
        for (var i = 0; i < place.Keys.Length; i++)
        {
            var key = place.Keys[i];
            if (_partsOfKey[i] == 2)
                values.AddRange(key.Absent ? [default, default] : [(int)key.Number, key.Last]);
            else
                values.Add(
                    key.Absent ? default
                    : key.Text is null ? key.Number
                    : key.Text
                );
        }
        var id = _cypher.Parameter(place.Id);
        var parameters = values
            .Select(value => value.Kind == ValueKind.Null ? null : _cypher.Parameter(value))
            .ToArray();
        var choices = new List<string>();
        for (var i = 0; i <= _parts.Count; i++)
        {
            var equal = Enumerable.Range(0, i).Select(k => Equal(_parts[k].Expression, parameters[k]));
            var beyond =
                i < _parts.Count
                    ? Beyond(_parts[i], parameters[i], after)
                    : $"{_id} {(after ? ">" : "<")}{(orAt ? "=" : "")} {id}";
            if (beyond is not null)
                choices.Add(string.Join(" AND ", equal.Append(beyond)));
        }
        return $"({string.Join(" OR ", choices)})";
    }

    private static string Equal(string expression, string? parameter) =>
        parameter is null ? $"{expression} IS NULL" : $"{expression} = {parameter}";

    // The absent stand last in ascending order, first in descending.
    private static string? Beyond(
        (string Expression, bool Descending, bool Nullable) part,
        string? parameter,
        bool after
    )
    {
        var greater = part.Descending != after;
        if (parameter is null)
            return greater ? null : $"{part.Expression} IS NOT NULL";
        var compared = $"{part.Expression} {(greater ? ">" : "<")} {parameter}";
        return greater && part.Nullable ? $"({compared} OR {part.Expression} IS NULL)" : compared;
    }

    private void Add(SortKey key, string x)
    {
        if (key.Hop is not { } hop)
        {
            Add(key.Column, x, key.Descending, key.Column.Nullable);
            return;
        }
        var way = Ways.One(hop, x);
        var nullable = hop.Nullable || key.Column.Nullable;
        if (way.Node is null)
        {
            var y = _cypher.Variable("k");
            AddSubquery($"MATCH {way.Match!(y)}", key, y, nullable);
        }
        else if (way.Label is null)
        {
            Add(key.Column, way.Node, key.Descending, nullable);
        }
        else
        {
            foreach (var expression in key.Column.Accept(this, x))
                _parts.Add(($"CASE WHEN {x}:{way.Label} THEN {expression} END", key.Descending, true));
        }
    }

    private void AddSubquery(string match, SortKey key, string y, bool nullable)
    {
        foreach (var expression in key.Column.Accept(this, y))
        {
            _parts.Add(($"head(COLLECT {{ {match} RETURN {expression} }})", key.Descending, nullable));
        }
    }

    private void Add(Column column, string x, bool descending, bool nullable)
    {
        foreach (var expression in column.Accept(this, x))
            _parts.Add((expression, descending, nullable));
    }

    string[] IColumnVisitor<string, string[]>.Visit(TextColumn column, string x) =>
        [column.IsKey || column.IsId ? $"{x}.{column}" : Properties.Key(x, column.Name)];

    string[] IColumnVisitor<string, string[]>.Visit(MultilingualColumn column, string x) =>
        [$"coalesce({string.Join(", ", Properties.Texts(column).Select(text => $"{x}.{text}Order, {x}.{text}"))})"];

    string[] IColumnVisitor<string, string[]>.Visit(WholeColumn column, string x) => [$"{x}.{column}"];

    string[] IColumnVisitor<string, string[]>.Visit(NumberColumn column, string x) => [$"{x}.{column}"];

    string[] IColumnVisitor<string, string[]>.Visit(DateColumn column, string x) =>
        [$"{x}.{column}First", $"{x}.{column}Last"];

    string[] IColumnVisitor<string, string[]>.Visit(FlagColumn column, string x) =>
        [$"CASE WHEN {x}.{column} THEN 1 ELSE 0 END"];

    string[] IColumnVisitor<string, string[]>.Visit(ChoiceColumn column, string x) =>
        [$"CASE {x}.{column} {string.Join(' ', column.Values.Select((value, i) => $"WHEN '{value}' THEN {i}"))} END"];
}

using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Neo4j.Shapes;

namespace EcosystemGraph.Neo4j.Cypher;

// Records, their values and what is nested below them.
public sealed partial class CypherCompiler
{
    /// <summary>Writes what the values of a record need and gives the list of them.</summary>
    private Expression Row(Projection projection, string x)
    {
        if (projection.ByType.Length == 1)
            return Values(projection.ByType[0], x).Record;
        var isSecond = Kinds.Is(projection.ByType[1].Type, x);
        if (projection.ByType.All(selection => !selection.Fields.Any(NeedsSubquery)))
        {
            var (first, second) = (Values(projection.ByType[0], x), Values(projection.ByType[1], x));
            return new Expression(
                $"CASE WHEN {isSecond} THEN {second.List("1")} ELSE {first.List("0")} END",
                new TypedShape(first.Slots, second.Slots)
            );
        }
        var v = _cypher.Variable("v");
        var slots = new ImmutableArray<Slot>[2];
        _cypher.Call(
            Seen(x),
            () =>
            {
                for (var type = 0; type < 2; type++)
                {
                    if (type == 1)
                        _cypher.Line("UNION ALL");
                    _cypher.Line(
                        $"WITH {string.Join(", ", Seen(x))} WHERE {(type == 1 ? isSecond : $"NOT {isSecond}")}"
                    );
                    slots[type] = ReturnTyped(projection.ByType[type], x, type, v);
                }
            }
        );
        return new Expression(v, new TypedShape(slots));
    }

    private RecordValues Values(Selection selection, string x) =>
        RecordValues.Of<SelectedOfRow>(selection.Fields, field => Value(field, x));

    /// <summary>Writes the end of a subquery that gives records of one type among others.</summary>
    private ImmutableArray<Slot> ReturnTyped(Selection selection, string x, int type, string v)
    {
        var values = Values(selection, x);
        _cypher.Line($"RETURN {values.List(type.ToString(CultureInfo.InvariantCulture))} AS {v}");
        return values.Slots;
    }

    /// <summary>Writes the end of a subquery that gives records as a list.</summary>
    private Expression Collected(Projection projection, string x, string v)
    {
        var row = Row(projection, x);
        _cypher.Line($"RETURN collect({row.Text}) AS {v}");
        return new Expression(v, new ListShape(row.Shape));
    }

    /// <summary>Writes the end of a subquery that gives one record, or null.</summary>
    private Expression First(Projection projection, string x, string v)
    {
        var row = Row(projection, x);
        _cypher.Line($"RETURN head(collect({row.Text})) AS {v}");
        return row with { Text = v };
    }

    private static bool NeedsSubquery(Selected field) =>
        field is not (SelectedValue or SelectedText or SelectedTexts or SelectedActivity or SelectedTypeName);

    private Expression Value(SelectedOfRow field, string x) => field.Accept(this, x);

    Expression IRowVisitor<string, Expression>.Visit(SelectedValue field, string x) =>
        new($"{x}.{field.Column}", Shape.Of(field.Column));

    Expression IRowVisitor<string, Expression>.Visit(SelectedText field, string x)
    {
        return new Expression($"coalesce({Properties.Spoken(x, field.Column.Name, field.Language)})", Shape.Text);
    }

    Expression IRowVisitor<string, Expression>.Visit(SelectedTexts field, string x) =>
        new($"coalesce({x}.{field.Field}, [])", Shape.Texts);

    Expression IRowVisitor<string, Expression>.Visit(SelectedActivity field, string x) =>
        new($"[{PeriodShape.Values(x)}]", new PeriodShape(field.Days));

    Expression IRowVisitor<string, Expression>.Visit(SelectedEvidence field, string x) =>
        Evidence(field.Parts, $"{x}.passages", $"{x}.mentions", [x]);

    Expression IRowVisitor<string, Expression>.Visit(SelectedTypeName field, string x) =>
        throw new InvalidOperationException($"{field.TypeName} is a constant, which no server is asked for");

    Expression IRowVisitor<string, Expression>.Visit(SelectedOne one, string x)
    {
        var way = Ways.One(one.Relation, x);
        var v = _cypher.Variable("v");
        Expression found = default;
        if (way.Node is null)
        {
            var y = _cypher.Variable("o");
            _cypher.Call(
                Seen(x),
                () =>
                {
                    _cypher.Line($"MATCH {way.Match!(y)}");
                    found = First(one.Projection, y, v);
                }
            );
            return found;
        }
        var needsSubquery = one.Projection.ByType.Any(selection => selection.Fields.Any(NeedsSubquery));
        if (!needsSubquery)
        {
            var row = Row(one.Projection, way.Node);
            return way.Label is null ? row : row with { Text = $"CASE WHEN {x}:{way.Label} THEN {row.Text} END" };
        }
        var n = _cypher.Variable("n");
        _cypher.Call(
            Seen(x),
            () =>
            {
                var where = way.Label is null ? "" : $" WHERE {x}:{way.Label}";
                _cypher.Line(
                    $"WITH {string.Join(", ", _heads.Variables.Prepend($"{way.Node} AS {n}").Concat(way.Label is null ? [] : [x]))}{where}"
                );
                found = First(one.Projection, n, v);
            }
        );
        return found;
    }

    Expression IRowVisitor<string, Expression>.Visit(SelectedList list, string x)
    {
        var v = _cypher.Variable("v");
        var y = _cypher.Variable("y");
        Expression found = default;
        _cypher.Call(
            Seen(x),
            () =>
            {
                switch (Ways.Of(list.Relation))
                {
                    case Leading leading:
                        _cypher.Line(
                            $"MATCH ({x})<-[:{leading.Type}]-({y}) WITH {y} ORDER BY {string.Join(", ", leading.Order.Select(key => $"{y}.{key}"))}"
                        );
                        break;
                    case Stated:
                        WriteLinks(x, y);
                        break;
                    case var named:
                        var i = _cypher.Variable("i");
                        _cypher.Line($"UNWIND range(0, size(coalesce({x}.{named.Property}, [])) - 1) AS {i}");
                        _cypher.Line($"MATCH {Kinds.Pattern(list.Relation.Target, y, $"{x}.{named.Property}[{i}]")}");
                        _cypher.Line($"WITH {y}, {i} ORDER BY {i}");
                        break;
                }
                found = Collected(list.Projection, y, v);
            }
        );
        return found;
    }

    private void WriteLinks(string x, string y)
    {
        var i = _cypher.Variable("i");
        var link = $"{x}.links[{i}]";
        _cypher.Line($"UNWIND range(0, size(coalesce({x}.links, [])) - 1) AS {i}");
        _cypher.Call(
            [x, i],
            () =>
            {
                _cypher.Line(
                    $"MATCH {Kinds.Pattern(Records.Membership, y, $"substring({link}, 2)")} WHERE {link} STARTS WITH 'm:' RETURN {y}"
                );
                _cypher.Line("UNION ALL");
                _cypher.Line(
                    $"MATCH {Kinds.Pattern(Records.Partnership, y, $"substring({link}, 2)")} WHERE {link} STARTS WITH 'p:' RETURN {y}"
                );
            }
        );
        _cypher.Line($"WITH {y}, {i} ORDER BY {i}");
    }

    private Expression Evidence(
        ImmutableArray<Selected> parts,
        string passages,
        string mentions,
        IEnumerable<string> seen
    )
    {
        var v = _cypher.Variable("v");
        var i = _cypher.Variable("i");
        var q = _cypher.Variable("q");
        Expression item = default;
        _cypher.Call(
            seen.Concat(_heads.Variables),
            () =>
            {
                _cypher.Line($"UNWIND range(0, size(coalesce({passages}, [])) - 1) AS {i}");
                if (parts.Any(part => part is SelectedComputed { Projection: not null }))
                    _cypher.Line($"MATCH ({q}:Passage {{id: {passages}[{i}]}})");
                _cypher.Line($"WITH * ORDER BY {i}");
                item = RecordValues
                    .Of<SelectedComputed>(
                        parts,
                        part =>
                            part.Projection is null
                                ? new Expression($"nullIf({mentions}[{i}], '')", Shape.Text)
                                : Row(part.Projection, q)
                    )
                    .Record;
                _cypher.Line($"RETURN collect({item.Text}) AS {v}");
            }
        );
        return new Expression(v, new ListShape(item.Shape));
    }

    Expression IRowVisitor<string, Expression>.Visit(SelectedPages pages, string x)
    {
        var v = _cypher.Variable("v");
        var y = _cypher.Variable("y");
        Expression page = default;
        _cypher.Call(
            Seen(x),
            () => page = WritePages(pages.Pages, pages.Relation.Target, y, ListingOf(pages, x, y), [x], v)
        );
        return page;
    }
}

using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Neo4j.Shapes;

namespace EcosystemGraph.Neo4j.Cypher;

// Pages of records: limited first, nested after.
public sealed partial class CypherCompiler
{
    // The rows a subquery sees: the bound record and the heads.
    private IEnumerable<string> Seen(params string[] names) => names.Concat(_heads.Variables);

    private Listing ListingOf(SelectedPages pages, string x, string y)
    {
        var way = (Listed)Ways.Of(pages.Relation);
        if (pages.Pages.Through is not { } through)
            return way.At(x, y, _cypher);
        var m = _cypher.Variable("m");
        var where = $"{m}.isMember AND {_predicates.Of(through, Records.Membership, m)}";
        return new Listing(new ManyWay(way.Match(x, y, m), where, Distinct: true), "", null);
    }

    private Expression WritePages(
        Pages pages,
        RecordType type,
        string y,
        Listing source,
        IEnumerable<string> bound,
        string result
    )
    {
        var page = pages.Page;
        var keys = new Keys(_cypher, pages.Order, y);
        var filter = pages.Where is null ? null : _predicates.Of(pages.Where, type, y);
        var index = pages.Order.IsDefault ? source.Index : null;
        var asksPrevious = Asks(pages, PageFact.HasPreviousPage);
        var asksNext = Asks(pages, PageFact.HasNextPage);
        var asksMore = page.Backward ? asksPrevious : asksNext;
        var distinct = source.Way.Distinct;

        var after = page.After is null ? null : keys.Beyond(page.After, after: true, orAt: false);
        var before = page.Before is null ? null : keys.Beyond(page.Before, after: false, orAt: false);
        var size = _cypher.Parameter(page.Size);
        var limit = asksMore ? _cypher.Parameter(page.Size + 1) : size;
        var rows = _cypher.Variable("v");
        var list = _cypher.Variable("l");

        void Limited(string returned)
        {
            _cypher.Line($"MATCH {source.Way.Match}");
            if (index is not null)
                _cypher.Line(index.Using);
            var conditions = new[]
            {
                index is null ? source.Way.Where : index.Where(page, _cypher.Parameter),
                filter,
                after,
                before,
            }
                .OfType<string>()
                .ToArray();
            if (conditions.Length > 0)
                _cypher.Line($"WHERE {string.Join(" AND ", conditions)}");
            if (distinct)
                _cypher.Line($"WITH DISTINCT {y}");
            var order = index is null ? keys.OrderBy(page.Backward) : index.OrderBy(page.Backward);
            _cypher.Line($"WITH {y} ORDER BY {order} LIMIT {limit}");
            if (returned.Length > 0)
                _cypher.Line(returned);
        }

        var shape = new PageShape(pages, []);
        string Values()
        {
            (var values, shape) = RowsOf(pages, keys, projection => Row(projection, y));
            return values;
        }

        var seen = _heads.Variables.Concat(bound).ToArray();
        if (!pages.Parts.Any(part => part is NodesPart or EdgesPart or PageInfoPart))
        {
            rows = "[]";
        }
        else if (asksMore)
        {
            // One record more than the page tells whether there are more; nothing is nested below it.
            _cypher.Call(seen, () => Limited($"RETURN collect({y}) AS {list}"));
            _cypher.Call(
                _heads.Variables.Append(list),
                () =>
                {
                    _cypher.Line(
                        $"UNWIND {(page.Backward ? $"reverse({list}[..{size}])" : $"{list}[..{size}]")} AS {y}"
                    );
                    _cypher.Line($"RETURN {Values()} AS {rows}");
                }
            );
        }
        else
        {
            _cypher.Call(
                seen,
                () =>
                {
                    Limited("");
                    var values = Values();
                    _cypher.Line($"RETURN {(page.Backward ? $"reverse({values})" : values)} AS {rows}");
                }
            );
        }

        var more = $"size({list}) > {size}";
        var previous =
            !asksPrevious ? "null"
            : page.Backward
                ? Either(
                    more,
                    page.After is null
                        ? null
                        : Exists(source, filter, keys.Beyond(page.After, after: false, orAt: true), before)
                )
            : page.After is null ? "false"
            : Exists(source, filter, keys.Beyond(page.After, after: false, orAt: true), null);
        var next =
            !asksNext ? "null"
            : page.Backward
                ? page.Before is null ? "false"
                    : Exists(source, filter, keys.Beyond(page.Before, after: true, orAt: true), null)
            : Either(
                more,
                page.Before is null
                    ? null
                    : Exists(source, filter, keys.Beyond(page.Before, after: true, orAt: true), after)
            );
        var total = pages.Parts.Any(part => part is TotalCountPart) ? Count(pages, source, filter, y) : "null";
        var counted = pages.Countings.Select(counting => Counted(counting, source, filter, y, seen)).ToArray();
        _cypher.Line($"RETURN [{string.Join(", ", [rows, previous, next, total, .. counted])}] AS {result}");
        return new Expression(result, shape);
    }

    /// <summary>The rows of a page, collected, and what the page looks like.</summary>
    private static (string Text, PageShape Shape) RowsOf(Pages pages, Keys keys, Func<Projection, Expression> column)
    {
        var columns = PageShape.ColumnsOf(pages).Select(column).ToArray();
        var values = columns.Select(one => one.Text);
        if (PageShape.HasPlaces(pages))
            values = values.Append(keys.Values);
        return ($"collect([{string.Join(", ", values)}])", new PageShape(pages, [.. columns.Select(one => one.Shape)]));
    }

    /// <summary>Writes the count of a list's records by a field's values: of each the value, the count, and its label in the languages asked for.</summary>
    private string Counted(Counting counting, Listing source, string? filter, string y, IEnumerable<string> seen)
    {
        var (v, k, n) = (_cypher.Variable("v"), _cypher.Variable("k"), _cypher.Variable("n"));
        _cypher.Call(
            seen,
            () =>
            {
                _cypher.Line($"MATCH {source.Way.Match}");
                var conditions = new[] { source.Way.Where, filter }.OfType<string>().ToArray();
                if (conditions.Length > 0)
                    _cypher.Line($"WHERE {string.Join(" AND ", conditions)}");
                if (source.Way.Distinct)
                    _cypher.Line($"WITH DISTINCT {y}");
                // An empty list has no property.
                if (counting.Field is ToList list)
                    _cypher.Line($"UNWIND coalesce({y}.{Ways.Of(list).Property}, [null]) AS {k}");
                var value = counting.Field switch
                {
                    ToList => k,
                    ToOne one => $"{y}.{Ways.Of(one).Property} AS {k}",
                    FlagColumn => $"toString({y}.{counting.Field}) AS {k}",
                    _ => $"{y}.{counting.Field} AS {k}",
                };
                // The absent come last ascending.
                _cypher.Line(
                    $"WITH {value}, count(*) AS {n} ORDER BY {n} DESC, {k} LIMIT {_cypher.Parameter(counting.First)}"
                );
                var labels = counting.Field is Relation relation
                    ? counting.Languages.Select(language => LabelOf(relation.Target, k, language))
                    : [];
                _cypher.Line($"RETURN collect([{string.Join(", ", [k, n, .. labels])}]) AS {v}");
            }
        );
        return v;
    }

    private string LabelOf(RecordType type, string id, Language language)
    {
        var o = _cypher.Variable("o");
        SelectedOfRow label = type.Label is MultilingualColumn both
            ? new SelectedText(both.Name, both, language)
            : new SelectedValue(type.Label!.Name, type.Label);
        return $"head(COLLECT {{ MATCH {Kinds.Pattern(type, o, id)} RETURN {Value(label, o)} }})";
    }

    private static string Either(string more, string? exists) => exists is null ? more : $"({more} OR {exists})";

    private static string Exists(Listing source, string? filter, string beyond, string? within)
    {
        var conditions = new[] { source.Way.Where, filter, beyond, within }.OfType<string>();
        return $"EXISTS {{ MATCH {source.Way.Match} WHERE {string.Join(" AND ", conditions)} }}";
    }

    private static string Count(Pages pages, Listing source, string? filter, string y)
    {
        if (filter is null && pages.Through is null)
            return source.Count;
        var conditions = string.Join(" AND ", new[] { source.Way.Where, filter }.OfType<string>());
        var where = conditions.Length == 0 ? "" : $" WHERE {conditions}";
        return source.Way.Distinct
            ? $"COUNT {{ MATCH {source.Way.Match}{where} RETURN DISTINCT {y} }}"
            : $"COUNT {{ MATCH {source.Way.Match}{where} }}";
    }

    private static bool Asks(Pages pages, PageFact fact) =>
        pages.Parts.Any(part => part is PageInfoPart info && info.Parts.Any(item => item.Fact == fact));
}

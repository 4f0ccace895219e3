using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Neo4j.Shapes;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Cypher;

// Questions whose rows are computed, and the records that computed answers show.
public sealed partial class CypherCompiler
{
    // The records that a computed answer shows, a list for each way in which it shows some; none where it was refused.
    private ComputedShape WriteRecords(ComputedAnswer? answer, string r)
    {
        var lists = new List<string>();
        var shown = ImmutableArray.CreateBuilder<ShownRecords>();
        foreach (var request in answer?.Requests ?? [])
        {
            var kinds =
                request.Type == Records.Entity
                    ? new[] { (Kind: "", Ids: request.Keys.ToArray(), Match: "({0}:Entity {{id: {1}}})") }
                    :
                    [
                        ("m:", IdsOf(request, "m:"), "()-[{0}:MEMBER_OF {{id: {1}}}]->()"),
                        ("p:", IdsOf(request, "p:"), "()-[{0}:PARTNER_OF {{id: {1}}}]->()"),
                    ];
            foreach (var (kind, ids, match) in kinds)
            {
                var (v, y, id) = (_cypher.Variable("v"), _cypher.Variable("y"), _cypher.Variable("i"));
                lists.Add(v);
                _cypher.Call(
                    _heads.Variables,
                    () =>
                    {
                        _cypher.Line($"UNWIND {_cypher.Parameter(ids)} AS {id}");
                        _cypher.Line(
                            $"MATCH {string.Format(System.Globalization.CultureInfo.InvariantCulture, match, y, id)}"
                        );
                        var row = Row(request.Projection, y);
                        _cypher.Line($"RETURN collect([{id}, {row.Text}]) AS {v}");
                        shown.Add(new ShownRecords(request.Projection, kind, row.Shape));
                    }
                );
            }
        }
        _cypher.Line($"RETURN [{string.Join(", ", lists)}] AS {r}");
        return new ComputedShape(answer, shown.ToImmutable());
    }

    private static string[] IdsOf(RecordRequest request, string kind) =>
        [
            .. request
                .Keys.Where(key => key.StartsWith(kind, StringComparison.Ordinal))
                .Select(key => key[kind.Length..]),
        ];

    private PageShape WriteCoAccompaniers(CoAccompaniersRoot question, string r)
    {
        var theme = _heads.Theme(question.Theme);
        var listed = question.IncludeCategories ? "" : " AND a.named";
        var with = question.With is null ? null : _cypher.Parameter(question.With);
        var self = with is null ? "" : $" AND a.id <> {with}";
        string Active(string x) => question.ActiveAt is null ? "" : $" AND {_predicates.Active(question.ActiveAt, x)}";

        _cypher.Call(
            _heads.Variables,
            () =>
            {
                _cypher.Call(
                    _heads.Variables,
                    () =>
                    {
                        _cypher.Line($"MATCH (t:Concept)<-[:ON_THEME]-(g:Grouping) WHERE t.id IN {theme}");
                        _cypher.Line("WITH DISTINCT g");
                        _cypher.Line($"MATCH (g)<-[m:MEMBER_OF]-(a:Actor) WHERE m.isMember{listed}{self}{Active("m")}");
                        if (with is not null)
                        {
                            _cypher.Line(
                                $"AND EXISTS {{ MATCH (g)<-[w:MEMBER_OF]-(:Actor {{id: {with}}}) WHERE w.isMember AND {Predicates.MayOverlap("w", "m")}{Active("w")} }}"
                            );
                        }
                        _cypher.Line("RETURN a, collect(DISTINCT g) AS gs, collect(DISTINCT m) AS ms, [] AS ps");
                        _cypher.Line("UNION ALL");
                        _cypher.Line(
                            $"MATCH (s:Entity)-[p:PARTNER_OF]->(o:Entity) WHERE p.type IN {_heads.Accompanying} AND any(id IN coalesce(p.themes, []) WHERE id IN {theme}){Active("p")}"
                        );
                        _cypher.Line("UNWIND CASE WHEN p.mutual THEN [[s, o], [o, s]] ELSE [[s, o]] END AS ends");
                        _cypher.Line(
                            $"WITH ends[0] AS a, ends[1] AS b, p WHERE a:Actor{listed}{self}{(with is null ? "" : $" AND b.id = {with}")}"
                        );
                        _cypher.Line("RETURN a, [] AS gs, [] AS ms, collect(DISTINCT p) AS ps");
                    }
                );
                _cypher.Line(
                    "WITH a, reduce(all = [], one IN collect(gs) | all + one) AS gs, reduce(all = [], one IN collect(ms) | all + one) AS ms, reduce(all = [], one IN collect(ps) | all + one) AS ps"
                );
                if (question.Pages.Where is { } where)
                    _cypher.Line($"WHERE {_predicates.Of(where, Records.Actor, "a")}");
                _cypher.Line(
                    "WITH {a: a, gs: gs, ms: ms, ps: ps, n: size(gs) + size(ps)} AS row ORDER BY row.n DESC, row.a.nameKey, row.a.id"
                );
                _cypher.Line("RETURN collect(row) AS found");
            }
        );
        var keys = new Keys(_cypher, "row.a.id", ("row.n", true), ("row.a.nameKey", false));
        return WriteComputedPage(
            question.Pages,
            keys,
            "found",
            "row",
            [],
            CoAccompanier,
            "WITH *, row.a AS a, row.gs AS gs, row.ms AS ms, row.ps AS ps",
            r
        );
    }

    // The rank is counted here, by the same rule as in memory: no index of the server's decides an order.
    private ListShape WriteSearch(SearchRoot search, string r)
    {
        if (search.Words.Length == 0)
        {
            _cypher.Line($"RETURN [] AS {r}");
            return new ListShape(Shape.Text);
        }
        var heads = Joined(_heads.Variables);
        var words = _cypher.Parameter(search.Words);
        var text = _cypher.Parameter(search.Text.Text);
        var (e, i, f, rank, matched) = (
            _cypher.Variable("e"),
            _cypher.Variable("i"),
            _cypher.Variable("f"),
            _cypher.Variable("rank"),
            _cypher.Variable("matched")
        );
        _cypher.Line($"MATCH ({e}:Entity)");
        var forms = Properties.Sought(e, "names", search.Text);
        _cypher.Line(
            $"UNWIND [i IN range(0, size({e}.names) - 1) WHERE all(word IN {words} WHERE {forms}[i] CONTAINS word{(search.Text.IsExact ? "" : $" OR {BeginsAcross($"{forms}[i]", "word")}")})] AS {i}"
        );
        _cypher.Line($"WITH {heads}{e}, {i}, {forms}[{i}] AS {f}");
        _cypher.Line(
            $"WITH {heads}{e}, {i}, CASE WHEN {f} = {text} THEN 0 WHEN {f} STARTS WITH {text} THEN 1 WHEN all(word IN {words} WHERE ' ' + {f} + ' ' CONTAINS ' ' + word + ' ') THEN 2 WHEN all(word IN {words} WHERE {f} CONTAINS word) THEN 3 ELSE 4 END AS {rank}"
        );
        // Of two names that hold the words equally well the first by folded, then exact text wins.
        _cypher.Line(
            $"ORDER BY {rank}, CASE {i} WHEN 0 THEN 2 * coalesce({e}.namePlace, 0) - 1 ELSE 2 * ({i} - 1) END"
        );
        _cypher.Line($"WITH {heads}{e}, head(collect([{rank}, {e}.names[{i}]])) AS best");
        _cypher.Line(
            $"WITH {heads}{e}, best[0] AS {rank}, best[1] AS {matched} ORDER BY {rank}, {e}.nameKey, {e}.id LIMIT {_cypher.Parameter(search.First)}"
        );
        var hit = RecordValues
            .Of<SelectedComputed>(
                search.Projection.ByType[0].Fields,
                field =>
                    field.Field.Name switch
                    {
                        "entity" => Row(field.Projection!, e),
                        "matched" => new Expression(matched, Shape.Text),
                        _ => new Expression(
                            $"[{string.Join(", ", Enum.GetNames<SearchRank>().Select(name => $"'{name}'"))}][{rank}]",
                            Shape.Text
                        ),
                    }
            )
            .Record;
        _cypher.Line($"RETURN collect({hit.Text}) AS {r}");
        return new ListShape(hit.Shape);
    }

    // Whether a word begins where one of a form's words does and goes on into the next. Hardly any form has it across its
    // spaces at all, so that is asked first.
    private static string BeginsAcross(string form, string word) =>
        $"(replace({form}, ' ', '') CONTAINS {word} AND any(n IN range(0, size(split({form}, ' ')) - 1) WHERE reduce(rest = '', part IN split({form}, ' ')[n..] | rest + part) STARTS WITH {word}))";

    Expression IRowVisitor<string, Expression>.Visit(SelectedCoMembers question, string x)
    {
        var v = _cypher.Variable("v");
        var found = _cypher.Variable("found");
        var (own, other, g, a, row) = (
            _cypher.Variable("w"),
            _cypher.Variable("m"),
            _cypher.Variable("g"),
            _cypher.Variable("a"),
            _cypher.Variable("row")
        );
        var pages = question.Pages;
        var keys = new Keys(_cypher, pages.Order, row);
        Shape? page = null;
        _cypher.Call(
            Seen(x),
            () =>
            {
                _cypher.Call(
                    Seen(x),
                    () =>
                    {
                        // At any time one counting membership of each pair tells all: it carries the pair's key. What is asked of an
                        // actor is looked at once it is counted: a hub's members come again for each grouping.
                        var anyTime = question.ActiveAt is null && question.Overlap == Activity.NO;
                        var sharing = anyTime
                            ? $"{own}.memberKey IS NOT NULL AND {other}.memberKey IS NOT NULL"
                            : Sharing(question, own, other);
                        _cypher.Line($"MATCH ({x})-[{own}:MEMBER_OF]->({g})<-[{other}:MEMBER_OF]-({a})");
                        _cypher.Line($"WHERE {a} <> {x} AND {sharing}");
                        _cypher.Line(
                            $"WITH {Joined(_heads.Variables)}{a}, count({(anyTime ? "*" : $"DISTINCT {g}")}) AS n WHERE n >= {_cypher.Parameter(question.MinShared)}"
                        );
                        if (!question.IncludeCategories)
                            _cypher.Line($"AND {a}.named");
                        if (pages.Where is not null)
                            _cypher.Line($"AND {_predicates.Of(pages.Where, Records.Actor, a)}");
                        _cypher.Line(
                            $"WITH {{actor: {a}, sharedCount: n, id: {a}.id}} AS {row} ORDER BY {keys.OrderBy(backward: false)}"
                        );
                        _cypher.Line($"RETURN collect({row}) AS {found}");
                    }
                );
                page = WriteComputedPage(
                    pages,
                    keys,
                    found,
                    row,
                    [x],
                    projection => CoMember(question, projection, x, a, row),
                    $"WITH *, {row}.actor AS {a}",
                    v
                );
            }
        );
        return new Expression(v, page!);
    }

    // Both memberships count; at a date both are active then, else they must have been at some time.
    private string Sharing(SelectedCoMembers question, string own, string other)
    {
        var when = question.ActiveAt is { } at
            ? $"{_predicates.Active(at, own)} AND {_predicates.Active(at, other)}"
            : Predicates.Overlap(own, other, question.Overlap);
        return $"{own}.isMember AND {other}.isMember{(when is null ? "" : $" AND {when}")}";
    }

    private Expression CoMember(SelectedCoMembers question, Projection projection, string x, string a, string row) =>
        RecordValues
            .Of<SelectedComputed>(
                projection.ByType[0].Fields,
                field =>
                    field.Field.Name switch
                    {
                        "actor" => Row(field.Projection!, a),
                        "sharedCount" => new Expression($"{row}.sharedCount", Shape.Whole),
                        _ => Shared(question, field.Projection!, x, a),
                    }
            )
            .Record;

    private Expression Shared(SelectedCoMembers question, Projection projection, string x, string a)
    {
        var v = _cypher.Variable("v");
        var (own, other, g) = (_cypher.Variable("w"), _cypher.Variable("m"), _cypher.Variable("g"));
        Expression shared = default;
        _cypher.Call(
            Seen(x).Append(a),
            () =>
            {
                _cypher.Line(
                    $"MATCH ({x})-[{own}:MEMBER_OF]->({g}:Grouping)<-[{other}:MEMBER_OF]-({a}) WHERE {Sharing(question, own, other)}"
                );
                _cypher.Line($"WITH DISTINCT {Joined(_heads.Variables)}{g} ORDER BY {g}.nameKey, {g}.id");
                shared = Collected(projection, g, v);
            }
        );
        return shared;
    }

    private static string Joined(IEnumerable<string> variables) =>
        string.Concat(variables.Select(variable => variable + ", "));

    /// <summary>Writes the page of rows that are computed, all of them before any is listed: it is cut from the list.</summary>
    private PageShape WriteComputedPage(
        Pages pages,
        Keys keys,
        string found,
        string row,
        string[] bound,
        Func<Projection, Expression> node,
        string opened,
        string r
    )
    {
        var page = pages.Page;
        var (low, high) = (_cypher.Variable("low"), _cypher.Variable("high"));
        var seen = Joined([.. _heads.Variables, .. bound, found]);
        var from = page.After is null
            ? "0"
            : $"size([{row} IN {found} WHERE NOT coalesce({keys.Beyond(page.After, after: true, orAt: false)}, false)])";
        var to = page.Before is null
            ? $"size({found})"
            : $"size([{row} IN {found} WHERE {keys.Beyond(page.Before, after: false, orAt: false)}])";
        var size = _cypher.Parameter(page.Size);
        _cypher.Line($"WITH {seen}{from} AS {low}, {to} AS {high}");
        _cypher.Line(
            page.Backward
                ? $"WITH {seen}CASE WHEN {low} < {high} THEN {low} ELSE {high} END AS {low}, {high}"
                : $"WITH {seen}{low}, CASE WHEN {low} < {high} THEN {high} ELSE {low} END AS {high}"
        );
        _cypher.Line(
            page.Backward
                ? $"WITH {seen}CASE WHEN {high} - {size} > {low} THEN {high} - {size} ELSE {low} END AS {low}, {high}"
                : $"WITH {seen}{low}, CASE WHEN {low} + {size} < {high} THEN {low} + {size} ELSE {high} END AS {high}"
        );
        var rows = _cypher.Variable("v");
        PageShape shape = null!;
        _cypher.Call(
            _heads.Variables.Concat(bound).Concat([found, low, high]),
            () =>
            {
                _cypher.Line($"UNWIND {found}[{low}..{high}] AS {row}");
                _cypher.Line(opened);
                (var values, shape) = RowsOf(pages, keys, node);
                _cypher.Line($"RETURN {values} AS {rows}");
            }
        );
        _cypher.Line($"RETURN [{rows}, {low} > 0, {high} < size({found}), size({found})] AS {r}");
        return shape;
    }

    private Expression CoAccompanier(Projection projection) =>
        RecordValues
            .Of<SelectedComputed>(
                projection.ByType[0].Fields,
                field =>
                    field.Field.Name switch
                    {
                        "actor" => Row(field.Projection!, "a"),
                        "sharedCount" => new Expression("size(gs) + size(ps)", Shape.Whole),
                        "confidence" => new Expression(Surest("[link IN ms + ps | link.confidence]"), Shape.Text),
                        "groupings" => Sorted(["gs"], g => $"{g}.nameKey, {g}.id", field.Projection!),
                        "partnerships" => Sorted(["ps"], p => $"{p}.startKey, {p}.id", field.Projection!),
                        // Of a membership and a partnership that start alike, the membership comes first.
                        "links" => Sorted(
                            ["ms", "ps"],
                            link => $"{link}.startKey, type({link}), {link}.id",
                            field.Projection!
                        ),
                        _ => CollectedEvidence(field.Parts),
                    }
            )
            .Record;

    private static string Surest(string confidences) =>
        $"head([sure IN [{string.Join(", ", Enum.GetNames<Confidence>().Select(name => $"'{name}'"))}] WHERE sure IN {confidences}])";

    private Expression Sorted(string[] lists, Func<string, string> order, Projection projection)
    {
        var v = _cypher.Variable("v");
        var y = _cypher.Variable("y");
        Expression sorted = default;
        _cypher.Call(
            Seen(lists),
            () =>
            {
                _cypher.Line($"UNWIND {string.Join(" + ", lists)} AS {y}");
                _cypher.Line($"WITH {Joined(_heads.Variables)}{y} ORDER BY {order(y)}");
                sorted = Collected(projection, y, v);
            }
        );
        return sorted;
    }

    private Expression CollectedEvidence(ImmutableArray<Selected> parts)
    {
        var passages = _cypher.Variable("l");
        var mentions = _cypher.Variable("l");
        _cypher.Call(
            ["ms", "ps"],
            () =>
            {
                _cypher.Line("UNWIND ms + ps AS link");
                _cypher.Line("UNWIND range(0, size(coalesce(link.passages, [])) - 1) AS i");
                _cypher.Line(
                    "WITH DISTINCT link.passages[i] AS passage, link.mentions[i] AS mention, coalesce(link.mentionsOrder, link.mentions)[i] AS key"
                );
                _cypher.Line("MATCH (q:Passage {id: passage})");
                _cypher.Line("WITH passage, mention, q.rank AS rank, key ORDER BY rank, mention = '', key");
                _cypher.Line($"RETURN collect(passage) AS {passages}, collect(mention) AS {mentions}");
            }
        );
        return Evidence(parts, passages, mentions, [passages, mentions]);
    }
}

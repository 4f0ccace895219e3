using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>A plan as one read-only statement.</summary>
/// <param name="Text">The statement; it depends on the plan's shape only.</param>
/// <param name="Parameters">Every value.</param>
public sealed record CypherStatement(string Text, IReadOnlyDictionary<string, object?> Parameters);

/// <summary>
/// Compiles a plan to one statement. Each root is a subquery of one row; each page is limited first and nested after.
/// Records come back as lists, their values in the order of the selection (<see cref="AnswerDecoder"/> knows what
/// stands where).
/// </summary>
/// <remarks>
/// The statement reads the load mark and the data set's fingerprint first and last: where they differ, the data were
/// replaced meanwhile.
/// </remarks>
public sealed class CypherCompiler
{
    private readonly CypherWriter _cypher = new();
    private readonly Heads _heads;
    private readonly Predicates _predicates;

    private CypherCompiler(Plan plan)
    {
        _cypher.Line("CYPHER 5");
        Mark(_cypher, "mark0");
        _heads = new Heads(plan, _cypher);
        _predicates = new Predicates(_cypher, _heads);
    }

    /// <summary>Compiles a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="computed">The answers to its computed roots, made already: the statement reads the records that they show.</param>
    public static CypherStatement Compile(Plan plan, IReadOnlyDictionary<ComputedRoot, ComputedAnswer>? computed = null)
    {
        var compiler = new CypherCompiler(plan);
        compiler.Write(plan, computed);
        return new CypherStatement(compiler._cypher.ToString(), compiler._cypher.Parameters);
    }

    /// <summary>Reads the load mark and the data set's fingerprint.</summary>
    internal static void Mark(CypherWriter cypher, string name) => cypher.Call([], () =>
    {
        cypher.Line("OPTIONAL MATCH (d:Dataset)");
        cypher.Line("OPTIONAL MATCH (l:Load)");
        cypher.Line($"RETURN [d.sha256, d.shape, l.token] AS {name}");
    });

    private void Write(Plan plan, IReadOnlyDictionary<ComputedRoot, ComputedAnswer>? computed)
    {
        var answers = new List<string>();
        foreach (var root in plan.Roots)
        {
            if (root is TypeNameRoot) continue;
            var r = _cypher.Variable("r");
            answers.Add(r);
            _cypher.Call(_heads.Variables, () =>
            {
                if (root is ComputedRoot question) WriteRecords(computed?.GetValueOrDefault(question), r);
                else Write(root, r);
            });
        }
        Mark(_cypher, "mark1");
        var references = plan.Roots.Select(root => $"[{string.Join(", ", References.Of(root).Select(reference => $"size({_heads.Of(reference)}) > 0"))}]");
        _cypher.Line($"RETURN mark0, [{string.Join(", ", references)}] AS known, [{string.Join(", ", answers)}] AS answers, mark1");
    }

    private void Write(Root root, string r)
    {
        switch (root)
        {
            case LookupRoot lookup: WriteLookup(lookup, r); break;
            case PagesRoot pages:
                var y = _cypher.Variable("y");
                WritePages(pages.Pages, pages.Type, y, new Source(Ways.All(pages.Type, y), AllCount(pages.Type), IndexOf(pages.Type, y)), [], r);
                break;
            case ListRoot list: WriteAll(list.Type, list.Projection, r); break;
            case CoAccompaniersRoot question: WriteCoAccompaniers(question, r); break;
            case SearchRoot search: WriteSearch(search, r); break;
            case DatasetRoot dataset:
                WriteDataset(dataset, r);
                break;
            default: throw new ArgumentOutOfRangeException(nameof(root), root.GetType().Name, "a root without a statement");
        }
    }

    // The records that a computed answer shows, a list for each way in which it shows some; none where it was refused.
    private void WriteRecords(ComputedAnswer? answer, string r)
    {
        var lists = new List<string>();
        foreach (var request in answer?.Requests ?? [])
        {
            var kinds = request.Type == Records.Entity
                ? new[] { (Ids: request.Keys.ToArray(), Match: "({0}:Entity {{id: {1}}})") }
                :
                [
                    (IdsOf(request, "m:"), "()-[{0}:MEMBER_OF {{id: {1}}}]->()"),
                    (IdsOf(request, "p:"), "()-[{0}:PARTNER_OF {{id: {1}}}]->()"),
                ];
            foreach (var (ids, match) in kinds)
            {
                var (v, y, id) = (_cypher.Variable("v"), _cypher.Variable("y"), _cypher.Variable("i"));
                lists.Add(v);
                _cypher.Call(_heads.Variables, () =>
                {
                    _cypher.Line($"UNWIND {_cypher.Parameter(ids)} AS {id}");
                    _cypher.Line($"MATCH {string.Format(System.Globalization.CultureInfo.InvariantCulture, match, y, id)}");
                    _cypher.Line($"RETURN collect([{id}, {Row(request.Projection, y)}]) AS {v}");
                });
            }
        }
        _cypher.Line($"RETURN [{string.Join(", ", lists)}] AS {r}");
    }

    private static string[] IdsOf(RecordRequest request, string kind) =>
        [.. request.Keys.Where(key => key.StartsWith(kind, StringComparison.Ordinal)).Select(key => key[kind.Length..])];

    private static string PropertyOf(DatasetFact fact) => char.ToLowerInvariant(fact.ToString()[0]) + fact.ToString()[1..];

    private void WriteLookup(LookupRoot lookup, string r)
    {
        var y = _cypher.Variable("y");
        var id = _cypher.Parameter(lookup.Id);
        var match = lookup.Type.Name switch
        {
            "Membership" => $"()-[{y}:MEMBER_OF {{id: {id}}}]->()",
            "Partnership" => $"()-[{y}:PARTNER_OF {{id: {id}}}]->()",
            _ => $"({y}:{lookup.Type.Name} {{id: {id}}})",
        };
        _cypher.Line($"MATCH {match}");
        var row = Row(lookup.Projection, y);
        // A collection, so that there is a row where there is no record.
        _cypher.Line($"RETURN head(collect({row})) AS {r}");
    }

    private void WriteDataset(DatasetRoot dataset, string r)
    {
        var values = new List<string>();
        foreach (var part in dataset.Fields.Where(part => part.Fact != DatasetFact.TypeName))
        {
            if (part.Findings is null)
            {
                values.Add("d." + PropertyOf(part.Fact));
                continue;
            }
            var v = _cypher.Variable("v");
            _cypher.Call(_heads.Variables, () => WriteAll(Records.DataFinding, part.Findings, v));
            values.Add(v);
        }
        _cypher.Line("OPTIONAL MATCH (d:Dataset)");
        _cypher.Line($"RETURN [{string.Join(", ", values)}] AS {r}");
    }

    private void WriteAll(RecordType type, Projection projection, string r)
    {
        var y = _cypher.Variable("y");
        _cypher.Line($"MATCH ({y}:{type.Name})");
        _cypher.Line($"WITH {y} ORDER BY {y}.rank");
        _cypher.Line($"RETURN collect({Row(projection, y)}) AS {r}");
    }

    /// <summary>Where a page's records come from.</summary>
    /// <param name="Way">The pattern.</param>
    /// <param name="Count">How many there are where nothing is filtered.</param>
    /// <param name="Index">The index that gives them in the default order; null where they are few and sorted.</param>
    private sealed record Source(ManyWay Way, string Count, OrderIndex? Index);

    /// <summary>An index that gives records in their default order: by a key, then by an id, below what the owner fixes.</summary>
    /// <param name="Using">The hint.</param>
    /// <param name="Owner">What fixes the owner, as a property and its value; null where all records are meant.</param>
    /// <param name="Key">The property that holds the key.</param>
    /// <param name="Id">The property that holds the id.</param>
    private sealed record OrderIndex(string Using, (string Property, string Value)? Owner, string Key, string Id)
    {
        // The whole prefix stands in the order: without the owner the planner does not see that the index has it.
        public string OrderBy(bool backward) =>
            string.Join(", ", (Owner is { } owner ? [owner.Property, Key, Id] : new[] { Key, Id }).Select(key => backward ? key + " DESC" : key));

        /// <summary>What makes the planner read the index, from the place after which the page begins.</summary>
        public string Where(Page page, Func<object?, string> parameter)
        {
            var from = page.After is { } after ? parameter(KeyOf(after)) : "''";
            var to = page.Before is { } before ? $" AND {Key} <= {parameter(KeyOf(before))}" : "";
            return $"{(Owner is { } owner ? $"{owner.Property} = {owner.Value} AND " : "")}{Key} >= {from}{to} AND {Id} >= ''";
        }

        // A name's key is the cursor's own; a start's is made of its days.
        private static string KeyOf(Cursor place) => place.Keys[0] switch
        {
            { Text: { } text } => text,
            { Absent: true } => GraphShape.StartKey(null),
            var days => GraphShape.StartKey(new DaySpan((int)days.Number, days.Last)),
        };
    }

    // The rows a subquery sees: the bound record and the heads.
    private IEnumerable<string> Seen(string x) => _heads.Variables.Prepend(x);

    private static string AllCount(RecordType type) => type.Name switch
    {
        "Membership" => "COUNT { ()-[:MEMBER_OF]->() }",
        "Partnership" => "COUNT { ()-[:PARTNER_OF]->() }",
        _ => $"COUNT {{ (:{type.Name}) }}",
    };

    private static OrderIndex? IndexOf(RecordType type, string y) => type.Name switch
    {
        "Membership" => new OrderIndex($"USING INDEX {y}:MEMBER_OF(startKey, id)", null, $"{y}.startKey", $"{y}.id"),
        "Partnership" => new OrderIndex($"USING INDEX {y}:PARTNER_OF(startKey, id)", null, $"{y}.startKey", $"{y}.id"),
        "Actor" or "Grouping" => new OrderIndex($"USING INDEX {y}:{type.Name}(nameKey, id)", null, $"{y}.nameKey", $"{y}.id"),
        _ => null,
    };

    private Source SourceOf(RecordType owner, SelectedPages pages, string x, string y)
    {
        var relation = pages.Relation;
        if (pages.Pages.Through is { } through)
        {
            var m = _cypher.Variable("m");
            var where = $"{m}.isMember AND {_predicates.Of(through, Records.Membership, m)}";
            return new Source(new ManyWay(Ways.Through(owner, x, m, y), where, Distinct: true), "", null);
        }
        if (owner == Records.Grouping && relation.Name == "members")
        {
            var m = _cypher.Variable("m");
            return new Source(new ManyWay($"({x})<-[{m}:MEMBER_OF]-({y})", $"{m}.memberKey IS NOT NULL"), $"{x}.memberCount",
                new OrderIndex($"USING INDEX {m}:MEMBER_OF(grouping, memberKey, actor)", ($"{m}.grouping", $"{x}.id"), $"{m}.memberKey", $"{m}.actor"));
        }
        if (owner == Records.Grouping && relation.Name == "memberships")
        {
            return new Source(Ways.Many(owner, relation, x, y, _cypher), $"COUNT {{ ({x})<-[:MEMBER_OF]-() }}",
                new OrderIndex($"USING INDEX {y}:MEMBER_OF(grouping, startKey, id)", ($"{y}.grouping", $"{x}.id"), $"{y}.startKey", $"{y}.id"));
        }
        var way = Ways.Many(owner, relation, x, y, _cypher);
        var count = relation.Name switch
        {
            "memberships" => $"COUNT {{ ({x})-[:MEMBER_OF]->() }}",
            "groupings" when owner == Records.Actor => $"{x}.groupingCount",
            _ when way.Distinct => $"COUNT {{ MATCH {way.Match} RETURN DISTINCT {y} }}",
            _ => $"COUNT {{ {way.Match} }}",
        };
        return new Source(way, count, null);
    }

    private void WritePages(Pages pages, RecordType type, string y, Source source, IEnumerable<string> bound, string result)
    {
        var page = pages.Page;
        var keys = new Keys(_cypher, type, pages.Order, y);
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
            if (index is not null) _cypher.Line(index.Using);
            var conditions = new[] { index is null ? source.Way.Where : index.Where(page, _cypher.Parameter), filter, after, before }.OfType<string>().ToArray();
            if (conditions.Length > 0) _cypher.Line($"WHERE {string.Join(" AND ", conditions)}");
            if (distinct) _cypher.Line($"WITH DISTINCT {y}");
            var order = index is null ? keys.OrderBy(page.Backward) : index.OrderBy(page.Backward);
            _cypher.Line($"WITH {y} ORDER BY {order} LIMIT {limit}");
            if (returned.Length > 0) _cypher.Line(returned);
        }

        string Values()
        {
            var parts = new List<string>();
            foreach (var part in pages.Parts)
            {
                if (part is NodesPart nodes) parts.Add(Row(nodes.Projection, y));
                else if (part is EdgesPart edges) parts.AddRange(edges.Parts.Where(edge => edge.Node is not null).Select(edge => Row(edge.Node!, y)));
            }
            if (AsksCursors(pages)) parts.Add(keys.Values);
            return $"collect([{string.Join(", ", parts)}])";
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
            _cypher.Call(_heads.Variables.Append(list), () =>
            {
                _cypher.Line($"UNWIND {(page.Backward ? $"reverse({list}[..{size}])" : $"{list}[..{size}]")} AS {y}");
                _cypher.Line($"RETURN {Values()} AS {rows}");
            });
        }
        else
        {
            _cypher.Call(seen, () =>
            {
                Limited("");
                var values = Values();
                _cypher.Line($"RETURN {(page.Backward ? $"reverse({values})" : values)} AS {rows}");
            });
        }

        var more = $"size({list}) > {size}";
        var previous = !asksPrevious ? "null" : page.Backward
            ? Either(more, page.After is null ? null : Exists(source, filter, keys.Beyond(page.After, after: false, orAt: true), before))
            : page.After is null ? "false" : Exists(source, filter, keys.Beyond(page.After, after: false, orAt: true), null);
        var next = !asksNext ? "null" : page.Backward
            ? page.Before is null ? "false" : Exists(source, filter, keys.Beyond(page.Before, after: true, orAt: true), null)
            : Either(more, page.Before is null ? null : Exists(source, filter, keys.Beyond(page.Before, after: true, orAt: true), after));
        var total = pages.Parts.Any(part => part is TotalCountPart) ? Count(pages, source, filter, y) : "null";
        var counted = pages.Countings.Select(counting => Counted(counting, type, source, filter, y, seen)).ToArray();
        _cypher.Line($"RETURN [{string.Join(", ", [rows, previous, next, total, .. counted])}] AS {result}");
    }

    /// <summary>Writes the count of a list's records by a field's values: of each the value, the count, and its label in the languages asked for.</summary>
    private string Counted(Counting counting, RecordType type, Source source, string? filter, string y, IEnumerable<string> seen)
    {
        var (v, k, n) = (_cypher.Variable("v"), _cypher.Variable("k"), _cypher.Variable("n"));
        _cypher.Call(seen, () =>
        {
            _cypher.Line($"MATCH {source.Way.Match}");
            var conditions = new[] { source.Way.Where, filter }.OfType<string>().ToArray();
            if (conditions.Length > 0) _cypher.Line($"WHERE {string.Join(" AND ", conditions)}");
            if (source.Way.Distinct) _cypher.Line($"WITH DISTINCT {y}");
            // An empty list has no property.
            if (counting.Field is ToList) _cypher.Line($"UNWIND coalesce({y}.{counting.Field}, [null]) AS {k}");
            var value = counting.Field switch
            {
                ToList => k,
                ToOne one => $"{y}.{Properties.Reference(type, one)} AS {k}",
                FlagColumn => $"toString({y}.{counting.Field}) AS {k}",
                _ => $"{y}.{counting.Field} AS {k}",
            };
            // The absent come last ascending.
            _cypher.Line($"WITH {value}, count(*) AS {n} ORDER BY {n} DESC, {k} LIMIT {_cypher.Parameter(counting.First)}");
            var labels = counting.Field is Relation relation ? counting.Languages.Select(language => LabelOf(relation.Target, k, language)) : [];
            _cypher.Line($"RETURN collect([{string.Join(", ", [k, n, .. labels])}]) AS {v}");
        });
        return v;
    }

    private string LabelOf(RecordType type, string id, Language language)
    {
        var o = _cypher.Variable("o");
        Selected label = type.Label is BilingualColumn both ? new SelectedText(both.Name, both, language) : new SelectedValue(type.Label!.Name, type.Label);
        return $"head(COLLECT {{ MATCH ({o}:{type} {{id: {id}}}) RETURN {Value(label, type, o)} }})";
    }

    private static string Either(string more, string? exists) => exists is null ? more : $"({more} OR {exists})";

    private static string Exists(Source source, string? filter, string beyond, string? within)
    {
        var conditions = new[] { source.Way.Where, filter, beyond, within }.OfType<string>();
        return $"EXISTS {{ MATCH {source.Way.Match} WHERE {string.Join(" AND ", conditions)} }}";
    }

    private static string Count(Pages pages, Source source, string? filter, string y)
    {
        if (filter is null && pages.Through is null) return source.Count;
        var conditions = string.Join(" AND ", new[] { source.Way.Where, filter }.OfType<string>());
        var where = conditions.Length == 0 ? "" : $" WHERE {conditions}";
        return source.Way.Distinct
            ? $"COUNT {{ MATCH {source.Way.Match}{where} RETURN DISTINCT {y} }}"
            : $"COUNT {{ MATCH {source.Way.Match}{where} }}";
    }

    private static bool Asks(Pages pages, PageFact fact) =>
        pages.Parts.Any(part => part is PageInfoPart info && info.Parts.Any(item => item.Fact == fact));

    internal static bool AsksCursors(Pages pages) => pages.Parts.Any(part => part switch
    {
        PageInfoPart info => info.Parts.Any(item => item.Fact is PageFact.StartCursor or PageFact.EndCursor),
        EdgesPart edges => edges.Parts.Any(edge => edge.Node is null && edge.TypeName is null),
        _ => false,
    });

    /// <summary>Writes what the values of a record need and gives the list of them.</summary>
    private string Row(Projection projection, string x)
    {
        if (projection.ByType.Length == 1) return Row(projection.ByType[0], x, null);
        var first = projection.ByType[0].Type;
        var isSecond = first == Records.Actor ? $"{x}:Grouping" : $"type({x}) = 'PARTNER_OF'";
        if (projection.ByType.All(selection => !selection.Fields.Any(NeedsSubquery)))
        {
            return $"CASE WHEN {isSecond} THEN {Row(projection.ByType[1], x, 1)} ELSE {Row(projection.ByType[0], x, 0)} END";
        }
        var v = _cypher.Variable("v");
        _cypher.Call(Seen(x), () =>
        {
            for (var type = 0; type < 2; type++)
            {
                if (type == 1) _cypher.Line("UNION ALL");
                _cypher.Line($"WITH {string.Join(", ", Seen(x))} WHERE {(type == 1 ? isSecond : $"NOT {isSecond}")}");
                _cypher.Line($"RETURN {Row(projection.ByType[type], x, type)} AS {v}");
            }
        });
        return v;
    }

    private string Row(Selection selection, string x, int? type)
    {
        var values = selection.Fields.Where(field => field is not SelectedTypeName).Select(field => Value(field, selection.Type, x));
        return $"[{string.Join(", ", type is { } number ? values.Prepend(number == 0 ? "0" : "1") : values)}]";
    }

    private static bool NeedsSubquery(Selected field) => field switch
    {
        SelectedValue or SelectedText or SelectedTexts or SelectedActivity or SelectedTypeName => false,
        _ => true,
    };

    private string Value(Selected field, RecordType type, string x)
    {
        switch (field)
        {
            case SelectedValue value: return $"{x}.{value.Column}";
            case SelectedText text:
                var (asked, other) = text.Language == Core.Model.Language.FR ? ("Fr", "En") : ("En", "Fr");
                return $"coalesce({x}.{text.Column}{asked}, {x}.{text.Column}{other})";
            case SelectedTexts texts: return $"coalesce({x}.{texts.Field}, [])";
            case SelectedActivity: return $"[{x}.earliestStart, {x}.latestStart, {x}.earliestEnd, {x}.latestEnd, {x}.status = 'PLANNED']";
            case SelectedOne one: return One(one, type, x);
            case SelectedList list: return List(list, type, x);
            case SelectedEvidence evidence: return Evidence(evidence.Parts, $"{x}.passages", $"{x}.mentions", [x]);
            case SelectedPages pages: return Pages(pages, type, x);
            case SelectedCoMembers question: return CoMembers(question, x);
            default: throw new ArgumentOutOfRangeException(nameof(field), field.GetType().Name, "a field without a statement");
        }
    }

    private string One(SelectedOne one, RecordType owner, string x)
    {
        var way = Ways.One(owner, one.Relation, x);
        var v = _cypher.Variable("v");
        if (way.Node is null)
        {
            var y = _cypher.Variable("o");
            _cypher.Call(Seen(x), () =>
            {
                _cypher.Line($"MATCH {way.Match!(y)}");
                _cypher.Line($"RETURN head(collect({Row(one.Projection, y)})) AS {v}");
            });
            return v;
        }
        var needsSubquery = one.Projection.ByType.Any(selection => selection.Fields.Any(NeedsSubquery));
        if (!needsSubquery)
        {
            var row = Row(one.Projection, way.Node);
            return way.Label is null ? row : $"CASE WHEN {x}:{way.Label} THEN {row} END";
        }
        var n = _cypher.Variable("n");
        _cypher.Call(Seen(x), () =>
        {
            var where = way.Label is null ? "" : $" WHERE {x}:{way.Label}";
            _cypher.Line($"WITH {string.Join(", ", _heads.Variables.Prepend($"{way.Node} AS {n}").Concat(way.Label is null ? [] : [x]))}{where}");
            _cypher.Line($"RETURN head(collect({Row(one.Projection, n)})) AS {v}");
        });
        return v;
    }

    private string List(SelectedList list, RecordType owner, string x)
    {
        var v = _cypher.Variable("v");
        var y = _cypher.Variable("y");
        var target = list.Relation.Target;
        _cypher.Call(Seen(x), () =>
        {
            switch (owner.Name, list.Relation.Name)
            {
                case ("Concept", "narrower"):
                    _cypher.Line($"MATCH ({x})<-[:BROADER]-({y}) WITH {y} ORDER BY {y}.labelKey, {y}.id");
                    break;
                case ("Territory", "contains"):
                    _cypher.Line($"MATCH ({x})<-[:WITHIN]-({y}) WITH {y} ORDER BY {y}.nameKey, {y}.id");
                    break;
                case ("Source", "passages"):
                    _cypher.Line($"MATCH ({x})<-[:OF_SOURCE]-({y}) WITH {y} ORDER BY {y}.rank");
                    break;
                case ("Passage", "links"):
                    WriteLinks(x, y);
                    break;
                default:
                    var i = _cypher.Variable("i");
                    _cypher.Line($"UNWIND range(0, size(coalesce({x}.{list.Relation}, [])) - 1) AS {i}");
                    _cypher.Line($"MATCH ({y}:{target.Name} {{id: {x}.{list.Relation}[{i}]}})");
                    _cypher.Line($"WITH {y}, {i} ORDER BY {i}");
                    break;
            }
            _cypher.Line($"RETURN collect({Row(list.Projection, y)}) AS {v}");
        });
        return v;
    }

    private void WriteLinks(string x, string y)
    {
        var i = _cypher.Variable("i");
        var link = $"{x}.links[{i}]";
        _cypher.Line($"UNWIND range(0, size(coalesce({x}.links, [])) - 1) AS {i}");
        _cypher.Call([x, i], () =>
        {
            _cypher.Line($"MATCH ()-[{y}:MEMBER_OF {{id: substring({link}, 2)}}]->() WHERE {link} STARTS WITH 'm:' RETURN {y}");
            _cypher.Line("UNION ALL");
            _cypher.Line($"MATCH ()-[{y}:PARTNER_OF {{id: substring({link}, 2)}}]->() WHERE {link} STARTS WITH 'p:' RETURN {y}");
        });
        _cypher.Line($"WITH {y}, {i} ORDER BY {i}");
    }

    private string Evidence(ImmutableArray<Selected> parts, string passages, string mentions, IEnumerable<string> seen)
    {
        var v = _cypher.Variable("v");
        var i = _cypher.Variable("i");
        var q = _cypher.Variable("q");
        _cypher.Call(seen.Concat(_heads.Variables), () =>
        {
            _cypher.Line($"UNWIND range(0, size(coalesce({passages}, [])) - 1) AS {i}");
            var asked = parts.Where(part => part is not SelectedTypeName).Cast<SelectedComputed>().ToArray();
            if (asked.Any(part => part.Projection is not null)) _cypher.Line($"MATCH ({q}:Passage {{id: {passages}[{i}]}})");
            _cypher.Line($"WITH * ORDER BY {i}");
            var values = asked.Select(part => part.Projection is null ? $"nullIf({mentions}[{i}], '')" : Row(part.Projection, q));
            _cypher.Line($"RETURN collect([{string.Join(", ", values)}]) AS {v}");
        });
        return v;
    }

    private string Pages(SelectedPages pages, RecordType owner, string x)
    {
        var v = _cypher.Variable("v");
        var y = _cypher.Variable("y");
        _cypher.Call(Seen(x), () => WritePages(pages.Pages, pages.Relation.Target, y, SourceOf(owner, pages, x, y), [x], v));
        return v;
    }

    private void WriteCoAccompaniers(CoAccompaniersRoot question, string r)
    {
        var theme = _heads.Theme(question.Theme);
        var listed = question.IncludeCategories ? "" : " AND a.named";
        var with = question.With is null ? null : _cypher.Parameter(question.With);
        var self = with is null ? "" : $" AND a.id <> {with}";
        string Active(string x) => question.ActiveAt is null ? "" : $" AND {_predicates.Active(question.ActiveAt, x)}";

        _cypher.Call(_heads.Variables, () =>
        {
            _cypher.Call(_heads.Variables, () =>
            {
                _cypher.Line($"MATCH (t:Concept)<-[:ON_THEME]-(g:Grouping) WHERE t.id IN {theme}");
                _cypher.Line("WITH DISTINCT g");
                _cypher.Line($"MATCH (g)<-[m:MEMBER_OF]-(a:Actor) WHERE m.isMember{listed}{self}{Active("m")}");
                if (with is not null)
                {
                    _cypher.Line($"AND EXISTS {{ MATCH (g)<-[w:MEMBER_OF]-(:Actor {{id: {with}}}) WHERE w.isMember AND {Predicates.MayOverlap("w", "m")}{Active("w")} }}");
                }
                _cypher.Line("RETURN a, collect(DISTINCT g) AS gs, collect(DISTINCT m) AS ms, [] AS ps");
                _cypher.Line("UNION ALL");
                _cypher.Line($"MATCH (s:Entity)-[p:PARTNER_OF]->(o:Entity) WHERE p.type IN {_heads.Accompanying} AND any(id IN coalesce(p.themes, []) WHERE id IN {theme}){Active("p")}");
                _cypher.Line("UNWIND CASE WHEN p.mutual THEN [[s, o], [o, s]] ELSE [[s, o]] END AS ends");
                _cypher.Line($"WITH ends[0] AS a, ends[1] AS b, p WHERE a:Actor{listed}{self}{(with is null ? "" : $" AND b.id = {with}")}");
                _cypher.Line("RETURN a, [] AS gs, [] AS ms, collect(DISTINCT p) AS ps");
            });
            _cypher.Line("WITH a, reduce(all = [], one IN collect(gs) | all + one) AS gs, reduce(all = [], one IN collect(ms) | all + one) AS ms, reduce(all = [], one IN collect(ps) | all + one) AS ps");
            if (question.Pages.Where is { } where) _cypher.Line($"WHERE {_predicates.Of(where, Records.Actor, "a")}");
            _cypher.Line("WITH {a: a, gs: gs, ms: ms, ps: ps, n: size(gs) + size(ps)} AS row ORDER BY row.n DESC, row.a.nameKey, row.a.id");
            _cypher.Line("RETURN collect(row) AS found");
        });
        var keys = new Keys(_cypher, "row.a.id", ("row.n", true), ("row.a.nameKey", false));
        WriteComputedPage(question.Pages, keys, "found", "row", [], CoAccompanier, "WITH *, row.a AS a, row.gs AS gs, row.ms AS ms, row.ps AS ps", r);
    }

    // The rank is counted here, by the same rule as in memory: no index of the server's decides an order.
    private void WriteSearch(SearchRoot search, string r)
    {
        if (search.Words.Length == 0)
        {
            _cypher.Line($"RETURN [] AS {r}");
            return;
        }
        var heads = Joined(_heads.Variables);
        var words = _cypher.Parameter(search.Words);
        var folded = _cypher.Parameter(search.Folded);
        var (e, i, f, rank, matched) = (_cypher.Variable("e"), _cypher.Variable("i"), _cypher.Variable("f"), _cypher.Variable("rank"), _cypher.Variable("matched"));
        _cypher.Line($"MATCH ({e}:Entity)");
        _cypher.Line($"UNWIND [i IN range(0, size({e}.names) - 1) WHERE all(word IN {words} WHERE {e}.namesFolded[i] CONTAINS word)] AS {i}");
        _cypher.Line($"WITH {heads}{e}, {i}, {e}.namesFolded[{i}] AS {f}");
        _cypher.Line($"WITH {heads}{e}, {i}, CASE WHEN {f} = {folded} THEN 0 WHEN {f} STARTS WITH {folded} THEN 1 WHEN all(word IN {words} WHERE ' ' + {f} + ' ' CONTAINS ' ' + word + ' ') THEN 2 ELSE 3 END AS {rank}");
        // Of two names that hold the words equally well the first by folded, then exact text wins.
        _cypher.Line($"ORDER BY {rank}, CASE {i} WHEN 0 THEN 2 * coalesce({e}.namePlace, 0) - 1 ELSE 2 * ({i} - 1) END");
        _cypher.Line($"WITH {heads}{e}, head(collect([{rank}, {e}.names[{i}]])) AS best");
        _cypher.Line($"WITH {heads}{e}, best[0] AS {rank}, best[1] AS {matched} ORDER BY {rank}, {e}.nameKey, {e}.id LIMIT {_cypher.Parameter(search.First)}");
        var values = search.Projection.ByType[0].Fields.Where(field => field is not SelectedTypeName).Cast<SelectedComputed>().Select(field => field.Field.Name switch
        {
            "entity" => Row(field.Projection!, e),
            "matched" => matched,
            _ => $"[{string.Join(", ", Enum.GetNames<SearchRank>().Select(name => $"'{name}'"))}][{rank}]",
        }).ToArray();
        _cypher.Line($"RETURN collect([{string.Join(", ", values)}]) AS {r}");
    }

    private string CoMembers(SelectedCoMembers question, string x)
    {
        var v = _cypher.Variable("v");
        var found = _cypher.Variable("found");
        var (own, other, g, a, row) = (_cypher.Variable("w"), _cypher.Variable("m"), _cypher.Variable("g"), _cypher.Variable("a"), _cypher.Variable("row"));
        var pages = question.Pages;
        var keys = new Keys(_cypher, Records.CoMember, pages.Order, row);
        _cypher.Call(Seen(x), () =>
        {
            _cypher.Call(Seen(x), () =>
            {
                // At any time one counting membership of each pair tells all: it carries the pair's key. What is asked of an
                // actor is looked at once it is counted: a hub's members come again for each grouping.
                var anyTime = question.ActiveAt is null && question.Overlap == Activity.NO;
                var sharing = anyTime ? $"{own}.memberKey IS NOT NULL AND {other}.memberKey IS NOT NULL" : Sharing(question, own, other);
                _cypher.Line($"MATCH ({x})-[{own}:MEMBER_OF]->({g})<-[{other}:MEMBER_OF]-({a})");
                _cypher.Line($"WHERE {a} <> {x} AND {sharing}");
                _cypher.Line($"WITH {Joined(_heads.Variables)}{a}, count({(anyTime ? "*" : $"DISTINCT {g}")}) AS n WHERE n >= {_cypher.Parameter(question.MinShared)}");
                if (!question.IncludeCategories) _cypher.Line($"AND {a}.named");
                if (pages.Where is not null) _cypher.Line($"AND {_predicates.Of(pages.Where, Records.Actor, a)}");
                _cypher.Line($"WITH {{actor: {a}, sharedCount: n, id: {a}.id}} AS {row} ORDER BY {keys.OrderBy(backward: false)}");
                _cypher.Line($"RETURN collect({row}) AS {found}");
            });
            WriteComputedPage(pages, keys, found, row, [x], selection => CoMember(question, selection, x, a, row), $"WITH *, {row}.actor AS {a}", v);
        });
        return v;
    }

    // Both memberships count; at a date both are active then, else they must have been at some time.
    private string Sharing(SelectedCoMembers question, string own, string other)
    {
        var when = question.ActiveAt is { } at
            ? $"{_predicates.Active(at, own)} AND {_predicates.Active(at, other)}"
            : Predicates.Overlap(own, other, question.Overlap);
        return $"{own}.isMember AND {other}.isMember{(when is null ? "" : $" AND {when}")}";
    }

    private string CoMember(SelectedCoMembers question, Selection selection, string x, string a, string row)
    {
        var values = selection.Fields.Where(field => field is not SelectedTypeName).Cast<SelectedComputed>().Select(field => field.Field.Name switch
        {
            "actor" => Row(field.Projection!, a),
            "sharedCount" => $"{row}.sharedCount",
            _ => Shared(question, field.Projection!, x, a),
        });
        return $"[{string.Join(", ", values)}]";
    }

    private string Shared(SelectedCoMembers question, Projection projection, string x, string a)
    {
        var v = _cypher.Variable("v");
        var (own, other, g) = (_cypher.Variable("w"), _cypher.Variable("m"), _cypher.Variable("g"));
        _cypher.Call(Seen(x).Append(a), () =>
        {
            _cypher.Line($"MATCH ({x})-[{own}:MEMBER_OF]->({g}:Grouping)<-[{other}:MEMBER_OF]-({a}) WHERE {Sharing(question, own, other)}");
            _cypher.Line($"WITH DISTINCT {Joined(_heads.Variables)}{g} ORDER BY {g}.nameKey, {g}.id");
            _cypher.Line($"RETURN collect({Row(projection, g)}) AS {v}");
        });
        return v;
    }

    private static string Joined(IEnumerable<string> variables) => string.Concat(variables.Select(variable => variable + ", "));

    /// <summary>Writes the page of rows that are computed, all of them before any is listed: it is cut from the list.</summary>
    private void WriteComputedPage(Pages pages, Keys keys, string found, string row, string[] bound, Func<Selection, string> node, string opened, string r)
    {
        var page = pages.Page;
        var (low, high) = (_cypher.Variable("low"), _cypher.Variable("high"));
        var seen = Joined([.. _heads.Variables, .. bound, found]);
        var from = page.After is null ? "0" : $"size([{row} IN {found} WHERE NOT coalesce({keys.Beyond(page.After, after: true, orAt: false)}, false)])";
        var to = page.Before is null ? $"size({found})" : $"size([{row} IN {found} WHERE {keys.Beyond(page.Before, after: false, orAt: false)}])";
        var size = _cypher.Parameter(page.Size);
        _cypher.Line($"WITH {seen}{from} AS {low}, {to} AS {high}");
        _cypher.Line(page.Backward
            ? $"WITH {seen}CASE WHEN {low} < {high} THEN {low} ELSE {high} END AS {low}, {high}"
            : $"WITH {seen}{low}, CASE WHEN {low} < {high} THEN {high} ELSE {low} END AS {high}");
        _cypher.Line(page.Backward
            ? $"WITH {seen}CASE WHEN {high} - {size} > {low} THEN {high} - {size} ELSE {low} END AS {low}, {high}"
            : $"WITH {seen}{low}, CASE WHEN {low} + {size} < {high} THEN {low} + {size} ELSE {high} END AS {high}");
        var rows = _cypher.Variable("v");
        _cypher.Call(_heads.Variables.Concat(bound).Concat([found, low, high]), () =>
        {
            _cypher.Line($"UNWIND {found}[{low}..{high}] AS {row}");
            _cypher.Line(opened);
            var parts = new List<string>();
            foreach (var part in pages.Parts)
            {
                if (part is NodesPart nodes) parts.Add(node(nodes.Projection.ByType[0]));
                else if (part is EdgesPart edges) parts.AddRange(edges.Parts.Where(edge => edge.Node is not null).Select(edge => node(edge.Node!.ByType[0])));
            }
            if (AsksCursors(pages)) parts.Add(keys.Values);
            _cypher.Line($"RETURN collect([{string.Join(", ", parts)}]) AS {rows}");
        });
        _cypher.Line($"RETURN [{rows}, {low} > 0, {high} < size({found}), size({found})] AS {r}");
    }

    private string CoAccompanier(Selection selection)
    {
        var values = selection.Fields.Where(field => field is not SelectedTypeName).Cast<SelectedComputed>().Select(field => field.Field.Name switch
        {
            "actor" => Row(field.Projection!, "a"),
            "sharedCount" => "size(gs) + size(ps)",
            "groupings" => Collected("gs", "g", "g.nameKey, g.id", field.Projection!),
            "partnerships" => Collected("ps", "p", "p.startKey, p.id", field.Projection!),
            _ => CollectedEvidence(field.Parts),
        });
        return $"[{string.Join(", ", values)}]";
    }

    private string Collected(string list, string stem, string order, Projection projection)
    {
        var v = _cypher.Variable("v");
        var y = _cypher.Variable(stem);
        _cypher.Call(Seen(list), () =>
        {
            _cypher.Line($"UNWIND {list} AS {y}");
            _cypher.Line($"WITH {Joined(_heads.Variables)}{y} ORDER BY {order.Replace(stem + ".", y + ".", StringComparison.Ordinal)}");
            _cypher.Line($"RETURN collect({Row(projection, y)}) AS {v}");
        });
        return v;
    }

    private string CollectedEvidence(ImmutableArray<Selected> parts)
    {
        var passages = _cypher.Variable("l");
        var mentions = _cypher.Variable("l");
        _cypher.Call(["ms", "ps"], () =>
        {
            _cypher.Line("UNWIND ms + ps AS link");
            _cypher.Line("UNWIND range(0, size(coalesce(link.passages, [])) - 1) AS i");
            _cypher.Line("WITH DISTINCT link.passages[i] AS passage, link.mentions[i] AS mention, coalesce(link.mentionsOrder, link.mentions)[i] AS key");
            _cypher.Line("MATCH (q:Passage {id: passage})");
            _cypher.Line("WITH passage, mention, q.rank AS rank, key ORDER BY rank, mention = '', key");
            _cypher.Line($"RETURN collect(passage) AS {passages}, collect(mention) AS {mentions}");
        });
        return Evidence(parts, passages, mentions, [passages, mentions]);
    }
}

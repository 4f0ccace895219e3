using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;

namespace EcosystemGraph.Neo4j.Cypher;

// Records, their values and what is nested below them.
public sealed partial class CypherCompiler
{
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
        return $"[{string.Join(", ", type is { } number ? values.Prepend(number.ToString(CultureInfo.InvariantCulture)) : values)}]";
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
}

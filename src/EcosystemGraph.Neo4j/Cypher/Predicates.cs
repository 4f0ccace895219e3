using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>What a predicate is said of.</summary>
/// <param name="Type">The type of the record.</param>
/// <param name="X">The variable that is bound to it.</param>
/// <param name="Item">Of a text of a list: the property that holds the list, and the variable that is bound to the text's place.</param>
internal readonly record struct Bound(RecordType Type, string X, (string List, string Place)? Item = null);

/// <summary>
/// Filters as Cypher predicates that are true or false and never null: Cypher compares null to nothing, a filter
/// decides (semantics: Filters).
/// </summary>
internal sealed class Predicates(CypherWriter cypher, Heads heads) : IFilterVisitor<Bound, string>
{
    /// <summary>The predicate of a filter on records of a type, bound to a variable.</summary>
    public string Of(Filter filter, RecordType type, string x) => Of(filter, new Bound(type, x));

    private string Of(Filter filter, Bound bound) => filter.Accept(this, bound);

    public string Visit(Conjunction all, Bound bound) => Joined(all.Parts, "AND", true, bound);

    public string Visit(Disjunction any, Bound bound) => Joined(any.Parts, "OR", false, bound);

    public string Visit(Negation not, Bound bound) => $"NOT {Of(not.Part, bound)}";

    public string Visit(Absent absent, Bound bound) => IsAbsent(absent.Column, bound.X);

    public string Visit(TextIn text, Bound bound) =>
        OfTexts(text.Column, bound, property => Properties.Text(bound.X, property), one => Equal(one, text.Values));

    public string Visit(TextHas text, Bound bound) =>
        OfTexts(text.Column, bound, property => Properties.Sought(bound.X, property, text.Part), one => Has(one, text));

    public string Visit(NumberIn number, Bound bound) => Equal($"{bound.X}.{number.Column}", number.Values);

    public string Visit(NumberCompares number, Bound bound) =>
        Definite($"{bound.X}.{number.Column} {Sign(number.Comparison)} {cypher.Parameter(number.Value)}");

    public string Visit(DateIn date, Bound bound) =>
        Any(
            date.Values,
            days =>
                Definite(
                    $"{bound.X}.{date.Column}First = {cypher.Parameter(days.First)} AND {bound.X}.{date.Column}Last = {cypher.Parameter(days.Last)}"
                )
        );

    public string Visit(DateCompares date, Bound bound) => Definite(Compared(date, bound.X));

    public string Visit(ChoiceIn choice, Bound bound) =>
        Equal(
            $"{bound.X}.{choice.Column}",
            choice.Values.Select(value => choice.Column.Values[value]).ToImmutableArray()
        );

    public string Visit(FlagIs flag, Bound bound) =>
        Definite($"{bound.X}.{flag.Column} = {cypher.Parameter(flag.Value)}");

    public string Visit(Active active, Bound bound) => Active(active.At, bound.X);

    public string Visit(Under under, Bound bound) => $"{bound.X}.id IN {heads.Under(under.Concept)}";

    public string Visit(Inside inside, Bound bound) => $"{bound.X}.id IN {heads.Inside(inside.Territory)}";

    /// <summary>Whether a dated record was active as surely as asked (<see cref="Period.At"/>). A bound that is not kept is infinite.</summary>
    public string Active(ActiveAt at, string x)
    {
        if (at.AtLeast == Activity.NO)
            return Always(true);
        var first = cypher.Parameter(at.Days.First);
        var last = cypher.Parameter(at.Days.Last);
        var possible = $"coalesce({x}.earliestStart <= {last}, true) AND coalesce({x}.latestEnd >= {first}, true)";
        return at.AtLeast == Activity.POSSIBLE
            ? $"({possible})"
            : $"({possible} AND {x}.status <> 'PLANNED' AND coalesce({x}.latestStart <= {first}, false) AND coalesce({x}.earliestEnd >= {last}, false))";
    }

    /// <summary>Whether two dated records may have been active on one day (<see cref="Period.Overlap"/>).</summary>
    public static string MayOverlap(string x, string y) =>
        $"(coalesce({x}.latestEnd >= {y}.earliestStart, true) AND coalesce({y}.latestEnd >= {x}.earliestStart, true))";

    /// <summary>Whether two dated records were active on one day as surely as asked; null where that is true of any two.</summary>
    public static string? Overlap(string x, string y, Activity atLeast) =>
        atLeast switch
        {
            Activity.NO => null,
            Activity.POSSIBLE => MayOverlap(x, y),
            Activity.CERTAIN => $"({MayOverlap(x, y)} AND {x}.status <> 'PLANNED' AND {y}.status <> 'PLANNED'"
                + $" AND coalesce({x}.latestStart <= {y}.earliestEnd, false) AND coalesce({y}.latestStart <= {x}.earliestEnd, false))",
        };

    private string IsAbsent(Column column, string x) =>
        column switch
        {
            { Nullable: false } => Always(false),
            MultilingualColumn =>
                $"({string.Join(" AND ", Properties.Texts(column).Select(text => $"{x}.{text} IS NULL"))})",
            _ => $"{x}.{column} IS NULL",
        };

    private static string Compared(DateCompares date, string x, Func<Value, string> parameter) =>
        date.Comparison switch
        {
            Comparison.Less => $"{x}.{date.Column}Last < {parameter(date.Days.First)}",
            Comparison.LessOrEqual => $"{x}.{date.Column}Last <= {parameter(date.Days.Last)}",
            Comparison.Greater => $"{x}.{date.Column}First > {parameter(date.Days.Last)}",
            Comparison.GreaterOrEqual => $"{x}.{date.Column}First >= {parameter(date.Days.First)}",
        };

    private string Compared(DateCompares date, string x) => Compared(date, x, cypher.Parameter);

    private string Equal(string value, ImmutableArray<string> values) =>
        values.Length == 1
            ? Definite($"{value} = {cypher.Parameter(values[0])}")
            : Definite($"{value} IN {cypher.Parameter(values)}");

    private string Equal(string value, ImmutableArray<double> values) =>
        values.Length == 1
            ? Definite($"{value} = {cypher.Parameter(values[0])}")
            : Definite($"{value} IN {cypher.Parameter(values.Select(number => (Value)number).ToArray())}");

    private string Has(string form, TextHas text) =>
        Definite($"{form} {Word(text.Place)} {cypher.Parameter(text.Part.Text)}");

    public string Visit(PerType types, Bound bound)
    {
        var x = bound.X;
        var isSecond = Kinds.Is(types.Types[1], x);
        return $"CASE WHEN {isSecond} THEN {Of(types.Parts[1], types.Types[1], x)} ELSE {Of(types.Parts[0], types.Types[0], x)} END";
    }

    public string Visit(One one, Bound record)
    {
        var x = record.X;
        var target = one.Relation.Target;
        var way = Ways.One(one.Relation, x);
        if (way.Node is not null)
        {
            // A bound record as a variable, so that patterns can begin at it.
            var bound = way.Node == x ? x : cypher.Variable("e");
            var part = Of(one.Part, target, bound);
            if (way.Node != x)
                part = $"EXISTS {{ WITH {way.Node} AS {bound} WHERE {part} RETURN 1 }}";
            if (way.Label is null)
                return part;
            return one.Part.OfAbsent ? $"(NOT {x}:{way.Label} OR {part})" : $"({x}:{way.Label} AND {part})";
        }
        var id = way.Id;
        if (one.Part is Under under)
            return Definite($"{id} IN {heads.Under(under.Concept)}");
        if (one.Part is Inside inside)
            return Definite($"{id} IN {heads.Inside(inside.Territory)}");
        var y = cypher.Variable("o");
        var exists = $"EXISTS {{ MATCH {way.Match!(y)} WHERE {Of(one.Part, target, y)} }}";
        return one.Part.OfAbsent ? $"({id} IS NULL OR {exists})" : exists;
    }

    public string Visit(Some some, Bound bound)
    {
        var x = bound.X;
        var target = some.Relation.Target;
        var y = cypher.Variable("s");
        switch (Ways.Of(some.Relation))
        {
            case Listed listed:
                var way = listed.At(x, y, cypher).Way;
                return Exists(way.Match, way.Where, some.Part, target, y);
            case Stated:
                var part = Of(some.Part, target, y);
                return $"(EXISTS {{ UNWIND coalesce({x}.memberships, []) AS {y}Id MATCH {Kinds.Pattern(Records.Membership, y, y + "Id")} WHERE {part} RETURN 1 }}"
                    + $" OR EXISTS {{ UNWIND coalesce({x}.partnerships, []) AS {y}Id MATCH {Kinds.Pattern(Records.Partnership, y, y + "Id")} WHERE {part} RETURN 1 }})";
            case Leading leading:
                return Exists($"({x})<-[:{leading.Type}]-({y})", null, some.Part, target, y);
            case var named:
                return Exists(
                    Kinds.Pattern(target, y),
                    $"{y}.id IN coalesce({x}.{named.Property}, [])",
                    some.Part,
                    target,
                    y
                );
        }
    }

    private string Exists(string match, string? where, Filter part, RecordType target, string y)
    {
        var conditions = new[] { where, part == Filter.True ? null : Of(part, target, y) }.OfType<string>().ToArray();
        return conditions.Length == 0
            ? $"EXISTS {{ MATCH {match} }}"
            : $"EXISTS {{ MATCH {match} WHERE {string.Join(" AND ", conditions)} }}";
    }

    public string Visit(SomeText some, Bound bound)
    {
        var i = cypher.Variable("i");
        var item = Of(some.Part, bound with { Item = (some.Field.Name, i) });
        return $"any({i} IN range(0, size(coalesce({bound.X}.{some.Field}, [])) - 1) WHERE {item})";
    }

    // A column's text is in one property, or in one for each language; that of a list is an element of one.
    private string OfTexts(Column column, Bound bound, Func<string, string> read, Func<string, string> predicate) =>
        column == SomeText.Item && bound.Item is { } item
            ? predicate($"{read(item.List)}[{item.Place}]")
            : Any(Properties.Texts(column), property => predicate(read(property)));

    public string Visit(SomeEvidence some, Bound bound)
    {
        var x = bound.X;
        if (some.Passage == Filter.True)
            return $"size(coalesce({x}.passages, [])) > 0";
        var y = cypher.Variable("q");
        return $"EXISTS {{ MATCH ({y}:Passage) WHERE {y}.id IN coalesce({x}.passages, []) AND {Of(some.Passage, Records.Passage, y)} }}";
    }

    private string Joined(ImmutableArray<Filter> parts, string word, bool none, Bound bound) =>
        parts.Length switch
        {
            0 => Always(none),
            1 => Of(parts[0], bound),
            _ => "(" + string.Join($" {word} ", parts.Select(part => Of(part, bound))) + ")",
        };

    // A constant is a parameter: were it text, the planner would fold the predicate away and refuse the index hint beside it.
    private string Always(bool value) => cypher.Parameter(value);

    private string Any<T>(IReadOnlyList<T> items, Func<T, string> predicate) =>
        items.Count switch
        {
            0 => Always(false),
            1 => predicate(items[0]),
            _ => "(" + string.Join(" OR ", items.Select(predicate)) + ")",
        };

    private static string Definite(string comparison) => $"coalesce({comparison}, false)";

    private static string Word(TextPlace place) =>
        place switch
        {
            TextPlace.Contains => "CONTAINS",
            TextPlace.StartsWith => "STARTS WITH",
            TextPlace.EndsWith => "ENDS WITH",
        };

    private static string Sign(Comparison comparison) =>
        comparison switch
        {
            Comparison.Less => "<",
            Comparison.LessOrEqual => "<=",
            Comparison.Greater => ">",
            Comparison.GreaterOrEqual => ">=",
        };
}

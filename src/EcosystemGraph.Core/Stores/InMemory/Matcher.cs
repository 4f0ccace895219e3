using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>Turns a filter into a test of rows of one graph.</summary>
internal static class Matcher
{
    /// <summary>The test that a filter means; rows of an abstract type are numbers as in <see cref="ToOne"/>.</summary>
    public static Predicate<int> Of(ResolvedGraph graph, Filter filter)
    {
        switch (filter)
        {
            case Conjunction all:
                var parts = all.Parts.Select(part => Of(graph, part)).ToArray();
                return row => Array.TrueForAll(parts, part => part(row));
            case Disjunction any:
                var choices = any.Parts.Select(part => Of(graph, part)).ToArray();
                return row => Array.Exists(choices, part => part(row));
            case Negation not:
                var positive = Of(graph, not.Part);
                return row => !positive(row);
            case Absent absent:
                return IsAbsent(graph, absent.Column);
            case TextIn text:
                return OnText(graph, text.Column, OneOf(text.Values));
            case TextHas text:
                return OnText(graph, text.Column, Has(text));
            case NumberIn number:
                return OnNumber(graph, number.Column, value => number.Values.Contains(value));
            case NumberCompares number:
                return OnNumber(graph, number.Column, value => Compares(number, value));
            case DateIn date:
                return row => date.Column.Read(graph, row) is { } value && date.Values.Contains(value.Span);
            case DateCompares date:
                return row => date.Column.Read(graph, row) is { } value && Compares(date, value.Span);
            case ChoiceIn choice:
                return row => choice.Values.Contains(choice.Column.Read(graph, row));
            case FlagIs flag:
                return row => flag.Column.Read(graph, row) == flag.Value;
            case Active active:
                return row => IsActive(active.Field.Read(graph, row), active.At);
            case Under under:
                return graph.FindConcept(under.Concept) is not ResolvedGraph.None and var concept
                    ? OneOf(graph.Vocabulary.Under(concept))
                    : _ => false;
            case Inside inside:
                return graph.FindTerritory(inside.Territory) is not ResolvedGraph.None and var territory
                    ? OneOf(graph.Places.Inside(territory))
                    : _ => false;
            case PerType types:
                return OnType(graph, types);
            case One one:
                return OnOne(graph, one);
            case Some some:
                return OnSome(graph, some);
            case SomeText some:
                var test = TextTest(some.Part);
                return row => some.Field.Read(graph, row).Any(text => test(text));
            case SomeEvidence some:
                var passage = Of(graph, some.Passage);
                return row =>
                {
                    foreach (var item in some.Field.Read(graph, row))
                    {
                        if (passage(item.Passage))
                            return true;
                    }
                    return false;
                };
            default:
                throw new ArgumentOutOfRangeException(
                    nameof(filter),
                    filter.GetType().Name,
                    "a filter this store does not know"
                );
        }
    }

    /// <summary>Whether something was active as surely as asked.</summary>
    public static bool IsActive(Period period, ActiveAt at) => AtLeast(period.At(at.Days), at.AtLeast);

    /// <summary>Whether a certainty reaches another.</summary>
    public static bool AtLeast(Activity activity, Activity least) => activity <= least;

    private static Predicate<int> IsAbsent(ResolvedGraph graph, Column column) =>
        column switch
        {
            TextColumn text => row => text.Read(graph, row) is null,
            MultilingualColumn text => row => text.Read(graph, row).IsEmpty,
            WholeColumn number => row => number.Read(graph, row) is null,
            DateColumn date => row => date.Read(graph, row) is null,
            _ => _ => false,
        };

    private static Predicate<int> OnText(ResolvedGraph graph, Column column, Predicate<string> test)
    {
        if (column is TextColumn plain)
            return row => plain.Read(graph, row) is { } value && test(value);
        var multilingual = (MultilingualColumn)column;
        return row => multilingual.Read(graph, row).Any(test);
    }

    private static Predicate<int> OneOf(bool[] rows) => row => rows[row];

    private static Predicate<string> OneOf(IReadOnlyList<string> values)
    {
        if (values is [var one])
            return text => text == one;
        var set = values.ToHashSet(StringComparer.Ordinal);
        return set.Contains;
    }

    private static Predicate<string> Has(TextHas part) =>
        part.Place switch
        {
            TextPlace.Contains => text => part.Part.FormOf(text).Contains(part.Part.Text, StringComparison.Ordinal),
            TextPlace.StartsWith => text => part.Part.FormOf(text).StartsWith(part.Part.Text, StringComparison.Ordinal),
            TextPlace.EndsWith => text => part.Part.FormOf(text).EndsWith(part.Part.Text, StringComparison.Ordinal),
        };

    private static Predicate<string> TextTest(Filter filter) =>
        filter switch
        {
            Conjunction all => All(all.Parts.Select(TextTest).ToArray()),
            Disjunction any => Any(any.Parts.Select(TextTest).ToArray()),
            Negation not => Not(TextTest(not.Part)),
            TextIn text => OneOf(text.Values),
            TextHas text => Has(text),
            Absent => _ => false,
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.GetType().Name, "not a filter of texts"),
        };

    private static Predicate<string> All(Predicate<string>[] parts) =>
        text => Array.TrueForAll(parts, part => part(text));

    private static Predicate<string> Any(Predicate<string>[] parts) => text => Array.Exists(parts, part => part(text));

    private static Predicate<string> Not(Predicate<string> part) => text => !part(text);

    private static Predicate<int> OnNumber(ResolvedGraph graph, Column column, Predicate<double> test)
    {
        if (column is WholeColumn whole)
            return row => whole.Read(graph, row) is { } value && test(value);
        var number = (NumberColumn)column;
        return row => test(number.Read(graph, row));
    }

    private static bool Compares(NumberCompares filter, double value) =>
        filter.Comparison switch
        {
            Comparison.Less => value < filter.Value,
            Comparison.LessOrEqual => value <= filter.Value,
            Comparison.Greater => value > filter.Value,
            Comparison.GreaterOrEqual => value >= filter.Value,
        };

    private static bool Compares(DateCompares filter, DaySpan value) =>
        filter.Comparison switch
        {
            Comparison.Less => value.Last < filter.Days.First,
            Comparison.LessOrEqual => value.Last <= filter.Days.Last,
            Comparison.Greater => value.First > filter.Days.Last,
            Comparison.GreaterOrEqual => value.First >= filter.Days.First,
        };

    private static Predicate<int> OnType(ResolvedGraph graph, PerType types)
    {
        var parts = types.Parts.Select(part => Of(graph, part)).ToArray();
        return number =>
        {
            var (type, row) = AbstractRow.Of(graph, types.Types[0], number);
            return parts[type](row);
        };
    }

    private static Predicate<int> OnOne(ResolvedGraph graph, One one)
    {
        var part = Of(graph, one.Part);
        var ofAbsent = one.Part.OfAbsent;
        return row => one.Relation.Read(graph, row) is var target and not ResolvedGraph.None ? part(target) : ofAbsent;
    }

    private static Predicate<int> OnSome(ResolvedGraph graph, Some some)
    {
        var part = Of(graph, some.Part);
        return row =>
        {
            foreach (var target in some.Relation.Read(graph, row))
            {
                if (part(target))
                    return true;
            }
            return false;
        };
    }
}

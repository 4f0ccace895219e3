using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>Turns a filter into a test of rows of one graph.</summary>
/// <param name="graph">The graph.</param>
/// <param name="item">The text of a list that is being looked at; null outside such lists.</param>
internal sealed class Matcher(ResolvedGraph graph, Func<string>? item = null)
    : IFilterVisitor<Nothing, Predicate<int>>,
        IColumnVisitor<Nothing, Predicate<int>>
{
    /// <summary>The test that a filter means; rows of an abstract type are numbers as in <see cref="ToOne"/>.</summary>
    public static Predicate<int> Of(ResolvedGraph graph, Filter filter) => new Matcher(graph).Of(filter);

    private Predicate<int> Of(Filter filter) => filter.Accept(this, default);

    public Predicate<int> Visit(Conjunction all, Nothing about)
    {
        var parts = all.Parts.Select(Of).ToArray();
        return row => Array.TrueForAll(parts, part => part(row));
    }

    public Predicate<int> Visit(Disjunction any, Nothing about)
    {
        var parts = any.Parts.Select(Of).ToArray();
        return row => Array.Exists(parts, part => part(row));
    }

    public Predicate<int> Visit(Negation not, Nothing about)
    {
        var positive = Of(not.Part);
        return row => !positive(row);
    }

    public Predicate<int> Visit(Absent absent, Nothing about) =>
        absent.Column.Nullable ? absent.Column.Accept(this, about) : _ => false;

    public Predicate<int> Visit(TextIn text, Nothing about) => OnText(text.Column, OneOf(text.Values));

    public Predicate<int> Visit(TextHas text, Nothing about) => OnText(text.Column, Has(text));

    public Predicate<int> Visit(NumberIn number, Nothing about) =>
        OnNumber(number.Column, value => number.Values.Contains(value));

    public Predicate<int> Visit(NumberCompares number, Nothing about) =>
        OnNumber(number.Column, value => Compares(number, value));

    public Predicate<int> Visit(DateIn date, Nothing about) =>
        row => date.Column.Read(graph, row) is { } value && date.Values.Contains(value.Span);

    public Predicate<int> Visit(DateCompares date, Nothing about) =>
        row => date.Column.Read(graph, row) is { } value && Compares(date, value.Span);

    public Predicate<int> Visit(ChoiceIn choice, Nothing about) =>
        row => choice.Values.Contains(choice.Column.Read(graph, row));

    public Predicate<int> Visit(FlagIs flag, Nothing about) => row => flag.Column.Read(graph, row) == flag.Value;

    public Predicate<int> Visit(Active active, Nothing about) =>
        row => IsActive(active.Field.Read(graph, row), active.At);

    public Predicate<int> Visit(Under under, Nothing about) =>
        graph.FindConcept(under.Concept) is not ResolvedGraph.None and var concept
            ? OneOf(graph.Vocabulary.Under(concept))
            : _ => false;

    public Predicate<int> Visit(Inside inside, Nothing about) =>
        graph.FindTerritory(inside.Territory) is not ResolvedGraph.None and var territory
            ? OneOf(graph.Places.Inside(territory))
            : _ => false;

    public Predicate<int> Visit(PerType types, Nothing about)
    {
        var parts = types.Parts.Select(Of).ToArray();
        return number =>
        {
            var (type, row) = AbstractRow.Of(graph, types.Types[0], number);
            return parts[type](row);
        };
    }

    public Predicate<int> Visit(One one, Nothing about)
    {
        var part = Of(one.Part);
        var ofAbsent = one.OfAbsent;
        return row => one.Relation.Read(graph, row) is var target and not ResolvedGraph.None ? part(target) : ofAbsent;
    }

    public Predicate<int> Visit(Some some, Nothing about)
    {
        var part = Of(some.Part);
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

    public Predicate<int> Visit(SomeText some, Nothing about)
    {
        var current = "";
        var part = new Matcher(graph, () => current).Of(some.Part);
        return row =>
        {
            foreach (var text in some.Field.Read(graph, row))
            {
                current = text;
                if (part(row))
                    return true;
            }
            return false;
        };
    }

    public Predicate<int> Visit(SomeEvidence some, Nothing about)
    {
        var passage = Of(some.Passage);
        return row =>
        {
            foreach (var evidence in some.Field.Read(graph, row))
            {
                if (passage(evidence.Passage))
                    return true;
            }
            return false;
        };
    }

    // Of a column that may be absent: whether it is.
    Predicate<int> IColumnVisitor<Nothing, Predicate<int>>.Visit(TextColumn column, Nothing about) =>
        row => column.Read(graph, row) is null;

    Predicate<int> IColumnVisitor<Nothing, Predicate<int>>.Visit(MultilingualColumn column, Nothing about) =>
        row => column.Read(graph, row).IsEmpty;

    Predicate<int> IColumnVisitor<Nothing, Predicate<int>>.Visit(WholeColumn column, Nothing about) =>
        row => column.Read(graph, row) is null;

    Predicate<int> IColumnVisitor<Nothing, Predicate<int>>.Visit(DateColumn column, Nothing about) =>
        row => column.Read(graph, row) is null;

    Predicate<int> IColumnVisitor<Nothing, Predicate<int>>.Visit(NumberColumn column, Nothing about) => _ => false;

    Predicate<int> IColumnVisitor<Nothing, Predicate<int>>.Visit(FlagColumn column, Nothing about) => _ => false;

    Predicate<int> IColumnVisitor<Nothing, Predicate<int>>.Visit(ChoiceColumn column, Nothing about) => _ => false;

    /// <summary>Whether something was active as surely as asked.</summary>
    public static bool IsActive(Period period, ActiveAt at) => AtLeast(period.At(at.Days), at.AtLeast);

    /// <summary>Whether a certainty reaches another.</summary>
    public static bool AtLeast(Activity activity, Activity least) => activity <= least;

    private Predicate<int> OnText(Column column, Predicate<string> test)
    {
        if (column == SomeText.Item)
            return _ => test(item!());
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

    private Predicate<int> OnNumber(Column column, Predicate<double> test)
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
}

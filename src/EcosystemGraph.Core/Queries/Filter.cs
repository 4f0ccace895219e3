using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Queries;

/// <summary>
/// Which records are meant: true or false of each. Whatever is unknown is decided here (semantics: Filters): a
/// comparison is false of the absent, a negation true.
/// </summary>
public abstract record Filter
{
    /// <summary>True of every record.</summary>
    public static readonly Filter True = new Conjunction([]);

    /// <summary>True of no record.</summary>
    public static readonly Filter False = new Disjunction([]);

    /// <summary>What the filter says of a record that is not there: every field absent, every list empty.</summary>
    public abstract bool OfAbsent { get; }

    // The ids that it takes for granted.
    internal abstract IEnumerable<Reference> Named { get; }

    // It in a few words, for people.
    internal abstract string Text { get; }

    /// <summary>Goes where the kind of filter leads.</summary>
    public abstract T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about);

    /// <summary>The filter as text, for people.</summary>
    public sealed override string ToString() => Text;
}

/// <summary>What is done with a filter, for each kind of it: what forgets a kind does not compile.</summary>
/// <typeparam name="TAbout">What is known beside it.</typeparam>
/// <typeparam name="T">What comes of it.</typeparam>
public interface IFilterVisitor<in TAbout, out T>
{
    /// <summary>Of that all of some hold.</summary>
    T Visit(Conjunction filter, TAbout about);

    /// <summary>Of that one of some holds.</summary>
    T Visit(Disjunction filter, TAbout about);

    /// <summary>Of that one does not hold.</summary>
    T Visit(Negation filter, TAbout about);

    /// <summary>Of that there is no value.</summary>
    T Visit(Absent filter, TAbout about);

    /// <summary>Of a text that is given.</summary>
    T Visit(TextIn filter, TAbout about);

    /// <summary>Of a part of a text.</summary>
    T Visit(TextHas filter, TAbout about);

    /// <summary>Of a number that is given.</summary>
    T Visit(NumberIn filter, TAbout about);

    /// <summary>Of a number that is compared.</summary>
    T Visit(NumberCompares filter, TAbout about);

    /// <summary>Of a date that is given.</summary>
    T Visit(DateIn filter, TAbout about);

    /// <summary>Of a date that is compared.</summary>
    T Visit(DateCompares filter, TAbout about);

    /// <summary>Of a choice.</summary>
    T Visit(ChoiceIn filter, TAbout about);

    /// <summary>Of a flag.</summary>
    T Visit(FlagIs filter, TAbout about);

    /// <summary>Of activity at a date.</summary>
    T Visit(Active filter, TAbout about);

    /// <summary>Of a concept.</summary>
    T Visit(Under filter, TAbout about);

    /// <summary>Of a territory.</summary>
    T Visit(Inside filter, TAbout about);

    /// <summary>Of one for each type.</summary>
    T Visit(PerType filter, TAbout about);

    /// <summary>Of the record at the other end.</summary>
    T Visit(One filter, TAbout about);

    /// <summary>Of the records at the other end.</summary>
    T Visit(Some filter, TAbout about);

    /// <summary>Of the texts of a list.</summary>
    T Visit(SomeText filter, TAbout about);

    /// <summary>Of the passages that state it.</summary>
    T Visit(SomeEvidence filter, TAbout about);
}

/// <summary>All of these hold; true where there are none.</summary>
/// <param name="Parts">Which.</param>
public sealed record Conjunction(ImmutableArray<Filter> Parts) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => Parts.All(part => part.OfAbsent);

    internal override IEnumerable<Reference> Named => Parts.SelectMany(part => part.Named);

    internal override string Text => Parts.IsEmpty ? "true" : PlanText.Joined(Parts, " and ");

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>One of these holds; false where there are none.</summary>
/// <param name="Parts">Which.</param>
public sealed record Disjunction(ImmutableArray<Filter> Parts) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => Parts.Any(part => part.OfAbsent);

    internal override IEnumerable<Reference> Named => Parts.SelectMany(part => part.Named);

    internal override string Text => Parts.IsEmpty ? "false" : PlanText.Joined(Parts, " or ");

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>This does not hold.</summary>
/// <param name="Part">What.</param>
public sealed record Negation(Filter Part) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => !Part.OfAbsent;

    internal override IEnumerable<Reference> Named => Part.Named;

    internal override string Text => $"not {PlanText.Bracketed(Part)}";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A field has no value.</summary>
/// <param name="Column">Which.</param>
public sealed record Absent(Column Column) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => true;

    internal override IEnumerable<Reference> Named => [];

    internal override string Text => $"{Column} absent";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A text is one of these, exactly; of a bilingual text, in either language.</summary>
/// <param name="Column">Which.</param>
/// <param name="Values">The texts.</param>
public sealed record TextIn(Column Column, ImmutableArray<string> Values) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => false;

    internal override IEnumerable<Reference> Named => [];

    internal override string Text => $"{Column} {PlanText.Values(Values.Select(PlanText.Quoted))}";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>Where in a text a part of it must stand.</summary>
public enum TextPlace
{
    /// <summary>Anywhere.</summary>
    Contains,

    /// <summary>At its beginning.</summary>
    StartsWith,

    /// <summary>At its end.</summary>
    EndsWith,
}

/// <summary>A text has this part, in the form in which the part is looked for; of a bilingual text, in either language.</summary>
/// <param name="Column">Which.</param>
/// <param name="Place">Where.</param>
/// <param name="Part">The part; every text has the empty one.</param>
public sealed record TextHas(Column Column, TextPlace Place, SoughtText Part) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => false;

    internal override IEnumerable<Reference> Named => [];

    internal override string Text => $"{Column} {PlanText.Word(Place)} {PlanText.Of(Part)}";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>How a value compares.</summary>
public enum Comparison
{
    /// <summary>Less; of dates: surely earlier.</summary>
    Less,

    /// <summary>Less or equal; of dates: its last day no later.</summary>
    LessOrEqual,

    /// <summary>Greater; of dates: surely later.</summary>
    Greater,

    /// <summary>Greater or equal; of dates: its first day no earlier.</summary>
    GreaterOrEqual,
}

/// <summary>A number is one of these.</summary>
/// <param name="Column">Which: a whole number or a number.</param>
/// <param name="Values">The numbers.</param>
public sealed record NumberIn(Column Column, ImmutableArray<double> Values) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => false;

    internal override IEnumerable<Reference> Named => [];

    internal override string Text => $"{Column} {PlanText.Values(Values.Select(PlanText.Number))}";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A number compares so with another.</summary>
/// <param name="Column">Which: a whole number or a number.</param>
/// <param name="Comparison">How.</param>
/// <param name="Value">With what.</param>
public sealed record NumberCompares(Column Column, Comparison Comparison, double Value) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => false;

    internal override IEnumerable<Reference> Named => [];

    internal override string Text => $"{Column} {PlanText.Sign(Comparison)} {PlanText.Number(Value)}";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A date spans exactly one of these.</summary>
/// <param name="Column">Which.</param>
/// <param name="Values">The spans.</param>
public sealed record DateIn(DateColumn Column, ImmutableArray<DaySpan> Values) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => false;

    internal override IEnumerable<Reference> Named => [];

    internal override string Text => $"{Column} {PlanText.Values(Values.Select(PlanText.Days))}";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A date compares so with a span.</summary>
/// <param name="Column">Which.</param>
/// <param name="Comparison">How.</param>
/// <param name="Days">With what.</param>
public sealed record DateCompares(DateColumn Column, Comparison Comparison, DaySpan Days) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => false;

    internal override IEnumerable<Reference> Named => [];

    internal override string Text => $"{Column} {PlanText.Sign(Comparison)} {PlanText.Days(Days)}";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A choice is one of these.</summary>
/// <param name="Column">Which.</param>
/// <param name="Values">Places in the column's values.</param>
public sealed record ChoiceIn(ChoiceColumn Column, ImmutableArray<int> Values) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => false;

    internal override IEnumerable<Reference> Named => [];

    internal override string Text => $"{Column} {PlanText.Values(Values.Select(value => Column.Values[value]))}";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A flag is set so.</summary>
/// <param name="Column">Which.</param>
/// <param name="Value">How.</param>
public sealed record FlagIs(FlagColumn Column, bool Value) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => false;

    internal override IEnumerable<Reference> Named => [];

    internal override string Text => Value ? Column.Name : $"not {Column}";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>The record was active at a date, as surely as asked.</summary>
/// <param name="Field">When it was active.</param>
/// <param name="At">The date and the certainty.</param>
public sealed record Active(ActivityField Field, ActiveAt At) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => false;

    internal override IEnumerable<Reference> Named => [];

    internal override string Text => PlanText.Of(At);

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>The concept is this one or a narrower one.</summary>
/// <param name="Concept">The concept's id.</param>
public sealed record Under(string Concept) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => false;

    internal override IEnumerable<Reference> Named => [new Reference("under", Records.Concept, Concept)];

    internal override string Text => $"under {PlanText.Quoted(Concept)}";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>The territory is this one or lies in it.</summary>
/// <param name="Territory">The territory's id.</param>
public sealed record Inside(string Territory) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => false;

    internal override IEnumerable<Reference> Named => [new Reference("inside", Records.Territory, Territory)];

    internal override string Text => $"inside {PlanText.Quoted(Territory)}";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A filter for each concrete type that an abstract one stands for.</summary>
/// <param name="Types">The concrete types, in the abstract type's order.</param>
/// <param name="Parts">The filter of each.</param>
public sealed record PerType(ImmutableArray<RecordType> Types, ImmutableArray<Filter> Parts) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => Parts[0].OfAbsent;

    internal override IEnumerable<Reference> Named => Parts.SelectMany(part => part.Named);

    internal override string Text => string.Join("; ", Types.Zip(Parts, (type, part) => $"{type}: {part}"));

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>The record at the other end fits, or there is none and the filter holds of the absent.</summary>
/// <param name="Relation">Which.</param>
/// <param name="Part">What it must fit.</param>
public sealed record One(ToOne Relation, Filter Part) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => Part.OfAbsent;

    internal override IEnumerable<Reference> Named => Part.Named;

    internal override string Text => $"{Relation} ({Part})";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>At least one of the records at the other end fits.</summary>
/// <param name="Relation">Which: a <see cref="ToList"/> or a <see cref="ToPages"/>.</param>
/// <param name="Part">What it must fit.</param>
public sealed record Some(Relation Relation, Filter Part) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => false;

    internal override IEnumerable<Reference> Named => Part.Named;

    internal override string Text => $"some {Relation} ({Part})";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>At least one of a list of texts fits.</summary>
/// <param name="Field">Which.</param>
/// <param name="Part">What it must fit, said of <see cref="Item"/>.</param>
public sealed record SomeText(TextsField Field, Filter Part) : Filter
{
    /// <summary>The column that stands for the text of a list.</summary>
    public static readonly TextColumn Item = new("item", false, "A text of a list.");

    /// <inheritdoc/>
    public override bool OfAbsent => false;

    internal override IEnumerable<Reference> Named => Part.Named;

    internal override string Text => $"some {Field} ({Part})";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>At least one passage that states the record fits.</summary>
/// <param name="Field">Which evidence.</param>
/// <param name="Passage">What the passage must fit.</param>
public sealed record SomeEvidence(EvidenceField Field, Filter Passage) : Filter
{
    /// <inheritdoc/>
    public override bool OfAbsent => false;

    internal override IEnumerable<Reference> Named => Passage.Named;

    internal override string Text => $"some {Field} ({Passage})";

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFilterVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

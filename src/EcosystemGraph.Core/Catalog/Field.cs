using System.Collections.Immutable;
using EcosystemGraph.Core.Languages;

namespace EcosystemGraph.Core.Catalog;

/// <summary>Something that can be asked of a record: its name, what it means, and what kind of value it has.</summary>
/// <remarks>
/// A field is described here once, and the public schema, the plan and both stores go by this description. Where its values
/// are is each store's own matter: a store binds every field in one table, which is checked to be complete.
/// </remarks>
/// <param name="name">Its name in the contract.</param>
/// <param name="nullable">Whether it may be absent.</param>
/// <param name="description">What it means, for analysts.</param>
public abstract class Field(string name, bool nullable, string description)
{
    private static int _numbers;

    /// <summary>Its name in the contract.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it may be absent.</summary>
    public bool Nullable { get; } = nullable;

    /// <summary>What it means, for analysts.</summary>
    public string Description { get; } = description;

    /// <summary>A number that no other field has: by it a store finds at once what it binds to the field.</summary>
    public int Number { get; } = Interlocked.Increment(ref _numbers) - 1;

    /// <summary>Whether it is kept for orders only and cannot be asked for.</summary>
    public bool Hidden { get; init; }

    /// <summary>Goes where the kind of field leads.</summary>
    public abstract T Accept<TAbout, T>(IFieldVisitor<TAbout, T> visitor, TAbout about);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A field with a single value, which can be filtered and sorted by.</summary>
public abstract class Column(string name, bool nullable, string description) : Field(name, nullable, description)
{
    /// <summary>Goes where the kind of column leads.</summary>
    public abstract T Accept<TAbout, T>(IColumnVisitor<TAbout, T> visitor, TAbout about);

    /// <inheritdoc/>
    public sealed override T Accept<TAbout, T>(IFieldVisitor<TAbout, T> visitor, TAbout about) =>
        Accept((IColumnVisitor<TAbout, T>)visitor, about);
}

/// <summary>What is done with a column, for each kind of it: what forgets a kind does not compile.</summary>
/// <typeparam name="TAbout">What is known beside it.</typeparam>
/// <typeparam name="T">What comes of it.</typeparam>
public interface IColumnVisitor<in TAbout, out T>
{
    /// <summary>Of a text.</summary>
    T Visit(TextColumn column, TAbout about);

    /// <summary>Of a whole number.</summary>
    T Visit(WholeColumn column, TAbout about);

    /// <summary>Of a number.</summary>
    T Visit(NumberColumn column, TAbout about);

    /// <summary>Of a flag.</summary>
    T Visit(FlagColumn column, TAbout about);

    /// <summary>Of a date.</summary>
    T Visit(DateColumn column, TAbout about);

    /// <summary>Of a choice.</summary>
    T Visit(ChoiceColumn column, TAbout about);

    /// <summary>Of a text in languages.</summary>
    T Visit(MultilingualColumn column, TAbout about);
}

/// <summary>What is done with any field, for each kind of it: what forgets a kind does not compile.</summary>
/// <typeparam name="TAbout">What is known beside it.</typeparam>
/// <typeparam name="T">What comes of it.</typeparam>
public interface IFieldVisitor<in TAbout, out T> : IColumnVisitor<TAbout, T>
{
    /// <summary>Of a list of texts.</summary>
    T Visit(TextsField field, TAbout about);

    /// <summary>Of activity.</summary>
    T Visit(ActivityField field, TAbout about);

    /// <summary>Of evidence.</summary>
    T Visit(EvidenceField field, TAbout about);

    /// <summary>Of a way to one record.</summary>
    T Visit(ToOne field, TAbout about);

    /// <summary>Of a way to a short list.</summary>
    T Visit(ToList field, TAbout about);

    /// <summary>Of a way to a paged list.</summary>
    T Visit(ToPages field, TAbout about);

    /// <summary>Of co-members.</summary>
    T Visit(CoMembersField field, TAbout about);

    /// <summary>Of what is computed.</summary>
    T Visit(ComputedField field, TAbout about);

    /// <summary>Of a list of a network.</summary>
    T Visit(NetworkListField field, TAbout about);

    /// <summary>Of a figure or a file.</summary>
    T Visit(DrawingField field, TAbout about);
}

/// <summary>A text, or an id.</summary>
public sealed class TextColumn(string name, bool nullable, string description) : Column(name, nullable, description)
{
    /// <summary>Whether it is an id rather than a text for people.</summary>
    public bool IsId { get; init; }

    /// <summary>Whether its values are order keys (<see cref="Text.OrderKey"/>) already.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether its values are kinds of territories, which <see cref="ChoiceLabels"/> puts in words.</summary>
    public bool IsTerritoryKind { get; init; }

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IColumnVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A whole number.</summary>
public sealed class WholeColumn(string name, bool nullable, string description) : Column(name, nullable, description)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IColumnVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A number.</summary>
public sealed class NumberColumn(string name, string description) : Column(name, false, description)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IColumnVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>True or false.</summary>
public sealed class FlagColumn(string name, string description) : Column(name, false, description)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IColumnVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A date as precise as its source.</summary>
public sealed class DateColumn(string name, string description) : Column(name, true, description)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IColumnVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>One of a few values, which sort as they are declared.</summary>
public sealed class ChoiceColumn : Column
{
    private ChoiceColumn(string name, string description, Type choices, ImmutableArray<string> values)
        : base(name, false, description)
    {
        Choices = choices;
        Values = values;
    }

    /// <summary>The type whose values it takes: an enum, or <see cref="Language"/>.</summary>
    public Type Choices { get; }

    /// <summary>The values' names, in their order.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Describes a field with the values of an enum.</summary>
    public static ChoiceColumn Of<T>(string name, string description)
        where T : struct, Enum => new(name, description, typeof(T), [.. Enum.GetNames<T>()]);

    /// <summary>Describes a field with the languages.</summary>
    public static ChoiceColumn OfLanguages(string name, string description) =>
        new(name, description, typeof(Language), [.. Language.Names]);

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IColumnVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A text in several languages, given in the asked one, else in another.</summary>
public sealed class MultilingualColumn(string name, bool nullable, string description)
    : Column(name, nullable, description)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IColumnVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A list of texts.</summary>
public sealed class TextsField(string name, string description) : Field(name, false, description)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFieldVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>Whether a dated record was active at a date that the question gives.</summary>
public sealed class ActivityField()
    : Field(
        "activity",
        false,
        "Whether it was active throughout a date: CERTAIN, POSSIBLE (the dates do not settle it) or NO. Example: `activity(at: \"2016\")`."
    )
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFieldVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>The passages that state a record, with the words that name it there.</summary>
public sealed class EvidenceField(string description) : Field("evidence", false, description)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFieldVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>What a <see cref="ComputedField"/> holds.</summary>
public enum ComputedValue
{
    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>One of a few values.</summary>
    Choice,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>One record of the field's target.</summary>
    Record,

    /// <summary>A list of records of the field's target.</summary>
    Records,
}

/// <summary>A field of a record that is no row of the graph but part of an answer: it is computed with the record.</summary>
public sealed class ComputedField(
    string name,
    bool nullable,
    ComputedValue value,
    string description,
    Func<RecordType>? target = null
) : Field(name, nullable, description)
{
    /// <summary>What it holds.</summary>
    public ComputedValue Value { get; } = value;

    /// <summary>The enum whose values it takes; null where it holds no choice.</summary>
    public Type? Choices { get; init; }

    /// <summary>The kind of variants, by its name in the schema, whose names it takes; null where it takes none.</summary>
    public string? Variants { get; init; }

    /// <summary>The type of the records it holds; null where it holds a value.</summary>
    public RecordType? Target => target?.Invoke();

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFieldVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>With whom an actor shares groupings: a list that is computed, by what the question gives.</summary>
public sealed class CoMembersField(string name, string description) : Field(name, false, description)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFieldVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A list of a network that may be cut short: computed, like all of it.</summary>
public sealed class NetworkListField(string name, Func<RecordType> target, string description)
    : Field(name, false, description)
{
    /// <summary>The type of what it lists.</summary>
    public RecordType Target => target();

    /// <summary>Whether it may be sorted by a measure.</summary>
    public bool IsRanked { get; init; }

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFieldVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A figure or a file of a network.</summary>
public sealed class DrawingField(string name, Func<RecordType> target, string description)
    : Field(name, false, description)
{
    /// <summary>The type of what it gives.</summary>
    public RecordType Target => target();

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFieldVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A way from a record to others.</summary>
/// <param name="name">Its name in the contract.</param>
/// <param name="nullable">Whether there may be no record at the other end.</param>
/// <param name="target">The type of the records at the other end.</param>
/// <param name="description">What it means, for analysts.</param>
public abstract class Relation(string name, bool nullable, Func<RecordType> target, string description)
    : Field(name, nullable, description)
{
    /// <summary>The type of the records at the other end.</summary>
    public RecordType Target => target();
}

/// <summary>A way from a record to one other.</summary>
public sealed class ToOne(string name, bool nullable, Func<RecordType> target, string description)
    : Relation(name, nullable, target, description)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFieldVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A way from a record to a short list of others, given whole and in their default order.</summary>
public sealed class ToList(string name, Func<RecordType> target, string description)
    : Relation(name, false, target, description)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFieldVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A way from a record to a list of others that is filtered, sorted and paged.</summary>
public sealed class ToPages(string name, Func<RecordType> target, string description)
    : Relation(name, false, target, description)
{
    /// <summary>Where the list goes through memberships: the argument that filters these; null where it does not.</summary>
    public string? Through { get; init; }

    /// <summary>Where one may ask for one end only: the list of links going out, and of those coming in.</summary>
    public (ToPages Out, ToPages In)? Directed { get; init; }

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IFieldVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

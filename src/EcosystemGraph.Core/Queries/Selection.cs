using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Queries;

/// <summary>What is asked of a record, for each concrete type it may be of.</summary>
/// <param name="ByType">One selection for a concrete type; for an abstract one as many as it has possible types, in their order.</param>
public sealed record Projection(ImmutableArray<Selection> ByType);

/// <summary>What is asked of a record of one type, in the order of the answer.</summary>
/// <param name="Type">The concrete type.</param>
/// <param name="Fields">What of it.</param>
public sealed record Selection(RecordType Type, ImmutableArray<Selected> Fields);

/// <summary>Something asked of a record.</summary>
/// <param name="Name">The name of its answer.</param>
public abstract record Selected(string Name)
{
    /// <summary>Goes where the kind of what is asked leads.</summary>
    public abstract T Accept<TAbout, T>(ISelectedVisitor<TAbout, T> visitor, TAbout about);
}

/// <summary>Something asked of a record of the graph, which a store reads; all else is computed with the answer.</summary>
/// <param name="Name">The name of its answer.</param>
public abstract record SelectedOfRow(string Name) : Selected(Name)
{
    /// <summary>Goes where the kind of what is asked leads.</summary>
    public abstract T Accept<TAbout, T>(IRowVisitor<TAbout, T> visitor, TAbout about);

    /// <inheritdoc/>
    public sealed override T Accept<TAbout, T>(ISelectedVisitor<TAbout, T> visitor, TAbout about) =>
        Accept((IRowVisitor<TAbout, T>)visitor, about);
}

/// <summary>What is done with what is asked of a record of the graph, for each kind of it: what forgets a kind does not compile.</summary>
/// <typeparam name="TAbout">What is known beside it.</typeparam>
/// <typeparam name="T">What comes of it.</typeparam>
public interface IRowVisitor<in TAbout, out T>
{
    /// <summary>Of a value.</summary>
    T Visit(SelectedValue field, TAbout about);

    /// <summary>Of a text in a language.</summary>
    T Visit(SelectedText field, TAbout about);

    /// <summary>Of a list of texts.</summary>
    T Visit(SelectedTexts field, TAbout about);

    /// <summary>Of activity at a date.</summary>
    T Visit(SelectedActivity field, TAbout about);

    /// <summary>Of evidence.</summary>
    T Visit(SelectedEvidence field, TAbout about);

    /// <summary>Of one record.</summary>
    T Visit(SelectedOne field, TAbout about);

    /// <summary>Of a list of records.</summary>
    T Visit(SelectedList field, TAbout about);

    /// <summary>Of a page of records.</summary>
    T Visit(SelectedPages field, TAbout about);

    /// <summary>Of a page of co-members.</summary>
    T Visit(SelectedCoMembers field, TAbout about);

    /// <summary>Of the type's name.</summary>
    T Visit(SelectedTypeName field, TAbout about);
}

/// <summary>What is done with what is asked of any record: what forgets a kind does not compile.</summary>
/// <typeparam name="TAbout">What is known beside it.</typeparam>
/// <typeparam name="T">What comes of it.</typeparam>
public interface ISelectedVisitor<in TAbout, out T> : IRowVisitor<TAbout, T>
{
    /// <summary>Of a value that is computed.</summary>
    T Visit(SelectedComputed field, TAbout about);

    /// <summary>Of a list of a network.</summary>
    T Visit(SelectedNetworkList field, TAbout about);

    /// <summary>Of a figure or a file.</summary>
    T Visit(SelectedDrawing field, TAbout about);
}

/// <summary>A single value.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Column">Which.</param>
public sealed record SelectedValue(string Name, Column Column) : SelectedOfRow(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRowVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A text in the asked language, else in another.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Column">Which.</param>
/// <param name="Language">The asked language.</param>
public sealed record SelectedText(string Name, MultilingualColumn Column, Language Language) : SelectedOfRow(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRowVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A list of texts.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Field">Which.</param>
public sealed record SelectedTexts(string Name, TextsField Field) : SelectedOfRow(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRowVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>Whether the record was active at a date.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Field">When it was active.</param>
/// <param name="Days">The days asked for.</param>
public sealed record SelectedActivity(string Name, ActivityField Field, DaySpan Days) : SelectedOfRow(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRowVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>The passages that state the record.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Field">Which.</param>
/// <param name="Parts">What of each.</param>
public sealed record SelectedEvidence(string Name, EvidenceField Field, ImmutableArray<Selected> Parts)
    : SelectedOfRow(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRowVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>The record at the other end of a relation, or null.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Relation">Which.</param>
/// <param name="Projection">What of it.</param>
public sealed record SelectedOne(string Name, ToOne Relation, Projection Projection) : SelectedOfRow(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRowVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>All records at the other end of a relation, in their default order.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Relation">Which.</param>
/// <param name="Projection">What of each.</param>
public sealed record SelectedList(string Name, ToList Relation, Projection Projection) : SelectedOfRow(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRowVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A page of the records at the other end of a relation.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Relation">Which.</param>
/// <param name="Pages">Which of them, and what of each.</param>
public sealed record SelectedPages(string Name, ToPages Relation, Pages Pages) : SelectedOfRow(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRowVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A page of those with whom an actor shares groupings (semantics: Questions).</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="MinShared">How many they must share at least, from 1.</param>
/// <param name="ActiveAt">When both memberships must have been active, and how surely; null where <paramref name="Overlap"/> decides.</param>
/// <param name="Overlap">How surely the two memberships must have been active on one day, at whatever time.</param>
/// <param name="IncludeCategories">Whether categories of bodies are listed.</param>
/// <param name="Pages">Which of them, and what of each.</param>
public sealed record SelectedCoMembers(
    string Name,
    int MinShared,
    ActiveAt? ActiveAt,
    Activity Overlap,
    bool IncludeCategories,
    Pages Pages
) : SelectedOfRow(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRowVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>The name of the record's concrete type.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="TypeName">The type's name.</param>
public sealed record SelectedTypeName(string Name, string TypeName) : SelectedOfRow(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRowVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A value of a record that is computed with the answer.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Field">Which.</param>
/// <param name="Projection">What of each record it holds; null where it holds a value, or evidence.</param>
/// <param name="Parts">What of each piece of evidence it holds; empty where it holds none.</param>
public sealed record SelectedComputed(
    string Name,
    ComputedField Field,
    Projection? Projection,
    ImmutableArray<Selected> Parts
) : Selected(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(ISelectedVisitor<TAbout, T> visitor, TAbout about) =>
        visitor.Visit(this, about);
}

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
public abstract record Selected(string Name);

/// <summary>A single value.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Column">Which.</param>
public sealed record SelectedValue(string Name, Column Column) : Selected(Name);

/// <summary>A text in the asked language, else in another.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Column">Which.</param>
/// <param name="Language">The asked language.</param>
public sealed record SelectedText(string Name, MultilingualColumn Column, Language Language) : Selected(Name);

/// <summary>A list of texts.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Field">Which.</param>
public sealed record SelectedTexts(string Name, TextsField Field) : Selected(Name);

/// <summary>Whether the record was active at a date.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Field">When it was active.</param>
/// <param name="Days">The days asked for.</param>
public sealed record SelectedActivity(string Name, ActivityField Field, DaySpan Days) : Selected(Name);

/// <summary>The passages that state the record.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Field">Which.</param>
/// <param name="Parts">What of each.</param>
public sealed record SelectedEvidence(string Name, EvidenceField Field, ImmutableArray<Selected> Parts)
    : Selected(Name);

/// <summary>The record at the other end of a relation, or null.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Relation">Which.</param>
/// <param name="Projection">What of it.</param>
public sealed record SelectedOne(string Name, ToOne Relation, Projection Projection) : Selected(Name);

/// <summary>All records at the other end of a relation, in their default order.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Relation">Which.</param>
/// <param name="Projection">What of each.</param>
public sealed record SelectedList(string Name, ToList Relation, Projection Projection) : Selected(Name);

/// <summary>A page of the records at the other end of a relation.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Relation">Which.</param>
/// <param name="Pages">Which of them, and what of each.</param>
public sealed record SelectedPages(string Name, ToPages Relation, Pages Pages) : Selected(Name);

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
) : Selected(Name);

/// <summary>The name of the record's concrete type.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="TypeName">The type's name.</param>
public sealed record SelectedTypeName(string Name, string TypeName) : Selected(Name);

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
) : Selected(Name);

using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Stores.InMemory.Bindings;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>
/// Reads the records of a resolved graph by the catalogue's description of them. What is bound to a field stands in the tables
/// of <c>Bindings</c>; a field that has been forgotten there ends the program when it starts.
/// </summary>
public static class RowReading
{
    private static readonly BindingTable Table = new(BindingTable.All());

    private static readonly Delegate?[] Readers = Table.Readers;

    /// <summary>How many rows of a type a graph has.</summary>
    public static int Count(this RecordType type, ResolvedGraph graph) => Table.Types[type].Count(graph);

    /// <summary>Finds a row by its id; <see cref="ResolvedGraph.None"/> where there is none.</summary>
    public static int Find(this RecordType type, ResolvedGraph graph, string id) =>
        type == Records.Entity ? graph.FindEntity(id) : Table.Types[type].Find!(graph, id);

    /// <summary>The text of a row.</summary>
    public static string? Read(this TextColumn column, ResolvedGraph graph, int row) =>
        ((Reader<string?>)Readers[column.Number]!)(graph, row);

    /// <summary>The number of a row.</summary>
    public static int? Read(this WholeColumn column, ResolvedGraph graph, int row) =>
        ((Reader<int?>)Readers[column.Number]!)(graph, row);

    /// <summary>The number of a row.</summary>
    public static double Read(this NumberColumn column, ResolvedGraph graph, int row) =>
        ((Reader<double>)Readers[column.Number]!)(graph, row);

    /// <summary>Whether it is so of a row.</summary>
    public static bool Read(this FlagColumn column, ResolvedGraph graph, int row) =>
        ((Reader<bool>)Readers[column.Number]!)(graph, row);

    /// <summary>The date of a row.</summary>
    public static PartialDate? Read(this DateColumn column, ResolvedGraph graph, int row) =>
        ((Reader<PartialDate?>)Readers[column.Number]!)(graph, row);

    /// <summary>The value of a row, as a place in <see cref="ChoiceColumn.Values"/>.</summary>
    public static int Read(this ChoiceColumn column, ResolvedGraph graph, int row) =>
        ((Reader<int>)Readers[column.Number]!)(graph, row);

    /// <summary>A row's text in every language; where the field is never absent and no language has it, the id stands for all.</summary>
    public static MultilingualText Read(this MultilingualColumn column, ResolvedGraph graph, int row) =>
        ((Reader<MultilingualText>)Readers[column.Number]!)(graph, row);

    /// <summary>The texts of a row, in their order.</summary>
    public static ImmutableArray<string> Read(this TextsField field, ResolvedGraph graph, int row) =>
        ((Reader<ImmutableArray<string>>)Readers[field.Number]!)(graph, row);

    /// <summary>When a row was active.</summary>
    public static Period Read(this ActivityField field, ResolvedGraph graph, int row) =>
        ((Reader<Period>)Readers[field.Number]!)(graph, row);

    /// <summary>The evidence of a row, in its order.</summary>
    public static ReadOnlySpan<EvidenceItem> Read(this EvidenceField field, ResolvedGraph graph, int row) =>
        ((Reader<ReadOnlySpan<EvidenceItem>>)Readers[field.Number]!)(graph, row);

    /// <summary>
    /// The row at the other end, <see cref="ResolvedGraph.None"/> where there is none. For an abstract target the number among
    /// <see cref="ResolvedGraph.Entities"/> or <see cref="ResolvedGraph.Links"/>.
    /// </summary>
    public static int Read(this ToOne relation, ResolvedGraph graph, int row) =>
        ((Reader<int>)Readers[relation.Number]!)(graph, row);

    /// <summary>The rows at the other end, in their default order. Numbers as of a <see cref="ToOne"/>.</summary>
    public static ReadOnlySpan<int> Read(this Relation relation, ResolvedGraph graph, int row) =>
        ((Reader<ReadOnlySpan<int>>)Readers[relation.Number]!)(graph, row);

    /// <summary>The memberships of a record through which a list goes, and the row at the other end of one.</summary>
    internal static ThroughReader Through(this ToPages relation) => Table.Throughs[relation];
}

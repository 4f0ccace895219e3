using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Queries;

/// <summary>Which records of a list, in which order, and what of the page.</summary>
/// <param name="List">The list's place in the contract, "Grouping.members": a cursor belongs to it.</param>
/// <param name="Through">Which links the list may go through; null for any.</param>
/// <param name="Where">Which records; null for all.</param>
/// <param name="Order">In which order.</param>
/// <param name="Page">Which page.</param>
/// <param name="Parts">What of the page, in the order of the answer.</param>
public sealed record Pages(
    string List,
    Filter? Through,
    Filter? Where,
    Order Order,
    Page Page,
    ImmutableArray<PagePart> Parts
)
{
    /// <summary>By what the list's records are counted: each field once, however many parts ask for it.</summary>
    public IEnumerable<Counting> Countings =>
        Parts
            .OfType<FacetsPart>()
            .GroupBy(part => part.Field)
            .Select(parts => new Counting(
                parts.Key,
                parts.Max(part => part.First),
                [
                    .. parts
                        .SelectMany(part => part.Projection.ByType[0].Fields)
                        .OfType<SelectedText>()
                        .Select(text => text.Language)
                        .Distinct(),
                ]
            ));
}

/// <summary>A field by whose values the records of a list are counted, for all the parts that ask for it.</summary>
/// <param name="Field">Which.</param>
/// <param name="First">How many values at most.</param>
/// <param name="Languages">In which languages the values' labels are asked for.</param>
public sealed record Counting(Field Field, int First, ImmutableArray<Language> Languages);

/// <summary>Which page of a list.</summary>
/// <param name="Size">How many records at most.</param>
/// <param name="Backward">Whether they are the last of the list rather than the first.</param>
/// <param name="After">Where the list begins: after this place; null for its beginning.</param>
/// <param name="Before">Where the list ends: before this place; null for its end.</param>
public sealed record Page(int Size, bool Backward, Cursor? After, Cursor? Before)
{
    /// <summary>How many records a page has unless asked otherwise.</summary>
    public const int DefaultSize = 25;

    /// <summary>How many records a page may have.</summary>
    public const int MaxSize = 500;
}

/// <summary>Something of a page.</summary>
/// <param name="Name">The name of its answer.</param>
public abstract record PagePart(string Name)
{
    /// <summary>Goes where the kind of part leads.</summary>
    public abstract T Accept<TAbout, T>(IPageVisitor<TAbout, T> visitor, TAbout about);
}

/// <summary>What is done with a part of a page, for each kind of it: what forgets a kind does not compile.</summary>
/// <typeparam name="TAbout">What is known beside it.</typeparam>
/// <typeparam name="T">What comes of it.</typeparam>
public interface IPageVisitor<in TAbout, out T>
{
    /// <summary>Of the records.</summary>
    T Visit(NodesPart part, TAbout about);

    /// <summary>Of the records and their places.</summary>
    T Visit(EdgesPart part, TAbout about);

    /// <summary>Of how many there are.</summary>
    T Visit(TotalCountPart part, TAbout about);

    /// <summary>Of how many have each value.</summary>
    T Visit(FacetsPart part, TAbout about);

    /// <summary>Of whether there is more.</summary>
    T Visit(PageInfoPart part, TAbout about);

    /// <summary>Of the type's name.</summary>
    T Visit(PageTypeName part, TAbout about);
}

/// <summary>The page's records.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Projection">What of each.</param>
public sealed record NodesPart(string Name, Projection Projection) : PagePart(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IPageVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>The page's records with their places in the list.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Parts">What of each edge.</param>
public sealed record EdgesPart(string Name, ImmutableArray<EdgePart> Parts) : PagePart(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IPageVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>How many records the list has, after the filter and before the page.</summary>
/// <param name="Name">The name of its answer.</param>
public sealed record TotalCountPart(string Name) : PagePart(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IPageVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>How many records of the list have each value of a field, after the filter and before the page.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Field">Which: one of those that <see cref="RecordType.Facets"/> names.</param>
/// <param name="First">How many values at most, the most frequent.</param>
/// <param name="Projection">What of each (<see cref="Records.FacetCount"/>).</param>
public sealed record FacetsPart(string Name, Field Field, int First, Projection Projection) : PagePart(Name)
{
    /// <summary>How many values there are unless asked otherwise.</summary>
    public const int DefaultFirst = 20;

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IPageVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>Whether there is more on either side.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Parts">What of it.</param>
public sealed record PageInfoPart(string Name, ImmutableArray<PageInfoItem> Parts) : PagePart(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IPageVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>The name of the connection's type.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="TypeName">The type's name.</param>
public sealed record PageTypeName(string Name, string TypeName) : PagePart(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IPageVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>Something of an edge: its cursor, its record, or the name of its type.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Node">What of the record; null where the record is not asked for.</param>
/// <param name="TypeName">The type's name; null, with <paramref name="Node"/> null too, where the cursor is asked for.</param>
public sealed record EdgePart(string Name, Projection? Node, string? TypeName);

/// <summary>A fact about a page.</summary>
public enum PageFact
{
    /// <summary>Whether records come after the page.</summary>
    HasNextPage,

    /// <summary>Whether records come before the page.</summary>
    HasPreviousPage,

    /// <summary>The first record's place; null on an empty page.</summary>
    StartCursor,

    /// <summary>The last record's place; null on an empty page.</summary>
    EndCursor,

    /// <summary>The name of the type itself.</summary>
    TypeName,
}

/// <summary>A fact about a page that is asked for.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Fact">Which.</param>
public sealed record PageInfoItem(string Name, PageFact Fact);

/// <summary>In which order: by these keys, then by id, ascending.</summary>
/// <param name="Keys">The keys, the first deciding first.</param>
/// <param name="IsDefault">Whether it is the type's default order.</param>
public sealed record Order(ImmutableArray<SortKey> Keys, bool IsDefault)
{
    /// <summary>The order a type's records stand in unless asked otherwise.</summary>
    public static Order DefaultOf(RecordType type) =>
        new(type.DefaultKey is { } key ? [new SortKey(null, key(), false)] : [], true);

    /// <summary>The order in a few words: "kind.label desc, name".</summary>
    public override string ToString() => Keys.IsEmpty ? "id" : string.Join(", ", Keys);
}

/// <summary>A key of an order. Absent values come last ascending, first descending.</summary>
/// <param name="Hop">Whose value it is: the record's own where null, else that of the record at the other end.</param>
/// <param name="Column">The value.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
public sealed record SortKey(ToOne? Hop, Column Column, bool Descending)
{
    /// <summary>The key in a few words.</summary>
    public override string ToString() =>
        (Hop is null ? "" : Hop.Name + ".") + Column.Name + (Descending ? " desc" : "");
}

using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Queries;

/// <summary>
/// A question, made plain: which records, in which order, which page of them, and what of each. It knows neither the
/// language it was asked in nor the store that will answer it; whatever decides an answer is decided here.
/// </summary>
/// <param name="Roots">The questions side by side, in the order of the answer.</param>
public sealed record Plan(ImmutableArray<Root> Roots)
{
    /// <summary>The plan as short indented text, for people.</summary>
    public override string ToString() => PlanText.Of(this);
}

/// <summary>One question of a plan.</summary>
/// <param name="Name">Its name in the answer: the field's own, or the alias that it is given.</param>
public abstract record Root(string Name)
{
    /// <summary>Whether the answer is a list of which nothing is known but that it is one.</summary>
    public abstract bool IsList { get; }

    /// <summary>Goes where the kind of root leads.</summary>
    public abstract T Accept<TAbout, T>(IRootVisitor<TAbout, T> visitor, TAbout about);
}

/// <summary>What is done with a root, for each kind of it: what forgets a kind does not compile.</summary>
/// <typeparam name="TAbout">What is known beside it.</typeparam>
/// <typeparam name="T">What comes of it.</typeparam>
public interface IRootVisitor<in TAbout, out T>
{
    /// <summary>Of the record of an id.</summary>
    T Visit(LookupRoot root, TAbout about);

    /// <summary>Of the records of ids.</summary>
    T Visit(NodesRoot root, TAbout about);

    /// <summary>Of a page.</summary>
    T Visit(PagesRoot root, TAbout about);

    /// <summary>Of all records of a type.</summary>
    T Visit(ListRoot root, TAbout about);

    /// <summary>Of the data set.</summary>
    T Visit(DatasetRoot root, TAbout about);

    /// <summary>Of who accompanies a theme.</summary>
    T Visit(CoAccompaniersRoot root, TAbout about);

    /// <summary>Of a search.</summary>
    T Visit(SearchRoot root, TAbout about);

    /// <summary>Of the root type's name.</summary>
    T Visit(TypeNameRoot root, TAbout about);

    /// <summary>Of what is computed: it says of itself what others of its kind say otherwise.</summary>
    T Visit(ComputedRoot root, TAbout about);
}

/// <summary>No value: of a visit that only does something, or that needs nothing beside the root.</summary>
public readonly record struct Nothing;

/// <summary>The record of an id, or null.</summary>
/// <param name="Name">Its name in the answer: the field's own, or the alias that it is given.</param>
/// <param name="Type">The type of the record; abstract where the id may be of several.</param>
/// <param name="Id">The id.</param>
/// <param name="Projection">What of it.</param>
public sealed record LookupRoot(string Name, RecordType Type, string Id, Projection Projection) : Root(Name)
{
    /// <inheritdoc/>
    public override bool IsList => false;

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRootVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>The records of ids, of whatever type, in the order of the ids; null for an id that is not there.</summary>
/// <param name="Name">Its name in the answer: the field's own, or the alias that it is given.</param>
/// <param name="Ids">The ids; one where the answer is no list.</param>
/// <param name="IsList">Whether the answer is a list.</param>
/// <param name="Projection">What of each, for each type of <see cref="Records.Node"/>.</param>
public sealed record NodesRoot(string Name, ImmutableArray<string> Ids, bool IsList, Projection Projection) : Root(Name)
{
    /// <inheritdoc/>
    public override bool IsList { get; } = IsList;

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRootVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A page of all records of a type.</summary>
/// <param name="Name">Its name in the answer: the field's own, or the alias that it is given.</param>
/// <param name="Type">The type of the records.</param>
/// <param name="Pages">Which of them, and what of each.</param>
public sealed record PagesRoot(string Name, RecordType Type, Pages Pages) : Root(Name)
{
    /// <inheritdoc/>
    public override bool IsList => false;

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRootVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>All records of a type whose records are few, in their default order.</summary>
/// <param name="Name">Its name in the answer: the field's own, or the alias that it is given.</param>
/// <param name="Type">The type of the records.</param>
/// <param name="Projection">What of each.</param>
public sealed record ListRoot(string Name, RecordType Type, Projection Projection) : Root(Name)
{
    /// <inheritdoc/>
    public override bool IsList => true;

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRootVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>Facts of the data set as a whole.</summary>
/// <param name="Name">Its name in the answer: the field's own, or the alias that it is given.</param>
/// <param name="Fields">What of it.</param>
public sealed record DatasetRoot(string Name, ImmutableArray<DatasetPart> Fields) : Root(Name)
{
    /// <inheritdoc/>
    public override bool IsList => false;

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRootVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>Who accompanies a theme (semantics: Questions).</summary>
/// <param name="Name">Its name in the answer: the field's own, or the alias that it is given.</param>
/// <param name="Theme">The theme's id; narrower ones are meant too.</param>
/// <param name="With">Only those that do so with this body; null for all.</param>
/// <param name="ActiveAt">When each link must have been active, and how surely; null for any time.</param>
/// <param name="IncludeCategories">Whether categories of bodies are listed.</param>
/// <param name="Pages">Which of them, and what of each. Ordered by what is shared, most first, then folded name, then id.</param>
public sealed record CoAccompaniersRoot(
    string Name,
    string Theme,
    string? With,
    ActiveAt? ActiveAt,
    bool IncludeCategories,
    Pages Pages
) : Root(Name)
{
    /// <inheritdoc/>
    public override bool IsList => false;

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRootVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>Bodies by their names (semantics: Questions): the best rank first, then by folded name, then by id.</summary>
/// <param name="Name">Its name in the answer: the field's own, or the alias that it is given.</param>
/// <param name="Text">What is searched for; empty finds nothing.</param>
/// <param name="First">How many at most, 0 to <see cref="Page.MaxSize"/>.</param>
/// <param name="Projection">What of each.</param>
public sealed record SearchRoot(string Name, SoughtText Text, int First, Projection Projection) : Root(Name)
{
    /// <summary>How many are given unless asked otherwise.</summary>
    public const int DefaultFirst = 20;

    /// <inheritdoc/>
    public override bool IsList => true;

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRootVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);

    /// <summary>The words, each of which a name must hold: a text that is looked for as it reads is one.</summary>
    public string[] Words => Text.IsExact ? [Text.Text] : Text.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The name of the root type itself.</summary>
/// <param name="Name">Its name in the answer: the field's own, or the alias that it is given.</param>
/// <param name="TypeName">The type's name.</param>
public sealed record TypeNameRoot(string Name, string TypeName) : Root(Name)
{
    /// <inheritdoc/>
    public override bool IsList => false;

    /// <inheritdoc/>
    public override T Accept<TAbout, T>(IRootVisitor<TAbout, T> visitor, TAbout about) => visitor.Visit(this, about);
}

/// <summary>A date at which something must have been active, and how surely.</summary>
/// <param name="Days">The days asked for.</param>
/// <param name="AtLeast">The least certainty: CERTAIN, POSSIBLE (which includes CERTAIN), or NO (which includes all).</param>
public sealed record ActiveAt(DaySpan Days, Activity AtLeast);

/// <summary>A fact of the data set.</summary>
public enum DatasetFact
{
    /// <summary>Its title.</summary>
    Title,

    /// <summary>Its version.</summary>
    Version,

    /// <summary>Its fingerprint.</summary>
    Sha256,

    /// <summary>How many actors it has.</summary>
    ActorCount,

    /// <summary>How many groupings.</summary>
    GroupingCount,

    /// <summary>How many memberships.</summary>
    MembershipCount,

    /// <summary>How many partnerships.</summary>
    PartnershipCount,

    /// <summary>What it tells about itself.</summary>
    Findings,

    /// <summary>The name of the type itself.</summary>
    TypeName,
}

/// <summary>A fact of the data set that is asked for.</summary>
/// <param name="Name">Its name in the answer: the field's own, or the alias that it is given.</param>
/// <param name="Fact">Which.</param>
/// <param name="Findings">What of each finding; null where the fact is another.</param>
public sealed record DatasetPart(string Name, DatasetFact Fact, Projection? Findings = null);

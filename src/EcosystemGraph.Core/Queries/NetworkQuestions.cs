using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Core.Queries;

// Questions about chains and networks: which links count is said by filters, so that a store has only to read them;
// what follows from them is computed once, for all stores (EcosystemGraph.Core.Questions).

/// <summary>Which links of the graph are meant.</summary>
/// <param name="Memberships">Which memberships; null for none.</param>
/// <param name="Partnerships">Which partnerships; null for none.</param>
public sealed record LinkChoice(Filter? Memberships, Filter? Partnerships);

/// <summary>A part of the graph (semantics: Questions).</summary>
/// <param name="Links">Which links.</param>
/// <param name="Without">Bodies taken out before anything else is looked at.</param>
/// <param name="Focus">Where the part begins; empty for all of the graph.</param>
/// <param name="Depth">How many links away from the focus it goes, 0 to <see cref="NetworkLimits.Depth"/>.</param>
/// <param name="Projection">How bodies are tied.</param>
/// <param name="Overlap">Of a projection at any time: how surely two memberships must overlap to tie what they have in common.</param>
/// <param name="ActiveAt">The date that <paramref name="Links"/> keep to, as surely as it asks: then <paramref name="Overlap"/> is not looked at; null for any time.</param>
/// <param name="Isolated">Which bodies are in it though no link ties them, by the filter of an Entity; null for none.</param>
/// <param name="Asked">What narrows it, as the asker put it, for a caption; null where the links alone say so.</param>
public sealed record NetworkPart(
    LinkChoice Links,
    ImmutableArray<string> Without,
    ImmutableArray<string> Focus,
    int Depth,
    ExtractProjection Projection,
    Activity Overlap,
    ActiveAt? ActiveAt,
    PerType? Isolated,
    AskedFilters? Asked = null
);

/// <summary>The filters of a part of the graph as they were asked; <see cref="NetworkPart.Links"/> has them at work.</summary>
/// <param name="Actors">Which actors; null for all, as for the others.</param>
/// <param name="Groupings">Which groupings.</param>
/// <param name="Memberships">Which memberships.</param>
/// <param name="Partnerships">Which partnerships.</param>
/// <param name="IncludesCategories">Whether categories are among the actors.</param>
public sealed record AskedFilters(
    Filter? Actors,
    Filter? Groupings,
    Filter? Memberships,
    Filter? Partnerships,
    bool IncludesCategories
);

/// <summary>A question whose answer is computed from the links that a store gives.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Projection">What of it.</param>
public abstract record ComputedRoot(string Name, Projection Projection) : Root(Name)
{
    /// <summary>Through which links.</summary>
    public abstract LinkChoice Through { get; }

    /// <summary>The bodies whose links are looked at first; empty for all.</summary>
    public abstract ImmutableArray<string> Beginning { get; }

    /// <summary>How many records the answer has at most.</summary>
    /// <param name="lengths">How long lists are in the data set.</param>
    public abstract double Most(ListLengths lengths);

    /// <summary>How long a list that is computed with the answer is at most; null where it may hold all records of its kind.</summary>
    /// <param name="list">The list.</param>
    /// <param name="lengths">How long lists are in the data set.</param>
    public abstract double? Longest(Field list, ListLengths lengths);

    /// <summary>The ids that it takes for granted, beside those that what is asked of it names.</summary>
    /// <param name="here">The place of its answer.</param>
    public abstract IEnumerable<Reference> Named(AnswerPlace here);

    /// <summary>What it is, in one line for people.</summary>
    public abstract string Title { get; }

    /// <summary>What it keeps to, in lines for people.</summary>
    public abstract IEnumerable<string> Terms { get; }

    /// <inheritdoc/>
    public sealed override T Accept<TAbout, T>(IRootVisitor<TAbout, T> visitor, TAbout about) =>
        visitor.Visit(this, about);

    /// <summary>Whether a figure or a file of it is asked for.</summary>
    public bool IsDrawn => Projection.ByType[0].Fields.Any(asked => asked is SelectedDrawing);
}

/// <summary>A list of a network that may be cut short: its bodies, its ties.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Field">Which.</param>
/// <param name="By">Of bodies: what they are sorted by.</param>
/// <param name="First">How many at most; null for all.</param>
/// <param name="Projection">What of each.</param>
public sealed record SelectedNetworkList(
    string Name,
    NetworkListField Field,
    NodeMeasure By,
    int? First,
    Projection Projection
) : Selected(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(ISelectedVisitor<TAbout, T> visitor, TAbout about) =>
        visitor.Visit(this, about);
}

/// <summary>How a network is drawn, or as what file it is written; the library that does so has its own.</summary>
/// <param name="Url">The link that gives it again.</param>
public abstract record DrawingRequest(string Url);

/// <summary>A figure or a file of a network.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Field">Which.</param>
/// <param name="Request">How it is made.</param>
/// <param name="Projection">What of it.</param>
public sealed record SelectedDrawing(string Name, DrawingField Field, DrawingRequest Request, Projection Projection)
    : Selected(Name)
{
    /// <inheritdoc/>
    public override T Accept<TAbout, T>(ISelectedVisitor<TAbout, T> visitor, TAbout about) =>
        visitor.Visit(this, about);
}

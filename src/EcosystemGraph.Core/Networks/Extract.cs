using System.Collections.Immutable;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Networks;

// What a figure or a file shows of a network, complete in itself: whoever draws or writes it asks no store.

/// <summary>A part of the graph as it is drawn and exported: bodies, what ties them, and the passages that say so.</summary>
/// <param name="Dataset">The data set that it was made from.</param>
/// <param name="Scope">In a phrase what part it is, for a caption: "around the PES 21, one link away; active in 2021".</param>
/// <param name="Projection">How bodies are tied.</param>
/// <param name="Bodies">In the order of ids, each once. Its count is known; an enumeration may be lazy and may be repeated.</param>
/// <param name="Ties">In the order of their lesser, then their greater body's id: one for each two bodies that are tied. Lazy as bodies are.</param>
/// <param name="Modularity">Of the division into communities; null where no measure was computed.</param>
public sealed record Extract(
    ExtractDataset Dataset,
    MultilingualText Scope,
    ExtractProjection Projection,
    IReadOnlyCollection<ExtractBody> Bodies,
    IReadOnlyCollection<ExtractTie> Ties,
    double? Modularity
)
{
    /// <summary>The scope without what is always left out, for a title.</summary>
    public MultilingualText Heading { get; init; } = Scope;

    /// <summary>The days that it is asked at: whoever shows a link says whether it was surely or perhaps there then. Null for any time.</summary>
    public DaySpan? At { get; init; }
}

/// <summary>How the bodies of a network are tied.</summary>
public enum ExtractProjection
{
    /// <summary>Actors to groupings by memberships, bodies to bodies by partnerships.</summary>
    BIPARTITE,

    /// <summary>Two actors by each grouping that they share.</summary>
    ACTORS,

    /// <summary>Two groupings by each named member that they share.</summary>
    GROUPINGS,
}

/// <summary>The data set that an extract was made from.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">Its fingerprint, 64 lower-case hex digits.</param>
/// <param name="Sources">The documents that its links cite, by id.</param>
public sealed record ExtractDataset(string Title, string Version, string Sha256, ImmutableArray<ExtractSource> Sources);

/// <summary>A document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Date">When.</param>
public sealed record ExtractSource(string Id, string Title, string? Publisher, PartialDate? Date);

/// <summary>A concept or a territory, as it is named to a reader.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">Its label; the id where it has none in any language.</param>
public sealed record ExtractTerm(string Id, MultilingualText Label)
{
    /// <summary>The label in the asked language, else in another, else the id.</summary>
    public string In(Language language) => Label.In(language) ?? Id;
}

/// <summary>A body of the extract.</summary>
/// <param name="Id">Its id, unique in the extract.</param>
/// <param name="Name">The form by which it is listed.</param>
/// <param name="Acronym">The short form.</param>
/// <param name="IsGrouping">Whether it is a grouping (and perhaps an actor too).</param>
/// <param name="IsActor">Whether it is an actor (and perhaps a grouping too).</param>
/// <param name="Named">False where the source names only a category.</param>
/// <param name="Kind">The grouping's kind where it is one, else the actor's.</param>
/// <param name="Territory">Where it is.</param>
/// <param name="From">Of a grouping: since when it exists.</param>
/// <param name="To">Of a grouping: until when.</param>
/// <param name="Measures">Its place in the network; null where none was computed.</param>
/// <param name="Openness">Of a grouping: whether its source's list of its members is complete.</param>
public sealed record ExtractBody(
    string Id,
    string Name,
    string? Acronym,
    bool IsGrouping,
    bool IsActor,
    bool Named,
    ExtractTerm Kind,
    ExtractTerm? Territory,
    PartialDate? From,
    PartialDate? To,
    ExtractMeasures? Measures,
    Openness Openness = Openness.UNKNOWN
)
{
    /// <summary>An actor that is no grouping.</summary>
    public static ExtractBody Of(Actor actor, ExtractTerm kind, ExtractTerm? territory) =>
        new(actor.Id, actor.Name, actor.Acronym, false, true, actor.Named, kind, territory, null, null, null);

    /// <summary>A grouping, which may be an actor too.</summary>
    public static ExtractBody Of(Grouping grouping, Actor? actor, ExtractTerm kind, ExtractTerm? territory) =>
        new(
            grouping.Id,
            grouping.Name,
            grouping.Acronym,
            true,
            actor is not null,
            true,
            kind,
            territory,
            grouping.From,
            grouping.To,
            null,
            grouping.Openness
        );
}

/// <summary>The place of a body in its network.</summary>
/// <param name="Degree">How many bodies it is tied to.</param>
/// <param name="Betweenness">As <see cref="Networks.Betweenness"/> has it.</param>
/// <param name="Closeness">As <see cref="Networks.Closeness"/> has it.</param>
/// <param name="PageRank">As <see cref="Networks.PageRank"/> has it.</param>
/// <param name="Component">The number of its component, the largest is 0.</param>
/// <param name="Community">The number of its community, the largest is 0.</param>
/// <param name="CutVertex">Whether the network falls into more parts without it.</param>
public sealed record ExtractMeasures(
    int Degree,
    double Betweenness,
    double Closeness,
    double PageRank,
    int Component,
    int Community,
    bool CutVertex
);

/// <summary>Two bodies that are tied.</summary>
/// <param name="Source">The id of the body whose id is the lesser.</param>
/// <param name="Target">The id of the other.</param>
/// <param name="Weight">The links between them, or, projected, what they share.</param>
/// <param name="Links">What ties them; projected, the memberships of both in what they share. One at least.</param>
public sealed record ExtractTie(string Source, string Target, double Weight, ImmutableArray<ExtractLink> Links);

/// <summary>A membership or a partnership.</summary>
/// <param name="Id">Its id, unique among links of its kind.</param>
/// <param name="IsMembership">Whether it is a membership.</param>
/// <param name="Source">Who acts: the actor of a membership.</param>
/// <param name="Target">Towards whom: the grouping of a membership.</param>
/// <param name="Type">The role of a membership, the type of a partnership.</param>
/// <param name="Directed">False for a membership and for a partnership of a mutual type.</param>
/// <param name="IsMember">Of a membership: whether its role counts; true of a partnership.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when.</param>
/// <param name="Period">When it starts and ends as far as dates, status and the date of its source tell.</param>
/// <param name="Status">As the source puts it.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Regularity">How regularly.</param>
/// <param name="Themes">Of a partnership: what it is about.</param>
/// <param name="Note">What else the source says.</param>
/// <param name="Evidence">The passages that say so, in their order.</param>
/// <param name="Change">Between two dates; null where one part is shown, not a change.</param>
/// <param name="Openness">Whether the list in which its source names it is complete.</param>
/// <param name="Role">Of a partnership: in what capacity its source acts; null where it is not said.</param>
/// <param name="Occasion">Of a partnership: the event at which it takes place; null where none is named.</param>
public sealed record ExtractLink(
    string Id,
    bool IsMembership,
    ExtractEnd Source,
    ExtractEnd Target,
    ExtractTerm Type,
    bool Directed,
    bool IsMember,
    PartialDate? From,
    PartialDate? To,
    Period Period,
    Status Status,
    Confidence Confidence,
    Regularity Regularity,
    ImmutableArray<ExtractTerm> Themes,
    MultilingualText Note,
    ImmutableArray<ExtractEvidence> Evidence,
    LinkChange? Change,
    Openness Openness = Openness.UNKNOWN,
    ExtractTerm? Role = null,
    ExtractTerm? Occasion = null
);

/// <summary>An end of a link, which a projected network need not hold.</summary>
/// <param name="Id">The body's id.</param>
/// <param name="Name">Its name.</param>
public sealed record ExtractEnd(string Id, string Name);

/// <summary>A passage that says so.</summary>
/// <param name="PassageId">The passage's id.</param>
/// <param name="SourceId">Its document.</param>
/// <param name="Locator">Its place: "1.18" is question 1, paragraph 18.</param>
/// <param name="Mention">The words that name the thing there.</param>
public sealed record ExtractEvidence(string PassageId, string SourceId, string Locator, string? Mention);

/// <summary>What became of a link between two dates.</summary>
public enum LinkChange
{
    /// <summary>Surely not there at the earlier, surely there at the later.</summary>
    APPEARED,

    /// <summary>Surely there at the earlier, surely not there at the later.</summary>
    ENDED,

    /// <summary>Surely there at both.</summary>
    KEPT,

    /// <summary>The dates do not settle it.</summary>
    POSSIBLY_CHANGED,
}

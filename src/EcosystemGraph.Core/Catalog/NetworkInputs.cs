using System.Collections.Immutable;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Catalog;

/// <summary>What says which part of the graph is meant: a new one is a declaration here, and what it does where a part is read.</summary>
public static class NetworkInputs
{
    /// <summary>Where the part begins.</summary>
    public static readonly Input Focus = new(
        "focus",
        InputKind.Ids,
        "The bodies it begins at; the whole graph where none is given. They are in it even where a filter leaves them no link."
    );

    /// <summary>How far it goes.</summary>
    public static readonly Input Depth = new(
        "depth",
        InputKind.Whole,
        $"How many links away from the focus it goes: 0 to {NetworkLimits.Depth}. Links among all bodies that are so near belong to it. In a projected network, links are its ties."
    )
    {
        Unset = 1,
        Least = 0,
        Most = NetworkLimits.Depth,
    };

    /// <summary>When.</summary>
    public static readonly Input ActiveAt = new("activeAt", InputKind.ActiveAt, "Only links active at a date.")
    {
        HintPlaces = language => [("forms", DateWords.Forms(language))],
    };

    /// <summary>Which kinds of links.</summary>
    public static readonly Input Links = new("links", InputKind.Choices, "Which kinds of links.")
    {
        Unset = new[] { LinkKind.MEMBERSHIP, LinkKind.PARTNERSHIP },
        Choices = typeof(LinkKind),
    };

    /// <summary>Which actors.</summary>
    public static readonly Input Actors = Filtered(
        "actors",
        "Which actors: of a membership its actor, of a partnership each end that is no grouping.",
        Records.Actor
    );

    /// <summary>Which groupings.</summary>
    public static readonly Input Groupings = Filtered(
        "groupings",
        "Which groupings: of a membership its grouping, of a partnership each end that is one.",
        Records.Grouping
    );

    /// <summary>Which memberships.</summary>
    public static readonly Input Memberships = Filtered("memberships", "Which memberships.", Records.Membership);

    /// <summary>Which partnerships.</summary>
    public static readonly Input Partnerships = Filtered("partnerships", "Which partnerships.", Records.Partnership);

    /// <summary>Whether categories count.</summary>
    public static readonly Input IncludeCategories = new(
        "includeCategories",
        InputKind.Flag,
        "Whether categories that a source does not name one by one, such as \"the chambers of agriculture\", are in it."
    )
    {
        Unset = false,
    };

    /// <summary>Whether bodies without a link count.</summary>
    public static readonly Input IncludeIsolated = new(
        "includeIsolated",
        InputKind.Flag,
        "Whether bodies without a link are in it, where there is no focus."
    )
    {
        Unset = false,
    };

    /// <summary>Who is taken out.</summary>
    public static readonly Input Without = new(
        "without",
        InputKind.Ids,
        "Bodies taken out with all their links, as in \"what if this actor left\"."
    );

    /// <summary>How bodies are tied.</summary>
    public static readonly Input Projection = new("projection", InputKind.Choice, "How bodies are tied.")
    {
        Unset = ExtractProjection.BIPARTITE,
        Choices = typeof(ExtractProjection),
    };

    /// <summary>How surely what is projected was at the same time.</summary>
    public static readonly Input Overlap = new(
        "overlap",
        InputKind.Choice,
        "Of a projection: how surely two memberships must have been at the same time to tie what they have in common, whenever that was; not looked at with `activeAt`, nor where nothing is projected. POSSIBLE keeps what the dates do not rule out; NO keeps also what came one after the other."
    )
    {
        Unset = Activity.POSSIBLE,
        Choices = typeof(Activity),
    };

    /// <summary>All, in the order of the schema.</summary>
    public static ImmutableArray<Input> All { get; } =
    [
        Focus,
        Depth,
        ActiveAt,
        Links,
        Actors,
        Groupings,
        Memberships,
        Partnerships,
        IncludeCategories,
        IncludeIsolated,
        Without,
        Projection,
        Overlap,
    ];

    /// <summary>Of what changed: the earlier date.</summary>
    public static readonly Input Earlier = new("earlier", InputKind.Date, "The earlier date; throughout it counts.");

    /// <summary>Of what changed: the later date.</summary>
    public static readonly Input Later = new("later", InputKind.Date, "The later date, wholly after the earlier one.");

    private static Input Filtered(string name, string description, RecordType record) =>
        new(name, InputKind.Filter, description) { Filter = record };
}

using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Catalog;

/// <summary>The fields of paths, networks and what changes in them; all are computed with the answer.</summary>
internal static class NetworkFields
{
    public static readonly ComputedField PathLength = new(
        "length",
        false,
        ComputedValue.Whole,
        "How many links it has; 0 from a body to itself."
    );

    public static readonly ComputedField PathEntities = new(
        "entities",
        false,
        ComputedValue.Records,
        "The bodies, from one end to the other; one more than links.",
        () => Records.Entity
    );

    public static readonly ComputedField PathLinks = new(
        "links",
        false,
        ComputedValue.Records,
        "The link between each body and the next. Where several join the two: a membership before a partnership, then the least id.",
        () => Records.Link
    );

    public static IEnumerable<Field> OfPath() => [PathLength, PathEntities, PathLinks];

    public static readonly ComputedField NodeCount = new(
        "nodeCount",
        false,
        ComputedValue.Whole,
        "How many bodies there are."
    );

    public static readonly ComputedField LinkCount = new(
        "linkCount",
        false,
        ComputedValue.Whole,
        "How many pairs of bodies are tied, by however many links: the length of `links`."
    );

    public static readonly ComputedField Density = new(
        "density",
        false,
        ComputedValue.Number,
        "The share of all pairs of bodies that are tied, from 0 to 1: 2m / (n (n − 1)). 0 where there are fewer than two bodies. Wasserman and Faust, Social Network Analysis, 1994; NetworkX's `density`."
    );

    public static readonly NetworkListField Nodes = new(
        "nodes",
        () => Records.NetworkNode,
        "The bodies and their places in the network, sorted by a measure, the greatest first, or by name; the id decides last."
    )
    {
        IsRanked = true,
    };

    public static readonly NetworkListField Links = new(
        "links",
        () => Records.NetworkLink,
        "The pairs of bodies that are tied, in the order of the lesser, then of the greater of the two ids."
    );

    public static readonly ComputedField Components = new(
        "components",
        false,
        ComputedValue.Records,
        "The parts into which the network falls, with no link between them; the largest first, then by least id.",
        () => Records.Component
    );

    public static readonly ComputedField Communities = new(
        "communities",
        false,
        ComputedValue.Records,
        "Groups of bodies that are tied more closely among themselves than chance would have it, found by the Leiden algorithm (Traag, Waltman, van Eck, 2019) for modularity, with a fixed seed: the same network gives the same groups. The largest first, then by least id.",
        () => Records.Community
    );

    public static readonly ComputedField Modularity = new(
        "modularity",
        false,
        ComputedValue.Number,
        "How much closer the communities are tied than chance would have it, from −0.5 to 1 (Newman and Girvan, 2004, by weights); 0 where there is no link."
    );

    public static IEnumerable<Field> OfNetwork() =>
        [NodeCount, LinkCount, Density, Nodes, Links, Components, Communities, Modularity, Figure, File];

    public static readonly ComputedField NodeEntity = new(
        "entity",
        false,
        ComputedValue.Record,
        "The body.",
        () => Records.Entity
    );

    public static readonly ComputedField Degree = new(
        "degree",
        false,
        ComputedValue.Whole,
        "How many bodies it is tied to, by however many links each."
    );

    public static readonly ComputedField Betweenness = new(
        "betweenness",
        false,
        ComputedValue.Number,
        "The share of the shortest chains between all pairs of other bodies that go through it, from 0 to 1 (Freeman, 1977; by Brandes' algorithm, 2001; NetworkX's `betweenness_centrality`, normalised). Weights do not count."
    );

    public static readonly ComputedField Closeness = new(
        "closeness",
        false,
        ComputedValue.Number,
        "How near it is to those it can reach, times the share of the network that it can reach, from 0 to 1 (Wasserman and Faust, 1994; NetworkX's `closeness_centrality`). Weights do not count."
    );

    public static readonly ComputedField PageRank = new(
        "pageRank",
        false,
        ComputedValue.Number,
        "The share of time that a walker spends there who follows ties by their weights and, 15 times in 100, jumps anywhere (Brin and Page, 1998; NetworkX's `pagerank`, α = 0.85). All shares add up to 1."
    );

    public static readonly ComputedField NodeComponent = new(
        "component",
        false,
        ComputedValue.Whole,
        "The index of its component among `components`."
    );

    public static readonly ComputedField NodeCommunity = new(
        "community",
        false,
        ComputedValue.Whole,
        "The index of its community among `communities`."
    );

    public static readonly ComputedField CutVertex = new(
        "cutVertex",
        false,
        ComputedValue.Flag,
        "Whether its component would fall apart without it (Tarjan, 1972; NetworkX's `articulation_points`)."
    );

    public static IEnumerable<Field> OfNode() =>
        [NodeEntity, Degree, Betweenness, Closeness, PageRank, NodeComponent, NodeCommunity, CutVertex];

    public static readonly ComputedField LinkSource = new(
        "source",
        false,
        ComputedValue.Record,
        "Who acts in the first of `links`: the actor of a membership; of a projected network the body with the lesser id.",
        () => Records.Entity
    );

    public static readonly ComputedField LinkTarget = new(
        "target",
        false,
        ComputedValue.Record,
        "The other body.",
        () => Records.Entity
    );

    public static readonly ComputedField Weight = new(
        "weight",
        false,
        ComputedValue.Number,
        "How many links tie them; of a projected network how many groupings, or named members, they share."
    );

    public static readonly ComputedField LinkLinks = new(
        "links",
        false,
        ComputedValue.Records,
        "What ties them, with its passages; of a projected network the memberships of both in what they share.",
        () => Records.Link
    );

    public static readonly ComputedField LinkShared = new(
        "shared",
        false,
        ComputedValue.Records,
        "What the two have in common, by name: of a network of actors the groupings, of one of groupings the named members; empty where nothing is projected.",
        () => Records.Entity
    );

    public static IEnumerable<Field> OfLink() => [LinkSource, LinkTarget, Weight, LinkShared, LinkLinks];

    public static readonly ComputedField ComponentIndex = new(
        "index",
        false,
        ComputedValue.Whole,
        "Its place among the components, from 0."
    );

    public static readonly ComputedField ComponentEntities = new(
        "entities",
        false,
        ComputedValue.Records,
        "Its bodies, by name.",
        () => Records.Entity
    );

    public static IEnumerable<Field> OfComponent() => [ComponentIndex, ComponentEntities];

    public static readonly ComputedField CommunityIndex = new(
        "index",
        false,
        ComputedValue.Whole,
        "Its place among the communities, from 0."
    );

    public static readonly ComputedField CommunityEntities = new(
        "entities",
        false,
        ComputedValue.Records,
        "Its bodies, by name.",
        () => Records.Entity
    );

    public static IEnumerable<Field> OfCommunity() => [CommunityIndex, CommunityEntities];

    public static readonly ComputedField Appeared = new(
        "appeared",
        false,
        ComputedValue.Records,
        "Links surely not there at the earlier date and surely there at the later.",
        () => Records.Link
    );

    public static readonly ComputedField Ended = new(
        "ended",
        false,
        ComputedValue.Records,
        "Links surely there at the earlier date and surely not there at the later.",
        () => Records.Link
    );

    public static readonly ComputedField Kept = new(
        "kept",
        false,
        ComputedValue.Records,
        "Links surely there at both dates.",
        () => Records.Link
    );

    public static readonly ComputedField PossiblyChanged = new(
        "possiblyChanged",
        false,
        ComputedValue.Records,
        "Links of which the dates do not tell whether they were there at one date or the other. Those surely at neither are left out.",
        () => Records.Link
    );

    public static IEnumerable<Field> OfChange() => [Appeared, Ended, Kept, PossiblyChanged, ChangeFigure];

    public static readonly DrawingField Figure = new(
        "figure",
        () => Records.Figure,
        "The network as a figure for print: legend, how to read it, scope, date and source in the picture."
    );

    public static readonly DrawingField ChangeFigure = new(
        "figure",
        () => Records.Figure,
        "What came, went and stayed as a figure for print."
    );

    public static readonly DrawingField File = new(
        "export",
        () => Records.NetworkFile,
        "The network as a file for another program, each link with its passages."
    );

    public static IEnumerable<Field> OfFigure() =>
        [
            new ComputedField("format", false, ComputedValue.Choice, "As what it is written.")
            {
                Variants = "FigureFormat",
            },
            new ComputedField(
                "url",
                false,
                ComputedValue.Text,
                "The link on this server that gives the same figure again. It holds all that was asked for; nothing is kept on the server."
            ),
            new ComputedField(
                "sha256",
                false,
                ComputedValue.Text,
                "Fingerprint of the file, SHA-256 in hex: the same data and the same question give the same bytes."
            ),
            new ComputedField(
                "caption",
                false,
                ComputedValue.Text,
                "The text to set beside the figure: title, how to read it, scope, source, data set."
            ),
            new ComputedField(
                "description",
                false,
                ComputedValue.Text,
                "All that it shows, as a text for people who do not see it."
            ),
            new ComputedField(
                "warnings",
                false,
                ComputedValue.Texts,
                "What is not as good as it could be, each with what to do about it."
            ),
            new ComputedField("content", true, ComputedValue.Text, "The figure itself; of SVG only."),
        ];

    public static IEnumerable<Field> OfFile() =>
        [
            new ComputedField("format", false, ComputedValue.Choice, "As what it is written.")
            {
                Variants = "NetworkFormat",
            },
            new ComputedField("url", false, ComputedValue.Text, "The link on this server that gives the file."),
            new ComputedField("mediaType", false, ComputedValue.Text, "Its media type."),
            new ComputedField("content", true, ComputedValue.Text, "The file itself, where it is text."),
        ];
}

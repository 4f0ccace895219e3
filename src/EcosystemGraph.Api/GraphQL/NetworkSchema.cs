using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using GraphQL.Types;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>The public questions about chains and networks, and the input that says which part of the graph is meant.</summary>
internal static class NetworkSchema
{
    /// <summary>Adds the questions to the root type.</summary>
    public static void AddTo(ObjectGraphType query, SchemaTypes types)
    {
        var filters = new SchemaFilters(types);
        query.AddField(
            SchemaTypes.Plain(
                "paths",
                SchemaTypes.ListOf(types.Record(Records.Path)),
                "How two bodies are linked: the shortest chains of memberships and partnerships between them, in whatever direction, each body once; in the order of their bodies' ids. None where they are farther apart than `maxLength`. "
                    + "Example: `paths(from: \"credit-cooperatif\", to: \"pes-21\") { length entities { name } links { id evidence { passage { locator } } } }`.",
                [
                    SchemaTypes.Argument("from", SchemaTypes.Required(types.Id), "The body they begin at."),
                    SchemaTypes.Argument(
                        "to",
                        SchemaTypes.Required(types.Id),
                        "The body they end at; where it is the same, there is one path, of length 0."
                    ),
                    SchemaTypes.Argument(
                        "maxLength",
                        SchemaTypes.Required(types.Whole),
                        $"How many links they may have: 1 to {NetworkLimits.PathLength}.",
                        PathsRoot.DefaultLength
                    ),
                    LinkKinds(types),
                    SchemaTypes.Argument(
                        "includeCategories",
                        SchemaTypes.Required(types.Flag),
                        "Whether categories that a source does not name one by one, such as \"the chambers of agriculture\", may stand between others. They may be ends in any case.",
                        false
                    ),
                    SchemaTypes.Argument("activeAt", filters.ActiveAt(), "Only through links active at a date."),
                    SchemaTypes.Argument(
                        "first",
                        SchemaTypes.Required(types.Whole),
                        $"How many of the shortest paths at most: 0 to {Page.MaxSize}.",
                        PathsRoot.DefaultFirst
                    ),
                ]
            )
        );
        query.AddField(
            SchemaTypes.Plain(
                "network",
                types.Record(Records.Network),
                "A part of the graph as a network, with its measures: who is at its centre, which groups it has, what would fall apart without whom. Everything where no input is given. "
                    + "Example: `network(input: { without: [\"pes-21\"] }) { components { entities { name } } }`.",
                [SchemaTypes.Argument("input", Input(types), "Which part of the graph.")]
            )
        );
        query.AddField(
            SchemaTypes.Plain(
                "networkChange",
                types.Record(Records.NetworkChange),
                "What appeared, ended and stayed in a part of the graph between two dates. Links surely at neither date are left out. "
                    + "Example: `networkChange(earlier: \"2016\", later: \"2021\") { ended { source { name } target { name } } }`.",
                [
                    SchemaTypes.Argument(
                        "input",
                        Input(types),
                        "Which part of the graph, at any time: without `activeAt`, and not projected."
                    ),
                    SchemaTypes.Argument(
                        NetworkInputs.Earlier.Name,
                        SchemaTypes.Required(types.Date),
                        NetworkInputs.Earlier.Description
                    ),
                    SchemaTypes.Argument(
                        NetworkInputs.Later.Name,
                        SchemaTypes.Required(types.Date),
                        NetworkInputs.Later.Description
                    ),
                ]
            )
        );
    }

    private static QueryArgument LinkKinds(SchemaTypes types) =>
        SchemaTypes.Argument(
            "links",
            SchemaTypes.Required(SchemaTypes.ListOf(types.Enum(typeof(LinkKind)))),
            "Through links of which kinds.",
            new[] { LinkKind.MEMBERSHIP, LinkKind.PARTNERSHIP }
        );

    private static InputObjectGraphType Input(SchemaTypes types) =>
        types.Inputs(
            "NetworkInput",
            "A part of the graph: first the filters, then what is taken out, then focus and depth. A body without a link is in it only if it is a focus, or with `includeIsolated`.",
            NetworkInputs.All
        );
}

using EcosystemGraph.Api.GraphQL;
using GraphQLParser;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.Tests.GraphQL;

/// <summary>Filters, orders, connections and their arguments follow from the contract's types by the conventions at its head.</summary>
public sealed class InputConventionTests
{
    private static readonly string[] Scalars = ["ID", "String", "Boolean", "Int", "Float", "PartialDate"];

    private static readonly Dictionary<string, string[]> OperatorsOf = new()
    {
        ["String"] =
        [
            "eq",
            "neq",
            "in",
            "nin",
            "contains",
            "ncontains",
            "startsWith",
            "nstartsWith",
            "endsWith",
            "nendsWith",
        ],
        ["Id"] = ["eq", "neq", "in", "nin"],
        ["Boolean"] = ["eq", "neq"],
        ["Int"] = ["eq", "neq", "in", "nin", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"],
        ["Float"] = ["eq", "neq", "in", "nin", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"],
        ["PartialDate"] = ["eq", "neq", "in", "nin", "gt", "gte", "lt", "lte"],
    };

    private static readonly Lazy<Dictionary<string, ASTNode>> Ours = new(() => Types(new EcosystemSchema().Printed()));

    private Dictionary<string, ASTNode> _contract = [];

    [OneTimeSetUp]
    public void Read() => _contract = Types(File.ReadAllText(SharedFiles.Shared("design/ecosystem.graphql")));

    [Test]
    public void Values_are_compared_by_their_operators()
    {
        foreach (var (type, operators) in OperatorsOf)
        {
            var scalar = type == "Id" ? "ID" : type;
            Assert.That(
                Inputs(Ours.Value[type + "OperationFilterInput"]),
                Is.EquivalentTo(
                    operators.Select(name =>
                        $"{name}: {(name.EndsWith("in", StringComparison.Ordinal) && name.Length < 4 ? $"[{scalar}!]" : scalar)}"
                    )
                ),
                type
            );
        }
        foreach (var type in new[] { "Status", "Confidence", "Regularity", "Qualifier", "Language" })
        {
            Assert.That(
                Inputs(Ours.Value[type + "OperationFilterInput"]),
                Is.EquivalentTo(new[] { $"eq: {type}", $"neq: {type}", $"in: [{type}!]", $"nin: [{type}!]" })
            );
        }
    }

    [Test]
    public void Lists_are_compared_item_by_item()
    {
        const string Of = "ListFilterInputTypeOf";
        foreach (var (name, input) in Ours.Value.Where(type => type.Key.StartsWith(Of, StringComparison.Ordinal)))
        {
            var item = name[Of.Length..];
            Assert.That(
                Inputs(input),
                Is.EquivalentTo(new[] { $"all: {item}", $"none: {item}", $"some: {item}", "any: Boolean" }),
                name
            );
        }
    }

    [Test]
    public void Connections_have_edges_nodes_their_page_and_a_count()
    {
        foreach (
            var (name, type) in Ours.Value.Where(type => type.Key.EndsWith("Connection", StringComparison.Ordinal))
        )
        {
            var plural = name[..^"Connection".Length];
            var record = NameOf(Fields(type).Single(field => field.Name == "nodes").Type);
            Assert.That(
                Fields(type).Select(field => $"{field.Name}: {Print(field.Type)}"),
                Is.EquivalentTo(
                    new[]
                    {
                        $"edges: [{plural}Edge!]!",
                        $"nodes: [{record}!]!",
                        "pageInfo: PageInfo!",
                        "totalCount: Int!",
                    }.Concat(_contract.ContainsKey(plural + "Facet") ? ["facets: [FacetCount!]!"] : [])
                ),
                name
            );
            Assert.That(
                Fields(Ours.Value[plural + "Edge"]).Select(field => $"{field.Name}: {Print(field.Type)}"),
                Is.EquivalentTo(new[] { "cursor: String!", $"node: {record}!" })
            );
        }
        Assert.That(
            Fields(Ours.Value["PageInfo"]).Select(field => $"{field.Name}: {Print(field.Type)}"),
            Is.EquivalentTo(
                new[]
                {
                    "hasNextPage: Boolean!",
                    "hasPreviousPage: Boolean!",
                    "startCursor: String",
                    "endCursor: String",
                }
            )
        );
    }

    [Test]
    public void Facets_take_what_to_count_by_and_how_many()
    {
        var counted = Ours
            .Value.Where(type =>
                _contract.ContainsKey(type.Key.Replace("Connection", "Facet", StringComparison.Ordinal))
                && type.Key.EndsWith("Connection", StringComparison.Ordinal)
            )
            .ToArray();

        Assert.That(counted, Has.Length.EqualTo(4));
        foreach (var (name, type) in counted)
        {
            var facets = ((GraphQLObjectTypeDefinition)type).Fields!.Items.Single(field =>
                field.Name.StringValue == "facets"
            );
            Assert.That(
                facets.Arguments!.Items.Select(argument =>
                    $"{argument.Name.StringValue}: {Print(argument.Type)}{(argument.DefaultValue is GraphQLIntValue value ? $" = {value.Value}" : "")}"
                ),
                Is.EqualTo(new[] { $"by: {name[..^"Connection".Length]}Facet!", "first: Int! = 20" })
            );
        }
    }

    [Test]
    public void Enums_are_kept_in_the_order_in_which_they_sort()
    {
        foreach (
            var (name, type) in _contract.Where(type =>
                type.Value is GraphQLEnumTypeDefinition && Ours.Value.ContainsKey(type.Key)
            )
        )
        {
            var expected = ((GraphQLEnumTypeDefinition)type).Values!.Items.Select(value => value.Name.StringValue);
            var sorted = new EcosystemSchema().AllTypes[name] as global::GraphQL.Types.EnumerationGraphType;
            // Values that came since stand among them where they sort.
            Assert.That(sorted!.Values.Select(value => value.Name).Intersect(expected), Is.EqualTo(expected), name);
        }
    }

    private string FilterOf(GraphQLType type)
    {
        var name = NameOf(type);
        if (name.EndsWith("Connection", StringComparison.Ordinal))
            return $"ListFilterInputTypeOf{NameOf(Fields(Ours.Value[name]).Single(field => field.Name == "nodes").Type)}FilterInput";
        if (IsList(type))
            return name == "String" ? "ListStringOperationFilterInput" : $"ListFilterInputTypeOf{name}FilterInput";
        return IsValue(name) ? $"{(name == "ID" ? "Id" : name)}OperationFilterInput" : $"{name}FilterInput";
    }

    private bool IsValue(string name) =>
        Scalars.Contains(name) || (_contract.TryGetValue(name, out var type) && type is GraphQLEnumTypeDefinition);

    private static Dictionary<string, ASTNode> Types(string text) =>
        Parser
            .Parse(text)
            .Definitions.OfType<GraphQLTypeDefinition>()
            .ToDictionary(type => type.Name.StringValue, type => (ASTNode)type);

    private static IEnumerable<(string Name, GraphQLType Type)> Fields(ASTNode type) =>
        (
            type switch
            {
                GraphQLObjectTypeDefinition record => record.Fields,
                GraphQLInterfaceTypeDefinition abstraction => abstraction.Fields,
                _ => null,
            }
        )?.Items.Select(field => (field.Name.StringValue, field.Type)) ?? [];

    private static string[] Inputs(ASTNode type) =>
        [
            .. ((GraphQLInputObjectTypeDefinition)type).Fields!.Items.Select(field =>
                $"{field.Name.StringValue}: {Print(field.Type)}"
            ),
        ];

    private static string[] Values(string type) =>
        [.. ((GraphQLEnumTypeDefinition)Ours.Value[type]).Values!.Items.Select(value => value.Name.StringValue)];

    private static bool IsList(GraphQLType type) =>
        type is GraphQLListType || (type is GraphQLNonNullType required && IsList(required.Type));

    private static string NameOf(GraphQLType type) =>
        type switch
        {
            GraphQLNonNullType required => NameOf(required.Type),
            GraphQLListType list => NameOf(list.Type),
            _ => ((GraphQLNamedType)type).Name.StringValue,
        };

    private static string Print(GraphQLType type) =>
        type switch
        {
            GraphQLNonNullType required => Print(required.Type) + "!",
            GraphQLListType list => $"[{Print(list.Type)}]",
            _ => ((GraphQLNamedType)type).Name.StringValue,
        };
}

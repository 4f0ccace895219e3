using System.Globalization;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Catalog;
using GraphQLParser;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.Tests.GraphQL;

/// <summary>Records of any type by their id (Relay's Global Object Identification).</summary>
public sealed class NodeTests
{
    [Test]
    public void Every_type_with_an_id_is_a_node_and_no_other()
    {
        var objects = Parser
            .Parse(new EcosystemSchema().Printed())
            .Definitions.OfType<GraphQLObjectTypeDefinition>()
            .ToArray();
        static bool IsNode(GraphQLObjectTypeDefinition type) =>
            (type.Interfaces?.Items ?? []).Any(one => one.Name.Value == "Node");
        static bool HasId(GraphQLObjectTypeDefinition type) =>
            (type.Fields?.Items ?? []).Any(field => field.Name.Value == "id");

        Assert.That(
            objects.Where(IsNode).Select(type => type.Name.StringValue),
            Is.EquivalentTo(objects.Where(HasId).Select(type => type.Name.StringValue))
        );
        Assert.That(
            objects.Where(IsNode).Select(type => type.Name.StringValue),
            Is.EquivalentTo(Records.Node.Possible.Select(type => type.Name))
        );
    }

    [Test]
    public async Task It_is_as_Relay_has_it()
    {
        var data = await SeedServer.DataAsync(
            """
            { node: __type(name: "Node") { kind interfaces { name } fields { name type { kind ofType { name } } } possibleTypes { name } }
              entity: __type(name: "Entity") { interfaces { name } } link: __type(name: "Link") { interfaces { name } } actor: __type(name: "Actor") { interfaces { name } } }
            """
        );

        Assert.That(
            data.GetProperty("node").GetProperty("fields").GetRawText(),
            Is.EqualTo("""[{"name":"id","type":{"kind":"NON_NULL","ofType":{"name":"ID"}}}]""")
        );
        Assert.That(data.GetProperty("node").GetProperty("possibleTypes").GetArrayLength(), Is.EqualTo(10));
        Assert.That(
            data.GetProperty("entity").GetProperty("interfaces").GetRawText(),
            Is.EqualTo("""[{"name":"Node"}]""")
        );
        Assert.That(
            data.GetProperty("link").GetProperty("interfaces").GetRawText(),
            Is.EqualTo("""[{"name":"Node"}]""")
        );
        Assert.That(
            data.GetProperty("actor")
                .GetProperty("interfaces")
                .EnumerateArray()
                .Select(one => one.GetProperty("name").GetString()),
            Is.EquivalentTo(new[] { "Entity", "Node" })
        );
    }

    [Test]
    public async Task Of_more_ids_than_a_page_holds_it_says_how_many_may_be()
    {
        var ids = Enumerable.Range(0, 501).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToArray();
        const string Query = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";

        Assert.That(
            await SeedServer.ErrorAsync(Query, new { ids }),
            Is.EqualTo(("ids holds 501; give at most 500, and the rest in another question", "BAD_ARGUMENT"))
        );
        Assert.That(
            (await SeedServer.DataAsync(Query, new { ids = ids[1..] })).GetProperty("nodes").GetArrayLength(),
            Is.EqualTo(500)
        );
    }

    [Test]
    public async Task It_costs_what_so_many_records_cost()
    {
        var one = await CostAsync("""{ nodes(ids: ["rares"]) { ... on Grouping { members { nodes { name } } } } }""");
        var three = await CostAsync(
            """{ nodes(ids: ["rares", "grais", "nobody"]) { ... on Grouping { members { nodes { name } } } } }"""
        );

        Assert.That(
            one,
            Is.EqualTo(await CostAsync("""{ node(id: "rares") { ... on Grouping { members { nodes { name } } } } }"""))
        );
        Assert.That(three - 1, Is.EqualTo(3 * (one - 1)));
        var refused = await SeedServer.ErrorAsync(
            $$"""query($ids: [ID!]!) { nodes(ids: $ids) { ... on Grouping { members(first: 500) { nodes { id name memberships(first: 500) { nodes { id status confidence evidence { mention passage { id locator question paragraph } } } } } } } } }""",
            new { ids = Enumerable.Repeat("rares", 500) }
        );
        Assert.That(refused.Code, Is.EqualTo("COST_TOO_HIGH"));
        Assert.That(refused.Message, Does.Contain("most of them under nodes.members"));
    }

    private static async Task<double> CostAsync(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, SeedServer.Address)
        {
            Content = SeedServer.Json(System.Text.Json.JsonSerializer.Serialize(new { query })),
        };
        request.Headers.Add("GraphQL-Cost", "report");
        using var response = await SeedServer.Client.SendAsync(request);
        using var answer = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer
            .RootElement.GetProperty("extensions")
            .GetProperty("operationCost")
            .GetProperty("fieldCost")
            .GetDouble();
    }
}

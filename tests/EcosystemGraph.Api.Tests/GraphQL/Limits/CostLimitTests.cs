using System.Text.Json;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Tests.Http;

namespace EcosystemGraph.Api.Tests.GraphQL.Limits;

/// <summary>The largest answer is known before anything runs: it is told to who asks, and refused where it is too large.</summary>
public sealed class CostLimitTests
{
    // As GraphiQL asks.
    private const string Introspection = """
        query IntrospectionQuery { __schema { queryType { name kind } mutationType { name kind } subscriptionType { name kind }
          types { ...FullType } directives { name description locations args { ...InputValue } } } }
        fragment FullType on __Type { kind name description
          fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }
        """;

    [TestCase("{ dataset { title version } }", 3, 1)]
    [TestCase("{ __typename }", 1, 0)]
    [TestCase("{ actors(first: 10) { nodes { id name } } }", 22, 10)]
    [TestCase("{ actors(first: 0) { nodes { id name } totalCount pageInfo { endCursor hasNextPage } } }", 6, 0)]
    [TestCase("query($n: Int = 7) { actors(first: $n) { nodes { id } } }", 9, 7)]
    [TestCase("{ actors(first: 10) { edges { cursor node { id } } } }", 32, 10)]
    [TestCase("{ a: actors(first: 2) { nodes { kind { id } } } b: actors(last: 3) { nodes { id } } }", 11, 7)]
    public async Task The_cost_counts_each_field_of_each_record(string query, int values, int records)
    {
        var answer = await Limited.AskAsync(Limited.Unset, query, cost: CostReport.Report);

        Assert.That(
            answer.GetProperty("extensions").ToString(),
            Is.EqualTo($"{{\"operationCost\":{{\"fieldCost\":{values},\"typeCost\":{records}}}}}")
        );
        Assert.That(
            Answered.ValuesOf(answer.GetProperty("data")),
            Is.EqualTo(values),
            "the answer is as large as it can be"
        );
    }

    [Test]
    public async Task A_variable_decides_the_cost()
    {
        const string Query = "query($n: Int) { actors(first: $n) { nodes { id } } }";

        Assert.That(
            (await Limited.AskAsync(Limited.Unset, Query, "{\"n\":40}", CostReport.Validate)).ToString(),
            Is.EqualTo("{\"extensions\":{\"operationCost\":{\"fieldCost\":42,\"typeCost\":40}}}")
        );
        Assert.That(
            (await Limited.AskAsync(Limited.Unset, Query, "{\"n\":500}", CostReport.Validate)).ToString(),
            Does.Contain("\"fieldCost\":118,"),
            "there are 116 actors"
        );
    }

    [Test]
    public async Task The_limit_is_reached_and_not_passed()
    {
        var limits = Limited.Unset with { Cost = 102 };

        Assert.That(await Limited.ErrorAsync(limits, "{ actors(first: 100) { nodes { id } } }"), Is.Null);
        var error = await Limited.ErrorAsync(limits, "{ actors(first: 101) { nodes { id } } }");

        Assert.That(
            error,
            Is.EqualTo(
                (
                    "COST_TOO_HIGH",
                    "the answer may have up to 103 values, more than the 102 allowed (Limits:Cost); most of them under actors.nodes: ask there for fewer records by first, or for fewer fields"
                )
            )
        );
    }

    [Test]
    public async Task The_message_names_the_costliest_field_by_the_names_in_the_answer()
    {
        var error = await Limited.ErrorAsync(
            Limited.Unset with
            {
                Cost = 100,
            },
            "{ dataset { title } few: actors(first: 2) { nodes { id } } all: groupings { edges { node { who: members { nodes { id name } } name } } } }"
        );

        Assert.That(error?.Message, Does.Contain("most of them under all.edges.node.who.nodes:"));
    }

    [Test]
    public async Task GraphiQL_may_ask_for_the_schema_and_more_than_twice_that()
    {
        var answer = await Limited.AskAsync(Limited.Unset, Introspection, cost: CostReport.Report);
        var cost = answer.GetProperty("extensions").GetProperty("operationCost").GetProperty("fieldCost").GetDouble();
        TestContext.Out.WriteLine($"{cost} values counted, {Answered.ValuesOf(answer.GetProperty("data"))} answered");

        Assert.That(answer.TryGetProperty("errors", out _), Is.False);
        Assert.That(Answered.ValuesOf(answer.GetProperty("data")), Is.LessThanOrEqualTo(cost));
        Assert.That(cost * 2, Is.LessThan(Limited.Unset.SchemaValues));
    }

    [TestCase("queryType { name fields { name } } mutationType { name }")]
    [TestCase("directives { name locations args { name type { name ofType { name } } } }")]
    [TestCase("types { name fields(includeDeprecated: true) { name } }")]
    [TestCase("types { name fields { name args { name type { name ofType { name ofType { name } } } } } }")]
    [TestCase("types { name fields { name type { name ofType { name ofType { name ofType { name } } } } } }")]
    [TestCase("types { name inputFields { name type { name ofType { name } } } }")]
    [TestCase("types { name interfaces { name } }")]
    [TestCase("types { name possibleTypes { name } }")]
    [TestCase("types { name enumValues(includeDeprecated: true) { name } }")]
    public async Task An_answer_about_the_schema_is_counted_before_it_is_made(string asked)
    {
        var answer = await Limited.AskAsync(Limited.Unset, "{ __schema { " + asked + " } }", cost: CostReport.Report);

        Assert.That(
            answer.GetProperty("extensions").GetProperty("operationCost").GetProperty("fieldCost").GetDouble(),
            Is.InRange(
                Answered.ValuesOf(answer.GetProperty("data")),
                Answered.ValuesOf(answer.GetProperty("data")) * 1.02
            )
        );
    }

    [Test]
    public async Task An_answer_about_the_schema_has_a_limit_of_its_own()
    {
        const string Query = "{ __schema { types { name } } }";
        var answer = await Limited.AskAsync(Limited.Unset, Query, cost: CostReport.Report);
        var values = (int)
            answer.GetProperty("extensions").GetProperty("operationCost").GetProperty("fieldCost").GetDouble();
        Assert.That(Answered.ValuesOf(answer.GetProperty("data")), Is.EqualTo(values));

        Assert.That(await Limited.ErrorAsync(Limited.Unset with { SchemaValues = values }, Query), Is.Null);
        var error = await Limited.ErrorAsync(Limited.Unset with { SchemaValues = values - 1 }, Query);
        Assert.That(error?.Code, Is.EqualTo("COST_TOO_HIGH"));
        Assert.That(
            error!.Value.Message,
            Does.Contain($"{values} values, more than the {values - 1} allowed (Limits:SchemaValues)")
        );
    }

    [Test]
    public async Task The_header_reports_beside_the_answer_or_in_its_place()
    {
        await using var server = await Server.StartAsync();
        const string Parameters = "query=%7Bdataset%7Bversion%7D%7D";

        using var report = await server.GetAsync(Parameters, "GraphQL-Cost: report");
        Assert.That(
            await report.Content.ReadAsStringAsync(),
            Is.EqualTo(
                """{"data":{"dataset":{"version":"1.0.0"}},"extensions":{"operationCost":{"fieldCost":2,"typeCost":1}}}"""
            )
        );
        Assert.That(report.Headers.ETag, Is.Null, "the tag of the answer without it would be the same");

        using var validate = await server.PostAsync(
            """{"query":"{ dataset { version } }"}""",
            "GraphQL-Cost: validate"
        );
        Assert.That(
            await validate.Content.ReadAsStringAsync(),
            Is.EqualTo("""{"extensions":{"operationCost":{"fieldCost":2,"typeCost":1}}}""")
        );

        using var wrong = await server.GetAsync(Parameters, "GraphQL-Cost: all");
        Assert.That((int)wrong.StatusCode, Is.EqualTo(400));
        Assert.That(
            await wrong.Content.ReadAsStringAsync(),
            Does.Contain("GraphQL-Cost is neither report nor validate").And.Contain("BAD_REQUEST")
        );

        using var without = await server.GetAsync(Parameters);
        Assert.That(without.Headers.ETag, Is.Not.Null);
        Assert.That(await without.Content.ReadAsStringAsync(), Does.Not.Contain("extensions"));
    }

    [Test]
    public async Task A_refusal_tells_the_cost_too_when_it_is_asked_for()
    {
        await using var server = await Server.StartAsync("Limits:Cost=1000");
        using var response = await server.PostAsync(
            """{"query":"{ actors(first: 100) { nodes { memberships { nodes { id } } } } }"}""",
            "GraphQL-Cost: report"
        );
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.That(
            answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString(),
            Is.EqualTo("COST_TOO_HIGH")
        );
        Assert.That(
            answer
                .RootElement.GetProperty("extensions")
                .GetProperty("operationCost")
                .GetProperty("fieldCost")
                .GetDouble(),
            Is.GreaterThan(1000)
        );
        Assert.That(answer.RootElement.TryGetProperty("data", out _), Is.False);
    }

    [TestCase(64, true)]
    [TestCase(65, false)]
    public async Task JSON_may_nest_as_deep_as_its_limit(int depth, bool passes)
    {
        // The body and the object of the variables are two of the levels.
        var body =
            "{\"query\":\"{ dataset { version } }\",\"variables\":{\"v\":"
            + new string('[', depth - 2)
            + new string(']', depth - 2)
            + "}}";
        await using var server = await Server.StartAsync();
        using var response = await server.PostAsync(body);

        Assert.That(
            await response.Content.ReadAsStringAsync(),
            passes
                ? Does.Contain("\"version\"")
                : Does.Contain("the body nests deeper than the 64 levels allowed (Limits:JsonDepth)")
                    .And.Contain("BAD_REQUEST")
        );
    }
}

/// <summary>Counts what an answer holds.</summary>
internal static class Answered
{
    /// <summary>The members of objects, and the elements of lists of values.</summary>
    public static int ValuesOf(JsonElement answer) =>
        answer.ValueKind switch
        {
            JsonValueKind.Object => answer.EnumerateObject().Sum(member => 1 + ValuesOf(member.Value)),
            JsonValueKind.Array => answer
                .EnumerateArray()
                .Sum(item => item.ValueKind == JsonValueKind.Object ? ValuesOf(item) : 1),
            _ => 0,
        };
}

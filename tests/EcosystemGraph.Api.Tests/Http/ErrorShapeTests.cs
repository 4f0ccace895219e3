using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>Whatever is asked, each error has a message, a documented code and nothing of the inside.</summary>
public sealed partial class ErrorShapeTests
{
    private static readonly string[] Codes =
    [
        "BAD_REQUEST",
        "SYNTAX_ERROR",
        "VALIDATION_ERROR",
        "BAD_ARGUMENT",
        "BAD_CURSOR",
        "UNKNOWN_ID",
        "ANSWER_TOO_LARGE",
        "TIMEOUT",
        "STORE_UNAVAILABLE",
    ];

    private static IEnumerable<string> Documents() =>
        [
            // No document, or none that can be read.
            "",
            " ",
            "#",
            "{",
            "}",
            "{}",
            "{ }",
            "query",
            "query {",
            "{ actor(id: }",
            "{ actor(id: \"x) { id } }",
            "\"\"\"",
            "{ a: }",
            "{ ...  }",
            "{ actors { nodes { id } }",
            "\0",
            "\uFEFF",
            "𠀀",
            "{ \u0000 }",
            "{ dataset { title } } }",
            "type Actor { id: ID }",
            "schema { query: Query }",
            "extend type Query { x: Int }",
            "{ actor(id: 1.2.3) { id } }",
            "{ actor(id: \"\\u12\") { id } }",
            "{ actor(id: \"\\uD800\") { i } }",
            // Documents that do not fit the schema.
            "{ bogus }",
            "{ actor(id: \"a\") }",
            "{ actor(id: \"a\") { bogus } }",
            "{ actor(id: \"a\") { id { x } } }",
            "{ actor(id: \"a\", id: \"b\") { id } }",
            "{ actor(bogus: 1) { id } }",
            "{ actor { id } }",
            "{ actor(id: null) { id } }",
            "{ actor(id: {}) { id } }",
            "{ actor(id: [\"a\", \"b\"]) { id } }",
            "{ actor(id: true) { id } }",
            "{ actor(id: ENUM) { id } }",
            "{ actors(first: \"1\") { totalCount } }",
            "{ actors(first: 1.5) { totalCount } }",
            "{ actors(first: 99999999999) { totalCount } }",
            "{ actors(first: 99999999999999999999999999999999) { totalCount } }",
            "{ actors(where: 1) { totalCount } }",
            "{ actors(where: []) { totalCount } }",
            "{ actors(where: { bogus: 1 }) { totalCount } }",
            "{ actors(where: { named: { eq: \"true\" } }) { totalCount } }",
            "{ actors(where: { named: { eq: 1 } }) { totalCount } }",
            "{ groupings(where: { status: { eq: \"CURRENT\" } }) { totalCount } }",
            "{ groupings(where: { status: { eq: CURENT } }) { totalCount } }",
            "{ actors(where: { groupingCount: { eq: 1.5 } }) { totalCount } }",
            "{ actors(order: { bogus: ASC }) { totalCount } }",
            "{ actors(order: [{ name: UP }]) { totalCount } }",
            "{ groupings(where: { from: { eq: 2019 } }) { totalCount } }",
            "{ groupings(where: { from: { eq: \"2019-13\" } }) { totalCount } }",
            "{ grouping(id: \"rares\") { activity } }",
            "{ grouping(id: \"rares\") { activity(at: null) } }",
            "{ grouping(id: \"rares\") { activity(at: \"\") } }",
            "{ grouping(id: \"rares\") { activity(at: 2019) } }",
            "{ grouping(id: \"rares\") { purpose(language: DE) } }",
            "{ ...f } fragment f on Query { ...g } fragment g on Query { ...f }",
            "{ ...f }",
            "{ dataset { ...f } } fragment f on Actor { id }",
            "{ ...f } fragment f on Nothing { id }",
            "{ ... on Actor { id } }",
            "{ dataset { title } } fragment unused on Actor { id }",
            "{ dataset { title } } fragment f on Query { dataset { title } } fragment f on Query { dataset { title } }",
            "{ a: actor(id: \"x\") { id } a: actor(id: \"y\") { id } }",
            "{ dataset { a: title a: version } }",
            "query a { dataset { title } } query a { dataset { title } }",
            "query($x: Bogus) { dataset { title } }",
            "query($x: Actor) { dataset { title } }",
            "query($x: Int, $x: Int) { dataset { title } }",
            "query($x: Int) { dataset { title } }",
            "{ actor(id: $x) { id } }",
            "query($x: String) { actor(id: $x) { id } }",
            "query($x: ID) { actor(id: $x) { id } }",
            "query($x: ID!) { actor(id: $x) { id } }",
            "query($x: Int = \"a\") { actors(first: $x) { totalCount } }",
            "{ dataset @bogus { title } }",
            "{ dataset @skip { title } }",
            "{ dataset @skip(if: 1) { title } }",
            "{ dataset @include(if: true) @include(if: true) { title } }",
            "query @skip(if: true) { dataset { title } }",
            "mutation { dataset { title } }",
            "subscription { dataset { title } }",
            "{ __type { name } }",
            "{ __schema }",
            "{ __bogus }",
            "{ entity(id: \"cerd\") { named } }",
            "{ entity(id: \"cerd\") { ... on Membership { id } } }",
            "{ coAccompaniers { totalCount } }",
            "{ coAccompaniers(theme: null) { totalCount } }",
            "{ coAccompaniers(theme: \"agri-rural\", activeAt: {}) { totalCount } }",
            "{ coAccompaniers(theme: \"agri-rural\", activeAt: { date: null }) { totalCount } }",
            // Questions that cannot be answered as they are put.
            "{ actors(first: -1) { totalCount } }",
            "{ actors(last: 501) { totalCount } }",
            "{ actors(first: 2147483647) { totalCount } }",
            "{ actors(first: -2147483648) { totalCount } }",
            "{ actors(first: 1, last: 1) { totalCount } }",
            "{ actors(after: \"\") { totalCount } }",
            "{ actors(before: \"é\") { totalCount } }",
            "{ actors(order: [{ name: ASC, id: DESC }]) { totalCount } }",
            "{ actors(order: [{ name: null }]) { totalCount } }",
            "{ actors(order: [{ kind: {} }]) { totalCount } }",
            "{ actors(order: [{ kind: null }]) { totalCount } }",
            "{ actors(order: [{ kind: { broader: { id: ASC } } }]) { totalCount } }",
            "{ actors(where: { kind: { under: \"\" } }) { totalCount } }",
            "{ actors(where: { kind: { under: \"x\" } }) { totalCount } }",
            "{ actors(where: { territory: { inside: \"x\" } }) { totalCount } }",
            "{ coAccompaniers(theme: \"\") { totalCount } }",
            "{ coAccompaniers(theme: \"bank\") { totalCount } }",
            "{ coAccompaniers(theme: \"agri-rural\", with: \"\") { totalCount } }",
            "{ coAccompaniers(theme: \"agri-rural\", first: 501) { totalCount } }",
            "{ coAccompaniers(theme: \"agri-rural\", after: \"x\") { totalCount } }",
            "{ grouping(id: \"rares\") { members(membership: { role: { under: \"x\" } }) { totalCount } } }",
            "{ grouping(id: \"rares\") { members(membership: { role: null }) { totalCount } } }",
        ];

    [TestCaseSource(nameof(Documents))]
    public async Task A_document_that_cannot_be_answered(string document)
    {
        using var response = await SeedServer.Client.PostAsync(
            SeedServer.Address,
            SeedServer.Json(JsonSerializer.Serialize(new { query = document }))
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), "a document is judged within the answer");
        await CheckAsync(response);
    }

    [TestCase("$x: Int", "1.5")]
    [TestCase("$x: Int", "\"1\"")]
    [TestCase("$x: Int", "99999999999")]
    [TestCase("$x: Int", "1e400")]
    [TestCase("$x: Int", "[]")]
    [TestCase("$x: Int", "{}")]
    [TestCase("$x: Int", "true")]
    [TestCase("$x: Int!", "null")]
    [TestCase("$x: [Int!]!", "1")]
    public async Task A_variable_of_another_kind(string declared, string value)
    {
        using var response = await SeedServer.Client.PostAsync(
            SeedServer.Address,
            SeedServer.Json(
                $$$"""{"query":"query({{{declared}}}) { actors(first: $x) { totalCount } }","variables":{"x": {{{value}}} } }"""
            )
        );

        await CheckAsync(response);
    }

    [TestCase("ActorFilterInput", "actors(where: $x)", "[]")]
    [TestCase("ActorFilterInput", "actors(where: $x)", "{\"bogus\":1}")]
    [TestCase("ActorFilterInput", "actors(where: $x)", "{\"name\":\"x\"}")]
    [TestCase("ActorFilterInput", "actors(where: $x)", "{\"name\":{\"eq\":1}}")]
    [TestCase("ActorFilterInput", "actors(where: $x)", "{\"name\":{\"eq\":{}}}")]
    [TestCase("ActorFilterInput", "actors(where: $x)", "{\"groupingCount\":{\"eq\":1.5}}")]
    [TestCase("ActorFilterInput", "actors(where: $x)", "{\"named\":{\"eq\":\"true\"}}")]
    [TestCase("[ActorSortInput!]", "actors(order: $x)", "[{\"name\":\"UP\"}]")]
    [TestCase("[ActorSortInput!]", "actors(order: $x)", "[null]")]
    [TestCase("[ActorSortInput!]", "actors(order: $x)", "[{}]")]
    [TestCase("PartialDate!", "groupings(where: { from: { eq: $x } })", "\"2019-13\"")]
    [TestCase("PartialDate!", "groupings(where: { from: { eq: $x } })", "2019")]
    [TestCase("PartialDate!", "groupings(where: { from: { eq: $x } })", "{}")]
    [TestCase("ID!", "coAccompaniers(theme: $x)", "{}")]
    [TestCase("ID!", "coAccompaniers(theme: $x)", "true")]
    [TestCase("ID!", "coAccompaniers(theme: $x)", "1.5")]
    [TestCase("String", "actors(after: $x)", "1")]
    [TestCase("Status", "groupings(where: { status: { eq: $x } })", "\"CURENT\"")]
    [TestCase("Status", "groupings(where: { status: { eq: $x } })", "1")]
    public async Task An_input_of_another_kind(string type, string field, string value)
    {
        using var response = await SeedServer.Client.PostAsync(
            SeedServer.Address,
            SeedServer.Json(
                $$"""{"query":"query($x: {{type}}) { {{field}} { totalCount } }","variables":{"x": {{value}} } }"""
            )
        );

        await CheckAsync(response);
    }

    [TestCase("POST", "application/json", "{\"query\":\"{ dataset { title } }\",\"query\":1}")]
    [TestCase("POST", "application/json", "{\"query\":null}")]
    [TestCase("POST", "application/json", "{\"query\":[\"{ dataset { title } }\"]}")]
    [TestCase("POST", "application/json", "{\"query\":\"{ dataset { title } }\",\"operationName\":1}")]
    [TestCase("POST", "application/json", "{\"query\":\"{ dataset { title } }\",\"variables\":\"{}\"}")]
    [TestCase("POST", "application/json", "{\"query\":\"{ dataset { title } }\",\"variables\":1}")]
    [TestCase("POST", "application/json", "[{\"query\":\"{ dataset { title } }\"}]")]
    [TestCase("POST", "application/json", "null")]
    [TestCase("POST", "application/json", "{ dataset { title } }")]
    [TestCase("POST", "application/json", "{\"query\":\"{ dataset { title } }\"} trailing")]
    [TestCase("POST", "application/json", "{\"query\":\"\\ud800\"}")]
    [TestCase("POST", "application/json", "{\"\\ud800\":1,\"query\":1}")]
    [TestCase("POST", "application/graphql", "{ dataset { title } }")]
    [TestCase("POST", "application/x-www-form-urlencoded", "query=x")]
    [TestCase("POST", "", "{\"query\":\"{ dataset { title } }\"}")]
    public async Task A_body_that_is_no_request(string method, string type, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type.Length > 0)
            content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var request = new HttpRequestMessage(new HttpMethod(method), SeedServer.Address) { Content = content };
        using var response = await SeedServer.Client.SendAsync(request);

        await CheckAsync(response);
    }

    [TestCase("")]
    [TestCase("?query=")]
    [TestCase("?query=%7B")]
    [TestCase("?query=%7B%20dataset%20%7B%20title%20%7D%20%7D&variables=x")]
    [TestCase("?query=%7B%20dataset%20%7B%20title%20%7D%20%7D&variables=[]")]
    [TestCase("?query=%7B%20dataset%20%7B%20title%20%7D%20%7D&operationName=x")]
    [TestCase("?variables=%7B%7D")]
    [TestCase("?query=a&query=b")]
    public async Task An_address_that_is_no_request(string query)
    {
        using var response = await SeedServer.Client.GetAsync(new Uri(SeedServer.Address, "/graphql" + query));

        await CheckAsync(response);
    }

    [Test]
    public async Task Bytes_that_are_no_text()
    {
        foreach (
            var bytes in new byte[][]
            {
                [0xFF, 0xFE, 0x7B, 0x00],
                [0x7B, 0x22, 0xC3, 0x28, 0x22, 0x7D],
                [0x00],
                [0x1F, 0x8B, 0x08],
            }
        )
        {
            using var content = new ByteArrayContent(bytes)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };
            using var response = await SeedServer.Client.PostAsync(SeedServer.Address, content);
            await CheckAsync(response);
        }
        // The text inside may be broken where the JSON around it is not.
        using var inside = new ByteArrayContent([
            .. "{\"query\":\"{ actor(id: \\\""u8,
            0xC3,
            0x28,
            .. "\\\") { id } }\"}"u8,
        ])
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        };
        using var answer = await SeedServer.Client.PostAsync(SeedServer.Address, inside);
        await CheckAsync(answer);
    }

    [TestCase(1 << 20, false)]
    [TestCase((1 << 20) + 1, true)]
    [TestCase(8 << 20, true)]
    [TestCase(40 << 20, true)]
    public async Task A_body_is_as_large_as_it_may_be(int size, bool refused)
    {
        const string Body = "{\"query\":\"{ dataset { title } }\"}";
        using var request = new HttpRequestMessage(HttpMethod.Post, SeedServer.Address)
        {
            Content = SeedServer.Json(Body + new string(' ', size - Body.Length)),
        };
        // A client that waits for leave to send need not send what is refused by its status.
        request.Headers.ExpectContinue = true;
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        using var response = await SeedServer.Client.SendAsync(request);

        if (refused)
            Assert.That(await CheckAsync(response), Is.EqualTo("the body is larger than 1048576 bytes"));
        else
            Assert.That(await response.Content.ReadAsStringAsync(), Does.StartWith("{\"data\":{\"dataset\""));
    }

    [Test]
    public async Task A_body_whose_size_is_not_told_is_as_large_as_it_may_be_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, SeedServer.Address)
        {
            Content = SeedServer.Json("{\"query\":\"" + new string(' ', 2 << 20) + "\"}"),
        };
        request.Headers.TransferEncodingChunked = true;
        using var response = await SeedServer.Client.SendAsync(request);

        Assert.That(await CheckAsync(response), Is.EqualTo("the body is larger than 1048576 bytes"));
    }

    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("PATCH")]
    public async Task Another_method_is_not_allowed(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), SeedServer.Address)
        {
            Content = SeedServer.Json("{\"query\":\"{ dataset { title } }\"}"),
        };
        using var response = await SeedServer.Client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
    }

    // The first error's message.
    private static async Task<string> CheckAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.LessThan(500), body);
        Assert.That(
            response.Content.Headers.ContentType?.MediaType,
            Is.EqualTo(response.RequestMessage!.Headers.Accept.FirstOrDefault()?.MediaType ?? "application/json"),
            body
        );
        var answer = JsonDocument.Parse(body).RootElement;
        Assert.That(answer.TryGetProperty("errors", out var errors), Is.True, body);
        Assert.That(errors.GetArrayLength(), Is.GreaterThan(0), body);
        foreach (var error in errors.EnumerateArray())
        {
            var message = error.GetProperty("message").GetString()!;
            Assert.That(message, Is.Not.Empty);
            Assert.That(
                message,
                Does.Not.Contain("   at ").And.Not.Contain("Exception").And.Not.Contain("/src/").And.Not.Contain(".cs"),
                "no stack, no path"
            );
            Assert.That(Inside().IsMatch(message), Is.False, $"no type's name: {message}");
            Assert.That(Codes, Does.Contain(error.GetProperty("extensions").GetProperty("code").GetString()), message);
            Assert.That(error.GetProperty("extensions").EnumerateObject().Count(), Is.EqualTo(1), message);
            if (error.TryGetProperty("locations", out var locations))
            {
                foreach (var location in locations.EnumerateArray())
                {
                    Assert.That(location.GetProperty("line").GetInt32(), Is.GreaterThan(0), message);
                    Assert.That(location.GetProperty("column").GetInt32(), Is.GreaterThan(0), message);
                }
            }
        }
        return errors[0].GetProperty("message").GetString()!;
    }

    [GeneratedRegex(
        @"System\.|Microsoft\.|EcosystemGraph\.|GraphQL\.|GraphQLParser|`\d|Int32|Newtonsoft|LineNumber:|Object reference|[Ii]ndex was"
    )]
    private static partial Regex Inside();
}

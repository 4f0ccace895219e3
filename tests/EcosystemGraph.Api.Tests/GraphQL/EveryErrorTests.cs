using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EcosystemGraph.Api.Tests.GraphQL;

/// <summary>Whatever is asked, an error has a message and a documented code, and tells nothing of the inside.</summary>
public sealed partial class EveryErrorTests
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
    ];

    private static readonly string[] Queries =
    [
        "",
        " ",
        "{",
        "}",
        "{}",
        "{ }",
        "query",
        "query {",
        "query a",
        "{ actors",
        "{ actors { } }",
        "{ \"x\" }",
        "\u0000",
        "{ 😀 }",
        "{ dataset { title } } }",
        "{ actors(first: 3000000000) { totalCount } }",
        "{ actors(first: 1.5) { totalCount } }",
        "{ actors(first: \"1\") { totalCount } }",
        "{ actors(first: -9) { totalCount } }",
        "{ actors(where: { measures: { some: { value: { gt: 1e999 } } } }) { totalCount } }",
        "{ actors(where: { nme: { eq: \"x\" } }) { totalCount } }",
        "{ actors(where: { name: \"x\" }) { totalCount } }",
        "{ actors(where: [1]) { totalCount } }",
        "{ actors(where: { and: 1 }) { totalCount } }",
        "{ actors(order: [{ names: ASC }]) { totalCount } }",
        "{ actors(order: [{ name: UP }]) { totalCount } }",
        "{ actors(order: ASC) { totalCount } }",
        "{ actors(order: [{ kind: {} }]) { totalCount } }",
        "{ actors(after: \"\") { totalCount } }",
        "{ actors(before: \"W10\") { totalCount } }",
        "{ actors(after: \"é\") { totalCount } }",
        "{ actors(after: \"bnVsbA\") { totalCount } }",
        "{ actor(id: 1.5) { id } }",
        "{ actor(id: true) { id } }",
        "{ actor(id: \"x\", id: \"y\") { id } }",
        "{ actor(id: \"x\") }",
        "{ actor(id: \"x\") { id { x } } }",
        "{ actor(id: $x) { id } }",
        "{ grouping(id: \"rares\") { activity } }",
        "{ grouping(id: \"rares\") { activity(at: 2019) } }",
        "{ grouping(id: \"rares\") { activity(at: \"2019-02-30\") } }",
        "{ grouping(id: \"rares\") { activity(at: \"0000\") } }",
        "{ concept(id: \"bank\") { label(language: \"EN\") } }",
        "{ concept(id: \"bank\") { label(language: DE) } }",
        "{ actor(id: \"cerd\") { a: id a: name } }",
        "{ actor(id: \"cerd\") { ... on Grouping { id } } }",
        "{ actor(id: \"cerd\") { ...x } }",
        "{ actor(id: \"cerd\") { id @foo } }",
        "{ actor(id: \"cerd\") { id @skip } }",
        "{ actor(id: \"x\") { ...a } } fragment a on Actor { ...b } fragment b on Actor { ...a }",
        "{ dataset { title } } fragment a on Actor { id }",
        "{ dataset { title } } fragment a on Nope { id }",
        "{ actor(id: \"x\") { ...a } } fragment a on Actor { id } fragment a on Actor { name }",
        "query($v: Nope) { dataset { title } }",
        "query($v: Actor) { dataset { title } }",
        "query($v: Int) { dataset { title } }",
        "query($v: PartialDate! = \"x\") { grouping(id: \"rares\") { activity(at: $v) } }",
        "query a { dataset { title } } query a { dataset { title } }",
        "{ dataset { title } } query a { dataset { title } }",
        "mutation { x }",
        "subscription { x }",
        "type X { a: Int }",
        "{ __schema }",
        "{ __type { name } }",
        "{ __schema { nope } }",
        "{ _entities { x } }",
        "{ coAccompaniers(theme: \"\") { totalCount } }",
        "{ coAccompaniers(theme: \"bank\") { totalCount } }",
        "{ coAccompaniers { totalCount } }",
        "{ coAccompaniers(theme: \"agri-rural\", with: \"nobody\") { totalCount } }",
        "{ actor(id: \"pes-21\") { coMembers(minShared: -1) { totalCount } } }",
        "{ actor(id: \"pes-21\") { coMembers(minShared: null) { totalCount } } }",
        "{ actor(id: \"pes-21\") { coMembers(overlap: SURE) { totalCount } } }",
        "{ actor(id: \"pes-21\") { coMembers(order: [{ actor: { kind: { label: ASC } } }]) { totalCount } } }",
        "{ actor(id: \"pes-21\") { coMembers(order: [{ actor: {} }]) { totalCount } } }",
        "{ actor(id: \"pes-21\") { coMembers(order: [{ sharedCount: null }]) { totalCount } } }",
        "{ actor(id: \"pes-21\") { coMembers(after: \"W10\") { totalCount } } }",
        "{ actors { facets { count } } }",
        "{ actors { facets(by: BOGUS) { count } } }",
        "{ actors { facets(by: KIND, first: 501) { count } } }",
        "{ actors { facets(by: KIND, first: -1) { count } } }",
        "{ concepts { facets(by: KIND) { count } } }",
        "{ actors { facets(by: KIND) } }",
        "{ search { rank } }",
        "{ search(text: null) { rank } }",
        "{ search(text: \"a\", first: 501) { rank } }",
        "{ search(text: \"a\", first: null) { rank } }",
        "{ search(text: \"a\") }",
        "{ grouping(id: \"rares\") { members(where: { kind: { under: \"nope\" } }) { totalCount } } }",
        "{ entity(id: \"rares\") { named } }",
        "{ passage(id: \"p-1-18\") { links { actor { id } } } }",
    ];

    // What is no request at all.
    private static readonly string[] Malformed =
    [
        "",
        " ",
        "{",
        "[]",
        "[{\"query\":\"{ dataset { title } }\"}]",
        "null",
        "1",
        "\"x\"",
        "{}",
        "{\"query\":null}",
        "{\"query\":1}",
        "{\"query\":[]}",
        "{\"query\":\"{ dataset { title } }\"} x",
        "{\"query\":\"{ dataset { title } }\",\"query\":\"{ dataset { version } }\"}",
        "{\"query\":\"\\ud800\"}",
        "{\"query\":\"{ dataset { title } }\",\"operationName\":\"\\udfff\"}",
        "{\"\\ud800\":1}",
        "{\"query\":\"query($v: ID!) { actor(id: $v) { id } }\",\"variables\":{\"v\":\"\\ud800\"}}",
        "{\"query\":\"{ dataset { title } }\",\"variables\":\"{}\"}",
        "{\"query\":\"{ dataset { title } }\",\"variables\":{\"a\":1,\"a\":1}}",
        "{\"query\":\"{ dataset { title } }\",\"variables\":{},\"variables\":{}}",
        "{\"query\":\"{ dataset { title } }\",\"operationName\":1}",
        "{\"query\":\"{ dataset { title } }\",\"variables\":{\"a\":"
            + new string('[', 100)
            + new string(']', 100)
            + "}}",
    ];

    // Requests whose document cannot be answered with what is sent beside it.
    private static readonly string[] Bodies =
    [
        "{\"query\":\"query($v: Float) { actors(where: { measures: { some: { value: { gt: $v } } } }) { totalCount } }\",\"variables\":{\"v\":1e999}}",
        "{\"query\":\"query($v: Int) { actors(first: $v) { totalCount } }\",\"variables\":{\"v\":1e30}}",
        "{\"query\":\"query($v: Int) { actors(first: $v) { totalCount } }\",\"variables\":{\"v\":\"1\"}}",
        "{\"query\":\"query($v: Int) { actors(first: $v) { totalCount } }\",\"variables\":{\"v\":[1]}}",
        "{\"query\":\"query($v: ID!) { actor(id: $v) { id } }\",\"variables\":{\"v\":{\"a\":1}}}",
        "{\"query\":\"query($v: ID!) { actor(id: $v) { id } }\",\"variables\":{\"v\":true}}",
        "{\"query\":\"query($v: Language!) { concept(id: \\\"bank\\\") { label(language: $v) } }\",\"variables\":{\"v\":\"DE\"}}",
        "{\"query\":\"query($v: PartialDate!) { grouping(id: \\\"rares\\\") { activity(at: $v) } }\",\"variables\":{\"v\":2019}}",
        "{\"query\":\"query($v: ActorFilterInput) { actors(where: $v) { totalCount } }\",\"variables\":{\"v\":{\"nme\":1}}}",
        "{\"query\":\"query($v: ActorFilterInput) { actors(where: $v) { totalCount } }\",\"variables\":{\"v\":{\"name\":null}}}",
    ];

    [TestCaseSource(nameof(Queries))]
    public Task A_query(string query) => CheckAsync(JsonSerializer.Serialize(new { query }));

    [TestCaseSource(nameof(Malformed))]
    public Task A_body_that_is_no_request(string body) => CheckAsync(body, "BAD_REQUEST", malformed: true);

    [TestCaseSource(nameof(Bodies))]
    public Task A_body(string body) => CheckAsync(body);

    [Test]
    public async Task An_answer_that_could_be_too_large_is_refused_before_it_is_made()
    {
        const string Groupings = "groupings(first: 500) { nodes { members(first: 500) { nodes { names ";
        var query =
            "{ actors(first: 500) { nodes { "
            + string.Concat(Enumerable.Repeat(Groupings, 4))
            + string.Concat(Enumerable.Repeat("} } } }", 4))
            + " } } }";

        await CheckAsync(JsonSerializer.Serialize(new { query }), "COST_TOO_HIGH");
    }

    private static async Task CheckAsync(string body, string? code = null, bool malformed = false)
    {
        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, SeedServer.Address)
            {
                Content = SeedServer.Json(body),
            };
            request.Headers.Accept.ParseAdd(accept);
            using var response = await SeedServer.Client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.BadRequest), text);
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(accept));
            using var answer = JsonDocument.Parse(text);
            Assert.That(answer.RootElement.TryGetProperty("errors", out var errors), Is.True, text);
            Assert.That(errors.GetArrayLength(), Is.GreaterThan(0));
            Assert.That(
                response.StatusCode == HttpStatusCode.BadRequest,
                Is.EqualTo(
                    malformed || (accept != "application/json" && !answer.RootElement.TryGetProperty("data", out _))
                ),
                "what is no request is 400; a document that is refused is so for the newer media type only"
            );
            foreach (var error in errors.EnumerateArray())
                Check(error, code);
        }
    }

    private static void Check(JsonElement error, string? code)
    {
        Assert.That(
            error.EnumerateObject().Select(member => member.Name),
            Is.SubsetOf(new[] { "message", "locations", "path", "extensions" })
        );
        Assert.That(
            error.GetProperty("extensions").EnumerateObject().Select(member => member.Name),
            Is.EqualTo(new[] { "code" })
        );
        Assert.That(
            error.GetProperty("extensions").GetProperty("code").GetString(),
            code is null ? Is.AnyOf(Codes) : Is.EqualTo(code)
        );
        var message = error.GetProperty("message").GetString();
        Assert.That(message, Is.Not.Null.And.Not.Empty.And.Not.Contain("\n"));
        Assert.That(Inside().IsMatch(message!), Is.False, $"the inside shows: {message}");
        if (!error.TryGetProperty("locations", out var locations))
            return;
        foreach (var location in locations.EnumerateArray())
        {
            Assert.That(location.GetProperty("line").GetInt32(), Is.GreaterThan(0));
            Assert.That(location.GetProperty("column").GetInt32(), Is.GreaterThan(0));
        }
    }

    /// <summary>A stack, a type of the program or a library, a file.</summary>
    [GeneratedRegex(
        @"   at |Exception|System\.|GraphQL\.[A-Z]|EcosystemGraph\.|\.cs\b|\.dll\b|:line |`\d|BytePosition|/[a-z]+/|[A-Z]:\\|Dictionary|Nullable"
    )]
    private static partial Regex Inside();
}

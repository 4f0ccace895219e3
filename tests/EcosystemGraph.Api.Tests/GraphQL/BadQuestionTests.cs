namespace EcosystemGraph.Api.Tests.GraphQL;

/// <summary>Questions that cannot be answered: the error says what is wrong and what would be right.</summary>
public sealed class BadQuestionTests
{
    [TestCase("{ actors(first: -1) { totalCount } }", "BAD_ARGUMENT", "first is -1; give 0 to 500")]
    [TestCase("{ actors(first: 501) { totalCount } }", "BAD_ARGUMENT", "first is 501; give 0 to 500")]
    [TestCase("{ actors(first: 1, last: 1) { totalCount } }", "BAD_ARGUMENT", "first and last are both given")]
    [TestCase("{ actors(after: \"x\") { totalCount } }", "BAD_CURSOR", "after is no cursor of Query.actors")]
    [TestCase(
        "{ actors(order: [{ name: ASC, id: ASC }]) { totalCount } }",
        "BAD_ARGUMENT",
        "exactly one field in each element"
    )]
    [TestCase("{ actors(order: [{}]) { totalCount } }", "BAD_ARGUMENT", "exactly one field in each element")]
    [TestCase(
        "{ memberships(order: [{ actor: { kind: { label: ASC } } }]) { totalCount } }",
        "BAD_ARGUMENT",
        "leads too far"
    )]
    [TestCase(
        "{ actors(where: { name: { contains: null } }) { totalCount } }",
        "BAD_ARGUMENT",
        "name.contains is null"
    )]
    [TestCase("{ actors(where: { kind: null }) { totalCount } }", "BAD_ARGUMENT", "kind is null")]
    [TestCase(
        "{ actors(where: { kind: { under: \"bnk\" } }) { totalCount } }",
        "UNKNOWN_ID",
        "under: there is no concept 'bnk'; did you mean 'bank'?"
    )]
    [TestCase(
        "{ actors(where: { territory: { inside: \"cote-dor\" } }) { totalCount } }",
        "UNKNOWN_ID",
        "did you mean 'cote-d-or'?"
    )]
    [TestCase(
        "{ grouping(id: \"rares\") { activity(at: \"2019-13\") } }",
        "VALIDATION_ERROR",
        "a date is written 2019, 2019-H2"
    )]
    [TestCase("{ grouping { id } }", "VALIDATION_ERROR", "id")]
    [TestCase("{ bogus }", "VALIDATION_ERROR", "bogus")]
    [TestCase("{ actors { ", "SYNTAX_ERROR", "")]
    [TestCase("", "BAD_REQUEST", "query")]
    [TestCase("fragment f on Actor { id }", "BAD_REQUEST", "no operation")]
    [TestCase("query a { dataset { title } } query b { dataset { title } }", "BAD_REQUEST", "several operations")]
    [TestCase("mutation { x }", "VALIDATION_ERROR", "mutation")]
    public async Task The_error_says_what_is_wrong(string query, string code, string says)
    {
        var error = await SeedServer.ErrorAsync(query);

        Assert.That(error.Code, Is.EqualTo(code), error.Message);
        Assert.That(error.Message, Does.Contain(says).IgnoreCase);
        Assert.That(error.Message, Does.Not.Contain("   at ").And.Not.Contain("Exception").And.Not.Contain("System."));
    }

    [Test]
    public async Task A_cursor_of_another_list_or_order_is_refused()
    {
        const string Cursor = "pageInfo { endCursor }";
        var data = await SeedServer.DataAsync($"{{ actors(first: 3) {{ {Cursor} }} }}");
        var cursor = data.GetProperty("actors").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        var (other, code) = await SeedServer.ErrorAsync(
            "query($c: String) { groupings(after: $c) { totalCount } }",
            new { c = cursor }
        );
        Assert.That(code, Is.EqualTo("BAD_CURSOR"), other);
        (other, code) = await SeedServer.ErrorAsync(
            "query($c: String) { actors(after: $c, order: [{ name: DESC }]) { totalCount } }",
            new { c = cursor }
        );
        Assert.That(code, Is.EqualTo("BAD_CURSOR"), other);
        (other, code) = await SeedServer.ErrorAsync(
            "query($c: String) { actors(after: $c) { totalCount } }",
            new { c = cursor![..^3] }
        );
        Assert.That(code, Is.EqualTo("BAD_CURSOR"), other);
    }

    [Test]
    public async Task An_unknown_id_in_a_filter_leaves_no_half_answer()
    {
        var answer = await SeedServer.AskAsync(
            """{ dataset { title } actors(where: { kind: { under: "nothing-like-it" } }) { totalCount } }"""
        );

        Assert.That(answer.GetProperty("data").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That(answer.GetProperty("errors").GetArrayLength(), Is.EqualTo(1));
    }
}

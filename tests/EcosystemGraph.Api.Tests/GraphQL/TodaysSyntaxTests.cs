namespace EcosystemGraph.Api.Tests.GraphQL;

/// <summary>What the specification of September 2025 added to documents: escapes of any code point, and descriptions.</summary>
public sealed class TodaysSyntaxTests
{
    [TestCase("""\u{70}es-21""")]
    [TestCase("""\u{0000070}es\u{2d}21""")]
    [TestCase("""pes\u{2D}2\u{31}""")]
    [TestCase("""\u0070es-\u{32}1""")]
    public async Task An_escape_has_as_many_digits_as_it_needs(string id)
    {
        foreach (
            var query in new[]
            {
                $$"""{ actor(id: "{{id}}") { id } }""",
                $$"""query($id: ID! = "{{id}}") { actor(id: $id) { id } }""",
                $$"""{ actor: node(id: "pes-21") { id } actors(where: { and: [{ id: { in: ["x", "{{id}}"] } }] }) { nodes { id } } }""",
            }
        )
        {
            var data = await SeedServer.DataAsync(query);
            Assert.That(data.GetProperty("actor").GetProperty("id").GetString(), Is.EqualTo("pes-21"));
            if (data.TryGetProperty("actors", out var actors))
                Assert.That(actors.GetProperty("nodes")[0].GetProperty("id").GetString(), Is.EqualTo("pes-21"));
        }
    }

    [TestCase("""{ actor(id: "\u{1F600}") { nope } }""", 28)]
    [TestCase("""{ a: actor(id: "\u{22}") { id } b: actor(id: "\u{A}\u{5C}") { nope } }""", 63)]
    [TestCase("""query A("which \"one\"" $id: ID!) { actor(id: $id) { nope } }""", 54)]
    public async Task An_error_keeps_its_place(string query, int column)
    {
        var error = (await SeedServer.AskAsync(query, new { id = "x" })).GetProperty("errors")[0];

        Assert.That(error.GetProperty("message").GetString(), Does.Contain("'nope'"));
        Assert.That(error.GetProperty("locations")[0].GetProperty("column").GetInt32(), Is.EqualTo(column));
    }

    [TestCase("""{ actor(id: "\u{}") { id } }""")]
    [TestCase("""{ actor(id: "\u{110000}") { id } }""")]
    [TestCase("""{ actor(id: "\u{D83D}") { id } }""")]
    [TestCase("""{ actor(id: "\u{12") { id } }""")]
    [TestCase("""{ actor(id: "\u{ 41}") { id } }""")]
    [TestCase("""{ actor(id: "\u{-41}") { id } }""")]
    [TestCase("""{ actor(id: "\\u{41" { id } }""")]
    [TestCase("\"a description\" { dataset { title } }")]
    [TestCase("\"two\" \"descriptions\" query { dataset { title } }")]
    [TestCase("{ \"of a field\" dataset { title } }")]
    [TestCase("query(\"of nothing\") { dataset { title } }")]
    [TestCase("query A \"misplaced\" { dataset { title } }")]
    [TestCase("query($a: \"misplaced\" ID) { actor(id: $a) { id } }")]
    public async Task What_is_none_is_refused(string query)
    {
        Assert.That((await SeedServer.ErrorAsync(query)).Code, Is.EqualTo("SYNTAX_ERROR"));
    }

    [Test]
    public async Task In_a_block_text_and_in_a_comment_it_is_no_escape()
    {
        var data = await SeedServer.DataAsync(
            "{ search(text: \"\"\"\\u{70}es\"\"\") { rank } # \"\\u{zz}\n actor(id: \"\\\\u{70}\") { id } one: node(id: \"pes-21\") { id } }"
        );

        Assert.That(data.GetRawText(), Is.EqualTo("""{"search":[],"actor":null,"one":{"id":"pes-21"}}"""));
    }

    [Test]
    public async Task Operations_fragments_and_variables_have_descriptions()
    {
        var data = await SeedServer.DataAsync(
            """"
            """
            Which body, "by its id" {
            """
            query A(
              "An id: $x (" $id: ID! = "cerd", # "none"
              """ how many """
              $first: Int = 1
              "last" $text: String = "a" "again" $other: [String!] = ["b"] "and" $third: String
            ) { ...f search(text: $text, first: 0) { rank } }
            "What of it" fragment f on Query { actor(id: $id) { id groupings(first: $first, where: { name: { in: $other, neq: $third } }) { nodes { id } } } }
            """"
        );

        Assert.That(data.GetProperty("actor").GetProperty("id").GetString(), Is.EqualTo("cerd"));
    }
}

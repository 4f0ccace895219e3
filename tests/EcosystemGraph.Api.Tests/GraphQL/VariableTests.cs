namespace EcosystemGraph.Api.Tests.GraphQL;

/// <summary>A variable that may be null where null may not stand: left out it is the default, given as null an error (GraphQL, 6.4.1).</summary>
public sealed class VariableTests
{
    private const string Label = """query($l: Language) { concept(id: "bank") { label(language: $l) } }""";

    [Test]
    public async Task Left_out_it_is_the_arguments_default()
    {
        Assert.That(
            (await SeedServer.DataAsync(Label)).ToString(),
            Is.EqualTo((await SeedServer.DataAsync("""{ concept(id: "bank") { label(language: FR) } }""")).ToString())
        );
        Assert.That(
            (await SeedServer.DataAsync(Label, new { l = "EN" })).ToString(),
            Is.EqualTo((await SeedServer.DataAsync("""{ concept(id: "bank") { label(language: EN) } }""")).ToString())
        );
    }

    [TestCase(Label)]
    [TestCase("""query($l: Language = EN) { concept(id: "bank") { label(language: $l) } }""")]
    [TestCase("""query($l: LinkDirection) { actor(id: "cerd") { partnerships(direction: $l) { totalCount } } }""")]
    [TestCase("""query($l: Boolean) { coAccompaniers(theme: "agri-rural", includeCategories: $l) { totalCount } }""")]
    public async Task Null_is_refused_by_its_name(string query)
    {
        for (var i = 0; i < 2; i++)
        {
            var (message, code) = await SeedServer.ErrorAsync(query, new { l = (string?)null });

            Assert.That(code, Is.EqualTo("BAD_ARGUMENT"), message);
            Assert.That(
                message,
                Is.EqualTo("$l is null, and stands where null cannot; leave the variable out, or give a value")
            );
        }
    }

    [TestCase("""query($v: String!) { actor(id: $v) { id } }""", "String!", "ID!")]
    [TestCase("""query($v: String!) { actors(where: { id: { in: [$v] } }) { totalCount } }""", "String!", "ID!")]
    [TestCase("""query($v: String!) { actors(where: { id: { in: $v } }) { totalCount } }""", "String!", "[ID!]")]
    [TestCase("""query($v: ID!) { nodes(ids: $v) { id } }""", "ID!", "[ID!]!")]
    [TestCase("""query($v: [ID]!) { nodes(ids: $v) { id } }""", "[ID]!", "[ID!]!")]
    [TestCase("""query($v: ID) { nodes(ids: [$v]) { id } }""", "ID", "ID!")]
    [TestCase("""query($v: ID!) { search(text: $v) { rank } }""", "ID!", "String!")]
    [TestCase("""query($v: String!) { grouping(id: "rares") { activity(at: $v) } }""", "String!", "PartialDate!")]
    [TestCase("""query($v: ID = null) { actor(id: $v) { id } }""", "ID", "ID!")]
    [TestCase("""query($v: String!) { __typename @include(if: $v) }""", "String!", "Boolean!")]
    [TestCase("""query($v: ID!) { __type(name: $v) { name } }""", "ID!", "String!")]
    [TestCase(
        """query($v: String!) { ...f } fragment f on Query { ...g } fragment g on Query { actor(id: $v) { id } }""",
        "String!",
        "ID!"
    )]
    [TestCase(
        """query($v: Int!) { networkChange(earlier: "2017", later: "2019", input: { memberships: { activeAt: { date: $v } } }) { kept { id } } }""",
        "Int!",
        "PartialDate!"
    )]
    public async Task A_variable_stands_only_where_its_type_is_that_of_the_place(
        string query,
        string type,
        string place
    )
    {
        foreach (var variables in new object[] { new { v = "2019" }, new { } })
        {
            var (message, code) = await SeedServer.ErrorAsync(query, variables);

            Assert.That(code, Is.EqualTo("VALIDATION_ERROR"), message);
            Assert.That(
                message,
                Is.EqualTo($"$v is of the type {type}, and stands where {place} is expected; declare it as that")
            );
        }
    }

    [TestCase("""query($v: ID!) { actor(id: $v) { id } }""")]
    [TestCase("""query($v: ID = "cerd") { actor(id: $v) { id } }""")]
    [TestCase("""query($v: ID!) { actor(id: "cerd") { id } actors(where: { id: { eq: $v } }) { totalCount } }""")]
    [TestCase("""query($v: ID!) { actor(id: "cerd") { id } actors(where: { id: { in: [$v] } }) { totalCount } }""")]
    public async Task It_stands_where_it_fits(string query)
    {
        Assert.That(
            (await SeedServer.DataAsync(query, new { v = "cerd" })).GetProperty("actor").GetProperty("id").GetString(),
            Is.EqualTo("cerd")
        );
    }

    [TestCase("Grouping = 1")]
    [TestCase("[Entity!]! = [{}]")]
    [TestCase("Query")]
    public async Task A_variable_has_no_type_of_answers(string type)
    {
        var (message, code) = await SeedServer.ErrorAsync($"query($v: {type}) {{ dataset {{ title }} }}");

        Assert.That(code, Is.EqualTo("VALIDATION_ERROR"), message);
        Assert.That(message, Does.StartWith("$v is of the type ").And.Contain("give it an input type"));
    }

    [TestCase("skip", "dataset")]
    [TestCase("include", "dataset")]
    public async Task A_condition_is_neither_true_nor_false_when_it_is_null(string directive, string field)
    {
        var query = $"query($v: Boolean = true) {{ __typename {field} @{directive}(if: $v) {{ version }} }}";
        var (message, code) = await SeedServer.ErrorAsync(query, new { v = (bool?)null });

        Assert.That(code, Is.EqualTo("BAD_ARGUMENT"), message);
        Assert.That(
            message,
            Is.EqualTo("$v is null, and stands where null cannot; leave the variable out, or give a value")
        );
        Assert.That(
            (await SeedServer.DataAsync(query)).TryGetProperty(field, out _),
            Is.EqualTo(directive == "include")
        );
        Assert.That(
            (await SeedServer.DataAsync(query, new { v = false })).TryGetProperty(field, out _),
            Is.EqualTo(directive == "skip")
        );
    }

    [TestCase(
        """{ a: actor(id: "pes-21") { groupings(where: { kind: { under: "nope" } }) { totalCount } } }""",
        """["a","groupings"]""",
        28
    )]
    [TestCase(
        """{ a: actor(id: "pes-21") { ...f } } fragment f on Actor { g: groupings(where: { kind: { under: "nope" } }) { totalCount } }""",
        """["a","g"]""",
        59
    )]
    [TestCase(
        """{ actors { nodes { groupings(where: { kind: { under: "nope" } }) { totalCount } } } }""",
        """["actors","nodes"]""",
        20
    )]
    [TestCase(
        """{ actors { edges { n: node { groupings(where: { kind: { under: "nope" } }) { totalCount } } } } }""",
        """["actors","edges"]""",
        30
    )]
    [TestCase("""{ actors(where: { kind: { under: "nope" } }) { totalCount } }""", """["actors"]""", 3)]
    [TestCase("""{ x: coAccompaniers(theme: "nope") { totalCount } }""", """["x"]""", 3)]
    public async Task An_unknown_id_is_told_of_the_field_that_names_it(string query, string path, int column)
    {
        var error = (await SeedServer.AskAsync(query)).GetProperty("errors")[0];

        Assert.That(error.GetProperty("path").ToString(), Is.EqualTo(path));
        Assert.That(error.GetProperty("locations").ToString(), Is.EqualTo($"[{{\"line\":1,\"column\":{column}}}]"));
        Assert.That(error.GetProperty("extensions").GetProperty("code").GetString(), Is.EqualTo("UNKNOWN_ID"));
    }
}

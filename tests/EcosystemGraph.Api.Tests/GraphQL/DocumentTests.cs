namespace EcosystemGraph.Api.Tests.GraphQL;

/// <summary>What may stand in a GraphQL document, and what answers it.</summary>
public sealed class DocumentTests
{
    private static readonly string[] BuiltIn = ["String", "Boolean", "ID", "Int", "Float"];

    [Test]
    public async Task Fields_come_in_the_order_asked_under_the_names_asked()
    {
        var data = await SeedServer.DataAsync(
            """{ b: grouping(id: "grais") { id title: name } a: grouping(id: "rares") { acronym } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"b":{"id":"grais","title":"Groupement Régional d’accompagnement à l’innovation sociale"},"a":{"acronym":"RARES"}}"""
            )
        );
    }

    [Test]
    public async Task Fragments_are_merged_with_what_stands_beside_them()
    {
        var data = await SeedServer.DataAsync(
            """
            { grouping(id: "rares") { ...head kind { id } ... on Entity { kind { label(language: EN) } } ... @include(if: true) { acronym } } }
            fragment head on Grouping { id kind { scheme } ...more }
            fragment more on Entity { acronym }
            """
        );

        Assert.That(
            data.GetProperty("grouping").GetRawText(),
            Is.EqualTo(
                """{"id":"rares","kind":{"scheme":"grouping-kind","id":"consortium","label":"consortium"},"acronym":"RARES"}"""
            )
        );
    }

    [TestCase(true, false, """{"grouping":{"id":"rares"}}""")]
    [TestCase(false, true, """{"grouping":{"acronym":"RARES","id":"rares"}}""")]
    public async Task Skip_and_include_leave_fields_out(bool skip, bool include, string expected)
    {
        var data = await SeedServer.DataAsync(
            """query($skip: Boolean!, $include: Boolean!) { grouping(id: "rares") { acronym @skip(if: $skip) @include(if: $include) id } }""",
            new { skip, include }
        );

        Assert.That(data.GetRawText(), Is.EqualTo(expected));
    }

    [Test]
    public async Task An_abstract_type_answers_by_what_the_body_is()
    {
        var data = await SeedServer.DataAsync(
            """
            { a: entity(id: "cerd") { __typename ... on Actor { named } ... on Grouping { declaredMemberCount } }
              b: entity(id: "rares") { __typename ... on Actor { named } ... on Grouping { declaredMemberCount } } }
            """
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"a":{"__typename":"Actor","named":true},"b":{"__typename":"Grouping","declaredMemberCount":23}}"""
            )
        );
    }

    [Test]
    public async Task A_question_about_the_schema_and_one_about_the_data_share_a_document()
    {
        var data = await SeedServer.DataAsync(
            """{ t: __type(name: "Actor") { name } __typename grouping(id: "rares") { id } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo("""{"t":{"name":"Actor"},"__typename":"Query","grouping":{"id":"rares"}}""")
        );
    }

    [Test]
    public async Task The_whole_schema_can_be_read()
    {
        var data = await SeedServer.DataAsync(
            "{ __schema { types { name description fields { name description args { name description } } inputFields { name description } enumValues { name description } } } }"
        );

        var undescribed =
            from type in data.GetProperty("__schema").GetProperty("types").EnumerateArray()
            where
                !type.GetProperty("name").GetString()!.StartsWith("__", StringComparison.Ordinal)
                && !BuiltIn.Contains(type.GetProperty("name").GetString())
            from part in new[] { type }
                .Concat(Parts(type, "fields"))
                .Concat(Parts(type, "fields").SelectMany(f => Parts(f, "args")))
                .Concat(Parts(type, "inputFields"))
                .Concat(Parts(type, "enumValues"))
            where string.IsNullOrWhiteSpace(part.GetProperty("description").GetString())
            select $"{type.GetProperty("name")}: {part.GetProperty("name")}";
        Assert.That(undescribed, Is.Empty, "everything is described");
    }

    [TestCase("actor")]
    [TestCase("grouping")]
    [TestCase("membership")]
    [TestCase("partnership")]
    [TestCase("concept")]
    [TestCase("territory")]
    [TestCase("source")]
    [TestCase("passage")]
    [TestCase("entity")]
    public async Task An_unknown_id_is_null(string field)
    {
        var data = await SeedServer.DataAsync($$"""{ {{field}}(id: "nobody") { id } }""");

        Assert.That(data.GetRawText(), Is.EqualTo($$"""{"{{field}}":null}"""));
    }

    [Test]
    public async Task Variables_have_defaults_and_null_means_not_given()
    {
        var data = await SeedServer.DataAsync(
            "query($id: ID! = \"rares\", $after: String, $where: ActorFilterInput) { grouping(id: $id) { members(first: 1, after: $after, where: $where) { nodes { name } } } }",
            new { after = (string?)null, where = (object?)null }
        );

        Assert.That(
            data.GetProperty("grouping").GetProperty("members").GetProperty("nodes").GetArrayLength(),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task A_list_is_read_page_by_page_to_its_end()
    {
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (
                await SeedServer.DataAsync(
                    "query($after: String) { actors(first: 7, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } }",
                    new { after }
                )
            ).GetProperty("actors");
            seen.AddRange(
                page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!)
            );
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()
                ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString()
                : null;
            Assert.That(page.GetProperty("totalCount").GetInt32(), Is.EqualTo(116));
        } while (after is not null);

        Assert.That(seen, Has.Count.EqualTo(116).And.Unique);
    }

    private static IEnumerable<System.Text.Json.JsonElement> Parts(System.Text.Json.JsonElement of, string name) =>
        of.GetProperty(name).ValueKind == System.Text.Json.JsonValueKind.Array
            ? of.GetProperty(name).EnumerateArray()
            : [];
}

using System.Text.Json;

namespace EcosystemGraph.Api.Tests.GraphQL;

/// <summary>What is selected, however it is written: merged, by fragments, on interfaces, beside questions about the schema.</summary>
public sealed class SelectionTests
{
    [Test]
    public async Task Every_object_knows_its_type()
    {
        var data = await SeedServer.DataAsync(
            """
            { __typename
              grouping(id: "rares") { __typename kind { __typename } evidence { __typename passage { __typename source { __typename respondent { __typename } } links { __typename } } }
                measures { __typename }
                members(first: 1) { __typename pageInfo { __typename } edges { __typename node { __typename } } nodes { __typename } } }
              dataset { __typename }
              coAccompaniers(theme: "agri-rural", first: 1) { __typename nodes { __typename actor { __typename } } }
              actor(id: "pes-21") { coMembers(first: 1) { __typename edges { __typename node { __typename actor { __typename } shared { __typename } } } } } }
            """
        );

        Assert.That(
            data.GetProperty("grouping").GetProperty("members").GetRawText(),
            Is.EqualTo(
                """{"__typename":"ActorsConnection","pageInfo":{"__typename":"PageInfo"},"edges":[{"__typename":"ActorsEdge","node":{"__typename":"Actor"}}],"nodes":[{"__typename":"Actor"}]}"""
            )
        );
        Assert.That(
            data.GetProperty("coAccompaniers").GetRawText(),
            Is.EqualTo(
                """{"__typename":"CoAccompaniersConnection","nodes":[{"__typename":"CoAccompanier","actor":{"__typename":"Actor"}}]}"""
            )
        );
        Assert.That(
            data.GetProperty("actor").GetProperty("coMembers").GetRawText(),
            Does.StartWith(
                """{"__typename":"CoMembersConnection","edges":[{"__typename":"CoMembersEdge","node":{"__typename":"CoMember","actor":{"__typename":"Actor"},"shared":[{"__typename":"Grouping"}"""
            )
        );
        Assert.That(data.GetProperty("dataset").GetRawText(), Is.EqualTo("""{"__typename":"Dataset"}"""));
        Assert.That(
            data.GetProperty("grouping").GetProperty("measures")[0].GetRawText(),
            Is.EqualTo("""{"__typename":"Measure"}""")
        );
        var evidence = data.GetProperty("grouping").GetProperty("evidence")[0];
        Assert.That(evidence.GetProperty("__typename").GetString(), Is.EqualTo("Evidence"));
        Assert.That(
            evidence.GetProperty("passage").GetProperty("source").GetRawText(),
            Does.StartWith("{\"__typename\":\"Source\",\"respondent\":{\"__typename\":\"")
        );
        Assert.That(
            evidence
                .GetProperty("passage")
                .GetProperty("links")
                .EnumerateArray()
                .Select(link => link.GetProperty("__typename").GetString())
                .Distinct(),
            Is.SubsetOf(new[] { "Membership", "Partnership" })
        );
    }

    [Test]
    public async Task One_field_asked_in_several_places_is_answered_once_with_all_that_was_asked()
    {
        var data = await SeedServer.DataAsync(
            """
            query($first: Int = 1) {
              grouping(id: "rares") { members(first: $first) { nodes { id } } }
              ...more
              grouping(id: "rares") { members(first: $first) { totalCount nodes { kind { id } } } ... { members(first: $first) { nodes { kind { scheme } id } } } }
            }
            fragment more on Query { grouping(id: "rares") { members(first: $first) { pageInfo { hasNextPage } nodes { named } } id } }
            """
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"grouping":{"members":{"nodes":[{"id":"active-71","named":true,"kind":{"id":"association","scheme":"actor-kind"}}],"pageInfo":{"hasNextPage":true},"totalCount":14},"id":"rares"}}"""
            )
        );
    }

    [Test]
    public async Task One_name_may_mean_another_field_on_another_type()
    {
        var data = await SeedServer.DataAsync(
            """
            { a: entity(id: "cerd") { ...on Actor { what: groupingCount id } ...on Grouping { what: namedMemberCount id } }
              b: entity(id: "rares") { ...on Actor { what: groupingCount id } ...on Grouping { what: namedMemberCount id } } }
            """
        );

        var (actor, grouping) = (
            await CountAsync("actor(id: \"cerd\") { n: groupingCount }"),
            await CountAsync("grouping(id: \"rares\") { n: namedMemberCount }")
        );
        Assert.That(
            data.GetRawText(),
            Is.EqualTo($$$"""{"a":{"what":{{{actor}}},"id":"cerd"},"b":{"what":{{{grouping}}},"id":"rares"}}""")
        );

        async Task<int> CountAsync(string field) =>
            (await SeedServer.DataAsync($"{{ of: {field} }}")).GetProperty("of").GetProperty("n").GetInt32();
    }

    [Test]
    public async Task One_list_is_asked_in_several_ways_under_several_names()
    {
        var data = await SeedServer.DataAsync(
            """{ grouping(id: "rares") { all: members { totalCount } named: members(where: { named: { eq: true } }) { totalCount } last: members(last: 1) { nodes { name } } first: members(first: 1) { nodes { name } } } }"""
        );

        var grouping = data.GetProperty("grouping");
        Assert.That(
            grouping.EnumerateObject().Select(field => field.Name),
            Is.EqualTo(new[] { "all", "named", "last", "first" })
        );
        Assert.That(
            grouping.GetProperty("named").GetProperty("totalCount").GetInt32(),
            Is.LessThan(grouping.GetProperty("all").GetProperty("totalCount").GetInt32())
        );
        Assert.That(
            grouping.GetProperty("last").GetRawText(),
            Is.Not.EqualTo(grouping.GetProperty("first").GetRawText())
        );
    }

    [TestCase("@skip(if: true)", false)]
    [TestCase("@skip(if: false)", true)]
    [TestCase("@include(if: true)", true)]
    [TestCase("@include(if: false)", false)]
    [TestCase("@skip(if: false) @include(if: true)", true)]
    [TestCase("@skip(if: true) @include(if: true)", false)]
    [TestCase("@skip(if: $no)", true)]
    [TestCase("@include(if: $no)", false)]
    [TestCase("@include(if: $yes)", true)]
    public async Task Skip_and_include_hold_for_fields_fragments_and_spreads(string directive, bool there)
    {
        foreach (
            var selection in new[]
            {
                $"acronym {directive}",
                $"... {directive} {{ acronym }}",
                $"... on Entity {directive} {{ acronym }}",
                $"...f {directive}",
            }
        )
        {
            var document =
                $"query($no: Boolean! = false, $yes: Boolean!) {{ grouping(id: \"rares\") {{ id {selection} }} a: dataset @include(if: $no) {{ title }} b: dataset @skip(if: $yes) {{ title }} }}"
                + (selection.StartsWith("...f", StringComparison.Ordinal) ? " fragment f on Grouping { acronym }" : "");
            var data = await SeedServer.DataAsync(document, new { yes = true });

            Assert.That(
                data.GetRawText(),
                Is.EqualTo(
                    there ? """{"grouping":{"id":"rares","acronym":"RARES"}}""" : """{"grouping":{"id":"rares"}}"""
                ),
                selection
            );
        }
    }

    [Test]
    public async Task Nothing_left_to_answer_is_an_empty_answer()
    {
        Assert.That(
            (await SeedServer.DataAsync("{ dataset @skip(if: true) { title } }")).GetRawText(),
            Is.EqualTo("{}")
        );
        Assert.That(
            (await SeedServer.DataAsync("{ dataset { title @skip(if: true) } }")).GetRawText(),
            Is.EqualTo("""{"dataset":{}}""")
        );
    }

    [Test]
    public async Task Introspection_takes_variables_fragments_and_directives_beside_the_data()
    {
        var data = await SeedServer.DataAsync(
            """
            query Mixed($type: String!, $id: ID!, $no: Boolean!) {
              first: grouping(id: $id) { id }
              t: __type(name: $type) { ...named fields @skip(if: $no) { name } possibleTypes { ...named } }
              none: __type(name: "Nothing") { name }
              __schema @include(if: $no) { queryType { name } }
              root: __schema { queryType { ...named } mutationType { name } subscriptionType { name } }
              last: actor(id: "cerd") { ...who }
              __typename
            }
            fragment named on __Type { kind name }
            fragment who on Entity { id }
            """,
            new
            {
                type = "Entity",
                id = "rares",
                no = true,
            }
        );

        Assert.That(
            data.GetRawText(),
            Does.StartWith("""{"first":{"id":"rares"},"t":{"kind":"INTERFACE","name":"Entity","possibleTypes":[""")
        );
        // `no` is true: the fields are skipped, the schema included.
        Assert.That(
            data.EnumerateObject().Select(field => field.Name),
            Is.EqualTo(new[] { "first", "t", "none", "__schema", "root", "last", "__typename" })
        );
        Assert.That(
            data.GetProperty("t")
                .GetProperty("possibleTypes")
                .EnumerateArray()
                .Select(type => type.GetProperty("name").GetString()),
            Is.EquivalentTo(new[] { "Actor", "Grouping" })
        );
        Assert.That(data.GetProperty("none").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(
            data.GetProperty("root").GetRawText(),
            Is.EqualTo("""{"queryType":{"kind":"OBJECT","name":"Query"},"mutationType":null,"subscriptionType":null}""")
        );
        Assert.That(data.GetProperty("last").GetRawText(), Is.EqualTo("""{"id":"cerd"}"""));
    }

    [Test]
    public async Task Introspection_beside_a_question_that_fails_keeps_its_answer()
    {
        var answer = await SeedServer.AskAsync(
            """{ __type(name: "Actor") { name } coAccompaniers(theme: "no-such") { totalCount } dataset { title } }"""
        );

        Assert.That(answer.GetProperty("data").GetProperty("__type").GetRawText(), Is.EqualTo("""{"name":"Actor"}"""));
        Assert.That(answer.GetProperty("data").GetProperty("coAccompaniers").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(answer.GetProperty("data").GetProperty("dataset").GetProperty("title").GetString(), Is.Not.Empty);
        Assert.That(answer.GetProperty("errors").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_operation_that_is_named_is_answered()
    {
        const string Document = """query a { dataset { actorCount } } query b($id: ID!) { actor(id: $id) { id } }""";
        async Task<string> AskAsync(string name) =>
            await (
                await SeedServer.Client.PostAsync(
                    SeedServer.Address,
                    SeedServer.Json(
                        JsonSerializer.Serialize(
                            new
                            {
                                query = Document,
                                operationName = name,
                                variables = new { id = "cerd" },
                            }
                        )
                    )
                )
            ).Content.ReadAsStringAsync();

        Assert.That(await AskAsync("a"), Is.EqualTo("""{"data":{"dataset":{"actorCount":116}}}"""));
        Assert.That(await AskAsync("b"), Is.EqualTo("""{"data":{"actor":{"id":"cerd"}}}"""));
        Assert.That(await AskAsync("c"), Does.Contain("no operation 'c'"));
    }

    [TestCase("7", "{\"data\":{\"actor\":null}}")]
    [TestCase("\"7\"", "{\"data\":{\"actor\":null}}")]
    public async Task An_id_may_be_a_number(string id, string expected)
    {
        using var literal = await SeedServer.Client.PostAsync(
            SeedServer.Address,
            SeedServer.Json(JsonSerializer.Serialize(new { query = $"{{ actor(id: {id}) {{ id }} }}" }))
        );
        using var variable = await SeedServer.Client.PostAsync(
            SeedServer.Address,
            SeedServer.Json($$$"""{"query":"query($id: ID!) { actor(id: $id) { id } }","variables":{"id":{{{id}}}}}""")
        );

        Assert.That(await literal.Content.ReadAsStringAsync(), Is.EqualTo(expected));
        Assert.That(await variable.Content.ReadAsStringAsync(), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_text_is_given_in_the_asked_language_else_in_the_other()
    {
        var data = await SeedServer.DataAsync(
            """{ concept(id: "bank") { label fr: label(language: FR) en: label(language: EN) } }"""
        );

        Assert.That(data.GetRawText(), Is.EqualTo("""{"concept":{"label":"banque","fr":"banque","en":"bank"}}"""));
    }

    [Test]
    public async Task An_order_of_an_absent_record_is_paged_to_its_end()
    {
        // Actors without a territory come last: their place is absent with it.
        var seen = new List<string>();
        for (string? after = null; ; )
        {
            var page = (
                await SeedServer.DataAsync(
                    "query($after: String) { actors(first: 9, after: $after, order: [{ territory: { name: ASC } }]) { pageInfo { hasNextPage endCursor } nodes { id } } }",
                    new { after }
                )
            ).GetProperty("actors");
            seen.AddRange(
                page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!)
            );
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                break;
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        Assert.That(seen, Has.Count.EqualTo(116).And.Unique);
    }
}

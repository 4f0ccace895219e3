namespace EcosystemGraph.Api.Tests.GraphQL;

/// <summary>Which fields a document asks for, through fragments, conditions and names of its own.</summary>
public sealed class CollectedFieldTests
{
    [Test]
    public async Task Fragments_that_each_spread_the_next_twice_ask_for_each_field_once()
    {
        var fragments = string.Join(
            ' ',
            Enumerable.Range(0, 8).Select(i => $"fragment f{i} on Concept {{ ...f{i + 1} ...f{i + 1} }}")
        );
        var asked = SeedServer.DataAsync(
            $"{{ concept(id: \"bank\") {{ ...f0 }} }} {fragments} fragment f8 on Concept {{ id }}"
        );

        Assert.That(
            (await asked.WaitAsync(TimeSpan.FromSeconds(20))).GetRawText(),
            Is.EqualTo("""{"concept":{"id":"bank"}}""")
        );
    }

    [Test]
    public async Task A_fragment_that_is_skipped_in_one_place_is_read_in_another()
    {
        const string Query =
            "query($skip: Boolean!) { concept(id: \"bank\") { ...a @skip(if: $skip) ...a @include(if: $skip) scheme } } fragment a on Concept { id }";

        foreach (var skip in new[] { true, false })
        {
            Assert.That(
                (await SeedServer.DataAsync(Query, new { skip })).GetRawText(),
                Is.EqualTo("""{"concept":{"id":"bank","scheme":"actor-kind"}}""")
            );
        }
    }

    [TestCase("...a @skip(if: true)")]
    [TestCase("...a @include(if: false)")]
    [TestCase("... @skip(if: true) { id }")]
    [TestCase("... on Concept @include(if: false) { id }")]
    [TestCase("id @skip(if: true)")]
    public async Task What_is_left_out_is_not_answered(string part)
    {
        var data = await SeedServer.DataAsync(
            $"{{ concept(id: \"bank\") {{ {part} scheme }} b: concept(id: \"bank\") {{ ...a }} }} fragment a on Concept {{ id }}"
        );

        Assert.That(data.GetRawText(), Is.EqualTo("""{"concept":{"scheme":"actor-kind"},"b":{"id":"bank"}}"""));
    }

    [Test]
    public async Task A_fragment_serves_several_places()
    {
        var data = await SeedServer.DataAsync(
            """
            { a: concept(id: "bank") { ...c broader { ...c } } b: concept(id: "agri-rural") { ...c } }
            fragment c on Concept { id ...d }
            fragment d on Concept { scheme }
            """
        );

        Assert.That(data.GetRawText(), Does.EndWith("""{"id":"agri-rural","scheme":"theme"}}"""));
        Assert.That(
            data.GetProperty("a").GetProperty("broader").EnumerateObject().Select(field => field.Name),
            Is.EqualTo(new[] { "id", "scheme" })
        );
    }

    [Test]
    public async Task Lists_asked_for_twice_are_one_and_their_parts_are_merged()
    {
        var data = await SeedServer.DataAsync(
            """
            query($n: Int! = 2) {
              grouping(id: "rares") { members(first: $n) { nodes { id } } ... on Entity { ... on Grouping { members(first: $n) { totalCount nodes { named } edges { node { id } } } } } }
            }
            """
        );

        var members = data.GetProperty("grouping").GetProperty("members");
        Assert.That(
            members.EnumerateObject().Select(part => part.Name),
            Is.EqualTo(new[] { "nodes", "totalCount", "edges" })
        );
        Assert.That(
            members.GetProperty("nodes")[0].EnumerateObject().Select(field => field.Name),
            Is.EqualTo(new[] { "id", "named" })
        );
        Assert.That(members.GetProperty("nodes").GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task Every_type_says_its_name_where_asked()
    {
        var data = await SeedServer.DataAsync(
            """
            { n: __typename dataset { __typename }
              actors(first: 1) { __typename pageInfo { __typename } edges { __typename node { t: __typename } } nodes { __typename kind { __typename } evidence { __typename passage { __typename source { __typename respondent { __typename } } links { __typename source { __typename } } } } } }
              coAccompaniers(theme: "agri-rural", first: 1) { __typename nodes { __typename } }
              measures: grouping(id: "rares") { measures { __typename } } }
            """
        );

        var names = new SortedSet<string>(StringComparer.Ordinal);
        Gather(data);
        Assert.That(
            names,
            Is.SupersetOf(
                new[]
                {
                    "Query",
                    "Dataset",
                    "ActorsConnection",
                    "PageInfo",
                    "ActorsEdge",
                    "Actor",
                    "Concept",
                    "Evidence",
                    "Passage",
                    "Source",
                    "CoAccompaniersConnection",
                    "CoAccompanier",
                    "Measure",
                }
            )
        );

        void Gather(System.Text.Json.JsonElement element)
        {
            if (element.ValueKind == System.Text.Json.JsonValueKind.String)
                names.Add(element.GetString()!);
            else if (element.ValueKind == System.Text.Json.JsonValueKind.Array)
                foreach (var item in element.EnumerateArray())
                    Gather(item);
            else if (element.ValueKind == System.Text.Json.JsonValueKind.Object)
                foreach (var member in element.EnumerateObject())
                    Gather(member.Value);
        }
    }

    [Test]
    public async Task Links_answer_by_what_they_are()
    {
        var links = (
            await SeedServer.DataAsync(
                """{ passage(id: "p-1-18") { links { __typename id from ... on Membership { actor { id } isMember } ... on Partnership { type { id } mutual } } } }"""
            )
        )
            .GetProperty("passage")
            .GetProperty("links");

        Assert.That(links.GetArrayLength(), Is.GreaterThan(8));
        foreach (var link in links.EnumerateArray())
        {
            var expected =
                link.GetProperty("__typename").GetString() == "Membership"
                    ? new[] { "__typename", "id", "from", "actor", "isMember" }
                    : ["__typename", "id", "from", "type", "mutual"];
            Assert.That(link.EnumerateObject().Select(field => field.Name), Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task Introspection_takes_fragments_variables_and_directives_beside_data_and_beside_an_error()
    {
        var answer = await SeedServer.AskAsync(
            """
            query($name: String!, $no: Boolean!) {
              a: __type(name: $name) { ...t kind @skip(if: $no) }
              nobody: __type(name: "Nobody") { name }
              ...root
              __schema @include(if: $no) { queryType { name } }
              left: __schema @skip(if: $no) { queryType { name } }
              coAccompaniers(theme: "nothing-like-it") { totalCount }
            }
            fragment t on __Type { name interfaces { name } }
            fragment root on Query { dataset { version } s: __schema { queryType { ...t } } }
            """,
            new { name = "Actor", no = true }
        );

        Assert.That(
            answer.GetProperty("data").GetRawText(),
            Is.EqualTo(
                """{"a":{"name":"Actor","interfaces":[{"name":"Entity"},{"name":"Node"}]},"nobody":null,"dataset":{"version":"1.0.0"},"s":{"queryType":{"name":"Query","interfaces":[]}},"__schema":{"queryType":{"name":"Query"}},"coAccompaniers":null}"""
            )
        );
        Assert.That(answer.GetProperty("errors")[0].GetProperty("path")[0].GetString(), Is.EqualTo("coAccompaniers"));
    }
}

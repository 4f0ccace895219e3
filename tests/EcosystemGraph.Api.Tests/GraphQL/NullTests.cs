namespace EcosystemGraph.Api.Tests.GraphQL;

/// <summary>
/// Null in questions (semantics: Filters): for an argument of a field it means not given, in a filter it is an error but for
/// eq and neq, in a list it is one always; and so by whichever way it comes, written out or as a variable.
/// </summary>
public sealed class NullTests
{
    [TestCase("{ actors(where: { and: null }) { totalCount } }", "and is null")]
    [TestCase("{ actors(where: { or: null }) { totalCount } }", "or is null")]
    [TestCase("{ actors(where: { kind: { under: null } }) { totalCount } }", "under is null")]
    [TestCase("{ actors(where: { territory: { inside: null } }) { totalCount } }", "inside is null")]
    [TestCase("{ actors(where: { name: null }) { totalCount } }", "name is null")]
    [TestCase("{ actors(where: { name: { in: null } }) { totalCount } }", "name.in is null")]
    [TestCase("{ actors(where: { name: { nstartsWith: null } }) { totalCount } }", "name.nstartsWith is null")]
    [TestCase("{ actors(where: { groupingCount: { gt: null } }) { totalCount } }", "groupingCount.gt is null")]
    [TestCase("{ actors(where: { names: { some: null } }) { totalCount } }", "some is null")]
    [TestCase("{ actors(where: { memberships: { any: null } }) { totalCount } }", "any is null")]
    [TestCase("{ actors(where: { memberships: { all: null } }) { totalCount } }", "all is null")]
    [TestCase("{ actors(where: { evidence: { some: { passage: null } } }) { totalCount } }", "passage is null")]
    [TestCase("{ memberships(where: { activeAt: null }) { totalCount } }", "activeAt is null")]
    [TestCase(
        "{ grouping(id: \"rares\") { members(membership: { role: null }) { totalCount } } }",
        "membership: role is null"
    )]
    [TestCase("{ actors(order: [{ name: null }]) { totalCount } }", "order: name is null")]
    [TestCase("{ actors(order: [{ kind: null }]) { totalCount } }", "order: kind is null")]
    public async Task A_null_in_a_filter_is_named(string query, string says)
    {
        var (message, code) = await SeedServer.ErrorAsync(query);

        Assert.That(code, Is.EqualTo("BAD_ARGUMENT"), message);
        Assert.That(message, Does.Contain(says));
    }

    [TestCase("$v: String", "actors(where: { name: { in: [$v] } })")]
    [TestCase("$v: String", "actors(where: { name: { nin: [\"a\", $v] } })")]
    [TestCase("$v: ID", "actors(where: { id: { in: [$v] } })")]
    [TestCase("$v: Int", "actors(where: { groupingCount: { in: [$v] } })")]
    [TestCase("$v: PartialDate", "memberships(where: { from: { in: [$v] } })")]
    [TestCase("$v: Status", "memberships(where: { status: { in: [$v] } })")]
    [TestCase("$v: ActorFilterInput", "actors(where: { and: [$v] })")]
    [TestCase("$v: ActorFilterInput", "actors(where: { or: [{}, $v] })")]
    [TestCase("$v: EvidenceFilterInput", "actors(where: { evidence: { some: { or: [$v] } } })")]
    [TestCase("$v: ActorSortInput", "actors(order: [$v])")]
    public async Task A_variable_that_may_be_null_is_no_item_of_a_list(string variable, string field)
    {
        foreach (var variables in new object?[] { null, new { v = (string?)null } })
        {
            var (message, code) = await SeedServer.ErrorAsync(
                $"query({variable}) {{ {field} {{ totalCount }} }}",
                variables
            );

            Assert.That(code, Is.EqualTo("VALIDATION_ERROR"), message);
            Assert.That(message, Does.Contain(variable.Split(' ')[1] + "! is expected"));
        }
    }

    [TestCase("{ actors(where: { name: { in: [null] } }) { totalCount } }")]
    [TestCase("{ actors(where: { or: [null] }) { totalCount } }")]
    [TestCase("{ actors(order: [null]) { totalCount } }")]
    [TestCase("{ actor(id: null) { id } }")]
    [TestCase("{ memberships(where: { activeAt: { date: null } }) { totalCount } }")]
    [TestCase("{ memberships(where: { activeAt: { date: \"2016\", atLeast: null } }) { totalCount } }")]
    [TestCase("{ entity(id: \"rares\") { partnerships(direction: null) { totalCount } } }")]
    [TestCase("{ concept(id: \"bank\") { label(language: null) } }")]
    [TestCase("{ coAccompaniers(theme: \"agri-rural\", includeCategories: null) { totalCount } }")]
    [TestCase("query($v: ID) { actor(id: $v) { id } }")]
    [TestCase("query($v: ID!) { actor(id: $v) { id } }")]
    [TestCase("query($v: Boolean) { dataset @skip(if: $v) { title } }")]
    public async Task Where_the_schema_has_no_null_validation_says_so(string query)
    {
        var (message, code) = await SeedServer.ErrorAsync(query);

        Assert.That(code, Is.EqualTo("VALIDATION_ERROR"), message);
    }

    [Test]
    public async Task For_an_argument_of_a_field_null_means_not_given()
    {
        var bare = await SeedServer.DataAsync(
            """{ actors { nodes { id } } coAccompaniers(theme: "agri-rural") { totalCount } grouping(id: "rares") { members { totalCount } } }"""
        );
        var nulls = await SeedServer.DataAsync(
            """
            { actors(where: null, order: null, first: null, after: null, last: null, before: null) { nodes { id } }
              coAccompaniers(theme: "agri-rural", with: null, activeAt: null, where: null) { totalCount }
              grouping(id: "rares") { members(membership: null) { totalCount } } }
            """
        );

        Assert.That(nulls.GetRawText(), Is.EqualTo(bare.GetRawText()));
    }

    [Test]
    public async Task What_a_variable_does_not_give_is_not_asked()
    {
        var data = await SeedServer.DataAsync(
            """
            query($part: String, $status: Status, $direction: LinkDirection! = OUT, $language: Language = EN) {
              actors(where: { name: { contains: $part } }) { totalCount }
              memberships(where: { status: { eq: $status } }) { totalCount }
              entity(id: "pes-21") { out: partnerships(direction: $direction) { totalCount } }
              concept(id: "bank") { label(language: $language) }
            }
            """
        );

        Assert.That(data.GetProperty("actors").GetProperty("totalCount").GetInt32(), Is.EqualTo(116));
        Assert.That(data.GetProperty("memberships").GetProperty("totalCount").GetInt32(), Is.EqualTo(41));
        Assert.That(data.GetProperty("concept").GetProperty("label").GetString(), Is.EqualTo("bank"));
        Assert.That(
            data.GetProperty("entity").GetProperty("out").GetProperty("totalCount").GetInt32(),
            Is.GreaterThan(0)
        );
    }

    [Test]
    public async Task Eq_null_finds_the_absent_and_neq_null_the_rest()
    {
        var data = await SeedServer.DataAsync(
            """
            query($none: PartialDate) {
              all: memberships { totalCount }
              without: memberships(where: { from: { eq: null } }) { totalCount }
              with: memberships(where: { from: { neq: null } }) { totalCount }
              variable: memberships(where: { from: { eq: $none } }) { totalCount }
              flags: actors(where: { named: { eq: null } }) { totalCount }
              choices: memberships(where: { status: { eq: null } }) { totalCount }
              nobody: actors(where: { territory: { name: { eq: null } }, grouping: { id: { eq: null } } }) { totalCount }
            }
            """,
            new { none = (string?)null }
        );

        int Count(string name) => data.GetProperty(name).GetProperty("totalCount").GetInt32();
        Assert.That(Count("with"), Is.GreaterThan(0));
        Assert.That(Count("without") + Count("with"), Is.EqualTo(Count("all")));
        Assert.That(Count("variable"), Is.EqualTo(Count("without")), "a variable that is null is the null written out");
        Assert.That(Count("flags") + Count("choices"), Is.Zero, "what is never absent is never found absent");
        Assert.That(Count("nobody"), Is.GreaterThan(0), "an absent object has every field absent");
    }

    [Test]
    public async Task Empty_filters_are_true_and_an_empty_choice_is_false()
    {
        var data = await SeedServer.DataAsync(
            """
            { a: actors(where: {}) { totalCount } b: actors(where: { and: [] }) { totalCount } c: actors(where: { name: {}, kind: {}, memberships: {}, territory: {} }) { totalCount }
              d: actors(where: { name: { nin: [] } }) { totalCount } e: actors(where: { or: [] }) { totalCount } f: actors(where: { name: { in: [] } }) { totalCount } }
            """
        );

        Assert.That(
            data.EnumerateObject().Select(field => field.Value.GetProperty("totalCount").GetInt32()),
            Is.EqualTo(new[] { 116, 116, 116, 116, 0, 0 })
        );
    }
}

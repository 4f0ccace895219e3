using System.Text.Json;

namespace EcosystemGraph.Contracts.Tests;

/// <summary>Semantics: facets, the counts of a whole list by what its records have.</summary>
public abstract class FacetsContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] = """
                id,name,kind,named,territory
                a1,Ann,bank,true,dijon
                a2,Bob,bank,true,dijon
                a3,Cas,company,true,
                a4,Dee,company,true,yonne
                a5,Eve,,false,
                g2,Delta,company,true,
                """,
            ["groupings.csv"] = """
                id,name,kind,themes,territory,status
                g1,Gamma,network,farm,dijon,CURRENT
                g2,Delta,network,Zinc|town|farm,yonne,CURRENT
                g3,Echo,,,,PAST
                g4,Fox,network,,dijon,
                """,
            ["memberships.csv"] = """
                id,actor,grouping,role,status,confidence
                m1,a1,g1,member,CURRENT,STATED
                m2,a1,g1,host,CURRENT,INFERRED
                m3,a1,g1,operator,CURRENT,STATED
                m4,a2,g1,operator,PAST,UNCERTAIN
                m5,a3,g2,member,PLANNED,INFERRED
                m6,a4,g2,,,STATED
                m7,a5,g2,,PAST,STATED
                m8,g2,g1,member,CURRENT,STATED
                """,
            ["partnerships.csv"] = """
                id,source,target,type,regularity,themes,status,confidence
                q1,a1,a2,works,REGULAR,farm|town,CURRENT,STATED
                q2,a2,g2,funds,,,,INFERRED
                q3,a4,a4,works,LIMITED,Zinc,,STATED
                q4,g2,a1,funds,REGULAR,farm,PAST,STATED
                """,
            ["concepts.csv"] = """
                id,scheme,label_fr,label_en,broader
                company,actor-kind,entreprise,company,
                bank,actor-kind,banque,,company
                network,grouping-kind,,network,
                host,role,hôte,host,non-member
                operator,role,,,member
                works,link-type,travaille avec,works with,
                funds,link-type,finance,funds,
                rural,theme,rural,rural,
                farm,theme,ferme,farm,rural
                town,theme,ville,town,rural
                Zinc,theme,zinc,zinc,
                """,
            ["territories.csv"] =
                "id,name,kind,within\nbourgogne,Bourgogne,region,\ndijon,Dijon 𠀀,commune,bourgogne\nyonne,Yonne,department,bourgogne\n",
        };

    [TestCase("actors", "KIND", "company 3, bank 2, unspecified 1")]
    [TestCase("actors", "TERRITORY", "dijon 2, yonne 2, null 2")]
    [TestCase("actors", "NAMED", "true 5, false 1")]
    [TestCase("groupings", "KIND", "network 3, unspecified 1")]
    [TestCase("groupings", "THEME", "farm 2, null 2, Zinc 1, town 1")]
    [TestCase("groupings", "TERRITORY", "dijon 2, yonne 1, null 1")]
    [TestCase("groupings", "STATUS", "CURRENT 2, PAST 1, UNKNOWN 1")]
    [TestCase("memberships", "ROLE", "member 5, operator 2, host 1")]
    [TestCase("memberships", "GROUPING", "g1 5, g2 3")]
    [TestCase("memberships", "STATUS", "CURRENT 4, PAST 2, PLANNED 1, UNKNOWN 1")]
    [TestCase("memberships", "CONFIDENCE", "STATED 5, INFERRED 2, UNCERTAIN 1")]
    [TestCase("partnerships", "TYPE", "funds 2, works 2")]
    [TestCase("partnerships", "REGULARITY", "REGULAR 2, LIMITED 1, UNSTATED 1")]
    [TestCase("partnerships", "THEME", "farm 2, Zinc 1, town 1, null 1")]
    [TestCase("partnerships", "STATUS", "UNKNOWN 2, CURRENT 1, PAST 1")]
    [TestCase("partnerships", "CONFIDENCE", "STATED 3, INFERRED 1")]
    // After the filter, before the page, whatever the order.
    [TestCase("actors(where: { kind: { under: \"company\" } })", "TERRITORY", "dijon 2, yonne 2, null 1")]
    [TestCase(
        "actors(where: { kind: { under: \"company\" } }, first: 1, order: [{ name: DESC }])",
        "TERRITORY",
        "dijon 2, yonne 2, null 1"
    )]
    [TestCase("actors(where: { named: { eq: true } }, last: 0)", "KIND", "company 3, bank 2")]
    [TestCase("actors(where: { or: [] })", "KIND", "")]
    [TestCase("actors(first: 1, order: [{ territory: { name: ASC } }])", "KIND", "company 3, bank 2, unspecified 1")]
    [TestCase(
        "memberships(where: { actor: { named: { eq: true } }, status: { neq: PAST } })",
        "GROUPING",
        "g1 4, g2 2"
    )]
    [TestCase("partnerships(where: { themes: { any: false } })", "THEME", "null 1")]
    [TestCase("partnerships(where: { themes: { some: { id: { eq: \"town\" } } } })", "THEME", "farm 1, town 1")]
    public async Task A_list_is_counted_by_the_most_frequent_first(string list, string by, string expected)
    {
        var data = await DataAsync($"{{ {list} {{ facets(by: {by}) {{ value count }} }} }}");

        Assert.That(Read(data.EnumerateObject().Single().Value.GetProperty("facets")), Is.EqualTo(expected));
    }

    [TestCase("grouping(id: \"g1\")", "members", "KIND", "bank 2, company 1")]
    [TestCase("grouping(id: \"g1\")", "members", "TERRITORY", "dijon 2, yonne 1")]
    [TestCase("grouping(id: \"g1\")", "members(where: { kind: { under: \"bank\" } })", "KIND", "bank 2")]
    [TestCase("grouping(id: \"g2\")", "members", "NAMED", "true 2, false 1")]
    // Each member once, though two of its memberships fit.
    [TestCase("grouping(id: \"g1\")", "members(membership: { status: { eq: CURRENT } })", "KIND", "bank 1, company 1")]
    [TestCase("grouping(id: \"g1\")", "members(membership: { role: { under: \"operator\" } })", "KIND", "bank 2")]
    [TestCase(
        "grouping(id: \"g1\")",
        "members(membership: { role: { under: \"operator\" } }, where: { id: { eq: \"a1\" } })",
        "KIND",
        "bank 1"
    )]
    [TestCase("grouping(id: \"g1\")", "memberships", "ROLE", "member 2, operator 2, host 1")]
    [TestCase(
        "grouping(id: \"g1\")",
        "memberships(where: { actor: { kind: { under: \"bank\" } } })",
        "GROUPING",
        "g1 4"
    )]
    [TestCase("grouping(id: \"g3\")", "members", "KIND", "")]
    [TestCase("grouping(id: \"g3\")", "parts", "THEME", "")]
    [TestCase("grouping(id: \"g2\")", "partnerships", "TYPE", "funds 2")]
    [TestCase("grouping(id: \"g2\")", "partnerships(direction: IN)", "THEME", "null 1")]
    [TestCase("actor(id: \"a1\")", "memberships", "GROUPING", "g1 3")]
    [TestCase("actor(id: \"a1\")", "groupings", "THEME", "farm 1")]
    [TestCase("actor(id: \"a1\")", "groupings(membership: { confidence: { eq: STATED } })", "STATUS", "CURRENT 1")]
    [TestCase("actor(id: \"a4\")", "partnerships", "REGULARITY", "LIMITED 1")]
    [TestCase("concept(id: \"rural\")", "groupings", "THEME", "farm 2, Zinc 1, town 1")]
    [TestCase("concept(id: \"rural\")", "groupings", "KIND", "network 2")]
    [TestCase("entity(id: \"g2\")", "partnerships", "CONFIDENCE", "INFERRED 1, STATED 1")]
    [TestCase("membership(id: \"m1\") { grouping", "members", "KIND", "bank 2, company 1")]
    public async Task So_is_a_list_of_a_record(string record, string list, string by, string expected)
    {
        var data = await DataAsync(
            $"{{ {record} {{ {list} {{ facets(by: {by}) {{ value count }} }} }} {(record.Contains('{', StringComparison.Ordinal) ? "}" : "")} }}"
        );
        var found = data;
        while (!found.TryGetProperty("facets", out _))
            found = found.EnumerateObject().Single().Value;

        Assert.That(Read(found.GetProperty("facets")), Is.EqualTo(expected));
    }

    [TestCase("actors", "KIND", "entreprise, banque, non précisé", "company, banque, unspecified")]
    [TestCase("actors", "TERRITORY", "Dijon 𠀀, Yonne, null", "Dijon 𠀀, Yonne, null")]
    [TestCase("actors", "NAMED", "nommé, catégorie", "named, category")]
    [TestCase("groupings", "KIND", "network, non précisé", "network, unspecified")]
    [TestCase("groupings", "THEME", "ferme, null, zinc, ville", "farm, null, zinc, town")]
    [TestCase("groupings", "STATUS", "en cours, passé, non précisé", "current, past, not stated")]
    [TestCase("memberships", "ROLE", "membre, operator, hôte", "member, operator, host")]
    [TestCase("memberships", "GROUPING", "Gamma, Delta", "Gamma, Delta")]
    [TestCase("memberships", "STATUS", "en cours, passé, prévu, non précisé", "current, past, planned, not stated")]
    [TestCase("memberships", "CONFIDENCE", "énoncé, déduit, incertain", "stated, inferred, uncertain")]
    [TestCase("partnerships", "REGULARITY", "régulier, limité, non précisé", "regular, limited, not stated")]
    public async Task Each_value_has_a_label_in_either_language(string list, string by, string french, string english)
    {
        var data = await DataAsync(
            $"{{ {list} {{ facets(by: {by}) {{ label en: label(language: EN) fr: label(language: FR) }} }} }}"
        );
        string Labels(string name) =>
            string.Join(
                ", ",
                data.GetProperty(list)
                    .GetProperty("facets")
                    .EnumerateArray()
                    .Select(one => one.GetProperty(name).GetString() ?? "null")
            );

        Assert.That(Labels("label"), Is.EqualTo(french));
        Assert.That(Labels("fr"), Is.EqualTo(french));
        Assert.That(Labels("en"), Is.EqualTo(english));
    }

    [Test]
    public async Task No_more_values_are_given_than_are_asked_for()
    {
        var data = await DataAsync(
            "{ actors { none: facets(by: KIND, first: 0) { count } one: facets(by: KIND, first: 1) { count } all: facets(by: KIND, first: 500) { count } } }"
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo("""{"actors":{"none":[],"one":[{"count":3}],"all":[{"count":3},{"count":2},{"count":1}]}}""")
        );
    }

    [Test]
    public async Task A_field_may_be_counted_by_under_several_names()
    {
        var data = await DataAsync(
            """
            { memberships(first: 1) {
                totalCount
                a: facets(by: GROUPING, first: 1) { en: label(language: EN) value }
                nodes { id }
                b: facets(by: GROUPING) { __typename count label }
                c: facets(by: ROLE, first: 1) { value en: label(language: EN) label }
                d: facets(by: ROLE, first: 2) { label }
            } }
            """
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"memberships":{"totalCount":8,"a":[{"en":"Gamma","value":"g1"}],"nodes":[{"id":"m1"}],"b":[{"__typename":"FacetCount","count":5,"label":"Gamma"},{"__typename":"FacetCount","count":3,"label":"Delta"}]"""
                    + ""","c":[{"value":"member","en":"member","label":"membre"}],"d":[{"label":"membre"},{"label":"operator"}]}}"""
            )
        );
    }

    [Test]
    public async Task Lists_within_lists_are_each_counted_for_themselves()
    {
        var data = await DataAsync(
            "{ groupings(where: { memberships: { any: true } }) { nodes { memberships(first: 1) { before: facets(by: GROUPING) { value count } nodes { actor { memberships { facets(by: GROUPING) { value count } } } } facets(by: GROUPING) { value count } } } facets(by: KIND) { value count } } }"
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"groupings":{"nodes":[{"memberships":{"before":[{"value":"g2","count":3}],"nodes":[{"actor":{"memberships":{"facets":[{"value":"g2","count":1}]}}}],"facets":[{"value":"g2","count":3}]}},"""
                    + """{"memberships":{"before":[{"value":"g1","count":5}],"nodes":[{"actor":{"memberships":{"facets":[{"value":"g1","count":3}]}}}],"facets":[{"value":"g1","count":5}]}}],"facets":[{"value":"network","count":2}]}}"""
            )
        );
    }

    [Test]
    public async Task A_page_further_on_counts_the_whole_list_too()
    {
        var after = (await DataAsync("{ actors(first: 4) { pageInfo { endCursor } } }"))
            .GetProperty("actors")
            .GetProperty("pageInfo")
            .GetProperty("endCursor")
            .GetString();
        var data = await DataAsync(
            "query($after: String) { actors(first: 1, after: $after) { nodes { id } facets(by: KIND) { value count } pageInfo { hasNextPage hasPreviousPage } } }",
            new { after }
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"actors":{"nodes":[{"id":"g2"}],"facets":[{"value":"company","count":3},{"value":"bank","count":2},{"value":"unspecified","count":1}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true}}}"""
            )
        );
    }

    [Test]
    public async Task What_to_count_by_may_be_a_variable()
    {
        var data = await DataAsync(
            "query($by: ActorsFacet!, $first: Int!, $language: Language!) { actors { facets(by: $by, first: $first) { value label(language: $language) count } } }",
            new
            {
                by = "NAMED",
                first = 1,
                language = "EN",
            }
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo("""{"actors":{"facets":[{"value":"true","label":"named","count":5}]}}""")
        );
    }

    [TestCase(
        "{ actors { facets(by: KIND, first: -1) { count } } }",
        "BAD_ARGUMENT",
        "first is -1; give 0 to 500, and a filter that leaves fewer values"
    )]
    [TestCase(
        "{ actors { facets(by: KIND, first: 501) { count } } }",
        "BAD_ARGUMENT",
        "first is 501; give 0 to 500, and a filter that leaves fewer values"
    )]
    [TestCase(
        "{ grouping(id: \"g1\") { members { facets(by: KIND, first: 501) { count } } } }",
        "BAD_ARGUMENT",
        "first is 501; give 0 to 500, and a filter that leaves fewer values"
    )]
    [TestCase(
        "{ actors(where: { kind: { under: \"bnk\" } }) { facets(by: KIND) { count } } }",
        "UNKNOWN_ID",
        "under: there is no concept 'bnk'; did you mean 'bank'?"
    )]
    public async Task What_cannot_be_asked_is_an_error(string query, string code, string message)
    {
        Assert.That(await ErrorAsync(query), Is.EqualTo((code, message)));
    }

    [TestCase("{ actors { facets { count } } }")]
    [TestCase("{ actors { facets(by: null) { count } } }")]
    [TestCase("{ actors { facets(by: STATUS) { count } } }")]
    [TestCase("{ actors { facets(by: kind) { count } } }")]
    [TestCase("{ actors { facets(by: \"KIND\") { count } } }")]
    [TestCase("{ actors { facets(by: KIND, first: null) { count } } }")]
    [TestCase("{ actors { facets(by: KIND, first: 1.5) { count } } }")]
    [TestCase("{ actors { facets(by: KIND, after: \"x\") { count } } }")]
    [TestCase("{ actors { facets(by: KIND) } }")]
    [TestCase("{ actors { facets(by: KIND) { count { x } } } }")]
    [TestCase("{ actors { facets(by: KIND) { name } } }")]
    [TestCase("{ concepts { facets(by: KIND) { count } } }")]
    [TestCase("{ actor(id: \"a1\") { coMembers { facets(by: KIND) { count } } } }")]
    public async Task What_the_schema_does_not_have_is_refused(string query)
    {
        Assert.That((await ErrorAsync(query)).Code, Is.EqualTo("VALIDATION_ERROR"));
    }

    private static string Read(JsonElement facets) =>
        string.Join(
            ", ",
            facets
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("value").GetString() ?? "null"} {one.GetProperty("count")}")
        );
}

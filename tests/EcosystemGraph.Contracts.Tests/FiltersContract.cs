namespace EcosystemGraph.Contracts.Tests;

/// <summary>Semantics: Filters.</summary>
public abstract class FiltersContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] = """
                id,name,acronym,kind,named,territory
                a1,Ann,AN,bank,true,dijon
                a2,Bob,,coop-bank,true,cote-d-or
                a3,Cas,CA,company,false,
                a4,Dee,,,true,yonne
                """,
            ["groupings.csv"] = """
                id,name,kind,purpose_fr,purpose_en,themes,territory,status,part_of
                g1,Gamma,network,Aider,,rural,dijon,CURRENT,
                g2,Delta,,,To help,farm|town,,PAST,g1
                g3,Empty,network,,,,yonne,UNKNOWN,g1|g2
                """,
            ["memberships.csv"] = """
                id,actor,grouping,role,from,status,passages,mention,note_fr
                m1,a1,g1,member,2019,CURRENT,p1,Ann,
                m2,a1,g1,host,2018,CURRENT,,,Accueille
                m3,a1,g2,expert,,CURRENT,,,
                m4,a2,g1,operator,,PLANNED,p2,Bob,
                m5,a2,g2,,2017,PAST,,,
                m6,a3,g2,,2017,PAST,,,
                """,
            ["partnerships.csv"] = """
                id,source,target,type,grouping,themes,regularity,passages
                q1,a1,a2,works,g1,farm,REGULAR,p1
                q2,a2,g3,funds,,,UNSTATED,
                q3,a4,a4,works,,,LIMITED,
                """,
            ["measures.csv"] = "subject,concept,value\ng1,other-member-count,22\ng2,member-count,2\n",
            ["names.csv"] = "entity,name,passages\na1,Ánnette,p1\na1,Zz,p2\n",
            ["concepts.csv"] = """
                id,scheme,label_fr,label_en,broader,mutual
                company,actor-kind,entreprise,company,,
                bank,actor-kind,banque,bank,company,
                coop-bank,actor-kind,banque coopérative,co-operative bank,bank,
                network,grouping-kind,réseau,network,,
                host,role,hôte,host,non-member,
                expert,role,expert,expert,non-member,
                operator,role,opérateur,operator,member,
                works,link-type,travaille avec,works with,,true
                funds,link-type,finance,funds,,
                rural,theme,rural,rural,,
                farm,theme,ferme,farm,rural,
                town,theme,ville,town,,
                """,
            ["territories.csv"] =
                "id,name,kind,within\nbourgogne,Bourgogne,region,\ncote-d-or,Côte-d'Or,department,bourgogne\ndijon,Dijon,commune,cote-d-or\nyonne,Yonne,department,bourgogne\n",
            ["sources.csv"] = "id,title\ns,S\n",
            ["passages.csv"] = "id,source,question,paragraph\np1,s,1,1\np2,s,1,2\n",
        };

    [TestCase("{}", "a1,a2,a3,a4")]
    [TestCase("{ and: [] }", "a1,a2,a3,a4")]
    [TestCase("{ or: [] }", "")]
    [TestCase("{ or: [{ name: { eq: \"Ann\" } }, { name: { eq: \"Bob\" } }] }", "a1,a2")]
    [TestCase("{ and: [{ named: { eq: true } }, { acronym: { eq: null } }] }", "a2,a4")]
    [TestCase("{ named: { neq: true } }", "a3")]
    [TestCase("{ acronym: { eq: null } }", "a2,a4")]
    [TestCase("{ acronym: { neq: null } }", "a1,a3")]
    [TestCase("{ acronym: { neq: \"AN\" } }", "a2,a3,a4")]
    [TestCase("{ acronym: { nin: [\"AN\"] } }", "a2,a3,a4")]
    [TestCase("{ acronym: { in: [] } }", "")]
    [TestCase("{ acronym: { nin: [] } }", "a1,a2,a3,a4")]
    [TestCase("{ kind: { under: \"bank\" } }", "a1,a2")]
    [TestCase("{ kind: { under: \"company\" } }", "a1,a2,a3")]
    [TestCase("{ kind: { id: { eq: \"bank\" } } }", "a1")]
    [TestCase("{ kind: { label: { contains: \"BANK\" } } }", "a1,a2")]
    [TestCase("{ kind: { label: { contains: \"coopé\" } } }", "a2")]
    [TestCase("{ kind: { broader: { id: { eq: \"company\" } } } }", "a1")]
    [TestCase("{ kind: { broader: { id: { neq: \"company\" } } } }", "a2,a3,a4")]
    [TestCase("{ kind: { broader: { id: { eq: null } } } }", "a3,a4")]
    [TestCase("{ territory: { inside: \"cote-d-or\" } }", "a1,a2")]
    [TestCase("{ territory: { inside: \"bourgogne\" } }", "a1,a2,a4")]
    [TestCase("{ territory: { name: { eq: null } } }", "a3")]
    [TestCase("{ territory: { name: { neq: \"Dijon\" } } }", "a2,a3,a4")]
    [TestCase("{ territory: { contains: { any: false } } }", "a1,a3,a4")]
    [TestCase("{ territory: { contains: { all: { name: { eq: \"x\" } } } } }", "a1,a3,a4")]
    [TestCase("{ groupingCount: { gt: 0 } }", "a1,a2,a3")]
    [TestCase("{ groupingCount: { ngt: 0 } }", "a4")]
    [TestCase("{ groupingCount: { in: [1, 2] } }", "a1,a2,a3")]
    [TestCase("{ groupings: { any: false } }", "a4")]
    [TestCase("{ groupings: { some: { id: { eq: \"g2\" } } } }", "a2,a3")]
    [TestCase("{ groupings: { none: { id: { eq: \"g2\" } } } }", "a1,a4")]
    [TestCase("{ groupings: { all: { id: { eq: \"g1\" } } } }", "a1,a4")]
    [TestCase("{ memberships: { some: { grouping: { id: { eq: \"g2\" } } } } }", "a1,a2,a3")]
    [TestCase("{ memberships: { some: { isMember: { eq: false } } } }", "a1")]
    [TestCase("{ memberships: { some: { role: { under: \"non-member\" } } } }", "a1")]
    [TestCase("{ memberships: { some: { evidence: { some: { passage: { id: { eq: \"p2\" } } } } } } }", "a2")]
    [TestCase("{ memberships: { some: { note: { contains: \"accueil\" } } } }", "a1")]
    [TestCase("{ partnerships: { some: { type: { id: { eq: \"works\" } } } } }", "a1,a2,a4")]
    [TestCase("{ partnerships: { some: { themes: { some: { under: \"rural\" } } } } }", "a1,a2")]
    [TestCase("{ partnerships: { all: { regularity: { eq: REGULAR } } } }", "a1,a3")]
    [TestCase("{ partnerships: { none: { regularity: { in: [LIMITED, REGULAR] } } } }", "a3")]
    [TestCase("{ names: { some: { eq: \"Zz\" } } }", "a1")]
    [TestCase("{ names: { some: { startsWith: \"anne\" } } }", "a1")]
    [TestCase("{ names: { all: { ncontains: \"z\" } } }", "a2,a3,a4")]
    [TestCase("{ grouping: { id: { eq: null } } }", "a1,a2,a3,a4")]
    [TestCase("{ grouping: { status: { neq: PAST } } }", "a1,a2,a3,a4")]
    [TestCase("{ grouping: { status: { eq: PAST } } }", "")]
    [TestCase("{ evidence: { any: true } }", "a1")]
    [TestCase("{ not: {} }", "")]
    [TestCase("{ not: { not: {} } }", "a1,a2,a3,a4")]
    [TestCase("{ not: { or: [] } }", "a1,a2,a3,a4")]
    [TestCase("{ not: { name: { eq: \"Ann\" } }, named: { eq: true } }", "a2,a4")]
    [TestCase("{ not: { named: { eq: true }, acronym: { eq: null } } }", "a1,a3")]
    [TestCase("{ not: { and: [{ kind: { under: \"bank\" } }, { territory: { inside: \"dijon\" } }] } }", "a2,a3,a4")]
    [TestCase("{ kind: { nunder: \"bank\" } }", "a3,a4")]
    [TestCase("{ kind: { nunder: \"company\" } }", "a4")]
    [TestCase("{ kind: { not: { under: \"bank\" } } }", "a3,a4")]
    [TestCase("{ kind: { nunder: \"coop-bank\", under: \"bank\" } }", "a1")]
    [TestCase("{ kind: { broader: { nunder: \"company\" } } }", "a3,a4")]
    [TestCase("{ kind: { broader: { not: {} } } }", "")]
    [TestCase("{ territory: { ninside: \"cote-d-or\" } }", "a3,a4")]
    [TestCase("{ territory: { ninside: \"bourgogne\" } }", "a3")]
    [TestCase("{ territory: { not: { inside: \"bourgogne\" } } }", "a3")]
    [TestCase("{ territory: { within: { ninside: \"cote-d-or\" } } }", "a2,a3,a4")]
    [TestCase("{ not: { territory: { ninside: \"cote-d-or\" } } }", "a1,a2")]
    [TestCase("{ memberships: { some: { activeAt: { date: \"2018\" } } } }", "a1,a2,a3")]
    [TestCase("{ memberships: { some: { nactiveAt: { date: \"2018\" } } } }", "a1")]
    [TestCase("{ memberships: { none: { nactiveAt: { date: \"2018\", atLeast: CERTAIN } } } }", "a4")]
    [TestCase("{ memberships: { some: { nactiveAt: { date: \"2018\", atLeast: NO } } } }", "")]
    [TestCase("{ grouping: { nactiveAt: { date: \"2018\" } } }", "a1,a2,a3,a4")]
    [TestCase("{ grouping: { activeAt: { date: \"2018\" } } }", "")]
    [TestCase("{ evidence: { some: { not: { passage: { id: { eq: \"p1\" } } } } } }", "a1")]
    [TestCase("{ evidence: { some: { not: { passage: { id: { in: [\"p1\", \"p2\"] } } } } } }", "")]
    [TestCase("{ evidence: { some: { not: {} } } }", "")]
    public async Task Actors_are_those_that_fit(string where, string expected) =>
        Assert.That(
            await IdsAsync("actors", $"where: {where}"),
            Is.EqualTo(expected.Split(',', StringSplitOptions.RemoveEmptyEntries))
        );

    [TestCase("{ purpose: { eq: null } }", "g3")]
    [TestCase("{ purpose: { contains: \"help\" } }", "g2")]
    [TestCase("{ purpose: { contains: \"aider\" } }", "g1")]
    [TestCase("{ themes: { some: { under: \"rural\" } } }", "g2,g1")]
    [TestCase("{ themes: { any: false } }", "g3")]
    [TestCase("{ themes: { all: { under: \"rural\" } } }", "g3,g1")]
    [TestCase("{ declaredMemberCount: { gte: 2 } }", "g2,g1")]
    [TestCase("{ declaredMemberCount: { eq: 23 } }", "g1")]
    [TestCase("{ declaredMemberCount: { eq: null } }", "g3")]
    [TestCase("{ memberGap: { gt: 1 } }", "g1")]
    [TestCase("{ memberGap: { nlte: 1 } }", "g3,g1")]
    [TestCase("{ members: { some: { named: { eq: false } } } }", "g2")]
    [TestCase("{ members: { all: { kind: { under: \"bank\" } } } }", "g3,g1")]
    [TestCase("{ partOf: { some: { id: { eq: \"g1\" } } } }", "g2,g3")]
    [TestCase("{ parts: { any: true } }", "g2,g1")]
    [TestCase("{ measures: { some: { value: { gt: 10 } } } }", "g1")]
    [TestCase("{ status: { nin: [PAST, CURRENT] } }", "g3")]
    [TestCase("{ partnerships: { some: { source: { name: { eq: \"Bob\" } } } } }", "g3")]
    [TestCase("{ partnerships: { some: { target: { grouping: { name: { eq: \"Empty\" } } } } } }", "g3")]
    public async Task Groupings_are_those_that_fit(string where, string expected) =>
        Assert.That(
            await IdsAsync("groupings", $"where: {where}"),
            Is.EqualTo(expected.Split(',', StringSplitOptions.RemoveEmptyEntries))
        );

    [TestCase("{ source: { kind: { under: \"bank\" } } }", "q1,q2")]
    [TestCase("{ target: { kind: { id: { eq: \"network\" } } } }", "q2")]
    [TestCase("{ mutual: { eq: true } }", "q1,q3")]
    [TestCase("{ grouping: { name: { startsWith: \"gam\" } } }", "q1")]
    [TestCase("{ grouping: { name: { nstartsWith: \"gam\" } } }", "q2,q3")]
    [TestCase("{ source: { kind: { nunder: \"company\" } } }", "q3")]
    [TestCase("{ not: { target: { kind: { id: { eq: \"network\" } } } } }", "q1,q3")]
    [TestCase("{ target: { not: { kind: { under: \"bank\" } } } }", "q2,q3")]
    [TestCase("{ grouping: { not: { name: { startsWith: \"gam\" } } } }", "q2,q3")]
    [TestCase("{ grouping: { kind: { nunder: \"network\" } } }", "q2,q3")]
    [TestCase("{ source: { actor: { named: { eq: true } } }, regularity: { neq: REGULAR } }", "q2,q3")]
    public async Task Partnerships_are_those_that_fit(string where, string expected) =>
        Assert.That(
            await IdsAsync("partnerships", $"where: {where}"),
            Is.EqualTo(expected.Split(',', StringSplitOptions.RemoveEmptyEntries))
        );

    [Test]
    public async Task Roles_that_do_not_count_make_no_members()
    {
        var data = await DataAsync(
            """{ grouping(id: "g2") { namedMemberCount members { totalCount nodes { id } } memberships { totalCount } } actor(id: "a1") { groupingCount groupings { nodes { id } } } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"grouping":{"namedMemberCount":1,"members":{"totalCount":2,"nodes":[{"id":"a2"},{"id":"a3"}]},"memberships":{"totalCount":3}},"actor":{"groupingCount":1,"groupings":{"nodes":[{"id":"g1"}]}}}"""
            )
        );
    }

    [Test]
    public async Task Planned_members_are_members_but_not_counted_among_the_named()
    {
        var data = await DataAsync(
            """{ grouping(id: "g1") { declaredMemberCount namedMemberCount memberGap members { nodes { id } } } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"grouping":{"declaredMemberCount":23,"namedMemberCount":1,"memberGap":22,"members":{"nodes":[{"id":"a1"},{"id":"a2"}]}}}"""
            )
        );
    }

    [TestCase("g1", "{ from: { eq: \"2019\" } }", "a1")]
    [TestCase("g1", "{ from: { eq: \"2018\" } }", "")]
    [TestCase("g1", "{ role: { id: { eq: \"operator\" } } }", "a2")]
    [TestCase("g1", "{ role: { id: { eq: \"host\" } } }", "")]
    [TestCase("g2", "{ status: { eq: PAST } }", "a2,a3")]
    [TestCase("g2", "{}", "a2,a3")]
    public async Task Members_may_be_those_with_a_membership_that_fits(string id, string membership, string expected)
    {
        var data = await DataAsync(
            $$"""{ grouping(id: "{{id}}") { members(membership: {{membership}}) { totalCount nodes { id } } } }"""
        );

        Assert.That(
            Ids(data.GetProperty("grouping").GetProperty("members")),
            Is.EqualTo(expected.Split(',', StringSplitOptions.RemoveEmptyEntries))
        );
        Assert.That(
            data.GetProperty("grouping").GetProperty("members").GetProperty("totalCount").GetInt32(),
            Is.EqualTo(expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Length)
        );
    }

    [TestCase("ANY", "q3")]
    [TestCase("OUT", "q3")]
    [TestCase("IN", "q3")]
    public async Task A_link_to_oneself_is_listed_once(string direction, string expected)
    {
        var data = await DataAsync(
            $$"""{ actor(id: "a4") { partnershipCount partnerships(direction: {{direction}}) { totalCount nodes { id } } } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"actor":{"partnershipCount":1,"partnerships":{"totalCount":1,"nodes":[{"id":"q"}]}}}""".Replace(
                    "\"q\"",
                    $"\"{expected}\"",
                    StringComparison.Ordinal
                )
            )
        );
    }

    [TestCase("ANY", "q1,q2")]
    [TestCase("OUT", "q2")]
    [TestCase("IN", "q1")]
    public async Task A_direction_keeps_links_at_one_end(string direction, string expected)
    {
        var data = await DataAsync(
            $$"""{ actor(id: "a2") { partnerships(direction: {{direction}}) { nodes { id } } } }"""
        );

        Assert.That(Ids(data.GetProperty("actor").GetProperty("partnerships")), Is.EqualTo(expected.Split(',')));
    }

    [Test]
    public async Task A_theme_has_the_groupings_on_narrower_ones_too()
    {
        var data = await DataAsync(
            """{ concept(id: "rural") { groupings { totalCount nodes { id } } narrower { id } } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"concept":{"groupings":{"totalCount":2,"nodes":[{"id":"g2"},{"id":"g1"}]},"narrower":[{"id":"farm"}]}}"""
            )
        );
    }

    [TestCase("{ kind: { under: \"bnk\" } }", "under: there is no concept 'bnk'; did you mean 'bank'?")]
    [TestCase("{ kind: { nunder: \"bnk\" } }", "under: there is no concept 'bnk'; did you mean 'bank'?")]
    [TestCase(
        "{ not: { not: { kind: { under: \"bnk\" } } } }",
        "under: there is no concept 'bnk'; did you mean 'bank'?"
    )]
    [TestCase("{ territory: { ninside: \"dijn\" } }", "inside: there is no territory 'dijn'; did you mean 'dijon'?")]
    [TestCase(
        "{ evidence: { none: { not: { passage: { source: { respondent: { kind: { nunder: \"bnk\" } } } } } } } }",
        "under: there is no concept 'bnk'; did you mean 'bank'?"
    )]
    [TestCase("{ territory: { inside: \"dijn\" } }", "inside: there is no territory 'dijn'; did you mean 'dijon'?")]
    public async Task An_unknown_id_in_a_filter_is_an_error(string where, string message)
    {
        var error = await ErrorAsync($"{{ actors(where: {where}) {{ totalCount }} }}");

        Assert.That(error, Is.EqualTo(("UNKNOWN_ID", message)));
    }
}

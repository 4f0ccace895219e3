using System.Text.Json;

namespace EcosystemGraph.Contracts.Tests;

/// <summary>Semantics: Questions, coMembers.</summary>
public abstract class CoMembersContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] =
                "id,name,acronym,named,kind\nann,Ann,,true,\nbob,Bob,Y,true,\ncat,Categories,,false,\ndan,Dan,Z,true,\neve,Eve,,true,\nfay,Fay,,true,bank\nlone,Lone,,true,\n",
            ["groupings.csv"] = "id,name\ngamma,Gamma\nbeta,Beta\nalpha,Alpha\n",
            ["memberships.csv"] = """
                id,actor,grouping,role,from,to,status,passages,mention
                m01,ann,alpha,member,2010,2014,PAST,p,Ann
                m02,ann,alpha,member,2018,,CURRENT,p,Ann
                m03,ann,beta,member,,,CURRENT,p,Ann
                m04,ann,gamma,operator,2019,,CURRENT,p,Ann
                m05,bob,alpha,member,2015,2016,PAST,p,Bob
                m06,bob,beta,host,,,CURRENT,p,Bob
                m07,bob,gamma,member,,,UNKNOWN,p,Bob
                m08,cat,alpha,member,,,CURRENT,p,categories
                m09,cat,beta,member,,,CURRENT,p,categories
                m10,dan,beta,member,2020,,CURRENT,p,Dan
                m11,dan,gamma,member,2021,,CURRENT,p,Dan
                m12,eve,gamma,member,2022,,PLANNED,p,Eve
                m13,fay,beta,member,,,CURRENT,p,Fay
                m14,fay,beta,operator,,,CURRENT,p,Fay
                m15,fay,alpha,member,2012,2012,PAST,p,Fay
                """,
            ["concepts.csv"] =
                "id,scheme,label_fr,broader\nbank,actor-kind,banque,\nhost,role,hôte,non-member\noperator,role,opérateur,member\n",
            ["sources.csv"] = "id,title,date\ns,S,2021\n",
            ["passages.csv"] = "id,source,question,paragraph\np,s,1,1\n",
        };

    [TestCase("", "dan:2,fay:2,bob:1,eve:1")]
    [TestCase("includeCategories: true", "cat:2,dan:2,fay:2,bob:1,eve:1")]
    [TestCase("minShared: 2", "dan:2,fay:2")]
    [TestCase("minShared: 3", "")]
    [TestCase("overlap: CERTAIN", "dan:2,fay:2")]
    [TestCase("overlap: NO", "bob:2,dan:2,fay:2,eve:1")]
    [TestCase("activeAt: { date: \"2012\" }", "fay:2")]
    [TestCase("activeAt: { date: \"2021\", atLeast: CERTAIN }", "dan:1,fay:1")]
    [TestCase("activeAt: { date: \"2021\" }, overlap: CERTAIN", "dan:2,bob:1,fay:1")]
    [TestCase("activeAt: { date: \"1900\", atLeast: NO }", "bob:2,dan:2,fay:2,eve:1")]
    [TestCase("where: { kind: { under: \"bank\" } }", "fay:2")]
    [TestCase("where: { groupings: { some: { id: { eq: \"alpha\" } } } }", "fay:2,bob:1")]
    [TestCase("order: [{ actor: { name: DESC } }]", "fay:2,eve:1,dan:2,bob:1")]
    [TestCase("order: [{ sharedCount: ASC }, { actor: { name: DESC } }]", "eve:1,bob:1,fay:2,dan:2")]
    [TestCase("order: [{ actor: { acronym: ASC } }]", "bob:1,dan:2,eve:1,fay:2")]
    [TestCase("order: [{ actor: { acronym: DESC } }]", "eve:1,fay:2,dan:2,bob:1")]
    [TestCase("order: []", "dan:2,fay:2,bob:1,eve:1")]
    public async Task They_are_listed_by_what_is_shared_then_by_name(string arguments, string expected)
    {
        Assert.That(await SharedAsync("ann", arguments), Is.EqualTo(expected));
    }

    [Test]
    public async Task The_groupings_shared_are_listed_by_name_with_their_evidence()
    {
        var data = await DataAsync(
            """{ actor(id: "ann") { coMembers(minShared: 2) { totalCount nodes { __typename actor { id } shared { id memberships(where: { actor: { id: { eq: "fay" } } }) { nodes { id evidence { mention passage { id } } } } } } } } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"actor":{"coMembers":{"totalCount":2,"nodes":[{"__typename":"CoMember","actor":{"id":"dan"},"shared":[{"id":"beta","memberships":{"nodes":[{"id":"m13","evidence":[{"mention":"Fay","passage":{"id":"p"}}]},{"id":"m14","evidence":[{"mention":"Fay","passage":{"id":"p"}}]}]}},{"id":"gamma","memberships":{"nodes":[]}}]},"""
                    + """{"__typename":"CoMember","actor":{"id":"fay"},"shared":[{"id":"alpha","memberships":{"nodes":[{"id":"m15","evidence":[{"mention":"Fay","passage":{"id":"p"}}]}]}},{"id":"beta","memberships":{"nodes":[{"id":"m13","evidence":[{"mention":"Fay","passage":{"id":"p"}}]},{"id":"m14","evidence":[{"mention":"Fay","passage":{"id":"p"}}]}]}}]}]}}}"""
            )
        );
    }

    [Test]
    public async Task Who_is_in_no_grouping_shares_none()
    {
        Assert.That(await SharedAsync("lone", "overlap: NO"), Is.Empty);
    }

    [TestCase("")]
    [TestCase("overlap: CERTAIN")]
    [TestCase("overlap: NO")]
    [TestCase("activeAt: { date: \"2012\" }")]
    [TestCase("activeAt: { date: \"2021\", atLeast: CERTAIN }")]
    [TestCase("activeAt: { date: \"2021\" }, overlap: CERTAIN")]
    public async Task A_network_of_actors_ties_those_listed_as_often_as_they_share(string arguments)
    {
        var network = (
            await DataAsync(
                $"{{ network(input: {{ projection: ACTORS, focus: [\"ann\"]{(arguments.Length == 0 ? "" : ", " + arguments)} }}) {{ links {{ source {{ id }} target {{ id }} weight }} }} }}"
            )
        ).GetProperty("network");
        var tied = network
            .GetProperty("links")
            .EnumerateArray()
            .Where(tie => tie.GetProperty("source").GetProperty("id").GetString() == "ann")
            .Select(tie => $"{tie.GetProperty("target").GetProperty("id")}:{tie.GetProperty("weight")}")
            .ToArray();

        Assert.That(tied, Is.EquivalentTo((await SharedAsync("ann", arguments)).Split(',')));
    }

    [TestCase("", "alpha-beta:2 alpha-gamma:2 beta-gamma:2")]
    [TestCase("overlap: CERTAIN", "alpha-beta:1 alpha-gamma:1 beta-gamma:2")]
    [TestCase("overlap: NO", "alpha-beta:2 alpha-gamma:2 beta-gamma:2")]
    [TestCase("memberships: { id: { neq: \"m02\" } }", "alpha-beta:2 alpha-gamma:1 beta-gamma:2")]
    [TestCase("memberships: { id: { neq: \"m02\" } }, overlap: CERTAIN", "beta-gamma:2")]
    [TestCase("memberships: { id: { neq: \"m02\" } }, overlap: NO", "alpha-beta:2 alpha-gamma:2 beta-gamma:2")]
    [TestCase(
        "memberships: { id: { neq: \"m02\" } }, overlap: NO, includeCategories: true",
        "alpha-beta:2 alpha-gamma:2 beta-gamma:2"
    )]
    [TestCase("activeAt: { date: \"2012\" }", "alpha-beta:2")]
    [TestCase("activeAt: { date: \"2012\" }, overlap: CERTAIN", "alpha-beta:2")]
    public async Task A_network_of_groupings_ties_them_by_each_named_member_of_both_at_a_time(
        string arguments,
        string expected
    )
    {
        var network = (
            await DataAsync(
                $"{{ network(input: {{ projection: GROUPINGS{(arguments.Length == 0 ? "" : ", " + arguments)} }}) {{ links {{ source {{ id }} target {{ id }} weight }} }} }}"
            )
        ).GetProperty("network");
        var ties = network
            .GetProperty("links")
            .EnumerateArray()
            .Select(tie =>
                $"{tie.GetProperty("source").GetProperty("id")}-{tie.GetProperty("target").GetProperty("id")}:{tie.GetProperty("weight")}"
            );

        Assert.That(string.Join(' ', ties), Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase("overlap: CERTAIN, ")]
    [TestCase("overlap: NO, ")]
    [TestCase("activeAt: { date: \"2021\", atLeast: CERTAIN }, ")]
    public async Task What_two_share_is_the_same_from_either_side(string arguments)
    {
        var shared = new Dictionary<(string, string), string>();
        var actors = (
            await DataAsync(
                $"{{ actors {{ nodes {{ id coMembers({arguments}includeCategories: true) {{ nodes {{ actor {{ id }} shared {{ id }} }} }} }} }} }}"
            )
        ).GetProperty("actors");
        foreach (var actor in actors.GetProperty("nodes").EnumerateArray())
        {
            foreach (var other in actor.GetProperty("coMembers").GetProperty("nodes").EnumerateArray())
            {
                shared.Add(
                    (actor.GetProperty("id").GetString()!, other.GetProperty("actor").GetProperty("id").GetString()!),
                    other.GetProperty("shared").GetRawText()
                );
            }
        }
        Assert.That(shared, Is.Not.Empty);
        foreach (var ((one, other), groupings) in shared)
            Assert.That(shared.GetValueOrDefault((other, one)), Is.EqualTo(groupings), $"{one} and {other}");
    }

    [TestCase("", "dan,fay,bob,eve")]
    [TestCase("order: [{ actor: { acronym: ASC } }], ", "bob,dan,eve,fay")]
    [TestCase("order: [{ actor: { acronym: DESC } }], ", "eve,fay,dan,bob")]
    [TestCase("order: [{ actor: { named: ASC } }, { sharedCount: ASC }], ", "bob,eve,dan,fay")]
    public async Task They_are_read_page_by_page_both_ways(string order, string expected)
    {
        for (var size = 1; size < 4; size++)
        {
            var forward = new List<string>();
            for (string? after = null; ; )
            {
                var page = await PageAsync($"{order}first: {size}, after: $at", after);
                Assert.That(page.GetProperty("totalCount").GetInt32(), Is.EqualTo(4));
                Assert.That(
                    page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean(),
                    Is.EqualTo(after is not null)
                );
                forward.AddRange(Listed(page));
                if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                    break;
                after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
            }
            Assert.That(string.Join(',', forward), Is.EqualTo(expected));

            var backward = new List<string>();
            for (string? before = null; ; )
            {
                var page = await PageAsync($"{order}last: {size}, before: $at", before);
                Assert.That(
                    page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean(),
                    Is.EqualTo(before is not null)
                );
                backward.InsertRange(0, Listed(page));
                if (!page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean())
                    break;
                before = page.GetProperty("pageInfo").GetProperty("startCursor").GetString();
            }
            Assert.That(string.Join(',', backward), Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task They_may_be_asked_of_those_found_so()
    {
        var data = await DataAsync(
            """{ actor(id: "eve") { coMembers(first: 1) { nodes { actor { id coMembers(minShared: 2) { nodes { sharedCount actor { id } } } } } } } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"actor":{"coMembers":{"nodes":[{"actor":{"id":"ann","coMembers":{"nodes":[{"sharedCount":2,"actor":{"id":"dan"}},{"sharedCount":2,"actor":{"id":"fay"}}]}}}]}}}"""
            )
        );
    }

    [TestCase("minShared: 0", "BAD_ARGUMENT", "minShared is 0; give 1 or more")]
    [TestCase(
        "after: \"x\"",
        "BAD_CURSOR",
        "after is no cursor of Actor.coMembers in this order; give a cursor that the same field returned for the same order"
    )]
    [TestCase(
        "order: [{ actor: { kind: { label: ASC } } }]",
        "BAD_ARGUMENT",
        "order: actor.kind leads too far; a key is a value of the record or of one that it names directly"
    )]
    [TestCase(
        "order: [{ sharedCount: ASC, actor: { name: ASC } }]",
        "BAD_ARGUMENT",
        "order: an element has 2 keys; give exactly one field in each element, the first deciding first"
    )]
    [TestCase(
        "where: { kind: { under: \"bnk\" } }",
        "UNKNOWN_ID",
        "under: there is no concept 'bnk'; did you mean 'bank'?"
    )]
    public async Task What_cannot_be_asked_is_an_error(string arguments, string code, string message)
    {
        Assert.That(
            await ErrorAsync($"{{ actor(id: \"ann\") {{ coMembers({arguments}) {{ totalCount }} }} }}"),
            Is.EqualTo((code, message))
        );
    }

    private async Task<string> SharedAsync(string actor, string arguments)
    {
        var given = arguments.Length == 0 ? "" : $"({arguments})";
        var data = await DataAsync(
            $"{{ actor(id: \"{actor}\") {{ coMembers{given} {{ totalCount nodes {{ sharedCount actor {{ id }} shared {{ id }} }} }} }} }}"
        );
        var found = data.GetProperty("actor").GetProperty("coMembers");
        var nodes = found.GetProperty("nodes").EnumerateArray().ToArray();
        Assert.That(found.GetProperty("totalCount").GetInt32(), Is.EqualTo(nodes.Length));
        foreach (var node in nodes)
            Assert.That(
                node.GetProperty("shared").GetArrayLength(),
                Is.EqualTo(node.GetProperty("sharedCount").GetInt32())
            );
        return string.Join(
            ',',
            nodes.Select(node => $"{node.GetProperty("actor").GetProperty("id")}:{node.GetProperty("sharedCount")}")
        );
    }

    private async Task<JsonElement> PageAsync(string arguments, string? at) =>
        (
            await DataAsync(
                $"query($at: String) {{ actor(id: \"ann\") {{ coMembers({arguments}) {{ totalCount pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} edges {{ cursor node {{ actor {{ id }} }} }} }} }} }}",
                new { at }
            )
        )
            .GetProperty("actor")
            .GetProperty("coMembers");

    private static IEnumerable<string> Listed(JsonElement page) =>
        page.GetProperty("edges")
            .EnumerateArray()
            .Select(edge => edge.GetProperty("node").GetProperty("actor").GetProperty("id").GetString()!);
}

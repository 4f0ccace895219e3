using System.Text.Json;

namespace EcosystemGraph.Contracts.Tests;

/// <summary>Semantics: Questions, network and networkChange.</summary>
public abstract class NetworksContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } = SmallPackage;

    /// <summary>Two groupings joined by a third, which one of them is a member of; a category, a body without a link, a plan.</summary>
    internal static readonly IReadOnlyDictionary<string, string> SmallPackage = new Dictionary<string, string>
    {
        ["actors.csv"] =
            "id,name,named,kind\nann,Ann,true,\nbob,Bob,true,bank\ncat,Cats,false,\ndan,Dan,true,\neve,Eve,true,\nlone,Lone,true,\nzed,Aaz,true,bank\n",
        ["groupings.csv"] = "id,name,themes\nalpha,Alpha,rural\nbeta,Beta,\ngamma,Gamma,\n",
        ["memberships.csv"] = """
            id,actor,grouping,role,from,to,status,passages,mention
            m1,ann,alpha,member,2010,2015,PAST,p,Ann
            m2,bob,alpha,member,2013,,CURRENT,p,Bob
            m3,bob,beta,member,,,CURRENT,p,Bob
            m4,dan,beta,host,,,CURRENT,p,Dan
            m5,cat,alpha,member,,,CURRENT,p,cats
            m6,cat,beta,member,,,CURRENT,p,cats
            m7,beta,gamma,member,2019,,CURRENT,p,Beta
            m8,eve,gamma,member,2020,,CURRENT,p,Eve
            """,
        ["partnerships.csv"] = """
            id,source,target,type,from,to,status,passages,mention
            p1,ann,bob,works-with,2012,,CURRENT,p,Bob
            p2,zed,dan,funds,2022,,PLANNED,p,Dan
            p3,alpha,bob,funds,,,CURRENT,p,Bob
            """,
        ["concepts.csv"] =
            "id,scheme,label_fr,broader,mutual\nbank,actor-kind,banque,,\nhost,role,hôte,non-member,\nworks-with,link-type,travaille avec,,true\nfunds,link-type,finance,,false\nrural,theme,rural,,\n",
        ["sources.csv"] = "id,title,date\ns,S,2021\n",
        ["passages.csv"] = "id,source,question,paragraph\np,s,1,1\n",
    };

    private const string Everything = "alpha-ann alpha-bob ann-bob beta-bob beta-dan beta-gamma dan-zed eve-gamma";

    [TestCase("", Everything)]
    [TestCase(
        "includeCategories: true",
        "alpha-ann alpha-bob alpha-cat ann-bob beta-bob beta-cat beta-dan beta-gamma dan-zed eve-gamma"
    )]
    [TestCase("includeIsolated: true", Everything + " lone")]
    [TestCase("includeIsolated: true, actors: { kind: { id: { eq: \"bank\" } } }", "alpha-bob beta-bob gamma zed")]
    [TestCase("links: [MEMBERSHIP]", "alpha-ann alpha-bob beta-bob beta-dan beta-gamma eve-gamma")]
    [TestCase("links: [PARTNERSHIP]", "alpha-bob ann-bob dan-zed")]
    [TestCase("links: []", "")]
    [TestCase("links: [], focus: [\"lone\", \"ann\"]", "ann lone")]
    [TestCase("activeAt: { date: \"2014\", atLeast: CERTAIN }", "alpha-ann alpha-bob ann-bob")]
    [TestCase("activeAt: { date: \"2023\" }", "alpha-bob ann-bob beta-bob beta-dan beta-gamma dan-zed eve-gamma")]
    [TestCase("actors: { id: { neq: \"bob\" } }", "alpha-ann beta-dan beta-gamma dan-zed eve-gamma")]
    [TestCase("groupings: { id: { neq: \"beta\" } }", "alpha-ann alpha-bob ann-bob beta-gamma dan-zed eve-gamma")]
    [TestCase("groupings: { themes: { some: { id: { eq: \"rural\" } } } }", "alpha-ann alpha-bob ann-bob dan-zed")]
    [TestCase(
        "memberships: { isMember: { eq: true } }, links: [MEMBERSHIP]",
        "alpha-ann alpha-bob beta-bob beta-gamma eve-gamma"
    )]
    [TestCase("partnerships: { type: { id: { eq: \"funds\" } } }, links: [PARTNERSHIP]", "alpha-bob dan-zed")]
    [TestCase("without: [\"beta\"]", "alpha-ann alpha-bob ann-bob dan-zed eve-gamma")]
    [TestCase("without: [\"bob\", \"dan\"]", "alpha-ann beta-gamma eve-gamma")]
    [TestCase("focus: [\"lone\"]", "lone")]
    [TestCase("focus: [\"bob\"], depth: 0", "bob")]
    [TestCase("focus: [\"bob\"]", "alpha-ann alpha-bob ann-bob beta-bob")]
    [TestCase("focus: [\"bob\"], depth: 2", "alpha-ann alpha-bob ann-bob beta-bob beta-dan beta-gamma")]
    [TestCase("focus: [\"bob\"], depth: 20", Everything)]
    [TestCase("focus: [\"eve\", \"zed\"]", "dan-zed eve-gamma")]
    [TestCase("focus: [\"bob\"], depth: 2, without: [\"beta\"]", "alpha-ann alpha-bob ann-bob")]
    [TestCase("focus: [\"cat\"]", "cat")]
    [TestCase("focus: [\"bob\"], actors: { id: { neq: \"bob\" } }", "bob")]
    [TestCase("projection: ACTORS", "ann-bob beta-eve")]
    [TestCase("projection: ACTORS, includeCategories: true", "ann-bob ann-cat beta-eve bob-cat")]
    [TestCase("projection: ACTORS, includeIsolated: true", "ann-bob beta-eve dan lone zed")]
    [TestCase("projection: ACTORS, focus: [\"ann\"]", "ann-bob")]
    [TestCase("projection: ACTORS, focus: [\"gamma\"]", "beta-eve")]
    [TestCase("projection: ACTORS, focus: [\"gamma\"], depth: 0", "")]
    [TestCase("projection: ACTORS, focus: [\"dan\"]", "dan")]
    [TestCase("projection: ACTORS, activeAt: { date: \"2020\", atLeast: CERTAIN }", "")]
    [TestCase("projection: GROUPINGS", "alpha-beta")]
    [TestCase("projection: GROUPINGS, includeCategories: true", "alpha-beta")]
    [TestCase("projection: GROUPINGS, includeIsolated: true", "alpha-beta gamma")]
    [TestCase("projection: GROUPINGS, focus: [\"beta\"], without: [\"bob\"]", "beta")]
    [TestCase("projection: GROUPINGS, focus: [\"bob\"]", "alpha-beta")]
    [TestCase("projection: GROUPINGS, links: [PARTNERSHIP]", "")]
    public async Task The_part_meant_is_the_filters_then_without_then_focus_and_depth(string input, string expected)
    {
        var network = await NetworkAsync(
            input,
            "nodeCount linkCount nodes(order: NAME) { entity { id } degree } links { source { id } target { id } }"
        );
        var ties = network
            .GetProperty("links")
            .EnumerateArray()
            .Select(tie => new[] { Id(tie, "source"), Id(tie, "target") }.Order(StringComparer.Ordinal))
            .Select(ends => string.Join('-', ends))
            .ToArray();
        var alone = network
            .GetProperty("nodes")
            .EnumerateArray()
            .Where(node => node.GetProperty("degree").GetInt32() == 0)
            .Select(node => Id(node, "entity"));

        Assert.That(string.Join(' ', ties.Concat(alone).Order(StringComparer.Ordinal)), Is.EqualTo(expected));
        Assert.That(
            network.GetProperty("nodeCount").GetInt32(),
            Is.EqualTo(network.GetProperty("nodes").GetArrayLength())
        );
        Assert.That(network.GetProperty("linkCount").GetInt32(), Is.EqualTo(ties.Length));
    }

    [Test]
    public async Task A_tie_says_what_it_is_made_of_and_which_passages_say_so()
    {
        var network = await NetworkAsync(
            "focus: [\"alpha\"]",
            "links { source { id } target { id } weight links { __typename id evidence { mention passage { locator } } } }"
        );

        Assert.That(
            network.GetProperty("links")[1].GetRawText(),
            Is.EqualTo(
                """{"source":{"id":"bob"},"target":{"id":"alpha"},"weight":2,"links":[{"__typename":"Membership","id":"m2","evidence":[{"mention":"Bob","passage":{"locator":"1.1"}}]},{"__typename":"Partnership","id":"p3","evidence":[{"mention":"Bob","passage":{"locator":"1.1"}}]}]}"""
            )
        );
    }

    [Test]
    public async Task A_projected_tie_says_by_which_memberships()
    {
        var network = await NetworkAsync(
            "projection: ACTORS, focus: [\"ann\"]",
            "links { source { id } target { id } weight shared { id } links { id } }"
        );

        Assert.That(
            network.GetRawText(),
            Is.EqualTo(
                """{"links":[{"source":{"id":"ann"},"target":{"id":"bob"},"weight":1,"shared":[{"id":"alpha"}],"links":[{"id":"m1"},{"id":"m2"}]}]}"""
            )
        );
    }

    [Test]
    public async Task A_tie_of_groupings_names_each_member_once()
    {
        var network = await NetworkAsync(
            "projection: GROUPINGS",
            "links { weight shared { __typename name } links { id } }"
        );

        Assert.That(
            network.GetRawText(),
            Is.EqualTo(
                """{"links":[{"weight":1,"shared":[{"__typename":"Actor","name":"Bob"}],"links":[{"id":"m2"},{"id":"m3"}]}]}"""
            )
        );
    }

    [Test]
    public async Task What_is_not_projected_shares_nothing()
    {
        var network = await NetworkAsync("focus: [\"eve\"]", "links { weight shared { id } }");

        Assert.That(network.GetRawText(), Is.EqualTo("""{"links":[{"weight":1,"shared":[]}]}"""));
    }

    [Test]
    public async Task Who_must_stay_lest_it_falls_apart()
    {
        var network = await NetworkAsync(
            "",
            "components { index entities { name } } nodes(order: NAME) { entity { id } cutVertex component }"
        );

        Assert.That(
            network.GetProperty("components").GetRawText(),
            Is.EqualTo(
                """[{"index":0,"entities":[{"name":"Aaz"},{"name":"Alpha"},{"name":"Ann"},{"name":"Beta"},{"name":"Bob"},{"name":"Dan"},{"name":"Eve"},{"name":"Gamma"}]}]"""
            )
        );
        var cut = network
            .GetProperty("nodes")
            .EnumerateArray()
            .Where(node => node.GetProperty("cutVertex").GetBoolean())
            .Select(node => Id(node, "entity"));
        Assert.That(cut, Is.EqualTo(new[] { "beta", "bob", "dan", "gamma" }));
    }

    [Test]
    public async Task Without_a_body_the_parts_are_listed_by_size_then_least_id()
    {
        var network = await NetworkAsync("without: [\"beta\"]", "components { index entities { id } }");

        Assert.That(
            network.GetRawText(),
            Is.EqualTo(
                """{"components":[{"index":0,"entities":[{"id":"alpha"},{"id":"ann"},{"id":"bob"}]},{"index":1,"entities":[{"id":"zed"},{"id":"dan"}]},{"index":2,"entities":[{"id":"eve"},{"id":"gamma"}]}]}"""
            )
        );
    }

    // Computed by hand on the path zed - dan - beta - gamma - eve, bob's triangle taken out.
    [Test]
    public async Task Measures_are_those_of_the_textbook()
    {
        var network = await NetworkAsync(
            "without: [\"bob\", \"ann\", \"alpha\"]",
            "density nodes(order: BETWEENNESS) { entity { id } degree betweenness closeness component community cutVertex }"
        );

        Assert.That(network.GetProperty("density").GetDouble(), Is.EqualTo(0.4));
        Assert.That(
            network.GetProperty("nodes")[0].GetRawText(),
            Does.StartWith(
                """{"entity":{"id":"beta"},"degree":2,"betweenness":0.666666667,"closeness":0.666666667,"component":0"""
            )
        );
        Assert.That(
            network.GetProperty("nodes").EnumerateArray().Select(node => Id(node, "entity")),
            Is.EqualTo(new[] { "beta", "dan", "gamma", "eve", "zed" })
        );
    }

    [TestCase("DEGREE", "beta,bob,alpha")]
    [TestCase("BETWEENNESS", "beta,bob,dan")]
    [TestCase("CLOSENESS", "beta,bob,dan")]
    [TestCase("PAGERANK", "bob,beta,alpha")]
    [TestCase("NAME", "zed,alpha,ann")]
    public async Task Bodies_are_sorted_by_a_measure_then_by_id(string order, string expected)
    {
        var network = await NetworkAsync(
            "",
            $"nodes(order: {order}, first: 3) {{ entity {{ id }} degree betweenness closeness pageRank }}"
        );

        Assert.That(
            string.Join(',', network.GetProperty("nodes").EnumerateArray().Select(node => Id(node, "entity"))),
            Is.EqualTo(expected),
            network.GetRawText()
        );
    }

    [Test]
    public async Task An_empty_network_has_zeroes()
    {
        var network = await NetworkAsync(
            "links: []",
            "nodeCount linkCount density modularity nodes { degree } links { weight } components { index } communities { index }"
        );

        Assert.That(
            network.GetRawText(),
            Is.EqualTo(
                """{"nodeCount":0,"linkCount":0,"density":0,"modularity":0,"nodes":[],"links":[],"components":[],"communities":[]}"""
            )
        );
    }

    [Test]
    public async Task A_filter_that_is_always_true_changes_nothing()
    {
        const string Asked =
            "nodeCount linkCount density modularity nodes { entity { id } betweenness closeness pageRank community } links(first: 5) { weight links { id } }";
        var plain = await NetworkAsync("includeIsolated: true", Asked);
        var filtered = await NetworkAsync(
            "includeIsolated: true, actors: {}, groupings: { and: [] }, memberships: { or: [{}] }, partnerships: {}, without: []",
            Asked
        );

        Assert.That(filtered.GetRawText(), Is.EqualTo(plain.GetRawText()));
    }

    [Test]
    public async Task Nothing_of_an_input_means_all()
    {
        var data = await DataAsync("query($part: NetworkInput) { network(input: $part) { nodeCount __typename } }");

        Assert.That(data.GetRawText(), Is.EqualTo("""{"network":{"nodeCount":8,"__typename":"Network"}}"""));
    }

    [TestCase("focus: [\"nobody\"]", "UNKNOWN_ID", "focus: there is no entity 'nobody'; ")]
    [TestCase("without: [\"Bob\"]", "UNKNOWN_ID", "without: there is no entity 'Bob'; did you mean 'bob'")]
    [TestCase("actors: { kind: { under: \"banque\" } }", "UNKNOWN_ID", "under: there is no concept 'banque'; ")]
    [TestCase("focus: [\"bob\"], depth: 21", "BAD_ARGUMENT", "input: depth is 21; give 0 to 20")]
    [TestCase("focus: [\"bob\"], depth: -1", "BAD_ARGUMENT", "input: depth is -1; give 0 to 20")]
    [TestCase(
        "focus: [\"bob\"], without: [\"bob\"]",
        "BAD_ARGUMENT",
        "input: 'bob' is in focus and in without; a network cannot begin at what is taken out"
    )]
    public async Task What_is_wrong_with_an_input_is_said(string input, string code, string message)
    {
        var error = await ErrorAsync($"{{ network(input: {{ {input} }}) {{ nodeCount }} }}");

        Assert.That(error.Code, Is.EqualTo(code));
        Assert.That(error.Message, Does.StartWith(message));
    }

    [TestCase("", "2012", "2021", "m2,m7,m8;m1;;p1,m3,m4,p3")]
    [TestCase("", "2014", "2020", "m7;m1;p1,m2;m8,m3,m4,p3")]
    [TestCase("", "2005", "2008", ";;;m3,m4,p3")]
    [TestCase("", "2014", "2022", ";m1;;p1,m2,m7,m8,p2,m3,m4,p3")]
    [TestCase("focus: [\"gamma\"]", "2014", "2021", "m7,m8;;;")]
    [TestCase("links: [PARTNERSHIP]", "2014", "2021", ";;p1;p3")]
    [TestCase("includeCategories: true, focus: [\"cat\"]", "2014", "2021", ";;;m5,m6")]
    public async Task What_changed_is_told_apart_as_surely_as_the_dates_tell(
        string input,
        string earlier,
        string later,
        string expected
    )
    {
        var data = await DataAsync(
            $"{{ networkChange(input: {{ {input} }}, earlier: \"{earlier}\", later: \"{later}\") {{ appeared {{ id }} ended {{ id }} kept {{ id }} possiblyChanged {{ id }} }} }}"
        );
        var lists = data.GetProperty("networkChange")
            .EnumerateObject()
            .Select(list =>
                string.Join(',', list.Value.EnumerateArray().Select(link => link.GetProperty("id").GetString()))
            );

        Assert.That(string.Join(';', lists), Is.EqualTo(expected));
    }

    [TestCase(
        "input: { activeAt: { date: \"2014\" } }, earlier: \"2014\", later: \"2020\"",
        "input: activeAt is given; leave it out, earlier and later say when"
    )]
    [TestCase(
        "input: { projection: ACTORS }, earlier: \"2014\", later: \"2020\"",
        "input: projection is given; leave it out, what changes is links"
    )]
    [TestCase(
        "earlier: \"2020\", later: \"2014\"",
        "earlier is 2020 and later is 2014; the later date must begin after the earlier one has ended"
    )]
    [TestCase(
        "earlier: \"2020\", later: \"2020-07\"",
        "earlier is 2020 and later is 2020-07; the later date must begin after the earlier one has ended"
    )]
    public async Task What_is_wrong_with_a_change_is_said(string arguments, string message)
    {
        Assert.That(
            await ErrorAsync($"{{ networkChange({arguments}) {{ kept {{ id }} }} }}"),
            Is.EqualTo(("BAD_ARGUMENT", message))
        );
    }

    private async Task<JsonElement> NetworkAsync(string input, string fields) =>
        (await DataAsync($"{{ network(input: {{ {input} }}) {{ {fields} }} }}")).GetProperty("network");

    private static string Id(JsonElement of, string end) => of.GetProperty(end).GetProperty("id").GetString()!;
}

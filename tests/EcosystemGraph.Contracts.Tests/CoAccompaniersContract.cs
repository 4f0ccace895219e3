namespace EcosystemGraph.Contracts.Tests;

/// <summary>Semantics: Questions, coAccompaniers.</summary>
public abstract class CoAccompaniersContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] =
                "id,name,named,kind\npes,Pes,true,\nann,Ann,true,bank\nbob,Bob,true,\ncat,Categories,false,\ndan,Dan,true,\neve,Eve,true,bank\nfay,Fay,true,\n",
            ["groupings.csv"] = "id,name,themes\ng-rural,Rural,rural\ng-farm,Farm,farm\ng-town,Town,town\n",
            ["memberships.csv"] = """
                id,actor,grouping,role,from,to,status,confidence,passages,mention
                m1,pes,g-rural,member,2019,,CURRENT,INFERRED,p,Pes
                m2,ann,g-rural,member,,,CURRENT,STATED,p,Ann
                m3,cat,g-rural,member,,,CURRENT,STATED,p,categories
                m4,bob,g-rural,host,,,CURRENT,STATED,p,Bob
                m5,dan,g-rural,member,2010,2012,PAST,UNCERTAIN,p,Dan
                m6,ann,g-farm,operator,2015,2016,PAST,INFERRED,p,Ann
                m7,pes,g-farm,member,2016,2017,PAST,UNCERTAIN,q,Pes
                m8,eve,g-town,member,,,CURRENT,STATED,p,Eve
                m9,pes,g-town,member,,,CURRENT,STATED,p,Pes
                """,
            ["partnerships.csv"] = """
                id,source,target,type,themes,from,to,status,confidence,passages,mention
                q1,fay,pes,accompanies,rural,,,CURRENT,INFERRED,p,Pes
                q2,eve,pes,helps,farm,2016,2018,PAST,INFERRED,p,Pes
                q3,bob,fay,works,rural,,,CURRENT,STATED,p,Fay
                q4,eve,pes,accompanies,town,,,CURRENT,STATED,p,Pes
                q5,eve,eve,accompanies,rural,,,PLANNED,UNCERTAIN,p,Eve
                """,
            ["concepts.csv"] = """
                id,scheme,label_fr,broader,mutual
                bank,actor-kind,banque,,
                host,role,hôte,non-member,
                operator,role,opérateur,member,
                accompanies,link-type,accompagne,,
                helps,link-type,aide,accompanies,true
                works,link-type,travaille,,true
                rural,theme,rural,,
                farm,theme,ferme,rural,
                town,theme,ville,,
                """,
            ["sources.csv"] = "id,title,date\ns,S,2021\n",
            ["passages.csv"] = "id,source,question,paragraph\np,s,1,1\nq,s,1,2\n",
        };

    [TestCase("theme: \"rural\"", "pes:3,ann:2,eve:2,dan:1,fay:1")]
    [TestCase("theme: \"rural\", includeCategories: true", "pes:3,ann:2,eve:2,cat:1,dan:1,fay:1")]
    [TestCase("theme: \"farm\"", "pes:2,ann:1,eve:1")]
    [TestCase("theme: \"rural\", with: \"pes\"", "ann:2,eve:1,fay:1")]
    [TestCase("theme: \"rural\", with: \"pes\", includeCategories: true", "ann:2,cat:1,eve:1,fay:1")]
    [TestCase("theme: \"rural\", with: \"ann\"", "pes:2,dan:1")]
    [TestCase("theme: \"rural\", with: \"bob\"", "")]
    [TestCase("theme: \"rural\", with: \"eve\"", "pes:1")]
    [TestCase("theme: \"rural\", with: \"g-rural\"", "")]
    [TestCase("theme: \"rural\", activeAt: { date: \"2021\" }", "ann:1,eve:1,fay:1,pes:1")]
    [TestCase("theme: \"rural\", activeAt: { date: \"2021\", atLeast: CERTAIN }", "ann:1,fay:1,pes:1")]
    [TestCase("theme: \"rural\", with: \"pes\", activeAt: { date: \"2016\" }", "ann:1,eve:1,fay:1")]
    [TestCase("theme: \"rural\", with: \"pes\", activeAt: { date: \"2018\" }", "eve:1,fay:1")]
    [TestCase("theme: \"rural\", where: { kind: { under: \"bank\" } }", "ann:2,eve:2")]
    [TestCase("theme: \"town\"", "eve:2,pes:1")]
    public async Task They_are_listed_by_what_is_shared_then_by_name(string arguments, string expected)
    {
        var data = await DataAsync(
            $"{{ coAccompaniers({arguments}) {{ totalCount nodes {{ sharedCount actor {{ id }} groupings {{ id }} partnerships {{ id }} evidence {{ mention passage {{ id }} }} }} }} }}"
        );
        var found = data.GetProperty("coAccompaniers")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(node => $"{node.GetProperty("actor").GetProperty("id")}:{node.GetProperty("sharedCount")}");

        Assert.That(string.Join(',', found), Is.EqualTo(expected));
    }

    [Test]
    public async Task What_is_shared_is_listed_with_its_passages()
    {
        var data = await DataAsync(
            """{ coAccompaniers(theme: "rural", first: 1) { nodes { groupings { id } partnerships { id } evidence { mention passage { id } } } } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"coAccompaniers":{"nodes":[{"groupings":[{"id":"g-farm"},{"id":"g-rural"}],"partnerships":[{"id":"q2"}],"evidence":[{"mention":"Pes","passage":{"id":"p"}},{"mention":"Pes","passage":{"id":"q"}}]}]}}"""
            )
        );
    }

    [TestCase("theme: \"rural\"", "pes INFERRED, ann STATED, eve INFERRED, dan UNCERTAIN, fay INFERRED")]
    [TestCase(
        "theme: \"rural\", activeAt: { date: \"2016\" }, with: \"pes\"",
        "ann INFERRED, eve INFERRED, fay INFERRED"
    )]
    [TestCase("theme: \"town\"", "eve STATED, pes STATED")]
    public async Task Each_is_as_sure_as_the_surest_of_its_links(string arguments, string expected)
    {
        var data = await DataAsync($"{{ coAccompaniers({arguments}) {{ nodes {{ actor {{ id }} confidence }} }} }}");
        var found = data.GetProperty("coAccompaniers")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(node => $"{node.GetProperty("actor").GetProperty("id")} {node.GetProperty("confidence")}");

        Assert.That(string.Join(", ", found), Is.EqualTo(expected));
    }

    [Test]
    public async Task Its_links_are_given_with_how_sure_each_is_and_which_passages_say_so()
    {
        var data = await DataAsync(
            """{ coAccompaniers(theme: "rural", first: 1) { nodes { links { __typename id confidence from source { id } evidence { passage { id } } ... on Membership { role { id } } ... on Partnership { type { id } } } } } }"""
        );

        // The membership before the partnership that began in the same year.
        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"coAccompaniers":{"nodes":[{"links":[{"__typename":"Membership","id":"m7","confidence":"UNCERTAIN","from":"2016","source":{"id":"pes"},"evidence":[{"passage":{"id":"q"}}],"role":{"id":"member"}},"""
                    + """{"__typename":"Partnership","id":"q2","confidence":"INFERRED","from":"2016","source":{"id":"eve"},"evidence":[{"passage":{"id":"p"}}],"type":{"id":"helps"}},"""
                    + """{"__typename":"Membership","id":"m1","confidence":"INFERRED","from":"2019","source":{"id":"pes"},"evidence":[{"passage":{"id":"p"}}],"role":{"id":"member"}}]}]}}"""
            )
        );
    }

    [Test]
    public async Task They_are_read_page_by_page_in_both_directions()
    {
        const string Page =
            "totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { actor { id } } }";
        var forward = new List<string>();
        for (string? after = null; ; )
        {
            var page = (
                await DataAsync(
                    $"query($after: String) {{ coAccompaniers(theme: \"rural\", first: 2, after: $after) {{ {Page} }} }}",
                    new { after }
                )
            ).GetProperty("coAccompaniers");
            Assert.That(page.GetProperty("totalCount").GetInt32(), Is.EqualTo(5));
            Assert.That(
                page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean(),
                Is.EqualTo(after is not null)
            );
            forward.AddRange(
                page.GetProperty("edges")
                    .EnumerateArray()
                    .Select(edge => edge.GetProperty("node").GetProperty("actor").GetProperty("id").GetString()!)
            );
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                break;
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
        Assert.That(string.Join(',', forward), Is.EqualTo("pes,ann,eve,dan,fay"));

        var last = (await DataAsync($"{{ coAccompaniers(theme: \"rural\", last: 2) {{ {Page} }} }}")).GetProperty(
            "coAccompaniers"
        );
        var before = last.GetProperty("pageInfo").GetProperty("startCursor").GetString();
        var middle = (
            await DataAsync(
                $"query($before: String) {{ coAccompaniers(theme: \"rural\", last: 2, before: $before) {{ {Page} }} }}",
                new { before }
            )
        ).GetProperty("coAccompaniers");
        Assert.That(
            middle
                .GetProperty("edges")
                .EnumerateArray()
                .Select(edge => edge.GetProperty("node").GetProperty("actor").GetProperty("id").GetString()),
            Is.EqualTo(new[] { "ann", "eve" })
        );
    }

    [TestCase("theme: \"rurl\"", "theme: there is no theme 'rurl'; did you mean 'rural'?")]
    [TestCase("theme: \"bank\"", "theme: there is no theme 'bank'; ask for all of them to see which there are")]
    [TestCase("theme: \"rural\", with: \"ann2\"", "with: there is no entity 'ann2'; did you mean 'ann'?")]
    public async Task An_unknown_theme_or_partner_is_an_error(string arguments, string message)
    {
        Assert.That(
            await ErrorAsync($"{{ coAccompaniers({arguments}) {{ totalCount }} }}"),
            Is.EqualTo(("UNKNOWN_ID", message))
        );
    }
}

namespace EcosystemGraph.Contracts.Tests;

/// <summary>Semantics: a body that is an actor and a grouping; names, evidence, measures, denials, passages.</summary>
public abstract class BodiesContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] = "id,name,acronym,kind,territory\nboth,Both,,association,dijon\na,Ann,,,\n",
            ["groupings.csv"] = """
                id,name,acronym,kind,passages,mention
                both,Both,BO,network,p2|p1,BO|Both of them
                acts,Acts,,network,,
                plain,Plain,,network,,
                """,
            ["memberships.csv"] = """
                id,actor,grouping,passages,mention
                m1,both,plain,p3|p1,Both
                m2,acts,plain,,
                m3,a,both,p1,
                m4,a,acts,p1,Ann
                """,
            ["partnerships.csv"] =
                "id,source,target,from,passages,mention\nx,plain,both,2019,p1,Both\ny,both,a,,p1,Ann\n",
            ["denials.csv"] = "id,source,target,passages,mention,note_en\nd,plain,a,p3,Ann,Never\n",
            ["measures.csv"] = """
                id,subject,concept,value,qualifier,unit,at,passages,mention
                n1,both,visits,2.50,ABOUT,people,2019,p1,two and a half
                n2,both,member-count,7,AT_LEAST,,2018,,
                n3,both,member-count,9,EXACT,,2020,,
                """,
            ["names.csv"] =
                "entity,name,confidence,passages\nboth,Béta,STATED,p3\nboth,alpha,INFERRED,p1|p3\na,Ann,STATED,p1\n",
            ["concepts.csv"] =
                "id,scheme,label_fr\nassociation,actor-kind,association\nnetwork,grouping-kind,réseau\nvisits,measure,visites\n",
            ["territories.csv"] = "id,name,kind\ndijon,Dijon,commune\n",
            ["sources.csv"] = "id,title,date,respondent\ns2,Two,2021,both\ns1,One,,a\n",
            ["passages.csv"] = "id,source,question,paragraph,also\np1,s2,1,18,2.1\np2,s2,1,3,\np3,s1,,4,\n",
        };

    [Test]
    public async Task A_body_that_is_both_is_a_grouping_wherever_a_body_is_asked_for()
    {
        var data = await DataAsync(
            """
            { entity(id: "both") { __typename id name acronym kind { id } territory { id } actor { kind { id } named acronym territory { id } } grouping { kind { id } } partnershipCount }
              membership(id: "m1") { source { __typename kind { id } } actor { __typename kind { id } grouping { kind { id } } } target { __typename name } } }
            """
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"entity":{"__typename":"Grouping","id":"both","name":"Both","acronym":"BO","kind":{"id":"network"},"territory":{"id":"dijon"},"actor":{"kind":{"id":"association"},"named":true,"acronym":"BO","territory":{"id":"dijon"}},"grouping":{"kind":{"id":"network"}},"partnershipCount":2},"membership":{"source":{"__typename":"Grouping","kind":{"id":"network"}},"actor":{"__typename":"Actor","kind":{"id":"association"},"grouping":{"kind":{"id":"network"}}},"target":{"__typename":"Grouping","name":"Plain"}}}"""
            )
        );
    }

    [Test]
    public async Task It_is_listed_and_counted_as_both()
    {
        Assert.That(await IdsAsync("actors", ""), Is.EqualTo(new[] { "acts", "a", "both" }));
        Assert.That(await IdsAsync("groupings", ""), Is.EqualTo(new[] { "acts", "both", "plain" }));
    }

    [Test]
    public async Task A_grouping_that_is_a_member_elsewhere_is_a_named_actor_of_no_kind()
    {
        var data = await DataAsync(
            """{ actor(id: "acts") { name named kind { id } grouping { id } } plain: entity(id: "plain") { actor { id } } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"actor":{"name":"Acts","named":true,"kind":{"id":"unspecified"},"grouping":{"id":"acts"}},"plain":{"actor":null}}"""
            )
        );
    }

    [Test]
    public async Task Names_are_the_preferred_then_by_folded_text()
    {
        var data = await DataAsync("""{ entity(id: "both") { names } actor(id: "a") { names } }""");

        Assert.That(
            data.GetRawText(),
            Is.EqualTo("""{"entity":{"names":["Both","alpha","Béta","BO"]},"actor":{"names":["Ann"]}}""")
        );
    }

    [Test]
    public async Task Evidence_stands_by_source_question_paragraph_and_mention()
    {
        var data = await DataAsync(
            """{ entity(id: "both") { evidence { mention passage { id locator also source { id } } } } membership(id: "m1") { evidence { mention passage { id } } } m3: membership(id: "m3") { evidence { mention } } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"entity":{"evidence":[{"mention":"Béta","passage":{"id":"p3","locator":"4","also":[],"source":{"id":"s1"}}},{"mention":"alpha","passage":{"id":"p3","locator":"4","also":[],"source":{"id":"s1"}}},{"mention":"BO","passage":{"id":"p2","locator":"1.3","also":[],"source":{"id":"s2"}}},{"mention":"Both of them","passage":{"id":"p1","locator":"1.18","also":["2.1"],"source":{"id":"s2"}}},{"mention":"alpha","passage":{"id":"p1","locator":"1.18","also":["2.1"],"source":{"id":"s2"}}}]},"membership":{"evidence":[{"mention":"Both","passage":{"id":"p3"}},{"mention":"Both","passage":{"id":"p1"}}]},"m3":{"evidence":[{"mention":null}]}}"""
            )
        );
    }

    [Test]
    public async Task A_passage_lists_the_bodies_it_names_and_the_links_it_states()
    {
        var data = await DataAsync(
            """{ passage(id: "p1") { question paragraph entities { __typename id } links { __typename id ... on Membership { role { id } } ... on Partnership { type { id } } source { id } } } sources { id passages { locator } respondent { id } } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"passage":{"question":1,"paragraph":18,"entities":[{"__typename":"Actor","id":"a"},{"__typename":"Grouping","id":"both"}],"links":[{"__typename":"Partnership","id":"x","type":{"id":"unspecified"},"source":{"id":"plain"}},{"__typename":"Membership","id":"m1","role":{"id":"member"},"source":{"id":"both"}},{"__typename":"Membership","id":"m3","role":{"id":"member"},"source":{"id":"a"}},{"__typename":"Membership","id":"m4","role":{"id":"member"},"source":{"id":"a"}},{"__typename":"Partnership","id":"y","type":{"id":"unspecified"},"source":{"id":"both"}}]},"sources":[{"id":"s1","passages":[{"locator":"4"}],"respondent":{"id":"a"}},{"id":"s2","passages":[{"locator":"1.3"},{"locator":"1.18"}],"respondent":{"id":"both"}}]}"""
            )
        );
    }

    [Test]
    public async Task Measures_stand_by_concept_then_date_and_the_latest_declaration_counts()
    {
        var data = await DataAsync(
            """{ grouping(id: "both") { declaredMemberCount namedMemberCount memberGap measures { concept { id } value qualifier unit at confidence evidence { mention } } } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"grouping":{"declaredMemberCount":9,"namedMemberCount":1,"memberGap":8,"measures":[{"concept":{"id":"member-count"},"value":7,"qualifier":"AT_LEAST","unit":null,"at":"2018","confidence":"STATED","evidence":[]},{"concept":{"id":"member-count"},"value":9,"qualifier":"EXACT","unit":null,"at":"2020","confidence":"STATED","evidence":[]},{"concept":{"id":"visits"},"value":2.5,"qualifier":"ABOUT","unit":"people","at":"2019","confidence":"STATED","evidence":[{"mention":"two and a half"}]}]}}"""
            )
        );
    }

    [Test]
    public async Task A_denial_is_listed_at_both_ends_and_is_no_link()
    {
        var data = await DataAsync(
            """{ denials { id source { id } target { id } type { id } note evidence { mention } } plain: entity(id: "plain") { partnershipCount denials { id } } a: actor(id: "a") { partnershipCount denials { id } partnerships { nodes { id } } } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"denials":[{"id":"d","source":{"id":"plain"},"target":{"id":"a"},"type":{"id":"unspecified"},"note":"Never","evidence":[{"mention":"Ann"}]}],"plain":{"partnershipCount":1,"denials":[{"id":"d"}]},"a":{"partnershipCount":1,"denials":[{"id":"d"}],"partnerships":{"nodes":[{"id":"y"}]}}}"""
            )
        );
    }

    [Test]
    public async Task A_record_of_any_type_is_found_by_its_id()
    {
        var data = await DataAsync(
            """
            { nodes(ids: ["d", "a", "nobody", "both", "m1", "x", "network", "dijon", "s1", "p1", "n2", "a", ""]) {
                __typename id
                ... on Entity { name grouping { id } ... on Actor { named } } ... on Link { target { id } } ... on Membership { role { id } } ... on Concept { scheme }
                ... on Territory { name } ... on Source { title } ... on Passage { locator } ... on Measure { value } ... on Denial { note } ... on Node { again: id } } }
            """
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"nodes":[{"__typename":"Denial","id":"d","note":"Never","again":"d"},{"__typename":"Actor","id":"a","name":"Ann","grouping":null,"named":true,"again":"a"},null,{"__typename":"Grouping","id":"both","name":"Both","grouping":{"id":"both"},"again":"both"},{"__typename":"Membership","id":"m1","target":{"id":"plain"},"role":{"id":"member"},"again":"m1"},{"__typename":"Partnership","id":"x","target":{"id":"both"},"again":"x"},{"__typename":"Concept","id":"network","scheme":"grouping-kind","again":"network"},{"__typename":"Territory","id":"dijon","name":"Dijon","again":"dijon"},{"__typename":"Source","id":"s1","title":"One","again":"s1"},{"__typename":"Passage","id":"p1","locator":"1.18","again":"p1"},{"__typename":"Measure","id":"n2","value":7,"again":"n2"},{"__typename":"Actor","id":"a","name":"Ann","grouping":null,"named":true,"again":"a"},null]}"""
            )
        );
    }

    [Test]
    public async Task One_is_found_as_a_node_or_is_null()
    {
        var data = await DataAsync(
            """{ acts: node(id: "acts") { __typename id } m1: node(id: "m1") { ... on Membership { actor { name } } } term: node(id: "network") { ... on Actor { name } } none: node(id: "nobody") { id } empty: nodes(ids: []) { id } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"acts":{"__typename":"Grouping","id":"acts"},"m1":{"actor":{"name":"Both"}},"term":{},"none":null,"empty":[]}"""
            )
        );
    }

    [Test]
    public async Task A_page_below_a_node_is_one_like_others()
    {
        var data = await DataAsync(
            """{ node(id: "plain") { ... on Grouping { members(first: 1, where: { not: { name: { eq: "Acts" } } }) { totalCount nodes { name } pageInfo { hasNextPage } } } } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"node":{"members":{"totalCount":1,"nodes":[{"name":"Both"}],"pageInfo":{"hasNextPage":false}}}}"""
            )
        );
    }

    [Test]
    public async Task An_unknown_id_below_a_node_is_an_error_of_that_field()
    {
        var error = await ErrorAsync(
            """{ node(id: "plain") { ... on Grouping { members(where: { kind: { nunder: "nope" } }) { totalCount } } } }"""
        );

        Assert.That(error.Code, Is.EqualTo("UNKNOWN_ID"));
        Assert.That(error.Message, Does.StartWith("under: there is no concept 'nope'"));
    }

    [TestCase("{ __typename }")]
    [TestCase("{ actors { totalCount } }")]
    [TestCase("{ actor(id: \"a\") { id } actors(where: { kind: { under: \"nope\" } }) { totalCount } }")]
    public async Task An_answer_says_which_data_set_it_is_from(string query)
    {
        var sha256 = (await DataAsync("{ dataset { sha256 } }"))
            .GetProperty("dataset")
            .GetProperty("sha256")
            .GetString();

        Assert.That(await FingerprintsAsync(query), Is.EqualTo((sha256, sha256)));
    }

    [Test]
    public async Task The_data_set_is_described()
    {
        var data = await DataAsync(
            "{ dataset { __typename title version actorCount groupingCount membershipCount partnershipCount sha256 } }"
        );

        Assert.That(
            data.GetRawText(),
            Does.StartWith(
                """{"dataset":{"__typename":"Dataset","title":"Untitled data set","version":"0","actorCount":3,"groupingCount":3,"membershipCount":4,"partnershipCount":2,"sha256":" """.TrimEnd()
            )
        );
    }
}

namespace EcosystemGraph.Contracts.Tests;

/// <summary>Whatever cites a passage is reached from it, and each form of a name from its body.</summary>
public abstract class PassagesContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] = "id,name,acronym\na1,Ann,\na2,Bob & Co,BC\nboth,Both,BO\n",
            ["groupings.csv"] = "id,name,acronym,passages,mention\nboth,Both,BO,p1,the two\ng2,Alpha,,p1|p2,\n",
            ["memberships.csv"] = "id,actor,grouping,passages\nm1,a1,both,p3\n",
            ["denials.csv"] =
                "id,source,target,type,passages,mention\nd2,a1,g2,unspecified,p1,Alpha\nd1,both,a2,unspecified,p1|p2,Bob\n",
            ["measures.csv"] =
                "id,subject,concept,value,at,passages\nn1,g2,member-count,4,2020,p1\nn2,both,other-member-count,22,,p1\nn3,g2,member-count,3,2019,p1|p2\n",
            ["names.csv"] = """
                entity,name,confidence,passages
                both,Zwei,INFERRED,p2|p1
                both,alpha,UNCERTAIN,
                both,BO,INFERRED,p1
                a2,Bob,UNCERTAIN,p1
                a2,Bob,STATED,p3
                a2,Bob & Co,INFERRED,
                a1,Ann,STATED,p1
                """,
            ["sources.csv"] = "id,title\ns,S\n",
            ["passages.csv"] = "id,source,question,paragraph\np1,s,1,1\np2,s,1,2\np3,s,1,3\np4,s,1,4\n",
        };

    [TestCase(
        "p1",
        """[{"subject":{"id":"g2"},"value":3},{"subject":{"id":"g2"},"value":4},{"subject":{"id":"both"},"value":22}]"""
    )]
    [TestCase("p2", """[{"subject":{"id":"g2"},"value":3}]""")]
    [TestCase("p3", "[]")]
    public async Task A_passage_gives_numbers_by_concept_then_date(string id, string expected)
    {
        var data = await DataAsync($"{{ passage(id: \"{id}\") {{ measures {{ subject {{ id }} value }} }} }}");

        Assert.That(data.GetProperty("passage").GetProperty("measures").GetRawText(), Is.EqualTo(expected));
    }

    [TestCase(
        "p1",
        """{"denials":[{"id":"d1","target":{"id":"a2"}},{"id":"d2","target":{"id":"g2"}}],"groupings":[{"id":"g2"},{"id":"both"}]}"""
    )]
    [TestCase("p2", """{"denials":[{"id":"d1","target":{"id":"a2"}}],"groupings":[{"id":"g2"}]}""")]
    [TestCase("p3", """{"denials":[],"groupings":[]}""")]
    [TestCase("p4", """{"denials":[],"groupings":[]}""")]
    public async Task A_passage_denies_and_describes(string id, string expected)
    {
        var data = await DataAsync(
            $"{{ passage(id: \"{id}\") {{ denials {{ id target {{ id }} }} groupings {{ id }} }} }}"
        );

        Assert.That(data.GetProperty("passage").GetRawText(), Is.EqualTo(expected));
    }

    [TestCase("p1", "BO of both,Zwei of both,Ann of a1,Bob of a2")]
    [TestCase("p2", "Zwei of both")]
    [TestCase("p3", "Bob of a2")]
    [TestCase("p4", "")]
    public async Task A_passage_has_the_forms_that_stand_in_it(string id, string expected)
    {
        var data = await DataAsync($"{{ passage(id: \"{id}\") {{ nameForms {{ name entity {{ id }} }} }} }}");
        var forms = data.GetProperty("passage")
            .GetProperty("nameForms")
            .EnumerateArray()
            .Select(form => $"{form.GetProperty("name")} of {form.GetProperty("entity").GetProperty("id")}");

        Assert.That(forms, Is.EqualTo(expected.Split(',', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Test]
    public async Task Each_name_says_how_sure_it_is_and_where_it_stands()
    {
        const string Forms = "names nameForms { name confidence evidence { mention passage { id } } }";
        var data = await DataAsync(
            $"{{ entity(id: \"both\") {{ {Forms} }} actor(id: \"both\") {{ nameForms {{ name }} }} bob: actor(id: \"a2\") {{ {Forms} }} }}"
        );

        Assert.That(
            data.GetProperty("entity").GetRawText(),
            Is.EqualTo(
                """{"names":["Both","alpha","BO","Zwei"],"nameForms":[{"name":"Both","confidence":"STATED","evidence":[]},{"name":"alpha","confidence":"UNCERTAIN","evidence":[]},{"name":"BO","confidence":"INFERRED","evidence":[{"mention":"BO","passage":{"id":"p1"}}]},{"name":"Zwei","confidence":"INFERRED","evidence":[{"mention":"Zwei","passage":{"id":"p1"}},{"mention":"Zwei","passage":{"id":"p2"}}]}]}"""
            )
        );
        Assert.That(
            data.GetProperty("actor").GetRawText(),
            Is.EqualTo("""{"nameForms":[{"name":"Both"},{"name":"alpha"},{"name":"BO"},{"name":"Zwei"}]}""")
        );
        // A form that stands in two rows is one form, as sure as its surest row.
        Assert.That(
            data.GetProperty("bob").GetRawText(),
            Is.EqualTo(
                """{"names":["Bob & Co","BC","Bob"],"nameForms":[{"name":"Bob & Co","confidence":"INFERRED","evidence":[]},{"name":"BC","confidence":"STATED","evidence":[]},{"name":"Bob","confidence":"STATED","evidence":[{"mention":"Bob","passage":{"id":"p1"}},{"mention":"Bob","passage":{"id":"p3"}}]}]}"""
            )
        );
    }

    [TestCase("{ nameForms: { some: { confidence: { eq: UNCERTAIN } } } }", "both")]
    [TestCase("{ nameForms: { some: { confidence: { eq: INFERRED }, name: { contains: \"bob\" } } } }", "a2")]
    [TestCase("{ nameForms: { some: { evidence: { some: { passage: { id: { eq: \"p3\" } } } } } } }", "a2")]
    [TestCase("{ nameForms: { all: { confidence: { eq: STATED } } } }", "a1")]
    public async Task Bodies_are_found_by_the_forms_of_their_names(string where, string expected) =>
        Assert.That(await IdsAsync("actors", $"where: {where}"), Is.EqualTo(expected.Split(',')));
}

namespace EcosystemGraph.Contracts.Tests;

/// <summary>A concept may stand under several, and is found by each of them.</summary>
public abstract class VocabularyContract : StoreContract
{
    // Steps of a ladder, each under both sides of the step above: more ways from its foot to its head than can be walked one by one.
    private const int Steps = 40;

    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] = "id,name,kind\na1,Ann,public-bank\na2,Bob,bank\na3,Cas,ministry\na4,Dee,shop\n",
            ["groupings.csv"] = "id,name,themes\ng1,Gamma,orchards\ng2,Delta,farming\ng3,Eta,foot\n",
            ["memberships.csv"] =
                "id,actor,grouping,role\nm1,a1,g1,guest-member\nm2,a2,g1,member\nm3,a1,g2,guest-member\nm4,a2,g2,operator\n",
            ["partnerships.csv"] =
                "id,source,target,type,themes\nq1,a1,a2,trains-and-funds,orchards\nq2,a3,a4,funds,\n",
            ["concepts.csv"] =
                """
                    id,scheme,label_fr,label_en,broader
                    organisation,actor-kind,organisation,organisation,
                    bank,actor-kind,banque,bank,organisation
                    public-body,actor-kind,organisme public,public body,organisation
                    public-bank,actor-kind,banque publique,public bank,public-body|bank
                    ministry,actor-kind,ministère,ministry,public-body
                    shop,actor-kind,magasin,shop,
                    operator,role,opérateur,operator,member
                    guest-member,role,membre invité,guest member,member|non-member
                    funds,link-type,finance,funds,
                    trains,link-type,forme,trains,accompanies
                    trains-and-funds,link-type,forme et finance,trains and funds,funds|trains
                    farming,theme,agriculture,farming,
                    landscape,theme,paysage,landscape,
                    orchards,theme,vergers,orchards,farming|landscape
                    head,theme,tête,head,
                    left0,theme,g,l,head
                    right0,theme,d,r,head
                    """
                + "\n"
                + string.Concat(
                    Enumerable
                        .Range(1, Steps)
                        .Select(i =>
                            $"left{i},theme,g,l,left{i - 1}|right{i - 1}\nright{i},theme,d,r,right{i - 1}|left{i - 1}\n"
                        )
                )
                + $"foot,theme,pied,foot,left{Steps}|right{Steps}\n",
        };

    [TestCase("actors", "kind: { under: \"bank\" }", "a1,a2")]
    [TestCase("actors", "kind: { under: \"public-body\" }", "a1,a3")]
    [TestCase("actors", "kind: { under: \"organisation\" }", "a1,a2,a3")]
    [TestCase("actors", "kind: { broader: { id: { eq: \"public-body\" } } }", "a1,a3")]
    [TestCase("actors", "kind: { broader: { id: { eq: \"bank\" } } }", "")]
    [TestCase("actors", "kind: { broaderConcepts: { some: { id: { eq: \"bank\" } } } }", "a1")]
    [TestCase("actors", "kind: { broaderConcepts: { none: { under: \"bank\" } } }", "a2,a3,a4")]
    [TestCase("actors", "kind: { broaderConcepts: { any: false } }", "a4")]
    [TestCase("partnerships", "type: { under: \"funds\" }", "q1,q2")]
    [TestCase("partnerships", "type: { under: \"accompanies\" }", "q1")]
    [TestCase("partnerships", "themes: { some: { under: \"landscape\" } }", "q1")]
    [TestCase("groupings", "themes: { some: { under: \"head\" } }", "g3")]
    public async Task Whatever_stands_under_several_is_found_by_each(string list, string where, string expected) =>
        Assert.That(
            await IdsAsync(list, $"where: {{ {where} }}"),
            Is.EqualTo(expected.Split(',', StringSplitOptions.RemoveEmptyEntries))
        );

    [Test]
    public async Task A_concept_names_all_that_are_broader_and_the_first_of_them()
    {
        var data = await DataAsync(
            """{ concept(id: "public-bank") { broader { id } broaderConcepts { id } } top: concept(id: "shop") { broader { id } broaderConcepts { id } } }"""
        );

        // Those listed are in the order of concepts, by their labels.
        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"concept":{"broader":{"id":"public-body"},"broaderConcepts":[{"id":"bank"},{"id":"public-body"}]},"top":{"broader":null,"broaderConcepts":[]}}"""
            )
        );
    }

    [TestCase("bank", "public-bank")]
    [TestCase("public-body", "public-bank,ministry")]
    [TestCase("non-member", "guest-member")]
    public async Task Whoever_names_a_concept_is_narrower(string id, string expected)
    {
        var data = await DataAsync($"{{ concept(id: \"{id}\") {{ narrower {{ id }} }} }}");

        Assert.That(
            data.GetProperty("concept")
                .GetProperty("narrower")
                .EnumerateArray()
                .Select(concept => concept.GetProperty("id").GetString()),
            Is.EqualTo(expected.Split(','))
        );
    }

    [TestCase("farming", "g2,g1")]
    [TestCase("landscape", "g1")]
    [TestCase("head", "g3")]
    public async Task A_theme_has_each_grouping_once(string theme, string expected)
    {
        var data = await DataAsync($"{{ concept(id: \"{theme}\") {{ groupings {{ totalCount nodes {{ id }} }} }} }}");
        var groupings = data.GetProperty("concept").GetProperty("groupings");

        Assert.That(Ids(groupings), Is.EqualTo(expected.Split(',')));
        Assert.That(groupings.GetProperty("totalCount").GetInt32(), Is.EqualTo(expected.Split(',').Length));
    }

    [Test]
    public async Task A_role_that_stands_under_non_member_too_makes_no_member()
    {
        var data = await DataAsync(
            """{ grouping(id: "g1") { members { nodes { id } } } actor(id: "a1") { groupingCount } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo("""{"grouping":{"members":{"nodes":[{"id":"a2"}]}},"actor":{"groupingCount":0}}""")
        );
    }

    [TestCase("farming", "a2,a1")]
    [TestCase("landscape", "a1,a2")]
    public async Task Who_accompanies_a_theme_is_found_by_each(string theme, string expected)
    {
        var data = await DataAsync($"{{ coAccompaniers(theme: \"{theme}\") {{ nodes {{ actor {{ id }} }} }} }}");

        Assert.That(
            data.GetProperty("coAccompaniers")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(node => node.GetProperty("actor").GetProperty("id").GetString()),
            Is.EqualTo(expected.Split(','))
        );
    }
}

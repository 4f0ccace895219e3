namespace EcosystemGraph.Contracts.Tests;

/// <summary>In what capacity a body acts, and who was at the same event.</summary>
public abstract class OccasionsContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] = "id,name\na1,Ann\na2,Bob\na3,Cas\n",
            ["partnerships.csv"] = """
                id,source,target,type,role,occasion,from
                q1,a1,a2,invites,,forum-2017,2017
                q2,a1,a3,invites,,forum-2017,2017
                q3,a1,a2,invites,,day-2019,2019
                q4,a2,a1,advises,expert,,
                ,a3,a1,advises,operator,forum-2017,
                """,
            ["concepts.csv"] = """
                id,scheme,label_fr,label_en,broader
                invites,link-type,invite,invites,
                advises,link-type,conseille,advises,
                expert,role,expert,expert,non-member
                operator,role,opérateur,operator,member
                forum,occasion,Forum annuel,Annual forum,
                forum-2017,occasion,Forum 2017,Forum 2017,forum
                day-2019,occasion,Journée 2019,Day of 2019,
                """,
        };

    private const string Derived = "a3~a1~advises~operator~forum-2017";

    [TestCase("occasion: { id: { eq: \"forum-2017\" } }", "q1,q2," + Derived)]
    [TestCase("occasion: { under: \"forum\" }, type: { id: { eq: \"invites\" } }", "q1,q2")]
    [TestCase("occasion: { label: { contains: \"journee\" } }", "q3")]
    [TestCase("occasion: { id: { eq: null } }", "q4")]
    [TestCase("role: { id: { eq: \"expert\" } }", "q4")]
    [TestCase("role: { under: \"member\" }", Derived)]
    [TestCase("role: { id: { eq: null } }", "q1,q2,q3")]
    public async Task Partnerships_are_found_by_role_and_occasion(string where, string expected) =>
        Assert.That(await IdsAsync("partnerships", $"where: {{ {where} }}"), Is.EqualTo(expected.Split(',')));

    [TestCase(
        "OCCASION",
        """[{"value":"forum-2017","label":"Forum 2017","count":3},{"value":"day-2019","label":"Journée 2019","count":1},{"value":null,"label":null,"count":1}]"""
    )]
    [TestCase(
        "ROLE",
        """[{"value":null,"label":null,"count":3},{"value":"expert","label":"expert","count":1},{"value":"operator","label":"opérateur","count":1}]"""
    )]
    public async Task They_are_counted_by_them(string by, string expected)
    {
        var data = await DataAsync($"{{ partnerships {{ facets(by: {by}) {{ value label count }} }} }}");

        Assert.That(data.GetProperty("partnerships").GetProperty("facets").GetRawText(), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_partnership_says_both()
    {
        var data = await DataAsync(
            $"{{ partnership(id: \"{Derived}\") {{ role {{ label }} occasion {{ scheme label(language: EN) broader {{ id }} }} }} none: partnership(id: \"q4\") {{ occasion {{ id }} }} }}"
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"partnership":{"role":{"label":"opérateur"},"occasion":{"scheme":"occasion","label":"Forum 2017","broader":{"id":"forum"}}},"none":{"occasion":null}}"""
            )
        );
    }

    [TestCase("occasion", "DESC", "q4,q3," + Derived + ",q1,q2")]
    public async Task They_sort_by_its_label(string field, string direction, string expected) =>
        Assert.That(
            await IdsAsync("partnerships", $"order: [{{ {field}: {{ label: {direction} }} }}]"),
            Is.EqualTo(expected.Split(','))
        );

    [Test]
    public async Task Invitations_to_two_events_do_not_contradict_each_other()
    {
        var data = await DataAsync("{ dataset { findings { rule subject } } }");

        Assert.That(
            data.GetProperty("dataset")
                .GetProperty("findings")
                .EnumerateArray()
                .Select(finding => finding.GetProperty("rule").GetString()),
            Does.Not.Contain("contradictory-dates")
        );
    }
}

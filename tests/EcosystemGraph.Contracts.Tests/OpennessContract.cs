namespace EcosystemGraph.Contracts.Tests;

/// <summary>Whether a source's list is complete, so that absence from it means something.</summary>
public abstract class OpennessContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] = "id,name\na1,Ann\na2,Bob\na3,Cas\n",
            ["groupings.csv"] = "id,name,openness\ng1,Gamma,CLOSED\ng2,Delta,OPEN\ng3,Empty,\n",
            ["memberships.csv"] =
                "id,actor,grouping,openness\nm1,a1,g1,CLOSED\nm2,a2,g1,CLOSED\nm3,a1,g2,OPEN\nm4,a3,g3,\n",
            ["partnerships.csv"] = "id,source,target,openness\nq1,a1,a2,OPEN\nq2,a1,a3,UNKNOWN\n",
            ["measures.csv"] = "subject,concept,value\ng1,member-count,6\ng2,member-count,4\ng3,member-count,2\n",
        };

    [TestCase("groupings", "openness: { eq: CLOSED }", "g1")]
    [TestCase("groupings", "openness: { neq: CLOSED }", "g2,g3")]
    [TestCase("memberships", "openness: { eq: OPEN }", "m3")]
    [TestCase("memberships", "openness: { in: [CLOSED, UNKNOWN] }", "m1,m2,m4")]
    [TestCase("memberships", "grouping: { openness: { eq: CLOSED } }, openness: { nin: [OPEN] }", "m1,m2")]
    [TestCase("partnerships", "openness: { eq: OPEN }", "q1")]
    public async Task Facts_are_found_by_the_list_they_stand_in(string list, string where, string expected) =>
        Assert.That(await IdsAsync(list, $"where: {{ {where} }}"), Is.EqualTo(expected.Split(',')));

    [TestCase("groupings", "ASC", "g2,g1,g3")]
    [TestCase("memberships", "DESC", "m4,m1,m2,m3")]
    public async Task They_sort_from_open_to_unknown(string list, string direction, string expected) =>
        Assert.That(await IdsAsync(list, $"order: [{{ openness: {direction} }}]"), Is.EqualTo(expected.Split(',')));

    [TestCase(
        "memberships",
        """[{"value":"CLOSED","count":2,"fr":"liste complète","en":"complete list"},{"value":"OPEN","count":1,"fr":"liste ouverte","en":"open list"},{"value":"UNKNOWN","count":1,"fr":"non précisé","en":"not stated"}]"""
    )]
    [TestCase(
        "partnerships",
        """[{"value":"OPEN","count":1,"fr":"liste ouverte","en":"open list"},{"value":"UNKNOWN","count":1,"fr":"non précisé","en":"not stated"}]"""
    )]
    public async Task They_are_counted_by_it(string list, string expected)
    {
        var data = await DataAsync(
            $"{{ {list} {{ facets(by: OPENNESS) {{ value count fr: label en: label(language: EN) }} }} }}"
        );

        Assert.That(data.GetProperty(list).GetProperty("facets").GetRawText(), Is.EqualTo(expected));
    }

    [Test]
    public async Task Any_link_says_it()
    {
        var data = await DataAsync(
            """{ paths(from: "a2", to: "a3") { links { openness } } grouping(id: "g1") { openness } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"paths":[{"links":[{"openness":"OPEN"},{"openness":"UNKNOWN"}]}],"grouping":{"openness":"CLOSED"}}"""
            )
        );
    }

    [Test]
    public async Task A_finding_on_members_that_are_not_named_says_whether_the_list_is_complete()
    {
        var data = await DataAsync("{ dataset { findings { rule message(language: EN) } } }");
        var messages = data.GetProperty("dataset")
            .GetProperty("findings")
            .EnumerateArray()
            .Where(finding => finding.GetProperty("rule").GetString() == "unnamed-members")
            .Select(finding => finding.GetProperty("message").GetString());

        Assert.That(
            messages,
            Is.EqualTo(
                new[]
                {
                    "“Gamma”, members declared: 6, named: 2, not named: 4; the source gives its list as complete.",
                    "“Delta”, members declared: 4, named: 1, not named: 3; the source’s list is open.",
                    "“Empty”, members declared: 2, named: 1, not named: 1; the source does not say whether its list is complete.",
                }
            )
        );
    }
}

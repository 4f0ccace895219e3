namespace EcosystemGraph.Contracts.Tests;

/// <summary>Semantics: Dates, each row of its table, as a field and as a filter.</summary>
public abstract class DatesContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] = "id,name\na,A\nb,B\n",
            ["memberships.csv"] = """
                id,actor,grouping,from,to,status,passages
                past,a,g,2014,2018,PAST,p
                current,a,g,2013,,CURRENT,p
                undated,a,g,,,CURRENT,p
                over,a,g,,,PAST,p
                planned,a,g,2021-H2,,PLANNED,p
                unknown,a,g,,,UNKNOWN,p
                unsourced,a,g,,,CURRENT,
                later,a,g,,,CURRENT,p|q
                day,b,g,2019-02-28,2020-02-29,CURRENT,p
                """,
            ["sources.csv"] = "id,title,date\ns,S,2021\nt,T,2023-H1\nu,U,\n",
            ["passages.csv"] = "id,source,question,paragraph\np,s,1,1\nq,t,1,1\nr,u,1,1\n",
        };

    [TestCase("past", "2016", "CERTAIN")]
    [TestCase("past", "2014", "POSSIBLE")]
    [TestCase("past", "2018", "POSSIBLE")]
    [TestCase("past", "2019", "NO")]
    [TestCase("past", "2013", "NO")]
    [TestCase("current", "2016", "CERTAIN")]
    [TestCase("current", "2021", "CERTAIN")]
    [TestCase("current", "2025", "POSSIBLE")]
    [TestCase("current", "2012", "NO")]
    [TestCase("undated", "2016", "POSSIBLE")]
    [TestCase("undated", "2021", "CERTAIN")]
    [TestCase("over", "2022", "NO")]
    [TestCase("over", "2020", "POSSIBLE")]
    [TestCase("planned", "2021", "POSSIBLE")]
    [TestCase("planned", "2023", "POSSIBLE")]
    [TestCase("planned", "2020", "NO")]
    [TestCase("unknown", "1900", "POSSIBLE")]
    [TestCase("unsourced", "2021", "POSSIBLE")]
    [TestCase("later", "2023-Q1", "CERTAIN")]
    [TestCase("later", "2021", "POSSIBLE")]
    [TestCase("day", "2019-02-28", "CERTAIN")]
    [TestCase("day", "2019-02-27", "NO")]
    [TestCase("day", "2020-Q1", "POSSIBLE")]
    [TestCase("day", "2020-02-29", "CERTAIN")]
    [TestCase("day", "2019-Q4", "CERTAIN")]
    public async Task Activity_at_a_date_follows_the_table(string id, string at, string expected)
    {
        var data = await DataAsync(
            "query($id: ID!, $at: PartialDate!) { membership(id: $id) { activity(at: $at) } }",
            new { id, at }
        );
        Assert.That(data.GetProperty("membership").GetProperty("activity").GetString(), Is.EqualTo(expected));

        foreach (var least in new[] { "CERTAIN", "POSSIBLE", "NO" })
        {
            var found = await IdsAsync("memberships", $"where: {{ activeAt: {{ date: \"{at}\", atLeast: {least} }} }}");
            var reaches = expected == "CERTAIN" || least == "NO" || (expected == "POSSIBLE" && least == "POSSIBLE");
            Assert.That(found, reaches ? Does.Contain(id) : Does.Not.Contain(id), least);
        }
    }

    [TestCase("eq", "2014", "past")]
    [TestCase("eq", "2021-H2", "planned")]
    [TestCase("eq", "2021", "")]
    [TestCase("lt", "2014", "current")]
    [TestCase("lt", "2014-07", "current")]
    [TestCase("lte", "2014", "current,past")]
    [TestCase("lte", "2014-07", "current")]
    [TestCase("gt", "2014", "day,planned")]
    [TestCase("gt", "2019-02-27", "planned,day")]
    [TestCase("gte", "2014", "past,day,planned")]
    [TestCase("gte", "2021-H2", "planned")]
    [TestCase("gte", "2021-H2", "planned")]
    public async Task Dates_compare_as_spans(string operation, string date, string expected)
    {
        var found = await IdsAsync("memberships", $"where: {{ from: {{ {operation}: \"{date}\" }} }}");
        Assert.That(found, Is.EquivalentTo(expected.Split(',', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Test]
    public async Task The_absent_are_found_by_null_and_by_negations()
    {
        Assert.That(
            await IdsAsync("memberships", "where: { from: { eq: null } }"),
            Is.EquivalentTo(new[] { "undated", "over", "unknown", "unsourced", "later" })
        );
        Assert.That(
            await IdsAsync("memberships", "where: { from: { neq: null } }"),
            Is.EquivalentTo(new[] { "past", "current", "planned", "day" })
        );
        Assert.That(await IdsAsync("memberships", "where: { from: { neq: \"2014\" } }"), Has.Length.EqualTo(8));
        Assert.That(
            await IdsAsync("memberships", "where: { from: { nin: [\"2014\", \"2013\"] } }"),
            Has.Length.EqualTo(7)
        );
        Assert.That(
            await IdsAsync("memberships", "where: { from: { in: [\"2014\", \"2013\"] } }"),
            Is.EqualTo(new[] { "current", "past" })
        );
        Assert.That(await IdsAsync("memberships", "where: { from: { in: [] } }"), Is.Empty);
    }
}

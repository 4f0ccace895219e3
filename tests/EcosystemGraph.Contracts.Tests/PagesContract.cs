namespace EcosystemGraph.Contracts.Tests;

/// <summary>Semantics: Pages.</summary>
public abstract class PagesContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] =
                "id,name,acronym\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 13)
                        .Select(i =>
                            $"a{i:00},{"Same,Same,Other,Zed,Alf".Split(',')[i % 5]},{(i % 3 == 0 ? "" : $"X{i % 4}")}\n"
                        )
                ),
            ["memberships.csv"] =
                "id,actor,grouping,from\n"
                + string.Concat(
                    Enumerable.Range(0, 13).Select(i => $"m{i:00},a{i:00},g,{(i % 4 == 0 ? "" : 2015 + i % 3)}\n")
                ),
            ["partnerships.csv"] =
                "id,source,target,from\n"
                + string.Concat(
                    Enumerable.Range(1, 9).Select(i => $"q{i},a00,a{i:00},{(i % 3 == 0 ? "" : 2015 + i % 2)}\n")
                ),
        };

    private static readonly string[] Lists =
    [
        "actors",
        "memberships",
        "partnerships",
        "grouping(id: \"g\") { members",
        "grouping(id: \"g\") { memberships",
        "actor(id: \"a00\") { partnerships",
    ];

    private static readonly string[] Orders =
    [
        "",
        "order: [{ from: DESC }]",
        "order: [{ from: ASC }]",
        "order: [{ acronym: ASC }]",
        "order: [{ acronym: DESC }, { name: ASC }]",
        "order: [{ actor: { acronym: DESC } }]",
        "order: [{ target: { name: ASC } }]",
    ];

    private static IEnumerable<(string List, string Order)> Cases =>
        from list in Lists
        from order in Orders
        let actors = list.EndsWith("actors", StringComparison.Ordinal)
            || list.EndsWith("members", StringComparison.Ordinal)
        let links = !actors
        where
            order.Length == 0
            || (order.Contains("from", StringComparison.Ordinal) && links)
            || (order.StartsWith("order: [{ acronym", StringComparison.Ordinal) && actors)
            || (
                order.Contains("actor:", StringComparison.Ordinal)
                && list.EndsWith("memberships", StringComparison.Ordinal)
            )
            || (
                order.Contains("target:", StringComparison.Ordinal)
                && list.EndsWith("partnerships", StringComparison.Ordinal)
            )
        select (list, order);

    [TestCaseSource(nameof(Cases))]
    public async Task Forward_and_backward_pages_cover_the_list_in_one_order((string List, string Order) of)
    {
        var all = (await PageAsync(of, "first: 100")).Ids;
        Assert.That(all, Is.Unique.And.Not.Empty);
        foreach (var size in new[] { 1, 2, 5 })
        {
            var forward = new List<string>();
            for (string? after = null; ; )
            {
                var page = await PageAsync(of, $"first: {size}{(after is null ? "" : $", after: \"{after}\"")}");
                Assert.That(page.HasPrevious, Is.EqualTo(forward.Count > 0));
                forward.AddRange(page.Ids);
                Assert.That(page.HasNext, Is.EqualTo(forward.Count < all.Length));
                if (!page.HasNext)
                    break;
                after = page.End;
            }
            Assert.That(forward, Is.EqualTo(all));

            var backward = new List<string>();
            for (string? before = null; ; )
            {
                var page = await PageAsync(of, $"last: {size}{(before is null ? "" : $", before: \"{before}\"")}");
                Assert.That(page.HasNext, Is.EqualTo(backward.Count > 0));
                backward.InsertRange(0, page.Ids);
                Assert.That(page.HasPrevious, Is.EqualTo(backward.Count < all.Length));
                if (!page.HasPrevious)
                    break;
                before = page.Start;
            }
            Assert.That(backward, Is.EqualTo(all));
        }
    }

    [Test]
    public async Task After_and_before_keep_what_lies_between()
    {
        var cursors = new List<string>();
        var all = (await DataAsync("{ actors(first: 100) { edges { cursor node { id } } } }"))
            .GetProperty("actors")
            .GetProperty("edges")
            .EnumerateArray()
            .ToArray();
        cursors.AddRange(all.Select(edge => edge.GetProperty("cursor").GetString()!));
        var of = ("actors", "");

        Assert.That(
            (await PageAsync(of, $"first: 100, after: \"{cursors[2]}\", before: \"{cursors[6]}\"")).Ids,
            Has.Length.EqualTo(3)
        );
        foreach (var size in new[] { "first: 2", "last: 2", "first: 0", "last: 0" })
        {
            foreach (var (low, high) in new[] { (2, 6), (6, 2), (3, 3), (0, 12), (12, 0) })
            {
                var page = await PageAsync(of, $"{size}, after: \"{cursors[low]}\", before: \"{cursors[high]}\"");
                Assert.That(page.Ids, Has.Length.EqualTo(size.EndsWith('0') || low >= high ? 0 : 2));
            }
        }
    }

    [Test]
    public async Task A_page_of_none_still_counts()
    {
        var data = await DataAsync(
            "{ actors(first: 0) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"actors":{"totalCount":13,"nodes":[],"edges":[],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}}"""
            )
        );
    }

    [Test]
    public async Task A_cursor_goes_on_where_its_record_no_longer_fits_the_filter()
    {
        var first = await PageAsync(("actors", ""), "first: 1");
        var page = await PageAsync(
            ("actors", ""),
            $"first: 3, after: \"{first.End}\", where: {{ name: {{ eq: \"Zed\" }} }}"
        );

        Assert.That(page.Ids, Is.EqualTo(new[] { "a03", "a08" }));
        Assert.That(page.HasPrevious, Is.False, "nothing that fits comes before");
    }

    [TestCase("x")]
    [TestCase("")]
    [TestCase("W10")]
    [TestCase("WyJRdWVyeS5hY3RvcnMgYnkgbmFtZUtleSJd")]
    [TestCase("bnVsbA")]
    public async Task A_malformed_cursor_is_an_error(string cursor)
    {
        Assert.That(
            (await ErrorAsync("query($c: String) { actors(after: $c) { totalCount } }", new { c = cursor })).Code,
            Is.EqualTo("BAD_CURSOR")
        );
    }

    [Test]
    public async Task A_cursor_belongs_to_its_list_and_its_order()
    {
        var cursor = (await PageAsync(("actors", ""), "first: 1")).End;

        Assert.That(
            (await ErrorAsync("query($c: String) { memberships(after: $c) { totalCount } }", new { c = cursor })).Code,
            Is.EqualTo("BAD_CURSOR")
        );
        Assert.That(
            (
                await ErrorAsync(
                    "query($c: String) { actors(after: $c, order: [{ name: ASC }]) { totalCount } }",
                    new { c = cursor }
                )
            ).Code,
            Is.EqualTo("BAD_CURSOR")
        );
        Assert.That(
            (
                await ErrorAsync(
                    "query($c: String) { grouping(id: \"g\") { members(before: $c) { totalCount } } }",
                    new { c = cursor }
                )
            ).Code,
            Is.EqualTo("BAD_CURSOR")
        );
    }

    private async Task<(string[] Ids, bool HasPrevious, bool HasNext, string? Start, string? End)> PageAsync(
        (string List, string Order) of,
        string arguments
    )
    {
        var nested = of.List.Contains('{', StringComparison.Ordinal);
        var data = await DataAsync(
            $"{{ {of.List}({arguments}{(of.Order.Length == 0 ? "" : ", " + of.Order)}) {{ nodes {{ id }} pageInfo {{ hasPreviousPage hasNextPage startCursor endCursor }} }} {(nested ? "}" : "")} }}"
        );
        var page = data.EnumerateObject().Single().Value;
        if (nested)
            page = page.EnumerateObject().Single().Value;
        var info = page.GetProperty("pageInfo");
        return (
            Ids(page),
            info.GetProperty("hasPreviousPage").GetBoolean(),
            info.GetProperty("hasNextPage").GetBoolean(),
            info.GetProperty("startCursor").GetString(),
            info.GetProperty("endCursor").GetString()
        );
    }
}

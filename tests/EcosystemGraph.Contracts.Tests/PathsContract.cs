namespace EcosystemGraph.Contracts.Tests;

/// <summary>Semantics: Questions, paths.</summary>
public abstract class PathsContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } = NetworksContract.SmallPackage;

    [TestCase("from: \"ann\", to: \"bob\"", "ann p1 bob")]
    [TestCase("from: \"bob\", to: \"ann\"", "bob p1 ann")]
    [TestCase("from: \"alpha\", to: \"bob\"", "alpha m2 bob")]
    [TestCase("from: \"ann\", to: \"beta\"", "ann p1 bob m3 beta")]
    [TestCase("from: \"ann\", to: \"bob\", links: [MEMBERSHIP]", "ann m1 alpha m2 bob")]
    [TestCase("from: \"alpha\", to: \"bob\", links: [PARTNERSHIP]", "alpha p3 bob")]
    [TestCase("from: \"zed\", to: \"eve\"", "zed p2 dan m4 beta m7 gamma m8 eve")]
    [TestCase("from: \"zed\", to: \"eve\", maxLength: 4", "zed p2 dan m4 beta m7 gamma m8 eve")]
    [TestCase("from: \"zed\", to: \"eve\", maxLength: 3", "")]
    [TestCase("from: \"alpha\", to: \"beta\"", "alpha m2 bob m3 beta")]
    [TestCase("from: \"alpha\", to: \"beta\", includeCategories: true", "alpha m2 bob m3 beta|alpha m5 cat m6 beta")]
    [TestCase("from: \"alpha\", to: \"beta\", includeCategories: true, first: 1", "alpha m2 bob m3 beta")]
    [TestCase("from: \"alpha\", to: \"beta\", first: 0", "")]
    [TestCase("from: \"cat\", to: \"ann\"", "cat m5 alpha m1 ann")]
    [TestCase(
        "from: \"alpha\", to: \"dan\", activeAt: { date: \"2021\", atLeast: CERTAIN }",
        "alpha m2 bob m3 beta m4 dan"
    )]
    [TestCase("from: \"ann\", to: \"alpha\", activeAt: { date: \"2021\" }", "ann p1 bob m2 alpha")]
    [TestCase("from: \"ann\", to: \"bob\", activeAt: { date: \"2000\" }", "")]
    [TestCase("from: \"ann\", to: \"lone\"", "")]
    [TestCase("from: \"ann\", to: \"ann\"", "ann")]
    [TestCase("from: \"lone\", to: \"lone\", links: []", "lone")]
    public async Task The_shortest_chains_are_found_in_the_order_of_their_bodies(string arguments, string expected)
    {
        var data = await DataAsync(
            $"{{ paths({arguments}) {{ length entities {{ id }} links {{ id source {{ id }} target {{ id }} }} }} }}"
        );
        var paths = data.GetProperty("paths")
            .EnumerateArray()
            .Select(path =>
            {
                string[] bodies =
                [
                    .. path.GetProperty("entities")
                        .EnumerateArray()
                        .Select(body => body.GetProperty("id").GetString()!),
                ];
                var links = path.GetProperty("links").EnumerateArray().ToArray();
                Assert.That(links, Has.Length.EqualTo(path.GetProperty("length").GetInt32()));
                for (var step = 0; step < links.Length; step++)
                {
                    string[] ends =
                    [
                        links[step].GetProperty("source").GetProperty("id").GetString()!,
                        links[step].GetProperty("target").GetProperty("id").GetString()!,
                    ];
                    Assert.That(
                        ends,
                        Is.EquivalentTo(new[] { bodies[step], bodies[step + 1] }),
                        "a link joins the body before it and the one after it"
                    );
                }
                return string.Join(
                    ' ',
                    bodies.Select(
                        (body, step) =>
                            step < links.Length ? $"{body} {links[step].GetProperty("id").GetString()}" : body
                    )
                );
            });

        Assert.That(string.Join('|', paths), Is.EqualTo(expected));
    }

    [Test]
    public async Task Each_link_says_what_it_is_and_which_passage_says_so()
    {
        var data = await DataAsync(
            """{ paths(from: "ann", to: "gamma") { __typename links { __typename ... on Membership { role { id } } ... on Partnership { type { id } } evidence { passage { locator } } } } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"paths":[{"__typename":"Path","links":[{"__typename":"Partnership","type":{"id":"works-with"},"evidence":[{"passage":{"locator":"1.1"}}]},{"__typename":"Membership","role":{"id":"member"},"evidence":[{"passage":{"locator":"1.1"}}]},{"__typename":"Membership","role":{"id":"member"},"evidence":[{"passage":{"locator":"1.1"}}]}]}]}"""
            )
        );
    }

    [TestCase("from: \"ann\", to: \"bib\"", "UNKNOWN_ID", "to: there is no entity 'bib'; did you mean 'bob'?")]
    [TestCase("from: \"\", to: \"bob\"", "UNKNOWN_ID", "from: there is no entity ''; ")]
    [TestCase("from: \"ann\", to: \"bob\", maxLength: 0", "BAD_ARGUMENT", "maxLength is 0; give 1 to 20")]
    [TestCase("from: \"ann\", to: \"bob\", maxLength: 21", "BAD_ARGUMENT", "maxLength is 21; give 1 to 20")]
    [TestCase(
        "from: \"ann\", to: \"bob\", first: 501",
        "BAD_ARGUMENT",
        "first is 501; give 0 to 500, shortest paths may be very many"
    )]
    public async Task What_is_wrong_is_said(string arguments, string code, string message)
    {
        var error = await ErrorAsync($"{{ paths({arguments}) {{ length }} }}");

        Assert.That(error.Code, Is.EqualTo(code));
        Assert.That(error.Message, Does.StartWith(message));
    }
}

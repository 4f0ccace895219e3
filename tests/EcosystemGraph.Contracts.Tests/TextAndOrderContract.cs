namespace EcosystemGraph.Contracts.Tests;

/// <summary>Semantics: Text and order.</summary>
public abstract class TextAndOrderContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] = """
                id,name,acronym,kind,territory
                a01,Éclair,ÉC,big,t2
                a02,eclair,,big,t1
                a03,Zoe,,small,
                a04,Œuvre,,small,t1
                a05,oeuvre,B,,
                a06,Straße,A,big,t2
                a07,Łódź,,,
                a08,Ørsted,,,
                a09,Ωμέγα,,,
                a10,Ёлка,,,
                a11,😀 smile,,,
                a12,𠀀 tree,,,
                a13,﨎 tree,,,
                a14,10 rue,,,
                a15,9 rue,,,
                a16,!!!,,,
                a17,L’Atelier «des» Possibles,,,
                a18,ZOÉ,,,
                a19,Đakovo & æther,,,
                """,
            ["memberships.csv"] = """
                id,actor,grouping,from,status,regularity
                m1,a01,g,2019,CURRENT,REGULAR
                m2,a02,g,2019-H1,PAST,UNSTATED
                m3,a03,g,,UNKNOWN,LIMITED
                m4,a04,g,2018-12-31,PLANNED,OCCASIONAL
                m5,a05,g,2019-01,CURRENT,REGULAR
                """,
            ["concepts.csv"] = """
                id,scheme,label_fr,label_en,broader
                big,actor-kind,grand,big,
                small,actor-kind,Élevé non,small,
                only-english,theme,,English only,
                neither,theme,,,
                """,
            ["territories.csv"] = "id,name,kind\nt1,Été,commune\nt2,Auxerre,commune\n",
        };

    private Task<string[]> Actors(string arguments) => IdsAsync("actors", arguments);

    [Test]
    public async Task Bodies_stand_by_folded_name_then_id() =>
        Assert.That(
            await Actors("first: 100"),
            Is.EqualTo(
                new[]
                {
                    "a16",
                    "a14",
                    "a15",
                    "a19",
                    "a01",
                    "a02",
                    "a17",
                    "a07",
                    "a04",
                    "a05",
                    "a08",
                    "a11",
                    "a06",
                    "a13",
                    "a12",
                    "a03",
                    "a18",
                    "a09",
                    "a10",
                }.OrderBy(id =>
                    Array.IndexOf(
                        [
                            "a16",
                            "a14",
                            "a15",
                            "a19",
                            "a01",
                            "a02",
                            "a17",
                            "a07",
                            "a04",
                            "a05",
                            "a08",
                            "a11",
                            "a06",
                            "a03",
                            "a18",
                            "a09",
                            "a10",
                            "a13",
                            "a12",
                        ],
                        id
                    )
                )
            )
        );

    [TestCase("ECLAIR", "a01,a02")]
    [TestCase("éclair", "a01,a02")]
    [TestCase("oeuvre", "a04,a05")]
    [TestCase("ŒUVRE", "a04,a05")]
    [TestCase("strasse", "a06")]
    [TestCase("lodz", "a07")]
    [TestCase("orsted", "a08")]
    [TestCase("ΩΜΕΓΑ", "a09")]
    [TestCase("елка", "a10")]
    [TestCase("smile", "a11")]
    [TestCase("𠀀", "a12")]
    [TestCase("latelier", "")]
    [TestCase("l'atelier des possibles", "a17")]
    [TestCase("zoe", "a03,a18")]
    [TestCase("dakovo aether", "a19")]
    [TestCase("a%", "*")]
    public async Task Contains_compares_folded_text(string part, string expected)
    {
        var data = await DataAsync(
            "query($part: String) { actors(first: 100, where: { name: { contains: $part } }) { nodes { id } } }",
            new { part }
        );

        if (expected != "*")
            Assert.That(
                Ids(data.GetProperty("actors")),
                Is.EqualTo(expected.Split(',', StringSplitOptions.RemoveEmptyEntries))
            );
        else
            Assert.That(Ids(data.GetProperty("actors")), Does.Contain("a17"), "'a%' folds to 'a'");
    }

    [Test]
    public async Task Equality_compares_exactly()
    {
        Assert.That(await Actors("""where: { name: { eq: "eclair" } }"""), Is.EqualTo(new[] { "a02" }));
        Assert.That(
            await Actors("""where: { name: { in: ["eclair", "Éclair", "ECLAIR"] } }"""),
            Is.EqualTo(new[] { "a01", "a02" })
        );
    }

    [Test]
    public async Task Starts_and_ends_compare_folded_text_and_their_negations_the_rest()
    {
        Assert.That(await Actors("""where: { name: { startsWith: "É" } }"""), Is.EqualTo(new[] { "a01", "a02" }));
        Assert.That(await Actors("""where: { name: { endsWith: " RUE" } }"""), Is.EqualTo(new[] { "a14", "a15" }));
        Assert.That(await Actors("""first: 100, where: { name: { nstartsWith: "É" } }"""), Has.Length.EqualTo(17));
        Assert.That(
            await Actors("""first: 100, where: { acronym: { ncontains: "a" } }"""),
            Has.Length.EqualTo(18),
            "the absent are not it"
        );
    }

    [Test]
    public async Task Hostile_text_is_only_text()
    {
        foreach (
            var hostile in new[]
            {
                "\" OR 1=1 //",
                "\\",
                "$p0",
                "`x`",
                "'",
                "}) RETURN 1 //",
                new string('x', 10_000),
                "a\u0000b",
            }
        )
        {
            var data = await DataAsync(
                "query($t: String) { actors(where: { name: { eq: $t } }) { totalCount } b: actors(where: { name: { contains: $t } }) { totalCount } }",
                new { t = hostile }
            );
            Assert.That(data.GetProperty("actors").GetProperty("totalCount").GetInt32(), Is.Zero);
        }
    }

    [Test]
    public async Task An_order_by_text_is_by_code_point()
    {
        Assert.That(
            await Actors(
                """order: [{ name: ASC }], where: { id: { in: ["a12", "a13", "a02", "a01", "a03", "a18"] } }"""
            ),
            Is.EqualTo(new[] { "a18", "a03", "a02", "a01", "a13", "a12" })
        );
    }

    [Test]
    public async Task The_absent_stand_last_ascending_and_first_descending()
    {
        Assert.That((await Actors("order: [{ acronym: ASC }]"))[..4], Is.EqualTo(new[] { "a06", "a05", "a01", "a02" }));
        Assert.That((await Actors("order: [{ acronym: DESC }]"))[^3..], Is.EqualTo(new[] { "a01", "a05", "a06" }));
        Assert.That((await Actors("order: [{ acronym: DESC }]"))[0], Is.EqualTo("a02"), "ties by id, ascending");
    }

    [Test]
    public async Task A_key_may_be_a_value_of_what_the_record_names()
    {
        Assert.That(
            (await Actors("order: [{ territory: { name: ASC } }, { name: DESC }]"))[..4],
            Is.EqualTo(new[] { "a01", "a06", "a04", "a02" })
        );
        Assert.That(
            (await Actors("order: [{ kind: { label: ASC } }]"))[..3],
            Is.EqualTo(new[] { "a01", "a02", "a06" })
        );
        Assert.That(
            await IdsAsync("memberships", "order: [{ actor: { name: DESC } }]"),
            Is.EqualTo(
                    new[] { "m1", "m5", "m2", "m4", "m3" }
                        .OrderBy(id => Array.IndexOf(["m1", "m4", "m5", "m2", "m3"], id))
                        .ToArray()
                )
                .Or.EqualTo(new[] { "m4", "m1", "m5", "m2", "m3" })
        );
    }

    [Test]
    public async Task Links_stand_by_start_then_id_and_dates_by_first_day_then_last()
    {
        Assert.That(await IdsAsync("memberships", ""), Is.EqualTo(new[] { "m4", "m5", "m2", "m1", "m3" }));
        Assert.That(
            await IdsAsync("memberships", "order: [{ from: DESC }]"),
            Is.EqualTo(new[] { "m3", "m1", "m2", "m5", "m4" })
        );
    }

    [Test]
    public async Task Enums_sort_as_declared()
    {
        Assert.That(
            await IdsAsync("memberships", "order: [{ status: ASC }]"),
            Is.EqualTo(new[] { "m1", "m5", "m2", "m4", "m3" })
        );
        Assert.That(
            await IdsAsync("memberships", "order: [{ regularity: DESC }]"),
            Is.EqualTo(new[] { "m2", "m3", "m4", "m1", "m5" })
        );
    }

    [Test]
    public async Task Concepts_stand_by_folded_French_label()
    {
        var ids = await IdsAsync("concepts", """where: { id: { in: ["big", "small", "only-english", "neither"] } }""");
        Assert.That(ids, Is.EqualTo(new[] { "small", "only-english", "big", "neither" }));
    }

    [Test]
    public async Task A_text_is_in_the_asked_language_else_in_the_other_else_the_id()
    {
        var data = await DataAsync(
            """{ a: concept(id: "big") { fr: label en: label(language: EN) } b: concept(id: "only-english") { fr: label en: label(language: EN) definition } c: concept(id: "neither") { fr: label en: label(language: EN) } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"a":{"fr":"grand","en":"big"},"b":{"fr":"English only","en":"English only","definition":null},"c":{"fr":"neither","en":"neither"}}"""
            )
        );
    }
}

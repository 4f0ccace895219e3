namespace EcosystemGraph.Contracts.Tests;

/// <summary>What the data tell about themselves.</summary>
public abstract class FindingsContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] =
                "id,name\nann,Ann\nbob,Bob\nlone,Lone\nbobby,Bob\n"
                + string.Concat(Enumerable.Range(0, 105).Select(i => $"x{i:000},X {i:000}\n")),
            ["groupings.csv"] =
                "id,name,from,to,passages\nalpha,Alpha,2010,2015,p1\nbeta,Beta,,,p1\ngamma,Gamma,,,p1\n",
            ["memberships.csv"] = """
                id,actor,grouping,from,to,status,passages
                m1,ann,alpha,2012,2011,PAST,p1
                m2,bob,alpha,2016,,CURRENT,p1
                m3,bob,beta,2012,,CURRENT,p1
                m4,bob,beta,2014,,CURRENT,p1
                m5,ann,beta,2012,2013,PAST,p1
                m6,ann,beta,2014,,CURRENT,p1
                m7,bobby,gamma,,,CURRENT,
                m10,bob,gamma,,,CURRENT,p1
                m8,ann,gamma,2018,,PLANNED,p1
                """,
            ["partnerships.csv"] =
                "id,source,target,type,from,passages\np8,ann,ann,funds,,p1\np9,ann,bob,funds,,p1\np0,ann,bob,funds,,p1\n",
            ["names.csv"] = "entity,name,confidence,passages\nlone,ANN,UNCERTAIN,p1\nann,lone,UNCERTAIN,p1\n",
            ["measures.csv"] =
                "id,subject,concept,value,passages\nq1,beta,member-count,12,p1\nq2,gamma,member-count,1,p1\n",
            ["concepts.csv"] = "id,scheme,label_fr,label_en\nfunds,link-type,finance,funds\n",
            ["sources.csv"] = "id,title,date\ns,Le rapport,2021\n",
            ["passages.csv"] = "id,source,question,paragraph\np1,s,1,1\np2,s,1,2\n",
        };

    [TestCase(
        "contradictory-dates",
        "WARNING",
        "m4",
        "« Bob » → « Beta » (membre) : un début en 2012 et un autre en 2014, sans fin entre les deux.",
        "“Bob” → “Beta” (member): one start in 2012 and another in 2014, and no end between them."
    )]
    [TestCase(
        "declared-count",
        "WARNING",
        "gamma",
        "« Gamma » : plus de membres nommés que déclarés.",
        "“Gamma”: more members are named than declared."
    )]
    [TestCase(
        "duplicate",
        "WARNING",
        "p0",
        "« Ann » → « Bob » (finance) : le même fait se trouve dans deux lignes des données.",
        "“Ann” → “Bob” (funds): the same fact stands in two rows of the data."
    )]
    [TestCase(
        "no-passage",
        "WARNING",
        "m7",
        "« Bob » → « Gamma » (membre) : aucun passage d’un document n’est cité.",
        "“Bob” → “Gamma” (member): no passage of a document is cited."
    )]
    [TestCase(
        "outside-grouping",
        "WARNING",
        "m2",
        "« Bob » → « Alpha » (membre) : les dates sortent de celles du regroupement.",
        "“Bob” → “Alpha” (member): the dates lie outside those of the grouping."
    )]
    [TestCase(
        "perhaps-one-body",
        "INFO",
        "ann",
        "« Ann » et « Lone » : peut-être un seul acteur ; la source ne le précise pas.",
        "“Ann” and “Lone”: perhaps one body; the source does not say."
    )]
    [TestCase(
        "period",
        "WARNING",
        "m1",
        "« Ann » → « Alpha » (membre) : la fin précède le début.",
        "“Ann” → “Alpha” (member): it ends before it starts."
    )]
    [TestCase(
        "self-link",
        "WARNING",
        "p8",
        "« Ann » → « Ann » (finance) : le lien mène d’un acteur à lui-même.",
        "“Ann” → “Ann” (funds): the link leads from a body to itself."
    )]
    [TestCase(
        "shared-form",
        "WARNING",
        "bobby",
        "« Bob » : un de ses noms désigne aussi un autre acteur.",
        "“Bob”: one of its names also means another body."
    )]
    [TestCase(
        "status",
        "WARNING",
        "m8",
        "« Ann » → « Gamma » (membre) : les dates contredisent l’état que donne la source.",
        "“Ann” → “Gamma” (member): the dates contradict the status that the source gives."
    )]
    [TestCase(
        "uncited-passage",
        "INFO",
        "p2",
        "« Le rapport », passage 1.2 : aucune donnée ne cite ce passage.",
        "“Le rapport”, passage 1.2: nothing in the data cites this passage."
    )]
    [TestCase(
        "unnamed-members",
        "INFO",
        "beta",
        "« Beta », membres déclarés : 12, nommés : 2, non nommés : 10 ; la source ne dit pas si sa liste est complète.",
        "“Beta”, members declared: 12, named: 2, not named: 10; the source does not say whether its list is complete."
    )]
    public async Task Each_rule_finds_what_it_is_for(
        string rule,
        string severity,
        string subject,
        string french,
        string english
    )
    {
        var found = (await FindingsAsync()).Where(finding => finding.Rule == rule).ToArray();

        Assert.That(
            found,
            Is.EqualTo(new[] { new Found(rule, severity, subject, french, english) }),
            string.Join('\n', found.AsEnumerable())
        );
    }

    [Test]
    public async Task Of_many_findings_of_a_rule_the_first_are_listed_and_the_others_counted()
    {
        var found = (await FindingsAsync()).Where(finding => finding.Rule == "unlinked-body").ToArray();

        Assert.That(found, Has.Length.EqualTo(101));
        Assert.That(
            found[0],
            Is.EqualTo(
                new Found(
                    "unlinked-body",
                    "INFO",
                    "lone",
                    "« Lone » : aucun lien dans les données.",
                    "“Lone”: no link in the data."
                )
            )
        );
        Assert.That(
            found[100],
            Is.EqualTo(
                new Found(
                    "unlinked-body",
                    "INFO",
                    "unlinked-body",
                    "6 autres constats de cette règle ne sont pas listés.",
                    "6 more findings of this rule are not listed."
                )
            )
        );
    }

    [Test]
    public async Task French_is_set_as_French_is()
    {
        var data = await DataAsync("{ dataset { findings { message } } }");
        foreach (var finding in data.GetProperty("dataset").GetProperty("findings").EnumerateArray())
        {
            Assert.That(
                finding.GetProperty("message").GetString(),
                Does.Not.Match("[^\u202F][;!?]|[^\u00A0]:|«[^\u202F]|[^\u202F]»|'")
            );
        }
    }

    [Test]
    public async Task The_gravest_come_first_then_by_rule()
    {
        var found = (await FindingsAsync())
            .Select(finding => (finding.Severity == "WARNING" ? 1 : 2, finding.Rule))
            .ToArray();

        Assert.That(found, Is.EqualTo(found.Order().ToArray()));
    }

    [Test]
    public async Task Only_what_is_asked_of_them_is_given()
    {
        var data = await DataAsync(
            "{ dataset { __typename actorCount first: findings { __typename severity } title } }"
        );

        Assert.That(
            data.GetRawText(),
            Does.StartWith(
                """{"dataset":{"__typename":"Dataset","actorCount":109,"first":[{"__typename":"DataFinding","severity":"WARNING"},"""
            )
        );
    }

    private sealed record Found(string Rule, string Severity, string Subject, string French, string English);

    // Narrow and unbreakable spaces, read as spaces here.
    private async Task<Found[]> FindingsAsync()
    {
        var data = await DataAsync(
            "{ dataset { findings { rule severity subject fr: message en: message(language: EN) } } }"
        );
        return
        [
            .. data.GetProperty("dataset")
                .GetProperty("findings")
                .EnumerateArray()
                .Select(finding => new Found(
                    finding.GetProperty("rule").GetString()!,
                    finding.GetProperty("severity").GetString()!,
                    finding.GetProperty("subject").GetString()!,
                    finding.GetProperty("fr").GetString()!.Replace('\u202F', ' ').Replace('\u00A0', ' '),
                    finding.GetProperty("en").GetString()!
                )),
        ];
    }
}

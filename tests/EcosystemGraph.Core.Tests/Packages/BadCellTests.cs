using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Packages.Validation;
using EcosystemGraph.Core.Tests.Text;

namespace EcosystemGraph.Core.Tests.Packages;

public class BadCellTests
{
    private const string IdForm = Identifier.Form;
    private const string ListForm = "items are separated by one | each, without one at either end";

    [TestCase("a b,Anna,,,", "actors.csv:2:1: 'a b' is no id; " + IdForm)]
    [TestCase("é,Anna,,,", "actors.csv:2:1: 'é' is no id; " + IdForm)]
    [TestCase("٣,Anna,,,", "actors.csv:2:1: '٣' is no id; " + IdForm)]
    [TestCase("\"a\nb\",Anna,,,", "actors.csv:2:1: 'a\nb' is no id; " + IdForm)]
    [TestCase("e\u0301,Anna,,,", "actors.csv:2:1: 'e[U+0301]' is no id; " + IdForm)]
    [TestCase(
        "anna\u200B,Anna,,,",
        "actors.csv:2:1: 'anna[U+200B]' is no id: it looks like 'anna', but has characters that nobody sees; 'anna'"
    )]
    [TestCase(
        "\uFEFFa\u00ADb,Anna,,,",
        "actors.csv:2:1: '[U+FEFF]a[U+00AD]b' is no id: it looks like 'ab', but has characters that nobody sees; 'ab'"
    )]
    [TestCase("\u200B,Anna,,,", "actors.csv:2:1: '[U+200B]' is no id; " + IdForm)]
    [TestCase("a,Anna,,tr\u200Bue,", "actors.csv:2:9: 'tr[U+200B]ue' is neither true nor false; true or false")]
    [TestCase(",Anna,,,", "actors.csv:2:1: id is empty; every row of actors.csv has an id")]
    [TestCase("a,,,,", "actors.csv:2:3: name is empty; every row of actors.csv has a name")]
    [TestCase("a,\" \",,,", "actors.csv:2:3: name is empty; every row of actors.csv has a name")]
    [TestCase("a,Anna,a bank,,", "actors.csv:2:8: 'a bank' is no id; " + IdForm)]
    [TestCase("a,Anna,,yes,", "actors.csv:2:9: 'yes' is neither true nor false; true or false")]
    [TestCase("a,Anna,,vrai,", "actors.csv:2:9: 'vrai' is neither true nor false; true or false")]
    [TestCase("a,Anna,,,Côte d’Or", "actors.csv:2:10: 'Côte d’Or' is no id; " + IdForm)]
    [TestCase(
        "a b,,a bank,yes,x y",
        "actors.csv:2:1: 'a b' is no id; " + IdForm,
        "actors.csv:2:6: 'a bank' is no id; " + IdForm,
        "actors.csv:2:13: 'yes' is neither true nor false; true or false",
        "actors.csv:2:17: 'x y' is no id; " + IdForm,
        "actors.csv:2:5: name is empty; every row of actors.csv has a name"
    )]
    public async Task Wrong_actors(string row, params string[] errors) =>
        await AssertErrorsAsync("actors.csv", "id,name,kind,named,territory\n" + row + "\n", errors);

    [TestCase(
        "a,g,2019-13,,,,,,",
        "memberships.csv:2:5: '2019-13' is no date; a date is written 2019, 2019-H2, 2019-Q3, 2019-07 or 2019-07-01"
    )]
    [TestCase(
        "a,g,,2019-02-30,,,,,",
        "memberships.csv:2:6: '2019-02-30' is no date; a date is written 2019, 2019-H2, 2019-Q3, 2019-07 or 2019-07-01"
    )]
    [TestCase(
        "a,g,,,Current,,,,",
        "memberships.csv:2:7: 'Current' is no status; one of CURRENT, PAST, PLANNED, UNKNOWN"
    )]
    [TestCase("a,g,,,0,,,,", "memberships.csv:2:7: '0' is no status; one of CURRENT, PAST, PLANNED, UNKNOWN")]
    [TestCase(
        "a,g,,,\"CURRENT, PAST\",,,,",
        "memberships.csv:2:7: 'CURRENT, PAST' is no status; one of CURRENT, PAST, PLANNED, UNKNOWN"
    )]
    [TestCase(
        "a,g,,,\"PAST,PAST\",,,,",
        "memberships.csv:2:7: 'PAST,PAST' is no status; one of CURRENT, PAST, PLANNED, UNKNOWN"
    )]
    [TestCase("a,g,,,,SURE,,,", "memberships.csv:2:8: 'SURE' is no confidence; one of STATED, INFERRED, UNCERTAIN")]
    [TestCase(
        "a,g,,,,,OFTEN,,",
        "memberships.csv:2:9: 'OFTEN' is no regularity; one of REGULAR, OCCASIONAL, LIMITED, UNSTATED"
    )]
    [TestCase("a,g,,,,,,p1||p2,", "memberships.csv:2:10: 'p1||p2' has an empty item; " + ListForm)]
    [TestCase("a,g,,,,,,|p1,", "memberships.csv:2:10: '|p1' has an empty item; " + ListForm)]
    [TestCase("a,g,,,,,,p1|,", "memberships.csv:2:10: 'p1|' has an empty item; " + ListForm)]
    [TestCase("a,g,,,,,,|,", "memberships.csv:2:10: '|' has an empty item; " + ListForm)]
    [TestCase("a,g,,,,,,p1|p1,", "memberships.csv:2:10: 'p1' stands twice in the list; each id once")]
    [TestCase("a,g,,,,,,p1|p 2,", "memberships.csv:2:10: 'p 2' is no id; " + IdForm)]
    [TestCase(
        "a,g,,,,,,p1|p2,m1|m2|m3",
        "memberships.csv:2:16: 3 mentions for 2 passages; one mention, or one for each passage in their order"
    )]
    [TestCase(
        "a,g,,,,,,,m1|m2",
        "memberships.csv:2:11: 2 mentions for 0 passages; one mention, or one for each passage in their order"
    )]
    [TestCase("a,g,,,,,,p1|p2,m1||m2", "memberships.csv:2:16: 'm1||m2' has an empty item; " + ListForm)]
    [TestCase("a,,,,,,,,", "memberships.csv:2:3: grouping is empty; every row of memberships.csv has a grouping")]
    public async Task Wrong_memberships(string row, params string[] errors) =>
        await AssertErrorsAsync(
            "memberships.csv",
            "actor,grouping,from,to,status,confidence,regularity,passages,mention\n" + row + "\n",
            errors
        );

    // One mistake, one error: the mentions do fit the passages as they were written.
    [TestCase("a,g,p1|p 2,m1|m2", "memberships.csv:2:5: 'p 2' is no id; " + IdForm)]
    [TestCase("a,g,p1|p1,m1|m2", "memberships.csv:2:5: 'p1' stands twice in the list; each id once")]
    [TestCase("a,g,p1||p2,m1|m2", "memberships.csv:2:5: 'p1||p2' has an empty item; " + ListForm)]
    [TestCase("a,g,p1||p2,m1|m0|m2", "memberships.csv:2:5: 'p1||p2' has an empty item; " + ListForm)]
    [TestCase("a,g,p1|p2|p3,m1||m3", "memberships.csv:2:14: 'm1||m3' has an empty item; " + ListForm)]
    public async Task A_wrong_passage_is_not_a_wrong_number_of_mentions_too(string row, params string[] errors) =>
        await AssertErrorsAsync("memberships.csv", "actor,grouping,passages,mention\n" + row + "\n", errors);

    [Test]
    public async Task Every_mention_that_is_read_can_be_asked_for()
    {
        using var folder = PackageFolder
            .Small()
            .With(
                "memberships.csv",
                "actor,grouping,passages,mention\na,g,p1|p2,m1|m2|m3\na,g,p1|p 2|p3,m1|m2|m3\na,g,p1|p2|p3,m1||m3\na,g,p1|p1,m1|m2\n"
            );
        foreach (var citation in (await folder.ReadAsync()).Dataset.Memberships.Select(m => m.Citation))
        {
            for (var i = 0; i < citation.Passages.Length; i++)
                Assert.That(citation.MentionAt(i), Is.Not.Empty);
        }
    }

    private const string NumberForm = "digits, with a point before decimals: 28 or 2.5";

    [TestCase("g,member-count,,", "measures.csv:2:16: value is empty; every row of measures.csv has a value")]
    [TestCase("g,member-count,many,", "measures.csv:2:16: 'many' is no number; " + NumberForm)]
    [TestCase("g,member-count,\"2,5\",", "measures.csv:2:16: '2,5' is no number; " + NumberForm)]
    [TestCase("g,member-count,1 000,", "measures.csv:2:16: '1 000' is no number; " + NumberForm)]
    [TestCase("g,member-count,1e3,", "measures.csv:2:16: '1e3' is no number; " + NumberForm)]
    [TestCase("g,member-count,NaN,", "measures.csv:2:16: 'NaN' is no number; " + NumberForm)]
    [TestCase("g,member-count,Infinity,", "measures.csv:2:16: 'Infinity' is no number; " + NumberForm)]
    [TestCase("g,member-count,٢٨,", "measures.csv:2:16: '٢٨' is no number; " + NumberForm)]
    [TestCase("g,member-count,0x1C,", "measures.csv:2:16: '0x1C' is no number; " + NumberForm)]
    [TestCase("g,,28,", "measures.csv:2:3: concept is empty; every row of measures.csv has a concept")]
    [TestCase(
        "g,member-count,28,exactly",
        "measures.csv:2:19: 'exactly' is no qualifier; one of EXACT, AT_LEAST, MORE_THAN, ABOUT"
    )]
    public async Task Wrong_measures(string row, params string[] errors) =>
        await AssertErrorsAsync("measures.csv", "subject,concept,value,qualifier\n" + row + "\n", errors);

    [TestCase("p,s,,,", "passages.csv:2:6: paragraph is empty; every row of passages.csv has a paragraph")]
    [TestCase("p,s,1,x,", "passages.csv:2:7: 'x' is no whole number; a number from 0 on, in digits")]
    [TestCase("p,s,-1,1,", "passages.csv:2:5: '-1' is no whole number; a number from 0 on, in digits")]
    [TestCase("p,s,1,1.5,", "passages.csv:2:7: '1.5' is no whole number; a number from 0 on, in digits")]
    [TestCase(
        "p,s,1,99999999999,",
        "passages.csv:2:7: '99999999999' is no whole number; a number from 0 on, in digits"
    )]
    [TestCase(
        "p,s,1,1,abc",
        "passages.csv:2:9: 'abc' is no fingerprint; 64 lower-case hex digits (validate --document FILE --write fills them)"
    )]
    public async Task Wrong_passages(string row, params string[] errors) =>
        await AssertErrorsAsync("passages.csv", "id,source,question,paragraph,sha256\n" + row + "\n", errors);

    [TestCase("s,Source,fr,", "sources.csv:2:10: 'fr' is no language; one of FR, EN")]
    [TestCase("s,Source,DE,", "sources.csv:2:10: 'DE' is no language; one of FR, EN")]
    [TestCase(
        "s,Source,,soon",
        "sources.csv:2:11: 'soon' is no date; a date is written 2019, 2019-H2, 2019-Q3, 2019-07 or 2019-07-01"
    )]
    public async Task Wrong_sources(string row, params string[] errors) =>
        await AssertErrorsAsync("sources.csv", "id,title,language,date\n" + row + "\n", errors);

    [Test]
    public async Task Numbers_are_read_alike_in_every_culture()
    {
        using var folder = PackageFolder
            .Small()
            .With("measures.csv", "subject,concept,value\ng,x,2.5\ng,x,-3\ng,x,-0\ng,x,1000\n");
        foreach (var culture in InCulture.Awkward)
        {
            var data = InCulture.Run(culture, () => folder.ReadAsync().GetAwaiter().GetResult()).Dataset;
            Assert.That(data.Measures.Select(m => m.Value), Is.EqualTo((double[])[2.5, -3, 0, 1000]), culture);
            Assert.That(double.IsNegative(data.Measures[2].Value), Is.False, "minus nought is nought");
        }
    }

    [Test]
    public async Task Errors_are_worded_alike_in_every_culture()
    {
        using var folder = PackageFolder
            .Small()
            .With("memberships.csv", "actor,grouping,status,passages,mention\na,g,ıNFERRED,p|q,1|2|3\n");
        var expected = await folder.ErrorsAsync();
        Assert.That(expected, Has.Length.EqualTo(2));
        foreach (var culture in InCulture.Awkward)
        {
            Assert.That(
                InCulture.Run(culture, () => folder.ErrorsAsync().GetAwaiter().GetResult()),
                Is.EqualTo(expected),
                culture
            );
        }
    }

    [Test]
    public async Task An_id_with_characters_that_nobody_sees_is_one_mistake_and_two_rows_of_it_are_named()
    {
        using var folder = PackageFolder.Small().With("actors.csv", "id,name\na\u00AD,Anna\nb,Bert\n");
        var reading = await folder.ReadAsync();
        PackageValidator.Validate(reading.Dataset, reading.Issues);
        Assert.That(
            reading.Issues.Errors.Select(folder.Shown),
            Is.EqualTo(
                new[]
                {
                    "actors.csv:2:1: 'a[U+00AD]' is no id: it looks like 'a', but has characters that nobody sees; 'a'",
                }
            ),
            "memberships.csv names 'a', which is there"
        );

        folder.With("actors.csv", "id,name\na,Anna\nb,Bert\na\u00AD,Anna\n");
        reading = await folder.ReadAsync();
        PackageValidator.Validate(reading.Dataset, reading.Issues);
        Assert.That(
            reading.Issues.Errors.Select(folder.Shown),
            Has.Exactly(1)
                .StartsWith("actors.csv:4:1: 'a[U+00AD]' is no id: it looks like 'a'")
                .And.Exactly(1)
                .StartsWith("actors.csv:4:1: id 'a' is that of line 2 too")
        );
    }

    [Test]
    public async Task Characters_that_nobody_sees_in_a_text_are_warned_of_with_their_place()
    {
        using var folder = PackageFolder
            .Small()
            .With("actors.csv", "id,name,acronym\na,\"Plate\u00ADforme, du Lac\",\nb,Bert,\uFEFFB\n")
            .With(
                "memberships.csv",
                "actor,grouping,mention,note_fr\na,g,An\u200Dna,\nb,g,,"
                    + new string('x', 30)
                    + "\u200B"
                    + new string('y', 30)
                    + "\n"
            )
            .With("names.csv", "entity,name\nb,\u202E\u202C\n");
        Assert.That(
            (await folder.ReadAsync()).Issues.Warnings.Select(folder.Shown),
            Is.EqualTo(
                new[]
                {
                    "actors.csv:2:3: character 6 of name is U+00AD, which nobody sees: 'Plate[U+00AD]forme, du Lac'"
                        + Delete,
                    "actors.csv:3:8: character 1 of acronym is U+FEFF, which nobody sees: '[U+FEFF]B'" + Delete,
                    "memberships.csv:2:5: character 3 of mention is U+200D, which nobody sees: 'An[U+200D]na'" + Delete,
                    "memberships.csv:3:6: character 31 of note_fr is U+200B, which nobody sees: 'xxxxxxxxxxxxxxxxxxxx[U+200B]yyyyyyyyyyyyyyyyyyyy'"
                        + Delete,
                    "names.csv:2:3: character 1 of name is U+202E, which nobody sees: '[U+202E][U+202C]'" + Delete,
                }
            )
        );
    }

    private const string Delete =
        "; delete it, unless the script or the emoji needs it; search and filters pass over it";

    [Test]
    public async Task A_wrong_cell_is_read_as_an_empty_one()
    {
        using var folder = PackageFolder
            .Small()
            .With("memberships.csv", "actor,grouping,role,from,status\na,g,a role,2019-13,Past\n");
        var membership = (await folder.ReadAsync()).Dataset.Memberships.Single();
        Assert.That(
            (membership.Role, membership.From, membership.Status),
            Is.EqualTo(("member", (object?)null, Status.UNKNOWN))
        );
    }

    private static async Task AssertErrorsAsync(string file, string text, string[] errors)
    {
        using var folder = PackageFolder.Small().With(file, text);
        Assert.That(await folder.ErrorsAsync(), Is.EqualTo(errors));
    }
}

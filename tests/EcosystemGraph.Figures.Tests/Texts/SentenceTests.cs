using System.Text.RegularExpressions;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Scenes;
using Group = EcosystemGraph.Figures.Scenes.Group;

namespace EcosystemGraph.Figures.Tests.Texts;

/// <summary>
/// All that a figure says of a link, and what each pattern may claim. Every text of a figure that names a body follows one of
/// them; HOW is what the data say of the link, written here a second time, by the rules and not by the program.
/// </summary>
public sealed class SentenceTests
{
    // LINK is A → B or, where it is mutual, A – B.
    private static readonly (string Pattern, string MayClaim)[] Patterns =
    [
        (@"^LINK \(LABEL, HOW\)$", "the link as a whole, where it is pointed at: who, whom, the type's label, how"),
        (@"^(Exemple|Example)COLONLINK \(LABEL, HOW\)$", "the reading line's example: the same"),
        (
            @"^Beta, genreSEP1NBSP(appartenance|membership)COLONLABEL, HOWCOLONAlpha$",
            "a grouping's memberships: that there are so many, how each is"
        ),
        (@"^Alpha, genreCOLONLABEL, HOWCOLONBeta$", "what a body does: the type's label, how"),
        (@"^Beta \(LABEL, HOW\)COLONAlpha$", "a link without a date, listed under a timeline"),
        (@"^CHANGE \(1\)COLONLINK \(LABEL, HOW\)$", "what became of a link between two dates"),
        (@"^(Alpha|Beta), genre$", "a body and its kind"),
        (@"^(Alpha|Beta)$", "a body"),
        (@"^(Le plus de liens|Most ties)COLONAlpha \(1\), Beta \(1\)$", "how many bodies it is tied to in the figure"),
        (
            @"^Au centre, Alpha.*|^At the centre, Alpha.*|^(Qui est à combien de liens de|Who is how many ties away from|Ce qui a changé autour de|What changed around) Alpha$",
            "where it stands in the figure"
        ),
    ];

    private static readonly string[] States =
    [
        "en cours",
        "passé",
        "prévu",
        "état non précisé",
        "current",
        "past",
        "planned",
        "status not stated",
    ];

    private static IEnumerable<(ExtractLink Link, DaySpan? At, Language Language, string Layout)> Cases()
    {
        var (a, b, g) = (
            Networks.Body("a", "Alpha", kind: "genre"),
            Networks.Body("b", "Beta", kind: "genre"),
            Networks.Body("b", "Beta", grouping: true, kind: "genre")
        );
        (string? From, string? To)[] dates =
        [
            (null, null),
            ("2014", null),
            (null, "2018"),
            ("2014", "2018"),
            ("2017", "2017"),
            ("2013-H2", "2018-06"),
        ];
        string?[] asked = [null, "2016", "2014-H2", "2030"];
        LinkChange?[] changes = [null, .. Enum.GetValues<LinkChange>().Cast<LinkChange?>()];
        var at = 0;
        foreach (var status in Enum.GetValues<Status>())
        foreach (var confidence in Enum.GetValues<Confidence>())
        foreach (var (from, to) in dates)
        foreach (var sort in Enumerable.Range(0, 4))
        foreach (var when in asked)
        foreach (var language in Language.All)
        {
            var change = when is null ? changes[at / 7 % changes.Length] : null;
            var link =
                sort < 2
                    ? Networks.Member(a, g, from, to, status, change) with
                    {
                        IsMember = sort == 0,
                    }
                    : Networks.Partner(a, b, from, to, status, change, directed: sort == 2);
            link = link with
            {
                Confidence = confidence,
                Period = Period.Of(link.From, link.To, status, PartialDate.Parse("2021")),
            };
            yield return (
                link,
                when is null ? null : PartialDate.Parse(when).Span,
                language,
                FigureOptions.Layout.Names[at++ / 3 % 4]
            );
        }
    }

    [Test]
    public void No_sentence_of_a_figure_claims_more_than_its_link()
    {
        var used = new HashSet<string>();
        var cases = 0;
        foreach (var (link, at, language, layout) in Cases())
        {
            cases++;
            var (a, b) = (
                Networks.Body("a", "Alpha", kind: "genre"),
                Networks.Body("b", "Beta", grouping: link.IsMembership, kind: "genre")
            );
            var extract = Networks.Make([a, b], [link]) with { At = at };
            var composition = Composer.Compose(
                extract,
                new FigureStyle
                {
                    Language = language,
                    Layout = layout,
                    Title = layout == "RADIAL" ? null : "x",
                },
                CancellationToken.None
            );
            var how = How(link, at, language);
            var said =
                $"{link.Status} {link.Confidence} {link.From}/{link.To} {(link.IsMembership ? "m" : "p")} at {at} {link.Change} {language} {layout}";

            var about = Texts(composition).Where(text => Regex.IsMatch(text, @"\b(Alpha|Beta)\b")).ToArray();
            foreach (var text in about)
            {
                var pattern = Patterns
                    .FirstOrDefault(one => Regex.IsMatch(text, Filled(one.Pattern, link, how, language)))
                    .Pattern;
                Assert.That(pattern, Is.Not.Null, $"{said}: no pattern has '{text}'; how: {how}");
                used.Add(pattern);
            }
            var all = string.Join('\n', Texts(composition));
            Assert.That(all, Does.Contain(how), said);
            Assert.That(
                Regex.IsMatch(all, @"\b(depuis|since) (le |the )?[0-9a-zé]"),
                Is.EqualTo(link is { Status: Status.CURRENT, From: not null, To: null }),
                $"{said}: since\n{all}"
            );
            Assert.That(
                all,
                Does.Not.Match(@"\b(Alpha|Beta)\b[^\n.→–(,;:]*\b(est|sont|is|are)\b(?! à combien| how many)"),
                said
            );
            if (at is not null || link.Change is not null)
            {
                foreach (var state in States)
                    Assert.That(
                        all,
                        Does.Not.Match($@"(, |\(|\n){state}(,|\)|\n|$)"),
                        $"{said}: today's status in place of the date's"
                    );
            }
            if (link.Confidence != Confidence.STATED)
                Assert.That(all, Does.Match(@", (déduit|incertain|inferred|uncertain)\b"), said);
            if (at is not null && layout is "FORCE" or "RADIAL")
            {
                var solid = composition
                    .Scene.Marks.OfType<Group>()
                    .SelectMany(group => group.Marks)
                    .OfType<Line>()
                    .First()
                    .Dash.IsEmpty;
                if (at is { } days)
                    Assert.That(
                        solid,
                        Is.EqualTo(link.Period.At(days) == Activity.CERTAIN),
                        $"{said}: solid is sure at that date"
                    );
            }
            if (language == Language.FR)
                French(all, said);
        }
        Assert.That(cases, Is.GreaterThan(2000));
        Assert.That(Patterns.Select(one => one.Pattern).Except(used), Is.Empty, "a pattern that no figure uses");
    }

    [Test]
    public void What_two_share_is_no_surer_than_the_less_sure_of_their_memberships()
    {
        var (a, b, g) = (
            Networks.Body("a", "Alpha"),
            Networks.Body("b", "Beta"),
            Networks.Body("g", "Gamma", grouping: true)
        );
        foreach (var one in Enum.GetValues<Status>())
        foreach (var other in Enum.GetValues<Status>())
        {
            ExtractLink[] links =
            [
                Networks.Member(a, g, status: one),
                Networks.Member(b, g, status: other) with
                {
                    Confidence = Confidence.UNCERTAIN,
                },
            ];
            var extract = Networks.Make([a, b], []) with
            {
                Projection = ExtractProjection.ACTORS,
                Ties = [new ExtractTie("a", "b", 1, [.. links])],
            };
            var texts = string.Join(
                '\n',
                Texts(Composer.Compose(extract, new FigureStyle { Language = Language.EN }, CancellationToken.None))
            );
            var weakest = new[] { one, other }.MaxBy(status =>
                Array.IndexOf([Status.CURRENT, Status.UNKNOWN, Status.PLANNED, Status.PAST], status)
            );
            Assert.That(
                texts,
                Does.Contain($"Alpha – Beta (1\u00A0grouping in common, {Word(weakest, Language.EN)}, uncertain)"),
                $"{one} {other}"
            );
        }
    }

    [Test]
    public void A_partner_who_was_a_member_is_drawn_as_one_who_was()
    {
        var (a, g) = (Networks.Body("a", "Alpha"), Networks.Body("g", "Gamma", grouping: true));
        var extract = Networks.Make(
            [a, g],
            [Networks.Member(a, g, "2014", "2018", Status.PAST), Networks.Partner(a, g, status: Status.CURRENT)]
        );
        var tie = Composer.Compose(extract, new FigureStyle(), CancellationToken.None).Subject.Ties.Single();
        Assert.That((tie.IsMembership, tie.Status), Is.EqualTo((true, Status.PAST)));
    }

    [TestCaseSource(typeof(Networks), nameof(Networks.Names))]
    public void French_is_set_as_French_is(string network)
    {
        foreach (var layout in FigureOptions.Layout.Names)
        {
            var composition = Composer.Compose(
                Networks.Of(network),
                new FigureStyle
                {
                    Layout = layout,
                    Highlight = ["nobody"],
                    MaxNodes = 40,
                    SizeBy = NodeMeasure.DEGREE,
                    ColorBy = FigureColor.COMMUNITY,
                },
                CancellationToken.None
            );
            // Names are as the data have them; what is put around them is looked at.
            var names = Networks
                .Of(network)
                .Bodies.SelectMany(body =>
                    new[] { body.Name, body.Acronym, body.Kind.In(Language.FR), body.Territory?.In(Language.FR) }
                )
                .Concat(
                    Networks
                        .Of(network)
                        .Ties.SelectMany(tie => tie.Links)
                        .SelectMany(link => new[] { link.Source.Name, link.Target.Name, link.Type.In(Language.FR) })
                )
                .Append(Networks.Of(network).Dataset.Title)
                .OfType<string>()
                .Where(name => Regex.IsMatch(name, "['’;:!?«»]"))
                .Distinct()
                .OrderByDescending(name => name.Length)
                .ToArray();
            var text = string.Join('\n', Texts(composition).Concat(composition.Subject.Warnings));
            foreach (var name in names)
                text = text.Replace(name, "N", StringComparison.Ordinal);
            // The names of arguments are code.
            French(
                Regex.Replace(text, @"\b[a-z][a-zA-Z]+: ([0-9]+|false|KIND|NONE|DEGREE)", "CODE"),
                $"{network} {layout}"
            );
        }
    }

    private static void French(string text, string said)
    {
        var wrong = Regex.Match(text, "[^\u202F\n][;!?]|[^\u00A0\n]:|«[^\u202F]|[^\u202F]»|'");
        Assert.That(
            wrong.Success,
            Is.False,
            $"{said}: '{text[Math.Max(0, wrong.Index - 40)..Math.Min(text.Length, wrong.Index + 20)]}'"
        );
    }

    // What a figure says outside its picture and, in it, where something is pointed at and in its legend.
    private static IEnumerable<string> Texts(Composition composition)
    {
        var sentences = (composition.Caption + "\n" + composition.Scene.Description)
            .Split(["\n", ". "], StringSplitOptions.RemoveEmptyEntries)
            .Select(text => text.TrimEnd('.'));
        foreach (var sentence in sentences)
        {
            var lead = Regex.Match(sentence, "^(Lecture|How to read|Champ|Scope)(\u00A0)?: ");
            yield return sentence[lead.Length..];
        }
        foreach (var group in composition.Scene.Marks.OfType<Group>())
            yield return group.Title;
        foreach (
            var item in EcosystemGraph
                .Figures.Layouts.Arrangements.Of(composition.Subject.Style.Layout)
                .Legend(composition.Subject)
        )
            yield return item.Label;
        foreach (
            var words in composition
                .Scene.Marks.OfType<Words>()
                .Where(words => Regex.IsMatch(words.Text, @"^(Alpha|Beta)"))
        )
            yield return words.Text;
    }

    private static string Filled(string pattern, ExtractLink link, string how, Language language) =>
        pattern
            .Replace("HOW", Regex.Escape(how), StringComparison.Ordinal)
            .Replace("LABEL", Regex.Escape(link.Type.Id), StringComparison.Ordinal)
            .Replace(
                "LINK",
                link.IsMembership || link.Directed ? "Alpha → Beta" : "Alpha – Beta",
                StringComparison.Ordinal
            )
            .Replace("CHANGE", link.Change is { } change ? Word(change, language) : "(?!)", StringComparison.Ordinal)
            .Replace("COLON", language == Language.FR ? "\u00A0: " : ": ", StringComparison.Ordinal)
            .Replace("SEP", ", ", StringComparison.Ordinal)
            .Replace("NBSP", "\u00A0", StringComparison.Ordinal);

    private static string How(ExtractLink link, DaySpan? at, Language language)
    {
        var french = language == Language.FR;
        var current = link is { Status: Status.CURRENT, From: not null, To: null };
        var when = (link.From?.ToString(), link.To?.ToString()) switch
        {
            ("2014", null) => current ? (french ? "depuis 2014" : "since 2014")
            : french ? "début en 2014"
            : "start in 2014",
            (null, "2018") => french ? "fin en 2018" : "end in 2018",
            ("2014", "2018") => "2014–2018",
            ("2017", "2017") => "2017",
            ("2013-H2", "2018-06") => french
                ? "2d semestre 2013 – juin\u00A02018"
                : "second half of 2013 – June\u00A02018",
            _ => null,
        };
        var date =
            at is not { } days ? ""
            : days == PartialDate.Parse("2016").Span ? (french ? "en 2016" : "in 2016")
            : days == PartialDate.Parse("2030").Span ? (french ? "en 2030" : "in 2030")
            : french ? "au 2d semestre 2014"
            : "in the second half of 2014";
        var state =
            link.Change is { } change ? Word(change, language)
            : at is { } asked
                ? link.Period.At(asked) switch
                {
                    Activity.CERTAIN => french ? "avec certitude " : "surely ",
                    Activity.POSSIBLE => french ? "peut-être " : "perhaps ",
                    _ => french ? "pas " : "not ",
                } + date
            : current ? null
            : Word(link.Status, language);
        var sure = link.Confidence switch
        {
            Confidence.STATED => null,
            Confidence.INFERRED => french ? "déduit" : "inferred",
            _ => french ? "incertain" : "uncertain",
        };
        return string.Join(", ", new[] { when, state, sure }.Where(part => part is not null));
    }

    private static string Word(Status status, Language language) =>
        States[(int)status + (language == Language.FR ? 0 : 4)];

    private static string Word(LinkChange change, Language language) =>
        new[] { "apparu", "terminé", "resté", "peut-être changé", "came", "ended", "stayed", "may have changed" }[
            (int)change + (language == Language.FR ? 0 : 4)
        ];
}

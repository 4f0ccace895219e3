using System.Globalization;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Tests.Packages;

/// <summary>What the seed data say, and do not say, where the document leaves little: each was read in its passage.</summary>
public sealed class SeedDataTests
{
    private static Dataset _data = null!;

    [OneTimeSetUp]
    public static async Task Read()
    {
        _data = (await PackageReader.ReadAsync(SharedFiles.InRepository("seed-data"), CancellationToken.None)).Dataset;
    }

    // "Plus systématiques" (1.9) and "assez systématiques" (1.12) say how a tie is organised, not how often.
    [Test]
    public void What_is_systematic_is_not_therefore_regular()
    {
        var systematic = _data
            .Partnerships.Where(row => row.Citation.Passages.Intersect(["p-1-9", "p-1-12"]).Any())
            .ToList();

        Assert.That(systematic, Has.Count.EqualTo(10));
        Assert.That(systematic.Select(row => row.Regularity), Is.All.EqualTo(Regularity.UNSTATED));
        Assert.That(systematic.Select(row => row.Note.French), Is.All.Contains("systématiques"), "the wording is kept");
    }

    [Test]
    public void Only_these_passages_say_that_a_tie_is_regular_occasional_or_limited()
    {
        var passages = _data
            .Partnerships.Where(row => row.Regularity != Regularity.UNSTATED)
            .SelectMany(row => row.Citation.Passages.Select(passage => $"{row.Regularity} {passage}"))
            .Distinct()
            .Order(StringComparer.Ordinal);

        // 3.0, 3.1 and 4.0 stand beside the passage that says so.
        Assert.That(
            string.Join(", ", passages),
            Is.EqualTo(
                "LIMITED p-1-17, OCCASIONAL p-4-0, OCCASIONAL p-4-1, REGULAR p-1-21, REGULAR p-1-22, REGULAR p-1-3, REGULAR p-3-0, REGULAR p-3-1, REGULAR p-3-2, REGULAR p-3-3"
            )
        );
        Assert.That(_data.Memberships.Select(row => row.Regularity), Is.All.EqualTo(Regularity.UNSTATED));
    }

    [Test]
    public void A_denial_names_whom_it_denies_in_full_and_denies_no_more()
    {
        var denial = _data.Denials.Single();

        Assert.That(
            NameOf(denial.Target),
            Does.Contain("accompagnement").And.Contain("création d’activité"),
            "not of all large networks"
        );
        Assert.That(denial.Citation.Mentions.Single(), Is.EqualTo("grands réseaux nationaux"));
        Assert.That(denial.Note.French, Does.Contain("Seul l’adossement est nié"));
    }

    [Test]
    public void What_the_respondent_does_within_a_grouping_starts_no_earlier_than_it_joined()
    {
        var joined = _data
            .Memberships.Where(row => row.Actor == "pes-21" && row.From is not null)
            .ToDictionary(row => row.Grouping, row => row.From!.Value);
        var within = _data
            .Partnerships.Where(row =>
                row.Source == "pes-21" && row.Grouping is { } grouping && joined.ContainsKey(grouping)
            )
            .ToList();

        Assert.That(
            within.Select(row => row.Id),
            Is.EquivalentTo(
                new[]
                {
                    "pes-21~porteurs-de-projet-agri-ruraux~accompanies~2019",
                    "pes-21~porteurs-de-projet-de-l-ess~accompanies~2018",
                    "pes-21~sieg~exchanges-with~2018",
                }
            )
        );
        Assert.That(
            within.Where(row => row.From is not { } from || from.First < joined[row.Grouping!].First),
            Is.Empty
        );
    }

    [Test]
    public void A_short_form_is_an_acronym_only_where_the_source_puts_it_beside_the_long_one()
    {
        var acronyms = _data
            .Actors.Where(row => row.Acronym is not null)
            .Select(row => row.Id)
            .Concat(_data.Groupings.Where(row => row.Acronym is not null).Select(row => row.Id));

        Assert.That(acronyms, Is.EqualTo(new[] { "crdva", "grais", "rares" }));
        Assert.That(
            Form("federation-des-foyers-ruraux-de-l-yonne", "FDFR 89").Confidence,
            Is.EqualTo(Confidence.INFERRED)
        );
        Assert.That(Form("pes-21", "PES 21").Confidence, Is.EqualTo(Confidence.INFERRED));
        Assert.That(Form("sieg", "SIEG").Confidence, Is.EqualTo(Confidence.INFERRED));
    }

    [Test]
    public void A_tie_has_a_territory_only_where_the_passage_places_the_tie()
    {
        var places = _data
            .Partnerships.Where(row => row.Territory is not null)
            .Select(row => $"{row.Citation.Passages[0]} {row.Territory}")
            .Distinct()
            .Concat(
                _data
                    .Memberships.Where(row => row.Territory is not null)
                    .Select(row => $"{row.Citation.Passages[0]} {row.Territory}")
            )
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.That(
            string.Join(", ", places),
            Is.EqualTo(
                "p-1-11 cote-d-or, p-1-13 bourgogne-franche-comte, p-1-13 cote-d-or, p-1-15 bassin-metropolitain, p-1-18 bourgogne-franche-comte, p-1-24 dijon-metropole, p-1-3 dijon"
            )
        );
        Assert.That(
            _data.Actors.Single(row => row.Id == "risomes").Territory,
            Is.EqualTo("malain"),
            "it is RISOMES that is there"
        );
    }

    [Test]
    public void Annual_events_are_claimed_of_no_more_than_the_name_that_they_follow()
    {
        var yearly = _data
            .Partnerships.Where(row =>
                row.Citation.Passages.Contains("p-1-21")
                && row.Note.French?.Contains("annuels", StringComparison.Ordinal) == true
            )
            .ToList();

        Assert.That(yearly.Select(row => row.Target), Is.EqualTo(new[] { "banque-populaire-bfc" }));
        Assert.That(yearly[0].Note.French, Does.Contain("pas précisé"));
        Assert.That(yearly[0].Note.English, Does.Contain("not stated"));
    }

    [Test]
    public void Only_what_the_respondent_will_do_is_planned()
    {
        var planned = _data
            .Partnerships.Where(row => row.Status == Status.PLANNED)
            .Select(row => $"{row.Target} {row.From} {row.Confidence}");

        Assert.That(
            planned,
            Is.EqualTo(new[] { "metropole-de-dijon 2021-H2 INFERRED", "reseau-des-acteurs-de-l-ess 2021-H2 STATED" })
        );
        Assert.That(
            _data.Groupings.Single(row => row.Id == "reseau-des-acteurs-de-l-ess").Status,
            Is.EqualTo(Status.UNKNOWN)
        );
        Assert.That(
            _data.Memberships.Where(row => row.Grouping == "reseau-des-acteurs-de-l-ess").Select(row => row.Status),
            Is.EqualTo(new[] { Status.UNKNOWN })
        );
        Assert.That(
            _data.Groupings.Select(row => row.Status).Concat(_data.Memberships.Select(row => row.Status)),
            Has.None.EqualTo(Status.PLANNED)
        );
    }

    [TestCase("rares", "porteurs-de-projet-agri-ruraux")]
    [TestCase("sieg", "porteurs-de-projet-de-l-ess")]
    public void An_aim_is_inferred_to_be_done(string grouping, string accompanied)
    {
        var link = _data.Partnerships.Single(row => row.Source == grouping && row.Target == accompanied);

        Assert.That((link.Type, link.Confidence), Is.EqualTo(("accompanies", Confidence.INFERRED)));
        Assert.That(link.Note.French, Does.StartWith("Objectif annoncé"));
    }

    [Test]
    public void What_has_multiplied_since_a_year_may_have_begun_before_it()
    {
        var multiplied = _data.Partnerships.Where(row => row.Citation.Passages.Contains("p-1-2")).ToList();

        Assert.That(multiplied, Has.Count.EqualTo(5));
        Assert.That(
            multiplied.Select(row => (row.From, row.Confidence)),
            Is.All.EqualTo(((PartialDate?)PartialDate.Parse("2017"), Confidence.INFERRED))
        );
    }

    [TestCase("chantier-ecole", "work-integration")]
    [TestCase("pole-iae", "work-integration")]
    [TestCase("fedei", "work-integration")]
    [TestCase("federations-sportives", "sport")]
    [TestCase("france-benevolat", "volunteering")]
    [TestCase("club-entreprises-et-mecenat-de-bfc", "patronage")]
    public void A_tie_has_the_theme_that_its_passage_or_the_name_gives(string body, string theme) =>
        Assert.That(_data.Partnerships.Single(row => row.Target == body).Themes, Is.EqualTo(new[] { theme }));

    [Test]
    public void A_member_that_is_inferred_says_from_what()
    {
        Assert.That(
            _data
                .Memberships.Where(row => row.Confidence != Confidence.STATED)
                .Select(row => row.Note.French)
                .ToArray(),
            Has.Length.EqualTo(17).And.All.Contains("éduite")
        );
        Assert.That(_data.Memberships.Single(row => row.Id == "pes-21~crdva~member").Note.French, Does.Contain("2013"));
    }

    [Test]
    public void The_two_solidarity_finance_platforms_may_be_one()
    {
        Assert.That(
            Form(
                "plate-forme-des-finances-solidaires-de-bourgogne",
                "plate forme régionale des finances solidaire"
            ).Confidence,
            Is.EqualTo(Confidence.UNCERTAIN)
        );
        Assert.That(
            Form(
                "plate-forme-regionale-des-finances-solidaires",
                "Plate-forme des finances solidaires de Bourgogne"
            ).Confidence,
            Is.EqualTo(Confidence.UNCERTAIN)
        );
    }

    [Test]
    public void Every_body_is_listed_first_by_its_name_which_is_inferred_where_no_passage_has_it()
    {
        var first = _data
            .Names.GroupBy(row => row.Entity, StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => rows.First(), StringComparer.Ordinal);
        var bodies = _data.Actors.Select(row => row.Id).Concat(_data.Groupings.Select(row => row.Id)).ToList();

        using (Assert.EnterMultipleScope())
        {
            foreach (var id in bodies)
            {
                Assert.That(first.GetValueOrDefault(id)?.Text, Is.EqualTo(NameOf(id)));
                Assert.That(
                    first[id].Confidence,
                    Is.EqualTo(first[id].Passages.IsEmpty ? Confidence.INFERRED : Confidence.STATED),
                    id
                );
                Assert.That(char.IsLower(NameOf(id)[0]), Is.False, NameOf(id));
            }
        }
    }

    [TestCase(
        "plate-forme-regionale-des-finances-solidaires",
        "Plate-forme régionale des finances solidaires",
        "plate forme régionale des finances solidaire"
    )]
    [TestCase(
        "epicerie-participative-de-produits-locaux",
        "Épicerie participative de produits locaux",
        "épicerie de produits participative de locaux"
    )]
    [TestCase("agri-ruraux-deja-installes", "Agri-ruraux déjà installés", "agri-ruraux déja installés")]
    [TestCase("unis-cites", "Unis-Cité", "UNIS CITES")]
    [TestCase("sieg", "Groupement du SIEG", "Service d’Intérêt Economique Général")]
    [TestCase(
        "grais",
        "Groupement Régional d’accompagnement à l’innovation sociale",
        "Groupement Rgional d’accompagnement à l’innovation sociale"
    )]
    [TestCase("pes-21", "Pôle d’Économie Solidaire 21", "Pôle d’Economie Solidaire 21")]
    public void A_misprint_is_a_form_and_not_the_name(string id, string name, string misprint)
    {
        Assert.That(NameOf(id), Is.EqualTo(name));
        Assert.That(Form(id, name).Confidence, Is.EqualTo(Confidence.INFERRED));
        Assert.That(Form(id, misprint).Passages, Is.Not.Empty);
    }

    [Test]
    public void Our_own_texts_have_one_apostrophe()
    {
        var own = _data
            .Actors.Select(row => row.Name)
            .Concat(_data.Groupings.Select(row => row.Name))
            .Concat(_data.Groupings.SelectMany(row => Both(row.Purpose)))
            .Concat(_data.Memberships.SelectMany(row => Both(row.Note)))
            .Concat(_data.Partnerships.SelectMany(row => Both(row.Note)))
            .Concat(_data.Denials.SelectMany(row => Both(row.Note)))
            .Concat(_data.Concepts.SelectMany(row => Both(row.Label).Concat(Both(row.Definition))))
            .Concat(_data.Territories.Select(row => row.Name))
            .Append(_data.Title ?? "");

        Assert.That(own.Where(text => text.Contains('\'', StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void There_are_as_many_named_bodies_as_the_document_names()
    {
        var (named, categories) = (_data.Actors.Count(row => row.Named), _data.Actors.Count(row => !row.Named));

        Assert.That(
            (named, categories, _data.Groupings.Length, _data.Memberships.Length, _data.Partnerships.Length),
            Is.EqualTo((67, 49, 9, 41, 112))
        );
        Assert.That(
            File.ReadAllText(SharedFiles.InRepository("README.md")),
            Does.Contain(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{named} named actors and {categories} categories of actors, 9 groupings, 41 memberships, 112 partnership links"
                )
            )
        );
    }

    // "De 6 acteurs (…)", "rassemblant 4 acteurs (…)", "deux autres structures (…)", a group given by its list: closed. "Dijon...)": open.
    [TestCase("crdva", Openness.CLOSED)]
    [TestCase("generateur-bfc", Openness.CLOSED)]
    [TestCase("grais", Openness.CLOSED)]
    [TestCase("sieg", Openness.CLOSED)]
    [TestCase("rares", Openness.OPEN)]
    [TestCase("dla", Openness.UNKNOWN)]
    [TestCase("cress-bfc", Openness.UNKNOWN)]
    public void A_grouping_says_whether_its_members_are_all_listed(string grouping, Openness openness) =>
        Assert.That(_data.Groupings.Single(row => row.Id == grouping).Openness, Is.EqualTo(openness));

    [Test]
    public void A_list_is_closed_only_where_its_grouping_is()
    {
        var closed = _data.Memberships.Where(row => row.Openness == Openness.CLOSED).ToList();

        Assert.That(closed, Has.Count.EqualTo(18));
        Assert.That(
            closed.Select(row => _data.Groupings.Single(grouping => grouping.Id == row.Grouping).Openness),
            Is.All.EqualTo(Openness.CLOSED)
        );
        Assert.That(_data.Partnerships.Select(row => row.Openness), Has.None.EqualTo(Openness.CLOSED));
    }

    // "Etc, ..." (1.2), "par exemple" (1.3), "etc." (1.6, 1.9), "tels" (1.21), "..." (1.18). What opens the list is not in it.
    [Test]
    public void A_list_that_ends_in_etc_or_gives_examples_is_open()
    {
        var open = _data
            .Partnerships.Where(row => row.Openness == Openness.OPEN)
            .Select(row => row.Citation.Passages[0])
            .Concat(
                _data.Memberships.Where(row => row.Openness == Openness.OPEN).Select(row => row.Citation.Passages[0])
            )
            .CountBy(passage => passage)
            .OrderBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => $"{each.Key} {each.Value}");

        Assert.That(string.Join(", ", open), Is.EqualTo("p-1-18 6, p-1-2 3, p-1-21 13, p-1-3 4, p-1-6 6, p-1-9 7"));
        Assert.That(
            _data.Partnerships.Single(row => row.Target == "secteur-universitaire").Openness,
            Is.EqualTo(Openness.UNKNOWN)
        );
    }

    // The source is asked how it interacts with public bodies (3.0) and answers with a bare list (3.1), two names of which it lists elsewhere as private.
    [Test]
    public void A_body_that_the_source_calls_public_cites_the_question_that_says_so()
    {
        var listed = _data.Partnerships.Where(row => row.Citation.Passages.Contains("p-3-1")).ToList();

        Assert.That(listed, Has.Count.EqualTo(12));
        Assert.That(listed.Select(row => MentionIn(row.Citation, "p-3-0")), Is.All.EqualTo("acteurs publics"));
        Assert.That(
            listed.Where(row => row.Citation.Passages.Contains("p-1-21")).Select(row => row.Target),
            Is.EqualTo(new[] { "banque-des-territoires", "banque-populaire-bfc" })
        );
    }

    [Test]
    public void A_body_that_the_source_calls_private_says_so_in_its_note()
    {
        var listed = _data
            .Partnerships.Where(row =>
                row.Note.French?.StartsWith(
                    "Cité parmi les entreprises, structures du secteur privé et fondations d’entreprises",
                    StringComparison.Ordinal
                ) == true
            )
            .ToList();

        Assert.That(
            listed.Select(row => row.Target),
            Is.EquivalentTo(
                new[]
                {
                    "aviva",
                    "banque-des-territoires",
                    "banque-populaire-bfc",
                    "club-entreprises-et-mecenat-de-bfc",
                    "credit-agricole",
                    "credit-cooperatif",
                    "credit-mutuel",
                    "edf",
                    "fape-edf",
                    "fondation-macif",
                    "fondation-mma",
                    "fondation-orange",
                    "fondation-sncf",
                }
            )
        );
        Assert.That(listed.Select(row => MentionIn(row.Citation, "p-1-21")), Has.None.Null);
    }

    private static string? MentionIn(Citation citation, string passage) =>
        citation.Passages.IndexOf(passage) is >= 0 and var index ? citation.MentionAt(index) : null;

    private static IEnumerable<string> Both(MultilingualText text) => text.All;

    private static string NameOf(string id) =>
        _data.Actors.FirstOrDefault(row => row.Id == id)?.Name ?? _data.Groupings.Single(row => row.Id == id).Name;

    private static NameForm Form(string entity, string text) =>
        _data.Names.Single(row => row.Entity == entity && row.Text == text);
}

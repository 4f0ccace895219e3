using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Packages.Documents;

namespace EcosystemGraph.Core.Tests.Packages.Documents;

/// <summary>Each check speaks where package and document part, at the cell, and is silent where they agree.</summary>
public sealed class DocumentCheckTests
{
    [Test]
    public void A_package_true_to_its_document_has_no_issue()
    {
        using var package = new SmallPackage();
        Assert.That(All(package.Check()), Is.Empty);
    }

    private static IEnumerable<TestCaseData> Faults()
    {
        static TestCaseData Error(string rule, string place, string problem, string remedy, Action<SmallPackage> put) =>
            new TestCaseData(rule, Severity.Error, place, problem, remedy, put).SetArgDisplayNames(
                rule,
                place,
                problem
            );
        static TestCaseData Warning(
            string rule,
            string place,
            string problem,
            string remedy,
            Action<SmallPackage> put
        ) =>
            new TestCaseData(rule, Severity.Warning, place, problem, remedy, put).SetArgDisplayNames(
                rule,
                place,
                problem
            );

        var sha = new string('0', 64);
        yield return Error(
            "source-fingerprint",
            "sources.csv:2:28",
            "sha256 of 's' is 000",
            "--write",
            package => package.With("sources.csv", "atelier,", "atelier," + sha)
        );
        yield return Error(
            "passage-text",
            "passages.csv:3:14",
            "sha256 of 'p-1-1' is 000",
            "let --write fill it",
            package => package.With("passages.csv", "p-1-1,s,1,1,,", "p-1-1,s,1,1,," + sha)
        );
        yield return Error(
            "passage-text",
            "passages.csv:3:14",
            "sha256 of 'p-1-1'",
            "stands at 2.2",
            package =>
                package.With(
                    "passages.csv",
                    "p-1-1,s,1,1,,",
                    "p-1-1,s,1,1,," + Fingerprint.Of(" Personne,  ni Bois Vif\u00a0ni un autre.\t")
                )
        );
        yield return Error(
            "passage-text",
            "passages.csv:5:11",
            "has no 2.3",
            "a line of the document",
            package => package.With("passages.csv", "p-2-2,s,2,2", "p-2-2,s,2,3")
        );
        yield return Error(
            "passage-text",
            "passages.csv:5:11",
            "the text at 2.1 stands first at 1.2",
            "with 2.1 in its also",
            package =>
                package
                    .With("passages.csv", "p-1-2,s,1,2,2.1,", "p-1-2,s,1,2,,")
                    .With("passages.csv", "p-2-2,s,2,2", "p-2-2,s,2,1")
        );
        yield return Error(
            "passage-text",
            "passages.csv:4:13",
            "also of 'p-1-2' is ''",
            "2.1, where",
            package => package.With("passages.csv", ",2.1,", ",,")
        );
        yield return Error(
            "passage-text",
            "passages.csv:3:13",
            "also of 'p-1-1' is '2.3'",
            "has the text once",
            package => package.With("passages.csv", "p-1-1,s,1,1,,", "p-1-1,s,1,1,2.3,")
        );

        yield return Error(
            "mention",
            "memberships.csv:3:54",
            "'Bois Vifs' does not stand in passage 'p-1-1' (1.1)",
            "words of the passage",
            package => package.With("memberships.csv", "p-1-1,Bois Vif", "p-1-1,Bois Vifs")
        );
        yield return Error(
            "mention",
            "partnerships.csv:2:73",
            "'anque du Lac' does not stand",
            "whole",
            package => package.With("partnerships.csv", "p-1-2,Banque", "p-1-2,anque")
        );
        yield return Error(
            "mention",
            "memberships.csv:3:54",
            "'Bois Vif' does not stand in passage 'p-1-2'",
            "these stand at 1.1, 2.2",
            package => package.With("memberships.csv", "p-1-1,Bois Vif", "p-1-2,Bois Vif")
        );
        yield return Warning(
            "mention",
            "memberships.csv:3:54",
            "'m2' has no mention",
            "of 1.1",
            package => package.With("memberships.csv", "p-1-1,Bois Vif", "p-1-1,")
        );

        yield return Error(
            "named-end",
            "partnerships.csv:2:70",
            "'Banque du Lac' holds no form of 'bois-vif'",
            "'Bois Vif'",
            package =>
                package.With(
                    "partnerships.csv",
                    "atelier,banque-du-lac,works-with,,wood,2016-H2,,CURRENT,STATED",
                    "atelier,bois-vif,works-with,,wood,2016-H2,,CURRENT,INFERRED"
                )
        );
        yield return Error(
            "named-end",
            "denials.csv:2:33",
            "'ni un autre' holds no form of 'bois-vif'",
            "'Bois Vif'",
            package => package.With("denials.csv", "p-2-2,Bois Vif", "p-2-2,ni un autre")
        );
        yield return Error(
            "named-end",
            "groupings.csv:2:69",
            "'membre' holds no form of 'reseau-fil'",
            "'Réseau Fil', 'RF'",
            package => package.With("groupings.csv", "p-1-1,Réseau Fil", "p-1-1,membre")
        );
        yield return Error(
            "named-end",
            "memberships.csv:3:54",
            "'deux autres structures' holds no form of 'bois-vif'",
            "another end",
            package => package.With("memberships.csv", "p-1-1,Bois Vif", "p-1-1,deux autres structures")
        );
        yield return Error(
            "named-end",
            "denials.csv:2:39",
            "'ni un autre' holds no form",
            "Bois Vif",
            package => package.With("denials.csv", "p-2-2,Bois Vif", "p-1-1|p-2-2,Bois Vif|ni un autre")
        );
        yield return Error(
            "named-end",
            "memberships.csv:3:13",
            "no form of 'autre' stands in 1.1",
            "a passage that names it",
            package =>
                package
                    .Add("groupings.csv", "autre,Union Verte,,network,,,,,,CURRENT,,,,STATED")
                    .With("memberships.csv", "bois-vif,reseau-fil", "bois-vif,autre")
        );
        yield return Error(
            "named-end",
            "memberships.csv:3:54",
            "'Réseau Fil' holds no form of 'bois-vif'",
            "'Bois Vif'",
            package => package.With("memberships.csv", "p-1-1,Bois Vif", "p-1-1,Réseau Fil")
        );
        yield return Error(
            "named-end",
            "measures.csv:2:4",
            "no form of 'banque-du-lac' stands in 1.1",
            "names.csv",
            package => package.With("measures.csv", "c1,reseau-fil", "c1,banque-du-lac")
        );
        yield return Error(
            "named-end",
            "partnerships.csv:2:37",
            "no form of 'reseau-fil' stands in 1.2",
            "another body",
            package => package.With("partnerships.csv", "works-with,,", "works-with,reseau-fil,")
        );

        yield return Error(
            "date-stated",
            "memberships.csv:2:30",
            "2014 ('2014') does not stand in 1.1",
            "INFERRED",
            package => package.With("memberships.csv", ",2015,", ",2014,")
        );
        yield return Error(
            "date-stated",
            "partnerships.csv:2:43",
            "2016-H1 ('premier semestre 2016')",
            "INFERRED",
            package => package.With("partnerships.csv", "2016-H2", "2016-H1")
        );
        yield return Error(
            "date-stated",
            "measures.csv:2:46",
            "2019 ('2019')",
            "INFERRED",
            package => package.With("measures.csv", "AT_LEAST,,,", "AT_LEAST,,2019,")
        );
        yield return Error(
            "date-stated",
            "groupings.csv:2:44",
            "2012 ('2012') does not stand",
            "INFERRED",
            package => package.With("groupings.csv", "2010,2030", "2012,").With("groupings.csv", "INFERRED", "STATED")
        );
        yield return Error(
            "number-stated",
            "measures.csv:2:34",
            "3 does not stand in 'deux autres structures'",
            "INFERRED",
            package => package.With("measures.csv", ",2,", ",3,")
        );
        yield return Error(
            "number-stated",
            "measures.csv:2:34",
            "2015 does not stand in 'deux autres structures'",
            "INFERRED",
            package => package.With("measures.csv", ",2,", ",2015,")
        );

        yield return Error(
            "document",
            "sources.csv:1:1",
            "is that of no source",
            "this sha256",
            package => package.Add("sources.csv", "t,Autres,2022,FR,,").Drop("names.csv", "p-0-0")
        );
        yield return Warning(
            "named-only",
            "names.csv:3:27",
            "'Banque du' stands at 1.2, and no row of 'bois-vif' cites that",
            "a link",
            package => package.Add("names.csv", "bois-vif,Banque du,STATED,")
        );
        yield return Warning(
            "uncovered",
            "document.txt:3:1",
            "'RF' at 1.1 is in no row",
            "the form in names.csv",
            package =>
                package
                    .With("groupings.csv", "Réseau Fil,RF,", "Réseau Fil,,")
                    .With("memberships.csv", "Réseau Fil (RF)", "Réseau Fil")
        );
        yield return Warning(
            "uncovered",
            "document.txt:3:1",
            "'2015' at 1.1 is in no row",
            "counts something",
            package => package.With("memberships.csv", ",2015,", ",,")
        );
        yield return Warning(
            "uncovered",
            "document.txt:3:1",
            "'deux' at 1.1 is in no row",
            "counts something",
            package => package.Without("measures.csv")
        );
        yield return Warning(
            "uncovered",
            "document.txt:4:1",
            "'Banque' at 1.2 is in no row",
            "a row that cites",
            package => package.Without("partnerships.csv")
        );
    }

    [TestCaseSource(nameof(Faults))]
    public void A_fault_is_found_at_its_cell(
        string rule,
        Severity severity,
        string place,
        string problem,
        string remedy,
        Action<SmallPackage> put
    )
    {
        using var package = new SmallPackage();
        put(package);
        var issues = package.Check();
        var found = All(issues)
            .Where(issue => issue.Rule == rule && issue.Problem.Contains(problem, StringComparison.Ordinal))
            .ToList();
        Assert.That(found, Has.Count.EqualTo(1), string.Join('\n', All(issues)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found[0].Severity, Is.EqualTo(severity));
            Assert.That(package.PlaceOf(found[0]), Is.EqualTo(place));
            Assert.That(found[0].Remedy, Does.Contain(remedy));
        }
    }

    private static IEnumerable<TestCaseData> Sound()
    {
        static TestCaseData Case(string why, Action<SmallPackage> put) => new TestCaseData(put).SetArgDisplayNames(why);

        yield return Case(
            "mentions are folded",
            package => package.With("partnerships.csv", "p-1-2,Banque du Lac", "p-1-2,BANQUE du lac")
        );
        yield return Case(
            "one mention a passage, a question's needs no name",
            package =>
                package
                    .Add("passages.csv", "p-1-0,s,1,0,,")
                    .With("partnerships.csv", "p-1-2,Banque du Lac", "p-1-0|p-1-2,qui travaillez|Banque du Lac")
        );
        yield return Case(
            "an inferred date and number need not stand there",
            package =>
                package
                    .With("partnerships.csv", "2016-H2,,CURRENT,STATED", "2014,,CURRENT,INFERRED")
                    .Add("measures.csv", "c2,reseau-fil,member-count,7,ABOUT,,,INFERRED,p-1-1,structures")
        );
        yield return Case(
            "a number without a mention is looked up in the passage",
            package => package.With("measures.csv", "deux autres structures", "")
        );
        yield return Case(
            "a year is enough for a year",
            package => package.With("partnerships.csv", "2016-H2", "2016")
        );
    }

    [TestCaseSource(nameof(Sound))]
    public void What_only_looks_like_a_fault_is_no_error(Action<SmallPackage> put)
    {
        using var package = new SmallPackage();
        put(package);
        Assert.That(package.Check().Errors, Is.Empty);
    }

    [Test]
    public void A_form_stands_in_its_passages_as_written()
    {
        using var package = new SmallPackage();
        package.Check();
        var file = Path.Combine(package.Folder, "names.csv");
        File.WriteAllText(
            file,
            File.ReadAllText(file).Replace("atelier,Atelier,", "atelier,ATELIER,", StringComparison.Ordinal)
        );
        var found = package.CheckAsIs().Errors;
        Assert.That(found.Select(package.PlaceOf), Is.EqualTo(new[] { "names.csv:2:9" }));
        Assert.That(found[0].Problem, Is.EqualTo("'ATELIER' does not stand in passage 'p-0-0' (0.0) as written"));
    }

    [TestCase("bois-vif,Bois Vif,STATED,", "Bois Vif", "'Bois Vif' has no passage")]
    [TestCase("bois-vif,bois vif,INFERRED,", "Bois Vif", "'bois vif' stands in no passage")]
    [TestCase("bois-vif,Atelier,INFERRED,", "Bois Vif", "'Atelier' has no passage, and names 'atelier' too")]
    [TestCase("bois-vif,Bois-Vif,INFERRED,", "Bois-Vif", "")]
    [TestCase("bois-vif,Bois-Vif,STATED,", "Bois-Vif", "'Bois-Vif' stands in no passage")]
    public void Only_the_name_of_a_body_may_stand_in_no_passage_and_then_it_is_inferred(
        string row,
        string name,
        string problem
    )
    {
        using var package = new SmallPackage().With("actors.csv", "bois-vif,Bois Vif,", $"bois-vif,{name},");
        package.Check();
        File.AppendAllText(Path.Combine(package.Folder, "names.csv"), $"\n{row}\n");
        Assert.That(
            string.Join(
                ", ",
                All(package.CheckAsIs()).Where(issue => issue.Rule == "name-form").Select(issue => issue.Problem)
            ),
            Is.EqualTo(problem)
        );
    }

    [Test]
    public void A_form_that_is_uncertain_claims_nothing_of_its_passages_and_may_be_shared()
    {
        using var package = new SmallPackage();
        package.Check();
        File.AppendAllText(Path.Combine(package.Folder, "names.csv"), "\nbois-vif,Banque du Lac,UNCERTAIN,p-1-2\n");
        Assert.That(All(package.CheckAsIs()), Is.Empty);
    }

    [Test]
    public void A_form_within_a_longer_one_names_nothing_by_itself()
    {
        using var package = new SmallPackage().Add(
            "names.csv",
            "bois-vif,Banque du,STATED,",
            "banque-du-lac,Banque du Lac,STATED,"
        );
        Assert.That(All(package.Check()).Where(issue => issue.Rule == "named-only"), Is.Empty);
    }

    [TestCase("Nous aussi.", "")]
    [TestCase("Lundi, et chaque lundi.", "")]
    [TestCase("Lundi, et chaque Lundi.", "Lundi")]
    [TestCase("IAE ou iae.", "IAE")]
    [TestCase("- Vert, un - Rouge et vert : Rouge et rouge.", "")]
    [TestCase("Avec Monique (Monique) : monique.", "Monique")]
    [TestCase("En 2019, 12 fois sur vingt.", "2019,12,vingt")]
    public void What_no_row_covers_is_listed_but_for_words_that_only_begin_a_sentence(string paragraph, string expected)
    {
        using var package = new SmallPackage();
        Assert.That(
            string.Join(
                ',',
                package
                    .Check(SmallPackage.Document + "\n" + paragraph)
                    .Warnings.Where(issue => issue.Rule == "uncovered")
                    .Select(issue => issue.Problem.Split('\'')[1])
            ),
            Is.EqualTo(expected)
        );
    }

    [Test]
    public void A_changed_document_is_found_by_its_fingerprints()
    {
        using var package = new SmallPackage();
        package.Check();
        File.WriteAllText(
            package.DocumentFile,
            SmallPackage.Document.Replace("ni un autre", "ni d'autres", StringComparison.Ordinal)
        );
        Assert.That(
            package.CheckAsIs().Errors.Select(package.PlaceOf),
            Is.EqualTo(new[] { "sources.csv:2:28", "passages.csv:5:14" })
        );
    }

    [Test]
    public void A_document_that_is_no_text_cannot_be_read()
    {
        using var package = new SmallPackage();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => DocumentText.Read(package.DocumentFile),
                Throws.TypeOf<PackageUnreadableException>().With.Message.Contains("--document names a text file")
            );
            Assert.That(
                () => DocumentText.Parse("x", [0x41, 0xFF]),
                Throws.TypeOf<PackageUnreadableException>().With.Message.Contains("not UTF-8")
            );
        }
    }

    private static IEnumerable<Issue> All(IssueLog issues) => issues.Errors.Concat(issues.Warnings);
}

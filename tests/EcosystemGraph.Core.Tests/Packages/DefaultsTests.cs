using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;

namespace EcosystemGraph.Core.Tests.Packages;

public class DefaultsTests
{
    [Test]
    public async Task Two_files_of_actors_and_memberships_load()
    {
        using var folder = PackageFolder.Small();
        var (data, issues) = await folder.ReadAsync();

        Assert.That(issues.ErrorCount, Is.Zero);
        Assert.That(issues.WarningCount, Is.Zero);
        Assert.That((data.Title, data.Version), Is.EqualTo(("Untitled data set", "0")));
        Assert.That(data.Actors.Select(a => a.Name), Is.EqualTo((string[])["Anna", "Bert"]));
        Assert.That(
            data.Groupings.Select(g => (g.Id, g.Name, g.Kind)),
            Is.EqualTo(new[] { ("g", "g", "unspecified") })
        );
        Assert.That(
            data.Memberships.Select(m => (m.Id, m.Actor, m.Grouping, m.Role)),
            Is.EqualTo(new[] { ("a~g~member", "a", "g", "member"), ("b~g~member", "b", "g", "member") })
        );
        Assert.That(data.Partnerships, Is.Empty);
        Assert.That(data.Territories, Is.Empty);
    }

    [Test]
    public async Task Two_files_of_actors_and_partnerships_load()
    {
        using var folder = new PackageFolder()
            .With("actors.csv", "name,id\nAnna,a\nBert,b\n")
            .With("partnerships.csv", "target,source\nb,a\n");
        var (data, issues) = await folder.ReadAsync();

        Assert.That(issues.ErrorCount, Is.Zero);
        Assert.That(
            data.Partnerships.Select(p => (p.Id, p.Source, p.Target, p.Type)),
            Is.EqualTo(new[] { ("a~b~unspecified", "a", "b", "unspecified") })
        );
        Assert.That(data.Groupings, Is.Empty);
        Assert.That(data.Memberships, Is.Empty);
    }

    [Test]
    public async Task Every_cell_that_may_be_empty_has_the_default_of_the_design()
    {
        using var folder = new PackageFolder()
            .With("actors.csv", "id,name,acronym,kind,named,territory\na,Anna,,,,\n")
            .With(
                "groupings.csv",
                "id,name,acronym,kind,purpose_fr,purpose_en,themes,territory,from,to,status,confidence,part_of,passages,mention\ng,Group,,,,,,,,,,,,,\n"
            )
            .With(
                "memberships.csv",
                "id,actor,grouping,role,territory,regularity,from,to,status,confidence,passages,mention,note_fr,note_en\n,a,g,,,,,,,,,,,\n"
            )
            .With(
                "partnerships.csv",
                "id,source,target,type,grouping,regularity,themes,territory,from,to,status,confidence,passages,mention,note_fr,note_en\n,a,g,,,,,,,,,,,,,\n"
            )
            .With("denials.csv", "id,source,target,type,passages,mention,note_fr,note_en\n,a,g,,,,,\n")
            .With(
                "measures.csv",
                "id,subject,concept,value,qualifier,unit,at,confidence,passages,mention\n,g,member-count,28,,,,,,\n"
            )
            .With("names.csv", "entity,name,confidence,passages\na,Ann,,\n")
            .With(
                "concepts.csv",
                "id,scheme,label_fr,label_en,broader,definition_fr,definition_en,mutual\nt,theme,,,,,,\n"
            )
            .With("territories.csv", "id,name,kind,within,code\nf,France,,,\n")
            .With("sources.csv", "id,title,publisher,date,date_confidence,language,respondent,sha256\ns,Source,,,,,,\n")
            .With("passages.csv", "id,source,question,paragraph,also,sha256\np,s,,1,,\n");
        var (data, issues) = await folder.ReadAsync();
        Assert.That(issues.ErrorCount, Is.Zero);

        var actor = data.Actors.Single();
        Assert.That(
            (actor.Acronym, actor.Kind, actor.Named, actor.Territory),
            Is.EqualTo(((string?)null, "unspecified", true, (string?)null))
        );

        var grouping = data.Groupings.Single();
        Assert.That(
            (grouping.Kind, grouping.Status, grouping.Confidence, grouping.From, grouping.To, grouping.Purpose),
            Is.EqualTo(
                (
                    "unspecified",
                    Status.UNKNOWN,
                    Confidence.STATED,
                    (object?)null,
                    (object?)null,
                    default(MultilingualText)
                )
            )
        );
        Assert.That(grouping.Themes, Is.Empty);
        Assert.That(grouping.PartOf, Is.Empty);
        Assert.That(grouping.Citation.Passages, Is.Empty);
        Assert.That(grouping.Citation.MentionAt(0), Is.Null);

        var membership = data.Memberships.Single();
        Assert.That(
            (
                membership.Id,
                membership.Role,
                membership.Regularity,
                membership.Status,
                membership.Confidence,
                membership.Territory
            ),
            Is.EqualTo(("a~g~member", "member", Regularity.UNSTATED, Status.UNKNOWN, Confidence.STATED, (string?)null))
        );

        var partnership = data.Partnerships.Single();
        Assert.That(
            (
                partnership.Id,
                partnership.Type,
                partnership.Regularity,
                partnership.Status,
                partnership.Confidence,
                partnership.Grouping
            ),
            Is.EqualTo(
                (
                    "a~g~unspecified",
                    "unspecified",
                    Regularity.UNSTATED,
                    Status.UNKNOWN,
                    Confidence.STATED,
                    (string?)null
                )
            )
        );

        // The partnership has the id without a number: no two records share one.
        Assert.That(
            (data.Denials.Single().Id, data.Denials.Single().Type),
            Is.EqualTo(("a~g~unspecified~2", "unspecified"))
        );
        var measure = data.Measures.Single();
        Assert.That(
            (measure.Id, measure.Value, measure.Qualifier, measure.Unit, measure.Confidence),
            Is.EqualTo(("g~member-count", 28d, Qualifier.EXACT, (string?)null, Confidence.STATED))
        );
        Assert.That(data.Names.Single().Confidence, Is.EqualTo(Confidence.STATED));
        Assert.That((data.Concepts[0].Mutual, data.Concepts[0].Broader.Length), Is.EqualTo((false, 0)));
        Assert.That(
            (data.Territories.Single().Kind, data.Territories.Single().Within),
            Is.EqualTo(("place", (string?)null))
        );
        var source = data.Sources.Single();
        Assert.That(
            (source.DateConfidence, source.Language, source.Sha256),
            Is.EqualTo((Confidence.STATED, Language.FR, ""))
        );
        Assert.That((data.Passages.Single().Question, data.Passages.Single().Locator), Is.EqualTo(((int?)null, "1")));
    }

    [Test]
    public async Task Columns_left_out_are_as_columns_left_empty()
    {
        using var whole = new PackageFolder()
            .With("actors.csv", "id,name,acronym,kind,named,territory\na,Anna,,,,\n")
            .With(
                "memberships.csv",
                "id,actor,grouping,role,territory,regularity,from,to,status,confidence,passages,mention,note_fr,note_en\n,a,g,,,,,,,,,,,\n"
            );
        using var bare = new PackageFolder()
            .With("actors.csv", "id,name\na,Anna\n")
            .With("memberships.csv", "actor,grouping\na,g\n");
        var (one, other) = ((await whole.ReadAsync()).Dataset, (await bare.ReadAsync()).Dataset);

        Assert.That(other.Actors, Is.EqualTo(one.Actors));
        Assert.That(other.Memberships.Single().Id, Is.EqualTo(one.Memberships.Single().Id));
        Assert.That(other.Sha256, Is.EqualTo(one.Sha256));
    }

    [Test]
    public async Task The_id_of_a_link_is_made_of_its_ends_kind_and_start_with_a_number_where_that_repeats()
    {
        using var folder = PackageFolder
            .Small()
            .With(
                "memberships.csv",
                "id,actor,grouping,role,from\n,a,g,,2019-H2\n,a,g,,2019-H2\n,a,g,host,\n,a,g,,\nown,b,g,,\n,b,g,,\n,a,g,,2019-H2\n"
            );
        Assert.That(
            (await folder.ReadAsync()).Dataset.Memberships.Select(m => m.Id),
            Is.EqualTo(
                (string[])
                    [
                        "a~g~member~2019-H2",
                        "a~g~member~2019-H2~2",
                        "a~g~host",
                        "a~g~member",
                        "own",
                        "b~g~member",
                        "a~g~member~2019-H2~3",
                    ]
            )
        );
    }

    [Test]
    public async Task A_made_id_never_takes_one_that_is_written()
    {
        using var folder = PackageFolder
            .Small()
            .With("memberships.csv", "id,actor,grouping\n,a,g\n,a,g\na~g~member,b,g\na~g~member~3,b,g\n,a,g\n");
        Assert.That(
            (await folder.ReadAsync()).Dataset.Memberships.Select(m => m.Id),
            Is.EqualTo((string[])["a~g~member~2", "a~g~member~4", "a~g~member", "a~g~member~3", "a~g~member~5"])
        );
    }

    [Test]
    public async Task A_made_id_of_long_ids_is_an_id_and_tells_them_apart()
    {
        var (one, other) = (new string('a', 199) + "1", new string('a', 199) + "2");
        using var folder = new PackageFolder()
            .With("actors.csv", $"id,name\n{one},One\n{other},Other\n")
            .With("memberships.csv", $"actor,grouping\n{one},g\n{other},g\n{one},g\n");
        var ids = (await folder.ReadAsync()).Dataset.Memberships.Select(m => m.Id).ToArray();
        Assert.That(ids, Is.Unique);
        Assert.That(ids, Has.All.Matches<string>(Identifier.IsValid));
    }

    [Test]
    public async Task Denials_and_measures_have_made_ids_too()
    {
        using var folder = PackageFolder
            .Small()
            .With("denials.csv", "source,target,type\na,b,invites\na,b,invites\n")
            .With(
                "measures.csv",
                "subject,concept,value,at\ng,member-count,28,2019\ng,member-count,29,2019\ng,member-count,30,\n"
            );
        var data = (await folder.ReadAsync()).Dataset;
        Assert.That(data.Denials.Select(d => d.Id), Is.EqualTo((string[])["a~b~invites", "a~b~invites~2"]));
        Assert.That(
            data.Measures.Select(m => m.Id),
            Is.EqualTo((string[])["g~member-count~2019", "g~member-count~2019~2", "g~member-count"])
        );
    }

    [Test]
    public async Task Groupings_are_made_from_the_memberships_and_partnerships_that_use_them()
    {
        using var folder = PackageFolder
            .Small()
            .With("partnerships.csv", "source,target,grouping\na,b,h\na,b,g\na,b,\n");
        var data = (await folder.ReadAsync()).Dataset;
        Assert.That(
            data.Groupings.Select(g => (g.Id, g.Name, g.Kind, g.Status, g.Confidence)),
            Is.EqualTo(
                new[]
                {
                    ("g", "g", "unspecified", Status.UNKNOWN, Confidence.STATED),
                    ("h", "h", "unspecified", Status.UNKNOWN, Confidence.STATED),
                }
            )
        );
    }

    [Test]
    public async Task A_made_grouping_that_is_an_actor_has_the_name_of_that_actor()
    {
        using var folder = new PackageFolder()
            .With("actors.csv", "id,name,acronym,territory\na,Anna,,\ng,The Group,TG,dijon\n")
            .With("memberships.csv", "actor,grouping\na,g\n");
        var data = (await folder.ReadAsync()).Dataset;
        Assert.That(
            data.Groupings.Select(g => (g.Name, g.Acronym, g.Territory)),
            Is.EqualTo(new[] { ("The Group", "TG", "dijon") })
        );
        Assert.That(data.Actors, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Nothing_is_made_where_the_file_is_there()
    {
        using var folder = PackageFolder
            .Small()
            .With("actors.csv", "id,name,kind,territory\na,Anna,bank,dijon\n")
            .With("groupings.csv", "id,name\nother,Other\n")
            .With("territories.csv", "id,name\n")
            .With("concepts.csv", "id,scheme\n");
        var data = (await folder.ReadAsync()).Dataset;
        Assert.That(data.Groupings.Select(g => g.Id), Is.EqualTo((string[])["other"]));
        Assert.That(data.Territories, Is.Empty);
        Assert.That(
            data.Concepts.Select(c => c.Id),
            Is.EqualTo(
                (string[])["unspecified", "accompanies", "member", "non-member", "member-count", "other-member-count"]
            )
        );
    }

    [Test]
    public async Task Territories_are_made_from_every_file_that_uses_them()
    {
        using var folder = new PackageFolder()
            .With("actors.csv", "id,name,territory\na,Anna,dijon\nb,Bert,dijon\n")
            .With("groupings.csv", "id,name,territory\ng,Group,cote-d-or\n")
            .With("memberships.csv", "actor,grouping,territory\na,g,beaune\n")
            .With("partnerships.csv", "source,target,territory\na,b,morvan\n");
        Assert.That(
            (await folder.ReadAsync()).Dataset.Territories.Select(t => (t.Id, t.Name, t.Kind)),
            Is.EqualTo(
                new[]
                {
                    ("dijon", "dijon", "place"),
                    ("cote-d-or", "cote-d-or", "place"),
                    ("beaune", "beaune", "place"),
                    ("morvan", "morvan", "place"),
                }
            )
        );
    }

    [Test]
    public async Task Concepts_are_made_in_the_scheme_in_which_they_are_used()
    {
        using var folder = new PackageFolder()
            .With("actors.csv", "id,name,kind\na,Anna,bank\n")
            .With("groupings.csv", "id,name,kind,themes\ng,Group,network,finance|housing\n")
            .With("memberships.csv", "actor,grouping,role\na,g,host\na,g,\n")
            .With("partnerships.csv", "source,target,type,themes\na,g,trains,food|finance\na,g,accompanies,\n")
            .With("denials.csv", "source,target,type\na,g,lends\na,g,host\n")
            .With("measures.csv", "subject,concept,value\ng,budget,1\ng,member-count,1\n");
        var concepts = (await folder.ReadAsync()).Dataset.Concepts;
        Assert.That(
            concepts.Select(c => (c.Id, c.Scheme)),
            Is.EquivalentTo(
                new[]
                {
                    ("unspecified", "actor-kind"),
                    ("accompanies", "link-type"),
                    ("member", "role"),
                    ("non-member", "role"),
                    ("member-count", "measure"),
                    ("other-member-count", "measure"),
                    ("bank", "actor-kind"),
                    ("network", "grouping-kind"),
                    ("finance", "theme"),
                    ("housing", "theme"),
                    ("host", "role"),
                    ("trains", "link-type"),
                    ("food", "theme"),
                    ("lends", "link-type"),
                    ("budget", "measure"),
                }
            )
        );
        Assert.That(concepts.Single(c => c.Id == "bank").Label, Is.EqualTo(default(MultilingualText)));
    }

    [Test]
    public async Task A_built_in_concept_that_the_package_describes_is_the_one_of_the_package()
    {
        using var folder = PackageFolder.Small().With("concepts.csv", "id,scheme,label_fr\nmember,role,adhérent\n");
        var member = (await folder.ReadAsync()).Dataset.Concepts.Single(c => c.Id == "member");
        Assert.That(member.Label, Is.EqualTo(MultilingualText.Of("adhérent", null)));
    }

    [Test]
    public async Task Built_in_concepts_have_a_label_in_both_languages()
    {
        using var folder = PackageFolder.Small();
        Assert.That(
            (await folder.ReadAsync()).Dataset.Concepts,
            Has.Length.EqualTo(6).And.All.Matches<Concept>(c => c.Label is { French: not null, English: not null })
        );
    }

    [Test]
    public async Task A_grouping_that_is_a_member_elsewhere_is_a_named_actor_of_kind_unspecified()
    {
        using var folder = new PackageFolder()
            .With("actors.csv", "id,name\na,Anna\n")
            .With("groupings.csv", "id,name,acronym,kind,territory\ng,Group,GRP,network,dijon\nh,House,,network,\n")
            .With("memberships.csv", "actor,grouping\na,g\ng,h\ng,h\n");
        var data = (await folder.ReadAsync()).Dataset;
        Assert.That(
            data.Actors.Select(a => (a.Id, a.Name, a.Acronym, a.Kind, a.Named, a.Territory)),
            Is.EqualTo(
                new[]
                {
                    ("a", "Anna", (string?)null, "unspecified", true, (string?)null),
                    ("g", "Group", "GRP", "unspecified", true, "dijon"),
                }
            )
        );
    }

    [Test]
    public async Task A_body_in_both_files_needs_its_name_acronym_and_territory_only_once()
    {
        using var folder = new PackageFolder()
            .With("actors.csv", "id,name,acronym,kind,territory\na,Anna,,,\ng,,,bank,dijon\nh,House,HS,,\n")
            .With("groupings.csv", "id,name,acronym,kind,territory\ng,Group,GRP,network,\nh,,,,beaune\n")
            .With("memberships.csv", "actor,grouping\na,g\n");
        var (data, issues) = await folder.ReadAsync();
        Assert.That(issues.ErrorCount, Is.Zero);
        Assert.That(
            data.Actors.Skip(1).Select(a => (a.Id, a.Name, a.Acronym, a.Kind, a.Territory)),
            Is.EqualTo(new[] { ("g", "Group", "GRP", "bank", "dijon"), ("h", "House", "HS", "unspecified", "beaune") })
        );
        Assert.That(
            data.Groupings.Select(g => (g.Id, g.Name, g.Acronym, g.Kind, g.Territory)),
            Is.EqualTo(
                new[] { ("g", "Group", "GRP", "network", "dijon"), ("h", "House", "HS", "unspecified", "beaune") }
            )
        );
    }

    [Test]
    public async Task Rows_keep_the_order_of_the_file_and_know_their_line()
    {
        using var folder = PackageFolder.Small().With("actors.csv", "id,name\nb,\"Bert\nthe second\"\n\na,Anna\n");
        Assert.That(
            (await folder.ReadAsync()).Dataset.Actors.Select(a => (a.Id, a.Name, a.Place)),
            Is.EqualTo(
                new[]
                {
                    ("b", "Bert\nthe second", new RowPlace("actors.csv", 2)),
                    ("a", "Anna", new RowPlace("actors.csv", 5)),
                }
            )
        );
    }

    [Test]
    public async Task What_the_reader_made_names_the_file_that_would_have_it()
    {
        using var folder = new PackageFolder()
            .With("actors.csv", "id,name,kind,territory\na,Anna,bank,dijon\n")
            .With("memberships.csv", "actor,grouping\na,g\ng,h\n");
        var data = (await folder.ReadAsync()).Dataset;
        Assert.That(data.Groupings[0].Place, Is.EqualTo(new RowPlace("groupings.csv", 0)));
        Assert.That(data.Territories[0].Place, Is.EqualTo(new RowPlace("territories.csv", 0)));
        Assert.That(data.Concepts.Single(c => c.Id == "bank").Place, Is.EqualTo(new RowPlace("concepts.csv", 0)));
        Assert.That(data.Actors[1].Place, Is.EqualTo(new RowPlace("actors.csv", 0)));
    }

    [Test]
    public async Task Title_and_version_come_from_the_descriptor()
    {
        using var folder = PackageFolder
            .Small()
            .With("datapackage.json", "\uFEFF{ \"name\": \"x\", \"title\": \"Côte-d’Or\", \"version\": \"1.2.0\" }");
        var data = (await folder.ReadAsync()).Dataset;
        Assert.That((data.Title, data.Version), Is.EqualTo(("Côte-d’Or", "1.2.0")));
    }

    [Test]
    public async Task Flags_are_written_as_spreadsheets_write_them()
    {
        using var folder = PackageFolder
            .Small()
            .With("actors.csv", "id,name,named\na,A,true\nb,B,TRUE\nc,C,1\nd,D,false\ne,E,FALSE\nf,F,0\ng,G,\n");
        Assert.That(
            (await folder.ReadAsync()).Dataset.Actors.Select(a => a.Named),
            Is.EqualTo((bool[])[true, true, true, false, false, false, true])
        );
    }

    [Test]
    public async Task Lists_and_mentions_are_split_at_bars()
    {
        using var folder = PackageFolder
            .Small()
            .With(
                "memberships.csv",
                "actor,grouping,passages,mention\na,g,p1|p2 | p3,one\nb,g,p1|p2,\"one, two| three\"\n"
            );
        var data = (await folder.ReadAsync()).Dataset;
        Assert.That(data.Memberships[0].Citation.Passages, Is.EqualTo((string[])["p1", "p2", "p3"]));
        Assert.That(data.Memberships[0].Citation.MentionAt(2), Is.EqualTo("one"));
        Assert.That(data.Memberships[1].Citation.MentionAt(0), Is.EqualTo("one, two"));
        Assert.That(data.Memberships[1].Citation.MentionAt(1), Is.EqualTo("three"));
    }

    [Test]
    public void The_files_of_a_package_are_those_of_the_design() =>
        Assert.That(
            PackageReader.FileNames,
            Is.EqualTo(
                (string[])
                    [
                        "actors.csv",
                        "groupings.csv",
                        "memberships.csv",
                        "partnerships.csv",
                        "denials.csv",
                        "measures.csv",
                        "names.csv",
                        "concepts.csv",
                        "territories.csv",
                        "sources.csv",
                        "passages.csv",
                    ]
            )
        );
}

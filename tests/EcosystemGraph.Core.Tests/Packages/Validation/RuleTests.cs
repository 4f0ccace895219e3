using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Packages.Validation;

namespace EcosystemGraph.Core.Tests.Packages.Validation;

/// <summary>Each rule speaks where its fault is put into a sound package, at the cell, and stays silent where it only looks like one.</summary>
public sealed class RuleTests
{
    [Test]
    public void A_sound_package_has_no_issue()
    {
        using var package = new SmallPackage();
        Assert.That(All(package.Validate()), Is.Empty);
    }

    [Test]
    public void Names_of_rules_are_unique_and_as_clients_know_them() =>
        Assert.That(
            PackageValidator.Rules.Select(rule => rule.Name),
            Is.EqualTo(
                new[]
                {
                    "duplicate-id",
                    "shared-id",
                    "unknown-id",
                    "loop",
                    "body-disagrees",
                    "passage-place",
                    "repeated-passage",
                    "mutual-direction",
                    "mutual-concept",
                    "unknown-scheme",
                    "territory-kind",
                    "count-value",
                    "id-start",
                    "duplicate",
                    "self-link",
                    "period",
                    "outside-grouping",
                    "status",
                    "declared-count",
                    "shared-form",
                    "unlinked-body",
                    "uncited-passage",
                    "wrong-scheme",
                    "no-passage",
                }
            )
        );

    private static IEnumerable<TestCaseData> Faults()
    {
        static TestCaseData Fault(
            string rule,
            Severity severity,
            string place,
            string subject,
            string problem,
            string remedy,
            Action<SmallPackage> put
        ) =>
            new TestCaseData(rule, severity, place, subject, problem, remedy, put).SetArgDisplayNames(
                rule,
                place,
                problem
            );
        static TestCaseData Error(
            string rule,
            string place,
            string subject,
            string problem,
            string remedy,
            Action<SmallPackage> put
        ) => Fault(rule, Severity.Error, place, subject, problem, remedy, put);
        static TestCaseData Warning(
            string rule,
            string place,
            string subject,
            string problem,
            string remedy,
            Action<SmallPackage> put
        ) => Fault(rule, Severity.Warning, place, subject, problem, remedy, put);
        static TestCaseData Unknown(
            string place,
            string subject,
            string id,
            string near,
            string file,
            string old,
            string row
        ) => Error("unknown-id", place, subject, $"'{id}' is not there", near, package => package.With(file, old, row));

        yield return Error(
            "duplicate-id",
            "actors.csv:5:1",
            "bois-vif",
            "'bois-vif' is that of line 4",
            "an id of its own",
            package => package.Add("actors.csv", "bois-vif,Bois Vif,,association,true,")
        );
        foreach (
            var (file, id, row) in new[]
            {
                (
                    "groupings.csv",
                    "reseau-fil",
                    "reseau-fil,Réseau Fil,RF,network,,wood,lac,2010,2030,CURRENT,,p-1-1,Réseau Fil,STATED"
                ),
                ("memberships.csv", "m2", "m2,banque-du-lac,reseau-fil,expert,,,CURRENT,STATED,p-1-1,RF"),
                ("partnerships.csv", "t1", "t1,atelier,bois-vif,works-with,,,,,CURRENT,STATED,p-1-1,Bois Vif"),
                ("denials.csv", "d1", "d1,banque-du-lac,atelier,funds,p-2-2,Bois Vif"),
                ("measures.csv", "c1", "c1,reseau-fil,other-member-count,2,EXACT,,,STATED,p-1-1,deux"),
                ("concepts.csv", "wood", "wood,theme,bois,wood,,"),
                ("territories.csv", "lac", "lac,Lac,commune,pays"),
                ("sources.csv", "s", "s,Réponses,2021,FR,atelier,"),
                ("passages.csv", "p-1-1", "p-1-1,s,1,3,,"),
            }
        )
        {
            yield return new TestCaseData(
                "duplicate-id",
                Severity.Error,
                null,
                id,
                $"'{id}' is that of line",
                "an id of its own",
                (Action<SmallPackage>)(package => package.Add(file, row))
            ).SetArgDisplayNames("duplicate-id", file);
        }

        foreach (
            var (file, id, row, type, other) in new[]
            {
                (
                    "territories.csv",
                    "atelier",
                    "atelier,Atelier,place,pays",
                    "a territory",
                    "an actor in line 2 of actors.csv"
                ),
                (
                    "concepts.csv",
                    "bois-vif",
                    "bois-vif,theme,bois vif,,,",
                    "a concept",
                    "an actor in line 4 of actors.csv"
                ),
                (
                    "concepts.csv",
                    "reseau-fil",
                    "reseau-fil,grouping-kind,réseau fil,,,",
                    "a concept",
                    "a grouping in line 2 of groupings.csv"
                ),
                (
                    "sources.csv",
                    "lac",
                    "lac,Du lac,2021,FR,atelier,",
                    "a source",
                    "a territory in line 3 of territories.csv"
                ),
                ("passages.csv", "s", "s,s,1,9,,", "a passage", "a source in line 2 of sources.csv"),
                (
                    "memberships.csv",
                    "wood",
                    "wood,banque-du-lac,reseau-fil,member,,,CURRENT,STATED,p-1-1,RF",
                    "a membership",
                    "a concept in line 8 of concepts.csv"
                ),
                (
                    "partnerships.csv",
                    "m1",
                    "m1,atelier,bois-vif,works-with,,,,,CURRENT,STATED,p-1-1,Bois Vif",
                    "a partnership",
                    "a membership in line 2 of memberships.csv"
                ),
                (
                    "denials.csv",
                    "t1",
                    "t1,banque-du-lac,atelier,funds,p-2-2,Bois Vif",
                    "a denial",
                    "a partnership in line 2 of partnerships.csv"
                ),
                (
                    "measures.csv",
                    "d1",
                    "d1,reseau-fil,other-member-count,2,EXACT,,2020,STATED,p-1-1,deux",
                    "a measure",
                    "a denial in line 2 of denials.csv"
                ),
                (
                    "actors.csv",
                    "member",
                    "member,Member,,association,true,",
                    "an actor",
                    "a concept in concepts.csv, whose row is built in"
                ),
            }
        )
        {
            yield return new TestCaseData(
                "shared-id",
                Severity.Error,
                null,
                id,
                $"'{id}' is that of {type} here and of {other}",
                "an id of its own",
                (Action<SmallPackage>)(package => package.Add(file, row))
            ).SetArgDisplayNames("shared-id", file, id);
        }
        yield return Error(
            "duplicate-id",
            "actors.csv:5:1",
            "Bois-Vif",
            "'Bois-Vif' differs only in capitals from 'bois-vif' in line 4",
            "written in one way",
            package => package.Add("actors.csv", "Bois-Vif,Le Bois,,association,true,")
        );
        yield return Error(
            "duplicate-id",
            "groupings.csv:3:1",
            "ATELIER",
            "'ATELIER' differs only in capitals from 'atelier' in line 2 of actors.csv",
            "written in one way",
            package => package.Add("groupings.csv", "ATELIER,Le Fil,,network,,,,,,CURRENT,,p-1-1,RF,STATED")
        );

        yield return Unknown("actors.csv:3:30", "banque-du-lac", "banc", "'bank'", "actors.csv", ",,bank,", ",,banc,");
        yield return Unknown("actors.csv:2:42", "atelier", "lax", "'lac'", "actors.csv", ",lac", ",lax");
        yield return Unknown(
            "groupings.csv:2:26",
            "reseau-fil",
            "netwerk",
            "'network'",
            "groupings.csv",
            "RF,network",
            "RF,netwerk"
        );
        yield return Unknown("groupings.csv:2:35", "reseau-fil", "wod", "'wood'", "groupings.csv", ",wood,", ",wod,");
        yield return Unknown("groupings.csv:2:40", "reseau-fil", "lak", "'lac'", "groupings.csv", ",lac,", ",lak,");
        yield return Unknown(
            "groupings.csv:2:62",
            "reseau-fil",
            "reseau-fils",
            "'reseau-fil'",
            "groupings.csv",
            "CURRENT,,",
            "CURRENT,reseau-fils,"
        );
        yield return Unknown(
            "groupings.csv:2:63",
            "reseau-fil",
            "p-1-9",
            "'p-1-1'",
            "groupings.csv",
            "p-1-1,",
            "p-1-9,"
        );
        yield return Unknown(
            "memberships.csv:2:4",
            "m1",
            "ateliers",
            "'atelier'",
            "memberships.csv",
            "m1,atelier,",
            "m1,ateliers,"
        );
        yield return Unknown(
            "memberships.csv:3:13",
            "m2",
            "fil",
            "'reseau-fil'",
            "memberships.csv",
            "m2,bois-vif,reseau-fil,",
            "m2,bois-vif,fil,"
        );
        yield return Unknown(
            "memberships.csv:3:24",
            "m2",
            "membre",
            "'member'",
            "memberships.csv",
            "m2,bois-vif,reseau-fil,member",
            "m2,bois-vif,reseau-fil,membre"
        );
        yield return Unknown(
            "partnerships.csv:2:12",
            "t1",
            "banque",
            "'banque-du-lac'",
            "partnerships.csv",
            "atelier,banque-du-lac",
            "atelier,banque"
        );
        yield return Unknown(
            "partnerships.csv:2:4",
            "t1",
            "Atelier",
            "'atelier'",
            "partnerships.csv",
            "t1,atelier",
            "t1,Atelier"
        );
        yield return Unknown(
            "partnerships.csv:2:26",
            "t1",
            "work-with",
            "'works-with'",
            "partnerships.csv",
            ",works-with,",
            ",work-with,"
        );
        yield return Unknown(
            "partnerships.csv:2:37",
            "t1",
            "reseau",
            "'reseau-fil'",
            "partnerships.csv",
            "works-with,,",
            "works-with,reseau,"
        );
        yield return Error(
            "unknown-id",
            "partnerships.csv:2:37",
            "t1",
            "role 'experts' is not there",
            "'expert'",
            package =>
                package
                    .With("partnerships.csv", "type,grouping,themes", "type,role,themes")
                    .With("partnerships.csv", "works-with,,", "works-with,experts,")
        );
        yield return Error(
            "unknown-id",
            "partnerships.csv:2:37",
            "t1",
            "occasion 'forum' is not there",
            "an id of concepts.csv",
            package =>
                package
                    .With("partnerships.csv", "type,grouping,themes", "type,occasion,themes")
                    .With("partnerships.csv", "works-with,,", "works-with,forum,")
        );
        yield return Unknown(
            "denials.csv:2:13",
            "d1",
            "atelie",
            "'atelier'",
            "denials.csv",
            "bois-vif,atelier",
            "bois-vif,atelie"
        );
        yield return Unknown("denials.csv:2:21", "d1", "found", "'funds'", "denials.csv", ",funds,", ",found,");
        yield return Unknown(
            "measures.csv:2:4",
            "c1",
            "reseau",
            "'reseau-fil'",
            "measures.csv",
            "reseau-fil,other",
            "reseau,other"
        );
        yield return Unknown(
            "measures.csv:2:15",
            "c1",
            "members-count",
            "'member-count'",
            "measures.csv",
            ",other-member-count,",
            ",members-count,"
        );
        yield return Unknown(
            "names.csv:2:1",
            "attelier",
            "attelier",
            "'atelier'",
            "names.csv",
            "atelier,",
            "attelier,"
        );
        yield return Unknown("names.csv:2:24", "atelier", "q", "an id of passages.csv", "names.csv", ",p-0-0", ",q");
        yield return Unknown(
            "concepts.csv:3:48",
            "association",
            "organization",
            "'organisation'",
            "concepts.csv",
            "association,organisation,",
            "association,organization,"
        );
        yield return Unknown(
            "concepts.csv:4:29",
            "bank",
            "organization",
            "'organisation'",
            "concepts.csv",
            "bank,organisation,",
            "bank,association|organization,"
        );
        yield return Unknown(
            "territories.csv:3:17",
            "lac",
            "pay",
            "'pays'",
            "territories.csv",
            ",commune,pays",
            ",commune,pay"
        );
        yield return Unknown(
            "sources.csv:2:20",
            "s",
            "ateliers",
            "'atelier'",
            "sources.csv",
            ",atelier,",
            ",ateliers,"
        );
        yield return Unknown(
            "passages.csv:2:7",
            "p-0-0",
            "t",
            "an id of sources.csv",
            "passages.csv",
            "p-0-0,s,",
            "p-0-0,t,"
        );

        yield return Error(
            "loop",
            "concepts.csv:2:51",
            "organisation",
            "organisation → bank → organisation",
            "another broader",
            package => package.With("concepts.csv", "organisation,organisation,,", "organisation,organisation,bank,")
        );
        yield return Error(
            "loop",
            "concepts.csv:2:51",
            "organisation",
            "organisation → bank → organisation",
            "another broader",
            package =>
                package
                    .With("concepts.csv", "organisation,organisation,,", "organisation,organisation,association|bank,")
                    .With("concepts.csv", "association,organisation,", "association,,")
        );
        yield return Error(
            "loop",
            "concepts.csv:4:29",
            "bank",
            "bank → bank",
            "another broader",
            package => package.With("concepts.csv", "bank,organisation,", "bank,organisation|bank,")
        );
        yield return Error(
            "loop",
            "territories.csv:2:19",
            "pays",
            "pays → lac → pays",
            "another within",
            package => package.With("territories.csv", "country,", "country,lac")
        );
        yield return Error(
            "loop",
            "groupings.csv:2:62",
            "reseau-fil",
            "reseau-fil → reseau-fil",
            "another part_of",
            package => package.With("groupings.csv", "CURRENT,,", "CURRENT,reseau-fil,")
        );

        const string alsoActor = "reseau-fil,{0},{1},association,true,{2}";
        yield return Error(
            "body-disagrees",
            "groupings.csv:2:12",
            "reseau-fil",
            "'Réseau Fil' here and 'Réseau' in actors.csv",
            "one body",
            package => package.Add("actors.csv", Text(alsoActor, "Réseau", "RF", "lac"))
        );
        yield return Error(
            "body-disagrees",
            "groupings.csv:2:23",
            "reseau-fil",
            "'RF' here and 'R.F.' in actors.csv",
            "one body",
            package => package.Add("actors.csv", Text(alsoActor, "Réseau Fil", "R.F.", ""))
        );
        yield return Error(
            "body-disagrees",
            "groupings.csv:2:40",
            "reseau-fil",
            "'lac' here and 'pays' in actors.csv",
            "one body",
            package => package.Add("actors.csv", Text(alsoActor, "Réseau Fil", "", "pays"))
        );

        yield return Error(
            "passage-place",
            "passages.csv:4:9",
            "p-1-2",
            "has no question",
            "0 before the first",
            package => package.With("passages.csv", "p-1-2,s,1,2,2.1", "p-1-2,s,,2,")
        );
        yield return Error(
            "passage-place",
            "passages.csv:5:11",
            "p-2-2",
            "1.2 is the place of passage 'p-1-2' (line 4)",
            "one row a place",
            package => package.With("passages.csv", "p-2-2,s,2,2", "p-2-2,s,1,2")
        );
        yield return Error(
            "passage-place",
            "passages.csv:4:13",
            "p-1-2",
            "'2,1' is no locator",
            "1.18",
            package => package.With("passages.csv", "2.1", "\"2,1\"")
        );
        yield return Error(
            "passage-place",
            "passages.csv:4:13",
            "p-1-2",
            "'02.1' is no locator",
            "1.18",
            package => package.With("passages.csv", "2.1", "02.1")
        );
        yield return Error(
            "passage-place",
            "passages.csv:4:13",
            "p-1-2",
            "'1.2' is named already",
            "once",
            package => package.With("passages.csv", "2.1", "1.2")
        );
        yield return Error(
            "passage-place",
            "passages.csv:4:13",
            "p-1-2",
            "2.2 is the place of passage 'p-2-2'",
            "one passage",
            package => package.With("passages.csv", "2.1", "2.2")
        );
        yield return Error(
            "cell",
            "passages.csv:5:11",
            "",
            "paragraph is empty",
            "has a paragraph",
            package => package.With("passages.csv", "p-2-2,s,2,2", "p-2-2,s,2,")
        );

        var sha = new string('a', 64);
        yield return Error(
            "repeated-passage",
            "passages.csv:5:14",
            "p-2-2",
            "has the text of passage 'p-1-1'",
            "with 2.2 in the also",
            package =>
                package
                    .With("passages.csv", "p-1-1,s,1,1,,", "p-1-1,s,1,1,," + sha)
                    .With("passages.csv", "p-2-2,s,2,2,,", "p-2-2,s,2,2,," + sha)
        );

        yield return Error(
            "mutual-direction",
            "partnerships.csv:2:4",
            "t1",
            "begins with 'banque-du-lac'",
            "'atelier' as source",
            package => package.With("partnerships.csv", "atelier,banque-du-lac", "banque-du-lac,atelier")
        );
        yield return Error(
            "mutual-direction",
            "partnerships.csv:3:4",
            "t2",
            "begins with 'bois-vif'",
            "'banque-du-lac' as source",
            package =>
                package.Add(
                    "partnerships.csv",
                    "t2,bois-vif,banque-du-lac,works-with,,,,,CURRENT,STATED,p-1-1,Bois Vif"
                )
        );
        yield return Error(
            "mutual-direction",
            "partnerships.csv:2:4",
            "t1",
            "begins with 'atelier'",
            "'zebre' as source",
            package =>
                package
                    .With("sources.csv", ",atelier,", ",zebre,")
                    .Add("actors.csv", "zebre,Zèbre,,bank,true,")
                    .With("partnerships.csv", "atelier,banque-du-lac", "atelier,zebre")
        );
        yield return Error(
            "mutual-direction",
            "partnerships.csv:3:1",
            "t2",
            "in line 2 already",
            "one row for both ways",
            package =>
                package.Add(
                    "partnerships.csv",
                    "t2,banque-du-lac,atelier,works-with,,,2016-H2,,CURRENT,STATED,p-1-2,Banque du Lac"
                )
        );
        yield return Error(
            "mutual-concept",
            "concepts.csv:8:23",
            "wood",
            "is mutual and of the scheme 'theme'",
            "link-type",
            package => package.With("concepts.csv", "wood,theme,bois,wood,,", "wood,theme,bois,wood,,true")
        );
        yield return Error(
            "unknown-scheme",
            "concepts.csv:8:6",
            "wood",
            "'themes' is no scheme",
            "actor-kind, grouping-kind",
            package => package.With("concepts.csv", "wood,theme,", "wood,themes,")
        );
        yield return Error(
            "territory-kind",
            "territories.csv:3:9",
            "lac",
            "'town' is no kind",
            "commune",
            package => package.With("territories.csv", ",commune,", ",town,")
        );
        yield return Error(
            "count-value",
            "measures.csv:2:34",
            "c1",
            "other-member-count is 2.5",
            "whole number",
            package => package.With("measures.csv", ",2,AT_LEAST", ",2.5,AT_LEAST")
        );
        yield return Error(
            "count-value",
            "measures.csv:2:34",
            "c1",
            "other-member-count is -2",
            "from 0 on",
            package => package.With("measures.csv", ",2,AT_LEAST", ",-2,AT_LEAST")
        );

        yield return Warning(
            "duplicate",
            "memberships.csv:4:1",
            "m3",
            "actor, grouping, role and from of line 2",
            "passages of both",
            package => package.Add("memberships.csv", "m3,atelier,reseau-fil,member,2015,2020,PAST,STATED,p-1-1,RF")
        );
        yield return Warning(
            "duplicate",
            "partnerships.csv:4:1",
            "t3",
            "source, target, type, role, occasion and from of line 3",
            "passages of both",
            package =>
                package.Add(
                    "partnerships.csv",
                    "t2,banque-du-lac,atelier,funds,,,,,CURRENT,STATED,p-1-2,Banque du Lac",
                    "t3,banque-du-lac,atelier,funds,,,,,PAST,STATED,p-1-2,Banque du Lac"
                )
        );
        yield return Warning(
            "duplicate",
            "names.csv:3:1",
            "atelier",
            "entity and name of line 2",
            "one row",
            package => package.Add("names.csv", "atelier,Atelier,INFERRED,p-0-0")
        );
        yield return Warning(
            "self-link",
            "memberships.csv:4:15",
            "m3",
            "'reseau-fil' is a member of itself",
            "no row",
            package => package.Add("memberships.csv", "m3,reseau-fil,reseau-fil,member,,,CURRENT,STATED,p-1-1,RF")
        );
        yield return Warning(
            "self-link",
            "partnerships.csv:3:12",
            "t2",
            "'atelier' is linked with itself",
            "no row",
            package => package.Add("partnerships.csv", "t2,atelier,atelier,funds,,,,,CURRENT,STATED,p-1-1,RF")
        );

        yield return Error(
            "id-start",
            "memberships.csv:2:58",
            "atelier~reseau-fil~member~2014",
            "tells another start than 2015",
            "2014; or an id",
            package => package.With("memberships.csv", "m1,atelier", "atelier~reseau-fil~member~2014,atelier")
        );
        yield return Error(
            "id-start",
            "partnerships.csv:2:81",
            "atelier~banque-du-lac~works-with~2016-H2",
            "tells a start, and the row has none",
            "2016-H2",
            package =>
                package
                    .With("partnerships.csv", "t1,atelier", "atelier~banque-du-lac~works-with~2016-H2,atelier")
                    .With("partnerships.csv", "2016-H2,,CURRENT", ",,CURRENT")
        );
        yield return Warning(
            "period",
            "memberships.csv:2:35",
            "m1",
            "ends 2014, before it starts 2015",
            "from first",
            package => package.With("memberships.csv", "member,2015,,CURRENT", "member,2015,2014,PAST")
        );
        yield return Warning(
            "period",
            "partnerships.csv:2:51",
            "t1",
            "ends 2016-06",
            "from first",
            package => package.With("partnerships.csv", "2016-H2,,CURRENT", "2016-H2,2016-06,PAST")
        );
        yield return Warning(
            "period",
            "groupings.csv:2:49",
            "reseau-fil",
            "ends 2009",
            "from first",
            package =>
                package
                    .With("groupings.csv", "2010,2030,CURRENT", "2010,2009,PAST")
                    .With("memberships.csv", ",2015,", ",,")
        );
        yield return Warning(
            "outside-grouping",
            "memberships.csv:2:30",
            "m1",
            "starts 2009, before the grouping does (2010)",
            "'reseau-fil'",
            package => package.With("memberships.csv", "member,2015", "member,2009")
        );
        yield return Warning(
            "outside-grouping",
            "memberships.csv:2:35",
            "m1",
            "ends 2031, after the grouping does (2030)",
            "'reseau-fil'",
            package => package.With("memberships.csv", "member,2015,", "member,2015,2031")
        );
        yield return Warning(
            "outside-grouping",
            "memberships.csv:2:31",
            "m1",
            "ends 2009, before the grouping starts (2010)",
            "'reseau-fil'",
            package => package.With("memberships.csv", "member,2015,,CURRENT", "member,,2009,PAST")
        );
        yield return Warning(
            "outside-grouping",
            "partnerships.csv:2:53",
            "t1",
            "starts 2016-H2, after the grouping ended (2015)",
            "'reseau-fil'",
            package =>
                package
                    .With("partnerships.csv", "works-with,,", "works-with,reseau-fil,")
                    .With("groupings.csv", "2030,CURRENT", "2015,PAST")
        );

        yield return Warning(
            "status",
            "memberships.csv:2:40",
            "m1",
            "is CURRENT and ended 2020, before its source (2021)",
            "PAST",
            package => package.With("memberships.csv", "member,2015,", "member,2015,2020")
        );
        yield return Warning(
            "status",
            "memberships.csv:2:36",
            "m1",
            "is CURRENT and starts 2022",
            "PLANNED",
            package => package.With("memberships.csv", "member,2015", "member,2022")
        );
        yield return Warning(
            "status",
            "memberships.csv:2:40",
            "m1",
            "is PAST and ends 2022",
            "CURRENT",
            package => package.With("memberships.csv", "member,2015,,CURRENT", "member,2015,2022,PAST")
        );
        yield return Warning(
            "status",
            "memberships.csv:2:36",
            "m1",
            "is PAST and starts 2022",
            "PLANNED",
            package => package.With("memberships.csv", "member,2015,,CURRENT", "member,2022,,PAST")
        );
        yield return Warning(
            "status",
            "partnerships.csv:2:52",
            "t1",
            "is PLANNED and started 2016-H2",
            "CURRENT",
            package => package.With("partnerships.csv", "2016-H2,,CURRENT", "2016-H2,,PLANNED")
        );
        yield return Warning(
            "status",
            "groupings.csv:2:54",
            "reseau-fil",
            "is PAST and ends 2030",
            "CURRENT",
            package => package.With("groupings.csv", "2030,CURRENT", "2030,PAST")
        );

        foreach (var passages in new[] { "p-1-1|q", "q|p-1-1" })
        {
            yield return Warning(
                "status",
                "memberships.csv:2:40",
                "m1",
                "before its source (2021)",
                "PAST",
                package =>
                    package
                        .Add("sources.csv", "s2,Autres,2016,FR,atelier,")
                        .Add("passages.csv", "q,s2,1,1,,")
                        .With(
                            "memberships.csv",
                            "member,2015,,CURRENT,STATED,p-1-1",
                            "member,2015,2018,CURRENT,STATED," + passages
                        )
            );
        }
        yield return Warning(
            "declared-count",
            "measures.csv:2:34",
            "reseau-fil",
            "2 members by this count and 3 named",
            "greater count",
            package =>
                package
                    .With("measures.csv", ",2,AT_LEAST", ",1,EXACT")
                    .Add("memberships.csv", "m3,banque-du-lac,reseau-fil,member,,,CURRENT,STATED,p-1-1,RF")
        );
        yield return Warning(
            "declared-count",
            "measures.csv:2:28",
            "reseau-fil",
            "1 members by this count and 2 named",
            "greater count",
            package => package.With("measures.csv", "other-member-count,2,AT_LEAST", "member-count,1,EXACT")
        );
        yield return Warning(
            "shared-form",
            "names.csv:3:10",
            "bois-vif",
            "'ATELIER du lac' names 'bois-vif' and 'atelier'",
            "one body",
            package => package.Add("names.csv", "bois-vif,ATELIER du lac,STATED,p-0-0")
        );
        yield return Warning(
            "shared-form",
            "groupings.csv:2:23",
            "reseau-fil",
            "'BV' names",
            "one body",
            package =>
                package
                    .With("groupings.csv", ",RF,", ",BV,")
                    .With("actors.csv", "Bois Vif,,", "Bois Vif,B-V,")
                    .With("actors.csv", "B-V", "bv")
        );
        yield return Warning(
            "shared-form",
            "actors.csv:4:19",
            "bois-vif",
            "'&\u200B' names 'bois-vif' and 'banque-du-lac'",
            "one body",
            package =>
                package
                    .With("actors.csv", "Banque du Lac,,", "Banque du Lac,&,")
                    .With("actors.csv", "Bois Vif,,", "Bois Vif,&\u200B,")
        );
        yield return Warning(
            "unlinked-body",
            "actors.csv:5:1",
            "seul",
            "'seul' has no link",
            "no row",
            package => package.Add("actors.csv", "seul,Seul,,association,true,")
        );
        yield return Warning(
            "unlinked-body",
            "groupings.csv:3:1",
            "vide",
            "'vide' has no link",
            "no row",
            package => package.Add("groupings.csv", "vide,Vide,,network,,,,,,CURRENT,,p-1-1,RF,STATED")
        );
        yield return Warning(
            "uncited-passage",
            "passages.csv:6:1",
            "p-2-0",
            "'p-2-0' (2.0) is cited by no row",
            "a row that cites it",
            package => package.Add("passages.csv", "p-2-0,s,2,0,,")
        );

        yield return Warning(
            "wrong-scheme",
            "actors.csv:3:30",
            "banque-du-lac",
            "kind 'wood' is of the scheme theme",
            "actor-kind",
            package => package.With("actors.csv", ",,bank,", ",,wood,")
        );
        yield return Warning(
            "wrong-scheme",
            "groupings.csv:2:26",
            "reseau-fil",
            "kind 'bank'",
            "grouping-kind",
            package => package.With("groupings.csv", ",network,", ",bank,")
        );
        yield return Warning(
            "wrong-scheme",
            "groupings.csv:2:35",
            "reseau-fil",
            "themes 'bank'",
            "scheme theme",
            package => package.With("groupings.csv", ",wood,", ",bank,")
        );
        yield return Warning(
            "wrong-scheme",
            "memberships.csv:3:24",
            "m2",
            "role 'funds'",
            "scheme role",
            package => package.With("memberships.csv", "m2,bois-vif,reseau-fil,member", "m2,bois-vif,reseau-fil,funds")
        );
        yield return Warning(
            "wrong-scheme",
            "partnerships.csv:2:26",
            "t1",
            "type 'member'",
            "scheme link-type",
            package => package.With("partnerships.csv", ",works-with,", ",member,")
        );
        yield return Warning(
            "wrong-scheme",
            "partnerships.csv:2:37",
            "t1",
            "role 'wood'",
            "scheme role",
            package =>
                package
                    .With("partnerships.csv", "type,grouping,themes", "type,role,themes")
                    .With("partnerships.csv", "works-with,,", "works-with,wood,")
        );
        yield return Warning(
            "wrong-scheme",
            "partnerships.csv:2:37",
            "t1",
            "occasion 'expert'",
            "scheme occasion",
            package =>
                package
                    .With("partnerships.csv", "type,grouping,themes", "type,occasion,themes")
                    .With("partnerships.csv", "works-with,,", "works-with,expert,")
        );
        yield return Warning(
            "wrong-scheme",
            "denials.csv:2:21",
            "d1",
            "type 'wood'",
            "scheme link-type",
            package => package.With("denials.csv", ",funds,", ",wood,")
        );
        yield return Warning(
            "wrong-scheme",
            "measures.csv:2:15",
            "c1",
            "concept 'wood'",
            "scheme measure",
            package => package.With("measures.csv", ",other-member-count,", ",wood,")
        );
        yield return Warning(
            "wrong-scheme",
            "concepts.csv:8:22",
            "wood",
            "broader 'bank'",
            "scheme theme",
            package => package.With("concepts.csv", "bois,wood,,", "bois,wood,bank,")
        );
        yield return Warning(
            "wrong-scheme",
            "concepts.csv:4:29",
            "bank",
            "broader 'wood'",
            "scheme actor-kind",
            package => package.With("concepts.csv", "bank,organisation,", "bank,organisation|wood,")
        );
        yield return Warning(
            "no-passage",
            "memberships.csv:3:48",
            "m2",
            "'m2' cites no passage",
            "the passages that say so",
            package => package.With("memberships.csv", "p-1-1,Bois Vif", ",")
        );
    }

    [TestCaseSource(nameof(Faults))]
    public void A_fault_is_found_at_its_cell(
        string rule,
        Severity severity,
        string? place,
        string subject,
        string problem,
        string remedy,
        Action<SmallPackage> put
    )
    {
        using var package = new SmallPackage();
        put(package);
        var issues = package.Validate();
        var found = All(issues).Where(issue => issue.Rule == rule).ToList();
        Assert.That(found, Has.Count.EqualTo(1), string.Join('\n', All(issues)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found[0].Severity, Is.EqualTo(severity));
            if (place is not null)
                Assert.That(package.PlaceOf(found[0]), Is.EqualTo(place));
            Assert.That(found[0].Subject ?? "", Is.EqualTo(subject));
            Assert.That(found[0].Problem, Does.Contain(problem));
            Assert.That(found[0].Remedy, Does.Contain(remedy));
        }
    }

    private static IEnumerable<TestCaseData> Sound()
    {
        static TestCaseData Case(string rule, string why, Action<SmallPackage> put) =>
            new TestCaseData(rule, put).SetArgDisplayNames(rule, why);

        yield return Case(
            "duplicate-id",
            "an actor and a grouping are one body",
            package => package.Add("actors.csv", "reseau-fil,Réseau Fil,RF,association,true,")
        );
        yield return Case(
            "shared-id",
            "an actor and a grouping are one body",
            package => package.Add("actors.csv", "reseau-fil,Réseau Fil,RF,association,true,")
        );
        yield return Case(
            "shared-id",
            "an id that is made is no other record's",
            package =>
                package
                    .With("denials.csv", "d1,bois-vif,atelier,funds,", ",bois-vif,atelier,funds,")
                    .Add("partnerships.csv", ",bois-vif,atelier,funds,,,,,CURRENT,STATED,p-1-2,Bois Vif")
        );
        yield return Case(
            "unknown-id",
            "a grouping may have ties and a membership",
            package =>
                package
                    .Add("partnerships.csv", "t2,reseau-fil,atelier,funds,,,,,CURRENT,STATED,p-1-1,RF")
                    .Add("groupings.csv", "union,Union,,network,,,,,,CURRENT,,p-1-1,RF,STATED")
                    .Add("memberships.csv", "m3,reseau-fil,union,,,,CURRENT,STATED,p-1-1,RF")
        );
        yield return Case(
            "unknown-id",
            "a name may be that of a grouping",
            package => package.Add("names.csv", "reseau-fil,R. F.,STATED,")
        );
        yield return Case(
            "unknown-id",
            "built-in concepts need no row",
            package =>
                package.Add("memberships.csv", "m3,banque-du-lac,reseau-fil,non-member,,,CURRENT,STATED,p-1-1,RF")
        );
        yield return Case(
            "loop",
            "two parents of one child",
            package =>
                package.Add(
                    "groupings.csv",
                    "a,A,,network,,,,,,CURRENT,b|c,p-1-1,RF,STATED",
                    "b,B,,network,,,,,,CURRENT,d,p-1-1,RF,STATED",
                    "c,C,,network,,,,,,CURRENT,d,p-1-1,RF,STATED",
                    "d,D,,network,,,,,,CURRENT,,p-1-1,RF,STATED"
                )
        );
        yield return Case(
            "body-disagrees",
            "one side is empty",
            package => package.Add("actors.csv", "reseau-fil,Réseau Fil,,bank,true,")
        );
        yield return Case(
            "passage-place",
            "two sources may have one place each",
            package => package.Add("sources.csv", "s2,Autres,2022,FR,,").Add("passages.csv", "q,s2,1,1,,")
        );
        yield return Case(
            "passage-place",
            "a source without questions",
            package => package.Add("sources.csv", "s2,Autres,2022,FR,,").Add("passages.csv", "q,s2,,1,4|7,")
        );
        yield return Case(
            "repeated-passage",
            "another source has the text",
            package =>
                package
                    .Add("sources.csv", "s2,Autres,2022,FR,,")
                    .With("passages.csv", "p-1-1,s,1,1,,", "p-1-1,s,1,1,," + new string('a', 64))
                    .Add("passages.csv", "q,s2,1,1,," + new string('a', 64))
        );
        yield return Case(
            "mutual-direction",
            "a one-way tie goes either way",
            package =>
                package.Add("partnerships.csv", "t2,banque-du-lac,atelier,funds,,,,,CURRENT,STATED,p-1-2,Banque du Lac")
        );
        yield return Case(
            "mutual-direction",
            "another start is another tie",
            package =>
                package.Add(
                    "partnerships.csv",
                    "t2,atelier,banque-du-lac,works-with,,,2010,2012,PAST,STATED,p-1-2,Banque du Lac"
                )
        );
        yield return Case(
            "duplicate",
            "another role is another fact",
            package => package.Add("memberships.csv", "m3,atelier,reseau-fil,expert,2015,,CURRENT,STATED,p-1-1,RF")
        );
        yield return Case(
            "duplicate",
            "in another role it is another fact",
            package =>
                package
                    .With("partnerships.csv", "type,grouping,themes", "type,role,themes")
                    .Add(
                        "partnerships.csv",
                        "t2,banque-du-lac,atelier,funds,expert,,,,CURRENT,STATED,p-1-2,Banque du Lac",
                        "t3,banque-du-lac,atelier,funds,,,,,CURRENT,STATED,p-1-2,Banque du Lac"
                    )
        );
        yield return Case(
            "id-start",
            "an id need not tell the start",
            package => package.With("memberships.csv", "m1,atelier", "atelier~reseau-fil~member,atelier")
        );
        yield return Case(
            "period",
            "it may end when it starts",
            package => package.With("memberships.csv", "member,2015,,CURRENT", "member,2015-H2,2015,PAST")
        );
        yield return Case(
            "outside-grouping",
            "the year may be the grouping's first",
            package => package.With("memberships.csv", "member,2015", "member,2010-07")
        );
        yield return Case(
            "status",
            "within the source's own year nothing is sure",
            package =>
                package
                    .With("memberships.csv", "member,2015,,CURRENT", "member,2015,2021,CURRENT")
                    .With("partnerships.csv", "2016-H2,,CURRENT", "2021-H2,,PLANNED")
        );
        yield return Case(
            "status",
            "an undated source tells nothing",
            package =>
                package.With("sources.csv", ",2021,", ",,").With("memberships.csv", "member,2015,", "member,2015,2016")
        );
        yield return Case(
            "declared-count",
            "the others and the respondent",
            package =>
                package
                    .With("measures.csv", ",2,AT_LEAST", ",2,EXACT")
                    .Add("memberships.csv", "m3,banque-du-lac,reseau-fil,member,,,CURRENT,STATED,p-1-1,RF")
        );
        yield return Case(
            "declared-count",
            "planned, unnamed, experts and lower bounds do not count",
            package =>
                package
                    .With("measures.csv", ",2,AT_LEAST", ",1,EXACT")
                    .Add("measures.csv", "c2,reseau-fil,member-count,1,MORE_THAN,,,STATED,p-1-1,deux")
                    .Add("actors.csv", "gens,Gens,,association,false,")
                    .Add(
                        "memberships.csv",
                        "m3,banque-du-lac,reseau-fil,expert,,,CURRENT,STATED,p-1-1,RF",
                        "m4,banque-du-lac,reseau-fil,member,2022,,PLANNED,STATED,p-1-1,RF",
                        "m5,gens,reseau-fil,member,,,CURRENT,STATED,p-1-1,RF"
                    )
        );
        yield return Case(
            "shared-form",
            "a body repeats its own form",
            package => package.Add("names.csv", "bois-vif,BOIS-VIF,STATED,")
        );
        yield return Case(
            "unlinked-body",
            "whom only a denial names",
            package =>
                package
                    .Add("actors.csv", "seul,Seul,,association,true,")
                    .Add("denials.csv", "d2,atelier,seul,funds,p-2-2,Bois Vif")
        );
        yield return Case(
            "unlinked-body",
            "a grouping of groupings",
            package =>
                package
                    .Add("groupings.csv", "union,Union,,network,,,,,,CURRENT,,p-1-1,RF,STATED")
                    .With("groupings.csv", "CURRENT,,p-1-1,Réseau Fil", "CURRENT,union,p-1-1,Réseau Fil")
        );
        yield return Case(
            "unlinked-body",
            "a part of another grouping",
            package => package.Add("groupings.csv", "branche,Branche,,network,,,,,,CURRENT,reseau-fil,p-1-1,RF,STATED")
        );
        yield return Case(
            "no-passage",
            "a grouping that the reader made of its members",
            package => package.Without("groupings.csv")
        );
        yield return Case(
            "uncited-passage",
            "names cite too",
            package => package.Add("passages.csv", "p-2-0,s,2,0,,").Add("names.csv", "bois-vif,BV,STATED,p-2-0")
        );
        yield return Case(
            "wrong-scheme",
            "unspecified goes everywhere, a denial may be of a role",
            package =>
                package.With("groupings.csv", ",network,", ",unspecified,").With("denials.csv", ",funds,", ",member,")
        );
        yield return Case(
            "no-passage",
            "a package without passages",
            package =>
            {
                package.Without("passages.csv").Without("sources.csv");
                foreach (
                    var file in new[]
                    {
                        "groupings.csv",
                        "memberships.csv",
                        "partnerships.csv",
                        "denials.csv",
                        "measures.csv",
                        "names.csv",
                    }
                )
                {
                    foreach (var id in new[] { "p-0-0", "p-1-1", "p-1-2", "p-2-2" })
                        package.Drop(file, id);
                }
            }
        );
    }

    [TestCaseSource(nameof(Sound))]
    public void What_only_looks_like_a_fault_is_none(string rule, Action<SmallPackage> put)
    {
        using var package = new SmallPackage();
        put(package);
        var issues = package.Validate();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(All(issues).Where(issue => issue.Rule == rule), Is.Empty);
            Assert.That(issues.Errors, Is.Empty);
        }
    }

    private static IEnumerable<Issue> All(IssueLog issues) => issues.Errors.Concat(issues.Warnings);

    private static string Text(string format, params object[] parts) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, format, parts);
}

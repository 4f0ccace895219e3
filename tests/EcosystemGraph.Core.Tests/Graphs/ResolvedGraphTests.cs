using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j.Tests.Generated;
using EcosystemGraph.Tests.Naive;

namespace EcosystemGraph.Core.Tests.Graphs;

/// <summary>What the catalogue reads from a resolved graph is what the rows say.</summary>
public sealed class ResolvedGraphTests
{
    private static readonly string[] Days = ["2018", "2019", "2019-H1", "2019-07-15", "2020", "2021-02", "2024"];

    [Test]
    public void Every_field_of_every_record_is_as_the_rows_say()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var data = DataMaker.Of(seed);
            var graph = new ResolvedGraph(data);
            var naive = new NaiveGraph(data);
            foreach (var type in Records.WithRows.Where(type => type != Records.DataFinding))
            {
                var records = naive.All(type.Name);
                Assert.That(type.Count(graph), Is.EqualTo(records.Count));
                for (var row = 0; row < records.Count; row++)
                {
                    foreach (
                        var field in type.Fields.Where(field =>
                            !field.Hidden && field is not (ActivityField or CoMembersField)
                        )
                    )
                    {
                        Assert.That(
                            Read(graph, field, row),
                            Is.EqualTo(Plain(naive.Read(records[row], field.Name))),
                            () => $"data set {seed}: {field} of {type} '{records[row].Id}'"
                        );
                    }
                }
            }
        }
    }

    [Test]
    public void Every_dated_record_was_active_as_its_dates_and_sources_say()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var data = DataMaker.Of(seed);
            var graph = new ResolvedGraph(data);
            var naive = new NaiveGraph(data);
            foreach (var type in new[] { Records.Grouping, Records.Membership, Records.Partnership })
            {
                var activity = type.Fields.OfType<ActivityField>().Single();
                for (var row = 0; row < type.Count(graph); row++)
                {
                    foreach (var day in Days.Select(text => PartialDate.Parse(text).Span))
                    {
                        Assert.That(
                            activity.Read(graph, row).At(day),
                            Is.EqualTo(naive.ActivityOf(naive.All(type.Name)[row], day)),
                            () => $"data set {seed}: {type} {row}"
                        );
                    }
                }
            }
        }
    }

    [Test]
    public void Rows_are_found_by_their_ids()
    {
        var data = DataMaker.Of(7);
        var graph = new ResolvedGraph(data);
        foreach (var type in Records.WithRows.Where(type => type.IsFound))
        {
            var id = (TextColumn)type.Column("id");
            for (var row = 0; row < type.Count(graph); row++)
                Assert.That(type.Find(graph, id.Read(graph, row)!), Is.EqualTo(row));
            Assert.That(type.Find(graph, "nobody"), Is.EqualTo(ResolvedGraph.None));
        }
        foreach (var body in data.Groupings.Select(g => g.Id).Concat(data.Actors.Select(a => a.Id)))
        {
            var entity = graph.FindEntity(body);
            Assert.That(graph.EntityId(entity), Is.EqualTo(body));
            Assert.That(
                graph.Entities.IsGrouping(entity),
                Is.EqualTo(data.Groupings.Any(g => g.Id == body)),
                "a body that is both is the grouping"
            );
            Assert.That(graph.ActorOf(entity), Is.EqualTo(graph.FindActor(body)));
        }
    }

    [Test]
    public void A_body_that_is_both_shares_what_one_of_its_rows_has()
    {
        var graph = new ResolvedGraph(
            Data() with
            {
                Actors = [new Actor("both", "Both", "BO", BuiltInConcepts.Unspecified, true, "here", Here)],
                Groupings = [Grouping("both") with { Name = "Both" }],
                Territories = [new Territory("here", "Here", "commune", null, null, Here)],
            }
        );

        foreach (var type in new[] { Records.Actor, Records.Grouping })
        {
            Assert.That(Read(graph, type.FieldOf("acronym")!, 0), Is.EqualTo("BO"), type.Name);
            Assert.That(Read(graph, type.FieldOf("territory")!, 0), Is.EqualTo("Territory here"), type.Name);
            Assert.That(Read(graph, type.FieldOf("names")!, 0), Is.EqualTo(new[] { "Both", "BO" }), type.Name);
        }
    }

    [TestCase("2019:5 2020:7", 7)]
    [TestCase("2020:7 2019:5", 7)]
    [TestCase("2019:5 :7", 5)]
    [TestCase(":7", 7)]
    [TestCase("+2019:5", 6)]
    [TestCase("2020:7 +2020:9", 7)]
    [TestCase("", null)]
    public void The_latest_declaration_counts_and_the_respondent_is_added_where_left_out(string declared, int? expected)
    {
        var measures = declared
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(
                (text, i) =>
                {
                    var concept = text[0] == '+' ? BuiltInConcepts.OtherMemberCount : BuiltInConcepts.MemberCount;
                    var (at, value) =
                        text.TrimStart('+').Split(':') is var parts && parts[0].Length == 0
                            ? ((PartialDate?)null, parts[1])
                            : (PartialDate.Parse(parts[0]), parts[1]);
                    return new Measure(
                        $"n{i}",
                        "g",
                        concept,
                        double.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
                        Qualifier.EXACT,
                        null,
                        at,
                        Confidence.STATED,
                        Citation.None,
                        Here
                    );
                }
            );
        var graph = new ResolvedGraph(
            Data() with
            {
                Actors = [Actor("a"), Actor("b"), Actor("c") with { Named = false }, Actor("d"), Actor("e")],
                Groupings = [Grouping("g")],
                Measures = [.. measures],
                Concepts =
                [
                    .. BuiltInConcepts.Rows,
                    new Concept(
                        "host",
                        ConceptSchemes.Role,
                        default,
                        [BuiltInConcepts.NonMember],
                        default,
                        false,
                        Here
                    ),
                ],
                Memberships =
                [
                    Membership("m1", "a"),
                    Membership("m2", "a") with
                    {
                        Role = "host",
                    },
                    Membership("m3", "a") with
                    {
                        From = PartialDate.Parse("2019"),
                    },
                    Membership("m4", "b") with
                    {
                        Role = "host",
                    },
                    Membership("m5", "c"),
                    Membership("m6", "d") with
                    {
                        Status = Status.PLANNED,
                    },
                    Membership("m7", "e") with
                    {
                        Status = Status.PAST,
                    },
                ],
            }
        );

        Assert.That(
            Read(graph, Records.Grouping.FieldOf("namedMemberCount")!, 0),
            Is.EqualTo(2),
            "a once, e; not the host, the category, the planned one"
        );
        Assert.That(Read(graph, Records.Grouping.FieldOf("declaredMemberCount")!, 0), Is.EqualTo(expected));
        Assert.That(Read(graph, Records.Grouping.FieldOf("memberGap")!, 0), Is.EqualTo(expected - 2));
        Assert.That(Read(graph, Records.Actor.FieldOf("groupingCount")!, 0), Is.EqualTo(1), "distinct groupings");
    }

    [Test]
    public void A_reference_to_a_row_that_is_not_there_is_refused()
    {
        Assert.That(
            () => new ResolvedGraph(Data() with { Actors = [Actor("a")], Memberships = [Membership("m", "a")] }),
            Throws.TypeOf<KeyNotFoundException>()
        );
        Assert.That(
            () => new ResolvedGraph(Data() with { Groupings = [Grouping("g") with { Themes = ["nothing"] }] }),
            Throws.TypeOf<KeyNotFoundException>()
        );
    }

    private static readonly RowPlace Here = new("", 1);

    private static Dataset Data() =>
        new()
        {
            Title = "t",
            Version = "1",
            Sha256 = "",
            Concepts = BuiltInConcepts.Rows,
        };

    private static Actor Actor(string id) => new(id, id, null, BuiltInConcepts.Unspecified, true, null, Here);

    private static Grouping Grouping(string id) =>
        new(
            id,
            id,
            null,
            BuiltInConcepts.Unspecified,
            default,
            [],
            null,
            null,
            null,
            Status.UNKNOWN,
            Confidence.STATED,
            Openness.UNKNOWN,
            [],
            Citation.None,
            Here
        );

    private static Membership Membership(string id, string actor) =>
        new(
            id,
            actor,
            "g",
            BuiltInConcepts.Member,
            null,
            Regularity.UNSTATED,
            null,
            null,
            Status.CURRENT,
            Confidence.STATED,
            Openness.UNKNOWN,
            Citation.None,
            default,
            Here
        );

    // What the catalogue reads, records as "Type id".
    private static object? Read(ResolvedGraph graph, Field field, int row) =>
        field switch
        {
            TextColumn text => text.Read(graph, row),
            WholeColumn whole => (double?)whole.Read(graph, row),
            NumberColumn number => number.Read(graph, row),
            FlagColumn flag => flag.Read(graph, row),
            DateColumn date => date.Read(graph, row)?.ToString(),
            ChoiceColumn choice => choice.Values[choice.Read(graph, row)],
            MultilingualColumn text => Plain(
                text.Read(graph, row) is { French: null, English: null } ? null : text.Read(graph, row)
            ),
            TextsField texts => texts.Read(graph, row).ToArray(),
            EvidenceField evidence => evidence
                .Read(graph, row)
                .ToArray()
                .Select(item => $"Passage {graph.Passages[item.Passage].Id}: {item.Mention}")
                .ToArray(),
            ToOne one => one.Read(graph, row) is var target and not ResolvedGraph.None
                ? Named(graph, one.Target, target)
                : null,
            ToList list => list.Read(graph, row)
                .ToArray()
                .Select(target => Named(graph, list.Target, target))
                .ToArray(),
            ToPages pages => pages
                .Read(graph, row)
                .ToArray()
                .Select(target => Named(graph, pages.Target, target))
                .ToArray(),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Name, "no such field"),
        };

    private static string Named(ResolvedGraph graph, RecordType type, int number)
    {
        if (type.IsAbstract)
        {
            var (concrete, row) = AbstractRow.Of(graph, type.Possible[0], number);
            return Named(graph, type.Possible[concrete], row);
        }
        return type == Records.Measure
            ? $"Measure {graph.Measures[number].Id}"
            : $"{type} {((TextColumn)type.Column("id")).Read(graph, number)}";
    }

    // The naive reading in the same words.
    private static object? Plain(object? value) =>
        value switch
        {
            MultilingualText text => $"{text.French}|{text.English}",
            PartialDate date => date.ToString(),
            NaiveRecord record => $"{record.Type} {record.Id}",
            IEnumerable<NaiveRecord> records => records.Select(record => $"{record.Type} {record.Id}").ToArray(),
            IEnumerable<NaiveEvidence> items => items
                .Select(item => $"Passage {item.Passage.Id}: {item.Mention}")
                .ToArray(),
            _ => value,
        };
}

using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Tests.Queries;

/// <summary>Plans as people read them.</summary>
public sealed class PlanTextTests
{
    private static readonly Page FirstTen = new(10, false, null, null);

    [Test]
    public void A_lookup_names_its_record_and_what_of_it()
    {
        var plan = new Plan([
            new LookupRoot(
                "a",
                Records.Actor,
                "pes-21",
                Of(
                    Records.Actor,
                    Value(Records.Actor, "name"),
                    Value(Records.Actor, "id", alias: "key"),
                    new SelectedOne(
                        "kind",
                        One(Records.Actor, "kind"),
                        Of(
                            Records.Concept,
                            new SelectedText("label", (MultilingualColumn)Records.Concept.Column("label"), Language.EN)
                        )
                    ),
                    new SelectedTexts("names", (TextsField)Records.Actor.FieldOf("names")!),
                    new SelectedEvidence(
                        "evidence",
                        (EvidenceField)Records.Actor.FieldOf("evidence")!,
                        [new SelectedComputed("mention", (ComputedField)Records.Evidence.FieldOf("mention")!, null, [])]
                    ),
                    new SelectedTypeName("__typename", "Actor")
                )
            ),
            new DatasetRoot("d", [new DatasetPart("title", DatasetFact.Title)]),
            new ListRoot("sources", Records.Source, Of(Records.Source, Value(Records.Source, "title"))),
            new TypeNameRoot("__typename", "Query"),
        ]);

        Assert.That(
            plan.ToString(),
            Is.EqualTo(
                """
                a: Actor "pes-21"
                  name
                  key: id
                  kind → Concept
                    label EN
                  names
                  evidence
                    mention
                  __typename: type name
                d: data set
                  title: Title
                sources: all Sources
                  title
                __typename: type name

                """
            )
        );
    }

    [Test]
    public void Co_members_say_how_much_they_must_share_and_when()
    {
        var at = new ActiveAt(PartialDate.Parse("2021-07-01").Span, Activity.CERTAIN);
        var pages = new Pages(
            "Actor.coMembers",
            null,
            null,
            ComputedOrders.CoMembers,
            FirstTen,
            [new TotalCountPart("totalCount")]
        );
        var plan = new Plan([
            new LookupRoot(
                "a",
                Records.Actor,
                "pes-21",
                Of(
                    Records.Actor,
                    new SelectedCoMembers("some", 1, null, Activity.POSSIBLE, false, pages),
                    new SelectedCoMembers("many", 2, at, Activity.POSSIBLE, true, pages)
                )
            ),
        ]);

        Assert.That(
            plan.ToString(),
            Is.EqualTo(
                """
                a: Actor "pes-21"
                  some: co-members, overlapping at least POSSIBLE first 10 by sharedCount desc, actor.nameKey
                    totalCount
                  many: co-members of at least 2 groupings, both active 2021-07-01 at least CERTAIN, categories too first 10 by sharedCount desc, actor.nameKey
                    totalCount

                """
            )
        );
    }

    [Test]
    public void A_search_shows_the_words_as_they_are_compared()
    {
        var plan = new Plan([
            new SearchRoot(
                "hits",
                SoughtText.Of("pole economie"),
                20,
                Of(
                    Records.SearchHit,
                    new SelectedComputed("rank", (ComputedField)Records.SearchHit.FieldOf("rank")!, null, [])
                )
            ),
        ]);

        Assert.That(
            plan.ToString(),
            Is.EqualTo("hits: bodies named \"pole economie\" (folded) first 20 by rank, name\n  rank\n")
        );
    }

    [Test]
    public void A_page_says_which_in_which_order_and_how_many()
    {
        var order = new Order(
            [
                new SortKey(One(Records.Actor, "kind"), Records.Concept.Column("label"), true),
                new SortKey(null, Records.Actor.Column("acronym"), false),
            ],
            false
        );
        var after = new Cursor([KeyValue.Of("x"), KeyValue.None], "a-7");
        var where = new Conjunction([
            new One(One(Records.Actor, "kind"), new Under("bank")),
            new Disjunction([
                new Negation(new TextHas(Records.Actor.Column("name"), TextPlace.Contains, SoughtText.Of("pole"))),
                new Absent(Records.Actor.Column("acronym")),
            ]),
        ]);
        var plan = new Plan([
            new PagesRoot(
                "banks",
                Records.Actor,
                new Pages(
                    "Query.actors",
                    null,
                    where,
                    order,
                    new Page(2, true, after, new Cursor([], "a-9")),
                    [
                        new NodesPart("nodes", Of(Records.Actor, Value(Records.Actor, "id"))),
                        new TotalCountPart("n"),
                        new TotalCountPart("totalCount"),
                        new EdgesPart(
                            "edges",
                            [
                                new EdgePart("cursor", null, null),
                                new EdgePart("it", Of(Records.Actor, Value(Records.Actor, "id")), null),
                            ]
                        ),
                        new PageInfoPart("pageInfo", [new PageInfoItem("more", PageFact.HasNextPage)]),
                    ]
                )
            ),
        ]);

        Assert.That(
            plan.ToString(),
            Is.EqualTo(
                """
                banks: Actors last 2 after "a-7" before "a-9" by kind.label desc, acronym
                  where kind (under "bank") and (not name contains "pole" (folded) or acronym absent)
                  nodes
                    id
                  n: totalCount
                  totalCount
                  edges
                    cursor
                    it: node
                      id
                  pageInfo (HasNextPage)

                """
            )
        );
    }

    [Test]
    public void Counts_say_by_what_and_how_many()
    {
        FacetsPart By(string name, string field, int first, params Selected[] fields) =>
            new(name, Records.Grouping.FieldOf(field)!, first, Of(Records.FacetCount, fields));
        var plan = new Plan([
            new PagesRoot(
                "groupings",
                Records.Grouping,
                new Pages(
                    "Query.groupings",
                    null,
                    null,
                    Order.DefaultOf(Records.Grouping),
                    FirstTen,
                    [
                        By(
                            "facets",
                            "kind",
                            20,
                            Value(Records.FacetCount, "value"),
                            new SelectedText(
                                "label",
                                (MultilingualColumn)Records.FacetCount.Column("label"),
                                Language.EN
                            ),
                            Value(Records.FacetCount, "count", alias: "n")
                        ),
                        By("about", "themes", 3, Value(Records.FacetCount, "count")),
                    ]
                )
            ),
        ]);

        Assert.That(
            plan.ToString(),
            Is.EqualTo(
                """
                groupings: Groupings first 10 by nameKey
                  facets by kind first 20
                    value
                    label EN
                    n: count
                  about: facets by themes first 3
                    count

                """
            )
        );
    }

    [Test]
    public void A_list_through_memberships_says_through_which()
    {
        var members = (ToPages)Records.Grouping.FieldOf("members")!;
        var since = new DateCompares(
            (DateColumn)Records.Membership.Column("from"),
            Comparison.GreaterOrEqual,
            PartialDate.Parse("2019").Span
        );
        var plan = new Plan([
            new LookupRoot(
                "grouping",
                Records.Grouping,
                "rares",
                Of(
                    Records.Grouping,
                    new SelectedPages(
                        "members",
                        members,
                        new Pages(
                            "Grouping.members",
                            since,
                            null,
                            Order.DefaultOf(Records.Actor),
                            FirstTen,
                            [new TotalCountPart("totalCount")]
                        )
                    )
                )
            ),
        ]);

        Assert.That(
            plan.ToString(),
            Is.EqualTo(
                """
                grouping: Grouping "rares"
                  members first 10 by nameKey
                    through from ≥ 2019-01-01…2019-12-31
                    totalCount

                """
            )
        );
    }

    [Test]
    public void Co_accompaniers_say_of_what_with_whom_and_when()
    {
        var question = new CoAccompaniersRoot(
            "found",
            "agri-rural",
            "pes-21",
            new ActiveAt(PartialDate.Parse("2021-07-01").Span, Activity.CERTAIN),
            true,
            new Pages(
                "Query.coAccompaniers",
                null,
                new FlagIs((FlagColumn)Records.Actor.Column("named"), true),
                ComputedOrders.CoAccompaniers,
                FirstTen,
                [new TotalCountPart("totalCount")]
            )
        );

        Assert.That(
            new Plan([question]).ToString(),
            Is.EqualTo(
                """
                found: co-accompaniers of "agri-rural" with "pes-21", active 2021-07-01 at least CERTAIN, categories too first 10 by sharedCount desc, nameKey
                  where named
                  totalCount

                """
            )
        );
    }

    [Test]
    public void What_is_asked_of_an_abstract_type_is_said_for_each_concrete_one()
    {
        var source = One(Records.Partnership, "source");
        var plan = new Plan([
            new LookupRoot(
                "partnership",
                Records.Partnership,
                "p",
                Of(
                    Records.Partnership,
                    new SelectedOne(
                        "source",
                        source,
                        new Projection([
                            new Selection(Records.Actor, [Value(Records.Actor, "named")]),
                            new Selection(
                                Records.Grouping,
                                [
                                    new SelectedActivity(
                                        "then",
                                        Records.Grouping.Fields.OfType<ActivityField>().Single(),
                                        PartialDate.Parse("2016").Span
                                    ),
                                ]
                            ),
                        ])
                    )
                )
            ),
        ]);

        Assert.That(
            plan.ToString(),
            Is.EqualTo(
                """
                partnership: Partnership "p"
                  source → Entity
                    of Actor
                      named
                    of Grouping
                      then: activity 2016-01-01…2016-12-31

                """
            )
        );
    }

    private static IEnumerable<TestCaseData> Filters()
    {
        var name = Records.Actor.Column("name");
        var count = Records.Actor.Column("groupingCount");
        var from = (DateColumn)Records.Membership.Column("from");
        var status = (ChoiceColumn)Records.Membership.Column("status");
        var named = (FlagColumn)Records.Actor.Column("named");
        var days = PartialDate.Parse("2019-07").Span;
        yield return new TestCaseData(Filter.True, "true");
        yield return new TestCaseData(Filter.False, "false");
        yield return new TestCaseData(new TextIn(name, ["a"]), "name = \"a\"");
        yield return new TestCaseData(new TextIn(name, ["a", "b"]), "name in [\"a\", \"b\"]");
        yield return new TestCaseData(new TextIn(name, []), "name in []");
        yield return new TestCaseData(
            new TextHas(name, TextPlace.StartsWith, SoughtText.Of("a")),
            "name starts with \"a\" (folded)"
        );
        yield return new TestCaseData(
            new TextHas(name, TextPlace.EndsWith, SoughtText.Of("a")),
            "name ends with \"a\" (folded)"
        );
        yield return new TestCaseData(
            new TextHas(name, TextPlace.Contains, SoughtText.Of("&")),
            "name contains \"&\" (exact)"
        );
        yield return new TestCaseData(new NumberIn(count, [1.5]), "groupingCount = 1.5");
        yield return new TestCaseData(new NumberCompares(count, Comparison.Less, 2), "groupingCount < 2");
        yield return new TestCaseData(new NumberCompares(count, Comparison.Greater, 2), "groupingCount > 2");
        yield return new TestCaseData(new DateIn(from, [days]), "from = 2019-07-01…2019-07-31");
        yield return new TestCaseData(
            new DateCompares(from, Comparison.LessOrEqual, days),
            "from ≤ 2019-07-01…2019-07-31"
        );
        yield return new TestCaseData(new ChoiceIn(status, [0, 2]), "status in [CURRENT, PLANNED]");
        yield return new TestCaseData(new FlagIs(named, false), "not named");
        yield return new TestCaseData(
            new Negation(new Conjunction([new FlagIs(named, true), new Absent(name)])),
            "not (named and name absent)"
        );
        yield return new TestCaseData(new Inside("cote-d-or"), "inside \"cote-d-or\"");
        yield return new TestCaseData(
            new Some((Relation)Records.Actor.FieldOf("memberships")!, new ChoiceIn(status, [1])),
            "some memberships (status = PAST)"
        );
        yield return new TestCaseData(
            new SomeText((TextsField)Records.Actor.FieldOf("names")!, new TextIn(SomeText.Item, ["x"])),
            "some names (item = \"x\")"
        );
        yield return new TestCaseData(
            new SomeEvidence((EvidenceField)Records.Actor.FieldOf("evidence")!, Filter.True),
            "some evidence (true)"
        );
        yield return new TestCaseData(
            new PerType(Records.Entity.Possible, [Filter.True, Filter.False]),
            "Actor: true; Grouping: false"
        );
        yield return new TestCaseData(
            new Active(
                Records.Membership.Fields.OfType<ActivityField>().Single(),
                new ActiveAt(days, Activity.POSSIBLE)
            ),
            "active 2019-07-01…2019-07-31 at least POSSIBLE"
        );
    }

    [TestCaseSource(nameof(Filters))]
    public void A_filter_is_one_line(Filter filter, string text) => Assert.That(filter.ToString(), Is.EqualTo(text));

    private static Projection Of(RecordType type, params Selected[] fields) => new([new Selection(type, [.. fields])]);

    private static SelectedValue Value(RecordType type, string name, string? alias = null) =>
        new(alias ?? name, type.Column(name));

    private static ToOne One(RecordType type, string name) => (ToOne)type.FieldOf(name)!;
}

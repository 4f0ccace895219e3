using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Neo4j.Tests.Generated;

/// <summary>Makes plans that ask anything the catalogue has of a data set, mostly of what it holds.</summary>
internal sealed class PlanMaker(Random random, Dataset data)
{
    private static readonly string[] Words =
    [
        "a",
        "e",
        "ea",
        "oe",
        "ss",
        "zoe",
        "tree",
        "",
        "𠀀",
        "é",
        "x y",
        "$p0",
        "0",
        "0100",
        "м",
        "ω",
        "&",
        "!",
        "€",
        "\u00AD",
        "&\u200B",
        " ",
        "ς",
        "ẞ",
        "plateforme",
        "clef",
        "e\u0301",
    ];

    private static readonly PartialDate[] Dates =
    [
        .. new[] { "2018", "2019", "2019-H1", "2019-07", "2019-07-15", "2020", "2021-02" }.Select(PartialDate.Parse),
    ];

    private int _names;

    /// <summary>The plan of a seed.</summary>
    public static Plan Of(int seed, Dataset data) => new PlanMaker(new Random(seed), data).Make();

    private Plan Make() => new([.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Root())]);

    private Root Root() =>
        random.Next(15) switch
        {
            14 => Nodes(),
            11 => new PathsRoot(
                Named(),
                Chance(0.03) ? "nobody" : IdOf(Records.Entity),
                IdOf(Records.Entity),
                1 + random.Next(6),
                Choice(),
                Chance(0.3),
                random.Next(6),
                Projection(Records.Path, 2)
            ),
            12 => new NetworkRoot(Named(), Part(), Projection(Records.Network, 3)),
            13 => new NetworkChangeRoot(
                Named(),
                Part(),
                Pick(Dates).Span,
                Pick(Dates).Span,
                Projection(Records.NetworkChange, 2)
            ),
            0 or 1 => Lookup(),
            2 => new ListRoot(
                Named(),
                Pick(Records.Source, Records.Denial) is var type ? type : type,
                Projection(type, 2)
            ),
            3 => new DatasetRoot(
                Named(),
                [
                    .. Enum.GetValues<DatasetFact>()
                        .Where(_ => Chance(0.5))
                        .Select(fact => new DatasetPart(
                            Named(),
                            fact,
                            fact == DatasetFact.Findings ? Projection(Records.DataFinding, 1) : null
                        )),
                ]
            ),
            4 or 5 => CoAccompanies(),
            10 => Search(),
            _ => PagesOf(),
        };

    private LookupRoot Lookup()
    {
        var type = Pick(
            Records.Entity,
            Records.Actor,
            Records.Grouping,
            Records.Membership,
            Records.Partnership,
            Records.Concept,
            Records.Territory,
            Records.Source,
            Records.Passage
        );
        return new LookupRoot(Named(), type, Chance(0.05) ? "nothing" : IdOf(type), Projection(type, 3));
    }

    private NodesRoot Nodes()
    {
        var isList = Chance(0.7);
        var ids = Enumerable
            .Range(0, isList ? random.Next(6) : 1)
            .Select(_ => Chance(0.1) ? "nothing" : IdOf(Pick(Records.Node.Possible)));
        // Ten types side by side: one step further and the server plans such a statement for seconds.
        return new NodesRoot(Named(), [.. ids], isList, Projection(Records.Node, 1));
    }

    private PagesRoot PagesOf()
    {
        var type = Pick(
            Records.Actor,
            Records.Grouping,
            Records.Membership,
            Records.Partnership,
            Records.Concept,
            Records.Territory
        );
        return new PagesRoot(Named(), type, Pages("Query.list", type, 2, through: false));
    }

    private SearchRoot Search()
    {
        var form = Chance(0.3) && !data.Names.IsEmpty ? Pick(data.Names).Text : AnyText();
        var words = FoldedText.Of(form).Split(' ');
        var text = random.Next(5) switch
        {
            4 => string.Concat(words.Skip(random.Next(2))),
            0 => string.Join(' ', words.Reverse()),
            1 => Pick(words) is var word && word.Length > 1 ? word[..^1] : "",
            2 => Pick(Words),
            _ => form,
        };
        return new SearchRoot(Named(), SoughtText.Of(text), random.Next(8), Projection(Records.SearchHit, 2));
    }

    private CoAccompaniersRoot CoAccompanies()
    {
        var theme = Pick([.. data.Concepts.Where(c => c.Scheme == ConceptSchemes.Theme)]).Id;
        var with = Chance(0.5)
            ? Chance(0.05)
                ? "nobody"
                : IdOf(Records.Entity)
            : null;
        var pages = Pages("Query.coAccompaniers", Records.CoAccompanier, 2, through: false);
        return new CoAccompaniersRoot(
            Named(),
            Chance(0.05) ? "none" : theme,
            with,
            Chance(0.5) ? ActiveAt() : null,
            Chance(0.5),
            pages
        );
    }

    private LinkChoice Choice() =>
        new(
            Chance(0.1) ? null
                : Chance(0.5) ? Filter.True
                : FilterOf(Records.Membership, 2),
            Chance(0.1) ? null
                : Chance(0.5) ? Filter.True
                : FilterOf(Records.Partnership, 2)
        );

    private NetworkPart Part()
    {
        ImmutableArray<string> Bodies(int most) =>
            [
                .. Enumerable
                    .Range(0, random.Next(most + 1))
                    .Select(_ => Chance(0.03) ? "nobody" : IdOf(Records.Entity))
                    .Distinct(),
            ];
        var without = Bodies(2);
        var isolated = Chance(0.4)
            ? new PerType(Records.Entity.Possible, [FilterOf(Records.Actor, 1), FilterOf(Records.Grouping, 1)])
            : null;
        return new NetworkPart(
            Choice(),
            without,
            Chance(0.4) ? [] : [.. Bodies(2).Except(without)],
            random.Next(4),
            Pick(Enum.GetValues<ExtractProjection>()),
            Pick(Enum.GetValues<Activity>()),
            Chance(0.7) ? null : ActiveAt(),
            isolated
        );
    }

    private Projection Projection(RecordType type, int depth) =>
        new([
            .. (type.IsAbstract ? type.Possible : [type]).Select(concrete => new Selection(
                concrete,
                Fields(concrete, depth)
            )),
        ]);

    private ImmutableArray<Selected> Fields(RecordType type, int depth)
    {
        var asked = type
            .Fields.Where(field => !field.Hidden && Chance(depth > 1 ? 0.3 : 0.2))
            .Select(field => Selected(field, depth))
            .OfType<Selected>()
            .ToList();
        if (Chance(0.1))
            asked.Add(new SelectedTypeName(Named(), type.Name));
        if (asked.Count == 0)
            asked.Add(Selected(type.Fields[0], 0) ?? new SelectedTypeName(Named(), type.Name));
        return [.. asked];
    }

    private Selected? Selected(Field field, int depth) =>
        field switch
        {
            MultilingualColumn text => new SelectedText(Named(), text, Pick(Language.All)),
            Column column => new SelectedValue(Named(), column),
            TextsField texts => new SelectedTexts(Named(), texts),
            ActivityField activity => new SelectedActivity(Named(), activity, Pick(Dates).Span),
            EvidenceField evidence => new SelectedEvidence(Named(), evidence, Evidence(depth)),
            ToOne one when depth > 0 => new SelectedOne(Named(), one, Projection(one.Target, depth - 1)),
            ToList list when depth > 0 => new SelectedList(Named(), list, Projection(list.Target, depth - 1)),
            ToPages pages when depth > 0 => new SelectedPages(
                Named(),
                Directed(pages),
                Pages("X." + pages.Name, pages.Target, depth - 1, pages.Through is not null)
            ),
            CoMembersField when depth > 0 => new SelectedCoMembers(
                Named(),
                1 + random.Next(2),
                Chance(0.3) ? ActiveAt() : null,
                Pick(Enum.GetValues<Activity>()),
                Chance(0.5),
                Pages("Actor.coMembers", Records.CoMember, depth - 1, through: false)
            ),
            NetworkListField list => new SelectedNetworkList(
                Named(),
                list,
                Pick(Enum.GetValues<NodeMeasure>()),
                Chance(0.5) ? null : random.Next(6),
                Projection(list.Target, Math.Max(depth - 1, 0))
            ),
            ComputedField { Target: null } computed => new SelectedComputed(Named(), computed, null, []),
            ComputedField { Target: var target } computed when target == Records.Evidence => new SelectedComputed(
                Named(),
                computed,
                null,
                Evidence(depth)
            ),
            ComputedField { Target: { } target } computed => new SelectedComputed(
                Named(),
                computed,
                Projection(target, Math.Max(depth - 1, 0)),
                []
            ),
            _ => null,
        };

    private ToPages Directed(ToPages pages) =>
        pages.Directed is { } directed ? Pick(pages, directed.Out, directed.In) : pages;

    private ImmutableArray<Selected> Evidence(int depth)
    {
        var fields = Records.Evidence.Fields.Cast<ComputedField>();
        return
        [
            .. fields
                .Where(_ => Chance(0.7))
                .Select(field => new SelectedComputed(
                    Named(),
                    field,
                    field.Target is { } target ? Projection(target, Math.Max(depth - 1, 0)) : null,
                    []
                )),
            new SelectedTypeName(Named(), "Evidence"),
        ];
    }

    private Pages Pages(string list, RecordType type, int depth, bool through)
    {
        var computed = type == Records.CoAccompanier || type == Records.CoMember;
        var order =
            type == Records.CoAccompanier ? ComputedOrders.CoAccompaniers
            : type == Records.CoMember ? OrderOfCoMembers()
            : Chance(0.5) ? Order.DefaultOf(type)
            : OrderOf(type);
        var where = Chance(0.4) ? FilterOf(computed ? Records.Actor : type, 2) : null;
        var page = new Page(
            Chance(0.15) ? random.Next(2) : random.Next(8),
            Chance(0.4),
            Chance(0.3) ? CursorOf(type, order) : null,
            Chance(0.2) ? CursorOf(type, order) : null
        );
        var parts = new List<PagePart>();
        if (Chance(0.7))
            parts.Add(new NodesPart(Named(), Projection(type, depth)));
        if (Chance(0.3))
            parts.Add(
                new EdgesPart(
                    Named(),
                    [new EdgePart(Named(), null, null), new EdgePart(Named(), Projection(type, depth), null)]
                )
            );
        if (Chance(0.5))
            parts.Add(
                new PageInfoPart(
                    Named(),
                    [
                        .. Enum.GetValues<PageFact>()
                            .Where(_ => Chance(0.7))
                            .Select(fact => new PageInfoItem(Named(), fact)),
                    ]
                )
            );
        if (Chance(0.5))
            parts.Add(new TotalCountPart(Named()));
        if (!type.Facets.IsEmpty && Chance(0.4))
        {
            for (var i = 0; i <= random.Next(3); i++)
                parts.Insert(
                    random.Next(parts.Count + 1),
                    new FacetsPart(
                        Named(),
                        type.FieldOf(Pick(type.Facets).Field)!,
                        random.Next(8),
                        Projection(Records.FacetCount, 2)
                    )
                );
        }
        if (parts.Count == 0)
            parts.Add(new PageTypeName(Named(), type.Plural + "Connection"));
        return new Pages(
            list,
            through && Chance(0.3) ? FilterOf(Records.Membership, 2) : null,
            where,
            order,
            page,
            [.. parts]
        );
    }

    private Order OrderOf(RecordType type)
    {
        var keys = ImmutableArray.CreateBuilder<SortKey>();
        for (var i = 0; i <= random.Next(2); i++)
        {
            var field = Pick([
                .. type.Fields.Where(f =>
                    !f.Hidden && f is ToOne or Column and (not MultilingualColumn or { Name: "label" })
                ),
            ]);
            if (field is Column column)
                keys.Add(new SortKey(null, column, Chance(0.5)));
            else if (field is ToOne one)
                keys.Add(
                    new SortKey(
                        one,
                        Pick([
                            .. one
                                .Target.Fields.OfType<Column>()
                                .Where(c => !c.Hidden && c is not MultilingualColumn or { Name: "label" }),
                        ]),
                        Chance(0.5)
                    )
                );
        }
        return new Order(keys.DrainToImmutable(), false);
    }

    private Order OrderOfCoMembers() =>
        Chance(0.5)
            ? ComputedOrders.CoMembers
            : new Order(
                [
                    .. Enumerable
                        .Range(0, 1 + random.Next(2))
                        .Select(_ =>
                            Chance(0.4)
                                ? ComputedOrders.BySharedCount(Chance(0.5))
                                : ComputedOrders.ByActor(
                                    Pick([.. Records.Actor.Fields.OfType<Column>().Where(c => !c.Hidden)]),
                                    Chance(0.5)
                                )
                        ),
                ],
                false
            );

    private Cursor CursorOf(RecordType type, Order order) =>
        new(
            [.. order.Keys.Select(key => KeyOf(key))],
            type == Records.CoAccompanier || type == Records.CoMember ? IdOf(Records.Actor) : IdOf(type)
        );

    private KeyValue KeyOf(SortKey key)
    {
        if ((key.Column.Nullable || key.Hop is { Nullable: true }) && Chance(0.3))
            return KeyValue.None;
        return key.Column switch
        {
            TextColumn { IsKey: true } => KeyValue.Of(OrderKey.Of(FoldedText.Of(Pick(data.Actors).Name))),
            TextColumn { IsId: true } => KeyValue.Of(IdOf(Records.Actor)),
            TextColumn or MultilingualColumn => KeyValue.Of(OrderKey.Of(AnyText())),
            DateColumn => KeyValue.Of(Pick(Dates).Span),
            _ => KeyValue.Of(random.Next(4)),
        };
    }

    private Filter FilterOf(RecordType type, int depth)
    {
        if (type.IsAbstract)
        {
            var shared = type.Fields.Where(f => !f.Hidden).ToArray();
            var name = Pick(shared).Name;
            return new PerType(
                type.Possible,
                [.. type.Possible.Select(possible => OfField(possible, possible.FieldOf(name)!, depth))]
            );
        }
        return random.Next(depth > 0 ? 8 : 5) switch
        {
            5 => new Conjunction([.. Enumerable.Range(0, random.Next(3)).Select(_ => FilterOf(type, depth - 1))]),
            6 => new Disjunction([.. Enumerable.Range(0, random.Next(3)).Select(_ => FilterOf(type, depth - 1))]),
            7 => new Negation(FilterOf(type, depth - 1)),
            4 when type == Records.Concept => new Under(Chance(0.05) ? "none" : IdOf(Records.Concept)),
            4 when type == Records.Territory => new Inside(IdOf(Records.Territory)),
            _ => OfField(type, Pick([.. type.Fields.Where(f => !f.Hidden)]), depth),
        };
    }

    private Filter OfField(RecordType type, Field field, int depth) =>
        field switch
        {
            ToOne one => new One(one, depth > 0 ? FilterOf(one.Target, depth - 1) : Filter.True),
            ToList or ToPages => new Some(
                (Relation)field,
                depth > 0 && Chance(0.8) ? FilterOf(((Relation)field).Target, depth - 1) : Filter.True
            ),
            EvidenceField evidence => new SomeEvidence(
                evidence,
                depth > 0 ? FilterOf(Records.Passage, depth - 1) : Filter.True
            ),
            TextsField texts => new SomeText(
                texts,
                Chance(0.3) ? new Negation(OfText(SomeText.Item)) : OfText(SomeText.Item)
            ),
            ActivityField activity => new Active(activity, ActiveAt()),
            Column column when Chance(0.2) => new Absent(column),
            TextColumn { IsId: true } id => new TextIn(
                id,
                [.. Enumerable.Range(0, random.Next(3)).Select(_ => IdOf(type.IsFound ? type : Records.Actor))]
            ),
            TextColumn or MultilingualColumn => OfText((Column)field),
            WholeColumn or NumberColumn => Chance(0.5)
                ? new NumberIn(
                    (Column)field,
                    [.. Enumerable.Range(0, random.Next(3)).Select(_ => (double)random.Next(5))]
                )
                : new NumberCompares((Column)field, Pick(Enum.GetValues<Comparison>()), random.Next(5)),
            FlagColumn flag => new FlagIs(flag, Chance(0.5)),
            ChoiceColumn choice => new ChoiceIn(
                choice,
                [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(choice.Values.Length))]
            ),
            DateColumn date => Chance(0.4)
                ? new DateIn(date, [.. Enumerable.Range(0, random.Next(3)).Select(_ => Pick(Dates).Span)])
                : new DateCompares(date, Pick(Enum.GetValues<Comparison>()), Pick(Dates).Span),
            _ => Filter.True,
        };

    private Filter OfText(Column column) =>
        Chance(0.4)
            ? new TextIn(column, [.. Enumerable.Range(0, random.Next(3)).Select(_ => AnyText())])
            : new TextHas(column, Pick(Enum.GetValues<TextPlace>()), SoughtText.Of(Pick(Words)));

    private ActiveAt ActiveAt() => new(Pick(Dates).Span, Pick(Enum.GetValues<Activity>()));

    private string AnyText() => Chance(0.8) ? Pick(data.Actors).Name : Pick(Words);

    private string IdOf(RecordType type)
    {
        string[] ids = type.Name switch
        {
            "Entity" => [.. data.Actors.Select(a => a.Id), .. data.Groupings.Select(g => g.Id)],
            "Actor" => [.. data.Actors.Select(a => a.Id)],
            "Grouping" => [.. data.Groupings.Select(g => g.Id)],
            "Membership" => [.. data.Memberships.Select(m => m.Id)],
            "Partnership" => [.. data.Partnerships.Select(p => p.Id)],
            "Concept" => [.. data.Concepts.Select(c => c.Id)],
            "Territory" => [.. data.Territories.Select(t => t.Id)],
            "Source" => [.. data.Sources.Select(s => s.Id)],
            "Passage" => [.. data.Passages.Select(p => p.Id)],
            "Measure" => [.. data.Measures.Select(m => m.Id)],
            _ => [.. data.Denials.Select(d => d.Id)],
        };
        return ids.Length == 0 ? "none" : Pick(ids);
    }

    private string Named() => "f" + (_names++).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private bool Chance(double share) => random.NextDouble() < share;

    private T Pick<T>(params IReadOnlyList<T> items) => items[random.Next(items.Count)];
}

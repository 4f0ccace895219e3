using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Text;
using EcosystemGraph.Tests.Naive;

namespace EcosystemGraph.Core.Tests.Stores.InMemory;

/// <summary>Makes filters of every kind on every field of the catalogue, mostly with values that the data have.</summary>
internal sealed class FilterMaker(Random random, NaiveGraph graph)
{
    private static readonly PartialDate[] Dates =
    [
        .. new[] { "2018", "2019", "2019-H1", "2019-Q3", "2019-07", "2019-07-15", "2020", "2021-02" }.Select(
            PartialDate.Parse
        ),
    ];

    private static readonly string[] Parts =
    [
        "",
        "a",
        "EA",
        "é",
        "ß",
        "ss",
        "oe",
        "œ",
        "tree",
        "𠀀",
        "0",
        "x y",
        "!!",
        "&",
        "!",
        "€",
        "\u00AD",
        "&\u200B",
        "ς",
        "ẞ",
        " ",
    ];

    public Filter Of(RecordType type, int depth)
    {
        if (type.IsAbstract)
        {
            var shared = Pick([.. type.Fields.Where(field => !field.Hidden)]).Name;
            var seed = random.Next();
            // What is asked of an abstract type is one filter, read for each concrete type.
            return new PerType(
                type.Possible,
                [
                    .. type.Possible.Select(possible =>
                        new FilterMaker(new Random(seed), graph).OfField(possible, possible.FieldOf(shared)!, depth)
                    ),
                ]
            );
        }
        return random.Next(depth > 0 ? 9 : 6) switch
        {
            6 => new Conjunction([.. Enumerable.Range(0, random.Next(3)).Select(_ => Of(type, depth - 1))]),
            7 => new Disjunction([.. Enumerable.Range(0, random.Next(3)).Select(_ => Of(type, depth - 1))]),
            8 => new Negation(Of(type, depth - 1)),
            5 when type == Records.Concept => new Under(AnyId("Concept")),
            5 when type == Records.Territory && graph.All("Territory").Count > 0 => new Inside(AnyId("Territory")),
            _ => OfField(type, Pick([.. type.Fields.Where(field => !field.Hidden)]), depth),
        };
    }

    private Filter OfField(RecordType type, Field field, int depth) =>
        field switch
        {
            ToOne one => new One(one, depth > 0 ? Of(one.Target, depth - 1) : Filter.True),
            Relation many => Negated(new Some(many, depth > 0 ? Negated(Of(many.Target, depth - 1)) : Filter.True)),
            EvidenceField evidence => new SomeEvidence(
                evidence,
                depth > 0 ? Of(Records.Passage, depth - 1) : Filter.True
            ),
            TextsField texts => Negated(new SomeText(texts, Negated(OfText(SomeText.Item, "Actor", "name")))),
            ActivityField activity => new Active(
                activity,
                new ActiveAt(Pick(Dates).Span, Pick(Enum.GetValues<Activity>()))
            ),
            Column column when random.Next(5) == 0 => Negated(new Absent(column)),
            TextColumn or MultilingualColumn => Negated(OfText((Column)field, type.Name, field.Name)),
            WholeColumn or NumberColumn when random.Next(2) == 0 => new NumberIn(
                (Column)field,
                [.. Some(() => Number(type.Name, field.Name))]
            ),
            WholeColumn or NumberColumn => Negated(
                new NumberCompares((Column)field, Pick(Enum.GetValues<Comparison>()), Number(type.Name, field.Name))
            ),
            FlagColumn flag => Negated(new FlagIs(flag, random.Next(2) == 0)),
            ChoiceColumn choice => Negated(new ChoiceIn(choice, [.. Some(() => random.Next(choice.Values.Length))])),
            DateColumn date when random.Next(2) == 0 => new DateIn(date, [.. Some(() => Pick(Dates).Span)]),
            DateColumn date => Negated(new DateCompares(date, Pick(Enum.GetValues<Comparison>()), Pick(Dates).Span)),
            _ => Filter.True,
        };

    private Filter OfText(Column column, string type, string field) =>
        random.Next(2) == 0
            ? new TextIn(column, [.. Some(() => TextOf(type, field))])
            : new TextHas(column, Pick(Enum.GetValues<TextPlace>()), SoughtText.Of(Pick(Parts)));

    private Filter Negated(Filter filter) => random.Next(3) == 0 ? new Negation(filter) : filter;

    private string TextOf(string type, string field) =>
        AnyValue(type, field) switch
        {
            string text => text,
            MultilingualText both => both.French ?? both.English ?? "",
            _ => Pick(Parts),
        };

    private double Number(string type, string field) =>
        AnyValue(type, field) is double number && random.Next(3) > 0 ? number : random.Next(5);

    private object? AnyValue(string type, string field) =>
        graph.All(type) is { Count: > 0 } all ? graph.Read(Pick(all), field) : null;

    private string AnyId(string type) => Pick(graph.All(type)).Id;

    private IEnumerable<T> Some<T>(Func<T> make) => Enumerable.Range(0, random.Next(4)).Select(_ => make()).ToArray();

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}

using System.Collections.Immutable;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;

namespace EcosystemGraph.Neo4j.Tests.Generated;

/// <summary>
/// Makes small data sets with clashes of every kind: equal names, absent values, bodies that are actor and grouping,
/// self-links, hubs, links given twice, roles that do not count, uncertain dates, characters that order oddly.
/// </summary>
internal sealed class DataMaker(Random random)
{
    private static readonly string[] Names =
    [
        "Éa",
        "ea",
        "EA!",
        "e-a",
        "Œuf",
        "oeuf",
        "ß",
        "ss",
        "Øre",
        "łódź",
        "Lodz",
        "𠀀 tree",
        "\uFA0E tree",
        "😀 smile",
        "Zoe\u0301",
        "Zoé",
        "Ωμέγα",
        "омега",
        "a \"b\" \\c",
        "$p0 {x}",
        "it's",
        "x\ny",
        "\uD7FF",
        "!!!",
        "10",
        "9",
        "naïve café",
        "NAIVE",
        "a",
        "A",
        "b",
        "A & B",
        "&",
        "€5",
        "« a »",
        "\u00A0!",
        "plate-forme",
        "plateforme",
        "pla\u00ADte\u200Bforme",
        "C.L.E.F.",
        "clef",
        "\uFEFFa",
        "x\u200Dy",
        "👩\u200D🌾",
        "❤\uFE0F",
        "\u202Eabc\u202C",
        "\u200B",
        "\u2060\uFEFF",
        "!\u200B!!",
        "ΟΔΟΣ",
        "οδος",
        "οδοσ",
        "STRAẞE",
        "straße",
        "ŉ",
        "ʼN",
        "İ",
        "ı",
        "i",
        "e\u0301te\u0301",
        "été",
        "e\u034F\u0301",
    ];

    private static readonly string?[] Dates =
    [
        null,
        null,
        "2019",
        "2019-H1",
        "2019-H2",
        "2019-Q3",
        "2019-07",
        "2019-07-15",
        "2020",
        "2018-12-31",
        "2021-02",
    ];

    private static readonly RowPlace Here = new("", 1);

    /// <summary>The data set of a seed.</summary>
    public static Dataset Of(int seed) => new DataMaker(new Random(seed)).Make();

    private Dataset Make()
    {
        var concepts = Concepts();
        var territories = Some(
            4,
            i => new Territory(
                $"t{i}",
                Name(),
                Pick("region", "department", "commune"),
                i > 0 && Chance(0.7) ? $"t{random.Next(i)}" : null,
                null,
                Here
            )
        );
        var sources = Some(
            3,
            i => new Source(
                $"s{i}",
                Name(),
                Chance(0.5) ? Name() : null,
                Date(),
                Enum<Confidence>(),
                Pick(Language.All),
                null,
                "",
                Here
            )
        );
        var passages = sources.IsEmpty
            ? []
            : Some(
                6,
                i => new Passage(
                    $"p{i}",
                    Pick(sources).Id,
                    Chance(0.8) ? random.Next(3) : null,
                    random.Next(4),
                    Chance(0.3) ? ["2.1", "3.4"] : [],
                    "",
                    Here
                )
            );
        string? Place() => territories.IsEmpty || Chance(0.4) ? null : Pick(territories).Id;
        string Of(string scheme) => Pick([.. concepts.Where(c => c.Scheme == scheme)]).Id;
        ImmutableArray<string> Themes() =>
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => Of(ConceptSchemes.Theme)).Distinct()];
        Citation Cited()
        {
            if (passages.IsEmpty || Chance(0.3))
                return Citation.None;
            ImmutableArray<string> ids =
            [
                .. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Pick(passages).Id).Distinct(),
            ];
            return new Citation(
                ids,
                random.Next(3) switch
                {
                    0 => [],
                    1 => [Name()],
                    _ => [.. ids.Select(_ => Name())],
                }
            );
        }

        var groupings = Some(
            6,
            i => new Grouping(
                $"g{i}",
                Name(),
                Maybe(Name),
                Of(ConceptSchemes.GroupingKind),
                Bilingual(),
                Themes(),
                Place(),
                Date(),
                Date(),
                Enum<Status>(),
                Enum<Confidence>(),
                Enum<Openness>(),
                i > 0 && Chance(0.3) ? [$"g{random.Next(i)}"] : [],
                Cited(),
                Here
            ),
            1
        );
        var actors = Some(
            10,
            i => new Actor($"a{i}", Name(), Maybe(Name), Of(ConceptSchemes.ActorKind), Chance(0.8), Place(), Here),
            1
        );
        // Some bodies are both; then name, acronym and territory agree.
        var both = groupings
            .Where(_ => Chance(0.3))
            .Select(g => new Actor(
                g.Id,
                g.Name,
                g.Acronym,
                Of(ConceptSchemes.ActorKind),
                Chance(0.7),
                g.Territory,
                Here
            ));
        actors = [.. actors, .. both];
        string Body() => Chance(0.5) ? Pick(actors).Id : Pick(groupings).Id;

        // Some forms are the name by which the body is listed, or stand twice.
        NameForm Form()
        {
            var body = Body();
            var text = Chance(0.3)
                ? groupings
                    .Select(g => (g.Id, g.Name))
                    .Concat(actors.Select(a => (a.Id, a.Name)))
                    .First(one => one.Id == body)
                    .Name
                : Name();
            return new NameForm(
                body,
                text,
                Enum<Confidence>(),
                passages.IsEmpty
                    ? []
                    : [.. Enumerable.Range(0, random.Next(3)).Select(_ => Pick(passages).Id).Distinct()],
                Here
            );
        }

        var hub = Pick(groupings).Id;
        var memberships = Some(
            20,
            i => new Membership(
                $"m{i}",
                Pick(actors).Id,
                Chance(0.4) ? hub : Pick(groupings).Id,
                Of(ConceptSchemes.Role),
                Place(),
                Enum<Regularity>(),
                Date(),
                Date(),
                Enum<Status>(),
                Enum<Confidence>(),
                Enum<Openness>(),
                Cited(),
                Bilingual(),
                Here
            )
        );
        var partnerships = Some(
            15,
            i => new Partnership(
                $"q{i}",
                Body(),
                Body(),
                Of(ConceptSchemes.LinkType),
                Maybe(() => Of(ConceptSchemes.Role)),
                Maybe(() => Pick(groupings).Id),
                Maybe(() => Of(ConceptSchemes.Occasion)),
                Enum<Regularity>(),
                Themes(),
                Place(),
                Date(),
                Date(),
                Enum<Status>(),
                Enum<Confidence>(),
                Enum<Openness>(),
                Cited(),
                Bilingual(),
                Here
            )
        );
        return new Dataset
        {
            Title = Name(),
            Version = "1",
            Sha256 = random.NextInt64().ToString("X16", System.Globalization.CultureInfo.InvariantCulture),
            Actors = actors,
            Groupings = groupings,
            Memberships = memberships,
            Partnerships = partnerships,
            Denials = Some(
                3,
                i => new Denial($"d{i}", Body(), Body(), Of(ConceptSchemes.LinkType), Cited(), Bilingual(), Here)
            ),
            Measures = Some(
                5,
                i => new Measure(
                    $"n{i}",
                    Body(),
                    Of(ConceptSchemes.Measure),
                    Chance(0.7) ? random.Next(40) : random.NextDouble() * 10,
                    Enum<Qualifier>(),
                    Maybe(Name),
                    Date(),
                    Enum<Confidence>(),
                    Cited(),
                    Here
                )
            ),
            Names = Some(9, _ => Form()),
            Concepts = concepts,
            Territories = territories,
            Sources = [.. sources.Select(s => Chance(0.5) ? s with { Respondent = Body() } : s)],
            Passages = passages,
        };
    }

    private ImmutableArray<Concept> Concepts()
    {
        var rows = BuiltInConcepts.Rows.ToBuilder();
        foreach (var scheme in ConceptSchemes.All)
        {
            for (var i = 0; i < 3; i++)
            {
                // None, one or two that are there already.
                var above = rows.Where(c => c.Scheme == scheme)
                    .Select(c => c.Id)
                    .Where(_ => Chance(0.4))
                    .OrderBy(_ => random.Next())
                    .Take(2)
                    .ToImmutableArray();
                rows.Add(
                    new Concept(
                        $"{scheme}{i}",
                        scheme,
                        Bilingual(),
                        above,
                        Bilingual(),
                        scheme == ConceptSchemes.LinkType && Chance(0.5),
                        Here
                    )
                );
            }
        }
        return rows.DrainToImmutable();
    }

    private ImmutableArray<T> Some<T>(int most, Func<int, T> make, int least = 0) =>
        [.. Enumerable.Range(0, least + random.Next(most + 1 - least)).Select(make)];

    private MultilingualText Bilingual() => MultilingualText.Of(Maybe(Name), Maybe(Name));

    private T? Maybe<T>(Func<T> make)
        where T : class => Chance(0.5) ? make() : null;

    private PartialDate? Date() => Pick(Dates) is { } text ? PartialDate.Parse(text) : null;

    private string Name() => Chance(0.3) ? $"{Pick(Names)} {Pick(Names)}".Trim() : Pick(Names);

    private bool Chance(double share) => random.NextDouble() < share;

    private T Pick<T>(params IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private T Enum<T>()
        where T : struct, Enum => Pick(System.Enum.GetValues<T>());
}

using System.Collections.Immutable;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Figures.Tests.Exports;

/// <summary>The networks that are written in every format and read back by every reader.</summary>
internal static class Networks
{
    /// <summary>What a name might do to a file, a page, a terminal or a spreadsheet.</summary>
    public static readonly string[] HostileTexts =
    [
        "\"quoted\" and 'quoted'",
        "<script>alert('x')</script>",
        "]]>",
        "<![CDATA[x]]>",
        "<!-- x -->",
        "--> x",
        "&amp; &lt; &#65; &eacute; R&D",
        "</svg><b>",
        "=cmd|' /C calc'!A0",
        "+33 1",
        "-1+1",
        "@SUM(A1)",
        "a;=cmd|' /C calc'!A0",
        ";\"=1+1\"",
        "'=1",
        "''",
        "' apostrophe",
        "＝1+1",
        " =1+1",
        "\t=1+1",
        "1,5",
        "0012",
        "1e5",
        "TRUE",
        "2019-07",
        "a,b;c|d",
        "a\\b",
        "\\",
        "\\\\",
        "\\N \\G \\l \\n",
        "a|b\\|c\\",
        "tab\there",
        "line\nbreak",
        "line\r\nbreak",
        "carriage\rreturn",
        "\n",
        "a\n=1",
        "control\u0001\u0000\u001B[31m\u007F\u0085\u2028",
        "lone \uD800 and \uDC00",
        "\uFFFE\uFFFF\uFEFF",
        "\u202Eright to left שלום\u202C",
        "👩‍👩‍👧‍👦 🇫🇷",
        "e\u0301",
        new string('x', 300),
        "%%{init: {\"theme\":\"dark\"}}%%",
        "%% comment",
        "style x:y#35;",
        "classDef x:#fff;",
        "#quot; #35;",
        "`**bold**`",
        "$$x^2$$",
        "click n0 call alert()",
        "end",
        "subgraph x",
        "_x000D_ _x005F_",
        "{{x}} ${x}",
        "]\"] x",
        " blanks ",
        "\u00A0",
        "http://example.org/?a=b&c=d",
        "javascript:alert(1)",
    ];

    /// <summary>All of the seed data, and what is around its respondent.</summary>
    public static async Task<Extract> SeedAsync(string? around = null) =>
        Extracts.Of(await Extracts.ReadAsync(SharedFiles.InRepository("seed-data")), around);

    /// <param name="texts">Other texts than <see cref="HostileTexts"/>.</param>
    /// <summary>A body for each hostile text, which stands in all places that hold a text; parallel links, dates of all precisions, a body without a link.</summary>
    public static Extract Hostile(string[]? texts = null)
    {
        texts ??= HostileTexts;
        var kind = new ExtractTerm("kind", MultilingualText.Of("nature \"é\" <b> =1", null));
        var territory = new ExtractTerm("place", MultilingualText.Of("Saint-É\\tienne", "Saint-É\\tienne"));
        string?[] dates = ["2019", "2019-H2", null, "2019-Q3", "2019-07", null, "2019-07-15", "0001-01-01"];
        var group = new ExtractBody(
            "-group:~/1",
            HostileTexts[0],
            "G",
            true,
            true,
            true,
            kind,
            territory,
            PartialDate.Parse("1999-Q1"),
            PartialDate.Parse("9999"),
            Measures(0)
        );
        var bodies = new List<ExtractBody> { group };
        var ties = new List<ExtractTie>();
        for (var i = 0; i < texts.Length; i++)
        {
            var text = texts[i];
            var body = new ExtractBody(
                $"b-{i:000}",
                text,
                text,
                false,
                true,
                i % 3 > 0,
                kind,
                i % 2 == 0 ? territory : null,
                null,
                null,
                i % 5 == 0 ? null : Measures(i)
            );
            bodies.Add(body);
            var from = dates[i % dates.Length] is { } date ? PartialDate.Parse(date) : (PartialDate?)null;
            var to = i % 4 == 1 ? PartialDate.Parse("2021") : (PartialDate?)null;
            ImmutableArray<ExtractEvidence> evidence =
            [
                new("p-1-" + i, "source", text, text),
                new("p-2-" + i, "source-2", "2." + i, i % 2 == 0 ? null : "|" + text),
            ];
            // The same id for a membership and a partnership, and the same role twice.
            ties.Add(
                new ExtractTie(
                    group.Id,
                    body.Id,
                    3,
                    [
                        Link("same-" + i, true, body, group, kind, false, from, to, Status.CURRENT, text, evidence),
                        Link("again-" + i, true, body, group, kind, false, to, null, Status.PAST, text, evidence),
                        Link(
                            "same-" + i,
                            false,
                            group,
                            body,
                            kind,
                            i % 2 == 0,
                            null,
                            to,
                            (Status)(i % 4),
                            text,
                            evidence
                        ),
                    ]
                )
            );
        }
        bodies.Add(new ExtractBody("lone", "tout seul", null, false, true, true, kind, null, null, null, null));
        return new Extract(
            Dataset(),
            MultilingualText.Of("champ <b> & \"tout\"\n%%{init}", null),
            ExtractProjection.BIPARTITE,
            [.. bodies.OrderBy(b => b.Id, StringComparer.Ordinal)],
            [.. ties.OrderBy(t => t.Source, StringComparer.Ordinal).ThenBy(t => t.Target, StringComparer.Ordinal)],
            null
        );
    }

    /// <summary>Three bodies and one undated link.</summary>
    public static Extract Undated()
    {
        var kind = new ExtractTerm("kind", default);
        var (a, b) = (
            new ExtractBody("a", "A", null, false, true, true, kind, null, null, null, null),
            new ExtractBody("b", "B", null, true, false, true, kind, null, null, null, null)
        );
        return new Extract(
            Dataset(),
            default,
            ExtractProjection.BIPARTITE,
            [a, b, a with { Id = "c", Name = "C" }],
            [new ExtractTie("a", "b", 1, [Link("l", true, a, b, kind, false, null, null, Status.UNKNOWN, null, [])])],
            null
        );
    }

    /// <summary>No body at all.</summary>
    public static Extract Empty() => new(Dataset(), default, ExtractProjection.BIPARTITE, [], [], null);

    /// <summary>The memberships of a network projected: two actors tied by the groupings that they share, or the other way round.</summary>
    public static Extract Projected(Extract whole, ExtractProjection projection)
    {
        var actors = projection == ExtractProjection.ACTORS;
        var memberships = whole.Ties.SelectMany(t => t.Links).Where(l => l.IsMembership && l.IsMember).ToArray();
        var ties = new SortedDictionary<(string, string), List<ExtractLink>>();
        foreach (var shared in memberships.GroupBy(l => (actors ? l.Target : l.Source).Id))
        {
            foreach (var one in shared)
            {
                foreach (var other in shared)
                {
                    var (a, b) = actors ? (one.Source.Id, other.Source.Id) : (one.Target.Id, other.Target.Id);
                    if (string.CompareOrdinal(a, b) >= 0)
                        continue;
                    if (!ties.TryGetValue((a, b), out var links))
                        ties.Add((a, b), links = []);
                    foreach (var link in new[] { one, other })
                        if (!links.Contains(link))
                            links.Add(link);
                }
            }
        }
        var tied = ties.Keys.SelectMany(k => new[] { k.Item1, k.Item2 }).ToHashSet(StringComparer.Ordinal);
        return whole with
        {
            Projection = projection,
            Bodies = [.. whole.Bodies.Where(b => tied.Contains(b.Id))],
            Ties =
            [
                .. ties.OrderBy(t => t.Key.Item1, StringComparer.Ordinal)
                    .ThenBy(t => t.Key.Item2, StringComparer.Ordinal)
                    .Select(t => new ExtractTie(
                        t.Key.Item1,
                        t.Key.Item2,
                        t.Value.Select(l => (actors ? l.Target : l.Source).Id).Distinct().Count(),
                        [.. t.Value]
                    )),
            ],
        };
    }

    /// <summary>The links of which one reader or another can keep all: memberships alone have no direction.</summary>
    public static Extract MembershipsOf(Extract extract) =>
        extract with
        {
            Ties =
            [
                .. extract
                    .Ties.Select(t => t with { Links = [.. t.Links.Where(l => l.IsMembership)] })
                    .Where(t => t.Links.Length > 0),
            ],
        };

    /// <summary>A place for each body.</summary>
    public static Dictionary<string, BodyMark> Marks(Extract extract) =>
        extract
            .Bodies.Select(
                (b, i) => (b.Id, Mark: BodyMark.Of(10.5 * i, 7.25 * i, 5 + i % 3, i % 2 == 0 ? "#0072b2" : "#D55E00"))
            )
            .ToDictionary(p => p.Id, p => p.Mark, StringComparer.Ordinal);

    private static ExtractMeasures Measures(int i) => new(i, i / 3.0, 1e-7 * i, 0.1 + i, 0, i % 4, i % 2 == 0);

    private static ExtractDataset Dataset() =>
        new(
            "Données \"d'essai\" <1>",
            "1.0",
            new string('a', 64),
            [
                new ExtractSource("source", "Document \"1\" | <b> =1\\", "Éditeur & Cie", PartialDate.Parse("2021-H1")),
                new ExtractSource("source-2", "Document 2", null, null),
            ]
        );

    private static ExtractLink Link(
        string id,
        bool membership,
        ExtractBody source,
        ExtractBody target,
        ExtractTerm type,
        bool directed,
        PartialDate? from,
        PartialDate? to,
        Status status,
        string? note,
        ImmutableArray<ExtractEvidence> evidence
    ) =>
        new(
            id,
            membership,
            new ExtractEnd(source.Id, source.Name),
            new ExtractEnd(target.Id, target.Name),
            type,
            directed,
            true,
            from,
            to,
            Period.Of(from, to, status, null),
            status,
            Confidence.INFERRED,
            Regularity.UNSTATED,
            membership ? [] : [type, new ExtractTerm("theme-2", MultilingualText.Of("a|b", null))],
            MultilingualText.Of(note, null),
            evidence,
            membership ? null : LinkChange.KEPT
        );
}

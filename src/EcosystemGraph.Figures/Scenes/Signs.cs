using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Texts;

namespace EcosystemGraph.Figures.Scenes;

/// <summary>Which shape, filling, colour and size each body gets, and what they mean.</summary>
internal sealed class Signs
{
    private const int ShapeCount = 8;
    private const int MarkCount = 3 * ShapeCount;
    private const double ActorRadius = 2.7;
    private const double GroupingRadius = 4.4;
    private const double LeastRadius = 2.2;
    private const double GreatestRadius = 9;

    private readonly Dictionary<(bool Grouping, string Kind), int> _marks = [];
    private readonly Dictionary<string, (string Color, string Letter, string Label)> _colors = new(
        StringComparer.Ordinal
    );
    private readonly FigureStyle _style;
    private double _greatest;

    private Signs(FigureStyle style) => _style = style;

    public List<string> Warnings { get; } = [];

    /// <summary>Kinds in the order of the legend: groupings first, the most frequent first; the mark that all kinds without one of their own share comes last, without a label.</summary>
    public ImmutableArray<(bool Grouping, string Label, Shape Shape, Filling Filling, string Color)> Kinds
    {
        get;
        private set;
    } = [];

    /// <summary>Communities or territories: letter, label and colour.</summary>
    public ImmutableArray<(string Letter, string Label, string Color)> Colors { get; private set; } = [];

    /// <summary>What size says, as drawn; null where it says nothing.</summary>
    public NodeMeasure? SizeBy { get; private set; }

    /// <summary>The greatest and least value that size shows.</summary>
    public (double Least, double Greatest) Sizes { get; private set; }

    public static Signs Of(
        IReadOnlyList<ExtractBody> bodies,
        Dictionary<string, int> degrees,
        FigureStyle style,
        Phrases phrases
    )
    {
        var signs = new Signs(style);
        signs.TakeKinds(bodies, phrases);
        signs.TakeColors(bodies, phrases);
        if (style.SizeBy is { } by)
        {
            var values = bodies.Select(b => Measured(b, by, degrees.GetValueOrDefault(b.Id))).ToArray();
            if (values.Any(v => v is null))
            {
                signs.Warnings.Add(phrases.Words.TooLargeToMeasure);
            }
            else if (values.Length > 0)
            {
                signs.SizeBy = by;
                signs.Sizes = (values.Min()!.Value, values.Max()!.Value);
                signs._greatest = signs.Sizes.Greatest;
            }
        }
        return signs;
    }

    /// <summary>A measure of a body; null where none was computed.</summary>
    public static double? Measured(ExtractBody body, NodeMeasure by, int degree) =>
        by switch
        {
            NodeMeasure.DEGREE => degree,
            NodeMeasure.BETWEENNESS => body.Measures?.Betweenness,
            NodeMeasure.CLOSENESS => body.Measures?.Closeness,
            NodeMeasure.PAGERANK or NodeMeasure.NAME => body.Measures?.PageRank,
        };

    public Body Mark(ExtractBody source, int index, int degree, bool highlighted, double unit)
    {
        var mark = _marks[(source.IsGrouping, source.Kind.Id)];
        var (color, letter) = ColorOf(source, mark);
        var name = PlainText.Clean(source.Name);
        if (name.Length == 0)
            name = PlainText.Clean(source.Id);
        var acronym = source.Acronym is null ? null : PlainText.Clean(source.Acronym);
        return new Body(
            index,
            source,
            name,
            string.IsNullOrEmpty(acronym) ? null : acronym,
            degree,
            highlighted,
            Radius(source, degree) * unit,
            ShapeOf(mark),
            FillingOf(mark),
            color,
            letter
        );
    }

    /// <summary>In printed points. The area, not the radius, is in proportion to the measure.</summary>
    public double RadiusOf(double value) =>
        _greatest <= 0
            ? LeastRadius
            : LeastRadius + (GreatestRadius - LeastRadius) * Math.Sqrt(Math.Max(0, value) / _greatest);

    private double Radius(ExtractBody body, int degree) =>
        SizeBy is { } by ? RadiusOf(Measured(body, by, degree)!.Value)
        : body.IsGrouping ? GroupingRadius
        : ActorRadius;

    private static Shape ShapeOf(int mark) => mark < 0 ? Shape.Circle : (Shape)(mark % ShapeCount);

    private static Filling FillingOf(int mark) => mark < 0 ? Filling.Solid : (Filling)(mark / ShapeCount);

    private static string KindColor(int mark) =>
        mark < 0 ? Palette.Plain : Palette.Marks[(mark + Palette.Marks.Length - 1) % Palette.Marks.Length];

    private (string Color, string? Letter) ColorOf(ExtractBody body, int mark)
    {
        if (_style.ColorBy == FigureColor.KIND)
            return (KindColor(mark), null);
        return ColorKey(body) is { } key && _colors.TryGetValue(key, out var found)
            ? (found.Color, found.Letter)
            : (_style.ColorBy == FigureColor.NONE ? Palette.SoftInk : Palette.Plain, null);
    }

    private string? ColorKey(ExtractBody body) =>
        _style.ColorBy switch
        {
            FigureColor.COMMUNITY => body.Measures?.Community.ToString(CultureInfo.InvariantCulture),
            FigureColor.TERRITORY => body.Territory?.Id,
            FigureColor.KIND or FigureColor.NONE => null,
        };

    // A kind asks for the mark that its id hashes to, so that figures of one report mostly agree; the more frequent kind is served first.
    private void TakeKinds(IReadOnlyList<ExtractBody> bodies, Phrases phrases)
    {
        var counted = bodies
            .GroupBy(b => (Grouping: b.IsGrouping, Kind: b.Kind.Id))
            .Select(g => (g.Key, Count: g.Count(), Label: PlainText.Clean(g.First().Kind.In(_style.Language))))
            .OrderByDescending(k => k.Key.Grouping)
            .ThenByDescending(k => k.Count)
            .ThenBy(k => k.Key.Kind, StringComparer.Ordinal)
            .ToArray();
        // Groupings and actors are told apart by size and rim: each choose among all marks.
        var takenBy = new[] { new bool[MarkCount], new bool[MarkCount] };
        // A full circle is for what has no kind.
        takenBy[0][0] = takenBy[1][0] = true;
        var kinds = ImmutableArray.CreateBuilder<(bool, string, Shape, Filling, string)>();
        var without = 0;
        foreach (var (key, _, label) in counted)
        {
            var mark = -1;
            var taken = takenBy[key.Grouping ? 1 : 0];
            if (key.Kind != "unspecified")
            {
                var wanted = (int)(Hash(key.Kind) % ShapeCount);
                for (var i = 0; i < MarkCount && mark < 0; i++)
                {
                    var tried = i / ShapeCount * ShapeCount + (wanted + i) % ShapeCount;
                    if (!taken[tried])
                        mark = tried;
                }
                if (mark >= 0)
                    taken[mark] = true;
                else
                    without++;
            }
            _marks[key] = mark;
            if (mark >= 0 || key.Kind == "unspecified")
                kinds.Add(
                    (
                        key.Grouping,
                        label,
                        ShapeOf(mark),
                        FillingOf(mark),
                        _style.ColorBy == FigureColor.KIND ? KindColor(mark) : Palette.SoftInk
                    )
                );
        }
        if (without > 0)
            kinds.Add((false, phrases.Words.OtherKinds, Shape.Circle, Filling.Solid, Palette.Plain));
        Kinds = kinds.ToImmutable();
        var colored = counted.Count(k => k.Key.Kind != "unspecified");
        if (_style.ColorBy == FigureColor.KIND && colored > Palette.Marks.Length)
        {
            Warnings.Add(
                phrases.Set(
                    without > 0
                        ? phrases.Words.FewerColorsAndMarksThanKinds.With(
                            ("kinds", colored),
                            ("colors", Palette.Marks.Length),
                            ("without", without)
                        )
                        : phrases.Words.FewerColorsThanKinds.With(("kinds", colored), ("colors", Palette.Marks.Length))
                )
            );
        }
    }

    private void TakeColors(IReadOnlyList<ExtractBody> bodies, Phrases phrases)
    {
        if (_style.ColorBy is FigureColor.KIND or FigureColor.NONE)
            return;
        if (_style.ColorBy == FigureColor.COMMUNITY && bodies.Any(b => b.Measures is null))
        {
            Warnings.Add(phrases.Words.TooLargeForCommunities);
            return;
        }
        var counted = bodies
            .Select(b => (Key: ColorKey(b), Body: b))
            .Where(p => p.Key is not null)
            .GroupBy(p => p.Key!, StringComparer.Ordinal)
            .Select(g =>
                (
                    g.Key,
                    Count: g.Count(),
                    Label: _style.ColorBy == FigureColor.TERRITORY
                        ? PlainText.Clean(g.First().Body.Territory!.In(_style.Language))
                        : null
                )
            )
            .OrderByDescending(g => g.Count)
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .ToArray();
        var colors = ImmutableArray.CreateBuilder<(string, string, string)>();
        for (var i = 0; i < counted.Length && i < Palette.Marks.Length; i++)
        {
            var letter = ((char)('A' + i)).ToString();
            var members = phrases.Count(counted[i].Count, phrases.Words.Bodies);
            var label =
                counted[i].Label ?? phrases.Set(phrases.Words.Community.With(("letter", letter), ("members", members)));
            _colors[counted[i].Key] = (Palette.Marks[i], letter, label);
            colors.Add((letter, label, Palette.Marks[i]));
        }
        Colors = colors.ToImmutable();
        if (counted.Length > Palette.Marks.Length)
        {
            var rest = counted.Length - Palette.Marks.Length;
            Warnings.Add(
                _style.ColorBy == FigureColor.COMMUNITY
                    ? phrases.Set(phrases.Words.TooManyCommunities.With(("count", rest)))
                    : phrases.Set(phrases.Words.TooManyTerritories.With(("count", rest)))
            );
        }
    }

    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 15);
    }
}

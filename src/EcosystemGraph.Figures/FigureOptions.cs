using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures.Layouts;

namespace EcosystemGraph.Figures;

/// <summary>An option of figures, described once: what it is in every face, and which property of a style it is.</summary>
public sealed record FigureOption : Input
{
    internal FigureOption(
        string name,
        InputKind kind,
        string description,
        Func<FigureStyle, object?> get,
        Func<FigureStyle, object, FigureStyle> set
    )
        : base(name, kind, description) => (Get, Set) = (get, set);

    /// <summary>Reads it from a style.</summary>
    internal Func<FigureStyle, object?> Get { get; }

    /// <summary>The style with another value of it.</summary>
    internal Func<FigureStyle, object, FigureStyle> Set { get; }

    internal void Check(FigureStyle style)
    {
        switch (Get(style))
        {
            case int number when number < (Least ?? int.MinValue) || number > (Most ?? int.MaxValue):
                throw Wrong(
                    $"{Name} is {Text(number)}; it must be {(Most is { } most ? $"from {Text(Least!.Value)} to {Text(most)}" : $"{Text(Least!.Value)} or more")}"
                );
            case string text when Most is { } longest && text.Length > longest:
                throw Wrong($"{Name} has {Text(text.Length)} characters; at most {Text(longest)} fit above a figure");
            case ImmutableArray<string> { IsDefault: true }:
                throw Wrong($"{Name} is no list; leave it out to point out nobody");
            case ImmutableArray<string> ids when ids.Length > Most:
                throw Wrong($"{Name} lists {Text(ids.Length)} bodies; at most {Text(Most!.Value)} can be drawn");
            case { } value when Names.Count > 0 && !Names.Contains(value.ToString()):
                throw Wrong($"{Name} is none of {string.Join(", ", Names)}");
        }
    }

    private FigureException Wrong(string message) => new(Name, message);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The options of figures: a new one is a property of <see cref="FigureStyle"/>, a declaration here, and what it does in a figure.</summary>
public static class FigureOptions
{
    private static readonly FigureStyle Unset = new();

    private static readonly Variants Colors = new(
        "FigureColor",
        "What colour says in a figure.",
        [
            Color(FigureColor.KIND, "What kind of body it is, as its shape does."),
            Color(FigureColor.COMMUNITY, "Which community it is in."),
            Color(FigureColor.TERRITORY, "Where it is."),
            Color(FigureColor.NONE, "Nothing."),
        ]
    );

    /// <summary>The language of the figure.</summary>
    public static FigureOption Language { get; } =
        Of(
            "language",
            InputKind.Choice,
            "Of all that is written in it but names.",
            style => style.Language,
            (style, value) => style with { Language = value }
        ) with
        {
            Variants = Core.Catalog.Variants.OfLanguages,
        };

    /// <summary>How bodies are arranged.</summary>
    public static FigureOption Layout { get; } =
        Of(
            "layout",
            InputKind.Choice,
            "How bodies are arranged.",
            style => style.Layout,
            (style, value) => style with { Layout = value }
        ) with
        {
            Variants = Arrangements.Variants,
        };

    /// <summary>Bodies to point out.</summary>
    public static FigureOption Highlight { get; } =
        Of(
            "highlight",
            InputKind.Ids,
            "Bodies to point out; the first is the centre of a RADIAL figure.",
            style => style.Highlight,
            (style, value) => style with { Highlight = value }
        ) with
        {
            Unset = null,
            Most = FigureStyle.MaxBodies,
        };

    /// <summary>How high the figure is.</summary>
    public static FigureOption Height { get; } =
        Of(
            "height",
            InputKind.Whole,
            $"In pixels, {FigureStyle.MinHeight} to {FigureStyle.MaxSide}.",
            style => style.Height,
            (style, value) => style with { Height = value }
        ) with
        {
            Least = FigureStyle.MinHeight,
            Most = FigureStyle.MaxSide,
            HintPlaces = _ =>
                [
                    ("least", FigureStyle.MinHeight),
                    ("most", FigureStyle.MaxSide),
                    ("width", Unset.Width),
                    ("unset", Unset.Height),
                ],
        };

    /// <summary>All, in the order of the page's form.</summary>
    public static ImmutableArray<FigureOption> All { get; } =
    [
        Language,
        Of(
            "title",
            InputKind.Text,
            $"Above it; made from what is shown where it is left out. At most {FigureStyle.MaxTitle} characters.",
            style => style.Title,
            (style, value) => style with { Title = value }
        ) with
        {
            Most = FigureStyle.MaxTitle,
        },
        Layout,
        Of(
            "colorBy",
            InputKind.Choice,
            "What colour says.",
            style => style.ColorBy,
            (style, value) => style with { ColorBy = value }
        ) with
        {
            Variants = Colors,
        },
        Of(
            "labels",
            InputKind.Flag,
            "Whether bodies are named.",
            style => style.Labels,
            (style, value) => style with { Labels = value }
        ),
        Of(
            "legend",
            InputKind.Flag,
            "Whether shapes, colours and dashes are explained in the picture.",
            style => style.Legend,
            (style, value) => style with { Legend = value }
        ),
        Of(
            "width",
            InputKind.Whole,
            $"In pixels, {FigureStyle.MinWidth} to {FigureStyle.MaxSide}; in print 16 cm.",
            style => style.Width,
            (style, value) => style with { Width = value }
        ) with
        {
            Least = FigureStyle.MinWidth,
            Most = FigureStyle.MaxSide,
        },
        Of<int?>(
            "maxNodes",
            InputKind.Whole,
            $"Draw only so many bodies, the most important: 1 to {FigureStyle.MaxBodies}.",
            style => style.MaxNodes,
            (style, value) => style with { MaxNodes = value }
        ) with
        {
            Least = 1,
            Most = FigureStyle.MaxBodies,
        },
        Height,
        Of<NodeMeasure?>(
            "sizeBy",
            InputKind.Choice,
            "What a body's size says, a measure; groupings are larger than actors where it is left out.",
            style => style.SizeBy,
            (style, value) => style with { SizeBy = value }
        ) with
        {
            Choices = typeof(NodeMeasure),
        },
        Highlight,
        Of(
            "seed",
            InputKind.Whole,
            "Another number gives another arrangement; the same one the same.",
            style => style.Seed,
            (style, value) => style with { Seed = value }
        ) with
        {
            Least = 0,
        },
    ];

    /// <summary>Those that a form shows.</summary>
    public static ImmutableArray<FigureOption> OnForms { get; } = [.. All.Where(option => option.IsOnForms)];

    /// <summary>The style that options make.</summary>
    /// <param name="given">Their values by name; what is not given stays unset.</param>
    public static FigureStyle StyleOf(IDictionary<string, object?> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return All.Aggregate(
            Unset,
            (style, option) =>
                given.TryGetValue(option.Name, out var value) && value is not null
                    ? option.Set(style, Listed(value))
                    : style
        );
    }

    private static object Listed(object value) =>
        value is IEnumerable list and not string
            ? list.Cast<object>().Select(id => id.ToString()!).ToImmutableArray()
            : value;

    private static Variant Color(FigureColor color, string description) =>
        new(color.ToString(), description) { Value = color };

    private static FigureOption Of<T>(
        string name,
        InputKind kind,
        string description,
        Func<FigureStyle, T> get,
        Func<FigureStyle, T, FigureStyle> set
    ) =>
        new(name, kind, description, style => get(style), (style, value) => set(style, (T)value))
        {
            Unset = get(Unset),
        };
}

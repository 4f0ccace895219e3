using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Figures.Scenes;

namespace EcosystemGraph.Figures.Layouts;

/// <summary>A way to arrange a network: one file each, and a line in <see cref="Arrangements"/>.</summary>
internal interface IArrangement
{
    /// <summary>The layout: all that is said of it in any face.</summary>
    Variant Layout { get; }

    /// <summary>Above the figure where no title is given.</summary>
    /// <param name="subject">What is drawn.</param>
    /// <param name="scope">In a phrase, what part of the graph it is.</param>
    string Title(Subject subject, string scope);

    /// <summary>Whether shapes and colours of bodies bear the figure, so that it matters where they run out.</summary>
    bool ShowsKinds { get; }

    /// <summary>How to read the figure, by an example from it.</summary>
    string Reading(Subject subject);

    /// <summary>What shapes, colours and dashes mean.</summary>
    IEnumerable<LegendItem> Legend(Subject subject);

    /// <summary>Draws into the area; what does not fit becomes a warning.</summary>
    Arranged Draw(Subject subject, Box area, CancellationToken cancellation);
}

/// <summary>A sample and what it means.</summary>
/// <param name="Section">What stands before the first of its section.</param>
/// <param name="Label">What the sample means.</param>
/// <param name="Width">Of the sample, in pixels.</param>
/// <param name="Sample">Draws it around its centre.</param>
/// <param name="Height">Of the sample, in pixels, where it is higher than a line.</param>
internal sealed record LegendItem(
    string Section,
    string Label,
    double Width,
    Func<Point, IEnumerable<Mark>> Sample,
    double Height = 0
);

/// <summary>What an arrangement drew.</summary>
/// <param name="Marks">Back to front.</param>
/// <param name="Places">Where each body stands, by its index; null for one that stands nowhere.</param>
/// <param name="Bodies">How many bodies are shown.</param>
/// <param name="Ties">The ties that are shown.</param>
internal sealed record Arranged(ImmutableArray<Mark> Marks, Point?[] Places, int Bodies, ImmutableArray<Tie> Ties);

/// <summary>The ways to arrange a network.</summary>
internal static class Arrangements
{
    private static readonly IArrangement[] All =
    [
        new ForceArrangement(),
        new RadialArrangement(),
        new MatrixArrangement(),
        new TimelineArrangement(),
    ];

    /// <summary>The layouts as a question chooses one.</summary>
    public static Variants Variants { get; } =
        new("FigureLayout", "How the bodies of a figure are arranged.", [.. All.Select(one => one.Layout)]);

    public static IArrangement Of(string layout) => All.Single(one => one.Layout.Name == layout);
}

using System.Collections.Immutable;

namespace EcosystemGraph.Figures.Scenes;

/// <summary>Draws the marks of bodies. All shapes of one size cover about the same area.</summary>
internal static class Shapes
{
    // Corners around (0,0), y downwards, for a radius of 1: written out, so that no sine or cosine of a platform has a say.
    private static readonly ImmutableArray<Point> Square =
    [
        new(-0.89, -0.89),
        new(0.89, -0.89),
        new(0.89, 0.89),
        new(-0.89, 0.89),
    ];
    private static readonly ImmutableArray<Point> Triangle = [new(0, -1.28), new(1.17, 0.78), new(-1.17, 0.78)];
    private static readonly ImmutableArray<Point> Diamond = [new(0, -1.26), new(1.26, 0), new(0, 1.26), new(-1.26, 0)];
    private static readonly ImmutableArray<Point> TriangleDown = [new(0, 1.28), new(-1.17, -0.78), new(1.17, -0.78)];
    private static readonly ImmutableArray<Point> Cross =
    [
        new(-0.42, -1.15),
        new(0.42, -1.15),
        new(0.42, -0.42),
        new(1.15, -0.42),
        new(1.15, 0.42),
        new(0.42, 0.42),
        new(0.42, 1.15),
        new(-0.42, 1.15),
        new(-0.42, 0.42),
        new(-1.15, 0.42),
        new(-1.15, -0.42),
        new(-0.42, -0.42),
    ];

    private static readonly ImmutableArray<Point> Star =
    [
        new(0, -1.4),
        new(0.37, -0.51),
        new(1.33, -0.43),
        new(0.6, 0.2),
        new(0.82, 1.13),
        new(0, 0.63),
        new(-0.82, 1.13),
        new(-0.6, 0.2),
        new(-1.33, -0.43),
        new(-0.37, -0.51),
    ];

    private static readonly ImmutableArray<Point> Hexagon =
    [
        new(-1.1, 0),
        new(-0.55, -0.95),
        new(0.55, -0.95),
        new(1.1, 0),
        new(0.55, 0.95),
        new(-0.55, 0.95),
    ];

    /// <summary>The name of a shape for programs.</summary>
    public static string Name(Shape shape) =>
        shape switch
        {
            Shape.Circle => "circle",
            Shape.Square => "square",
            Shape.Triangle => "triangle",
            Shape.Diamond => "diamond",
            Shape.TriangleDown => "triangle-down",
            Shape.Cross => "cross",
            Shape.Star => "star",
            Shape.Hexagon => "hexagon",
        };

    /// <summary>A mark: a white rim keeps it apart from the lines behind it.</summary>
    /// <param name="at">Its centre.</param>
    /// <param name="radius">In pixels.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="filling">How it is filled.</param>
    /// <param name="color">Its colour.</param>
    /// <param name="unit">A printed point, in pixels.</param>
    /// <param name="rim">Whether a dark rim runs around it, as around groupings.</param>
    public static IEnumerable<Mark> Draw(
        Point at,
        double radius,
        Shape shape,
        Filling filling,
        string color,
        double unit,
        bool rim = false
    )
    {
        var stroke = 0.9 * unit;
        yield return Outline(at, radius + 0.8 * unit, shape, Palette.White, null, 0);
        yield return filling == Filling.Hollow
            ? Outline(at, radius - stroke / 2, shape, Palette.White, color, stroke * 1.3)
            : Outline(at, radius, shape, color, null, 0);
        if (rim)
            yield return Outline(at, radius + 0.1 * unit, shape, null, Palette.Ink, stroke);
        if (filling == Filling.Dotted)
            yield return new Ellipse(at, radius * 0.4, radius * 0.4, Palette.White, null, 0, []);
    }

    /// <summary>The outline of a shape, filled or stroked.</summary>
    public static Mark Outline(Point at, double radius, Shape shape, string? fill, string? stroke, double width)
    {
        var corners = shape switch
        {
            Shape.Square => Square,
            Shape.Triangle => Triangle,
            Shape.Diamond => Diamond,
            Shape.TriangleDown => TriangleDown,
            Shape.Cross => Cross,
            Shape.Star => Star,
            Shape.Hexagon => Hexagon,
            Shape.Circle => [],
        };
        return corners.IsEmpty
            ? new Ellipse(at, radius, radius, fill, stroke, width, [])
            : new Polygon(
                [.. corners.Select(c => new Point(at.X + c.X * radius, at.Y + c.Y * radius))],
                fill,
                stroke,
                width
            );
    }
}

using System.Collections.Immutable;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Figures.Scenes;

/// <summary>A point, in pixels from the left and from the top.</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>A rectangle, in pixels.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double CenterX => (Left + Right) / 2;

    public double CenterY => (Top + Bottom) / 2;

    public bool Meets(Box other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Holds(Box other) =>
        Left <= other.Left && other.Right <= Right && Top <= other.Top && other.Bottom <= Bottom;

    public Box Grown(double by) => new(Left - by, Top - by, Right + by, Bottom + by);

    public static Box Around(Point center, double width, double height) =>
        new(center.X - width / 2, center.Y - height / 2, center.X + width / 2, center.Y + height / 2);
}

/// <summary>How a text stands to its point.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>What is drawn. Colours are "#rrggbb", lengths pixels.</summary>
internal abstract record Mark;

/// <summary>A line; its dash is in pixels on, off, on…, empty for none.</summary>
internal sealed record Line(Point From, Point To, string Color, double Width, ImmutableArray<double> Dash) : Mark;

/// <summary>A closed shape with straight sides.</summary>
internal sealed record Polygon(ImmutableArray<Point> Points, string? Fill, string? Stroke, double Width) : Mark;

/// <summary>An ellipse.</summary>
internal sealed record Ellipse(
    Point Center,
    double RadiusX,
    double RadiusY,
    string? Fill,
    string? Stroke,
    double Width,
    ImmutableArray<double> Dash
) : Mark;

/// <summary>A line of text at its base line; turned about its point by so many degrees, clockwise. A halo is a second text under it, stroked in white.</summary>
internal sealed record Words(
    Point At,
    string Text,
    double Size,
    bool Bold,
    string Color,
    Anchor Anchor,
    bool Halo,
    int Turned = 0
) : Mark;

/// <summary>Marks that are one thing, with its name for those who point at it or hear it.</summary>
internal sealed record Group(string Title, ImmutableArray<Mark> Marks) : Mark;

/// <summary>The whole picture.</summary>
internal sealed record Scene(
    int Width,
    int Height,
    string Title,
    string Description,
    Language Language,
    ImmutableArray<Mark> Marks
);

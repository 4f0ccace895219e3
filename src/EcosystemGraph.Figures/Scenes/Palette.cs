using System.Collections.Immutable;

namespace EcosystemGraph.Figures.Scenes;

/// <summary>The shape of a body's mark.</summary>
internal enum Shape
{
    Circle,
    Square,
    Triangle,
    Diamond,
    TriangleDown,
    Cross,
    Star,
    Hexagon,
}

/// <summary>How a shape is filled. A shape and its filling tell kinds apart where colours cannot.</summary>
internal enum Filling
{
    Solid,
    Hollow,
    Dotted,
}

/// <summary>
/// Colours that stand at 3:1 or more against white as marks and stay apart for those who see two kinds of cones only
/// (Okabe and Ito 2008; Tol, "Colour schemes", 2021), and those of text, 4.5:1 or more.
/// </summary>
internal static class Palette
{
    /// <summary>For kinds, communities and territories, the most different first.</summary>
    public static readonly ImmutableArray<string> Marks =
    [
        "#0072b2",
        "#d55e00",
        "#009e73",
        "#aa3377",
        "#332288",
        "#8c510a",
        "#cc79a7",
        "#4d7a00",
    ];

    /// <summary>For what has no colour of its own.</summary>
    public const string Plain = "#6b6b6b";

    public const string White = "#ffffff";
    public const string Ink = "#1a1a1a";
    public const string SoftInk = "#4a4a4a";
    public const string Membership = "#333333";
    public const string OtherLink = "#808080";
    public const string Rule = "#b8b8b8";
    public const string Band = "#f2f2f2";
    public const string Appeared = "#0072b2";
    public const string Ended = "#d55e00";
    public const string Kept = "#6b6b6b";
    public const string PossiblyChanged = "#aa3377";
    public const string Highlight = "#000000";
}

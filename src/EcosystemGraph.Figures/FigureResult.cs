using System.Collections.Immutable;

namespace EcosystemGraph.Figures;

/// <summary>A drawn figure.</summary>
public sealed record FigureResult
{
    /// <summary>The file.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>As HTTP names it: image/svg+xml, image/png or application/pdf.</summary>
    public required string MediaType { get; init; }

    /// <summary>Of the bytes, 64 lower-case hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>In the order of a report: title, how to read it, scope, source, data set.</summary>
    public required string Caption { get; init; }

    /// <summary>All that the figure shows, as a text for people who do not see it.</summary>
    public required string Description { get; init; }

    /// <summary>What is not as good as it could be, each with what to do about it; in the figure's language.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>Where bodies stand and how they are coloured, for files that carry both.</summary>
public sealed record FigurePlaces
{
    /// <summary>In pixels.</summary>
    public required int Width { get; init; }

    /// <summary>In pixels.</summary>
    public required int Height { get; init; }

    /// <summary>By the body's id: every body that the figure shows.</summary>
    public required ImmutableSortedDictionary<string, FigurePlace> Bodies { get; init; }
}

/// <summary>A body in a figure.</summary>
/// <param name="X">Of its centre, in pixels from the left.</param>
/// <param name="Y">Of its centre, in pixels from the top.</param>
/// <param name="Radius">In pixels.</param>
/// <param name="Color">As "#0072b2".</param>
/// <param name="Shape">Of its mark: circle, square, triangle, diamond, triangle-down, cross, star or hexagon.</param>
public readonly record struct FigurePlace(double X, double Y, double Radius, string Color, string Shape);

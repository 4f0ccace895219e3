using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Figures.Exports;

/// <summary>What may differ in the file of a network.</summary>
public sealed record ExportOptions
{
    /// <summary>The language of labels, notes and headings. Codes and the names of attributes are the same in all.</summary>
    public Language Language { get; init; }

    /// <summary>
    /// Where a layout put bodies, by their ids; a body that is not in it is written without a place. Of use to formats
    /// that have places (<see cref="NetworkFormat.HasPlaces"/>).
    /// </summary>
    public IReadOnlyDictionary<string, BodyMark>? Marks { get; init; }

    /// <summary>Which table a CSV file is.</summary>
    public CsvTable Table { get; init; } = CsvTable.LINKS;
}

/// <summary>How a layout drew a body.</summary>
/// <param name="X">To the right, in pixels.</param>
/// <param name="Y">Downwards, as in SVG, in pixels; formats whose y grows upwards get it with the other sign.</param>
/// <param name="Radius">In pixels; 0 or more.</param>
/// <param name="Red">Of its colour, as are the next two.</param>
/// <param name="Green">See <paramref name="Red"/>.</param>
/// <param name="Blue">See <paramref name="Red"/>.</param>
public readonly record struct BodyMark(double X, double Y, double Radius, byte Red, byte Green, byte Blue)
{
    /// <summary>With the colour as "#0072b2", either case.</summary>
    /// <exception cref="FormatException">The colour is not written so.</exception>
    public static BodyMark Of(double x, double y, double radius, string color)
    {
        ArgumentNullException.ThrowIfNull(color);
        if (color.Length != 7 || color[0] != '#' || !color.AsSpan(1).ToArray().All(char.IsAsciiHexDigit))
        {
            throw new FormatException($"'{color}' is no colour; a colour is written #0072b2");
        }
        var bytes = Convert.FromHexString(color.AsSpan(1));
        return new BodyMark(x, y, radius, bytes[0], bytes[1], bytes[2]);
    }

    /// <summary>The colour as "#0072b2".</summary>
    public string Color =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");
}

/// <summary>The tables that a CSV file can be: it holds one.</summary>
public enum CsvTable
{
    /// <summary>A row a link (projected: a tie), with the ids, names and kinds of its ends.</summary>
    LINKS,

    /// <summary>A row a body, those without a link too.</summary>
    BODIES,
}

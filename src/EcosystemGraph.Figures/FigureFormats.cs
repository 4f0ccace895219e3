using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures.Renderers;
using EcosystemGraph.Figures.Scenes;

namespace EcosystemGraph.Figures;

/// <summary>What a figure is written as.</summary>
public sealed record FigureFormat : Variant
{
    internal FigureFormat(string name, string mediaType, Func<Scene, byte[]> render, string description)
        : base(name, description) => (MediaType, Render) = (mediaType, render);

    /// <summary>As HTTP names it.</summary>
    public string MediaType { get; }

    /// <summary>How the names of its files end, without a dot.</summary>
    public string FileExtension => Name.ToLowerInvariant();

    internal Func<Scene, byte[]> Render { get; }
}

/// <summary>All formats of figures. A new one is a renderer and a line here.</summary>
public static class FigureFormats
{
    /// <summary>Vectors and text: the one in which a page shows a figure.</summary>
    public static FigureFormat Svg { get; } =
        new("SVG", "image/svg+xml", SvgRenderer.Render, "Vectors and text, for the web and for office programs.");

    /// <summary>Each once.</summary>
    public static IReadOnlyList<FigureFormat> All { get; } =
    [
        Svg,
        new("PNG", "image/png", SkiaRenderer.Png, "Pixels, 16 cm wide in print."),
        new("PDF", "application/pdf", SkiaRenderer.Pdf, "One page, 16 cm wide, with text that can be searched."),
    ];

    /// <summary>What chooses one.</summary>
    public static Input Input { get; } =
        new("format", InputKind.Choice, "As what it is written.")
        {
            Unset = Svg.Name,
            Variants = new("FigureFormat", "What a figure is written as.", All),
        };

    /// <summary>The format of a name.</summary>
    public static FigureFormat Of(string name) => All.Single(format => format.Name == name);
}

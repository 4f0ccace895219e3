using System.Collections.Immutable;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Figures;

/// <summary>What colour says.</summary>
public enum FigureColor
{
    /// <summary>The body's kind, as its shape does.</summary>
    KIND,

    /// <summary>The community that the body is in.</summary>
    COMMUNITY,

    /// <summary>Where the body is.</summary>
    TERRITORY,

    /// <summary>Nothing.</summary>
    NONE,
}

/// <summary>How a figure is drawn. The same style, extract and format give the same bytes.</summary>
public sealed record FigureStyle
{
    /// <summary>The least width, in pixels.</summary>
    public const int MinWidth = 400;

    /// <summary>The least height, in pixels.</summary>
    public const int MinHeight = 300;

    /// <summary>The greatest width and height, in pixels.</summary>
    public const int MaxSide = 6000;

    /// <summary>The most characters of a title.</summary>
    public const int MaxTitle = 300;

    /// <summary>The most bodies that can be drawn: laying out takes time that grows with their square.</summary>
    public const int MaxBodies = 2000;

    /// <summary>Of everything written in the figure but names.</summary>
    public Language Language { get; init; }

    /// <summary>Above the figure; null for one made from the extract's scope. At most <see cref="MaxTitle"/> characters.</summary>
    public string? Title { get; init; }

    /// <summary>How bodies are arranged: the name of a layout.</summary>
    public string Layout { get; init; } = "FORCE";

    /// <summary>What colour says.</summary>
    public FigureColor ColorBy { get; init; } = FigureColor.KIND;

    /// <summary>Whether bodies are named.</summary>
    public bool Labels { get; init; } = true;

    /// <summary>Whether shapes, colours and dashes are explained in the picture.</summary>
    public bool Legend { get; init; } = true;

    /// <summary>In pixels, <see cref="MinWidth"/> to <see cref="MaxSide"/>; printed, it is 16 cm.</summary>
    public int Width { get; init; } = 1200;

    /// <summary>In pixels, <see cref="MinHeight"/> to <see cref="MaxSide"/>.</summary>
    public int Height { get; init; } = 800;

    /// <summary>What a body's size says; null: groupings are larger than actors.</summary>
    public NodeMeasure? SizeBy { get; init; }

    /// <summary>Ids of bodies to point out; the first is the centre of a RADIAL figure.</summary>
    public ImmutableArray<string> Highlight { get; init; } = [];

    /// <summary>Draw only so many bodies, the most important: 1 to <see cref="MaxBodies"/>; null: all.</summary>
    public int? MaxNodes { get; init; }

    /// <summary>Another number, 0 or more, gives another arrangement.</summary>
    public int Seed { get; init; } = 1;

    internal void Check()
    {
        foreach (var option in FigureOptions.All)
            option.Check(this);
        if (SizeBy == NodeMeasure.NAME)
            throw new FigureException(
                "sizeBy",
                "sizeBy is NAME, which is no size; use DEGREE, BETWEENNESS, CLOSENESS or PAGERANK"
            );
    }
}

using System.Collections.Immutable;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Figures;

/// <summary>How bodies are arranged.</summary>
public enum FigureLayout
{
    /// <summary>Bodies that are few links apart stand near each other.</summary>
    FORCE,

    /// <summary>Around one body, those one link away on the first ring, and so on.</summary>
    RADIAL,

    /// <summary>Who is in what: a row an actor, a column a grouping.</summary>
    MATRIX,

    /// <summary>Since when and until when: a bar a membership.</summary>
    TIMELINE,
}

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
    public Language Language { get; init; } = Language.FR;

    /// <summary>Above the figure; null for one made from the extract's scope. At most <see cref="MaxTitle"/> characters.</summary>
    public string? Title { get; init; }

    /// <summary>How bodies are arranged.</summary>
    public FigureLayout Layout { get; init; } = FigureLayout.FORCE;

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
        Named("language", Language);
        Named("layout", Layout);
        Named("colorBy", ColorBy);
        Within("width", Width, MinWidth, MaxSide);
        Within("height", Height, MinHeight, MaxSide);
        if (Seed < 0) throw new FigureException("seed", $"seed is {Text(Seed)}; it must be 0 or more");
        if (MaxNodes is { } most) Within("maxNodes", most, 1, MaxBodies);
        if (Title is { Length: > MaxTitle }) throw new FigureException("title", $"title has {Text(Title.Length)} characters; at most {Text(MaxTitle)} fit above a figure");
        if (SizeBy is { } by) Named("sizeBy", by);
        if (SizeBy == NodeMeasure.NAME) throw new FigureException("sizeBy", "sizeBy is NAME, which is no size; use DEGREE, BETWEENNESS, CLOSENESS or PAGERANK");
        if (Highlight.IsDefault) throw new FigureException("highlight", "highlight is no list; leave it out to point out nobody");
        if (Highlight.Length > MaxBodies) throw new FigureException("highlight", $"highlight lists {Text(Highlight.Length)} bodies; at most {Text(MaxBodies)} can be drawn");
    }

    private static void Within(string argument, int value, int least, int most)
    {
        if (value < least || value > most) throw new FigureException(argument, $"{argument} is {Text(value)}; it must be from {Text(least)} to {Text(most)}");
    }

    private static void Named<T>(string argument, T value) where T : struct, Enum
    {
        if (!Enum.IsDefined(value)) throw new FigureException(argument, $"{argument} is none of {string.Join(", ", Enum.GetNames<T>())}");
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

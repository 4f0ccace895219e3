using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures;

namespace EcosystemGraph.Api.WebPages;

/// <summary>What is chosen on the page at /figures: all of it stands in the page's address.</summary>
internal sealed record FigureChoices
{
    public const string Memberships = "MEMBERSHIP";
    public const string Partnerships = "PARTNERSHIP";
    public const string AllLinks = "MEMBERSHIP,PARTNERSHIP";

    // A figure is of a body and what is around it; more is no figure that can be read.
    private const int UsualDepth = 2;
    private const int MostDepth = 20;
    private const int MostThemes = 50;

    public required Language Language { get; init; }

    /// <summary>The id of the body that it is around; empty for everything, null where nothing is chosen yet.</summary>
    public string? Focus { get; init; }

    /// <summary>A name or an id to look for, in place of <see cref="Focus"/>.</summary>
    public string Find { get; init; } = "";

    /// <summary>Ids.</summary>
    public ImmutableArray<string> Themes { get; init; } = [];

    /// <summary>At which date, or the later one of two; as it was written.</summary>
    public string Date { get; init; } = "";

    /// <summary>The earlier one of two; as it was written.</summary>
    public string Earlier { get; init; } = "";

    public int Depth { get; init; } = UsualDepth;

    public string Links { get; init; } = Memberships;

    public FigureLayout Layout { get; init; } = FigureLayout.FORCE;

    public FigureColor ColorBy { get; init; } = FigureColor.KIND;

    public FigureFormat Format { get; init; } = FigureFormat.SVG;

    public bool Categories { get; init; }

    public string Title { get; init; } = "";

    /// <summary>In pixels; null for the usual height.</summary>
    public int? Height { get; init; }

    /// <summary>Null for all.</summary>
    public int? MaxNodes { get; init; }

    /// <summary>What could not be read, in the order of the form: the parameter and its value.</summary>
    public ImmutableArray<(string Parameter, string Value)> Unreadable { get; init; } = [];

    public bool IsChange => Earlier.Length > 0;

    /// <summary>Reads the address. What is not known there is no concern of the page's.</summary>
    public static FigureChoices Read(IQueryCollection query, Language language)
    {
        var unreadable = ImmutableArray.CreateBuilder<(string, string)>();
        string Text(string name) => query[name] is [.., { } last] ? last.Trim() : "";
        T Choice<T>(string name, T usual) where T : struct, Enum
        {
            var text = Text(name);
            if (text.Length == 0) return usual;
            if (Enum.GetNames<T>().Contains(text, StringComparer.Ordinal)) return Enum.Parse<T>(text);
            unreadable.Add((name, text));
            return usual;
        }
        int? Whole(string name, int least, int most)
        {
            var text = Text(name);
            if (text.Length == 0) return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            unreadable.Add((name, text));
            return null;
        }
        string OneOf(string name, string usual, params ReadOnlySpan<string> known)
        {
            var text = Text(name);
            if (text.Length == 0) return usual;
            if (known.Contains(text)) return text;
            unreadable.Add((name, text));
            return usual;
        }
        var choices = new FigureChoices
        {
            Language = language,
            Focus = query.ContainsKey("focus") ? Text("focus") : null,
            Find = Text("find"),
            Themes = [.. query["theme"].OfType<string>().Where(theme => theme.Length > 0).Distinct(StringComparer.Ordinal).Take(MostThemes)],
            Links = OneOf("links", Memberships, Memberships, Partnerships, AllLinks),
            Depth = Whole("depth", 0, MostDepth) ?? UsualDepth,
            Date = Text("date"),
            Earlier = Text("earlier"),
            Layout = Choice("layout", FigureLayout.FORCE),
            Format = Choice("format", FigureFormat.SVG),
            Title = Text("title"),
            ColorBy = Choice("colorBy", FigureColor.KIND),
            MaxNodes = Whole("maxNodes", 1, FigureStyle.MaxBodies),
            Height = Whole("height", FigureStyle.MinHeight, FigureStyle.MaxSide),
            Categories = OneOf("includeCategories", "false", "true", "false") == "true",
        };
        if (choices.Title.Length > FigureStyle.MaxTitle) unreadable.Add(("title", choices.Title));
        return choices with { Unreadable = unreadable.ToImmutable() };
    }

    /// <summary>The address of the page with these choices, from the page itself.</summary>
    public string PageLink()
    {
        var link = new StringBuilder("figures");
        var separator = '?';
        void Add(string parameter, string value, string usual = "")
        {
            if (value == usual) return;
            link.Append(separator).Append(parameter).Append('=').Append(Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal));
            separator = '&';
        }
        var unset = new FigureChoices { Language = Language };
        if (Focus is not null) Add("focus", Focus, usual: "\0");
        Add("find", Find);
        foreach (var theme in Themes) Add("theme", theme);
        Add("links", Links, unset.Links);
        Add("depth", Text(Depth), Text(unset.Depth));
        Add("date", Date);
        Add("earlier", Earlier);
        Add("layout", Layout.ToString(), unset.Layout.ToString());
        Add("format", Format.ToString(), unset.Format.ToString());
        Add("title", Title);
        Add("colorBy", ColorBy.ToString(), unset.ColorBy.ToString());
        Add("maxNodes", MaxNodes is { } most ? Text(most) : "");
        Add("height", Height is { } height ? Text(height) : "");
        Add("includeCategories", Categories ? "true" : "false", "false");
        Add("language", Language.ToString());
        return link.ToString();
    }

    /// <summary>The part of the graph, as NetworkInput has it.</summary>
    public Dictionary<string, object?> Input()
    {
        var input = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (!string.IsNullOrEmpty(Focus))
        {
            input["focus"] = new[] { Focus };
            input["depth"] = Depth;
        }
        if (Links != AllLinks) input["links"] = new[] { Links };
        if (Date.Length > 0 && !IsChange) input["activeAt"] = new Dictionary<string, object?> { ["date"] = Date };
        if (Categories) input["includeCategories"] = true;
        if (!Themes.IsEmpty)
        {
            input["groupings"] = OnThemes();
            if (Links != Memberships) input["partnerships"] = OnThemes();
        }
        return input;
    }

    /// <summary>How it is drawn, as FigureStyleInput has it.</summary>
    public Dictionary<string, object?> Style()
    {
        var style = new Dictionary<string, object?>(StringComparer.Ordinal) { ["language"] = Language.ToString(), ["layout"] = Layout.ToString(), ["colorBy"] = ColorBy.ToString() };
        // Else the centre is whoever has the most links.
        if (Layout == FigureLayout.RADIAL && !string.IsNullOrEmpty(Focus)) style["highlight"] = new[] { Focus };
        if (Title.Length > 0) style["title"] = Title;
        if (Height is { } height) style["height"] = height;
        if (MaxNodes is { } most) style["maxNodes"] = most;
        return style;
    }

    /// <summary>The figure's address, from the page.</summary>
    public string FigureLink(FigureFormat format) => DrawingLinks.Of("figures", IsChange ? DrawingLinks.Change : DrawingLinks.Network, format.ToString().ToLowerInvariant(),
        IsChange ? (PartialDate.Parse(Earlier), PartialDate.Parse(Date)) : null, Input(), Style());

    /// <summary>The address of a file of what the figure shows, from the page.</summary>
    public string FileLink(string extension) =>
        DrawingLinks.Of("networks", DrawingLinks.Network, extension, null, Input(), new Dictionary<string, object?> { ["language"] = Language.ToString() });

    // A narrower theme is meant by the broader one.
    private Dictionary<string, object?> OnThemes()
    {
        var under = Themes.Select(theme => new Dictionary<string, object?> { ["under"] = theme }).ToArray();
        return new() { ["themes"] = new Dictionary<string, object?> { ["some"] = under is [var only] ? only : new Dictionary<string, object?> { ["or"] = under } } };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
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
    private const int MostThemes = 50;

    /// <summary>The options of the figure that the page has beside its language.</summary>
    public static ImmutableArray<FigureOption> Options { get; } = FigureOptions.OnForms.Remove(FigureOptions.Language);

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

    public FigureFormat Format { get; init; } = FigureFormats.Svg;

    public bool Categories { get; init; }

    /// <summary>What is chosen of <see cref="Options"/>, by name, where it is not what holds anyway.</summary>
    public ImmutableSortedDictionary<string, object?> Style { get; init; } =
        ImmutableSortedDictionary<string, object?>.Empty;

    /// <summary>What could not be read, in the order of the form.</summary>
    public ImmutableArray<Input> Unreadable { get; init; } = [];

    public bool IsChange => Earlier.Length > 0;

    /// <summary>The value of an option: what is chosen, or what holds where nothing is.</summary>
    public string ValueOf(FigureOption option) =>
        option.In<object>(Style) is { } value ? DrawingLinks.TextOf(value) : "";

    /// <summary>Reads the address. What is not known there is no concern of the page's.</summary>
    public static FigureChoices Read(IQueryCollection query, Language language)
    {
        var unreadable = ImmutableArray.CreateBuilder<Input>();
        string Text(string name) => query[name] is [.., { } last] ? last.Trim() : "";
        T Readable<T>(Input input, T usual, Func<string, T?> read)
        {
            var text = Text(input.Name);
            if (text.Length == 0)
                return usual;
            if (read(text) is { } value)
                return value;
            unreadable.Add(input);
            return usual;
        }
        var links = Readable(
            NetworkInputs.Links,
            Memberships,
            text => text is Memberships or Partnerships or AllLinks ? text : null
        );
        var depth = Readable<object>(NetworkInputs.Depth, UsualDepth, text => Whole(NetworkInputs.Depth, text));
        var format = Readable(
            FigureFormats.Input,
            FigureFormats.Svg,
            text => FigureFormats.All.FirstOrDefault(one => one.Name == text)
        );
        var style = ImmutableSortedDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        foreach (var option in Options)
        {
            if (
                Readable(option, null, text => Value(option, text)) is { } value
                && (option.Unset is null || DrawingLinks.TextOf(value) != DrawingLinks.TextOf(option.Unset))
            )
                style[option.Name] = value;
        }
        return new FigureChoices
        {
            Language = language,
            Focus = query.ContainsKey("focus") ? Text("focus") : null,
            Find = Text("find"),
            Themes =
            [
                .. query["theme"]
                    .OfType<string>()
                    .Where(theme => theme.Length > 0)
                    .Distinct(StringComparer.Ordinal)
                    .Take(MostThemes),
            ],
            Links = links,
            Depth = (int)depth,
            Date = Text("date"),
            Earlier = Text("earlier"),
            Format = format,
            Style = style.ToImmutable(),
            Categories = (bool)Readable<object>(NetworkInputs.IncludeCategories, false, text => Flag(text)),
            Unreadable = unreadable.ToImmutable(),
        };
    }

    /// <summary>The address of the page with these choices, from the page itself.</summary>
    public string PageLink()
    {
        var link = new StringBuilder("figures");
        var separator = '?';
        void Add(string parameter, string value, string usual = "")
        {
            if (value == usual)
                return;
            link.Append(separator)
                .Append(parameter)
                .Append('=')
                .Append(Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal));
            separator = '&';
        }
        if (Focus is not null)
            Add("focus", Focus, usual: "\0");
        Add("find", Find);
        foreach (var theme in Themes)
            Add("theme", theme);
        Add("links", Links, Memberships);
        Add("depth", DrawingLinks.TextOf(Depth), DrawingLinks.TextOf(UsualDepth));
        Add("date", Date);
        Add("earlier", Earlier);
        Add("format", Format.Name, FigureFormats.Svg.Name);
        foreach (var (option, value) in Style)
            Add(option, DrawingLinks.TextOf(value!));
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
        if (Links != AllLinks)
            input["links"] = new[] { Links };
        if (Date.Length > 0 && !IsChange)
            input["activeAt"] = new Dictionary<string, object?> { ["date"] = Date };
        if (Categories)
            input["includeCategories"] = true;
        if (!Themes.IsEmpty)
        {
            input["groupings"] = OnThemes();
            if (Links != Memberships)
                input["partnerships"] = OnThemes();
        }
        return input;
    }

    /// <summary>The two dates of a change; null where there is none.</summary>
    public Dictionary<string, object?>? Dates() =>
        IsChange ? new(StringComparer.Ordinal) { ["earlier"] = Earlier, ["later"] = Date } : null;

    /// <summary>How it is drawn, as FigureStyleInput has it.</summary>
    public Dictionary<string, object?> StyleInput()
    {
        var style = new Dictionary<string, object?>(Style, StringComparer.Ordinal)
        {
            [FigureOptions.Language.Name] = Language.ToString(),
        };
        // Else the centre is whoever has the most links.
        if (ValueOf(FigureOptions.Layout) == "RADIAL" && !string.IsNullOrEmpty(Focus))
            style[FigureOptions.Highlight.Name] = new[] { Focus };
        return style;
    }

    /// <summary>The figure's address, from the page.</summary>
    public string FigureLink(FigureFormat format) =>
        DrawingLinks.Of(
            "figures",
            format.FileExtension,
            IsChange ? (PartialDate.Parse(Earlier), PartialDate.Parse(Date)) : null,
            Input(),
            StyleInput()
        );

    /// <summary>The address of a file of what the figure shows, from the page.</summary>
    public string FileLink(string extension) =>
        DrawingLinks.Of(
            "networks",
            extension,
            null,
            Input(),
            new Dictionary<string, object?> { [FigureOptions.Language.Name] = Language.ToString() }
        );

    private static object? Value(Input input, string text) =>
        input.Kind switch
        {
            InputKind.Whole => Whole(input, text),
            InputKind.Flag => Flag(text),
            InputKind.Text => text.Length <= (input.Most ?? int.MaxValue) ? text : null,
            InputKind.Choice => input.Names.Contains(text) ? text : null,
            // No option of the form.
            InputKind.Id
            or InputKind.Ids
            or InputKind.Choices
            or InputKind.Date
            or InputKind.ActiveAt
            or InputKind.Filter
            or InputKind.Part => null,
        };

    private static int? Whole(Input input, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= (input.Least ?? 0)
        && number <= (input.Most ?? int.MaxValue)
            ? number
            : null;

    private static bool? Flag(string text) => text is "true" or "false" ? text == "true" : null;

    // A narrower theme is meant by the broader one.
    private Dictionary<string, object?> OnThemes()
    {
        var under = Themes.Select(theme => new Dictionary<string, object?> { ["under"] = theme }).ToArray();
        return new()
        {
            ["themes"] = new Dictionary<string, object?>
            {
                ["some"] = under is [var only] ? only : new Dictionary<string, object?> { ["or"] = under },
            },
        };
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures;
using EcosystemGraph.Figures.Exports;
using GraphQL;
using GraphQL.SystemTextJson;

namespace EcosystemGraph.Api.Asking;

/// <summary>The question that a link stands for: it is asked in GraphQL, so that all that holds there holds here.</summary>
/// <param name="Asked">The question.</param>
/// <param name="FileName">How a browser names it when it is kept.</param>
/// <param name="Language">Of a file: the language of its labels.</param>
internal sealed record LinkQuestion(Question Asked, string FileName, Language Language = default)
{
    private static readonly GraphQLSerializer Json = new();

    /// <summary>Reads a figure's link.</summary>
    /// <param name="name">"network" or "change".</param>
    /// <param name="extension">As the file's name ends.</param>
    /// <param name="parameters">What stands in the link; what is empty counts as not given.</param>
    /// <exception cref="QuestionException">A parameter is unknown or cannot be read, or there is no such figure.</exception>
    public static LinkQuestion OfFigure(
        string name,
        string extension,
        IEnumerable<KeyValuePair<string, string>> parameters
    )
    {
        if (FigureFormats.All.FirstOrDefault(one => one.FileExtension == extension) is not { } format)
            throw NoFormat(extension, "figures", FigureFormats.All.Select(one => one.FileExtension));
        var change = name == DrawingLinks.Change;
        if (!change && name != DrawingLinks.Network)
            throw Wrong($"there is no figure '{name}'; ask for network or change");
        var (input, rest) = Read(parameters, DrawingLinks.OfFigures, change ? DrawingLinks.Dates : []);
        var dates = change
            ? rest.Where(one => DrawingLinks.Dates.Any(date => date.Name == one.Key))
                .ToDictionary(StringComparer.Ordinal)
            : null;
        return OfFigure(
            format,
            dates,
            input,
            rest.Where(one => dates?.ContainsKey(one.Key) is not true).ToDictionary(StringComparer.Ordinal)
        );
    }

    /// <summary>The question of a figure.</summary>
    /// <param name="format">As what it is written.</param>
    /// <param name="dates">Of a change: the two dates; null of a network.</param>
    /// <param name="input">Which part of the graph, by NetworkInput's names.</param>
    /// <param name="style">How it is drawn, by FigureStyleInput's names.</param>
    public static LinkQuestion OfFigure(
        FigureFormat format,
        Dictionary<string, object?>? dates,
        Dictionary<string, object?> input,
        Dictionary<string, object?> style
    )
    {
        var declared = string.Concat(
            dates is null ? [] : DrawingLinks.Dates.Select(date => $", ${date.Name}: PartialDate!")
        );
        var of = dates is null
            ? "network(input: $input)"
            : "networkChange(input: $input, earlier: $earlier, later: $later)";
        return Of(
            $"query($input: NetworkInput, $style: FigureStyleInput{declared}) {{ {of} {{ figure(format: {format.Name}, style: $style) {{ url }} }} }}",
            dates is null ? DrawingLinks.Network : DrawingLinks.Change,
            format.FileExtension,
            input,
            [.. dates ?? [], new("style", style)]
        );
    }

    /// <summary>Reads a file's link.</summary>
    /// <exception cref="QuestionException">As of a figure's.</exception>
    public static LinkQuestion OfFile(
        NetworkFormats formats,
        string name,
        string extension,
        IEnumerable<KeyValuePair<string, string>> parameters
    )
    {
        if (formats.All.FirstOrDefault(one => one.Format.FileExtension == extension) is not { Format: var format })
            throw NoFormat(extension, "networks", formats.All.Select(one => one.Format.FileExtension));
        if (name != DrawingLinks.Network)
            throw Wrong($"there is no file '{name}'; ask for network");
        var (input, rest) = Read(parameters, DrawingLinks.OfFiles, []);
        var language = Language.Usual;
        if (
            FigureOptions.Language.In<string>(rest) is { } asked
            && !(Language.TryFind(asked, out language) && language.ToString() == asked)
        )
            throw Wrong($"language is '{asked}'; give {string.Join(" or ", Language.Names)}");
        return Of(
            $"query($input: NetworkInput) {{ network(input: $input) {{ export(format: {format.Name}) {{ url }} }} }}",
            name,
            extension,
            input,
            []
        ) with
        {
            Language = language,
        };
    }

    private static LinkQuestion Of(
        string document,
        string name,
        string extension,
        Dictionary<string, object?> input,
        IEnumerable<KeyValuePair<string, object?>> others
    ) =>
        new(
            new Question(document, null, new Inputs(new Dictionary<string, object?>(others) { ["input"] = input })),
            FileNameOf(name, extension, input)
        );

    // Those of the part of the graph, and the others.
    private static (Dictionary<string, object?> Input, Dictionary<string, object?> Others) Read(
        IEnumerable<KeyValuePair<string, string>> parameters,
        ImmutableArray<Input> inputs,
        ImmutableArray<Input> dates
    )
    {
        var (input, rest) = (
            new Dictionary<string, object?>(StringComparer.Ordinal),
            new Dictionary<string, object?>(StringComparer.Ordinal)
        );
        foreach (var (name, text) in parameters)
        {
            if (text.Length == 0)
                continue;
            var known =
                inputs.Concat(dates).FirstOrDefault(one => one.Name == name)
                ?? throw Wrong(
                    $"there is no parameter '{name}'; give {string.Join(", ", inputs.Concat(dates).Select(one => one.Name).Order(StringComparer.Ordinal))}"
                );
            if (!(NetworkInputs.All.Contains(known) ? input : rest).TryAdd(name, Value(known, text)))
                throw Wrong($"{name} is given twice; give it once");
        }
        return (input, rest);
    }

    private static object Value(Input input, string text) =>
        input.Kind switch
        {
            InputKind.Whole => int.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : throw Wrong($"{input.Name} is '{text}'; give a whole number"),
            InputKind.Flag => text is "true" or "on" ? true
            : text is "false" ? false
            : throw Wrong($"{input.Name} is '{text}'; give true or false"),
            InputKind.Ids or InputKind.Choices => text.Split(
                ',',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            ),
            // A date alone stands for active at that date.
            InputKind.ActiveAt when text[0] != '{' => new Dictionary<string, object?> { ["date"] = text },
            InputKind.ActiveAt or InputKind.Filter or InputKind.Part => Members(input, text),
            InputKind.Text or InputKind.Id or InputKind.Choice or InputKind.Date => text,
        };

    private static Dictionary<string, object?> Members(Input input, string text)
    {
        try
        {
            return Json.Deserialize<Inputs>(text)!
                .ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
        }
        catch (Exception error)
            when (error is JsonException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            throw Wrong($"{input.Name} is no JSON object; give one, each name once");
        }
    }

    // By what it is around: "network-pes-21.svg".
    private static string FileNameOf(string name, string extension, Dictionary<string, object?> input)
    {
        var around = string.Concat(
            (NetworkInputs.Focus.In<string[]>(input) ?? [])
                .Take(3)
                .Select(id => "-" + new string([.. id.Take(60).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]))
        );
        return $"{name}{around}.{extension}";
    }

    private static QuestionException NoFormat(string extension, string of, IEnumerable<string> known)
    {
        var names = known.Select(one => "." + one).ToArray();
        return Wrong(
            $".{extension} is no format of {of}; give {(names.Length > 3 ? string.Join(", ", names) : $"{string.Join(", ", names[..^1])} or {names[^1]}")}"
        );
    }

    private static QuestionException Wrong(string message) => new(ErrorCodes.BadArgument, message);
}

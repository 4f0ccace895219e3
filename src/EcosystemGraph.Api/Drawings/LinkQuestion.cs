using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures.Exports;
using GraphQL;
using GraphQL.SystemTextJson;

namespace EcosystemGraph.Api.Drawings;

/// <summary>The question that a link stands for: it is asked in GraphQL, so that all that holds there holds here.</summary>
/// <param name="Asked">The question.</param>
/// <param name="Figure">As what a figure is written; null of a file.</param>
/// <param name="File">As what file a network is written; null of a figure.</param>
/// <param name="Language">Of a file: the language of its labels.</param>
/// <param name="FileName">How a browser names it when it is kept.</param>
internal sealed record LinkQuestion(Question Asked, FigureFormat? Figure, NetworkFormat? File, Language Language, string FileName)
{
    private static readonly GraphQLSerializer Json = new();

    /// <summary>Reads a figure's link.</summary>
    /// <param name="name">"network" or "change".</param>
    /// <param name="extension">As the file's name ends.</param>
    /// <param name="parameters">What stands in the link; what is empty counts as not given.</param>
    /// <exception cref="QuestionException">A parameter is unknown or cannot be read, or there is no such figure.</exception>
    public static LinkQuestion OfFigure(string name, string extension, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        if (!Enum.TryParse<FigureFormat>(extension.ToUpperInvariant(), out var format)) throw Wrong($".{extension} is no format of figures; give .svg, .png or .pdf");
        var change = name == DrawingLinks.Change;
        if (!change && name != DrawingLinks.Network) throw Wrong($"there is no figure '{name}'; ask for network or change");
        var (variables, language) = Variables(parameters, change, styled: true);
        var of = change ? "networkChange(input: $input, earlier: $earlier, later: $later)" : "network(input: $input)";
        var dates = change ? ", $earlier: PartialDate!, $later: PartialDate!" : "";
        var text = $"query($input: NetworkInput, $style: FigureStyleInput{dates}) {{ {of} {{ figure(format: {format}, style: $style) {{ url }} }} }}";
        return new LinkQuestion(new Question(text, null, new Inputs(variables)), format, null, language, FileNameOf(name, extension, variables));
    }

    /// <summary>Reads a file's link.</summary>
    /// <exception cref="QuestionException">As of a figure's.</exception>
    public static LinkQuestion OfFile(string name, string extension, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        if (NetworkFormats.All.FirstOrDefault(writer => writer.FileExtension == extension) is not { } writer)
        {
            throw Wrong($".{extension} is no format of networks; give {string.Join(", ", NetworkFormats.All.Select(one => "." + one.FileExtension))}");
        }
        if (name != DrawingLinks.Network) throw Wrong($"there is no file '{name}'; ask for network");
        var (variables, language) = Variables(parameters, change: false, styled: false);
        var text = $"query($input: NetworkInput) {{ network(input: $input) {{ export(format: {writer.Format}) {{ url }} }} }}";
        return new LinkQuestion(new Question(text, null, new Inputs(variables)), null, writer.Format, language, FileNameOf(name, extension, variables));
    }

    private static (Dictionary<string, object?> Variables, Language Language) Variables(IEnumerable<KeyValuePair<string, string>> parameters, bool change, bool styled)
    {
        var (input, style, variables) = (new Dictionary<string, object?>(), new Dictionary<string, object?>(), new Dictionary<string, object?>());
        var language = Language.FR;
        foreach (var (name, text) in parameters)
        {
            if (text.Length == 0) continue;
            var isNew = DrawingLinks.Input.TryGetValue(name, out var kind) ? input.TryAdd(name, Value(name, kind, text))
                : styled && DrawingLinks.Style.TryGetValue(name, out kind) ? style.TryAdd(name, Value(name, kind, text))
                : change && name is "earlier" or "later" ? variables.TryAdd(name, text)
                : !styled && name == "language" ? Enum.TryParse(text, out language) && Enum.IsDefined(language) ? true : throw Wrong($"language is '{text}'; give FR or EN")
                : throw Wrong($"there is no parameter '{name}'; give {string.Join(", ", Known(change, styled))}");
            if (!isNew) throw Wrong($"{name} is given twice; give it once");
        }
        if (input.Count > 0) variables["input"] = input;
        if (style.Count > 0) variables["style"] = style;
        return (variables, language);
    }

    private static IEnumerable<string> Known(bool change, bool styled) =>
        DrawingLinks.Input.Keys.Concat(styled ? DrawingLinks.Style.Keys : ["language"]).Concat(change ? ["earlier", "later"] : []).Order(StringComparer.Ordinal);

    private static object? Value(string name, LinkValue kind, string text)
    {
        switch (kind)
        {
            case LinkValue.Whole:
                return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong($"{name} is '{text}'; give a whole number");
            case LinkValue.Flag:
                return text is "true" or "on" ? true : text is "false" ? false : throw Wrong($"{name} is '{text}'; give true or false");
            case LinkValue.List:
                return text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            case LinkValue.Json:
                // A date alone stands for active at that date.
                if (name == "activeAt" && text[0] != '{') return new Dictionary<string, object?> { ["date"] = text };
                try
                {
                    return Json.Deserialize<Inputs>(text)!.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
                }
                catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException or NullReferenceException)
                {
                    throw Wrong($"{name} is no JSON object; give one, each name once");
                }
            default:
                return text;
        }
    }

    // By what it is around: "network-pes-21.svg".
    private static string FileNameOf(string name, string extension, Dictionary<string, object?> variables)
    {
        var focus = variables.TryGetValue("input", out var input) && ((Dictionary<string, object?>)input!).TryGetValue("focus", out var ids) ? (string[])ids! : [];
        var around = string.Concat(focus.Take(3).Select(id => "-" + new string([.. id.Take(60).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')])));
        return $"{name}{around}.{extension}";
    }

    private static QuestionException Wrong(string message) => new(ErrorCodes.BadArgument, message);
}

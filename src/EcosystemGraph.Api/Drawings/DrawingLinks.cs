using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Figures;

namespace EcosystemGraph.Api.Drawings;

/// <summary>
/// Links that hold a whole question: the part of the graph, the dates of a change and the style as parameters under the
/// contract's own names. Lists are separated by commas, filters are JSON, all else is as it is written in GraphQL.
/// </summary>
internal static class DrawingLinks
{
    public const string Network = "network";
    public const string Change = "change";

    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What may stand in the link of a figure.</summary>
    public static ImmutableArray<Input> OfFigures { get; } = [.. NetworkInputs.All, .. FigureOptions.All];

    /// <summary>What may stand in the link of a file.</summary>
    public static ImmutableArray<Input> OfFiles { get; } = [.. NetworkInputs.All, FigureOptions.Language];

    /// <summary>What stands besides in the link of a change.</summary>
    public static ImmutableArray<Input> Dates { get; } = [NetworkInputs.Earlier, NetworkInputs.Later];

    /// <summary>The link that gives a figure or a file again.</summary>
    /// <param name="folder">/figures or /networks.</param>
    /// <param name="extension">As the file's name ends.</param>
    /// <param name="dates">Of a change: the two dates.</param>
    /// <param name="input">The part of the graph, as it was given.</param>
    /// <param name="style">The style, as it was given.</param>
    public static string Of(
        string folder,
        string extension,
        (PartialDate Earlier, PartialDate Later)? dates,
        IDictionary<string, object?>? input,
        IDictionary<string, object?>? style
    )
    {
        var link = new StringBuilder($"{folder}/{(dates is null ? Network : Change)}.{extension}");
        var separator = '?';
        void Add(string parameter, string value)
        {
            link.Append(separator)
                .Append(parameter)
                .Append('=')
                .Append(
                    Uri.EscapeDataString(value)
                        .Replace("%2C", ",", StringComparison.Ordinal)
                        .Replace("%3A", ":", StringComparison.Ordinal)
                );
            separator = '&';
        }
        if (dates is { } both)
        {
            Add(NetworkInputs.Earlier.Name, both.Earlier.ToString());
            Add(NetworkInputs.Later.Name, both.Later.ToString());
        }
        foreach (var given in new[] { input, style })
        {
            foreach (
                var (parameter, value) in (given ?? new Dictionary<string, object?>()).OrderBy(
                    pair => pair.Key,
                    StringComparer.Ordinal
                )
            )
            {
                if (value is null)
                    continue;
                var known = OfFigures.First(one => one.Name == parameter);
                var text = known.Kind is InputKind.ActiveAt or InputKind.Filter
                    ? JsonSerializer.Serialize(Plain(value), Compact)
                    : TextOf(value);
                // What holds where nothing is given need not stand in a link.
                if (known.Unset is null || TextOf(known.Unset) != text)
                    Add(parameter, text);
            }
        }
        return link.ToString();
    }

    /// <summary>A value as links have it.</summary>
    public static string TextOf(object value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            string text => text,
            System.Collections.IEnumerable list => string.Join(',', list.Cast<object>().Select(TextOf)),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    // What JSON has: enums and dates as texts.
    private static object? Plain(object? value) =>
        value switch
        {
            null or string or bool or int or long or double or decimal => value,
            IDictionary<string, object?> members => members
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .ToDictionary(pair => pair.Key, pair => Plain(pair.Value), StringComparer.Ordinal),
            System.Collections.IEnumerable list => list.Cast<object?>().Select(Plain).ToArray(),
            _ => TextOf(value),
        };
}

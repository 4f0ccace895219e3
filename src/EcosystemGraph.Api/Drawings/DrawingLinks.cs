using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcosystemGraph.Core.Dates;

namespace EcosystemGraph.Api.Drawings;

/// <summary>
/// Links that hold a whole question: the part of the graph, the dates of a change and the style as parameters under the
/// contract's own names. Lists are separated by commas, filters are JSON, all else is as it is written in GraphQL.
/// </summary>
internal static class DrawingLinks
{
    public const string Network = "network";
    public const string Change = "change";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What may stand in a link, and how it is read.</summary>
    public static readonly ImmutableDictionary<string, LinkValue> Input = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, LinkValue>
    {
        ["focus"] = LinkValue.List, ["depth"] = LinkValue.Whole, ["activeAt"] = LinkValue.Json, ["links"] = LinkValue.List, ["actors"] = LinkValue.Json,
        ["groupings"] = LinkValue.Json, ["memberships"] = LinkValue.Json, ["partnerships"] = LinkValue.Json, ["includeCategories"] = LinkValue.Flag,
        ["includeIsolated"] = LinkValue.Flag, ["without"] = LinkValue.List, ["projection"] = LinkValue.Text,
        ["overlap"] = LinkValue.Text,
    });

    public static readonly ImmutableDictionary<string, LinkValue> Style = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, LinkValue>
    {
        ["language"] = LinkValue.Text, ["title"] = LinkValue.Text, ["layout"] = LinkValue.Text, ["colorBy"] = LinkValue.Text, ["labels"] = LinkValue.Flag,
        ["legend"] = LinkValue.Flag, ["width"] = LinkValue.Whole, ["height"] = LinkValue.Whole, ["sizeBy"] = LinkValue.Text, ["highlight"] = LinkValue.List,
        ["maxNodes"] = LinkValue.Whole, ["seed"] = LinkValue.Whole,
    });

    // What holds where nothing is given need not stand in a link.
    private static readonly Dictionary<string, string> Unset = new(StringComparer.Ordinal)
    {
        ["depth"] = "1", ["links"] = "MEMBERSHIP,PARTNERSHIP", ["includeCategories"] = "false", ["includeIsolated"] = "false", ["projection"] = "BIPARTITE", ["overlap"] = "POSSIBLE",
        ["language"] = "FR", ["layout"] = "FORCE", ["colorBy"] = "KIND", ["labels"] = "true", ["legend"] = "true", ["width"] = "1200", ["height"] = "800", ["seed"] = "1",
    };

    /// <summary>The link that gives a figure or a file again.</summary>
    /// <param name="folder">/figures or /networks.</param>
    /// <param name="name"><see cref="Network"/> or <see cref="Change"/>.</param>
    /// <param name="extension">As the file's name ends.</param>
    /// <param name="dates">Of a change: the two dates.</param>
    /// <param name="input">The part of the graph, as it was given.</param>
    /// <param name="style">The style, as it was given.</param>
    public static string Of(string folder, string name, string extension, (PartialDate Earlier, PartialDate Later)? dates, IDictionary<string, object?>? input, IDictionary<string, object?>? style)
    {
        var link = new StringBuilder($"{folder}/{name}.{extension}");
        var separator = '?';
        void Add(string parameter, string value)
        {
            link.Append(separator).Append(parameter).Append('=').Append(Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal));
            separator = '&';
        }
        if (dates is { } both)
        {
            Add("earlier", both.Earlier.ToString());
            Add("later", both.Later.ToString());
        }
        foreach (var (known, given) in new[] { (Input, input), (Style, style) })
        {
            foreach (var (parameter, value) in (given ?? new Dictionary<string, object?>()).OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                if (value is null) continue;
                var text = known[parameter] == LinkValue.Json ? JsonSerializer.Serialize(Plain(value), Compact) : TextOf(value);
                if (Unset.GetValueOrDefault(parameter) != text) Add(parameter, text);
            }
        }
        return link.ToString();
    }

    private static string TextOf(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        string text => text,
        System.Collections.IEnumerable list => string.Join(',', list.Cast<object>().Select(TextOf)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // What JSON has: enums and dates as texts.
    private static object? Plain(object? value) => value switch
    {
        null or string or bool or int or long or double or decimal => value,
        IDictionary<string, object?> members => members.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => Plain(pair.Value), StringComparer.Ordinal),
        System.Collections.IEnumerable list => list.Cast<object?>().Select(Plain).ToArray(),
        _ => TextOf(value),
    };
}

/// <summary>How a parameter of a link is read.</summary>
internal enum LinkValue
{
    /// <summary>A text, a date or the name of an enum's value.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>Texts separated by commas.</summary>
    List,

    /// <summary>A JSON object.</summary>
    Json,
}

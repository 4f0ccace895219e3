using System.CommandLine;

namespace EcosystemGraph.Api.Commands;

/// <summary>The parameters of a figure's or a file's link as options: <c>activeAt</c> is <c>--active-at</c>.</summary>
internal sealed class DrawingOptions
{
    private static readonly (string Parameter, string Value, string Description)[] OfPart =
    [
        ("focus", "IDS", "The bodies it begins at, separated by commas; left out: everything."),
        ("depth", "N", "How many links away from them, 0 to 20 (1)."),
        ("activeAt", "DATE", "Only links perhaps active then: 2021, 2021-H1, 2021-03…; or JSON: {\"date\": \"2021\", \"atLeast\": \"CERTAIN\"}."),
        ("links", "KINDS", "MEMBERSHIP, PARTNERSHIP or both, separated by a comma (both)."),
        ("actors", "JSON", "Which actors, as in GraphQL: {\"kind\": {\"under\": \"bank\"}}."),
        ("groupings", "JSON", "Which groupings, as in GraphQL."),
        ("memberships", "JSON", "Which memberships, as in GraphQL."),
        ("partnerships", "JSON", "Which partnerships, as in GraphQL."),
        ("includeCategories", "true|false", "Whether categories that a source does not name one by one are in it (false)."),
        ("includeIsolated", "true|false", "Whether bodies without a link are in it (false)."),
        ("without", "IDS", "Bodies taken out, separated by commas."),
        ("projection", "NAME", "BIPARTITE, ACTORS or GROUPINGS (BIPARTITE)."),
        ("overlap", "DEGREE", "Of a projection: how surely memberships must have been at the same time: CERTAIN, POSSIBLE or NO (POSSIBLE)."),
        ("language", "FR|EN", "The language of all but names (FR)."),
    ];

    private static readonly (string Parameter, string Value, string Description)[] OfStyle =
    [
        ("title", "TEXT", "Above the figure."),
        ("layout", "NAME", "FORCE, RADIAL, MATRIX or TIMELINE (FORCE)."),
        ("colorBy", "NAME", "KIND, COMMUNITY, TERRITORY or NONE (KIND)."),
        ("sizeBy", "NAME", "DEGREE, BETWEENNESS, CLOSENESS or PAGERANK; left out: groupings are larger than actors."),
        ("highlight", "IDS", "Bodies to point out, separated by commas; the first is the centre of a RADIAL figure."),
        ("labels", "true|false", "Whether bodies are named (true)."),
        ("legend", "true|false", "Whether the picture explains itself (true)."),
        ("width", "PIXELS", "400 to 6000 (1200)."),
        ("height", "PIXELS", "300 to 6000 (800)."),
        ("maxNodes", "N", "Draw only so many bodies, the most important."),
        ("seed", "N", "Another number gives another arrangement (1)."),
        ("earlier", "DATE", "With --later: what came, went and stayed between the two dates."),
        ("later", "DATE", "See --earlier."),
    ];

    private readonly List<(string Parameter, Option<string?> Option)> _options;

    public DrawingOptions(bool styled)
    {
        _options = [.. OfPart.Concat(styled ? OfStyle : []).Select(known => (known.Parameter, new Option<string?>("--" + Hyphenated(known.Parameter)) { Description = known.Description, HelpName = known.Value }))];
    }

    public void AddTo(Command command)
    {
        foreach (var (_, option) in _options) command.Add(option);
    }

    /// <summary>What was given, by the names of parameters.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Read(ParseResult parsed) =>
        [.. _options.Select(one => KeyValuePair.Create(one.Parameter, parsed.GetValue(one.Option) ?? "")).Where(one => one.Value.Length > 0)];

    private static string Hyphenated(string name) => string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $"-{char.ToLowerInvariant(c)}" : c.ToString()));
}

using System.CommandLine;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Core.Catalog;

namespace EcosystemGraph.Api.Commands;

/// <summary>The parameters of a figure's or a file's link as options: <c>activeAt</c> is <c>--active-at</c>.</summary>
/// <param name="inputs">The parameters.</param>
internal sealed class DrawingOptions(IEnumerable<Input> inputs)
{
    private readonly List<(string Parameter, Option<string?> Option)> _options =
    [
        .. inputs.Select(input =>
            (
                input.Name,
                new Option<string?>("--" + Hyphenated(input.Name))
                {
                    Description = DescriptionOf(input),
                    HelpName = ValueOf(input.Kind),
                }
            )
        ),
    ];

    public void AddTo(Command command)
    {
        foreach (var (_, option) in _options)
            command.Add(option);
    }

    /// <summary>What was given, by the names of parameters.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Read(ParseResult parsed) =>
        [
            .. _options
                .Select(one => KeyValuePair.Create(one.Parameter, parsed.GetValue(one.Option) ?? ""))
                .Where(one => one.Value.Length > 0),
        ];

    private static string ValueOf(InputKind kind) =>
        kind switch
        {
            InputKind.Ids => "IDS",
            InputKind.Whole => "N",
            InputKind.Flag => "true|false",
            InputKind.Choice => "NAME",
            InputKind.Choices => "NAMES",
            InputKind.Date or InputKind.ActiveAt => "DATE",
            InputKind.Filter or InputKind.Part => "JSON",
            InputKind.Id => "ID",
            InputKind.Text => "TEXT",
        };

    // What it means, how it is written, and what holds without it.
    private static string DescriptionOf(Input input)
    {
        var written = input.Kind switch
        {
            InputKind.Ids => " Separated by commas.",
            InputKind.Choice => $" {string.Join(", ", input.Names)}.",
            InputKind.Choices => $" {string.Join(", ", input.Names)}, separated by commas.",
            InputKind.ActiveAt => " 2021, 2021-H1, 2021-03…; or JSON as in GraphQL.",
            InputKind.Filter or InputKind.Part => " As in GraphQL.",
            InputKind.Text or InputKind.Whole or InputKind.Flag or InputKind.Id or InputKind.Date => "",
        };
        var description = input.Description.Replace("`", "", StringComparison.Ordinal) + written;
        return input.Unset is null ? description : $"{description} ({DrawingLinks.TextOf(input.Unset)})";
    }

    private static string Hyphenated(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $"-{char.ToLowerInvariant(c)}" : c.ToString()));
}

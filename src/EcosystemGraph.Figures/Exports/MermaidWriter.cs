using System.Globalization;
using System.Text;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>
/// A Mermaid flowchart. What it draws no place for, the ids and how sure a link is, stands in comments above the line.
/// Mermaid draws at most 500 links and 50,000 characters unless a page allows it more (maxEdges, maxTextSize).
/// </summary>
internal sealed class MermaidWriter : INetworkWriter
{
    public NetworkFormat Format { get; } =
        new("MERMAID", "mmd", "text/vnd.mermaid; charset=utf-8", "A Mermaid flowchart, for Markdown pages.");

    public async Task WriteAsync(
        Extract extract,
        ExportOptions options,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        using var buffer = new ExportBuffer(output, cancellationToken);
        using var chart = new TextExport(buffer);
        var numbers = new Dictionary<string, int>(extract.Bodies.Count, StringComparer.Ordinal);
        var bodyColumns = BodyColumns.In(options.Language);
        var edgeColumns = EdgeColumns.Of(extract, options.Language);

        chart.Line("flowchart LR");
        chart.Line($"  %% {Harmless(About.Line(extract, options.Language))}");
        foreach (var body in extract.Bodies)
        {
            var number = numbers.Count;
            numbers.Add(body.Id, number);
            // Rounded for a grouping, slanted for what has no proper name.
            var (open, close) =
                body.IsGrouping ? ("([", "])")
                : body.Named ? ("[", "]")
                : ("[/", "/]");
            Comment(chart, NodeName(number), body.Id, bodyColumns, body);
            chart.Line($"  {NodeName(number)}{open}\"{Harmless(body.Name)}\"{close}");
            await chart.DrainAsync().ConfigureAwait(false);
        }
        foreach (var edge in Edge.Of(extract))
        {
            Comment(chart, "link", edge.Id, edgeColumns, edge);
            var line =
                edge.Link is null || edge.Link.Status == Status.CURRENT ? (edge.Directed ? "-->" : "---")
                : edge.Directed ? "-.->"
                : "-.-";
            chart.Line(
                $"  {NodeName(numbers[edge.Source])} {line}|\"{Harmless(LabelOf(edge, options.Language))}\"| {NodeName(numbers[edge.Target])}"
            );
            await chart.DrainAsync().ConfigureAwait(false);
        }
        await chart.DrainAllAsync().ConfigureAwait(false);
    }

    /// <summary>"member, 2019/2021 [1.18]"; projected: how many they share.</summary>
    private static string LabelOf(Edge edge, Language language)
    {
        var label = new StringBuilder(
            edge.Link is { } link ? link.Type.In(language) : edge.Weight.ToString("R", CultureInfo.InvariantCulture)
        );
        if (edge.Link is { } dated && (dated.From is not null || dated.To is not null))
            label.Append(CultureInfo.InvariantCulture, $", {dated.From}/{dated.To}");
        var places = edge.Evidence.Select(p => p.Locator).Distinct(StringComparer.Ordinal).ToArray();
        if (places.Length > 0)
            label.Append(" [").AppendJoin(", ", places).Append(']');
        return label.ToString();
    }

    private static string NodeName(int number) => string.Create(CultureInfo.InvariantCulture, $"n{number}");

    private static void Comment<T>(TextExport chart, string name, string id, ExportColumn<T>[] columns, T of)
    {
        chart.Write($"  %% {name} id={Harmless(id)}");
        foreach (var column in columns)
        {
            var cell = column.Of(of);
            if (cell.IsThere)
                chart.Write($" {column.Key}={Harmless(cell.Text)}");
        }
        chart.Line();
    }

    /// <summary>
    /// The text with a numbered character (#35;) for all that is no letter, digit or one of a few marks. A colon is none of
    /// those: after "style" on the same line, Mermaid would take off the semicolon of a numbered character that follows.
    /// </summary>
    private static string Harmless(string text)
    {
        var harmless = new StringBuilder(text.Length);
        foreach (var rune in ExportText.Clean(text).EnumerateRunes())
        {
            if (
                Rune.IsLetterOrDigit(rune)
                || rune.Value is ' ' or ',' or '.' or '-' or '/' or '(' or ')' or '’' or '–' or '\''
                || rune.Value > 0xFFFF
            )
                harmless.Append(rune.ToString());
            else
                harmless.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        }
        return harmless.ToString();
    }
}

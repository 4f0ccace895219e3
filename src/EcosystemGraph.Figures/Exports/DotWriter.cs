using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>
/// DOT. Graphviz's own rules for labels hold in all values: a backslash is written twice, the end of a line is \n, and
/// what would be taken for a named character (&amp;lt;) has its ampersand written &amp;amp;. Mutual links have dir=none;
/// style and shape tell as in figures: dashes for what is not current, rounded for a grouping, grey for no proper name.
/// Places are "pos" in points, for neato -n.
/// </summary>
internal sealed partial class DotWriter : INetworkWriter
{
    public NetworkFormat Format { get; } =
        new("DOT", "dot", "text/vnd.graphviz; charset=utf-8", "DOT, for Graphviz.") { HasPlaces = true };

    public async Task WriteAsync(
        Extract extract,
        ExportOptions options,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        using var buffer = new ExportBuffer(output, cancellationToken);
        using var dot = new TextExport(buffer);
        var bodyColumns = BodyColumns.In(options.Language);
        var edgeColumns = EdgeColumns.Of(extract, options.Language);
        var directed = Edge.Of(extract).Any(e => e.Directed);
        var between = directed ? " -> " : " -- ";

        // No "graph [...]" and no "node [...]": Gephi reads nothing that comes after one.
        dot.Line($"// {ExportText.Clean(About.Line(extract, options.Language)).ReplaceLineEndings(" ")}");
        dot.Write(directed ? "digraph " : "graph ");
        dot.Line("network {");
        foreach (var body in extract.Bodies)
        {
            dot.Write("  ");
            dot.Write(Quoted(body.Id));
            dot.Write(" [label=");
            dot.Write(Quoted(body.Name));
            dot.Write(", shape=box");
            List<string> style = [];
            if (body.IsGrouping)
                style.Add("rounded");
            if (!body.Named)
                dot.Write(", fontcolor=\"#595959\"");
            Values(dot, bodyColumns, body);
            if (options.Marks is not null && options.Marks.TryGetValue(body.Id, out var mark))
            {
                // Points, of which a pixel of CSS has three quarters; the size of a node is in inches.
                style.Add("filled");
                dot.Write(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $", pos=\"{mark.X * 0.75:0.###},{XmlExport.Upwards(mark.Y) * 0.75:0.###}\", fillcolor=\"{mark.Color}\", width={mark.Radius / 48:0.####}"
                    )
                );
            }
            if (style.Count > 0)
                dot.Write($", style=\"{string.Join(',', style)}\"");
            dot.Line("];");
            await dot.DrainAsync().ConfigureAwait(false);
        }
        foreach (var edge in Edge.Of(extract))
        {
            dot.Write("  ");
            dot.Write(Quoted(edge.Source));
            dot.Write(between);
            dot.Write(Quoted(edge.Target));
            dot.Write(" [id=");
            dot.Write(Quoted(edge.Id));
            if (edge.Link is { } link)
            {
                dot.Write(", label=");
                dot.Write(Quoted(link.Type.In(options.Language)));
                if (link.Status != Status.CURRENT)
                    dot.Write(link.Status == Status.PLANNED ? ", style=dotted" : ", style=dashed");
                if (directed && !link.Directed)
                    dot.Write(", dir=none");
            }
            else
            {
                dot.Write(", weight=");
                dot.Write(Quoted(XmlExport.Text(edge.Weight)));
            }
            Values(dot, edgeColumns, edge);
            dot.Line("];");
            await dot.DrainAsync().ConfigureAwait(false);
        }
        dot.Line("}");
        await dot.DrainAllAsync().ConfigureAwait(false);
    }

    private static void Values<T>(TextExport dot, ExportColumn<T>[] columns, T of)
    {
        foreach (var column in columns)
        {
            var cell = column.Of(of);
            if (!cell.IsThere)
                continue;
            dot.Write(", ");
            dot.Write(column.Key);
            dot.Write('=');
            // A number such as 1E-05 is no number here.
            dot.Write(Quoted(cell.Text));
        }
    }

    private static string Quoted(string text)
    {
        var clean = ExportText.Clean(text);
        if (!clean.AsSpan().ContainsAny("\\\"\n\r&"))
            return $"\"{clean}\"";
        var quoted = new StringBuilder(clean.Length + 8).Append('"');
        foreach (var c in NamedCharacter().Replace(clean, "&amp;$1"))
        {
            switch (c)
            {
                case '\\' or '"':
                    quoted.Append('\\').Append(c);
                    break;
                case '\n':
                    quoted.Append("\\n");
                    break;
                // "\r" would set the line to the right.
                case '\r':
                    quoted.Append("&#13;");
                    break;
                default:
                    quoted.Append(c);
                    break;
            }
        }
        return quoted.Append('"').ToString();
    }

    [GeneratedRegex("&(#[0-9]+;|#[xX][0-9a-fA-F]+;|[A-Za-z][A-Za-z0-9]*;)", RegexOptions.CultureInvariant)]
    private static partial Regex NamedCharacter();
}

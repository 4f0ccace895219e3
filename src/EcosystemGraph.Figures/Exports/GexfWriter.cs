using System.Globalization;
using System.Xml;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>
/// GEXF 1.3. Where anything is dated the graph is dynamic: a body or link has a spell of all days on which it may have
/// been there, from the first day on which it may have begun to the last on which it may have ended, an unknown bound
/// open; dates as written stand in "from" and "to". Links are of a "kind" each, as Gephi adds up parallel edges of one
/// kind. A body's and a link's direction is told edge by edge: NetworkX reads no file that mixes them, GraphML is for it.
/// </summary>
internal sealed class GexfWriter : INetworkWriter
{
    private const string Namespace = "http://gexf.net/1.3";
    private const string Drawing = "http://gexf.net/1.3/viz";

    public NetworkFormat Format { get; } =
        new(
            "GEXF",
            "gexf",
            "application/gexf+xml; charset=utf-8",
            "GEXF 1.3, for Gephi: with dates, kinds, positions and colours."
        )
        {
            HasPlaces = true,
        };

    public async Task WriteAsync(
        Extract extract,
        ExportOptions options,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        using var buffer = new ExportBuffer(output, cancellationToken);
        using var xml = XmlExport.Into(buffer);
        var bodyColumns = BodyColumns.In(options.Language);
        var edgeColumns = EdgeColumns.Of(extract, options.Language);
        // Gephi takes a default that it is told for the only direction, and leaves out whatever has another.
        var mixed = Edge.Of(extract).Any(e => e.Directed);
        var dated =
            extract.Bodies.Any(b => SpellOf(b) != DaySpan.Always)
            || Edge.Of(extract).Any(e => SpellOf(e) != DaySpan.Always);

        xml.WriteStartDocument();
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("xmlns", "viz", null, Drawing);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("meta", Namespace);
        xml.WriteElementString("creator", Namespace, "EcosystemGraph");
        xml.WriteElementString("description", Namespace, ExportText.Clean(About.Line(extract, options.Language)));
        xml.WriteEndElement();
        xml.WriteStartElement("graph", Namespace);
        if (!mixed)
            xml.WriteAttributeString("defaultedgetype", "undirected");
        xml.WriteAttributeString("idtype", "string");
        xml.WriteAttributeString("mode", dated ? "dynamic" : "static");
        if (dated)
        {
            xml.WriteAttributeString("timeformat", "date");
            xml.WriteAttributeString("timerepresentation", "interval");
        }
        Declare(xml, "node", bodyColumns);
        Declare(xml, "edge", edgeColumns);

        xml.WriteStartElement("nodes", Namespace);
        xml.WriteAttributeString("count", extract.Bodies.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var body in extract.Bodies)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", body.Id);
            xml.WriteAttributeString("label", ExportText.Clean(body.Name));
            Values(xml, bodyColumns, body);
            Spell(xml, SpellOf(body));
            if (options.Marks is not null && options.Marks.TryGetValue(body.Id, out var mark))
                Draw(xml, mark);
            xml.WriteEndElement();
            xml.Flush();
            await buffer.DrainAsync().ConfigureAwait(false);
        }
        xml.WriteEndElement();

        xml.WriteStartElement("edges", Namespace);
        var kinds = new ParallelKinds();
        foreach (var edge in Edge.Of(extract))
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", edge.Id);
            xml.WriteAttributeString("source", edge.Source);
            xml.WriteAttributeString("target", edge.Target);
            if (mixed)
                xml.WriteAttributeString("type", edge.Directed ? "directed" : "undirected");
            if (edge.Link is { } link)
            {
                xml.WriteAttributeString("label", ExportText.Clean(link.Type.In(options.Language)));
                xml.WriteAttributeString("kind", kinds.Of(edge));
            }
            else
            {
                xml.WriteAttributeString("weight", XmlExport.Text(edge.Weight));
            }
            Values(xml, edgeColumns, edge);
            Spell(xml, SpellOf(edge));
            xml.WriteEndElement();
            xml.Flush();
            await buffer.DrainAsync().ConfigureAwait(false);
        }
        xml.WriteEndElement();
        xml.WriteEndDocument();
        xml.Flush();
        await buffer.DrainAllAsync().ConfigureAwait(false);
    }

    private static void Declare<T>(XmlWriter xml, string @class, ExportColumn<T>[] columns)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", @class);
        xml.WriteAttributeString("mode", "static");
        foreach (var column in columns)
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", column.Key);
            xml.WriteAttributeString("title", column.Key);
            xml.WriteAttributeString(
                "type",
                column.Kind switch
                {
                    CellKind.Flag => "boolean",
                    CellKind.Whole => "integer",
                    CellKind.Number => "double",
                    CellKind.Text => "string",
                }
            );
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Values<T>(XmlWriter xml, ExportColumn<T>[] columns, T of)
    {
        xml.WriteStartElement("attvalues", Namespace);
        foreach (var column in columns)
        {
            var cell = column.Of(of);
            if (!cell.IsThere)
                continue;
            xml.WriteStartElement("attvalue", Namespace);
            xml.WriteAttributeString("for", column.Key);
            xml.WriteAttributeString("value", cell.Text);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Draw(XmlWriter xml, BodyMark mark)
    {
        xml.WriteStartElement("color", Drawing);
        xml.WriteAttributeString("r", mark.Red.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("g", mark.Green.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("b", mark.Blue.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteStartElement("position", Drawing);
        xml.WriteAttributeString("x", XmlExport.Text(mark.X));
        xml.WriteAttributeString("y", XmlExport.Text(XmlExport.Upwards(mark.Y)));
        xml.WriteEndElement();
        xml.WriteStartElement("size", Drawing);
        xml.WriteAttributeString("value", XmlExport.Text(mark.Radius));
        xml.WriteEndElement();
    }

    private static void Spell(XmlWriter xml, DaySpan span)
    {
        if (span == DaySpan.Always)
            return;
        xml.WriteStartElement("spells", Namespace);
        xml.WriteStartElement("spell", Namespace);
        if (span.First != DaySpan.Beginning)
            xml.WriteAttributeString("start", Day(span.First));
        if (span.Last != DaySpan.End)
            xml.WriteAttributeString("end", Day(span.Last));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Day(int number) =>
        DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DaySpan SpellOf(ExtractBody body) =>
        Ordered(body.From?.Span.First ?? DaySpan.Beginning, body.To?.Span.Last ?? DaySpan.End);

    /// <summary>A link's; a tie's from the first that may have begun to the last that may have ended.</summary>
    private static DaySpan SpellOf(Edge edge) =>
        edge.Link is { } link
            ? Ordered(link.Period.EarliestStart, link.Period.LatestEnd)
            : Ordered(edge.Tie.Links.Min(l => l.Period.EarliestStart), edge.Tie.Links.Max(l => l.Period.LatestEnd));

    // What ends before it starts (a slip in the data, which validation tells) was at no time: it is left undated.
    private static DaySpan Ordered(int first, int last) => first > last ? DaySpan.Always : new DaySpan(first, last);
}

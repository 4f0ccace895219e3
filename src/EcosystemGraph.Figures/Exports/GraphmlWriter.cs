using System.Xml;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>
/// GraphML. Libraries want all edges of a graph alike: where any link has a direction all are written as directed, from
/// who acts, and "is_directed" tells which are; else none is. Places are "x", "y" (upwards), "size" and "r", "g", "b",
/// as Gephi writes them.
/// </summary>
internal sealed class GraphmlWriter : INetworkWriter
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";
    private const string Schema = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly ExportColumn<BodyMark>[] Place =
    [
        ExportColumn<BodyMark>.Number("x", m => m.X),
        ExportColumn<BodyMark>.Number("y", m => XmlExport.Upwards(m.Y)),
        ExportColumn<BodyMark>.Number("size", m => m.Radius),
        ExportColumn<BodyMark>.Whole("r", m => m.Red),
        ExportColumn<BodyMark>.Whole("g", m => m.Green),
        ExportColumn<BodyMark>.Whole("b", m => m.Blue),
    ];

    public NetworkFormat Format { get; } =
        new(
            "GRAPHML",
            "graphml",
            "application/graphml+xml; charset=utf-8",
            "GraphML, for most tools and libraries of graphs."
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
        var directed = Edge.Of(extract).Any(e => e.Directed);

        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", Namespace);
        xml.WriteAttributeString("xmlns", "xsi", null, Schema);
        xml.WriteAttributeString("schemaLocation", Schema, $"{Namespace} {Namespace}/1.0/graphml.xsd");
        xml.WriteElementString("desc", Namespace, ExportText.Clean(About.Line(extract, options.Language)));
        Declare(xml, "node", "label", CellKind.Text);
        Declare(xml, "node", bodyColumns);
        if (options.Marks is not null)
            Declare(xml, "node", Place);
        Declare(xml, "edge", "label", CellKind.Text);
        Declare(xml, "edge", "weight", CellKind.Number);
        Declare(xml, "edge", edgeColumns);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "network");
        xml.WriteAttributeString("edgedefault", directed ? "directed" : "undirected");
        foreach (var body in extract.Bodies)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", body.Id);
            Value(xml, "node", "label", ExportText.Clean(body.Name));
            Values(xml, "node", bodyColumns, body);
            if (options.Marks is not null && options.Marks.TryGetValue(body.Id, out var mark))
                Values(xml, "node", Place, mark);
            xml.WriteEndElement();
            xml.Flush();
            await buffer.DrainAsync().ConfigureAwait(false);
        }
        foreach (var edge in Edge.Of(extract))
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", edge.Id);
            xml.WriteAttributeString("source", edge.Source);
            xml.WriteAttributeString("target", edge.Target);
            if (edge.Link is { } link)
                Value(xml, "edge", "label", ExportText.Clean(link.Type.In(options.Language)));
            Value(xml, "edge", "weight", XmlExport.Text(edge.Weight));
            Values(xml, "edge", edgeColumns, edge);
            xml.WriteEndElement();
            xml.Flush();
            await buffer.DrainAsync().ConfigureAwait(false);
        }
        xml.WriteEndElement();
        xml.WriteEndDocument();
        xml.Flush();
        await buffer.DrainAllAsync().ConfigureAwait(false);
    }

    // The keys of nodes and of edges share their ids.
    private static string Key(string of, string name) => of + "." + name;

    private static void Declare<T>(XmlWriter xml, string of, ExportColumn<T>[] columns)
    {
        foreach (var column in columns)
            Declare(xml, of, column.Key, column.Kind);
    }

    private static void Declare(XmlWriter xml, string of, string name, CellKind kind)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", Key(of, name));
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString(
            "attr.type",
            kind switch
            {
                CellKind.Flag => "boolean",
                CellKind.Whole => "int",
                CellKind.Number => "double",
                CellKind.Text => "string",
            }
        );
        xml.WriteEndElement();
    }

    private static void Values<T>(XmlWriter xml, string of, ExportColumn<T>[] columns, T from)
    {
        foreach (var column in columns)
        {
            var cell = column.Of(from);
            if (cell.IsThere)
                Value(xml, of, column.Key, cell.Text);
        }
    }

    private static void Value(XmlWriter xml, string of, string name, string value)
    {
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", Key(of, name));
        xml.WriteString(value);
        xml.WriteEndElement();
    }
}

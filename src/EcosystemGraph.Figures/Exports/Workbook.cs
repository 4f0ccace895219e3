using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Figures.Exports;

/// <summary>
/// An Office Open XML workbook, written row by row: no library that does so has the same bytes twice. Each sheet has a
/// frozen header with filters and columns of a readable width; one that has more rows than a sheet can hold goes on in
/// the next.
/// </summary>
internal sealed partial class Workbook : IDisposable
{
    /// <summary>The rows that a sheet can hold, header included.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>The characters that a cell can hold; of a longer text the rest is left out, and "…" says so.</summary>
    public const int MostCharacters = 32_767;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packaged = "http://schemas.openxmlformats.org/package/2006/";

    // The first moment that a ZIP file can tell.
    private static readonly DateTimeOffset Moment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ExportBuffer _buffer;
    private readonly Language _language;
    private readonly ZipArchive _zip;
    private readonly List<(string Name, string Filter)> _sheets = [];

    public Workbook(ExportBuffer buffer, Language language)
    {
        (_buffer, _language) = (buffer, language);
        _zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <summary>Adds a sheet.</summary>
    /// <param name="name">Its name, up to 24 characters.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="headings">What stands above each, by its key.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="most">The rows that a sheet may have.</param>
    public async Task SheetAsync<T>(
        string name,
        ExportColumn<T>[] columns,
        IReadOnlyDictionary<string, string> headings,
        IEnumerable<T> rows,
        int most = MostRows
    )
    {
        using var row = rows.GetEnumerator();
        var more = row.MoveNext();
        var part = 1;
        do
        {
            var called = part == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({part})");
            part++;
            using var entry = Entry($"xl/worksheets/sheet{_sheets.Count + 1}.xml");
            using var xml = Xml(entry);
            Begin(xml, columns, headings);
            var count = 1;
            for (; more && count < most; more = row.MoveNext())
            {
                Row(xml, ++count, columns, row.Current);
                // The ZIP's own buffer may still hold some of it.
                xml.Flush();
                await _buffer.DrainAsync().ConfigureAwait(false);
            }
            var last = ColumnName(columns.Length - 1);
            End(xml, $"A1:{last}{count}");
            _sheets.Add((called, $"'{called}'!$A$1:${last}${count}"));
        } while (more);
    }

    /// <summary>Writes what holds the sheets together, after the last of them.</summary>
    public void Close()
    {
        Part(
            "[Content_Types].xml",
            xml =>
            {
                xml.WriteStartElement("Types", Packaged + "content-types");
                Element(
                    xml,
                    "Default",
                    ("Extension", "rels"),
                    ("ContentType", "application/vnd.openxmlformats-package.relationships+xml")
                );
                Element(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
                const string Office = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
                Element(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", Office + "sheet.main+xml"));
                Element(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", Office + "styles+xml"));
                for (var i = 1; i <= _sheets.Count; i++)
                    Element(
                        xml,
                        "Override",
                        ("PartName", $"/xl/worksheets/sheet{i}.xml"),
                        ("ContentType", Office + "worksheet+xml")
                    );
                xml.WriteEndElement();
            }
        );
        Part(
            "_rels/.rels",
            xml =>
            {
                xml.WriteStartElement("Relationships", Packaged + "relationships");
                Element(
                    xml,
                    "Relationship",
                    ("Id", "rId1"),
                    ("Type", Relation + "/officeDocument"),
                    ("Target", "xl/workbook.xml")
                );
                xml.WriteEndElement();
            }
        );
        Part(
            "xl/_rels/workbook.xml.rels",
            xml =>
            {
                xml.WriteStartElement("Relationships", Packaged + "relationships");
                for (var i = 1; i <= _sheets.Count; i++)
                    Element(
                        xml,
                        "Relationship",
                        ("Id", $"rId{i}"),
                        ("Type", Relation + "/worksheet"),
                        ("Target", $"worksheets/sheet{i}.xml")
                    );
                Element(
                    xml,
                    "Relationship",
                    ("Id", $"rId{_sheets.Count + 1}"),
                    ("Type", Relation + "/styles"),
                    ("Target", "styles.xml")
                );
                xml.WriteEndElement();
            }
        );
        Part(
            "xl/workbook.xml",
            xml =>
            {
                xml.WriteStartElement("workbook", Main);
                xml.WriteAttributeString("xmlns", "r", null, Relation);
                xml.WriteStartElement("sheets", Main);
                for (var i = 1; i <= _sheets.Count; i++)
                {
                    xml.WriteStartElement("sheet", Main);
                    xml.WriteAttributeString("name", _sheets[i - 1].Name);
                    xml.WriteAttributeString("sheetId", i.ToString(CultureInfo.InvariantCulture));
                    xml.WriteAttributeString("id", Relation, $"rId{i}");
                    xml.WriteEndElement();
                }
                xml.WriteEndElement();
                // Excel keeps where a sheet is filtered under this name, too; without it the filters do not sort.
                xml.WriteStartElement("definedNames", Main);
                for (var i = 0; i < _sheets.Count; i++)
                {
                    xml.WriteStartElement("definedName", Main);
                    xml.WriteAttributeString("name", "_xlnm._FilterDatabase");
                    xml.WriteAttributeString("localSheetId", i.ToString(CultureInfo.InvariantCulture));
                    xml.WriteAttributeString("hidden", "1");
                    xml.WriteString(_sheets[i].Filter);
                    xml.WriteEndElement();
                }
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
        );
        Part(
            "xl/styles.xml",
            xml =>
                xml.WriteRaw(
                    $"""<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""
                )
        );
    }

    private void Begin<T>(XmlWriter xml, ExportColumn<T>[] columns, IReadOnlyDictionary<string, string> headings)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        if (_sheets.Count == 0)
            xml.WriteAttributeString("tabSelected", "1");
        xml.WriteAttributeString("workbookViewId", "0");
        Element(xml, "pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < columns.Length; i++)
        {
            var at = (i + 1).ToString(CultureInfo.InvariantCulture);
            Element(xml, "col", ("min", at), ("max", at), ("width", Width(columns[i])), ("customWidth", "1"));
        }
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", "1");
        for (var i = 0; i < columns.Length; i++)
            Text(xml, i, 1, headings[columns[i].Key], "1");
        xml.WriteEndElement();
    }

    private void Row<T>(XmlWriter xml, int number, ExportColumn<T>[] columns, T row)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < columns.Length; i++)
        {
            var cell = columns[i].Of(row);
            if (!cell.IsThere)
                continue;
            switch (columns[i].Kind)
            {
                case CellKind.Text:
                    Text(xml, i, number, cell.Raw!, "2");
                    break;
                // A truth value would be the formula =TRUE() to LibreOffice, and TRUE to a French reader.
                case CellKind.Flag:
                    Text(xml, i, number, ChoiceLabels.Of(cell.Number != 0, _language), "0");
                    break;
                case not CellKind.Text when !double.IsFinite(cell.Number):
                    break;
                default:
                    xml.WriteStartElement("c", Main);
                    xml.WriteAttributeString("r", Reference(i, number));
                    xml.WriteElementString("v", Main, cell.Number.ToString("R", CultureInfo.InvariantCulture));
                    xml.WriteEndElement();
                    break;
            }
        }
        xml.WriteEndElement();
    }

    private static void End(XmlWriter xml, string range)
    {
        xml.WriteEndElement();
        Element(xml, "autoFilter", ("ref", range));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, int column, int row, string text, string style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", Reference(column, row));
        xml.WriteAttributeString("s", style);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Held(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A text as a cell holds it: "_x000D_" is a character there, so that what looks so is written otherwise.</summary>
    private static string Held(string text)
    {
        var held = ExportText.Clean(text);
        if (held.Length > MostCharacters)
            held = string.Concat(
                held.AsSpan(0, MostCharacters - (char.IsHighSurrogate(held[MostCharacters - 2]) ? 2 : 1)),
                "…"
            );
        if (held.Contains("_x", StringComparison.Ordinal))
            held = Coded().Replace(held, "_x005F_x$1_");
        return held.Replace("\r", "_x000D_", StringComparison.Ordinal);
    }

    private static string Width<T>(ExportColumn<T> column) =>
        column.Kind != CellKind.Text
            ? "14"
            : column.Key switch
            {
                "name" or "value" or "mention" or "mentions" or "note" or "shared_labels" => "44",
                "id" or "link_id" or "source" or "target" => "32",
                "from" or "to" or "status" or "confidence" or "acronym" or "change" => "14",
                _ => column.Key.EndsWith("_name", StringComparison.Ordinal) ? "44" : "24",
            };

    private static string Reference(int column, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"{ColumnName(column)}{row}");

    private static string ColumnName(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : ColumnName(column / 26 - 1) + (char)('A' + column % 26);

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        // Without a namespace of its own it stands in its parent's.
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }

    private void Part(string name, Action<XmlWriter> write)
    {
        using var entry = Entry(name);
        using var xml = Xml(entry);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private Stream Entry(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Moment;
        // Unix permissions are taken from the machine's own habits otherwise.
        entry.ExternalAttributes = 0;
        return entry.Open();
    }

    private static XmlWriter Xml(Stream stream) =>
        XmlWriter.Create(
            stream,
            new XmlWriterSettings
            {
                Encoding = new UTF8Encoding(false),
                NewLineHandling = NewLineHandling.Entitize,
                CheckCharacters = false,
            }
        );

    public void Dispose() => _zip.Dispose();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Coded();
}

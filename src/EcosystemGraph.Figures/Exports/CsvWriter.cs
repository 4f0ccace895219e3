using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>
/// CSV: RFC 4180 with commas, UTF-8 without a mark. One file is one table, as its readers expect: by default the links,
/// with the ids, names and kinds of their ends, headed as Gephi and Cytoscape know them; with
/// <see cref="CsvTable.BODIES"/> the bodies. Values that a spreadsheet program would take for formulas are written as
/// <see cref="CsvText"/> tells; the workbook (XLSX) holds both tables and needs no such marks.
/// </summary>
internal sealed class CsvWriter : INetworkWriter
{
    public NetworkFormat Format => NetworkFormat.CSV;

    public string MediaType => "text/csv; charset=utf-8; header=present";

    public string FileExtension => "csv";

    public bool IsText => true;

    public async Task WriteAsync(Extract extract, ExportOptions options, Stream output, CancellationToken cancellationToken)
    {
        using var buffer = new ExportBuffer(output, cancellationToken);
        using var csv = new TextExport(buffer);
        if (options.Table == CsvTable.BODIES) await WriteAsync(csv, Bodies(options), extract.Bodies).ConfigureAwait(false);
        else await WriteAsync(csv, Links(extract, options), Edge.Of(extract)).ConfigureAwait(false);
        await csv.DrainAllAsync().ConfigureAwait(false);
    }

    private static Column<ExtractBody>[] Bodies(ExportOptions options) =>
    [
        Column<ExtractBody>.Text("Id", "", "", b => b.Id),
        Column<ExtractBody>.Text("Label", "", "", b => b.Name),
        .. BodyColumns.In(options.Language),
    ];

    private static Column<Edge>[] Links(Extract extract, ExportOptions options)
    {
        var names = new EndNames(extract, options.Language);
        return
        [
            Column<Edge>.Text("Source", "", "", e => e.Source),
            Column<Edge>.Text("Target", "", "", e => e.Target),
            Column<Edge>.Text("source_name", "", "", e => names.Name(e.Source)),
            Column<Edge>.Text("target_name", "", "", e => names.Name(e.Target)),
            Column<Edge>.Text("source_kind", "", "", e => names.Kind(e.Source)),
            Column<Edge>.Text("target_kind", "", "", e => names.Kind(e.Target)),
            Column<Edge>.Text("Type", "", "", e => e.Directed ? "Directed" : "Undirected"),
            Column<Edge>.Text("Id", "", "", e => e.Id),
            Column<Edge>.Number("Weight", "", "", e => e.Weight),
            .. EdgeColumns.Of(extract, options.Language),
        ];
    }

    private static async Task WriteAsync<T>(TextExport csv, Column<T>[] columns, IEnumerable<T> rows)
    {
        Row(csv, columns.Select(c => c.Key));
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                if (i > 0) csv.Write(',');
                var cell = columns[i].Of(row);
                csv.Write(columns[i].Kind == CellKind.Text ? CsvText.Field(cell.Text) : cell.Text);
            }
            csv.Write("\r\n");
            await csv.DrainAsync().ConfigureAwait(false);
        }
    }

    private static void Row(TextExport csv, IEnumerable<string> fields) => csv.Write(string.Join(',', fields) + "\r\n");
}

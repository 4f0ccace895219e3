using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>
/// CSV: RFC 4180 with commas, UTF-8 without a mark. One file is one table, as its readers expect: by default the links,
/// with the ids, names and kinds of their ends, headed as Gephi and Cytoscape know them; with
/// <see cref="CsvTable.BODIES"/> the bodies. Values that a spreadsheet program would take for formulas are written as
/// <see cref="CsvText"/> tells. Dates as written stand in "period", from and to with a slash between ("2019-07/", "/2021"):
/// alone, a spreadsheet program makes a day of 2019-07, and Gephi a number of 2019. The workbook (XLSX) holds both tables
/// and needs none of this. (Gephi, against RFC 4180, takes a backslash at the end of a value for a sign of its own.)
/// </summary>
internal sealed class CsvWriter : INetworkWriter
{
    public NetworkFormat Format { get; } =
        new("CSV", "csv", "text/csv; charset=utf-8; header=present", "One table, a row a link, for spreadsheets.");

    public async Task WriteAsync(
        Extract extract,
        ExportOptions options,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        using var buffer = new ExportBuffer(output, cancellationToken);
        using var csv = new TextExport(buffer);
        if (options.Table == CsvTable.BODIES)
            await WriteAsync(csv, Bodies(options), extract.Bodies).ConfigureAwait(false);
        else
            await WriteAsync(csv, Links(extract, options), Edge.Of(extract)).ConfigureAwait(false);
        await csv.DrainAllAsync().ConfigureAwait(false);
    }

    private static ExportColumn<ExtractBody>[] Bodies(ExportOptions options) =>
        [
            ExportColumn<ExtractBody>.Text("Id", b => b.Id),
            ExportColumn<ExtractBody>.Text("Label", b => b.Name),
            .. WithPeriods(BodyColumns.In(options.Language)),
        ];

    private static ExportColumn<Edge>[] Links(Extract extract, ExportOptions options)
    {
        var names = new EndNames(extract, options.Language);
        var kinds = new ParallelKinds();
        return
        [
            ExportColumn<Edge>.Text("Source", e => e.Source),
            ExportColumn<Edge>.Text("Target", e => e.Target),
            ExportColumn<Edge>.Text("source_name", e => names.Name(e.Source)),
            ExportColumn<Edge>.Text("target_name", e => names.Name(e.Target)),
            ExportColumn<Edge>.Text("source_kind", e => names.Kind(e.Source)),
            ExportColumn<Edge>.Text("target_kind", e => names.Kind(e.Target)),
            ExportColumn<Edge>.Text("Type", e => e.Directed ? "Directed" : "Undirected"),
            ExportColumn<Edge>.Text("Kind", e => e.Link is null ? e.Sort : kinds.Of(e)),
            ExportColumn<Edge>.Text("Id", e => e.Id),
            ExportColumn<Edge>.Number("Weight", e => e.Weight),
            .. WithPeriods(EdgeColumns.Of(extract, options.Language)),
        ];
    }

    /// <summary>The columns, with one of periods in place of two of dates.</summary>
    private static IEnumerable<ExportColumn<T>> WithPeriods<T>(ExportColumn<T>[] columns)
    {
        var (from, to) = (columns.SingleOrDefault(c => c.Key == "from"), columns.SingleOrDefault(c => c.Key == "to"));
        foreach (var column in columns)
        {
            if (column == from)
                yield return ExportColumn<T>.Text(
                    "period",
                    x => from.Of(x).IsThere || to!.Of(x).IsThere ? $"{from.Of(x).Text}/{to!.Of(x).Text}" : null
                );
            else if (column != to)
                yield return column;
        }
    }

    private static async Task WriteAsync<T>(TextExport csv, ExportColumn<T>[] columns, IEnumerable<T> rows)
    {
        Row(csv, columns.Select(c => c.Key));
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                if (i > 0)
                    csv.Write(',');
                var cell = columns[i].Of(row);
                csv.Write(columns[i].Kind == CellKind.Text ? CsvText.Field(cell.Text) : cell.Text);
            }
            csv.Write("\r\n");
            await csv.DrainAsync().ConfigureAwait(false);
        }
    }

    private static void Row(TextExport csv, IEnumerable<string> fields) => csv.Write(string.Join(',', fields) + "\r\n");
}

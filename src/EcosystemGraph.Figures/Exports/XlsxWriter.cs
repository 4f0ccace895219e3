using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>
/// A workbook with a sheet of bodies, one of links (projected: of ties), one with a row a passage of each link, and one
/// that says what it was made from. Texts are texts, whatever they begin with, and numbers are numbers.
/// </summary>
internal sealed class XlsxWriter : INetworkWriter
{
    public NetworkFormat Format { get; } =
        new(
            "XLSX",
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "A workbook with sheets for bodies, links and passages; not text: see `url`."
        )
        {
            IsText = false,
        };

    private sealed record Cited(Edge Edge, ExtractEvidence Evidence);

    public async Task WriteAsync(
        Extract extract,
        ExportOptions options,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        var texts = WorkbookTexts.In(options.Language);
        using var buffer = new ExportBuffer(output, cancellationToken);
        var names = new EndNames(extract, options.Language);
        var sources = extract.Dataset.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);

        ExportColumn<ExtractBody>[] bodies =
        [
            ExportColumn<ExtractBody>.Text("id", b => b.Id),
            ExportColumn<ExtractBody>.Text("name", b => b.Name),
            .. BodyColumns.In(options.Language),
        ];
        ExportColumn<Edge>[] ends =
        [
            ExportColumn<Edge>.Text("id", e => e.Id),
            ExportColumn<Edge>.Text("source", e => e.Source),
            ExportColumn<Edge>.Text("source_name", e => names.Name(e.Source)),
            ExportColumn<Edge>.Text("target", e => e.Target),
            ExportColumn<Edge>.Text("target_name", e => names.Name(e.Target)),
        ];
        ExportColumn<Edge>[] links =
        [
            .. ends,
            ExportColumn<Edge>.Number("weight", e => e.Weight),
            .. EdgeColumns.Of(extract, options.Language),
        ];
        ExportColumn<Cited>[] passages =
        [
            .. ends.Select(c => new ExportColumn<Cited>("link_" + c.Key, c.Kind, x => c.Of(x.Edge))),
            ExportColumn<Cited>.Text("passage", c => c.Evidence.PassageId),
            ExportColumn<Cited>.Text("locator", c => c.Evidence.Locator),
            ExportColumn<Cited>.Text("mention", c => c.Evidence.Mention),
            ExportColumn<Cited>.Text("source", c => c.Evidence.SourceId),
            ExportColumn<Cited>.Text("source_title", c => sources.GetValueOrDefault(c.Evidence.SourceId)?.Title),
            ExportColumn<Cited>.Text("publisher", c => sources.GetValueOrDefault(c.Evidence.SourceId)?.Publisher),
            ExportColumn<Cited>.Text("date", c => sources.GetValueOrDefault(c.Evidence.SourceId)?.Date?.ToString()),
        ];
        (string What, string Value)[] about =
        [
            (texts.Facts.Dataset, extract.Dataset.Title),
            (texts.Facts.Version, extract.Dataset.Version),
            (texts.Facts.Fingerprint, extract.Dataset.Sha256),
            (texts.Facts.Scope, extract.Scope.In(options.Language) ?? ""),
            (texts.Facts.Projection, extract.Projection.ToString()),
        ];

        using (var book = new Workbook(buffer, options.Language))
        {
            await book.SheetAsync(texts.Sheets.Bodies, bodies, texts.Bodies, extract.Bodies).ConfigureAwait(false);
            await book.SheetAsync(
                    texts.Sheets.Links,
                    links,
                    extract.Projection == ExtractProjection.BIPARTITE ? texts.Links : texts.Ties,
                    Edge.Of(extract)
                )
                .ConfigureAwait(false);
            await book.SheetAsync(
                    texts.Sheets.Passages,
                    passages,
                    texts.Passages,
                    Edge.Of(extract).SelectMany(e => e.Evidence, (e, p) => new Cited(e, p))
                )
                .ConfigureAwait(false);
            await book.SheetAsync(
                    texts.Sheets.About,
                    [
                        ExportColumn<(string What, string Value)>.Text("what", a => a.What),
                        ExportColumn<(string What, string Value)>.Text("value", a => a.Value),
                    ],
                    texts.About,
                    about
                )
                .ConfigureAwait(false);
            book.Close();
        }
        await buffer.DrainAllAsync().ConfigureAwait(false);
    }
}

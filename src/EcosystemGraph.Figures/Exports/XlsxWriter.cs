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
            "A workbook with sheets for bodies, links and passages; not text: see `url`.",
            new("classeur pour Excel ou LibreOffice", "a workbook for Excel or LibreOffice")
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
        var french = options.Language == Language.FR;
        using var buffer = new ExportBuffer(output, cancellationToken);
        var names = new EndNames(extract, options.Language);
        var sources = extract.Dataset.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);

        Column<ExtractBody>[] bodies =
        [
            Column<ExtractBody>.Text("id", "id", "id", b => b.Id),
            Column<ExtractBody>.Text("name", "nom", "name", b => b.Name),
            .. BodyColumns.In(options.Language),
        ];
        Column<Edge>[] ends =
        [
            Column<Edge>.Text("id", "id", "id", e => e.Id),
            Column<Edge>.Text("source", "de (id)", "source (id)", e => e.Source),
            Column<Edge>.Text("source_name", "de", "source", e => names.Name(e.Source)),
            Column<Edge>.Text("target", "à (id)", "target (id)", e => e.Target),
            Column<Edge>.Text("target_name", "à", "target", e => names.Name(e.Target)),
        ];
        Column<Edge>[] links =
        [
            .. ends,
            Column<Edge>.Number("weight", "poids", "weight", e => e.Weight),
            .. EdgeColumns.Of(extract, options.Language),
        ];
        Column<Cited>[] passages =
        [
            .. ends.Select(c => new Column<Cited>(
                "link_" + c.Key,
                c.Key == "id" ? new BilingualText("lien", "link") : c.Heading,
                c.Kind,
                x => c.Of(x.Edge)
            )),
            Column<Cited>.Text("passage", "passage", "passage", c => c.Evidence.PassageId),
            Column<Cited>.Text("locator", "emplacement", "locator", c => c.Evidence.Locator),
            Column<Cited>.Text("mention", "mention", "mention", c => c.Evidence.Mention),
            Column<Cited>.Text("source", "document (code)", "document (code)", c => c.Evidence.SourceId),
            Column<Cited>.Text(
                "source_title",
                "document",
                "document",
                c => sources.GetValueOrDefault(c.Evidence.SourceId)?.Title
            ),
            Column<Cited>.Text(
                "publisher",
                "éditeur",
                "publisher",
                c => sources.GetValueOrDefault(c.Evidence.SourceId)?.Publisher
            ),
            Column<Cited>.Text(
                "date",
                "date du document",
                "date of the document",
                c => sources.GetValueOrDefault(c.Evidence.SourceId)?.Date?.ToString()
            ),
        ];
        (string What, string Value)[] about =
        [
            (french ? "jeu de données" : "data set", extract.Dataset.Title),
            ("version", extract.Dataset.Version),
            ("SHA-256", extract.Dataset.Sha256),
            (french ? "champ" : "scope", extract.Scope.In(options.Language) ?? ""),
            (french ? "projection" : "projection", extract.Projection.ToString()),
        ];

        using (var book = new Workbook(buffer, options.Language))
        {
            await book.SheetAsync(french ? "Acteurs et groupements" : "Bodies", bodies, extract.Bodies)
                .ConfigureAwait(false);
            await book.SheetAsync(french ? "Liens" : "Links", links, Edge.Of(extract)).ConfigureAwait(false);
            await book.SheetAsync(
                    "Passages",
                    passages,
                    Edge.Of(extract).SelectMany(e => e.Evidence, (e, p) => new Cited(e, p))
                )
                .ConfigureAwait(false);
            await book.SheetAsync(
                    french ? "À propos" : "About",
                    [
                        Column<(string What, string Value)>.Text("what", "quoi", "what", a => a.What),
                        Column<(string What, string Value)>.Text("value", "valeur", "value", a => a.Value),
                    ],
                    about
                )
                .ConfigureAwait(false);
            book.Close();
        }
        await buffer.DrainAllAsync().ConfigureAwait(false);
    }
}

using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Figures.Tests.Exports;

/// <summary>LibreOffice opens XLSX and CSV, and no text is a formula to it; so does a program that reads CSV by RFC 4180.</summary>
public sealed class SpreadsheetTests
{
    private static readonly XNamespace Sheets = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace TextSpace = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    [OneTimeTearDown]
    public void Clean() => ReaderProgram.Clean();

    [Test]
    public async Task CSV_is_read_back_equal([Values] bool hostile)
    {
        var extract = hostile ? Networks.Hostile() : await Networks.SeedAsync();
        var links = await ReaderProgram.PythonAsync("csv", await ReaderProgram.WrittenAsync("CSV", extract));
        ReadBack.HasLinks(links, extract);
        var names = extract.Bodies.ToDictionary(b => b.Id, b => ReadBack.Held(b.Name));
        foreach (var link in links["edges"]!.AsArray())
        {
            Assert.That(ReadBack.Text(link!["source_name"]), Is.EqualTo(names[ReadBack.Text(link["source"])!]));
            Assert.That(ReadBack.Text(link["target_name"]), Is.EqualTo(names[ReadBack.Text(link["target"])!]));
            Assert.That(ReadBack.Text(link["target_kind"]), Is.Not.Null);
        }

        var bodies = await ReaderProgram.PythonAsync(
            "csv",
            await ReaderProgram.WrittenAsync("CSV", extract, new ExportOptions { Table = CsvTable.BODIES })
        );
        ReadBack.HasBodies(bodies, extract);
    }

    [Test]
    public async Task CSV_of_a_projected_network_is_read_back_equal(
        [Values(ExtractProjection.ACTORS, ExtractProjection.GROUPINGS)] ExtractProjection projection
    )
    {
        var extract = Networks.Projected(await Networks.SeedAsync(), projection);
        ReadBack.HasTies(
            await ReaderProgram.PythonAsync("csv", await ReaderProgram.WrittenAsync("CSV", extract)),
            extract
        );
    }

    [Test]
    public async Task No_value_of_a_CSV_file_is_a_formula_whichever_sign_parts_the_cells(
        [Values(',', ';', '\t')] char separator,
        [Values] CsvTable table
    )
    {
        var file = await ReaderProgram.WrittenAsync("CSV", Networks.Hostile(), new ExportOptions { Table = table });
        // As UTF-8, from the first line, all columns standard, quoted fields not all text, special numbers, formulas evaluated.
        var sheets = await OpenAsync(
            file,
            $"--infilter=Text - txt - csv (StarCalc):{(int)separator},34,76,1,,0,false,true,false,false,false,0,true"
        );

        Assert.That(sheets.Descendants(Sheets + "table-cell").Count(c => c.Value.Length > 0), Is.GreaterThan(70));
        Assert.That(
            sheets
                .Descendants(Sheets + "table-cell")
                .Where(c => c.Attribute(Sheets + "formula") is not null)
                .Select(c => c.Value),
            Is.Empty
        );
    }

    [Test]
    public async Task A_formula_would_have_been_seen()
    {
        var file = await ReaderProgram.WrittenAsync("CSV", Networks.Empty());
        await File.WriteAllTextAsync(file, "a,b\n=1+1,\"x;=2+2\"\n");
        var sheets = await OpenAsync(
            file,
            "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,0,true"
        );

        Assert.That(
            sheets.Descendants(Sheets + "table-cell").Count(c => c.Attribute(Sheets + "formula") is not null),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task CSV_opened_as_text_has_the_same_values_in_LibreOffice()
    {
        var extract = Networks.Hostile();
        var file = await ReaderProgram.WrittenAsync("CSV", extract);
        var text = string.Join('/', Enumerable.Range(1, 30).Select(i => i + "/2"));
        var again = await ConvertAsync(
            file,
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true",
            "again",
            $"--infilter=Text - txt - csv (StarCalc):44,34,76,1,{text},0,false,false"
        );

        // LibreOffice itself makes one end of a line of another, within a cell.
        ReadBack.HasLinks(await ReaderProgram.PythonAsync("csv", again), extract, t => Lines(ReadBack.Held(t)));
    }

    [Test]
    public async Task A_workbook_has_sheets_of_bodies_links_and_passages_with_filters_and_a_frozen_header(
        [Values] bool hostile,
        [ValueSource(typeof(Language), nameof(Language.All))] Language language
    )
    {
        var extract = hostile ? Networks.Hostile() : await Networks.SeedAsync();
        var book = await OpenAsync(
            await ReaderProgram.WrittenAsync("XLSX", extract, new ExportOptions { Language = language })
        );

        var tables = book.Descendants(Sheets + "table").ToDictionary(t => t.Attribute(Sheets + "name")!.Value);
        Assert.That(
            tables.Keys,
            Is.EqualTo(
                language == Language.FR
                    ? new[] { "Acteurs et groupements", "Liens", "Passages", "À propos" }
                    : ["Bodies", "Links", "Passages", "About"]
            )
        );
        Assert.That(
            book.Descendants(Sheets + "database-range")
                .Count(r => (string?)r.Attribute(Sheets + "display-filter-buttons") == "true"),
            Is.EqualTo(4)
        );
        Assert.That(
            book.Descendants(Sheets + "table-cell").Count(c => c.Attribute(Sheets + "formula") is not null),
            Is.Zero
        );

        var bodies = Rows(tables.Values.First());
        Assert.That(
            bodies[0].Select(c => c.Text).Take(3),
            Is.EqualTo(language == Language.FR ? new[] { "id", "nom", "sigle" } : ["id", "name", "acronym"])
        );
        Assert.That(bodies, Has.Count.EqualTo(extract.Bodies.Count + 1));
        var all = extract.Bodies.ToArray();
        var rank = bodies[0].FindIndex(c => c.Text == "PageRank");
        using (Assert.EnterMultipleScope())
        {
            for (var i = 0; i < all.Length; i++)
            {
                var row = bodies[i + 1];
                Assert.That(row[0], Is.EqualTo(("string", all[i].Id)));
                Assert.That(row[1], Is.EqualTo(("string", Lines(ReadBack.Held(all[i].Name)))));
                Assert.That(
                    row[3].Text,
                    Is.EqualTo(
                        (language.Tag, all[i].IsGrouping) switch
                        {
                            ("fr", true) => "oui",
                            ("fr", _) => "non",
                            (_, true) => "yes",
                            _ => "no",
                        }
                    )
                );
                if (all[i].Measures is { } measures)
                    Assert.That(
                        (row[rank].Type, double.Parse(row[rank].Text, CultureInfo.InvariantCulture)),
                        Is.EqualTo(("float", measures.PageRank)).Within(1e-12)
                    );
            }
        }

        var links = Rows(tables[language == Language.FR ? "Liens" : "Links"]);
        var written = extract.Ties.SelectMany(t => t.Links).ToArray();
        Assert.That(links, Has.Count.EqualTo(written.Length + 1));
        Assert.That(
            links.Skip(1).Select(r => r[0].Text),
            Is.EqualTo(written.Select(l => (l.IsMembership ? "membership:" : "partnership:") + l.Id))
        );
        var from = links[0].FindIndex(c => c.Text == (language == Language.FR ? "début" : "start"));
        Assert.That(
            links.Skip(1).Select(r => r.Count > from ? r[from].Text : ""),
            Is.EqualTo(written.Select(l => l.From?.ToString() ?? ""))
        );

        var passages = Rows(tables["Passages"]);
        var cited = written.SelectMany(l => l.Evidence, (l, e) => (Link: l, Evidence: e)).ToArray();
        Assert.That(passages, Has.Count.EqualTo(cited.Length + 1));
        var titles = extract.Dataset.Sources.ToDictionary(s => s.Id, s => s.Title);
        using (Assert.EnterMultipleScope())
        {
            for (var i = 0; i < cited.Length; i++)
            {
                var row = passages[i + 1].Select(c => c.Text).ToArray();
                Assert.That(row[2], Is.EqualTo(Lines(ReadBack.Held(cited[i].Link.Source.Name))));
                Assert.That(
                    row[5..10],
                    Is.EqualTo(
                        new[]
                        {
                            cited[i].Evidence.PassageId,
                            Lines(ReadBack.Held(cited[i].Evidence.Locator)),
                            Lines(ReadBack.Held(cited[i].Evidence.Mention ?? "")),
                            cited[i].Evidence.SourceId,
                            titles[cited[i].Evidence.SourceId],
                        }
                    )
                );
            }
        }
    }

    [Test]
    public async Task A_workbook_is_as_its_standard_has_it_and_its_headers_stay_in_view([Values] bool hostile)
    {
        var extract = hostile ? Networks.Hostile() : await Networks.SeedAsync();
        using var book = SpreadsheetDocument.Open(await ReaderProgram.WrittenAsync("XLSX", extract), isEditable: false);

        Assert.That(
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
                .Validate(book)
                .Select(e => $"{e.Part?.Uri}: {e.Description}"),
            Is.Empty
        );
        var sheets = book.WorkbookPart!.WorksheetParts.ToArray();
        Assert.That(sheets, Has.Length.EqualTo(4));
        foreach (var sheet in sheets)
        {
            var pane = sheet.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Pane>().Single();
            Assert.That((pane.VerticalSplit?.Value, pane.State?.InnerText), Is.EqualTo((1.0, "frozen")));
            Assert.That(
                sheet.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>().Select(c => c.Width!.Value),
                Has.All.GreaterThan(10)
            );
        }
    }

    [Test]
    public async Task A_workbook_of_a_projected_network_says_what_is_shared()
    {
        var extract = Networks.Projected(await Networks.SeedAsync(), ExtractProjection.ACTORS);
        var book = await OpenAsync(await ReaderProgram.WrittenAsync("XLSX", extract));

        var ties = Rows(book.Descendants(Sheets + "table").ElementAt(1));
        var shared = ties[0].FindIndex(c => c.Text == "en commun (codes)");
        Assert.That(
            ties.Skip(1).Select(r => r[shared].Text),
            Is.EqualTo(
                extract.Ties.Select(t =>
                    string.Join('|', t.Links.Select(l => l.Target.Id).Distinct().Order(StringComparer.Ordinal))
                )
            )
        );
        Assert.That(
            ties.Skip(1).Select(r => r[5]),
            Is.EqualTo(extract.Ties.Select(t => ("float", t.Weight.ToString(CultureInfo.InvariantCulture))))
        );
    }

    [Test]
    public async Task A_sheet_that_is_full_goes_on_in_the_next()
    {
        using var memory = new MemoryStream();
        using (var buffer = new ExportBuffer(memory, CancellationToken.None))
        {
            using (var book = new Workbook(buffer, Language.FR))
            {
                await book.SheetAsync(
                    "Nombres",
                    [ExportColumn<int>.Whole("n", n => n)],
                    new Dictionary<string, string> { ["n"] = "n" },
                    Enumerable.Range(1, 7),
                    most: 4
                );
                book.Close();
            }
            await buffer.DrainAllAsync();
        }
        var file = await ReaderProgram.WrittenAsync("XLSX", Networks.Empty());
        await File.WriteAllBytesAsync(file, memory.ToArray());
        var tables = (await OpenAsync(file)).Descendants(Sheets + "table").ToArray();

        Assert.That(
            tables.Select(t => t.Attribute(Sheets + "name")!.Value),
            Is.EqualTo(new[] { "Nombres", "Nombres (2)", "Nombres (3)" })
        );
        Assert.That(
            tables.Select(t => string.Join(' ', Rows(t).Select(r => r[0].Text))),
            Is.EqualTo(new[] { "n 1 2 3", "n 4 5 6", "n 7" })
        );
    }

    /// <summary>The cells of each row that has any, with their types, as far as the last that has a value.</summary>
    private static List<List<(string Type, string Text)>> Rows(XElement table)
    {
        var rows = new List<List<(string, string)>>();
        foreach (var row in table.Descendants(Sheets + "table-row"))
        {
            var cells = new List<(string, string)>();
            foreach (
                var cell in row.Elements()
                    .Where(e => e.Name == Sheets + "table-cell" || e.Name == Sheets + "covered-table-cell")
            )
            {
                var type = (string?)cell.Attribute(Office + "value-type") ?? "";
                var text = type switch
                {
                    "float" => cell.Attribute(Office + "value")!.Value,
                    "boolean" => cell.Attribute(Office + "boolean-value")!.Value,
                    _ => Lines(string.Join('\n', cell.Elements(TextSpace + "p").Select(Paragraph))),
                };
                var times = Math.Min((int?)cell.Attribute(Sheets + "number-columns-repeated") ?? 1, 100);
                for (var i = 0; i < times; i++)
                    cells.Add((type, text));
            }
            while (cells.Count > 0 && cells[^1].Item1.Length == 0)
                cells.RemoveAt(cells.Count - 1);
            if (cells.Count == 0)
                continue;
            for (var i = 0; i < ((int?)row.Attribute(Sheets + "number-rows-repeated") ?? 1); i++)
                rows.Add(cells);
        }
        return rows;
    }

    private static string Paragraph(XElement paragraph) =>
        string.Concat(
            paragraph
                .Nodes()
                .Select(n =>
                    n switch
                    {
                        XText text => text.Value,
                        XElement e when e.Name == TextSpace + "s" => new string(
                            ' ',
                            (int?)e.Attribute(TextSpace + "c") ?? 1
                        ),
                        XElement e when e.Name == TextSpace + "tab" => "\t",
                        XElement e when e.Name == TextSpace + "line-break" => "\n",
                        XElement e => Paragraph(e),
                        _ => "",
                    }
                )
        );

    private static string Lines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static async Task<XDocument> OpenAsync(string file, params string[] options) =>
        XDocument.Parse(
            await File.ReadAllTextAsync(await ConvertAsync(file, "fods", "opened", options)),
            LoadOptions.PreserveWhitespace
        );

    /// <summary>Has LibreOffice open a file and write it in another format, into a folder beside it.</summary>
    private static async Task<string> ConvertAsync(string file, string to, string folder, params string[] options)
    {
        var output = Path.Combine(Path.GetDirectoryName(file)!, folder);
        // A profile of its own, so that it starts anew and meets no other.
        var profile = new Uri(Path.Combine(Path.GetDirectoryName(file)!, "profile")).AbsoluteUri;
        var (code, printed) = await ReaderProgram.RunAsync(
            "soffice",
            Path.GetDirectoryName(file)!,
            [$"-env:UserInstallation={profile}", "--headless", .. options, "--convert-to", to, "--outdir", output, file]
        );
        var made = Path.Combine(output, Path.GetFileNameWithoutExtension(file) + "." + to.Split(':')[0]);
        Assert.That(code == 0 && File.Exists(made), Is.True, printed);
        return made;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using EcosystemGraph.Core.Packages;

namespace EcosystemGraph.Core.Tests.Packages;

public class BadFileTests
{
    private const string Separators =
        "actors.csv:1:1: columns are not separated by commas; save it as CSV with commas between cells";
    private const string Utf8Remedy = "save it as UTF-8 (in a spreadsheet: 'CSV UTF-8')";

    [Test]
    public void A_missing_folder_is_named()
    {
        using var folder = new PackageFolder();
        var missing = Path.Combine(folder.Path, "nowhere");
        Assert.That(
            () => PackageReader.ReadAsync(missing, CancellationToken.None),
            Throws
                .TypeOf<PackageUnreadableException>()
                .With.Message.EqualTo($"there is no folder '{missing}': --data names the folder of a data package")
        );
    }

    [Test]
    public void A_file_in_place_of_the_folder_is_named_as_one()
    {
        using var folder = PackageFolder.Small();
        var file = Path.Combine(folder.Path, "actors.csv");
        Assert.That(
            () => PackageReader.ReadAsync(file, CancellationToken.None),
            Throws
                .TypeOf<PackageUnreadableException>()
                .With.Message.EqualTo($"'{file}' is a file: --data names the folder of a data package")
        );
    }

    [TestCase("memberships.csv")]
    [TestCase("actors.csv")]
    [TestCase("actors.csv groupings.csv concepts.csv")]
    [TestCase("")]
    public void A_package_without_its_required_files_says_which(string files)
    {
        using var folder = new PackageFolder();
        foreach (var file in files.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            folder.With(file, "id,name\n");
        Assert.That(
            folder.ReadAsync,
            Throws
                .TypeOf<PackageUnreadableException>()
                .With.Message.EqualTo(
                    $"'{folder.Path}' is no data package: it needs actors.csv and one of memberships.csv and partnerships.csv"
                )
        );
    }

    [TestCase("actors.csv")]
    [TestCase("memberships.csv")]
    [TestCase("groupings.csv")]
    [TestCase("concepts.csv")]
    [TestCase("datapackage.json")]
    public void A_folder_named_like_a_file_is_not_passed_over(string name)
    {
        using var folder = PackageFolder.Small();
        File.Delete(Path.Combine(folder.Path, name));
        folder.WithFolder(name);
        Assert.That(
            folder.ReadAsync,
            Throws
                .TypeOf<PackageUnreadableException>()
                .With.Message.EqualTo($"{name} is a folder, not a file: rename the folder")
        );
    }

    [Test]
    public async Task A_file_that_is_not_of_a_package_is_pointed_out()
    {
        using var folder = PackageFolder
            .Small()
            .With("Groupings.csv", "id,name\ng,Group\n")
            .With("notes.txt", "x")
            .With("links.CSV", "x");
        var issues = (await folder.ReadAsync()).Issues;
        Assert.That(issues.ErrorCount, Is.Zero);
        Assert.That(
            issues.Warnings.Select(folder.Shown),
            Is.EqualTo(
                (string[])
                    [
                        "Groupings.csv:1:1: the file is not read; rename it groupings.csv",
                        "links.CSV:1:1: the file is not read; the files of a package are actors.csv, groupings.csv, memberships.csv, partnerships.csv, "
                            + "denials.csv, measures.csv, names.csv, concepts.csv, territories.csv, sources.csv, passages.csv",
                    ]
            )
        );
    }

    [TestCase(
        "id,name,colour\na,Anna,red\n",
        "actors.csv:1:9: unknown column 'colour'; the columns of actors.csv are id, name, acronym, kind, named, territory"
    )]
    [TestCase(
        "id,\"name\",\"\"\n",
        "actors.csv:1:11: unknown column ''; the columns of actors.csv are id, name, acronym, kind, named, territory"
    )]
    [TestCase(
        "id,Name\na,Anna\n",
        "actors.csv:1:4: unknown column 'Name'; the columns of actors.csv are id, name, acronym, kind, named, territory",
        "actors.csv:1:1: column 'name' is missing; actors.csv needs id and name"
    )]
    [TestCase("id,kind\na,bank\n", "actors.csv:1:1: column 'name' is missing; actors.csv needs id and name")]
    [TestCase(
        "kind\nbank\n",
        "actors.csv:1:1: column 'id' is missing; actors.csv needs id and name",
        "actors.csv:1:1: column 'name' is missing; actors.csv needs id and name"
    )]
    [TestCase("id,name,kind,name\na,Anna,x,Ann\n", "actors.csv:1:14: column 'name' stands twice; each column once")]
    [TestCase(
        "\n\nid,name,colour\n",
        "actors.csv:3:9: unknown column 'colour'; the columns of actors.csv are id, name, acronym, kind, named, territory"
    )]
    [TestCase(
        "a,Anna\n",
        "actors.csv:1:1: unknown column 'a'; the columns of actors.csv are id, name, acronym, kind, named, territory",
        "actors.csv:1:3: unknown column 'Anna'; the columns of actors.csv are id, name, acronym, kind, named, territory",
        "actors.csv:1:1: column 'id' is missing; actors.csv needs id and name",
        "actors.csv:1:1: column 'name' is missing; actors.csv needs id and name"
    )]
    [TestCase("id;name\na;Anna\n", Separators)]
    [TestCase("\"id\";\"name\"\n\"a\";\"Anna\"\n", Separators)]
    [TestCase("id\tname\na\tAnna\n", Separators)]
    [TestCase("\"id\"\t\"name\"\n", Separators)]
    [TestCase("", "actors.csv:1:1: the file is empty; a first line with the columns id,name")]
    [TestCase("\uFEFF", "actors.csv:1:1: the file is empty; a first line with the columns id,name")]
    [TestCase("\n\r\n\n", "actors.csv:1:1: the file is empty; a first line with the columns id,name")]
    [TestCase(
        "id,\"name\na,Anna\n",
        "actors.csv:1:1: a quotation mark opened in this row is never closed; each quoted cell ends with a quotation mark"
    )]
    [TestCase(
        "id,na\"me\na,Anna\nb,Be\"rt\n",
        "actors.csv:1:1: a quotation mark stands where none may: id,na\"me; a cell with a quotation mark is quoted as a whole and each mark in it doubled"
    )]
    public async Task A_wrong_header_is_shown_in_its_place_once(string text, params string[] errors)
    {
        using var folder = PackageFolder.Small().With("actors.csv", text);
        Assert.That(await folder.ErrorsAsync(), Is.EqualTo(errors));
    }

    [Test]
    public async Task A_file_with_a_header_alone_has_no_rows_and_no_error()
    {
        using var folder = new PackageFolder()
            .With("actors.csv", "id,name")
            .With("memberships.csv", "actor,grouping\r\n");
        var (data, issues) = await folder.ReadAsync();
        Assert.That(issues.ErrorCount, Is.Zero);
        Assert.That(data.Actors, Is.Empty);
    }

    [TestCase(
        "id,name\na,Anna\nb,\"Bert\nc,Carl\n",
        "actors.csv:3:1: a quotation mark opened in this row is never closed; each quoted cell ends with a quotation mark"
    )]
    [TestCase(
        "id,name\na,An\"na\nb,Bert\n",
        "actors.csv:2:1: a quotation mark stands where none may: a,An\"na; a cell with a quotation mark is quoted as a whole and each mark in it doubled"
    )]
    [TestCase(
        "id,name\na,\"Anna\"s\nb,\"two\nlines\"x\n",
        "actors.csv:2:1: a quotation mark stands where none may: a,\"Anna\"s; a cell with a quotation mark is quoted as a whole and each mark in it doubled",
        "actors.csv:3:1: a quotation mark stands where none may: b,\"two\nlines\"x; a cell with a quotation mark is quoted as a whole and each mark in it doubled"
    )]
    [TestCase(
        "id,name\na,Anna\nb\nc,Carl,bank\nd,Don\n",
        "actors.csv:3:1: not as many cells as the header has: b; one cell a column; a cell with a comma or a line break is quoted",
        "actors.csv:4:1: not as many cells as the header has: c,Carl,bank; one cell a column; a cell with a comma or a line break is quoted"
    )]
    public async Task Broken_rows_are_shown_with_their_line_and_the_others_read(string text, params string[] errors)
    {
        using var folder = PackageFolder.Small().With("actors.csv", text);
        Assert.That(await folder.ErrorsAsync(), Is.EqualTo(errors));
        Assert.That(
            (await folder.ReadAsync()).Dataset.Actors.Select(a => a.Id),
            Is.SubsetOf((string[])["a", "b", "c", "d"])
        );
    }

    [Test]
    public async Task Good_rows_between_broken_ones_are_read()
    {
        using var folder = PackageFolder.Small().With("actors.csv", "id,name\na,An\"na\nb,Bert\nc\nd,Don\n");
        Assert.That(
            (await folder.ReadAsync()).Dataset.Actors.Select(a => (a.Id, a.Place.Line)),
            Is.EqualTo(new[] { ("b", 3), ("d", 5) })
        );
    }

    [Test]
    public async Task A_long_broken_row_is_shown_shortened()
    {
        using var folder = PackageFolder
            .Small()
            .With("actors.csv", "id,name\n" + new string('x', 59) + "😀" + new string('y', 5000) + "\n");
        var error = (await folder.ErrorsAsync()).Single();
        Assert.That(
            error,
            Does.StartWith("actors.csv:2:1: not as many cells as the header has: xxx").And.Length.LessThan(220)
        );
        Assert.That(error.EnumerateRunes(), Has.No.Member(Rune.ReplacementChar), "half a character");
    }

    [Test]
    public async Task Another_encoding_is_named_with_the_line()
    {
        using var folder = PackageFolder
            .Small()
            .With("actors.csv", Encoding.Latin1.GetBytes("id,name\na,Anna\nb,Pôle\n"));
        Assert.That(
            await folder.ErrorsAsync(),
            Is.EqualTo((string[])["actors.csv:3:1: the file is not UTF-8: byte F4; " + Utf8Remedy])
        );
    }

    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    public async Task UTF_16_is_named(string encoding)
    {
        var text = Encoding.GetEncoding(encoding);
        using var folder = PackageFolder
            .Small()
            .With("actors.csv", [.. text.GetPreamble(), .. text.GetBytes("id,name\na,Anna\n")]);
        Assert.That(
            await folder.ErrorsAsync(),
            Is.EqualTo((string[])["actors.csv:1:1: the file is UTF-16; " + Utf8Remedy])
        );
    }

    [TestCase("utf-16", 1)]
    [TestCase("utf-16BE", 1)]
    [TestCase("utf-32", 1)]
    [TestCase("utf-8", 3)]
    public async Task Zero_bytes_are_no_text(string encoding, int line)
    {
        var text = encoding == "utf-8" ? "id,name\na,Anna\nb,B\0\n" : "id,name\na,Anna\n";
        using var folder = PackageFolder.Small().With("actors.csv", Encoding.GetEncoding(encoding).GetBytes(text));
        Assert.That(
            await folder.ErrorsAsync(),
            Is.EqualTo(
                (string[])
                    [
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"actors.csv:{line}:1: the file is not UTF-8 text: it has a zero byte; {Utf8Remedy}"
                        ),
                    ]
            )
        );
    }

    [TestCase("\uFEFFid,name\na,Anna\n")]
    [TestCase("id,name\r\na,Anna\r\n")]
    [TestCase("\uFEFFid,name\r\na,Anna\r\n")]
    [TestCase("\uFEFF\"id\",\"name\"\r\n\"a\",\"Anna\"")]
    public async Task A_byte_order_mark_and_CRLF_are_no_matter(string text)
    {
        using var folder = PackageFolder.Small().With("actors.csv", text);
        var (data, issues) = await folder.ReadAsync();
        Assert.That(issues.Errors.Select(folder.Shown), Is.Empty);
        Assert.That(data.Actors.Select(a => (a.Id, a.Name)), Is.EqualTo(new[] { ("a", "Anna") }));
    }

    [TestCase("{", 1)]
    [TestCase("", 1)]
    [TestCase("{\n  \"title\": \"x\",\n  nonsense\n}", 3)]
    [TestCase("name: x", 1)]
    public async Task A_descriptor_that_is_no_JSON_is_an_error_on_its_line(string text, int line)
    {
        using var folder = PackageFolder.Small().With("datapackage.json", text);
        Assert.That(
            await folder.ErrorsAsync(),
            Is.EqualTo(
                (string[])
                    [
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"datapackage.json:{line}:1: the file is no JSON; a Frictionless data package descriptor, or no such file"
                        ),
                    ]
            )
        );
    }

    [TestCase("[]")]
    [TestCase("\"title\"")]
    [TestCase("null")]
    public async Task A_descriptor_that_is_no_object_is_an_error(string text)
    {
        using var folder = PackageFolder.Small().With("datapackage.json", text);
        Assert.That(
            await folder.ErrorsAsync(),
            Is.EqualTo(
                (string[])
                    [
                        "datapackage.json:1:1: the file is no JSON object; a Frictionless data package descriptor, or no such file",
                    ]
            )
        );
    }

    [Test]
    public async Task A_descriptor_in_another_encoding_is_an_error()
    {
        foreach (var text in (string[])["{\"title\":\"Pôle\"}", "{\"Pôle\":1,\"title\":\"x\"}"])
        {
            using var folder = PackageFolder.Small().With("datapackage.json", Encoding.Latin1.GetBytes(text));
            Assert.That(
                await folder.ErrorsAsync(),
                Is.EqualTo((string[])["datapackage.json:1:1: the file is not UTF-8; save it as UTF-8"])
            );
        }
    }

    [Test]
    public async Task A_descriptor_with_half_a_character_is_an_error()
    {
        using var folder = PackageFolder.Small().With("datapackage.json", "{\"title\":\"\\uD83D\"}");
        Assert.That(
            await folder.ErrorsAsync(),
            Is.EqualTo(
                (string[])
                    [
                        "datapackage.json:1:1: a text in the file is no Unicode; both halves of a character that is escaped in two",
                    ]
            )
        );
    }

    [Test]
    public async Task Every_file_is_read_though_an_earlier_one_is_wrong()
    {
        using var folder = new PackageFolder()
            .With("actors.csv", "id;name\n")
            .With("memberships.csv", "actor,grouping,from\na,g,2019-13\n")
            .With("names.csv", "")
            .With("datapackage.json", "x");
        Assert.That(
            (await folder.ErrorsAsync()).Select(error => error[..error.IndexOf(':', StringComparison.Ordinal)]),
            Is.EqualTo((string[])["datapackage.json", "actors.csv", "memberships.csv", "names.csv"])
        );
    }

    [Test]
    public async Task A_million_wrong_cells_are_counted_in_seconds_and_a_hundred_kept()
    {
        using var folder = PackageFolder.Small();
        await WriteManyAsync(folder, "memberships.csv", "actor,grouping,status", "a,g,CURENT");
        await AssertAMillionAsync(
            folder,
            "cell",
            "memberships.csv:101:5: 'CURENT' is no status; one of CURRENT, PAST, PLANNED, UNKNOWN"
        );
    }

    [Test]
    public async Task A_million_broken_rows_are_counted_in_seconds_and_a_hundred_kept()
    {
        using var folder = PackageFolder.Small();
        await WriteManyAsync(folder, "memberships.csv", "actor,grouping,status", "a,g");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var reading = await AssertAMillionAsync(
            folder,
            "cells",
            "memberships.csv:101:1: not as many cells as the header has: a,g; one cell a column; a cell with a comma or a line break is quoted"
        );
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.That(grown, Is.LessThan(8_000_000), "bytes kept for a million broken rows");
        GC.KeepAlive(reading);
    }

    private static async Task WriteManyAsync(PackageFolder folder, string file, string header, string row)
    {
        await using var writer = File.CreateText(Path.Combine(folder.Path, file));
        await writer.WriteAsync(header + "\n");
        for (var i = 0; i < 1_000_000; i++)
            await writer.WriteAsync(row + "\n");
    }

    private static async Task<PackageReading> AssertAMillionAsync(PackageFolder folder, string rule, string hundredth)
    {
        var clock = Stopwatch.StartNew();
        var reading = await folder.ReadAsync();
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)));
        Assert.That(reading.Issues.ErrorCount, Is.EqualTo(1_000_000));
        Assert.That(reading.Issues.ByRule[rule], Is.EqualTo(1_000_000));
        Assert.That(reading.Issues.Errors, Has.Count.EqualTo(100));
        Assert.That(folder.Shown(reading.Issues.Errors[99]), Is.EqualTo(hundredth));
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:0.0} s"));
        return reading;
    }

    [Test]
    public void Reading_can_be_stopped()
    {
        using var folder = PackageFolder.Small();
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.That(
            () => PackageReader.ReadAsync(folder.Path, stopped.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );
    }
}

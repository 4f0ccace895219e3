using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;

namespace EcosystemGraph.Core.Tests.Packages;

public class LocateTests
{
    // X marks the cell that is wrong: where the mark stands in the file is where the error must point.
    [TestCase("id,name,kind\na,Anna,X X\n", TestName = "A_cell_is_found")]
    [TestCase("id,name,kind\r\na,Anna,X X\r\n", TestName = "A_cell_is_found_in_a_file_with_CRLF")]
    [TestCase("\uFEFFkind,id,name\nX X,a,Anna\n", TestName = "A_first_cell_is_found_after_a_byte_order_mark")]
    [TestCase(
        "\uFEFFid,name,kind\r\na,Anna,X X\r\n",
        TestName = "A_cell_is_found_in_a_file_with_a_byte_order_mark_and_CRLF"
    )]
    [TestCase("kind,id,name\nX X,a,Anna\n", TestName = "The_order_of_columns_is_no_matter")]
    [TestCase("id,name,kind\n\n\n\na,Anna,\n\nb,Bert,X X\n", TestName = "Empty_lines_are_counted")]
    [TestCase(
        "id,name,acronym,kind\na,Anna,\"two\nlines\",\nb,\"three\n\nlines\",,X X\n",
        TestName = "A_cell_after_one_of_several_lines_is_found_on_its_own_line"
    )]
    [TestCase(
        "id,name,acronym,kind\r\na,Anna,\"two\r\nlines\",\r\nb,\"three\r\n\r\nlines\",AB,X X\r\n",
        TestName = "So_it_is_with_CRLF"
    )]
    [TestCase(
        "id,name,acronym,kind\na,\"Anna, of \"\"A\"\"\",,X X\n",
        TestName = "Quoted_cells_are_counted_as_they_are_written"
    )]
    [TestCase("id,name,kind\na,Pôle d’Économie,X X\n", TestName = "Accents_are_one_character_each")]
    [TestCase("id,name,kind\na,한국 𝐀😀,X X\n", TestName = "Characters_beyond_the_first_plane_are_one_each")]
    [TestCase("id,name,kind\nc,\"Car\"l,\nd,D\na,Anna,X X\n", TestName = "Broken_rows_before_it_are_counted")]
    [TestCase("\n\nid,name,kind\na,Anna,X X\n", TestName = "Empty_lines_before_the_header_are_counted")]
    [TestCase("id , name, kind\na,Anna,X X\n", TestName = "Spaces_in_the_header_are_no_matter")]
    public async Task It_finds(string text)
    {
        using var folder = PackageFolder.Small().With("actors.csv", text);
        var issue = (await folder.ReadAsync()).Issues.Errors.Single(e => e.Column == "kind");
        var lines = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var line = Array.FindIndex(lines, each => each.Contains("X X", StringComparison.Ordinal));
        var column = lines[line][..lines[line].IndexOf("X X", StringComparison.Ordinal)].EnumerateRunes().Count() + 1;
        Assert.That(PackageReader.Locate(folder.Path, issue), Is.EqualTo((line + 1, column)));
    }

    [Test]
    public async Task A_quoted_cell_begins_at_its_mark()
    {
        using var folder = PackageFolder.Small().With("actors.csv", "id,name,kind\na,Anna,\"x\ny\"\n");
        var issue = (await folder.ReadAsync()).Issues.Errors.Single();
        Assert.That(PackageReader.Locate(folder.Path, issue), Is.EqualTo((2, 8)));
    }

    [Test]
    public async Task Every_cell_of_every_row_is_found()
    {
        using var folder = PackageFolder
            .Small()
            .With(
                "actors.csv",
                "id,name,acronym,kind,named,territory\n"
                    + string.Concat(
                        Enumerable.Range(0, 3000).Select(i => i % 7 == 0 ? "?,\"N\né\",,?,?,?\n" : "?,N,é,?,?,?\n")
                    )
            );
        var issues = (await folder.ReadAsync()).Issues;
        Assert.That(issues.ErrorCount, Is.EqualTo(4 * 3000));
        var lines = (await File.ReadAllTextAsync(Path.Combine(folder.Path, "actors.csv"))).Split('\n');
        Assert.That(
            issues
                .Errors.Select(issue => PackageReader.Locate(folder.Path, issue))
                .Select(at => lines[at.Line - 1][at.Column - 1]),
            Has.All.EqualTo('?')
        );
        Assert.That(issues.Errors.Select(issue => PackageReader.Locate(folder.Path, issue)), Is.Unique);

        var last = new Issue(Severity.Error, "cell", new RowPlace("actors.csv", lines.Length - 1), "territory", "", "");
        Assert.That(PackageReader.Locate(folder.Path, last), Is.EqualTo((lines.Length - 1, 11)));
    }

    [TestCase("actors.csv", 2, null, 2, 1, TestName = "Of_a_whole_row_it_gives_the_line")]
    [TestCase("actors.csv", 0, null, 1, 1, TestName = "Of_a_whole_file_it_gives_the_first_line")]
    [TestCase("actors.csv", 2, "kind", 2, 1, TestName = "Of_a_column_left_out_it_gives_the_line")]
    [TestCase("actors.csv", 99, "name", 99, 1, TestName = "Of_a_row_that_is_gone_it_gives_the_line")]
    [TestCase(
        "concepts.csv",
        0,
        "label_fr",
        1,
        1,
        TestName = "Of_a_row_that_the_reader_made_it_gives_the_first_line_of_no_file"
    )]
    [TestCase("", 0, "id", 1, 1, TestName = "Of_no_file_it_gives_the_first_line")]
    [TestCase("names.csv", 3, "name", 3, 1, TestName = "Of_an_empty_file_it_gives_the_line")]
    public void Where_there_is_no_such_cell(string file, int row, string? column, int line, int at)
    {
        using var folder = PackageFolder.Small().With("names.csv", "");
        var issue = new Issue(Severity.Error, "test", new RowPlace(file, row), column, "", "");
        Assert.That(PackageReader.Locate(folder.Path, issue), Is.EqualTo((line, at)));
    }
}

using System.Text;

namespace EcosystemGraph.Core.Tests.Packages;

public class FingerprintTests
{
    private const string Actors = "id,name,acronym,kind\na,\"Anna, of A\",,bank\nb,Bert,B,\nc,\"two\nlines\",,\n";
    private const string Memberships = "actor,grouping\na,g\nb,g\n";

    [Test]
    public async Task It_is_64_hex_digits() => Assert.That(await OfAsync(Actors), Does.Match("^[0-9a-f]{64}$"));

    [TestCase("\uFEFF" + Actors, TestName = "It_is_the_same_with_a_byte_order_mark")]
    [TestCase(
        "id,name,acronym,kind\na,\"Anna, of A\",,bank\nb,Bert,B,\nc,\"two\nlines\",,",
        TestName = "It_is_the_same_without_a_last_line_end"
    )]
    [TestCase(
        "id,name,acronym,kind\r\na,\"Anna, of A\",,bank\r\nb,Bert,B,\r\nc,\"two\r\nlines\",,\r\n",
        TestName = "It_is_the_same_with_CRLF_in_quoted_cells_too"
    )]
    [TestCase(
        "\"id\",\"name\",\"acronym\",\"kind\"\n\"a\",\"Anna, of A\",\"\",\"bank\"\n\"b\",\"Bert\",\"B\",\"\"\n\"c\",\"two\nlines\",\"\",\"\"\n",
        TestName = "It_is_the_same_with_every_cell_quoted"
    )]
    [TestCase(
        "kind,acronym,name,id\nbank,,\"Anna, of A\",a\n,B,Bert,b\n,,\"two\nlines\",c\n",
        TestName = "It_is_the_same_with_columns_in_another_order"
    )]
    [TestCase(
        "id,name,acronym,kind,named,territory\na,\"Anna, of A\",,bank,,\nb,Bert,B,,,\nc,\"two\nlines\",,,,\n",
        TestName = "It_is_the_same_with_more_empty_columns"
    )]
    [TestCase(
        "id,name,acronym,kind\n\na,\"Anna, of A\",,bank\n\n\nb,Bert,B,\nc,\"two\nlines\",,\n\n",
        TestName = "It_is_the_same_with_empty_lines"
    )]
    public async Task It_is_the_same(string actors) =>
        Assert.That(await OfAsync(actors), Is.EqualTo(await OfAsync(Actors)));

    [TestCase(
        "id,name,acronym,kind\na,\"Anna, of B\",,bank\nb,Bert,B,\nc,\"two\nlines\",,\n",
        TestName = "It_changes_with_one_letter"
    )]
    [TestCase(
        "id,name,acronym,kind\na,\"Anna, of A\",bank,\nb,Bert,B,\nc,\"two\nlines\",,\n",
        TestName = "It_changes_with_a_cell_in_another_column"
    )]
    [TestCase(
        "id,name,acronym,kind\na,\"Anna, of A\",,bank\nb,Bert,,\nc,\"two\nlines\",,\n",
        TestName = "It_changes_with_a_cell_emptied"
    )]
    [TestCase(
        "id,name,acronym,kind\nb,Bert,B,\na,\"Anna, of A\",,bank\nc,\"two\nlines\",,\n",
        TestName = "It_changes_with_rows_in_another_order"
    )]
    [TestCase("id,name,acronym,kind\na,\"Anna, of A\",,bank\nb,Bert,B,\n", TestName = "It_changes_with_a_row_less")]
    [TestCase(
        "id,name,acronym,kind\na,\"Anna, of A\",,bank\nb,Bert,B,\nc,\"two lines\",,\n",
        TestName = "It_changes_with_a_line_break_less"
    )]
    public async Task It_changes(string actors) =>
        Assert.That(await OfAsync(actors), Is.Not.EqualTo(await OfAsync(Actors)));

    [Test]
    public async Task It_changes_where_cells_are_divided_otherwise()
    {
        Assert.That(
            await OfAsync("id,name,acronym\na,A\u001Fb,c\n"),
            Is.Not.EqualTo(await OfAsync("id,name,acronym\na,A,b\u001Fc\n"))
        );
    }

    [Test]
    public async Task It_changes_with_title_and_version()
    {
        var descriptors = new[]
        {
            "{}",
            "{\"title\":\"T\"}",
            "{\"title\":\"U\"}",
            "{\"version\":\"T\"}",
            "{\"title\":\"T\",\"version\":\"1\"}",
        };
        var seen = new List<string>();
        foreach (var descriptor in descriptors)
        {
            using var folder = PackageFolder.Small().With("datapackage.json", descriptor);
            seen.Add((await folder.ReadAsync()).Dataset.Sha256);
        }
        Assert.That(seen, Is.Unique);
    }

    [Test]
    public async Task Every_cell_of_every_file_changes_it()
    {
        (string File, string Header, string Row)[] files =
        [
            ("actors.csv", "id,name,acronym,kind,named,territory", "a,b,c,d,true,f"),
            (
                "groupings.csv",
                "id,name,acronym,kind,purpose_fr,purpose_en,themes,territory,from,to,status,confidence,openness,part_of,passages,mention",
                "a,b,c,d,e,f,g,h,2019,2020,PAST,INFERRED,OPEN,m,n,o"
            ),
            (
                "memberships.csv",
                "id,actor,grouping,role,territory,regularity,from,to,status,confidence,openness,passages,mention,note_fr,note_en",
                "a,b,c,d,e,REGULAR,2019,2020,PAST,INFERRED,OPEN,m,n,o,p"
            ),
            (
                "partnerships.csv",
                "id,source,target,type,role,grouping,occasion,regularity,themes,territory,from,to,status,confidence,openness,passages,mention,note_fr,note_en",
                "a,b,c,d,r,e,s,REGULAR,f,g,2019,2020,PAST,INFERRED,OPEN,m,n,o,p"
            ),
            ("denials.csv", "id,source,target,type,passages,mention,note_fr,note_en", "a,b,c,d,e,f,g,h"),
            (
                "measures.csv",
                "id,subject,concept,value,qualifier,unit,at,confidence,passages,mention",
                "a,b,c,1,ABOUT,d,2019,INFERRED,e,f"
            ),
            ("names.csv", "entity,name,confidence,passages", "a,b,INFERRED,c"),
            (
                "concepts.csv",
                "id,scheme,label_fr,label_en,broader,definition_fr,definition_en,mutual",
                "a,theme,b,c,d,e,f,true"
            ),
            ("territories.csv", "id,name,kind,within,code", "a,b,place,c,d"),
            (
                "sources.csv",
                "id,title,publisher,date,date_confidence,language,respondent,sha256",
                "a,b,c,2021,INFERRED,EN,d," + new string('0', 64)
            ),
            ("passages.csv", "id,source,question,paragraph,also,sha256", "a,b,1,2,3.4," + new string('0', 64)),
        ];
        using var folder = new PackageFolder();
        foreach (var (file, header, row) in files)
            folder.With(file, header + "\n" + row + "\n");
        var (data, issues) = await folder.ReadAsync();
        Assert.That(issues.Errors.Select(folder.Shown), Is.Empty);
        foreach (var (file, header, row) in files)
        {
            var cells = row.Split(',');
            for (var i = 0; i < cells.Length; i++)
            {
                folder.With(
                    file,
                    header + "\n" + string.Join(',', cells.Select((cell, at) => at == i ? cell + "9" : cell)) + "\n"
                );
                Assert.That(
                    (await folder.ReadAsync()).Dataset.Sha256,
                    Is.Not.EqualTo(data.Sha256),
                    $"{file} {header.Split(',')[i]}"
                );
            }
            folder.With(file, header + "\n" + row + "\n");
        }
        Assert.That((await folder.ReadAsync()).Dataset.Sha256, Is.EqualTo(data.Sha256));
    }

    private static async Task<string> OfAsync(string actors)
    {
        using var folder = new PackageFolder()
            .With("actors.csv", Encoding.UTF8.GetBytes(actors))
            .With("memberships.csv", Memberships);
        var (data, issues) = await folder.ReadAsync();
        Assert.That(issues.Errors.Select(folder.Shown), Is.Empty);
        return data.Sha256;
    }
}

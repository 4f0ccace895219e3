using System.Text.Json;
using EcosystemGraph.Api.Commands;

namespace EcosystemGraph.Api.Tests.Commands;

/// <summary><c>ask</c>: the answer to a file's question, as people, programs and spreadsheets read it.</summary>
public sealed class AskTests
{
    private static readonly string Seed = SharedFiles.InRepository("seed-data");
    private static readonly string Example = SharedFiles.InRepository("examples/12-ce-que-le-document-nie.graphql");

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("ecosystem").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task An_answer_is_a_table_with_its_number_of_rows()
    {
        var (code, output, error) = await RunningProgram.RunAsync(["ask", Example, "--data", Seed]);

        Assert.That(code, Is.Zero, error);
        Assert.That(
            output,
            Does.StartWith("denials (1)\n╭").And.Contain("Grands réseaux nationaux").And.Contain("1.14")
        );
    }

    [Test]
    public async Task Or_json()
    {
        var (code, output, _) = await RunningProgram.RunAsync(["ask", Example, "--data", Seed, "--json"]);

        Assert.That(code, Is.Zero);
        Assert.That(
            JsonDocument
                .Parse(output)
                .RootElement.GetProperty("data")
                .GetProperty("denials")[0]
                .GetProperty("isNot")
                .GetProperty("label")
                .GetString(),
            Is.EqualTo("adossé à")
        );
    }

    [Test]
    public async Task Or_csv()
    {
        var (code, output, _) = await RunningProgram.RunAsync(["ask", Example, "--data", Seed, "--csv"]);

        Assert.That(code, Is.Zero);
        Assert.That(
            output,
            Does.StartWith(
                "source name,isNot label,target name,note,evidence\r\nPôle d’Économie Solidaire 21,adossé à,Grands réseaux nationaux d’acteurs de l’accompagnement ou de la création d’activité,"
            )
        );
    }

    [TestCase(
        "actors(where: { id: { eq: \"pes-21\" } }) { nodes { named memberships(first: 1) { nodes { status confidence activity(at: \"2016\") isMember regularity } } kind { label(language: FR) } } }",
        "nommé",
        "passé énoncé avec certitude oui non précisé"
    )]
    [TestCase(
        "actors(where: { id: { eq: \"pes-21\" } }) { nodes { named memberships(first: 1) { nodes { status confidence activity(at: \"2016\") isMember regularity } } kind { label(language: EN) } } }",
        "named",
        "past stated surely yes not stated"
    )]
    [TestCase(
        "territories(where: { id: { eq: \"cote-d-or\" } }) { nodes { kind within { kind } } }",
        "département,ancienne région"
    )]
    [TestCase("grouping(id: \"rares\") { measures { qualifier concept { label(language: EN) } } }", "exactly")]
    [TestCase(
        "search(text: \"foyers ruraux\") { rank entity { ... on Actor { isNamed: named } } }",
        "mots du nom,nommé"
    )]
    [TestCase(
        "network(input: { focus: [\"rares\"] }) { nodes(first: 1) { entity { ... on Grouping { status } } cutVertex } }",
        "en cours,oui"
    )]
    [TestCase(
        "coAccompaniers(theme: \"agri-rural\", with: \"pes-21\", first: 1) { edges { node { sure: confidence links { confidence } } } }",
        "déduit",
        "déduit"
    )]
    [TestCase("dataset { findings { severity } }", "à savoir")]
    [TestCase(
        "partnerships(first: 0, where: { target: { kind: { under: \"bank\" } } }) { facets(by: REGULARITY) { value label(language: EN) } }",
        "REGULAR,regular"
    )]
    public async Task In_tables_and_csv_values_are_words_of_one_language(string question, params string[] expected)
    {
        foreach (var form in new[] { "--csv", null })
        {
            var (code, output, error) = await AskAsync(
                $"{{ {question} }}",
                [.. form is null ? Array.Empty<string>() : [form]]
            );
            Assert.That(code, Is.Zero, error);
            foreach (var text in expected.SelectMany(text => form is null ? text.Split(',') : [text]))
                Assert.That(output, Does.Contain(text));
        }
    }

    [Test]
    public async Task Texts_and_words_are_in_the_language_asked_for()
    {
        const string Question =
            "{ grouping(id: \"rares\") { status role: kind { label french: label(language: FR) } } }";
        foreach (var form in new[] { "--csv", "--json" })
        {
            var (code, output, error) = await AskAsync(Question, "--language", "EN", form);
            Assert.That(code, Is.Zero, error);
            Assert.That(
                output,
                Does.Contain("consortium")
                    .And.Contain("groupement d’acteurs")
                    .And.Contain(form == "--csv" ? "current" : "CURRENT")
            );
        }
        Assert.That((await AskAsync(Question, "--language", "DE")).Error, Does.Contain("DE"));
    }

    [Test]
    public async Task Json_keeps_the_names_of_the_contract()
    {
        var (_, output, _) = await AskAsync("{ grouping(id: \"rares\") { status kind { label } } }", "--json");

        Assert.That(output, Does.Contain("\"CURRENT\""));
    }

    [Test]
    public async Task Variables_are_given_as_json()
    {
        var (code, output, error) = await AskAsync(
            "query($id: ID!) { grouping(id: $id) { acronym } }",
            "--variables",
            "{\"id\": \"rares\"}",
            "--csv"
        );

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Is.EqualTo("acronym\r\nRARES\r\n"));
    }

    [TestCase("{ actor(id: \"pes-21\") { nam } }", 1, "nam")]
    [TestCase("{ actor(", 1, "")]
    [TestCase("{ paths(from: \"nobody\", to: \"pes-21\") { length } }", 1, "from: there is no entity 'nobody'")]
    public async Task What_cannot_be_answered_says_why(string question, int expected, string message)
    {
        var (code, _, error) = await AskAsync(question);

        Assert.That(code, Is.EqualTo(expected));
        Assert.That(error, Does.Contain(message).And.Not.Contain("   at "));
        Assert.That(error.Trim(), Is.Not.Empty);
    }

    [Test]
    public async Task A_missing_file_bad_variables_and_a_missing_folder_are_named()
    {
        Assert.That(
            await RunningProgram.RunAsync(["ask", "nowhere.graphql"]),
            Is.EqualTo((2, "", "There is no file 'nowhere.graphql'.\n"))
        );
        Assert.That(
            (await AskAsync("{ dataset { title } }", "--variables", "[")).Error,
            Does.StartWith("--variables is no JSON object")
        );
        var (code, _, error) = await RunningProgram.RunAsync([
            "ask",
            Example,
            "--data",
            Path.Combine(_folder, "nowhere"),
        ]);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("there is no folder"));
    }

    [Test]
    public async Task One_form_at_a_time()
    {
        var (code, _, error) = await RunningProgram.RunAsync(["ask", Example, "--json", "--csv"]);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Contain("--json and --csv are both given; give one of them."));
    }

    // What stands above is single, what stands below a list; a list within a row is one cell.
    [TestCase("""{"a":{"n":1,"m":{"x":true},"items":[{"b":"c"}]}}""", "a: n,m x = 1,true | a.items: b = c")]
    [TestCase("""{"a":[{"b":{"c":"1"}},{"b":null}]}""", "a: b c = 1;")]
    [TestCase("""{"a":[{"b":["x","y"],"c":[{"d":1,"e":{"f":2}},{"d":3,"e":null}]}]}""", "a: b,c = x; y,1 2; 3")]
    [TestCase("""{"a":null,"b":5,"c":[]}""", "a: a =  | b: b = 5 | c:  = ")]
    public void Tables_follow_the_answer(string data, string expected)
    {
        var tables = AnswerTables.Of(JsonDocument.Parse(data).RootElement, null);

        Assert.That(
            string.Join(
                " | ",
                tables.Select(table =>
                    $"{table.Name}: {string.Join(',', table.Columns)} = {string.Join(';', table.Rows.Select(row => string.Join(',', row)))}"
                )
            ),
            Is.EqualTo(expected)
        );
    }

    [Test]
    public void A_cell_that_a_spreadsheet_would_run_is_kept_a_text()
    {
        Assert.That(
            AskCommand.CsvOf([
                new AnswerTable(
                    "t",
                    ["a"],
                    [
                        ["=cmd|' /C calc'!A0"],
                    ]
                ),
            ]),
            Is.EqualTo("a\r\n\"'=cmd|' /C calc'!A0\"\r\n")
        );
    }

    [Test]
    public void Of_several_tables_in_csv_each_has_its_name_above_it()
    {
        Assert.That(
            AskCommand.CsvOf([
                new AnswerTable("a.nodes", [], []),
                new AnswerTable(
                    "b",
                    ["b"],
                    [
                        ["1"],
                    ]
                ),
            ]),
            Is.EqualTo("a.nodes\r\n\r\nb\r\nb\r\n1\r\n")
        );
    }

    private async Task<(int Code, string Output, string Error)> AskAsync(string question, params string[] options)
    {
        var file = Path.Combine(_folder, "question.graphql");
        await File.WriteAllTextAsync(file, question);
        return await RunningProgram.RunAsync(["ask", file, "--data", Seed, .. options]);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EcosystemGraph.Api.Tests.Commands;

/// <summary>The program in the hands of people who live elsewhere, mistype, or have other things running.</summary>
public sealed class UserTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly string[] Questions =
    [
        """{ dataset { title version sha256 actorCount } actors(first: 500) { totalCount nodes { id name acronym names kind { label } territory { name } groupingCount } pageInfo { endCursor } } }""",
        """{ actors(first: 30, order: [{ name: DESC }], where: { name: { contains: "İNSTİTUT" } }) { nodes { name } } i: actors(where: { name: { contains: "INITIATIVES" } }) { nodes { name } } }""",
        """{ memberships(order: [{ from: DESC }]) { nodes { id from to status activity(at: "2016-07-01") confidence } edges { cursor } } d: memberships(where: { activeAt: { date: "2019-12-31" } }) { totalCount } }""",
        """{ coAccompaniers(theme: "agri-rural", with: "pes-21", includeCategories: true) { nodes { actor { name } sharedCount evidence { mention passage { locator } } } } }""",
        """{ groupings { nodes { name from declaredMemberCount memberGap measures { value at } } } concepts(order: [{ label: ASC }]) { nodes { label label_en: label(language: EN) } } coAccompaniers(theme: "AGRİ-RURAL") { totalCount } }""",
        """{ actors(first: 501) { totalCount } }""",
        """{ grouping(id: "rares") { activity(at: "٢٠١٩") } }""",
    ];

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("ecosystem").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("tr-TR", "Pacific/Kiritimati")]
    [TestCase("ar-SA", "America/St_Johns")]
    public async Task Everyone_gets_the_same_answers_whatever_the_culture_and_the_time_zone(string culture, string zone)
    {
        var language = culture.Replace('-', '_') + ".UTF-8";
        using var program = ProgramTests.Start(
            ["--data", SharedFiles.InRepository("seed-data"), "--urls", "http://127.0.0.1:0"],
            ("LANG", language),
            ("LC_ALL", language),
            ("TZ", zone),
            ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0")
        );
        try
        {
            Assert.That(
                await program.StandardOutput.ReadLineAsync().WaitAsync(Limit),
                Does.Match(@"^Loaded 116 actors, .* in [0-9]+\.[0-9] s\.$")
            );
            var started = await program.StandardOutput.ReadLineAsync().WaitAsync(Limit);
            var address = new Uri(started!.Split(' ')[2].TrimEnd('.', ','));
            foreach (var question in Questions)
            {
                var body = System.Text.Json.JsonSerializer.Serialize(new { query = question });
                using var there = await SeedServer.Client.PostAsync(address, SeedServer.Json(body));
                using var here = await SeedServer.Client.PostAsync(SeedServer.Address, SeedServer.Json(body));
                Assert.That(
                    await there.Content.ReadAsStringAsync(),
                    Is.EqualTo(await here.Content.ReadAsStringAsync()),
                    question
                );
            }
        }
        finally
        {
            program.Kill();
        }
    }

    [TestCase("tr-TR")]
    [TestCase("ar-SA")]
    public async Task The_schema_and_the_report_of_a_package_are_the_same_everywhere(string culture)
    {
        var language = culture.Replace('-', '_') + ".UTF-8";
        await File.WriteAllTextAsync(Path.Combine(_folder, "actors.csv"), "id,name,named\nI1,I,TRUE\ni1,i,maybe\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "memberships.csv"), "actor,grouping,from\nI1,g,2019-13\n");
        foreach (var arguments in new[] { new[] { "schema" }, ["validate", "--data", _folder] })
        {
            var outputs = new List<string>();
            foreach (var one in new[] { "C.UTF-8", language })
            {
                using var program = ProgramTests.Start(arguments, ("LANG", one), ("LC_ALL", one));
                outputs.Add(await program.StandardOutput.ReadToEndAsync().WaitAsync(Limit));
            }
            Assert.That(outputs[0], Is.Not.Empty);
            Assert.That(outputs[1], Is.EqualTo(outputs[0]));
        }
    }

    [Test]
    public async Task A_taken_port_is_told_in_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var (code, output, error) = await ProgramTests.RunAsync(
            "--data",
            SharedFiles.InRepository("seed-data"),
            "--urls",
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}")
        );

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Is.Empty);
        Assert.That(error.TrimEnd('\n'), Does.StartWith("Cannot listen on").And.Not.Contain("\n"));
    }

    [TestCase("actors.csv", "id,name\na,A\n")]
    [TestCase("memberships.csv", "actor,grouping\na,g\n")]
    public async Task A_package_without_a_required_file_says_which(string file, string text)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, file), text);
        foreach (var (command, expected) in new[] { ("serve", 1), ("validate", 2) })
        {
            var (code, output, error) = await ProgramTests.RunAsync(command, "--data", _folder);

            Assert.That(code, Is.EqualTo(expected), command);
            Assert.That(output, Is.Empty);
            Assert.That(error, Does.Contain("actors.csv").And.Contain("memberships.csv"));
        }
    }

    [TestCase("--data", "a", "b")]
    [TestCase("validate", "--write")]
    [TestCase("validate", "x")]
    [TestCase("schema", "x")]
    public async Task A_mistyped_line_is_an_error_that_says_what_and_shows_the_usage(params string[] line)
    {
        var (code, output, error) = await ProgramTests.RunAsync(line);

        Assert.That(code, Is.Not.Zero);
        Assert.That(error, Is.Not.Empty);
        Assert.That(output, Does.Contain("Usage:"));
    }

    [TestCase("serve", "--data --urls --store")]
    [TestCase("validate", "--data --document --write")]
    [TestCase("load", "--data --neo4j-uri")]
    [TestCase("explain", "--variables")]
    [TestCase("schema", "Usage:")]
    public async Task Each_command_has_its_help(string command, string names)
    {
        var (code, output, error) = await ProgramTests.RunAsync(command, "--help");

        Assert.That(code, Is.Zero);
        Assert.That(error, Is.Empty);
        foreach (var name in names.Split(' '))
            Assert.That(output, Does.Contain(name));
    }

    [TestCase("nowhere.txt")]
    [TestCase(".")]
    public async Task A_document_that_cannot_be_read_ends_validate_with_2(string document)
    {
        var (code, output, error) = await ProgramTests.RunAsync(
            "validate",
            "--data",
            SharedFiles.InRepository("seed-data"),
            "--document",
            Path.Combine(_folder, document)
        );

        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Is.Empty);
        Assert.That(error, Does.Contain("cannot be read"));
    }

    [TestCase("{", null, "1:3: ")]
    [TestCase("{ bogus }", null, "bogus")]
    [TestCase("{ dataset { title } }", "{", "--variables is no JSON object")]
    [TestCase("{ dataset { title } }", "[]", "--variables is no JSON object")]
    [TestCase("{ dataset { title } }", """{"a":1,"a":2}""", "--variables is no JSON object")]
    public async Task Explain_tells_what_is_wrong_with_a_question(string question, string? variables, string says)
    {
        var file = Path.Combine(_folder, "question.graphql");
        await File.WriteAllTextAsync(file, question + "\n");
        var (code, output, error) = await ProgramTests.RunAsync([
            "explain",
            file,
            .. variables is null ? [] : new[] { "--variables", variables },
        ]);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Is.Empty);
        Assert.That(error.TrimEnd('\n'), Does.Contain(says).And.Not.Contain("\n"));
    }

    [Test]
    public async Task Explain_shows_the_plan_the_statements_and_their_parameters()
    {
        var file = Path.Combine(_folder, "question.graphql");
        await File.WriteAllTextAsync(
            file,
            "{ network(input: { focus: [\"rares\"] }) { nodeCount } actors(first: 2) { totalCount } }"
        );
        var (code, output, error) = await ProgramTests.RunAsync(["explain", file]);

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("around \"rares\"").And.Contains("MATCH").And.Contains("\"p0\":\"rares\""));
    }
}

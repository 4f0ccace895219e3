using System.Text.RegularExpressions;
using EcosystemGraph.Api.Commands;
using EcosystemGraph.Api.GraphQL;

namespace EcosystemGraph.Api.Tests.Commands;

/// <summary>The program started wrongly: one clear sentence, an exit code, no stack. And how it is stopped.</summary>
public sealed partial class ProgramFaultTests
{
    private static readonly string Seed = SharedFiles.InRepository("seed-data");

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("ecosystem").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("nonsense")]
    [TestCase("http://")]
    [TestCase("http://127.0.0.1:99999")]
    [TestCase("http://127.0.0.1:x")]
    [TestCase("ftp://127.0.0.1:0")]
    [TestCase("http://127.0.0.1:0/path")]
    [TestCase("https://127.0.0.1:0")]
    [TestCase("http://192.0.2.1:5080")]
    [TestCase("http://127.0.0.1:0;nonsense")]
    [TestCase("http://127.0.0.1:-1")]
    [TestCase("http://a b:5080")]
    [TestCase(";")]
    public async Task An_address_where_it_cannot_listen_is_named(string urls)
    {
        var (code, output, error) = await RunningProgram.RunAsync(["--data", Seed, "--urls", urls]);

        Assert.That(code, Is.EqualTo(1), output + error);
        Assert.That(Sentence(error), Does.Contain(urls));
        Assert.That(output, Is.Empty, "it does not say that it serves");
    }

    [TestCase("http://localhost:5080")]
    [TestCase("HTTP://LOCALHOST:5080/")]
    [TestCase("http://127.0.0.1:0")]
    [TestCase("http://[::1]:5080;http://127.0.0.1:5080")]
    [TestCase("http://*:5080")]
    [TestCase("http://+:80;")]
    [TestCase("http://example.org")]
    public void An_address_where_it_may_listen_is_one(string urls) =>
        Assert.That(ListenAddresses.Problem(urls), Is.Null);

    [Test]
    public async Task A_file_in_place_of_the_folder_is_named()
    {
        var (code, _, error) = await RunningProgram.RunAsync(["--data", Path.Combine(Seed, "actors.csv")]);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(Sentence(error), Does.Contain("actors.csv"));
    }

    [TestCase("actors.csv", "memberships.csv")]
    [TestCase("memberships.csv", "actors.csv")]
    public async Task A_package_without_a_file_it_needs_says_which(string only, string missing)
    {
        File.Copy(Path.Combine(Seed, only), Path.Combine(_folder, only));
        var (code, _, error) = await RunningProgram.RunAsync(["--data", _folder]);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(Sentence(error), Does.Contain(missing));
    }

    [Test]
    public async Task A_package_with_errors_says_how_many_and_what_lists_them()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "actors.csv"), "id,name\na b,A\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "memberships.csv"), "actor,grouping\nx,g\n");
        var (code, _, error) = await RunningProgram.RunAsync(["--data", _folder]);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(Sentence(error), Does.Match(@"an error|\d+ errors").And.Contain("validate --data"));
    }

    [Test]
    public async Task Without_any_folder_of_data_it_says_how_to_name_one()
    {
        var (code, _, error) = await RunningProgram.RunAsync([], _folder);

        // Beside the program there may be none either.
        Assert.That(code, Is.EqualTo(1));
        Assert.That(Sentence(error), Does.Contain("seed-data").And.Contain("--data"));
    }

    [TestCase("--bogus")]
    [TestCase("serve", "--bogus")]
    [TestCase("bogus")]
    [TestCase("serve", "bogus")]
    [TestCase("--data")]
    [TestCase("--urls")]
    [TestCase("--store", "bogus")]
    [TestCase("explain")]
    [TestCase("explain", "nowhere.graphql")]
    [TestCase("validate", "--bogus")]
    public async Task A_command_line_that_is_none_is_refused(params string[] arguments)
    {
        var (code, output, error) = await RunningProgram.RunAsync(arguments, _folder);

        Assert.That(code, Is.Not.Zero);
        Assert.That(error, Is.Not.Empty);
        Assert.That(error + output, Does.Not.Contain("   at ").And.Not.Contain("Exception"));
    }

    [TestCase("--help")]
    [TestCase("-h")]
    [TestCase("serve", "--help")]
    [TestCase("validate", "--help")]
    [TestCase("--version")]
    public async Task Help_is_no_error(params string[] arguments)
    {
        var (code, output, error) = await RunningProgram.RunAsync(arguments, _folder);

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Is.Not.Empty);
        Assert.That(error, Is.Empty);
    }

    [TestCase("--data", "--urls", "--store", "--neo4j-uri")]
    public async Task Help_of_the_default_command_names_its_options(params string[] options)
    {
        var (_, output, _) = await RunningProgram.RunAsync(["serve", "--help"], _folder);

        foreach (var option in options)
            Assert.That(output, Does.Contain(option));
    }

    [Test]
    public async Task The_schema_is_printed_as_it_is_kept()
    {
        var (code, output, _) = await RunningProgram.RunAsync(["schema"], _folder);

        Assert.That(code, Is.Zero);
        Assert.That(
            output,
            Is.EqualTo(await File.ReadAllTextAsync(SharedFiles.InRepository("schema/ecosystem.graphql")))
        );
        Assert.That(output, Is.EqualTo(new EcosystemSchema().Printed()));
    }

    [TestCase("TERM")]
    [TestCase("INT")]
    public async Task It_stops_when_told_and_says_nothing_more(string signal)
    {
        using var program = RunningProgram.Start(["--data", Seed, "--urls", "http://127.0.0.1:0"]);
        // What it has loaded, where it answers, and where its page is or how to get it.
        await program.LineAsync();
        await program.LineAsync();
        Assert.That(
            await program.LineAsync(),
            Does.Match(@"^(Playground at http://127\.0\.0\.1:\d+/$|The page at / is not built: )")
        );

        Assert.That(await program.SignalAsync(signal), Is.Zero);
        Assert.That(await program.LineAsync(), Is.Null);
        Assert.That(await program.ErrorAsync(), Is.Empty);
    }

    [Test]
    public async Task It_answers_the_same_bytes_in_every_culture_and_time_zone()
    {
        const string Question = """
            { actors(where: { name: { contains: "INITIATIVE" } }, order: [{ name: DESC }]) { totalCount edges { cursor node { name kind { label } } } }
              memberships(where: { activeAt: { date: "2021-07" } }, order: [{ from: DESC }], first: 5) { nodes { id from activity(at: "2021-07-01") } pageInfo { endCursor } }
              groupings { nodes { declaredMemberCount measures { value } } } }
            """;
        var answers = new List<string>();
        foreach (
            var (culture, zone) in new[]
            {
                ("C", "UTC"),
                ("tr_TR.UTF-8", "Pacific/Kiritimati"),
                ("ar_SA.UTF-8", "America/Los_Angeles"),
            }
        )
        {
            using var program = RunningProgram.Start(
                ["--data", Seed, "--urls", "http://127.0.0.1:0"],
                null,
                ("LC_ALL", culture),
                ("LANG", culture),
                ("TZ", zone)
            );
            await program.LineAsync();
            var address = Address().Match((await program.LineAsync())!).Value;
            using var response = await SeedServer.Client.PostAsync(
                new Uri(address),
                SeedServer.Json(System.Text.Json.JsonSerializer.Serialize(new { query = Question }))
            );
            answers.Add(await response.Content.ReadAsStringAsync());
            await program.SignalAsync("TERM");
        }

        Assert.That(answers[0], Does.Contain("\"cursor\"").And.Not.Contain("errors"));
        Assert.That(answers, Is.All.EqualTo(answers[0]));
    }

    // What a user reads: one line, one sentence.
    private static string Sentence(string error)
    {
        Assert.That(error.TrimEnd('\n').Split('\n'), Has.Length.EqualTo(1), error);
        Assert.That(error, Does.Not.Contain("   at ").And.Not.Contain("Exception"));
        return error;
    }

    [GeneratedRegex(@"http://\S+/graphql")]
    private static partial Regex Address();
}

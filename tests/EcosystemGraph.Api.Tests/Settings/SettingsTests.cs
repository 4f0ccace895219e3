using System.Text.RegularExpressions;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Api.Tests.Commands;
using EcosystemGraph.Api.Tests.Http;

namespace EcosystemGraph.Api.Tests.Settings;

/// <summary>Settings are read once, and whatever is wrong with them is said before the program listens.</summary>
public sealed partial class SettingsTests
{
    private static readonly string Seed = SharedFiles.InRepository("seed-data");

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("ecosystem").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("Http:MaxBodyBytes=abc", "Http:MaxBodyBytes is 'abc'; give a whole number, 1024 to 16777216 bytes")]
    [TestCase("Http:MaxBodyBytes=1", "Http:MaxBodyBytes is '1'; give a whole number, 1024 to 16777216 bytes")]
    [TestCase("Http:RequestSeconds=1,5", "Http:RequestSeconds is '1,5'; give a whole number, 1 to 600 s")]
    [TestCase("Http:RequestSeconds=", "Http:RequestSeconds is ''; give a whole number, 1 to 600 s")]
    [TestCase(
        "Http:RequestSeconds=99999999999999",
        "Http:RequestSeconds is '99999999999999'; give a whole number, 1 to 600 s"
    )]
    [TestCase("Http:Compression=yes", "Http:Compression is 'yes'; give true or false")]
    [TestCase("Http:BasePath=ecosystem", "Http:BasePath is 'ecosystem'; give a path such as /ecosystem")]
    [TestCase(
        "Http:TrustedProxies=10.0.0.0/8 proxy",
        "Http:TrustedProxies has 'proxy'; give IP addresses or networks such as 10.0.0.0/8"
    )]
    [TestCase(
        "Cors:Origins=https://example.org/",
        "Cors:Origins has 'https://example.org/'; give origins such as https://example.org, or *"
    )]
    [TestCase("Logs:Level=Loud", "Logs:Level is 'Loud'; give one of Debug, Information, Warning, Error, None")]
    [TestCase(
        "Documents:Folder=/nowhere",
        "Documents:Folder is '/nowhere'; give a folder of *.graphql files that is there"
    )]
    [TestCase(
        "Documents:Only=true",
        "Documents:Only is true without a Documents:Folder; name the folder of the documents that may be asked"
    )]
    [TestCase("Http:MaxBodyByte=2000", "Http:MaxBodyByte is no setting; did you mean Http:MaxBodyBytes")]
    [TestCase("RateLimit:Foo=1", "RateLimit:Foo is no setting; RateLimit has RateLimit:Requests, RateLimit:Seconds")]
    [TestCase(
        "ApiKeys:site=short",
        "ApiKeys:site is too short or has other than ASCII characters without spaces; give 16 characters or more"
    )]
    public void What_is_wrong_is_said_with_the_setting_the_value_and_what_would_be_right(string setting, string says)
    {
        Assert.That(Problems(setting), Is.EqualTo(new[] { says }));
    }

    [Test]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        Assert.That(
            Problems("Http:MaxBodyBytes=x", "Http:Nope=1", "Logs:Format=xml", "RateLimit:Seconds=0"),
            Has.Length.EqualTo(4)
        );
    }

    [TestCase("Cors:Origins=https://a.example;https://b.example:8443, http://localhost:3000")]
    [TestCase(
        "Cors:Origins:0=https://a.example",
        "Cors:Origins:1=https://b.example:8443",
        "Cors:Origins:2=http://localhost:3000"
    )]
    public void A_list_is_one_text_or_members(params string[] settings)
    {
        Assert.That(Problems(settings), Is.Empty);
        Assert.That(
            ServiceSettings.Read(new SettingsReader(Server.Configuration(settings))).Cors.Origins,
            Is.EqualTo(new[] { "https://a.example", "https://b.example:8443", "http://localhost:3000" })
        );
    }

    [Test]
    public void The_message_about_a_key_does_not_show_it() =>
        Assert.That(Problems("ApiKeys:site=hunter2").Single(), Does.Not.Contain("hunter2"));

    [Test]
    public void README_has_every_setting_with_its_default_and_range()
    {
        var reader = new SettingsReader(Server.Configuration());
        ServiceSettings.Read(reader);
        var rows = Row()
            .Matches(File.ReadAllText(SharedFiles.InRepository("README.md")))
            .ToDictionary(row => row.Groups[1].Value, row => (row.Groups[2].Value.Trim(), row.Groups[3].Value.Trim()));

        Assert.That(reader.Known, Is.Not.Empty);
        foreach (var setting in reader.Known)
            Assert.That(rows.GetValueOrDefault(setting.Name), Is.EqualTo((setting.Unset, setting.Range)), setting.Name);
        Assert.That(
            rows.Keys.Where(name => !name.StartsWith("Neo4j:", StringComparison.Ordinal)),
            Is.EquivalentTo(reader.Known.Select(setting => setting.Name))
        );
    }

    [Test]
    public async Task The_file_the_environment_and_the_command_line_are_read_and_the_later_counts()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "appsettings.json"),
            """{ "Http": { "MaxBodyBytes": 1, "RequestSeconds": 0, "BodySeconds": 0 } }"""
        );
        using var program = RunningProgram.Start(
            [
                "--data",
                Seed,
                "--urls",
                "http://127.0.0.1:0",
                "--set",
                "Http:BodySeconds=5",
                "--set",
                "Http__CacheSeconds=-1",
            ],
            _folder,
            ("Http__RequestSeconds", "7")
        );
        var error = await program.ErrorAsync();

        Assert.That(
            error,
            Is.EqualTo(
                "Http:MaxBodyBytes is '1'; give a whole number, 1024 to 16777216 bytes.\nHttp:CacheSeconds is '-1'; give a whole number, 0 to 86400 s.\n"
            )
        );
    }

    [Test]
    public async Task Problems_of_the_Neo4j_server_are_said_with_the_others()
    {
        var (code, output, error) = await RunningProgram.RunAsync([
            "--store",
            "neo4j",
            "--neo4j-uri",
            "nonsense",
            "--set",
            "Logs:Level=x",
        ]);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Is.Empty);
        Assert.That(error, Does.Contain("Logs:Level is 'x'").And.Contain("Neo4j:Uri is no address of a Neo4j server"));
    }

    [TestCase("--set", "nonsense", "--set nonsense is no setting; write NAME=VALUE")]
    [TestCase("--set", "=1", "--set =1 is no setting; write NAME=VALUE")]
    public async Task A_setting_that_is_none_is_named(string option, string value, string says)
    {
        var (code, _, error) = await RunningProgram.RunAsync(["--data", Seed, option, value]);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.StartWith(says));
    }

    [Test]
    public async Task A_file_that_is_no_JSON_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"), "{ \"Http\": ");
        var (code, _, error) = await RunningProgram.RunAsync(["--data", Seed], _folder);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(
            error,
            Is.EqualTo("appsettings.json in the current folder cannot be read: it is no JSON; mend it or remove it.\n")
        );
    }

    [Test]
    public async Task A_persisted_document_that_is_wrong_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.graphql"), "{ bogus }");
        await File.WriteAllTextAsync(Path.Combine(_folder, "b.graphql"), "{");
        var (code, output, error) = await RunningProgram.RunAsync(
            ["--data", Seed, "--urls", "http://127.0.0.1:0", "--set", "Documents:Folder=."],
            _folder
        );

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Is.Empty);
        Assert.That(error.TrimEnd('\n').Split('\n'), Has.Length.EqualTo(2), error);
        Assert.That(
            error,
            Does.StartWith("Documents:Folder: a.graphql:1:3: ").And.Contain("\nDocuments:Folder: b.graphql:1:")
        );
    }

    private static string[] Problems(params string[] settings)
    {
        var reader = new SettingsReader(Server.Configuration(settings));
        ServiceSettings.Read(reader);
        return [.. reader.Problems()];
    }

    // | Name:Setting | default | range | meaning |
    [GeneratedRegex(@"(?m)^\| (\w+:\w+) \| ([^|]*)\| ([^|]*)\| [^|]+ \|$")]
    private static partial Regex Row();
}

using System.Text;
using System.Text.Json;
using EcosystemGraph.Api.Tests.Commands;
using EcosystemGraph.Api.Tests.Http;
using EcosystemGraph.Contracts.Tests;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Stores;

namespace EcosystemGraph.Languages.Tests;

/// <summary>German, which the program does not bring: its file beside the program, and columns in the data.</summary>
public sealed class ThirdLanguageTests
{
    private static readonly (string Name, string Text)[] Package =
    [
        ("actors.csv", "id,name,kind\nanna,Anna,bank\nbert,Bert,school\n"),
        ("groupings.csv", "id,name,purpose_de\nkreis,Kreis,Austausch\n"),
        ("memberships.csv", "actor,grouping,from,note_fr\nanna,kreis,2016,remarque\nbert,kreis,,\n"),
        ("partnerships.csv", "source,target,type,status,note_de\nanna,bert,funds,CURRENT,zinslos\n"),
        (
            "concepts.csv",
            "id,scheme,label_fr,label_en,label_de\nbank,actor-kind,banque,bank,Sparkasse\nschool,actor-kind,école,school,\nfunds,link-type,finance,funds,fördert\n"
        ),
    ];

    private string _folder = "";

    [SetUp]
    public void MakePackage()
    {
        _folder = Directory.CreateTempSubdirectory("ecosystem").FullName;
        foreach (var (name, text) in Package)
            File.WriteAllText(Path.Combine(_folder, name), text);
    }

    [TearDown]
    public void RemovePackage() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Its_file_says_all_that_the_others_say()
    {
        Assert.That(Language.Names, Is.EqualTo(new[] { "FR", "EN", "DE" }));
        Assert.That(LanguageFiles.FaultsOf(Language.All[2]), Is.Empty);
    }

    [Test]
    public async Task A_file_that_lacks_a_text_is_named_with_its_key_and_the_program_does_not_start()
    {
        var beside = Path.Combine(TestContext.CurrentContext.TestDirectory, "Languages", "xy.json");
        var german = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(beside)!, "de.json"));
        try
        {
            await File.WriteAllTextAsync(
                beside,
                german.Replace("\"Abbildungen\"", "\"Abbildungen\", \"titel\": \"\"", StringComparison.Ordinal)
            );
            var (code, _, error) = await RunningProgram.RunAsync(["schema"]);

            Assert.That(
                (code, error.Trim()),
                Is.EqualTo((2, "Languages/xy.json has page.titel, which nothing says; delete it"))
            );
        }
        finally
        {
            File.Delete(beside);
        }
    }

    [Test]
    public async Task An_answer_is_in_it_with_the_words_of_its_values()
    {
        var question = Path.Combine(_folder, "question.graphql");
        await File.WriteAllTextAsync(
            question,
            "{ partnerships { nodes { source { name kind { label } } type { label } target { kind { label } } status confidence note mutual } } }"
        );

        var (code, output, error) = await RunningProgram.RunAsync([
            "ask",
            question,
            "--data",
            _folder,
            "--csv",
            "--language",
            "de",
        ]);

        Assert.That(code, Is.Zero, error);
        Assert.That(
            output,
            Does.EndWith("\r\nAnna,Sparkasse,fördert,école,laufend,ausgesagt,zinslos,nein\r\n"),
            "a text that it lacks is given in another"
        );
    }

    [Test]
    public async Task A_language_that_is_not_there_is_named_with_those_that_are()
    {
        var (code, _, error) = await RunningProgram.RunAsync(["ask", "none.graphql", "--language", "es"]);

        Assert.That(code, Is.Not.Zero);
        Assert.That(error, Does.Contain("There is no language 'es'; give FR or EN or DE."));
    }

    [Test]
    public async Task A_figure_is_in_it()
    {
        var file = Path.Combine(_folder, "figure.svg");

        var (code, output, error) = await RunningProgram.RunAsync([
            "figure",
            "--out",
            file,
            "--language",
            "DE",
            "--active-at",
            "2016-H1",
            "--data",
            _folder,
        ]);

        Assert.That(code, Is.Zero, output + error);
        Assert.That(
            await File.ReadAllTextAsync(file),
            Does.Contain(" lang=\"de\"").And.Contain("2\u00A0Akteure").And.Contain("1. Halbjahr 2016")
        );
    }

    [Test]
    public async Task A_workbook_is_in_it()
    {
        var file = Path.Combine(_folder, "all.xlsx");

        var (code, _, error) = await RunningProgram.RunAsync([
            "export",
            "--out",
            file,
            "--language",
            "DE",
            "--data",
            _folder,
        ]);

        Assert.That(code, Is.Zero, error);
        await using var zip = await System.IO.Compression.ZipFile.OpenReadAsync(file);
        using var sheet = new StreamReader(await zip.GetEntry("xl/worksheets/sheet2.xml")!.OpenAsync());
        Assert.That(await sheet.ReadToEndAsync(), Does.Contain("Gewissheit").And.Contain("fördert").And.Contain("ja"));
    }

    [Test]
    public async Task The_page_is_in_it()
    {
        await using var server = await Server.StartAsync(await Stores.InMemoryAsync(await GraphAsync()));

        var page = await server.Client.GetStringAsync(new Uri(server.Root, "/figures?language=de&focus=kreis"));

        Assert.That(
            page,
            Does.Contain("<html lang=\"de\"")
                .And.Contain("Um wen")
                .And.Contain("Wer Mitglied wovon ist; am lesbarsten bei vielen Namen.")
                .And.Contain("Von 300 bis 6000, bei einer Breite von 1200. Leer: 800.")
                .And.Contain("hreflang=\"fr\"")
        );
        Assert.That(page, Does.Not.Contain("Around whom").And.Not.Contain("Autour de qui"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Root, "/figures"));
        request.Headers.Add("Accept-Language", "es, de-AT;q=0.8, fr;q=0.5");
        using var answer = await server.Client.SendAsync(request);
        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Does.Contain("<html lang=\"de\""),
            "what the browser wants"
        );
    }

    [TestCase(
        "{ concepts(where: { label: { eq: \"Sparkasse\" } }) { nodes { id label label_de: label(language: DE) } } }"
    )]
    [TestCase(
        "{ concepts(where: { label: { startsWith: \"FÖRD\" } }) { nodes { label(language: DE) definition(language: DE) } } }"
    )]
    [TestCase("{ concepts(order: [{ label: DESC }]) { nodes { label(language: DE) } } }")]
    [TestCase("{ groupings { nodes { purpose en: purpose(language: EN) de: purpose(language: DE) } } }")]
    [TestCase("{ memberships { nodes { note(language: DE) role { label(language: DE) } } } }")]
    [TestCase(
        "{ actors { facets(by: KIND) { value label(language: DE) count } } dataset { findings { message(language: DE) } } }"
    )]
    [TestCase(
        "{ network(input: { partnerships: { type: { under: \"funds\" } } }) { figure(format: SVG, style: { language: DE }) { content caption } } }"
    )]
    public async Task Both_stores_give_the_same(string question)
    {
        var graph = await GraphAsync();
        var memory = await AnswerAsync(await Stores.InMemoryAsync(graph), question);

        Assert.That(memory, Does.Not.Contain("\"errors\""));
        Assert.That(await AnswerAsync(await Stores.OnNeo4jAsync(graph), question), Is.EqualTo(memory));
    }

    [Test]
    public async Task Only_texts_in_it_change_the_fingerprint_of_data()
    {
        var with = (await ReadAsync()).Sha256;
        var concepts = Path.Combine(_folder, "concepts.csv");
        var text = await File.ReadAllTextAsync(concepts);
        await File.WriteAllTextAsync(concepts, text.Replace("Sparkasse", "Bank", StringComparison.Ordinal));
        Assert.That((await ReadAsync()).Sha256, Is.Not.EqualTo(with));

        await File.WriteAllTextAsync(concepts, "id,scheme,label_fr,label_de\nbank,actor-kind,banque,\n");
        var empty = (await ReadAsync()).Sha256;
        await File.WriteAllTextAsync(concepts, "id,scheme,label_fr\nbank,actor-kind,banque\n");
        Assert.That((await ReadAsync()).Sha256, Is.EqualTo(empty));
    }

    private async Task<Core.Model.Dataset> ReadAsync() =>
        (await PackageReader.ReadAsync(_folder, CancellationToken.None)).Dataset;

    private async Task<ResolvedGraph> GraphAsync() => new(await ReadAsync());

    private static async Task<string> AnswerAsync(IStore store, string question)
    {
        await using var server = await Server.StartAsync(store);
        using var content = new StringContent(
            JsonSerializer.Serialize(new { query = question }),
            Encoding.UTF8,
            "application/json"
        );
        using var answer = await server.Client.PostAsync(server.Address, content);
        return await answer.Content.ReadAsStringAsync();
    }
}

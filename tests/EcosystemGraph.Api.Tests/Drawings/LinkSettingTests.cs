using System.Net;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Api.Tests.Http;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Stores.InMemory;

namespace EcosystemGraph.Api.Tests.Drawings;

/// <summary>What each setting means for links and the page: they are questions as all others, asked in our own documents.</summary>
public sealed class LinkSettingTests
{
    private const string Figure = "/figures/network.svg?focus=rares";
    private const string File = "/networks/network.csv";

    private static async Task<IStore> SeedAsync() =>
        new InMemoryStore(
            new ResolvedGraph(
                (await PackageReader.ReadAsync(SharedFiles.InRepository("seed-data"), CancellationToken.None)).Dataset
            ),
            new NetworkDrawings()
        );

    [Test]
    public async Task Cost_is_counted_by_what_a_file_holds()
    {
        await using var server = await Server.StartAsync(await SeedAsync(), "Limits:Cost=1000");
        var (whole, sentence) = await GetAsync(server, File);
        var (part, _) = await GetAsync(server, File + "?focus=rares&links=MEMBERSHIP");

        Assert.That(whole, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(
            sentence,
            Does.Match(
                "^it would hold \\d{4} values, more than the 1000 allowed \\(Limits:Cost\\); ask for a smaller part, by focus, filter or date\\.\n$"
            )
        );
        Assert.That(part, Is.EqualTo(HttpStatusCode.OK), "what is small is given all the same");
    }

    [Test]
    public async Task Links_and_the_page_are_documents_of_ours_where_only_persisted_ones_are_answered()
    {
        var folder = Directory.CreateTempSubdirectory("ecosystem").FullName;
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "title.graphql"), "{ dataset { title } }");
        try
        {
            await using var server = await Server.StartAsync(
                await SeedAsync(),
                $"Documents:Folder={folder}",
                "Documents:Only=true"
            );
            using var refused = await server.PostAsync("""{"query":"{ network { nodeCount } }"}""");

            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("PERSISTED_QUERY_ONLY"));
            foreach (var link in new[] { Figure, File, "/figures" })
                Assert.That((await GetAsync(server, link)).Status, Is.EqualTo(HttpStatusCode.OK), link);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task The_size_of_an_answer_is_that_of_a_figure_and_a_file()
    {
        await using var server = await Server.StartAsync(await SeedAsync(), "Http:MaxAnswerBytes=65536");
        foreach (var link in new[] { "/figures/network.svg?layout=FORCE", "/networks/network.jsonld" })
        {
            var (status, sentence) = await GetAsync(server, link);
            Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest), link);
            Assert.That(
                sentence,
                Is.EqualTo(
                    "it is larger than 65536 bytes (Http:MaxAnswerBytes); ask for a smaller part, by focus, filter or date.\n"
                )
            );
        }
        Assert.That((await GetAsync(server, Figure)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Values_in_filters_are_counted_as_those_of_variables()
    {
        await using var server = await Server.StartAsync(await SeedAsync(), "Limits:Values=10");
        var (status, sentence) = await GetAsync(
            server,
            "/networks/network.csv?focus=" + string.Join(',', Enumerable.Range(0, 20))
        );

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(sentence, Does.Contain("Limits:Values"));
    }

    [TestCase(Figure, "GET 200 figure - document - code - ")]
    [TestCase(File, "GET 200 file - document - code - ")]
    [TestCase("/figures?focus=rares", "GET 200 page - document - code - ")]
    [TestCase("/figures/network.svg?focus=nobody", "GET 400 figure - document - code UNKNOWN_ID ")]
    [TestCase("/networks/network.zip", "GET 400 file - document - code BAD_ARGUMENT ")]
    [TestCase("/figures?focus=nobody", "GET 400 page - document - code ")]
    public async Task Each_is_one_line_in_the_log_without_what_was_asked(string link, string line)
    {
        var log = new LogCollector();
        await using var server = await Server.StartAsync(await SeedAsync(), log.AddTo, "Logs:Level=Information");
        await GetAsync(server, link);
        await server.App.StopAsync();

        Assert.That(log.Lines.Single(), Does.StartWith("Information: " + line));
        Assert.That(log.Lines.Single(), Does.Not.Contain("rares").And.Not.Contain("nobody"));
    }

    [TestCase("/figures/network.svg?focus=nobody")]
    [TestCase("/figures/network.svg?fokus=rares")]
    [TestCase("/networks/network.zip")]
    [TestCase("/figures?focus=nobody")]
    public async Task Whatever_answer_there_is_is_no_answer_where_there_is_none(string link)
    {
        await using var server = await Server.StartAsync(await SeedAsync());
        using var response = await server.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, new Uri(server.Root, link)),
            "If-None-Match: *"
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(response.Headers.ETag, Is.Null);
    }

    [TestCase(Figure)]
    [TestCase(File)]
    [TestCase("/figures?focus=rares")]
    public async Task Whoever_has_an_answer_is_told_so_whichever_way_they_ask(string link)
    {
        await using var server = await Server.StartAsync(await SeedAsync());
        using var first = await server.Client.GetAsync(new Uri(server.Root, link));
        foreach (var match in new[] { "*", first.Headers.ETag!.ToString(), "\"other\", " + first.Headers.ETag })
        {
            using var response = await server.SendAsync(
                new HttpRequestMessage(HttpMethod.Get, new Uri(server.Root, link)),
                "If-None-Match: " + match
            );
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotModified), match);
            Assert.That(response.Headers.ETag, Is.EqualTo(first.Headers.ETag));
            Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
        }
    }

    private static async Task<(HttpStatusCode Status, string Text)> GetAsync(Server server, string link)
    {
        using var response = await server.Client.GetAsync(new Uri(server.Root, link));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}

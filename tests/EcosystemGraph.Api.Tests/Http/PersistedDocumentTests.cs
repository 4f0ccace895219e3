using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EcosystemGraph.Api.Http;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>Documents that are named rather than sent: of a folder, and Apollo's automatic ones.</summary>
public sealed class PersistedDocumentTests
{
    private const string Actor = "query Actor($id: ID!) { actor(id: $id) { id } }";
    private const string Two = "query Title { dataset { title } } query Version { dataset { version } }";

    private string _folder = "";

    [SetUp]
    public async Task MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("ecosystem").FullName;
        await File.WriteAllTextAsync(Path.Combine(_folder, "actor.graphql"), Actor + "\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "two.graphql"), Two);
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_document_of_the_folder_is_asked_by_its_name_or_its_hash_by_POST_or_GET()
    {
        await using var server = await Server.StartAsync($"Documents:Folder={_folder}");
        foreach (var id in new[] { "actor", "sha256:" + HashOf(Actor), "sha256:" + HashOf(Actor + "\n") })
        {
            using var post = await server.PostAsync(
                JsonSerializer.Serialize(new { documentId = id, variables = new { id = "cerd" } })
            );
            using var get = await server.GetAsync(
                $"documentId={Uri.EscapeDataString(id)}&variables=%7B%22id%22%3A%22cerd%22%7D"
            );
            Assert.That(await post.Content.ReadAsStringAsync(), Is.EqualTo("""{"data":{"actor":{"id":"cerd"}}}"""), id);
            Assert.That(await get.Content.ReadAsStringAsync(), Is.EqualTo("""{"data":{"actor":{"id":"cerd"}}}"""), id);
        }
        using var version = await server.GetAsync("documentId=two&operationName=Version");
        Assert.That(
            await version.Content.ReadAsStringAsync(),
            Is.EqualTo("""{"data":{"dataset":{"version":"1.0.0"}}}""")
        );
        using var sent = await server.PostAsync("""{"query":"{ dataset { version } }"}""");
        Assert.That(await sent.Content.ReadAsStringAsync(), Does.Contain("1.0.0"), "others may be sent all the same");
    }

    [TestCase("nothing")]
    [TestCase("actor.graphql")]
    [TestCase("../actor")]
    [TestCase("sha256:00")]
    [TestCase("")]
    public async Task A_document_that_is_not_kept_is_a_refused_request(string id)
    {
        await using var server = await Server.StartAsync($"Documents:Folder={_folder}");
        using var response = await server.PostAsync(
            JsonSerializer.Serialize(new { documentId = id }),
            "Accept: application/graphql-response+json"
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(
            await ErrorAsync(response),
            Is.EqualTo(
                (
                    "PERSISTED_QUERY_NOT_FOUND",
                    "no document is kept under this documentId; give the name or sha256:… of one that is"
                )
            )
        );
    }

    [TestCase("broken", "{ dataset {", "broken.graphql:1:")]
    [TestCase("bogus", "{ bogus }", "bogus.graphql:1:3: ")]
    [TestCase("writes", "mutation { x }", "writes.graphql: a mutation is asked for")]
    [TestCase("parts", "fragment f on Actor { id }", "parts.graphql: the document has no operation")]
    public async Task A_wrong_document_keeps_the_server_from_starting(string name, string text, string says)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, name + ".graphql"), text);

        Assert.That(
            async () => await StartAsync(),
            Throws.TypeOf<StartException>().With.Message.Contains("Documents:Folder: " + says)
        );

        async Task StartAsync()
        {
            await using var server = await Server.StartAsync($"Documents:Folder={_folder}");
        }
    }

    [Test]
    public async Task Apollo_clients_send_the_hash_then_the_document_then_only_the_hash()
    {
        await using var server = await Server.StartAsync();
        var extensions = Extensions(HashOf(Two));
        var hashOnly = $$"""{"operationName":"Version","extensions":{{extensions}}}""";
        var both = $$"""{"query":"{{Two}}","operationName":"Version","extensions":{{extensions}}}""";

        using var first = await server.PostAsync(hashOnly);
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await ErrorAsync(first), Is.EqualTo(("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")));
        using var second = await server.PostAsync(both);
        Assert.That(await second.Content.ReadAsStringAsync(), Does.Contain("1.0.0"));
        using var third = await server.PostAsync(hashOnly);
        Assert.That(await third.Content.ReadAsStringAsync(), Does.Contain("1.0.0"));
        using var byGet = await server.GetAsync("operationName=Version&extensions=" + Uri.EscapeDataString(extensions));
        Assert.That(await byGet.Content.ReadAsStringAsync(), Does.Contain("1.0.0"));
        using var unknown = await server.GetAsync("extensions=" + Uri.EscapeDataString(Extensions(HashOf("x"))));
        Assert.That(await ErrorAsync(unknown), Is.EqualTo(("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")));
        Assert.That(unknown.Headers.CacheControl!.NoStore, "a cache must not keep that");
    }

    [Test]
    public async Task A_hash_of_another_text_is_refused_and_nothing_is_kept()
    {
        await using var server = await Server.StartAsync();
        using var wrong = await server.PostAsync(
            $$"""{"query":"{ dataset { title } }","extensions":{{Extensions(HashOf("{ dataset { version } }"))}}}"""
        );
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await ErrorAsync(wrong)).Message, Does.Contain("is not the SHA-256 of query"));

        using var after = await server.PostAsync(
            $$"""{"extensions":{{Extensions(HashOf("{ dataset { version } }"))}}}"""
        );
        Assert.That((await ErrorAsync(after)).Code, Is.EqualTo("PERSISTED_QUERY_NOT_FOUND"));
    }

    [Test]
    public async Task A_document_that_is_not_valid_is_not_kept()
    {
        await using var server = await Server.StartAsync();
        using var sent = await server.PostAsync(
            $$"""{"query":"{ bogus }","extensions":{{Extensions(HashOf("{ bogus }"))}}}"""
        );
        Assert.That((await ErrorAsync(sent)).Code, Is.EqualTo("VALIDATION_ERROR"));
        using var after = await server.PostAsync($$"""{"extensions":{{Extensions(HashOf("{ bogus }"))}}}""");
        Assert.That((await ErrorAsync(after)).Code, Is.EqualTo("PERSISTED_QUERY_NOT_FOUND"));
    }

    [TestCase("""{"persistedQuery":1}""")]
    [TestCase(
        """{"persistedQuery":{"version":2,"sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}}"""
    )]
    [TestCase("""{"persistedQuery":{"version":1,"sha256Hash":"00"}}""")]
    [TestCase("""{"persistedQuery":{"version":1}}""")]
    public async Task An_extension_that_is_none_is_refused(string extensions)
    {
        await using var server = await Server.StartAsync();
        using var response = await server.PostAsync(
            $$"""{"query":"{ dataset { title } }","extensions":{{extensions}}}"""
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await ErrorAsync(response)).Message, Does.Contain("\"version\": 1"));
    }

    [Test]
    public async Task Without_room_clients_are_told_to_stop_trying()
    {
        await using var server = await Server.StartAsync("Documents:AutomaticCount=0");
        using var hash = await server.PostAsync($$"""{"extensions":{{Extensions(HashOf(Two))}}}""");
        Assert.That(
            await ErrorAsync(hash),
            Is.EqualTo(("PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported"))
        );
    }

    [Test]
    public async Task Only_persisted_documents_are_answered_where_that_is_set()
    {
        await using var server = await Server.StartAsync($"Documents:Folder={_folder}", "Documents:Only=true");
        foreach (
            var body in new[]
            {
                """{"query":"{ dataset { title } }"}""",
                $$"""{"query":"{ dataset { title } }","extensions":{{Extensions(HashOf("{ dataset { title } }"))}}}""",
                """{"query":"{ __typename }"}""",
            }
        )
        {
            using var refused = await server.PostAsync(body);
            Assert.That((await ErrorAsync(refused)).Code, Is.EqualTo("PERSISTED_QUERY_ONLY"));
        }
        using var named = await server.PostAsync("""{"documentId":"two","operationName":"Version"}""");
        Assert.That(await named.Content.ReadAsStringAsync(), Does.Contain("1.0.0"));
        using var hashed = await server.PostAsync(
            $$"""{"operationName":"Version","extensions":{{Extensions(HashOf(Two))}}}"""
        );
        Assert.That(
            await hashed.Content.ReadAsStringAsync(),
            Does.Contain("1.0.0"),
            "Apollo's manifests name documents so"
        );
    }

    [Test]
    public void Automatic_documents_that_were_not_asked_for_longest_are_forgotten_first()
    {
        var kept = new AutomaticDocuments(9, 1 << 20);
        kept.Keep("asked", "A");
        for (var i = 0; i < 100; i++)
        {
            Assert.That(kept.TryFind("asked", out var text), $"it is asked for again and again, also after {i} others");
            Assert.That(text, Is.EqualTo("A"));
            kept.Keep($"{i}", "B");
        }

        Assert.That(Enumerable.Range(0, 100).Count(i => kept.TryFind($"{i}", out _)), Is.LessThan(9));
        Assert.That(kept.TryFind("99", out _));
    }

    [Test]
    public void Automatic_documents_are_bounded_in_bytes_too()
    {
        var kept = new AutomaticDocuments(1000, 100_000);
        for (var i = 0; i < 100; i++)
            kept.Keep($"{i}", new string('x', 10_000));
        kept.Keep("large", new string('x', 60_000));

        Assert.That(
            Enumerable.Range(0, 100).Count(i => kept.TryFind($"{i}", out _)),
            Is.EqualTo(4),
            "of 20,000 bytes each, and a little more"
        );
        Assert.That(kept.TryFind("99", out _));
        Assert.That(kept.TryFind("large", out _), Is.False);
    }

    private static string Extensions(string hash) =>
        $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""";

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static async Task<(string? Code, string? Message)> ErrorAsync(HttpResponseMessage response)
    {
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0];
        return (
            error.GetProperty("extensions").GetProperty("code").GetString(),
            error.GetProperty("message").GetString()
        );
    }
}

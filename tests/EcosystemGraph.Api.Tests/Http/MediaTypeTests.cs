using System.Net;
using System.Text.Json;
using EcosystemGraph.Api.Http;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>Which media type and which status an answer has.</summary>
public sealed class MediaTypeTests
{
    private const string Json = "application/json";
    private const string Newer = "application/graphql-response+json";

    [TestCase(Json, "")]
    [TestCase(Json, "*/*")]
    [TestCase(Json, "application/*")]
    [TestCase(Json, "application/json")]
    [TestCase(Json, "APPLICATION/JSON; charset=utf-8")]
    [TestCase(Newer, "application/graphql-response+json")]
    [TestCase(Newer, "application/graphql-response+json; charset=utf-8, application/json; charset=utf-8")]
    [TestCase(Newer, "application/graphql-response+json,application/json;q=0.9")]
    [TestCase(Newer, "application/json, application/graphql-response+json")]
    [TestCase(Newer, "text/html, application/graphql-response+json;q=0.5, */*;q=0.1")]
    [TestCase(Json, "application/json, application/graphql-response+json;q=0.5")]
    [TestCase(Json, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")]
    [TestCase(Json, "application/graphql-response+json;q=0, */*")]
    [TestCase(Newer, "application/json;q=0, application/*;q=0.1")]
    [TestCase(Newer, "application/json;q=0.2, */*;q=0.8")]
    [TestCase(null, "text/html")]
    [TestCase(null, "text/*")]
    [TestCase(null, "application/xml, application/graphql+json")]
    [TestCase(null, "application/json;q=0, application/graphql-response+json;q=0")]
    [TestCase(null, "*/*;q=0")]
    [TestCase(null, "nonsense")]
    public void Accept_chooses_the_media_type(string? type, string accept) =>
        Assert.That(MediaTypes.Chosen(accept)?.Name, Is.EqualTo(type));

    [Test]
    public void Accept_may_come_in_several_headers() =>
        Assert.That(
            MediaTypes
                .Chosen(new[] { "text/html", "application/json;q=0.5", "application/graphql-response+json" })
                ?.Name,
            Is.EqualTo(Newer)
        );

    [Test]
    public async Task Whoever_takes_neither_type_is_told_so()
    {
        using var response = await SeedAsync(
            HttpMethod.Post,
            """{"query":"{ dataset { title } }"}""",
            Json,
            "text/html"
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotAcceptable));
        Assert.That(await CodeAsync(response), Is.EqualTo("BAD_REQUEST"));
    }

    [TestCase("{", HttpStatusCode.BadRequest)]
    [TestCase("""{"query":1}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"query":"{ dataset { title } }","extensions":[]}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"query":"{ dataset { title } }","documentId":"x"}""", HttpStatusCode.BadRequest)]
    public async Task What_is_no_request_has_its_status_under_both_types(string body, HttpStatusCode status)
    {
        foreach (var accept in new[] { Json, Newer })
        {
            using var response = await SeedAsync(HttpMethod.Post, body, Json, accept);
            Assert.That(response.StatusCode, Is.EqualTo(status));
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(accept));
        }
    }

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    public async Task A_body_of_another_type_is_415(string type)
    {
        using var response = await SeedAsync(HttpMethod.Post, "{}", type, Json);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_body_that_is_too_large_is_413(bool chunked)
    {
        await using var server = await Server.StartAsync("Http:MaxBodyBytes=2000");
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address)
        {
            Content = SeedServer.Json("{\"query\":\"" + new string(' ', 3000) + "\"}"),
        };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await server.Client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("larger than 2000 bytes"));
    }

    [TestCase("{", "SYNTAX_ERROR")]
    [TestCase("{ bogus }", "VALIDATION_ERROR")]
    [TestCase("query($id: ID!) { actor(id: $id) { id } }", "VALIDATION_ERROR")]
    [TestCase("mutation { x }", "VALIDATION_ERROR")]
    public async Task A_document_that_is_refused_has_a_status_for_those_who_want_one(string query, string code)
    {
        foreach (var (accept, status) in new[] { (Json, HttpStatusCode.OK), (Newer, HttpStatusCode.BadRequest) })
        {
            using var response = await SeedAsync(
                HttpMethod.Post,
                JsonSerializer.Serialize(new { query }),
                Json,
                accept
            );
            Assert.That(response.StatusCode, Is.EqualTo(status));
            Assert.That(await CodeAsync(response), Is.EqualTo(code));
        }
    }

    [TestCase(Json)]
    [TestCase(Newer)]
    public async Task A_mutation_by_GET_is_405_and_may_be_sent_by_POST_to_be_refused(string accept)
    {
        using var response = await SeedAsync(
            HttpMethod.Get,
            "?query=" + Uri.EscapeDataString("mutation { x }"),
            null,
            accept
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(response.Content.Headers.Allow, Is.EqualTo(new[] { "POST" }));
        Assert.That(await CodeAsync(response), Is.EqualTo("VALIDATION_ERROR"));
    }

    [Test]
    public async Task A_store_that_is_away_is_503_and_a_mistake_inside_500()
    {
        await using var away = await Server.StartAsync(
            new FailingStore(new Core.Stores.StoreUnavailableException("the store is away; try again"))
        );
        await using var wrong = await Server.StartAsync(
            new FailingStore(new InvalidOperationException("secret")),
            "Logs:Level=None"
        );
        foreach (var accept in new[] { Json, Newer })
        {
            using var first = await away.PostAsync("""{"query":"{ dataset { title } }"}""", "Accept: " + accept);
            using var second = await wrong.PostAsync("""{"query":"{ dataset { title } }"}""", "Accept: " + accept);

            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(await CodeAsync(first), Is.EqualTo("STORE_UNAVAILABLE"));
            Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
            Assert.That(await CodeAsync(second), Is.EqualTo("INTERNAL_ERROR"));
            Assert.That(await second.Content.ReadAsStringAsync(), Does.Not.Contain("secret"));
        }
    }

    private static async Task<HttpResponseMessage> SeedAsync(
        HttpMethod method,
        string text,
        string? type,
        string accept
    )
    {
        using var request = new HttpRequestMessage(
            method,
            method == HttpMethod.Get ? new Uri(SeedServer.Address + text) : SeedServer.Address
        );
        if (type is not null)
            request.Content = new StringContent(text)
            {
                Headers = { ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue(type) },
            };
        request.Headers.Accept.ParseAdd(accept);
        return await SeedServer.Client.SendAsync(request);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        JsonDocument
            .Parse(await response.Content.ReadAsStringAsync())
            .RootElement.GetProperty("errors")[0]
            .GetProperty("extensions")
            .GetProperty("code")
            .GetString();
}

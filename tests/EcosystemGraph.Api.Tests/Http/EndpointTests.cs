using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>GraphQL over HTTP: bodies, media types, status codes.</summary>
public sealed class EndpointTests
{
    private const string Query = "{ dataset { actorCount } }";

    [Test]
    public async Task GET_answers_a_query_string()
    {
        using var response = await SeedServer.Client.GetAsync(
            new Uri(
                SeedServer.Address,
                "/graphql?query="
                    + Uri.EscapeDataString("query a($id: ID!) { actor(id: $id) { id } }")
                    + "&operationName=a&variables="
                    + Uri.EscapeDataString("""{"id":"cerd"}""")
            )
        );

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("""{"data":{"actor":{"id":"cerd"}}}"""));
    }

    [Test]
    public async Task An_empty_operation_name_is_none()
    {
        using var posted = await SeedServer.Client.PostAsync(
            SeedServer.Address,
            SeedServer.Json("""{"query":"query A { dataset { actorCount } }","operationName":""}""")
        );
        using var got = await SeedServer.Client.GetAsync(
            new Uri(SeedServer.Address, "/graphql?query=" + Uri.EscapeDataString(Query) + "&operationName=")
        );
        using var several = await SeedServer.Client.PostAsync(
            SeedServer.Address,
            SeedServer.Json("""{"query":"query A { __typename } query B { __typename }","operationName":""}""")
        );

        Assert.That(
            await posted.Content.ReadAsStringAsync(),
            Is.EqualTo("""{"data":{"dataset":{"actorCount":116}}}""")
        );
        Assert.That(await got.Content.ReadAsStringAsync(), Is.EqualTo("""{"data":{"dataset":{"actorCount":116}}}"""));
        Assert.That(
            await several.Content.ReadAsStringAsync(),
            Does.Contain("the document has several operations; say which by operationName")
        );
    }

    [TestCase(null, "application/json", HttpStatusCode.OK)]
    [TestCase("*/*", "application/json", HttpStatusCode.OK)]
    [TestCase("application/json", "application/json", HttpStatusCode.OK)]
    [TestCase("application/graphql-response+json", "application/graphql-response+json", HttpStatusCode.BadRequest)]
    public async Task The_media_type_decides_the_status_of_a_refusal(string? accept, string type, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, SeedServer.Address)
        {
            Content = SeedServer.Json("""{"query":"{ bogus }"}"""),
        };
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        using var response = await SeedServer.Client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(type));
    }

    [TestCase("{", "no JSON")]
    [TestCase("", "no JSON")]
    [TestCase("[]", "no JSON object")]
    [TestCase("\"x\"", "no JSON object")]
    [TestCase("{}", "query is missing")]
    [TestCase("""{"query":1}""", "query is no text")]
    [TestCase("""{"query":"{ dataset { title } }","variables":[]}""", "variables is no JSON object")]
    [TestCase("""{"query":"{ dataset { title } }","variables":{"a":1,"a":2}}""", "variables cannot be read")]
    [TestCase("""{"query":"{ dataset { title } }","operationName":"x"}""", "no operation 'x'")]
    public async Task A_body_that_is_no_request_is_refused(string body, string says)
    {
        using var response = await SeedServer.Client.PostAsync(SeedServer.Address, SeedServer.Json(body));
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0];

        Assert.That(error.GetProperty("message").GetString(), Does.Contain(says));
        Assert.That(error.GetProperty("extensions").GetProperty("code").GetString(), Is.EqualTo("BAD_REQUEST"));
    }

    [Test]
    public async Task A_body_of_another_type_is_refused()
    {
        using var content = new StringContent(Query)
        {
            Headers = { ContentType = new MediaTypeHeaderValue("text/plain") },
        };
        using var response = await SeedServer.Client.PostAsync(SeedServer.Address, content);

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("application/json"));
    }

    [Test]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var response = await SeedServer.Client.PostAsync(
            SeedServer.Address,
            SeedServer.Json(new StringBuilder("{\"query\":\"").Append(' ', 2 << 20).Append("\"}").ToString())
        );

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("larger than"));
    }

    [Test]
    public async Task A_deeply_nested_document_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{ broader ", 5_000));
        var (_, code) = await SeedServer.ErrorAsync("{ concept(id: \"bank\") " + deep);

        Assert.That(code, Is.EqualTo("SYNTAX_ERROR"));
    }

    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    public async Task The_server_says_that_it_lives_and_is_ready(string path)
    {
        using var response = await SeedServer.Client.GetAsync(new Uri(SeedServer.Address, path));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}

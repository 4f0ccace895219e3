using System.Net;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>Pages of other origins ask where a setting lets them.</summary>
public sealed class CrossOriginTests
{
    private const string Query = "query=%7Bdataset%7Bversion%7D%7D";

    [Test]
    public async Task Nobody_elses_page_may_read_an_answer_unless_it_is_set()
    {
        await using var server = await Server.StartAsync();
        using var response = await server.GetAsync(Query, "Origin: https://example.org");

        Assert.That(response.Headers.Contains("Access-Control-Allow-Origin"), Is.False);
    }

    [TestCase("https://example.org", "https://example.org", true)]
    [TestCase("https://example.org;http://localhost:3000", "http://localhost:3000", true)]
    [TestCase("https://example.org", "https://example.com", false)]
    [TestCase("*", "https://example.com", true)]
    public async Task An_origin_that_is_set_may(string origins, string origin, bool may)
    {
        await using var server = await Server.StartAsync("Cors:Origins=" + origins, "ApiKeys:one=0123456789abcdef");
        using var response = await server.GetAsync(Query, "Origin: " + origin, "X-Api-Key: 0123456789abcdef");
        using var preflight = await server.SendAsync(
            new HttpRequestMessage(HttpMethod.Options, server.Address),
            "Origin: " + origin,
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Headers: content-type,x-api-key"
        );

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Headers.Contains("Access-Control-Allow-Origin"), Is.EqualTo(may));
        Assert.That(preflight.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), "a preflight needs no key");
        Assert.That(preflight.Headers.Contains("Access-Control-Allow-Methods"), Is.EqualTo(may));
        if (!may)
            return;
        Assert.That(
            preflight.Headers.GetValues("Access-Control-Allow-Headers").Single(),
            Does.Contain("content-type").And.Contain("x-api-key")
        );
        Assert.That(response.Headers.GetValues("Access-Control-Expose-Headers").Single(), Does.Contain("ETag"));
    }

    [Test]
    public async Task A_page_that_is_refused_can_read_why()
    {
        await using var server = await Server.StartAsync(
            "Cors:Origins=https://example.org",
            "ApiKeys:one=0123456789abcdef"
        );
        using var response = await server.GetAsync(Query, "Origin: https://example.org");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(response.Headers.Contains("Access-Control-Allow-Origin"));
    }
}

using System.Net;
using System.Text.Json;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>How often a client may ask.</summary>
public sealed class RateLimitTests
{
    private const string Query = "query=%7Bdataset%7Bversion%7D%7D";

    [Test]
    public async Task Whoever_asks_more_often_is_told_when_to_come_back()
    {
        await using var server = await Server.StartAsync("RateLimit:Requests=2", "RateLimit:Seconds=3600");
        for (var i = 0; i < 2; i++)
        {
            using var answered = await server.GetAsync(Query);
            Assert.That(answered.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
        using var refused = await server.GetAsync(Query);

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, Is.InRange(1, 3600));
        Assert.That(refused.Headers.CacheControl!.NoStore);
        var error = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0];
        Assert.That(error.GetProperty("extensions").GetProperty("code").GetString(), Is.EqualTo("RATE_LIMITED"));
        Assert.That(error.GetProperty("message").GetString(), Does.StartWith("more than 2 requests in 3600 s"));
        using var health = await server.Client.GetAsync(new Uri(server.Root, "/health/ready"));
        Assert.That(health.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Each_key_has_its_own_count_and_so_have_those_without()
    {
        await using var server = await Server.StartAsync(
            "RateLimit:Requests=1",
            "RateLimit:Seconds=3600",
            "ApiKeys:one=0123456789abcdef",
            "ApiKeys:two=fedcba9876543210"
        );
        foreach (
            var (header, status) in new[]
            {
                ("X-Api-Key: 0123456789abcdef", HttpStatusCode.OK),
                ("X-Api-Key: 0123456789abcdef", HttpStatusCode.TooManyRequests),
                ("X-Api-Key: fedcba9876543210", HttpStatusCode.OK),
                ("X-Api-Key: wrong", HttpStatusCode.Unauthorized),
                ("X-Api-Key: guess", HttpStatusCode.TooManyRequests),
            }
        )
        {
            using var response = await server.GetAsync(Query, header);
            Assert.That(response.StatusCode, Is.EqualTo(status), header);
        }
    }

    [Test]
    public async Task Behind_a_trusted_proxy_each_client_has_its_own_count()
    {
        await using var server = await Server.StartAsync(
            "RateLimit:Requests=1",
            "RateLimit:Seconds=3600",
            "Http:TrustedProxies=127.0.0.0/8"
        );
        foreach (
            var (client, status) in new[]
            {
                ("203.0.113.1", HttpStatusCode.OK),
                ("203.0.113.2", HttpStatusCode.OK),
                ("203.0.113.1", HttpStatusCode.TooManyRequests),
                ("198.51.100.9, 203.0.113.2", HttpStatusCode.TooManyRequests),
                ("2001:db8:1:2::1", HttpStatusCode.OK),
                ("2001:db8:1:2::ffff", HttpStatusCode.TooManyRequests),
                ("2001:db8:1:3::1", HttpStatusCode.OK),
            }
        )
        {
            using var response = await server.GetAsync(Query, "X-Forwarded-For: " + client);
            Assert.That(response.StatusCode, Is.EqualTo(status), client);
        }
    }

    [Test]
    public async Task Without_a_trusted_proxy_a_client_cannot_pretend_to_be_another()
    {
        await using var server = await Server.StartAsync("RateLimit:Requests=1", "RateLimit:Seconds=3600");
        using var first = await server.GetAsync(Query, "X-Forwarded-For: 203.0.113.1");
        using var second = await server.GetAsync(Query, "X-Forwarded-For: 203.0.113.2");

        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }
}

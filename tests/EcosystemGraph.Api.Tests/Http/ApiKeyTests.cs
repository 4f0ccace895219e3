using System.Net;
using System.Text.Json;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>Who may ask.</summary>
public sealed class ApiKeyTests
{
    private const string Query = "query=%7Bdataset%7Bversion%7D%7D";

    private Server _server = null!;

    [OneTimeSetUp]
    public async Task Start() =>
        _server = await Server.StartAsync("ApiKeys:reports=0123456789abcdef", "ApiKeys:site=fedcba9876543210");

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [TestCase("X-Api-Key: 0123456789abcdef")]
    [TestCase("x-api-key: fedcba9876543210")]
    [TestCase("Authorization: Bearer 0123456789abcdef")]
    [TestCase("Authorization: bearer fedcba9876543210")]
    public async Task A_key_that_is_known_opens(string header)
    {
        using var response = await _server.GetAsync(Query, header);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase(null, "an API key is needed")]
    [TestCase("X-Api-Key: 0123456789abcdeF", "not known")]
    [TestCase("X-Api-Key: 0123456789abcde", "not known")]
    [TestCase("X-Api-Key: reports", "not known")]
    [TestCase("Authorization: Bearer x", "not known")]
    [TestCase("Authorization: Basic 0123456789abcdef", "an API key is needed")]
    public async Task No_other_does(string? header, string says)
    {
        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        {
            using var response = await _server.GetAsync(
                Query,
                header is null ? ["Accept: " + accept] : ["Accept: " + accept, header]
            );
            var error = JsonDocument
                .Parse(await response.Content.ReadAsStringAsync())
                .RootElement.GetProperty("errors")[0];

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(response.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Bearer"));
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(accept));
            Assert.That(response.Headers.CacheControl!.NoStore);
            Assert.That(error.GetProperty("extensions").GetProperty("code").GetString(), Is.EqualTo("UNAUTHENTICATED"));
            Assert.That(error.GetProperty("message").GetString(), Does.Contain(says));
        }
    }

    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    public async Task Whoever_watches_the_program_needs_none(string path)
    {
        using var response = await _server.Client.GetAsync(new Uri(_server.Root, path));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}

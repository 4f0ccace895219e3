using System.IO.Compression;
using System.Text;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>Large answers are compressed for whoever can read it.</summary>
public sealed class CompressionTests
{
    private const string Large = "query=%7Bactors(first%3A100)%7Bnodes%7Bid%20name%7D%7D%7D";
    private const string Small = "query=%7Bdataset%7Bversion%7D%7D";

    [TestCase("gzip", "gzip")]
    [TestCase("br", "br")]
    [TestCase("gzip, deflate, br, zstd", "br")]
    [TestCase("gzip;q=1, br;q=0.1", "gzip")]
    [TestCase("identity", null)]
    [TestCase("br;q=0", null)]
    public async Task A_client_gets_what_it_can_read(string accepts, string? encoding)
    {
        await using var server = await Server.StartAsync();
        foreach (var type in new[] { "application/json", "application/graphql-response+json" })
        {
            using var plain = await server.GetAsync(Large, "Accept: " + type);
            using var response = await server.GetAsync(Large, "Accept: " + type, "Accept-Encoding: " + accepts);

            Assert.That(response.Content.Headers.ContentEncoding.SingleOrDefault(), Is.EqualTo(encoding));
            Assert.That(response.Headers.Vary, Is.EquivalentTo(new[] { "Accept", "Accept-Encoding" }));
            Assert.That(response.Headers.ETag, Is.EqualTo(plain.Headers.ETag));
            Assert.That(await ReadAsync(response), Is.EqualTo(await plain.Content.ReadAsStringAsync()));
        }
    }

    [Test]
    public async Task A_small_answer_gains_nothing_and_stays_as_it_is()
    {
        await using var server = await Server.StartAsync();
        using var response = await server.GetAsync(Small, "Accept-Encoding: br, gzip");

        Assert.That(response.Content.Headers.ContentEncoding, Is.Empty);
        Assert.That(response.Content.Headers.ContentLength, Is.GreaterThan(0));
    }

    [Test]
    public async Task What_is_small_is_a_setting()
    {
        await using var server = await Server.StartAsync("Http:CompressionMinBytes=0");
        using var response = await server.GetAsync(Small, "Accept-Encoding: gzip");

        Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo(new[] { "gzip" }));
    }

    [Test]
    public async Task It_can_be_left_to_a_proxy()
    {
        await using var server = await Server.StartAsync("Http:Compression=false");
        using var response = await server.GetAsync(Large, "Accept-Encoding: br, gzip");

        Assert.That(response.Content.Headers.ContentEncoding, Is.Empty);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync();
        await using Stream plain = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var text = new StreamReader(plain, Encoding.UTF8);
        return await text.ReadToEndAsync();
    }
}

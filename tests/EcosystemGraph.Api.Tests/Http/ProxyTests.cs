using System.Net;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>Under a path of a proxy's.</summary>
public sealed class ProxyTests
{
    [TestCase("/ecosystem/graphql?query=%7Bdataset%7Bversion%7D%7D")]
    [TestCase("/ecosystem/health/ready")]
    [TestCase("/graphql?query=%7Bdataset%7Bversion%7D%7D")]
    [TestCase("/health/ready")]
    public async Task It_answers_under_the_base_path_and_directly(string path)
    {
        await using var server = await Server.StartAsync("Http:BasePath=/ecosystem/");
        using var response = await server.Client.GetAsync(new Uri(server.Root, path));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}

using System.Net;
using EcosystemGraph.Api.Commands;
using EcosystemGraph.Api.Tests.Http;
using EcosystemGraph.Core.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace EcosystemGraph.Api.Tests.Drawings;

/// <summary>Links whose store fails: a sentence and a status, nothing of the inside.</summary>
public sealed class FaultTests
{
    [Test]
    public async Task A_store_that_is_away_is_said()
    {
        var (status, text) = await AskAsync(
            new FailingStore(new StoreUnavailableException("the Neo4j server does not answer; try again in a moment"))
        );

        Assert.That(status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(text, Is.EqualTo("the Neo4j server does not answer; try again in a moment.\n"));
    }

    [Test]
    public async Task A_fault_of_ours_is_not_shown()
    {
        var (status, text) = await AskAsync(new FailingStore(new InvalidOperationException("secret place")));

        Assert.That(status, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(text, Is.EqualTo("something went wrong while answering; the server's log says what.\n"));
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(IStore store)
    {
        await using var app = ServeCommand.Build(services => services.AddSingleton(store), "http://127.0.0.1:0");
        await app.StartAsync();
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(app.Urls.Single() + "/figures/network.svg?focus=rares"));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}

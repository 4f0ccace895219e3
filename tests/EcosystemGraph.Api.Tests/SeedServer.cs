using System.Net.Http.Headers;
using System.Text.Json;
using EcosystemGraph.Api.Commands;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Packages;
using Microsoft.AspNetCore.Builder;

namespace EcosystemGraph.Api.Tests;

/// <summary>The real server over the seed data, on a port of its own, for all tests of a run.</summary>
[SetUpFixture]
public sealed class SeedServer
{
    private static WebApplication? _app;

    public static HttpClient Client { get; } = new();

    /// <summary>The address of /graphql.</summary>
    public static Uri Address { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        var reading = await PackageReader.ReadAsync(SharedFiles.InRepository("seed-data"), CancellationToken.None);
        Assert.That(reading.Issues.Errors, Is.Empty);
        _app = ServeCommand.Build(new ResolvedGraph(reading.Dataset), "http://127.0.0.1:0");
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single() + "/graphql");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
    }

    /// <summary>Asks a question and gives the whole response.</summary>
    public static async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        using var response = await Client.PostAsync(Address, Json(JsonSerializer.Serialize(new { query, variables })));
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>Asks a question and gives its data, where there are no errors.</summary>
    public static async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.That(answer.TryGetProperty("errors", out var errors), Is.False, () => errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>Asks a question and gives its one error.</summary>
    public static async Task<(string Message, string Code)> ErrorAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.That(answer.TryGetProperty("errors", out var errors), Is.True, () => answer.ToString());
        var error = errors.EnumerateArray().First();
        return (
            error.GetProperty("message").GetString()!,
            error.GetProperty("extensions").GetProperty("code").GetString()!
        );
    }

    public static StringContent Json(string body) =>
        new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}

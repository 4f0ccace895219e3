using EcosystemGraph.Neo4j;
using EcosystemGraph.Neo4j.Cypher;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EcosystemGraph.Api.Tests.Operation;

/// <summary>A server that answers as Neo4j does to one question: the data set's title.</summary>
internal sealed class FakeNeo4j : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeNeo4j(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>The fingerprint of the data set that it holds.</summary>
    public string Fingerprint { get; set; } = "one";

    /// <summary>What must happen before it answers.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    public static async Task<FakeNeo4j> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var server = new FakeNeo4j(app);
        app.UseRouting();
        app.MapPost(
            "/db/neo4j/query/v2",
            async context =>
            {
                using var asked = new StreamReader(context.Request.Body);
                if ((await asked.ReadToEndAsync()).Contains("listNames", StringComparison.Ordinal))
                {
                    await context.Response.WriteAsync(
                        $$$"""{"data":{"fields":[],"values":[["{{{server.Fingerprint}}}",[],[]]]}}"""
                    );
                    return;
                }
                await server.Before();
                var mark = $"[\"{server.Fingerprint}\",\"{GraphShape.Version}\",null]";
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(
                    $$$"""{"data":{"fields":["mark0","known","answers","mark1"],"values":[[{{{mark}}},[[]],[["{{{server.Fingerprint}}}"]],{{{mark}}}]]}}"""
                );
            }
        );
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

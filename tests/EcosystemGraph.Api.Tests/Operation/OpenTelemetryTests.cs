using EcosystemGraph.Api.Commands;
using EcosystemGraph.Api.Tests.Http;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Neo4j;
using EcosystemGraph.Neo4j.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace EcosystemGraph.Api.Tests.Operation;

/// <summary>Traces and measurements reach a collector that the environment names.</summary>
public sealed class OpenTelemetryTests
{
    private const string Body =
        """{"query":"query Members($id: ID!) { grouping(id: $id) { id } dataset { title } }","variables":{"id":"rares"}}""";

    [Test]
    public async Task A_question_is_a_span_within_that_of_its_request()
    {
        await using var collector = await Collector.StartAsync();
        await using (
            var server = await Server.StartAsync(
                "OTEL_EXPORTER_OTLP_ENDPOINT=" + collector.Address,
                "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
                "OTEL_SERVICE_NAME=pes"
            )
        )
        {
            using var response = await server.PostAsync(
                Body,
                "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            );
            using var refused = await server.PostAsync("""{"query":"{ bogus }"}""");
            using var health = await server.Client.GetAsync(new Uri(server.Root, "/health/ready"));
            await server.App.StopAsync();
        }

        var spans = collector.Spans;
        var question = spans.Single(span => span.Tags.GetValueOrDefault("graphql.operation.name") == "Members");
        Assert.That(question.Name, Is.EqualTo("query"));
        Assert.That(question.Trace, Is.EqualTo("0af7651916cd43dd8448eb211c80319c"), "it goes on the client's trace");
        Assert.That(question.Tags["graphql.operation.type"], Is.EqualTo("query"));
        Assert.That(question.Tags["ecosystem.roots"], Is.EqualTo("grouping,dataset"));
        Assert.That(question.Tags["ecosystem.store"], Is.EqualTo("memory"));
        Assert.That(
            int.Parse(question.Tags["ecosystem.answer.size"], System.Globalization.CultureInfo.InvariantCulture),
            Is.GreaterThan(50)
        );
        Assert.That(spans.Single(span => span.Id == question.Parent).Name, Does.StartWith("POST"));
        Assert.That(
            spans
                .Single(span => span.Tags.GetValueOrDefault("error.type") == "VALIDATION_ERROR")
                .Tags.ContainsKey("graphql.operation.name"),
            Is.False
        );
        Assert.That(spans, Has.Count.EqualTo(4), "health is not traced");
        Assert.That(
            collector.Metrics,
            Does.Contain("ecosystem.question.duration")
                .And.Contain("ecosystem.answer.size")
                .And.Contain("http.server.request.duration")
        );
        Assert.That(
            collector.Everything,
            Does.Contain("pes").And.Not.Contain("rares").And.Not.Contain("bogus"),
            "its own name; nobody's values or documents"
        );
    }

    [Test]
    public async Task A_query_string_shows_neither_document_nor_values()
    {
        await using var collector = await Collector.StartAsync();
        await using (
            var server = await Server.StartAsync(
                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=" + collector.Address + "/v1/traces",
                "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"
            )
        )
        {
            using var response = await server.GetAsync(
                "query=query(%24id%3AID!)%7Bgrouping(id%3A%24id)%7Bid%7D%7D&variables=%7B%22id%22%3A%22rares%22%7D"
            );
            await server.App.StopAsync();
        }

        Assert.That(collector.Spans, Has.Count.EqualTo(2));
        Assert.That(collector.Everything, Does.Not.Contain("rares"));
        Assert.That(collector.Metrics, Is.Empty, "only traces were asked for");
    }

    [Test]
    public async Task A_statement_on_Neo4j_is_a_span_within_that_of_its_question_without_values()
    {
        await using var collector = await Collector.StartAsync();
        await using var neo4j = await FakeNeo4j.StartAsync();
        var environment = Server.Configuration(
            "OTEL_EXPORTER_OTLP_ENDPOINT=" + collector.Address,
            "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"
        );
        await using (
            var app = ServeCommand.Build(
                services =>
                {
                    services.AddSingleton(_ => new Neo4jClient(new Neo4jSettings { Uri = neo4j.Address }));
                    services.AddSingleton<Neo4jStore>();
                    services.AddSingleton<IStore>(provider => provider.GetRequiredService<Neo4jStore>());
                },
                "http://127.0.0.1:0",
                null,
                environment
            )
        )
        {
            await app.StartAsync();
            using var response = await SeedServer.Client.PostAsync(
                new Uri(app.Urls.Single() + "/graphql"),
                SeedServer.Json("""{"query":"query Title { dataset { title } }"}""")
            );
            Assert.That(
                await response.Content.ReadAsStringAsync(),
                Is.EqualTo("""{"data":{"dataset":{"title":"one"}}}""")
            );
            await app.StopAsync();
        }

        var question = collector.Spans.Single(span => span.Tags.GetValueOrDefault("graphql.operation.name") == "Title");
        var statement = collector.Spans.Last(span => span.Parent == question.Id);
        Assert.That(question.Tags["ecosystem.store"], Is.EqualTo("neo4j"));
        Assert.That(statement.Name, Is.EqualTo("neo4j"));
        Assert.That(statement.Tags["db.system.name"], Is.EqualTo("neo4j"));
        Assert.That(statement.Tags["db.query.text"], Does.StartWith("CYPHER 5"));
    }

    [TestCase]
    [TestCase("OTEL_SDK_DISABLED=true", "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:1")]
    [TestCase(
        "OTEL_TRACES_EXPORTER=none",
        "OTEL_METRICS_EXPORTER=none",
        "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:1"
    )]
    public async Task Without_a_collector_nothing_is_set_up(params string[] environment)
    {
        await using var server = await Server.StartAsync(environment);

        Assert.That(server.App.Services.GetService<OpenTelemetry.Trace.TracerProvider>(), Is.Null);
        Assert.That(server.App.Services.GetService<OpenTelemetry.Metrics.MeterProvider>(), Is.Null);
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using EcosystemGraph.Api.Commands;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Api.Tests.Commands;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j;
using EcosystemGraph.Neo4j.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EcosystemGraph.Contracts.Tests;

/// <summary>What cannot be answered is refused in the same words by every face, on every store: GraphQL, a link, the page, the command line.</summary>
public sealed class RefusalTests
{
    /// <summary>Something that is refused, as each face asks for it.</summary>
    /// <param name="Name">What is wrong.</param>
    /// <param name="Code">The error's code.</param>
    /// <param name="Says">What the sentence says.</param>
    /// <param name="Question">In GraphQL.</param>
    /// <param name="Link">As a link.</param>
    /// <param name="Page">As choices of the page.</param>
    /// <param name="PageSays">What the page says.</param>
    /// <param name="Command">As a command; null where the command line has no such limit.</param>
    /// <param name="Setting">What has to be set for it.</param>
    /// <param name="Fault">What is wrong with the store.</param>
    public sealed record Refused(
        string Name,
        string Code,
        string Says,
        string Question,
        string Link,
        string Page,
        string PageSays,
        string? Command,
        string Setting = "",
        Fault Fault = Fault.None
    )
    {
        public override string ToString() => Name;
    }

    private static readonly Refused[] Cases =
    [
        new(
            "network too large",
            "NETWORK_TOO_LARGE",
            "5000000",
            "{ network(input: { projection: ACTORS }) { figure { sha256 } } }",
            "/figures/network.svg?projection=ACTORS",
            "focus=",
            "There are too many bodies for one figure",
            "figure --projection ACTORS --out x.svg"
        ),
        new(
            "file of a network too large",
            "NETWORK_TOO_LARGE",
            "5000000",
            "{ network(input: { projection: ACTORS }) { export(format: CSV) { content } } }",
            "/networks/network.csv?projection=ACTORS",
            "focus=",
            "There are too many bodies for one figure",
            "export --projection ACTORS --out x.csv"
        ),
        new(
            "no drawing",
            "NO_DRAWING",
            "at most 2000",
            "{ network { figure { sha256 } } }",
            "/figures/network.svg",
            "focus=",
            "There are too many bodies for one figure",
            "figure --out x.svg"
        ),
        new(
            "unknown id",
            "UNKNOWN_ID",
            "there is no entity 'nobody'",
            "{ network(input: { focus: [\"nobody\"] }) { figure { sha256 } } }",
            "/figures/network.svg?focus=nobody",
            "focus=nobody",
            "No body has the id “nobody”",
            "figure --focus nobody --out x.svg"
        ),
        new(
            "file of an unknown id",
            "UNKNOWN_ID",
            "there is no entity 'nobody'",
            "{ network(input: { focus: [\"nobody\"] }) { export(format: GEXF) { content } } }",
            "/networks/network.gexf?focus=nobody",
            "focus=nobody",
            "No body has the id “nobody”",
            "export --focus nobody --out x.gexf"
        ),
        new(
            "too costly",
            "COST_TOO_HIGH",
            "more than the 1000 allowed (Limits:Cost)",
            "{ network(input: { focus: [\"small\"] }) { figure { sha256 } } }",
            "/figures/network.svg?focus=small",
            "focus=small",
            "There are too many bodies for one figure",
            "figure --focus small --out x.svg",
            "Limits:Cost=1000"
        ),
        new(
            "file too costly",
            "COST_TOO_HIGH",
            "more than the 1000 allowed (Limits:Cost)",
            "{ network(input: { focus: [\"small\"] }) { export(format: CSV) { content } } }",
            "/networks/network.csv?focus=small",
            "focus=small",
            "There are too many bodies for one figure",
            "export --focus small --out x.csv",
            "Limits:Cost=1000"
        ),
        new(
            "answer too large",
            "ANSWER_TOO_LARGE",
            "larger than 65536 bytes",
            "{ network(input: { focus: [\"small\"] }) { figure { content } } }",
            "/figures/network.svg?focus=small",
            "focus=small",
            "There are too many bodies for one figure",
            null,
            "Http:MaxAnswerBytes=65536"
        ),
        new(
            "file too large",
            "ANSWER_TOO_LARGE",
            "larger than 65536 bytes",
            "{ network(input: { focus: [\"small\"] }) { export(format: GEXF) { content } } }",
            "/networks/network.gexf?focus=small",
            "focus=small",
            "There are too many bodies for one figure",
            null,
            "Http:MaxAnswerBytes=65536"
        ),
        new(
            "too slow",
            "TIMEOUT",
            "takes longer than 1 s",
            "{ network(input: { focus: [\"small\"] }) { figure { sha256 } } }",
            "/figures/network.svg?focus=small",
            "focus=small",
            "This figure takes too long",
            null,
            "Http:RequestSeconds=1",
            Fault: Fault.Slow
        ),
        new(
            "file too slow",
            "TIMEOUT",
            "takes longer than 1 s",
            "{ network(input: { focus: [\"small\"] }) { export(format: CSV) { content } } }",
            "/networks/network.csv?focus=small",
            "focus=small",
            "This figure takes too long",
            null,
            "Http:RequestSeconds=1",
            Fault: Fault.Slow
        ),
        new(
            "store away",
            "STORE_UNAVAILABLE",
            "the store is away; try again",
            "{ network(input: { focus: [\"small\"] }) { figure { sha256 } } }",
            "/figures/network.svg?focus=small",
            "focus=small",
            "The data do not answer right now",
            null,
            Fault: Fault.Away
        ),
        new(
            "store being loaded",
            "STORE_LOADING",
            "the store is away; try again",
            "{ network(input: { focus: [\"small\"] }) { export(format: CSV) { content } } }",
            "/networks/network.csv?focus=small",
            "focus=small",
            "The data do not answer right now",
            null,
            Fault: Fault.Loading
        ),
    ];

    private static readonly string[] Stores = ["memory", "neo4j"];

    private string _folder = "";
    private ResolvedGraph _graph = null!;
    private Neo4jSettings _neo4j = null!;

    [OneTimeSetUp]
    public async Task Load()
    {
        // Two actors that share a grouping are a pair: of so many there are more than a projection may have.
        const int Large = 3300;
        const int Small = 300;
        _folder = Directory.CreateTempSubdirectory("ecosystem").FullName;
        var numbers = Enumerable.Range(0, Large).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToArray();
        await File.WriteAllLinesAsync(
            Path.Combine(_folder, "actors.csv"),
            numbers.Select(i => $"a{i},Actor {i}").Prepend("id,name")
        );
        await File.WriteAllLinesAsync(
            Path.Combine(_folder, "groupings.csv"),
            ["id,name", "large,Large grouping", "small,Small grouping"]
        );
        await File.WriteAllLinesAsync(
            Path.Combine(_folder, "memberships.csv"),
            numbers
                .Select(i => $"a{i},large")
                .Concat(numbers.Take(Small).Select(i => $"a{i},small"))
                .Prepend("actor,grouping")
        );
        var reading = await PackageReader.ReadAsync(_folder, CancellationToken.None);
        Assert.That(reading.Issues.Errors, Is.Empty);
        _graph = new ResolvedGraph(reading.Dataset);
        var server = await SharedServer.GetAsync();
        await server.LoadAsync(_graph);
        _neo4j = server.Settings;
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Every_face_refuses_in_the_same_words(
        [ValueSource(nameof(Stores))] string store,
        [ValueSource(nameof(Cases))] Refused refused
    )
    {
        await using var app = Start(store, refused);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var asked = await client.PostAsync(
            new Uri("/graphql", UriKind.Relative),
            new StringContent(
                JsonSerializer.Serialize(new { query = refused.Question }),
                Encoding.UTF8,
                "application/json"
            )
        );
        var answer = await asked.Content.ReadAsStringAsync();
        Assert.That(answer, Does.Contain($"\"code\":\"{refused.Code}\"").And.Contain(refused.Says), "GraphQL");

        using var followed = await client.GetAsync(new Uri(refused.Link, UriKind.Relative));
        var text = await followed.Content.ReadAsStringAsync();
        Assert.That(
            followed.StatusCode,
            Is.EqualTo(refused.Fault != Fault.None ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.BadRequest),
            text
        );
        Assert.That(text, Does.Contain(refused.Says).And.EndsWith(".\n"), "link");
        Assert.That(followed.Headers.CacheControl!.NoStore, Is.True);

        using var shown = await client.GetAsync(
            new Uri($"/figures?language=EN&links=MEMBERSHIP&depth=1&{refused.Page}", UriKind.Relative)
        );
        var page = WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync());
        Assert.That(
            shown.StatusCode,
            Is.EqualTo(refused.Fault != Fault.None ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.BadRequest)
        );
        Assert.That(page, Does.Contain(refused.PageSays).And.Contain("<form"), "page");

        if (refused.Command is null)
            return;
        var (code, _, error) = await RunAsync(refused.Command, store, _neo4j.Uri, refused.Setting);
        Assert.That(code, Is.EqualTo(1), error);
        Assert.That(error, Does.Contain(refused.Says).And.Not.Contain("   at "), "command line");
        if (refused.Code != "ANSWER_TOO_LARGE")
            Assert.That(
                error.TrimEnd('\n').Split('\n')[^1],
                Is.EqualTo(text.TrimEnd('\n')),
                "the very sentence of the link"
            );
    }

    [Test]
    public async Task On_the_command_line_a_limit_holds_where_it_is_set()
    {
        var (code, _, error) = await RunAsync("export --out x.jsonld", "memory", "");

        Assert.That(code, Is.Zero, error);
        Assert.That(new FileInfo(Path.Combine(_folder, "x.jsonld")).Length, Is.GreaterThan(1 << 20));
        File.Delete(Path.Combine(_folder, "x.jsonld"));
    }

    [Test]
    public async Task A_server_that_does_not_answer_is_said_by_the_command()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var (code, _, error) = await RunAsync(
            "export --out x.csv",
            "neo4j",
            $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}",
            "Neo4j:TimeoutSeconds=1"
        );

        Assert.That(code, Is.EqualTo(1));
        Assert.That(error.TrimEnd('\n').Split('\n'), Has.Length.EqualTo(1), error);
        Assert.That(error, Does.Not.Contain("   at ").And.EndsWith(".\n"));
    }

    private WebApplication Start(string store, Refused refused)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                Setting(refused.Setting).Select(one => new KeyValuePair<string, string?>(one.Name, one.Value))
            )
            .Build();
        return ServeCommand.Build(
            services =>
                services.AddSingleton<IStore>(provider =>
                {
                    var drawings = provider.GetRequiredService<NetworkDrawings>();
                    IStore made =
                        store == "memory"
                            ? new InMemoryStore(_graph, drawings)
                            : new Neo4jStore(new Neo4jClient(_neo4j), drawings);
                    return refused.Fault == Fault.None ? made : new FaultyStore(made, refused.Fault);
                }),
            "http://127.0.0.1:0",
            ServiceSettings.Read(new SettingsReader(configuration))
        );
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(
        string command,
        string store,
        string uri,
        string setting = ""
    )
    {
        var given = command
            .Split(' ')
            .Select(word => word.StartsWith("x.", StringComparison.Ordinal) ? Path.Combine(_folder, word) : word);
        string[] from = store == "memory" ? ["--data", _folder] : ["--store", "neo4j", "--neo4j-uri", uri];
        using var program = RunningProgram.Start(
            [.. given, .. from],
            null,
            [.. Setting(setting).Select(one => (one.Name.Replace(":", "__", StringComparison.Ordinal), one.Value))]
        );
        var code = await program.EndAsync();
        return (code, "", await program.ErrorAsync());
    }

    private static IEnumerable<(string Name, string Value)> Setting(string setting) =>
        setting.Length == 0 ? [] : [(setting.Split('=')[0], setting.Split('=')[1])];

    /// <summary>What may be wrong with a store.</summary>
    public enum Fault
    {
        None,
        Slow,
        Away,
        Loading,
    }

    /// <summary>A store that answers what a figure is of only when nobody waits any more, or not at all.</summary>
    private sealed class FaultyStore(IStore store, Fault fault) : IStore
    {
        public string Name => store.Name;

        public ValueTask<ListLengths> LengthsAsync(CancellationToken cancellation) => store.LengthsAsync(cancellation);

        public async ValueTask<StoreAnswer> AnswerAsync(Plan plan, AnswerWriter writer, CancellationToken cancellation)
        {
            if (plan.Roots.Any(root => root is NetworkRoot))
                await FailAsync(cancellation);
            return await store.AnswerAsync(plan, writer, cancellation);
        }

        public async ValueTask<StoreExtract> ExtractAsync(PartRoot question, CancellationToken cancellation)
        {
            await FailAsync(cancellation);
            return await store.ExtractAsync(question, cancellation);
        }

        private Task FailAsync(CancellationToken cancellation) =>
            fault == Fault.Slow
                ? Task.Delay(Timeout.Infinite, cancellation)
                : throw new StoreUnavailableException(
                    fault == Fault.Away ? AnswerErrorCodes.Unavailable : AnswerErrorCodes.Loading,
                    "the store is away; try again",
                    null
                );
    }
}

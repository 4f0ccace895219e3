using System.Globalization;
using System.Text;
using System.Text.Json;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Tests.Http;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Stores.InMemory;
using GraphQL;
using GraphQL.SystemTextJson;

namespace EcosystemGraph.Api.Tests.Hostile;

/// <summary>
/// Valid documents, spoilt at random: each gets an answer, with documented codes where there are errors, and nothing ends
/// or stops the program. ECOSYSTEM_FUZZ says how many are asked, ECOSYSTEM_FUZZ_SEED where they begin.
/// </summary>
public sealed class FuzzTests
{
    // No time of an answer: a machine that is busy must not fail. It is there to end what never ends.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    private static int Number(string name, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var given
        )
            ? given
            : otherwise;

    [Test]
    public async Task A_spoilt_document_is_answered()
    {
        var data = await PackageReader.ReadAsync(SharedFiles.InRepository("seed-data"), CancellationToken.None);
        var schema = new EcosystemSchema();
        var answerer = new GraphQLAnswerer(
            schema,
            new GraphQLReader(schema),
            new InMemoryStore(new ResolvedGraph(data.Dataset))
        );
        var serializer = new GraphQLSerializer();
        var seed = Number("ECOSYSTEM_FUZZ_SEED", 1);
        var count = Number("ECOSYSTEM_FUZZ", 2000);
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        using var writer = new AnswerWriter(32 << 20);
        for (var i = seed; i < seed + count; i++)
        {
            var random = new Random(i);
            var mutator = new Mutator(random);
            var document = mutator.Changed(
                ValidDocuments.All[random.Next(ValidDocuments.All.Length)],
                ValidDocuments.All
            );
            var variables = Read(serializer, mutator.Variables());
            var name = random.Next(10) == 0 ? "A" : null;
            writer.Clear();
            var answering = answerer
                .AnswerAsync(
                    new Question(document, name, variables, (CostReport)random.Next(3)),
                    writer,
                    CancellationToken.None
                )
                .AsTask();
            if (await Task.WhenAny(answering, Task.Delay(Hang)) != answering)
                Assert.Fail($"{i} hangs: {document}");
            try
            {
                await answering;
            }
            catch (Exception error)
            {
                Assert.Fail($"{i} fails: {error}\n{document}\n{JsonSerializer.Serialize(variables)}");
            }
            var text = Encoding.UTF8.GetString(writer.Written.Span);
            if (
                !text.Contains("\"data\"", StringComparison.Ordinal)
                && !text.Contains("\"errors\"", StringComparison.Ordinal)
                && text.Contains("operationCost", StringComparison.Ordinal)
            )
            {
                Count(found, "cost");
                continue;
            }
            var codes = Answer.CodesOf(text);
            Count(found, codes.Count == 0 ? "data" : codes[0]);
        }
        TestContext.Out.WriteLine(string.Join(", ", found.Select(pair => $"{pair.Key} {pair.Value}")));
        Assert.That(
            found,
            Does.ContainKey("data").And.ContainKey("SYNTAX_ERROR").And.ContainKey("VALIDATION_ERROR"),
            "documents of all kinds are asked"
        );
    }

    [Test]
    public async Task A_spoilt_request_is_answered()
    {
        await using var server = await Server.StartAsync();
        server.Client.Timeout = Hang;
        var seed = Number("ECOSYSTEM_FUZZ_SEED", 1);
        for (var i = seed; i < seed + (Number("ECOSYSTEM_FUZZ", 2000) / 4); i++)
        {
            var random = new Random(i);
            var mutator = new Mutator(random);
            var document = ValidDocuments.All[random.Next(ValidDocuments.All.Length)];
            if (random.Next(2) == 0)
                document = mutator.Changed(document, ValidDocuments.All);
            var variables = mutator.Variables();
            using var request =
                random.Next(4) == 0
                    ? new HttpRequestMessage(
                        HttpMethod.Get,
                        new Uri(server.Root, "/graphql?query=" + Escaped(document) + "&variables=" + Escaped(variables))
                    )
                    : Post(server.Address, random, mutator, document, variables);
            using var response = await server.Client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();

            Assert.That((int)response.StatusCode, Is.AnyOf(200, 400, 405, 413, 414), $"{i}: {document} {text}");
            if (text.Length > 0)
                Answer.CodesOf(text);
        }
    }

    private static HttpRequestMessage Post(
        Uri address,
        Random random,
        Mutator mutator,
        string document,
        string variables
    )
    {
        var body = $"{{\"query\":{JsonSerializer.Serialize(document)},\"variables\":{variables}}}";
        if (random.Next(3) == 0)
            body = mutator.Changed(body, ValidDocuments.All);
        var bytes = Encoding.UTF8.GetBytes(body);
        if (random.Next(3) == 0)
            bytes = mutator.Changed(bytes);
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text.Length > 4000 ? text[..4000] : text);

    private static Inputs Read(GraphQLSerializer serializer, string variables)
    {
        try
        {
            return serializer.Deserialize<Inputs>(variables) ?? Inputs.Empty;
        }
        catch (Exception error)
            when (error is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return Inputs.Empty;
        }
    }

    private static void Count(SortedDictionary<string, int> found, string what) =>
        found[what] = found.GetValueOrDefault(what) + 1;
}

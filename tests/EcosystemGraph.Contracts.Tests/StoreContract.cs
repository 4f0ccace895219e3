using System.Text;
using System.Text.Json;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Packages.Validation;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Stores.InMemory;
using GraphQL;
using GraphQL.SystemTextJson;

namespace EcosystemGraph.Contracts.Tests;

/// <summary>
/// A part of the semantics, asked in GraphQL of a small data package. Each store has a subclass of each part; whatever
/// a store answers is compared byte for byte with what the in-memory store answers.
/// </summary>
public abstract class StoreContract
{
    private GraphQLAnswerer _asked = null!;
    private GraphQLAnswerer _reference = null!;

    /// <summary>The package's files: name, then text.</summary>
    protected abstract IReadOnlyDictionary<string, string> Package { get; }

    /// <summary>The store under test, holding a graph.</summary>
    protected abstract Task<IStore> StoreAsync(ResolvedGraph graph);

    [OneTimeSetUp]
    public async Task Fill()
    {
        var folder = Directory.CreateTempSubdirectory("contract");
        try
        {
            foreach (var (name, text) in Package)
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text);
            var reading = await PackageReader.ReadAsync(folder.FullName, CancellationToken.None);
            PackageValidator.Validate(reading.Dataset, reading.Issues);
            Assert.That(reading.Issues.Errors, Is.Empty);
            var graph = new ResolvedGraph(reading.Dataset);
            var schema = new EcosystemSchema();
            _asked = new GraphQLAnswerer(schema, new GraphQLReader(schema), await StoreAsync(graph));
            _reference = new GraphQLAnswerer(
                schema,
                new GraphQLReader(schema),
                new InMemoryStore(graph, new NetworkDrawings())
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The whole response to a question.</summary>
    protected async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        var answer = await AnswerAsync(_asked, query, variables);
        Assert.That(answer, Is.EqualTo(await AnswerAsync(_reference, query, variables)), "the stores agree");
        return JsonDocument.Parse(answer).RootElement;
    }

    /// <summary>The data of a question that has no errors.</summary>
    protected async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.That(answer.TryGetProperty("errors", out var errors), Is.False, () => errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The ids of the records of a list, in their order.</summary>
    protected async Task<string[]> IdsAsync(string list, string arguments)
    {
        var given = arguments.Length == 0 ? "" : $"({arguments})";
        var data = await DataAsync($"{{ {list}{given} {{ totalCount nodes {{ id }} }} }}");
        return Ids(data.GetProperty(list));
    }

    /// <summary>The code and message of a question's first error.</summary>
    protected async Task<(string Code, string Message)> ErrorAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.That(answer.TryGetProperty("errors", out var errors), Is.True, () => answer.ToString());
        return (
            errors[0].GetProperty("extensions").GetProperty("code").GetString()!,
            errors[0].GetProperty("message").GetString()!
        );
    }

    protected static string[] Ids(JsonElement connection) =>
        [.. connection.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!)];

    /// <summary>The data set that an answer says it is from, and the one that is meant.</summary>
    protected async Task<(string? Asked, string? Reference)> FingerprintsAsync(string query)
    {
        using var writer = new AnswerWriter(8 << 20);
        var question = new Question(query, null, Inputs.Empty);
        var asked = await _asked.AnswerAsync(question, writer, CancellationToken.None);
        var reference = await _reference.AnswerAsync(question, writer, CancellationToken.None);
        return (asked.Fingerprint, reference.Fingerprint);
    }

    private static async Task<string> AnswerAsync(GraphQLAnswerer answerer, string query, object? variables)
    {
        using var writer = new AnswerWriter(8 << 20);
        var inputs = variables is null
            ? Inputs.Empty
            : new GraphQLSerializer().Deserialize<Inputs>(JsonSerializer.Serialize(variables)) ?? Inputs.Empty;
        await answerer.AnswerAsync(new Question(query, null, inputs), writer, CancellationToken.None);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }
}

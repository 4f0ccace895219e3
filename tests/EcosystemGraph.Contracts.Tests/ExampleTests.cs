using System.Text;
using System.Text.Json;
using EcosystemGraph.Api.Commands;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores;
using GraphQL;

namespace EcosystemGraph.Contracts.Tests;

/// <summary>
/// The questions of examples/, on both stores. Their answers were read against the document and are kept as tables in
/// ExampleAnswers, in French and English; after a change that is meant: UPDATE_CASES=1 dotnet test, then read the difference.
/// </summary>
public sealed class ExampleTests
{
    private static readonly EcosystemSchema Schema = new();

    private IStore _memory = null!;
    private IStore _neo4j = null!;

    private static IEnumerable<string> Names =>
        Directory
            .GetFiles(SharedFiles.InRepository("examples"), "*.graphql")
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal)!;

    [OneTimeSetUp]
    public async Task Fill()
    {
        var graph = new ResolvedGraph(
            (await PackageReader.ReadAsync(SharedFiles.InRepository("seed-data"), CancellationToken.None)).Dataset
        );
        _memory = await Stores.InMemoryAsync(graph);
        _neo4j = await Stores.OnNeo4jAsync(graph);
    }

    [Test]
    public void There_are_thirty_numbered_from_one()
    {
        Assert.That(
            Names.Select(name => name[..3]),
            Is.EqualTo(Enumerable.Range(1, 30).Select(number => $"{number:00}-"))
        );
    }

    [TestCaseSource(nameof(Names))]
    public async Task It_says_in_two_lines_what_it_asks_and_gets_the_answer_that_was_read(string name)
    {
        var text = await File.ReadAllTextAsync(SharedFiles.InRepository($"examples/{name}.graphql"));
        var lines = text.Split('\n');
        Assert.That(lines[0], Does.StartWith("# ").And.EndsWith(" ?"), "in French");
        Assert.That(lines[1], Does.StartWith("# ").And.EndsWith("?"), "in English");
        Assert.That(lines[2], Does.StartWith("{"));

        foreach (var (language, ending) in new[] { (Language.FR, ""), (Language.EN, ".en") })
        {
            var (answer, plan) = await AnswerAsync(_memory, text, language);
            Assert.That((await AnswerAsync(_neo4j, text, language)).Answer, Is.EqualTo(answer), "the stores agree");
            using var read = JsonDocument.Parse(answer);
            Assert.That(read.RootElement.TryGetProperty("errors", out var errors), Is.False, () => errors.ToString());
            var table = AskCommand
                .CsvOf(AnswerTables.Of(read.RootElement.GetProperty("data"), AnswerWords.Of(plan, language)))
                .ReplaceLineEndings("\n");
            var file = SharedFiles.InRepository(
                $"tests/EcosystemGraph.Contracts.Tests/ExampleAnswers/{name}{ending}.csv"
            );
            if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
                await File.WriteAllTextAsync(file, table);
            else
                Assert.That(table, Is.EqualTo(await File.ReadAllTextAsync(file)));
        }
    }

    private static async Task<(string Answer, Plan Plan)> AnswerAsync(IStore store, string question, Language language)
    {
        using var writer = new AnswerWriter(1 << 20);
        var answering = await new QuestionAnswerer(
            Schema,
            new QuestionReader(Schema, language: language),
            store
        ).AnswerAsync(new Question(question, null, Inputs.Empty), writer, CancellationToken.None);
        return (Encoding.UTF8.GetString(writer.Written.Span), answering.Reading!.Plan!);
    }
}

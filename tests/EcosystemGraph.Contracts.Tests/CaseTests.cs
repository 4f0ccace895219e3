using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Neo4j;
using EcosystemGraph.Neo4j.Cypher;
using EcosystemGraph.Neo4j.Tests;
using EcosystemGraph.Neo4j.Tests.Transport;
using EcosystemGraph.Neo4j.Transport;
using GraphQL;

namespace EcosystemGraph.Contracts.Tests;

/// <summary>
/// Questions of the seed data with their plan, their Cypher and their answer, a page each, for a person to read.
/// After a change that is meant: UPDATE_CASES=1 dotnet test, then read the difference.
/// </summary>
public sealed class CaseTests
{
    private const string PlanHeading = "\n--- plan\n";

    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };
    private static readonly EcosystemSchema Schema = new();

    private IStore _memory = null!;
    private IStore _neo4j = null!;

    private static IEnumerable<string> Names =>
        Directory.GetFiles(Folder(), "*.txt").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!;

    [OneTimeSetUp]
    public async Task Fill()
    {
        var graph = new ResolvedGraph(
            (await PackageReader.ReadAsync(SharedFiles.InRepository("seed-data"), CancellationToken.None)).Dataset
        );
        _memory = await Stores.InMemoryAsync(graph);
        _neo4j = await Stores.OnNeo4jAsync(graph);
    }

    [TestCaseSource(nameof(Names))]
    public async Task The_case_is_as_it_was_read(string name)
    {
        var file = Path.Combine(Folder(), name + ".txt");
        var kept = await File.ReadAllTextAsync(file);
        var question = new Question(kept.Split(PlanHeading)[0].TrimEnd(), null, Inputs.Empty);
        var plan = (await new GraphQLReader(Schema).ReadAsync(question, CancellationToken.None)).Plan!;
        var statement = StatementOf(plan);
        var answer = await AnswerAsync(_memory, question);
        Assert.That(await AnswerAsync(_neo4j, question), Is.EqualTo(answer), "the stores agree");

        // Remarking on a name that it has never met, or on a plan, takes the server longer than answering; over HTTP it does.
        using var client = new Neo4jClient((await SharedServer.GetAsync()).Over("http"));
        Assert.That(
            (await client.RunAsync(statement, CancellationToken.None)).Remarks,
            Is.Empty,
            "the server has nothing to remark"
        );

        var page = new StringBuilder(question.Query)
            .Append('\n')
            .Append(PlanHeading)
            .Append(plan)
            .Append("\n--- Cypher\n")
            .Append(WithoutMarks(statement.Text))
            .Append("\n--- parameters\n")
            .Append(JsonSerializer.Serialize(Trees.Of(statement.Parameters), Compact))
            .Append("\n\n--- answer\n")
            .Append(JsonSerializer.Serialize(JsonDocument.Parse(answer).RootElement, Indented).ReplaceLineEndings("\n"))
            .Append('\n')
            .ToString();
        if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
            await File.WriteAllTextAsync(file, page);
        else
            Assert.That(page, Is.EqualTo(kept), "UPDATE_CASES=1 dotnet test writes it anew; then read the difference");
    }

    [Test]
    public void Every_statement_begins_and_ends_with_the_mark()
    {
        var plan = new GraphQLReader(Schema)
            .ReadAsync(new Question("{ dataset { title } }", null, Inputs.Empty), CancellationToken.None)
            .GetAwaiter()
            .GetResult()
            .Plan!;
        var text = CypherCompiler.Compile(plan).Statement.Text;

        Assert.That(
            text.Split("AS mark0")[0],
            Does.StartWith("CYPHER 5\nCALL () {\n  OPTIONAL MATCH (d:Dataset)\n  OPTIONAL MATCH (l:Load)")
        );
        Assert.That(text, Does.Contain("AS mark1"));
    }

    /// <summary>
    /// The statements of a case are asked of the server and what it brings back is read as it was declared; then it is told
    /// again with one value that is of another kind, or one too many, for each value in turn.
    /// </summary>
    [TestCaseSource(nameof(Names))]
    public async Task What_comes_back_is_of_the_shape_declared_and_anything_else_is_a_clear_fault(string name)
    {
        var kept = await File.ReadAllTextAsync(Path.Combine(Folder(), name + ".txt"));
        var question = new Question(kept.Split(PlanHeading)[0].TrimEnd(), null, Inputs.Empty);
        var plan = (await new GraphQLReader(Schema).ReadAsync(question, CancellationToken.None)).Plan!;
        var server = await SharedServer.GetAsync();
        using var recording = new RecordingTransport(Transports.Open(server.Settings));
        var expected = await AnswerAsync(Store(server.Settings, recording), plan);
        var answers = recording.Answers.ToArray();
        Assert.That(
            await AnswerAsync(Store(server.Settings, new FakeTransport(answers)), plan),
            Is.EqualTo(expected),
            "told again it is the same"
        );

        var wrongs = answers
            .SelectMany((answer, i) => answer.Wrong.Select(wrong => (Place: i, Answer: wrong)))
            .ToArray();
        var step = Math.Max(1, wrongs.Length / 200);
        // Beside an error nothing is looked at.
        var hasErrors = expected.Contains('\n', StringComparison.Ordinal);
        for (var wrong = 0; wrong < wrongs.Length; wrong += step)
        {
            var told = (FakeAnswer[])answers.Clone();
            told[wrongs[wrong].Place] = wrongs[wrong].Answer;
            var transport = new FakeTransport(told);
            try
            {
                var answer = await AnswerAsync(Store(server.Settings, transport), plan);
                Assert.That(answer == expected && hasErrors, $"wrong value {wrong} makes {answer}");
            }
            catch (StoreUnavailableException error)
            {
                Assert.That(
                    (error.InnerException as Neo4jException)?.Fault,
                    Is.EqualTo(Neo4jFault.WrongShape),
                    error.Message
                );
            }
            Assert.That(transport.Open, Is.Zero, "no answer is left open");
        }
    }

    // Of a question that is computed, the statement that gives the links it begins with.
    private static Statement StatementOf(Plan plan) =>
        plan.Roots is [ComputedRoot question] ? LinkStatements.First(question) : CypherCompiler.Compile(plan).Statement;

    // Every statement reads the mark in the same words; a page is shorter without them.
    private static string WithoutMarks(string text)
    {
        foreach (var mark in new[] { "mark0", "mark1" })
        {
            text = text.Replace(
                $"CALL () {{\n  OPTIONAL MATCH (d:Dataset)\n  OPTIONAL MATCH (l:Load)\n  RETURN [d.sha256, d.shape, l.token] AS {mark}\n}}\n",
                "",
                StringComparison.Ordinal
            );
        }
        return text;
    }

    private static async Task<string> AnswerAsync(IStore store, Question question)
    {
        using var writer = new AnswerWriter(1 << 20);
        await new GraphQLAnswerer(Schema, new GraphQLReader(Schema), store).AnswerAsync(
            question,
            writer,
            CancellationToken.None
        );
        return Encoding.UTF8.GetString(writer.Written.Span);
    }

    private static Neo4jStore Store(Neo4jSettings settings, ITransport transport) =>
        new(new Neo4jClient(settings, transport), new NetworkDrawings());

    private static async Task<string> AnswerAsync(Neo4jStore store, Plan plan)
    {
        using var writer = new AnswerWriter(1 << 20);
        var answer = await store.AnswerAsync(plan, writer, CancellationToken.None);
        return Encoding.UTF8.GetString(writer.Written.Span)
            + string.Concat(answer.Errors.Select(error => "\n" + error.Message));
    }

    private static string Folder() => SharedFiles.InRepository("tests/EcosystemGraph.Contracts.Tests/Cases");
}

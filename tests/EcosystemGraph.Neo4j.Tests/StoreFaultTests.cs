using System.Text;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Neo4j.Tests.Transport;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Tests;

/// <summary>What the store makes of each thing that may go wrong with the server; without one.</summary>
public sealed class StoreFaultTests
{
    private static readonly Plan Question = new([new DatasetRoot("d", [new DatasetPart("title", DatasetFact.Title)])]);

    private static readonly object?[] Old = Mark("old"),
        New = Mark("new"),
        Empty = [null, null, null];

    [TestCase(Neo4jFault.Unauthorized, AnswerErrorCodes.Unauthorized)]
    [TestCase(Neo4jFault.UnknownDatabase, AnswerErrorCodes.UnknownDatabase)]
    [TestCase(Neo4jFault.TimedOut, AnswerErrorCodes.Timeout)]
    [TestCase(Neo4jFault.Unreachable, AnswerErrorCodes.Unavailable)]
    [TestCase(Neo4jFault.Transient, AnswerErrorCodes.Unavailable)]
    [TestCase(Neo4jFault.BadAnswer, AnswerErrorCodes.Unavailable)]
    [TestCase(Neo4jFault.Refused, AnswerErrorCodes.Unavailable)]
    [TestCase(Neo4jFault.WrongShape, AnswerErrorCodes.Unavailable)]
    public async Task Each_fault_has_its_code_whether_it_comes_before_or_after_the_rows(Neo4jFault fault, string code)
    {
        Assert.That(await CodeAsync(FakeAnswer.Fault(fault)), Is.EqualTo(code));
        Assert.That(await CodeAsync(Answer(Old, "title", Old).ThenFault(fault)), Is.EqualTo(code));
    }

    [Test]
    public async Task An_answer_that_broke_off_leaves_nothing_of_itself_in_the_next()
    {
        Assert.That(
            await AskAsync(Answer(Old, "half", Old).ThenFault(Neo4jFault.BadAnswer), Answer(Old, "whole", Old)),
            Is.EqualTo("""{"d":{"title":"whole"}}""")
        );
    }

    [Test]
    public async Task Data_that_are_not_whole_are_named_as_what_they_are()
    {
        Assert.That(await CodeAsync(Answer(Empty, null, Empty)), Is.EqualTo(AnswerErrorCodes.Empty));
        Assert.That(
            await CodeAsync(Answer(["old", "0", null], "title", ["old", "0", null])),
            Is.EqualTo(AnswerErrorCodes.Empty),
            "another version"
        );
        Assert.That(
            await CodeAsync(Answer(["old", GraphShape.Version, "load"], "title", ["old", GraphShape.Version, "load"])),
            Is.EqualTo(AnswerErrorCodes.Loading)
        );
        Assert.That(
            await CodeAsync(Answer(Old, "title", ["old", GraphShape.Version, "load"])),
            Is.EqualTo(AnswerErrorCodes.Loading),
            "a load that began meanwhile"
        );
        Assert.That(
            await CodeAsync(Answer(Empty, null, [null, null, "load"])),
            Is.EqualTo(AnswerErrorCodes.Loading),
            "a load that began meanwhile, where nothing was"
        );
    }

    [Test]
    public async Task Data_replaced_under_a_statement_are_asked_for_again()
    {
        Assert.That(
            await AskAsync(Answer(Old, "between", New), Answer(New, "new", New)),
            Is.EqualTo("""{"d":{"title":"new"}}""")
        );
        Assert.That(
            await CodeAsync(Answer(Old, "between", New)),
            Is.EqualTo(AnswerErrorCodes.Loading),
            "again and again"
        );
    }

    [Test]
    public async Task Data_replaced_between_the_statements_of_one_question_are_asked_for_again()
    {
        var length = new SelectedComputed("length", (ComputedField)Records.Path.FieldOf("length")!, null, []);
        var plan = new Plan([
            new PathsRoot(
                "p",
                "a",
                "b",
                3,
                new LinkChoice(Filter.True, null),
                false,
                1,
                new Projection([new Selection(Records.Path, [length])])
            ),
        ]);
        object?[] link = ["m", "m1", "a", "b", true, false, false, null, null, null, null, null, false];
        FakeAnswer Links(object?[] mark) =>
            new([
                [mark, new object?[] { link }, mark],
            ]);
        FakeAnswer Shown(object?[] mark) =>
            new([
                [mark, new object?[] { new object?[] { true, true } }, new object?[] { Array.Empty<object?>() }, mark],
            ]);

        Assert.That(
            await AskAsync(plan, Links(Old), Shown(New), Links(New), Shown(New)),
            Is.EqualTo("""{"p":[{"length":1}]}""")
        );
        var error = Assert.ThrowsAsync<StoreUnavailableException>(() =>
            AskAsync(plan, Links(Old), Shown(New), Links(Old), Shown(New), Links(Old), Shown(New))
        );
        Assert.That(error!.Code, Is.EqualTo(AnswerErrorCodes.Loading), "again and again");
    }

    [Test]
    public async Task An_answer_of_the_wrong_shape_says_what_is_wrong()
    {
        var error = Assert.ThrowsAsync<StoreUnavailableException>(() => AskAsync(Answer(Old, 7L, Old)));

        Assert.That(error!.Message, Does.Contain("has a whole number where the statement asks for a text"));
        Assert.That(
            await CodeAsync(
                new FakeAnswer([
                    [Old],
                ])
            ),
            Is.EqualTo(AnswerErrorCodes.Unavailable)
        );
        Assert.That(await CodeAsync(new FakeAnswer()), Is.EqualTo(AnswerErrorCodes.Unavailable));
        Assert.That(
            await CodeAsync(new FakeAnswer(Answer(Old, "a", Old).Rows[0], Answer(Old, "b", Old).Rows[0])),
            Is.EqualTo(AnswerErrorCodes.Unavailable)
        );
    }

    [Test]
    public void A_server_that_hangs_within_an_answer_is_given_up()
    {
        var server = new FakeTransport(Answer(Old, "title", Old) with { Stuck = true });
        using var writer = new AnswerWriter(1000);
        var error = Assert.ThrowsAsync<StoreUnavailableException>(async () =>
            await new Neo4jStore(server.Client(timeoutSeconds: 1)).AnswerAsync(Question, writer, CancellationToken.None)
        );

        Assert.That(error!.Code, Is.EqualTo(AnswerErrorCodes.Timeout));
        Assert.That(server.Open, Is.Zero);
    }

    [Test]
    public async Task The_lengths_of_lists_are_asked_for_again_once_the_data_are_others()
    {
        var mark = Old;
        var asked = 0;
        var server = new FakeTransport(
            (statement, _) =>
            {
                if (statement.Text.Contains("mark0", StringComparison.Ordinal))
                    return Answer(mark, "title", mark);
                asked++;
                return new FakeAnswer([
                    [mark[0], new object?[] { "Actor" }, new object?[] { (long)asked }],
                ]);
            }
        );
        var store = new Neo4jStore(server.Client());
        using var writer = new AnswerWriter(1000);

        Assert.That((await store.LengthsAsync(CancellationToken.None)).All(Records.Actor), Is.EqualTo(1));
        await store.AnswerAsync(Question, writer, CancellationToken.None);
        Assert.That((await store.LengthsAsync(CancellationToken.None)).All(Records.Actor), Is.EqualTo(1), "known");
        mark = New;
        await store.AnswerAsync(Question, writer, CancellationToken.None);
        Assert.That((await store.LengthsAsync(CancellationToken.None)).All(Records.Actor), Is.EqualTo(2));
    }

    private static object?[] Mark(string fingerprint) => [fingerprint, GraphShape.Version, null];

    private static FakeAnswer Answer(object?[] before, object? title, object?[] after) =>
        new([
            [before, new object?[] { Array.Empty<object?>() }, new object?[] { new object?[] { title } }, after],
        ]);

    private static Task<string> AskAsync(params FakeAnswer[] answers) => AskAsync(Question, answers);

    private static async Task<string> AskAsync(Plan plan, params FakeAnswer[] answers)
    {
        var server = new FakeTransport(answers);
        using var writer = new AnswerWriter(1000);
        try
        {
            await new Neo4jStore(server.Client()).AnswerAsync(plan, writer, CancellationToken.None);
        }
        catch
        {
            Assert.That(writer.Written.Length, Is.Zero, "nothing of an answer is left");
            throw;
        }
        finally
        {
            Assert.That(server.Open, Is.Zero, "no answer is left open");
        }
        return Encoding.UTF8.GetString(writer.Written.Span);
    }

    private static async Task<string?> CodeAsync(params FakeAnswer[] answers)
    {
        try
        {
            await AskAsync(answers);
            return null;
        }
        catch (StoreUnavailableException error)
        {
            return error.Code;
        }
    }
}

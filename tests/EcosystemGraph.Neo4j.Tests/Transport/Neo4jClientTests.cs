using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Tests.Transport;

/// <summary>What holds on every transport: when a statement is sent again, when it is given up, and when an answer is whole.</summary>
public sealed class Neo4jClientTests
{
    private static readonly Statement Question = new("RETURN 1");
    private static readonly FakeAnswer One = new([1L]);

    [TestCase(Neo4jFault.Unreachable)]
    [TestCase(Neo4jFault.Transient)]
    [TestCase(Neo4jFault.BadAnswer)]
    public async Task A_read_is_repeated_after_what_may_pass(Neo4jFault fault)
    {
        var server = new FakeTransport(FakeAnswer.Fault(fault), new FakeAnswer([7L]).ThenFault(fault), One);

        Assert.That(
            await server.Client().OneAsync(Question, row => row.Whole(), CancellationToken.None),
            Is.EqualTo(1)
        );
        Assert.That(server.Sent, Has.Count.EqualTo(3));
        Assert.That(server.Open, Is.Zero);
    }

    [TestCase(Neo4jFault.Unauthorized)]
    [TestCase(Neo4jFault.UnknownDatabase)]
    [TestCase(Neo4jFault.TimedOut)]
    [TestCase(Neo4jFault.Refused)]
    [TestCase(Neo4jFault.WrongShape)]
    public void A_read_is_not_repeated_after_what_will_not_pass(Neo4jFault fault)
    {
        var server = new FakeTransport(FakeAnswer.Fault(fault), One);

        Assert.That(FaultOf(server), Is.EqualTo(fault));
        Assert.That(server.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_read_is_not_repeated_for_ever()
    {
        var server = new FakeTransport(FakeAnswer.Fault(Neo4jFault.Transient));

        Assert.That(FaultOf(server), Is.EqualTo(Neo4jFault.Transient));
        Assert.That(server.Sent, Has.Count.EqualTo(4));
    }

    [TestCase(Neo4jFault.Unreachable)]
    [TestCase(Neo4jFault.Transient)]
    [TestCase(Neo4jFault.BadAnswer)]
    public void A_write_is_never_repeated(Neo4jFault fault)
    {
        foreach (var told in new[] { FakeAnswer.Fault(fault), One.ThenFault(fault) })
        {
            var server = new FakeTransport(told, One);
            var error = Assert.ThrowsAsync<Neo4jException>(() =>
                server.Client().RunAsync(new Statement("CREATE (n)", AccessMode.Write), CancellationToken.None)
            );

            Assert.That(error!.Fault, Is.EqualTo(fault));
            Assert.That(server.Sent, Has.Count.EqualTo(1));
            Assert.That(server.Open, Is.Zero);
        }
    }

    [Test]
    public void A_fault_after_the_rows_leaves_none_of_them()
    {
        Assert.That(FaultOf(new FakeTransport(One.ThenFault(Neo4jFault.Refused))), Is.EqualTo(Neo4jFault.Refused));
        Assert.ThrowsAsync<Neo4jException>(() =>
            new FakeTransport(One.ThenFault(Neo4jFault.Refused))
                .Client()
                .AllAsync(Question, row => row.Whole(), CancellationToken.None)
        );
    }

    [Test]
    public void No_row_or_two_are_not_the_one_that_was_asked_for()
    {
        Assert.That(FaultOf(new FakeTransport(new FakeAnswer())), Is.EqualTo(Neo4jFault.BadAnswer));
        Assert.That(FaultOf(new FakeTransport(new FakeAnswer([1L], [2L]))), Is.EqualTo(Neo4jFault.BadAnswer));
    }

    [Test]
    public void A_row_with_further_values_is_of_the_wrong_shape()
    {
        var server = new FakeTransport(new FakeAnswer([1L, 2L]));
        var error = Assert.ThrowsAsync<Neo4jException>(() =>
            server.Client().OneAsync(Question, row => row.Whole(), CancellationToken.None)
        );

        Assert.That(error!.Fault, Is.EqualTo(Neo4jFault.WrongShape));
        Assert.That(error.Message, Does.Contain("has a whole number where the statement asks for no further value"));
        Assert.That(server.Open, Is.Zero);
    }

    [Test]
    public void An_answer_that_does_not_end_is_given_up()
    {
        var server = new FakeTransport(One with { Stuck = true });
        var error = Assert.ThrowsAsync<Neo4jException>(() =>
            server.Client(timeoutSeconds: 1).OneAsync(Question, row => row.Whole(), CancellationToken.None)
        );

        Assert.That(error!.Fault, Is.EqualTo(Neo4jFault.TimedOut));
        Assert.That(error.Message, Does.Contain("Neo4j:TimeoutSeconds"));
        Assert.That(server.Open, Is.Zero);
    }

    [Test]
    public async Task Who_no_longer_waits_leaves_no_answer_open()
    {
        var server = new FakeTransport(One with { Stuck = true });
        using var left = new CancellationTokenSource();
        var asking = server.Client().OneAsync(Question, row => row.Whole(), left.Token);
        await left.CancelAsync();

        Assert.CatchAsync<OperationCanceledException>(() => asking);
        Assert.That(server.Open, Is.Zero);
    }

    private static Neo4jFault FaultOf(FakeTransport server)
    {
        var error = Assert.ThrowsAsync<Neo4jException>(() =>
            server.Client().OneAsync(Question, row => row.Whole(), CancellationToken.None)
        );
        Assert.That(server.Open, Is.Zero, "no answer is left open");
        return error!.Fault;
    }
}

using EcosystemGraph.Api.Commands;

namespace EcosystemGraph.Api.Tests.Commands;

/// <summary>Where the program is told to listen: it listens there or says in one sentence why not.</summary>
public sealed class AddressTests
{
    [TestCase("http://localhost:5080")]
    [TestCase("http://127.0.0.1:0")]
    [TestCase("http://[::1]:5080")]
    [TestCase("http://*:5080")]
    [TestCase("http://localhost")]
    [TestCase("http://localhost:5080;http://127.0.0.1:5081")]
    [TestCase(" http://localhost:5080 ; ")]
    [TestCase("http://localhost:65535/")]
    public void An_address_is_taken(string urls) => Assert.That(ListenAddresses.Problem(urls), Is.Null);

    [TestCase("", "names no address")]
    [TestCase(" ; ", "names no address")]
    [TestCase("5080", "no address")]
    [TestCase("localhost:5080", "no address")]
    [TestCase("http://", "no address")]
    [TestCase("ftp://localhost:5080", "no http address")]
    [TestCase("https://localhost:5080", "needs a certificate")]
    [TestCase("http://localhost:99999", "from 0 to 65535")]
    [TestCase("http://localhost:-1", "from 0 to 65535")]
    [TestCase("http://127.0.0.1:nope", "from 0 to 65535")]
    [TestCase("http://[::1]:nope", "from 0 to 65535")]
    [TestCase("http://localhost:5080/api", "no path")]
    [TestCase("http://localhost:5080;http://localhost:99999", "'http://localhost:99999'")]
    public void What_is_none_is_told(string urls, string says) =>
        Assert.That(ListenAddresses.Problem(urls), Does.Contain(says));

    [TestCase("https://127.0.0.1:0")]
    [TestCase("http://127.0.0.1:99999")]
    [TestCase("http://127.0.0.1:nope")]
    [TestCase("")]
    public async Task The_program_ends_with_one_sentence(string urls)
    {
        var (code, output, error) = await ProgramTests.RunAsync(
            "--data",
            SharedFiles.InRepository("seed-data"),
            "--urls",
            urls
        );

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Is.Empty);
        Assert.That(
            error.TrimEnd('\n'),
            Does.StartWith("Cannot listen").And.Contain("http://localhost:5080").And.Not.Contain("\n")
        );
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using EcosystemGraph.Api.Tests.Http;

namespace EcosystemGraph.Api.Tests.Hostile;

/// <summary>Whatever is sent, there is one clear answer, it tells nothing of the inside, and the next question is answered.</summary>
public sealed class HostileTests
{
    private const string Good = """{"query":"{ dataset { version } }"}""";

    private Server _server = null!;

    [OneTimeSetUp]
    public async Task Start() => _server = await Server.StartAsync("Http:BodySeconds=1");

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    public static IEnumerable<TestCaseData> Requests() =>
        HostileRequests.All.Select(request => new TestCaseData(request).SetArgDisplayNames(request.Name));

    [TestCaseSource(nameof(Requests))]
    public async Task A_request_that_is_meant_to_harm_gets_a_clear_answer(HostileRequest request)
    {
        var (status, text) = await PostAsync(request.Body);

        Assert.That(
            Hostile.Answer.CodesOf(text),
            request.Code is null ? Is.Empty : Has.All.EqualTo(request.Code),
            text[..Math.Min(text.Length, 500)]
        );
        Assert.That(status, Is.EqualTo(200).Or.EqualTo(400).Or.EqualTo(413));
        await IsAlive();
    }

    [Test]
    public async Task Errors_are_few_and_their_messages_short()
    {
        foreach (var request in HostileRequests.All.Where(request => request.Code is not null))
        {
            var (_, text) = await PostAsync(request.Body);
            Assert.That(text, Has.Length.LessThan(10_000), request.Name);
        }
    }

    [Test]
    public async Task Many_at_once_are_all_answered()
    {
        var requests = HostileRequests
            .All.Where(request => request.Body.Length < 100_000)
            .Concat(HostileRequests.All.Where(request => request.Body.Length < 100_000))
            .ToArray();
        var answers = await Task.WhenAll(requests.Select(request => PostAsync(request.Body)));

        for (var i = 0; i < requests.Length; i++)
            Assert.That(
                Hostile.Answer.CodesOf(answers[i].Text),
                requests[i].Code is { } code ? Has.All.EqualTo(code) : Is.Empty,
                requests[i].Name
            );
        await IsAlive();
    }

    [Test]
    public async Task Pieces_without_a_length_are_read_to_their_end()
    {
        var answer = await SendAsync(
            Head("Transfer-Encoding: chunked") + Piece(Good[..10]) + Piece(Good[10..]) + "0\r\n\r\n"
        );

        Assert.That(answer, Does.StartWith("HTTP/1.1 200").And.Contain("\"version\":"));
    }

    [TestCase("zz\r\n{}\r\n0\r\n\r\n", Description = "a length that is none")]
    [TestCase("fffffffff\r\n{}", Description = "a length beyond all bounds")]
    public async Task Pieces_that_are_none_are_a_bad_request(string pieces)
    {
        Assert.That(
            await SendAsync(Head("Transfer-Encoding: chunked") + pieces),
            Does.StartWith("HTTP/1.1 4").And.Contain("BAD_REQUEST")
        );
        await IsAlive();
    }

    [Test]
    public async Task Pieces_without_end_are_cut_off_at_the_limit()
    {
        var pieces = new StringBuilder(Head("Transfer-Encoding: chunked"));
        for (var i = 0; i < 20; i++)
            pieces.Append(Piece(new string(' ', 100_000)));

        Assert.That(await SendAsync(pieces.ToString()), Does.StartWith("HTTP/1.1 413").And.Contain("BAD_REQUEST"));
        await IsAlive();
    }

    [TestCase("Content-Length: 1000", Good)]
    [TestCase("Transfer-Encoding: chunked", "5\r\n{\"que")]
    public async Task A_body_that_stops_is_given_up_at_its_time_limit(string length, string part)
    {
        Assert.That(await SendAsync(Head(length) + part), Does.StartWith("HTTP/1.1 408").And.Contain("BAD_REQUEST"));
        await IsAlive();
    }

    [TestCase("Content-Length: -1")]
    [TestCase("Content-Length: 99999999999999999999")]
    [TestCase("Content-Length: 5\r\nContent-Length: 6")]
    [TestCase("Content-Length: x")]
    [TestCase("Bad Header: x")]
    [TestCase("X: \0")]
    public async Task Headers_that_are_none_are_refused_by_the_protocol(string header)
    {
        Assert.That(await SendAsync(Head(header) + Good), Does.StartWith("HTTP/1.1 4"));
        await IsAlive();
    }

    [Test]
    public async Task A_client_that_breaks_off_harms_nobody()
    {
        for (var i = 0; i < 20; i++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _server.Root.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Head("Content-Length: 1000") + Good));
            client.Client.LingerState = new LingerOption(true, 0);
        }
        await IsAlive();
    }

    private static string Head(string header) =>
        $"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n{header}\r\n\r\n";

    private static string Piece(string text) => $"{text.Length:x}\r\n{text}\r\n";

    private async Task<(int Status, string Text)> PostAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var response = await _server.Client.PostAsync(_server.Address, content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<string> SendAsync(string bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _server.Root.Port);
        var stream = client.GetStream();
        var writing = stream.WriteAsync(Encoding.Latin1.GetBytes(bytes)).AsTask();
        using var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received);
            await writing;
        }
        catch (IOException)
        {
            // What comes after the answer is not taken.
        }
        return Encoding.UTF8.GetString(received.ToArray());
    }

    private async Task IsAlive() =>
        Assert.That(
            await PostAsync(Encoding.UTF8.GetBytes(Good)),
            Is.EqualTo((200, """{"data":{"dataset":{"version":"1.0.0"}}}"""))
        );
}

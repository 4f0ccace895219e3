using System.Net;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>Answers to GET carry a tag, and are not sent again to whoever has them.</summary>
public sealed class EntityTagTests
{
    private const string Query = "query=%7Bdataset%7Bversion%7D%7D";

    private Server _server = null!;

    [OneTimeSetUp]
    public async Task Start() => _server = await Server.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [Test]
    public async Task An_answer_has_a_tag_and_says_what_it_depends_on()
    {
        using var response = await _server.GetAsync(Query);

        Assert.That(response.Headers.ETag!.IsWeak);
        Assert.That(response.Headers.CacheControl!.NoCache, "a cache asks each time whether it is still right");
        Assert.That(response.Headers.Vary, Is.EquivalentTo(new[] { "Accept", "Accept-Encoding" }));
    }

    [TestCase("{0}")]
    [TestCase("\"other\", {0}")]
    [TestCase("W/\"other\",{0} , \"x\"")]
    [TestCase("strong {0}")]
    [TestCase("*")]
    public async Task Whoever_has_it_gets_304_without_a_body(string match)
    {
        var tag = await TagAsync(_server, Query);
        var strong = match.StartsWith("strong", StringComparison.Ordinal);
        var given = strong ? tag[2..] : match.Replace("{0}", tag, StringComparison.Ordinal);
        using var response = await _server.GetAsync(Query, "If-None-Match: " + given);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(response.Headers.ETag!.ToString(), Is.EqualTo(tag));
        Assert.That(response.Headers.CacheControl!.NoCache);
        Assert.That(response.Headers.Vary, Is.EquivalentTo(new[] { "Accept", "Accept-Encoding" }));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [TestCase("\"other\"")]
    [TestCase("nonsense")]
    [TestCase("")]
    public async Task Whoever_has_another_gets_the_answer(string match)
    {
        using var response = await _server.GetAsync(Query, "If-None-Match: " + match);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("1.0.0"));
    }

    [Test]
    public async Task What_changes_the_answer_changes_the_tag()
    {
        const string Two =
            "query=query%20a(%24x%3AInt)%7Bactors(first%3A%24x)%7BtotalCount%7D%7Dquery%20b%7Bdataset%7Btitle%7D%7D";
        var tags = new[]
        {
            await TagAsync(_server, Query),
            await TagAsync(_server, Query, "Accept: application/graphql-response+json"),
            await TagAsync(_server, "query=%7Bdataset%7Btitle%7D%7D"),
            await TagAsync(_server, Two + "&operationName=a"),
            await TagAsync(_server, Two + "&operationName=b"),
            await TagAsync(_server, Two + "&operationName=a&variables=%7B%22x%22%3A1%7D"),
            await TagAsync(_server, Two + "&operationName=a&variables=%7B%22x%22%3A2%7D"),
        };

        Assert.That(tags, Is.Unique);
        Assert.That(await TagAsync(_server, Query), Is.EqualTo(tags[0]), "and nothing else does");
    }

    [TestCase("query=%7Bbogus%7D")]
    [TestCase("query=%7B")]
    [TestCase(
        "query=%7Bgrouping(id%3A%22rares%22)%7Bmembers(where%3A%7Bkind%3A%7Bunder%3A%22nope%22%7D%7D)%7BtotalCount%7D%7D%7D"
    )]
    [TestCase("")]
    [TestCase("query=mutation%7Bx%7D")]
    public async Task An_error_has_no_tag_is_not_kept_and_is_never_304(string parameters)
    {
        using var response = await _server.GetAsync(parameters, "If-None-Match: *");

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("errors"));
        Assert.That(response.Headers.ETag, Is.Null);
        Assert.That(response.Headers.CacheControl!.NoStore);
    }

    [Test]
    public async Task POST_has_no_tag()
    {
        using var response = await _server.PostAsync("""{"query":"{dataset{version}}"}""", "If-None-Match: *");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Headers.ETag, Is.Null);
    }

    [Test]
    public async Task Data_that_were_replaced_are_never_304()
    {
        var store = new ReplacedStore { Fingerprint = "one" };
        await using var server = await Server.StartAsync(store);
        var one = await TagAsync(server, Query);
        using var same = await server.GetAsync(Query, "If-None-Match: " + one);
        Assert.That(same.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));

        store.Fingerprint = "two";
        using var changed = await server.GetAsync(Query, "If-None-Match: " + one);
        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await changed.Content.ReadAsStringAsync(), Is.EqualTo("""{"data":{"dataset":"two"}}"""));
        Assert.That(changed.Headers.ETag!.ToString(), Is.Not.EqualTo(one));
    }

    [Test]
    public async Task An_answer_may_be_kept_as_long_as_it_is_set()
    {
        await using var server = await Server.StartAsync("Http:CacheSeconds=60");
        await using var withKeys = await Server.StartAsync("Http:CacheSeconds=60", "ApiKeys:one=0123456789abcdef");
        using var open = await server.GetAsync(Query);
        using var closed = await withKeys.GetAsync(Query, "X-Api-Key: 0123456789abcdef");

        Assert.That(open.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=60"));
        Assert.That(
            closed.Headers.CacheControl!.ToString(),
            Is.EqualTo("max-age=60, private"),
            "not by caches that others share"
        );
    }

    private static async Task<string> TagAsync(Server server, string parameters, params string[] headers)
    {
        using var response = await server.GetAsync(parameters, headers);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        return response.Headers.ETag!.ToString();
    }

    /// <summary>A store whose data may be replaced: only its answers say which they are from.</summary>
    private sealed class ReplacedStore : IStore
    {
        public string Name => "replaced";

        public required string Fingerprint { get; set; }

        string? IStore.Fingerprint => null;

        public ValueTask<ListLengths> LengthsAsync(CancellationToken cancellation) =>
            ValueTask.FromResult(ListLengths.None);

        public ValueTask<StoreAnswer> AnswerAsync(Plan plan, AnswerWriter writer, CancellationToken cancellation)
        {
            writer.StartObject();
            writer.Name(plan.Roots[0].Name);
            writer.Text(Fingerprint);
            writer.EndObject();
            return ValueTask.FromResult(new StoreAnswer([], Fingerprint));
        }

        public ValueTask<StoreExtract> ExtractAsync(PartRoot question, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}

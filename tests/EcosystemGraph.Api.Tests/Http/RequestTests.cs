using System.Net;
using System.Text;
using System.Text.Json;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>What a client may send, and how: what is nearly a request is one, or is refused by a sentence that says what to mend.</summary>
public sealed class RequestTests
{
    private const string Body = """{"query":"{ dataset { version } }"}""";
    private const string Answer = """{"data":{"dataset":{"version":"1.0.0"}}}""";

    [TestCase("application/json")]
    [TestCase("application/json; charset=utf-8")]
    [TestCase("APPLICATION/JSON;charset=\"UTF-8\"")]
    [TestCase("application/vnd.api+json")]
    public async Task JSON_is_taken_under_each_of_its_names(string type)
    {
        Assert.That(await PostAsync(Encoding.UTF8.GetBytes(Body), type), Is.EqualTo(Answer));
    }

    [TestCase(null)]
    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("multipart/form-data; boundary=x")]
    [TestCase("application/graphql")]
    [TestCase(";;;")]
    public async Task A_body_of_no_type_or_of_another_is_refused(string? type)
    {
        // A form of a foreign page can send these without asking first: they must not be taken for JSON.
        Assert.That(
            await PostAsync(Encoding.UTF8.GetBytes(Body), type),
            Does.Contain("application/json").And.Contain("BAD_REQUEST")
        );
    }

    [Test]
    public async Task A_byte_order_mark_is_passed_over()
    {
        Assert.That(await PostAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Body)]), Is.EqualTo(Answer));
    }

    [Test]
    public async Task Another_encoding_is_refused()
    {
        var latin = Encoding.Latin1.GetBytes(
            """{"query":"{ actors(where: { name: { contains: \"é\" } }) { totalCount } }"}"""
        );
        Assert.That(await PostAsync(latin), Does.Contain("not UTF-8").And.Contain("BAD_REQUEST"));
        Assert.That(
            await PostAsync(Encoding.Unicode.GetBytes(Body), "application/json; charset=utf-16"),
            Does.Contain("no JSON").And.Contain("BAD_REQUEST")
        );
    }

    [TestCase(
        """{"query":"{ dataset { title } }","query":"{ dataset { version } }"}""",
        "query is given more than once"
    )]
    [TestCase(
        """{"query":"{ dataset { title } }","qu\u0065ry":"{ dataset { version } }"}""",
        "query is given more than once"
    )]
    [TestCase(
        """{"query":"query a { dataset { title } }","operationName":"a","operationName":null}""",
        "operationName is given more than once"
    )]
    [TestCase(
        """{"query":"{ dataset { title } }","variables":{},"variables":{}}""",
        "variables is given more than once"
    )]
    [TestCase("""{"query":"{ dataset { title } }","variables":{"a":{"b":1,"b":2}}}""", "each name once")]
    public async Task A_name_given_twice_is_refused_rather_than_guessed(string body, string says)
    {
        Assert.That(await PostAsync(Encoding.UTF8.GetBytes(body)), Does.Contain(says).And.Contain("BAD_REQUEST"));
    }

    [TestCase("""{"query":"{ actor(id: \"\ud800\") { id } }"}""")]
    [TestCase("""{"query":"query a { dataset { title } }","operationName":"\udc00"}""")]
    public async Task Half_a_character_is_refused(string body)
    {
        Assert.That(
            await PostAsync(Encoding.UTF8.GetBytes(body)),
            Does.Contain("no Unicode").And.Contain("BAD_REQUEST")
        );
    }

    [TestCase("?query=%7Bdataset%7Bversion%7D%7D&query=%7Bdataset%7Btitle%7D%7D", "query is given more than once")]
    [TestCase("?query=%7Bdataset%7Bversion%7D%7D&variables=%7B", "variables is no JSON")]
    [TestCase("?query=%7Bdataset%7Bversion%7D%7D&variables=%5B%5D", "variables is no JSON object")]
    [TestCase("?query=%7Bdataset%7Bversion%7D%7D&operationName=x", "no operation 'x'")]
    [TestCase("?query=", "query is missing")]
    [TestCase("", "query is missing")]
    [TestCase("?query=mutation%7Bx%7D", "there are queries only")]
    [TestCase("?query=%ff%fe", "")]
    public async Task A_GET_that_is_no_request_is_refused(string parameters, string says)
    {
        using var response = await SeedServer.Client.GetAsync(new Uri(SeedServer.Address, "/graphql" + parameters));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.That(answer.RootElement.GetProperty("errors")[0].GetProperty("message").GetString(), Does.Contain(says));
    }

    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("PATCH")]
    public async Task Other_methods_are_told_which_there_are(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), SeedServer.Address)
        {
            Content = SeedServer.Json(Body),
        };
        using var response = await SeedServer.Client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(response.Content.Headers.Allow, Is.EquivalentTo(new[] { "GET", "POST" }));
    }

    [Test]
    public async Task A_body_that_comes_in_pieces_is_read_to_its_end_and_no_further_than_the_limit()
    {
        using var small = new HttpRequestMessage(HttpMethod.Post, SeedServer.Address)
        {
            Content = SeedServer.Json(Body),
        };
        small.Headers.TransferEncodingChunked = true;
        using var answered = await SeedServer.Client.SendAsync(small);
        Assert.That(await answered.Content.ReadAsStringAsync(), Is.EqualTo(Answer));

        using var large = new HttpRequestMessage(HttpMethod.Post, SeedServer.Address)
        {
            Content = SeedServer.Json(Body + new string(' ', 2 << 20)),
        };
        large.Headers.TransferEncodingChunked = true;
        using var refused = await SeedServer.Client.SendAsync(large);
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("larger than").And.Contain("BAD_REQUEST"));
    }

    [Test]
    public async Task Letters_leave_as_they_are_and_the_length_is_that_of_the_bytes()
    {
        using var response = await SeedServer.Client.PostAsync(
            SeedServer.Address,
            SeedServer.Json("""{"query":"{ actor(id: \"federation-des-foyers-ruraux-de-l-yonne\") { name } }"}""")
        );
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.That(
            Encoding.UTF8.GetString(bytes),
            Is.EqualTo("""{"data":{"actor":{"name":"Fédération des Foyers Ruraux de l’Yonne"}}}""")
        );
        Assert.That(response.Content.Headers.ContentLength, Is.EqualTo(bytes.Length));
        Assert.That(response.Content.Headers.ContentType!.CharSet, Is.EqualTo("utf-8"));
    }

    [Test]
    public async Task Questions_at_the_same_time_do_not_mix()
    {
        var ids = Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? "rares" : "grais").ToArray();
        var answers = await Task.WhenAll(
            ids.Select(id => SeedServer.DataAsync("query($id: ID!) { grouping(id: $id) { id } }", new { id }))
        );

        Assert.That(
            answers.Select(data => data.GetProperty("grouping").GetProperty("id").GetString()),
            Is.EqualTo(ids)
        );
    }

    private static async Task<string> PostAsync(byte[] body, string? type = "application/json")
    {
        using var content = new ByteArrayContent(body);
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await SeedServer.Client.PostAsync(SeedServer.Address, content);
        return await response.Content.ReadAsStringAsync();
    }
}

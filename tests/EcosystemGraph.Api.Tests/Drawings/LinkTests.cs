using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

namespace EcosystemGraph.Api.Tests.Drawings;

/// <summary>Figures and files by plain links, and the links that answers give.</summary>
public sealed class LinkTests
{
    private static Uri At(string link) => new(SeedServer.Address, link);

    [TestCase(
        "{ network(input: { focus: [\"rares\", \"sieg\"], depth: 2, without: [\"pes-21\"], activeAt: { date: \"2021\", atLeast: CERTAIN }, links: [MEMBERSHIP], includeCategories: true }) { figure(style: { layout: RADIAL, language: EN, title: \"A & B, c: «d»\", highlight: [\"rares\"], colorBy: COMMUNITY, sizeBy: PAGERANK, labels: false, width: 900, seed: 7 }) { url sha256 } } }",
        "network"
    )]
    [TestCase(
        "{ network(input: { actors: { or: [{ kind: { under: \"bank\" } }, { name: { contains: \"é\\\"\" } }] }, partnerships: { regularity: { in: [REGULAR] }, from: { gt: \"2010\" } }, includeIsolated: true }) { figure(format: PNG) { url sha256 } } }",
        "network"
    )]
    [TestCase("{ network { figure(format: PDF) { url sha256 } } }", "network")]
    [TestCase(
        "{ network(input: { projection: GROUPINGS }) { figure(style: { layout: MATRIX }) { url sha256 } } }",
        "network"
    )]
    [TestCase(
        "{ networkChange(input: { focus: [\"pes-21\"] }, earlier: \"2017\", later: \"2021-Q1\") { figure(style: { layout: TIMELINE }) { url sha256 } } }",
        "networkChange"
    )]
    public async Task The_link_of_a_figure_gives_the_same_bytes_again(string question, string field)
    {
        var answer = await SeedServer.AskAsync(question);
        Assert.That(answer.TryGetProperty("errors", out var errors), Is.False, () => errors.ToString());
        var figure = answer.GetProperty("data").GetProperty(field).GetProperty("figure");
        var url = figure.GetProperty("url").GetString()!;
        using var response = await SeedServer.Client.GetAsync(At(url));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        Assert.That(
            Convert.ToHexStringLower(SHA256.HashData(await response.Content.ReadAsByteArrayAsync())),
            Is.EqualTo(figure.GetProperty("sha256").GetString())
        );
        Assert.That(
            url,
            Does.Match("^/figures/(network|change)\\.(svg|png|pdf)(\\?[A-Za-z0-9%&=.,:~_-]*)?$"),
            "nothing in it needs quoting"
        );
    }

    [Test]
    public async Task The_content_of_an_svg_is_the_file()
    {
        var figure = (
            await SeedServer.AskAsync("{ network(input: { focus: [\"rares\"] }) { figure { url content sha256 } } }")
        )
            .GetProperty("data")
            .GetProperty("network")
            .GetProperty("figure");

        Assert.That(
            await SeedServer.Client.GetStringAsync(At(figure.GetProperty("url").GetString()!)),
            Is.EqualTo(figure.GetProperty("content").GetString())
        );
        Assert.That(figure.GetProperty("url").GetString(), Is.EqualTo("/figures/network.svg?focus=rares"));
    }

    [Test]
    public async Task Each_file_format_has_a_link_and_text_ones_their_content()
    {
        foreach (var format in Figures.Exports.NetworkFormats.BuiltIn.All.Select(one => one.Format.Name))
        {
            var file = (
                await SeedServer.AskAsync(
                    $"{{ network(input: {{ focus: [\"rares\"] }}) {{ export(format: {format}) {{ format url mediaType content }} }} }}"
                )
            )
                .GetProperty("data")
                .GetProperty("network")
                .GetProperty("export");
            using var response = await SeedServer.Client.GetAsync(At(file.GetProperty("url").GetString()!));

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(
                response.Content.Headers.ContentType!.ToString(),
                Is.EqualTo(file.GetProperty("mediaType").GetString())
            );
            Assert.That(
                response.Content.Headers.ContentDisposition!.ToString(),
                Does.StartWith("attachment; filename=").And.Contain("network-rares.")
            );
            if (format == "XLSX")
                Assert.That(file.GetProperty("content").ValueKind, Is.EqualTo(JsonValueKind.Null));
            else
                Assert.That(
                    await response.Content.ReadAsStringAsync(),
                    Is.EqualTo(file.GetProperty("content").GetString())
                );
        }
    }

    [Test]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        using var first = await SeedServer.Client.GetAsync(At("/figures/network.svg?focus=rares"));
        using var request = new HttpRequestMessage(HttpMethod.Get, At("/figures/network.svg?focus=rares"));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await SeedServer.Client.SendAsync(request);
        using var other = await SeedServer.Client.GetAsync(At("/figures/network.svg?focus=sieg"));

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That((await second.Content.ReadAsByteArrayAsync()), Is.Empty);
        Assert.That(other.Headers.ETag, Is.Not.EqualTo(first.Headers.ETag));
    }

    [Test]
    public async Task The_head_alone_says_what_would_come()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, At("/figures/network.png?focus=rares"));
        using var response = await SeedServer.Client.SendAsync(request);

        Assert.That(response.Content.Headers.ContentLength, Is.GreaterThan(1000));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/png"));
        Assert.That(
            response.Content.Headers.ContentDisposition!.ToString(),
            Is.EqualTo("inline; filename=\"network-rares.png\"")
        );
    }

    [Test]
    public async Task A_picture_that_is_opened_by_itself_may_do_nothing()
    {
        using var response = await SeedServer.Client.GetAsync(
            At("/figures/network.svg?title=%3Cscript%3Ealert(1)%3C/script%3E")
        );

        Assert.That(
            response.Headers.GetValues("Content-Security-Policy").Single(),
            Is.EqualTo("default-src 'none'; style-src 'unsafe-inline'; sandbox")
        );
        Assert.That(response.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(
            await response.Content.ReadAsStringAsync(),
            Does.Not.Contain("<script").And.Contain("&lt;script&gt;alert(1)")
        );
    }

    [TestCase("/figures/network.svg?focus=pes-22", "focus: there is no entity 'pes-22'; did you mean 'pes-21'?.")]
    [TestCase("/figures/network.svg?fokus=pes-21", "there is no parameter 'fokus'; give activeAt, actors, ")]
    [TestCase("/figures/network.svg?focus=rares&focus=sieg", "focus is given twice; give it once.")]
    [TestCase("/figures/network.svg?depth=99", "input: depth is 99; give 0 to 20.")]
    [TestCase("/figures/network.svg?depth=one", "depth is 'one'; give a whole number.")]
    [TestCase("/figures/network.svg?labels=yes", "labels is 'yes'; give true or false.")]
    [TestCase("/figures/network.svg?actors=bank", "actors is no JSON object; give one, each name once.")]
    [TestCase("/figures/network.svg?actors=%7B%22kid%22:1%7D", "kid")]
    [TestCase("/figures/network.svg?activeAt=yesterday", "yesterday")]
    [TestCase("/figures/network.svg?layout=ROUND", "ROUND")]
    [TestCase("/figures/network.svg?width=1", "style: width is 1; it must be from 400 to 6000.")]
    [TestCase("/figures/network.gif", ".gif is no format of figures; give .svg, .png or .pdf.")]
    [TestCase("/figures/other.svg", "there is no figure 'other'; ask for network or change.")]
    [TestCase("/figures/change.svg", "earlier")]
    [TestCase(
        "/figures/change.svg?earlier=2021&later=2017",
        "earlier is 2021 and later is 2017; the later date must begin after the earlier one has ended."
    )]
    [TestCase("/networks/network.svg", ".svg is no format of networks; give .gexf, ")]
    [TestCase("/networks/network.gexf?layout=FORCE", "there is no parameter 'layout'; give activeAt, actors, ")]
    [TestCase("/networks/network.gexf?language=DE", "language is 'DE'; give FR or EN.")]
    public async Task A_link_that_cannot_be_followed_says_why(string link, string message)
    {
        using var response = await SeedServer.Client.GetAsync(At(link));
        var text = await response.Content.ReadAsStringAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), text);
        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/plain; charset=utf-8"));
        Assert.That(text, Does.Contain(message).And.Not.Contain("   at ").And.Not.Contain("Exception"));
        Assert.That(text, Does.EndWith(".\n"));
        Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
    }

    [Test]
    public async Task Empty_parameters_of_a_form_count_as_not_given()
    {
        Assert.That(
            await SeedServer.Client.GetStringAsync(
                At("/figures/network.svg?focus=rares&depth=&activeAt=&title=&actors=")
            ),
            Is.EqualTo(await SeedServer.Client.GetStringAsync(At("/figures/network.svg?focus=rares")))
        );
    }
}

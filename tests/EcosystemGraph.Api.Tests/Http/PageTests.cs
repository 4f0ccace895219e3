using System.Net;
using EcosystemGraph.Api.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EcosystemGraph.Api.Tests.Http;

/// <summary>How pages are served, whatever is in them.</summary>
public sealed class PageTests
{
    private string _folder = null!;
    private WebApplication? _app;
    private Uri _address = null!;

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("ecosystem").FullName;
        Directory.CreateDirectory(Path.Combine(_folder, "assets"));
    }

    [TearDown]
    public async Task Stop()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Each_page_has_an_address_without_its_ending()
    {
        Write("index.html", "<p>first");
        Write("figures.html", "<p>second");
        await ServeAsync();

        Assert.That(await SeedServer.Client.GetStringAsync(new Uri(_address, "/")), Is.EqualTo("<p>first"));
        Assert.That(await SeedServer.Client.GetStringAsync(new Uri(_address, "/figures")), Is.EqualTo("<p>second"));
    }

    [Test]
    public async Task A_page_takes_scripts_and_answers_from_this_server_only()
    {
        Write("index.html", "<p>first");
        await ServeAsync();
        using var response = await SeedServer.Client.GetAsync(new Uri(_address, "/"));

        var policy = response.Headers.GetValues("Content-Security-Policy").Single().Split("; ");
        Assert.That(
            policy,
            Does.Contain("default-src 'none'")
                .And.Contains("script-src 'self'")
                .And.Contains("connect-src 'self'")
                .And.Contains("worker-src 'self'")
                .And.Contains("frame-ancestors 'none'")
        );
        Assert.That(policy, Has.None.Contains("http").And.None.Contains("*").And.None.Contains("unsafe-eval"));
        Assert.That(response.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(response.Headers.GetValues("Referrer-Policy").Single(), Is.EqualTo("no-referrer"));
        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/html; charset=utf-8"));
    }

    [Test]
    public async Task A_page_is_asked_for_each_time_and_sent_again_only_when_it_has_changed()
    {
        Write("index.html", "<p>first");
        await ServeAsync();
        using var first = await SeedServer.Client.GetAsync(new Uri(_address, "/"));
        Assert.That(first.Headers.CacheControl!.NoCache, Is.True);

        using var request = new HttpRequestMessage(HttpMethod.Get, _address)
        {
            Headers = { IfNoneMatch = { first.Headers.ETag! } },
        };
        using var again = await SeedServer.Client.SendAsync(request);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [TestCase("a-1.js", "text/javascript; charset=utf-8")]
    [TestCase("a-1.css", "text/css; charset=utf-8")]
    [TestCase("a-1.svg", "image/svg+xml")]
    [TestCase("a-1.ttf", "font/ttf")]
    [TestCase("a-1.graphql", "text/plain; charset=utf-8")]
    public async Task What_a_page_loads_is_kept_for_ever(string name, string type)
    {
        Write("index.html", "");
        Write("assets/" + name, "content");
        await ServeAsync();
        using var response = await SeedServer.Client.GetAsync(new Uri(_address, "/assets/" + name));

        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo(type));
        Assert.That(
            response.Headers.CacheControl!.ToString(),
            Does.Contain("immutable").And.Contains("max-age=31536000")
        );
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("content"));
    }

    [Test]
    public async Task HEAD_tells_the_size_only()
    {
        Write("index.html", "<p>first");
        await ServeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, _address);
        using var response = await SeedServer.Client.SendAsync(request);

        Assert.That(response.Content.Headers.ContentLength, Is.EqualTo(8));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [TestCase("/secret.txt")]
    [TestCase("/assets/unknown.js")]
    [TestCase("/assets/..%2fsecret.txt")]
    [TestCase("/assets/a.exe")]
    public async Task Nothing_else_of_the_disk_is_served(string path)
    {
        Write("index.html", "");
        Write("secret.txt", "secret");
        Write("assets/a.exe", "secret");
        await ServeAsync();
        using var response = await SeedServer.Client.GetAsync(new Uri(_address, path));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Without_pages_one_line_says_how_to_get_them()
    {
        await ServeAsync();
        using var response = await SeedServer.Client.GetAsync(new Uri(_address, "/"));
        var text = await response.Content.ReadAsStringAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/plain; charset=utf-8"));
        Assert.That(text, Does.Contain("Node.js").And.Contains("/graphql").And.EndsWith("\n"));
        Assert.That(text.Trim(), Does.Not.Contain("\n"));
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);

    private async Task ServeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.UseRouting();
        _app.MapPages(_folder);
        await _app.StartAsync();
        _address = new Uri(_app.Urls.Single());
    }
}

using EcosystemGraph.Api.Commands;
using EcosystemGraph.Api.Http;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Packages;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace EcosystemGraph.Web.Tests;

/// <summary>The real server over the seed data and a real browser before it, for all tests of a run.</summary>
[SetUpFixture]
public sealed class Browser
{
    private static WebApplication? _app;
    private static IPlaywright? _playwright;
    private static IBrowser? _browser;
    private static string? _missing;

    /// <summary>Where the pages are served, with a slash at the end.</summary>
    public static string Address { get; private set; } = null!;

    /// <summary>axe-core, as a script.</summary>
    public static string Axe => File.ReadAllText(SharedFiles.InRepository("web/node_modules/axe-core/axe.min.js"));

    [OneTimeSetUp]
    public async Task Start()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
            ? named
            : "/usr/bin/chromium";
        if (!File.Exists(chromium))
            _missing =
                $"{chromium} is missing: install Chromium, or say where it is by the environment variable CHROMIUM";
        else if (!PageEndpoints.AreBuilt)
            _missing = "the pages are not built: install Node.js 20.19 or later with npm and build again";
        else if (!File.Exists(SharedFiles.InRepository("web/node_modules/axe-core/axe.min.js")))
            _missing = "axe-core is not in web/node_modules: run npm ci in web/";
        if (_missing is not null)
            return;

        var reading = await PackageReader.ReadAsync(SharedFiles.InRepository("seed-data"), CancellationToken.None);
        Assert.That(reading.Issues.Errors, Is.Empty);
        _app = ServeCommand.Build(new ResolvedGraph(reading.Dataset), "http://127.0.0.1:0");
        await _app.StartAsync();
        Address = _app.Urls.Single() + "/";

        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = chromium,
                // In a container there is no sandbox for it to make, and it shall ask nobody anything.
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
    }

    /// <summary>A visitor who was never here: nothing is stored.</summary>
    public static async Task<IBrowserContext> VisitorAsync(
        string language = "fr-FR",
        int width = 1440,
        int height = 900,
        ColorScheme colours = ColorScheme.Light,
        bool scripts = true
    )
    {
        if (_missing is not null)
            SharedFiles.Missing(_missing);
        return await _browser!.NewContextAsync(
            new()
            {
                Locale = language,
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = colours,
                JavaScriptEnabled = scripts,
                Permissions = ["clipboard-read", "clipboard-write"],
            }
        );
    }
}

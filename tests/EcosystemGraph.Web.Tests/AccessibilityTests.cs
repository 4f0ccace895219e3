using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcosystemGraph.Web.Tests;

/// <summary>What axe-core finds serious or critical in the playground: nothing but what GraphiQL and its editor bring along.</summary>
public sealed class AccessibilityTests
{
    /// <summary>Rule and place of what is not ours to mend; each must lie within GraphiQL.</summary>
    private static readonly (string Rule, string Within)[] Exceptions =
    [
        // Monaco's colours of line numbers and words, whichever theme.
        ("color-contrast", ".monaco-editor"),
        // GraphiQL's tabs hold the buttons that choose and close them; all are reached by keyboard.
        ("nested-interactive", ".graphiql-tabs"),
    ];

    [TestCase(1440, ColorScheme.Light)]
    [TestCase(1440, ColorScheme.Dark)]
    [TestCase(390, ColorScheme.Light)]
    [TestCase(390, ColorScheme.Dark)]
    public async Task The_page_with_an_answer(int width, ColorScheme colours)
    {
        await using var visitor = await Browser.VisitorAsync(width: width, height: 844, colours: colours);
        var playground = await PlaygroundPage.OpenAsync(visitor);
        await playground.RunAsync();

        Assert.That(await SeriousAsync(playground.Page), Is.Empty);
    }

    [TestCase("fr-FR", ColorScheme.Light)]
    [TestCase("en-GB", ColorScheme.Dark)]
    public async Task The_help(string language, ColorScheme colours)
    {
        await using var visitor = await Browser.VisitorAsync(language, colours: colours);
        var playground = await PlaygroundPage.OpenAsync(visitor);
        await playground.Button(language == "fr-FR" ? "Aide" : "Help").ClickAsync();
        await Expect(playground.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();

        Assert.That(await SeriousAsync(playground.Page), Is.Empty);
    }

    [Test]
    public async Task A_serious_mistake_would_be_found()
    {
        await using var visitor = await Browser.VisitorAsync();
        var playground = await PlaygroundPage.OpenAsync(visitor);
        await playground.Page.EvaluateAsync(
            "() => document.querySelector('.page-actions button:last-child').replaceChildren()"
        );

        Assert.That(await SeriousAsync(playground.Page), Has.Some.StartsWith("button-name"));
    }

    /// <summary>What is serious or critical in a page.</summary>
    internal static async Task<List<string>> SeriousAsync(IPage page)
    {
        await page.EvaluateAsync(Browser.Axe);
        var result = await page.EvaluateAsync<JsonElement>("() => axe.run(document, { resultTypes: ['violations'] })");
        var found = new List<string>();
        foreach (var violation in result.GetProperty("violations").EnumerateArray())
        {
            if (violation.GetProperty("impact").GetString() is not ("serious" or "critical"))
                continue;
            var rule = violation.GetProperty("id").GetString()!;
            foreach (var node in violation.GetProperty("nodes").EnumerateArray())
            {
                var place = string.Join(
                    ' ',
                    node.GetProperty("target").EnumerateArray().Select(part => part.ToString())
                );
                var excepted = false;
                foreach (var (exceptedRule, within) in Exceptions)
                {
                    excepted |=
                        exceptedRule == rule
                        && await page.EvaluateAsync<bool>(
                            "([place, within]) => document.querySelector(place)?.closest(within)?.closest('.graphiql-container') != null",
                            new[] { place, within }
                        );
                }
                if (!excepted)
                    found.Add(
                        $"{rule}: {place}: {node.GetProperty("html").GetString()} {node.GetProperty("failureSummary").GetString()?.ReplaceLineEndings(" ")}"
                    );
            }
        }
        return found;
    }
}

using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcosystemGraph.Web.Tests;

/// <summary>The playground, as an analyst uses it in a browser.</summary>
public sealed class PlaygroundTests
{
    private static readonly string[] FrenchTabs =
    [
        "CoAccompagnateurs",
        "Banques",
        "Grais",
        "Effectifs",
        "ActeursPublics",
        "PrevuOuNie",
        "Paragraphe",
    ];
    private static readonly string[] EnglishTabs =
    [
        "CoAccompaniers",
        "Banks",
        "Grais",
        "MemberCounts",
        "Authorities",
        "PlannedOrDenied",
        "Paragraph",
    ];

    private IBrowserContext _visitor = null!;

    [TearDown]
    public async Task Leave()
    {
        if (_visitor is not null)
            await _visitor.DisposeAsync();
    }

    [Test]
    public async Task The_page_loads_without_complaint_and_asks_nobody_else()
    {
        var playground = await ArriveAsync();
        await playground.RunAsync();

        Assert.That(playground.Console, Is.Empty);
        Assert.That(playground.Refused, Is.Empty);
        Assert.That(playground.Requests, Is.All.StartsWith(Browser.Address));
        Assert.That(playground.Page.Workers, Is.Not.Empty, "the editor's workers run");
        Assert.That(playground.Page.Workers.Select(worker => worker.Url), Is.All.StartsWith(Browser.Address));
    }

    [Test]
    public async Task A_script_from_elsewhere_or_within_the_page_is_refused()
    {
        var playground = await ArriveAsync();
        await playground.Page.EvaluateAsync(
            """
            () => {
                const script = document.createElement('script');
                script.textContent = 'globalThis.intruder = true';
                document.head.append(script);
            }
            """
        );

        Assert.That(await playground.Page.EvaluateAsync<bool>("() => 'intruder' in globalThis"), Is.False);
        Assert.That(playground.Console, Has.Some.Contains("Content Security Policy"));
    }

    [Test]
    public async Task It_opens_on_the_model_question_and_shows_its_answer()
    {
        var playground = await ArriveAsync();

        Assert.That(
            (await playground.TextsAsync()).Query,
            Does.Contain("coAccompaniers(theme: \"agri-rural\", with: \"pes-21\")")
        );
        var answer = (await playground.RunAsync()).GetProperty("data").GetProperty("coAccompaniers");
        Assert.That(answer.GetProperty("totalCount").GetInt32(), Is.EqualTo(8));
        await Expect(playground.Answer).ToContainTextAsync("Active 71");
    }

    [Test]
    public async Task The_documentation_of_the_schema_stands_beside_it()
    {
        var playground = await ArriveAsync();
        var documentation = playground.Page.GetByRole(
            AriaRole.Region,
            new() { Name = "Documentation Explorer", Exact = true }
        );
        await documentation.GetByText("Query", new() { Exact = true }).ClickAsync();

        await Expect(documentation.GetByText("Who accompanies projects on a theme")).ToBeVisibleAsync();
    }

    [TestCase("fr-FR")]
    [TestCase("en-GB")]
    public async Task Each_example_gets_an_answer(string language)
    {
        var playground = await ArriveAsync(language);
        var titles = await playground.TitlesAsync();
        Assert.That(titles, Is.EqualTo(language == "fr-FR" ? FrenchTabs : EnglishTabs));

        foreach (var title in titles)
        {
            await OpenTabAsync(playground, title);
            var answer = await playground.RunAsync();
            Assert.That(answer.TryGetProperty("errors", out _), Is.False, $"{title}: {answer}");
            foreach (var field in answer.GetProperty("data").EnumerateObject())
            {
                var found =
                    field.Value.ValueKind == JsonValueKind.Object && field.Value.TryGetProperty("nodes", out var nodes)
                        ? nodes
                        : field.Value;
                Assert.That(
                    found.ValueKind is JsonValueKind.Array ? found.GetArrayLength()
                        : found.ValueKind is JsonValueKind.Null ? 0
                        : 1,
                    Is.Positive,
                    $"{title}: {field.Name}"
                );
            }
        }
    }

    [Test]
    public async Task Another_tab_shows_another_query_and_keeps_its_own_answer()
    {
        var playground = await ArriveAsync();
        await playground.RunAsync();
        await OpenTabAsync(playground, "Banques");
        await Expect(playground.Query).ToContainTextAsync("under");
        await Expect(playground.Answer).Not.ToContainTextAsync("coAccompaniers");

        await OpenTabAsync(playground, "CoAccompagnateurs");
        await Expect(playground.Answer).ToContainTextAsync("coAccompaniers");
    }

    [Test]
    public async Task A_link_restores_a_query_with_its_variables_for_someone_else()
    {
        var playground = await ArriveAsync();
        await OpenTabAsync(playground, "Grais");
        await playground.Button("Copier le lien").ClickAsync();
        await Expect(playground.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Lien copié.");
        var link = await playground.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.That(link, Does.StartWith(Browser.Address + "#query="), "what follows # is not sent to a server");
        var sent = await playground.TextsAsync();

        await using var other = await Browser.VisitorAsync("en-GB");
        var opened = await PlaygroundPage.OpenAsync(other, link);

        await Expect(opened.Query).ToContainTextAsync("grouping");
        var received = await opened.TextsAsync();
        Assert.That(received.Query, Is.EqualTo(sent.Query).And.Not.Empty);
        Assert.That(received.Variables, Is.EqualTo(sent.Variables).And.Not.Empty);
        Assert.That(await opened.TitlesAsync(), Is.EqualTo((string[])[.. EnglishTabs, "Grais"]));
        Assert.That(
            (await opened.RunAsync()).GetProperty("data").GetProperty("grouping").GetProperty("name").GetString(),
            Does.StartWith("Groupement")
        );
    }

    [Test]
    public async Task A_link_means_one_operation_of_several()
    {
        _visitor = await Browser.VisitorAsync();
        var query = "query First { dataset { title } }\n\nquery Second { dataset { actorCount } }\n";
        var playground = await PlaygroundPage.OpenAsync(_visitor, LinkTo(query, operationName: "Second"));
        await Expect(playground.Query).ToContainTextAsync("Second");

        await playground.Page.GetByRole(AriaRole.Link, new() { Name = "Aller à l’éditeur" }).PressAsync("Enter");
        await playground.Page.Keyboard.PressAsync("Control+Enter");

        Assert.That(
            (await playground.AnswerAsync())
                .GetProperty("data")
                .GetProperty("dataset")
                .TryGetProperty("actorCount", out _),
            Is.True
        );
    }

    [Test]
    public async Task A_link_leaves_the_analysts_own_tabs_as_they_are()
    {
        var playground = await ArriveAsync();
        await playground.WriteAsync("query Mine { dataset { title } }");
        await playground.Page.CloseAsync();

        var opened = await PlaygroundPage.OpenAsync(_visitor, LinkTo("query Theirs { dataset { version } }"));
        await Expect(opened.Query).ToContainTextAsync("Theirs");
        Assert.That(await opened.TitlesAsync(), Is.EqualTo((string[])["Mine", .. FrenchTabs[1..], "Theirs"]));

        await OpenTabAsync(opened, "Mine");
        await Expect(opened.Query).ToContainTextAsync("Mine");
        Assert.That((await opened.TextsAsync()).Query, Is.EqualTo("query Mine { dataset { title } }"));
    }

    [Test]
    public async Task A_link_that_is_followed_in_the_open_page_gets_a_tab_once()
    {
        var playground = await ArriveAsync();
        var link = LinkTo("query Theirs { dataset { version } }");
        await playground.Page.EvaluateAsync("link => { location.href = link; }", link);
        await Expect(playground.Query).ToContainTextAsync("Theirs");
        await Expect(playground.Tabs).ToHaveCountAsync(FrenchTabs.Length + 1);
        // The editor names the tab, and keeps its query, once it has read it.
        await Expect(playground.Tabs.Last).ToContainTextAsync("Theirs");
        await OpenTabAsync(playground, "Banques");
        await playground.Page.WaitForURLAsync(Browser.Address);

        await playground.Page.EvaluateAsync("link => { location.href = link; }", link);
        await Expect(playground.Query).ToContainTextAsync("Theirs");
        Assert.That(await playground.TitlesAsync(), Is.EqualTo((string[])[.. FrenchTabs, "Theirs"]));
    }

    [Test]
    public async Task A_page_that_is_loaded_again_keeps_what_was_written()
    {
        _visitor = await Browser.VisitorAsync();
        var playground = await PlaygroundPage.OpenAsync(_visitor, LinkTo("query Theirs { dataset { version } }"));
        await playground.WriteAsync("query Mine { dataset { title } }");
        await playground.Page.WaitForURLAsync(Browser.Address);
        await playground.Page.ReloadAsync();
        await playground.ReadyAsync();

        await Expect(playground.Query).ToContainTextAsync("Mine");
        Assert.That(await playground.TitlesAsync(), Is.EqualTo((string[])[.. FrenchTabs, "Mine"]));
    }

    [Test]
    public async Task A_link_without_a_query_is_told_and_does_no_harm()
    {
        var playground = await ArriveAsync();
        await playground.Page.EvaluateAsync("() => { location.hash = 'nothing=here'; }");
        await Expect(playground.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Ce lien ne contient pas de requête.");
        Assert.That(await playground.TitlesAsync(), Is.EqualTo(FrenchTabs));
    }

    [Test]
    public async Task Stored_tabs_that_cannot_be_read_give_way_to_the_examples()
    {
        _visitor = await Browser.VisitorAsync();
        await _visitor.AddInitScriptAsync(
            "localStorage.setItem('graphiql:tabState', '{\"tabs\":[{}],\"activeTabIndex\":7}');"
        );
        var playground = await PlaygroundPage.OpenAsync(_visitor);

        Assert.That(await playground.TitlesAsync(), Is.EqualTo(FrenchTabs));
        Assert.That(playground.Console, Is.Empty);
    }

    [Test]
    public async Task A_browser_that_stores_nothing_shows_the_page_all_the_same()
    {
        _visitor = await Browser.VisitorAsync();
        await _visitor.AddInitScriptAsync(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });"
        );
        var playground = await PlaygroundPage.OpenAsync(_visitor);

        Assert.That(await playground.TitlesAsync(), Is.EqualTo(FrenchTabs));
        Assert.That(
            (await playground.RunAsync())
                .GetProperty("data")
                .GetProperty("coAccompaniers")
                .GetProperty("totalCount")
                .GetInt32(),
            Is.EqualTo(8)
        );
    }

    [TestCase("fr-CA", "fr", "Aide")]
    [TestCase("en-US", "en", "Help")]
    [TestCase("de-DE", "fr", "Aide")]
    public async Task It_speaks_the_language_of_the_browser_else_French(string browser, string language, string help)
    {
        var playground = await ArriveAsync(browser);

        await Expect(playground.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(playground.Button(help)).ToBeVisibleAsync();
    }

    [Test]
    public async Task Another_language_is_chosen_and_kept_and_own_queries_stay_as_they_are()
    {
        var playground = await ArriveAsync();
        await OpenTabAsync(playground, "Banques");
        await playground.WriteAsync("query Mine { dataset { title } }");
        await OpenTabAsync(playground, "CoAccompagnateurs");

        await playground.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(playground.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(playground.Query).ToContainTextAsync("Who co-accompanies");
        string[] expected = ["CoAccompaniers", "Mine", .. EnglishTabs[2..]];
        await Expect(playground.Tabs.First).ToContainTextAsync("CoAccompaniers");
        Assert.That(await playground.TitlesAsync(), Is.EqualTo(expected));
        await Expect(playground.Page).ToHaveTitleAsync("EcosystemGraph – GraphQL playground");
        await playground.Page.WaitForFunctionAsync(
            "() => localStorage.getItem('graphiql:tabState').includes('CoAccompaniers')"
        );

        await playground.Page.ReloadAsync();
        await playground.ReadyAsync();
        await Expect(playground.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.That(await playground.TitlesAsync(), Is.EqualTo(expected));
        await OpenTabAsync(playground, "Mine");
        await Expect(playground.Query).ToContainTextAsync("Mine");
    }

    [Test]
    public async Task Help_tells_how_to_ask_and_opens_an_example_whose_tab_is_closed()
    {
        var playground = await ArriveAsync();
        await playground.WriteAsync("query Mine { dataset { title } }");
        await playground.Button("Aide").ClickAsync();
        var help = playground.Page.GetByRole(AriaRole.Dialog, new() { Name = "Interroger le graphe" });
        await help.GetByRole(AriaRole.Button, new() { Name = "CoAccompagnateurs" }).ClickAsync();

        await Expect(help).ToBeHiddenAsync();
        await Expect(playground.Query).ToContainTextAsync("Qui accompagne");
        await Expect(playground.Tabs.Last).ToContainTextAsync("CoAccompagnateurs");
        Assert.That(
            await playground.TitlesAsync(),
            Is.EqualTo((string[])["Mine", .. FrenchTabs[1..], "CoAccompagnateurs"])
        );
    }

    [Test]
    public async Task The_schema_is_there_as_text()
    {
        var playground = await ArriveAsync();
        await playground.Page.GetByRole(AriaRole.Link, new() { Name = "Schéma" }).ClickAsync();

        await Expect(playground.Page.GetByText("type CoAccompanier {")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_mistake_is_told_where_it_stands_and_as_the_answer()
    {
        var playground = await ArriveAsync();
        await playground.WriteAsync("query Mine { nobody }");
        await Expect(playground.Page.Locator(".squiggly-error")).Not.ToHaveCountAsync(0);
        await playground.Run.ClickAsync();

        await Expect(playground.Answer).ToContainTextAsync("VALIDATION_ERROR");
    }

    [Test]
    public async Task A_server_that_is_gone_is_told_in_the_analysts_language()
    {
        var playground = await ArriveAsync();
        await playground.Page.RouteAsync("**/graphql", route => route.AbortAsync());
        await playground.Run.ClickAsync();

        await Expect(playground.Answer).ToContainTextAsync("Le serveur ne répond pas");
    }

    [Test]
    public async Task The_keyboard_reaches_runs_and_leaves_the_editor()
    {
        var playground = await ArriveAsync();
        var keys = playground.Page.Keyboard;
        await keys.PressAsync("Tab");
        await Expect(playground.Page.GetByRole(AriaRole.Link, new() { Name = "Aller à l’éditeur" })).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("Control+A");
        await keys.InsertTextAsync("query Typed { dataset { actorCount } }");
        await Expect(playground.Tabs.First).ToContainTextAsync("Typed");
        await keys.PressAsync("Control+Enter");
        Assert.That(
            (await playground.AnswerAsync())
                .GetProperty("data")
                .GetProperty("dataset")
                .GetProperty("actorCount")
                .GetInt32(),
            Is.EqualTo(116)
        );

        // Tab writes in the editor until Ctrl-M makes it move on.
        await keys.PressAsync("Control+M");
        await keys.PressAsync("Tab");
        await Expect(playground.Run).ToBeFocusedAsync();
    }

    [Test]
    public async Task Every_button_and_link_of_the_head_is_reached_and_shows_that_it_is()
    {
        var playground = await ArriveAsync();
        await playground.Page.Keyboard.PressAsync("Tab");
        foreach (var name in new[] { "Copier le lien", "Documentation", "Schéma", "Figures", "Aide", "FR", "EN" })
        {
            await playground.Page.Keyboard.PressAsync("Tab");
            var focused = playground.Page.Locator(":focus");
            await Expect(focused).ToHaveTextAsync(name);
            await Expect(focused).ToHaveCSSAsync("outline-style", "solid");
        }
    }

    [Test]
    public async Task Help_is_opened_and_closed_by_keyboard()
    {
        var playground = await ArriveAsync();
        await playground.Button("Aide").PressAsync("Enter");
        await Expect(playground.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await playground.Page.Keyboard.PressAsync("Escape");

        await Expect(playground.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(playground.Button("Aide")).ToBeFocusedAsync();
    }

    [TestCase(390, 844)]
    [TestCase(1440, 900)]
    public async Task All_fits_into_the_window(int width, int height)
    {
        _visitor = await Browser.VisitorAsync(width: width, height: height);
        var playground = await PlaygroundPage.OpenAsync(_visitor);
        await playground.RunAsync();

        Assert.That(
            await playground.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"),
            Is.LessThanOrEqualTo(width),
            "nothing stands beside the window"
        );
        var buttons = await playground.Page.Locator(".page-header :is(a, button)").AllAsync();
        Assert.That(buttons, Has.Count.EqualTo(7));
        foreach (var seen in buttons.Append(playground.Run))
            await Expect(seen).ToBeInViewportAsync(new() { Ratio = 0.99f });
        // Texts scroll within their panes.
        foreach (var seen in new[] { playground.Query, playground.Answer })
            await Expect(seen).ToBeInViewportAsync(new() { Ratio = 0.01f });
        var query = (await playground.Query.BoundingBoxAsync())!;
        var answer = (await playground.Answer.BoundingBoxAsync())!;
        Assert.That(
            width == 390 ? answer.Y >= query.Y + 100 : answer.X >= query.X + 100,
            Is.True,
            "the answer stands below the query, or beside it"
        );
    }

    [Test]
    public async Task The_documentation_opens_on_a_narrow_window_too()
    {
        _visitor = await Browser.VisitorAsync(width: 390, height: 844);
        var playground = await PlaygroundPage.OpenAsync(_visitor);
        var documentation = playground.Page.GetByRole(
            AriaRole.Region,
            new() { Name = "Documentation Explorer", Exact = true }
        );
        await Expect(documentation).ToHaveCountAsync(0);
        await playground.Button("Documentation").ClickAsync();
        await Expect(documentation.GetByText("Query", new() { Exact = true })).ToBeInViewportAsync();

        await playground.Button("Documentation").ClickAsync();
        await Expect(documentation).ToHaveCountAsync(0);
    }

    private async Task<PlaygroundPage> ArriveAsync(string language = "fr-FR")
    {
        _visitor = await Browser.VisitorAsync(language);
        return await PlaygroundPage.OpenAsync(_visitor);
    }

    private static async Task OpenTabAsync(PlaygroundPage playground, string title)
    {
        await playground.Tabs.Filter(new() { HasTextString = title }).Locator("button").First.ClickAsync();
        await Expect(playground.Query).ToContainTextAsync(title);
    }

    private static string LinkTo(string query, string? operationName = null) =>
        $"{Browser.Address}#query={Uri.EscapeDataString(query)}"
        + (operationName is null ? "" : "&operationName=" + operationName);
}

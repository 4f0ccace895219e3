using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcosystemGraph.Web.Tests;

/// <summary>The page at /figures, as staff with a report due use it.</summary>
public sealed class FigurePageTests
{
    private IBrowserContext _visitor = null!;
    private readonly List<string> _console = [];
    private readonly List<string> _requests = [];
    private readonly List<string> _refused = [];

    [SetUp]
    public void Forget()
    {
        _console.Clear();
        _requests.Clear();
        _refused.Clear();
    }

    [TearDown]
    public async Task Leave()
    {
        if (_visitor is not null)
            await _visitor.DisposeAsync();
    }

    [Test]
    public async Task It_opens_on_a_figure_without_complaint_and_asks_nobody_else()
    {
        var page = await ArriveAsync();
        await SeenAsync(page, "focus=pes-21");
        await page.GetByLabel("Tableau croisé").CheckAsync();
        await SeenAsync(page, "layout=MATRIX");

        Assert.That(_console, Is.Empty);
        Assert.That(_refused, Is.Empty);
        Assert.That(_requests, Is.All.StartsWith(Browser.Address));
        Assert.That(_requests, Has.Some.EndsWith(".js"), "with its script");
    }

    [Test]
    public async Task What_is_chosen_is_shown_without_a_reload_and_stands_in_the_address()
    {
        var page = await ArriveAsync();
        await page.EvaluateAsync("() => { globalThis.stayed = true; }");
        await page.GetByLabel("Autour de qui").SelectOptionAsync("rares");
        await SeenAsync(page, "focus=rares");
        await page.GetByLabel("Tableau croisé").CheckAsync();
        await SeenAsync(page, "layout=MATRIX");
        await page.GetByLabel("À quelle date").FillAsync("2021");
        await page.GetByLabel("À quelle date").PressAsync("Enter");
        await SeenAsync(page, "activeAt=");
        await page.GetByText("Thèmes", new() { Exact = true }).First.ClickAsync();
        await page.GetByLabel("agri-rural").CheckAsync();
        await SeenAsync(page, "agri-rural");

        Assert.That(
            page.Url,
            Is.EqualTo(Browser.Address + "figures?focus=rares&theme=agri-rural&date=2021&layout=MATRIX&language=FR")
        );
        Assert.That(await page.EvaluateAsync<bool>("() => globalThis.stayed"), Is.True);
        await Expect(page.Locator("#theme-count")).ToHaveTextAsync("1\u00A0choisi", new() { UseInnerText = true });
        await Expect(page.Locator("#caption")).ToContainTextAsync("Appartenances aux groupements");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Figure à jour.");

        var there = await Figure(page).GetAttributeAsync("src");
        await page.ReloadAsync();
        Assert.That(await Figure(page).GetAttributeAsync("src"), Is.EqualTo(there), "the address gives it again");
        await Expect(page.GetByLabel("agri-rural")).ToBeCheckedAsync();
    }

    [Test]
    public async Task Going_back_shows_the_figure_and_the_choices_from_before()
    {
        var page = await ArriveAsync();
        await page.GetByLabel("Cercles").CheckAsync();
        await SeenAsync(page, "layout=RADIAL");
        await page.GetByLabel("Autour de qui").SelectOptionAsync("grais");
        await SeenAsync(page, "focus=grais");

        await page.GoBackAsync();
        await SeenAsync(page, "focus=pes-21");
        await Expect(page.GetByLabel("Autour de qui")).ToHaveValueAsync("pes-21");
        await Expect(page.GetByLabel("Cercles")).ToBeCheckedAsync();
        await page.GoBackAsync();
        await Expect(page.GetByLabel("Réseau")).ToBeCheckedAsync();
    }

    [Test]
    public async Task A_name_that_is_looked_for_becomes_the_choice()
    {
        var page = await ArriveAsync();
        await page.GetByLabel("Ou cherchez un nom").FillAsync("foyers yonne");
        await page.GetByLabel("Ou cherchez un nom").PressAsync("Enter");
        await SeenAsync(page, "focus=federation-des-foyers-ruraux-de-l-yonne");

        await Expect(page.GetByLabel("Autour de qui")).ToHaveValueAsync("federation-des-foyers-ruraux-de-l-yonne");
        await Expect(page.GetByLabel("Ou cherchez un nom")).ToHaveValueAsync("");
    }

    [Test]
    public async Task A_mistake_is_told_where_the_figure_was_and_mended()
    {
        var page = await ArriveAsync();
        await page.GetByLabel("À quelle date").FillAsync("hier");
        await page.GetByLabel("À quelle date").PressAsync("Enter");
        await Expect(page.Locator("#result")).ToContainTextAsync("n’est pas une date");
        await Expect(Figure(page)).ToHaveCountAsync(0);

        await page.GetByLabel("À quelle date").FillAsync("2021");
        await page.GetByLabel("À quelle date").PressAsync("Tab");
        await SeenAsync(page, "activeAt=");
    }

    [Test]
    public async Task A_server_that_is_gone_leaves_the_figure_and_says_so()
    {
        var page = await ArriveAsync();
        await page.RouteAsync("**/figures?*", route => route.AbortAsync());
        await page.GetByLabel("Frise").CheckAsync();

        await Expect(page.GetByRole(AriaRole.Status))
            .ToHaveTextAsync("La figure n’a pas pu être refaite\u202F; réessayez dans un moment.");
        await SeenAsync(page, "focus=pes-21");
    }

    [Test]
    public async Task The_link_is_copied_and_gives_the_figure()
    {
        var page = await ArriveAsync();
        await page.GetByLabel("Format", new() { Exact = true }).SelectOptionAsync("PNG");
        await page.GetByRole(AriaRole.Link, new() { Name = "Télécharger en PNG" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copier le lien" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Lien copié");

        var link = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.That(link, Does.StartWith(Browser.Address + "figures/network.png?").And.Contains("focus=pes-21"));
        using var client = new HttpClient();
        Assert.That((await client.GetByteArrayAsync(new Uri(link))).AsSpan(1, 3).SequenceEqual("PNG"u8), Is.True);

        await page.GetByRole(AriaRole.Button, new() { Name = "Copier la légende" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Légende copiée.");
        Assert.That(
            await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"),
            Is.EqualTo(await page.Locator("#caption").TextContentAsync())
        );
    }

    [TestCase("SVG", "network-rares.svg", "<?xml")]
    [TestCase("PDF", "network-rares.pdf", "%PDF-")]
    public async Task The_figure_is_downloaded_under_a_name_that_tells(string format, string name, string begins)
    {
        var page = await ArriveAsync("figures?focus=rares");
        await page.GetByLabel("Format", new() { Exact = true }).SelectOptionAsync(format);
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Télécharger en " + format }).ClickAsync()
        );

        Assert.That(download.SuggestedFilename, Is.EqualTo(name));
        Assert.That(await File.ReadAllTextAsync(await download.PathAsync()), Does.StartWith(begins));
    }

    [Test]
    public async Task The_data_are_downloaded_too()
    {
        var page = await ArriveAsync("figures?focus=rares");
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = ".csv" }).ClickAsync()
        );

        Assert.That(download.SuggestedFilename, Is.EqualTo("network-rares.csv"));
        Assert.That(await File.ReadAllTextAsync(await download.PathAsync()), Does.Contain("Terre de Liens"));
    }

    [Test]
    public async Task It_works_without_a_script()
    {
        var page = await ArriveAsync(scripts: false);
        await SeenAsync(page, "focus=pes-21");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copier le lien" })).ToBeHiddenAsync();

        await page.GetByLabel("Autour de qui").SelectOptionAsync("rares");
        await page.GetByLabel("Tableau croisé").CheckAsync();
        await page.Locator("#language").SelectOptionAsync("EN");
        await page.GetByRole(AriaRole.Button, new() { Name = "Voir la figure" }).ClickAsync();
        await SeenAsync(page, "focus=rares");
        await SeenAsync(page, "layout=MATRIX");

        await Expect(page.GetByLabel("Around whom")).ToHaveValueAsync("rares");
        await Expect(page.GetByLabel("Cross table")).ToBeCheckedAsync();
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Download as SVG" }).ClickAsync()
        );
        Assert.That(download.SuggestedFilename, Is.EqualTo("network-rares.svg"));
        Assert.That(_console, Is.Empty);
    }

    [Test]
    public async Task The_keyboard_alone_is_enough()
    {
        var page = await ArriveAsync();
        var keys = page.Keyboard;
        await keys.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Aller à la figure" })).ToBeFocusedAsync();
        foreach (var name in new[] { "Bac à sable", "FR", "EN" })
        {
            await keys.PressAsync("Tab");
            await Expect(page.Locator(":focus")).ToHaveTextAsync(name);
            await Expect(page.Locator(":focus")).ToHaveCSSAsync("outline-style", "solid");
        }
        await keys.PressAsync("Tab");
        await Expect(page.GetByLabel("Autour de qui")).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await Expect(page.GetByLabel("Ou cherchez un nom")).ToBeFocusedAsync();
        await keys.TypeAsync("rares");
        // Leaving the field is enough: the keys go on where they were.
        await keys.PressAsync("Tab");
        await Expect(page.GetByLabel("Réseau")).ToBeFocusedAsync();
        await SeenAsync(page, "focus=rares");
        await Expect(page.GetByLabel("Réseau")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowUp");
        await Expect(page.GetByLabel("Frise")).ToBeFocusedAsync();
        await SeenAsync(page, "layout=TIMELINE");
        await Expect(page.GetByLabel("Frise")).ToBeFocusedAsync();
        for (
            var i = 0;
            i < 20 && await page.EvaluateAsync<string>("() => document.activeElement.textContent") != "Copier le lien";
            i++
        )
            await keys.PressAsync("Tab");
        await Expect(page.Locator(":focus")).ToHaveCSSAsync("outline-style", "solid");
        await keys.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Lien copié");
    }

    [Test]
    public async Task The_form_sent_by_its_button_leads_to_the_figure()
    {
        var page = await ArriveAsync(width: 390);
        await page.GetByRole(AriaRole.Button, new() { Name = "Voir la figure" }).ClickAsync();

        await Expect(page.Locator("#result")).ToBeFocusedAsync();
        await Expect(Figure(page)).ToBeInViewportAsync(new() { Ratio = 0.9f });
    }

    [TestCase(390)]
    [TestCase(1440)]
    public async Task All_fits_into_the_window(int width)
    {
        var page = await ArriveAsync(
            "figures?focus=pes-21&links=MEMBERSHIP,PARTNERSHIP&title=x&theme=sse",
            width: width
        );
        await SeenAsync(page, "focus=pes-21");

        Assert.That(
            await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"),
            Is.LessThanOrEqualTo(width)
        );
        var (form, result) = (
            (await page.Locator("form").BoundingBoxAsync())!,
            (await page.Locator("#result").BoundingBoxAsync())!
        );
        Assert.That(
            width == 390 ? result.Y >= form.Y + form.Height : result.X >= form.X + form.Width,
            Is.True,
            "the figure stands beside the choices, or below them"
        );
    }

    [Test]
    public async Task The_playground_leads_here_and_back()
    {
        var page = await ArriveAsync("", language: "en-GB");
        await page.GetByRole(AriaRole.Link, new() { Name = "Figures", Exact = true }).ClickAsync();
        await SeenAsync(page, "focus=pes-21");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show the figure" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Playground" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Operation Editor" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task Another_language_is_another_page_with_the_same_choices()
    {
        var page = await ArriveAsync("figures?focus=rares&layout=MATRIX");
        await page.Locator("#language").SelectOptionAsync("EN");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show the figure" })).ToBeVisibleAsync();
        await SeenAsync(page, "language=EN");
        await SeenAsync(page, "layout=MATRIX");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");

        await page.GetByRole(AriaRole.Link, new() { Name = "FR, Français" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Voir la figure" })).ToBeVisibleAsync();
    }

    [TestCase(1440, ColorScheme.Light, "figures")]
    [TestCase(1440, ColorScheme.Dark, "figures")]
    [TestCase(390, ColorScheme.Light, "figures?language=EN&theme=sse&title=x")]
    [TestCase(390, ColorScheme.Dark, "figures?language=EN&theme=sse&title=x")]
    [TestCase(1440, ColorScheme.Light, "figures?focus=nobody")]
    [TestCase(1440, ColorScheme.Dark, "figures?find=agri")]
    [TestCase(1440, ColorScheme.Dark, "figures?focus=adie")]
    public async Task Nothing_serious_keeps_anyone_out(int width, ColorScheme colours, string address)
    {
        var page = await ArriveAsync(address, width: width, colours: colours);

        Assert.That(await AccessibilityTests.SeriousAsync(page), Is.Empty);
    }

    private async Task<IPage> ArriveAsync(
        string address = "figures",
        string language = "fr-FR",
        int width = 1440,
        ColorScheme colours = ColorScheme.Light,
        bool scripts = true
    )
    {
        _visitor = await Browser.VisitorAsync(language, width, 844, colours, scripts);
        var page = await _visitor.NewPageAsync();
        page.Console += (_, message) => _console.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _console.Add("error: " + error);
        page.Request += (_, request) => _requests.Add(request.Url);
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                _refused.Add($"{response.Status} {response.Url}");
        };
        page.RequestFailed += (_, request) => _refused.Add($"{request.Failure} {request.Url}");
        await page.GotoAsync(Browser.Address + address);
        return page;
    }

    private static ILocator Figure(IPage page) => page.Locator("#result figure img");

    // Not only named: also drawn.
    private static async Task SeenAsync(IPage page, string part)
    {
        await Expect(Figure(page))
            .ToHaveAttributeAsync(
                "src",
                new System.Text.RegularExpressions.Regex(System.Text.RegularExpressions.Regex.Escape(part))
            );
        Assert.That(
            await Figure(page)
                .EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }"),
            Is.GreaterThan(0)
        );
    }
}

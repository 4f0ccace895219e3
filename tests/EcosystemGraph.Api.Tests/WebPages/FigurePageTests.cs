using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using EcosystemGraph.Api.Commands;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Api.Tests.Http;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Stores.InMemory;

namespace EcosystemGraph.Api.Tests.WebPages;

/// <summary>The page at /figures as a browser without a script gets it.</summary>
public sealed class FigurePageTests
{
    private static readonly string[] HostileNames =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onfocus='alert(1)",
        "</option></select><b>",
        "</title><script>x</script>",
        "&lt;b&gt; &amp; &#60;",
        "]]> --> <!--",
        "=cmd|' /C calc'!A0",
        "عربي\u202Eمقلوب",
        "😀 👩‍👩‍👧",
        new string('é', 300),
    ];

    [Test]
    public async Task An_empty_address_shows_who_speaks_in_the_source_and_around_whom()
    {
        var page = await PageAsync("");

        Assert.That(Value(page, "focus"), Is.EqualTo("pes-21"));
        Assert.That(
            Figure(page).GetAttribute("src"),
            Does.StartWith("figures/network.svg?").And.Contains("focus=pes-21").And.Contains("links=MEMBERSHIP")
        );
        Assert.That(Figure(page).GetAttribute("alt"), Does.Contain("Pôle d’Économie Solidaire 21"));
        Assert.That(page.QuerySelector("#caption")!.TextContent, Does.Contain("Source\u00A0: ").Or.Contain("Source :"));
        Assert.That(
            page.QuerySelector("#figure-text")!.TextContent,
            Does.Contain("URSCOP"),
            "all that is shown is told"
        );
        Assert.That(page.Title, Does.Contain("Pôle d’Économie Solidaire 21"));
    }

    [Test]
    public async Task Groupings_actors_and_themes_can_be_chosen_by_name()
    {
        var page = await PageAsync("?language=EN");
        string[] Options(string group) =>
            [
                .. page.QuerySelectorAll("#focus optgroup")
                    .Single(one => one.GetAttribute("label") == group)
                    .QuerySelectorAll("option")
                    .Select(option => option.TextContent),
            ];

        Assert.That(
            Options("Groupings"),
            Has.Length.EqualTo(9)
                .And.Contains("Regroupons les Accompagnateurs des innovateurs agri-ruraux en BFC (RARES)")
        );
        Assert.That(
            Options("Groupings").First(),
            Does.StartWith("Centre de Ressources").And.EndsWith(" (CRDVA)"),
            "by their letters"
        );
        Assert.That(Options("Groupings").ElementAt(1), Is.EqualTo("CRESS BFC"));
        Assert.That(
            Options("Actors"),
            Does.Contain("URSCOP").And.None.EqualTo("chambres d'agriculture départementales"),
            "categories are no bodies to begin at"
        );
        Assert.That(
            page.QuerySelectorAll("input[name=theme]").Select(box => box.ParentElement!.TextContent.Trim()),
            Does.Contain("ecological transition")
        );
    }

    [Test]
    public async Task Every_choice_stays_chosen_and_stands_in_the_figure()
    {
        const string Address =
            "?focus=rares&theme=agri-rural&theme=culture&links=MEMBERSHIP,PARTNERSHIP&depth=3&date=2021&layout=RADIAL&language=EN&format=PDF&title=A+%22title%22&colorBy=COMMUNITY&maxNodes=40&height=900&includeCategories=true";
        var page = await PageAsync(Address);

        foreach (
            var (name, value) in new[]
            {
                ("focus", "rares"),
                ("links", "MEMBERSHIP,PARTNERSHIP"),
                ("depth", "3"),
                ("date", "2021"),
                ("earlier", ""),
                ("language", "EN"),
                ("format", "PDF"),
                ("title", "A \"title\""),
                ("colorBy", "COMMUNITY"),
                ("maxNodes", "40"),
                ("height", "900"),
            }
        )
        {
            Assert.That(Value(page, name), Is.EqualTo(value), name);
        }
        Assert.That(
            page.QuerySelectorAll<IHtmlInputElement>("input[name=theme]")
                .Where(box => box.IsChecked)
                .Select(box => box.Value),
            Is.EquivalentTo(new[] { "agri-rural", "culture" })
        );
        Assert.That(page.QuerySelector<IHtmlInputElement>("input[name=layout][value=RADIAL]")!.IsChecked, Is.True);
        Assert.That(page.QuerySelector<IHtmlInputElement>("input[name=includeCategories]")!.IsChecked, Is.True);

        var figure = Uri.UnescapeDataString(Figure(page).GetAttribute("src")!);
        foreach (
            var part in new[]
            {
                "focus=rares",
                "depth=3",
                "layout=RADIAL",
                "language=EN",
                "title=A \"title\"",
                "colorBy=COMMUNITY",
                "maxNodes=40",
                "height=900",
                "includeCategories=true",
                "activeAt={\"date\":\"2021\"}",
                "\"under\":\"agri-rural\"",
                "\"under\":\"culture\"",
                "partnerships=",
            }
        )
        {
            Assert.That(figure, Does.Contain(part));
        }
    }

    // What a browser sends when the form is sent as it is.
    [TestCase("")]
    [TestCase(
        "?focus=rares&theme=agri-rural&links=MEMBERSHIP,PARTNERSHIP&depth=3&date=2021&layout=RADIAL&language=EN&format=PDF&title=x&colorBy=NONE&maxNodes=40&height=900&includeCategories=true"
    )]
    [TestCase("?focus=&layout=MATRIX&date=2021&earlier=2017")]
    public async Task The_form_sent_as_it_is_gives_the_same_figure_and_so_does_the_address_of_the_page(string address)
    {
        var page = await PageAsync(address);
        var form = page.QuerySelector<IHtmlFormElement>("form")!;
        Assert.That(form.Method, Is.EqualTo("get"));
        Assert.That(form.GetAttribute("action"), Is.EqualTo("figures#result"));

        var again = await PageAsync(
            "?" + string.Join('&', Sent(form).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"))
        );
        Assert.That(Figure(again).GetAttribute("src"), Is.EqualTo(Figure(page).GetAttribute("src")));

        var linked = await PageAsync(page.QuerySelector("#result")!.GetAttribute("data-page")!["figures".Length..]);
        Assert.That(linked.QuerySelector("main")!.OuterHtml, Is.EqualTo(page.QuerySelector("main")!.OuterHtml));
    }

    [Test]
    public async Task Two_dates_show_what_came_and_went()
    {
        var page = await PageAsync("?focus=pes-21&earlier=2017&date=2021");

        Assert.That(Figure(page).GetAttribute("src"), Does.StartWith("figures/change.svg?earlier=2017&later=2021&"));
        Assert.That(page.QuerySelectorAll(".files a"), Is.Empty);
        Assert.That(page.QuerySelector("#result")!.TextContent, Does.Contain("une date à la fois"));
    }

    [TestCase("?focus=rares&theme=agri-rural&language=EN&date=2021", 11)]
    [TestCase("?earlier=2017&date=2021&focus=rares&layout=MATRIX", 3)]
    public async Task Every_link_of_the_figure_leads_to_it(string address, int count)
    {
        var page = await PageAsync(address);
        var links = page.QuerySelectorAll("#result a[download]")
            .Append(Figure(page))
            .Select(link => link.GetAttribute("href") ?? link.GetAttribute("src")!)
            .Distinct(StringComparer.Ordinal)
            .ToArray();

        Assert.That(links, Has.Length.EqualTo(count));
        foreach (var link in links)
        {
            using var response = await SeedServer.Client.GetAsync(new Uri(SeedServer.Address, link));
            Assert.That(
                response.StatusCode,
                Is.EqualTo(HttpStatusCode.OK),
                $"{link}: {await response.Content.ReadAsStringAsync()}"
            );
        }
    }

    [Test]
    public async Task A_theme_leaves_only_what_is_on_it()
    {
        var all = await PageAsync("?focus=&links=MEMBERSHIP");
        var some = await PageAsync("?focus=&links=MEMBERSHIP&theme=agri-rural");

        Assert.That(
            all.QuerySelector("#figure-text")!.TextContent,
            Does.Contain("Groupement Régional d’accompagnement")
        );
        Assert.That(
            some.QuerySelector("#figure-text")!.TextContent,
            Does.Contain("Terre de Liens").And.Not.Contains("Groupement Régional d’accompagnement")
        );
    }

    [TestCase("?find=rares", "rares")]
    [TestCase("?find=urscop&focus=rares", "urscop")]
    [TestCase("?find=foyers+yonne", "federation-des-foyers-ruraux-de-l-yonne")]
    [TestCase("?find=FDFR89&language=EN", "federation-des-foyers-ruraux-de-l-yonne")]
    public async Task A_name_is_found_and_becomes_the_choice(string address, string id)
    {
        var page = await PageAsync(address);

        Assert.That(Value(page, "focus"), Is.EqualTo(id));
        Assert.That(Value(page, "find"), Is.Empty);
        Assert.That(Figure(page).GetAttribute("src"), Does.Contain("focus=" + id));
    }

    [Test]
    public async Task Of_several_names_one_is_chosen_by_a_link()
    {
        var page = await PageAsync("?find=agri&layout=MATRIX&language=EN", HttpStatusCode.BadRequest);
        var found = page.QuerySelectorAll(".found a").ToArray();
        Assert.That(page.QuerySelector(".problem p")!.TextContent, Does.StartWith("Several bodies answer to “agri”"));
        Assert.That(found, Has.Length.InRange(2, 10));

        var chosen = await PageAsync(found[0].GetAttribute("href")!["figures".Length..]);
        Assert.That(Figure(chosen).GetAttribute("src"), Does.Contain("layout=MATRIX"), "the other choices are kept");
    }

    [TestCase("focus=nobody", "Aucune structure n’a l’identifiant «\u202Fnobody\u202F»", "No body has the id “nobody”")]
    [TestCase("find=qwertz", "Aucun nom ne contient «\u202Fqwertz\u202F»", "No name contains “qwertz”")]
    [TestCase("date=hier", "«\u202Fhier\u202F» n’est pas une date", "“hier” is no date")]
    [TestCase("date=2021&earlier=avant", "«\u202Favant\u202F» n’est pas une date", "“avant” is no date")]
    [TestCase("earlier=2017", "Il manque la date la plus récente", "The later date is missing")]
    [TestCase("earlier=2021&date=2017", "échangez-les", "swap them")]
    [TestCase("layout=SPIRAL", "«\u202FDisposition\u202F»", "“Layout”")]
    [TestCase("links=NONE", "«\u202FQuels liens\u202F»", "“Which links”")]
    [TestCase("maxNodes=0", "«\u202FStructures, au plus\u202F»", "“Bodies, at most”")]
    [TestCase("height=1e9", "«\u202FHauteur en pixels\u202F»", "“Height in pixels”")]
    [TestCase("depth=-1", "«\u202FJusqu’où\u202F»", "“How far”")]
    public async Task What_is_wrong_is_said_in_one_sentence_where_the_figure_would_be(
        string parameters,
        string french,
        string english
    )
    {
        foreach (var (language, says) in new[] { ("FR", french), ("EN", english) })
        {
            var page = await PageAsync($"?{parameters}&language={language}", HttpStatusCode.BadRequest);
            var sentence = page.QuerySelector("#result .problem p")!.TextContent;

            Assert.That(sentence, Does.Contain(says).And.EndsWith("."));
            Assert.That(sentence.TrimEnd('.'), Does.Not.Contain(". "), "one sentence");
            Assert.That(page.QuerySelectorAll("#result img"), Is.Empty);
            Assert.That(
                page.QuerySelectorAll("#focus option").Length,
                Is.GreaterThan(50),
                "the form is there all the same"
            );
        }
    }

    [Test]
    public async Task Circles_are_around_the_body_that_was_chosen()
    {
        var page = await PageAsync("?focus=urscop&layout=RADIAL");

        Assert.That(page.QuerySelector("#caption")!.TextContent, Does.Contain("Au centre, URSCOP"));
    }

    [Test]
    public async Task Where_nothing_fits_it_is_said()
    {
        var page = await PageAsync("?focus=&theme=culture&links=MEMBERSHIP&language=EN");

        Assert.That(page.QuerySelector(".problem p")!.TextContent, Does.StartWith("No link fits these choices"));
    }

    [Test]
    public async Task A_body_without_such_links_is_shown_with_a_way_out()
    {
        var page = await PageAsync("?focus=adie&language=EN");
        Assert.That(
            page.QuerySelector(".notice")!.TextContent,
            Does.Contain("With “Who is a member of what”, nobody is linked to this body.")
        );

        var all = await PageAsync(page.QuerySelector(".notice a")!.GetAttribute("href")!["figures".Length..]);
        Assert.That(all.QuerySelector(".notice"), Is.Null);
        Assert.That(all.QuerySelector("#figure-text")!.TextContent, Does.Contain("Pôle d’Économie Solidaire 21"));
    }

    [TestCase("", "fr-FR,fr;q=0.9,en;q=0.8", "fr")]
    [TestCase("", "en-GB,en;q=0.9", "en")]
    [TestCase("", "de-DE,en;q=0.3,fr;q=0.2", "en")]
    [TestCase("", "en;q=0,fr;q=0.1", "fr")]
    [TestCase("", "de", "fr")]
    [TestCase("", "", "fr")]
    [TestCase("?language=EN", "fr", "en")]
    [TestCase("?language=en", "fr", "en")]
    [TestCase("?language=FR", "en", "fr")]
    [TestCase("?language=tlh", "en", "en")]
    public async Task The_page_speaks_the_language_of_its_address_or_the_browsers(
        string address,
        string accept,
        string tag
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(address));
        if (accept.Length > 0)
            request.Headers.TryAddWithoutValidation("Accept-Language", accept);
        using var response = await SeedServer.Client.SendAsync(request);
        var page = Parsed(await response.Content.ReadAsStringAsync());

        Assert.That(page.DocumentElement.GetAttribute("lang"), Is.EqualTo(tag));
        Assert.That(
            page.QuerySelector("form button[type=submit]")!.TextContent,
            Is.EqualTo(tag == "fr" ? "Voir la figure" : "Show the figure")
        );
        Assert.That(Value(page, "language"), Is.EqualTo(tag.ToUpperInvariant()));
        Assert.That(
            page.QuerySelector("#caption")!.TextContent,
            Does.Contain(tag == "fr" ? "Lecture" : "How to read"),
            "the figure's words too"
        );
        Assert.That(response.Headers.Vary, Does.Contain("Accept-Language"));
        Assert.That(
            page.QuerySelector($".page-languages a[lang={(tag == "fr" ? "en" : "fr")}]")!.GetAttribute("href"),
            Does.Contain("language=" + (tag == "fr" ? "EN" : "FR"))
        );
    }

    [Test]
    public async Task No_name_becomes_markup()
    {
        await using var app = ServeCommand.Build(await HostileAsync(), "http://127.0.0.1:0");
        await app.StartAsync();
        var root = new Uri(app.Urls.Single());
        for (var i = 0; i < HostileNames.Length; i++)
        {
            var text = await SeedServer.Client.GetStringAsync(
                new Uri(root, $"/figures?focus=g{i}&find=&title={Uri.EscapeDataString(HostileNames[i])}")
            );
            var page = Parsed(text);

            Assert.That(
                page.QuerySelectorAll("script")
                    .Where(script =>
                        script.GetAttribute("src")?.StartsWith("assets/", StringComparison.Ordinal) != true
                    ),
                Is.Empty,
                HostileNames[i]
            );
            Assert.That(
                page.QuerySelectorAll("*")
                    .Where(element =>
                        element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))
                    ),
                Is.Empty,
                HostileNames[i]
            );
            Assert.That(page.QuerySelectorAll("b"), Has.Length.EqualTo(4), "the layouts' names are all that is bold");
            Assert.That(page.QuerySelectorAll("img").Where(image => image.GetAttribute("src") == "x"), Is.Empty);
            Assert.That(
                page.QuerySelectorAll<IHtmlOptionElement>("#focus option").Select(option => option.Text),
                Does.Contain(Collapsed(HostileNames[i])),
                "and reads as it is"
            );
            Assert.That(Value(page, "title"), Is.EqualTo(HostileNames[i]));
            Assert.That(page.QuerySelector("#focus option[selected]")!.GetAttribute("value"), Is.EqualTo($"g{i}"));
        }
        using var search = await SeedServer.Client.GetAsync(
            new Uri(root, "/figures?find=" + Uri.EscapeDataString("<script>alert('x')</script>\"&"))
        );
        var sought = Parsed(await search.Content.ReadAsStringAsync());
        Assert.That(Value(sought, "find"), Is.EqualTo("<script>alert('x')</script>\"&"));
        Assert.That(sought.QuerySelectorAll("script").Where(script => script.TextContent.Length > 0), Is.Empty);
    }

    // What stands in the address is taken as it is, or not at all.
    [TestCase("focus=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [TestCase("theme=%22%3E%3Cscript%3E")]
    [TestCase("date=%3Cscript%3E")]
    [TestCase("layout=%3Cscript%3E")]
    [TestCase("language=%22%3E%3Cscript%3E")]
    [TestCase("title=%00%01%1b%ed%a0%80")]
    [TestCase("focus=%0d%0aSet-Cookie:x=1")]
    public async Task No_address_becomes_markup(string parameters)
    {
        using var response = await SeedServer.Client.GetAsync(Address("?" + parameters));
        var page = Parsed(await response.Content.ReadAsStringAsync());

        Assert.That((int)response.StatusCode, Is.EqualTo(200).Or.EqualTo(400));
        Assert.That(page.QuerySelectorAll("script:not([src])"), Is.Empty);
        Assert.That(page.QuerySelectorAll("form, #result"), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Its_policy_lets_in_nothing_but_its_own()
    {
        using var response = await SeedServer.Client.GetAsync(Address(""));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single().Split("; ");

        Assert.That(
            policy,
            Does.Contain("default-src 'none'")
                .And.Contains("script-src 'self'")
                .And.Contains("img-src 'self'")
                .And.Contains("form-action 'self'")
                .And.Contains("base-uri 'none'")
                .And.Contains("frame-ancestors 'none'")
        );
        Assert.That(
            policy,
            Has.None.Contains("unsafe").And.None.Contains("http").And.None.Contains("*").And.None.Contains("data:")
        );
        Assert.That(response.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(response.Headers.GetValues("Referrer-Policy").Single(), Is.EqualTo("no-referrer"));
        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/html; charset=utf-8"));
        var style = Parsed(await response.Content.ReadAsStringAsync()).QuerySelector("style")!.TextContent;
        Assert.That(
            policy,
            Does.Contain(
                $"style-src 'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)))}'"
            )
        );
    }

    [Test]
    public async Task It_is_asked_for_each_time_and_sent_again_only_when_it_has_changed()
    {
        using var first = await SeedServer.Client.GetAsync(Address("?focus=rares"));
        Assert.That(first.Headers.CacheControl!.ToString(), Is.EqualTo("no-cache"));
        var tag = first.Headers.ETag!;

        Assert.That(await StatusAsync("?focus=rares", tag), Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(await StatusAsync("?focus=rares&depth=1", tag), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            await StatusAsync("?focus=rares", tag, "en"),
            Is.EqualTo(HttpStatusCode.OK),
            "another language is another page"
        );

        using var wrong = await SeedServer.Client.GetAsync(Address("?focus=nobody"));
        Assert.That(wrong.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(wrong.Headers.ETag, Is.Null);
    }

    [Test]
    public async Task A_slash_at_the_end_leads_to_the_page()
    {
        using var response = await SeedServer.Client.GetAsync(new Uri(SeedServer.Address, "/figures/?focus=rares"));

        Assert.That(response.RequestMessage!.RequestUri!.PathAndQuery, Is.EqualTo("/figures?focus=rares"));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task HEAD_tells_the_size_only()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, Address(""));
        using var response = await SeedServer.Client.SendAsync(request);

        Assert.That(response.Content.Headers.ContentLength, Is.GreaterThan(1000));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [Test]
    public async Task Keys_and_rate_limits_hold_for_it_too()
    {
        await using var locked = await Server.StartAsync("ApiKeys:reports=0123456789abcdef");
        using var refused = await locked.Client.GetAsync(new Uri(locked.Root, "/figures"));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        using var opened = await locked.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, new Uri(locked.Root, "/figures")),
            "X-Api-Key: 0123456789abcdef"
        );
        Assert.That(await opened.Content.ReadAsStringAsync(), Does.Contain("<form"));

        await using var limited = await Server.StartAsync("RateLimit:Requests=1", "RateLimit:Seconds=3600");
        using var first = await limited.Client.GetAsync(new Uri(limited.Root, "/figures"));
        using var second = await limited.Client.GetAsync(new Uri(limited.Root, "/figures"));
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public async Task Under_a_path_of_a_proxy_all_its_addresses_stay_there()
    {
        await using var server = await Server.StartAsync(
            new InMemoryStore(await SeedAsync(), new NetworkDrawings()),
            "Http:BasePath=/ecosystem"
        );
        var at = new Uri(server.Root, "/ecosystem/figures?focus=rares");
        var page = Parsed(await server.Client.GetStringAsync(at));
        foreach (
            var address in page.QuerySelectorAll("#result [href], #result [src]")
                .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
        )
        {
            Assert.That(new Uri(at, address).AbsolutePath, Does.StartWith("/ecosystem/"), address);
        }
        using var figure = await server.Client.GetAsync(new Uri(at, Figure(page).GetAttribute("src")!));
        Assert.That(figure.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_store_that_is_away_or_breaks_is_told_and_nothing_leaks()
    {
        await using var away = await Server.StartAsync(
            new FailingStore(new EcosystemGraph.Core.Stores.StoreUnavailableException("the database at secret is away"))
        );
        using var first = await away.Client.GetAsync(new Uri(away.Root, "/figures?language=EN"));
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(
            await first.Content.ReadAsStringAsync(),
            Does.Contain("The data do not answer right now").And.Not.Contains("secret")
        );

        await using var broken = await Server.StartAsync(new FailingStore(new InvalidOperationException("secret")));
        using var second = await broken.Client.GetAsync(new Uri(broken.Root, "/figures?language=EN"));
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(
            await second.Content.ReadAsStringAsync(),
            Does.Contain("Something went wrong on our side").And.Not.Contains("secret")
        );
    }

    [Test]
    public async Task Of_a_large_data_set_the_first_are_listed_and_the_others_found_by_name()
    {
        await using var app = ServeCommand.Build(
            await GraphAsync(
                Enumerable
                    .Range(0, 3000)
                    .Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i},Body {i:0000}")),
                Enumerable.Range(0, 3000).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i},g0"))
            ),
            "http://127.0.0.1:0"
        );
        await app.StartAsync();
        var root = new Uri(app.Urls.Single());

        using var large = await SeedServer.Client.GetAsync(new Uri(root, "/figures?language=EN&focus="));
        var page = Parsed(await large.Content.ReadAsStringAsync());
        Assert.That(page.QuerySelectorAll("#focus option").Length, Is.LessThan(600));
        Assert.That(
            page.QuerySelector("#find-hint")!.TextContent,
            Does.Contain("500 of 3,000").Or.Contain("501 of 3,001")
        );
        Assert.That(
            page.QuerySelector(".problem p")!.TextContent,
            Does.StartWith("There are too many bodies for one figure")
        );

        using var found = await SeedServer.Client.GetAsync(new Uri(root, "/figures?find=body+2999&depth=1"));
        page = Parsed(await found.Content.ReadAsStringAsync());
        Assert.That(Value(page, "focus"), Is.EqualTo("a2999"));
        Assert.That(
            page.QuerySelector("#focus option[selected]")!.TextContent,
            Is.EqualTo("Body 2999"),
            "what is not listed is shown by its name"
        );
    }

    private static async Task<HttpStatusCode> StatusAsync(
        string address,
        EntityTagHeaderValue known,
        string? language = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(address))
        {
            Headers = { IfNoneMatch = { known } },
        };
        if (language is not null)
            request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await SeedServer.Client.SendAsync(request);
        return response.StatusCode;
    }

    private static Uri Address(string parameters) => new(SeedServer.Address, "/figures" + parameters);

    private static async Task<IHtmlDocument> PageAsync(string parameters, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await SeedServer.Client.GetAsync(Address(parameters));
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), text);
        return Parsed(text);
    }

    // A mistake in our own markup fails whatever test meets it.
    private static IHtmlDocument Parsed(string text) =>
        new HtmlParser(
            new HtmlParserOptions
            {
                IsStrictMode =
                    !text.Contains("&#x0;", StringComparison.Ordinal)
                    && !text.Contains("&#x1", StringComparison.Ordinal),
            }
        ).ParseDocument(text);

    private static IElement Figure(IHtmlDocument page) =>
        page.QuerySelector("#result figure img")
        ?? throw new AssertionException(page.QuerySelector("#result")!.TextContent);

    private static string Value(IHtmlDocument page, string id) =>
        page.GetElementById(id) switch
        {
            IHtmlSelectElement select => select.Value ?? "",
            IHtmlInputElement input => input.Value,
            _ => throw new AssertionException($"there is no choice {id}"),
        };

    private static IEnumerable<(string Name, string Value)> Sent(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            if (element is IHtmlSelectElement select)
                yield return (select.Name!, select.Value!);
            else if (
                element is IHtmlInputElement input
                && (input.Type is not ("radio" or "checkbox") || input.IsChecked)
            )
                yield return (input.Name!, input.Value);
        }
    }

    private static string Collapsed(string text) =>
        string.Join(' ', text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static async Task<ResolvedGraph> SeedAsync() =>
        new((await PackageReader.ReadAsync(SharedFiles.InRepository("seed-data"), CancellationToken.None)).Dataset);

    // Each name is a body's and a grouping's.
    private static Task<ResolvedGraph> HostileAsync() =>
        GraphAsync(
            HostileNames.Select((name, i) => $"a{i},{Quoted(name)}"),
            HostileNames.Select((_, i) => $"a{i},g{i}"),
            HostileNames.Select((name, i) => $"g{i},{Quoted(name)}")
        );

    private static async Task<ResolvedGraph> GraphAsync(
        IEnumerable<string> actors,
        IEnumerable<string> memberships,
        IEnumerable<string>? groupings = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("ecosystem").FullName;
        try
        {
            await File.WriteAllLinesAsync(Path.Combine(folder, "actors.csv"), actors.Prepend("id,name"));
            await File.WriteAllLinesAsync(
                Path.Combine(folder, "groupings.csv"),
                (groupings ?? ["g0,All of them"]).Prepend("id,name")
            );
            await File.WriteAllLinesAsync(
                Path.Combine(folder, "memberships.csv"),
                memberships.Prepend("actor,grouping")
            );
            var reading = await PackageReader.ReadAsync(folder, CancellationToken.None);
            Assert.That(reading.Issues.Errors, Is.Empty);
            return new ResolvedGraph(reading.Dataset);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

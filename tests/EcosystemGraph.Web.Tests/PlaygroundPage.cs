using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcosystemGraph.Web.Tests;

/// <summary>The playground as its visitor sees it, with what went wrong unseen: messages of the console, requests, answers.</summary>
internal sealed class PlaygroundPage
{
    private PlaygroundPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) => Console.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Console.Add("error: " + error);
        page.Request += (_, request) => Requests.Add(request.Url);
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                Refused.Add($"{response.Status} {response.Url}");
        };
        page.RequestFailed += (_, request) => Refused.Add($"{request.Failure} {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>Each message of the console, with its kind in front.</summary>
    public List<string> Console { get; } = [];

    public List<string> Requests { get; } = [];

    /// <summary>Requests without an answer, or with one of 400 or more.</summary>
    public List<string> Refused { get; } = [];

    public ILocator Query =>
        Page.GetByRole(AriaRole.Region, new() { Name = "Operation Editor" }).Locator(".view-lines");

    public ILocator Variables => Page.Locator(".graphiql-editor-tool .view-lines").First;

    public ILocator Answer => Page.Locator(".graphiql-response .view-lines");

    public ILocator Tabs => Page.GetByRole(AriaRole.Tab);

    public ILocator Run => Page.GetByRole(AriaRole.Button, new() { Name = "Execute query (Ctrl-Enter)" });

    /// <summary>Opens the playground, or what a link leads to, and waits until it can be used.</summary>
    public static async Task<PlaygroundPage> OpenAsync(IBrowserContext visitor, string? link = null)
    {
        var opened = new PlaygroundPage(await visitor.NewPageAsync());
        await opened.Page.GotoAsync(link ?? Browser.Address);
        await opened.ReadyAsync();
        return opened;
    }

    /// <summary>Waits until the editor shows and knows the schema.</summary>
    public async Task ReadyAsync()
    {
        await Expect(Query).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Re-fetch GraphQL schema" })).ToBeEnabledAsync();
    }

    /// <summary>The whole text of the open tab's query, variables and answer, also what is scrolled out of sight.</summary>
    public async Task<(string Query, string Variables, string Answer)> TextsAsync()
    {
        var texts = await Page.EvaluateAsync<JsonElement>(
            """
            () => Object.fromEntries(globalThis.__MONACO.editor.getModels().map(model => [model.uri.path.replace(/^.*-/, ''), model.getValue()]))
            """
        );
        return (Text("operation.graphql"), Text("variables.json"), Text("response.json"));

        string Text(string name) => texts.TryGetProperty(name, out var text) ? text.GetString()! : "";
    }

    /// <summary>Runs the open tab's query and gives the answer.</summary>
    public async Task<JsonElement> RunAsync()
    {
        await Run.ClickAsync();
        return await AnswerAsync();
    }

    /// <summary>Waits for an answer and gives it.</summary>
    public async Task<JsonElement> AnswerAsync()
    {
        await Expect(Answer).ToContainTextAsync("\"data\"");
        return JsonDocument.Parse((await TextsAsync()).Answer).RootElement;
    }

    /// <summary>Writes into the query editor, in place of what is there.</summary>
    public async Task WriteAsync(string query)
    {
        await Page.EvaluateAsync(
            "query => globalThis.__MONACO.editor.getEditors()[0].getModel().setValue(query)",
            query
        );
        // GraphiQL keeps what is written a moment later.
        await Page.WaitForFunctionAsync(
            "query => JSON.parse(localStorage.getItem('graphiql:tabState')).tabs.some(tab => tab.query === query)",
            query
        );
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The titles of the tabs.</summary>
    public async Task<string[]> TitlesAsync() => [.. (await Tabs.AllInnerTextsAsync()).Select(title => title.Trim())];
}

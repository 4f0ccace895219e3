namespace EcosystemGraph.Clients.Tests;

/// <summary>
/// Clients that others wrote, each in a folder of tests/clients, ask the running program. What a client checks is in
/// its folder; what it printed is in the message where it fails.
/// </summary>
public sealed class ClientTests
{
    [Test]
    public Task Apollo_Client_merges_pages_and_keeps_each_body_once() => AskAsync("apollo");

    [Test]
    public Task Urql_with_Graphcache_has_nothing_to_warn_of() => AskAsync("urql");

    [Test]
    public Task Types_made_by_graphql_codegen_compile_and_fit_the_answers() => AskAsync("codegen");

    [Test]
    public Task The_curl_command_of_README_gets_the_answer_shown_there() => AskAsync("curl");

    [Test]
    public Task Every_audit_of_GraphQL_over_HTTP_passes() => AskAsync("audits");

    [Test]
    public Task Generated_documents_are_answered_as_graphql_js_answers_them() => AskAsync("reference");

    [Test]
    public async Task A_program_in_C_sharp_reads_answers_into_types_of_its_own()
    {
        var (code, printed) = await ClientProgram.RunAsync("dotnet", TestContext.CurrentContext.TestDirectory, RunningServer.Program("EcosystemGraph.DotNetClient"), RunningServer.Endpoint);

        Assert.That(code, Is.Zero, printed);
        Assert.That(printed, Does.Contain("ok - "));
    }

    private static async Task AskAsync(string client)
    {
        await NodePackages.InstalledAsync();
        var (code, printed) = await ClientProgram.RunAsync("node", Path.Combine(NodePackages.Folder, client), "--test", "--test-reporter=spec");

        Assert.That(code, Is.Zero, printed);
        // A runner that found nothing to run is content, too.
        Assert.That(printed, Does.Match("pass [1-9]"));
    }
}

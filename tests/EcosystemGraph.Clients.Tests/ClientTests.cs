namespace EcosystemGraph.Clients.Tests;

/// <summary>
/// Clients that others wrote, each in a folder of tests/clients, ask the running program. What a client checks is in
/// its folder; what it printed is in the message where it fails.
/// </summary>
public sealed class ClientTests
{
    private static readonly string Seed = SharedFiles.InRepository("seed-data");

    private RunningServer _server = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _server = await RunningServer.StartAsync(Seed);

    [OneTimeTearDown]
    public void Stop() => _server.Dispose();

    [Test]
    public Task Apollo_Client_merges_pages_and_keeps_each_body_once() => AskAsync("apollo", _server, Seed);

    [Test]
    public Task Urql_with_Graphcache_has_nothing_to_warn_of() => AskAsync("urql", _server, Seed);

    [Test]
    public Task Relay_pages_a_fragment_and_fetches_it_again_through_node() => AskAsync("relay", _server, Seed);

    [Test]
    public Task Types_made_by_graphql_codegen_compile_and_fit_the_answers() => AskAsync("codegen", _server, Seed);

    [Test]
    public Task The_curl_command_of_README_gets_the_answer_shown_there()
    {
        SharedFiles.NeedsProgram("curl");
        return AskAsync("curl", _server, Seed);
    }

    [Test]
    public Task Every_audit_of_GraphQL_over_HTTP_passes() => AskAsync("audits", _server, Seed);

    [Test]
    public Task Generated_documents_are_answered_as_graphql_js_answers_them() => AskAsync("reference", _server, Seed);

    [Test]
    public async Task So_they_are_over_data_with_all_that_the_seed_data_lack()
    {
        var data = Path.Combine(NodePackages.Folder, "reference", "uneven");
        using var server = await RunningServer.StartAsync(data);
        await AskAsync("reference", server, data);
    }

    [Test]
    public async Task A_program_in_C_sharp_reads_answers_into_types_of_its_own()
    {
        var (code, printed) = await ClientProgram.RunAsync(
            "dotnet",
            Seed,
            [RunningServer.Program("EcosystemGraph.DotNetClient"), _server.Endpoint]
        );

        Assert.That(code, Is.Zero, printed);
        Assert.That(printed, Does.Contain("ok - "));
    }

    private static async Task AskAsync(string client, RunningServer server, string data)
    {
        await NodePackages.InstalledAsync();
        var (code, printed) = await ClientProgram.RunAsync(
            "node",
            Path.Combine(NodePackages.Folder, client),
            ["--test", "--test-reporter=spec"],
            ("ECOSYSTEM_ENDPOINT", server.Endpoint),
            ("ECOSYSTEM_DATA", data)
        );

        Assert.That(code, Is.Zero, printed);
        // A runner that found nothing to run is content, too.
        Assert.That(printed, Does.Match("pass [1-9]"));
    }
}

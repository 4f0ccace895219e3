using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EcosystemGraph.Api.Tests.Commands;

/// <summary>The program as its user starts it: what it says, and with which code it ends.</summary>
public sealed class ProgramTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("ecosystem").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task It_says_what_it_has_loaded_and_where_it_answers_and_stops_when_told()
    {
        using var program = Start(["--data", SharedFiles.InRepository("seed-data"), "--urls", "http://127.0.0.1:0"]);
        var loaded = await program.StandardOutput.ReadLineAsync();
        var address = await program.StandardOutput.ReadLineAsync();

        Assert.That(
            loaded,
            Does.Match(@"^Loaded 116 actors, 9 groupings, 41 memberships and 112 partnerships from .*seed-data in \d")
        );
        Assert.That(address, Does.Match(@"^GraphQL at http://127\.0\.0\.1:\d+/graphql\."));

        using (Process.Start("kill", ["-TERM", program.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        { }
        await program.WaitForExitAsync().WaitAsync(Limit);
        Assert.That(program.ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_missing_folder_is_named()
    {
        var (code, _, error) = await RunAsync("--data", Path.Combine(_folder, "nowhere"));

        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Contain("there is no folder").And.Contain("nowhere"));
    }

    [Test]
    public async Task A_folder_that_is_no_package_says_which_files_it_needs()
    {
        var (code, _, error) = await RunAsync("--data", _folder);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Contain("actors.csv"));
    }

    [Test]
    public async Task A_taken_port_is_named_with_what_to_do()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var (code, _, error) = await RunAsync(
            "--data",
            SharedFiles.InRepository("seed-data"),
            "--urls",
            $"http://127.0.0.1:{port}"
        );

        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Contain("the port is taken").And.Contain("--urls"));
    }

    [Test]
    public async Task An_address_that_is_none_is_named()
    {
        var (code, _, error) = await RunAsync("--data", SharedFiles.InRepository("seed-data"), "--urls", "nonsense");

        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Contain("'nonsense'"));
    }

    [Test]
    public async Task Validate_ends_with_0_for_a_valid_package()
    {
        var (code, output, _) = await RunAsync("validate", "--data", SharedFiles.InRepository("seed-data"));

        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("0 errors"));
    }

    [Test]
    public async Task Validate_ends_with_1_for_errors_and_lists_them_with_file_line_and_column()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "actors.csv"), "id,name\na b,A\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "memberships.csv"), "actor,grouping,from\nx,g,2019-13\n");
        var (code, output, _) = await RunAsync("validate", "--data", _folder);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(
            output,
            Does.Contain("actors.csv:2:1: error: 'a b' is no id")
                .And.Contain("memberships.csv:2:5: error: '2019-13' is no date")
        );
    }

    [Test]
    public async Task Validate_ends_with_2_for_what_cannot_be_read()
    {
        var (code, _, error) = await RunAsync("validate", "--data", Path.Combine(_folder, "nowhere"));

        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("nowhere"));
    }

    [Test]
    public async Task Validate_checks_the_seed_data_against_the_document()
    {
        var document = SharedFiles.Shared("documents/pes21-interactions.txt");
        var (code, output, _) = await RunAsync(
            "validate",
            "--data",
            SharedFiles.InRepository("seed-data"),
            "--document",
            document
        );

        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Contain("0 errors"));
    }

    [Test]
    public async Task Help_names_every_command()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.That(code, Is.Zero);
        foreach (var command in new[] { "serve", "validate", "load", "schema", "explain" })
            Assert.That(output, Does.Contain(command));
    }

    [Test]
    public async Task An_unknown_option_is_an_error()
    {
        var (code, _, error) = await RunAsync("--bogus");

        Assert.That(code, Is.Not.Zero);
        Assert.That(error, Does.Contain("--bogus"));
    }

    internal static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var program = Start(arguments);
        var output = program.StandardOutput.ReadToEndAsync();
        var error = program.StandardError.ReadToEndAsync();
        try
        {
            await program.WaitForExitAsync().WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            program.Kill();
            Assert.Fail($"`{string.Join(' ', arguments)}` did not end");
        }
        Assert.That(
            await error + await output,
            Does.Not.Contain("   at ").And.Not.Contain("Exception"),
            "no stack, on neither stream"
        );
        return (program.ExitCode, await output, await error);
    }

    internal static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var program = Path.Combine(TestContext.CurrentContext.TestDirectory, "EcosystemGraph.Api.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}

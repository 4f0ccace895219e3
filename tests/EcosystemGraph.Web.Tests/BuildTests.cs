using System.Diagnostics;

namespace EcosystemGraph.Web.Tests;

/// <summary>Building the pages into the program, with Node.js and without.</summary>
public sealed class BuildTests
{
    private const string Program = "src/EcosystemGraph.Api/EcosystemGraph.Api.csproj";
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private string _folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("ecosystem").FullName;
        File.CreateSymbolicLink(Path.Combine(_folder, "sh"), "/bin/sh");
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_published_program_serves_its_page_from_wherever_it_is_started()
    {
        await using (await Browser.VisitorAsync()) { }
        var (code, output) = await DotnetAsync(
            "publish",
            SharedFiles.InRepository(Program),
            "--no-build",
            "-c",
            Configuration,
            "-o",
            Path.Combine(_folder, "program")
        );
        Assert.That(code, Is.Zero, output);
        var elsewhere = Directory.CreateDirectory(Path.Combine(_folder, "elsewhere")).FullName;
        string[] arguments =
        [
            Path.Combine(_folder, "program", "EcosystemGraph.Api.dll"),
            "--data",
            SharedFiles.InRepository("seed-data"),
            "--urls",
            "http://127.0.0.1:0",
        ];
        using var program = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = elsewhere }
        )!;
        try
        {
            string? line;
            do line = await program.StandardOutput.ReadLineAsync().WaitAsync(Limit);
            while (line is not null && !line.StartsWith("Playground at ", StringComparison.Ordinal));
            Assert.That(line, Is.Not.Null, "the program says where its page is");
            using var client = new HttpClient();
            Assert.That(
                await client.GetStringAsync(new Uri(line!["Playground at ".Length..])),
                Does.Contain("./assets/")
            );
        }
        finally
        {
            program.Kill();
        }
    }

    [Test]
    public async Task Without_Node_a_build_goes_on_and_says_in_one_line_how_to_get_the_page()
    {
        // The pages' folder is another one, or there would be nothing to build.
        var (code, output) = await DotnetAsync(
            "msbuild",
            SharedFiles.InRepository(Program),
            "-t:BuildPages",
            $"-p:PagesFolder={_folder}/pages/",
            "-nologo"
        );

        Assert.That(code, Is.Zero, output);
        Assert.That(output.Trim(), Does.Contain("install Node.js").And.Contains("/graphql"));
        Assert.That(output.Trim(), Does.Not.Contain("\n"));
    }

    [Test]
    public async Task Without_pages_nothing_is_published()
    {
        var (code, output) = await DotnetAsync(
            "msbuild",
            SharedFiles.InRepository(Program),
            "-t:RequirePages",
            $"-p:PagesFolder={_folder}/pages/",
            "-nologo"
        );

        Assert.That(code, Is.Not.Zero);
        Assert.That(output, Does.Contain("install Node.js"));
    }

    // With a PATH on which there is a shell and no node.
    private async Task<(int Code, string Output)> DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };
        start.Environment["PATH"] = _folder;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Limit);
        return (process.ExitCode, await output);
    }
}

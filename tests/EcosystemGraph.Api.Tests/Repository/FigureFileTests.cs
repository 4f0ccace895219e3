using System.Text.RegularExpressions;

namespace EcosystemGraph.Api.Tests.Repository;

/// <summary>The figures in README are what the program draws from the seed data now.</summary>
public sealed partial class FigureFileTests
{
    private static readonly string Readme = File.ReadAllText(SharedFiles.InRepository("README.md"));

    [Test]
    public async Task A_figure_of_README_is_what_its_link_gives()
    {
        var commands = Commands().Matches(Readme);
        Assert.That(commands, Has.Count.EqualTo(2));
        foreach (Match command in commands)
        {
            var drawn = await SeedServer.Client.GetByteArrayAsync(
                new Uri(SeedServer.Address, command.Groups["link"].Value)
            );
            var kept = await File.ReadAllBytesAsync(SharedFiles.InRepository(command.Groups["file"].Value));

            Assert.That(drawn.AsSpan().SequenceEqual(kept), Is.True, $"draw it again, and look at it: {command.Value}");
        }
    }

    [Test]
    public void Every_figure_is_shown_in_README_and_made_by_a_command_there()
    {
        var files = Directory
            .GetFiles(SharedFiles.InRepository("docs/figures"))
            .Select(file => "docs/figures/" + Path.GetFileName(file))
            .ToArray();

        Assert.That(files, Is.EquivalentTo(Commands().Matches(Readme).Select(command => command.Groups["file"].Value)));
        foreach (var file in files)
            Assert.That(Readme, Does.Contain($"]({file})]"), file);
    }

    [GeneratedRegex(
        @"^curl -o (?<file>docs/figures/\S+) 'http://localhost:5080(?<link>/figures/[^']+)'$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Commands();
}

using System.Text.RegularExpressions;
using EcosystemGraph.Api.Commands;
using EcosystemGraph.Neo4j.Transport;
using YamlDotNet.RepresentationModel;

namespace EcosystemGraph.Api.Tests.Repository;

/// <summary>The container files name commands, options, settings and ports that exist.</summary>
public sealed partial class DockerTests
{
    private static readonly YamlMappingNode Services = (YamlMappingNode)Compose()["services"];

    private static IEnumerable<string> Names => Services.Children.Keys.Select(key => key.ToString());

    [TestCase("load")]
    [TestCase("api")]
    public void A_service_starts_the_program_with_a_command_line_that_parses(string service)
    {
        Parses(((YamlSequenceNode)Services[service]["command"]).Select(word => word.ToString()));
    }

    [TestCase("CMD ")]
    [TestCase("HEALTHCHECK ")]
    public void The_image_starts_the_program_with_a_command_line_that_parses(string instruction)
    {
        var line = Dockerfile().Single(text => text.StartsWith(instruction, StringComparison.Ordinal));
        var words = Words()
            .Matches(line[line.IndexOf('[', StringComparison.Ordinal)..])
            .Select(match => match.Groups[1].Value);
        Parses(words.SkipWhile(word => word is "dotnet" or "EcosystemGraph.Api.dll"));
    }

    [TestCase("load")]
    [TestCase("api")]
    public void Settings_are_those_the_program_has(string service)
    {
        foreach (
            var name in ((YamlMappingNode)Services[service]["environment"]).Children.Keys.Select(key => key.ToString())
        )
        {
            Assert.That(name, Does.StartWith(Neo4jSettings.Section + "__"));
            Assert.That(typeof(Neo4jSettings).GetProperty(name.Split("__")[1]), Is.Not.Null, name);
        }
    }

    [Test]
    public void Ports_agree_with_the_program_and_README()
    {
        Assert.That(Services["api"]["ports"][0].ToString(), Is.EqualTo("5080:5080"));
        Assert.That(Services["api"]["command"].ToString(), Does.Contain(":5080"));
        Assert.That(ServeCommand.DefaultUrl, Does.EndWith(":5080"));
        Assert.That(Dockerfile(), Does.Contain("EXPOSE 5080"));
        Assert.That(
            File.ReadAllText(SharedFiles.InRepository("README.md")),
            Does.Contain("http://localhost:5080/graphql")
        );
    }

    [Test]
    public void Images_are_pinned_to_a_version()
    {
        var images = Names
            .Where(name => ((YamlMappingNode)Services[name]).Children.ContainsKey("image"))
            .Select(name => Services[name]["image"].ToString())
            .Concat(
                Dockerfile()
                    .Where(line => line.StartsWith("FROM ", StringComparison.Ordinal))
                    .Select(line => line.Split(' ')[1])
            );
        Assert.That(images, Is.Not.Empty);
        Assert.That(images, Is.All.Match(@":\d+\.\d+\.\d+(-\w+)?$"));
    }

    [Test]
    public void Neo4j_has_a_volume_and_a_health_check_and_no_password_in_the_file()
    {
        Assert.That(Services["neo4j"]["volumes"][0].ToString(), Is.EqualTo("neo4j-data:/data"));
        Assert.That(Compose()["volumes"].ToString(), Does.Contain("neo4j-data"));
        Assert.That(Services["neo4j"]["healthcheck"]["test"].ToString(), Does.Contain("RETURN 1"));
        Assert.That(Services["neo4j"]["image"].ToString(), Does.Contain("5.26"));
        foreach (
            Match password in Passwords().Matches(File.ReadAllText(SharedFiles.InRepository("docker-compose.yml")))
        )
        {
            Assert.That(
                password.Groups[1].Value,
                Does.StartWith("${NEO4J_PASSWORD:?").Or.StartWith("neo4j/${NEO4J_PASSWORD:?")
            );
        }
        Assert.That(File.ReadAllText(SharedFiles.InRepository(".env.example")), Does.Match(@"(?m)^NEO4J_PASSWORD=$"));
    }

    [Test]
    public void The_API_waits_for_the_load_and_the_load_for_Neo4j()
    {
        Assert.That(
            Services["api"]["depends_on"]["load"]["condition"].ToString(),
            Is.EqualTo("service_completed_successfully")
        );
        Assert.That(Services["load"]["depends_on"]["neo4j"]["condition"].ToString(), Is.EqualTo("service_healthy"));
    }

    [Test]
    public void The_image_does_not_run_as_root()
    {
        Assert.That(Dockerfile(), Does.Contain("USER $APP_UID"));
    }

    private static void Parses(IEnumerable<string> words)
    {
        var parsed = CommandLine.Create().Parse([.. words]);
        Assert.That(parsed.Errors, Is.Empty);
        Assert.That(parsed.CommandResult.Command, Is.Not.InstanceOf<System.CommandLine.RootCommand>());
    }

    private static YamlMappingNode Compose()
    {
        using var text = File.OpenText(SharedFiles.InRepository("docker-compose.yml"));
        var yaml = new YamlStream();
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static string[] Dockerfile() => File.ReadAllLines(SharedFiles.InRepository("Dockerfile"));

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?:Password|NEO4J_AUTH|NEO4J_PASSWORD): (.*)")]
    private static partial Regex Passwords();
}

using System.CommandLine;
using System.Net;
using System.Text;
using EcosystemGraph.Api.Commands;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Tests.Http;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Figures.Exports;
using Microsoft.Extensions.DependencyInjection;

namespace EcosystemGraph.Api.Tests.Drawings;

/// <summary>A format that is added to the others is in every face: what it says of itself is all that there is to say.</summary>
public sealed class AddedFormatTests
{
    private static readonly NetworkFormats Formats = new(NetworkFormats.BuiltIn.All.Append(new NamesWriter()));

    [Test]
    public async Task It_is_in_the_schema_a_link_an_answer_and_the_page()
    {
        var drawings = new NetworkDrawings();
        await using var server = await Server.StartAsync(
            new InMemoryStore(await GraphAsync(), drawings),
            services => services.AddSingleton(Formats)
        );

        Assert.That(
            new EcosystemSchema(Formats).Printed(),
            Does.Contain("\"One name a line.\"").And.Contain("  NAMES\n")
        );
        using var asked = await server.PostAsync(
            """{"query":"{ network(input: { focus: [\"rares\"] }) { export(format: NAMES) { format url mediaType content } } __type(name: \"NetworkFormat\") { enumValues { name } } }"}"""
        );
        var answer = await asked.Content.ReadAsStringAsync();
        Assert.That(
            answer,
            Does.Contain(
                    "\"format\":\"NAMES\",\"url\":\"/networks/network.names?focus=rares\",\"mediaType\":\"text/x-names; charset=utf-8\""
                )
                .And.Contain("Terre de Liens")
                .And.Contain("{\"name\":\"NAMES\"}")
        );

        using var followed = await server.Client.GetAsync(new Uri(server.Root, "/networks/network.names?focus=rares"));
        Assert.That(followed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(followed.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/x-names; charset=utf-8"));
        Assert.That(await followed.Content.ReadAsStringAsync(), Does.Contain("Terre de Liens\n"));
        Assert.That(
            await (
                await server.Client.GetAsync(new Uri(server.Root, "/networks/network.nothing"))
            ).Content.ReadAsStringAsync(),
            Does.Contain(".cyjs, .names.")
        );

        var page = await server.Client.GetStringAsync(new Uri(server.Root, "/figures?focus=rares&language=EN"));
        Assert.That(page, Does.Contain(">.names</a> <small>NAMES</small>").And.Contain("networks/network.names?"));
    }

    [Test]
    public async Task It_is_a_command()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("ecosystem").FullName, "all.names");
        try
        {
            var commands = CommandLine.Create(Formats);
            var code = await commands
                .Parse(["export", "--out", file, "--focus", "rares", "--data", SharedFiles.InRepository("seed-data")])
                .InvokeAsync();

            Assert.That(code, Is.Zero);
            Assert.That(await File.ReadAllTextAsync(file), Does.Contain("Terre de Liens\n"));
            Assert.That(
                commands
                    .Subcommands.Single(command => command.Name == "export")
                    .Options.Single(option => option.Name == "--out")
                    .Description,
                Does.EndWith(".cyjs or .names.")
            );
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static async Task<ResolvedGraph> GraphAsync() =>
        new((await PackageReader.ReadAsync(SharedFiles.InRepository("seed-data"), CancellationToken.None)).Dataset);

    private sealed class NamesWriter : INetworkWriter
    {
        public NetworkFormat Format { get; } = new("NAMES", "names", "text/x-names; charset=utf-8", "One name a line.");

        public async Task WriteAsync(
            Extract extract,
            ExportOptions options,
            Stream output,
            CancellationToken cancellationToken
        ) =>
            await output.WriteAsync(
                Encoding.UTF8.GetBytes(string.Concat(extract.Bodies.Select(body => body.Name + "\n"))),
                cancellationToken
            );
    }
}

using System.CommandLine;
using System.Globalization;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.Http;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using Spectre.Console;

namespace EcosystemGraph.Api.Commands;

/// <summary>
/// <c>figure</c> and <c>export</c>: a network as a figure for a report, or as a file for another program; what the links
/// /figures/… and /networks/… give, in a file.
/// </summary>
internal static class DrawCommand
{
    public static Command Figure() => Create("figure", "Draws a network, or with --earlier and --later what changed in it. Exit code 0 drawn, 1 it cannot be drawn so, 2 cannot read or write.",
        "The figure: a name that ends in .svg, .png or .pdf.", styled: true);

    public static Command Export() => Create("export", "Writes a network for another program, each link with its passages. Exit code 0 written, 1 it cannot be written so, 2 cannot read or write.",
        "The file: a name that ends in .gexf, .graphml, .dot, .mmd, .csv, .xlsx, .jsonld or .cyjs.", styled: false);

    private static Command Create(string name, string description, string outDescription, bool styled)
    {
        var output = OutputFile.Option(outDescription);
        var options = new DrawingOptions(styled);
        var store = new StoreOptions();
        var command = new Command(name, description) { output };
        options.AddTo(command);
        store.AddTo(command);
        command.SetAction((parsed, cancellation) => store.WithStoreAsync(parsed, from => RunAsync(from, parsed.GetRequiredValue(output), options.Read(parsed), styled, cancellation), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(IStore store, FileInfo file, IReadOnlyList<KeyValuePair<string, string>> parameters, bool styled, CancellationToken cancellation)
    {
        try
        {
            var name = styled && parameters.Any(one => one.Key is "earlier" or "later") ? DrawingLinks.Change : DrawingLinks.Network;
            var extension = OutputFile.ExtensionOf(file);
            var question = styled ? LinkQuestion.OfFigure(name, extension, parameters) : LinkQuestion.OfFile(name, extension, parameters);
            var read = await new QuestionReader(new EcosystemSchema()).ReadAsync(question.Asked, cancellation);
            if (read.Errors is [var wrong, ..]) return await RefuseAsync(wrong.Message);
            var root = (ComputedRoot)read.Plan!.Roots[0];
            var (extract, error) = await store.ExtractAsync(root, cancellation);
            if (extract is null) return await RefuseAsync(error!.Message);
            var language = styled ? DrawingEndpoints.RequestOf(root).Style.Language : question.Language;
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{extract.Bodies.Count} bodies, {extract.Ties.Count} ties: {extract.Scope.In(language)}."));
            if (question.File is { } format)
            {
                return await OutputFile.WriteAsync(file, stream => ShowAsync(stream, counted => NetworkDrawings.WriteAsync(extract, format, language, counted, cancellation)), cancellation);
            }
            return await DrawAsync(extract, DrawingEndpoints.RequestOf(root), file, cancellation);
        }
        catch (Exception error) when (error is QuestionException or DrawingException or StoreUnavailableException)
        {
            return await RefuseAsync(error.Message);
        }
    }

    private static async Task<int> DrawAsync(Extract extract, FigureRequest request, FileInfo file, CancellationToken cancellation)
    {
        var drawn = NetworkDrawings.Draw(extract, request, cancellation);
        foreach (var warning in drawn.Warnings) await Console.Error.WriteLineAsync(warning);
        var code = await OutputFile.WriteAsync(file, stream => stream.WriteAsync(drawn.Bytes, cancellation).AsTask(), cancellation);
        if (code == 0) await Console.Out.WriteLineAsync(drawn.Caption);
        return code;
    }

    // On a terminal, how much is written so far.
    private static async Task ShowAsync(Stream stream, Func<Stream, Task> write)
    {
        if (Console.IsErrorRedirected)
        {
            await write(stream);
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Status().StartAsync("Writing…", async status =>
        {
            var writing = write(stream);
            while (await Task.WhenAny(writing, Task.Delay(TimeSpan.FromMilliseconds(200))) != writing)
            {
                status.Status(string.Create(CultureInfo.InvariantCulture, $"{stream.Position / 1e6:0.0} MB written"));
            }
            await writing;
        });
    }

    private static async Task<int> RefuseAsync(string message)
    {
        await Console.Error.WriteLineAsync(message.TrimEnd('.') + ".");
        return 1;
    }
}

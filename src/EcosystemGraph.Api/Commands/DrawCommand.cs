using System.CommandLine;
using System.Globalization;
using EcosystemGraph.Api.Asking;
using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures;
using EcosystemGraph.Figures.Exports;
using Spectre.Console;

namespace EcosystemGraph.Api.Commands;

/// <summary>
/// <c>figure</c> and <c>export</c>: a network as a figure for a report, or as a file for another program; what the links
/// /figures/… and /networks/… give, in a file.
/// </summary>
internal static class DrawCommand
{
    public static Command Figure() =>
        Create(
            "figure",
            "Draws a network, or with --earlier and --later what changed in it. Exit code 0 drawn, 1 it cannot be drawn so, 2 cannot read or write.",
            $"The figure: a name that ends in {Endings(FigureFormats.All.Select(format => format.FileExtension))}.",
            [.. DrawingLinks.OfFigures, .. DrawingLinks.Dates],
            NetworkFormats.BuiltIn,
            FigureAsync
        );

    public static Command Export(NetworkFormats formats) =>
        Create(
            "export",
            "Writes a network for another program, each link with its passages. Exit code 0 written, 1 it cannot be written so, 2 cannot read or write.",
            $"The file: a name that ends in {Endings(formats.All.Select(writer => writer.Format.FileExtension))}.",
            DrawingLinks.OfFiles,
            formats,
            (asking, file, parameters, cancellation) => ExportAsync(formats, asking, file, parameters, cancellation)
        );

    private delegate Task<int> Work(
        QuestionService.Asking asking,
        FileInfo file,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        CancellationToken cancellation
    );

    private static Command Create(
        string name,
        string description,
        string outDescription,
        IEnumerable<Core.Catalog.Input> inputs,
        NetworkFormats formats,
        Work work
    )
    {
        var output = OutputFile.Option(outDescription);
        var options = new DrawingOptions(inputs);
        var store = new StoreOptions(formats);
        var command = new Command(name, description) { output };
        options.AddTo(command);
        store.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
                store.WithServiceAsync(
                    parsed,
                    asking => work(asking, parsed.GetRequiredValue(output), options.Read(parsed), cancellation),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> FigureAsync(
        QuestionService.Asking asking,
        FileInfo file,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        CancellationToken cancellation
    )
    {
        var name = parameters.Any(one => DrawingLinks.Dates.Any(date => date.Name == one.Key))
            ? DrawingLinks.Change
            : DrawingLinks.Network;
        var drawn = await asking.DrawAsync(LinkQuestion.OfFigure(name, OutputFile.ExtensionOf(file), parameters));
        await TellAsync(drawn.Bodies, drawn.Ties, drawn.Scope, drawn.Language);
        foreach (var warning in drawn.Result.Warnings)
            await Console.Error.WriteLineAsync(warning);
        var code = await OutputFile.WriteAsync(
            file,
            stream => stream.WriteAsync(drawn.Result.Bytes, cancellation).AsTask(),
            cancellation
        );
        if (code == 0)
            await Console.Out.WriteLineAsync(drawn.Result.Caption);
        return code;
    }

    private static async Task<int> ExportAsync(
        NetworkFormats formats,
        QuestionService.Asking asking,
        FileInfo file,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        CancellationToken cancellation
    )
    {
        var link = LinkQuestion.OfFile(formats, DrawingLinks.Network, OutputFile.ExtensionOf(file), parameters);
        var (extract, _, writeAsync) = await asking.GatherAsync(link);
        await TellAsync(extract.Bodies.Count, extract.Ties.Count, extract.Scope, link.Language);
        return await OutputFile.WriteAsync(file, stream => ShowAsync(stream, writeAsync), cancellation);
    }

    private static Task TellAsync(int bodies, int ties, MultilingualText scope, Language language) =>
        Console.Error.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{bodies} bodies, {ties} ties: {scope.In(language)}.")
        );

    // On a terminal, how much is written so far.
    private static async Task ShowAsync(Stream stream, Func<Stream, Task> write)
    {
        if (Console.IsErrorRedirected)
        {
            await write(stream);
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console
            .Status()
            .StartAsync(
                "Writing…",
                async status =>
                {
                    var writing = write(stream);
                    while (await Task.WhenAny(writing, Task.Delay(TimeSpan.FromMilliseconds(200))) != writing)
                    {
                        status.Status(
                            string.Create(CultureInfo.InvariantCulture, $"{stream.Position / 1e6:0.0} MB written")
                        );
                    }
                    await writing;
                }
            );
    }

    private static string Endings(IEnumerable<string> extensions)
    {
        var names = extensions.Select(one => "." + one).ToArray();
        return $"{string.Join(", ", names[..^1])} or {names[^1]}";
    }
}

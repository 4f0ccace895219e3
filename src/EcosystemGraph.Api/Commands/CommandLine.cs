using System.CommandLine;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Api.Commands;

/// <summary>The program's command line: a command is a file of its own and a line here.</summary>
internal static class CommandLine
{
    /// <summary>The commands.</summary>
    /// <param name="formats">The formats in which networks are written; null for those of this program.</param>
    public static RootCommand Create(NetworkFormats? formats = null) => Of(formats ?? NetworkFormats.BuiltIn);

    private static RootCommand Of(NetworkFormats formats) =>
        new(
            "EcosystemGraph: who works with whom in an ecosystem, in which grouping, since when, and which passage says so."
        )
        {
            ServeCommand.Create(),
            ValidateCommand.Create(),
            LoadCommand.Create(),
            AskCommand.Create(formats),
            DrawCommand.Figure(),
            DrawCommand.Export(formats),
            SchemaCommand.Create(formats),
            ExplainCommand.Create(),
            HealthCommand.Create(),
        };

    /// <summary>Without a command the program serves: `--data DIR` alone is `serve --data DIR`.</summary>
    public static string[] Completed(string[] line) =>
        line is [] or [['-', ..], ..] && !line.Any(word => word is "--help" or "-h" or "-?" or "--version")
            ? ["serve", .. line]
            : line;
}

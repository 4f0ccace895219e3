using System.CommandLine;

namespace EcosystemGraph.Api.Commands;

/// <summary>The program's command line: a command is a file of its own and a line here.</summary>
internal static class CommandLine
{
    public static RootCommand Create() => new("EcosystemGraph: who works with whom in an ecosystem, in which grouping, since when, and which passage says so.")
    {
        ServeCommand.Create(),
        ValidateCommand.Create(),
        LoadCommand.Create(),
        AskCommand.Create(),
        DrawCommand.Figure(),
        DrawCommand.Export(),
        SchemaCommand.Create(),
        ExplainCommand.Create(),
        HealthCommand.Create(),
    };

    /// <summary>Without a command the program serves: `--data DIR` alone is `serve --data DIR`.</summary>
    public static string[] Completed(string[] line) =>
        line is [] or [['-', ..], ..] && !line.Any(word => word is "--help" or "-h" or "-?" or "--version") ? ["serve", .. line] : line;
}

using System.CommandLine;
using EcosystemGraph.Api.Commands;

var root = new RootCommand("EcosystemGraph: who works with whom in an ecosystem, in which grouping, since when, and which passage says so.")
{
    ServeCommand.Create(),
    ValidateCommand.Create(),
    LoadCommand.Create(),
    SchemaCommand.Create(),
    ExplainCommand.Create(),
};
// Without a command the program serves: `--data DIR` alone is `serve --data DIR`.
string[] line = args is [] or [['-', ..], ..] && !args.Any(arg => arg is "--help" or "-h" or "-?" or "--version") ? ["serve", .. args] : args;
return await root.Parse(line).InvokeAsync();

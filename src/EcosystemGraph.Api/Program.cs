using System.CommandLine;
using EcosystemGraph.Api.Commands;
using EcosystemGraph.Core.Languages;

if (Language.All.SelectMany(LanguageFiles.FaultsOf).FirstOrDefault() is { } fault)
{
    await Console.Error.WriteLineAsync(fault);
    return 2;
}

// How long a command may take to end when it is told to is its own matter: `serve` has settings for it.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = Timeout.InfiniteTimeSpan };
return await CommandLine.Create().Parse(CommandLine.Completed(args)).InvokeAsync(invocation);

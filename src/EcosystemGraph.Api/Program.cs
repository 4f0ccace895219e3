using System.CommandLine;
using EcosystemGraph.Api.Commands;

// How long a command may take to end when it is told to is its own matter: `serve` has settings for it.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = Timeout.InfiniteTimeSpan };
return await CommandLine.Create().Parse(CommandLine.Completed(args)).InvokeAsync(invocation);

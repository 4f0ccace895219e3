using EcosystemGraph.Api.Commands;

return await CommandLine.Create().Parse(CommandLine.Completed(args)).InvokeAsync();

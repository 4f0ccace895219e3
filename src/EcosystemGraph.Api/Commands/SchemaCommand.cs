using System.CommandLine;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Api.Commands;

/// <summary><c>schema</c>: prints the GraphQL schema, for clients that generate code from it.</summary>
internal static class SchemaCommand
{
    public static Command Create(NetworkFormats formats)
    {
        var command = new Command("schema", "Prints the GraphQL schema.");
        command.SetAction(_ => Console.Out.Write(new EcosystemSchema(formats).Printed()));
        return command;
    }
}

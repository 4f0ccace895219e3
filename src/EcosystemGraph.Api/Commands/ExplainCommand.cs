using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Neo4j.Cypher;
using GraphQLParser.Exceptions;

namespace EcosystemGraph.Api.Commands;

/// <summary><c>explain</c>: prints what a question means: its plan and the Cypher statement that answers it.</summary>
internal static class ExplainCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A .graphql file." };
        var variables = new Option<string?>("--variables")
        {
            Description = "Values of its variables, as JSON.",
            HelpName = "JSON",
        };
        var command = new Command("explain", "Prints the plan of a question, and the Cypher statement that answers it.")
        {
            file,
            variables,
        };
        command.SetAction(
            (parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(variables), cancellation)
        );
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, string? variables, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"There is no file '{file}'.");
            return 2;
        }
        try
        {
            if (await QuestionFile.ReadAsync(file, variables, cancellation) is not { } question)
                return 1;
            var read = await new GraphQLReader(new EcosystemSchema()).ReadAsync(question, cancellation);
            foreach (var error in read.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            if (read.Plan is null)
                return 1;
            await Console.Out.WriteLineAsync(read.Plan.ToString());
            // What is computed begins with a statement of its own, and others follow from its answer.
            var computed = read.Plan.Roots.OfType<ComputedRoot>().ToArray();
            var rest = new Plan([.. read.Plan.Roots.Except(computed)]);
            foreach (
                var statement in computed
                    .Select(LinkStatements.First)
                    .Concat(rest.Roots.IsEmpty ? [] : [CypherCompiler.Compile(rest).Statement])
            )
            {
                await Console.Out.WriteLineAsync(statement.Text);
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(statement.Parameters, Json));
            }
            return 0;
        }
        catch (GraphQLSyntaxErrorException error)
        {
            await Console.Error.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{error.Location.Line}:{error.Location.Column}: {error.Description}"
                )
            );
            return 1;
        }
        catch (QuestionException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }
}

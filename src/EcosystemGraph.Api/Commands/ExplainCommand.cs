using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Neo4j.Cypher;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQLParser.Exceptions;

namespace EcosystemGraph.Api.Commands;

/// <summary><c>explain</c>: prints what a question means: its plan and the Cypher statement that answers it.</summary>
internal static class ExplainCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A .graphql file." };
        var variables = new Option<string?>("--variables") { Description = "Values of its variables, as JSON.", HelpName = "JSON" };
        var command = new Command("explain", "Prints the plan of a question, and the Cypher statement that answers it.") { file, variables };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(variables), cancellation));
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
            var question = new Question(await File.ReadAllTextAsync(file.FullName, cancellation), null, VariablesOf(variables));
            var read = await new QuestionReader(new EcosystemSchema()).ReadAsync(question, cancellation);
            foreach (var error in read.Errors) await Console.Error.WriteLineAsync(error.Message);
            if (read.Plan is null) return 1;
            var statement = CypherCompiler.Compile(read.Plan);
            await Console.Out.WriteLineAsync(read.Plan.ToString());
            await Console.Out.WriteLineAsync(statement.Text);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(statement.Parameters, Json));
            return 0;
        }
        catch (GraphQLSyntaxErrorException error)
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{error.Location.Line}:{error.Location.Column}: {error.Description}"));
            return 1;
        }
        catch (QuestionException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    private static Inputs VariablesOf(string? json)
    {
        try
        {
            return json is null ? Inputs.Empty : new GraphQLSerializer().Deserialize<Inputs>(json) ?? Inputs.Empty;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new QuestionException(ErrorCodes.BadRequest, "--variables is no JSON object; give {\"name\": value}, each name once");
        }
    }
}

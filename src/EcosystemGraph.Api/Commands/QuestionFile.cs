using System.Text.Json;
using EcosystemGraph.Api.GraphQL;
using GraphQL;
using GraphQL.SystemTextJson;

namespace EcosystemGraph.Api.Commands;

/// <summary>A question in a file, with the values of its variables from the command line.</summary>
internal static class QuestionFile
{
    /// <summary>Reads it; where the variables are no JSON, says so and gives null.</summary>
    public static async Task<Question?> ReadAsync(FileInfo file, string? variables, CancellationToken cancellation)
    {
        if (VariablesOf(variables) is { } values)
            return new Question(await File.ReadAllTextAsync(file.FullName, cancellation), null, values);
        await Console.Error.WriteLineAsync("--variables is no JSON object; give {\"name\": value}, each name once");
        return null;
    }

    private static Inputs? VariablesOf(string? json)
    {
        try
        {
            return json is null ? Inputs.Empty : new GraphQLSerializer().Deserialize<Inputs>(json);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}

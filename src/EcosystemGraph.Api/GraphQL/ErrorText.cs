using EcosystemGraph.Core.Answers;
using GraphQLParser;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>An error as a client sees it.</summary>
/// <param name="Code">One of the documented codes.</param>
/// <param name="Message">What is wrong and what would be right, in one sentence.</param>
/// <param name="Locations">Where in the document, lines and columns from 1.</param>
/// <param name="Path">The field of the answer that has no value because of it, by the names on the way to it.</param>
internal sealed record ErrorText(
    string Code,
    string Message,
    IReadOnlyList<(int Line, int Column)>? Locations = null,
    IReadOnlyList<string>? Path = null
)
{
    private const int MostLetters = 1000;

    /// <summary>Writes a response that has errors only, in place of what was written before.</summary>
    public static void WriteResponse(AnswerWriter writer, IReadOnlyList<ErrorText> errors)
    {
        writer.Clear();
        writer.StartObject();
        writer.Name("errors");
        Write(writer, errors);
        writer.EndObject();
    }

    /// <summary>Where a part of a document stands.</summary>
    public static (int Line, int Column) LocationOf(string document, ASTNode node)
    {
        var location = Location.FromLinearPosition(document, node.Location.Start);
        return (location.Line, location.Column);
    }

    // Messages repeat what they are about: a name, an id, a number, however long.
    private static string Shortened(string message) =>
        message.Length <= MostLetters ? message : string.Concat(message.AsSpan(0, MostLetters), "…");

    /// <summary>Writes a list of errors as GraphQL has them.</summary>
    public static void Write(AnswerWriter writer, IReadOnlyList<ErrorText> errors)
    {
        writer.StartList();
        foreach (var error in errors)
        {
            writer.StartObject();
            writer.Name("message");
            writer.Text(Shortened(error.Message));
            if (error.Locations is { Count: > 0 } locations)
            {
                writer.Name("locations");
                writer.StartList();
                foreach (var (line, column) in locations)
                {
                    writer.StartObject();
                    writer.Name("line");
                    writer.Whole(line);
                    writer.Name("column");
                    writer.Whole(column);
                    writer.EndObject();
                }
                writer.EndList();
            }
            if (error.Path is not null)
            {
                writer.Name("path");
                writer.StartList();
                foreach (var name in error.Path)
                    writer.Text(name);
                writer.EndList();
            }
            writer.Name("extensions");
            writer.StartObject();
            writer.Name("code");
            writer.Text(error.Code);
            writer.EndObject();
            writer.EndObject();
        }
        writer.EndList();
    }
}

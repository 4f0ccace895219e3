using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Queries;
using GraphQL;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>A GraphQL request.</summary>
/// <param name="Query">The document.</param>
/// <param name="OperationName">Which of its operations; null where it has one.</param>
/// <param name="Variables">Values of its variables.</param>
internal sealed record Question(string Query, string? OperationName, Inputs Variables);

/// <summary>A request, read: its plan, or what is wrong with it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Operation">The operation that is asked for.</param>
/// <param name="Roots">The operation's root fields, introspection included.</param>
/// <param name="Plan">What is asked of the data; null where there are errors.</param>
/// <param name="Errors">What is wrong.</param>
internal sealed record QuestionReading(
    GraphQLDocument? Document, GraphQLOperationDefinition? Operation, IReadOnlyList<CollectedField> Roots, Plan? Plan, IReadOnlyList<ErrorText> Errors);

/// <summary>Parses and validates requests and makes plans of them.</summary>
internal sealed class QuestionReader(EcosystemSchema schema)
{
    private readonly DocumentValidator _validator = new();
    private readonly DocumentCache _cache = new();

    /// <exception cref="GraphQLSyntaxErrorException">The document is no GraphQL.</exception>
    /// <exception cref="QuestionException">It cannot be answered as it is put.</exception>
    public async Task<QuestionReading> ReadAsync(Question question, CancellationToken cancellation)
    {
        // What is known to be valid only has its variables read.
        var known = _cache.TryFind(question, out var document, out var operation);
        if (!known)
        {
            document = Parser.Parse(question.Query);
            operation = OperationOf(document, question.OperationName);
        }
        if (operation.Operation != OperationType.Query)
        {
            throw new QuestionException(ErrorCodes.Validation, $"a {operation.Operation.ToString().ToLowerInvariant()} is asked for; there are queries only", operation);
        }
        var valid = await _validator.ValidateAsync(new ValidationOptions
        {
            Schema = schema,
            Document = document,
            Rules = known ? [] : DocumentValidator.CoreRules,
            Operation = operation,
            Variables = question.Variables,
            CancellationToken = cancellation,
        });
        if (!valid.IsValid) return new QuestionReading(document, operation, [], null, [.. valid.Errors.Select(ErrorOf)]);
        if (!known) _cache.Keep(question, document, operation);

        var planner = new Planner(document, valid);
        var roots = planner.Roots(operation);
        return new QuestionReading(document, operation, roots, planner.Plan(roots.Where(root => !Planner.IsIntrospection(root))), []);
    }

    /// <summary>What is wrong with a document whatever the values of its variables; nothing where it is valid.</summary>
    public async Task<IReadOnlyList<ErrorText>> ProblemsAsync(string text, CancellationToken cancellation)
    {
        GraphQLDocument document;
        try
        {
            document = Parser.Parse(text);
        }
        catch (GraphQLSyntaxErrorException error)
        {
            return [new ErrorText(ErrorCodes.Syntax, error.Description, [(error.Location.Line, error.Location.Column)])];
        }
        catch (GraphQLMaxDepthExceededException)
        {
            return [new ErrorText(ErrorCodes.Syntax, "the document is nested too deeply; nest fewer selections")];
        }
        if (document.Definitions.OfType<GraphQLOperationDefinition>().FirstOrDefault() is not { } operation)
        {
            return [new ErrorText(ErrorCodes.BadRequest, "the document has no operation; write a query, such as { dataset { title } }")];
        }
        if (document.Definitions.OfType<GraphQLOperationDefinition>().FirstOrDefault(one => one.Operation != OperationType.Query) is { } other)
        {
            return [new ErrorText(ErrorCodes.Validation, $"a {other.Operation.ToString().ToLowerInvariant()} is asked for; there are queries only")];
        }
        var valid = await _validator.ValidateAsync(new ValidationOptions
        {
            Schema = schema,
            Document = document,
            Rules = DocumentValidator.CoreRules,
            Operation = operation,
            Variables = Inputs.Empty,
            CancellationToken = cancellation,
        });
        return [.. valid.Errors.Where(error => error is not InvalidVariableError).Select(ErrorOf)];
    }

    private static GraphQLOperationDefinition OperationOf(GraphQLDocument document, string? name)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToArray();
        if (name is not null)
        {
            return Array.Find(operations, operation => operation.Name?.Value == name)
                ?? throw new QuestionException(ErrorCodes.BadRequest, $"operationName: the document has no operation '{name}'");
        }
        return operations switch
        {
            [var only] => only,
            [] => throw new QuestionException(ErrorCodes.BadRequest, "the document has no operation; write a query, such as { dataset { title } }"),
            _ => throw new QuestionException(ErrorCodes.BadRequest, "the document has several operations; say which by operationName"),
        };
    }

    private static ErrorText ErrorOf(ExecutionError error) =>
        new(ErrorCodes.Validation, WithDateForms(error.Message), [.. (error.Locations ?? []).Select(location => (location.Line, location.Column))]);

    private static string WithDateForms(string message) => message.Contains("'PartialDate'", StringComparison.Ordinal)
        ? $"{message.TrimEnd('.')}; a date is written {PartialDate.Forms}."
        : message;
}

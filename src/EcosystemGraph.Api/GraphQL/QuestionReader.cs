using System.Globalization;
using EcosystemGraph.Api.GraphQL.Limits;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>A GraphQL request.</summary>
/// <param name="Query">The document.</param>
/// <param name="OperationName">Which of its operations; null where it has one.</param>
/// <param name="Variables">Values of its variables.</param>
/// <param name="Cost">What the client wants to know of its cost.</param>
internal sealed record Question(
    string Query,
    string? OperationName,
    Inputs Variables,
    CostReport Cost = CostReport.None
);

/// <summary>What a client wants to know of a question's cost, by Hot Chocolate's header GraphQL-Cost.</summary>
internal enum CostReport
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The cost, beside the answer.</summary>
    Report,

    /// <summary>The cost in place of an answer.</summary>
    Validate,
}

/// <summary>A request, read: its plan, or what is wrong with it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Operation">The operation that is asked for.</param>
/// <param name="Roots">The operation's root fields, introspection included.</param>
/// <param name="Plan">What is asked of the data; null where there are errors.</param>
/// <param name="Errors">What is wrong.</param>
internal sealed record QuestionReading(
    GraphQLDocument? Document,
    GraphQLOperationDefinition? Operation,
    IReadOnlyList<CollectedField> Roots,
    Plan? Plan,
    IReadOnlyList<ErrorText> Errors
)
{
    /// <summary>Where a field of the answer is asked for; the first place where there are several.</summary>
    /// <param name="names">The names on the way to it.</param>
    public GraphQLField FieldAt(IReadOnlyList<string> names)
    {
        var asked = Roots.First(root => root.Name == names[0]).Nodes;
        foreach (var name in names.Skip(1))
        {
            var below = new List<GraphQLField>();
            var spread = new HashSet<string>(StringComparer.Ordinal);
            foreach (var field in asked)
                Collect(field.SelectionSet, name, below, spread);
            asked = below;
        }
        return asked[0];
    }

    // Of whatever type: where fields of one name are of different types, the first will do to point at.
    private void Collect(GraphQLSelectionSet? set, string name, List<GraphQLField> found, HashSet<string> spread)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            if (selection is GraphQLField field && (field.Alias?.Name ?? field.Name).Value == name)
                found.Add(field);
            else if (selection is GraphQLInlineFragment inline)
                Collect(inline.SelectionSet, name, found, spread);
            else if (
                selection is GraphQLFragmentSpread { FragmentName.Name.StringValue: var fragment }
                && spread.Add(fragment)
            )
            {
                Collect(
                    Document!
                        .Definitions.OfType<GraphQLFragmentDefinition>()
                        .First(one => one.FragmentName.Name.Value == fragment)
                        .SelectionSet,
                    name,
                    found,
                    spread
                );
            }
        }
    }
}

/// <summary>Parses and validates requests and makes plans of them.</summary>
/// <param name="schema">The schema.</param>
/// <param name="limits">How large a document may be; null for what holds where nothing is set.</param>
/// <param name="language">In which language a text is given that is asked for without one.</param>
internal sealed class QuestionReader(EcosystemSchema schema, LimitSettings? limits = null, Language language = default)
{
    // Two of the library's rules are replaced: that on fields of one name takes seconds for some thousand of them, that on variables lets pass what does not fit.
    private static readonly IValidationRule[] Rules =
    [
        .. DocumentValidator.CoreRules.Where(rule =>
            rule
                is not (
                    global::GraphQL.Validation.Rules.OverlappingFieldsCanBeMerged
                    or global::GraphQL.Validation.Rules.VariablesInAllowedPosition
                )
        ),
        FieldsMerge.Rule,
        VariablesFit.Rule,
        MostErrors.Rule,
    ];

    private readonly LimitSettings _limits = limits ?? LimitSettings.Unset;
    private readonly DocumentValidator _validator = new();
    private readonly DocumentCache _cache = new();

    /// <exception cref="GraphQLSyntaxErrorException">The document is no GraphQL.</exception>
    /// <exception cref="QuestionException">It cannot be answered as it is put.</exception>
    public async Task<QuestionReading> ReadAsync(Question question, CancellationToken cancellation)
    {
        // What is known to be valid only has its variables read.
        DocumentMeasure.Check(question.Variables, _limits);
        var known = _cache.Find(question);
        if (known?.Constant is { } constant)
            return constant;
        var (document, operation) = known is null ? default : (known.Document, known.Operation);
        if (known is null)
        {
            document = Parse(question.Query);
            operation = OperationOf(document, question.OperationName);
        }
        if (operation!.Operation != OperationType.Query)
        {
            throw new QuestionException(
                ErrorCodes.Validation,
                $"a {operation.Operation.ToString().ToLowerInvariant()} is asked for; there are queries only",
                operation
            );
        }
        IValidationResult valid;
        try
        {
            valid = await _validator.ValidateAsync(
                new ValidationOptions
                {
                    Schema = schema,
                    Document = document!,
                    Rules = known is null ? Rules : [],
                    Operation = operation,
                    Variables = question.Variables,
                    CancellationToken = cancellation,
                }
            );
        }
        catch (EnoughErrorsException enough)
        {
            return new QuestionReading(document, operation, [], null, [.. enough.Errors.Select(ErrorOf)]);
        }
        if (!valid.IsValid)
            return new QuestionReading(
                document,
                operation,
                [],
                null,
                [.. valid.Errors.Take(MostErrors.Most).Select(error => NullOf(error, operation) ?? ErrorOf(error))]
            );

        var planner = new Planner(document!, valid, _limits.PlanSteps, language);
        var roots = planner.Roots(operation);
        var reading = new QuestionReading(
            document,
            operation,
            roots,
            planner.Plan(roots.Where(root => !Planner.IsIntrospection(root))),
            []
        );
        if (known is null)
            _cache.Keep(question, document!, operation, operation.Variables is null ? reading : null);
        return reading;
    }

    private GraphQLDocument Parse(string text)
    {
        if (text.Length > _limits.DocumentLength)
        {
            throw new QuestionException(
                ErrorCodes.DocumentTooLarge,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the document has {text.Length} characters, more than the {_limits.DocumentLength} allowed (Limits:DocumentLength); ask in several questions"
                )
            );
        }
        // Each level of fields takes two of the parser's or more; what else nests deeper than it ever needs to is refused there.
        GraphQLDocument document;
        try
        {
            // The parser cannot show the place of an error behind a carriage return that stands alone.
            document = TodaysSyntax.Parse(
                WithoutLoneReturns(text),
                new ParserOptions { MaxDepth = Math.Max(128, (4 * _limits.Depth) + 32) }
            );
        }
        catch (IndexOutOfRangeException)
        {
            throw new QuestionException(ErrorCodes.Syntax, "the document is no GraphQL");
        }
        DocumentMeasure.Check(document, _limits);
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            foreach (var variable in operation.Variables?.Items ?? [])
                RefuseOutput(variable);
        }
        return document;
    }

    // The library's rules break on a default value for a type of answers.
    private void RefuseOutput(GraphQLVariableDefinition variable)
    {
        var type = variable.Type;
        while (type is GraphQLNonNullType or GraphQLListType)
            type = type is GraphQLNonNullType required ? required.Type : ((GraphQLListType)type).Type;
        var name = ((GraphQLNamedType)type).Name;
        if (schema.AllTypes[name.Value] is not { } known || known.IsInputType())
            return;
        throw new QuestionException(
            ErrorCodes.Validation,
            $"${variable.Variable.Name.StringValue} is of the type {name.StringValue}, which is one of answers; give it an input type, such as ID",
            variable
        );
    }

    // As long as before, and the same to GraphQL.
    private static string WithoutLoneReturns(string text)
    {
        if (!text.Contains('\r', StringComparison.Ordinal))
            return text;
        return string.Create(
            text.Length,
            text,
            static (to, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                    to[i] = from[i] == '\r' && !(i + 1 < from.Length && from[i + 1] == '\n') ? '\n' : from[i];
            }
        );
    }

    /// <summary>What is wrong with a document whatever the values of its variables; nothing where it is valid.</summary>
    public async Task<IReadOnlyList<ErrorText>> ProblemsAsync(string text, CancellationToken cancellation)
    {
        GraphQLDocument document;
        try
        {
            document = Parse(text);
        }
        catch (GraphQLSyntaxErrorException error)
        {
            return
            [
                new ErrorText(ErrorCodes.Syntax, error.Description, [(error.Location.Line, error.Location.Column)]),
            ];
        }
        catch (QuestionException error)
        {
            return [new ErrorText(error.Code, error.Message)];
        }
        catch (GraphQLMaxDepthExceededException)
        {
            return [new ErrorText(ErrorCodes.Syntax, "the document is nested too deeply; nest fewer selections")];
        }
        if (document.Definitions.OfType<GraphQLOperationDefinition>().FirstOrDefault() is not { } operation)
        {
            return
            [
                new ErrorText(
                    ErrorCodes.BadRequest,
                    "the document has no operation; write a query, such as { dataset { title } }"
                ),
            ];
        }
        if (
            document
                .Definitions.OfType<GraphQLOperationDefinition>()
                .FirstOrDefault(one => one.Operation != OperationType.Query) is
            { } other
        )
        {
            return
            [
                new ErrorText(
                    ErrorCodes.Validation,
                    $"a {other.Operation.ToString().ToLowerInvariant()} is asked for; there are queries only"
                ),
            ];
        }
        IValidationResult valid;
        try
        {
            valid = await _validator.ValidateAsync(
                new ValidationOptions
                {
                    Schema = schema,
                    Document = document,
                    Rules = Rules,
                    Operation = operation,
                    Variables = Inputs.Empty,
                    CancellationToken = cancellation,
                }
            );
        }
        catch (EnoughErrorsException enough)
        {
            return [.. enough.Errors.Select(ErrorOf)];
        }
        return [.. valid.Errors.Where(error => error is not InvalidVariableError).Select(ErrorOf)];
    }

    private static GraphQLOperationDefinition OperationOf(GraphQLDocument document, string? name)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToArray();
        // Clients send an empty name for none.
        if (!string.IsNullOrEmpty(name))
        {
            return Array.Find(operations, operation => operation.Name?.Value == name)
                ?? throw new QuestionException(
                    ErrorCodes.BadRequest,
                    $"operationName: the document has no operation '{name}'"
                );
        }
        return operations switch
        {
            [var only] => only,
            [] => throw new QuestionException(
                ErrorCodes.BadRequest,
                "the document has no operation; write a query, such as { dataset { title } }"
            ),
            _ => throw new QuestionException(
                ErrorCodes.BadRequest,
                "the document has several operations; say which by operationName"
            ),
        };
    }

    // A variable that may be null can stand where null may not, if there is a default for it when it is left out; null given for it is an error there.
    private static ErrorText? NullOf(ExecutionError error, GraphQLOperationDefinition operation)
    {
        if (
            error is not InvalidVariableError
            || !error.Message.Contains("null input for a non-null", StringComparison.Ordinal)
        )
            return null;
        var variable = operation.Variables?.Items.Find(one =>
            error.Message.StartsWith($"Variable '${one.Variable.Name.StringValue}' ", StringComparison.Ordinal)
        );
        return variable is null or { Type: GraphQLNonNullType }
            ? null
            : new ErrorText(
                ErrorCodes.BadArgument,
                $"${variable.Variable.Name.StringValue} is null, and stands where null cannot; leave the variable out, or give a value",
                [.. (error.Locations ?? []).Select(location => (location.Line, location.Column))]
            );
    }

    private static ErrorText ErrorOf(ExecutionError error) =>
        new(
            ErrorCodes.Validation,
            WithDateForms(error.Message),
            [.. (error.Locations ?? []).Select(location => (location.Line, location.Column))]
        );

    private static string WithDateForms(string message) =>
        message.Contains("'PartialDate'", StringComparison.Ordinal)
            ? $"{message.TrimEnd('.')}; a date is written {PartialDate.Forms}."
            : message;
}

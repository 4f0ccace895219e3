using GraphQL.Validation;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL.Limits;

/// <summary>Ends validation where enough is wrong: each error costs a look for its line, and nobody reads a thousand.</summary>
internal sealed class MostErrors : ValidationRuleBase, INodeVisitor
{
    /// <summary>How many errors are told.</summary>
    public const int Most = 20;

    /// <summary>The rule.</summary>
    public static readonly MostErrors Rule = new();

    /// <inheritdoc/>
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(this);

    /// <inheritdoc/>
    public ValueTask EnterAsync(ASTNode node, ValidationContext context)
    {
        if (context.HasErrors && context.Errors.Count() >= Most)
            throw new EnoughErrorsException([.. context.Errors.Take(Most)]);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;
}

/// <summary>Carries the errors out of a validation that has found enough.</summary>
internal sealed class EnoughErrorsException(IReadOnlyList<ValidationError> errors) : Exception
{
    public IReadOnlyList<ValidationError> Errors { get; } = errors;
}

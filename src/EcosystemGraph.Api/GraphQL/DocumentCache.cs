using BitFaster.Caching.Lru;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>
/// Documents that were parsed and found valid, by their text: clients ask the same questions again and again with other
/// variables. Those that were not asked for longest are forgotten.
/// </summary>
internal sealed class DocumentCache
{
    /// <summary>How many documents are kept.</summary>
    public const int Capacity = 1000;

    /// <summary>The longest document that is kept, in characters.</summary>
    public const int MaxLength = 20_000;

    private readonly ConcurrentLru<(string Text, string? Operation), Entry> _valid = new(Capacity);

    /// <summary>A document that is valid.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="Operation">The operation that is asked for.</param>
    /// <param name="Constant">How it is read, where it has no variables.</param>
    public sealed record Entry(
        GraphQLDocument Document,
        GraphQLOperationDefinition Operation,
        GraphQLReading? Constant
    );

    public Entry? Find(Question question) =>
        _valid.TryGet((question.Query, question.OperationName), out var known) ? known : null;

    public void Keep(
        Question question,
        GraphQLDocument document,
        GraphQLOperationDefinition operation,
        GraphQLReading? constant
    )
    {
        if (question.Query.Length <= MaxLength)
            _valid.AddOrUpdate((question.Query, question.OperationName), new Entry(document, operation, constant));
    }
}

using System.Collections.Concurrent;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>
/// Documents that were parsed and found valid, by their text: clients ask the same questions again and again with other
/// variables. Bounded: a full cache forgets what it holds and begins anew.
/// </summary>
internal sealed class DocumentCache
{
    /// <summary>How many documents are kept.</summary>
    public const int Capacity = 1000;

    /// <summary>The longest document that is kept, in characters.</summary>
    public const int MaxLength = 20_000;

    private readonly ConcurrentDictionary<(string Text, string? Operation), (GraphQLDocument Document, GraphQLOperationDefinition Operation)> _valid = new();

    public bool TryFind(Question question, out GraphQLDocument document, out GraphQLOperationDefinition operation)
    {
        var found = _valid.TryGetValue((question.Query, question.OperationName), out var entry);
        (document, operation) = entry;
        return found;
    }

    public void Keep(Question question, GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        if (question.Query.Length > MaxLength) return;
        if (_valid.Count >= Capacity) _valid.Clear();
        _valid[(question.Query, question.OperationName)] = (document, operation);
    }
}

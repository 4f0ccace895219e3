using GraphQL;

namespace EcosystemGraph.Api.Http;

/// <summary>What a client has sent: a document, or the name of one.</summary>
/// <param name="Query">The document; null where it is only named.</param>
/// <param name="DocumentId">The persisted document's name or sha256:…; null for none.</param>
/// <param name="Sha256">The hash of Apollo's automatic persisted queries; null for none.</param>
/// <param name="OperationName">Which of its operations; null where it has one.</param>
/// <param name="Variables">Values of its variables.</param>
/// <param name="VariablesText">The variables as they stood in the address; null otherwise.</param>
internal readonly record struct GraphQLRequest(
    string? Query,
    string? DocumentId,
    string? Sha256,
    string? OperationName,
    Inputs Variables,
    string? VariablesText = null
);

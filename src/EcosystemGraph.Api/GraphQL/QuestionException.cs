using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>The codes that errors carry in <c>extensions.code</c>; those of the stores are in <see cref="EcosystemGraph.Core.Stores.AnswerErrorCodes"/>.</summary>
internal static class ErrorCodes
{
    /// <summary>The request is no GraphQL request: no JSON, no query, a body that is too large…</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>The request has no API key, or one that is not known.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>The client asks more often than it may.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>No document is kept under the name or hash that was given.</summary>
    public const string PersistedNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>Documents cannot be registered here.</summary>
    public const string PersistedNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>Only persisted documents are answered.</summary>
    public const string PersistedOnly = "PERSISTED_QUERY_ONLY";

    /// <summary>The document is no GraphQL.</summary>
    public const string Syntax = "SYNTAX_ERROR";

    /// <summary>The document does not fit the schema.</summary>
    public const string Validation = "VALIDATION_ERROR";

    /// <summary>An argument has a value that it cannot have.</summary>
    public const string BadArgument = "BAD_ARGUMENT";

    /// <summary>A cursor is malformed, or belongs to another list or order.</summary>
    public const string BadCursor = "BAD_CURSOR";

    /// <summary>The document is larger than it may be.</summary>
    public const string DocumentTooLarge = "DOCUMENT_TOO_LARGE";

    /// <summary>The answer would be larger than the limit.</summary>
    public const string TooLarge = "ANSWER_TOO_LARGE";

    /// <summary>Something went wrong inside.</summary>
    public const string Internal = "INTERNAL_ERROR";
}

/// <summary>A question that cannot be answered as it is put.</summary>
internal sealed class QuestionException(string code, string message, ASTNode? node = null) : Exception(message)
{
    public string Code { get; } = code;

    public ASTNode? Node { get; } = node;
}

namespace EcosystemGraph.Neo4j.Transport;

/// <summary>What the server's codes mean; they are the same on every protocol.</summary>
internal static class ServerErrors
{
    /// <summary>The fault of a code.</summary>
    public static Neo4jException Of(string code)
    {
        bool Has(string part) => code.Contains(part, StringComparison.Ordinal);
        if (code.StartsWith("Neo.ClientError.Security", StringComparison.Ordinal))
            return Unauthorized(code);
        if (Has("DatabaseNotFound"))
            return UnknownDatabase(code);
        if (Has("TransactionTimedOut") || Has("Terminated"))
        {
            return new Neo4jException(
                Neo4jFault.TimedOut,
                "the question takes longer than the Neo4j server allows; ask for less, or raise its db.transaction.timeout",
                code
            );
        }
        if (Has("DatabaseUnavailable"))
            return new Neo4jException(
                Neo4jFault.Unreachable,
                "the Neo4j database is not available; try again in a moment",
                code
            );
        return code.StartsWith("Neo.TransientError", StringComparison.Ordinal)
            ? new Neo4jException(Neo4jFault.Transient, "the Neo4j server is busy; try again in a moment", code)
            : new Neo4jException(
                Neo4jFault.Refused,
                $"the Neo4j server refuses the statement ({code}); see that it is Neo4j 5.26 or later",
                code
            );
    }

    /// <summary>It refuses the credentials.</summary>
    public static Neo4jException Unauthorized(string? code = null) =>
        new(
            Neo4jFault.Unauthorized,
            "the Neo4j server refuses the credentials; set Neo4j:User and Neo4j:Password",
            code
        );

    /// <summary>It has no such database.</summary>
    public static Neo4jException UnknownDatabase(string? code = null) =>
        new(Neo4jFault.UnknownDatabase, "the Neo4j server has no such database; set Neo4j:Database", code);
}

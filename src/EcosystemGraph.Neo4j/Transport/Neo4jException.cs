namespace EcosystemGraph.Neo4j.Transport;

/// <summary>What kind of thing went wrong with the server.</summary>
public enum Neo4jFault
{
    /// <summary>The server is not there, or the connection broke.</summary>
    Unreachable,

    /// <summary>It refuses the credentials.</summary>
    Unauthorized,

    /// <summary>It has no such database.</summary>
    UnknownDatabase,

    /// <summary>The statement took longer than it may.</summary>
    TimedOut,

    /// <summary>A conflict that goes away when the statement is sent again.</summary>
    Transient,

    /// <summary>Its answer is none that can be understood: cut off, or of another server.</summary>
    BadAnswer,

    /// <summary>It refuses the statement.</summary>
    Refused,

    /// <summary>Its rows hold other values than the statement asks for.</summary>
    WrongShape,
}

/// <summary>The server gave no answer. The message says what is wrong and what would be right, without the statement.</summary>
public sealed class Neo4jException : Exception
{
    /// <summary>Creates the error with no message.</summary>
    public Neo4jException() { }

    /// <summary>Creates the error.</summary>
    public Neo4jException(string message)
        : base(message) { }

    /// <summary>Creates the error from the one that caused it.</summary>
    public Neo4jException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates the error.</summary>
    /// <param name="fault">What kind it is.</param>
    /// <param name="message">What is wrong and what would be right, in one sentence.</param>
    /// <param name="serverCode">The server's own code; null where it gave none.</param>
    /// <param name="innerException">The cause.</param>
    public Neo4jException(Neo4jFault fault, string message, string? serverCode = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Fault = fault;
        ServerCode = serverCode;
    }

    /// <summary>What kind it is.</summary>
    public Neo4jFault Fault { get; }

    /// <summary>The server's own code, such as Neo.ClientError.Statement.SyntaxError.</summary>
    public string? ServerCode { get; }
}

namespace EcosystemGraph.Neo4j.Loading;

/// <summary>A load that does not begin, or does not go on. The message says why and what to do.</summary>
public sealed class LoadException : Exception
{
    /// <summary>Creates the error with no message.</summary>
    public LoadException() { }

    /// <summary>Creates the error.</summary>
    public LoadException(string message)
        : base(message) { }

    /// <summary>Creates the error from the one that caused it.</summary>
    public LoadException(string message, Exception innerException)
        : base(message, innerException) { }
}

namespace EcosystemGraph.Neo4j.Transport;

/// <summary>Whether a statement may write.</summary>
public enum AccessMode
{
    /// <summary>The server refuses any write, whatever the statement's text.</summary>
    Read,

    /// <summary>It may write.</summary>
    Write,
}

/// <summary>A statement.</summary>
/// <param name="Text">The Cypher. It holds no values, so that the server knows it from the last time.</param>
/// <param name="Parameters">Every value, by the name that the text gives it.</param>
/// <param name="Mode">Whether it may write.</param>
public sealed record Statement(
    string Text,
    IReadOnlyDictionary<string, Value> Parameters,
    AccessMode Mode = AccessMode.Read
)
{
    private static readonly Dictionary<string, Value> None = [];

    /// <summary>A statement without parameters.</summary>
    public Statement(string text, AccessMode mode = AccessMode.Read)
        : this(text, None, mode) { }
}

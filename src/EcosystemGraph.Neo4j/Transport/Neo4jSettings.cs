namespace EcosystemGraph.Neo4j.Transport;

/// <summary>Where the Neo4j server is and who asks it: the configuration section "Neo4j".</summary>
public sealed class Neo4jSettings
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Neo4j";

    /// <summary>The server's address; its scheme chooses the way there (<see cref="Transports"/>). Default: bolt://localhost:7687.</summary>
    public string Uri { get; set; } = "bolt://localhost:7687";

    /// <summary>The database. Default: neo4j.</summary>
    public string Database { get; set; } = "neo4j";

    /// <summary>The user; empty where the server asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>The user's password.</summary>
    public string Password { get; set; } = "";

    /// <summary>A bearer token, in place of user and password.</summary>
    public string Token { get; set; } = "";

    /// <summary>A file of the authorities that may sign the server's certificate, in PEM; empty for those that the system trusts.</summary>
    public string CaFile { get; set; } = "";

    /// <summary>How many connections to the server there may be over Bolt, a question each: 1 to 1000. Default: 100.</summary>
    public int Connections { get; set; } = 100;

    /// <summary>How long one question may take, in seconds: 1 to 600. Default: 30.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>What is wrong with the settings; null where nothing is.</summary>
    public string? Problem()
    {
        if (Uri.StartsWith("neo4j", StringComparison.Ordinal))
            return "Neo4j:Uri names a cluster, to which this program has no way; give the address of one server, with bolt://";
        if (
            !System.Uri.TryCreate(Uri, UriKind.Absolute, out var uri)
            || !Transports.Schemes.Contains(uri.Scheme)
            || uri.Host.Length == 0
        )
        {
            return "Neo4j:Uri is no address of a Neo4j server; give its Bolt port, such as bolt://localhost:7687, "
                + "or its HTTP port, such as http://localhost:7474";
        }
        if (uri.Scheme.StartsWith("bolt", StringComparison.Ordinal) && Bolt.BoltTransport.Unused(uri) is { } part)
            return $"Neo4j:Uri has {part}, of which Bolt has no use; give scheme, host and port only";
        if (Database.Length == 0 || Database.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-')))
        {
            return "Neo4j:Database is no database name; it is neo4j unless the server has another";
        }
        if (User.Length > 0 && Token.Length > 0)
            return "Neo4j:User and Neo4j:Token are both set; set one of them";
        if (User.Contains(':', StringComparison.Ordinal))
            return "Neo4j:User has a colon, which basic credentials cannot carry";
        if (User.Length == 0 && Password.Length > 0)
            return "Neo4j:Password is set without Neo4j:User; set both";
        if (Trust.Problem(this) is { } problem)
            return problem;
        if (Connections is < 1 or > 1000)
            return "Neo4j:Connections is not 1 to 1000";
        return TimeoutSeconds is >= 1 and <= 600 ? null : "Neo4j:TimeoutSeconds is not 1 to 600";
    }
}

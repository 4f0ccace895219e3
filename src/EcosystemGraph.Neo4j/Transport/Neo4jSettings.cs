namespace EcosystemGraph.Neo4j.Transport;

/// <summary>Where the Neo4j server is and who asks it: the configuration section "Neo4j".</summary>
public sealed class Neo4jSettings
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Neo4j";

    /// <summary>The server's address, such as http://localhost:7474; its scheme chooses the way there. Default: http://localhost:7474.</summary>
    public string Uri { get; set; } = "http://localhost:7474";

    /// <summary>The database. Default: neo4j.</summary>
    public string Database { get; set; } = "neo4j";

    /// <summary>The user; empty where the server asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>The user's password.</summary>
    public string Password { get; set; } = "";

    /// <summary>A bearer token, in place of user and password.</summary>
    public string Token { get; set; } = "";

    /// <summary>How long one question may take, in seconds: 1 to 600. Default: 30.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>What is wrong with the settings; null where nothing is.</summary>
    public string? Problem()
    {
        if (!System.Uri.TryCreate(Uri, UriKind.Absolute, out var uri) || !Transports.Schemes.Contains(uri.Scheme))
        {
            return "Neo4j:Uri is no HTTP address; give the server's HTTP port, such as http://localhost:7474";
        }
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
        return TimeoutSeconds is >= 1 and <= 600 ? null : "Neo4j:TimeoutSeconds is not 1 to 600";
    }
}

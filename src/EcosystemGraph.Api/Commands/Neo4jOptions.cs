using System.CommandLine;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Api.Commands;

/// <summary>
/// Where the Neo4j server is: from appsettings.json, the environment (<c>Neo4j__Uri</c>) or the command line
/// (<c>--neo4j-uri</c>), the later over the earlier.
/// </summary>
internal sealed class Neo4jOptions
{
    private readonly Option<string?> _uri = new("--neo4j-uri")
    {
        Description =
            "The Neo4j server's address, bolt://… or http://… (Neo4j:Uri, bolt://localhost:7687 where unset).",
        HelpName = "URL",
    };
    private readonly Option<string?> _database = new("--neo4j-database")
    {
        Description = "The database (Neo4j:Database, neo4j where unset).",
        HelpName = "NAME",
    };
    private readonly Option<string?> _user = new("--neo4j-user")
    {
        Description =
            "The user (Neo4j:User). The password comes from Neo4j:Password or the environment variable Neo4j__Password.",
        HelpName = "NAME",
    };

    public void AddTo(Command command)
    {
        command.Add(_uri);
        command.Add(_database);
        command.Add(_user);
    }

    /// <summary>The settings, or what is wrong with them.</summary>
    public (Neo4jSettings? Settings, string? Problem) Read(ParseResult parsed, IConfiguration configuration)
    {
        var settings = new Neo4jSettings();
        try
        {
            configuration.GetSection(Neo4jSettings.Section).Bind(settings);
        }
        catch (InvalidOperationException)
        {
            return (null, "Neo4j:TimeoutSeconds or Neo4j:Connections is no whole number");
        }
        settings.Uri = parsed.GetValue(_uri) ?? settings.Uri;
        settings.Database = parsed.GetValue(_database) ?? settings.Database;
        settings.User = parsed.GetValue(_user) ?? settings.User;
        return settings.Problem() is { } problem ? (null, problem) : (settings, null);
    }
}

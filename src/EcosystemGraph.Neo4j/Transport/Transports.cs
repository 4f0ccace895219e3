using EcosystemGraph.Neo4j.Transport.Bolt;
using EcosystemGraph.Neo4j.Transport.Http;

namespace EcosystemGraph.Neo4j.Transport;

/// <summary>The ways to a server, each by the schemes of its addresses. A further one is a line here.</summary>
public static class Transports
{
    private static readonly Dictionary<string, Func<Neo4jSettings, ITransport>> ByScheme = new(StringComparer.Ordinal)
    {
        ["bolt"] = settings => new BoltTransport(settings),
        ["bolt+s"] = settings => new BoltTransport(settings),
        ["bolt+ssc"] = settings => new BoltTransport(settings),
        ["http"] = settings => new HttpTransport(settings),
        ["https"] = settings => new HttpTransport(settings),
    };

    /// <summary>The schemes that an address may have.</summary>
    public static IEnumerable<string> Schemes => ByScheme.Keys;

    /// <summary>Opens the way to a server; nothing is sent before the first statement.</summary>
    public static ITransport Open(Neo4jSettings settings) => ByScheme[new Uri(settings.Uri).Scheme](settings);
}

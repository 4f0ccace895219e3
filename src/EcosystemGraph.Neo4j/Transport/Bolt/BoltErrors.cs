namespace EcosystemGraph.Neo4j.Transport.Bolt;

/// <summary>What may go wrong before a statement reaches the server, or on its answer's way; what the server itself says is in <see cref="ServerErrors"/>.</summary>
internal static class BoltErrors
{
    /// <summary>Nobody is there, or nobody says a word.</summary>
    public static Neo4jException NoAnswer(Exception? cause = null) =>
        new(
            Neo4jFault.Unreachable,
            "the Neo4j server does not answer; see that it runs and that Neo4j:Uri names its Bolt port, 7687 unless it was changed",
            null,
            cause
        );

    /// <summary>The connection ended within an answer.</summary>
    public static Neo4jException BrokenOff(Exception? cause = null) =>
        new(Neo4jFault.BadAnswer, "the Neo4j server broke off its answer; try again in a moment", null, cause);

    /// <summary>What came means nothing in Bolt, or nothing here.</summary>
    public static Neo4jException Nonsense() =>
        new(
            Neo4jFault.BadAnswer,
            "the Neo4j server's answer cannot be understood; see that Neo4j:Uri names the Bolt port of Neo4j 5.26 or later"
        );

    /// <summary>All connections are taken, and have been for as long as a question waits for one.</summary>
    public static Neo4jException AllTaken(int connections) =>
        new(
            Neo4jFault.TimedOut,
            $"all {connections} connections to the Neo4j server are busy with other questions; try again in a moment, or raise Neo4j:Connections"
        );

    /// <summary>It took the connection and closed it before a word.</summary>
    public static Neo4jException Closed(bool isSecure, Exception? cause = null) =>
        new(
            Neo4jFault.Unreachable,
            isSecure
                ? "the Neo4j server closes the connection at once; see that it is up and that Neo4j:Uri names its Bolt port"
                : "the Neo4j server closes the connection at once; if it takes encrypted connections only, write bolt+s:// in Neo4j:Uri",
            null,
            cause
        );

    /// <summary>A web server answers.</summary>
    public static Neo4jException IsHttp() =>
        Wrong(
            "Neo4j:Uri names an HTTP port with bolt://; give the server's Bolt port, 7687 unless it was changed, or write http://"
        );

    /// <summary>It takes nothing but TLS.</summary>
    public static Neo4jException NeedsTls() =>
        Wrong("the Neo4j server takes encrypted connections only; write bolt+s:// in Neo4j:Uri");

    /// <summary>It does not speak TLS there.</summary>
    public static Neo4jException HasNoTls(Exception cause) =>
        Wrong(
            "no encrypted connection comes about; write bolt:// in Neo4j:Uri, or give the Neo4j server's Bolt port a certificate",
            cause
        );

    /// <summary>Something else answers.</summary>
    public static Neo4jException IsNotBolt() =>
        Wrong(
            "what answers at Neo4j:Uri does not speak Bolt; give the Neo4j server's Bolt port, 7687 unless it was changed"
        );

    /// <summary>No version is known to both.</summary>
    public static Neo4jException NoVersion() =>
        Wrong(
            "the Neo4j server speaks no version of Bolt that this program does; it must be Neo4j 5.26 or later, or write http:// in Neo4j:Uri"
        );

    // It will be the same the next time.
    private static Neo4jException Wrong(string message, Exception? cause = null) =>
        new(Neo4jFault.Refused, message, null, cause);
}

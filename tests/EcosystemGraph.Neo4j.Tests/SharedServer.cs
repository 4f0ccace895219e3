using EcosystemGraph.Neo4j.Tests;

#pragma warning disable CA1050 // Without a namespace it holds for every test of an assembly, and its server is stopped at the end.
/// <summary>The server that all tests of a run share.</summary>
[SetUpFixture]
public sealed class SharedServer
#pragma warning restore CA1050
{
    private static readonly SemaphoreSlim Starting = new(1);
    private static Neo4jServer? _server;

    /// <summary>The server, started when the first test asks for it.</summary>
    public static async Task<Neo4jServer> GetAsync()
    {
        await Starting.WaitAsync();
        try
        {
            return _server ??= await Neo4jServer.StartAsync();
        }
        finally
        {
            Starting.Release();
        }
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}

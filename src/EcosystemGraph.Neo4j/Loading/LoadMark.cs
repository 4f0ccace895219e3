using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Loading;

/// <summary>
/// The mark by which a database shows that a load is under way, and whose. It is renewed while the load lives; one that
/// is not is dead, and the next load may take it over. All by the server's clock.
/// </summary>
internal sealed class LoadMark : IAsyncDisposable
{
    /// <summary>How often it is renewed.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    private const string Renewed = "MATCH (l:Load {token: $token}) SET l.renewed = timestamp() RETURN count(l)";

    private readonly Neo4jClient _client;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;

    private LoadMark(Neo4jClient client, string token)
    {
        _client = client;
        Token = token;
        _renewing = RenewAsync();
    }

    /// <summary>The owner's token; each batch checks it.</summary>
    public string Token { get; }

    /// <summary>Takes the mark where there is none, or a dead one.</summary>
    /// <exception cref="LoadException">Another load is under way.</exception>
    public static async Task<LoadMark> TakeAsync(Neo4jClient client, TimeSpan life, CancellationToken cancellation)
    {
        var token = Guid.NewGuid().ToString("N");
        var isMine = await client.OneAsync(
            new Statement(
                """
                CYPHER 5 MERGE (l:Load {only: true})
                ON CREATE SET l.token = $token, l.renewed = timestamp()
                WITH l, timestamp() - l.renewed > $life AS dead
                FOREACH (_ IN CASE WHEN dead THEN [1] ELSE [] END | SET l.token = $token, l.renewed = timestamp())
                RETURN l.token = $token
                """,
                new Dictionary<string, Value> { ["token"] = token, ["life"] = (long)life.TotalMilliseconds },
                AccessMode.Write
            ),
            values => values.Flag(),
            cancellation
        );
        if (isMine)
            return new LoadMark(client, token);
        throw new LoadException(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"another load is under way in this database; wait for its end (one that has died is given up after {life.TotalSeconds:0} seconds)"
            )
        );
    }

    /// <summary>Ends the renewing; the mark itself stays where the load has not removed it, and dies.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
        _ended.Dispose();
    }

    private async Task RenewAsync()
    {
        while (!_ended.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Renewal, _ended.Token);
                await _client.RunAsync(
                    new Statement(
                        "CYPHER 5 " + Renewed,
                        new Dictionary<string, Value> { ["token"] = Token },
                        AccessMode.Write
                    ),
                    _ended.Token
                );
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Neo4jException)
            {
                // The batch under way meets the same fault and says so; the next renewal may succeed.
            }
        }
    }
}

using EcosystemGraph.Core.Stores;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j;

/// <summary>Asks the server for a store: what it cannot answer is said as a store says it.</summary>
internal sealed class StoreClient(Neo4jClient client)
{
    /// <summary>Asks for one row (<see cref="Neo4jClient.OneAsync{T}"/>).</summary>
    /// <exception cref="StoreUnavailableException">There is no answer, or one of another shape.</exception>
    public async ValueTask<T> OneAsync<T>(Statement statement, Func<IValues, T> read, CancellationToken cancellation)
    {
        try
        {
            return await client.OneAsync(statement, read, cancellation);
        }
        catch (Neo4jException error)
        {
            throw Unavailable(error);
        }
    }

    /// <summary>Asks for any number of rows (<see cref="Neo4jClient.AllAsync{T}"/>).</summary>
    /// <exception cref="StoreUnavailableException">There is no answer, or one of another shape.</exception>
    public async ValueTask<List<T>> AllAsync<T>(
        Statement statement,
        Func<IValues, T> read,
        CancellationToken cancellation
    )
    {
        try
        {
            return await client.AllAsync(statement, read, cancellation);
        }
        catch (Neo4jException error)
        {
            throw Unavailable(error);
        }
    }

    private static StoreUnavailableException Unavailable(Neo4jException error) =>
        new(
            error.Fault switch
            {
                Neo4jFault.Unauthorized => AnswerErrorCodes.Unauthorized,
                Neo4jFault.UnknownDatabase => AnswerErrorCodes.UnknownDatabase,
                Neo4jFault.TimedOut => AnswerErrorCodes.Timeout,
                _ => AnswerErrorCodes.Unavailable,
            },
            error.Message,
            error
        );
}

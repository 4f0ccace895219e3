using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j;

/// <summary>The store that is a Neo4j database: each plan is one read-only statement.</summary>
/// <param name="client">Asks the server.</param>
/// <param name="drawings">Draws and writes networks; null where none is asked for.</param>
public sealed class Neo4jStore(Neo4jClient client, IDrawings? drawings = null) : ReadingStore(drawings)
{
    private readonly StoreClient _server = new(client);

    private sealed record Lengths(string Fingerprint, ListLengths Of);

    private volatile Lengths? _lengths;

    /// <inheritdoc/>
    public override string Name => "neo4j";

    /// <inheritdoc/>
    protected override IReading Begin() => new Neo4jReading(_server, LengthsAsync, ForgetLengthsOfOther);

    // Lengths of other data are asked for again.
    private void ForgetLengthsOfOther(string fingerprint)
    {
        if (_lengths is { } known && known.Fingerprint != fingerprint)
            _lengths = null;
    }

    /// <inheritdoc/>
    public override async ValueTask<ListLengths> LengthsAsync(CancellationToken cancellation)
    {
        if (_lengths is { } known)
            return known.Of;
        var found = await _server.AllAsync(
            new Statement("CYPHER 5 MATCH (d:Dataset) RETURN d.sha256, d.listNames, d.listLengths"),
            ReadLengths,
            cancellation
        );
        // What holds no data is told when it is asked for them.
        return (_lengths = found.FirstOrDefault())?.Of ?? ListLengths.None;
    }

    private static Lengths? ReadLengths(IValues values)
    {
        var fingerprint = values.TextOrNull();
        if (fingerprint is not null && values.Next == ValueKind.List)
        {
            var longest = values
                .List(name => name.Text())
                .Zip(values.List(length => length.Int()))
                .ToDictionary(StringComparer.Ordinal);
            return new Lengths(fingerprint, new ListLengths(longest));
        }
        values.Skip();
        values.Skip();
        return null;
    }

    /// <summary>Whether the server answers and holds a whole graph; what is wrong otherwise.</summary>
    public async Task<string?> ProblemAsync(CancellationToken cancellation)
    {
        using var writer = new AnswerWriter(4096);
        try
        {
            await AnswerAsync(
                new Plan([new DatasetRoot("dataset", [new DatasetPart("sha256", DatasetFact.Sha256)])]),
                writer,
                cancellation
            );
            return null;
        }
        catch (StoreUnavailableException error)
        {
            return error.Message;
        }
    }
}

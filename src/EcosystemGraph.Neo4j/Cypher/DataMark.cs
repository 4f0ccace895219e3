using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>Which data a statement sees: read at its beginning and at its end.</summary>
/// <param name="Fingerprint">The data set's; null where there is none.</param>
/// <param name="Shape">The version of the graph's shape.</param>
/// <param name="Load">The mark of a load that is under way.</param>
internal readonly record struct DataMark(string? Fingerprint, string? Shape, string? Load)
{
    /// <summary>Writes a subquery that reads the mark.</summary>
    public static void Write(CypherWriter cypher, string name) =>
        cypher.Call(
            [],
            () =>
            {
                cypher.Line("OPTIONAL MATCH (d:Dataset)");
                cypher.Line("OPTIONAL MATCH (l:Load)");
                cypher.Line($"RETURN [d.sha256, d.shape, l.token] AS {name}");
            }
        );

    /// <summary>Reads what it gives.</summary>
    public static DataMark Read(IValues values)
    {
        values.StartList();
        var mark = new DataMark(values.TextOrNull(), values.TextOrNull(), values.TextOrNull());
        values.End();
        return mark;
    }

    /// <summary>Whether there is a whole graph that this program can read.</summary>
    public bool IsWhole => Load is null && Fingerprint is not null && Shape == GraphShape.Version;

    /// <summary>Refuses what a statement saw that began or ended without a whole graph.</summary>
    /// <exception cref="StoreUnavailableException">There is none.</exception>
    public static void RefuseUnlessWhole(DataMark before, DataMark after)
    {
        if (before.Load is not null || after.Load is not null)
        {
            throw new StoreUnavailableException(
                AnswerErrorCodes.Loading,
                "the data are being loaded; try again when the load has ended",
                null
            );
        }
        if (before.Fingerprint is null)
        {
            throw new StoreUnavailableException(
                AnswerErrorCodes.Empty,
                "the Neo4j database holds no data set; fill it with the load command",
                null
            );
        }
        if (before.Shape != GraphShape.Version)
        {
            throw new StoreUnavailableException(
                AnswerErrorCodes.Empty,
                "the Neo4j database was filled by another version of this program; fill it again with the load command",
                null
            );
        }
    }
}

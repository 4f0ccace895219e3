namespace EcosystemGraph.Neo4j.Loading;

/// <summary>How far a load is.</summary>
/// <param name="Step">What is being written: "memberships".</param>
/// <param name="Done">How many of them are.</param>
/// <param name="Total">How many there are; 0 where that is not known.</param>
public readonly record struct LoadProgress(string Step, int Done, int Total);

/// <summary>How a load ended.</summary>
public enum LoadOutcome
{
    /// <summary>The graph was written.</summary>
    Loaded,

    /// <summary>The database held this very data set already; nothing was changed.</summary>
    Unchanged,
}

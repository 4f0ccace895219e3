using EcosystemGraph.Core.Graphs;

namespace EcosystemGraph.Core.Findings;

/// <summary>One thing that data can tell about themselves.</summary>
public interface IFindingRule
{
    /// <summary>The rule in a word or two. Clients select by it, so it never changes.</summary>
    string Name { get; }

    /// <summary>Everything that it finds, in any order.</summary>
    IEnumerable<Finding> Find(ResolvedGraph graph);
}

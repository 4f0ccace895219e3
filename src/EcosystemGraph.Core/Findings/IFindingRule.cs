using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Packages.Validation;

namespace EcosystemGraph.Core.Findings;

/// <summary>One thing that data can tell about themselves.</summary>
public interface IFindingRule
{
    /// <summary>The rule in a word or two. Clients select by it, so it never changes.</summary>
    string Name { get; }

    /// <summary>Everything that it finds, in any order.</summary>
    /// <param name="graph">The data, resolved.</param>
    /// <param name="rows">The same data, as validation looks them up.</param>
    IEnumerable<Finding> Find(ResolvedGraph graph, DatasetIndex rows);
}

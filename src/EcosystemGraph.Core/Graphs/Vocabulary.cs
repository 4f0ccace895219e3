using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;

namespace EcosystemGraph.Core.Graphs;

/// <summary>The concepts as a tree: broader above, narrower below.</summary>
public sealed class Vocabulary
{
    private readonly bool[] _nonMember;

    internal Vocabulary(Concept[] concepts, Dictionary<string, int> ids)
    {
        Broader = Array.ConvertAll(concepts, c => c.Broader is null ? ResolvedGraph.None : ids[c.Broader]);
        var narrow = Enumerable.Range(0, concepts.Length).Where(c => Broader[c] != ResolvedGraph.None).ToArray();
        Narrower = Adjacency.Of(concepts.Length, Array.ConvertAll(narrow, c => Broader[c]), narrow);
        _nonMember = Under(ids[BuiltInConcepts.NonMember]);
    }

    /// <summary>For each concept the one above it, or <see cref="ResolvedGraph.None"/>.</summary>
    public int[] Broader { get; }

    /// <summary>For each concept those just below it.</summary>
    public Adjacency Narrower { get; }

    /// <summary>For each concept whether it is the one given, or narrower.</summary>
    public bool[] Under(int concept)
    {
        var under = new bool[Broader.Length];
        var open = new Stack<int>([concept]);
        while (open.TryPop(out var next))
        {
            if (under[next]) continue;
            under[next] = true;
            foreach (var narrower in Narrower.Of(next)) open.Push(narrower);
        }
        return under;
    }

    /// <summary>Whether a role makes its actor a member.</summary>
    public bool Counts(int role) => !_nonMember[role];
}

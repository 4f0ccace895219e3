using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;

namespace EcosystemGraph.Core.Graphs;

/// <summary>The concepts, broader above and narrower below: a concept may stand under several, and never, however far, under itself.</summary>
public sealed class Vocabulary
{
    private readonly bool[] _nonMember;

    internal Vocabulary(Concept[] concepts, Dictionary<string, int> ids)
    {
        FirstBroader = Array.ConvertAll(concepts, c => c.Broader.IsEmpty ? ResolvedGraph.None : ids[c.Broader[0]]);
        var pairs = concepts
            .SelectMany((concept, row) => concept.Broader.Select(id => (Narrower: row, Broader: ids[id])))
            .ToArray();
        var (narrower, broader) = (
            Array.ConvertAll(pairs, pair => pair.Narrower),
            Array.ConvertAll(pairs, pair => pair.Broader)
        );
        Broader = Adjacency.Of(concepts.Length, narrower, broader);
        Narrower = Adjacency.Of(concepts.Length, broader, narrower);
        _nonMember = Under(ids[BuiltInConcepts.NonMember]);
    }

    /// <summary>For each concept the one above it that its row names first, or <see cref="ResolvedGraph.None"/>.</summary>
    public int[] FirstBroader { get; }

    /// <summary>For each concept those just above it.</summary>
    public Adjacency Broader { get; }

    /// <summary>For each concept those just below it.</summary>
    public Adjacency Narrower { get; }

    /// <summary>For each concept whether it is the one given, or narrower.</summary>
    public bool[] Under(int concept)
    {
        var under = new bool[FirstBroader.Length];
        var open = new Stack<int>([concept]);
        while (open.TryPop(out var next))
        {
            if (under[next])
                continue;
            under[next] = true;
            foreach (var narrower in Narrower.Of(next))
                open.Push(narrower);
        }
        return under;
    }

    /// <summary>The concepts given and all that are broader, each once.</summary>
    public IReadOnlyCollection<int> AtOrAbove(ReadOnlySpan<int> concepts)
    {
        var above = new HashSet<int>();
        var open = new Stack<int>(concepts.ToArray());
        while (open.TryPop(out var next))
        {
            if (!above.Add(next))
                continue;
            foreach (var broader in Broader.Of(next))
                open.Push(broader);
        }
        return above;
    }

    /// <summary>Whether a role makes its actor a member.</summary>
    public bool Counts(int role) => !_nonMember[role];
}

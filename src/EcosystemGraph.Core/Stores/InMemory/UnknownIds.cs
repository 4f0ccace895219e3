using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>Finds ids in a question, other than of what is looked up, that the data set does not have.</summary>
internal static class UnknownIds
{
    /// <summary>The first of them; null where there is none.</summary>
    public static Reference? Find(ResolvedGraph graph, Root root)
    {
        foreach (var reference in References.Of(root))
        {
            var row = reference.Type.Find(graph, reference.Id);
            if (
                row == ResolvedGraph.None
                || (reference.Scheme is not null && graph.Concepts[row].Scheme != reference.Scheme)
            )
                return reference;
        }
        return null;
    }

    /// <summary>The ids that are most like it.</summary>
    public static IReadOnlyList<string> Near(ResolvedGraph graph, Reference reference) =>
        NearTexts.Of(reference.Id, Candidates(graph, reference));

    private static IEnumerable<(string Id, string Label)> Candidates(ResolvedGraph graph, Reference reference)
    {
        if (reference.Type == Records.Concept)
        {
            return graph
                .Concepts.Where(c => reference.Scheme is null || c.Scheme == reference.Scheme)
                .SelectMany(Labels);
        }
        if (reference.Type == Records.Territory)
            return graph.Territories.Select(t => (t.Id, t.Name));
        var bodies = graph.BodiesById;
        if (graph.Groupings.Length + graph.Actors.Length <= NearTexts.Whole)
            return bodies;
        var key = OrderKey.Of(FoldedText.Of(reference.Id));
        return Beside(bodies.Count, row => bodies[row].Id, reference.Id)
            .Select(row => bodies[row])
            .Concat(
                Beside(graph.Actors.Length, row => graph.ActorKeys[row], key)
                    .Select(row => (graph.Actors[row].Id, graph.Actors[row].Name))
            )
            .Concat(
                Beside(graph.Groupings.Length, row => graph.GroupingKeys[row], key)
                    .Select(row => (graph.Groupings[row].Id, graph.Groupings[row].Name))
            );
    }

    // The rows around the place where a key stands or would stand, the first of those that have it.
    private static IEnumerable<int> Beside(int count, Func<int, string> keyOf, string key)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(keyOf(middle), key) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        var start = Math.Max(0, low - NearTexts.Beside);
        return Enumerable.Range(start, Math.Min(count, low + NearTexts.Beside) - start);
    }

    private static IEnumerable<(string Id, string Label)> Labels(Concept concept) =>
        concept.Label.All.DefaultIfEmpty(concept.Id).Select(label => (concept.Id, label));
}

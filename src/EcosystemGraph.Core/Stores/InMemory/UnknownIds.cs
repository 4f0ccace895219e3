using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>Finds ids in a question, other than of what is looked up, that the data set does not have.</summary>
internal static class UnknownIds
{
    public static AnswerError? Find(ResolvedGraph graph, Root root)
    {
        foreach (var reference in References.Of(root))
        {
            var row = reference.Type.Find!(graph, reference.Id);
            if (row != ResolvedGraph.None && (reference.Scheme is null || graph.Concepts[row].Scheme == reference.Scheme)) continue;
            var message = References.Unknown(reference, NearTexts.Of(reference.Id, Candidates(graph, reference)));
            return new AnswerError(root.Name, AnswerErrorCodes.UnknownId, message, reference.Place);
        }
        return null;
    }

    private static IEnumerable<(string Id, string Label)> Candidates(ResolvedGraph graph, Reference reference)
    {
        if (reference.Type == Records.Concept)
        {
            return graph.Concepts.Where(c => reference.Scheme is null || c.Scheme == reference.Scheme).SelectMany(Labels);
        }
        if (reference.Type == Records.Territory) return graph.Territories.Select(t => (t.Id, t.Name));
        if (graph.Groupings.Length + graph.Actors.Length <= NearTexts.Whole) return Bodies(graph);
        var key = OrderKey.Of(FoldedText.Of(reference.Id));
        return BesideById(Bodies(graph), reference.Id)
            .Concat(BesideByName(graph.ActorKeys, key).Select(row => (graph.Actors[row].Id, graph.Actors[row].Name)))
            .Concat(BesideByName(graph.GroupingKeys, key).Select(row => (graph.Groupings[row].Id, graph.Groupings[row].Name)));
    }

    // Each body once, though it be actor and grouping.
    private static IEnumerable<(string Id, string Label)> Bodies(ResolvedGraph graph) =>
        graph.Groupings.Select(g => (g.Id, g.Name)).Concat(graph.Actors.Where((_, row) => graph.GroupingOfActor[row] == ResolvedGraph.None).Select(a => (a.Id, a.Name)));

    private static IEnumerable<(string Id, string Label)> BesideById(IEnumerable<(string Id, string Label)> bodies, string asked)
    {
        var before = new Nearest(-1);
        var after = new Nearest(1);
        foreach (var body in bodies) (string.CompareOrdinal(body.Id, asked) < 0 ? before : after).Offer(body);
        return before.Bodies.Concat(after.Bodies);
    }

    private static IEnumerable<int> BesideByName(string[] keys, string key)
    {
        var place = Array.BinarySearch(keys, key, StringComparer.Ordinal);
        if (place < 0) place = ~place;
        while (place > 0 && string.Equals(keys[place - 1], key, StringComparison.Ordinal)) place--;
        var start = Math.Max(0, place - NearTexts.Beside);
        return Enumerable.Range(start, Math.Min(keys.Length, place + NearTexts.Beside) - start);
    }

    /// <summary>The first bodies by id in a direction: 1 ascending, -1 descending.</summary>
    private sealed class Nearest(int direction)
    {
        private readonly List<(string Id, string Label)> _bodies = new(NearTexts.Beside + 1);

        public IEnumerable<(string Id, string Label)> Bodies => _bodies;

        public void Offer((string Id, string Label) body)
        {
            if (_bodies.Count == NearTexts.Beside && Compare(body, _bodies[^1]) > 0) return;
            var place = _bodies.FindIndex(other => Compare(body, other) < 0);
            _bodies.Insert(place < 0 ? _bodies.Count : place, body);
            if (_bodies.Count > NearTexts.Beside) _bodies.RemoveAt(NearTexts.Beside);
        }

        private int Compare((string Id, string Label) a, (string Id, string Label) b) => direction * string.CompareOrdinal(a.Id, b.Id);
    }

    private static IEnumerable<(string Id, string Label)> Labels(Concept concept) =>
        [(concept.Id, concept.Label.French ?? concept.Id), (concept.Id, concept.Label.English ?? concept.Id)];
}

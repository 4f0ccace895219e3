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
        return graph.Groupings.Select(g => (g.Id, g.Name)).Concat(graph.Actors.Select(a => (a.Id, a.Name)));
    }

    private static IEnumerable<(string Id, string Label)> Labels(Concept concept) =>
        [(concept.Id, concept.Label.French ?? concept.Id), (concept.Id, concept.Label.English ?? concept.Id)];
}

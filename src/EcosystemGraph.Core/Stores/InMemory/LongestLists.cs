using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>Measures the lists of a graph, by which questions are weighed before they are answered.</summary>
public static class LongestLists
{
    /// <summary>How long the longest of each kind is.</summary>
    public static ListLengths Of(ResolvedGraph graph)
    {
        var longest = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var type in Records.WithRows)
        {
            var count = type.Count(graph);
            longest[type.Name] = count;
            foreach (var field in type.Fields)
            {
                if (LengthOf(field) is not { } lengthOf)
                    continue;
                var most = 0;
                for (var row = 0; row < count; row++)
                    most = Math.Max(most, lengthOf(graph, row));
                longest[ListLengths.Place(type, field)] = most;
            }
        }
        return new ListLengths(longest);
    }

    private static Func<ResolvedGraph, int, int>? LengthOf(Field field) =>
        field switch
        {
            ToList or ToPages => (graph, row) => ((Relation)field).Read(graph, row).Length,
            TextsField texts => (graph, row) => texts.Read(graph, row).Length,
            EvidenceField evidence => (graph, row) => evidence.Read(graph, row).Length,
            _ => null,
        };
}

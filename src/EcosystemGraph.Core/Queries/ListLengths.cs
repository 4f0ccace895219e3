using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;

namespace EcosystemGraph.Core.Queries;

/// <summary>How long the longest list of each kind is in a data set, by its place: "Actor.evidence", or "Actor" for all actors.</summary>
/// <param name="Longest">The lengths.</param>
public sealed record ListLengths(IReadOnlyDictionary<string, int> Longest)
{
    /// <summary>No list at all.</summary>
    public static ListLengths None { get; } = new(new Dictionary<string, int>());

    /// <summary>Measures a graph.</summary>
    public static ListLengths Of(ResolvedGraph graph)
    {
        var longest = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var type in Records.WithRows)
        {
            var count = type.Count!(graph);
            longest[type.Name] = count;
            foreach (var field in type.Fields)
            {
                if (LengthOf(field) is not { } lengthOf) continue;
                var most = 0;
                for (var row = 0; row < count; row++) most = Math.Max(most, lengthOf(graph, row));
                longest[Place(type, field)] = most;
            }
        }
        return new ListLengths(longest);
    }

    /// <summary>How many records of a type there are; of an abstract one, all those it stands for.</summary>
    public int All(RecordType type) => type.IsAbstract ? type.Possible.Sum(All) : Longest.GetValueOrDefault(type.Name);

    /// <summary>How long the longest of a list is.</summary>
    /// <param name="owner">The type whose field it is.</param>
    /// <param name="list">The field.</param>
    public int Of(RecordType owner, Field list) => Longest.GetValueOrDefault(Place(owner, list));

    private static string Place(RecordType owner, Field field) => $"{owner.Name}.{field.Name}";

    private static Func<ResolvedGraph, int, int>? LengthOf(Field field) => field switch
    {
        ToList list => (graph, row) => list.Read(graph, row).Length,
        ToPages pages => (graph, row) => pages.Read(graph, row).Length,
        TextsField texts => (graph, row) => texts.Read(graph, row).Length,
        EvidenceField evidence => (graph, row) => evidence.Read(graph, row).Length,
        _ => null,
    };
}

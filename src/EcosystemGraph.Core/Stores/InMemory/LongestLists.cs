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
        var lengths = new Lengths(graph);
        foreach (var type in Records.WithRows)
        {
            var count = type.Count(graph);
            longest[type.Name] = count;
            foreach (var field in type.Fields)
            {
                if (field.Accept<Nothing, Func<int, int>?>(lengths, default) is not { } lengthOf)
                    continue;
                var most = 0;
                for (var row = 0; row < count; row++)
                    most = Math.Max(most, lengthOf(row));
                longest[ListLengths.Place(type, field)] = most;
            }
        }
        return new ListLengths(longest);
    }

    // How long the list of a row is; null where the field is none that is kept.
    private sealed class Lengths(ResolvedGraph graph) : IFieldVisitor<Nothing, Func<int, int>?>
    {
        public Func<int, int>? Visit(TextsField field, Nothing about) => row => field.Read(graph, row).Length;

        public Func<int, int>? Visit(EvidenceField field, Nothing about) => row => field.Read(graph, row).Length;

        public Func<int, int>? Visit(ToList field, Nothing about) => row => field.Read(graph, row).Length;

        public Func<int, int>? Visit(ToPages field, Nothing about) => row => field.Read(graph, row).Length;

        public Func<int, int>? Visit(ToOne field, Nothing about) => null;

        public Func<int, int>? Visit(ActivityField field, Nothing about) => null;

        public Func<int, int>? Visit(CoMembersField field, Nothing about) => null;

        public Func<int, int>? Visit(ComputedField field, Nothing about) => null;

        public Func<int, int>? Visit(NetworkListField field, Nothing about) => null;

        public Func<int, int>? Visit(DrawingField field, Nothing about) => null;

        public Func<int, int>? Visit(TextColumn column, Nothing about) => null;

        public Func<int, int>? Visit(MultilingualColumn column, Nothing about) => null;

        public Func<int, int>? Visit(WholeColumn column, Nothing about) => null;

        public Func<int, int>? Visit(NumberColumn column, Nothing about) => null;

        public Func<int, int>? Visit(FlagColumn column, Nothing about) => null;

        public Func<int, int>? Visit(DateColumn column, Nothing about) => null;

        public Func<int, int>? Visit(ChoiceColumn column, Nothing about) => null;
    }
}

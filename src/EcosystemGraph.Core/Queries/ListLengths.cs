using EcosystemGraph.Core.Catalog;

namespace EcosystemGraph.Core.Queries;

/// <summary>How long the longest list of each kind is in a data set, by its place: "Actor.evidence", or "Actor" for all actors.</summary>
/// <param name="Longest">The lengths.</param>
public sealed record ListLengths(IReadOnlyDictionary<string, int> Longest)
{
    /// <summary>No list at all.</summary>
    public static ListLengths None { get; } = new(new Dictionary<string, int>());

    /// <summary>How many records of a type there are; of an abstract one, all those it stands for.</summary>
    public int All(RecordType type) => type.IsAbstract ? type.Possible.Sum(All) : Longest.GetValueOrDefault(type.Name);

    /// <summary>How long the longest of a list is.</summary>
    /// <param name="owner">The type whose field it is.</param>
    /// <param name="list">The field.</param>
    public int Of(RecordType owner, Field list) => Longest.GetValueOrDefault(Place(owner, list));

    /// <summary>The place of a list.</summary>
    internal static string Place(RecordType owner, Field field) => $"{owner.Name}.{field.Name}";
}

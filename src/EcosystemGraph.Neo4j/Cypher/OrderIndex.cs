using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>An index that gives records in their default order: by a key, then by an id, below what the owner fixes.</summary>
/// <param name="Using">The hint.</param>
/// <param name="Owner">What fixes the owner, as a property and its value; null where all records are meant.</param>
/// <param name="Key">The property that holds the key.</param>
/// <param name="Id">The property that holds the id.</param>
internal sealed record OrderIndex(string Using, (string Property, string Value)? Owner, string Key, string Id)
{
    // The whole prefix stands in the order: without the owner the planner does not see that the index has it.
    public string OrderBy(bool backward) =>
        string.Join(
            ", ",
            (Owner is { } owner ? [owner.Property, Key, Id] : new[] { Key, Id }).Select(key =>
                backward ? key + " DESC" : key
            )
        );

    /// <summary>What makes the planner read the index, from the place after which the page begins.</summary>
    public string Where(Page page, Func<Value, string> parameter)
    {
        var from = page.After is { } after ? parameter(KeyOf(after)) : "''";
        var to = page.Before is { } before ? $" AND {Key} <= {parameter(KeyOf(before))}" : "";
        return $"{(Owner is { } owner ? $"{owner.Property} = {owner.Value} AND " : "")}{Key} >= {from}{to} AND {Id} >= ''";
    }

    // A name's key is the cursor's own; a start's is made of its days.
    private static string KeyOf(Cursor place) =>
        place.Keys[0] switch
        {
            { Text: { } text } => text,
            { Absent: true } => GraphShape.StartKey(null),
            var days => GraphShape.StartKey(new DaySpan((int)days.Number, days.Last)),
        };
}

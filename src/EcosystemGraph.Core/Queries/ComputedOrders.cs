using EcosystemGraph.Core.Catalog;

namespace EcosystemGraph.Core.Queries;

/// <summary>The orders of answers that are computed.</summary>
public static class ComputedOrders
{
    private static readonly WholeColumn Shared = new("sharedCount", false, "How much is shared.");

    /// <summary>From a row that is computed to the actor it is of.</summary>
    public static readonly ToOne Actor = new("actor", false, () => Records.Actor, "Who.");

    /// <summary>Of co-accompaniers: what is shared, most first, then folded name, then id.</summary>
    public static readonly Order CoAccompaniers = new(
        [
            new SortKey(null, Shared, Descending: true),
            new SortKey(null, Records.Actor.Column("nameKey"), Descending: false),
        ],
        true
    );

    /// <summary>Of co-members, unless asked otherwise: how much is shared, most first, then folded name, then id.</summary>
    public static readonly Order CoMembers = new(
        [BySharedCount(descending: true), ByActor(Records.Actor.Column("nameKey"), descending: false)],
        true
    );

    /// <summary>A key of co-members: how much is shared.</summary>
    public static SortKey BySharedCount(bool descending) => new(null, Shared, descending);

    /// <summary>A key of co-members: a value of who they are.</summary>
    public static SortKey ByActor(Column column, bool descending) => new(Actor, column, descending);
}

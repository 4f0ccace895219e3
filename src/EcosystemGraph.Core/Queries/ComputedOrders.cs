using EcosystemGraph.Core.Catalog;

namespace EcosystemGraph.Core.Queries;

/// <summary>The orders of answers that are computed: they have one each.</summary>
public static class ComputedOrders
{
    /// <summary>Of co-accompaniers: what is shared, most first, then folded name, then id.</summary>
    public static readonly Order CoAccompaniers = new(
        [
            new SortKey(null, new WholeColumn("sharedCount", false, "How much is shared.", (_, _) => null), Descending: true),
            new SortKey(null, Records.Actor.Column("nameKey"), Descending: false),
        ], true);
}

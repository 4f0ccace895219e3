using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>A line of the network as files have it: a link, so that two bodies may have several; projected, a tie.</summary>
/// <param name="Tie">The tie that it is, or is part of.</param>
/// <param name="Link">The link; null where it is a tie.</param>
internal readonly record struct Edge(ExtractTie Tie, ExtractLink? Link)
{
    public string Source => Link?.Source.Id ?? Tie.Source;

    public string Target => Link?.Target.Id ?? Tie.Target;

    public bool Directed => Link?.Directed ?? false;

    public double Weight => Link is null ? Tie.Weight : 1;

    /// <summary>"membership", "partnership" or, projected, "tie".</summary>
    public string Sort =>
        Link is null ? "tie"
        : Link.IsMembership ? "membership"
        : "partnership";

    /// <summary>Its id within its sort; no id of a body has a bar.</summary>
    public string Key => Link?.Id ?? $"{Tie.Source}|{Tie.Target}";

    /// <summary>Unique among edges: a membership and a partnership may have the same id.</summary>
    public string Id => $"{Sort}:{Key}";

    /// <summary>The passages that say so: the link's, or each once of those of the tie's links.</summary>
    public IEnumerable<ExtractEvidence> Evidence =>
        Link is null ? Tie.Links.SelectMany(l => l.Evidence).Distinct() : Link.Evidence;

    /// <summary>All edges, in the order of ties.</summary>
    public static IEnumerable<Edge> Of(Extract extract)
    {
        foreach (var tie in extract.Ties)
        {
            if (extract.Projection == ExtractProjection.BIPARTITE)
            {
                foreach (var link in tie.Links)
                    yield return new Edge(tie, link);
            }
            else
            {
                yield return new Edge(tie, null);
            }
        }
    }

    /// <summary>Projected: what the two share, by id.</summary>
    public static IEnumerable<ExtractEnd> Shared(ExtractTie tie, ExtractProjection projection) =>
        tie
            .Links.Select(l => projection == ExtractProjection.ACTORS ? l.Target : l.Source)
            .DistinctBy(e => e.Id, StringComparer.Ordinal)
            .OrderBy(e => e.Id, StringComparer.Ordinal);
}

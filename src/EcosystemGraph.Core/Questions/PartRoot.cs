using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Questions;

/// <summary>A question about a part of the graph.</summary>
/// <param name="Name">The name of its answer.</param>
/// <param name="Part">Which part.</param>
/// <param name="Projection">What of it.</param>
public abstract record PartRoot(string Name, NetworkPart Part, Projection Projection) : AnsweredRoot(Name, Projection)
{
    /// <inheritdoc/>
    public override bool IsList => false;

    /// <inheritdoc/>
    public sealed override LinkChoice Through => Part.Links;

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> Beginning => Part.Focus;

    /// <summary>Of what changed: the earlier and the later date; null where nothing did.</summary>
    public abstract (DaySpan Earlier, DaySpan Later)? Dates { get; }

    /// <inheritdoc/>
    public override double Most(ListLengths lengths) => 1;

    /// <inheritdoc/>
    public sealed override double? Longest(Field list, ListLengths lengths)
    {
        int OfActor(string name) => lengths.Of(Records.Actor, Records.Actor.FieldOf(name)!);
        if (list == NetworkFields.Links)
            return Ties(lengths);
        if (list == NetworkFields.Nodes)
            return lengths.All(Records.Entity);
        // A body is in one component and in one community: what is nested below one of them stands there once for each body, in all of them together.
        if (list == NetworkFields.Components || list == NetworkFields.Communities)
            return lengths.All(Records.Entity);
        if (list == NetworkFields.ComponentEntities || list == NetworkFields.CommunityEntities)
            return 1;
        // So does a link in one tie; projected, two for each that is shared.
        if (list == NetworkFields.LinkLinks)
            return Part.Projection == ExtractProjection.BIPARTITE ? 1 : 2 * OfActor("groupings");
        // What two share is at most what one of them is in, or who is in it.
        if (list == NetworkFields.LinkShared)
            return Part.Projection switch
            {
                ExtractProjection.ACTORS => OfActor("groupings"),
                ExtractProjection.GROUPINGS => lengths.Of(Records.Grouping, Records.Grouping.FieldOf("members")!),
                ExtractProjection.BIPARTITE => 0,
            };
        return null;
    }

    // How many pairs of a network may be tied: no more than there are links or, projected, pairs of bodies.
    private protected double Ties(ListLengths lengths)
    {
        if (Part.Projection == ExtractProjection.BIPARTITE)
            return lengths.All(Records.Link);
        double bodies = lengths.All(Part.Projection == ExtractProjection.ACTORS ? Records.Actor : Records.Grouping);
        return Math.Min(bodies * (bodies - 1) / 2, NetworkLimits.ProjectedLinks);
    }

    /// <inheritdoc/>
    public sealed override IEnumerable<Reference> Named(AnswerPlace here) => References.Of(Part, here);

    /// <inheritdoc/>
    public sealed override IEnumerable<string> Terms => PlanText.Terms(Part);
}

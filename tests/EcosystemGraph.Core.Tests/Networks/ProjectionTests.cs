using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Core.Tests.Networks;

/// <summary>Bodies tied by what they share.</summary>
public sealed class ProjectionTests
{
    // Groupings 4 and 7; b is twice in 7.
    private static readonly Incidence[] Memberships =
    [
        new(0, 7, 100),
        new(1, 4, 101),
        new(1, 7, 102),
        new(1, 7, 103),
        new(2, 7, 104),
        new(0, 4, 105),
    ];

    [Test]
    public void A_tie_weighs_how_many_groupings_two_bodies_share_and_says_which()
    {
        var projection = OneModeProjection.Of(["a", "b", "c"], Memberships);
        var network = projection.Network;

        Assert.That(
            Enumerable.Range(0, network.TieCount).Select(network.Ends),
            Is.EqualTo(new[] { (0, 1), (0, 2), (1, 2) })
        );
        Assert.That(Enumerable.Range(0, network.TieCount).Select(network.Weight), Is.EqualTo(new[] { 2.0, 1, 1 }));
        Assert.That(
            network.Links(0).ToArray().Select(projection.Shared),
            Is.EqualTo(new[] { new SharedLink(4, 105, 101), new SharedLink(7, 100, 102) })
        );
    }

    [Test]
    public void Two_links_may_not_count_together()
    {
        var network = OneModeProjection
            .Of(
                ["a", "b", "c"],
                Memberships,
                (one, other) => (one, other) is not (101, 105) and not (104, _) and not (_, 104)
            )
            .Network;
        Assert.That(network.TieCount, Is.EqualTo(1));
        Assert.That(network.Weight(0), Is.EqualTo(1));
    }

    [Test]
    public void Another_of_several_links_to_one_grouping_may_count()
    {
        var projection = OneModeProjection.Of(["a", "b", "c"], Memberships, (one, other) => one != 102 && other != 102);
        Assert.That(
            projection.Network.Links(0).ToArray().Select(projection.Shared),
            Does.Contain(new SharedLink(7, 100, 103))
        );
    }

    [Test]
    public void A_grouping_with_too_many_members_is_refused()
    {
        var ids = Enumerable.Range(0, 4000).Select(MadeNetwork.Id).ToArray();
        var refused = Assert.Throws<NetworkTooLargeException>(() =>
            OneModeProjection.Of(ids, [.. ids.Select((_, node) => new Incidence(node, 0, node))])
        )!;
        Assert.That(refused.Size, Is.EqualTo(4000 * 3999 / 2));
        Assert.That(refused.Limit, Is.EqualTo(NetworkLimits.ProjectedLinks));
        Assert.That(refused.Message, Does.Contain("7998000 pairs").And.Contain("5000000"));
    }
}

using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Core.Tests.Networks;

/// <summary>How a network is laid out.</summary>
public sealed class NetworkTests
{
    private static Network Sample()
    {
        var builder = new NetworkBuilder(["c", "a", "B", "b"]);
        Assert.That(builder.Add(0, 1), Is.Zero); // c–a
        Assert.That(builder.Add(3, 0, 2.5), Is.EqualTo(1)); // b–c
        Assert.That(builder.Add(1, 0, 0.5), Is.EqualTo(2)); // a–c again, the other way round
        Assert.That(builder.Add(1, 1), Is.EqualTo(3)); // a–a
        return builder.Build();
    }

    [Test]
    public void Bodies_are_numbered_in_the_ordinal_order_of_their_ids()
    {
        var network = Sample();
        Assert.That(network.Ids.ToArray(), Is.EqualTo(new[] { "B", "a", "b", "c" }));
        Assert.That(network.IndexOf("c"), Is.EqualTo(3));
        Assert.That(network.IndexOf("C"), Is.EqualTo(-1));
        Assert.That(network.IndexOf("z"), Is.EqualTo(-1));
    }

    [Test]
    public void Several_links_between_two_bodies_are_one_tie_that_weighs_their_sum_and_keeps_them()
    {
        var network = Sample();
        Assert.That(network.TieCount, Is.EqualTo(2));
        Assert.That(network.LinkCount, Is.EqualTo(3), "a link from a body to itself ties nothing");
        Assert.That(network.Ends(0), Is.EqualTo((1, 3)));
        Assert.That(network.Links(0).ToArray(), Is.EqualTo(new[] { 0, 2 }));
        Assert.That(network.Weight(0), Is.EqualTo(1.5));
        Assert.That(network.Neighbours(3).ToArray(), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(network.Degree(3), Is.EqualTo(2));
        Assert.That(network.WeightedDegree(3), Is.EqualTo(4));
        Assert.That(network.Degree(0), Is.Zero);
        Assert.That(network.TieBetween(3, 2), Is.EqualTo(1));
        Assert.That(network.TieBetween(1, 2), Is.EqualTo(-1));
        Assert.That(network.Density, Is.EqualTo(2 / 6.0));
    }

    [Test]
    public void A_network_may_be_empty()
    {
        var network = new NetworkBuilder([]).Build();
        Assert.That(network.NodeCount, Is.Zero);
        Assert.That(network.Density, Is.Zero);
        Assert.That(Components.Of(network).Count, Is.Zero);
        Assert.That(CutVertices.Of(network), Is.Empty);
        Assert.That(Betweenness.Of(network), Is.Empty);
        Assert.That(Closeness.Of(network), Is.Empty);
        Assert.That(PageRank.Of(network), Is.Empty);
        Assert.That(Communities.Of(network).Partition.Count, Is.Zero);
        Assert.That(Communities.Of(network).Modularity, Is.Zero);
    }

    [Test]
    public void An_id_stands_once() =>
        Assert.That(
            () => new NetworkBuilder(["a", "b", "a"]),
            Throws.ArgumentException.With.Message.StartsWith("The id a stands there twice")
        );

    [TestCase(-1, 0, 1)]
    [TestCase(0, 2, 1)]
    [TestCase(0, 1, 0)]
    [TestCase(0, 1, -1)]
    [TestCase(0, 1, double.NaN)]
    [TestCase(0, 1, double.PositiveInfinity)]
    public void A_link_joins_bodies_that_are_there_and_weighs_something(int from, int to, double weight)
    {
        Assert.That(
            () => new NetworkBuilder(["a", "b"]).Add(from, to, weight),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );
    }
}

using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Core.Tests.Networks;

/// <summary>Chains between two bodies.</summary>
public sealed class ShortestPathsTests
{
    //   0 – 1 – 2
    //   |   |   |
    //   3 – 4 – 5
    //   |   |   |
    //   6 – 7 – 8      9
    private static readonly MadeNetwork Grid = MadeNetwork.Of(
        "a grid",
        10,
        (7, 8),
        (6, 7),
        (5, 8),
        (4, 7),
        (3, 6),
        (4, 5),
        (3, 4),
        (2, 5),
        (1, 4),
        (0, 3),
        (1, 2),
        (0, 1)
    );

    [Test]
    public void All_shortest_paths_come_in_the_order_of_their_bodies()
    {
        Assert.That(
            Paths(Grid, 0, 8),
            Is.EqualTo(new[] { "0 1 2 5 8", "0 1 4 5 8", "0 1 4 7 8", "0 3 4 5 8", "0 3 4 7 8", "0 3 6 7 8" })
        );
        Assert.That(Paths(Grid, 8, 0).First(), Is.EqualTo("8 5 2 1 0"));
    }

    [Test]
    public void So_many_are_given()
    {
        Assert.That(Paths(Grid, 0, 8, first: 2), Is.EqualTo(new[] { "0 1 2 5 8", "0 1 4 5 8" }));
        Assert.That(Paths(Grid, 0, 8, first: 0), Is.Empty);
    }

    [Test]
    public void A_path_may_be_too_long()
    {
        Assert.That(Paths(Grid, 0, 8, maxLength: 4), Has.Exactly(6).Items);
        Assert.That(Paths(Grid, 0, 8, maxLength: 3), Is.Empty);
        Assert.That(Paths(Grid, 0, 1, maxLength: 1), Is.EqualTo(new[] { "0 1" }));
    }

    [Test]
    public void There_may_be_none() => Assert.That(Paths(Grid, 0, 9), Is.Empty);

    [Test]
    public void From_a_body_to_itself_there_is_one_path_without_a_link()
    {
        var path = ShortestPaths.Between(Grid.Build(), 9, 9).Single();
        Assert.That(path.Length, Is.Zero);
        Assert.That(path.Nodes, Is.EqualTo(new[] { 9 }));
        Assert.That(path.Links, Is.Empty);
    }

    [Test]
    public void Some_bodies_may_be_ends_but_no_bridges()
    {
        var rules = new PathRules { Bridge = node => node is not 4 and not 2 and not 0 and not 8 };
        Assert.That(Paths(Grid, 0, 8, rules: rules), Is.EqualTo(new[] { "0 3 6 7 8" }));
        Assert.That(Paths(Grid, 4, 2, rules: rules), Is.EqualTo(new[] { "4 1 2", "4 5 2" }));
        Assert.That(Paths(Grid, 0, 8, rules: new PathRules { Bridge = node => node is not 1 and not 3 }), Is.Empty);
    }

    [Test]
    public void A_longer_way_round_is_the_shortest_where_a_body_is_no_bridge()
    {
        Assert.That(
            Paths(Grid, 1, 7, rules: new PathRules { Bridge = node => node != 4 }),
            Is.EqualTo(new[] { "1 0 3 6 7", "1 2 5 8 7" })
        );
    }

    [Test]
    public void Each_step_names_the_first_link_that_counts()
    {
        var network = MadeNetwork.Of("several links", 3, (0, 1), (1, 2), (1, 0), (2, 1), (0, 1)).Build();
        Assert.That(ShortestPaths.Between(network, 0, 2).Single().Links, Is.EqualTo(new[] { 0, 1 }));
        Assert.That(
            ShortestPaths.Between(network, 0, 2, rules: new PathRules { Link = link => link > 0 }).Single().Links,
            Is.EqualTo(new[] { 2, 1 })
        );
        Assert.That(
            ShortestPaths.Between(network, 2, 0, rules: new PathRules { Link = link => link > 1 }).Single().Links,
            Is.EqualTo(new[] { 3, 2 })
        );
        Assert.That(
            ShortestPaths.Between(network, 0, 2, rules: new PathRules { Link = link => link is not 1 and not 3 }),
            Is.Empty
        );
    }

    [Test]
    public void A_path_goes_round_what_does_not_count()
    {
        // Links 0 (7–8) and 2 (5–8) are the only ones to 8.
        Assert.That(
            Paths(Grid, 0, 8, rules: new PathRules { Link = link => link != 0 }),
            Is.EqualTo(new[] { "0 1 2 5 8", "0 1 4 5 8", "0 3 4 5 8" })
        );
    }

    [Test]
    public void A_body_beside_the_end_is_on_no_path_where_its_link_to_it_does_not_count()
    {
        // 3 has many ties, so that the search goes all the way from 0.
        var hub = MadeNetwork.Of("a hub", 9, (0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (3, 5), (3, 6), (3, 7), (3, 8));
        Assert.That(Paths(hub, 0, 3), Is.EqualTo(new[] { "0 1 3", "0 2 3" }));
        Assert.That(Paths(hub, 0, 3, rules: new PathRules { Link = link => link != 3 }), Is.EqualTo(new[] { "0 1 3" }));
        Assert.That(
            Paths(hub, 0, 3, rules: new PathRules { Bridge = node => node is 1 or 2 }),
            Is.EqualTo(new[] { "0 1 3", "0 2 3" })
        );
    }

    [TestCase(-1, 0, 8, 10)]
    [TestCase(0, 10, 8, 10)]
    [TestCase(0, 1, 0, 10)]
    [TestCase(0, 1, 21, 10)]
    [TestCase(0, 1, 8, -1)]
    public void Numbers_are_in_their_ranges(int from, int to, int maxLength, int first)
    {
        Assert.That(
            () => ShortestPaths.Between(Grid.Build(), from, to, maxLength, first),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );
    }

    [Test]
    public void A_path_of_the_longest_length_is_found()
    {
        var chain = MadeNetwork.Of("a chain", 22, [.. Enumerable.Range(1, 21).Select(node => (node - 1, node))]);
        Assert.That(Paths(chain, 0, 20, maxLength: 20), Has.Exactly(1).Items);
        Assert.That(Paths(chain, 0, 21, maxLength: 20), Is.Empty);
    }

    [Test]
    public void The_first_of_very_many_are_found_at_once()
    {
        // 19 layers of 30 bodies, each tied to all of the next: 30 to the power of 18 shortest paths.
        var links =
            from layer in Enumerable.Range(0, 18)
            from one in Enumerable.Range(0, 30)
            from other in Enumerable.Range(0, 30)
            select (30 * layer + one, 30 * (layer + 1) + other);
        var paths = ShortestPaths.Between(MadeNetwork.Of("layers", 19 * 30, [.. links]).Build(), 0, 18 * 30, 20, 3);
        Assert.That(paths.Select(path => path.Nodes[^2]), Is.EqualTo(new[] { 510, 511, 512 }));
    }

    private static IEnumerable<string> Paths(
        MadeNetwork made,
        int from,
        int to,
        int maxLength = 8,
        int first = 10,
        PathRules? rules = null
    ) =>
        ShortestPaths
            .Between(made.Build(), from, to, maxLength, first, rules)
            .Select(path => string.Join(' ', path.Nodes));
}

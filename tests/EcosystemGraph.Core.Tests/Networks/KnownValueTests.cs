using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Core.Tests.Networks;

/// <summary>Measures of networks for which they are known.</summary>
public sealed class KnownValueTests
{
    private static readonly MadeNetwork Chain = MadeNetwork.Of("a chain", 5, (0, 1), (1, 2), (2, 3), (3, 4));
    private static readonly MadeNetwork Star = MadeNetwork.Of(
        "a star and a body apart",
        6,
        (2, 0),
        (2, 1),
        (2, 3),
        (2, 4)
    );
    private static readonly MadeNetwork Triangles = MadeNetwork.Of(
        "two triangles and a bridge",
        6,
        (0, 1),
        (1, 2),
        (0, 2),
        (2, 3),
        (3, 4),
        (4, 5),
        (3, 5)
    );
    private static readonly MadeNetwork Ring = MadeNetwork.Of(
        "a ring",
        6,
        (0, 1),
        (1, 2),
        (2, 3),
        (3, 4),
        (4, 5),
        (5, 0)
    );

    // Zachary, "An information flow model for conflict and fission in small groups", 1977.
    private static readonly MadeNetwork Club = MadeNetwork.Of(
        "a karate club",
        34,
        (0, 1),
        (0, 2),
        (0, 3),
        (0, 4),
        (0, 5),
        (0, 6),
        (0, 7),
        (0, 8),
        (0, 10),
        (0, 11),
        (0, 12),
        (0, 13),
        (0, 17),
        (0, 19),
        (0, 21),
        (0, 31),
        (1, 2),
        (1, 3),
        (1, 7),
        (1, 13),
        (1, 17),
        (1, 19),
        (1, 21),
        (1, 30),
        (2, 3),
        (2, 7),
        (2, 8),
        (2, 9),
        (2, 13),
        (2, 27),
        (2, 28),
        (2, 32),
        (3, 7),
        (3, 12),
        (3, 13),
        (4, 6),
        (4, 10),
        (5, 6),
        (5, 10),
        (5, 16),
        (6, 16),
        (8, 30),
        (8, 32),
        (8, 33),
        (9, 33),
        (13, 33),
        (14, 32),
        (14, 33),
        (15, 32),
        (15, 33),
        (18, 32),
        (18, 33),
        (19, 33),
        (20, 32),
        (20, 33),
        (22, 32),
        (22, 33),
        (23, 25),
        (23, 27),
        (23, 29),
        (23, 32),
        (23, 33),
        (24, 25),
        (24, 27),
        (24, 31),
        (25, 31),
        (26, 29),
        (26, 33),
        (27, 33),
        (28, 31),
        (28, 33),
        (29, 32),
        (29, 33),
        (30, 32),
        (30, 33),
        (31, 32),
        (31, 33),
        (32, 33)
    );

    private static readonly MadeNetwork[] All = [Chain, Star, Triangles, Ring, Club];

    [Test]
    public void Components_come_largest_first_then_by_least_member()
    {
        var parts = Components.Of(MadeNetwork.Of("parts", 8, (1, 7), (2, 3), (4, 5), (5, 6)).Build());
        Assert.That(Groups(parts), Is.EqualTo(new[] { "4 5 6", "1 7", "2 3", "0" }));
        Assert.That(Enumerable.Range(0, 8).Select(parts.GroupOf), Is.EqualTo(new[] { 3, 1, 2, 2, 0, 0, 0, 1 }));
    }

    [Test]
    public void Cut_vertices_are_those_in_the_middle()
    {
        Assert.That(Cut(Chain), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(Cut(Star), Is.EqualTo(new[] { 2 }));
        Assert.That(Cut(Triangles), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(Cut(Ring), Is.Empty);
        Assert.That(Cut(MadeNetwork.Of("two bodies", 2, (0, 1), (1, 0))), Is.Empty);
    }

    [Test]
    public void A_long_chain_needs_no_deep_stack()
    {
        const int Length = 200_000;
        var chain = MadeNetwork
            .Of("a long chain", Length, [.. Enumerable.Range(1, Length - 1).Select(node => (node - 1, node))])
            .Build();
        Assert.That(CutVertices.Of(chain).Count(cut => cut), Is.EqualTo(Length - 2));
        Assert.That(Components.Of(chain).Count, Is.EqualTo(1));
    }

    [Test]
    public void Betweenness_counts_pairs_or_their_share()
    {
        Assert.That(Betweenness.Of(Chain.Build(), normalised: false), Is.EqualTo(new[] { 0.0, 3, 4, 3, 0 }));
        Assert.That(Betweenness.Of(Chain.Build()), Is.EqualTo(new[] { 0.0, 0.5, 4 / 6.0, 0.5, 0 }));
        Assert.That(Betweenness.Of(Star.Build(), normalised: false), Is.EqualTo(new[] { 0.0, 0, 6, 0, 0, 0 }));
        Assert.That(Betweenness.Of(Ring.Build(), normalised: false), Is.EqualTo(new[] { 2.0, 2, 2, 2, 2, 2 }));
        Assert.That(Betweenness.Of(Club.Build())[0], Is.EqualTo(0.437635281385281).Within(1e-14));
        Assert.That(Betweenness.Of(MadeNetwork.Of("two bodies", 2, (0, 1)).Build()), Is.EqualTo(new[] { 0.0, 0 }));
    }

    [Test]
    public void Betweenness_of_a_sample_comes_near_and_is_exact_with_all()
    {
        var network = Club.Build();
        var exact = Betweenness.Of(network);
        Assert.That(Betweenness.Sampled(network, 34, 1), Is.EqualTo(exact));
        var mean = new double[34];
        for (ulong seed = 0; seed < 400; seed++)
        {
            var sample = Betweenness.Sampled(network, 8, seed);
            for (var node = 0; node < 34; node++)
                mean[node] += sample[node] / 400;
        }
        for (var node = 0; node < 34; node++)
            Assert.That(mean[node], Is.EqualTo(exact[node]).Within(0.02), $"of {node}");
        Assert.That(Betweenness.Sampled(network, 8, 7), Is.EqualTo(Betweenness.Sampled(network, 8, 7)));
        Assert.That(Betweenness.Sampled(network, 8, 7), Is.Not.EqualTo(Betweenness.Sampled(network, 8, 8)));
        Assert.That(() => Betweenness.Sampled(network, 0, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Closeness_is_in_components()
    {
        Assert.That(
            Closeness.Of(Chain.Build()),
            Is.EqualTo(new[] { 0.4, 4 / 7.0, 4 / 6.0, 4 / 7.0, 0.4 }).Within(1e-15)
        );
        // The hub reaches 4 of 5 others in one step each.
        Assert.That(Closeness.Of(Star.Build())[2], Is.EqualTo(0.8));
        Assert.That(Closeness.Of(Star.Build())[0], Is.EqualTo(4 / 7.0 * 0.8).Within(1e-15));
        Assert.That(Closeness.Of(Star.Build())[5], Is.Zero);
    }

    [Test]
    public void Closeness_of_a_sample_comes_near_and_is_exact_with_all()
    {
        var network = Club.Build();
        var exact = Closeness.Of(network);
        Assert.That(Closeness.Sampled(network, 34, 1), Is.EqualTo(exact));
        var sample = Closeness.Sampled(network, 17, 3);
        Assert.That(sample, Is.Not.EqualTo(exact));
        for (var node = 0; node < 34; node++)
            Assert.That(sample[node], Is.EqualTo(exact[node]).Within(15).Percent, $"of {node}");
        Assert.That(Closeness.Sampled(network, 17, 3), Is.EqualTo(sample));
        Assert.That(() => Closeness.Sampled(network, 1, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Page_rank_of_a_ring_is_even_and_of_a_star_highest_in_the_middle()
    {
        Assert.That(PageRank.Of(Ring.Build()), Is.All.EqualTo(1 / 6.0).Within(1e-12));
        var ranks = PageRank.Of(MadeNetwork.Of("a star", 3, (0, 1), (1, 2)).Build());
        // x = 0.05 + 0.85 · 2y and y = 0.05 + 0.85 · x / 2
        Assert.That(ranks[1], Is.EqualTo(0.135 / 0.2775).Within(1e-12));
        Assert.That(ranks[0], Is.EqualTo((1 - 0.135 / 0.2775) / 2).Within(1e-12));
        Assert.That(PageRank.Of(MadeNetwork.Of("no ties", 4).Build()), Is.All.EqualTo(0.25).Within(1e-15));
    }

    [Test]
    public void Communities_of_two_triangles_are_the_triangles()
    {
        var found = Communities.Of(Triangles.Build());
        Assert.That(Groups(found.Partition), Is.EqualTo(new[] { "0 1 2", "3 4 5" }));
        Assert.That(found.Modularity, Is.EqualTo(5 / 14.0).Within(1e-15));
    }

    [Test]
    public void Communities_of_the_club_are_the_best_there_are()
    {
        // Brandes et al., "On modularity clustering", 2008: no division has more than 0.4198.
        Assert.That(Communities.Of(Club.Build()).Modularity, Is.EqualTo(0.4197896).Within(1e-6));
    }

    [Test]
    public void Weights_decide_communities()
    {
        var chain = new MadeNetwork("a chain", 4, [(0, 1, 1), (1, 2, 10), (2, 3, 1)]);
        Assert.That(
            Groups(Communities.Of(chain.Build()).Partition),
            Is.Not.EqualTo(
                Groups(Communities.Of((chain with { Links = [(0, 1, 10), (1, 2, 1), (2, 3, 10)] }).Build()).Partition)
            )
        );
        Assert.That(
            Groups(Communities.Of((chain with { Links = [(0, 1, 10), (1, 2, 1), (2, 3, 10)] }).Build()).Partition),
            Is.EqualTo(new[] { "0 1", "2 3" })
        );
    }

    [Test]
    public void Without_ties_each_body_is_a_community()
    {
        var found = Communities.Of(MadeNetwork.Of("no ties", 3).Build());
        Assert.That(Groups(found.Partition), Is.EqualTo(new[] { "0", "1", "2" }));
        Assert.That(found.Modularity, Is.Zero);
    }

    [Test]
    public void Modularity_is_of_the_same_network()
    {
        Assert.That(() => Modularity.Of(Chain.Build(), Components.Of(Star.Build())), Throws.ArgumentException);
        Assert.That(Modularity.Of(Triangles.Build(), Components.Of(Triangles.Build())), Is.Zero.Within(1e-15));
    }

    [Test]
    public void What_would_take_too_long_is_refused_before_it_begins()
    {
        var star = MadeNetwork
            .Of("a large star", 30_000, [.. Enumerable.Range(1, 29_999).Select(node => (0, node))])
            .Build();
        var refused = Assert.Throws<NetworkTooLargeException>(() => Betweenness.Of(star))!;
        Assert.That(refused.Size, Is.EqualTo(30_000L * (30_000 + 2 * 29_999)));
        Assert.That(refused.Limit, Is.EqualTo(NetworkLimits.Steps));
        Assert.That(
            refused.Message,
            Is.EqualTo(
                "Exact betweenness of 30000 bodies and 29999 ties takes 2699940000 steps; the limit is 1000000000. A focus, a filter or a date makes it smaller."
            )
        );
        Assert.Throws<NetworkTooLargeException>(() => Closeness.Of(star));
        Assert.Throws<NetworkTooLargeException>(() => Betweenness.Sampled(star, 29_000, 1));
        Assert.Throws<NetworkTooLargeException>(() => Closeness.Sampled(star, 29_000, 1));
        Assert.That(Betweenness.Sampled(star, 10, 1)[0], Is.EqualTo(1).Within(0.01));
        Assert.Throws<NetworkTooLargeException>(() => _ = new NetworkBuilder(new string[NetworkLimits.Nodes + 1]));
    }

    [Test]
    public void Work_that_was_given_up_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var network = Club.Build();
        Assert.Throws<OperationCanceledException>(() => Components.Of(network, source.Token));
        Assert.Throws<OperationCanceledException>(() => CutVertices.Of(network, source.Token));
        Assert.Throws<OperationCanceledException>(() => Betweenness.Of(network, cancellation: source.Token));
        Assert.Throws<OperationCanceledException>(() => Closeness.Of(network, source.Token));
        Assert.Throws<OperationCanceledException>(() => PageRank.Of(network, source.Token));
        Assert.Throws<OperationCanceledException>(() => Communities.Of(network, cancellation: source.Token));
        Assert.Throws<OperationCanceledException>(() =>
            ShortestPaths.Between(network, 0, 33, cancellation: source.Token)
        );
        Assert.Throws<OperationCanceledException>(() =>
            OneModeProjection.Of(["a", "b"], [new(0, 0, 0), new(1, 0, 1)], cancellation: source.Token)
        );
    }

    [Test]
    public async Task Many_threads_get_what_one_gets()
    {
        foreach (var made in All)
        {
            var network = made.Build();
            var expected = Everything(network);
            var found = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Everything(network))))
                .ConfigureAwait(false);
            Assert.That(found, Is.All.EqualTo(expected), made.Name);
        }
    }

    /// <summary>All measures, to the last bit.</summary>
    internal static string Everything(Network network)
    {
        var communities = Communities.Of(network);
        return string.Join(
            '\n',
            [
                string.Join(',', Groups(Components.Of(network))),
                string.Join(',', CutVertices.Of(network)),
                Bits(Betweenness.Of(network)),
                Bits(Betweenness.Sampled(network, 3, 5)),
                Bits(Closeness.Of(network)),
                Bits(Closeness.Sampled(network, 3, 5)),
                Bits(PageRank.Of(network)),
                string.Join(',', Groups(communities.Partition)),
                Bits([communities.Modularity]),
            ]
        );
    }

    private static string Bits(double[] values) =>
        string.Join(
            ' ',
            values.Select(value =>
                BitConverter.DoubleToInt64Bits(value).ToString("x", System.Globalization.CultureInfo.InvariantCulture)
            )
        );

    private static string[] Groups(Partition partition) =>
        [.. Enumerable.Range(0, partition.Count).Select(group => string.Join(' ', partition.Members(group).ToArray()))];

    private static int[] Cut(MadeNetwork made)
    {
        var cut = CutVertices.Of(made.Build());
        return [.. Enumerable.Range(0, cut.Length).Where(node => cut[node])];
    }
}

using System.Security.Cryptography;
using System.Text;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Core.Tests.Networks;

/// <summary>What holds of every network.</summary>
public sealed class PropertyTests
{
    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public bool Without_a_cut_vertex_there_are_more_components_and_only_then(ulong seed)
    {
        var made = MadeNetwork.Generated(seed);
        var network = made.Build();
        var cut = CutVertices.Of(network);
        var before = Components.Of(network).Count;
        return Enumerable
            .Range(0, made.Nodes)
            .All(node => cut[node] == Components.Of(made.BuildWithout(node)).Count > before);
    }

    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public bool The_links_of_a_path_touch_and_no_body_comes_twice(ulong seed, byte one, byte other)
    {
        var made = MadeNetwork.Generated(seed);
        if (made.Nodes == 0)
            return true;
        var network = made.Build();
        var (from, to) = (one % made.Nodes, other % made.Nodes);
        var paths = ShortestPaths.Between(network, from, to, NetworkLimits.PathLength, 50);
        return paths.All(path =>
            path.Nodes[0] == from
            && path.Nodes[^1] == to
            && path.Length == paths[0].Length
            && path.Nodes.Distinct().Count() == path.Nodes.Count
            && path.Nodes.Count == path.Length + 1
            && Enumerable
                .Range(0, path.Length)
                .All(step => Touches(made.Links[path.Links[step]], path.Nodes[step], path.Nodes[step + 1]))
        );

        static bool Touches((int From, int To, double) link, int a, int b) =>
            (link.From, link.To) == (a, b) || (link.From, link.To) == (b, a);
    }

    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public bool Paths_back_are_the_paths_there_turned_round(ulong seed, byte one, byte other)
    {
        var made = MadeNetwork.Generated(seed);
        if (made.Nodes == 0)
            return true;
        var network = made.Build();
        var (from, to) = (one % made.Nodes, other % made.Nodes);
        var there = ShortestPaths
            .Between(network, from, to, NetworkLimits.PathLength, int.MaxValue)
            .Select(path => string.Join(' ', path.Nodes));
        var back = ShortestPaths
            .Between(network, to, from, NetworkLimits.PathLength, int.MaxValue)
            .Select(path => string.Join(' ', path.Nodes.Reverse()));
        return there.ToHashSet(StringComparer.Ordinal).SetEquals(back);
    }

    [FsCheck.NUnit.Property(MaxTest = 1000, QuietOnSuccess = true)]
    public bool Paths_by_rules_are_the_paths_of_the_network_without_what_the_rules_leave_out(
        ulong seed,
        byte one,
        byte other
    )
    {
        var made = MadeNetwork.Generated(seed);
        if (made.Nodes == 0)
            return true;
        var (from, to) = (one % made.Nodes, other % made.Nodes);
        var random = new SeededRandom(seed + 1);
        var links = made.Links.Select(_ => random.Below(4) > 0).ToArray();
        var bridges = Enumerable.Range(0, made.Nodes).Select(_ => random.Below(4) > 0).ToArray();
        // A link with an end that is neither a bridge nor an end of the path is on none; those that stay keep their order.
        bool Stays(int node) => bridges[node] || node == from || node == to;
        var kept = made with
        {
            Links = [.. made.Links.Where((link, number) => links[number] && Stays(link.From) && Stays(link.To))],
        };
        var rules = new PathRules { Bridge = node => bridges[node], Link = link => links[link] };
        var found = ShortestPaths.Between(made.Build(), from, to, 20, 100, rules);
        return found
            .Select(path => Text(path, made))
            .SequenceEqual(ShortestPaths.Between(kept.Build(), from, to, 20, 100).Select(path => Text(path, kept)));

        static string Text(NetworkPath path, MadeNetwork of) =>
            string.Join(' ', path.Nodes) + " by " + string.Join(' ', path.Links.Select(link => of.Links[link]));
    }

    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public bool In_which_order_bodies_are_given_changes_no_bit(ulong seed, ulong order)
    {
        var made = MadeNetwork.Generated(seed);
        var network = made.Build();
        var other = made.BuildShuffled(order);
        return other.Ids.SequenceEqual(network.Ids)
            && KnownValueTests.Everything(other) == KnownValueTests.Everything(network);
    }

    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public bool Other_ids_for_the_same_bodies_change_no_measure(ulong seed, ulong order)
    {
        var made = MadeNetwork.Generated(seed);
        var renamed = Enumerable.Range(0, made.Nodes).ToArray();
        new SeededRandom(order).Shuffle(renamed);
        var (network, other) = (
            made.Build(),
            (
                made with
                {
                    Links = [.. made.Links.Select(link => (renamed[link.From], renamed[link.To], link.Weight))],
                }
            ).Build()
        );
        return Same(Betweenness.Of(network), Betweenness.Of(other))
            && Same(Closeness.Of(network), Closeness.Of(other))
            && Same(PageRank.Of(network), PageRank.Of(other))
            && CutVertices
                .Of(network)
                .Select((cut, node) => cut == CutVertices.Of(other)[renamed[node]])
                .All(same => same);

        bool Same(double[] values, double[] others) =>
            values.Select((value, node) => Math.Abs(value - others[renamed[node]]) < 1e-10).All(same => same);
    }

    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public bool Modularity_is_from_minus_a_half_to_one_and_the_communities_have_the_most(ulong seed, ulong division)
    {
        var network = MadeNetwork.Generated(seed).Build();
        var random = new SeededRandom(division);
        var groups = 1 + random.Below(5);
        var drawn = Modularity.Of(
            network,
            Partition.Of([.. Enumerable.Range(0, network.NodeCount).Select(_ => random.Below(groups))], groups)
        );
        var found = Communities.Of(network).Modularity;
        return drawn is >= -0.5 and <= 1 && found is >= 0 and <= 1 && found >= drawn - 1e-12;
    }

    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public bool A_community_hangs_together(ulong seed)
    {
        var made = MadeNetwork.Generated(seed);
        var partition = Communities.Of(made.Build()).Partition;
        var within = made with
        {
            Links = [.. made.Links.Where(link => partition.GroupOf(link.From) == partition.GroupOf(link.To))],
        };
        return Components.Of(within.Build()).Count == partition.Count;
    }

    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public bool Ranks_add_up_to_one(ulong seed)
    {
        var ranks = PageRank.Of(MadeNetwork.Generated(seed).Build());
        return ranks.Length == 0 || Math.Abs(ranks.Sum() - 1) < 1e-12;
    }

    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public bool A_projection_ties_those_that_share(ulong seed)
    {
        var random = new SeededRandom(seed);
        var ids = Enumerable.Range(0, 8).Select(MadeNetwork.Id).ToArray();
        Incidence[] incidences =
        [
            .. Enumerable
                .Range(0, random.Below(40))
                .Select(link => new Incidence(random.Below(8), random.Below(6), link)),
        ];
        var network = OneModeProjection.Of(ids, incidences).Network;
        for (var one = 0; one < 8; one++)
        {
            for (var other = 0; other < one; other++)
            {
                var shared = Through(one).Intersect(Through(other)).Count();
                var tie = network.TieBetween(one, other);
                if (shared != (tie < 0 ? 0 : network.Weight(tie)))
                    return false;
            }
        }
        return true;

        IEnumerable<int> Through(int node) =>
            incidences.Where(incidence => incidence.Node == node).Select(incidence => incidence.Through);
    }

    /// <summary>Every machine, system and version of the runtime must come to the same bits.</summary>
    [Test]
    public void Measures_of_three_hundred_networks_are_the_same_bits_everywhere()
    {
        var all = new StringBuilder();
        for (ulong seed = 0; seed < 300; seed++)
            all.Append(KnownValueTests.Everything(MadeNetwork.Generated(seed).Build())).Append('\n');
        Assert.That(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString()))),
            Is.EqualTo("14ae97956bb44342ac78e4b0195c0acbf2ca5d49a0b865695c92b20bdd79fdfe")
        );
    }
}

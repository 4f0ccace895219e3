using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Core.Tests.Networks;

/// <summary>A network to test with, as lists; several links may join two bodies.</summary>
internal sealed record MadeNetwork(string Name, int Nodes, List<(int From, int To, double Weight)> Links)
{
    /// <summary>Ids whose order is that of the numbers.</summary>
    public static string Id(int node) => $"n{node:D4}";

    public Network Build()
    {
        var builder = new NetworkBuilder([.. Enumerable.Range(0, Nodes).Select(Id)]);
        foreach (var (from, to, weight) in Links)
            builder.Add(from, to, weight);
        return builder.Build();
    }

    /// <summary>The same with bodies given in another order.</summary>
    public Network BuildShuffled(ulong seed)
    {
        var order = Enumerable.Range(0, Nodes).ToArray();
        new SeededRandom(seed).Shuffle(order);
        var builder = new NetworkBuilder([.. order.Select(Id)]);
        foreach (var (from, to, weight) in Links)
            builder.Add(Array.IndexOf(order, from), Array.IndexOf(order, to), weight);
        return builder.Build();
    }

    /// <summary>Without one body; the others keep their ids.</summary>
    public Network BuildWithout(int left)
    {
        var kept = Enumerable.Range(0, Nodes).Where(node => node != left).ToArray();
        var builder = new NetworkBuilder([.. kept.Select(Id)]);
        foreach (var (from, to, weight) in Links.Where(link => link.From != left && link.To != left))
            builder.Add(Array.IndexOf(kept, from), Array.IndexOf(kept, to), weight);
        return builder.Build();
    }

    public static MadeNetwork Of(string name, int nodes, params (int, int)[] links) =>
        new(name, nodes, [.. links.Select(link => (link.Item1, link.Item2, 1.0))]);

    /// <summary>One of several kinds: sparse, dense, bipartite with hubs, trees, rings of cliques; some weighted, some with several links between two bodies.</summary>
    public static MadeNetwork Generated(ulong seed)
    {
        var random = new SeededRandom(seed);
        var nodes = random.Below(6) == 0 ? random.Below(4) : 4 + random.Below(45);
        var pairs = new List<(int, int)>();
        var kind = random.Below(6);
        switch (kind)
        {
            case 0:
                Pairs(random, nodes, pairs, 1 + random.Below(4));
                break;
            case 1:
                Pairs(random, nodes, pairs, 20 + random.Below(60));
                break;
            case 2:
                var groups = 1 + random.Below(Math.Max(1, nodes / 4));
                for (var member = groups; member < nodes; member++)
                {
                    for (var i = random.Below(4); i > 0; i--)
                        pairs.Add((member, Math.Min(random.Below(groups), random.Below(groups))));
                }
                break;
            case 3:
                for (var node = 1; node < nodes; node++)
                {
                    if (random.Below(10) > 0)
                        pairs.Add((node, random.Below(node)));
                }
                break;
            case 4:
                var size = 3 + random.Below(4);
                for (var node = 0; node < nodes; node++)
                {
                    for (var other = node / size * size; other < node; other++)
                        pairs.Add((node, other));
                    if (node % size == 0)
                        pairs.Add((node, (node + size) % nodes));
                }
                break;
            default:
                Pairs(random, nodes, pairs, 5 + random.Below(10));
                break;
        }
        var several = random.Below(3) == 0;
        var weighted = random.Below(3) == 0;
        var links = new List<(int, int, double)>();
        foreach (var (from, to) in pairs.Where(pair => pair.Item1 != pair.Item2))
        {
            for (var i = several ? random.Below(3) : 0; i >= 0; i--)
                links.Add((from, to, weighted ? (1 + random.Below(40)) / 8.0 : 1));
        }
        return new($"network {seed} of kind {kind}", nodes, links);
    }

    private static void Pairs(SeededRandom random, int nodes, List<(int, int)> pairs, int percent)
    {
        for (var one = 0; one < nodes; one++)
        {
            for (var other = 0; other < one; other++)
            {
                if (random.Below(100) < percent)
                    pairs.Add((one, other));
            }
        }
    }
}

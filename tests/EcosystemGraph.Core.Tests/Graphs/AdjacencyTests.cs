using EcosystemGraph.Core.Graphs;

namespace EcosystemGraph.Core.Tests.Graphs;

/// <summary>Ties from rows to rows, ascending and each once.</summary>
public sealed class AdjacencyTests
{
    [Test]
    public void Rows_without_a_tie_have_an_empty_list()
    {
        var ties = Adjacency.Of(3, [1], [7]);

        Assert.That(ties.Of(0).ToArray(), Is.Empty);
        Assert.That(ties.Of(1).ToArray(), Is.EqualTo(new[] { 7 }));
        Assert.That(ties.Of(2).ToArray(), Is.Empty);
        Assert.That(ties.Longest, Is.EqualTo(1));
    }

    [Test]
    public void Nothing_is_tied_to_nothing() => Assert.That(Adjacency.Of(0, [], []).Longest, Is.Zero);

    [FsCheck.NUnit.Property(MaxTest = 1000, QuietOnSuccess = true)]
    public bool A_row_has_its_pairs_in_order_and_each_once((byte From, byte To)[] pairs)
    {
        var from = pairs.Select(pair => pair.From % 16).ToArray();
        var to = pairs.Select(pair => pair.To % 32).ToArray();
        int[] Expected(int row) => [.. to.Where((_, i) => from[i] == row).Distinct().Order()];
        var lists = Enumerable.Range(0, 16).Select(row => to.Where((_, i) => from[i] == row)).ToArray();

        foreach (var ties in new[] { Adjacency.Of(16, from, to), Adjacency.Of(lists) })
        {
            for (var row = 0; row < 16; row++)
            {
                if (!ties.Of(row).SequenceEqual(Expected(row)) || ties.Count(row) != Expected(row).Length)
                    return false;
            }
            if (ties.Longest != Enumerable.Range(0, 16).Max(row => Expected(row).Length))
                return false;
        }
        return true;
    }
}

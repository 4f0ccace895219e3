using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Core.Tests.Networks;

/// <summary>The same numbers everywhere.</summary>
public sealed class SeededRandomTests
{
    [Test]
    public void Numbers_are_those_of_SplitMix64()
    {
        var random = new SeededRandom(1234567);
        Assert.That(
            Enumerable.Range(0, 5).Select(_ => random.Next()),
            Is.EqualTo(
                new ulong[]
                {
                    6457827717110365317,
                    3203168211198807973,
                    9817491932198370423,
                    4593380528125082431,
                    16408922859458223821,
                }
            )
        );
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(10)]
    public void Numbers_below_a_bound_are_as_likely_as_each_other(int bound)
    {
        var random = new SeededRandom(1);
        var counts = new int[bound];
        for (var i = 0; i < 10_000 * bound; i++)
            counts[random.Below(bound)]++;
        Assert.That(counts, Is.All.InRange(9_700, 10_300));
        Assert.That(() => random.Below(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_large_bound_is_kept()
    {
        var random = new SeededRandom(2);
        var numbers = Enumerable.Range(0, 1000).Select(_ => random.Below(int.MaxValue)).ToArray();
        Assert.That(numbers, Is.All.InRange(0, int.MaxValue - 1));
        Assert.That(numbers.Max(), Is.GreaterThan(2_000_000_000));
    }

    [Test]
    public void A_choice_is_ascending_and_without_doubles()
    {
        var chosen = new SeededRandom(3).Choose(50, 100);
        Assert.That(chosen, Is.Ordered.Ascending.And.Unique);
        Assert.That(chosen, Has.Length.EqualTo(50).And.All.InRange(0, 99));
        Assert.That(new SeededRandom(3).Choose(4, 4), Is.EqualTo(new[] { 0, 1, 2, 3 }));
    }

    [Test]
    public void Shuffling_keeps_all()
    {
        var numbers = Enumerable.Range(0, 100).ToArray();
        new SeededRandom(4).Shuffle(numbers);
        Assert.That(numbers, Is.Not.Ordered);
        Assert.That(numbers, Is.EquivalentTo(Enumerable.Range(0, 100)));
    }
}

namespace EcosystemGraph.Core.Networks;

/// <summary>
/// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, with the constants
/// of Vigna's splitmix64.c. The same seed gives the same numbers on every machine and in every version of .NET, which
/// <see cref="Random"/> does not promise.
/// </summary>
/// <param name="seed">Any number.</param>
public sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to below <paramref name="bound"/>, each as likely: Lemire, "Fast random integer generation in an interval", 2019.</summary>
    /// <param name="bound">1 or more.</param>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var product = (Next() >> 32) * (ulong)bound;
        if ((uint)product < (uint)bound)
        {
            var least = (uint)(0x1_0000_0000UL % (ulong)bound);
            while ((uint)product < least)
                product = (Next() >> 32) * (ulong)bound;
        }
        return (int)(product >> 32);
    }

    /// <summary>Puts numbers in a random order, each order as likely: Durstenfeld, "Algorithm 235: random permutation", 1964.</summary>
    public void Shuffle(Span<int> numbers)
    {
        for (var last = numbers.Length - 1; last > 0; last--)
        {
            var at = Below(last + 1);
            (numbers[last], numbers[at]) = (numbers[at], numbers[last]);
        }
    }

    /// <summary>So many of the numbers from 0 to below <paramref name="total"/>, each once, ascending, each choice as likely.</summary>
    public int[] Choose(int count, int total)
    {
        var numbers = new int[total];
        for (var i = 0; i < total; i++)
            numbers[i] = i;
        for (var i = 0; i < count; i++)
        {
            var at = i + Below(total - i);
            (numbers[i], numbers[at]) = (numbers[at], numbers[i]);
        }
        var chosen = numbers[..count];
        Array.Sort(chosen);
        return chosen;
    }
}

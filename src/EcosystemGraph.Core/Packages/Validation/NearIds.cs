using System.Collections.Immutable;
using System.Numerics;

namespace EcosystemGraph.Core.Packages.Validation;

/// <summary>Finds the ids that someone may have meant by one that is not there.</summary>
public sealed class NearIds
{
    private readonly ImmutableArray<(string Id, ulong Letters)> _known;

    /// <summary>Prepares the search.</summary>
    /// <param name="known">The ids that are there.</param>
    public NearIds(IEnumerable<string> known) =>
        _known = [.. known.Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Select(id => (id, LettersOf(id)))];

    /// <summary>The nearest ids, best first: those a few typing mistakes away, then those that hold it or are held by it.</summary>
    /// <param name="wanted">The id that is not there.</param>
    /// <param name="count">At most so many.</param>
    public ImmutableArray<string> Find(string wanted, int count = 3)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var limit = Math.Max(2, wanted.Length / 3);
        var letters = LettersOf(wanted);
        var near = new List<(int Distance, string Id)>();
        foreach (var (id, itsLetters) in _known)
        {
            // A change swaps one letter for another, so it alters at most two of the letters that a word has.
            var distance = BitOperations.PopCount(letters ^ itsLetters) <= 2 * limit ? Distance(wanted, id, limit) : limit + 1;
            if (distance > limit && Holds(wanted, id)) distance = limit + 1;
            else if (distance > limit) continue;
            near.Add((distance, id));
        }
        near.Sort((a, b) => a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : string.CompareOrdinal(a.Id, b.Id));
        return [.. near.Take(count).Select(each => each.Id)];
    }

    private static bool Holds(string one, string other) => Math.Min(one.Length, other.Length) >= 3
        && (one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase));

    private static ulong LettersOf(string id)
    {
        var letters = 0UL;
        foreach (var c in id) letters |= 1UL << (char.ToLowerInvariant(c) & 63);
        return letters;
    }

    // Levenshtein distance without regard to case; anything above the limit is limit + 1.
    private static int Distance(string one, string other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) > limit) return limit + 1;
        var previous = new int[other.Length + 1];
        var current = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) previous[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + change);
                least = Math.Min(least, current[j]);
            }
            if (least > limit) return limit + 1;
            (previous, current) = (current, previous);
        }
        return previous[other.Length];
    }
}

using System.Collections.Immutable;
using System.Numerics;

namespace EcosystemGraph.Core.Packages.Validation;

/// <summary>Finds the ids that someone may have meant by one that is not there.</summary>
public sealed class NearIds
{
    private readonly ImmutableArray<(string Id, string Lower, ulong Letters)> _known;

    /// <summary>Prepares the search.</summary>
    /// <param name="known">The ids that are there.</param>
    public NearIds(IEnumerable<string> known) =>
        _known = [
            .. known
                .Where(id => id.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Select(id => (id, id.ToLowerInvariant(), LettersOf(id.ToLowerInvariant()))),
        ];

    /// <summary>The nearest ids, best first: those a few typing mistakes away, then those that hold it or are held by it.</summary>
    /// <param name="wanted">The id that is not there.</param>
    /// <param name="count">At most so many.</param>
    public ImmutableArray<string> Find(string wanted, int count = 3)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var lower = wanted.ToLowerInvariant();
        var letters = LettersOf(lower);
        var farthest = Math.Max(2, wanted.Length / 3);
        // The farther away, the later in the list; once it is full, only what is nearer than its last is worth measuring.
        var near = new List<(int Distance, string Id)>(count + 1);
        foreach (var (id, itsLower, itsLetters) in _known)
        {
            var limit = near.Count < count ? farthest : Math.Min(farthest, near[^1].Distance);
            // A change swaps one letter for another, so it alters at most two of the letters that a word has.
            var distance =
                BitOperations.PopCount(letters ^ itsLetters) <= 2 * limit
                    ? Distance(lower, itsLower, limit)
                    : limit + 1;
            if (distance > limit)
            {
                if (limit < farthest || !Holds(lower, itsLower))
                    continue;
                distance = farthest + 1;
            }
            var at = near.FindIndex(other =>
                distance != other.Distance ? distance < other.Distance : string.CompareOrdinal(id, other.Id) < 0
            );
            near.Insert(at < 0 ? near.Count : at, (distance, id));
            if (near.Count > count)
                near.RemoveAt(count);
        }
        return [.. near.Select(each => each.Id)];
    }

    private static bool Holds(string one, string other) =>
        Math.Min(one.Length, other.Length) >= 3
        && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal));

    private static ulong LettersOf(string id)
    {
        var letters = 0UL;
        foreach (var c in id)
            letters |= 1UL << (c & 63);
        return letters;
    }

    // Levenshtein distance; anything above the limit is limit + 1, and only cells that near to the diagonal are filled in.
    private static int Distance(string one, string other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) > limit)
            return limit + 1;
        Span<int> row = other.Length < 256 ? stackalloc int[other.Length + 1] : new int[other.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var (start, end) = (Math.Max(1, i - limit), Math.Min(other.Length, i + limit));
            var diagonal = row[start - 1];
            row[start - 1] = start == 1 ? i : limit + 1;
            var least = row[start - 1];
            for (var j = start; j <= end; j++)
            {
                // A cell right of the band in the row above is beyond the limit.
                var above = j == i + limit ? limit + 1 : row[j];
                var cell = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = cell;
                least = Math.Min(least, cell);
            }
            if (least > limit)
                return limit + 1;
        }
        return Math.Min(row[other.Length], limit + 1);
    }
}

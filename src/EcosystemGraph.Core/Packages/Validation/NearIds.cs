using System.Collections.Immutable;
using System.Numerics;
using EcosystemGraph.Core.Text;

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
                    ? EditDistance.Of(lower, itsLower, limit)
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
}

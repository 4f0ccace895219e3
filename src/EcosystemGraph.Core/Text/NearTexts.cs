namespace EcosystemGraph.Core.Text;

/// <summary>Finds what someone may have meant by an id or a word that is not there.</summary>
/// <remarks>
/// To compare is some microseconds a candidate. Of bodies, actors and groupings together, all are compared where they are
/// at most <see cref="Whole"/>; of more, those that stand beside what was asked: <see cref="Beside"/> before and as many
/// after it by id, among actors by folded name, and among groupings by folded name. A mistake in the first letters of an
/// id then finds nothing. Every store keeps to this, so that all suggest the same.
/// </remarks>
public static class NearTexts
{
    /// <summary>So many bodies are all compared.</summary>
    public const int Whole = 2_000;

    /// <summary>Of more bodies, so many each side of what was asked are.</summary>
    public const int Beside = 20;

    /// <summary>
    /// The candidates nearest to a text, the nearest first: those whose id or label, folded, contains it, is contained
    /// in it, or differs in a few letters (Levenshtein distance at most a third of the length).
    /// </summary>
    /// <param name="asked">The text asked for.</param>
    /// <param name="candidates">Ids with their labels.</param>
    /// <param name="count">How many at most.</param>
    public static IReadOnlyList<string> Of(
        string asked,
        IEnumerable<(string Id, string Label)> candidates,
        int count = 3
    )
    {
        var folded = FoldedText.Of(asked);
        if (folded.Length == 0)
            return [];
        var limit = Math.Max(2, folded.Length / 3);
        return
        [
            .. candidates
                .Select(c =>
                    (
                        c.Id,
                        Distance: Math.Min(
                            Distance(folded, FoldedText.Of(c.Id), limit),
                            Distance(folded, FoldedText.Of(c.Label), limit)
                        )
                    )
                )
                .Where(c => c.Distance <= limit)
                .OrderBy(c => c.Distance)
                .ThenBy(c => c.Id, StringComparer.Ordinal)
                .Select(c => c.Id)
                .Distinct(StringComparer.Ordinal)
                .Take(count),
        ];
    }

    private static int Distance(string asked, string other, int limit)
    {
        if (asked == other)
            return 0;
        return
            asked.Length > 2
            && other.Length > 2
            && (asked.Contains(other, StringComparison.Ordinal) || other.Contains(asked, StringComparison.Ordinal))
            ? 1
            : EditDistance.Of(asked, other, limit);
    }
}

namespace EcosystemGraph.Core.Text;

/// <summary>How many letters must be put in, left out or changed to make one text of another.</summary>
/// <remarks>V. I. Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals" (1966).</remarks>
public static class EditDistance
{
    /// <summary>The distance of two texts; whatever is above a limit is the limit and one more.</summary>
    /// <remarks>Of the table one row is kept, and only cells as near to its diagonal as the limit are filled in.</remarks>
    public static int Of(string one, string other, int limit)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
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

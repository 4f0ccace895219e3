namespace EcosystemGraph.Core.Graphs;

/// <summary>
/// For each row of one kind, the rows of another that it is tied to, in ascending order: one array of offsets and
/// one of targets, whatever the number of rows (compressed sparse rows).
/// </summary>
public sealed class Adjacency
{
    private readonly int[] _offsets;
    private readonly int[] _targets;

    private Adjacency(int[] offsets, int[] targets)
    {
        _offsets = offsets;
        _targets = targets;
    }

    /// <summary>The rows tied to <paramref name="row"/>, ascending, each once.</summary>
    public ReadOnlySpan<int> Of(int row) => _targets.AsSpan(_offsets[row], _offsets[row + 1] - _offsets[row]);

    /// <summary>How many rows are tied to <paramref name="row"/>.</summary>
    public int Count(int row) => _offsets[row + 1] - _offsets[row];

    /// <summary>The most rows tied to any one row.</summary>
    public int Longest { get; private init; }

    /// <summary>Builds the ties from pairs of rows; a pair given twice is one tie.</summary>
    /// <param name="rows">How many rows there are on the near side.</param>
    /// <param name="from">The near row of each pair.</param>
    /// <param name="to">The far row of each pair.</param>
    public static Adjacency Of(int rows, ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        var offsets = new int[rows + 1];
        foreach (var row in from)
            offsets[row + 1]++;
        for (var row = 0; row < rows; row++)
            offsets[row + 1] += offsets[row];

        var targets = new int[to.Length];
        var next = offsets.AsSpan(0, rows).ToArray();
        for (var pair = 0; pair < from.Length; pair++)
            targets[next[from[pair]]++] = to[pair];
        return Distinct(offsets, targets);
    }

    /// <summary>Builds the ties from a list of far rows for each near row.</summary>
    public static Adjacency Of(IReadOnlyList<IEnumerable<int>> lists)
    {
        var from = new List<int>();
        var to = new List<int>();
        for (var row = 0; row < lists.Count; row++)
        {
            foreach (var target in lists[row])
            {
                from.Add(row);
                to.Add(target);
            }
        }
        return Of(
            lists.Count,
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(from),
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(to)
        );
    }

    private static Adjacency Distinct(int[] offsets, int[] targets)
    {
        var kept = 0;
        var longest = 0;
        var start = 0;
        for (var row = 0; row + 1 < offsets.Length; row++)
        {
            var end = offsets[row + 1];
            var list = targets.AsSpan(start, end - start);
            list.Sort();
            var begin = kept;
            for (var i = 0; i < list.Length; i++)
            {
                if (i == 0 || list[i] != list[i - 1])
                    targets[kept++] = list[i];
            }
            longest = Math.Max(longest, kept - begin);
            start = end;
            offsets[row + 1] = kept;
        }
        return new Adjacency(offsets, kept == targets.Length ? targets : targets[..kept]) { Longest = longest };
    }
}

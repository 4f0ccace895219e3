namespace EcosystemGraph.Figures.Layouts;

/// <summary>Lays out the components of a network and stands them side by side, the largest first.</summary>
internal static class Packing
{
    // Between components, in lengths of a tie.
    private const double Gap = 0.8;

    /// <summary>Positions of all bodies.</summary>
    /// <param name="ids">Of the bodies.</param>
    /// <param name="neighbors">Of each body.</param>
    /// <param name="seed">Of the layout.</param>
    /// <param name="aspect">Width by height of the area to fill.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static (double[] X, double[] Y) Place(
        string[] ids,
        int[][] neighbors,
        int seed,
        double aspect,
        CancellationToken cancellation
    )
    {
        var (x, y) = (new double[ids.Length], new double[ids.Length]);
        var parts = Components(neighbors);
        var boxes = new List<(int[] Members, double[] X, double[] Y, double Width, double Height)>();
        var area = 0.0;
        foreach (var members in parts)
        {
            var place = new Dictionary<int, int>();
            for (var i = 0; i < members.Length; i++)
                place.Add(members[i], i);
            var (px, py) = StressModel.Place(
                [.. members.Select(m => ids[m])],
                [.. members.Select(m => neighbors[m].Select(n => place[n]).ToArray())],
                seed,
                cancellation
            );
            var (left, top) = (px.Min(), py.Min());
            for (var i = 0; i < px.Length; i++)
            {
                px[i] -= left;
                py[i] -= top;
            }
            var (width, height) = (px.Max() + Gap, py.Max() + Gap);
            boxes.Add((members, px, py, width, height));
            area += width * height;
        }
        // Shelves as wide as makes the whole about as wide as the area is.
        var row = Math.Max(boxes.Max(b => b.Width), Math.Sqrt(area * aspect) * 1.1);
        double atX = 0,
            atY = 0,
            shelf = 0;
        foreach (var box in boxes)
        {
            if (atX > 0 && atX + box.Width > row)
            {
                atX = 0;
                atY += shelf;
                shelf = 0;
            }
            for (var i = 0; i < box.Members.Length; i++)
                (x[box.Members[i]], y[box.Members[i]]) = (atX + box.X[i], atY + box.Y[i]);
            atX += box.Width;
            shelf = Math.Max(shelf, box.Height);
        }
        return (x, y);
    }

    /// <summary>The components, the largest first, then by their first body.</summary>
    public static List<int[]> Components(int[][] neighbors)
    {
        var seen = new bool[neighbors.Length];
        var parts = new List<int[]>();
        for (var from = 0; from < neighbors.Length; from++)
        {
            if (seen[from])
                continue;
            var members = new List<int> { from };
            seen[from] = true;
            for (var head = 0; head < members.Count; head++)
            {
                foreach (var next in neighbors[members[head]])
                {
                    if (seen[next])
                        continue;
                    seen[next] = true;
                    members.Add(next);
                }
            }
            members.Sort();
            parts.Add([.. members]);
        }
        return [.. parts.OrderByDescending(p => p.Length).ThenBy(p => p[0])];
    }
}

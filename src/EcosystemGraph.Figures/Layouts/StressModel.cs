namespace EcosystemGraph.Figures.Layouts;

/// <summary>
/// Places the bodies of one connected component so that their distances are as near as can be to how many ties they are apart, which is
/// called stress: Kamada and Kawai 1989; lowered body by body as in Gansner, Koren and North, "Graph drawing by stress majorization", 2004.
/// </summary>
/// <remarks>
/// A body's first place is a hash of its id, so that a body more leaves the rest where they were. Tried and given up:
/// classical scaling, spectral starts, lowering stress in four dimensions and pressing them flat, holding bodies to their first places for a
/// while, laying the network along its longest axis. None keeps bodies in place better. Only + − × ÷ and the square root are used: IEEE 754 gives their last bit, so that
/// every machine gets the same places.
/// </remarks>
internal static class StressModel
{
    private const int MostSweeps = 300;
    private const double Settled = 1e-4;

    // Small networks are tried from several starts, and another is taken where it is clearly better: what is clearly the best stays so when a
    // body is added.
    private const int Starts = 900;
    private const int MostStarts = 10;
    private const double ClearlyLess = 0.985;

    /// <summary>Positions, a tie being about 1 long, around their mean.</summary>
    /// <param name="ids">Of the bodies.</param>
    /// <param name="neighbors">Of each body, connected.</param>
    /// <param name="seed">Another number gives other first places.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static (double[] X, double[] Y) Place(
        string[] ids,
        int[][] neighbors,
        int seed,
        CancellationToken cancellation
    )
    {
        var count = ids.Length;
        if (count == 1)
            return ([0], [0]);
        var steps = Steps(neighbors, cancellation);
        var weights = Weights(steps);
        var (firstX, firstY) = FirstPlaces(ids, seed, 0);
        double[] bestX = [],
            bestY = [];
        var least = double.MaxValue;
        for (var start = 0; start < Math.Clamp(Starts / count, 1, MostStarts); start++)
        {
            var (x, y) = FirstPlaces(ids, seed, start);
            var scale = BestScale(steps, x, y);
            for (var i = 0; i < count; i++)
            {
                x[i] *= scale;
                y[i] *= scale;
            }
            for (var sweep = 0; sweep < MostSweeps; sweep++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Lower(steps, weights, x, y) < Settled * Settled * count)
                    break;
            }
            var stress = Stress(steps, x, y);
            if (stress > ClearlyLess * least)
                continue;
            (bestX, bestY, least) = (x, y, stress);
        }
        Center(bestX);
        Center(bestY);
        TurnTowards(firstX, firstY, bestX, bestY);
        return (bestX, bestY);
    }

    /// <summary>How many ties any two are apart, row by row: breadth first from each.</summary>
    public static ushort[][] Steps(int[][] neighbors, CancellationToken cancellation)
    {
        var count = neighbors.Length;
        var steps = new ushort[count][];
        var queue = new int[count];
        for (var from = 0; from < count; from++)
        {
            cancellation.ThrowIfCancellationRequested();
            var row = steps[from] = new ushort[count];
            Array.Fill(row, ushort.MaxValue);
            row[from] = 0;
            queue[0] = from;
            for (int head = 0, tail = 1; head < tail; head++)
            {
                var at = queue[head];
                foreach (var next in neighbors[at])
                {
                    if (row[next] != ushort.MaxValue)
                        continue;
                    row[next] = (ushort)(row[at] + 1);
                    queue[tail++] = next;
                }
            }
        }
        return steps;
    }

    /// <summary>The stress of positions at the scale that suits them best: for each two, ((distance − steps) ÷ steps)².</summary>
    public static double Stress(ushort[][] steps, double[] x, double[] y)
    {
        var scale = BestScale(steps, x, y);
        var stress = 0.0;
        for (var i = 1; i < x.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (steps[i][j] == ushort.MaxValue)
                    continue;
                var off = scale * Distance(x[i] - x[j], y[i] - y[j]) / steps[i][j] - 1;
                stress += off * off;
            }
        }
        return stress;
    }

    private static (double[] X, double[] Y) FirstPlaces(string[] ids, int seed, int start)
    {
        var (x, y) = (new double[ids.Length], new double[ids.Length]);
        for (var i = 0; i < ids.Length; i++)
            (x[i], y[i]) = FirstPlace(ids[i], seed, start);
        return (x, y);
    }

    // Stress does not care which way up a network is. It is turned, and mirrored where that is nearer, towards where its bodies began, so that it
    // does not turn when one is added.
    private static void TurnTowards(double[] firstX, double[] firstY, double[] x, double[] y)
    {
        double xx = 0,
            xy = 0,
            yx = 0,
            yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            xx += x[i] * firstX[i];
            xy += x[i] * firstY[i];
            yx += y[i] * firstX[i];
            yy += y[i] * firstY[i];
        }
        var (turned, mirrored) = (
            (xx + yy) * (xx + yy) + (xy - yx) * (xy - yx),
            (xx - yy) * (xx - yy) + (xy + yx) * (xy + yx)
        );
        var side = mirrored > turned ? -1 : 1;
        var (along, across) = (xx + side * yy, xy - side * yx);
        var length = Math.Sqrt(along * along + across * across);
        if (length == 0)
            return;
        var (cosine, sine) = (along / length, across / length);
        for (var i = 0; i < x.Length; i++)
            (x[i], y[i]) = (cosine * x[i] - sine * side * y[i], sine * x[i] + cosine * side * y[i]);
    }

    // FNV-1a over the id's UTF-16 units, then the finisher of SplitMix64 for each coordinate: the same on every machine.
    private static (double X, double Y) FirstPlace(string id, int seed, int start)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var c in id)
            hash = (hash ^ c) * 0x100000001B3UL;
        hash ^= (ulong)(uint)seed * 0xD6E8FEB86659FD93UL + (ulong)(uint)start * 0xA0761D6478BD642FUL;
        return (Unit(hash + 0x9E3779B97F4A7C15UL), Unit(hash + 0x3C6EF372FE94F82AUL));

        static double Unit(ulong z)
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return ((z ^ (z >> 31)) >> 11) / (double)(1UL << 52) - 1;
        }
    }

    private static double[] Weights(ushort[][] steps)
    {
        var longest = 0;
        foreach (var row in steps)
        foreach (var step in row)
            longest = Math.Max(longest, step);
        var weights = new double[longest + 1];
        for (var step = 1; step <= longest; step++)
            weights[step] = 1.0 / (step * (double)step);
        return weights;
    }

    private static void Center(double[] values)
    {
        double sum = 0;
        foreach (var value in values)
            sum += value;
        var mean = sum / values.Length;
        for (var i = 0; i < values.Length; i++)
            values[i] -= mean;
    }

    private static double BestScale(ushort[][] steps, double[] x, double[] y)
    {
        double along = 0,
            square = 0;
        for (var i = 1; i < x.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (steps[i][j] == ushort.MaxValue)
                    continue;
                var part = Distance(x[i] - x[j], y[i] - y[j]) / steps[i][j];
                along += part;
                square += part * part;
            }
        }
        return square == 0 ? 1 : along / square;
    }

    // Each body in turn goes to the mean of the places where each other would like it, weighted by 1 ÷ steps². Returns how far all went, squared.
    private static double Lower(ushort[][] steps, double[] weights, double[] x, double[] y)
    {
        double moved = 0;
        for (var i = 0; i < x.Length; i++)
        {
            double sumX = 0,
                sumY = 0,
                sum = 0,
                atX = x[i],
                atY = y[i];
            var row = steps[i];
            for (var j = 0; j < row.Length; j++)
            {
                var step = row[j];
                double dx = atX - x[j],
                    dy = atY - y[j];
                var square = dx * dx + dy * dy;
                var stretch = square > 1e-18 ? step / Math.Sqrt(square) : 0;
                var weight = weights[step];
                sumX += weight * (x[j] + dx * stretch);
                sumY += weight * (y[j] + dy * stretch);
                sum += weight;
            }
            (x[i], y[i]) = (sumX / sum, sumY / sum);
            moved += (x[i] - atX) * (x[i] - atX) + (y[i] - atY) * (y[i] - atY);
        }
        return moved;
    }

    private static double Distance(double dx, double dy) => Math.Sqrt(dx * dx + dy * dy);
}

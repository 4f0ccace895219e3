using EcosystemGraph.Figures.Scenes;

namespace EcosystemGraph.Figures.Layouts;

/// <summary>Pushes boxes apart until none overlap, or until that is as good as it gets.</summary>
internal static class Overlaps
{
    private const int MostRounds = 150;

    /// <summary>Moves centres, in place.</summary>
    /// <param name="x">Of the centres.</param>
    /// <param name="y">Of the centres.</param>
    /// <param name="widths">Of the boxes.</param>
    /// <param name="heights">Of the boxes.</param>
    /// <param name="area">Where boxes have to stay.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static void Remove(
        double[] x,
        double[] y,
        double[] widths,
        double[] heights,
        Box area,
        CancellationToken cancellation
    )
    {
        var count = x.Length;
        var order = new int[count];
        for (var i = 0; i < count; i++)
            order[i] = i;
        var widest = widths.DefaultIfEmpty(0).Max();
        for (var round = 0; round < MostRounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < count; i++)
            {
                x[i] = Math.Clamp(
                    x[i],
                    area.Left + Math.Min(widths[i], area.Width) / 2,
                    area.Right - Math.Min(widths[i], area.Width) / 2
                );
                y[i] = Math.Clamp(
                    y[i],
                    area.Top + Math.Min(heights[i], area.Height) / 2,
                    area.Bottom - Math.Min(heights[i], area.Height) / 2
                );
            }
            // Insertion sort: the order hardly changes from round to round.
            for (var i = 1; i < count; i++)
            {
                var at = order[i];
                var j = i;
                for (; j > 0 && (x[order[j - 1]] > x[at] || (x[order[j - 1]] == x[at] && order[j - 1] > at)); j--)
                    order[j] = order[j - 1];
                order[j] = at;
            }
            var clear = true;
            for (var i = 0; i < count; i++)
            {
                var a = order[i];
                for (var j = i + 1; j < count && x[order[j]] - x[a] < (widths[a] + widest) / 2; j++)
                {
                    var b = order[j];
                    var overX = (widths[a] + widths[b]) / 2 - Math.Abs(x[b] - x[a]);
                    var overY = (heights[a] + heights[b]) / 2 - Math.Abs(y[b] - y[a]);
                    if (overX <= 0.01 || overY <= 0.01)
                        continue;
                    clear = false;
                    // The shorter way out. In a tie of places, the lower index goes up or left.
                    if (overX < overY)
                    {
                        var push = overX / 2 * (x[b] > x[a] || (x[b] == x[a] && b > a) ? 1 : -1);
                        x[a] -= push;
                        x[b] += push;
                    }
                    else
                    {
                        var push = overY / 2 * (y[b] > y[a] || (y[b] == y[a] && b > a) ? 1 : -1);
                        y[a] -= push;
                        y[b] += push;
                    }
                }
            }
            if (clear)
                break;
        }
    }
}

using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures.Scenes;

namespace EcosystemGraph.Figures.Layouts;

/// <summary>Bodies that are few ties apart stand near each other.</summary>
internal sealed class ForceArrangement : IArrangement
{
    // How much of the area labels may fill while bodies still have room to move.
    private const double Filled = 0.35;
    private const double LeastPart = 0.4;
    private const double MostStretch = 2.4;
    private const double Outlying = 1.3;

    public Variant Layout { get; } = new("FORCE", "Bodies that are few links apart stand near each other.");

    public bool ShowsKinds => true;

    public string Title(Subject subject, string scope) =>
        (subject.ShowsChange ? subject.Phrases.Words.WhatChanged : subject.Phrases.Words.Ties)
        + subject.Phrases.Colon
        + scope;

    public string Reading(Subject subject) => Readings.Ties(subject) + " " + subject.Phrases.Words.NearEachOther;

    public IEnumerable<LegendItem> Legend(Subject subject) => NodeLinkDrawing.Legend(subject);

    public Arranged Draw(Subject subject, Box area, CancellationToken cancellation)
    {
        var (x, y) = Packing.Place(
            [.. subject.Bodies.Select(b => b.Id)],
            subject.Neighbors,
            subject.Style.Seed,
            area.Width / area.Height,
            cancellation
        );
        var count = x.Length;
        var (widths, heights) = (new double[count], new double[count]);
        foreach (var body in subject.Bodies)
        {
            widths[body.Index] = heights[body.Index] = 2.6 * body.Radius + 2 * subject.Unit;
        }
        Fit(x, y, area.Grown(-area.Height * 0.06));
        if (subject.Style.Labels)
        {
            // Room for each label under its body, or for a part of each where all do not fit.
            var (full, tall) = (new double[count], new double[count]);
            var filled = 0.0;
            foreach (var body in subject.Bodies)
            {
                var (width, height) = Labels.Measure(
                    Labels.Preferred(subject, body),
                    Labels.SizeOf(subject, body),
                    Labels.IsBold(body)
                );
                full[body.Index] = Math.Max(widths[body.Index], width + 3 * subject.Unit);
                tall[body.Index] = heights[body.Index] + height + 1.5 * subject.Unit;
                filled += full[body.Index] * tall[body.Index];
            }
            var part = Math.Min(1, Math.Sqrt(Filled * area.Width * area.Height / filled));
            for (var i = 0; i < count; i++)
            {
                // The names that are looked for first have all the room they need.
                if (Labels.IsBold(subject.Bodies[i]) && part < 1 && count > 1)
                {
                    tall[i] *= 1.15;
                    continue;
                }
                // Where few names fit, moving bodies for them would only blur the arrangement.
                if (part < LeastPart)
                    (full[i], tall[i]) = (widths[i], heights[i]);
                full[i] = Math.Max(widths[i], part * full[i]);
                tall[i] = Math.Max(heights[i], part * tall[i]);
            }
            Overlaps.Remove(x, y, full, tall, area, cancellation);
        }
        Overlaps.Remove(x, y, widths, heights, area, cancellation);
        return NodeLinkDrawing.Draw(
            subject,
            [.. x.Select((_, i) => (Point?)new Point(x[i], y[i]))],
            area,
            [],
            [],
            cancellation
        );
    }

    // Fills the area. Outliers are drawn in, as by u ÷ √(1 + u²), so that one far body neither shrinks nor moves the rest, and the middle has
    // more room. Labels lie flat, so that width may be stretched more than height, to a point.
    private static void Fit(double[] x, double[] y, Box area)
    {
        DrawIn(x);
        DrawIn(y);
        var (left, right, top, bottom) = (x.Min(), x.Max(), y.Min(), y.Max());
        var scaleX = right > left ? area.Width / (right - left) : double.MaxValue;
        var scaleY = bottom > top ? area.Height / (bottom - top) : double.MaxValue;
        if (scaleX == double.MaxValue && scaleY == double.MaxValue)
            (scaleX, scaleY) = (1, 1);
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = area.CenterX + (x[i] - (left + right) / 2) * Math.Min(scaleX, MostStretch * scaleY);
            y[i] = area.CenterY + (y[i] - (top + bottom) / 2) * Math.Min(scaleY, MostStretch * scaleX);
        }
    }

    private static void DrawIn(double[] values)
    {
        double sum = 0,
            squares = 0;
        foreach (var value in values)
            sum += value;
        var mean = sum / values.Length;
        foreach (var value in values)
            squares += (value - mean) * (value - mean);
        var spread = Math.Sqrt(squares / values.Length) * Outlying;
        if (spread < 1e-9)
            return;
        for (var i = 0; i < values.Length; i++)
        {
            var u = (values[i] - mean) / spread;
            values[i] = spread * u / Math.Sqrt(1 + u * u);
        }
    }
}

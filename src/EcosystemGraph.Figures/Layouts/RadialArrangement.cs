using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures.Fonts;
using EcosystemGraph.Figures.Scenes;

namespace EcosystemGraph.Figures.Layouts;

/// <summary>Around one body: a ring for each number of ties away from it.</summary>
internal sealed class RadialArrangement : IArrangement
{
    // Along a ring, in printed points, below which neighbours step in and out.
    private const double Crowded = 15;
    private const double RingText = 6.5;

    public Variant Layout { get; } =
        new(
            "RADIAL",
            "Around one body (the first of `highlight`, else the one with the most links), those one link away on the first ring, and so on."
        );

    public bool ShowsKinds => true;

    public string Title(Subject subject, string scope)
    {
        if (Focus(subject)?.Full is not { } focus)
            return subject.Phrases.Words.AroundWhom + subject.Phrases.Colon + scope;
        return subject.ShowsChange
            ? subject.Phrases.Set(subject.Phrases.Words.WhatChangedAround.With(("body", focus)))
            : subject.Phrases.Set(subject.Phrases.Words.HowFarFrom.With(("body", focus)));
    }

    public string Reading(Subject subject) =>
        subject.Phrases.Set(subject.Phrases.Words.HowToReadRings.With(("body", Focus(subject)!.Full)))
        + " "
        + Readings.Ties(subject);

    public IEnumerable<LegendItem> Legend(Subject subject) => NodeLinkDrawing.Legend(subject);

    public Arranged Draw(Subject subject, Box area, CancellationToken cancellation)
    {
        var (unit, phrases) = (subject.Unit, subject.Phrases);
        var focus = Focus(subject)!.Index;
        var layers = Layers(subject, focus, out var unreached);
        var rings = layers.Count - 1 + (unreached.Count > 0 ? 1 : 0);
        var (x, y) = (new double[subject.Bodies.Length], new double[subject.Bodies.Length]);
        (x[focus], y[focus]) = (area.CenterX, area.CenterY);
        var side = subject.Style.Labels ? 46 * unit : 8 * unit;
        var (wide, high) = (area.Width / 2 - side, area.Height / 2 - 9 * unit);
        var behind = new List<Mark>();
        var ringTexts = new List<(string Text, double RadiusX, double RadiusY)>();
        var sectors = Sectors(subject, layers);
        if (unreached.Count > 0)
            layers.Add(unreached);
        for (var ring = 1; ring <= rings; ring++)
        {
            cancellation.ThrowIfCancellationRequested();
            // Outer rings hold more, and get less room between them.
            var part = Math.Sqrt((ring - 0.25) / (rings - 0.25));
            if (rings == 1)
                part = 0.92;
            var (radiusX, radiusY) = (wide * part, high * part);
            behind.Add(
                new Ellipse(
                    new Point(area.CenterX, area.CenterY),
                    radiusX,
                    radiusY,
                    null,
                    Palette.Rule,
                    0.5 * unit,
                    [Math.Round(1.5 * unit, 1), Math.Round(2 * unit, 1)]
                )
            );
            var outside = unreached.Count > 0 && ring == rings;
            var members = layers[ring];
            // A ring as long as its mean radius makes it; precise enough to tell whether it is crowded.
            var crowded = 3.14 * (radiusX + radiusY) / Math.Max(1, members.Count) < Crowded * unit;
            for (var i = 0; i < members.Count; i++)
            {
                var turn = outside ? (i + 0.5) / members.Count : sectors[members[i]];
                var (atX, atY) = Turns.At(turn - Math.Floor(turn));
                var step = crowded
                    ? (i % 3) switch
                    {
                        0 => 1.0,
                        1 => 0.8,
                        _ => 0.62,
                    }
                    : 1.0;
                if (crowded && ring > 1)
                    step = 1 - (1 - step) * 0.5;
                (x[members[i]], y[members[i]]) = (
                    area.CenterX + radiusX * step * atX,
                    area.CenterY + radiusY * step * atY
                );
            }
            var text = outside ? phrases.Words.OutOfReach : phrases.Count(ring, phrases.Words.TiesCounted);
            ringTexts.Add((text, radiusX, radiusY));
        }
        var sizes = subject.Bodies.Select(b => 2.6 * b.Radius + 1.5 * unit).ToArray();
        Overlaps.Remove(x, y, sizes, sizes, area, cancellation);
        var taken = new List<Box>();
        foreach (var (text, radiusX, radiusY) in ringTexts)
        {
            // Where on the ring it is farthest from any body, and clear of the numbers of other rings.
            var size = RingText * unit;
            var free = Enumerable
                .Range(0, 48)
                .Select(i => Turns.At(i / 48.0))
                .Select(t => new Point(area.CenterX + radiusX * t.X, area.CenterY + radiusY * t.Y))
                .Where(p => !taken.Any(t => t.Meets(Box.Around(p, Font.Regular.Width(text, size) + unit, size + unit))))
                .ToArray();
            if (free.Length == 0)
                continue;
            var at = free.MaxBy(p =>
                Enumerable.Range(0, x.Length).Min(i => (p.X - x[i]) * (p.X - x[i]) + 4 * (p.Y - y[i]) * (p.Y - y[i]))
            );
            taken.Add(Box.Around(at, Font.Regular.Width(text, size), size));
            behind.Add(
                new Words(new Point(at.X, at.Y + size * 0.36), text, size, false, Palette.SoftInk, Anchor.Middle, true)
            );
        }
        return NodeLinkDrawing.Draw(
            subject,
            [.. x.Select((_, i) => (Point?)new Point(x[i], y[i]))],
            area,
            behind,
            taken,
            cancellation
        );
    }

    // The first body pointed out that is there, else the one with the most ties.
    private static Body? Focus(Subject subject)
    {
        foreach (var id in subject.Style.Highlight)
        {
            var found = subject.Bodies.FirstOrDefault(b => b.Id == id);
            if (found is not null)
                return found;
        }
        return subject
            .Bodies.OrderByDescending(b => b.Degree)
            .ThenBy(b => b.Id, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static List<List<int>> Layers(Subject subject, int focus, out List<int> unreached)
    {
        var seen = new bool[subject.Bodies.Length];
        seen[focus] = true;
        var layers = new List<List<int>> { new() { focus } };
        while (true)
        {
            var next = new List<int>();
            foreach (var at in layers[^1])
            foreach (var other in subject.Neighbors[at])
            {
                if (seen[other])
                    continue;
                seen[other] = true;
                next.Add(other);
            }
            if (next.Count == 0)
                break;
            layers.Add(next);
        }
        unreached = [.. Enumerable.Range(0, seen.Length).Where(i => !seen[i])];
        return layers;
    }

    // Each body has a sector inside that of the body it hangs on, as wide as what hangs on it; layers are put in the order of their sectors.
    private static double[] Sectors(Subject subject, List<List<int>> layers)
    {
        var count = subject.Bodies.Length;
        var layer = new int[count];
        for (var l = 0; l < layers.Count; l++)
            foreach (var body in layers[l])
                layer[body] = l;
        var parent = new int[count];
        Array.Fill(parent, -1);
        var leaves = new double[count];
        var children = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        for (var l = layers.Count - 1; l > 0; l--)
        {
            foreach (var body in layers[l])
            {
                leaves[body] = Math.Max(1, leaves[body]);
                parent[body] = subject.Neighbors[body].First(n => layer[n] == l - 1);
                leaves[parent[body]] += leaves[body];
                children[parent[body]].Add(body);
            }
        }
        var root = layers[0][0];
        var (from, to) = (new double[count], new double[count]);
        to[root] = 1;
        var middle = new double[count];
        for (var l = 0; l < layers.Count; l++)
        {
            foreach (var body in layers[l])
            {
                var at = from[body];
                var per = (to[body] - from[body]) / Math.Max(1, leaves[body]);
                // Alike beside alike, those with much hanging on them first.
                foreach (
                    var child in children[body]
                        .OrderByDescending(c => leaves[c] > 1)
                        .ThenByDescending(c => subject.Bodies[c].IsGrouping)
                        .ThenBy(c => subject.Bodies[c].Source.Kind.Id, StringComparer.Ordinal)
                        .ThenBy(c => subject.Bodies[c].Id, StringComparer.Ordinal)
                )
                {
                    from[child] = at;
                    at += per * leaves[child];
                    to[child] = at;
                    middle[child] = (from[child] + to[child]) / 2;
                }
            }
            if (l + 1 < layers.Count)
                layers[l + 1].Sort((a, b) => from[a].CompareTo(from[b]));
        }
        return middle;
    }
}

using System.Collections.Immutable;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Scenes;

namespace EcosystemGraph.Figures.Layouts;

/// <summary>Draws bodies as marks, ties as lines between them, and labels beside them.</summary>
internal static class NodeLinkDrawing
{
    /// <summary>How many bodies stay readable, 16 cm wide.</summary>
    private const int Readable = 80;

    public static Arranged Draw(
        Subject subject,
        Point?[] places,
        Box area,
        IEnumerable<Mark> behind,
        IEnumerable<Box> taken,
        CancellationToken cancellation
    )
    {
        var unit = subject.Unit;
        var marks = ImmutableArray.CreateBuilder<Mark>();
        marks.AddRange(behind);
        // Weaker ties first, so that memberships lie on top.
        foreach (var tie in subject.Ties.OrderBy(t => Weight(subject, t)))
        {
            if (places[tie.A] is { } a && places[tie.B] is { } b)
                marks.Add(new Group(TieTitle(subject, tie), [.. DrawTie(subject, tie, a, b)]));
        }
        foreach (var body in subject.Bodies.OrderBy(b => b.Highlighted).ThenBy(b => b.Radius))
        {
            if (places[body.Index] is not { } at)
                continue;
            var drawn = new List<Mark>();
            if (body.Highlighted)
                drawn.Add(
                    new Ellipse(
                        at,
                        body.Radius * 1.25 + 2 * unit,
                        body.Radius * 1.25 + 2 * unit,
                        Palette.White,
                        Palette.Highlight,
                        1.1 * unit,
                        []
                    )
                );
            drawn.AddRange(Shapes.Draw(at, body.Radius, body.Shape, body.Filling, body.Color, unit, body.IsGrouping));
            marks.Add(new Group(body.Full, [.. drawn]));
        }
        if (subject.Style.Labels)
            AddLabels(subject, places, area, taken, marks, cancellation);
        if (subject.Bodies.Length > Readable)
        {
            subject.Warnings.Add(
                subject.Phrases.Set(
                    subject.Phrases.Words.HardToRead.With(("bodies", subject.Bodies.Length), ("readable", Readable))
                )
            );
        }
        return new Arranged(marks.ToImmutable(), places, subject.Bodies.Length, subject.Ties);
    }

    /// <summary>Samples of the kinds of bodies, colours, ties and sizes in the figure.</summary>
    public static IEnumerable<LegendItem> Legend(Subject subject)
    {
        var (phrases, unit) = (subject.Phrases, subject.Unit);
        foreach (var item in KindLegend(subject, subject.Bodies))
            yield return item;
        var links = phrases.Words.Ties;
        LegendItem Sample(string label, Tie tie, string? section = null) =>
            new(
                section ?? links,
                label,
                18 * unit,
                at => [TieLine(subject, tie, new Point(at.X - 9 * unit, at.Y), new Point(at.X + 9 * unit, at.Y))]
            );
        static Tie Plain(Tie tie) => tie with { Activity = null, Status = Status.CURRENT };
        if (subject.ShowsChange)
        {
            foreach (var change in Enum.GetValues<LinkChange>())
            {
                var count = subject.Ties.Count(t => t.Change == change);
                if (count > 0)
                    yield return Sample($"{phrases.Of(change)} ({count})", subject.Ties.First(t => t.Change == change));
            }
        }
        else if (subject.Extract.Projection == ExtractProjection.BIPARTITE)
        {
            if (subject.Ties.FirstOrDefault(t => t.IsMembership) is { } member)
                yield return Sample(phrases.Words.Membership, Plain(member));
            if (subject.Ties.FirstOrDefault(t => !t.IsMembership) is { } other)
                yield return Sample(phrases.Words.OtherTie, Plain(other));
        }
        else if (subject.Ties.Length > 0)
        {
            yield return Sample(
                subject.Extract.Projection == ExtractProjection.ACTORS
                    ? phrases.Words.GroupingInCommon
                    : phrases.Words.MemberInCommon,
                Plain(subject.Ties[0])
            );
        }
        if (!subject.ShowsChange)
        {
            if (subject.Ties.Any(t => t.ArrowA || t.ArrowB))
            {
                yield return new LegendItem(
                    links,
                    phrases.Words.Direction,
                    18 * unit,
                    at =>
                        [
                            new Line(
                                new Point(at.X - 9 * unit, at.Y),
                                new Point(at.X + 6 * unit, at.Y),
                                Palette.OtherLink,
                                0.7 * unit,
                                []
                            ),
                            Arrow(subject, new Point(at.X - 9 * unit, at.Y), new Point(at.X + 9 * unit, at.Y), 0),
                        ]
                );
            }
            foreach (
                var tie in subject
                    .Ties.OrderBy(t => t.Activity)
                    .ThenBy(t => t.Status)
                    .DistinctBy(t => subject.StateOf(t))
            )
            {
                yield return Sample(
                    subject.StateOf(tie),
                    tie with
                    {
                        IsMembership = true,
                    },
                    subject.Extract.At is null ? phrases.Words.Status : phrases.Words.AtTheDate
                );
            }
        }
        if (subject.Bodies.Any(b => b.Highlighted))
        {
            yield return new LegendItem(
                phrases.Words.Signs,
                phrases.Words.PointedOut,
                9 * unit,
                at => [new Ellipse(at, 3.6 * unit, 3.6 * unit, Palette.White, Palette.Highlight, 1.1 * unit, [])]
            );
        }
        if (subject.Style.Labels && subject.Bodies.Any(b => !b.Source.Named))
        {
            var sign = phrases.Words.CategoryName;
            yield return new LegendItem(
                phrases.Words.Signs,
                phrases.Words.Category,
                17 * unit,
                at =>
                    [
                        new Words(
                            new Point(at.X, at.Y + 2.3 * unit),
                            sign,
                            6.5 * unit,
                            false,
                            Palette.SoftInk,
                            Anchor.Middle,
                            false
                        ),
                    ]
            );
        }
        if (subject.Signs.SizeBy is { } by)
        {
            var (least, greatest) = subject.Signs.Sizes;
            foreach (var value in least < greatest ? new[] { least, greatest } : [greatest])
            {
                var radius = subject.Signs.RadiusOf(value) * unit;
                yield return new LegendItem(
                    phrases.Words.Size.With(("measure", phrases.Of(by))),
                    phrases.Number(value),
                    2.2 * radius,
                    at => [new Ellipse(at, radius, radius, Palette.SoftInk, null, 0, [])],
                    2 * radius
                );
            }
        }
    }

    /// <summary>Samples of the kinds of these bodies, and of what colours mean.</summary>
    public static IEnumerable<LegendItem> KindLegend(Subject subject, IReadOnlyCollection<Body> bodies)
    {
        var (phrases, unit) = (subject.Phrases, subject.Unit);
        foreach (var kind in subject.Signs.Kinds)
        {
            if (!bodies.Any(b => b.IsGrouping == kind.Grouping && b.Shape == kind.Shape && b.Filling == kind.Filling))
                continue;
            var radius = (kind.Grouping ? 3.6 : 2.7) * unit;
            yield return new LegendItem(
                kind.Grouping ? phrases.Words.Groupings : phrases.Words.Actors,
                kind.Label,
                2.6 * radius,
                at => Shapes.Draw(at, radius, kind.Shape, kind.Filling, kind.Color, unit, kind.Grouping)
            );
        }
        foreach (var (letter, label, color) in subject.Signs.Colors)
        {
            var section =
                subject.Style.ColorBy == FigureColor.COMMUNITY
                    ? phrases.Words.ColorsOfCommunities
                    : phrases.Words.ColorsOfTerritories;
            yield return new LegendItem(
                section,
                $"[{letter}] {label}",
                8 * unit,
                at =>
                    [
                        new Polygon(
                            [
                                new(at.X - 3.5 * unit, at.Y - 2.2 * unit),
                                new(at.X + 3.5 * unit, at.Y - 2.2 * unit),
                                new(at.X + 3.5 * unit, at.Y + 2.2 * unit),
                                new(at.X - 3.5 * unit, at.Y + 2.2 * unit),
                            ],
                            color,
                            null,
                            0
                        ),
                    ]
            );
        }
    }

    /// <summary>Who is tied to whom, and how, in words: each link, or, projected, what is shared.</summary>
    public static string TieTitle(Subject subject, Tie tie)
    {
        if (subject.Extract.Projection == ExtractProjection.BIPARTITE)
            return string.Join(
                subject.Phrases.Semicolon,
                tie.Source.Links.Select(l => subject.Links.Whole(l, subject.NameOf))
            );
        var shared = tie
            .Source.Links.Select(l => subject.Extract.Projection == ExtractProjection.ACTORS ? l.Target : l.Source)
            .DistinctBy(e => e.Id)
            .Select(subject.NameOf);
        return $"{Readings.SharedBy(subject, tie)}{subject.Phrases.Colon}{string.Join(", ", shared)}";
    }

    private static void AddLabels(
        Subject subject,
        Point?[] places,
        Box area,
        IEnumerable<Box> taken,
        ImmutableArray<Mark>.Builder marks,
        CancellationToken cancellation
    )
    {
        var (placed, leftOut) = Labels.Place(subject, places, area, taken, cancellation);
        foreach (var label in placed.OrderBy(l => l.Body))
            marks.AddRange(Labels.Draw(subject, label, places[label.Body]!.Value));
        if (leftOut.Count == 0)
            return;
        // As much more area as there are more names than fit.
        var height = Math.Min(
            FigureStyle.MaxSide,
            (int)
                Math.Ceiling(
                    (subject.Style.Height + area.Height * 1.2 * leftOut.Count / Math.Max(1, placed.Count)) / 100
                ) * 100
        );
        subject.Warnings.Add(
            subject.Phrases.Set(
                subject.Phrases.Words.NoRoomForNames.With(
                    ("count", leftOut.Count),
                    ("names", subject.Some([.. leftOut.Select(b => b.Short)], 200)),
                    ("height", height),
                    ("bodies", Math.Max(10, placed.Count))
                )
            )
        );
    }

    private static IEnumerable<Mark> DrawTie(Subject subject, Tie tie, Point a, Point b)
    {
        var (fromA, fromB) = (Edge(subject, subject.Bodies[tie.A]), Edge(subject, subject.Bodies[tie.B]));
        var line = TieLine(
            subject,
            tie,
            Toward(a, b, tie.ArrowA ? fromA + 2.5 * subject.Unit : 0),
            Toward(b, a, tie.ArrowB ? fromB + 2.5 * subject.Unit : 0)
        );
        yield return line;
        if (tie.ArrowA)
            yield return Arrow(subject, b, a, fromA, line.Color);
        if (tie.ArrowB)
            yield return Arrow(subject, a, b, fromB, line.Color);
    }

    private static double Edge(Subject subject, Body body) =>
        body.Highlighted ? body.Radius * 1.25 + 2.6 * subject.Unit : body.Radius + subject.Unit;

    private static Line TieLine(Subject subject, Tie tie, Point from, Point to)
    {
        var unit = subject.Unit;
        var width = Weight(subject, tie) * unit;
        var (color, dash) = tie.Change switch
        {
            LinkChange.APPEARED => (Palette.Appeared, ImmutableArray<double>.Empty),
            LinkChange.ENDED => (Palette.Ended, Dash(unit, 4, 2.4)),
            LinkChange.KEPT => (Palette.Kept, []),
            LinkChange.POSSIBLY_CHANGED => (Palette.PossiblyChanged, Dash(unit, 1.2, 1.8)),
            null => (tie.IsMembership ? Palette.Membership : Palette.OtherLink, StateDash(tie, unit)),
        };
        return new Line(from, to, color, width, dash);
    }

    // At a date: solid surely, dashes perhaps, dots not. Else by status: solid, dashes, dots, dashes and dots.
    private static ImmutableArray<double> StateDash(Tie tie, double unit) =>
        (tie.Activity, tie.Status) switch
        {
            (Activity.CERTAIN, _) or (null, Status.CURRENT) => [],
            (Activity.POSSIBLE, _) or (null, Status.PAST) => Dash(unit, 4, 2.4),
            (Activity.NO, _) or (null, Status.PLANNED) => Dash(unit, 1.2, 1.8),
            _ => Dash(unit, 5, 1.8, 1.2, 1.8),
        };

    // Rounded, so that the file repeats a few short numbers.
    private static ImmutableArray<double> Dash(double unit, params double[] points) =>
        [.. points.Select(p => Math.Round(p * unit, 1))];

    private static double Weight(Subject subject, Tie tie) =>
        tie.Change switch
        {
            LinkChange.KEPT => 0.5,
            not null => 1.3,
            null when subject.Extract.Projection != ExtractProjection.BIPARTITE => Math.Min(
                3,
                0.3 + 0.5 * tie.Source.Weight
            ),
            null => tie.IsMembership ? 1 : 0.6,
        };

    private static Point Toward(Point from, Point to, double by)
    {
        double dx = to.X - from.X,
            dy = to.Y - from.Y;
        var distance = Math.Sqrt(dx * dx + dy * dy);
        return distance <= by || by == 0 ? from : new Point(from.X + dx / distance * by, from.Y + dy / distance * by);
    }

    private static Polygon Arrow(Subject subject, Point from, Point to, double before, string color = Palette.OtherLink)
    {
        var unit = subject.Unit;
        var tip = Toward(to, from, before);
        var tail = Toward(to, from, before + 3.6 * unit);
        double dx = tip.X - tail.X,
            dy = tip.Y - tail.Y;
        var length = Math.Sqrt(dx * dx + dy * dy);
        if (length == 0)
            return new Polygon([tip, tip, tip], color, null, 0);
        var (sideX, sideY) = (-dy / length * 1.5 * unit, dx / length * 1.5 * unit);
        return new Polygon(
            [tip, new(tail.X + sideX, tail.Y + sideY), new(tail.X - sideX, tail.Y - sideY)],
            color,
            null,
            0
        );
    }
}

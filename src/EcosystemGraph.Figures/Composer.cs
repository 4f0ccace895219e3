using System.Collections.Immutable;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Fonts;
using EcosystemGraph.Figures.Layouts;
using EcosystemGraph.Figures.Scenes;
using EcosystemGraph.Figures.Styles;
using EcosystemGraph.Figures.Texts;

namespace EcosystemGraph.Figures;

/// <summary>A picture and what is said about it.</summary>
internal sealed record Composition(Scene Scene, Subject Subject, Point?[] Places, string Caption);

/// <summary>Puts the blocks of a figure on the page in the order of a report: title, figure, legend, how to read it, scope, source, data set.</summary>
internal static class Composer
{
    // All in printed points.
    private const double Margin = 7;
    private const double TitleSize = 10;
    private const double TextSize = 6.5;
    private const double Leading = 1.28;
    private const double LeastArea = 110;

    public static Composition Compose(Extract extract, FigureStyle style, CancellationToken cancellation)
    {
        FigureOptions.Check(style);
        var subject = Subject.Of(extract, style);
        var arrangement = Arrangements.Of(style.Layout);
        var unit = subject.Unit;
        var phrases = subject.Phrases;
        var (left, right) = (Margin * unit, style.Width - Margin * unit);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        marks.Add(
            new Polygon(
                [new(0, 0), new(style.Width, 0), new(style.Width, style.Height), new(0, style.Height)],
                Palette.White,
                null,
                0
            )
        );

        var scope = PlainText.Clean(phrases.Set(extract.Scope.In(style.Language) ?? phrases.Words.WholeNetwork));
        var title =
            style.Title is { } given && PlainText.Clean(given) is { Length: > 0 } clean
                ? phrases.Set(clean)
                : arrangement.Title(
                    subject,
                    extract.Heading.In(style.Language) is { } heading ? PlainText.Clean(phrases.Set(heading)) : scope
                );
        var top = Margin * unit;
        foreach (var line in PlainText.Wrap(title, Font.Bold, TitleSize * unit, right - left, 2))
        {
            marks.Add(
                new Words(
                    new Point(left, top + TitleSize * unit * Font.CapHeight),
                    line,
                    TitleSize * unit,
                    true,
                    Palette.Ink,
                    Anchor.Start,
                    false
                )
            );
            top += TitleSize * unit * 1.2;
        }
        top += 2 * unit;

        if (arrangement.ShowsKinds)
            subject.Warnings.AddRange(subject.Signs.Warnings);
        var known = subject.Warnings.Count;
        // What is shown is known once it is drawn; where it is not all, the notes say so, and what room they leave is drawn in again.
        var said = (Bodies: subject.Bodies.Length, Ties: subject.Ties.Length);
        var (notes, below, areaBottom, arranged) = Draw(
            subject,
            arrangement,
            scope,
            subject.Bodies.Length,
            subject.Ties,
            unit,
            left,
            right,
            top,
            cancellation
        );
        for (var again = 0; again < 2; again++)
        {
            var (bodies, ties) = (arranged.Bodies, arranged.Ties);
            if (subject.Bodies.IsEmpty || (bodies, ties.Length) == said)
                break;
            subject.Warnings.RemoveRange(known, subject.Warnings.Count - known);
            said = (bodies, ties.Length);
            (notes, below, areaBottom, arranged) = Draw(
                subject,
                arrangement,
                scope,
                bodies,
                ties,
                unit,
                left,
                right,
                top,
                cancellation
            );
        }
        marks.AddRange(arranged.Marks);
        foreach (var mark in below)
            marks.Add(Moved(mark, areaBottom));
        var caption = string.Join(
            ' ',
            new[] { Stop(title) }.Concat(notes.Select(n => Stop($"{n.Lead}{phrases.Colon}{n.Text}")))
        );
        var scene = new Scene(
            style.Width,
            style.Height,
            title,
            Descriptions.Of(subject, title, notes),
            style.Language,
            marks.ToImmutable()
        );
        return new Composition(scene, subject, arranged.Places, caption);
    }

    private static (
        List<(string Lead, string Text)> Notes,
        List<Mark> Below,
        double AreaBottom,
        Arranged Arranged
    ) Draw(
        Subject subject,
        IArrangement arrangement,
        string scope,
        int bodies,
        ImmutableArray<Tie> ties,
        double unit,
        double left,
        double right,
        double top,
        CancellationToken cancellation
    )
    {
        var (phrases, style) = (subject.Phrases, subject.Style);
        var notes = Notes(subject, arrangement, scope, bodies, ties);
        var below = new List<Mark>();
        var bottom = 0.0;
        if (style.Legend && !subject.Bodies.IsEmpty)
            bottom = Legend(arrangement.Legend(subject), unit, left, right, below);
        foreach (var (lead, text) in notes)
            bottom = Note(lead, text, unit, left, right, bottom, below);
        var areaBottom = style.Height - Margin * unit - bottom;
        if (areaBottom - top < LeastArea * unit)
        {
            var needed = (int)Math.Ceiling(style.Height + LeastArea * unit - (areaBottom - top));
            if (areaBottom - top < LeastArea * unit / 2)
            {
                throw new FigureException(
                    "height",
                    FormattableString.Invariant(
                        $"height is {style.Height}, of which title, legend and notes leave too little for the figure; it must be at least {needed} here, or leave the legend out (legend: false)"
                    )
                );
            }
            subject.Warnings.Add(phrases.Set(phrases.Words.LittleRoom.With(("height", needed))));
        }
        var area = new Box(left, top, right, areaBottom - 3 * unit);
        Arranged arranged;
        if (subject.Bodies.IsEmpty)
        {
            var text = phrases.Words.NothingAnswers;
            arranged = new Arranged(
                [
                    new Words(
                        new Point(area.CenterX, area.CenterY),
                        text,
                        8 * unit,
                        false,
                        Palette.SoftInk,
                        Anchor.Middle,
                        false
                    ),
                ],
                [],
                0,
                []
            );
        }
        else
        {
            arranged = arrangement.Draw(subject, area, cancellation);
        }
        return (notes, below, areaBottom, arranged);
    }

    private static string Stop(string sentence) => sentence.EndsWith('.') ? sentence : sentence + ".";

    private static List<(string Lead, string Text)> Notes(
        Subject subject,
        IArrangement arrangement,
        string scope,
        int bodies,
        ImmutableArray<Tie> ties
    )
    {
        var (phrases, extract) = (subject.Phrases, subject.Extract);
        var notes = new List<(string, string)>();
        if (!subject.Bodies.IsEmpty)
            notes.Add((phrases.Words.HowToRead, arrangement.Reading(subject)));
        var counts =
            phrases.Count(bodies, phrases.Words.Bodies) + ", " + phrases.Count(ties.Length, phrases.Words.TiesCounted);
        var doubts = new[] { Confidence.INFERRED, Confidence.UNCERTAIN }
            .Select(confidence => (Confidence: confidence, Count: ties.Count(t => t.Confidence == confidence)))
            .Where(doubt => doubt.Count > 0)
            .Select(doubt =>
                phrases.Count(
                    doubt.Count,
                    doubt.Confidence == Confidence.INFERRED
                        ? phrases.Words.InferredCounted
                        : phrases.Words.UncertainCounted
                )
            )
            .ToArray();
        if (doubts.Length > 0)
            counts += " " + phrases.Words.OfWhich.With(("doubts", phrases.List(doubts)));
        if (subject.LeftOut > 0)
        {
            var (by, all) = (
                phrases.Of(subject.Style.SizeBy ?? NodeMeasure.DEGREE),
                subject.Bodies.Length + subject.LeftOut
            );
            counts +=
                phrases.Semicolon
                + phrases.Set(
                    phrases.Words.FirstOf.With(("shown", subject.Bodies.Length), ("all", all), ("measure", by))
                );
        }
        var hidden = new List<string>();
        if (bodies < subject.Bodies.Length)
            hidden.Add(phrases.Count(subject.Bodies.Length - bodies, phrases.Words.Bodies));
        if (ties.Length < subject.Ties.Length)
            hidden.Add(phrases.Count(subject.Ties.Length - ties.Length, phrases.Words.TiesCounted));
        if (hidden.Count > 0)
            counts += phrases.Semicolon + phrases.Words.NotShown + phrases.Colon + phrases.List(hidden);
        notes.Add((phrases.Words.Scope, $"{scope} ({counts})."));
        if (Lists(subject) is { Length: > 0 } lists)
            notes.Add((phrases.Words.Members, lists + "."));
        if (!extract.Dataset.Sources.IsEmpty)
        {
            var sources = extract
                .Dataset.Sources.Take(3)
                .Select(s =>
                    string.Join(
                        ", ",
                        new[]
                        {
                            s.Publisher is null ? null : PlainText.Clean(s.Publisher),
                            PlainText.Clean(s.Title),
                            s.Date is { } date ? phrases.Date(date) : null,
                        }.Where(t => !string.IsNullOrEmpty(t))
                    )
                );
            var more = extract.Dataset.Sources.Length - 3;
            notes.Add(
                (
                    extract.Dataset.Sources.Length == 1 ? phrases.Words.Source : phrases.Words.Sources,
                    string.Join(phrases.Semicolon, sources)
                        + (more > 0 ? phrases.Semicolon + phrases.Count(more, phrases.Words.MoreDocuments) : "")
                        + "."
                )
            );
        }
        var title = PlainText.Clean(extract.Dataset.Title);
        var fingerprint = extract.Dataset.Sha256.Length > 12 ? extract.Dataset.Sha256[..12] : extract.Dataset.Sha256;
        notes.Add(
            (
                phrases.Words.Data,
                phrases.Set(
                    phrases.Words.DataSet.With(
                        ("title", title),
                        ("version", PlainText.Clean(extract.Dataset.Version)),
                        ("fingerprint", fingerprint)
                    )
                )
            )
        );
        return notes;
    }

    // Of which groupings the source's list of members is open, of which complete: only of these does absence mean something.
    private static string Lists(Subject subject) =>
        subject.Extract.Projection != ExtractProjection.BIPARTITE
            ? ""
            : string.Join(
                subject.Phrases.Semicolon,
                subject
                    .Bodies.Where(b =>
                        b.Source.Openness != Openness.UNKNOWN
                        && subject.Ties.Any(t =>
                            t.IsMembership
                            && (t.A == b.Index || t.B == b.Index)
                            && t.Source.Links.Any(l => l.IsMembership && l.Target.Id == b.Id)
                        )
                    )
                    .GroupBy(b => b.Source.Openness)
                    .OrderBy(g => g.Key)
                    .Select(g =>
                        subject.Phrases.Words.InTheSource.With(("openness", subject.Phrases.Of(g.Key)))
                        + subject.Phrases.Colon
                        + subject.Some([.. g.Select(b => b.Short)])
                    )
            );

    // Samples in rows, a new row where one does not fit beside the last. Returns how high all is; marks are placed from 0.
    private static double Legend(
        IEnumerable<LegendItem> items,
        double unit,
        double left,
        double right,
        List<Mark> marks
    )
    {
        var size = TextSize * unit;
        var rows = new List<List<(LegendItem Item, string Label, string? Section, double X)>> { new() };
        var x = left;
        string? section = null;
        foreach (var item in items)
        {
            var begins = item.Section != section;
            var head = begins ? Font.Bold.Width(item.Section, size) + 5 * unit : 0;
            var label = PlainText.Shorten(item.Label, Font.Regular, size, right - left - head - item.Width - 3 * unit);
            var width = head + item.Width + 3 * unit + Font.Regular.Width(label, size);
            if (begins && x > left)
                x += 6 * unit;
            if (x > left && x + width > right)
            {
                x = left;
                rows.Add([]);
            }
            rows[^1].Add((item, label, begins ? item.Section : null, x));
            section = item.Section;
            x += width + 8 * unit;
        }
        marks.Add(new Line(new Point(left, 0), new Point(right, 0), Palette.Rule, 0.5 * unit, []));
        var y = 2.5 * unit;
        foreach (var row in rows)
        {
            var height = Math.Max(10 * unit, row.Select(r => r.Item.Height + 2 * unit).DefaultIfEmpty(0).Max());
            y += height / 2;
            foreach (var (item, label, begins, from) in row)
            {
                var at = from;
                if (begins is not null)
                {
                    marks.Add(
                        new Words(new Point(at, y + size * 0.36), begins, size, true, Palette.Ink, Anchor.Start, false)
                    );
                    at += Font.Bold.Width(begins, size) + 5 * unit;
                }
                marks.AddRange(item.Sample(new Point(at + item.Width / 2, y)));
                marks.Add(
                    new Words(
                        new Point(at + item.Width + 3 * unit, y + size * 0.36),
                        label,
                        size,
                        false,
                        Palette.Ink,
                        Anchor.Start,
                        false
                    )
                );
            }
            y += height / 2;
        }
        return y + 2.5 * unit;
    }

    // A paragraph that begins with a bold word, in at most five lines.
    private static double Note(
        string lead,
        string text,
        double unit,
        double left,
        double right,
        double top,
        List<Mark> marks
    )
    {
        var size = TextSize * unit;
        var indent = Font.Bold.Width(lead, size) + 4 * unit;
        var y = top + size;
        marks.Add(new Words(new Point(left, y), lead, size, true, Palette.Ink, Anchor.Start, false));
        foreach (var line in PlainText.Wrap(text, Font.Regular, size, right - left - indent, 5))
        {
            marks.Add(new Words(new Point(left + indent, y), line, size, false, Palette.Ink, Anchor.Start, false));
            y += size * Leading;
        }
        return y - size * Leading + size * (Leading - 1) + 1.2 * unit;
    }

    private static Mark Moved(Mark mark, double down) =>
        mark switch
        {
            Line line => line with { From = Moved(line.From, down), To = Moved(line.To, down) },
            Polygon polygon => polygon with { Points = [.. polygon.Points.Select(p => Moved(p, down))] },
            Ellipse ellipse => ellipse with { Center = Moved(ellipse.Center, down) },
            Words words => words with { At = Moved(words.At, down) },
            Group group => group with { Marks = [.. group.Marks.Select(m => Moved(m, down))] },
            _ => throw new InvalidOperationException($"no way to move {mark.GetType().Name}"),
        };

    private static Point Moved(Point point, double down) => new(point.X, point.Y + down);
}

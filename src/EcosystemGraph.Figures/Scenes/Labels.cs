using System.Collections.Immutable;
using EcosystemGraph.Figures.Fonts;
using EcosystemGraph.Figures.Texts;

namespace EcosystemGraph.Figures.Scenes;

/// <summary>A text beside a body, in lines, and where it stands.</summary>
internal sealed record Label(
    int Body,
    ImmutableArray<string> Lines,
    double Size,
    bool Bold,
    Box Box,
    Anchor Anchor,
    bool Led
);

/// <summary>
/// Finds each label a place that no other label and no mark covers: beside its body, else further off with a leader, else shortened to
/// the acronym, else nowhere. Bodies that are pointed out, groupings and those with many ties choose first.
/// </summary>
internal sealed class Labels
{
    /// <summary>Of labels, in printed points.</summary>
    public const double Size = 6.5;

    /// <summary>Of the labels of groupings and of bodies pointed out, in printed points.</summary>
    public const double BoldSize = 7;

    /// <summary>From line to line, as part of the size.</summary>
    public const double Leading = 1.12;

    private const double LineWidth = 74;
    private const int LongName = 22;
    private const double LeastKept = 0.65;
    private const double Cell = 6;

    private readonly Subject _subject;
    private readonly Box _area;
    private readonly double _unit;
    private readonly Dictionary<(int, int), List<Box>> _taken = [];
    private readonly Dictionary<(int, int), int> _lines = [];

    private Labels(Subject subject, Box area)
    {
        (_subject, _area, _unit) = (subject, area, subject.Unit);
    }

    /// <summary>The lines of a body's label as it would like it: the name, or, of a long name, the acronym.</summary>
    public static List<string> Preferred(Subject subject, Body body) => Variants(subject, body)[0];

    /// <summary>Width and height of lines, in pixels.</summary>
    public static (double Width, double Height) Measure(IReadOnlyList<string> lines, double size, bool bold)
    {
        var font = bold ? Font.Bold : Font.Regular;
        return (
            lines.Max(l => font.Width(l, size)),
            size * (Font.CapHeight + Font.Descent) + (lines.Count - 1) * size * Leading
        );
    }

    public static bool IsBold(Body body) => body.IsGrouping || body.Highlighted;

    public static double SizeOf(Subject subject, Body body) => (IsBold(body) ? BoldSize : Size) * subject.Unit;

    /// <summary>Places labels; the bodies whose label found no place come second.</summary>
    public static (List<Label> Placed, List<Body> LeftOut) Place(
        Subject subject,
        Point?[] places,
        Box area,
        IEnumerable<Box> taken,
        CancellationToken cancellation
    )
    {
        var labels = new Labels(subject, area);
        foreach (var box in taken)
            labels.Take(box);
        foreach (var body in subject.Bodies)
            if (places[body.Index] is { } at)
                labels.Take(Box.Around(at, 2.3 * body.Radius, 2.3 * body.Radius));
        foreach (var tie in subject.Ties)
            if (places[tie.A] is { } a && places[tie.B] is { } b)
                labels.Trace(a, b);
        var placed = new List<Label>();
        var leftOut = new List<Body>();
        foreach (
            var body in subject
                .Bodies.Where(b => places[b.Index] is not null)
                .OrderByDescending(b => b.Highlighted)
                .ThenByDescending(b => b.IsGrouping)
                .ThenByDescending(b => b.Degree)
                .ThenBy(b => b.Id, StringComparer.Ordinal)
        )
        {
            cancellation.ThrowIfCancellationRequested();
            var at = places[body.Index]!.Value;
            var found = labels.Find(body, at, away: false) ?? labels.Find(body, at, away: true);
            if (found is null)
            {
                leftOut.Add(body);
                continue;
            }
            labels.Take(found.Box);
            placed.Add(found);
        }
        return (placed, leftOut);
    }

    /// <summary>Draws a label.</summary>
    public static IEnumerable<Mark> Draw(Subject subject, Label label, Point body)
    {
        if (label.Led)
        {
            var to = new Point(
                Math.Clamp(body.X, label.Box.Left, label.Box.Right),
                Math.Clamp(body.Y, label.Box.Top, label.Box.Bottom)
            );
            yield return new Line(body, to, Palette.SoftInk, 0.4 * subject.Unit, []);
        }
        var x = label.Anchor switch
        {
            Anchor.Start => label.Box.Left,
            Anchor.Middle => label.Box.CenterX,
            Anchor.End => label.Box.Right,
        };
        var y = label.Box.Top + label.Size * Font.CapHeight;
        foreach (var line in label.Lines)
        {
            yield return new Words(
                new Point(x, y),
                line,
                label.Size,
                label.Bold,
                subject.Bodies[label.Body].Source.Named ? Palette.Ink : Palette.SoftInk,
                label.Anchor,
                Halo: true
            );
            y += label.Size * Leading;
        }
    }

    // The forms of a label, the best first. A line never ends within a word, and what is shortened keeps most of itself.
    private static List<List<string>> Variants(Subject subject, Body body)
    {
        var variants = new List<List<string>>();
        if (body.Acronym is null || body.Name.Length <= LongName)
        {
            Add(subject, body, body.Name, LineWidth * subject.Unit, 2, variants);
            Add(subject, body, body.Name, LineWidth * 0.55 * subject.Unit, 3, variants);
        }
        if (body.Acronym is not null)
            Add(subject, body, body.Acronym, LineWidth * subject.Unit, 2, variants);
        // Whoever opens a figure looks for the groupings: better the beginning of such a name than none.
        if (IsBold(body))
            Add(subject, body, body.Short, LineWidth * 0.8 * subject.Unit, 1, variants, LeastKept / 3);
        // A name without a space, or longer than a label can be.
        if (variants.Count == 0)
            variants.Add(
                Dress(
                    body,
                    PlainText.Wrap(body.Short, FontOf(body), SizeOf(subject, body), LineWidth * subject.Unit, 3)
                )
            );
        return variants;
    }

    private static void Add(
        Subject subject,
        Body body,
        string text,
        double width,
        int lines,
        List<List<string>> variants,
        double leastKept = LeastKept
    )
    {
        var wrapped = PlainText.Wrap(text, FontOf(body), SizeOf(subject, body), width, lines);
        var kept = wrapped.Sum(l => l.Length) + wrapped.Count - 1;
        if (!PlainText.BreaksWords(text, wrapped) && kept >= text.Length * leastKept)
            variants.Add(Dress(body, wrapped));
    }

    // A category stands in parentheses; the letter of a community or a territory follows in brackets.
    private static List<string> Dress(Body body, List<string> lines)
    {
        if (!body.Source.Named)
            (lines[0], lines[^1]) =
                lines.Count == 1 ? ($"({lines[0]})", $"({lines[0]})") : ("(" + lines[0], lines[^1] + ")");
        if (body.Letter is not null)
            lines[^1] += $" [{body.Letter}]";
        return lines;
    }

    private static Font FontOf(Body body) => IsBold(body) ? Font.Bold : Font.Regular;

    private Label? Find(Body body, Point at, bool away)
    {
        var bold = IsBold(body);
        var size = SizeOf(_subject, body);
        foreach (var lines in Variants(_subject, body))
        {
            var (width, height) = Measure(lines, size, bold);
            Label? best = null;
            var least = double.MaxValue;
            foreach (var (x, y, anchor, cost, led) in Candidates(body, at, width, height, away))
            {
                var box = new Box(x, y, x + width, y + height);
                if (
                    !_area.Holds(box)
                    || Meets(
                        new Box(
                            box.Left - 2.2 * _unit,
                            box.Top - 0.5 * _unit,
                            box.Right + 2.2 * _unit,
                            box.Bottom + 0.5 * _unit
                        ),
                        at,
                        body.Radius
                    )
                )
                    continue;
                var total = cost + 0.6 * Crossings(box);
                if (total >= least)
                    continue;
                least = total;
                best = new Label(body.Index, [.. lines], size, bold, box, anchor, led);
            }
            if (best is not null)
                return best;
        }
        return null;
    }

    private IEnumerable<(double X, double Y, Anchor Anchor, double Cost, bool Led)> Candidates(
        Body body,
        Point at,
        double width,
        double height,
        bool away
    )
    {
        if (!away)
        {
            var gap = body.Radius * 1.25 + 1.2 * _unit;
            var slant = body.Radius * 0.9 + 0.8 * _unit;
            yield return (at.X + gap, at.Y - height / 2, Anchor.Start, 0, false);
            yield return (at.X - gap - width, at.Y - height / 2, Anchor.End, 0.4, false);
            yield return (at.X - width / 2, at.Y + gap, Anchor.Middle, 0.5, false);
            yield return (at.X - width / 2, at.Y - gap - height, Anchor.Middle, 0.6, false);
            yield return (at.X + slant, at.Y - slant - height, Anchor.Start, 1, false);
            yield return (at.X + slant, at.Y + slant, Anchor.Start, 1, false);
            yield return (at.X - slant - width, at.Y - slant - height, Anchor.End, 1.3, false);
            yield return (at.X - slant - width, at.Y + slant, Anchor.End, 1.3, false);
            yield break;
        }
        for (var far = 1; far <= (IsBold(body) ? 5 : 2); far++)
        {
            var reach = body.Radius + (4 + 5 * far) * _unit;
            yield return (at.X + reach, at.Y - height / 2, Anchor.Start, far, true);
            yield return (at.X - reach - width, at.Y - height / 2, Anchor.End, far + 0.4, true);
            yield return (at.X + reach * 0.7, at.Y - reach * 0.7 - height, Anchor.Start, far + 0.5, true);
            yield return (at.X + reach * 0.7, at.Y + reach * 0.7, Anchor.Start, far + 0.5, true);
            yield return (at.X - reach * 0.7 - width, at.Y - reach * 0.7 - height, Anchor.End, far + 0.6, true);
            yield return (at.X - reach * 0.7 - width, at.Y + reach * 0.7, Anchor.End, far + 0.6, true);
            yield return (at.X - width / 2, at.Y - reach - height, Anchor.Middle, far + 0.8, true);
            yield return (at.X - width / 2, at.Y + reach, Anchor.Middle, far + 0.8, true);
        }
    }

    // Boxes and lines are filed by cells of the area, so that a label asks only its surroundings.
    private void Take(Box box)
    {
        foreach (var cell in Cells(box))
        {
            if (!_taken.TryGetValue(cell, out var list))
                _taken.Add(cell, list = []);
            list.Add(box);
        }
    }

    // A label may touch the box of its own body, whose corners are empty; nothing else.
    private bool Meets(Box box, Point own, double radius)
    {
        var mine = Box.Around(own, 2.3 * radius, 2.3 * radius);
        foreach (var cell in Cells(box))
        {
            if (!_taken.TryGetValue(cell, out var list))
                continue;
            foreach (var taken in list)
                if (taken.Meets(box) && taken != mine)
                    return true;
        }
        return false;
    }

    private void Trace(Point from, Point to)
    {
        var steps = (int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / (Cell * _unit)) + 1;
        for (var i = 0; i <= steps; i++)
        {
            var cell = (
                (int)((from.X + (to.X - from.X) * i / steps) / (Cell * _unit)),
                (int)((from.Y + (to.Y - from.Y) * i / steps) / (Cell * _unit))
            );
            _lines[cell] = _lines.GetValueOrDefault(cell) + 1;
        }
    }

    private int Crossings(Box box)
    {
        var crossings = 0;
        foreach (var cell in Cells(box))
            crossings += _lines.GetValueOrDefault(cell);
        return crossings;
    }

    private IEnumerable<(int, int)> Cells(Box box)
    {
        for (var x = (int)(box.Left / (Cell * _unit)); x <= (int)(box.Right / (Cell * _unit)); x++)
        {
            for (var y = (int)(box.Top / (Cell * _unit)); y <= (int)(box.Bottom / (Cell * _unit)); y++)
                yield return (x, y);
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Fonts;
using EcosystemGraph.Figures.Scenes;
using EcosystemGraph.Figures.Texts;

namespace EcosystemGraph.Figures.Layouts;

/// <summary>
/// Who is in what: a row an actor, a column a grouping, a sign where they meet. Of a network without memberships, who is tied to whom.
/// Where rows are many, they go on in a second and third panel.
/// </summary>
internal sealed class MatrixArrangement : IArrangement
{
    // All in printed points.
    private const double RowHeight = 8.4;
    private const double LeastColumn = 9.5;
    private const double GreatestColumn = 44;
    private const double FlatHeads = 30;
    private const double LeastRowLabel = 84;
    private const double GreatestRowLabel = 165;
    private const double Column = 11;
    private const double HeadRoom = 66;
    private const double TextSize = 6.5;
    private const int MostPanels = 3;

    public Variant Layout { get; } = new("MATRIX", "Who is in what: a row an actor, a column a grouping.");

    public bool ShowsKinds => false;

    public string Title(Subject subject, string scope) =>
        (
            OfMemberships(subject)
                ? subject.ShowsChange
                    ? subject.Phrases.Words.WhatChangedInGroupings
                    : subject.Phrases.Words.MembershipsOfGroupings
                : subject.Phrases.Words.Ties
        )
        + subject.Phrases.Colon
        + scope;

    public string Reading(Subject subject)
    {
        var first = OfMemberships(subject)
            ? subject.Phrases.Words.SignsInCells + " "
            : subject.Phrases.Words.NumbersInCells + " ";
        return first + Readings.Ties(subject);
    }

    public IEnumerable<LegendItem> Legend(Subject subject)
    {
        var (phrases, unit) = (subject.Phrases, subject.Unit);
        var ofMemberships = OfMemberships(subject);
        var grouping = subject
            .Ties.Where(IsMembership)
            .Select(t => t.Source.Links.First(l => l.IsMembership).Target.Id)
            .ToHashSet(StringComparer.Ordinal);
        var rows = subject
            .Ties.Where(t => !ofMemberships || IsMembership(t))
            .SelectMany(t => new[] { t.A, t.B })
            .Distinct()
            .Select(i => subject.Bodies[i])
            .Where(b => !ofMemberships || !grouping.Contains(b.Id))
            .ToArray();
        foreach (var item in NodeLinkDrawing.KindLegend(subject, rows))
            yield return item;
        var section = phrases.Words.Cells;
        if (!ofMemberships)
        {
            yield return new LegendItem(
                section,
                phrases.Words.NumberOfTies,
                7 * unit,
                at =>
                    [
                        new Words(
                            new Point(at.X, at.Y + 2.3 * unit),
                            "2",
                            TextSize * unit,
                            true,
                            Palette.Ink,
                            Anchor.Middle,
                            false
                        ),
                    ]
            );
            yield break;
        }
        var ties = subject.Ties.Where(IsMembership).ToArray();
        foreach (
            var tie in ties.OrderBy(t => t.Change)
                .ThenBy(t => t.Activity)
                .ThenBy(t => t.Status)
                .ThenBy(t => t.IsMembership)
                .DistinctBy(t => (subject.StateOf(t), t.IsMembership))
        )
        {
            var what = tie.IsMembership ? phrases.Words.Member : phrases.Words.OtherRole;
            yield return new LegendItem(
                section,
                $"{what}, {subject.StateOf(tie)}",
                7 * unit,
                at => Cell(subject, tie, at)
            );
        }
    }

    public Arranged Draw(Subject subject, Box area, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var unit = subject.Unit;
        var byMembership = OfMemberships(subject);
        var cells = new Dictionary<(int Row, int Column), Tie>();
        foreach (var tie in subject.Ties.Where(t => !byMembership || IsMembership(t)))
        {
            if (!byMembership)
            {
                cells[(tie.A, tie.B)] = tie;
                cells[(tie.B, tie.A)] = tie;
                continue;
            }
            var grouping = tie.Source.Links.First(l => l.IsMembership).Target.Id;
            cells[subject.Bodies[tie.A].Id == grouping ? (tie.B, tie.A) : (tie.A, tie.B)] = tie;
        }
        if (cells.Count == 0)
            return new Arranged(
                [
                    new Words(
                        new Point(area.CenterX, area.CenterY),
                        subject.Phrases.Words.NoTieToShow,
                        8 * unit,
                        false,
                        Palette.SoftInk,
                        Anchor.Middle,
                        false
                    ),
                ],
                new Point?[subject.Bodies.Length],
                0,
                []
            );

        var columns = cells
            .Keys.GroupBy(c => c.Column)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => subject.Bodies[g.Key].Id, StringComparer.Ordinal)
            .Select(g => g.Key)
            .ToList();
        var place = columns.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i);
        // Rows of one column stand together, those that are in more first.
        var rows = cells
            .Keys.GroupBy(c => c.Row)
            .OrderBy(g => g.Min(c => place[c.Column]))
            .ThenByDescending(g => g.Count())
            .ThenBy(g => subject.Bodies[g.Key].Id, StringComparer.Ordinal)
            .Select(g => g.Key)
            .ToList();
        if (!byMembership)
            rows = [.. columns];
        return Draw(subject, area, rows, columns, cells, byMembership);
    }

    private static Arranged Draw(
        Subject subject,
        Box area,
        List<int> rows,
        List<int> columns,
        Dictionary<(int Row, int Column), Tie> cells,
        bool byMembership
    )
    {
        var unit = subject.Unit;
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var places = new Point?[subject.Bodies.Length];
        var gap = 10 * unit;
        var mostColumns = (int)((area.Width - LeastRowLabel * unit) / (LeastColumn * unit));
        var fitting = (int)((area.Height - HeadRoom * unit) / (RowHeight * unit));
        var panels = 1;
        while (
            panels < MostPanels
            && rows.Count > panels * fitting
            && (area.Width - panels * gap) / (panels + 1) >= (LeastRowLabel + LeastColumn * columns.Count) * unit
        )
            panels++;
        LeaveOut(subject, rows, columns, panels * fitting, mostColumns);
        var panelWidth = (area.Width - (panels - 1) * gap) / panels;
        var wanted =
            rows.Max(r =>
                Labels
                    .Measure([(subject.Bodies[r].Acronym ?? subject.Bodies[r].Name) + "()"], TextSize * unit, false)
                    .Width
            )
            + 16 * unit;
        var label = Math.Clamp(
            wanted,
            LeastRowLabel * unit,
            Math.Max(
                LeastRowLabel * unit,
                Math.Min(GreatestRowLabel * unit, panelWidth - Column * unit * columns.Count)
            )
        );
        var column = Math.Clamp((panelWidth - label) / columns.Count, LeastColumn * unit, GreatestColumn * unit);
        var flat = column >= FlatHeads * unit;
        var headRoom = Math.Clamp(
            area.Height - (rows.Count + panels - 1) / panels * RowHeight * unit - 4 * unit,
            HeadRoom * unit,
            1.8 * HeadRoom * unit
        );
        var lines = flat ? 4 : Math.Clamp((int)(column / (TextSize * Labels.Leading * unit)), 1, 3);
        var heads = columns
            .Select(c => Head(subject, subject.Bodies[c], flat ? column - 3 * unit : headRoom - 10 * unit, lines))
            .ToArray();
        var headHeight = flat
            ? heads.Max(h => h.Count) * TextSize * Labels.Leading * unit + 4 * unit
            : heads.SelectMany(h => h).Max(h => Font.Bold.Width(h, TextSize * unit)) + 6 * unit;
        if (byMembership)
            headHeight += 8 * unit;
        var perPanel = (rows.Count + panels - 1) / panels;
        var row = Math.Min(13 * unit, Math.Max(RowHeight * unit, (area.Height - headHeight - 2 * unit) / perPanel));
        for (var panel = 0; panel < panels; panel++)
        {
            var left = area.Left + panel * (panelWidth + gap);
            var grid = left + label;
            var right = grid + column * columns.Count;
            var top = area.Top + headHeight;
            var here = rows.Skip(panel * perPanel).Take(perPanel).ToArray();
            for (var c = 0; c < columns.Count; c++)
                AddHead(
                    subject,
                    heads[c],
                    grid + column * (c + 0.5),
                    top,
                    flat,
                    byMembership ? cells.Keys.Count(k => k.Column == columns[c]) : null,
                    marks
                );
            for (var r = 0; r < here.Length; r++)
            {
                var body = subject.Bodies[here[r]];
                var middle = top + row * (r + 0.5);
                if (r % 2 == 0)
                    marks.Add(Rectangle(left, middle - row / 2, right, middle + row / 2, Palette.Band));
                var at = new Point(left + 5 * unit, middle);
                var drawn = new List<Mark>();
                drawn.AddRange(Shapes.Draw(at, 2.5 * unit, body.Shape, body.Filling, body.Color, unit));
                if (subject.Style.Labels)
                {
                    var text = NameOf(subject, body, TextSize * unit, label - 14 * unit, body.Highlighted);
                    drawn.Add(
                        new Words(
                            new Point(left + 11 * unit, middle + TextSize * unit * 0.36),
                            text,
                            TextSize * unit,
                            body.Highlighted,
                            body.Source.Named ? Palette.Ink : Palette.SoftInk,
                            Anchor.Start,
                            false
                        )
                    );
                }
                marks.Add(new Group(body.Full, [.. drawn]));
                places[here[r]] ??= at;
            }
            for (var c = 0; c <= columns.Count; c++)
                marks.Add(
                    new Line(
                        new Point(grid + column * c, top),
                        new Point(grid + column * c, top + row * here.Length),
                        Palette.Rule,
                        0.3 * unit,
                        []
                    )
                );
            for (var r = 0; r < here.Length; r++)
            {
                for (var c = 0; c < columns.Count; c++)
                {
                    if (!cells.TryGetValue((here[r], columns[c]), out var tie))
                        continue;
                    var at = new Point(grid + column * (c + 0.5), top + row * (r + 0.5));
                    var sign = byMembership
                        ? Cell(subject, tie, at)
                        :
                        [
                            new Words(
                                new Point(at.X, at.Y + TextSize * unit * 0.36),
                                Math.Round(tie.Source.Weight).ToString(CultureInfo.InvariantCulture),
                                TextSize * unit,
                                true,
                                Palette.Ink,
                                Anchor.Middle,
                                false
                            ),
                        ];
                    marks.Add(new Group(NodeLinkDrawing.TieTitle(subject, tie), [.. sign]));
                }
            }
            if (panel == 0)
                for (var c = 0; c < columns.Count; c++)
                    places[columns[c]] ??= new Point(grid + column * (c + 0.5), top);
        }
        var shown = cells
            .Where(cell => rows.Contains(cell.Key.Row) && columns.Contains(cell.Key.Column))
            .Select(cell => cell.Value)
            .Distinct();
        return new Arranged(marks.ToImmutable(), places, rows.Union(columns).Count(), [.. shown]);
    }

    // What has no room goes, the least tied first, and is listed.
    private static void LeaveOut(Subject subject, List<int> rows, List<int> columns, int mostRows, int mostColumns)
    {
        var phrases = subject.Phrases;
        if (columns.Count > mostColumns)
        {
            var gone = columns.Skip(mostColumns).Select(c => subject.Bodies[c].Short).ToArray();
            columns.RemoveRange(mostColumns, gone.Length);
            subject.Warnings.Add(
                phrases.Set(
                    phrases.Words.NoRoomForColumns.With(
                        ("columns", phrases.Count(gone.Length, phrases.Words.Columns)),
                        ("names", subject.Some(gone, 200))
                    )
                )
            );
        }
        mostRows = Math.Max(1, mostRows);
        if (rows.Count <= mostRows)
            return;
        var left = rows.Skip(mostRows).Select(c => subject.Bodies[c].Short).ToArray();
        var height = (int)Math.Ceiling(subject.Style.Height + (left.Length + 1) * RowHeight * subject.Unit);
        rows.RemoveRange(mostRows, left.Length);
        subject.Warnings.Add(
            phrases.Set(
                phrases.Words.NoRoomForRows.With(
                    ("rows", phrases.Count(left.Length, phrases.Words.Rows)),
                    ("names", subject.Some(left, 200)),
                    ("height", height)
                )
            )
        );
    }

    private static List<string> Head(Subject subject, Body body, double room, int lines)
    {
        var size = TextSize * subject.Unit;
        var name = body.Acronym is null || Font.Bold.Width(body.Name, size) <= room ? body.Name : body.Acronym;
        return PlainText.Wrap(name, Font.Bold, size, room, lines);
    }

    private static void AddHead(
        Subject subject,
        List<string> head,
        double x,
        double top,
        bool flat,
        int? count,
        ImmutableArray<Mark>.Builder marks
    )
    {
        var (unit, size) = (subject.Unit, TextSize * subject.Unit);
        var bottom = top - 2.5 * unit;
        if (count is { } members)
        {
            marks.Add(
                new Words(
                    new Point(x, bottom),
                    members.ToString(CultureInfo.InvariantCulture),
                    size,
                    false,
                    Palette.SoftInk,
                    Anchor.Middle,
                    false
                )
            );
            bottom -= 8 * unit;
        }
        if (flat)
        {
            for (var i = 0; i < head.Count; i++)
                marks.Add(
                    new Words(
                        new Point(x, bottom - (head.Count - 1 - i) * size * Labels.Leading),
                        head[i],
                        size,
                        true,
                        Palette.Ink,
                        Anchor.Middle,
                        false
                    )
                );
        }
        else
        {
            // Read from below: the first line is the leftmost.
            for (var i = 0; i < head.Count; i++)
                marks.Add(
                    new Words(
                        new Point(x + size * 0.36 + (i - (head.Count - 1) / 2.0) * size * Labels.Leading, bottom),
                        head[i],
                        size,
                        true,
                        Palette.Ink,
                        Anchor.Start,
                        false,
                        -90
                    )
                );
        }
    }

    private static string NameOf(Subject subject, Body body, double size, double room, bool bold)
    {
        var font = bold ? Font.Bold : Font.Regular;
        var letter = body.Letter is null ? "" : $" [{body.Letter}]";
        var named = body.Source.Named;
        var inner = room - font.Width(named ? letter : "()" + letter, size);
        var text =
            font.Width(body.Name, size) <= inner || body.Acronym is null
                ? PlainText.Shorten(body.Name, font, size, inner)
                : PlainText.Shorten(body.Acronym, font, size, inner);
        return (named ? text : $"({text})") + letter;
    }

    private static Mark[] Cell(Subject subject, Tie tie, Point at)
    {
        var unit = subject.Unit;
        var shape = tie.IsMembership ? Shape.Square : Shape.Circle;
        var ink = Palette.Membership;
        return (tie.Change, tie.Activity, tie.Status) switch
        {
            (LinkChange.APPEARED, _, _) => Sign(Shape.Triangle, Filling.Solid, Palette.Appeared),
            (LinkChange.ENDED, _, _) => Sign(Shape.TriangleDown, Filling.Hollow, Palette.Ended),
            (LinkChange.KEPT, _, _) => Sign(shape, Filling.Solid, Palette.Kept),
            (LinkChange.POSSIBLY_CHANGED, _, _) =>
            [
                new Words(
                    new Point(at.X, at.Y + 2.5 * unit),
                    "?",
                    7 * unit,
                    true,
                    Palette.PossiblyChanged,
                    Anchor.Middle,
                    false
                ),
            ],
            (_, Activity.CERTAIN, _) or (_, null, Status.CURRENT) => Sign(shape, Filling.Solid, ink),
            (_, Activity.POSSIBLE, _) or (_, null, Status.PAST) => Sign(shape, Filling.Hollow, ink),
            (_, Activity.NO, _) or (_, null, Status.PLANNED) => Sign(shape, Filling.Dotted, ink),
            _ =>
            [
                new Words(
                    new Point(at.X, at.Y + 2.5 * unit),
                    tie.IsMembership ? "?" : "(?)",
                    7 * unit,
                    true,
                    ink,
                    Anchor.Middle,
                    false
                ),
            ],
        };

        Mark[] Sign(Shape sign, Filling filling, string color) =>
            [.. Shapes.Draw(at, 2.6 * unit, sign, filling, color, unit).Skip(1)];
    }

    private static Polygon Rectangle(double left, double top, double right, double bottom, string fill) =>
        new([new(left, top), new(right, top), new(right, bottom), new(left, bottom)], fill, null, 0);

    private static bool IsMembership(Tie tie) => tie.Source.Links.Any(l => l.IsMembership);

    private static bool OfMemberships(Subject subject) =>
        subject.Extract.Projection == ExtractProjection.BIPARTITE && subject.Ties.Any(IsMembership);
}

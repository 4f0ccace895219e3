using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Fonts;
using EcosystemGraph.Figures.Scenes;
using EcosystemGraph.Figures.Texts;

namespace EcosystemGraph.Figures.Layouts;

/// <summary>
/// Since when and until when: a bar a dated link, memberships under their grouping, then other links. A bar is solid where the link was
/// surely there and a dashed line where it perhaps was. Links without a date are listed below.
/// </summary>
internal sealed class TimelineArrangement : IArrangement
{
    // All in printed points.
    private const double RowHeight = 8.6;
    private const double TextSize = 6.5;
    private const double LabelWidth = 130;
    private const double AxisHeight = 11;
    private const double LeastYear = 15;

    public Variant Layout { get; } =
        new("TIMELINE", "Since when and until when: a bar a membership, its ends shown as uncertain where they are.");

    public bool ShowsKinds => false;

    public string Title(Subject subject, string scope) =>
        subject.Phrases.Words.StartsAndEnds + subject.Phrases.Colon + scope;

    public string Reading(Subject subject)
    {
        var first = subject.Phrases.Words.HowToReadBars;
        return Dated(subject).FirstOrDefault(l => l.From is not null) is { } example
            ? $"{first} {Readings.Example(subject, subject.Links.Whole(example, subject.NameOf))}"
            : first;
    }

    public IEnumerable<LegendItem> Legend(Subject subject)
    {
        var (phrases, unit) = (subject.Phrases, subject.Unit);
        var section = phrases.Words.Bars;
        var dated = Dated(subject);
        var sample = 18 * unit;
        if (dated.Any(l => l.IsMembership))
            yield return new LegendItem(
                section,
                phrases.Words.Membership,
                sample,
                at => [Bar(at.X - sample / 2, at.X + sample / 2, at.Y, unit, Palette.Membership)]
            );
        if (dated.Any(l => !l.IsMembership))
            yield return new LegendItem(
                section,
                phrases.Words.OtherTie,
                sample,
                at => OtherBar(at.X - sample / 2, at.X + sample / 2, at.Y, unit)
            );
        if (dated.Length > 0)
        {
            yield return new LegendItem(
                section,
                phrases.Words.Perhaps,
                sample,
                at => [Perhaps(at.X - sample / 2, at.X + sample / 2, at.Y, unit)]
            );
            yield return new LegendItem(
                section,
                phrases.Words.OpenEnd,
                sample,
                at =>
                    [
                        Perhaps(at.X - sample / 2 + 3 * unit, at.X + sample / 2, at.Y, unit),
                        Open(at.X - sample / 2, at.Y, -1, unit),
                    ]
            );
        }
        if (SourceDates(subject).Length > 0)
            yield return new LegendItem(
                section,
                phrases.Words.SourceDate,
                6 * unit,
                at => [Rectangle(at.X - 2.5 * unit, at.Y - 3.5 * unit, at.X + 2.5 * unit, at.Y + 3.5 * unit, Shade)]
            );
        if (subject.ShowsChange)
            foreach (var change in Enum.GetValues<LinkChange>())
                if (dated.Any(l => l.Change == change))
                    yield return new LegendItem(
                        phrases.Words.Colors,
                        phrases.Of(change),
                        8 * unit,
                        at => [Bar(at.X - 4 * unit, at.X + 4 * unit, at.Y, unit, ColorOf(change))]
                    );
    }

    private const string Shade = "#d9e4ee";

    public Arranged Draw(Subject subject, Box area, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (unit, phrases) = (subject.Unit, subject.Phrases);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var places = new Point?[subject.Bodies.Length];
        var index = subject.Bodies.ToDictionary(b => b.Id, b => b.Index, StringComparer.Ordinal);
        var dated = Dated(subject);
        var undated = Undated(subject);
        var list =
            undated.Count == 0
                ? []
                : PlainText.Wrap(
                    string.Join(phrases.Semicolon, undated),
                    Font.Regular,
                    TextSize * unit,
                    area.Width,
                    1000
                );
        var rows = Rows(subject, dated);
        var line = TextSize * Labels.Leading * unit;
        // Bars come first; the list has what they leave, and three lines at least.
        var mostList =
            dated.Length == 0
                ? (int)((area.Height - 24 * unit) / line)
                : Math.Max(
                    3,
                    (int)((area.Height - AxisHeight * unit - rows.Count * RowHeight * unit - 6 * unit) / line) - 1
                );
        var whole = list.Count <= mostList;
        if (!whole)
        {
            var rest = string.Join(' ', list.Skip(mostList - 1));
            list.RemoveRange(mostList - 1, list.Count - mostList + 1);
            list.Add(PlainText.Shorten(rest, Font.Regular, TextSize * unit, area.Width));
            subject.Warnings.Add(phrases.Words.NoRoomForUndated);
        }
        var listHeight = list.Count == 0 ? 0 : (list.Count + 1) * TextSize * Labels.Leading * unit + 5 * unit;
        if (dated.Length == 0)
        {
            marks.Add(
                new Words(
                    new Point(area.Left, area.Top + 10 * unit),
                    phrases.Words.NoDatedTie,
                    8 * unit,
                    false,
                    Palette.SoftInk,
                    Anchor.Start,
                    false
                )
            );
            subject.Warnings.Add(phrases.Words.NoTieHasADate);
            AddList(subject, list, area.Left, area.Top + 18 * unit, marks);
            return Shown(subject, [], whole, marks, places);
        }

        var fitting = (int)((area.Height - listHeight - AxisHeight * unit) / (RowHeight * unit));
        if (rows.Count > fitting)
        {
            var height = (int)Math.Ceiling(subject.Style.Height + (rows.Count - fitting + 1) * RowHeight * unit);
            var gone = rows.Skip(fitting)
                .Where(r => r.Link is not null)
                .Select(r => $"{subject.NameOf(r.Link!.Source)} – {subject.NameOf(r.Link.Target)}")
                .ToArray();
            rows = rows[..fitting];
            if (rows[^1].Link is null)
                rows.RemoveAt(rows.Count - 1);
            subject.Warnings.Add(
                phrases.Set(
                    phrases.Words.NoRoomForBars.With(
                        ("bars", phrases.Count(gone.Length, phrases.Words.BarsCounted)),
                        ("names", subject.Some(gone, 100)),
                        ("height", height)
                    )
                )
            );
        }
        var row = Math.Min(12 * unit, (area.Height - listHeight - AxisHeight * unit) / rows.Count);
        var top = area.Top + AxisHeight * unit;
        var bottom = top + row * rows.Count;
        var axis = new Axis(dated, SourceDates(subject), area.Left + LabelWidth * unit, area.Right - 4 * unit);
        AddAxis(subject, axis, top, bottom, marks);
        for (var r = 0; r < rows.Count; r++)
        {
            var middle = top + row * (r + 0.5);
            var (heading, link, under) = rows[r];
            if (link is null)
            {
                marks.Add(
                    new Words(
                        new Point(area.Left, middle + TextSize * unit * 0.36),
                        PlainText.Shorten(heading!, Font.Bold, TextSize * unit, (LabelWidth - 4) * unit),
                        TextSize * unit,
                        true,
                        Palette.Ink,
                        Anchor.Start,
                        false
                    )
                );
                continue;
            }
            var (text, doubt) = RowText(subject, link, under);
            var room = (LabelWidth - 10) * unit - Font.Regular.Width(doubt, TextSize * unit);
            var drawn = new List<Mark>
            {
                new Words(
                    new Point(area.Left + 6 * unit, middle + TextSize * unit * 0.36),
                    PlainText.Shorten(text, Font.Regular, TextSize * unit, room) + doubt,
                    TextSize * unit,
                    false,
                    Palette.Ink,
                    Anchor.Start,
                    false
                ),
            };
            drawn.AddRange(DrawPeriod(link, axis, middle, unit));
            marks.Add(new Group(subject.Links.Whole(link, subject.NameOf), [.. drawn]));
            foreach (var end in new[] { link.Source.Id, link.Target.Id })
                if (index.TryGetValue(end, out var body))
                    places[body] ??= new Point(area.Left + 6 * unit, middle);
        }
        AddList(subject, list, area.Left, bottom + 5 * unit, marks);
        return Shown(subject, rows, whole, marks, places);
    }

    // Shown are the ties whose links have a bar or, where all of these have room, are listed by name.
    private static Arranged Shown(
        Subject subject,
        List<(string? Heading, ExtractLink? Link, string? Under)> rows,
        bool listed,
        ImmutableArray<Mark>.Builder marks,
        Point?[] places
    )
    {
        var links = rows.Where(r => r.Link is not null).Select(r => (r.Link!.IsMembership, r.Link.Id)).ToHashSet();
        if (listed)
            links.UnionWith(
                All(subject)
                    .Where(l => l is { IsMembership: true, From: null, To: null })
                    .Select(l => (l.IsMembership, l.Id))
            );
        var ties = subject
            .Ties.Where(t => t.Source.Links.Any(l => links.Contains((l.IsMembership, l.Id))))
            .ToImmutableArray();
        return new Arranged(
            marks.ToImmutable(),
            places,
            ties.SelectMany(t => new[] { t.A, t.B }).Distinct().Count(),
            ties
        );
    }

    private static void AddList(
        Subject subject,
        List<string> list,
        double left,
        double top,
        ImmutableArray<Mark>.Builder marks
    )
    {
        if (list.Count == 0)
            return;
        var size = TextSize * subject.Unit;
        var y = top + size;
        marks.Add(
            new Words(
                new Point(left, y),
                subject.Phrases.Words.UndatedTies,
                size,
                true,
                Palette.Ink,
                Anchor.Start,
                false
            )
        );
        foreach (var line in list)
            marks.Add(
                new Words(
                    new Point(left, y += size * Labels.Leading),
                    line,
                    size,
                    false,
                    Palette.Ink,
                    Anchor.Start,
                    false
                )
            );
    }

    private static void AddAxis(
        Subject subject,
        Axis axis,
        double top,
        double bottom,
        ImmutableArray<Mark>.Builder marks
    )
    {
        var unit = subject.Unit;
        foreach (var date in SourceDates(subject))
            marks.Add(
                Rectangle(
                    axis.At(date.Span.First),
                    top,
                    Math.Max(axis.At(date.Span.Last + 1), axis.At(date.Span.First) + unit),
                    bottom,
                    Shade
                )
            );
        var every = 1;
        while (axis.YearWidth * every < LeastYear * unit)
            every = every switch
            {
                1 => 2,
                2 => 5,
                5 => 10,
                _ => every * 2,
            };
        for (var year = axis.FirstYear; year <= axis.LastYear; year++)
        {
            if (year % every != 0)
                continue;
            var x = axis.At(new DateOnly(year, 1, 1).DayNumber);
            marks.Add(new Line(new Point(x, top), new Point(x, bottom), Palette.Rule, 0.4 * unit, []));
            if (x + 14 * unit > axis.Right)
                continue;
            marks.Add(
                new Words(
                    new Point(x + 1.5 * unit, top - 3 * unit),
                    year.ToString(CultureInfo.InvariantCulture),
                    TextSize * unit,
                    false,
                    Palette.SoftInk,
                    Anchor.Start,
                    false
                )
            );
        }
        marks.Add(new Line(new Point(axis.Left, top), new Point(axis.Right, top), Palette.SoftInk, 0.5 * unit, []));
    }

    private static IEnumerable<Mark> DrawPeriod(ExtractLink link, Axis axis, double y, double unit)
    {
        var period = link.Period;
        var (openStart, openEnd) = (period.EarliestStart == DaySpan.Beginning, period.LatestEnd == DaySpan.End);
        var first = openStart ? axis.Left + 3 * unit : axis.At(period.EarliestStart);
        var last = openEnd ? axis.Right - 3 * unit : axis.At(period.LatestEnd + 1);
        var sure =
            !period.Planned
            && period.LatestStart != DaySpan.End
            && period.EarliestEnd != DaySpan.Beginning
            && period.LatestStart <= period.EarliestEnd;
        var (from, to) = sure
            ? (
                axis.At(period.LatestStart),
                period.EarliestEnd == DaySpan.End ? axis.Right - 3 * unit : axis.At(period.EarliestEnd + 1)
            )
            : (last, last);
        var ink = link.Change is { } changed ? ColorOf(changed) : Palette.SoftInk;
        if (from - first > 0.2 * unit)
            yield return Perhaps(first, from, y, unit, ink);
        if (sure && last - to > 0.2 * unit)
            yield return Perhaps(to, last, y, unit, ink);
        if (sure)
        {
            // A day is drawn wide enough to be seen.
            to = Math.Max(to, from + 1.5 * unit);
            if (link.Change is { } change)
                yield return Bar(from, to, y, unit, ColorOf(change));
            else if (link.IsMembership)
                yield return Bar(from, to, y, unit, Palette.Membership);
            else
                foreach (var mark in OtherBar(from, to, y, unit))
                    yield return mark;
        }
        if (openStart)
            yield return Open(axis.Left, y, -1, unit);
        else if (from - first > 0.2 * unit)
            yield return Tick(first, y, unit);
        if (openEnd)
            yield return Open(axis.Right, y, 1, unit);
        else if (last - to > 0.2 * unit || !sure)
            yield return Tick(last, y, unit);
    }

    private static string ColorOf(LinkChange change) =>
        change switch
        {
            LinkChange.APPEARED => Palette.Appeared,
            LinkChange.ENDED => Palette.Ended,
            LinkChange.KEPT => Palette.Kept,
            LinkChange.POSSIBLY_CHANGED => Palette.PossiblyChanged,
        };

    private static Polygon Bar(double from, double to, double y, double unit, string color) =>
        Rectangle(from, y - 1.9 * unit, to, y + 1.9 * unit, color);

    private static IEnumerable<Mark> OtherBar(double from, double to, double y, double unit) =>
        [
            Rectangle(from, y - 1.9 * unit, to, y + 1.9 * unit, Palette.OtherLink),
            new Line(new Point(from, y), new Point(to, y), Palette.White, 0.9 * unit, []),
        ];

    private static Line Perhaps(double from, double to, double y, double unit, string ink = Palette.SoftInk) =>
        new(
            new Point(from, y),
            new Point(to, y),
            ink,
            0.9 * unit,
            [Math.Round(2.4 * unit, 1), Math.Round(1.6 * unit, 1)]
        );

    private static Line Tick(double x, double y, double unit) =>
        new(new Point(x, y - 1.8 * unit), new Point(x, y + 1.8 * unit), Palette.SoftInk, 0.8 * unit, []);

    private static Polygon Open(double x, double y, int towards, double unit) =>
        new(
            [new(x, y), new(x - towards * 3 * unit, y - 1.7 * unit), new(x - towards * 3 * unit, y + 1.7 * unit)],
            Palette.SoftInk,
            null,
            0
        );

    private static Polygon Rectangle(double left, double top, double right, double bottom, string fill) =>
        new([new(left, top), new(right, top), new(right, bottom), new(left, bottom)], fill, null, 0);

    // Memberships under their grouping, the groupings with the most dated links first; then other links, those of the body
    // that has the most of them under its name, so that a row has room for the other end's. By start, then by end.
    private static List<(string? Heading, ExtractLink? Link, string? Under)> Rows(Subject subject, ExtractLink[] dated)
    {
        var rows = new List<(string?, ExtractLink?, string?)>();
        void Add(string heading, IEnumerable<ExtractLink> links, string? under)
        {
            rows.Add((heading, null, null));
            rows.AddRange(InOrder(links).Select(l => ((string?)null, (ExtractLink?)l, under)));
        }
        foreach (
            var grouping in dated
                .Where(l => l.IsMembership)
                .GroupBy(l => l.Target.Id)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            Add(subject.NameOf(grouping.First().Target), grouping, grouping.Key);
        }
        var others = dated.Where(l => !l.IsMembership).ToArray();
        var hub = others
            .SelectMany(l => new[] { l.Source, l.Target })
            .GroupBy(end => end.Id)
            .Where(ends => ends.Count() > 1)
            .OrderByDescending(ends => ends.Count())
            .ThenBy(ends => ends.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        var apart = others;
        if (hub is not null)
        {
            apart = Array.FindAll(others, l => l.Source.Id != hub.Key && l.Target.Id != hub.Key);
            Add(
                subject.Phrases.Words.OtherTies + subject.Phrases.Colon + subject.NameOf(hub.First()),
                others.Except(apart),
                hub.Key
            );
        }
        if (apart.Length > 0)
            Add(subject.Phrases.Words.OtherTies, apart, null);
        return rows;
    }

    private static IEnumerable<ExtractLink> InOrder(IEnumerable<ExtractLink> links) =>
        links
            .OrderBy(l => l.Period.LatestStart)
            .ThenBy(l => l.Period.EarliestEnd)
            .ThenBy(l => l.Id, StringComparer.Ordinal);

    private static ExtractLink[] All(Subject subject) =>
        [
            .. subject
                .Ties.SelectMany(t => t.Source.Links)
                .DistinctBy(l => (l.IsMembership, l.Id))
                .OrderBy(l => l.Id, StringComparer.Ordinal),
        ];

    private static ExtractLink[] Dated(Subject subject) =>
        [.. All(subject).Where(l => l.From is not null || l.To is not null)];

    private static List<string> Undated(Subject subject)
    {
        var links = All(subject).Where(l => l.From is null && l.To is null).ToArray();
        var list = links
            .Where(l => l.IsMembership)
            .GroupBy(l =>
                (l.Target.Id, Text: $"{subject.NameOf(l.Target)} ({subject.Links.Label(l)}, {subject.Links.How(l)})")
            )
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.Id, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Text, StringComparer.Ordinal)
            .Select(g =>
                g.Key.Text + subject.Phrases.Colon + string.Join(", ", g.Select(l => subject.NameOf(l.Source)))
            )
            .ToList();
        var others = links.Count(l => !l.IsMembership);
        if (others > 0)
            list.Add(subject.Phrases.Count(others, subject.Phrases.Words.OtherTiesCounted));
        return list;
    }

    private static PartialDate[] SourceDates(Subject subject) =>
        [
            .. subject
                .Extract.Dataset.Sources.Select(s => s.Date)
                .Where(d => d is not null)
                .Select(d => d!.Value)
                .Distinct()
                .Take(5),
        ];

    // What a row calls a link: the end that its heading does not name, the role unless it makes a member, and what the source does not state.
    private static (string Text, string Doubt) RowText(Subject subject, ExtractLink link, string? under) =>
        (
            under is null
                ? $"{subject.NameOf(link.Source)} – {subject.NameOf(link.Target)}"
                : subject.NameOf(link.Source.Id == under ? link.Target : link.Source),
            Doubt(subject, link, link.IsMembership && !link.IsMember)
        );

    private static string Doubt(Subject subject, ExtractLink link, bool role)
    {
        var parts = new List<string>();
        if (role)
            parts.Add(subject.Links.Label(link));
        if (link.Status == Status.PLANNED)
            parts.Add(subject.Phrases.Of(link.Status));
        if (link.Confidence != Confidence.STATED)
            parts.Add(subject.Phrases.Of(link.Confidence));
        return parts.Count == 0 ? "" : $" ({string.Join(", ", parts)})";
    }

    /// <summary>Days to pixels: whole years, from the first to the last that a date names, and room for what has no bound.</summary>
    private sealed class Axis
    {
        private readonly int _first;
        private readonly int _last;

        public Axis(ExtractLink[] dated, PartialDate[] sources, double left, double right)
        {
            (Left, Right) = (left, right);
            var days = dated
                .SelectMany(l => new[] { l.From, l.To })
                .Where(d => d is not null)
                .Select(d => d!.Value)
                .Concat(sources)
                .ToArray();
            FirstYear = days.Min(d => d.First.Year);
            LastYear = Math.Min(9999, days.Max(d => d.Last.Year) + 1);
            if (LastYear - FirstYear < 3)
                FirstYear = Math.Max(1, LastYear - 3);
            _first = new DateOnly(FirstYear, 1, 1).DayNumber;
            _last = new DateOnly(LastYear, 1, 1).DayNumber;
            // A fifth of a year at either side, so that an open end is seen to go on.
            var more = Math.Max(73, (_last - _first) / 30);
            (_first, _last) = (_first - more, _last + more);
        }

        public double Left { get; }

        public double Right { get; }

        public int FirstYear { get; }

        public int LastYear { get; }

        public double YearWidth => (Right - Left) * 365 / (_last - _first);

        public double At(int day) =>
            Left + (Right - Left) * (Math.Clamp(day, _first, _last) - _first) / (_last - _first);
    }
}

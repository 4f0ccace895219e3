using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Tests.Model;

/// <summary>
/// The date rules (semantics.md: Dates) against a reference that knows no rule, only days. A world is one start day and
/// one end day that the dates and the status allow; in it a thing is active on the days from start to end. Surely means
/// in every world, surely not means in none, perhaps means else.
/// </summary>
/// <remarks>
/// Two readings of "allow" are enumerated. In the free reading start and end are any two days of their bounds: the
/// rules are exactly this, which the first tests assert with equality. In the strict one a world's start is no later
/// than its end, and active is asked day by day. There the rules may be more careful than the worlds, never bolder:
/// where the bounds of start and end cross, the strict worlds alone could be certain and the rules still say POSSIBLE
/// (a start in 2014 and an end on 2014-05-05 leave no doubt about that day, but the rule does not use an end to narrow
/// a start). Where no strict world is left (it ends before it starts) the validator warns and the rules hold.
/// </remarks>
public class PeriodTests
{
    // Stand-ins for "before every day" and "after every day" of the small window in which the bounds lie.
    private const int Low = -1;
    private const int High = 8;

    [TestCase("2014", "2018", Status.PAST, "2016", Activity.CERTAIN)]
    [TestCase("2014", "2018", Status.PAST, "2014", Activity.POSSIBLE)]
    [TestCase("2014", "2018", Status.PAST, "2018", Activity.POSSIBLE)]
    [TestCase("2014", "2018", Status.PAST, "2019", Activity.NO)]
    [TestCase("2014", "2018", Status.PAST, "2013", Activity.NO)]
    [TestCase("2013", null, Status.CURRENT, "2016", Activity.CERTAIN)]
    [TestCase("2013", null, Status.CURRENT, "2021", Activity.CERTAIN)]
    [TestCase("2013", null, Status.CURRENT, "2025", Activity.POSSIBLE)]
    [TestCase("2013", null, Status.CURRENT, "2012", Activity.NO)]
    [TestCase(null, null, Status.CURRENT, "2016", Activity.POSSIBLE)]
    [TestCase(null, null, Status.CURRENT, "2021", Activity.CERTAIN)]
    [TestCase(null, null, Status.CURRENT, "2021-05-05", Activity.CERTAIN)]
    [TestCase(null, null, Status.PAST, "2022", Activity.NO)]
    [TestCase(null, null, Status.PAST, "2021", Activity.POSSIBLE)]
    [TestCase(null, null, Status.UNKNOWN, "2021", Activity.POSSIBLE)]
    [TestCase("2021-H2", null, Status.PLANNED, "2021", Activity.POSSIBLE)]
    [TestCase("2021-H2", null, Status.PLANNED, "2023", Activity.POSSIBLE)]
    [TestCase("2021-H2", null, Status.PLANNED, "2020", Activity.NO)]
    [TestCase("2021-H2", null, Status.PLANNED, "2021-H1", Activity.NO)]
    [TestCase(null, null, Status.PLANNED, "2020", Activity.NO)]
    [TestCase(null, null, Status.PLANNED, "2021", Activity.POSSIBLE)]
    [TestCase("2014", "2018", Status.PLANNED, "2016", Activity.POSSIBLE)]
    [TestCase("2014", "2018", Status.UNKNOWN, "2016", Activity.CERTAIN)]
    [TestCase("2013", null, Status.UNKNOWN, "2016", Activity.POSSIBLE)]
    [TestCase(null, "2018", Status.CURRENT, "2019", Activity.NO)]
    public void Activity_at_a_date_is_as_the_table_says(
        string? from,
        string? to,
        Status status,
        string at,
        Activity expected
    )
    {
        var period = Period.Of(Date(from), Date(to), status, PartialDate.Parse("2021"));
        Assert.That(period.At(PartialDate.Parse(at).Span), Is.EqualTo(expected));
    }

    [TestCase(Status.CURRENT)]
    [TestCase(Status.PAST)]
    [TestCase(Status.PLANNED)]
    [TestCase(Status.UNKNOWN)]
    public void Without_a_dated_source_a_status_fills_nothing(Status status)
    {
        var period = Period.Of(null, null, status, null);
        Assert.That(
            period,
            Is.EqualTo(
                new Period(DaySpan.Beginning, DaySpan.End, DaySpan.Beginning, DaySpan.End, status == Status.PLANNED)
            )
        );
        Assert.That(period.At(PartialDate.Parse("2021").Span), Is.EqualTo(Activity.POSSIBLE));
    }

    [TestCase("2014", null, Status.PAST, "2018", "2020", null, Status.CURRENT, Activity.NO)]
    [TestCase("2014", "2018", Status.PAST, null, "2015", "2016", Status.PAST, Activity.CERTAIN)]
    [TestCase("2014", "2016", Status.PAST, null, "2016", "2018", Status.PAST, Activity.POSSIBLE)]
    [TestCase("2014", "2016", Status.PAST, null, "2017", "2018", Status.PAST, Activity.NO)]
    [TestCase(null, null, Status.CURRENT, null, null, null, Status.CURRENT, Activity.CERTAIN)]
    [TestCase(null, null, Status.CURRENT, null, null, null, Status.UNKNOWN, Activity.POSSIBLE)]
    [TestCase(null, null, Status.CURRENT, null, "2015", null, Status.PLANNED, Activity.POSSIBLE)]
    [TestCase(null, null, Status.PAST, null, "2022", null, Status.PLANNED, Activity.NO)]
    public void Overlap_follows_from_dates_and_status(
        string? from,
        string? to,
        Status status,
        string? source,
        string? otherFrom,
        string? otherTo,
        Status otherStatus,
        Activity expected
    )
    {
        var one = Period.Of(Date(from), Date(to), status, Date(source ?? "2021"));
        var other = Period.Of(Date(otherFrom), Date(otherTo), otherStatus, Date("2021"));
        Assert.That(one.Overlap(other), Is.EqualTo(expected));
        Assert.That(other.Overlap(one), Is.EqualTo(expected));
    }

    [Test]
    public void Activity_at_days_is_exactly_what_all_free_worlds_say()
    {
        // All bounds of the window (unknown ones too) and all spans of days asked for: complete, not sampled.
        var compared = 0;
        foreach (var period in AllPeriods())
        {
            foreach (var days in AllSpans())
            {
                var expected = AtByWorlds(period, days, strict: false);
                if (period.At(days) != expected)
                    Assert.Fail($"{period} at {days}: {period.At(days)}, the worlds say {expected}");
                compared++;
            }
        }
        Assert.That(compared, Is.GreaterThan(20_000));
    }

    [Test]
    public void Activity_at_days_is_never_bolder_than_the_worlds_that_start_before_they_end()
    {
        var (equal, careful, empty) = (0, 0, 0);
        foreach (var period in AllPeriods())
        {
            foreach (var days in AllSpans())
            {
                var (formula, worlds) = (period.At(days), AtByWorlds(period, days, strict: true));
                if (worlds is null)
                {
                    Assert.That(
                        period.EarliestStart,
                        Is.GreaterThan(period.LatestEnd),
                        "only what ends before it starts has no world"
                    );
                    empty++;
                }
                else if (formula == worlds)
                {
                    equal++;
                }
                else if (
                    (formula, worlds) is (Activity.POSSIBLE, Activity.CERTAIN)
                    && (period.LatestStart > period.LatestEnd || period.EarliestStart > period.EarliestEnd)
                )
                {
                    careful++;
                }
                else
                {
                    Assert.Fail($"{period} at {days}: {formula}, the worlds say {worlds}");
                }
            }
        }
        Assert.That(
            careful,
            Is.GreaterThan(0),
            "the documented difference must occur, else this test compares nothing"
        );
        Assert.That(equal, Is.GreaterThan(5 * careful));
        Assert.That(empty, Is.GreaterThan(0));
    }

    [Test]
    public void Overlap_is_exactly_what_all_free_worlds_say()
    {
        foreach (var (one, other) in GeneratedPairs(12_000))
        {
            var expected = OverlapByWorlds(one, other, strict: false);
            if (one.Overlap(other) != expected)
                Assert.Fail($"{one} with {other}: {one.Overlap(other)}, the worlds say {expected}");
            if (other.Overlap(one) != expected)
                Assert.Fail($"{other} with {one}: the order of the two changes the answer");
        }
    }

    [Test]
    public void Overlap_is_never_bolder_than_the_worlds_that_start_before_they_end()
    {
        var (equal, careful) = (0, 0);
        foreach (var (one, other) in GeneratedPairs(12_000))
        {
            var (formula, worlds) = (one.Overlap(other), OverlapByWorlds(one, other, strict: true));
            if (worlds is null)
                continue;
            if (formula == worlds)
                equal++;
            else if ((formula, worlds) is (Activity.POSSIBLE, Activity.CERTAIN) && (Crosses(one) || Crosses(other)))
                careful++;
            else
                Assert.Fail($"{one} with {other}: {formula}, the worlds say {worlds}");
        }
        Assert.That(
            careful,
            Is.GreaterThan(0),
            "the documented difference must occur, else this test compares nothing"
        );
        Assert.That(equal, Is.GreaterThan(2 * careful));

        static bool Crosses(Period p) => p.LatestStart > p.LatestEnd || p.EarliestStart > p.EarliestEnd;
    }

    [Test]
    public void A_grouping_that_ends_before_it_starts_is_judged_by_the_rules_alone()
    {
        // No world is left, so both "in every" and "in none" would be vacuous. The rules: not before it starts, not after it ends.
        var period = Period.Of(Date("2018"), Date("2014"), Status.UNKNOWN, null);
        Assert.That(period.At(PartialDate.Parse("2016").Span), Is.EqualTo(Activity.NO));
        Assert.That(period.At(PartialDate.Parse("2018").Span), Is.EqualTo(Activity.NO));
        Assert.That(period.At(PartialDate.Parse("2014").Span), Is.EqualTo(Activity.NO));
    }

    [Test]
    public void A_day_that_an_end_alone_would_settle_stays_possible()
    {
        var period = Period.Of(Date("2014"), Date("2014-05-05"), Status.UNKNOWN, null);
        Assert.That(period.At(PartialDate.Parse("2014-05-05").Span), Is.EqualTo(Activity.POSSIBLE));
    }

    // The bounds themselves, from what a status says in words, over small days: each day is a year of the calendar.
    [Test]
    public void Dates_status_and_source_allow_exactly_the_worlds_their_words_allow()
    {
        int?[] years = [null, 1, 2, 3, 4, 5];
        var compared = 0;
        foreach (var from in years)
        foreach (var to in years)
        foreach (var source in years)
        foreach (var status in Enum.GetValues<Status>())
        {
            var period = Period.Of(Year(from), Year(to), status, Year(source));
            for (var at = 1; at <= 5; at++)
            {
                var expected = ByWords(from, to, status, source, at);
                var actual = period.At(Year(at)!.Value.Span);
                if (actual != expected)
                    Assert.Fail($"{from}..{to} {status} in {source}, at {at}: {actual}, the words say {expected}");
                compared++;
            }
        }
        Assert.That(compared, Is.EqualTo(6 * 6 * 6 * 4 * 5));

        static PartialDate? Year(int? year) => year is { } y ? PartialDate.Parse("000" + (char)('0' + y)) : null;
    }

    // Half-years 2..11 are the halves of years 1..5; 0, 1, 12 and 13 are before and after all of them. A thing starts at the
    // beginning of a half and ends at the end of one: two halves a year tell "at some time of the year" from "throughout".
    private static Activity ByWords(int? from, int? to, Status status, int? source, int at)
    {
        var (some, all, none) = (false, true, true);
        for (var start = 0; start <= 13; start++)
        {
            for (var end = 0; end <= 13; end++)
            {
                if (from is { } f && start / 2 != f)
                    continue;
                if (to is { } t && end / 2 != t)
                    continue;
                if (source is { } s)
                {
                    if (status == Status.CURRENT && from is null && start > 2 * s)
                        continue; // had started by the source's first day
                    if (status == Status.CURRENT && to is null && end < 2 * s + 1)
                        continue; // had not ended by its last
                    if (status == Status.PAST && to is null && end > 2 * s + 1)
                        continue; // had ended by its last
                    if (status == Status.PLANNED && from is null && start < 2 * s)
                        continue; // had not started before its first
                }
                some = true;
                all &= start <= 2 * at && 2 * at + 1 <= end;
                none &= start > 2 * at + 1 || end < 2 * at;
            }
        }
        Assert.That(some, Is.True);
        return none ? Activity.NO
            : all && status != Status.PLANNED ? Activity.CERTAIN
            : Activity.POSSIBLE;
    }

    private static Activity? AtByWorlds(Period period, DaySpan days, bool strict)
    {
        var (some, all, none) = (false, true, true);
        foreach (var (start, end) in Worlds(period, strict))
        {
            some = true;
            var active = 0;
            for (var day = days.First; day <= days.Last; day++)
            {
                if (start <= day && day <= end)
                    active++;
            }
            all &= active == days.Last - days.First + 1;
            // Freely, a world whose end comes before its start is still one that reaches these days from both sides.
            none &= strict ? active == 0 : start > days.Last || end < days.First;
        }
        return !some ? null
            : none ? Activity.NO
            : all && !period.Planned ? Activity.CERTAIN
            : Activity.POSSIBLE;
    }

    private static Activity? OverlapByWorlds(Period one, Period other, bool strict)
    {
        var (some, all, none) = (false, true, true);
        var others = Worlds(other, strict).ToArray();
        foreach (var (start, end) in Worlds(one, strict))
        {
            foreach (var (otherStart, otherEnd) in others)
            {
                some = true;
                var together = !strict && start <= otherEnd && otherStart <= end;
                for (var day = Low; strict && !together && day <= High; day++)
                {
                    together = start <= day && day <= end && otherStart <= day && day <= otherEnd;
                }
                all &= together;
                none &= !together;
            }
        }
        return !some ? null
            : none ? Activity.NO
            : all && !one.Planned && !other.Planned ? Activity.CERTAIN
            : Activity.POSSIBLE;
    }

    // Every start and end day that the bounds allow; an unknown bound reaches just beyond the window.
    private static IEnumerable<(int Start, int End)> Worlds(Period period, bool strict)
    {
        for (var start = Math.Max(period.EarliestStart, Low); start <= Math.Min(period.LatestStart, High); start++)
        {
            for (var end = Math.Max(period.EarliestEnd, Low); end <= Math.Min(period.LatestEnd, High); end++)
            {
                if (!strict || start <= end)
                    yield return (start, end);
            }
        }
    }

    // Days asked for, and known bounds, are those from 1 to 6: Low and High stay beyond them on either side.
    private static IEnumerable<DaySpan> AllSpans()
    {
        for (var first = 1; first <= 6; first++)
        {
            for (var last = first; last <= 6; last++)
                yield return new DaySpan(first, last);
        }
    }

    private static IEnumerable<DaySpan> AllBounds()
    {
        int[] firsts = [DaySpan.Beginning, 1, 2, 3, 4, 5, 6];
        int[] lasts = [1, 2, 3, 4, 5, 6, DaySpan.End];
        return from first in firsts from last in lasts where first <= last select new DaySpan(first, last);
    }

    private static IEnumerable<Period> AllPeriods() =>
        from start in AllBounds()
        from end in AllBounds()
        from planned in (bool[])[false, true]
        select new Period(start.First, start.Last, end.First, end.Last, planned);

    private static IEnumerable<(Period One, Period Other)> GeneratedPairs(int count)
    {
        var periods = AllPeriods().ToArray();
        var random = new Random(20211115);
        for (var i = 0; i < count; i++)
            yield return (periods[random.Next(periods.Length)], periods[random.Next(periods.Length)]);
    }

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);
}

using System.Globalization;
using EcosystemGraph.Core.Dates;
using FsCheck.Fluent;

namespace EcosystemGraph.Core.Tests.Dates;

public class PartialDateTests
{
    [TestCase("2019", "2019-01-01", "2019-12-31", DatePrecision.Year)]
    [TestCase("0001", "0001-01-01", "0001-12-31", DatePrecision.Year)]
    [TestCase("9999", "9999-01-01", "9999-12-31", DatePrecision.Year)]
    public void A_year_spans_its_first_to_its_last_day(
        string text,
        string first,
        string last,
        DatePrecision precision
    ) => AssertSpan(text, first, last, precision);

    [TestCase("2019-H1", "2019-01-01", "2019-06-30", DatePrecision.Half)]
    [TestCase("2019-H2", "2019-07-01", "2019-12-31", DatePrecision.Half)]
    [TestCase("9999-H2", "9999-07-01", "9999-12-31", DatePrecision.Half)]
    public void A_half_year_spans_six_months(string text, string first, string last, DatePrecision precision) =>
        AssertSpan(text, first, last, precision);

    [TestCase("2019-Q1", "2019-01-01", "2019-03-31", DatePrecision.Quarter)]
    [TestCase("2019-Q2", "2019-04-01", "2019-06-30", DatePrecision.Quarter)]
    [TestCase("2019-Q3", "2019-07-01", "2019-09-30", DatePrecision.Quarter)]
    [TestCase("2019-Q4", "2019-10-01", "2019-12-31", DatePrecision.Quarter)]
    public void A_quarter_spans_three_months(string text, string first, string last, DatePrecision precision) =>
        AssertSpan(text, first, last, precision);

    [TestCase("2019-01", "2019-01-01", "2019-01-31", DatePrecision.Month)]
    [TestCase("2019-07", "2019-07-01", "2019-07-31", DatePrecision.Month)]
    [TestCase("2019-09", "2019-09-01", "2019-09-30", DatePrecision.Month)]
    [TestCase("2019-12", "2019-12-01", "2019-12-31", DatePrecision.Month)]
    [TestCase("2019-02", "2019-02-01", "2019-02-28", DatePrecision.Month)]
    [TestCase("2020-02", "2020-02-01", "2020-02-29", DatePrecision.Month)]
    [TestCase("1900-02", "1900-02-01", "1900-02-28", DatePrecision.Month)]
    [TestCase("2000-02", "2000-02-01", "2000-02-29", DatePrecision.Month)]
    public void A_month_spans_its_days_leap_years_seen(
        string text,
        string first,
        string last,
        DatePrecision precision
    ) => AssertSpan(text, first, last, precision);

    [TestCase("2019-07-01")]
    [TestCase("2020-02-29")]
    [TestCase("0001-01-01")]
    [TestCase("9999-12-31")]
    public void A_day_is_itself(string text) => AssertSpan(text, text, text, DatePrecision.Day);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("19")]
    [TestCase("201")]
    [TestCase("20190")]
    [TestCase("02019")]
    [TestCase("2019-")]
    [TestCase("2019-7")]
    [TestCase("2019-00")]
    [TestCase("2019-13")]
    [TestCase("2019-007")]
    [TestCase("2019-H")]
    [TestCase("2019-H0")]
    [TestCase("2019-H3")]
    [TestCase("2019-H21")]
    [TestCase("2019-h2")]
    [TestCase("2019-S2")]
    [TestCase("2019-T3")]
    [TestCase("2019-Q0")]
    [TestCase("2019-Q5")]
    [TestCase("2019-q3")]
    [TestCase("2019-Q03")]
    [TestCase("2019H2")]
    [TestCase("2019/07")]
    [TestCase("2019.07")]
    [TestCase("2019–07")]
    [TestCase("201907")]
    [TestCase("20190701")]
    [TestCase("2019-07-")]
    [TestCase("2019-07-1")]
    [TestCase("2019-07-00")]
    [TestCase("2019-07-32")]
    [TestCase("2019-04-31")]
    [TestCase("2019-02-29")]
    [TestCase("2019-02-30")]
    [TestCase("1900-02-29")]
    [TestCase("2019-00-01")]
    [TestCase("2019-13-01")]
    [TestCase("2019-07-01T00:00:00Z")]
    [TestCase("2019-07-01-01")]
    [TestCase("01/07/2019")]
    [TestCase("2019-Q3-01")]
    [TestCase(" 2019")]
    [TestCase("2019 ")]
    [TestCase("2019- 7")]
    [TestCase("2019-07- 1")]
    [TestCase("2019\n")]
    [TestCase("2019\0")]
    [TestCase("0000")]
    [TestCase("0000-01-01")]
    [TestCase("+2019")]
    [TestCase("-2019")]
    [TestCase("-019")]
    [TestCase("+019")]
    [TestCase("2019-+7")]
    [TestCase("2019--7")]
    [TestCase("2019-07-+1")]
    [TestCase("٢٠١٩")]
    [TestCase("2019-٠٧")]
    [TestCase("2019-H٢")]
    [TestCase("２０１９")]
    [TestCase("2019-0²")]
    [TestCase("MMXIX")]
    [TestCase("unknown")]
    public void Anything_else_is_no_date(string? text)
    {
        Assert.That(PartialDate.TryParse(text, out var date), Is.False);
        Assert.That(date, Is.EqualTo(default(PartialDate)));
    }

    [Test]
    public void The_error_shows_the_text_and_the_forms_a_date_takes()
    {
        Assert.That(
            () => PartialDate.Parse("2019-13"),
            Throws
                .TypeOf<FormatException>()
                .With.Message.EqualTo(
                    "'2019-13' is no date; a date is written 2019, 2019-H2, 2019-Q3, 2019-07 or 2019-07-01"
                )
        );
    }

    [Test]
    public void Every_form_that_messages_name_is_read()
    {
        foreach (var form in PartialDate.Forms.Replace(" or ", ", ", StringComparison.Ordinal).Split(", "))
        {
            Assert.That(PartialDate.TryParse(form, out _), Is.True, form);
        }
    }

    [Test]
    public void Dates_are_in_order_of_first_day_then_of_last()
    {
        string[] inOrder =
        [
            "2018",
            "2018-12-31",
            "2019-01-01",
            "2019-01",
            "2019-Q1",
            "2019-H1",
            "2019",
            "2019-01-02",
            "2019-02",
            "2019-Q2",
            "2019-06-30",
            "2019-07-01",
            "2019-07",
            "2019-Q3",
            "2019-H2",
            "2019-08",
            "2019-Q4",
            "2019-12",
            "2019-12-31",
            "2020",
        ];
        var dates = inOrder.Select(PartialDate.Parse).ToArray();
        Assert.That(dates.Reverse().Order().Select(date => date.ToString()), Is.EqualTo(inOrder));
        for (var i = 0; i < dates.Length; i++)
        {
            for (var j = 0; j < dates.Length; j++)
            {
                Assert.That(dates[i] < dates[j], Is.EqualTo(i < j), $"{dates[i]} < {dates[j]}");
                Assert.That(dates[i] <= dates[j], Is.EqualTo(i <= j), $"{dates[i]} <= {dates[j]}");
                Assert.That(dates[i] > dates[j], Is.EqualTo(i > j), $"{dates[i]} > {dates[j]}");
                Assert.That(dates[i] >= dates[j], Is.EqualTo(i >= j), $"{dates[i]} >= {dates[j]}");
                Assert.That(dates[i] == dates[j], Is.EqualTo(i == j), $"{dates[i]} == {dates[j]}");
            }
        }
    }

    // Independent of the code under test: every form of every day that a calendar has, by DateTime alone.
    [Test]
    public void Every_day_of_four_centuries_lies_in_exactly_its_five_dates()
    {
        for (var day = new DateTime(1800, 1, 1); day < new DateTime(2200, 1, 1); day = day.AddDays(1))
        {
            var (month, quarter, half) = (day.Month, (day.Month - 1) / 3, (day.Month - 1) / 6);
            Check(
                day.ToString("yyyy", CultureInfo.InvariantCulture),
                new DateTime(day.Year, 1, 1),
                new DateTime(day.Year + 1, 1, 1)
            );
            Check(
                day.ToString("yyyy", CultureInfo.InvariantCulture) + "-H" + (char)('1' + half),
                new DateTime(day.Year, 6 * half + 1, 1),
                new DateTime(day.Year, 6 * half + 1, 1).AddMonths(6)
            );
            Check(
                day.ToString("yyyy", CultureInfo.InvariantCulture) + "-Q" + (char)('1' + quarter),
                new DateTime(day.Year, 3 * quarter + 1, 1),
                new DateTime(day.Year, 3 * quarter + 1, 1).AddMonths(3)
            );
            Check(
                day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                new DateTime(day.Year, month, 1),
                new DateTime(day.Year, month, 1).AddMonths(1)
            );
            Check(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, day.AddDays(1));
        }

        static void Check(string text, DateTime first, DateTime end)
        {
            var span = PartialDate.Parse(text).Span;
            if (span != new DaySpan((first - DateTime.MinValue).Days, (end - DateTime.MinValue).Days - 1))
            {
                Assert.Fail($"{text}: {span}");
            }
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 5000, Arbitrary = [typeof(DateTexts)], QuietOnSuccess = true)]
    public bool A_date_is_written_as_it_was_read(WrittenDate written) =>
        PartialDate.Parse(written.Text).ToString() == written.Text;

    [FsCheck.NUnit.Property(MaxTest = 5000, Arbitrary = [typeof(DateTexts)], QuietOnSuccess = true)]
    public bool Two_dates_are_equal_where_their_spans_are_and_ordered_as_their_spans_are(
        WrittenDate one,
        WrittenDate other
    )
    {
        var (a, b) = (PartialDate.Parse(one.Text), PartialDate.Parse(other.Text));
        var order = (a.Span.First, a.Span.Last).CompareTo((b.Span.First, b.Span.Last));
        return a.Span.First <= a.Span.Last
            && Math.Sign(a.CompareTo(b)) == Math.Sign(order)
            && (a == b) == (order == 0)
            && (a == b) == (one.Text == other.Text)
            && (a != b || a.GetHashCode() == b.GetHashCode());
    }

    [FsCheck.NUnit.Property(MaxTest = 5000, Arbitrary = [typeof(DateTexts)], QuietOnSuccess = true)]
    public bool A_date_with_one_character_changed_is_read_as_written_or_not_at_all(WrittenDate written, int at, char c)
    {
        var text = written.Text.ToCharArray();
        text[(int)((uint)at % text.Length)] = c;
        return !PartialDate.TryParse(new string(text), out var date) || date.ToString() == new string(text);
    }

    [TestCase("ar-SA")]
    [TestCase("fa-IR")]
    [TestCase("th-TH")]
    [TestCase("fr-FR")]
    public void Dates_are_read_and_written_alike_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            foreach (var text in (string[])["2019", "2019-H2", "2019-Q3", "2019-07", "2019-07-01"])
            {
                Assert.That(PartialDate.Parse(text).ToString(), Is.EqualTo(text));
            }
            AssertSpan("2019-07", "2019-07-01", "2019-07-31", DatePrecision.Month);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void AssertSpan(string text, string first, string last, DatePrecision precision)
    {
        Assert.That(PartialDate.TryParse(text, out var date), Is.True);
        Assert.That(date.First, Is.EqualTo(DateOnly.ParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.That(date.Last, Is.EqualTo(DateOnly.ParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.That(date.Span, Is.EqualTo(new DaySpan(date.First.DayNumber, date.Last.DayNumber)));
        Assert.That(date.Precision, Is.EqualTo(precision));
        Assert.That(date.ToString(), Is.EqualTo(text));
    }

    /// <summary>The text of a date, of any form and any year; years close together, so that two often meet.</summary>
    public sealed record WrittenDate(string Text)
    {
        public override string ToString() => Text;
    }

    public static class DateTexts
    {
        public static FsCheck.Arbitrary<WrittenDate> WrittenDate()
        {
            var year = Gen.Frequency((3, Gen.Choose(2018, 2020)), (1, Gen.Choose(1, 9999)));
            var text = year.SelectMany(y =>
            {
                var stem = y.ToString("0000", CultureInfo.InvariantCulture);
                return Gen.OneOf(
                    Gen.Constant(stem),
                    Gen.Choose(1, 2).Select(half => stem + "-H" + half.ToString(CultureInfo.InvariantCulture)),
                    Gen.Choose(1, 4).Select(quarter => stem + "-Q" + quarter.ToString(CultureInfo.InvariantCulture)),
                    Gen.Choose(1, 12).Select(month => stem + "-" + month.ToString("00", CultureInfo.InvariantCulture)),
                    Gen.Choose(1, 12)
                        .SelectMany(month =>
                            Gen.Choose(1, DateTime.DaysInMonth(y, month))
                                .Select(day =>
                                    string.Create(CultureInfo.InvariantCulture, $"{stem}-{month:00}-{day:00}")
                                )
                        )
                );
            });
            return text.Select(t => new WrittenDate(t)).ToArbitrary();
        }
    }
}

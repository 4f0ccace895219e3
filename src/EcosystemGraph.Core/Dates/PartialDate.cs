using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace EcosystemGraph.Core.Dates;

/// <summary>How precise a <see cref="PartialDate"/> is.</summary>
public enum DatePrecision
{
    /// <summary>A whole year: "2019".</summary>
    Year,

    /// <summary>Half a year: "2019-H2".</summary>
    Half,

    /// <summary>A quarter: "2019-Q3".</summary>
    Quarter,

    /// <summary>A month: "2019-07".</summary>
    Month,

    /// <summary>One day: "2019-07-01".</summary>
    Day,
}

/// <summary>
/// A date as precise as its source gives it: "2019", "2019-H2", "2019-Q3", "2019-07" or "2019-07-01".
/// It means every day it may be: the span from <see cref="First"/> to <see cref="Last"/>.
/// </summary>
/// <remarks>Years run from 0001 to 9999 in the proleptic Gregorian calendar. No time, no time zone.</remarks>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    /// <summary>The forms a date may take, for messages.</summary>
    public const string Forms = "2019, 2019-H2, 2019-Q3, 2019-07 or 2019-07-01";

    private readonly short _year;
    private readonly byte _part;
    private readonly byte _day;

    private PartialDate(DatePrecision precision, int year, int part, int day)
    {
        Precision = precision;
        _year = (short)year;
        _part = (byte)part;
        _day = (byte)day;
    }

    /// <summary>How precise the date is.</summary>
    public DatePrecision Precision { get; }

    /// <summary>The days it may be.</summary>
    public DaySpan Span => new(First.DayNumber, Last.DayNumber);

    /// <summary>The first day it may be.</summary>
    public DateOnly First =>
        Precision switch
        {
            DatePrecision.Year => new DateOnly(_year, 1, 1),
            DatePrecision.Half => new DateOnly(_year, _part * 6 - 5, 1),
            DatePrecision.Quarter => new DateOnly(_year, _part * 3 - 2, 1),
            DatePrecision.Month => new DateOnly(_year, _part, 1),
            DatePrecision.Day => new DateOnly(_year, _part, _day),
        };

    /// <summary>The last day it may be.</summary>
    public DateOnly Last =>
        Precision switch
        {
            DatePrecision.Year => EndOfMonth(_year, 12),
            DatePrecision.Half => EndOfMonth(_year, _part * 6),
            DatePrecision.Quarter => EndOfMonth(_year, _part * 3),
            DatePrecision.Month => EndOfMonth(_year, _part),
            DatePrecision.Day => new DateOnly(_year, _part, _day),
        };

    /// <summary>Reads a date; no white space, no other form than those of <see cref="Forms"/>.</summary>
    /// <returns>False where the text is no date, or a day that no calendar has (2019-02-30).</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        if (text is null || text.Length < 4 || !TryDigits(text.AsSpan(0, 4), out var year) || year < 1)
            return false;
        var rest = text.AsSpan(4);
        switch (rest.Length)
        {
            case 0:
                date = new PartialDate(DatePrecision.Year, year, 0, 0);
                return true;
            case 3 when rest[0] == '-' && rest[1] == 'H' && rest[2] is '1' or '2':
                date = new PartialDate(DatePrecision.Half, year, rest[2] - '0', 0);
                return true;
            case 3 when rest[0] == '-' && rest[1] == 'Q' && rest[2] is >= '1' and <= '4':
                date = new PartialDate(DatePrecision.Quarter, year, rest[2] - '0', 0);
                return true;
            case 3 when rest[0] == '-' && TryDigits(rest[1..], out var month) && month is >= 1 and <= 12:
                date = new PartialDate(DatePrecision.Month, year, month, 0);
                return true;
            case 6
                when rest[0] == '-'
                    && rest[3] == '-'
                    && TryDigits(rest[1..3], out var month)
                    && month is >= 1 and <= 12
                    && TryDigits(rest[4..], out var day)
                    && day >= 1
                    && day <= DateTime.DaysInMonth(year, month):
                date = new PartialDate(DatePrecision.Day, year, month, day);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads a date.</summary>
    /// <exception cref="FormatException">The text is no date.</exception>
    public static PartialDate Parse(string text) =>
        TryParse(text, out var date)
            ? date
            : throw new FormatException($"'{text}' is no date; a date is written {Forms}");

    /// <summary>The later of two dates: that with the later last day, then with the later first day. Any date is later than none.</summary>
    public static PartialDate? Later(PartialDate? one, PartialDate? other) =>
        one is not { } left ? other
        : other is not { } right ? one
        : (right.Last, right.First).CompareTo((left.Last, left.First)) > 0 ? right
        : left;

    /// <summary>Orders by first day, then by last day: the vaguer of two that begin together comes later.</summary>
    public int CompareTo(PartialDate other)
    {
        var byFirst = First.CompareTo(other.First);
        return byFirst != 0 ? byFirst : Last.CompareTo(other.Last);
    }

    /// <summary>The date as it was written.</summary>
    public override string ToString() =>
        Precision switch
        {
            DatePrecision.Year => string.Create(CultureInfo.InvariantCulture, $"{_year:0000}"),
            DatePrecision.Half => string.Create(CultureInfo.InvariantCulture, $"{_year:0000}-H{_part}"),
            DatePrecision.Quarter => string.Create(CultureInfo.InvariantCulture, $"{_year:0000}-Q{_part}"),
            DatePrecision.Month => string.Create(CultureInfo.InvariantCulture, $"{_year:0000}-{_part:00}"),
            DatePrecision.Day => string.Create(CultureInfo.InvariantCulture, $"{_year:0000}-{_part:00}-{_day:00}"),
        };

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> does not come after <paramref name="right"/>.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not come before <paramref name="right"/>.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    private static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (c is < '0' or > '9')
                return false;
            value = value * 10 + (c - '0');
        }
        return true;
    }
}

using System.Globalization;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Text;

/// <summary>Dates as people write them in a language, with spaces that do not break.</summary>
public static class DateWords
{
    /// <summary>The date by itself: "2d semestre 2021", "second half of 2021".</summary>
    public static string Of(PartialDate date, Language language)
    {
        var (day, texts) = (date.First, DateTexts.In(language));
        var year = Text(day.Year);
        var month = texts.Months[day.Month - 1];
        return date.Precision switch
        {
            DatePrecision.Year => year,
            DatePrecision.Half => texts.Halves[(day.Month - 1) / 6].With(("year", year)),
            DatePrecision.Quarter => texts.Quarters[(day.Month - 1) / 3].With(("year", year)),
            DatePrecision.Month => texts.Month.With(("month", month), ("year", year)),
            DatePrecision.Day => day.Day == 1
                ? texts.FirstDay.With(("day", day.Day), ("month", month), ("year", year))
                : texts.Day.With(("day", day.Day), ("month", month), ("year", year)),
        };
    }

    /// <summary>Days by themselves: as short a date as names them all, else the first and the last.</summary>
    public static string Of(DaySpan days, Language language) =>
        Named(days) is { } date
            ? Of(date, language)
            : DateTexts
                .In(language)
                .Days.With(("first", Of(Day(days.First), language)), ("last", Of(Day(days.Last), language)));

    /// <summary>The date within a sentence, after a verb or "between": "le 2d semestre 2021", "the second half of 2021".</summary>
    public static string The(DaySpan days, Language language) =>
        DateTexts.In(language).The.Of(Named(days)?.Precision).With(("date", Of(days, language)));

    /// <summary>When something is so: "en 2016", "au 2d semestre 2021", "le 3 mai 2016"; "in 2016", "in the second half of 2021", "on 3 May 2016".</summary>
    public static string At(DaySpan days, Language language) =>
        DateTexts.In(language).At.Of(Named(days)?.Precision).With(("date", Of(days, language)));

    /// <summary>How dates are written, as examples.</summary>
    public static string Forms(Language language) =>
        PartialDate.Forms.Replace(" or ", DateTexts.In(language).Or, StringComparison.Ordinal);

    private static PartialDate? Named(DaySpan days)
    {
        var first = DateOnly.FromDayNumber(days.First);
        var year = first.ToString("yyyy", CultureInfo.InvariantCulture);
        string[] forms =
        [
            year,
            $"{year}-H{Text((first.Month + 5) / 6)}",
            $"{year}-Q{Text((first.Month + 2) / 3)}",
            first.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ];
        foreach (var form in forms)
            if (PartialDate.TryParse(form, out var date) && date.Span == days)
                return date;
        return null;
    }

    private static PartialDate Day(int day) =>
        PartialDate.Parse(DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

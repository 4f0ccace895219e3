using System.Globalization;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Text;

/// <summary>Dates as people write them, in French and English, with spaces that do not break.</summary>
public static class DateWords
{
    private static readonly string[] FrenchMonths = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    private static readonly string[] EnglishMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>The date by itself: "2d semestre 2021", "second half of 2021".</summary>
    public static string Of(PartialDate date, Language language)
    {
        var (day, french) = (date.First, language == Language.FR);
        var year = Text(day.Year);
        var month = (french ? FrenchMonths : EnglishMonths)[day.Month - 1];
        var quarter = (day.Month + 2) / 3;
        return date.Precision switch
        {
            DatePrecision.Year => year,
            DatePrecision.Half => french ? $"{(day.Month == 1 ? "1er" : "2d")} semestre {year}" : $"{(day.Month == 1 ? "first" : "second")} half of {year}",
            DatePrecision.Quarter => french ? $"{Text(quarter)}{(quarter == 1 ? "er" : "e")} trimestre {year}" : $"Q{Text(quarter)} {year}",
            DatePrecision.Month => $"{month}\u00A0{year}",
            _ => $"{Text(day.Day)}{(french && day.Day == 1 ? "er" : "")}\u00A0{month}\u00A0{year}",
        };
    }

    /// <summary>Days by themselves: as short a date as names them all, else the first and the last.</summary>
    public static string Of(DaySpan days, Language language) => Named(days) is { } date ? Of(date, language)
        : $"{Of(Day(days.First), language)} – {Of(Day(days.Last), language)}";

    /// <summary>The date within a sentence, after a verb or "between": "le 2d semestre 2021", "the second half of 2021".</summary>
    public static string The(DaySpan days, Language language) => (Named(days)?.Precision, language) switch
    {
        (DatePrecision.Half or DatePrecision.Quarter or DatePrecision.Day, Language.FR) => "le " + Of(days, language),
        (DatePrecision.Half, _) => "the " + Of(days, language),
        _ => Of(days, language),
    };

    /// <summary>When something is so: "en 2016", "au 2d semestre 2021", "le 3 mai 2016"; "in 2016", "in the second half of 2021", "on 3 May 2016".</summary>
    public static string At(DaySpan days, Language language) => (Named(days)?.Precision, language) switch
    {
        (DatePrecision.Year or DatePrecision.Month, Language.FR) => "en " + Of(days, language),
        (DatePrecision.Half or DatePrecision.Quarter, Language.FR) => "au " + Of(days, language),
        (DatePrecision.Day, Language.FR) => "le " + Of(days, language),
        (null, Language.FR) => "durant " + Of(days, language),
        (DatePrecision.Day, _) => "on " + Of(days, language),
        (null, _) => "throughout " + Of(days, language),
        _ => "in " + The(days, language),
    };

    private static PartialDate? Named(DaySpan days)
    {
        var first = DateOnly.FromDayNumber(days.First);
        var year = first.ToString("yyyy", CultureInfo.InvariantCulture);
        string[] forms =
        [
            year, $"{year}-H{Text((first.Month + 5) / 6)}", $"{year}-Q{Text((first.Month + 2) / 3)}",
            first.ToString("yyyy-MM", CultureInfo.InvariantCulture), first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ];
        foreach (var form in forms) if (PartialDate.TryParse(form, out var date) && date.Span == days) return date;
        return null;
    }

    private static PartialDate Day(int day) => PartialDate.Parse(DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

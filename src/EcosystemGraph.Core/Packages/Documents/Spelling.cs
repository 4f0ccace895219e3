using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Dates;

namespace EcosystemGraph.Core.Packages.Documents;

/// <summary>How a French text may write a number or a date. Compared folded, so accents and case do not matter.</summary>
internal static class Spelling
{
    private static readonly ImmutableArray<string> Units =
    [
        "zéro",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "dix-sept",
        "dix-huit",
        "dix-neuf",
    ];

    private static readonly ImmutableArray<string> Tens =
    [
        "",
        "",
        "vingt",
        "trente",
        "quarante",
        "cinquante",
        "soixante",
        "soixante",
        "quatre-vingt",
        "quatre-vingt",
    ];

    private static readonly ImmutableHashSet<string> NumberWords = Units
        .Skip(2)
        .Take(15)
        .Concat(Tens)
        .Where(word => word.Length > 0 && !word.Contains('-', StringComparison.Ordinal))
        .Concat(["vingts", "cent", "cents", "mille"])
        .ToImmutableHashSet(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> Months =
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];

    private static readonly ImmutableArray<ImmutableArray<string>> Ordinals =
    [
        ["premier", "1er"],
        ["second", "deuxième", "2e", "2ème", "2nd"],
        ["troisième", "3e", "3ème"],
        ["quatrième", "dernier", "4e", "4ème"],
    ];

    /// <summary>Whether a folded word is a number from two on. "Un" and "une" are articles first.</summary>
    public static bool IsNumber(string folded) => NumberWords.Contains(folded);

    /// <summary>The ways to write a number, the plainest first.</summary>
    public static ImmutableArray<string> Of(double value)
    {
        var plain = value.ToString(CultureInfo.InvariantCulture);
        var spellings = ImmutableArray.CreateBuilder<string>();
        spellings.Add(plain);
        if (!double.IsInteger(value) || value is < 0 or > 1e15)
            return spellings.DrainToImmutable();
        if (value >= 1000)
            spellings.Add(value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' '));
        if (value < 100)
            spellings.Add(Words((int)value));
        switch (value)
        {
            case 1:
                spellings.Add("une");
                break;
            case 80:
                spellings.Add("quatre-vingts");
                break;
            case 100:
                spellings.Add("cent");
                break;
            case 1000:
                spellings.Add("mille");
                break;
        }
        return spellings.DrainToImmutable();
    }

    /// <summary>The ways to write a date, the plainest first.</summary>
    public static ImmutableArray<string> Of(PartialDate date)
    {
        var (first, year) = (date.First, date.First.Year.ToString("0000", CultureInfo.InvariantCulture));
        string[] before = date.Precision switch
        {
            DatePrecision.Half => [.. Ordinals[first.Month / 7].Select(ordinal => ordinal + " semestre")],
            DatePrecision.Quarter => [.. Ordinals[first.Month / 3].Select(ordinal => ordinal + " trimestre")],
            DatePrecision.Month => [Months[first.Month - 1]],
            DatePrecision.Day => [.. Days(first).Select(day => $"{day} {Months[first.Month - 1]}")],
            _ => [],
        };
        if (before.Length == 0)
            return [year];
        return
        [
            .. before.SelectMany(part => new[] { $"{part} {year}", $"{part} de {year}", $"{part} de l'année {year}" }),
            .. Digits(date),
        ];
    }

    private static IEnumerable<string> Days(DateOnly date)
    {
        yield return date.Day.ToString(CultureInfo.InvariantCulture);
        if (date.Day == 1)
            yield return "1er";
    }

    private static IEnumerable<string> Digits(PartialDate date) =>
        date.Precision switch
        {
            DatePrecision.Month => [date.First.ToString("MM/yyyy", CultureInfo.InvariantCulture), date.ToString()],
            DatePrecision.Day => [date.First.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), date.ToString()],
            _ => [],
        };

    // 71 is soixante et onze, 97 quatre-vingt-dix-sept: from 70 on the tens are those below and ten more units.
    private static string Words(int value)
    {
        if (value < 20)
            return Units[value];
        var tens = value / 10;
        var units = tens is 7 or 9 ? value - (tens - 1) * 10 : value % 10;
        if (units == 0)
            return Tens[tens];
        return units is 1 or 11 && tens < 8 ? $"{Tens[tens]} et {Units[units]}" : $"{Tens[tens]}-{Units[units]}";
    }
}

using System.Globalization;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Texts;

/// <summary>What a figure says, in French or in English, set as each language sets it.</summary>
/// <param name="language">Of the figure.</param>
internal sealed class Phrases(Language language)
{
    private const string FrenchMonths = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
    private const string EnglishMonths = "January|February|March|April|May|June|July|August|September|October|November|December";

    public Language Language { get; } = language;

    /// <summary>The phrase of the figure's language, well set.</summary>
    public string Say(string french, string english) => Language == Language.FR ? French(french) : english;

    public string Count(int number, string frenchOne, string frenchMany, string englishOne, string englishMany)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        if (number >= 1000) digits = digits[..^3] + (Language == Language.FR ? "\u202F" : ",") + digits[^3..];
        // French takes the plural from two on, English from anything but one.
        return digits + "\u00A0" + (Language == Language.FR ? number < 2 ? frenchOne : frenchMany : number == 1 ? englishOne : englishMany);
    }

    public string Quote(string text) => Language == Language.FR ? $"«\u202F{text}\u202F»" : $"“{text}”";

    public string Colon => Language == Language.FR ? "\u00A0: " : ": ";

    public string Semicolon => Language == Language.FR ? "\u202F; " : "; ";

    /// <summary>A list such as "a, b and c".</summary>
    public string List(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : string.Join(", ", items.Take(items.Count - 1)) + Say(" et ", " and ") + items[^1];

    public string Date(PartialDate date)
    {
        var day = date.First;
        var year = day.Year.ToString(CultureInfo.InvariantCulture);
        var month = (Language == Language.FR ? FrenchMonths : EnglishMonths).Split('|')[day.Month - 1];
        return date.Precision switch
        {
            DatePrecision.Year => year,
            DatePrecision.Half => Say(day.Month == 1 ? $"1er semestre {year}" : $"2d semestre {year}", day.Month == 1 ? $"first half of {year}" : $"second half of {year}"),
            DatePrecision.Quarter => Say($"{(day.Month == 1 ? "1er" : ((day.Month + 2) / 3).ToString(CultureInfo.InvariantCulture) + "e")} trimestre {year}", $"Q{(day.Month + 2) / 3} {year}"),
            DatePrecision.Month => $"{month}\u00A0{year}",
            _ => Language == Language.FR && day.Day == 1 ? $"1er\u00A0{month}\u00A0{year}" : $"{day.Day.ToString(CultureInfo.InvariantCulture)}\u00A0{month}\u00A0{year}",
        };
    }

    public string Status(Status status) => status switch
    {
        Core.Model.Status.CURRENT => Say("en cours", "current"),
        Core.Model.Status.PAST => Say("passé", "past"),
        Core.Model.Status.PLANNED => Say("prévu", "planned"),
        _ => Say("date inconnue", "date unknown"),
    };

    public string Change(LinkChange change) => change switch
    {
        LinkChange.APPEARED => Say("apparu", "came"),
        LinkChange.ENDED => Say("disparu", "went"),
        LinkChange.KEPT => Say("resté", "stayed"),
        _ => Say("peut-être changé", "may have changed"),
    };

    public string Measure(NodeMeasure measure) => measure switch
    {
        NodeMeasure.DEGREE => Say("nombre de liens", "number of ties"),
        NodeMeasure.BETWEENNESS => Say("intermédiarité", "betweenness"),
        NodeMeasure.CLOSENESS => Say("proximité", "closeness"),
        _ => "PageRank",
    };

    /// <summary>A number with few digits, its decimal mark the language's.</summary>
    public string Number(double value)
    {
        var text = value.ToString(value >= 100 ? "0" : value >= 1 ? "0.#" : "0.###", CultureInfo.InvariantCulture);
        return Language == Language.FR ? text.Replace('.', ',') : text;
    }

    /// <summary>A text from elsewhere (a title, a scope), set as the figure's language sets it.</summary>
    public string Set(string text) => Language == Language.FR ? French(text) : text;

    // U+202F before ; ! ? and inside « », U+00A0 before a colon: what stands there as a plain space.
    private static string French(string text) => text
        .Replace(" :", "\u00A0:", StringComparison.Ordinal).Replace(" ;", "\u202F;", StringComparison.Ordinal)
        .Replace(" !", "\u202F!", StringComparison.Ordinal).Replace(" ?", "\u202F?", StringComparison.Ordinal)
        .Replace("« ", "«\u202F", StringComparison.Ordinal).Replace(" »", "\u202F»", StringComparison.Ordinal);
}

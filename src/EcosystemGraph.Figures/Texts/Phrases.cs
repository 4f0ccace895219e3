using System.Globalization;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Figures.Texts;

/// <summary>What a figure says, in French or in English, set as each language sets it.</summary>
/// <param name="language">Of the figure.</param>
internal sealed class Phrases(Language language)
{
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

    public string Date(PartialDate date) => DateWords.Of(date, Language);

    /// <summary>The words for a value of an enum; what is not stated says of what, since a caption has no column's heading.</summary>
    public string Of(Enum value) => (value is Status.UNKNOWN ? Say("état ", "status ") : "") + ChoiceLabels.Of(value).In(Language);

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

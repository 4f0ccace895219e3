using System.Globalization;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Figures.Texts;

/// <summary>What a figure says in its language, set as that language sets it.</summary>
/// <param name="language">Of the figure.</param>
internal sealed class Phrases(Language language)
{
    private readonly Typography _typography = Typography.In(language);

    public Language Language { get; } = language;

    /// <summary>Every phrase of the language.</summary>
    public FigureWords Words { get; } = FigureWords.In(language);

    public string Count(int number, Counted what) =>
        _typography.Whole(number) + "\u00A0" + _typography.Form(what, number);

    public string Quote(string text) => _typography.Quoted(text);

    public string Colon => _typography.Colon;

    public string Semicolon => _typography.Semicolon;

    /// <summary>A list such as "a, b and c".</summary>
    public string List(IReadOnlyList<string> items) =>
        items.Count < 2
            ? string.Concat(items)
            : Words.AndLast.With(("first", string.Join(", ", items.Take(items.Count - 1))), ("last", items[^1]));

    public string Date(PartialDate date) => DateWords.Of(date, Language);

    /// <summary>The words for a value of an enum; what is not stated says of what, since a caption has no column's heading.</summary>
    public string Of(Enum value)
    {
        var label = ChoiceLabels.Of(value, Language) ?? "";
        return value is Status.UNKNOWN ? Words.OfStatus.With(("label", label)) : label;
    }

    /// <summary>A number with few digits, its decimal mark the language's.</summary>
    public string Number(double value) =>
        _typography.Decimal(
            value.ToString(
                value >= 100 ? "0"
                    : value >= 1 ? "0.#"
                    : "0.###",
                CultureInfo.InvariantCulture
            )
        );

    /// <summary>A text made of others (a title, a scope, a sentence that names a body), set as the figure's language sets it.</summary>
    public string Set(string text) => _typography.Set(text);
}

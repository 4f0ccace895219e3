using System.Collections.Immutable;
using System.Globalization;

namespace EcosystemGraph.Core.Languages;

/// <summary>How a language sets its texts: quotation marks, spaces, numbers.</summary>
public sealed record Typography
{
    private static readonly Section<Typography> All = new("typography");

    /// <summary>Between a heading and what it announces.</summary>
    public required string Colon { get; init; }

    /// <summary>Between parts that have commas themselves.</summary>
    public required string Semicolon { get; init; }

    /// <summary>A text in quotation marks.</summary>
    public required Sentence Quote { get; init; }

    /// <summary>Between whole and decimals.</summary>
    public required string DecimalMark { get; init; }

    /// <summary>Between thousands.</summary>
    public required string Thousands { get; init; }

    /// <summary>The numbers that take the form of a single one: 1 in English, 0 and 1 in French.</summary>
    public required ImmutableArray<int> Single { get; init; }

    /// <summary>Which marks and spaces stand as which: pairs of how people type them and how they are set.</summary>
    public required ImmutableArray<ImmutableArray<string>> Spaces { get; init; }

    /// <summary>How a language sets its texts.</summary>
    public static Typography In(Language language) => All[language];

    /// <summary>The text in quotation marks.</summary>
    public string Quoted(string text) => Quote.With(("text", text));

    /// <summary>A whole number, its thousands parted.</summary>
    public string Whole(int number) =>
        number.ToString("N0", CultureInfo.InvariantCulture).Replace(",", Thousands, StringComparison.Ordinal);

    /// <summary>A number as programs write it, with the language's decimal mark.</summary>
    public string Decimal(string number) => number.Replace(".", DecimalMark, StringComparison.Ordinal);

    /// <summary>The form that so many take.</summary>
    public string Form(Counted what, int number) => Single.Contains(number) ? what.One : what.Many;

    /// <summary>A text as it was typed, set with the spaces of the language.</summary>
    public string Set(string text) =>
        Spaces.Aggregate(text, (set, pair) => set.Replace(pair[0], pair[1], StringComparison.Ordinal));
}

using System.Collections.Immutable;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Text;

/// <summary>How dates are written: the section "dates" of the files of languages.</summary>
internal sealed record DateTexts
{
    private static readonly Section<DateTexts> All = new("dates");

    public required ImmutableArray<string> Months { get; init; }
    public required ImmutableArray<Sentence> Halves { get; init; }
    public required ImmutableArray<Sentence> Quarters { get; init; }
    public required Sentence Month { get; init; }
    public required Sentence FirstDay { get; init; }
    public required Sentence Day { get; init; }
    public required Sentence Days { get; init; }
    public required string Or { get; init; }
    public required WhenWords The { get; init; }
    public required WhenWords At { get; init; }

    public static DateTexts In(Language language) => All[language];
}

/// <summary>A date within a sentence, by how exact it is.</summary>
internal sealed record WhenWords
{
    public required Sentence Year { get; init; }
    public required Sentence Half { get; init; }
    public required Sentence Quarter { get; init; }
    public required Sentence Month { get; init; }
    public required Sentence Day { get; init; }
    public required Sentence Days { get; init; }

    /// <summary>The sentence for dates that are so exact; for days that no date names where that is null.</summary>
    public Sentence Of(DatePrecision? precision) =>
        precision switch
        {
            DatePrecision.Year => Year,
            DatePrecision.Half => Half,
            DatePrecision.Quarter => Quarter,
            DatePrecision.Month => Month,
            DatePrecision.Day => Day,
            _ => Days,
        };
}

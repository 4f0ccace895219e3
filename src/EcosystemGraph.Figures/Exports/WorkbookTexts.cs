using System.Collections.Immutable;
using EcosystemGraph.Core.Languages;

namespace EcosystemGraph.Figures.Exports;

/// <summary>What a workbook says: the section "workbook" of the files of languages. Headings are by the keys of columns.</summary>
internal sealed record WorkbookTexts
{
    private static readonly Section<WorkbookTexts> All = new("workbook");

    public required SheetNames Sheets { get; init; }
    public required FactNames Facts { get; init; }
    public required ImmutableDictionary<string, string> Bodies { get; init; }
    public required ImmutableDictionary<string, string> Links { get; init; }
    public required ImmutableDictionary<string, string> Ties { get; init; }
    public required ImmutableDictionary<string, string> Passages { get; init; }
    public required ImmutableDictionary<string, string> About { get; init; }

    public static WorkbookTexts In(Language language) => All[language];

    /// <summary>How sheets are called.</summary>
    internal sealed record SheetNames
    {
        public required string Bodies { get; init; }
        public required string Links { get; init; }
        public required string Passages { get; init; }
        public required string About { get; init; }
    }

    /// <summary>What is said of the data set.</summary>
    internal sealed record FactNames
    {
        public required string Dataset { get; init; }
        public required string Version { get; init; }
        public required string Fingerprint { get; init; }
        public required string Scope { get; init; }
        public required string Projection { get; init; }
    }
}

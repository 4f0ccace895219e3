using System.Globalization;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Figures.Exports;

/// <summary>What a column holds.</summary>
internal enum CellKind
{
    Text,
    Flag,
    Whole,
    Number,
}

/// <summary>A value of a body or an edge, or none.</summary>
internal readonly record struct Cell
{
    private readonly string? _text;

    private Cell(string? text, double number, bool isThere)
    {
        _text = text;
        Number = number;
        IsThere = isThere;
    }

    public bool IsThere { get; }

    public double Number { get; }

    public static Cell Of(string? text) => new(text, 0, !string.IsNullOrEmpty(text));

    public static Cell Of(bool flag) => new(flag ? "true" : "false", flag ? 1 : 0, true);

    public static Cell Of(double? number) => new(null, number ?? 0, number is not null);

    /// <summary>The value as text, alike in all cultures: "true", "12", "0.25". Characters that XML cannot hold are replaced.</summary>
    public string Text =>
        _text is null
            ? IsThere
                ? Number.ToString("R", CultureInfo.InvariantCulture)
                : ""
            : ExportText.Clean(_text);

    /// <summary>The text as it came.</summary>
    public string? Raw => _text;
}

/// <summary>
/// What every format tells of a body or an edge, declared once: a format takes the columns as they come, so that a fact
/// is in all of them or in none.
/// </summary>
/// <param name="Key">Its name in files, the same in all languages; a workbook's headings are by it (<see cref="WorkbookTexts"/>).</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Of">The value.</param>
internal sealed record ExportColumn<T>(string Key, CellKind Kind, Func<T, Cell> Of)
{
    public static ExportColumn<T> Text(string key, Func<T, string?> of) => new(key, CellKind.Text, x => Cell.Of(of(x)));

    public static ExportColumn<T> Flag(string key, Func<T, bool?> of) =>
        new(key, CellKind.Flag, x => of(x) is { } flag ? Cell.Of(flag) : default);

    public static ExportColumn<T> Whole(string key, Func<T, int?> of) => new(key, CellKind.Whole, x => Cell.Of(of(x)));

    public static ExportColumn<T> Number(string key, Func<T, double?> of) =>
        new(key, CellKind.Number, x => Cell.Of(of(x)));
}

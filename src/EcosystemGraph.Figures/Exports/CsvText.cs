using System.Buffers;
using System.Text;

namespace EcosystemGraph.Figures.Exports;

/// <summary>
/// Values of a CSV file that no spreadsheet program takes for formulas.
/// </summary>
/// <remarks>
/// A program that opens the file takes a cell that begins with = + - @ for a formula, and quotes do not keep it from
/// doing so. Nor is the beginning of our cell the only one: a French Excel parts cells at ";" wherever it stands. So an
/// apostrophe goes before such a character at the beginning of a value, and after each ";", tab or end of line in it,
/// quotes and blanks between them not counted; and before an apostrophe that stands there by itself, so that a reader
/// gets the value back: at each of those places, one apostrophe is dropped. The full-width forms of
/// those characters count as they do in Japanese versions.
/// </remarks>
internal static class CsvText
{
    private const char Mark = '\'';

    private static readonly SearchValues<char> Quotable = SearchValues.Create(",\"\r\n;\t");
    private static readonly SearchValues<char> Suspect = SearchValues.Create("=+-@'＝＋－＠");

    /// <summary>The value as a field, in quotes where it needs them.</summary>
    public static string Field(string value)
    {
        var text = Harmless(ExportText.Clean(value));
        return text.AsSpan().ContainsAny(Quotable) || (text.Length > 0 && (text[0] == ' ' || text[^1] == ' '))
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }

    /// <summary>The value with apostrophes.</summary>
    public static string Harmless(string value)
    {
        if (!value.AsSpan().ContainsAny(Suspect))
            return value;
        var text = new StringBuilder(value.Length + 2);
        var atStart = true;
        foreach (var c in value)
        {
            if (atStart && Suspect.Contains(c))
                text.Append(Mark);
            text.Append(c);
            atStart = StartsCell(c, atStart);
        }
        return text.ToString();
    }

    private static bool StartsCell(char before, bool atStart) =>
        before is ';' or '\t' or '\r' or '\n' || (atStart && (before is '"' or ' '));
}

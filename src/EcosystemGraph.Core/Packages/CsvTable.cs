using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages.Files;

namespace EcosystemGraph.Core.Packages;

/// <summary>Reads one CSV file of a package: its encoding, its header, its rows; what is wrong with each is noted.</summary>
internal static class CsvTable
{
    /// <summary>A row: its cells and the line on which it begins.</summary>
    public delegate void RowHandler(string[] cells, int line, IReadOnlyDictionary<string, int> columns);

    /// <summary>Reads a file's rows in order.</summary>
    /// <returns>False where the file could not be read as a table at all; then no row was handed over.</returns>
    public static bool Read(string path, PackageFile file, IssueLog issues, RowHandler onRow, CancellationToken cancellation)
    {
        var bytes = ReadBytes(path, file.Name);
        if (!CheckEncoding(bytes, file.Name, issues)) return false;

        var top = new RowPlace(file.Name, 1);
        var headed = false;
        CsvMalformedRecord? brokenHeader = null;
        using var csv = CsvReader.Create(bytes, Options with
        {
            OnMalformedRecord = bad =>
            {
                if (headed) Report(bad, file.Name, issues);
                else brokenHeader ??= bad;
            },
        });
        headed = csv.Read();
        if (brokenHeader is { } broken)
        {
            if (!ReportSeparators(broken.RawRecord, top, issues)) Report(broken, file.Name, issues);
            return false;
        }
        if (!headed)
        {
            issues.Error("header", top, null, "the file is empty", $"a first line with the columns {string.Join(",", file.Required)}");
            return false;
        }
        if (Columns(Cells(csv), file, new RowPlace(file.Name, (int)csv.LineNumber), issues) is not { } columns) return false;
        while (csv.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            onRow(Cells(csv), (int)csv.LineNumber, columns);
        }
        return true;
    }

    /// <summary>Finds where a cell stands: its line and its column in characters (code points), both from 1.</summary>
    /// <param name="path">The file.</param>
    /// <param name="row">The line on which its row begins; the header's where the column's name itself is meant.</param>
    /// <param name="column">The column's name; where it stands twice in the header, the second is meant there.</param>
    /// <returns>Null where the file has no such cell.</returns>
    public static (int Line, int Column)? Locate(string path, int row, string column)
    {
        if (!File.Exists(path)) return null;
        using var csv = CsvReader.FromFile(path, Options);
        if (!csv.Read()) return null;
        var header = Cells(csv);
        var index = csv.LineNumber == row
            ? Array.FindLastIndex(header, name => name.Trim() == column)
            : Array.FindIndex(header, name => name.Trim() == column);
        if (index < 0) return null;
        do
        {
            if (csv.LineNumber != row) continue;
            var before = new StringBuilder();
            for (var i = 0; i < index; i++) before.Append(Encoding.UTF8.GetString(csv.GetRawSpan(i))).Append(',');
            var text = before.ToString();
            return (row + text.Count(c => c == '\n'), text[(text.LastIndexOf('\n') + 1)..].EnumerateRunes().Count() + 1);
        }
        while (csv.Read());
        return null;
    }

    private static CsvReaderOptions Options { get; } = new()
    {
        Separator = ',',
        HasHeader = false,
        TrackLineNumbers = true,
        PoolStrings = true,
        MalformedData = CsvMalformedDataHandling.Skip,
        FieldCountMismatch = CsvFieldCountHandling.Skip,
    };

    // A line break within a cell is the same one, however the editor that saved the file ends its lines.
    private static string[] Cells(CsvReader csv)
    {
        var cells = new string[csv.FieldCount];
        for (var i = 0; i < cells.Length; i++) cells[i] = csv.GetString(i).Replace("\r\n", "\n", StringComparison.Ordinal);
        return cells;
    }

    private static void Report(CsvMalformedRecord bad, string file, IssueLog issues)
    {
        var place = new RowPlace(file, (int)bad.LineNumber);
        switch (bad.Reason)
        {
            case CsvMalformedReason.UnterminatedQuote:
                issues.Error("quotes", place, null, "a quotation mark opened in this row is never closed", "each quoted cell ends with a quotation mark");
                break;
            case CsvMalformedReason.FieldCountMismatch:
                issues.Error("cells", place, null, $"not as many cells as the header has: {Shortened(bad.RawRecord)}",
                    "one cell a column; a cell with a comma or a line break is quoted");
                break;
            default:
                issues.Error("quotes", place, null, $"a quotation mark stands where none may: {Shortened(bad.RawRecord)}",
                    "a cell with a quotation mark is quoted as a whole and each mark in it doubled");
                break;
        }
    }

    private static byte[] ReadBytes(string path, string name)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PackageUnreadableException($"{name} cannot be read: close the program that holds it, or give this user the right to read it", error);
        }
    }

    private static bool CheckEncoding(byte[] bytes, string name, IssueLog issues)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            issues.Error("encoding", new RowPlace(name, 1), null, "the file is UTF-16", "save it as UTF-8 (in a spreadsheet: 'CSV UTF-8')");
            return false;
        }
        if (bytes.AsSpan().IndexOf((byte)0) is >= 0 and var zero)
        {
            issues.Error("encoding", new RowPlace(name, 1 + bytes.AsSpan(0, zero).Count((byte)'\n')), null,
                "the file is not UTF-8 text: it has a zero byte", "save it as UTF-8 (in a spreadsheet: 'CSV UTF-8')");
            return false;
        }
        if (Utf8.IsValid(bytes)) return true;

        var line = 1;
        var rest = bytes.AsSpan();
        while (!rest.IsEmpty && Rune.DecodeFromUtf8(rest, out var rune, out var taken) == OperationStatus.Done)
        {
            if (rune.Value == '\n') line++;
            rest = rest[taken..];
        }
        issues.Error("encoding", new RowPlace(name, line), null,
            string.Create(CultureInfo.InvariantCulture, $"the file is not UTF-8: byte {rest[0]:X2}"),
            "save it as UTF-8 (in a spreadsheet: 'CSV UTF-8')");
        return false;
    }

    private static Dictionary<string, int>? Columns(string[] header, PackageFile file, RowPlace place, IssueLog issues)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = string.Join(", ", file.Columns);
        var right = true;
        void Wrong(string? column, string problem, string remedy)
        {
            issues.Error("header", place, column, problem, remedy);
            right = false;
        }

        if (header.Length == 1 && ReportSeparators(header[0], place, issues)) return null;
        for (var index = 0; index < header.Length; index++)
        {
            var name = header[index].Trim();
            if (!file.Columns.Contains(name, StringComparer.Ordinal)) Wrong(name, $"unknown column '{Shortened(name)}'", $"the columns of {file.Name} are {known}");
            else if (!columns.TryAdd(name, index)) Wrong(name, $"column '{name}' stands twice", "each column once");
        }
        foreach (var name in file.Required)
        {
            if (!columns.ContainsKey(name)) Wrong(null, $"column '{name}' is missing", $"{file.Name} needs {string.Join(" and ", file.Required)}");
        }
        return right ? columns : null;
    }

    private static bool ReportSeparators(string header, RowPlace place, IssueLog issues)
    {
        if (header.Contains(',', StringComparison.Ordinal) || header.AsSpan().IndexOfAny(';', '\t') < 0) return false;
        issues.Error("header", place, null, "columns are not separated by commas", "save it as CSV with commas between cells");
        return true;
    }

    private static string Shortened(string text) =>
        text.Length <= 60 ? text.Trim() : text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)] + "…";
}

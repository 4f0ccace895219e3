using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages.Files;

namespace EcosystemGraph.Core.Packages;

/// <summary>Reads one CSV file of a package: its encoding, its header, its rows; what is wrong with each is noted.</summary>
internal static class CsvFile
{
    /// <summary>A row: its cells and the line on which it begins.</summary>
    public delegate void RowHandler(string[] cells, int line, IReadOnlyDictionary<string, int> columns);

    /// <summary>Reads a file's rows in order.</summary>
    /// <returns>False where the file could not be read as a table at all; then no row was handed over.</returns>
    public static bool Read(
        string path,
        PackageFile file,
        IssueLog issues,
        RowHandler onRow,
        CancellationToken cancellation
    )
    {
        var bytes = ReadBytes(path, file.Name);
        if (!CheckEncoding(bytes, file.Name, issues))
            return false;

        var top = new RowPlace(file.Name, 1);
        var headed = false;
        CsvMalformedRecord? brokenHeader = null;
        using var csv = CsvReader.Create(
            bytes,
            Options with
            {
                OnMalformedRecord = bad =>
                {
                    if (headed)
                        Report(bad, file.Name, issues);
                    else
                        brokenHeader ??= bad;
                },
            }
        );
        headed = csv.Read();
        if (brokenHeader is { } broken)
        {
            if (!ReportSeparators(broken.RawRecord, top, issues))
                Report(broken, file.Name, issues);
            return false;
        }
        if (!headed)
        {
            issues.Error(
                "header",
                top,
                null,
                "the file is empty",
                $"a first line with the columns {string.Join(",", file.Required)}"
            );
            return false;
        }
        if (Columns(Cells(csv), file, new RowPlace(file.Name, (int)csv.LineNumber), issues) is not { } columns)
            return false;
        while (csv.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            onRow(Cells(csv), (int)csv.LineNumber, columns);
        }
        return true;
    }

    /// <summary>Finds where cells stand, their line and column in characters (code points), both from 1, in one reading of their file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cells">The cells: the line on which the row begins, and the column's name; in the header's line the name itself, the second where it stands twice.</param>
    /// <returns>The place of each cell that the file has.</returns>
    public static Dictionary<(int Row, string Column), (int Line, int Column)> Locate(
        string path,
        IReadOnlyCollection<(int Row, string Column)> cells
    )
    {
        var found = new Dictionary<(int Row, string Column), (int Line, int Column)>();
        var wanted = cells.ToLookup(cell => cell.Row, cell => cell.Column);
        var last = cells.Count == 0 ? 0 : cells.Max(cell => cell.Row);
        using var csv = CsvReader.FromFile(path, Options);
        if (!csv.Read())
            return found;
        var header = Array.ConvertAll(Cells(csv), name => name.Trim());
        var headerRow = csv.LineNumber;
        do
        {
            var row = (int)csv.LineNumber;
            foreach (var column in wanted[row])
            {
                var index = row == headerRow ? Array.LastIndexOf(header, column) : Array.IndexOf(header, column);
                if (index < 0 || index >= csv.FieldCount)
                    continue;
                var before = new StringBuilder();
                for (var i = 0; i < index; i++)
                    before.Append(Encoding.UTF8.GetString(csv.GetRawSpan(i))).Append(',');
                var text = before.ToString();
                found[(row, column)] = (
                    row + text.Count(c => c == '\n'),
                    text[(text.LastIndexOf('\n') + 1)..].EnumerateRunes().Count() + 1
                );
            }
        } while (csv.LineNumber < last && csv.Read());
        return found;
    }

    /// <summary>Replaces cells of a file and leaves every other byte as it is; a column that is not there is added at the end.</summary>
    /// <param name="bytes">The file, readable without errors.</param>
    /// <param name="column">The column's name.</param>
    /// <param name="values">The new cells, by the line on which their row begins; none of them needs quotes.</param>
    public static byte[] Replace(byte[] bytes, string column, IReadOnlyDictionary<int, string> values)
    {
        using var csv = CsvReader.Create(bytes, Options);
        var (index, width) = (-1, 0);
        var (output, copied) = (new MemoryStream(bytes.Length + 80 * values.Count), 0);
        while (csv.Read())
        {
            var end = (int)csv.ByteOffset + csv.RawRecord.Length;
            if (width == 0)
            {
                width = csv.FieldCount;
                index = Array.FindIndex(Cells(csv), name => name.Trim() == column);
                if (index < 0)
                    Put(end, 0, "," + column);
                continue;
            }
            var value = values.GetValueOrDefault((int)csv.LineNumber);
            if (index < 0)
                Put(end, 0, "," + value);
            else if (value is not null)
                Put((int)csv.ByteOffset + Before(csv, index), csv.GetRawSpan(index).Length, value);
        }
        output.Write(bytes.AsSpan(copied));
        return output.ToArray();

        void Put(int at, int replaced, string text)
        {
            output.Write(bytes.AsSpan(copied, at - copied));
            output.Write(Encoding.UTF8.GetBytes(text));
            copied = at + replaced;
        }

        static int Before(CsvReader csv, int index)
        {
            var length = 0;
            for (var i = 0; i < index; i++)
                length += csv.GetRawSpan(i).Length + 1;
            return length;
        }
    }

    private static CsvReaderOptions Options { get; } =
        new()
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
        for (var i = 0; i < cells.Length; i++)
            cells[i] = csv.GetString(i).Replace("\r\n", "\n", StringComparison.Ordinal);
        return cells;
    }

    private static void Report(CsvMalformedRecord bad, string file, IssueLog issues)
    {
        var place = new RowPlace(file, (int)bad.LineNumber);
        switch (bad.Reason)
        {
            case CsvMalformedReason.UnterminatedQuote:
                issues.Error(
                    "quotes",
                    place,
                    null,
                    "a quotation mark opened in this row is never closed",
                    "each quoted cell ends with a quotation mark"
                );
                break;
            case CsvMalformedReason.FieldCountMismatch:
                issues.Error(
                    "cells",
                    place,
                    null,
                    $"not as many cells as the header has: {Shortened(bad.RawRecord)}",
                    "one cell a column; a cell with a comma or a line break is quoted"
                );
                break;
            default:
                issues.Error(
                    "quotes",
                    place,
                    null,
                    $"a quotation mark stands where none may: {Shortened(bad.RawRecord)}",
                    "a cell with a quotation mark is quoted as a whole and each mark in it doubled"
                );
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
            throw new PackageUnreadableException(
                $"{name} cannot be read: close the program that holds it, or give this user the right to read it",
                error
            );
        }
    }

    private static bool CheckEncoding(byte[] bytes, string name, IssueLog issues)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            issues.Error(
                "encoding",
                new RowPlace(name, 1),
                null,
                "the file is UTF-16",
                "save it as UTF-8 (in a spreadsheet: 'CSV UTF-8')"
            );
            return false;
        }
        if (bytes.AsSpan().IndexOf((byte)0) is >= 0 and var zero)
        {
            issues.Error(
                "encoding",
                new RowPlace(name, 1 + bytes.AsSpan(0, zero).Count((byte)'\n')),
                null,
                "the file is not UTF-8 text: it has a zero byte",
                "save it as UTF-8 (in a spreadsheet: 'CSV UTF-8')"
            );
            return false;
        }
        if (Utf8.IsValid(bytes))
            return true;

        var line = 1;
        var rest = bytes.AsSpan();
        while (!rest.IsEmpty && Rune.DecodeFromUtf8(rest, out var rune, out var taken) == OperationStatus.Done)
        {
            if (rune.Value == '\n')
                line++;
            rest = rest[taken..];
        }
        issues.Error(
            "encoding",
            new RowPlace(name, line),
            null,
            string.Create(CultureInfo.InvariantCulture, $"the file is not UTF-8: byte {rest[0]:X2}"),
            "save it as UTF-8 (in a spreadsheet: 'CSV UTF-8')"
        );
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

        if (header.Length == 1 && ReportSeparators(header[0], place, issues))
            return null;
        for (var index = 0; index < header.Length; index++)
        {
            var name = header[index].Trim();
            if (!file.Columns.Contains(name, StringComparer.Ordinal))
                Wrong(name, $"unknown column '{Shortened(name)}'", $"the columns of {file.Name} are {known}");
            else if (!columns.TryAdd(name, index))
                Wrong(name, $"column '{name}' stands twice", "each column once");
        }
        foreach (var name in file.Required)
        {
            if (!columns.ContainsKey(name))
                Wrong(null, $"column '{name}' is missing", $"{file.Name} needs {string.Join(" and ", file.Required)}");
        }
        return right ? columns : null;
    }

    private static bool ReportSeparators(string header, RowPlace place, IssueLog issues)
    {
        if (header.Contains(',', StringComparison.Ordinal) || header.AsSpan().IndexOfAny(';', '\t') < 0)
            return false;
        issues.Error(
            "header",
            place,
            null,
            "columns are not separated by commas",
            "save it as CSV with commas between cells"
        );
        return true;
    }

    private static string Shortened(string text) =>
        text.Length <= 60 ? text.Trim() : text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)] + "…";
}

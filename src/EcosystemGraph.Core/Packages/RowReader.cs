using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages.Files;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Packages;

/// <summary>
/// One row of a file, cell by cell: gives each cell its type and default, and notes what is wrong with it.
/// A cell that is wrong is read as if it were empty, so that one mistake is reported once.
/// </summary>
internal sealed class RowReader(
    string file,
    IReadOnlyDictionary<string, int> columns,
    Dictionary<string, string> texts,
    IssueLog issues
)
{
    private string[] _cells = [];

    public RowPlace Place { get; private set; }

    public void MoveTo(string[] cells, int line)
    {
        _cells = cells;
        Place = new RowPlace(file, line);
    }

    /// <summary>A cell that people read; null where it is empty or its column is left out.</summary>
    public string? Text(string column)
    {
        var text = Cell(column);
        if (text is not null && InvisibleCharacters.In(text))
            WarnOfInvisible(column, text);
        return text;
    }

    private string? Cell(string column)
    {
        if (!columns.TryGetValue(column, out var index) || index >= _cells.Length)
            return null;
        var text = _cells[index].Trim();
        return text.Length == 0 ? null : Same(text);
    }

    /// <summary>A cell that must not be empty.</summary>
    public string Required(string column)
    {
        if (Text(column) is { } text)
            return text;
        Wrong(
            column,
            $"{column} is empty",
            $"every row of {file} has {(column[0] is 'a' or 'e' or 'i' ? "an" : "a")} {column}"
        );
        return "";
    }

    public string? OptionalId(string column) => Cell(column) is { } text ? IdOf(column, text) : null;

    public string Id(string column)
    {
        if (Cell(column) is not null)
            return OptionalId(column) ?? "";
        return Required(column);
    }

    public string Id(string column, string fallback) => OptionalId(column) ?? fallback;

    public ImmutableArray<string> Texts(string column)
    {
        var items = Items(column, Text(column));
        return items.Contains("") ? [.. items.Where(item => item.Length > 0)] : items;
    }

    public ImmutableArray<string> Ids(string column) =>
        Ids(column, [.. Items(column, Cell(column)).Where(item => item.Length > 0)]);

    public PartialDate? Date(string column)
    {
        if (Cell(column) is not { } text)
            return null;
        if (PartialDate.TryParse(text, out var date))
            return date;
        Wrong(column, $"'{text}' is no date", $"a date is written {PartialDate.Forms}");
        return null;
    }

    public T Enum<T>(string column, T fallback)
        where T : struct, Enum
    {
        if (Cell(column) is not { } text)
            return fallback;
        // The names alone: TryParse would take numbers and "CURRENT, PAST" too.
        if (Array.IndexOf(System.Enum.GetNames<T>(), text) >= 0)
            return System.Enum.Parse<T>(text);
        Wrong(column, $"'{text}' is no {column}", $"one of {string.Join(", ", System.Enum.GetNames<T>())}");
        return fallback;
    }

    public bool Flag(string column, bool fallback)
    {
        switch (Cell(column))
        {
            case null:
                return fallback;
            case "true" or "TRUE" or "True" or "1":
                return true;
            case "false" or "FALSE" or "False" or "0":
                return false;
            case var text:
                Wrong(column, $"'{text}' is neither true nor false", "true or false");
                return fallback;
        }
    }

    public int? Whole(string column)
    {
        if (Cell(column) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return value;
        Wrong(column, $"'{text}' is no whole number", "a number from 0 on, in digits");
        return null;
    }

    public int RequiredWhole(string column)
    {
        if (Cell(column) is null)
            Required(column);
        return Whole(column) ?? 0;
    }

    public double Number(string column)
    {
        if (Cell(column) is not { } text)
        {
            Required(column);
            return 0;
        }
        if (
            double.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            ) && double.IsFinite(value)
        )
        {
            return value == 0 ? 0 : value;
        }
        Wrong(column, $"'{text}' is no number", "digits, with a point before decimals: 28 or 2.5");
        return 0;
    }

    public string Fingerprint(string column)
    {
        if (Cell(column) is not { } text)
            return "";
        if (text.Length == 64 && text.All(char.IsAsciiHexDigitLower))
            return text;
        Wrong(
            column,
            $"'{text}' is no fingerprint",
            "64 lower-case hex digits (validate --document FILE --write fills them)"
        );
        return "";
    }

    /// <summary>A text that has a column a language: label_fr, label_en.</summary>
    public MultilingualText Multilingual(string stem) => new(language => Text(PackageFile.Column(stem, language)));

    public Language Language(string column)
    {
        if (Cell(column) is not { } text)
            return Languages.Language.Usual;
        if (Languages.Language.Names.Contains(text) && Languages.Language.TryFind(text, out var language))
            return language;
        Wrong(column, $"'{text}' is no {column}", $"one of {string.Join(", ", Languages.Language.Names)}");
        return Languages.Language.Usual;
    }

    public Citation Citation()
    {
        var passages = Items("passages", Cell("passages"));
        var mentions = Items("mention", Text("mention"));
        var ids = Ids("passages", [.. passages.Where(item => item.Length > 0)]);
        if (mentions.Length > 1 && !Fit(passages.Length) && !Fit(passages.Count(item => item.Length > 0)))
        {
            Wrong(
                "mention",
                $"{mentions.Length} mentions for {passages.Length} passages",
                "one mention, or one for each passage in their order"
            );
        }
        var given = mentions.Where(item => item.Length > 0);
        if (mentions.Length > 1 && (mentions.Contains("") || mentions.Length != ids.Length))
            given = given.Take(1);
        return new Citation(ids, [.. given]);

        // What is wrong in either list has been said: whichever way of counting fits, their numbers are not wrong too.
        bool Fit(int count) => count == mentions.Length || count == mentions.Count(item => item.Length > 0);
    }

    // The items of a list, empty ones too, which are an error.
    private ImmutableArray<string> Items(string column, string? cell)
    {
        if (cell is not { } text)
            return [];
        if (!text.Contains('|', StringComparison.Ordinal))
            return [text];
        var items = text.Split('|', StringSplitOptions.TrimEntries);
        if (items.Contains(""))
            Wrong(
                column,
                $"'{text}' has an empty item",
                "items are separated by one | each, without one at either end"
            );
        return [.. items.Select(Same)];
    }

    private ImmutableArray<string> Ids(string column, ImmutableArray<string> items)
    {
        var ids = ImmutableArray.CreateBuilder<string>(items.Length);
        foreach (var item in items)
        {
            if (IdOf(column, item) is not { } id)
                continue;
            if (!ids.Contains(id))
                ids.Add(id);
            else if (id == item)
                Wrong(column, $"'{id}' stands twice in the list", "each id once");
        }
        return ids.DrainToImmutable();
    }

    // An id with characters that nobody sees is read as it looks, so that what refers to it is not wrong too.
    private string? IdOf(string column, string text)
    {
        if (Identifier.IsValid(text))
            return text;
        var plain = InvisibleCharacters.Dropped(text);
        if (plain.Length < text.Length && Identifier.IsValid(plain))
        {
            Wrong(
                column,
                $"'{Identifier.Shown(text)}' is no id: it looks like '{plain}', but has characters that nobody sees",
                $"'{plain}'"
            );
            return plain;
        }
        Wrong(column, $"'{Identifier.Shown(text)}' is no id", Identifier.Form);
        return null;
    }

    private void WarnOfInvisible(string column, string text)
    {
        const int Around = 20;
        var runes = text.EnumerateRunes().ToArray();
        var first = Array.FindIndex(runes, InvisibleCharacters.Has);
        var part = string.Concat(runes[Math.Max(0, first - Around)..Math.Min(runes.Length, first + Around + 1)]);
        issues.Warning(
            "invisible-character",
            Place,
            column,
            string.Create(
                CultureInfo.InvariantCulture,
                $"character {first + 1} of {column} is {InvisibleCharacters.Name(runes[first])}, which nobody sees: '{InvisibleCharacters.Shown(part)}'"
            ),
            "delete it, unless the script or the emoji needs it; search and filters pass over it"
        );
    }

    // Equal texts are one string: an actor's id in its row and in every membership.
    private string Same(string text)
    {
        if (texts.TryGetValue(text, out var known))
            return known;
        texts.Add(text, text);
        return text;
    }

    public void Wrong(string column, string problem, string remedy) =>
        issues.Error("cell", Place, column, InvisibleCharacters.Shown(problem), remedy);
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace EcosystemGraph.Core.Text;

/// <summary>
/// Characters that nobody sees: soft hyphens, joiners, marks of direction, variation selectors, byte order marks. They come
/// along from PDF files and word processors, and no text is found or missed because of them.
/// </summary>
/// <remarks>
/// Those with the property Default_Ignorable_Code_Point of the Unicode Character Database (DerivedCoreProperties.txt),
/// which .NET does not tell: the same since Unicode 10, code points kept for later among them.
/// </remarks>
public static class InvisibleCharacters
{
    private static readonly (int First, int Last)[] Ranges =
    [
        (0x00AD, 0x00AD),
        (0x034F, 0x034F),
        (0x061C, 0x061C),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFF8),
        (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A),
        (0xE0000, 0xE0FFF),
    ];

    // The UTF-16 code units that one of them has or begins with: most texts have none of these.
    private static readonly SearchValues<char> Units = SearchValues.Create([
        .. Ranges
            .SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1))
            .Select(value => char.ConvertFromUtf32(value)[0])
            .Distinct(),
    ]);

    /// <summary>Whether a character is one of them.</summary>
    public static bool Has(Rune rune)
    {
        if (rune.Value < Ranges[0].First)
            return false;
        foreach (var (first, last) in Ranges)
        {
            if (rune.Value <= last)
                return rune.Value >= first;
        }
        return false;
    }

    /// <summary>Whether a text has one of them.</summary>
    public static bool In(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(Units))
            return false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Has(rune))
                return true;
        }
        return false;
    }

    /// <summary>A text without them.</summary>
    public static string Dropped(string text)
    {
        if (!In(text))
            return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Has(rune))
                kept.Append(rune.ToString());
        }
        return kept.ToString();
    }

    /// <summary>A text with each of them written out, so that a message shows where they stand: "co[U+00AD]op".</summary>
    public static string Shown(string text) => Shown(text, Has);

    /// <summary>A text with some of its characters written out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="written">Which of its characters are.</param>
    public static string Shown(string text, Predicate<Rune> written)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(written);
        var shown = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
            shown.Append(written(rune) ? $"[{Name(rune)}]" : rune.ToString());
        return shown.ToString();
    }

    /// <summary>A character's number, as Unicode writes it: "U+00AD".</summary>
    public static string Name(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
}

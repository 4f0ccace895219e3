using System.Globalization;
using System.Text;

namespace EcosystemGraph.Core.Text;

/// <summary>
/// Text rewritten so that every store orders it by code point: a UTF-16 comparison, a UTF-8 one and one by code point agree on it.
/// </summary>
/// <remarks>
/// UTF-16 puts U+20000 (a surrogate pair, D840…) before U+FA0E; code points put it after. Every code point from
/// U+D800 on is therefore written as U+D7FF and six upper-case hex digits. Most texts are their own key.
/// </remarks>
public static class OrderKey
{
    private const char Escape = '\uD7FF';

    /// <summary>The key of a text. U+D7FF itself is escaped too, so that two texts never share a key.</summary>
    public static string Of(string text)
    {
        var plain = 0;
        while (plain < text.Length && text[plain] < Escape) plain++;
        if (plain == text.Length) return text;

        var key = new StringBuilder(text.Length + 12).Append(text, 0, plain);
        foreach (var rune in text.AsSpan(plain).EnumerateRunes())
        {
            if (rune.Value < Escape) key.Append((char)rune.Value);
            else key.Append(Escape).Append(rune.Value.ToString("X6", CultureInfo.InvariantCulture));
        }
        return key.ToString();
    }
}

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

    /// <summary>The key of a text. U+D7FF itself is escaped too, and an unpaired surrogate is the code point it is, so that two texts never share a key.</summary>
    public static string Of(string text)
    {
        var plain = 0;
        while (plain < text.Length && text[plain] < Escape)
            plain++;
        if (plain == text.Length)
            return text;

        var key = new StringBuilder(text.Length + 12).Append(text, 0, plain);
        for (var i = plain; i < text.Length; i++)
        {
            if (text[i] < Escape)
            {
                key.Append(text[i]);
                continue;
            }
            var pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            var value = pair ? char.ConvertToUtf32(text[i], text[++i]) : text[i];
            key.Append(Escape).Append(value.ToString("X6", CultureInfo.InvariantCulture));
        }
        return key.ToString();
    }
}

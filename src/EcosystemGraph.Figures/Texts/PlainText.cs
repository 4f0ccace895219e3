using System.Globalization;
using System.Text;
using EcosystemGraph.Figures.Fonts;

namespace EcosystemGraph.Figures.Texts;

/// <summary>Makes any string fit to be set: one line of visible characters, as wide as there is room.</summary>
internal static class PlainText
{
    private const string Ellipsis = "…";

    /// <summary>
    /// Without what is no character (lone surrogates become U+FFFD), what steers a terminal or turns the direction of the text around it;
    /// white space collapsed to single spaces, but a no-break space stays one.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value is not (0xA0 or 0x202F) && (Rune.IsWhiteSpace(rune) || category == UnicodeCategory.Control))
            {
                gap = true;
                continue;
            }
            // Marks of direction (LRM, RLM, embeddings, isolates) and other invisible format characters, but joiners, which emoji and scripts need.
            if (category == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D))
                continue;
            if (gap && clean.Length > 0)
                clean.Append(' ');
            gap = false;
            clean.Append(rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString());
        }
        return clean.ToString();
    }

    /// <summary>The text, or as many of its words as fit, and an ellipsis.</summary>
    public static string Shorten(string text, Font font, double size, double width)
    {
        if (font.Width(text, size) <= width)
            return text;
        var best = 0;
        var word = 0;
        var used = font.Width(Ellipsis, size);
        var at = 0;
        foreach (var element in Elements(text))
        {
            used += font.Width(element, size);
            if (used > width)
                break;
            at += element.Length;
            best = at;
            if (at < text.Length && text[at] is ' ' or '-')
                word = at;
        }
        var cut = word > best * 2 / 5 ? word : best;
        return text[..cut].TrimEnd(' ', ',', ';', ':', '-', '.', '(', '\u00A0', '\u202F') + Ellipsis;
    }

    /// <summary>The text in lines no wider than there is room; where it needs more lines than are allowed, the last ends with an ellipsis.</summary>
    public static List<string> Wrap(string text, Font font, double size, double width, int lines)
    {
        var wrapped = new List<string>();
        var rest = text;
        while (rest.Length > 0)
        {
            if (wrapped.Count == lines - 1 || font.Width(rest, size) <= width)
            {
                wrapped.Add(Shorten(rest, font, size, width));
                break;
            }
            var cut = Break(rest, font, size, width);
            wrapped.Add(rest[..cut].TrimEnd(' '));
            rest = rest[cut..].TrimStart(' ');
        }
        return wrapped;
    }

    /// <summary>Whether a wrapped text has a line that ends within a word.</summary>
    public static bool BreaksWords(string text, IReadOnlyList<string> lines)
    {
        var at = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line =
                lines[i].EndsWith(Ellipsis, StringComparison.Ordinal)
                && !text.EndsWith(Ellipsis, StringComparison.Ordinal)
                    ? lines[i][..^1]
                    : lines[i];
            while (at < text.Length && text[at] == ' ')
                at++;
            at += line.Length;
            if (
                at < text.Length
                && text[at] != ' '
                && !",;:-./(\u00A0\u202F’'".Contains(text[at], StringComparison.Ordinal)
                && !(at > 0 && text[at - 1] is '-' or '/' or '’' or '\'')
            )
                return true;
        }
        return false;
    }

    // After the last space, hyphen or slash that fits; in a word that is wider than the line, after its last character that fits.
    private static int Break(string text, Font font, double size, double width)
    {
        var used = 0.0;
        int at = 0,
            best = 0,
            spaced = 0;
        foreach (var element in Elements(text))
        {
            if (element == " ")
                spaced = at;
            used += font.Width(element, size);
            if (used > width && element != " ")
                break;
            at += element.Length;
            best = at;
            if (element is "-" or "/")
                spaced = at;
        }
        return spaced > 0 ? spaced : Math.Max(best, 1);
    }

    // What a reader takes for one character is never cut in two.
    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }
}

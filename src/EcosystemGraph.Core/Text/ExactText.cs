using System.Text;

namespace EcosystemGraph.Core.Text;

/// <summary>Text as it reads, for what folding would leave nothing of: "&amp;" in "Terre &amp; Humanisme".</summary>
public static class ExactText
{
    /// <summary>
    /// A text as it reads: characters that nobody sees dropped, every run of white space one space, trimmed, NFC.
    /// Two texts that look alike are alike, accents and case apart.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsExact(text))
            return text;
        var words = InvisibleCharacters
            .Dropped(WellFormedText.Of(text))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).Normalize(NormalizationForm.FormC);
    }

    // No character before U+0300 composes with another. Quotation marks and dashes are as plain, and French has many.
    private static bool IsExact(string text)
    {
        var space = true;
        foreach (var c in text)
        {
            if (c == ' ')
            {
                if (space)
                    return false;
                space = true;
            }
            else if (
                c is > ' ' and < '\u007F' or > '\u00A0' and < '\u0300' and not '\u00AD' or >= '\u2010' and <= '\u2027'
            )
            {
                space = false;
            }
            else
            {
                return false;
            }
        }
        return !space || text.Length == 0;
    }
}

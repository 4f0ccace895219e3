using System.Globalization;
using System.Text;

namespace EcosystemGraph.Core.Text;

/// <summary>
/// Text as a search compares it: without accents, case, ligatures or punctuation. "Pôle d’Économie" becomes "pole d economie".
/// </summary>
public static class FoldedText
{
    /// <summary>
    /// Folds a text: NFKD, combining marks dropped, lower case (invariant), œ→oe æ→ae ß→ss ø→o ł→l đ→d,
    /// every run of anything but letters and digits to one space, trimmed.
    /// </summary>
    /// <remarks>An unpaired surrogate is no letter: it folds to a space. So does an invisible joiner or a soft hyphen.</remarks>
    public static string Of(string text)
    {
        if (IsFolded(text)) return text;
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                    continue;
                case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                    or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
                    or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber:
                    if (gap && folded.Length > 0) folded.Append(' ');
                    gap = false;
                    AppendLower(folded, rune);
                    break;
                default:
                    gap = true;
                    break;
            }
        }
        return folded.ToString();
    }

    private static void AppendLower(StringBuilder folded, Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        switch (lower.Value)
        {
            case 'œ': folded.Append("oe"); break;
            case 'æ': folded.Append("ae"); break;
            case 'ß': folded.Append("ss"); break;
            case 'ø': folded.Append('o'); break;
            case 'ł': folded.Append('l'); break;
            case 'đ': folded.Append('d'); break;
            default: folded.Append(lower.ToString()); break;
        }
    }

    // Most names of an imported data set are plain ASCII already: this keeps them as the one string they are.
    private static bool IsFolded(string text)
    {
        var space = true;
        foreach (var c in text)
        {
            if (c == ' ')
            {
                if (space) return false;
                space = true;
            }
            else if (c is >= 'a' and <= 'z' or >= '0' and <= '9')
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

    // In the runtime's invariant mode Normalize returns its input unchanged, and searches would miss every accent.
    static FoldedText()
    {
        if ("é".Normalize(NormalizationForm.FormKD).Length != 2)
        {
            throw new PlatformNotSupportedException(
                "this program needs Unicode normalisation: install ICU (libicu) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");
        }
    }

    // string.Normalize refuses an unpaired surrogate and U+FFFE; neither is a letter.
    private static string WellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && rune.Value != 0xFFFE) continue;
            var mended = new StringBuilder(text.Length);
            foreach (var each in text.EnumerateRunes()) mended.Append((each.Value == 0xFFFE ? Rune.ReplacementChar : each).ToString());
            return mended.ToString();
        }
        return text;
    }
}

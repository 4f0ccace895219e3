using System.Globalization;
using System.Text;

namespace EcosystemGraph.Core.Text;

/// <summary>
/// Text as a search compares it: without accents, case, ligatures or punctuation. "Pôle d’Économie" becomes "pole d economie".
/// </summary>
public static class FoldedText
{
    /// <summary>
    /// Folds a text: NFKD; characters that nobody sees and combining marks dropped; full case folding; œ→oe æ→ae ø→o ł→l đ→d;
    /// every run of anything but letters and digits to one space; trimmed.
    /// </summary>
    /// <remarks>
    /// Each step leaves nothing for an earlier one to do, so a folded text folds to itself. An unpaired surrogate is no letter:
    /// it folds to a space. A text without a letter or digit folds to nothing: see <see cref="SoughtText"/>.
    /// </remarks>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsFolded(text))
            return text;
        if (Ascii.IsValid(text))
            return OfAscii(text);
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in WellFormedText.Of(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (InvisibleCharacters.Has(rune))
                continue;
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark:
                    continue;
                case UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber:
                    if (gap && folded.Length > 0)
                        folded.Append(' ');
                    gap = false;
                    AppendFolded(folded, rune);
                    break;
                default:
                    gap = true;
                    break;
            }
        }
        return folded.ToString();
    }

    // The same for ASCII, where letters are only ever great or small.
    private static string OfAscii(string text)
    {
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        var gap = false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                gap = length > 0;
                continue;
            }
            if (gap)
                folded[length++] = ' ';
            gap = false;
            folded[length++] = char.ToLowerInvariant(c);
        }
        return new string(folded[..length]);
    }

    // Of letters that Unicode's case folding makes one (ς and σ, the Cyrillic в and ᲀ) the great letter is one: hence upper case
    // first. After NFKD only ß and ẞ become more than one letter.
    private static void AppendFolded(StringBuilder folded, Rune rune)
    {
        var small = Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));
        switch (small.Value)
        {
            case 'œ':
                folded.Append("oe");
                break;
            case 'æ':
                folded.Append("ae");
                break;
            case 'ß':
                folded.Append("ss");
                break;
            case 'ø':
                folded.Append('o');
                break;
            case 'ł':
                folded.Append('l');
                break;
            case 'đ':
                folded.Append('d');
                break;
            case <= char.MaxValue:
                folded.Append((char)small.Value);
                break;
            default:
                folded.Append(small.ToString());
                break;
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
                if (space)
                    return false;
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
                "this program needs Unicode normalisation: install ICU (libicu) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"
            );
        }
    }
}

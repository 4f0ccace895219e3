using System.Text;

namespace EcosystemGraph.Core.Text;

/// <summary>Text that <see cref="string.Normalize(NormalizationForm)"/> takes.</summary>
internal static class WellFormedText
{
    /// <summary>A text with U+FFFD for what <c>Normalize</c> refuses: an unpaired surrogate, and U+FFFE. Neither is a letter.</summary>
    public static string Of(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && rune.Value != 0xFFFE)
                continue;
            var mended = new StringBuilder(text.Length);
            foreach (var each in text.EnumerateRunes())
                mended.Append((each.Value == 0xFFFE ? Rune.ReplacementChar : each).ToString());
            return mended.ToString();
        }
        return text;
    }
}

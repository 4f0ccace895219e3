using System.Globalization;
using System.Text;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Packages;

/// <summary>What an id may be: ASCII letters, digits and <c>- . _ : / ~</c>, one to 200 of them.</summary>
public static class Identifier
{
    /// <summary>The longest an id may be, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>What an id may be, for messages.</summary>
    public const string Form =
        "an id is 1 to 200 ASCII letters, digits and - . _ : / ~, such as france-active-bourgogne";

    /// <summary>A text that is no id, with what it hides written out: accents that stand apart from their letter, and what nobody sees.</summary>
    public static string Shown(string text) =>
        InvisibleCharacters.Shown(
            text,
            rune =>
                InvisibleCharacters.Has(rune)
                || Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.SpacingCombiningMark
                        or UnicodeCategory.EnclosingMark
        );

    /// <summary>Whether a text is an id.</summary>
    public static bool IsValid(string text)
    {
        if (text.Length is 0 or > MaxLength)
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.' or '_' or ':' or '/' or '~'))
                return false;
        }
        return true;
    }
}

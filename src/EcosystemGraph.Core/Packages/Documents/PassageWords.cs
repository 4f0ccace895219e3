using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Packages.Documents;

/// <summary>A word or number of a text.</summary>
/// <param name="Text">As written.</param>
/// <param name="Folded">Folded.</param>
/// <param name="Begins">Whether a sentence, or an item of a list, begins with it.</param>
public readonly record struct PassageWord(string Text, string Folded, bool Begins);

/// <summary>A text as the checks look things up in it: by whole words, folded or as written.</summary>
public sealed class PassageWords
{
    private readonly string _text;
    private readonly string _folded;

    /// <summary>Splits a text.</summary>
    public PassageWords(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = Fingerprint.Normal(text);
        _folded = $" {FoldedText.Of(_text)} ";
        Words = [.. Split(InvisibleCharacters.Dropped(_text))];
    }

    /// <summary>The words in their order.</summary>
    public ImmutableArray<PassageWord> Words { get; }

    /// <summary>Whether words stand here, folded and whole; signs without a letter or digit, as they read. Nothing stands nowhere.</summary>
    public bool Holds(string words)
    {
        var sought = SoughtText.Of(words);
        return sought.IsExact
            ? ExactText.Of(_text).Contains(sought.Text, StringComparison.Ordinal)
            : sought.Text.Length > 0 && _folded.Contains($" {sought.Text} ", StringComparison.Ordinal);
    }

    /// <summary>Whether words stand here exactly as written, and whole.</summary>
    public bool HoldsExactly(string words)
    {
        var wanted = Fingerprint.Normal(words);
        if (wanted.Length == 0)
            return false;
        for (
            var at = _text.IndexOf(wanted, StringComparison.Ordinal);
            at >= 0;
            at = _text.IndexOf(wanted, at + 1, StringComparison.Ordinal)
        )
        {
            if (!IsWordAt(at - 1, at) && !IsWordAt(at + wanted.Length - 1, at + wanted.Length))
                return true;
        }
        return false;
    }

    /// <summary>Whether a number stands here by itself: "vingt" does not in "vingt-deux", nor "10" in "10 000".</summary>
    public bool HoldsNumber(string spelling)
    {
        var folded = FoldedText.Of(spelling).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Find(folded).Any(start => !Continues(start + folded.Length) && !IsContinued(start));

        // Groups of three digits make one number only after digits.
        bool Continues(int next) =>
            next < Words.Length
            && (
                Spelling.IsNumber(Words[next].Folded)
                || (IsDigits(Words[next - 1].Folded) && IsDigits(Words[next].Folded) && Words[next].Folded.Length == 3)
            );

        bool IsContinued(int start) =>
            start > 0
            && (
                Spelling.IsNumber(Words[start - 1].Folded)
                || (start > 1 && Words[start - 1].Folded == "et" && Spelling.IsNumber(Words[start - 2].Folded))
                || (
                    IsDigits(Words[start - 1].Folded)
                    && IsDigits(Words[start].Folded)
                    && Words[start].Folded.Length == 3
                )
            );
    }

    /// <summary>Where folded words stand, as the indexes of their first word in <see cref="Words"/>.</summary>
    public IEnumerable<int> Find(string[] folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        for (var start = 0; start + folded.Length <= Words.Length; start++)
        {
            if (StandsAt(start, folded))
                yield return start;
        }
    }

    /// <summary>Whether folded words stand from a word on.</summary>
    public bool StandsAt(int start, string[] folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        if (folded.Length == 0 || start + folded.Length > Words.Length)
            return false;
        for (var i = 0; i < folded.Length; i++)
        {
            if (Words[start + i].Folded != folded[i])
                return false;
        }
        return true;
    }

    private static bool IsDigits(string word) => word.All(char.IsAsciiDigit);

    // Whether the two characters belong to one word.
    private bool IsWordAt(int one, int other) =>
        one >= 0 && other < _text.Length && char.IsLetterOrDigit(_text[one]) && char.IsLetterOrDigit(_text[other]);

    private static IEnumerable<PassageWord> Split(string text)
    {
        var begins = true;
        var word = new StringBuilder();
        var previous = ' ';
        foreach (var c in text + " ")
        {
            if (
                char.IsLetterOrDigit(c)
                || char.IsSurrogate(c)
                || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark
            )
            {
                word.Append(c);
                previous = c;
                continue;
            }
            if (word.Length > 0)
            {
                var written = word.ToString();
                foreach (var folded in FoldedText.Of(written).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return new PassageWord(written, folded, begins);
                    begins = false;
                }
                word.Clear();
            }
            // A hyphen that stands free begins an item of a list, one between letters joins them.
            if (c is '.' or '!' or '?' or ':' or '•' or '…' || (c is '-' or '–' && previous == ' '))
                begins = true;
            previous = c;
        }
    }
}

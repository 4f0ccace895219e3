using System.Text;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Tests.Text;

public class ExactTextTests
{
    [TestCase("", "")]
    [TestCase("&", "&")]
    [TestCase("Terre & Humanisme", "Terre & Humanisme")]
    [TestCase("  a \t b\r\n", "a b")]
    [TestCase("« a »", "« a »")]
    [TestCase("«\u00A0a\u202F»", "« a »")]
    [TestCase("e\u0301te\u0301", "été")]
    [TestCase("e\u200D\u0301", "é")]
    [TestCase("e\u034F\u0301", "é")]
    [TestCase("co\u00ADop", "coop")]
    [TestCase("\uFEFF €", "€")]
    [TestCase("a \u200B b", "a b")]
    [TestCase("❤\uFE0F", "❤")]
    [TestCase("ß ẞ ς ﬁ", "ß ẞ ς ﬁ")]
    [TestCase("\u212B", "Å")]
    [TestCase("\U0001F409", "\U0001F409")]
    public void A_text_is_as_it_reads(string text, string exact)
    {
        Assert.That(ExactText.Of(text), Is.EqualTo(exact));
        Assert.That(ExactText.Of(exact), Is.EqualTo(exact), "again");
    }

    [Test]
    public void Plain_text_stays_the_one_string_it_is()
    {
        var text = new string("Pôle d’Économie « Solidaire »".AsSpan());
        Assert.That(ExactText.Of(text), Is.SameAs(text));
    }

    [FsCheck.NUnit.Property(MaxTest = 5000, Arbitrary = [typeof(AnyText)], QuietOnSuccess = true)]
    public bool Twice_is_once(AnyTextValue text) => ExactText.Of(ExactText.Of(text.Value)) == ExactText.Of(text.Value);

    // No short cut changes an answer: the rule, said again in other words.
    [FsCheck.NUnit.Property(MaxTest = 5000, Arbitrary = [typeof(AnyText)], QuietOnSuccess = true)]
    public bool It_is_what_the_rule_says(AnyTextValue text)
    {
        var sound = string.Concat(
            text.Value.EnumerateRunes().Select(rune => rune.Value == 0xFFFE ? "\uFFFD" : rune.ToString())
        );
        var seen = string.Concat(sound.EnumerateRunes().Where(rune => !InvisibleCharacters.Has(rune)));
        var spaced = new StringBuilder();
        foreach (var c in seen)
        {
            if (!char.IsWhiteSpace(c))
                spaced.Append(c);
            else if (spaced.Length > 0 && spaced[^1] != ' ')
                spaced.Append(' ');
        }
        return ExactText.Of(text.Value) == spaced.ToString().TrimEnd(' ').Normalize(NormalizationForm.FormC);
    }

    [TestCase("é", "e", false)]
    [TestCase(" A & B ", "a b", false)]
    [TestCase(" &\u200B ", "&", true)]
    [TestCase("« »", "« »", true)]
    [TestCase("", "", false)]
    [TestCase(" ", "", false)]
    [TestCase("\u00AD", "", false)]
    public void What_is_looked_for_is_folded_or_where_that_leaves_nothing_as_it_reads(
        string asked,
        string text,
        bool exact
    )
    {
        var sought = SoughtText.Of(asked);
        Assert.That((sought.Text, sought.IsExact), Is.EqualTo((text, exact)));
    }
}

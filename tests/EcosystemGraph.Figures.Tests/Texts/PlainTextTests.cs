using EcosystemGraph.Figures.Fonts;
using EcosystemGraph.Figures.Texts;

namespace EcosystemGraph.Figures.Tests.Texts;

[TestFixture]
public class PlainTextTests
{
    [TestCase("a\n\tb", "a b")]
    [TestCase("  a  b ", "a b")]
    [TestCase("a\u202Eb\u200Fc", "abc")]
    [TestCase("n°\u00A021\u202F!", "n°\u00A021\u202F!")]
    [TestCase("👩‍👧", "👩‍👧")]
    public void A_text_becomes_one_line_of_visible_characters(string text, string clean) =>
        Assert.That(PlainText.Clean(text), Is.EqualTo(clean));

    [Test]
    public void Half_a_character_becomes_the_sign_for_one_that_cannot_be_read() =>
        Assert.That(PlainText.Clean("x\uD800y\uDC00"), Is.EqualTo("x\uFFFDy\uFFFD"));

    [Test]
    public void A_long_text_ends_with_an_ellipsis_after_a_word()
    {
        var width = Font.Regular.Width("Centre de Ressources Dij", 10);
        Assert.That(
            PlainText.Shorten("Centre de Ressources Dijonnais", Font.Regular, 10, width),
            Is.EqualTo("Centre de Ressources…")
        );
        Assert.That(PlainText.Shorten("Centre", Font.Regular, 10, width), Is.EqualTo("Centre"));
    }

    [Test]
    public void No_line_is_wider_than_its_room_and_nothing_is_lost_where_lines_suffice()
    {
        var text = "Regroupons les Accompagnateurs des innovateurs agri-ruraux en BFC";
        var lines = PlainText.Wrap(text, Font.Bold, 8, 90, 10);
        Assert.That(lines.Select(l => Font.Bold.Width(l, 8)), Has.All.LessThanOrEqualTo(90));
        Assert.That(string.Concat(lines.Select(l => l.EndsWith('-') ? l : l + " ")).TrimEnd(), Is.EqualTo(text));
    }

    [Test]
    public void Characters_of_a_cluster_are_not_parted()
    {
        var family = "👩‍👩‍👧‍👦";
        foreach (var line in PlainText.Wrap(string.Concat(Enumerable.Repeat(family, 5)), Font.Regular, 10, 75, 9))
            Assert.That(line.Replace(family, "", StringComparison.Ordinal), Is.Empty);
    }
}

using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages.Documents;

namespace EcosystemGraph.Core.Tests.Packages.Documents;

public sealed class DocumentOutlineTests
{
    [Test]
    public void Paragraphs_are_counted_in_their_question_without_repeats() =>
        Assert.That(
            Places("Title\nFirst?\na\nb\na\nc\nSecond?\nb\nd\nd\ne", []),
            Is.EqualTo(
                new[] { "0.0 Title", "1.0 First?", "1.1 a", "1.2 b +2.1", "1.3 c", "2.0 Second?", "2.2 d", "2.3 e" }
            )
        );

    [Test]
    public void Blank_lines_are_no_paragraphs_and_line_ends_do_not_matter() =>
        Assert.That(
            Places("\uFEFFTitle\r\n\r\n  First?  \r\n\t a \u00a0 b\r\n \na b\n", []),
            Is.EqualTo(new[] { "0.0 Title", "1.0 First?", "1.1 a b" })
        );

    [Test]
    public void A_document_without_questions_has_places_without_them() =>
        Assert.That(Places("Title\na\nb\na", []), Is.EqualTo(new[] { "0 Title", "1 a", "2 b" }));

    [Test]
    public void A_row_says_what_is_a_question_and_what_is_none() =>
        Assert.That(
            Places("Title\nOne\na\nReally?\nTwo?\nb", [Row(1, 0, "One"), Row(1, 2, "Really?")]),
            Is.EqualTo(new[] { "0.0 Title", "1.0 One", "1.1 a", "1.2 Really?", "2.0 Two?", "2.1 b" })
        );

    [Test]
    public void Fingerprints_see_neither_white_space_nor_composition()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Fingerprint.Of(" e\u0301te\u0301 \u00a0\t la "), Is.EqualTo(Fingerprint.Of("été la")));
            Assert.That(
                Fingerprint.Of("abc"),
                Is.EqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
            );
        }
    }

    private static Passage Row(int question, int paragraph, string text) =>
        new(text, "s", question, paragraph, [], Fingerprint.Of(text), default);

    private static IEnumerable<string> Places(string text, IReadOnlyCollection<Passage> rows) =>
        new DocumentOutline(DocumentText.Parse("d", System.Text.Encoding.UTF8.GetBytes(text)), rows).Passages.Select(
            each => $"{each.Locator} {each.Line.Text}{(each.Also.IsEmpty ? "" : " +" + string.Join('+', each.Also))}"
        );
}

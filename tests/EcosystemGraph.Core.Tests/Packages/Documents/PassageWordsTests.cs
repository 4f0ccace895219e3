using EcosystemGraph.Core.Packages.Documents;

namespace EcosystemGraph.Core.Tests.Packages.Documents;

public sealed class PassageWordsTests
{
    private static readonly PassageWords Words = new("L’Atelier du  Bœuf: - Avec FDFR89 (le Lab’), peut-être ; Vert");

    [TestCase("atelier du boeuf", true)]
    [TestCase("ATELIER, du bœuf", true)]
    [TestCase("telier du boeuf", false)]
    [TestCase("FDFR", false)]
    [TestCase("fdfr89", true)]
    [TestCase("être vert", true)]
    [TestCase("", false)]
    [TestCase("…", false)]
    public void Folded_whole_words(string words, bool expected) =>
        Assert.That(Words.Holds(words), Is.EqualTo(expected));

    [TestCase("Atelier du Bœuf", true)]
    [TestCase("Atelier du Boeuf", false)]
    [TestCase("atelier du Bœuf", false)]
    [TestCase("FDFR", false)]
    [TestCase("le Lab’", true)]
    [TestCase("le La", false)]
    [TestCase("telier du Bœuf", false)]
    [TestCase("Vert", true)]
    [TestCase("", false)]
    public void As_written_and_whole(string words, bool expected) =>
        Assert.That(Words.HoldsExactly(words), Is.EqualTo(expected));

    [Test]
    public void A_sentence_and_an_item_of_a_list_begin_with_a_word() =>
        Assert.That(
            Words.Words.Where(word => word.Begins).Select(word => word.Text),
            Is.EqualTo(new[] { "L", "Avec" })
        );
}

using System.Globalization;
using System.Text;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Tests.Text;

public class InvisibleCharactersTests
{
    [Test]
    public void They_are_those_that_Unicode_ignores_by_default()
    {
        var ranges = File.ReadLines(
                SharedFiles.InRepository("tests/EcosystemGraph.Core.Tests/Text/Unicode/DefaultIgnorable.txt")
            )
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line =>
                line.Split("..")
                    .Select(value => int.Parse(value, NumberStyles.HexNumber, CultureInfo.InvariantCulture))
                    .ToArray()
            )
            .ToArray();
        Assert.That(ranges.Sum(range => range[^1] - range[0] + 1), Is.EqualTo(4174), "as the file says it has");
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (!Rune.IsValid(value))
                continue;
            var expected = Array.Exists(ranges, range => value >= range[0] && value <= range[^1]);
            var text = "a" + char.ConvertFromUtf32(value);
            if (
                InvisibleCharacters.Has(new Rune(value)) != expected
                || InvisibleCharacters.In(text) != expected
                || InvisibleCharacters.Dropped(text) != (expected ? "a" : text)
            )
            {
                Assert.Fail($"U+{value:X4}");
            }
        }
    }

    [TestCase("co\u00ADop", "co[U+00AD]op")]
    [TestCase("\U000E0041\uFEFF", "[U+E0041][U+FEFF]")]
    [TestCase("é 😀", "é 😀")]
    public void A_message_shows_where_they_stand(string text, string shown) =>
        Assert.That(InvisibleCharacters.Shown(text), Is.EqualTo(shown));
}

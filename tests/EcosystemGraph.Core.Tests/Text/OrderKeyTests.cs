using System.Globalization;
using System.Text;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Tests.Text;

public class OrderKeyTests
{
    [TestCase("")]
    [TestCase("Pôle d’Économie 21")]
    [TestCase("中文 한국")]
    [TestCase("\uD7FE")]
    public void Most_texts_are_their_own_key(string text) => Assert.That(OrderKey.Of(text), Is.SameAs(text));

    [TestCase("\uD7FF", "\uD7FF00D7FF")]
    [TestCase("\uFA0E", "\uD7FF00FA0E")]
    [TestCase("\U00020000", "\uD7FF020000")]
    [TestCase("a\U0010FFFFb", "a\uD7FF10FFFFb")]
    public void What_stores_order_differently_is_written_in_hex_digits(string text, string key) =>
        Assert.That(OrderKey.Of(text), Is.EqualTo(key));

    // In code, not in attributes: metadata is UTF-8, where half a pair cannot be written.
    [Test]
    public void Half_a_surrogate_pair_is_a_code_point_of_its_own()
    {
        Assert.That(OrderKey.Of("\uD800"), Is.EqualTo("\uD7FF00D800"));
        Assert.That(OrderKey.Of("\uDC00\uD800"), Is.EqualTo("\uD7FF00DC00\uD7FF00D800"));
        Assert.That(OrderKey.Of("\uD800\uD800\uDC00"), Is.EqualTo("\uD7FF00D800\uD7FF010000"));
    }

    [Test]
    public void A_character_beyond_the_first_plane_comes_after_all_of_the_first_plane()
    {
        Assert.That(
            string.CompareOrdinal("\uFA0E", "\U00020000"),
            Is.Positive,
            "UTF-16 has them the other way round, else this shows nothing"
        );
        Assert.That(string.CompareOrdinal(OrderKey.Of("\uFA0E"), OrderKey.Of("\U00020000")), Is.Negative);
    }

    [Test]
    public void Every_code_point_has_its_key_in_its_place()
    {
        var before = OrderKey.Of("\0");
        for (var value = 1; value <= 0x10FFFF; value++)
        {
            var key = OrderKey.Of(
                value is >= 0xD800 and <= 0xDFFF ? ((char)value).ToString() : char.ConvertFromUtf32(value)
            );
            if (string.CompareOrdinal(before, key) >= 0)
                Assert.Fail($"U+{value:X4} does not come after the one before it");
            before = key;
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 20_000, Arbitrary = [typeof(AnyText)], QuietOnSuccess = true)]
    public bool Keys_are_in_the_order_of_code_points(AnyTextValue one, AnyTextValue other)
    {
        var expected = Math.Sign(ByCodePoint(one.Value, other.Value));
        var (a, b) = (OrderKey.Of(one.Value), OrderKey.Of(other.Value));
        return Math.Sign(string.CompareOrdinal(a, b)) == expected
            && Math.Sign(Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b))) == expected;
    }

    [FsCheck.NUnit.Property(MaxTest = 20_000, Arbitrary = [typeof(AnyText)], QuietOnSuccess = true)]
    public bool The_text_can_be_had_back_from_its_key(AnyTextValue text)
    {
        var key = OrderKey.Of(text.Value);
        var back = new StringBuilder();
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] != '\uD7FF')
            {
                back.Append(key[i]);
                continue;
            }
            var value = int.Parse(key.AsSpan(i + 1, 6), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (value > 0xFFFF)
                back.Append(char.ConvertFromUtf32(value));
            else
                back.Append((char)value);
            i += 6;
        }
        return back.ToString() == text.Value;
    }

    [FsCheck.NUnit.Property(MaxTest = 5000, Arbitrary = [typeof(AnyText)], QuietOnSuccess = true)]
    public bool A_key_holds_nothing_that_stores_could_order_differently(AnyTextValue text) =>
        OrderKey.Of(text.Value).All(c => c <= '\uD7FF');

    [Test]
    public void Keys_are_the_same_in_every_culture()
    {
        foreach (var culture in InCulture.Awkward)
        {
            Assert.That(
                InCulture.Run(culture, () => OrderKey.Of("Iİı\U0002000A\uFA0E")),
                Is.EqualTo("Iİı\uD7FF02000A\uD7FF00FA0E"),
                culture
            );
        }
    }

    // Independent of the code under test: lists of code points; an unpaired surrogate is the code point it is.
    private static int ByCodePoint(string one, string other)
    {
        var (a, b) = (CodePoints(one), CodePoints(other));
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            if (a[i] != b[i])
                return a[i].CompareTo(b[i]);
        }
        return a.Count.CompareTo(b.Count);
    }

    private static List<int> CodePoints(string text)
    {
        var points = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                points.Add(char.ConvertToUtf32(text, i++));
            else
                points.Add(text[i]);
        }
        return points;
    }
}

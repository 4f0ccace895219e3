using System.Globalization;
using System.Text;
using EcosystemGraph.Core.Text;
using FsCheck.Fluent;

namespace EcosystemGraph.Core.Tests.Text;

public class FoldedTextTests
{
    [TestCase("Pôle d’Économie Solidaire", "pole d economie solidaire")]
    [TestCase("Pôle d'Économie Solidaire", "pole d economie solidaire")]
    [TestCase("Po\u0302le d’E\u0301conomie", "pole d economie")]
    [TestCase("É È Ê Ë À Â Î Ï Ô Û Ù Ü Ç Ñ", "e e e e a a i i o u u u c n")]
    [TestCase("œuvre Œuvre ŒUVRE", "oeuvre oeuvre oeuvre")]
    [TestCase("Cæsar ÆGIR Ǽ", "caesar aegir ae")]
    [TestCase("Straße STRAẞE", "strasse strasse")]
    [TestCase("Ørsted øl Ǿ", "orsted ol o")]
    [TestCase("Łódź", "lodz")]
    [TestCase("Đặng đồng", "dang dong")]
    [TestCase("İstanbul", "istanbul")]
    [TestCase("ISTANBUL", "istanbul")]
    [TestCase("ﬁnance ﬀ ﬄ ﬅ", "finance ff ffl st")]
    [TestCase("ŉ ʼN", "ʼn ʼn")]
    [TestCase("ﬀort ſ K Å", "ffort s k a")]
    [TestCase("Ǆ ǅ ǆ", "dz dz dz")]
    public void Latin_text_folds_to_its_plain_letters(string text, string folded) => AssertFolds(text, folded);

    [TestCase("Ελλάδα", "ελλαδα")]
    [TestCase("ὀδύσσευς ΟΔΥΣΣΕΥΣ", "οδυσσευσ οδυσσευσ")]
    [TestCase("Ꮳꮃ ꮳꮃ", "ꮳꮃ ꮳꮃ")]
    [TestCase("ΕΛΛΆΔΑ", "ελλαδα")]
    [TestCase("ᾨδή", "ωδη")]
    [TestCase("Й й И\u0306", "и и и")]
    [TestCase("Ё ё", "е е")]
    [TestCase("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8")]
    [TestCase("\u1112\u1161\u11ab", "\u1112\u1161\u11ab")]
    [TestCase("が ｶﾞ ガ", "か カ カ")]
    [TestCase("中文 東京", "中文 東京")]
    [TestCase("हिन्दी", "हनद")]
    public void Other_scripts_lose_their_marks_only(string text, string folded) => AssertFolds(text, folded);

    [TestCase("Ｐｏｌｅ　２１", "pole 21")]
    [TestCase("m² 10³", "m2 103")]
    [TestCase("H₂O", "h2o")]
    [TestCase("1ᵉʳ 2ᵈᵉ n° Nº", "1er 2de n no")]
    [TestCase("½ ¼", "1 2 1 4")]
    [TestCase("Ⅻ ⅻ ①", "xii xii 1")]
    [TestCase("𝐀𝐛𝟏", "ab1")]
    [TestCase("\U00020000", "\U00020000")]
    [TestCase("\U0001F409\U00020000\U0001F409", "\U00020000")]
    [TestCase("𐐀", "𐐨")]
    [TestCase("\U0002F800", "丽")]
    [TestCase("٢٠١٩", "٢٠١٩")]
    public void Compatibility_forms_fold_to_what_they_stand_for(string text, string folded) =>
        AssertFolds(text, folded);

    [TestCase("", "")]
    [TestCase(" ", "")]
    [TestCase("’ – … ( )", "")]
    [TestCase("  a  b  ", "a b")]
    [TestCase("a b", "a b")]
    [TestCase("-a-b-", "a b")]
    [TestCase("agri-rural", "agri rural")]
    [TestCase(
        "l'œuvre, l’œuvre; l‘œuvre l′œuvre l´œuvre l`œuvre",
        "l oeuvre l oeuvre l oeuvre l oeuvre l oeuvre l oeuvre"
    )]
    [TestCase("a\u00A0b\u202Fc\u3000d\te\r\nf", "a b c d e f")]
    [TestCase("A&B_C", "a b c")]
    [TestCase("PES 21", "pes 21")]
    [TestCase("C.L.E.F.E.", "c l e f e")]
    [TestCase("\u0301", "")]
    [TestCase("\u0301a", "a")]
    [TestCase("a \u0301 b", "a b")]
    public void Everything_but_letters_and_digits_is_one_space_or_none(string text, string folded) =>
        AssertFolds(text, folded);

    // U+02BC is a letter to Unicode ("modifier letter apostrophe", as Breton and Ukrainian keyboards write it).
    [TestCase("c\u02BChoazh", "c\u02BChoazh")]
    public void The_apostrophe_that_is_a_letter_stays(string text, string folded) => AssertFolds(text, folded);

    [TestCase("1\uFE0F\u20E3", "1")]
    [TestCase("1\uFE0F\u20E32\uFE0F\u20E3", "12")]
    [TestCase("a\u20DDb", "ab")]
    [TestCase("2\uFE0F0\uFE0F", "20")]
    [TestCase("❤\uFE0F", "")]
    [TestCase("AMAP ❤\uFE0F bio", "amap bio")]
    [TestCase("👩\u200D🌾", "")]
    [TestCase("ferme 👩🏽\u200D🌾 bio", "ferme bio")]
    [TestCase("e\u0301\u0302\u0303", "e")]
    [TestCase("5\u0301", "5")]
    [TestCase("葛\U000E0100", "葛")]
    public void Marks_and_variation_selectors_vanish_whatever_they_sit_on(string text, string folded) =>
        AssertFolds(text, folded);

    [TestCase("a\u200Db", "ab")]
    [TestCase("a\u200B b", "a b")]
    [TestCase("co\u00ADop", "coop")]
    [TestCase("\uFEFFpole", "pole")]
    [TestCase("\u202Epole\u202C", "pole")]
    [TestCase("a\u034Fb", "ab")]
    [TestCase("\u1100\u1160", "\u1100")]
    [TestCase("a\u3164\uFFA0b", "ab")]
    [TestCase("a\U000E0041b", "ab")]
    [TestCase("\u200B", "")]
    public void What_nobody_sees_vanishes(string text, string folded) => AssertFolds(text, folded);

    [Test]
    public void Texts_that_Unicode_folds_to_one_fold_alike()
    {
        var lines = File.ReadLines(
                SharedFiles.InRepository("tests/EcosystemGraph.Core.Tests/Text/Unicode/CaseFolding.txt")
            )
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToArray();
        Assert.That(lines, Has.Length.EqualTo(1530));
        var withIota = 0;
        foreach (var parts in lines.Select(line => line.Split("; ")))
        {
            var (text, mapped) = (FromHex(parts[0]), string.Concat(parts[2].TrimEnd(';').Split(' ').Select(FromHex)));
            // Of a small iota below a Greek letter Unicode makes a letter; here it is a mark, and dropped like any other.
            if (text.Normalize(NormalizationForm.FormD).Contains('\u0345', StringComparison.Ordinal))
            {
                withIota++;
                continue;
            }
            if (FoldedText.Of(text) != FoldedText.Of(mapped))
                Assert.Fail(
                    $"U+{parts[0]}: '{FoldedText.Of(text)}', but what Unicode folds it to '{FoldedText.Of(mapped)}'"
                );
        }
        Assert.That(withIota, Is.EqualTo(64));

        static string FromHex(string value) =>
            char.ConvertFromUtf32(int.Parse(value, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }

    [FsCheck.NUnit.Property(MaxTest = 5000, Arbitrary = [typeof(AnyText)], QuietOnSuccess = true)]
    public bool ASCII_folds_as_it_does_beside_other_characters(AnyTextValue text)
    {
        var ascii = string.Concat(text.Value.Select(c => (char)(c % 128)));
        return FoldedText.Of(ascii) == FoldedText.Of(ascii + "\u200B");
    }

    [FsCheck.NUnit.Property(MaxTest = 5000, Arbitrary = [typeof(AnyText)], QuietOnSuccess = true)]
    public bool What_nobody_sees_changes_no_folded_text(AnyTextValue text)
    {
        var sound = text.Value.Where(c => !char.IsSurrogate(c)).ToArray();
        return FoldedText.Of(string.Join('\u00AD', sound)) == FoldedText.Of(new string(sound));
    }

    // In code, not in attributes: metadata is UTF-8, where half a pair cannot be written.
    private static readonly (string Text, string Folded)[] Broken =
    [
        ("a\uD800b", "a b"),
        ("a\uDC00b", "a b"),
        ("\uD800", ""),
        ("\uDC00\uD800", ""),
        ("é\uD83D", "e"),
        ("a\uFFFDb", "a b"),
        ("a\uFFFEb", "a b"),
        ("é\uFFFE\uD800è", "e e"),
        ("a\uFFFFb", "a b"),
        ("é\0è", "e e"),
    ];

    [Test]
    public void Broken_text_and_non_characters_are_spaces()
    {
        foreach (var (text, folded) in Broken)
            AssertFolds(text, folded);
    }

    [Test]
    public void Plain_text_stays_the_one_string_it_is()
    {
        var text = new string("pole d economie".AsSpan());
        Assert.That(FoldedText.Of(text), Is.SameAs(text));
    }

    [Test]
    public void Every_character_folds_to_letters_and_digits_that_fold_to_themselves()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            var text = value is >= 0xD800 and <= 0xDFFF ? ((char)value).ToString() : char.ConvertFromUtf32(value);
            var folded = FoldedText.Of(text);
            var words = folded.Split(' ');
            if (FoldedText.Of(folded) != folded)
                Assert.Fail($"U+{value:X4} folds to '{folded}', which folds on to '{FoldedText.Of(folded)}'");
            if (folded.Length > 0 && (words.Contains("") || !folded.EnumerateRunes().All(IsPlain)))
                Assert.Fail($"U+{value:X4} folds to '{folded}'");
            if (folded.Length == 0 && (Rune.IsValid(value) && Rune.IsLetterOrDigit(new Rune(value)) && !IsBlank(value)))
            {
                Assert.Fail($"U+{value:X4} is a letter or digit and vanishes");
            }
        }

        static bool IsPlain(Rune rune) => rune.Value == ' ' || Rune.IsLetter(rune) || Rune.IsNumber(rune);
        // Letters by category whose compatibility form is a space and a mark, or a mark alone; and those that nobody sees.
        static bool IsBlank(int value) =>
            char.ConvertFromUtf32(value)
                .Normalize(NormalizationForm.FormKD)
                .EnumerateRunes()
                .All(rune => (!Rune.IsLetter(rune) && !Rune.IsNumber(rune)) || InvisibleCharacters.Has(rune));
    }

    [FsCheck.NUnit.Property(MaxTest = 5000, Arbitrary = [typeof(AnyText)], QuietOnSuccess = true)]
    public bool Folding_twice_is_folding_once(AnyTextValue text) =>
        FoldedText.Of(FoldedText.Of(text.Value)) == FoldedText.Of(text.Value);

    [FsCheck.NUnit.Property(MaxTest = 5000, Arbitrary = [typeof(AnyText)], QuietOnSuccess = true)]
    public bool Composed_and_decomposed_text_fold_alike(AnyTextValue text)
    {
        var sound = new string([.. text.Value.Where(c => !char.IsSurrogate(c) && c != '\uFFFE')]);
        return FoldedText.Of(sound) == FoldedText.Of(sound.Normalize(NormalizationForm.FormC))
            && FoldedText.Of(sound) == FoldedText.Of(sound.Normalize(NormalizationForm.FormD));
    }

    [FsCheck.NUnit.Property(MaxTest = 5000, Arbitrary = [typeof(AnyText)], QuietOnSuccess = true)]
    public bool What_stands_apart_folds_apart(AnyTextValue one, AnyTextValue other) =>
        FoldedText.Of(one.Value + ", " + other.Value)
        == (FoldedText.Of(one.Value) + " " + FoldedText.Of(other.Value)).Trim(' ');

    [Test]
    public void Text_folds_alike_in_every_culture()
    {
        string[] texts =
        [
            "Iİıi TITLE",
            "ŒUVRE Æ Straße",
            "Ελλάδα ΣΟΦΟΣ",
            "ÅÄÖ aa",
            "L̇ Į́",
            "2019 ٢٠١٩",
            "한국 ＡＢＣ",
            "LJ lj ch",
        ];
        foreach (var culture in InCulture.Awkward)
        {
            Assert.That(
                InCulture.Run(culture, () => texts.Select(FoldedText.Of).ToArray()),
                Is.EqualTo(texts.Select(FoldedText.Of)),
                culture
            );
        }
        Assert.That(InCulture.Run("tr-TR", () => FoldedText.Of("TITLE Info")), Is.EqualTo("title info"));
    }

    [Test]
    public void The_tests_run_where_Turkish_really_differs() =>
        Assert.That(InCulture.Run("tr-TR", () => "I".ToLower(CultureInfo.CurrentCulture)), Is.EqualTo("ı"));

    private static void AssertFolds(string text, string folded)
    {
        Assert.That(FoldedText.Of(text), Is.EqualTo(folded));
        Assert.That(FoldedText.Of(folded), Is.EqualTo(folded), "folded again");
        foreach (var culture in (string[])["tr-TR", "fr-FR", ""])
        {
            Assert.That(InCulture.Run(culture, () => FoldedText.Of(text)), Is.EqualTo(folded), culture);
        }
    }
}

/// <summary>Any sequence of UTF-16 code units, those that make trouble often.</summary>
public sealed record AnyTextValue(string Value)
{
    public override string ToString() =>
        string.Join(' ', Value.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)));
}

public static class AnyText
{
    private static readonly string[] Troublesome =
    [
        "\uD7FE",
        "\uD7FF",
        "\uE000",
        "\uFA0E",
        "\uFFFD",
        "\uFFFE",
        "\uFFFF",
        "\U00010000",
        "\U00020000",
        "\U0010FFFF",
        "\uD800",
        "\uDBFF",
        "\uDC00",
        "\uDFFF",
        "\0",
        " ",
        "0",
        "A",
        "F",
        "a",
        "é",
        "e\u0301",
        "İ",
        "ı",
        "ß",
        "ẞ",
        "ﬁ",
        "œ",
        "ς",
        "Σ",
        "각",
        "\u1100",
        "\u1161",
        "\u0345",
        "\u0301",
        "\uFE0F",
        "\u200D",
        "\u00AD",
        "\uFEFF",
        "\u034F",
        "\u115F",
        "\u1160",
        "\u3164",
        "ŉ",
        "ɐ",
        "\u00A0",
        "«",
        "²",
        "½",
        "’",
        "00D7FF",
        "𝐀",
        "ǅ",
    ];

    public static FsCheck.Arbitrary<AnyTextValue> Texts()
    {
        var piece = Gen.Frequency(
            (4, Gen.Elements(Troublesome)),
            (1, Gen.Choose(0, 0xFFFF).Select(unit => ((char)unit).ToString())),
            (1, Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32))
        );
        return Gen.ArrayOf(piece).Select(pieces => new AnyTextValue(string.Concat(pieces.Take(12)))).ToArbitrary();
    }
}

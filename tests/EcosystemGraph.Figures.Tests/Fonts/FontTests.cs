using EcosystemGraph.Figures.Fonts;
using SkiaSharp;

namespace EcosystemGraph.Figures.Tests.Fonts;

[TestFixture]
public class FontTests
{
    [Test]
    public void Widths_are_those_that_another_reader_of_the_font_finds()
    {
        foreach (var font in new[] { Font.Regular, Font.Bold })
        {
            using var data = SKData.CreateCopy(font.File);
            using var typeface = SKTypeface.FromData(data);
            using var theirs = new SKFont(typeface, 1000)
            {
                Hinting = SKFontHinting.None,
                LinearMetrics = true,
                Subpixel = true,
            };
            foreach (
                var text in new[]
                {
                    "Réseau",
                    "Économie «\u202Fsolidaire\u202F»",
                    "Ελλάδα Україна",
                    "ﬁ…–—’",
                    "0123456789",
                }
            )
            {
                Assert.That(font.Width(text, 1000), Is.EqualTo(theirs.MeasureText(text)).Within(0.5), text);
                Assert.That(text.EnumerateRunes().All(r => font.Has(r.Value)), text);
            }
        }
    }

    [Test]
    public void The_licence_ships_with_the_font()
    {
        using var licence = typeof(Figure).Assembly.GetManifestResourceStream("LiberationSans-OFL.txt")!;
        Assert.That(
            new StreamReader(licence).ReadToEnd(),
            Does.Contain("SIL OPEN FONT LICENSE Version 1.1").And.Contain("Red Hat, Inc.")
        );
    }
}

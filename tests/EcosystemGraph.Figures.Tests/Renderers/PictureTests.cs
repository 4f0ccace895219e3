using System.Buffers.Binary;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using SkiaSharp;

namespace EcosystemGraph.Figures.Tests.Renderers;

[TestFixture]
public class PictureTests
{
    // Mean structural similarity (Wang and others 2004) of the two pictures, halved in size, over windows of 8 × 8; 1 is the same
    // picture. Renderers differ in how they smooth letters and whether they kern: pages full of text are least alike.
    private const double LeastSimilarity = 0.9;

    [TestCase("seed", "FORCE")]
    [TestCase("seed-pes-21", "RADIAL")]
    [TestCase("seed-rares", "FORCE")]
    [TestCase("seed", "MATRIX")]
    [TestCase("seed", "TIMELINE")]
    public void Another_renderer_makes_the_same_picture_of_the_svg(string network, string layout)
    {
        var style = new FigureStyle { Layout = layout };
        var theirs = Tool.Run(
            "rsvg-convert",
            ["--format", "png"],
            Figure.Draw(Networks.Of(network), style, FigureFormats.Svg, CancellationToken.None).Bytes
        );
        var ours = Figure.Draw(Networks.Of(network), style, FigureFormats.Of("PNG"), CancellationToken.None).Bytes;
        var other = Figure
            .Draw(
                Networks.Of(network),
                style with
                {
                    Seed = 2,
                    Title = "x",
                },
                FigureFormats.Of("PNG"),
                CancellationToken.None
            )
            .Bytes;
        var similarity = Similarity(Gray(ours), Gray(theirs));
        TestContext.Out.WriteLine(
            FormattableString.Invariant(
                $"{network} {layout}: similarity {similarity:0.000}; with another figure {Similarity(Gray(ours), Gray(other)):0.000}"
            )
        );
        Assert.That(similarity, Is.GreaterThanOrEqualTo(LeastSimilarity));
    }

    [Test]
    public void A_png_says_that_it_is_16_cm_wide()
    {
        var png = Figure
            .Draw(
                Networks.Of("seed-rares"),
                new FigureStyle { Width = 1600, Height = 1000 },
                FigureFormats.Of("PNG"),
                CancellationToken.None
            )
            .Bytes;
        using var bitmap = SKBitmap.Decode(png);
        Assert.That((bitmap.Width, bitmap.Height), Is.EqualTo((1600, 1000)));
        var at = png.AsSpan().IndexOf("pHYs"u8);
        Assert.That(BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 4)), Is.EqualTo(10000));
    }

    [TestCaseSource(typeof(Language), nameof(Language.All))]
    public void A_pdf_is_one_page_16_cm_wide_in_which_each_name_is_found_once(Language language)
    {
        var style = new FigureStyle { Language = language, Labels = true };
        var extract = Networks.Of("seed-rares");
        var pdf = Figure.Draw(extract, style, FigureFormats.Of("PDF"), CancellationToken.None).Bytes;
        var info = System.Text.Encoding.UTF8.GetString(Tool.Run("pdfinfo", ["-"], pdf));
        Assert.That(info, Does.Match("Pages: +1\n").And.Match("Page size: +45[34]").And.Not.Contain("CreationDate"));
        var text = Tool.Text("pdftotext", ["-", "-"], pdf).Replace("\n", " ", StringComparison.Ordinal);
        foreach (var name in new[] { "Semeurs du Possible", "Terre de Liens", "BioBourgogne", "CERD" })
            Assert.That(text.Split(name), Has.Length.EqualTo(2), name);
        Assert.That(text, Does.Contain(language == Language.FR ? "Lecture" : "How to read").And.Contain("RARES"));
    }

    private static double[,] Gray(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png);
        var gray = new double[bitmap.Width / 2, bitmap.Height / 2];
        for (var x = 0; x < gray.GetLength(0); x++)
        for (var y = 0; y < gray.GetLength(1); y++)
        {
            for (var i = 0; i < 4; i++)
            {
                var color = bitmap.GetPixel(2 * x + i % 2, 2 * y + i / 2);
                gray[x, y] += (0.2126 * color.Red + 0.7152 * color.Green + 0.0722 * color.Blue) / 4;
            }
        }
        return gray;
    }

    private static double Similarity(double[,] a, double[,] b)
    {
        Assert.That((a.GetLength(0), a.GetLength(1)), Is.EqualTo((b.GetLength(0), b.GetLength(1))));
        const int window = 8;
        const double c1 = 0.01 * 255 * 0.01 * 255,
            c2 = 0.03 * 255 * 0.03 * 255;
        double sum = 0,
            windows = 0;
        for (var left = 0; left + window <= a.GetLength(0); left += 4)
        for (var top = 0; top + window <= a.GetLength(1); top += 4)
        {
            double meanA = 0,
                meanB = 0,
                aa = 0,
                bb = 0,
                ab = 0;
            for (var x = left; x < left + window; x++)
            for (var y = top; y < top + window; y++)
            {
                meanA += a[x, y];
                meanB += b[x, y];
                aa += a[x, y] * a[x, y];
                bb += b[x, y] * b[x, y];
                ab += a[x, y] * b[x, y];
            }
            const double n = window * window;
            meanA /= n;
            meanB /= n;
            var (varA, varB, both) = (aa / n - meanA * meanA, bb / n - meanB * meanB, ab / n - meanA * meanB);
            // White paper is like white paper in every figure: it does not count.
            if (varA < 1 && varB < 1)
                continue;
            sum +=
                (2 * meanA * meanB + c1)
                * (2 * both + c2)
                / ((meanA * meanA + meanB * meanB + c1) * (varA + varB + c2));
            windows++;
        }
        return sum / windows;
    }
}

using System.Text;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Figures.Tests;

[TestFixture]
public class SameBytesTests
{
    [TestCaseSource(typeof(Language), nameof(Language.All))]
    public void A_figure_is_the_same_file_in_another_process_with_another_culture_and_time_zone(Language language)
    {
        string[] pairs =
        [
            .. from layout in FigureOptions.Layout.Names
            from format in FigureFormats.All
            select $"{layout} {format.Name}",
        ];
        var here = Run(language, pairs, "tr_TR.UTF-8", "Asia/Kolkata");
        var there = Run(language, pairs, "C", "America/Los_Angeles");
        Assert.That(here.Distinct().Count(), Is.EqualTo(pairs.Length), "each figure has its own fingerprint");
        Assert.That(there, Is.EqualTo(here));
    }

    [Test]
    public void Another_seed_gives_another_arrangement_and_the_same_seed_the_same()
    {
        var extract = Networks.Of("seed-pes-21");
        string Sha(int seed) =>
            Figure.Draw(extract, new FigureStyle { Seed = seed }, FigureFormats.Svg, CancellationToken.None).Sha256;
        Assert.That(Sha(1), Is.EqualTo(Sha(1)));
        Assert.That(Sha(2), Is.Not.EqualTo(Sha(1)));
    }

    [Test]
    public void A_fingerprint_is_of_the_bytes()
    {
        var figure = Figure.Draw(
            Networks.Of("seed-rares"),
            new FigureStyle(),
            FigureFormats.Svg,
            CancellationToken.None
        );
        Assert.That(
            figure.Sha256,
            Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(figure.Bytes)))
        );
    }

    private static string[] Run(Language language, string[] pairs, string locale, string zone)
    {
        var program = typeof(Program).Assembly.Location;
        var output = Tool.Run(
            "dotnet",
            [program, language.ToString(), .. pairs.SelectMany(p => p.Split(' '))],
            null,
            ("LANG", locale),
            ("LC_ALL", locale),
            ("TZ", zone)
        );
        return Encoding.UTF8.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Tests;

[TestFixture]
public class WarningTests
{
    [Test]
    public void A_good_figure_has_none() =>
        Assert.That(Draw(Networks.Of("seed-rares"), new FigureStyle()).Warnings, Is.Empty);

    [Test]
    public void An_empty_network_is_a_figure_that_says_so()
    {
        foreach (var layout in FigureOptions.Layout.Names)
        {
            var figure = Draw(Networks.Make([], []), new FigureStyle { Layout = layout });
            Assert.That(System.Text.Encoding.UTF8.GetString(figure.Bytes), Does.Contain("le réseau est vide"));
            Assert.That(
                figure.Warnings,
                Is.EqualTo(new[] { "Le réseau est vide\u00A0: élargissez les filtres, la date ou le point de départ." })
            );
            Assert.That(figure.Description, Does.Contain("Le réseau est vide."));
        }
    }

    [Test]
    public void Bodies_without_a_tie_are_named()
    {
        var (a, b, c) = (Networks.Body("a"), Networks.Body("b", grouping: true), Networks.Body("c", "Seule au monde"));
        var warnings = Draw(
            Networks.Make([a, b, c], [Networks.Member(a, b)]),
            new FigureStyle { Language = Language.EN }
        ).Warnings;
        Assert.That(
            warnings,
            Is.EqualTo(
                new[]
                {
                    "1\u00A0body without a tie in the figure: Seule au monde. Leave them out (includeIsolated: false) or widen the network.",
                }
            )
        );
    }

    [Test]
    public void Names_without_room_are_listed_with_a_height_that_gives_more_of_them_room()
    {
        int Unnamed(int height, out int wanted)
        {
            var warning = Draw(Networks.Of("seed"), new FigureStyle { Height = height, Language = Language.EN })
                .Warnings.SingleOrDefault(w => w.StartsWith("No room for their names", StringComparison.Ordinal));
            wanted = warning is null
                ? height
                : int.Parse(
                    System.Text.RegularExpressions.Regex.Match(warning, "Give height: ([0-9]+)").Groups[1].Value,
                    System.Globalization.CultureInfo.InvariantCulture
                );
            return warning is null
                ? 0
                : int.Parse(
                    System.Text.RegularExpressions.Regex.Match(warning, @"names \(([0-9]+)\)").Groups[1].Value,
                    System.Globalization.CultureInfo.InvariantCulture
                );
        }
        var low = Unnamed(800, out var wanted);
        Assert.That(low, Is.GreaterThan(20));
        Assert.That(Unnamed(wanted, out _), Is.LessThan(low / 2));
    }

    [Test]
    public void Too_many_bodies_too_many_kinds_and_unknown_bodies_are_said()
    {
        var warnings = Draw(
            Networks.Of("seed"),
            new FigureStyle { Language = Language.EN, Highlight = ["nobody"] }
        ).Warnings;
        Assert.That(
            warnings,
            Has.Some.StartsWith("121 bodies: over 80, a figure 16 cm wide is hard to read.")
                .And.Some.Contains("kinds for 8 colours")
                .And.Some.Contains("not in this part of the network: nobody")
        );
    }

    [Test]
    public void Rows_without_room_are_listed_with_the_height_that_holds_them()
    {
        foreach (var layout in new[] { "MATRIX", "TIMELINE" })
        {
            var style = new FigureStyle { Layout = layout, Language = Language.EN };
            var warning = Draw(Networks.Of("dev-120"), style)
                .Warnings.First(w => w.Contains("Give height", StringComparison.Ordinal));
            var height = int.Parse(
                System.Text.RegularExpressions.Regex.Match(warning, "Give height: ([0-9]+)").Groups[1].Value,
                System.Globalization.CultureInfo.InvariantCulture
            );
            if (height > FigureStyle.MaxSide)
                continue;
            Assert.That(
                Draw(Networks.Of("dev-120"), style with { Height = height }).Warnings,
                Has.None.Contains("Give height"),
                $"{layout} {height}"
            );
        }
    }

    [Test]
    public void Characters_that_the_font_lacks_are_said()
    {
        var (a, b) = (Networks.Body("a", "漢字"), Networks.Body("b", grouping: true));
        Assert.That(
            Draw(Networks.Make([a, b], [Networks.Member(a, b)]), new FigureStyle()).Warnings,
            Has.One.Contains("□").And.One.Contains("漢字")
        );
    }

    [Test]
    public void Without_measures_colour_and_size_fall_back_and_say_so()
    {
        var extract = Networks.Of("seed-rares");
        var bare = extract with { Bodies = [.. extract.Bodies.Select(b => b with { Measures = null })] };
        var warnings = Draw(
            bare,
            new FigureStyle
            {
                ColorBy = FigureColor.COMMUNITY,
                SizeBy = NodeMeasure.BETWEENNESS,
                Language = Language.EN,
            }
        ).Warnings;
        Assert.That(
            warnings,
            Has.Some.Contains("too large to look for communities").And.Some.Contains("too large for this measure")
        );
    }

    private static FigureResult Draw(Extract extract, FigureStyle style) =>
        Figure.Draw(extract, style, FigureFormats.Svg, CancellationToken.None);
}

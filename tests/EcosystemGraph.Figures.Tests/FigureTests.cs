using System.Text;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Tests;

[TestFixture]
public class FigureTests
{
    [Test]
    public void A_caption_says_title_how_to_read_scope_source_and_data_in_this_order_and_in_french_typography()
    {
        var caption = Figure
            .Draw(
                Networks.Of("seed-rares"),
                new FigureStyle { Title = "Qui est dans RARES ?" },
                FigureFormats.Svg,
                CancellationToken.None
            )
            .Caption;
        Assert.That(caption, Does.StartWith("Qui est dans RARES\u202F?"));
        var order = new[] { "Lecture\u00A0: ", "Champ\u00A0: ", "Source\u00A0: ", "Données\u00A0: " }
            .Select(w => caption.IndexOf(w, StringComparison.Ordinal))
            .ToArray();
        Assert.That(order, Is.Ordered.And.None.EqualTo(-1));
        Assert.That(
            caption,
            Does.Contain("«\u202FRegroupons").And.Contain("1er semestre 2021").And.Match("empreinte [0-9a-f]{12}\\.")
        );
        Assert.That(caption, Does.Not.Match(" [:;!?»]").And.Not.Match("« "));
    }

    [Test]
    public void A_figure_of_a_change_tells_what_came_went_and_stayed_by_dash_and_words()
    {
        var (a, b, c, d, g) = (
            Networks.Body("a", "Ancienne"),
            Networks.Body("b", "Nouvelle"),
            Networks.Body("c", "Fidèle"),
            Networks.Body("d", "Douteuse"),
            Networks.Body("g", "Le groupe", grouping: true)
        );
        var extract = Networks.Make(
            [a, b, c, d, g],
            [
                Networks.Member(a, g, from: "2010", to: "2015", change: LinkChange.ENDED),
                Networks.Member(b, g, from: "2018", change: LinkChange.APPEARED),
                Networks.Member(c, g, from: "2010", change: LinkChange.KEPT),
                Networks.Member(d, g, change: LinkChange.POSSIBLY_CHANGED),
            ]
        );
        foreach (var layout in FigureOptions.Layout.Names)
        {
            var figure = Figure.Draw(
                extract,
                new FigureStyle { Layout = layout },
                FigureFormats.Svg,
                CancellationToken.None
            );
            var svg = Encoding.UTF8.GetString(figure.Bytes);
            foreach (var word in new[] { "apparu", "terminé", "resté" })
                Assert.That(svg, Does.Contain(word), layout.ToString());
            Assert.That(
                figure.Description,
                Does.Contain("terminé (1)\u00A0: Ancienne → Le groupe (member, 2010–2015, terminé).")
            );
        }
        var force = Encoding.UTF8.GetString(
            Figure.Draw(extract, new FigureStyle(), FigureFormats.Svg, CancellationToken.None).Bytes
        );
        Assert.That(
            System
                .Text.RegularExpressions.Regex.Matches(force, "stroke-dasharray=\"([^\"]+)\"")
                .Select(m => m.Groups[1].Value)
                .Distinct()
                .Count(),
            Is.EqualTo(2),
            "came and stayed are solid, thick and thin; went and perhaps have a dash each"
        );
        Assert.That(force, Does.Contain("Ce qui a changé"));
    }

    [Test]
    public void Actors_tied_by_what_they_share_are_drawn_by_how_much()
    {
        var (a, b, c) = (Networks.Body("a"), Networks.Body("b"), Networks.Body("c"));
        var g = Networks.Body("g", "Un groupe", grouping: true);
        var both = new[] { Networks.Member(a, g), Networks.Member(b, g) };
        var extract = new Extract(
            Networks.Of("seed-rares").Dataset,
            default,
            ExtractProjection.ACTORS,
            [a, b, c],
            [new ExtractTie("a", "b", 2, [.. both]), new ExtractTie("b", "c", 1, [.. both])],
            null
        );
        foreach (var layout in FigureOptions.Layout.Names)
        {
            var svg = Encoding.UTF8.GetString(
                Figure
                    .Draw(
                        extract,
                        new FigureStyle { Layout = layout, Language = Language.EN },
                        FigureFormats.Svg,
                        CancellationToken.None
                    )
                    .Bytes
            );
            if (layout != "TIMELINE")
                Assert.That(svg, Does.Contain("a – b (2\u00A0groupings in common, current)"), layout.ToString());
        }
    }

    [Test]
    public void The_places_are_those_of_the_drawn_figure()
    {
        var places = Figure.Place(Networks.Of("seed-rares"), new FigureStyle(), CancellationToken.None);
        var svg = Encoding.UTF8.GetString(
            Figure.Draw(Networks.Of("seed-rares"), new FigureStyle(), FigureFormats.Svg, CancellationToken.None).Bytes
        );
        var place = places.Bodies["cerd"];
        Assert.That(
            svg,
            Does.Contain(FormattableString.Invariant($"cx=\"{place.X:0.##}\" cy=\"{place.Y:0.##}\""))
                .Or.Contain(place.Color)
        );
        Assert.That(places.Bodies.Keys, Is.EqualTo(Networks.Of("seed-rares").Bodies.Select(b => b.Id)));
        Assert.That(places.Bodies.Values.Select(p => p.Color), Has.All.Match("^#[0-9a-f]{6}$"));
    }

    [Test]
    public void A_network_without_memberships_is_a_matrix_of_all_by_all_as_far_as_there_is_room()
    {
        var svg = Encoding.UTF8.GetString(
            Figure
                .Draw(
                    Networks.Of("ror-30"),
                    new FigureStyle { Layout = "MATRIX", Height = 1500 },
                    FigureFormats.Svg,
                    CancellationToken.None
                )
                .Bytes
        );
        Assert.That(System.Text.RegularExpressions.Regex.Count(svg, @"rotate\(-90 "), Is.GreaterThanOrEqualTo(30));
        Assert.That(
            System.Text.RegularExpressions.Regex.Matches(svg, ">1</text>"),
            Has.Count.EqualTo(2 * Networks.Of("ror-30").Ties.Count)
        );
    }

    [Test]
    public void A_timeline_shows_sure_time_as_a_bar_and_unsure_time_as_dashes()
    {
        var (a, g) = (Networks.Body("a", "Acteur"), Networks.Body("g", "Groupe", grouping: true));
        var extract = Networks.Make([a, g], [Networks.Member(a, g, from: "2014", to: "2018-06-30")]);
        var svg = Encoding.UTF8.GetString(
            Figure
                .Draw(
                    extract,
                    new FigureStyle { Layout = "TIMELINE", Legend = false },
                    FigureFormats.Svg,
                    CancellationToken.None
                )
                .Bytes
        );
        // It began some day of 2014: dashes to its end; it surely lasted from then to 30 June 2018, which is known to the day: no dashes there.
        Assert.That(System.Text.RegularExpressions.Regex.Matches(svg, "stroke-dasharray"), Has.Count.EqualTo(1));
        Assert.That(svg, Does.Contain("(member, 2014 – 30\u00A0juin\u00A02018, en cours)"));
    }
}

using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Figures.Tests;

[TestFixture]
public class FigureStyleTests
{
    private static readonly (FigureStyle Style, string Argument, string Says)[] Wrong =
    [
        (new() { Width = 399 }, "width", "width is 399; it must be from 400 to 6000"),
        (new() { Width = 6001 }, "width", "width is 6001; it must be from 400 to 6000"),
        (new() { Height = 0 }, "height", "height is 0; it must be from 300 to 6000"),
        (new() { MaxNodes = 0 }, "maxNodes", "maxNodes is 0; it must be from 1 to 2000"),
        (new() { Seed = -1 }, "seed", "seed is -1; it must be 0 or more"),
        (new() { Title = new string('x', 301) }, "title", "title has 301 characters; at most 300 fit above a figure"),
        (
            new() { SizeBy = NodeMeasure.NAME },
            "sizeBy",
            "sizeBy is NAME, which is no size; use DEGREE, BETWEENNESS, CLOSENESS or PAGERANK"
        ),
        (new() { Layout = "SPIRAL" }, "layout", "layout is none of FORCE, RADIAL, MATRIX, TIMELINE"),
        (new() { Highlight = default }, "highlight", "highlight is no list; leave it out to point out nobody"),
    ];

    [TestCaseSource(nameof(Wrong))]
    public void What_is_out_of_range_is_named_with_what_would_be_right(
        (FigureStyle Style, string Argument, string Says) wrong
    )
    {
        var thrown = Assert.Throws<FigureException>(() =>
            Figure.Draw(Networks.Of("seed-rares"), wrong.Style, FigureFormats.Svg, CancellationToken.None)
        )!;
        Assert.Multiple(() =>
        {
            Assert.That(thrown.Argument, Is.EqualTo(wrong.Argument));
            Assert.That(thrown.Message, Is.EqualTo(wrong.Says));
            Assert.That(thrown.Code, Is.EqualTo("FIGURE_STYLE_INVALID"));
        });
    }

    [Test]
    public void Defaults_are_the_contracts()
    {
        var style = new FigureStyle();
        Assert.That(
            (
                style.Language,
                style.Title,
                style.Layout,
                style.ColorBy,
                style.Labels,
                style.Legend,
                style.Width,
                style.Height,
                style.SizeBy,
                style.Highlight.Length,
                style.MaxNodes,
                style.Seed
            ),
            Is.EqualTo(
                (
                    Language.FR,
                    (string?)null,
                    "FORCE",
                    FigureColor.KIND,
                    true,
                    true,
                    1200,
                    800,
                    (NodeMeasure?)null,
                    0,
                    (int?)null,
                    1
                )
            )
        );
    }

    [Test]
    public void Too_many_bodies_are_refused_before_work_begins_and_maxNodes_draws_the_most_tied()
    {
        var hub = Networks.Body("hub", grouping: true);
        var leaves = Enumerable
            .Range(0, FigureStyle.MaxBodies)
            .Select(i => Networks.Body(FormattableString.Invariant($"leaf-{i:0000}")))
            .ToArray();
        var extract = Networks.Make(leaves.Append(hub), leaves.Select(l => Networks.Member(l, hub)));
        var thrown = Assert.Throws<FigureException>(() =>
            Figure.Draw(extract, new FigureStyle(), FigureFormats.Svg, CancellationToken.None)
        )!;
        Assert.That((thrown.Code, thrown.Argument), Is.EqualTo(("FIGURE_TOO_LARGE", "maxNodes")));
        Assert.That(thrown.Message, Does.Contain("2001 bodies").And.Contain("at most 2000"));
        var places = Figure.Place(extract, new FigureStyle { MaxNodes = 20 }, CancellationToken.None);
        Assert.That(places.Bodies, Has.Count.EqualTo(20).And.ContainKey("hub"));
        var figure = Figure.Draw(
            extract,
            new FigureStyle { MaxNodes = 20, Language = Language.EN },
            FigureFormats.Svg,
            CancellationToken.None
        );
        Assert.That(figure.Caption, Does.Contain("the first 20 of 2001 by number of ties"));
    }

    [Test]
    public void Work_stops_when_it_is_no_longer_wanted()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            Figure.Draw(Networks.Of("seed"), new FigureStyle(), FigureFormats.Svg, stop.Token)
        );
    }

    [Test]
    public void A_figure_too_low_for_its_legend_says_how_high_it_has_to_be()
    {
        var thrown = Assert.Throws<FigureException>(() =>
            Figure.Draw(
                Networks.Of("seed"),
                new FigureStyle { Height = 300 },
                FigureFormats.Svg,
                CancellationToken.None
            )
        )!;
        Assert.That(thrown.Argument, Is.EqualTo("height"));
        var needed = int.Parse(
            System.Text.RegularExpressions.Regex.Match(thrown.Message, "at least ([0-9]+)").Groups[1].Value,
            System.Globalization.CultureInfo.InvariantCulture
        );
        Assert.DoesNotThrow(() =>
            Figure.Draw(
                Networks.Of("seed"),
                new FigureStyle { Height = needed },
                FigureFormats.Svg,
                CancellationToken.None
            )
        );
    }
}

using System.Globalization;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures.Fonts;
using EcosystemGraph.Figures.Scenes;

namespace EcosystemGraph.Figures.Tests.Scenes;

[TestFixture]
public class LegibilityTests
{
    // What only guides the eye and says nothing that is not said otherwise.
    private static readonly string[] Decoration = [Palette.White, Palette.Rule, Palette.Band, "#d9e4ee"];

    private static IEnumerable<TestCaseData> Figures() =>
        from network in Networks.Names
        from layout in FigureOptions.Layout.Names
        select new TestCaseData(network, layout);

    [TestCaseSource(nameof(Figures))]
    public void No_two_texts_overlap_none_is_under_six_points_and_all_are_on_the_page(string network, string layout)
    {
        foreach (
            var style in new[]
            {
                new FigureStyle { Layout = layout },
                new FigureStyle
                {
                    Layout = layout,
                    Language = Language.EN,
                    ColorBy = FigureColor.COMMUNITY,
                    SizeBy = NodeMeasure.DEGREE,
                    Width = 1600,
                    Height = 1500,
                },
            }
        )
        {
            var composition = Composer.Compose(Networks.Of(network), style, CancellationToken.None);
            var words = Flat(composition.Scene.Marks).OfType<Words>().ToArray();
            var boxes = words.Select(BoxOf).ToArray();
            var page = new Box(0, 0, style.Width, style.Height);
            for (var i = 0; i < words.Length; i++)
            {
                Assert.That(words[i].Size / composition.Subject.Unit, Is.GreaterThanOrEqualTo(6), words[i].Text);
                Assert.That(page.Holds(boxes[i]), $"'{words[i].Text}' is off the page");
                for (var j = 0; j < i; j++)
                    Assert.That(boxes[i].Meets(boxes[j]), Is.False, $"'{words[i].Text}' overlaps '{words[j].Text}'");
            }
        }
    }

    [TestCaseSource(nameof(Figures))]
    public void Text_stands_out_at_4_5_to_1_and_marks_at_3_to_1(string network, string layout)
    {
        foreach (var color in Enum.GetValues<FigureColor>())
        {
            var marks = Flat(
                    Composer
                        .Compose(
                            Networks.Of(network),
                            new FigureStyle { Layout = layout, ColorBy = color },
                            CancellationToken.None
                        )
                        .Scene.Marks
                )
                .ToArray();
            foreach (var ink in marks.OfType<Words>().Select(w => w.Color).Distinct())
                Assert.That(Contrast(ink, Palette.Band), Is.GreaterThanOrEqualTo(4.5), ink);
            var drawn = marks.SelectMany(m =>
                m switch
                {
                    Line l => [l.Color],
                    Polygon p => new[] { p.Fill, p.Stroke },
                    Ellipse e => [e.Fill, e.Stroke],
                    _ => [],
                }
            );
            foreach (var ink in drawn.Where(c => c is not null).Distinct().Except(Decoration))
                Assert.That(Contrast(ink!, Palette.White), Is.GreaterThanOrEqualTo(3), ink);
        }
    }

    [TestCaseSource(nameof(Figures))]
    public void A_body_is_named_in_the_figure_or_in_a_warning(string network, string layout)
    {
        if (layout is "MATRIX" or "TIMELINE")
            return;
        var composition = Composer.Compose(
            Networks.Of(network),
            new FigureStyle { Layout = layout },
            CancellationToken.None
        );
        var titles = composition.Scene.Marks.OfType<Group>().Select(g => g.Title).ToHashSet();
        var written = string.Join(' ', Flat(composition.Scene.Marks).OfType<Words>().Select(w => w.Text));
        var warned = string.Join(' ', composition.Subject.Warnings);
        foreach (var body in composition.Subject.Bodies)
        {
            Assert.That(titles, Does.Contain(body.Full));
            var word = body.Short.Split(' ', '-', '/', '.', '’', '\'')[0];
            Assert.That(
                written.Contains(word, StringComparison.Ordinal)
                    || warned.Contains(word, StringComparison.Ordinal)
                    || warned.Contains(" et ", StringComparison.Ordinal),
                body.Full
            );
        }
    }

    [Test]
    public void Each_kind_of_body_has_a_sign_of_its_own_without_its_colour()
    {
        var signs = Composer
            .Compose(Networks.Of("seed"), new FigureStyle(), CancellationToken.None)
            .Subject.Signs.Kinds;
        Assert.That(signs.Select(k => (k.Grouping, k.Shape, k.Filling)).Distinct().Count(), Is.EqualTo(signs.Length));
        Assert.That(signs, Has.Length.GreaterThan(15));
    }

    private static IEnumerable<Mark> Flat(IEnumerable<Mark> marks) =>
        marks.SelectMany(m => m is Group group ? Flat(group.Marks) : [m]);

    // As wide as its letters, from the height of a capital to the depth of a descender.
    private static Box BoxOf(Words words)
    {
        var width = (words.Bold ? Font.Bold : Font.Regular).Width(words.Text, words.Size);
        var left = words.Anchor switch
        {
            Anchor.Start => 0,
            Anchor.Middle => -width / 2,
            _ => -width,
        };
        var (above, below) = (words.Size * Font.CapHeight, words.Size * Font.Descent);
        return words.Turned == -90
            ? new Box(words.At.X - above, words.At.Y - left - width, words.At.X + below, words.At.Y - left)
            : new Box(words.At.X + left, words.At.Y - above, words.At.X + left + width, words.At.Y + below);
    }

    private static double Contrast(string a, string b)
    {
        var (light, dark) = (Luminance(a), Luminance(b));
        if (light < dark)
            (light, dark) = (dark, light);
        return (light + 0.05) / (dark + 0.05);
    }

    // WCAG 2.2's relative luminance.
    private static double Luminance(string color)
    {
        double Channel(int at)
        {
            var value = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }
}

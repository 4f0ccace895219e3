using System.Text;
using System.Xml.Linq;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Tests.Renderers;

[TestFixture]
public class SvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>",
        "]]> & <![CDATA[",
        "\"quoted\" 'name' `tick`",
        "a\nb\tc\r\nd",
        "\u0000\u0001\u001b[31m\u0007bell",
        "\u202Egnirts\u202C \u2066x\u2069 שלום مرحبا",
        "👩‍👩‍👧‍👦 famille",
        "\uD83D lone",
        "lone \uDE00",
        new string('x', 300),
        string.Join(' ', Enumerable.Repeat("mot", 100)),
        "=cmd|' /C calc'!A0",
        "</text><image href=\"http://x/\"/>",
        "&lt;b&gt;",
        "\uFFFE\uFFFF",
        "   ",
        "--><!--",
    ];

    [TestCase("FORCE")]
    [TestCase("RADIAL")]
    [TestCase("MATRIX")]
    [TestCase("TIMELINE")]
    public void Hostile_names_are_text_in_every_format(string layout)
    {
        var style = new FigureStyle
        {
            Layout = layout,
            Title = Hostile[0] + Hostile[1] + Hostile[5],
            Height = 1600,
            Highlight = [Hostile[12]],
        };
        var extract = HostileExtract();
        var svg = Figure.Draw(extract, style, FigureFormats.Svg, CancellationToken.None);
        Tool.Run("xmllint", ["--noout", "--nonet", "-"], svg.Bytes);
        var document = XDocument.Parse(Encoding.UTF8.GetString(svg.Bytes));
        Assert.That(
            document.Descendants().Select(e => e.Name.LocalName).Distinct(),
            Is.SubsetOf(new[] { "svg", "title", "desc", "g", "line", "polygon", "circle", "ellipse", "text" })
        );
        Assert.That(document.Descendants(Svg + "text").All(t => !t.HasElements));
        if (layout == "FORCE")
            Assert.That(
                document.Descendants(Svg + "title").Select(t => t.Value),
                Does.Contain("<script>alert(1)</script>").And.Contain("]]> & <![CDATA[").And.Contain("a b c d")
            );
        foreach (var c in document.Root!.Value)
            Assert.That(c is '\n' || (c >= ' ' && c is not ('\u202E' or '\u2066')), $"U+{(int)c:X4}");
        foreach (var format in new[] { FigureFormats.Of("PNG"), FigureFormats.Of("PDF") })
        {
            var file = Figure.Draw(extract, style, format, CancellationToken.None);
            Assert.That(file.Bytes, Has.Length.GreaterThan(1000));
            if (format == FigureFormats.Of("PDF"))
                Assert.That(Tool.Text("pdftotext", ["-", "-"], file.Bytes), Does.Contain("CDATA"));
        }
    }

    [Test]
    public void What_office_programs_do_not_read_is_not_written()
    {
        foreach (var layout in FigureOptions.Layout.Names)
        {
            var svg = Encoding.UTF8.GetString(
                Figure
                    .Draw(
                        Networks.Of("seed"),
                        new FigureStyle { Layout = layout },
                        FigureFormats.Svg,
                        CancellationToken.None
                    )
                    .Bytes
            );
            foreach (
                var word in new[]
                {
                    "rgba(",
                    "transparent",
                    "style=",
                    "class=",
                    "<style",
                    "filter",
                    "clip-path",
                    "href",
                    "<image",
                    "url(",
                    "NaN",
                    "Infinity",
                    "E+",
                    "=\"-0\"",
                }
            )
                Assert.That(svg, Does.Not.Contain(word));
            Tool.Run("xmllint", ["--noout", "--nonet", "-"], Encoding.UTF8.GetBytes(svg));
        }
    }

    [TestCaseSource(typeof(Language), nameof(Language.All))]
    public void Those_who_do_not_see_a_figure_hear_its_title_and_all_that_it_shows(Language language)
    {
        var figure = Figure.Draw(
            Networks.Of("seed-rares"),
            new FigureStyle { Language = language },
            FigureFormats.Svg,
            CancellationToken.None
        );
        var root = XDocument.Parse(Encoding.UTF8.GetString(figure.Bytes)).Root!;
        Assert.That((root.Attribute("role")!.Value, root.Attribute("lang")!.Value), Is.EqualTo(("img", language.Tag)));
        Assert.That(root.Element(Svg + "title")!.Value, Does.Contain("innovateurs agri-ruraux"));
        Assert.That(root.Element(Svg + "desc")!.Value, Is.EqualTo(figure.Description));
        foreach (var body in Networks.Of("seed-rares").Bodies)
            Assert.That(figure.Description, Does.Contain(body.Acronym ?? body.Name));
        Assert.That(
            figure.Description,
            Does.Contain(language == Language.FR ? "14\u00A0appartenances" : "14\u00A0memberships")
        );
    }

    private static Extract HostileExtract()
    {
        var grouping = Networks.Body("g", "<b>&amp;</b> ]]>", grouping: true, acronym: "<G>");
        var bodies = Hostile
            .Select(
                (name, i) =>
                    Networks.Body(FormattableString.Invariant($"b{i}<&\"'>"), name, kind: i % 2 == 0 ? "<kind>" : "]]>")
            )
            .ToArray();
        return Networks.Make(
            bodies.Append(grouping),
            bodies.Select((b, i) => Networks.Member(b, grouping, from: i % 3 == 0 ? "2019" : null))
        );
    }
}

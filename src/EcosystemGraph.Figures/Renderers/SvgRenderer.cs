using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures.Scenes;

namespace EcosystemGraph.Figures.Renderers;

/// <summary>
/// A scene as SVG that browsers, office programs and Inkscape read alike: attributes only (no CSS), hex colours, no filter, clip path or
/// nested picture. Numbers have two decimals, so that the last bits of an arithmetic never show.
/// </summary>
internal static class SvgRenderer
{
    private const string Family = "Liberation Sans, Arial, Helvetica, sans-serif";

    public static byte[] Render(Scene scene)
    {
        var svg = new StringBuilder(64 * 1024);
        var language = scene.Language.Tag;
        svg.Append(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\""
            )
            .Append(N(scene.Width))
            .Append("\" height=\"")
            .Append(N(scene.Height))
            .Append("\" viewBox=\"0 0 ")
            .Append(N(scene.Width))
            .Append(' ')
            .Append(N(scene.Height))
            .Append("\" role=\"img\" lang=\"")
            .Append(language)
            .Append("\" xml:lang=\"")
            .Append(language)
            .Append("\" aria-labelledby=\"figure-title\" aria-describedby=\"figure-description\" font-family=\"")
            .Append(Family)
            .Append("\">\n<title id=\"figure-title\">");
        Escape(svg, scene.Title);
        svg.Append("</title>\n<desc id=\"figure-description\">");
        Escape(svg, scene.Description);
        svg.Append("</desc>\n");
        foreach (var mark in scene.Marks)
            Write(svg, mark);
        svg.Append("</svg>\n");
        return Encoding.UTF8.GetBytes(svg.ToString());
    }

    private static void Write(StringBuilder svg, Mark mark)
    {
        switch (mark)
        {
            case Line line:
                svg.Append("<line x1=\"")
                    .Append(N(line.From.X))
                    .Append("\" y1=\"")
                    .Append(N(line.From.Y))
                    .Append("\" x2=\"")
                    .Append(N(line.To.X))
                    .Append("\" y2=\"")
                    .Append(N(line.To.Y))
                    .Append("\" stroke=\"")
                    .Append(line.Color)
                    .Append("\" stroke-width=\"")
                    .Append(N(line.Width))
                    .Append('"');
                Dash(svg, line.Dash);
                svg.Append("/>\n");
                break;
            case Polygon polygon:
                svg.Append("<polygon points=\"");
                for (var i = 0; i < polygon.Points.Length; i++)
                    svg.Append(i == 0 ? "" : " ")
                        .Append(N(polygon.Points[i].X))
                        .Append(',')
                        .Append(N(polygon.Points[i].Y));
                svg.Append('"');
                Paint(svg, polygon.Fill, polygon.Stroke, polygon.Width);
                if (polygon.Stroke is not null)
                    svg.Append(" stroke-linejoin=\"round\"");
                svg.Append("/>\n");
                break;
            case Ellipse ellipse when ellipse.RadiusX == ellipse.RadiusY:
                svg.Append("<circle cx=\"")
                    .Append(N(ellipse.Center.X))
                    .Append("\" cy=\"")
                    .Append(N(ellipse.Center.Y))
                    .Append("\" r=\"")
                    .Append(N(ellipse.RadiusX))
                    .Append('"');
                Paint(svg, ellipse.Fill, ellipse.Stroke, ellipse.Width);
                Dash(svg, ellipse.Dash);
                svg.Append("/>\n");
                break;
            case Ellipse ellipse:
                svg.Append("<ellipse cx=\"")
                    .Append(N(ellipse.Center.X))
                    .Append("\" cy=\"")
                    .Append(N(ellipse.Center.Y))
                    .Append("\" rx=\"")
                    .Append(N(ellipse.RadiusX))
                    .Append("\" ry=\"")
                    .Append(N(ellipse.RadiusY))
                    .Append('"');
                Paint(svg, ellipse.Fill, ellipse.Stroke, ellipse.Width);
                Dash(svg, ellipse.Dash);
                svg.Append("/>\n");
                break;
            case Words words:
                if (words.Halo)
                    Text(svg, words, halo: true);
                Text(svg, words, halo: false);
                break;
            case Group group:
                svg.Append("<g>\n<title>");
                Escape(svg, group.Title);
                svg.Append("</title>\n");
                foreach (var inner in group.Marks)
                    Write(svg, inner);
                svg.Append("</g>\n");
                break;
            default:
                throw new InvalidOperationException($"no way to write {mark.GetType().Name}");
        }
    }

    private static void Text(StringBuilder svg, Words words, bool halo)
    {
        svg.Append("<text x=\"")
            .Append(N(words.At.X))
            .Append("\" y=\"")
            .Append(N(words.At.Y))
            .Append("\" font-size=\"")
            .Append(N(words.Size))
            .Append('"');
        if (words.Bold)
            svg.Append(" font-weight=\"bold\"");
        if (words.Anchor != Anchor.Start)
            svg.Append(" text-anchor=\"").Append(words.Anchor == Anchor.Middle ? "middle" : "end").Append('"');
        if (words.Turned != 0)
            svg.Append(" transform=\"rotate(")
                .Append(N(words.Turned))
                .Append(' ')
                .Append(N(words.At.X))
                .Append(' ')
                .Append(N(words.At.Y))
                .Append(")\"");
        if (halo)
            svg.Append(" fill=\"#ffffff\" stroke=\"#ffffff\" stroke-width=\"")
                .Append(N(words.Size * HaloWidth))
                .Append("\" stroke-linejoin=\"round\" aria-hidden=\"true\">");
        else
            svg.Append(" fill=\"").Append(words.Color).Append("\">");
        Escape(svg, words.Text);
        svg.Append("</text>\n");
    }

    /// <summary>How wide a halo's stroke is, as part of the size.</summary>
    public const double HaloWidth = 0.3;

    private static void Paint(StringBuilder svg, string? fill, string? stroke, double width)
    {
        svg.Append(" fill=\"").Append(fill ?? "none").Append('"');
        if (stroke is not null)
            svg.Append(" stroke=\"").Append(stroke).Append("\" stroke-width=\"").Append(N(width)).Append('"');
    }

    private static void Dash(StringBuilder svg, ImmutableArray<double> dash)
    {
        if (dash.IsEmpty)
            return;
        svg.Append(" stroke-dasharray=\"");
        for (var i = 0; i < dash.Length; i++)
            svg.Append(i == 0 ? "" : " ").Append(N(dash[i]));
        svg.Append('"');
    }

    private static void Escape(StringBuilder svg, string text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&':
                    svg.Append("&amp;");
                    break;
                case '<':
                    svg.Append("&lt;");
                    break;
                case '>':
                    svg.Append("&gt;");
                    break;
                case '"':
                    svg.Append("&quot;");
                    break;
                default:
                    svg.Append(c);
                    break;
            }
        }
    }

    // Through a whole number of hundredths: never "-0", never an exponent.
    private static string N(double value)
    {
        var hundredths = (long)Math.Round(value * 100, MidpointRounding.AwayFromZero);
        return (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);
    }
}

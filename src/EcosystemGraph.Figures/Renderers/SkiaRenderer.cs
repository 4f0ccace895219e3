using System.Collections.Immutable;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures.Fonts;
using EcosystemGraph.Figures.Scenes;
using SkiaSharp;

namespace EcosystemGraph.Figures.Renderers;

/// <summary>A scene as pixels and as a page, with the font that ships with the program: the system's are not asked.</summary>
internal static class SkiaRenderer
{
    private const double PageWidth = 16 / 2.54 * 72;

    private static readonly SKTypeface Regular = Typeface(Font.Regular);
    private static readonly SKTypeface Bold = Typeface(Font.Bold);

    public static byte[] Png(Scene scene)
    {
        var info = new SKImageInfo(
            scene.Width,
            scene.Height,
            SKColorType.Rgba8888,
            SKAlphaType.Opaque,
            SKColorSpace.CreateSrgb()
        );
        using var bitmap = new SKBitmap(info);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            foreach (var mark in scene.Marks)
                Draw(canvas, mark);
        }
        using var pixels = bitmap.PeekPixels();
        using var data =
            pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 6))
            ?? throw new InvalidOperationException("the picture could not be written as PNG");
        return PngSize.Set(data.ToArray(), scene.Width);
    }

    public static byte[] Pdf(Scene scene)
    {
        var scale = (float)(PageWidth / scene.Width);
        using var stream = new MemoryStream();
        // No time of making: the same figure is the same file.
        var metadata = new SKDocumentPdfMetadata(72, 101)
        {
            Title = scene.Title,
            Subject = scene.Description.Split('\n')[1],
            Creator = "EcosystemGraph",
            Producer = "EcosystemGraph",
        };
        using (var document = SKDocument.CreatePdf(stream, metadata))
        {
            var canvas = document.BeginPage((float)PageWidth, scene.Height * scale);
            canvas.Scale(scale);
            foreach (var mark in scene.Marks)
                Draw(canvas, mark);
            document.EndPage();
            document.Close();
        }
        return stream.ToArray();
    }

    private static SKTypeface Typeface(Font font)
    {
        using var data = SKData.CreateCopy(font.File);
        return SKTypeface.FromData(data)
            ?? throw new InvalidOperationException("the font that ships with the program cannot be read");
    }

    private static void Draw(SKCanvas canvas, Mark mark)
    {
        switch (mark)
        {
            case Line line:
                using (var paint = Stroke(line.Color, line.Width, line.Dash))
                    canvas.DrawLine(P(line.From), P(line.To), paint);
                break;
            case Polygon polygon:
                using (var builder = new SKPathBuilder())
                {
                    builder.MoveTo(P(polygon.Points[0]));
                    foreach (var point in polygon.Points.AsSpan()[1..])
                        builder.LineTo(P(point));
                    builder.Close();
                    using var path = builder.Detach();
                    if (polygon.Fill is not null)
                        using (var paint = Fill(polygon.Fill))
                            canvas.DrawPath(path, paint);
                    if (polygon.Stroke is not null)
                        using (var paint = Stroke(polygon.Stroke, polygon.Width, []))
                            canvas.DrawPath(path, paint);
                }
                break;
            case Ellipse ellipse:
                if (ellipse.Fill is not null)
                    using (var paint = Fill(ellipse.Fill))
                        canvas.DrawOval(
                            P(ellipse.Center),
                            new SKSize((float)ellipse.RadiusX, (float)ellipse.RadiusY),
                            paint
                        );
                if (ellipse.Stroke is not null)
                    using (var paint = Stroke(ellipse.Stroke, ellipse.Width, ellipse.Dash))
                        canvas.DrawOval(
                            P(ellipse.Center),
                            new SKSize((float)ellipse.RadiusX, (float)ellipse.RadiusY),
                            paint
                        );
                break;
            case Words words:
                DrawText(canvas, words);
                break;
            case Group group:
                foreach (var inner in group.Marks)
                    Draw(canvas, inner);
                break;
            default:
                throw new InvalidOperationException($"no way to draw {mark.GetType().Name}");
        }
    }

    private static void DrawText(SKCanvas canvas, Words words)
    {
        var metrics = words.Bold ? Font.Bold : Font.Regular;
        var text = Shown(words.Text, metrics);
        using var font = new SKFont(words.Bold ? Bold : Regular, (float)words.Size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            Edging = SKFontEdging.Antialias,
        };
        var width = words.Anchor == Anchor.Start ? 0 : metrics.Width(text, words.Size);
        var x =
            words.At.X
            - (
                words.Anchor switch
                {
                    Anchor.Start => 0,
                    Anchor.Middle => width / 2,
                    _ => width,
                }
            );
        canvas.Save();
        if (words.Turned != 0)
            canvas.RotateDegrees(words.Turned, (float)words.At.X, (float)words.At.Y);
        if (words.Halo)
        {
            // As a path: as text, a PDF would hold each word twice.
            using var outline = font.GetTextPath(text, new SKPoint((float)x, (float)words.At.Y));
            using var paint = Stroke(Palette.White, words.Size * SvgRenderer.HaloWidth, []);
            canvas.DrawPath(outline, paint);
        }
        using (var paint = Fill(words.Color))
            canvas.DrawText(text, (float)x, (float)words.At.Y, SKTextAlign.Left, font, paint);
        canvas.Restore();
    }

    // What the font lacks would be left out without a sign.
    private static string Shown(string text, Font font) =>
        string.Concat(text.EnumerateRunes().Select(r => font.Has(r.Value) ? r.ToString() : "□"));

    private static SKPaint Fill(string color) => new() { Color = SKColor.Parse(color), IsAntialias = true };

    private static SKPaint Stroke(string color, double width, ImmutableArray<double> dash) =>
        new()
        {
            Color = SKColor.Parse(color),
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = (float)width,
            StrokeJoin = SKStrokeJoin.Round,
            PathEffect = dash.IsEmpty ? null : SKPathEffect.CreateDash([.. dash.Select(d => (float)d)], 0),
        };

    private static SKPoint P(Point point) => new((float)point.X, (float)point.Y);
}

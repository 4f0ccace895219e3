using System.Text;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Figures;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Api.Drawings;

/// <summary>Figures and files of networks, for answers.</summary>
internal sealed class NetworkDrawings : IDrawings
{
    public async ValueTask<IReadOnlyDictionary<string, object?>> MakeAsync(Extract extract, DrawingRequest request, IReadOnlySet<string> fields, CancellationToken cancellation) => request switch
    {
        FigureRequest figure => Draw(extract, figure, fields, cancellation),
        FileRequest file => await WriteAsync(extract, file, fields, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.GetType().Name, "a request without a drawing"),
    };

    /// <summary>Draws a figure.</summary>
    /// <exception cref="DrawingException">It cannot be drawn so.</exception>
    public static FigureResult Draw(Extract extract, FigureRequest request, CancellationToken cancellation)
    {
        try
        {
            return Figure.Draw(extract, request.Style, request.Format, cancellation);
        }
        catch (FigureException error)
        {
            throw new DrawingException($"style: {error.Message}", error);
        }
    }

    /// <summary>Writes a file: with places and colours where a figure of it can be drawn.</summary>
    public static Task WriteAsync(Extract extract, NetworkFormat format, Language language, Stream output, CancellationToken cancellation)
    {
        var options = new ExportOptions { Language = language, Marks = MarksOf(extract, format, cancellation) };
        return NetworkFormats.Writer(format).WriteAsync(extract, options, output, cancellation);
    }

    private static Dictionary<string, BodyMark>? MarksOf(Extract extract, NetworkFormat format, CancellationToken cancellation)
    {
        var shows = format is NetworkFormat.GEXF or NetworkFormat.GRAPHML or NetworkFormat.DOT or NetworkFormat.CYTOSCAPE;
        if (!shows || extract.Bodies.Count is 0 or > FigureStyle.MaxBodies) return null;
        return Figure.Place(extract, new FigureStyle(), cancellation).Bodies.ToDictionary(body => body.Key, body => BodyMark.Of(body.Value.X, body.Value.Y, body.Value.Radius, body.Value.Color), StringComparer.Ordinal);
    }

    private static Dictionary<string, object?> Draw(Extract extract, FigureRequest request, IReadOnlySet<string> fields, CancellationToken cancellation)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["format"] = request.Format.ToString(), ["url"] = request.Url };
        if (fields.IsSubsetOf(values.Keys)) return values;
        var drawn = Draw(extract, request, cancellation);
        values["sha256"] = drawn.Sha256;
        values["caption"] = drawn.Caption;
        values["description"] = drawn.Description;
        values["warnings"] = drawn.Warnings;
        values["content"] = request.Format == FigureFormat.SVG ? Encoding.UTF8.GetString(drawn.Bytes) : null;
        return values;
    }

    private static async ValueTask<Dictionary<string, object?>> WriteAsync(Extract extract, FileRequest request, IReadOnlySet<string> fields, CancellationToken cancellation)
    {
        var writer = NetworkFormats.Writer(request.Format);
        var values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["format"] = request.Format.ToString(), ["url"] = request.Url, ["mediaType"] = writer.MediaType, ["content"] = null };
        if (!writer.IsText || !fields.Contains("content")) return values;
        using var written = new MemoryStream();
        await WriteAsync(extract, request.Format, Language.FR, written, cancellation);
        values["content"] = Encoding.UTF8.GetString(written.GetBuffer().AsSpan(0, (int)written.Length));
        return values;
    }
}

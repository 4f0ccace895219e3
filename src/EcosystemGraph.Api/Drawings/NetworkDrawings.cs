using System.Globalization;
using System.Text;
using BitFaster.Caching.Lru;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Figures;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Api.Drawings;

/// <summary>A figure, and what it was drawn of.</summary>
/// <param name="Result">The figure.</param>
/// <param name="Bodies">How many bodies the network has.</param>
/// <param name="Ties">How many of them are tied.</param>
/// <param name="Scope">What part of the graph it is.</param>
/// <param name="Language">The figure's language.</param>
/// <param name="Fingerprint">The data set that it was drawn from.</param>
internal sealed record Drawn(
    FigureResult Result,
    int Bodies,
    int Ties,
    MultilingualText Scope,
    Language Language,
    string Fingerprint
);

/// <summary>
/// Figures and files of networks, for all faces. What holds more values than an answer may is refused. The figures drawn
/// last are kept: who looks at a page asks for its figure at once.
/// </summary>
/// <param name="limits">How much a figure or a file may hold; null for what holds where nothing is set.</param>
internal sealed class NetworkDrawings(LimitSettings? limits = null) : IDrawings
{
    private const int MostKept = 32;
    private const int LargestKept = 1 << 20;

    private readonly int _mostCost = (limits ?? LimitSettings.Unset).Cost;
    private readonly ConcurrentLru<(string Fingerprint, string Url), Drawn> _kept = new(MostKept);

    public async ValueTask<IReadOnlyDictionary<string, object?>> MakeAsync(
        Extract extract,
        DrawingRequest request,
        IReadOnlySet<string> fields,
        CancellationToken cancellation
    ) =>
        request switch
        {
            FigureRequest figure => Draw(extract, figure, fields, cancellation),
            FileRequest file => await WriteAsync(extract, file, fields, cancellation),
            _ => throw new ArgumentOutOfRangeException(
                nameof(request),
                request.GetType().Name,
                "a request without a drawing"
            ),
        };

    /// <summary>A figure that was drawn before; null where it is to be drawn.</summary>
    /// <param name="fingerprint">The data set.</param>
    /// <param name="url">The figure's own link, which says all of it.</param>
    public Drawn? Find(string fingerprint, string url) => _kept.TryGet((fingerprint, url), out var kept) ? kept : null;

    /// <summary>Draws a figure.</summary>
    /// <exception cref="DrawingException">It cannot be drawn so.</exception>
    public Drawn Draw(Extract extract, FigureRequest request, CancellationToken cancellation)
    {
        if (Find(extract.Dataset.Sha256, request.Url) is { } kept)
            return kept;
        try
        {
            // The limit of bodies says more to who wants a figure.
            if (extract.Bodies.Count <= FigureStyle.MaxBodies)
                CheckCost(extract);
            var drawn = new Drawn(
                Figure.Draw(extract, request.Style, request.Format, cancellation),
                extract.Bodies.Count,
                extract.Ties.Count,
                extract.Scope,
                request.Style.Language,
                extract.Dataset.Sha256
            );
            if (drawn.Result.Bytes.Length <= LargestKept)
                _kept.AddOrUpdate((drawn.Fingerprint, request.Url), drawn);
            return drawn;
        }
        catch (FigureException error)
        {
            throw new DrawingException($"style: {error.Message}", error);
        }
    }

    /// <summary>Writes a file: with places and colours where a figure of it can be drawn.</summary>
    /// <exception cref="DrawingException">It holds too much.</exception>
    public Task WriteAsync(
        Extract extract,
        INetworkWriter writer,
        Language language,
        Stream output,
        CancellationToken cancellation
    )
    {
        CheckCost(extract);
        return writer.WriteAsync(
            extract,
            new ExportOptions { Language = language, Marks = MarksOf(extract, writer.Format, cancellation) },
            output,
            cancellation
        );
    }

    // What a question in GraphQL may get, a file may hold; how much it holds is known once its network is.
    private void CheckCost(Extract extract)
    {
        var values = NetworkFormats.ValuesOf(extract);
        if (values <= _mostCost)
            return;
        throw new DrawingException(
            AnswerErrorCodes.CostTooHigh,
            string.Create(
                CultureInfo.InvariantCulture,
                $"it would hold {values} values, more than the {_mostCost} allowed (Limits:Cost); ask for a smaller part, by focus, filter or date"
            )
        );
    }

    private static Dictionary<string, BodyMark>? MarksOf(
        Extract extract,
        NetworkFormat format,
        CancellationToken cancellation
    )
    {
        if (!format.HasPlaces || extract.Bodies.Count is 0 or > FigureStyle.MaxBodies)
            return null;
        return Figure
            .Place(extract, new FigureStyle(), cancellation)
            .Bodies.ToDictionary(
                body => body.Key,
                body => BodyMark.Of(body.Value.X, body.Value.Y, body.Value.Radius, body.Value.Color),
                StringComparer.Ordinal
            );
    }

    private Dictionary<string, object?> Draw(
        Extract extract,
        FigureRequest request,
        IReadOnlySet<string> fields,
        CancellationToken cancellation
    )
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["format"] = request.Format.Name,
            ["url"] = request.Url,
        };
        if (fields.IsSubsetOf(values.Keys))
            return values;
        var drawn = Draw(extract, request, cancellation).Result;
        values["sha256"] = drawn.Sha256;
        values["caption"] = drawn.Caption;
        values["description"] = drawn.Description;
        values["warnings"] = drawn.Warnings;
        values["content"] = request.Format == FigureFormats.Svg ? Encoding.UTF8.GetString(drawn.Bytes) : null;
        return values;
    }

    private async ValueTask<Dictionary<string, object?>> WriteAsync(
        Extract extract,
        FileRequest request,
        IReadOnlySet<string> fields,
        CancellationToken cancellation
    )
    {
        var format = request.Writer.Format;
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["format"] = format.Name,
            ["url"] = request.Url,
            ["mediaType"] = format.MediaType,
            ["content"] = null,
        };
        if (!format.IsText || !fields.Contains("content"))
            return values;
        using var written = new MemoryStream();
        await WriteAsync(extract, request.Writer, Language.Usual, written, cancellation);
        values["content"] = Encoding.UTF8.GetString(written.GetBuffer().AsSpan(0, (int)written.Length));
        return values;
    }
}

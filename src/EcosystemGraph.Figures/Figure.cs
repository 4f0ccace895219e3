using System.Collections.Immutable;
using System.Security.Cryptography;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Figures.Scenes;
using EcosystemGraph.Figures.Styles;

namespace EcosystemGraph.Figures;

/// <summary>Draws networks for reports.</summary>
public static class Figure
{
    /// <summary>Draws a figure. The same extract, style and format give the same bytes: SVG on every machine, PNG and PDF with one version of this program on one architecture.</summary>
    /// <param name="extract">What to draw.</param>
    /// <param name="style">How.</param>
    /// <param name="format">What to write it as.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="FigureException">The style is out of range, or there are too many bodies; the message says what would be right.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static FigureResult Draw(
        Extract extract,
        FigureStyle style,
        FigureFormat format,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(extract);
        ArgumentNullException.ThrowIfNull(style);
        ArgumentNullException.ThrowIfNull(format);
        var composition = Composer.Compose(extract, style, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var bytes = format.Render(composition.Scene);
        return new FigureResult
        {
            Bytes = bytes,
            MediaType = format.MediaType,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Caption = composition.Caption,
            Description = composition.Scene.Description,
            Warnings = [.. composition.Subject.Warnings],
        };
    }

    /// <summary>Where the bodies of a figure stand and how they are coloured, without drawing it.</summary>
    /// <param name="extract">What to arrange.</param>
    /// <param name="style">How.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="FigureException">As for <see cref="Draw"/>.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static FigurePlaces Place(Extract extract, FigureStyle style, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(extract);
        ArgumentNullException.ThrowIfNull(style);
        var composition = Composer.Compose(extract, style, cancellation);
        var bodies = ImmutableSortedDictionary.CreateBuilder<string, FigurePlace>(StringComparer.Ordinal);
        foreach (var body in composition.Subject.Bodies)
        {
            if (composition.Places[body.Index] is { } at)
                bodies.Add(
                    body.Id,
                    new FigurePlace(
                        Math.Round(at.X, 2),
                        Math.Round(at.Y, 2),
                        Math.Round(body.Radius, 2),
                        body.Color,
                        Shapes.Name(body.Shape)
                    )
                );
        }
        return new FigurePlaces
        {
            Width = style.Width,
            Height = style.Height,
            Bodies = bodies.ToImmutable(),
        };
    }
}

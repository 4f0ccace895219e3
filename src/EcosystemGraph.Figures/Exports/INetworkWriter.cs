using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>
/// Writes networks in one format. The bytes depend on the extract and the options alone: no culture, no time zone, no
/// clock, no machine. A character that a format cannot hold becomes U+FFFD: in JSON a lone surrogate only; in all
/// others also what XML 1.0 cannot hold (control characters other than tab and the ends of lines, U+FFFE, U+FFFF).
/// </summary>
public interface INetworkWriter
{
    /// <summary>The format: all that is said of it in any face.</summary>
    NetworkFormat Format { get; }

    /// <summary>
    /// Writes a network and leaves the stream open. Bodies and ties are enumerated, some formats twice, and nothing but
    /// one buffer is kept (CSV of links, XLSX and Mermaid also keep the bodies' names). The stream is only written to
    /// asynchronously.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled: what was written until then is no complete file.</exception>
    Task WriteAsync(Extract extract, ExportOptions options, Stream output, CancellationToken cancellationToken);
}

/// <summary>A format of files.</summary>
/// <param name="Name">Its name in questions.</param>
/// <param name="FileExtension">How the names of its files end, without a dot: "gexf".</param>
/// <param name="MediaType">Its media type, with the character set where it has one: "text/csv; charset=utf-8".</param>
/// <param name="Description">What it is, for analysts.</param>
public sealed record NetworkFormat(string Name, string FileExtension, string MediaType, string Description)
    : Variant(Name, Description)
{
    /// <summary>Whether its files are UTF-8 text.</summary>
    public bool IsText { get; init; } = true;

    /// <summary>Whether its files say where a layout put bodies (<see cref="ExportOptions.Marks"/>).</summary>
    public bool HasPlaces { get; init; }
}

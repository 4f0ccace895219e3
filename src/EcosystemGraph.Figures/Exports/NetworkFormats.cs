using EcosystemGraph.Core.Model;
using System.Collections.Immutable;

namespace EcosystemGraph.Figures.Exports;

/// <summary>All formats of files. A new one is a class and a line here.</summary>
public static class NetworkFormats
{
    /// <summary>One writer a format, in the order of <see cref="NetworkFormat"/>.</summary>
    public static ImmutableArray<INetworkWriter> All { get; } =
    [
        new GexfWriter(),
        new GraphmlWriter(),
        new DotWriter(),
        new MermaidWriter(),
        new CsvWriter(),
        new XlsxWriter(),
        new JsonldWriter(),
        new CytoscapeWriter(),
    ];

    /// <summary>The writer of a format.</summary>
    public static INetworkWriter Writer(NetworkFormat format) => All.Single(w => w.Format == format);
}

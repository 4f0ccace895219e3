using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>The formats in which networks are written. A new one is a class, which says all that there is to say of it, and a line here.</summary>
/// <param name="writers">One writer a format, in the order in which they are listed.</param>
public sealed class NetworkFormats(params IEnumerable<INetworkWriter> writers)
{
    /// <summary>Those of this program.</summary>
    public static NetworkFormats BuiltIn { get; } =
        new(
            new GexfWriter(),
            new GraphmlWriter(),
            new DotWriter(),
            new MermaidWriter(),
            new CsvWriter(),
            new XlsxWriter(),
            new JsonldWriter(),
            new CytoscapeWriter()
        );

    /// <summary>One writer a format.</summary>
    public ImmutableArray<INetworkWriter> All { get; } = [.. writers];

    /// <summary>The formats as a question chooses one.</summary>
    public Variants Variants =>
        new(
            "NetworkFormat",
            "As what file a network is written.",
            [.. All.Select(writer => writer.Format with { Value = writer })]
        );

    /// <summary>The writer of a format.</summary>
    /// <param name="name">The format's name.</param>
    public INetworkWriter Of(string name) => All.Single(writer => writer.Format.Name == name);

    /// <summary>How many values a file holds of a network at most: whatever is told of each body and of each tie.</summary>
    public static long ValuesOf(Extract extract)
    {
        ArgumentNullException.ThrowIfNull(extract);
        const int IdAndName = 2;
        const int IdAndEnds = 3;
        return ((long)extract.Bodies.Count * (IdAndName + BodyColumns.In(Language.Usual).Length))
            + ((long)extract.Ties.Count * (IdAndEnds + EdgeColumns.Of(extract, Language.Usual).Length));
    }
}

using System.Collections.Immutable;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Figures;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Api.Drawings;

/// <summary>Reads how a network is to be drawn or written.</summary>
internal static class DrawingReader
{
    /// <summary>The request of a field.</summary>
    /// <param name="field">figure or export.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="owner">The arguments of the network or change that it is a field of.</param>
    public static DrawingRequest Read(DrawingField field, Arguments arguments, Arguments owner)
    {
        var input = owner.Object("input");
        if (field.Target == Records.NetworkFile)
        {
            var file = arguments.Choice("format", NetworkFormat.GEXF);
            return new FileRequest(file, DrawingLinks.Of("/networks", DrawingLinks.Network, NetworkFormats.Writer(file).FileExtension, null, input, null));
        }
        var format = arguments.Choice("format", FigureFormat.SVG);
        var given = arguments.Object("style");
        var dates = owner.Value("earlier") is PartialDate earlier ? (earlier, owner.Date("later")) : ((PartialDate, PartialDate)?)null;
        var url = DrawingLinks.Of("/figures", dates is null ? DrawingLinks.Network : DrawingLinks.Change, format.ToString().ToLowerInvariant(), dates, input, given);
        return new FigureRequest(format, Style(given ?? new Dictionary<string, object?>()), url);
    }

    private static FigureStyle Style(IDictionary<string, object?> given)
    {
        T Value<T>(string name, T fallback) => given.TryGetValue(name, out var value) && value is T own ? own : fallback;
        var unset = new FigureStyle();
        return new FigureStyle
        {
            Language = Value("language", unset.Language),
            Title = Value<string?>("title", null),
            Layout = Value("layout", unset.Layout),
            ColorBy = Value("colorBy", unset.ColorBy),
            Labels = Value("labels", unset.Labels),
            Legend = Value("legend", unset.Legend),
            Width = Value("width", unset.Width),
            Height = Value("height", unset.Height),
            SizeBy = given.TryGetValue("sizeBy", out var by) && by is NodeMeasure measure ? measure : null,
            Highlight = given.TryGetValue("highlight", out var ids) && ids is System.Collections.IEnumerable list and not string ? [.. list.Cast<object?>().Select(Arguments.TextOf).OfType<string>()] : ImmutableArray<string>.Empty,
            MaxNodes = given.TryGetValue("maxNodes", out var most) && most is int number ? number : null,
            Seed = Value("seed", unset.Seed),
        };
    }
}

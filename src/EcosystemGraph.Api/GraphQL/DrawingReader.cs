using EcosystemGraph.Api.Drawings;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Figures;
using EcosystemGraph.Figures.Exports;

namespace EcosystemGraph.Api.GraphQL;

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
            var file = (INetworkWriter)arguments.Value("format")!;
            return new FileRequest(file, DrawingLinks.Of("/networks", file.Format.FileExtension, null, input, null));
        }
        var format = FigureFormats.Of(arguments.Text(FigureFormats.Input.Name) ?? FigureFormats.Svg.Name);
        var given = arguments.Object("style");
        var dates = owner.Value(NetworkInputs.Earlier.Name) is PartialDate earlier
            ? (earlier, owner.Date(NetworkInputs.Later.Name))
            : ((PartialDate, PartialDate)?)null;
        return new FigureRequest(
            format,
            FigureOptions.StyleOf(given ?? new Dictionary<string, object?>()),
            DrawingLinks.Of("/figures", format.FileExtension, dates, input, given)
        );
    }
}

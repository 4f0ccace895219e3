using EcosystemGraph.Core.Queries;
using EcosystemGraph.Figures;
using EcosystemGraph.Figures.Exports;
using EcosystemGraph.Figures.Styles;

namespace EcosystemGraph.Api.Drawings;

/// <summary>How a figure is drawn.</summary>
internal sealed record FigureRequest(FigureFormat Format, FigureStyle Style, string Url) : DrawingRequest(Url)
{
    public override string ToString() => $"as {Format.Name}, {Style.Layout}, {Style.Language}";
}

/// <summary>As what file a network is written.</summary>
internal sealed record FileRequest(INetworkWriter Writer, string Url) : DrawingRequest(Url)
{
    public override string ToString() => $"as {Writer.Format.Name}";
}

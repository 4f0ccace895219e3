using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Figures;

namespace EcosystemGraph.Api.Drawings;

/// <summary>How a figure is drawn.</summary>
internal sealed record FigureRequest(FigureFormat Format, FigureStyle Style, string Url) : DrawingRequest(Url)
{
    public override string ToString() => $"as {Format}, {Style.Layout}, {Style.Language}";
}

/// <summary>As what file a network is written.</summary>
internal sealed record FileRequest(NetworkFormat Format, string Url) : DrawingRequest(Url)
{
    public override string ToString() => $"as {Format}";
}

using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>What files tell of a body beside its id and its name.</summary>
internal static class BodyColumns
{
    public static ExportColumn<ExtractBody>[] In(Language language) =>
        [
            ExportColumn<ExtractBody>.Text("acronym", b => b.Acronym),
            ExportColumn<ExtractBody>.Flag("grouping", b => b.IsGrouping),
            ExportColumn<ExtractBody>.Flag("actor", b => b.IsActor),
            ExportColumn<ExtractBody>.Flag("named", b => b.Named),
            ExportColumn<ExtractBody>.Text("kind", b => b.Kind.Id),
            ExportColumn<ExtractBody>.Text("kind_label", b => b.Kind.In(language)),
            ExportColumn<ExtractBody>.Text("territory", b => b.Territory?.Id),
            ExportColumn<ExtractBody>.Text("territory_label", b => b.Territory?.In(language)),
            ExportColumn<ExtractBody>.Text("from", b => b.From?.ToString()),
            ExportColumn<ExtractBody>.Text("to", b => b.To?.ToString()),
            ExportColumn<ExtractBody>.Text("openness", b => b.IsGrouping ? b.Openness.ToString() : null),
            ExportColumn<ExtractBody>.Whole("degree", b => b.Measures?.Degree),
            ExportColumn<ExtractBody>.Number("betweenness", b => b.Measures?.Betweenness),
            ExportColumn<ExtractBody>.Number("closeness", b => b.Measures?.Closeness),
            ExportColumn<ExtractBody>.Number("page_rank", b => b.Measures?.PageRank),
            ExportColumn<ExtractBody>.Whole("component", b => b.Measures?.Component),
            ExportColumn<ExtractBody>.Whole("community", b => b.Measures?.Community),
            ExportColumn<ExtractBody>.Flag("cut_vertex", b => b.Measures?.CutVertex),
        ];
}

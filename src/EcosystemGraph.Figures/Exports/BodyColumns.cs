using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>What files tell of a body beside its id and its name.</summary>
internal static class BodyColumns
{
    public static Column<ExtractBody>[] In(Language language) =>
        [
            Column<ExtractBody>.Text("acronym", "sigle", "acronym", b => b.Acronym),
            Column<ExtractBody>.Flag("grouping", "groupement", "grouping", b => b.IsGrouping),
            Column<ExtractBody>.Flag("actor", "acteur", "actor", b => b.IsActor),
            Column<ExtractBody>.Flag("named", "nommé", "named", b => b.Named),
            Column<ExtractBody>.Text("kind", "nature (code)", "kind (code)", b => b.Kind.Id),
            Column<ExtractBody>.Text("kind_label", "nature", "kind", b => b.Kind.In(language)),
            Column<ExtractBody>.Text("territory", "territoire (code)", "territory (code)", b => b.Territory?.Id),
            Column<ExtractBody>.Text("territory_label", "territoire", "territory", b => b.Territory?.In(language)),
            Column<ExtractBody>.Text("from", "début", "start", b => b.From?.ToString()),
            Column<ExtractBody>.Text("to", "fin", "end", b => b.To?.ToString()),
            Column<ExtractBody>.Text(
                "openness",
                "liste des membres",
                "list of members",
                b => b.IsGrouping ? b.Openness.ToString() : null
            ),
            Column<ExtractBody>.Whole("degree", "degré", "degree", b => b.Measures?.Degree),
            Column<ExtractBody>.Number("betweenness", "intermédiarité", "betweenness", b => b.Measures?.Betweenness),
            Column<ExtractBody>.Number("closeness", "proximité", "closeness", b => b.Measures?.Closeness),
            Column<ExtractBody>.Number("page_rank", "PageRank", "PageRank", b => b.Measures?.PageRank),
            Column<ExtractBody>.Whole("component", "composante", "component", b => b.Measures?.Component),
            Column<ExtractBody>.Whole("community", "communauté", "community", b => b.Measures?.Community),
            Column<ExtractBody>.Flag("cut_vertex", "point d’articulation", "cut vertex", b => b.Measures?.CutVertex),
        ];
}

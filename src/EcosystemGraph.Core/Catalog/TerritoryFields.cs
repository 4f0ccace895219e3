using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Catalog;

/// <summary>The fields of territories.</summary>
internal static class TerritoryFields
{
    public static IEnumerable<Field> All() =>
    [
        new TextColumn("id", false, "A readable identifier: \"cote-d-or\".", (graph, row) => graph.Territories[row].Id) { IsId = true },
        new TextColumn("name", false, "Its name.", (graph, row) => graph.Territories[row].Name),
        new TextColumn("kind", false, "country, region, former-region, department, intercommunality, commune or place.", (graph, row) => graph.Territories[row].Kind) { IsTerritoryKind = true },
        new ToOne("within", true, () => Records.Territory, "The territory it lies in.", (graph, row) => graph.Places.Within[row]),
        new ToList("contains", () => Records.Territory, "The territories that lie in it, one step down.", (graph, row) => graph.Places.Contains.Of(row)),
        new TextColumn("nameKey", false, "The folded name as an order key.", (graph, row) => OrderKey.Of(FoldedText.Of(graph.Territories[row].Name))) { Hidden = true, IsKey = true },
    ];
}

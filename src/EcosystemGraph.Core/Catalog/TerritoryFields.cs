namespace EcosystemGraph.Core.Catalog;

/// <summary>The fields of territories.</summary>
internal static class TerritoryFields
{
    public static IEnumerable<Field> All() =>
        [
            new TextColumn("id", false, "A readable identifier: \"cote-d-or\".") { IsId = true },
            new TextColumn("name", false, "Its name."),
            new TextColumn(
                "kind",
                false,
                "country, region, former-region, department, intercommunality, commune or place."
            )
            {
                IsTerritoryKind = true,
            },
            new ToOne("within", true, () => Records.Territory, "The territory it lies in."),
            new ToList("contains", () => Records.Territory, "The territories that lie in it, one step down."),
            new TextColumn("nameKey", false, "The folded name as an order key.") { Hidden = true, IsKey = true },
        ];
}

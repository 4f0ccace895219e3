namespace EcosystemGraph.Core.Catalog;

/// <summary>The fields of concepts.</summary>
internal static class ConceptFields
{
    public static IEnumerable<Field> All() =>
        [
            new TextColumn("id", false, "A readable identifier: \"agri-rural\".") { IsId = true },
            new TextColumn(
                "scheme",
                false,
                "The vocabulary it belongs to: actor-kind, grouping-kind, role, link-type, theme, measure or occasion."
            ),
            new MultilingualColumn(
                "label",
                false,
                "What people read, in the asked language, else in another, else the id."
            ),
            new MultilingualColumn("definition", true, "What the term means in this data set."),
            new ToOne(
                "broader",
                true,
                () => Records.Concept,
                "The term that includes this one; where there are several, the one that the data name first."
            ),
            new ToList(
                "broaderConcepts",
                () => Records.Concept,
                "All terms that include this one, one step up: a public bank may stand under banks and under public bodies. A filter by `under` goes through every one."
            ),
            new ToList(
                "narrower",
                () => Records.Concept,
                "The terms that this one includes, one step down: all that name it among their broader ones."
            ),
            new ToPages("groupings", () => Records.Grouping, "Of a theme: the groupings on it or on a narrower one."),
            new TextColumn("labelKey", false, "The folded label in the first language as an order key.")
            {
                Hidden = true,
                IsKey = true,
            },
        ];
}

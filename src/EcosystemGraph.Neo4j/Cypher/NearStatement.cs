using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Text;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>The statement that gives what may have been meant by an id that is not there: rows of an id and a name.</summary>
internal static class NearStatement
{
    /// <summary>The statement.</summary>
    /// <param name="reference">The id.</param>
    /// <param name="isSmall">Whether bodies are so few that all are compared.</param>
    public static Statement Of(Reference reference, bool isSmall)
    {
        var text =
            reference.Type == Records.Concept
                ? $"MATCH (x:Concept{(reference.Scheme is null ? "" : " {scheme: $scheme}")}) UNWIND [{Properties.Spoken("x", "label", Language.Usual)}] AS label RETURN x.id, label"
            : reference.Type == Records.Territory ? "MATCH (x:Territory) RETURN x.id, x.name"
            : isSmall ? "MATCH (x:Entity) RETURN x.id, x.name"
            : Beside;
        return new Statement(
            "CYPHER 5 " + text,
            new Dictionary<string, Value>
            {
                ["scheme"] = reference.Scheme,
                ["id"] = reference.Id,
                ["key"] = OrderKey.Of(FoldedText.Of(reference.Id)),
                ["limit"] = NearTexts.Beside,
            }
        );
    }

    // Each part reads so many entries of an index.
    private const string Beside = """
        MATCH (x:Entity) USING INDEX x:Entity(id) WHERE x.id < $id WITH x ORDER BY x.id DESC LIMIT $limit RETURN x.id AS id, x.name AS name
        UNION MATCH (x:Entity) USING INDEX x:Entity(id) WHERE x.id > $id WITH x ORDER BY x.id LIMIT $limit RETURN x.id AS id, x.name AS name
        UNION MATCH (x:Actor) USING INDEX x:Actor(nameKey, id) WHERE x.nameKey < $key AND x.id IS NOT NULL WITH x ORDER BY x.nameKey DESC, x.id DESC LIMIT $limit RETURN x.id AS id, x.name AS name
        UNION MATCH (x:Actor) USING INDEX x:Actor(nameKey, id) WHERE x.nameKey >= $key AND x.id IS NOT NULL WITH x ORDER BY x.nameKey, x.id LIMIT $limit RETURN x.id AS id, x.name AS name
        UNION MATCH (x:Grouping) USING INDEX x:Grouping(nameKey, id) WHERE x.nameKey < $key AND x.id IS NOT NULL WITH x ORDER BY x.nameKey DESC, x.id DESC LIMIT $limit RETURN x.id AS id, x.name AS name
        UNION MATCH (x:Grouping) USING INDEX x:Grouping(nameKey, id) WHERE x.nameKey >= $key AND x.id IS NOT NULL WITH x ORDER BY x.nameKey, x.id LIMIT $limit RETURN x.id AS id, x.name AS name
        """;
}

using EcosystemGraph.Core.Catalog;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>Types of records as the graph has them: links are relationships, all others nodes with the type's name as label.</summary>
internal static class Kinds
{
    /// <summary>The type of relationship that a record is; null where it is a node.</summary>
    public static string? RelationshipOf(RecordType type) =>
        type == Records.Membership ? "MEMBER_OF"
        : type == Records.Partnership ? "PARTNER_OF"
        : null;

    /// <summary>A pattern of all records of a type, or of the one that has an id.</summary>
    public static string Pattern(RecordType type, string y, string? id = null)
    {
        var properties = id is null ? "" : $" {{id: {id}}}";
        return RelationshipOf(type) is { } relationship
            ? $"()-[{y}:{relationship}{properties}]->()"
            : $"({y}:{type.Name}{properties})";
    }

    /// <summary>Whether a body or a link, which is one of two types, is of a type.</summary>
    public static string Is(RecordType type, string x) =>
        RelationshipOf(type) is { } relationship ? $"type({x}) = '{relationship}'" : $"{x}:{type.Name}";

    /// <summary>All records of a type.</summary>
    public static Listing All(RecordType type, string y) =>
        new(new ManyWay(Pattern(type, y)), $"COUNT {{ {Pattern(type, "")} }}", IndexOf(type, y));

    private static OrderIndex? IndexOf(RecordType type, string y)
    {
        if (RelationshipOf(type) is { } relationship)
            return new OrderIndex($"USING INDEX {y}:{relationship}(startKey, id)", null, $"{y}.startKey", $"{y}.id");
        return type == Records.Actor || type == Records.Grouping
            ? new OrderIndex($"USING INDEX {y}:{type.Name}(nameKey, id)", null, $"{y}.nameKey", $"{y}.id")
            : null;
    }
}

using EcosystemGraph.Core.Catalog;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>How the record at the other end of a to-one relation is reached from a bound one.</summary>
/// <param name="Node">An expression that is the record, or null where it must be matched.</param>
/// <param name="Label">The label a node must have to be the record; null where it always is.</param>
/// <param name="Match">A pattern that matches it as the variable given.</param>
internal sealed record OneWay(string? Node, string? Label, Func<string, string>? Match);

/// <summary>How the records at the other end of a to-many relation are reached from a bound one.</summary>
/// <param name="Match">The pattern, for the variables of the record and of the one at its other end.</param>
/// <param name="Where">What else must hold; null where nothing.</param>
/// <param name="Distinct">Whether the pattern may reach a record twice.</param>
internal sealed record ManyWay(string Match, string? Where = null, bool Distinct = false);

/// <summary>Relations of the catalogue as patterns of the graph.</summary>
internal static class Ways
{
    public static OneWay One(RecordType owner, ToOne relation, string x) => (owner.Name, relation.Name) switch
    {
        ("Actor", "actor") or ("Grouping", "grouping") => new OneWay(x, null, null),
        ("Actor", "grouping") => new OneWay(x, "Grouping", null),
        ("Grouping", "actor") => new OneWay(x, "Actor", null),
        // A row that is computed holds who it is of.
        ("CoMember", "actor") => new OneWay($"{x}.actor", null, null),
        ("Membership", "actor" or "source") or ("Partnership", "source") => new OneWay($"startNode({x})", null, null),
        ("Membership", "grouping" or "target") or ("Partnership", "target") => new OneWay($"endNode({x})", null, null),
        _ => new OneWay(null, null, y => $"({y}:{relation.Target.Name} {{id: {x}.{Properties.Reference(owner, relation)}}})"),
    };

    /// <summary>The record of an id.</summary>
    public static string OfId(RecordType type, string y, string id) => type.Name switch
    {
        "Membership" => $"()-[{y}:MEMBER_OF {{id: {id}}}]->()",
        "Partnership" => $"()-[{y}:PARTNER_OF {{id: {id}}}]->()",
        _ => $"({y}:{type.Name} {{id: {id}}})",
    };

    /// <summary>All records of a type.</summary>
    public static ManyWay All(RecordType type, string y) => new(type.Name switch
    {
        "Membership" => $"()-[{y}:MEMBER_OF]->()",
        "Partnership" => $"()-[{y}:PARTNER_OF]->()",
        _ => $"({y}:{type.Name})",
    });

    public static ManyWay Many(RecordType owner, ToPages relation, string x, string y, CypherWriter cypher)
    {
        if (relation.Name == "partnerships") return new ManyWay(Partnerships(owner, relation, x, y));
        switch (owner.Name, relation.Name)
        {
            case ("Actor", "memberships"): return new ManyWay($"({x})-[{y}:MEMBER_OF]->()");
            case ("Grouping", "memberships"): return new ManyWay($"({x})<-[{y}:MEMBER_OF]-()");
            case ("Grouping", "partOf"): return new ManyWay($"({x})-[:PART_OF]->({y})");
            case ("Grouping", "parts"): return new ManyWay($"({x})<-[:PART_OF]-({y})");
            case ("Concept", "groupings"): return new ManyWay($"({x})<-[:UNDER_THEME]-({y})");
        }
        // One counting membership of a pair carries the keys of the pair: it gives each member, and each grouping, once.
        var m = cypher.Variable("m");
        return relation.Name == "members"
            ? new ManyWay($"({x})<-[{m}:MEMBER_OF]-({y})", $"{m}.memberKey IS NOT NULL")
            : new ManyWay($"({x})-[{m}:MEMBER_OF]->({y})", $"{m}.memberKey IS NOT NULL");
    }

    /// <summary>The pattern of a list that goes through memberships, which the filter speaks of.</summary>
    public static string Through(RecordType owner, string x, string m, string y) =>
        owner == Records.Grouping ? $"({x})<-[{m}:MEMBER_OF]-({y})" : $"({x})-[{m}:MEMBER_OF]->({y})";

    private static string Partnerships(RecordType owner, ToPages relation, string x, string y)
    {
        var directed = ((ToPages)owner.FieldOf("partnerships")!).Directed!.Value;
        if (relation == directed.Out) return $"({x})-[{y}:PARTNER_OF]->()";
        return relation == directed.In ? $"({x})<-[{y}:PARTNER_OF]-()" : $"({x})-[{y}:PARTNER_OF]-()";
    }
}

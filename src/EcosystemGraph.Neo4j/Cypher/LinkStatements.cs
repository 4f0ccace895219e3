using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>Statements that give links and bodies to questions about chains and networks: each one row, between two load marks.</summary>
public static class LinkStatements
{
    /// <summary>The statement by which a question begins: it gives the links of its focus or, without one, all.</summary>
    public static CypherStatement First(ComputedRoot question) => question switch
    {
        NetworkRoot { Part: var part } => Links(question, part.Links, part.Focus.IsEmpty ? null : part.Focus),
        NetworkChangeRoot { Part: var part } => Links(question, part.Links, part.Focus.IsEmpty ? null : part.Focus),
        PathsRoot paths => Links(question, paths.Links, [paths.From]),
        _ => CypherCompiler.Compile(new Plan([question])),
    };

    /// <summary>Links of a choice: their values in the order in which <see cref="Neo4jLinks"/> reads them.</summary>
    /// <param name="question">The question, whose filters name ids that are looked up first.</param>
    /// <param name="choice">Which links.</param>
    /// <param name="at">Only those with an end among these bodies; null for all.</param>
    internal static CypherStatement Links(ComputedRoot question, LinkChoice choice, IReadOnlyCollection<string>? at) => Statement(question, (cypher, predicates) =>
    {
        var ids = at is null ? null : cypher.Parameter(at);
        var parts = new List<Action>();
        if (choice.Memberships is { } memberships)
        {
            // A membership's own ids need no look at its ends; a grouping is no category.
            parts.Add(() => Kind("MEMBER_OF", predicates.Of(memberships, Records.Membership, "y"),
                $"['m', y.id, s.id, y.grouping, y.isMember, {IsCategory("s")}, false, {Dates}]"));
        }
        if (choice.Partnerships is { } partnerships)
        {
            parts.Add(() => Kind("PARTNER_OF", predicates.Of(partnerships, Records.Partnership, "y"),
                $"['p', y.id, s.id, t.id, true, {IsCategory("s")}, {IsCategory("t")}, {Dates}]"));
        }
        if (parts.Count == 0) cypher.Line("RETURN null AS link LIMIT 0");
        for (var part = 0; part < parts.Count; part++)
        {
            if (part > 0) cypher.Line("UNION ALL");
            parts[part]();
        }

        void Kind(string type, string predicate, string values)
        {
            var where = predicate == "true" ? "" : $" WHERE {predicate}";
            if (ids is null)
            {
                cypher.Line($"MATCH (s)-[y:{type}]->(t){where}");
            }
            else
            {
                cypher.Line($"UNWIND {ids} AS id");
                cypher.Line($"MATCH (:Entity {{id: id}})-[y:{type}]-()");
                cypher.Line("WITH DISTINCT y");
                cypher.Line($"WITH y, startNode(y) AS s, endNode(y) AS t{where}");
            }
            cypher.Line($"RETURN {values} AS link");
        }
    }, "link");

    /// <summary>The ids of records that fit.</summary>
    internal static CypherStatement Bodies(ComputedRoot question, RecordType type, Filter where) => Statement(question, (cypher, predicates) =>
    {
        cypher.Line($"MATCH (y:{type.Name})");
        cypher.Line($"WHERE {predicates.Of(where, type, "y")}");
        cypher.Line("RETURN y.id AS id");
    }, "id");

    /// <summary>The keys by which bodies sort by name, each after its id.</summary>
    internal static CypherStatement NameKeys(ComputedRoot question, IReadOnlyCollection<string> ids) => Statement(question, (cypher, _) =>
    {
        cypher.Line($"UNWIND {cypher.Parameter(ids)} AS id");
        cypher.Line("MATCH (y:Entity {id: id})");
        cypher.Line("RETURN [y.id, y.nameKey] AS key");
    }, "key");

    private const string Dates = "y.from, y.earliestStart, y.latestStart, y.earliestEnd, y.latestEnd, y.status = 'PLANNED'";

    private static string IsCategory(string x) => $"NOT {x}:Grouping AND NOT {x}.named";

    private static CypherStatement Statement(ComputedRoot question, Action<CypherWriter, Predicates> body, string value)
    {
        var cypher = new CypherWriter();
        cypher.Line("CYPHER 5");
        CypherCompiler.Mark(cypher, "mark0");
        var heads = new Heads(new Plan([question]), cypher);
        var predicates = new Predicates(cypher, heads);
        cypher.Call(heads.Variables, () =>
        {
            cypher.Call(heads.Variables, () => body(cypher, predicates));
            cypher.Line($"RETURN collect({value}) AS found");
        });
        CypherCompiler.Mark(cypher, "mark1");
        cypher.Line("RETURN mark0, found, mark1");
        return new CypherStatement(cypher.ToString(), cypher.Parameters);
    }
}

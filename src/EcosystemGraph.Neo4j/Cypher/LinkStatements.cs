using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Neo4j.Shapes;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>Statements that give links and bodies to questions about chains and networks: each one row, between two load marks.</summary>
public static class LinkStatements
{
    /// <summary>The statement by which a question begins: it gives the links of its focus or, without one, all.</summary>
    public static Statement First(ComputedRoot question) =>
        Links(question, question.Through, question.Beginning.IsEmpty ? null : question.Beginning).Statement;

    /// <summary>Links of a choice.</summary>
    /// <param name="question">The question, whose filters name ids that are looked up first.</param>
    /// <param name="choice">Which links.</param>
    /// <param name="at">Only those with an end among these bodies; null for all.</param>
    internal static Finder<GivenLink> Links(
        ComputedRoot question,
        LinkChoice choice,
        IReadOnlyCollection<string>? at
    ) =>
        Finding(
            question,
            (cypher, predicates) =>
            {
                var ids = at is null ? null : cypher.Parameter(Value.Of(at));
                var parts = new List<Action>();
                if (choice.Memberships is { } memberships)
                {
                    // A membership's own ids need no look at its ends; a grouping is no category.
                    parts.Add(() =>
                        Kind(
                            "MEMBER_OF",
                            predicates.Of(memberships, Records.Membership, "y"),
                            $"['m', y.id, s.id, y.grouping, y.isMember, {IsCategory("s")}, false, {Dates}]"
                        )
                    );
                }
                if (choice.Partnerships is { } partnerships)
                {
                    parts.Add(() =>
                        Kind(
                            "PARTNER_OF",
                            predicates.Of(partnerships, Records.Partnership, "y"),
                            $"['p', y.id, s.id, t.id, true, {IsCategory("s")}, {IsCategory("t")}, {Dates}]"
                        )
                    );
                }
                if (parts.Count == 0)
                    cypher.Line("RETURN null AS link LIMIT 0");
                for (var part = 0; part < parts.Count; part++)
                {
                    if (part > 0)
                        cypher.Line("UNION ALL");
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
            },
            "link",
            ReadLink
        );

    private static GivenLink ReadLink(IValues values)
    {
        values.StartList();
        var link = new GivenLink(
            values.Text() == "m" ? LinkKind.MEMBERSHIP : LinkKind.PARTNERSHIP,
            values.Text(),
            values.Text(),
            values.Text(),
            values.Flag(),
            values.Flag(),
            values.Flag(),
            values.TextOrNull() is { } from ? PartialDate.Parse(from) : null,
            PeriodShape.Read(values)
        );
        values.End();
        return link;
    }

    /// <summary>The ids of records that fit.</summary>
    internal static Finder<string> Bodies(ComputedRoot question, RecordType type, Filter where) =>
        Finding(
            question,
            (cypher, predicates) =>
            {
                cypher.Line($"MATCH (y:{type.Name})");
                cypher.Line($"WHERE {predicates.Of(where, type, "y")}");
                cypher.Line("RETURN y.id AS id");
            },
            "id",
            values => values.Text()
        );

    /// <summary>The keys by which bodies sort by name, each after its id.</summary>
    internal static Finder<(string Id, string Key)> NameKeys(ComputedRoot question, IReadOnlyCollection<string> ids) =>
        Finding(
            question,
            (cypher, _) =>
            {
                cypher.Line($"UNWIND {cypher.Parameter(Value.Of(ids))} AS id");
                cypher.Line("MATCH (y:Entity {id: id})");
                cypher.Line("RETURN [y.id, y.nameKey] AS key");
            },
            "key",
            values =>
            {
                values.StartList();
                var key = (values.Text(), values.Text());
                values.End();
                return key;
            }
        );

    private static readonly string Dates = $"y.from, {PeriodShape.Values("y")}";

    private static string IsCategory(string x) => $"NOT {x}:Grouping AND NOT {x}.named";

    /// <summary>Whether each id is there that a question takes for granted.</summary>
    internal static Finder<bool> Known(ComputedRoot question, IEnumerable<Reference> references) =>
        Finder<bool>.Of(
            new Plan([question]),
            (cypher, heads) =>
                cypher.Line(
                    $"RETURN [{string.Join(", ", references.Select(reference => $"size({heads.Of(reference)}) > 0"))}] AS found"
                ),
            values => values.Flag()
        );

    private static Finder<T> Finding<T>(
        ComputedRoot question,
        Action<CypherWriter, Predicates> body,
        string value,
        Func<IValues, T> read
    ) =>
        Finder<T>.Of(
            new Plan([question]),
            (cypher, heads) =>
            {
                cypher.Call(heads.Variables, () => body(cypher, new Predicates(cypher, heads)));
                cypher.Line($"RETURN collect({value}) AS found");
            },
            read
        );
}

using System.Collections.Frozen;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>How a relation of the catalogue is kept in the graph.</summary>
/// <param name="Property">The property that names what is at its other end, by id or by ids; null where none does.</param>
internal abstract record Way(string? Property);

/// <summary>A way to one record whose id is kept.</summary>
internal sealed record Named(string Id) : Way(Id);

/// <summary>A way to several records whose ids are kept, in their order.</summary>
internal sealed record NamedAll(string Ids) : Way(Ids);

/// <summary>A way to the same node, seen as a record of another type.</summary>
/// <param name="Label">The label it must have to be one; null where it always is.</param>
internal sealed record Same(string? Label) : Way((string?)null);

/// <summary>A way from a computed row to the node it holds.</summary>
internal sealed record Held(string Value) : Way((string?)null);

/// <summary>A way from a relationship to the node at one end.</summary>
/// <param name="Function">What gives that node: startNode or endNode.</param>
/// <param name="Id">The property that names it too; null where none does.</param>
internal sealed record End(string Function, string? Id) : Way(Id);

/// <summary>A way to the nodes that lead here by relationships of a type, in the order of their properties.</summary>
internal sealed record Leading(string Type, params string[] Order) : Way((string?)null);

/// <summary>A way from a passage to the links that it states: marked ids in `links`, and those of either kind by themselves.</summary>
internal sealed record Stated() : Way((string?)null);

/// <summary>A way to a list that is paged: a pattern from the record <c>x</c> to the listed <c>y</c>.</summary>
/// <param name="Match">The pattern, for the names of x, of y, and of the membership in between where there is one.</param>
/// <param name="Count">How many there are where nothing is filtered, of x; null where the pattern is counted.</param>
/// <param name="Index">The index that gives them in the default order, for the same names; null where they are few and sorted.</param>
internal sealed record Listed(
    Func<string, string, string, string> Match,
    Func<string, string>? Count = null,
    Func<string, string, string, OrderIndex>? Index = null
) : Way((string?)null)
{
    /// <summary>Whether memberships stand in between. One counting membership of a pair carries the keys of the pair: it gives each member, and each grouping, once.</summary>
    public bool IsThrough { get; init; }

    /// <summary>The list of a bound record.</summary>
    public Listing At(string x, string y, CypherWriter cypher)
    {
        var m = IsThrough ? cypher.Variable("m") : "";
        var match = Match(x, y, m);
        return new Listing(
            new ManyWay(match, IsThrough ? $"{m}.memberKey IS NOT NULL" : null),
            Count?.Invoke(x) ?? $"COUNT {{ {match} }}",
            Index?.Invoke(x, y, m)
        );
    }
}

/// <summary>Where a page's records come from.</summary>
/// <param name="Way">The pattern.</param>
/// <param name="Count">How many there are where nothing is filtered.</param>
/// <param name="Index">The index that gives them in the default order; null where they are few and sorted.</param>
internal sealed record Listing(ManyWay Way, string Count, OrderIndex? Index);

/// <summary>How the record at the other end of a to-one relation is reached from a bound one.</summary>
/// <param name="Node">An expression that is the record, or null where it must be matched.</param>
/// <param name="Label">The label a node must have to be the record; null where it always is.</param>
/// <param name="Id">The id that must be matched; null where it is not.</param>
/// <param name="Match">A pattern that matches it as the variable given.</param>
internal sealed record OneWay(string? Node, string? Label, string? Id = null, Func<string, string>? Match = null);

/// <summary>How the records at the other end of a to-many relation are reached from a bound one.</summary>
/// <param name="Match">The pattern, for the variables of the record and of the one at its other end.</param>
/// <param name="Where">What else must hold; null where nothing.</param>
/// <param name="Distinct">Whether the pattern may reach a record twice.</param>
internal sealed record ManyWay(string Match, string? Where = null, bool Distinct = false);

/// <summary>
/// Where the graph keeps each relation of the catalogue: said here once, for loading, reading, filtering, sorting and counting.
/// A relation that has been forgotten ends the program when it starts. Columns need no entry: by its kind, each is a property of its name.
/// </summary>
internal static class Ways
{
    private static readonly FrozenDictionary<Relation, Way> Table = TableOf(All());

    /// <summary>How a relation is kept.</summary>
    public static Way Of(Relation relation) => Table[relation];

    /// <summary>The way to one record from a bound one.</summary>
    public static OneWay One(ToOne relation, string x) =>
        Of(relation) switch
        {
            Same same => new OneWay(x, same.Label),
            Held held => new OneWay($"{x}.{held.Value}", null),
            End end => new OneWay($"{end.Function}({x})", null),
            var named => new OneWay(
                null,
                null,
                $"{x}.{named.Property}",
                y => Kinds.Pattern(relation.Target, y, $"{x}.{named.Property}")
            ),
        };

    /// <summary>Makes the table.</summary>
    /// <exception cref="InvalidOperationException">A relation has no way, or one that does not fit; the message names it.</exception>
    public static FrozenDictionary<Relation, Way> TableOf(IEnumerable<(RecordType Type, string Name, Way Way)> ways)
    {
        var table = new Dictionary<Relation, Way> { [ComputedOrders.Actor] = new Held("actor") };
        foreach (var (type, name, way) in ways)
        {
            var relation =
                type.FieldOf(name) as Relation
                ?? throw new InvalidOperationException($"{type}.{name} is no relation of the catalogue");
            var fits = relation switch
            {
                ToOne => way is Named or Same or End,
                ToList => way is NamedAll or Leading or Stated,
                _ => way is Listed,
            };
            if (!fits || !table.TryAdd(relation, way))
                throw new InvalidOperationException(
                    $"{type}.{name} is a {relation.GetType().Name}, which is not kept as {way}, or is kept twice"
                );
            if (relation is not ToPages { Directed: { } ends })
                continue;
            table.Add(ends.Out, new Listed((x, y, _) => $"({x})-[{y}:PARTNER_OF]->()"));
            table.Add(ends.In, new Listed((x, y, _) => $"({x})<-[{y}:PARTNER_OF]-()"));
        }
        foreach (var type in Records.WithRows)
        {
            var forgotten = type.Fields.OfType<Relation>().FirstOrDefault(relation => !table.ContainsKey(relation));
            if (forgotten is not null)
                throw new InvalidOperationException(
                    $"{type}.{forgotten} has no way: Neo4j's graph does not know where it is kept"
                );
        }
        return table.ToFrozenDictionary();
    }

    /// <summary>Every relation of a record and its way.</summary>
    public static IEnumerable<(RecordType Type, string Name, Way Way)> All() =>
        [
            .. Alike(Records.Actor, "nameForms", "territory", "measures", "denials"),
            // A body that is both has the grouping's kind as `kind`.
            (Records.Actor, "kind", new Named("actorKind")),
            (Records.Actor, "actor", new Same(null)),
            (Records.Actor, "grouping", new Same("Grouping")),
            (
                Records.Actor,
                "memberships",
                new Listed((x, y, _) => $"({x})-[{y}:MEMBER_OF]->()", x => $"COUNT {{ ({x})-[:MEMBER_OF]->() }}")
            ),
            (
                Records.Actor,
                "groupings",
                new Listed((x, y, m) => $"({x})-[{m}:MEMBER_OF]->({y})", x => $"{x}.groupingCount") { IsThrough = true }
            ),
            (Records.Actor, "partnerships", Partnerships),
            .. Alike(Records.Grouping, "nameForms", "kind", "themes", "territory", "measures", "denials"),
            (Records.Grouping, "actor", new Same("Actor")),
            (Records.Grouping, "grouping", new Same(null)),
            (
                Records.Grouping,
                "memberships",
                new Listed(
                    (x, y, _) => $"({x})<-[{y}:MEMBER_OF]-()",
                    x => $"COUNT {{ ({x})<-[:MEMBER_OF]-() }}",
                    (x, y, _) =>
                        new OrderIndex(
                            $"USING INDEX {y}:MEMBER_OF(grouping, startKey, id)",
                            ($"{y}.grouping", $"{x}.id"),
                            $"{y}.startKey",
                            $"{y}.id"
                        )
                )
            ),
            (
                Records.Grouping,
                "members",
                new Listed(
                    (x, y, m) => $"({x})<-[{m}:MEMBER_OF]-({y})",
                    x => $"{x}.memberCount",
                    (x, _, m) =>
                        new OrderIndex(
                            $"USING INDEX {m}:MEMBER_OF(grouping, memberKey, actor)",
                            ($"{m}.grouping", $"{x}.id"),
                            $"{m}.memberKey",
                            $"{m}.actor"
                        )
                )
                {
                    IsThrough = true,
                }
            ),
            (Records.Grouping, "partOf", new Listed((x, y, _) => $"({x})-[:PART_OF]->({y})")),
            (Records.Grouping, "parts", new Listed((x, y, _) => $"({x})<-[:PART_OF]-({y})")),
            (Records.Grouping, "partnerships", Partnerships),
            .. Alike(Records.Membership, "role", "territory"),
            (Records.Membership, "actor", new End("startNode", "actor")),
            (Records.Membership, "grouping", new End("endNode", "grouping")),
            (Records.Membership, "source", new End("startNode", null)),
            (Records.Membership, "target", new End("endNode", null)),
            .. Alike(Records.Partnership, "type", "role", "grouping", "occasion", "themes", "territory"),
            (Records.Partnership, "source", new End("startNode", "source")),
            (Records.Partnership, "target", new End("endNode", "target")),
            .. Alike(Records.Concept, "broader", "broaderConcepts"),
            (Records.Concept, "narrower", new Leading("BROADER", "labelKey", "id")),
            (Records.Concept, "groupings", new Listed((x, y, _) => $"({x})<-[:UNDER_THEME]-({y})")),
            .. Alike(Records.Territory, "within"),
            (Records.Territory, "contains", new Leading("WITHIN", "nameKey", "id")),
            .. Alike(Records.Source, "respondent"),
            (Records.Source, "passages", new Leading("OF_SOURCE", "rank")),
            .. Alike(Records.Passage, "source", "entities", "groupings", "measures", "denials", "nameForms"),
            (Records.Passage, "links", new Stated()),
            .. Alike(Records.NameForm, "entity"),
            .. Alike(Records.Measure, "subject", "concept"),
            .. Alike(Records.Denial, "source", "target", "type"),
        ];

    private static Listed Partnerships => new((x, y, _) => $"({x})-[{y}:PARTNER_OF]-()");

    // Ids under the relation's own name.
    private static IEnumerable<(RecordType Type, string Name, Way Way)> Alike(
        RecordType type,
        params IEnumerable<string> names
    ) => names.Select(name => (type, name, type.FieldOf(name) is ToList ? (Way)new NamedAll(name) : new Named(name)));
}

using System.Runtime.InteropServices;

namespace EcosystemGraph.Core.Graphs;

/// <summary>Evidence read backwards: what each passage names and states.</summary>
public sealed class CitedIn
{
    private readonly BodyRow[][] _entities;
    private readonly LinkRow[][] _links;

    internal CitedIn(ResolvedGraph graph)
    {
        var passages = graph.Passages.Length;
        var entities = new List<BodyRow>[passages];
        var links = new List<LinkRow>[passages];
        for (var passage = 0; passage < passages; passage++)
        {
            entities[passage] = [];
            links[passage] = [];
        }
        for (var entity = 0; entity < graph.Groupings.Length + graph.Actors.Length && passages > 0; entity++)
        {
            foreach (var item in graph.Bodies.NameEvidenceOf(new BodyRow(entity)))
                entities[item.Passage].Add(new BodyRow(entity));
        }
        for (var membership = 0; membership < graph.Memberships.Length && passages > 0; membership++)
        {
            foreach (var item in graph.Citations.Memberships.Of(membership))
                links[item.Passage].Add(Links.OfMembership(membership));
        }
        for (var partnership = 0; partnership < graph.Partnerships.Length && passages > 0; partnership++)
        {
            foreach (var item in graph.Citations.Partnerships.Of(partnership))
                links[item.Passage].Add(graph.Links.OfPartnership(partnership));
        }
        _entities = Array.ConvertAll(entities, list => EntitiesInOrder(graph, list));
        _links = Array.ConvertAll(links, list => Links.InOrder(graph, list));
        Groupings = Of(passages, graph.Groupings.Length, graph.Citations.Groupings);
        Measures = Of(passages, graph.Measures.Length, graph.Citations.Measures);
        Denials = Of(passages, graph.Denials.Length, graph.Citations.Denials);
        NameForms = Of(passages, graph.NameForms.Count, graph.NameForms.Evidence);
    }

    /// <summary>The groupings whose rows cite each passage.</summary>
    public Adjacency Groupings { get; }

    /// <summary>The numbers that each passage gives.</summary>
    public Adjacency Measures { get; }

    /// <summary>What each passage denies.</summary>
    public Adjacency Denials { get; }

    /// <summary>The forms of names that stand in each passage.</summary>
    public Adjacency NameForms { get; }

    /// <summary>The bodies each passage names, by folded name, then id.</summary>
    public ReadOnlySpan<BodyRow> EntitiesOf(int passage) => _entities[passage];

    /// <summary>The links each passage states, in the links' order.</summary>
    public ReadOnlySpan<LinkRow> LinksOf(int passage) => _links[passage];

    private static Adjacency Of(int passages, int rows, EvidenceLists evidence)
    {
        var (from, to) = (new List<int>(), new List<int>());
        for (var row = 0; row < rows; row++)
        {
            foreach (var item in evidence.Of(row))
            {
                from.Add(item.Passage);
                to.Add(row);
            }
        }
        return Adjacency.Of(passages, CollectionsMarshal.AsSpan(from), CollectionsMarshal.AsSpan(to));
    }

    private static BodyRow[] EntitiesInOrder(ResolvedGraph graph, IEnumerable<BodyRow> entities)
    {
        return
        [
            .. entities
                .Distinct()
                .OrderBy(graph.EntityKey, StringComparer.Ordinal)
                .ThenBy(graph.EntityId, StringComparer.Ordinal),
        ];
    }
}

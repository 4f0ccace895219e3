using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>All bodies and links of a graph as one network, kept for questions about chains: each only says what it may go through.</summary>
internal sealed class WholeNetwork
{
    private readonly ResolvedGraph _graph;
    private readonly Network _network;

    // The link of each number of the network, and the body of each: which of several links is named first is their order.
    private readonly LinkRow[] _links;
    private readonly BodyRow[] _bodies;

    public WholeNetwork(ResolvedGraph graph)
    {
        _graph = graph;
        var ids = graph.BodiesById.Select(body => body.Id).ToArray();
        var memberships = Enumerable
            .Range(0, graph.Memberships.Length)
            .OrderBy(row => graph.Memberships[row].Id, StringComparer.Ordinal);
        var partnerships = Enumerable
            .Range(0, graph.Partnerships.Length)
            .OrderBy(row => graph.Partnerships[row].Id, StringComparer.Ordinal);
        _links = [.. memberships.Select(Links.OfMembership), .. partnerships.Select(graph.Links.OfPartnership)];
        _bodies = Array.ConvertAll(ids, graph.FindEntity);
        var place = new int[_bodies.Length == 0 ? 0 : _bodies.Max(body => body.Number) + 1];
        for (var at = 0; at < _bodies.Length; at++)
            place[_bodies[at].Number] = at;
        var builder = new NetworkBuilder(ids);
        foreach (var link in _links)
        {
            var row = graph.Links.Row(link);
            var (source, target) = graph.Links.IsMembership(link)
                ? (
                    graph.EntityOfActor(graph.Links.MembershipActor[row]),
                    EntityRefs.OfGrouping(graph.Links.MembershipGrouping[row])
                )
                : (graph.Links.PartnershipSource[row], graph.Links.PartnershipTarget[row]);
            builder.Add(place[source.Number], place[target.Number]);
        }
        _network = builder.Build();
    }

    public IReadOnlyList<FoundPath> Paths(PathsRoot question, CancellationToken cancellation)
    {
        var rules = new PathRules
        {
            Bridge = question.IncludeCategories ? null : node => !GraphLinks.IsCategory(_graph, _bodies[node]),
            Link = LinkTest(question.Links),
        };
        return
        [
            .. ShortestPaths
                .Between(
                    _network,
                    _network.IndexOf(question.From),
                    _network.IndexOf(question.To),
                    question.MaxLength,
                    question.First,
                    rules,
                    cancellation
                )
                .Select(path => new FoundPath(
                    [.. path.Nodes.Select(node => _network.Ids[node])],
                    [.. path.Links.Select(link => KeyOf(_links[link]))]
                )),
        ];
    }

    private string KeyOf(LinkRow link) =>
        _graph.Links.IsMembership(link)
            ? GivenLink.KeyOf(Model.LinkKind.MEMBERSHIP, _graph.Memberships[_graph.Links.Row(link)].Id)
            : GivenLink.KeyOf(Model.LinkKind.PARTNERSHIP, _graph.Partnerships[_graph.Links.Row(link)].Id);

    // Null where every link counts: then none is looked at.
    private Func<int, bool>? LinkTest(LinkChoice choice)
    {
        if (choice is { Memberships: Conjunction { Parts: [] }, Partnerships: Conjunction { Parts: [] } })
            return null;
        var isMembership = choice.Memberships is null ? _ => false : Matcher.Of(_graph, choice.Memberships);
        var isPartnership = choice.Partnerships is null ? _ => false : Matcher.Of(_graph, choice.Partnerships);
        return number =>
        {
            var link = _links[number];
            var row = _graph.Links.Row(link);
            return _graph.Links.IsMembership(link) ? isMembership(row) : isPartnership(row);
        };
    }
}

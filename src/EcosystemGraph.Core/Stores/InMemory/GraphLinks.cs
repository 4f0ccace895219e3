using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>Gives the links of a graph to questions about chains and networks.</summary>
internal sealed class GraphLinks(ResolvedGraph graph, Lazy<WholeNetwork> whole) : ILinkSource
{
    public ValueTask<IReadOnlyList<QuestionLink>> LinksAsync(
        LinkChoice choice,
        IReadOnlyCollection<string>? at,
        CancellationToken cancellation
    )
    {
        var rows = at is null ? Enumerable.Range(0, graph.Memberships.Length + graph.Partnerships.Length) : RowsAt(at);
        var isMembership = choice.Memberships is null ? _ => false : Matcher.Of(graph, choice.Memberships);
        var isPartnership = choice.Partnerships is null ? _ => false : Matcher.Of(graph, choice.Partnerships);
        var links = new List<QuestionLink>();
        foreach (var link in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var row = graph.Links.Row(link);
            if (graph.Links.IsMembership(link) ? isMembership(row) : isPartnership(row))
                links.Add(Of(graph, link));
        }
        return ValueTask.FromResult<IReadOnlyList<QuestionLink>>(links);
    }

    private HashSet<int> RowsAt(IReadOnlyCollection<string> bodies)
    {
        var rows = new HashSet<int>();
        foreach (var id in bodies)
        {
            if (graph.FindEntity(id) is not (not ResolvedGraph.None and var entity))
                continue;
            if (graph.Entities.IsGrouping(entity))
            {
                foreach (var row in graph.Links.MembershipsOfGrouping.Of(entity))
                    rows.Add(row);
            }
            if (graph.ActorOf(entity) is not ResolvedGraph.None and var actor)
            {
                foreach (var row in graph.Links.MembershipsOfActor.Of(actor))
                    rows.Add(row);
            }
            foreach (var row in graph.Links.Partnerships.Of(entity))
                rows.Add(graph.Links.OfPartnership(row));
        }
        return rows;
    }

    public ValueTask<IReadOnlyList<string>> BodiesAsync(RecordType type, Filter where, CancellationToken cancellation)
    {
        var fits = Matcher.Of(graph, where);
        var ids = new List<string>();
        if (type == Records.Actor)
        {
            for (var row = 0; row < graph.Actors.Length; row++)
                if (fits(row))
                    ids.Add(graph.Actors[row].Id);
        }
        else
        {
            for (var row = 0; row < graph.Groupings.Length; row++)
                if (fits(row))
                    ids.Add(graph.Groupings[row].Id);
            for (var row = 0; type == Records.Entity && row < graph.Actors.Length; row++)
            {
                if (graph.GroupingOfActor[row] == ResolvedGraph.None && fits(graph.Entities.OfActor(row)))
                    ids.Add(graph.Actors[row].Id);
            }
        }
        return ValueTask.FromResult<IReadOnlyList<string>>(ids);
    }

    public ValueTask<IReadOnlyDictionary<string, string>> NameKeysAsync(
        IReadOnlyCollection<string> ids,
        CancellationToken cancellation
    )
    {
        var keys = new Dictionary<string, string>(ids.Count, StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (graph.FindEntity(id) is not ResolvedGraph.None and var entity)
                keys.Add(id, KeyOf(entity));
        }
        return ValueTask.FromResult<IReadOnlyDictionary<string, string>>(keys);
    }

    private string KeyOf(int entity) =>
        graph.Entities.IsGrouping(entity) ? graph.GroupingKeys[entity] : graph.ActorKeys[graph.Entities.Row(entity)];

    public ValueTask<IExtractRecords> RecordsAsync(
        IReadOnlyCollection<string> bodies,
        IReadOnlyCollection<string> links,
        CancellationToken cancellation
    ) => ValueTask.FromResult<IExtractRecords>(new GraphRecords(graph));

    public ValueTask<IReadOnlyDictionary<(RecordType Type, string Id), MultilingualText>> LabelsAsync(
        IReadOnlyCollection<(RecordType Type, string Id)> records,
        CancellationToken cancellation
    )
    {
        var labels = new Dictionary<(RecordType, string), MultilingualText>();
        foreach (var (type, id) in records)
        {
            if (!type.IsFound || type.Find(graph, id) is not (not ResolvedGraph.None and var row))
                continue;
            var label = type.Label switch
            {
                MultilingualColumn text => text.Read(graph, row),
                TextColumn text => MultilingualText.Same(text.Read(graph, row)),
                _ => default,
            };
            if (label != default)
                labels.Add((type, id), label);
        }
        return ValueTask.FromResult<IReadOnlyDictionary<(RecordType Type, string Id), MultilingualText>>(labels);
    }

    public ValueTask<IReadOnlyList<QuestionPath>> PathsAsync(PathsRoot question, CancellationToken cancellation) =>
        ValueTask.FromResult(
            IsThere(question.From) && IsThere(question.To) ? whole.Value.Paths(question, cancellation) : []
        );

    private bool IsThere(string body) => graph.FindEntity(body) != ResolvedGraph.None;

    /// <summary>A link of the graph, by its number.</summary>
    public static QuestionLink Of(ResolvedGraph graph, int link)
    {
        var row = graph.Links.Row(link);
        if (graph.Links.IsMembership(link))
        {
            var membership = graph.Memberships[row];
            return new QuestionLink(
                LinkKind.MEMBERSHIP,
                membership.Id,
                membership.Actor,
                membership.Grouping,
                graph.Links.MembershipCounts[row],
                IsCategory(graph, graph.EntityOfActor(graph.Links.MembershipActor[row])),
                false,
                membership.From,
                graph.Citations.MembershipPeriods[row]
            );
        }
        var partnership = graph.Partnerships[row];
        return new QuestionLink(
            LinkKind.PARTNERSHIP,
            partnership.Id,
            partnership.Source,
            partnership.Target,
            true,
            IsCategory(graph, graph.Links.PartnershipSource[row]),
            IsCategory(graph, graph.Links.PartnershipTarget[row]),
            partnership.From,
            graph.Citations.PartnershipPeriods[row]
        );
    }

    /// <summary>Whether a body is one that no source names; a grouping never is.</summary>
    public static bool IsCategory(ResolvedGraph graph, int entity) =>
        !graph.Entities.IsGrouping(entity) && !graph.Actors[graph.Entities.Row(entity)].Named;
}

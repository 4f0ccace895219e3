using System.Collections.Immutable;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Questions;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>Bodies and links of a graph as figures and files show them, read from its rows when they are asked for.</summary>
internal sealed class GraphRecords(ResolvedGraph graph) : IExtractRecords
{
    public ExtractDataset Dataset { get; } =
        new(
            graph.Data.Title,
            graph.Data.Version,
            graph.Data.Sha256,
            [
                .. graph.Sources.Select(source => new ExtractSource(
                    source.Id,
                    source.Title,
                    source.Publisher,
                    source.Date
                )),
            ]
        );

    public ExtractBody Body(string id)
    {
        var entity = graph.FindEntity(id);
        var actor = graph.ActorOf(entity);
        if (!graph.Entities.IsGrouping(entity))
        {
            var row = graph.Actors[actor];
            return ExtractBody.Of(row, Term(graph.ConceptRow(row.Kind)), Place(graph.Places.OfActor[actor]));
        }
        var grouping = graph.Groupings[entity];
        return ExtractBody.Of(
            grouping,
            actor == ResolvedGraph.None ? null : graph.Actors[actor],
            Term(graph.ConceptRow(grouping.Kind)),
            Place(graph.Places.OfGrouping[entity])
        );
    }

    public ExtractLink Link(string key)
    {
        if (QuestionLink.KindOf(key) == LinkKind.MEMBERSHIP)
        {
            var row = graph.FindMembership(QuestionLink.IdOf(key));
            var membership = graph.Memberships[row];
            return new ExtractLink(
                membership.Id,
                true,
                End(graph.EntityOfActor(graph.Links.MembershipActor[row])),
                End(graph.Links.MembershipGrouping[row]),
                Term(graph.Links.MembershipRole[row]),
                false,
                graph.Links.MembershipCounts[row],
                membership.From,
                membership.To,
                graph.Citations.MembershipPeriods[row],
                membership.Status,
                membership.Confidence,
                membership.Regularity,
                [],
                membership.Note.Filled(),
                Evidence(graph.Citations.Memberships.Of(row)),
                null,
                membership.Openness
            );
        }
        var at = graph.FindPartnership(QuestionLink.IdOf(key));
        var partnership = graph.Partnerships[at];
        var type = graph.Links.PartnershipType[at];
        return new ExtractLink(
            partnership.Id,
            false,
            End(graph.Links.PartnershipSource[at]),
            End(graph.Links.PartnershipTarget[at]),
            Term(type),
            !graph.Concepts[type].Mutual,
            true,
            partnership.From,
            partnership.To,
            graph.Citations.PartnershipPeriods[at],
            partnership.Status,
            partnership.Confidence,
            partnership.Regularity,
            [.. graph.Links.PartnershipThemes.Of(at).ToArray().Select(Term)],
            partnership.Note.Filled(),
            Evidence(graph.Citations.Partnerships.Of(at)),
            null,
            partnership.Openness,
            TermOrNull(graph.Links.PartnershipRole[at]),
            TermOrNull(graph.Links.PartnershipOccasion[at])
        );
    }

    private ExtractEnd End(int entity) => new(graph.EntityId(entity), graph.EntityName(entity));

    private ExtractTerm Term(int concept)
    {
        var row = graph.Concepts[concept];
        return new ExtractTerm(row.Id, row.Label.IsEmpty ? MultilingualText.Same(row.Id) : row.Label.Filled());
    }

    private ExtractTerm? TermOrNull(int concept) => concept == ResolvedGraph.None ? null : Term(concept);

    private ExtractTerm? Place(int territory)
    {
        if (territory == ResolvedGraph.None)
            return null;
        var row = graph.Territories[territory];
        return new ExtractTerm(row.Id, MultilingualText.Same(row.Name));
    }

    private ImmutableArray<ExtractEvidence> Evidence(ReadOnlySpan<EvidenceItem> items)
    {
        var evidence = ImmutableArray.CreateBuilder<ExtractEvidence>(items.Length);
        foreach (var item in items)
        {
            var passage = graph.Passages[item.Passage];
            evidence.Add(new ExtractEvidence(passage.Id, passage.Source, passage.Locator, item.Mention));
        }
        return evidence.MoveToImmutable();
    }
}

using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Findings;

/// <summary>Names the subjects of findings to people: a body by its name, a link by its ends and type, a passage by its place.</summary>
internal sealed class Subjects(ResolvedGraph graph)
{
    /// <summary>The subject in one language; its id where it is none of these.</summary>
    public string Name(string id, Language language)
    {
        if (graph.FindEntity(id) is { IsNone: false } entity)
            return Quoted(graph.EntityName(entity), language);
        if (graph.FindMembership(id) is not ResolvedGraph.None and var membership)
        {
            return Link(
                graph.EntityOfActor(graph.Links.MembershipActor[membership]),
                EntityRefs.OfGrouping(graph.Links.MembershipGrouping[membership]),
                graph.Links.MembershipRole[membership],
                language
            );
        }
        if (graph.FindPartnership(id) is not ResolvedGraph.None and var partnership)
        {
            return Link(
                graph.Links.PartnershipSource[partnership],
                graph.Links.PartnershipTarget[partnership],
                graph.Links.PartnershipType[partnership],
                language
            );
        }
        if (graph.FindPassage(id) is not ResolvedGraph.None and var passage)
        {
            var row = graph.Passages[passage];
            var title = Quoted(graph.Sources[graph.FindSource(row.Source)].Title, language);
            return FindingTexts.In(language).Passage.With(("title", title), ("locator", row.Locator));
        }
        return id;
    }

    private string Link(BodyRow source, BodyRow target, int type, Language language)
    {
        var concept = graph.Concepts[type];
        return $"{Quoted(graph.EntityName(source), language)} → {Quoted(graph.EntityName(target), language)} ({concept.Label.In(language) ?? concept.Id})";
    }

    private static string Quoted(string name, Language language) => Typography.In(language).Quoted(name);
}

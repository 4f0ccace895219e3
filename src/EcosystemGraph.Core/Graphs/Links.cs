using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Graphs;

/// <summary>Memberships and partnerships from both their ends, and the lists that follow from them.</summary>
/// <remarks>
/// In one range of numbers, as links, memberships come first and partnerships after them (<see cref="LinkRow"/>).
/// </remarks>
public sealed class Links
{
    private readonly int _memberships;

    internal Links(ResolvedGraph graph)
    {
        _memberships = graph.Memberships.Length;
        MembershipActor = Array.ConvertAll(graph.Memberships, m => Found(graph.FindActor(m.Actor), m.Actor));
        MembershipGrouping = Array.ConvertAll(
            graph.Memberships,
            m => Found(graph.FindGrouping(m.Grouping), m.Grouping)
        );
        MembershipRole = Array.ConvertAll(graph.Memberships, m => graph.ConceptRow(m.Role));
        MembershipTerritory = Array.ConvertAll(graph.Memberships, m => graph.TerritoryRow(m.Territory));
        MembershipCounts = Array.ConvertAll(MembershipRole, graph.Vocabulary.Counts);
        MembershipStatus = Array.ConvertAll(graph.Memberships, m => m.Status);
        MembershipConfidence = Array.ConvertAll(graph.Memberships, m => m.Confidence);
        PartnershipSource = Array.ConvertAll(graph.Partnerships, p => graph.EntityRow(p.Source));
        PartnershipTarget = Array.ConvertAll(graph.Partnerships, p => graph.EntityRow(p.Target));
        PartnershipType = Array.ConvertAll(graph.Partnerships, p => graph.ConceptRow(p.Type));
        PartnershipRole = Array.ConvertAll(
            graph.Partnerships,
            p => p.Role is null ? ResolvedGraph.None : graph.ConceptRow(p.Role)
        );
        PartnershipOccasion = Array.ConvertAll(
            graph.Partnerships,
            p => p.Occasion is null ? ResolvedGraph.None : graph.ConceptRow(p.Occasion)
        );
        PartnershipTerritory = Array.ConvertAll(graph.Partnerships, p => graph.TerritoryRow(p.Territory));
        PartnershipRegularity = Array.ConvertAll(graph.Partnerships, p => p.Regularity);
        PartnershipStatus = Array.ConvertAll(graph.Partnerships, p => p.Status);
        PartnershipConfidence = Array.ConvertAll(graph.Partnerships, p => p.Confidence);
        PartnershipGrouping = Array.ConvertAll(
            graph.Partnerships,
            p => p.Grouping is null ? ResolvedGraph.None : Found(graph.FindGrouping(p.Grouping), p.Grouping)
        );

        var rows = Enumerable.Range(0, _memberships).ToArray();
        var counting = Array.FindAll(rows, m => MembershipCounts[m]);
        var countingActor = Array.ConvertAll(counting, m => MembershipActor[m]);
        var countingGrouping = Array.ConvertAll(counting, m => MembershipGrouping[m]);
        MembershipsOfActor = Adjacency.Of(graph.Actors.Length, MembershipActor, rows);
        MembershipsOfGrouping = Adjacency.Of(graph.Groupings.Length, MembershipGrouping, rows);
        GroupingsOfActor = Adjacency.Of(graph.Actors.Length, countingActor, countingGrouping);
        MembersOfGrouping = Adjacency.Of(graph.Groupings.Length, countingGrouping, countingActor);

        var partnerships = Enumerable.Range(0, graph.Partnerships.Length).ToArray();
        var bodies = graph.Groupings.Length + graph.Actors.Length;
        PartnershipsOut = new BodyLists(bodies, PartnershipSource, partnerships);
        PartnershipsIn = new BodyLists(bodies, PartnershipTarget, partnerships);
        Partnerships = new BodyLists(
            bodies,
            [.. PartnershipSource, .. PartnershipTarget],
            [.. partnerships, .. partnerships]
        );

        GroupingThemes = Adjacency.Of(Array.ConvertAll(graph.Groupings, g => g.Themes.Select(graph.ConceptRow)));
        PartnershipThemes = Adjacency.Of(Array.ConvertAll(graph.Partnerships, p => p.Themes.Select(graph.ConceptRow)));
        GroupingsOfTheme = Adjacency.Of(ByTheme(graph));
        PartOf = Adjacency.Of(
            Array.ConvertAll(graph.Groupings, g => g.PartOf.Select(id => Found(graph.FindGrouping(id), id)))
        );
        var parts = new List<int>[graph.Groupings.Length];
        for (var grouping = 0; grouping < parts.Length; grouping++)
            parts[grouping] = [];
        for (var grouping = 0; grouping < parts.Length; grouping++)
        {
            foreach (var whole in PartOf.Of(grouping))
                parts[whole].Add(grouping);
        }
        Parts = Adjacency.Of(parts);
    }

    /// <summary>For each membership its actor.</summary>
    public int[] MembershipActor { get; }

    /// <summary>For each membership its grouping.</summary>
    public int[] MembershipGrouping { get; }

    /// <summary>For each membership its role.</summary>
    public int[] MembershipRole { get; }

    /// <summary>For each membership its territory, or <see cref="ResolvedGraph.None"/>.</summary>
    public int[] MembershipTerritory { get; }

    /// <summary>For each membership whether its role makes a member.</summary>
    public bool[] MembershipCounts { get; }

    /// <summary>For each membership whether it holds, as its source puts it.</summary>
    public Status[] MembershipStatus { get; }

    /// <summary>For each membership how sure it is.</summary>
    public Confidence[] MembershipConfidence { get; }

    /// <summary>For each partnership the body that acts.</summary>
    public BodyRow[] PartnershipSource { get; }

    /// <summary>For each partnership the body at its other end.</summary>
    public BodyRow[] PartnershipTarget { get; }

    /// <summary>For each partnership its type.</summary>
    public int[] PartnershipType { get; }

    /// <summary>For each partnership in what capacity its source acts, or <see cref="ResolvedGraph.None"/>.</summary>
    public int[] PartnershipRole { get; }

    /// <summary>For each partnership the event at which it takes place, or <see cref="ResolvedGraph.None"/>.</summary>
    public int[] PartnershipOccasion { get; }

    /// <summary>For each partnership its territory, or <see cref="ResolvedGraph.None"/>.</summary>
    public int[] PartnershipTerritory { get; }

    /// <summary>For each partnership how regularly the two work together.</summary>
    public Regularity[] PartnershipRegularity { get; }

    /// <summary>For each partnership whether it holds, as its source puts it.</summary>
    public Status[] PartnershipStatus { get; }

    /// <summary>For each partnership how sure it is.</summary>
    public Confidence[] PartnershipConfidence { get; }

    /// <summary>For each partnership the grouping in which it takes place, or <see cref="ResolvedGraph.None"/>.</summary>
    public int[] PartnershipGrouping { get; }

    /// <summary>All memberships of each actor.</summary>
    public Adjacency MembershipsOfActor { get; }

    /// <summary>All memberships of each grouping.</summary>
    public Adjacency MembershipsOfGrouping { get; }

    /// <summary>The groupings each actor is a member of, by memberships that count.</summary>
    public Adjacency GroupingsOfActor { get; }

    /// <summary>The members of each grouping, by memberships that count.</summary>
    public Adjacency MembersOfGrouping { get; }

    /// <summary>The partnerships of each body, at either end.</summary>
    public BodyLists Partnerships { get; }

    /// <summary>The partnerships in which each body acts.</summary>
    public BodyLists PartnershipsOut { get; }

    /// <summary>The partnerships at whose other end each body is.</summary>
    public BodyLists PartnershipsIn { get; }

    /// <summary>The themes of each grouping.</summary>
    public Adjacency GroupingThemes { get; }

    /// <summary>The themes of each partnership.</summary>
    public Adjacency PartnershipThemes { get; }

    /// <summary>The groupings on each theme or a narrower one.</summary>
    public Adjacency GroupingsOfTheme { get; }

    /// <summary>The groupings that each grouping is part of.</summary>
    public Adjacency PartOf { get; }

    /// <summary>The groupings that are part of each grouping.</summary>
    public Adjacency Parts { get; }

    /// <summary>How many there are of both kinds.</summary>
    public int Count => MembershipActor.Length + PartnershipSource.Length;

    /// <summary>The link that a membership is.</summary>
    public static LinkRow OfMembership(int membership) => new(membership);

    /// <summary>The link that a partnership is.</summary>
    public LinkRow OfPartnership(int partnership) => new(_memberships + partnership);

    /// <summary>Whether a link is a membership.</summary>
    public bool IsMembership(LinkRow link) => link.Number < _memberships;

    /// <summary>The row of the membership or partnership that a link is.</summary>
    public int Row(LinkRow link) => IsMembership(link) ? link.Number : link.Number - _memberships;

    /// <summary>Links of both kinds in their order: by start (unknown last), memberships first, then id.</summary>
    public static LinkRow[] InOrder(ResolvedGraph graph, IEnumerable<LinkRow> links)
    {
        var ordered = links.Distinct().ToArray();
        Array.Sort(
            ordered,
            (a, b) =>
            {
                var byStart = CompareStarts(From(graph, a), From(graph, b));
                return byStart != 0 ? byStart : a.Number.CompareTo(b.Number);
            }
        );
        return ordered;
    }

    private static Dates.PartialDate? From(ResolvedGraph graph, LinkRow link) =>
        graph.Links.IsMembership(link)
            ? graph.Memberships[graph.Links.Row(link)].From
            : graph.Partnerships[graph.Links.Row(link)].From;

    private static int CompareStarts(Dates.PartialDate? a, Dates.PartialDate? b)
    {
        if (a is { } left && b is { } right)
            return left.CompareTo(right);
        return (a is null).CompareTo(b is null);
    }

    // A theme's groupings are those on it and on every narrower one: each grouping counts for all themes above its own.
    private List<int>[] ByTheme(ResolvedGraph graph)
    {
        var lists = new List<int>[graph.Concepts.Length];
        for (var concept = 0; concept < lists.Length; concept++)
            lists[concept] = [];
        for (var grouping = 0; grouping < graph.Groupings.Length; grouping++)
        {
            foreach (var theme in graph.Vocabulary.AtOrAbove(GroupingThemes.Of(grouping)))
                lists[theme].Add(grouping);
        }
        return lists;
    }

    private static int Found(int row, string id) =>
        row != ResolvedGraph.None ? row : throw new KeyNotFoundException($"no row has the id '{id}'");
}

using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>A body that accompanies a theme, and by which links.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Groupings">The groupings on the theme, in their order.</param>
/// <param name="Partnerships">The partnerships, in their order.</param>
/// <param name="Memberships">Its memberships in those groupings.</param>
internal sealed record CoAccompanierRow(int Actor, int[] Groupings, int[] Partnerships, int[] Memberships)
{
    public int SharedCount => Groupings.Length + Partnerships.Length;

    /// <summary>As sure as the surest of its links.</summary>
    public Confidence Confidence(ResolvedGraph graph) =>
        Memberships
            .Select(row => graph.Memberships[row].Confidence)
            .Concat(Partnerships.Select(row => graph.Partnerships[row].Confidence))
            .Min();
}

/// <summary>Finds who accompanies a theme (semantics: Questions).</summary>
internal sealed class CoAccompaniers
{
    private readonly ResolvedGraph _graph;
    private readonly CoAccompaniersRoot _question;
    private readonly int _with;
    private readonly BodyRow _withEntity;
    private readonly SortedDictionary<int, Found> _found = [];

    private CoAccompaniers(ResolvedGraph graph, CoAccompaniersRoot question)
    {
        _graph = graph;
        _question = question;
        _withEntity = question.With is { } id ? graph.FindEntity(id) : BodyRow.None;
        _with = question.With is null ? ResolvedGraph.None : graph.ActorOf(_withEntity);
    }

    /// <summary>The accompaniers, in their order: what is shared, most first, then folded name, then id.</summary>
    public static CoAccompanierRow[] Find(ResolvedGraph graph, CoAccompaniersRoot question)
    {
        var search = new CoAccompaniers(graph, question);
        foreach (var grouping in graph.Links.GroupingsOfTheme.Of(graph.FindConcept(question.Theme)))
            search.Visit(grouping);
        search.VisitPartnerships();
        return
        [
            .. search
                ._found.Select(f => new CoAccompanierRow(
                    f.Key,
                    [.. f.Value.Groupings],
                    [.. f.Value.Partnerships],
                    [.. f.Value.Memberships]
                ))
                .OrderByDescending(row => row.SharedCount)
                .ThenBy(row => row.Actor),
        ];
    }

    private void Visit(int grouping)
    {
        var links = _graph.Links;
        var counting = new List<int>();
        foreach (var membership in links.MembershipsOfGrouping.Of(grouping))
        {
            if (links.MembershipCounts[membership] && Fits(_graph.Citations.MembershipPeriods[membership]))
                counting.Add(membership);
        }
        var own = counting.Where(m => links.MembershipActor[m] == _with).ToArray();
        foreach (var membership in counting)
        {
            var actor = links.MembershipActor[membership];
            if (!MayBeListed(actor))
                continue;
            if (_question.With is not null && !Array.Exists(own, m => Overlap(m, membership)))
                continue;
            var found = Of(actor);
            found.Groupings.Add(grouping);
            found.Memberships.Add(membership);
        }
    }

    private void VisitPartnerships()
    {
        var links = _graph.Links;
        var themes = _graph.Vocabulary.Under(_graph.FindConcept(_question.Theme));
        var types = _graph.Vocabulary.Under(_graph.FindConcept(BuiltInConcepts.Accompanies));
        for (var partnership = 0; partnership < _graph.Partnerships.Length; partnership++)
        {
            if (!types[links.PartnershipType[partnership]] || !IsOn(partnership, themes))
                continue;
            if (!Fits(_graph.Citations.PartnershipPeriods[partnership]))
                continue;
            var (source, target) = (links.PartnershipSource[partnership], links.PartnershipTarget[partnership]);
            Accompanies(source, target, partnership);
            if (_graph.Concepts[links.PartnershipType[partnership]].Mutual)
                Accompanies(target, source, partnership);
        }
    }

    private void Accompanies(BodyRow entity, BodyRow other, int partnership)
    {
        var actor = _graph.ActorOf(entity);
        if (actor == ResolvedGraph.None || !MayBeListed(actor))
            return;
        if (_question.With is not null && other != _withEntity)
            return;
        Of(actor).Partnerships.Add(partnership);
    }

    private bool MayBeListed(int actor) =>
        (_graph.Actors[actor].Named || _question.IncludeCategories)
        && (_question.With is null || _graph.EntityOfActor(actor) != _withEntity);

    private bool Fits(Period period) => _question.ActiveAt is not { } at || Matcher.IsActive(period, at);

    private bool Overlap(int membership, int other) =>
        _graph.Citations.MembershipPeriods[membership].Overlap(_graph.Citations.MembershipPeriods[other])
        != Activity.NO;

    private bool IsOn(int partnership, bool[] themes)
    {
        foreach (var theme in _graph.Links.PartnershipThemes.Of(partnership))
        {
            if (themes[theme])
                return true;
        }
        return false;
    }

    private Found Of(int actor)
    {
        if (!_found.TryGetValue(actor, out var found))
            _found.Add(actor, found = new Found());
        return found;
    }

    private sealed class Found
    {
        public SortedSet<int> Groupings { get; } = [];

        public SortedSet<int> Partnerships { get; } = [];

        public SortedSet<int> Memberships { get; } = [];
    }
}

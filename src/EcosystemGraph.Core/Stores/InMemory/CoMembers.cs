using System.Buffers;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Stores.InMemory;

/// <summary>An actor with whom another shares groupings.</summary>
/// <param name="Actor">Who.</param>
/// <param name="SharedCount">How many they share.</param>
internal readonly record struct CoMemberRow(int Actor, int SharedCount);

/// <summary>Finds with whom an actor shares groupings (semantics: Questions).</summary>
internal sealed class CoMembers(ResolvedGraph graph, int self, SelectedCoMembers question)
{
    private readonly Links _links = graph.Links;
    private readonly RowOrder _actors = new(graph, Catalog.Records.Actor, question.Pages.Order);

    /// <summary>All of them, in the order asked for.</summary>
    public CoMemberRow[] Find()
    {
        var fits = question.Pages.Where is { } where ? Matcher.Of(graph, where) : null;
        var rows = new List<CoMemberRow>();
        foreach (var row in Counted())
        {
            if (row.SharedCount < question.MinShared)
                continue;
            if (!graph.Actors[row.Actor].Named && !question.IncludeCategories)
                continue;
            if (fits is null || fits(row.Actor))
                rows.Add(row);
        }
        // A row's number is its rank by folded name and id.
        if (question.Pages.Order.IsDefault)
        {
            rows.Sort(
                (a, b) =>
                    a.SharedCount != b.SharedCount ? b.SharedCount.CompareTo(a.SharedCount) : a.Actor.CompareTo(b.Actor)
            );
            return [.. rows];
        }
        var placed = rows.ConvertAll(row => (Row: row, Place: PlaceOf(row)));
        placed.Sort((a, b) => a.Place.CompareTo(b.Place, question.Pages.Order));
        return [.. placed.Select(each => each.Row)];
    }

    /// <summary>The groupings that it shares with another, in their order.</summary>
    public int[] SharedWith(int other)
    {
        var shared = new SortedSet<int>();
        foreach (var own in _links.MembershipsOfActor.Of(self))
        {
            if (!Counts(own))
                continue;
            foreach (var membership in _links.MembershipsOfActor.Of(other))
            {
                if (
                    _links.MembershipGrouping[membership] == _links.MembershipGrouping[own]
                    && Counts(membership)
                    && AtOnce(own, membership)
                )
                    shared.Add(_links.MembershipGrouping[own]);
            }
        }
        return [.. shared];
    }

    /// <summary>Where a row stands.</summary>
    public Cursor PlaceOf(CoMemberRow row) =>
        new([.. question.Pages.Order.Keys.Select(key => KeyOf(key, row))], graph.Actors[row.Actor].Id);

    private KeyValue KeyOf(SortKey key, CoMemberRow row) =>
        key.Hop is null ? KeyValue.Of(row.SharedCount) : _actors.KeyOf(key.Column, row.Actor);

    // Each other member of each of its groupings; a grouping counts once, however many memberships two have in it.
    private List<CoMemberRow> Counted()
    {
        var counts = ArrayPool<int>.Shared.Rent(graph.Actors.Length);
        var counted = ArrayPool<int>.Shared.Rent(graph.Actors.Length);
        counts.AsSpan(0, graph.Actors.Length).Clear();
        var met = new List<int>();
        var own = new List<int>();
        foreach (var grouping in _links.GroupingsOfActor.Of(self))
        {
            own.Clear();
            foreach (var membership in _links.MembershipsOfActor.Of(self))
            {
                if (_links.MembershipGrouping[membership] == grouping && Counts(membership))
                    own.Add(membership);
            }
            if (own.Count == 0)
                continue;
            foreach (var membership in _links.MembershipsOfGrouping.Of(grouping))
            {
                var actor = _links.MembershipActor[membership];
                if (actor == self || (counts[actor] > 0 && counted[actor] == grouping))
                    continue;
                if (!Counts(membership) || !MeetsAny(own, membership))
                    continue;
                if (counts[actor]++ == 0)
                    met.Add(actor);
                counted[actor] = grouping;
            }
        }
        var rows = met.ConvertAll(actor => new CoMemberRow(actor, counts[actor]));
        ArrayPool<int>.Shared.Return(counts);
        ArrayPool<int>.Shared.Return(counted);
        return rows;
    }

    private bool Counts(int membership) =>
        _links.MembershipCounts[membership]
        && (question.ActiveAt is not { } at || Matcher.IsActive(graph.Citations.MembershipPeriods[membership], at));

    private bool MeetsAny(List<int> own, int membership)
    {
        foreach (var mine in own)
        {
            if (AtOnce(mine, membership))
                return true;
        }
        return false;
    }

    // At a date both are active then; else they must have been at some time.
    private bool AtOnce(int membership, int other) =>
        question.ActiveAt is not null
        || question.Overlap == Activity.NO
        || Matcher.AtLeast(
            graph.Citations.MembershipPeriods[membership].Overlap(graph.Citations.MembershipPeriods[other]),
            question.Overlap
        );
}

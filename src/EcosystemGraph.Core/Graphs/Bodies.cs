using System.Collections.Immutable;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Graphs;

/// <summary>What is known of each body beyond its own row, by the body's number (<see cref="ResolvedGraph.Entities"/>).</summary>
public sealed class Bodies
{
    private readonly ImmutableArray<string>[] _names;
    private readonly EvidenceLists _nameEvidence;

    internal Bodies(ResolvedGraph graph)
    {
        KindOfActor = Array.ConvertAll(graph.Actors, a => graph.ConceptRow(a.Kind));
        IsNamed = Array.ConvertAll(graph.Actors, a => a.Named);
        KindOfGrouping = Array.ConvertAll(graph.Groupings, g => graph.ConceptRow(g.Kind));
        StatusOfGrouping = Array.ConvertAll(graph.Groupings, g => g.Status);
        var count = graph.Groupings.Length + graph.Actors.Length;
        var forms = new List<NameForm>?[count];
        foreach (var form in graph.Data.Names)
            (forms[graph.EntityRow(form.Entity).Number] ??= []).Add(form);

        _names = new ImmutableArray<string>[count];
        var evidence = new IEnumerable<EvidenceItem>[count];
        for (var body = 0; body < count; body++)
        {
            _names[body] = Names(graph, new BodyRow(body), forms[body]);
            evidence[body] = Evidence(graph, new BodyRow(body), forms[body]);
        }
        _nameEvidence = new EvidenceLists(evidence);

        var measures = Enumerable.Range(0, graph.Measures.Length).ToArray();
        Measures = new BodyLists(
            count,
            Array.ConvertAll(measures, m => graph.EntityRow(graph.Measures[m].Subject)),
            measures
        );
        var denials = Enumerable.Range(0, graph.Denials.Length).ToArray();
        Denials = new BodyLists(
            count,
            [
                .. denials.Select(d => graph.EntityRow(graph.Denials[d].Source)),
                .. denials.Select(d => graph.EntityRow(graph.Denials[d].Target)),
            ],
            [.. denials, .. denials]
        );

        NamedMemberCount = new int[graph.Groupings.Length];
        DeclaredMemberCount = new int?[graph.Groupings.Length];
        for (var grouping = 0; grouping < graph.Groupings.Length; grouping++)
        {
            NamedMemberCount[grouping] = NamedMembers(graph, grouping);
            DeclaredMemberCount[grouping] = Declared(graph, Measures.Of(EntityRefs.OfGrouping(grouping)));
        }
    }

    /// <summary>For each actor what sort of body it is as an actor.</summary>
    public int[] KindOfActor { get; }

    /// <summary>For each actor whether it is named, and no category.</summary>
    public bool[] IsNamed { get; }

    /// <summary>For each grouping what sort of body it is as a grouping.</summary>
    public int[] KindOfGrouping { get; }

    /// <summary>For each grouping whether it exists, as its source puts it.</summary>
    public Status[] StatusOfGrouping { get; }

    /// <summary>The numbers that sources give of each body.</summary>
    public BodyLists Measures { get; }

    /// <summary>What sources deny of each body, at either end.</summary>
    public BodyLists Denials { get; }

    /// <summary>For each grouping how many named actors are its members, planned ones left out.</summary>
    public int[] NamedMemberCount { get; }

    /// <summary>For each grouping how many members its source declares, the respondent included; null where none.</summary>
    public int?[] DeclaredMemberCount { get; }

    /// <summary>Every form under which sources name a body: the preferred one, then by folded text, then by text.</summary>
    public ImmutableArray<string> NamesOf(BodyRow body) => _names[body.Number];

    /// <summary>What cites a body: the passages in which its names stand and, for a grouping, those of its row.</summary>
    public ReadOnlySpan<EvidenceItem> NameEvidenceOf(BodyRow body) => _nameEvidence.Of(body.Number);

    private static ImmutableArray<string> Names(ResolvedGraph graph, BodyRow body, List<NameForm>? forms)
    {
        var grouping = graph.Entities.IsGrouping(body) ? graph.Groupings[graph.Entities.Row(body)] : null;
        var actor = graph.ActorOf(body) is var row and not ResolvedGraph.None ? graph.Actors[row] : null;
        var name = grouping?.Name ?? actor!.Name;
        var acronym = grouping?.Acronym ?? actor?.Acronym;
        if (forms is null && acronym is null)
            return [name];
        return
        [
            name,
            .. (forms ?? [])
                .Select(f => f.Text)
                .Concat(acronym is null ? [] : [acronym])
                .Distinct(StringComparer.Ordinal)
                .Where(text => text != name)
                .OrderBy(text => OrderKey.Of(FoldedText.Of(text)), StringComparer.Ordinal)
                .ThenBy(OrderKey.Of, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<EvidenceItem> Evidence(ResolvedGraph graph, BodyRow body, List<NameForm>? forms)
    {
        var own = graph.Entities.IsGrouping(body)
            ? graph.Citations.Items(graph.Groupings[graph.Entities.Row(body)].Citation)
            : [];
        return forms is null
            ? own
            : own.Concat(
                forms.SelectMany(f => f.Passages.Select(id => new EvidenceItem(graph.FindPassage(id), f.Text)))
            );
    }

    private static int NamedMembers(ResolvedGraph graph, int grouping)
    {
        var links = graph.Links;
        var named = new HashSet<int>();
        foreach (var membership in links.MembershipsOfGrouping.Of(grouping))
        {
            if (!links.MembershipCounts[membership] || graph.Memberships[membership].Status == Status.PLANNED)
                continue;
            var actor = links.MembershipActor[membership];
            if (graph.Actors[actor].Named)
                named.Add(actor);
        }
        return named.Count;
    }

    // The latest declaration counts; of several at one date the first in the measures' order.
    private static int? Declared(ResolvedGraph graph, ReadOnlySpan<int> measures)
    {
        Measure? best = null;
        foreach (var row in measures)
        {
            var measure = graph.Measures[row];
            if (measure.Concept is not (BuiltInConcepts.MemberCount or BuiltInConcepts.OtherMemberCount))
                continue;
            if (best is null || (measure.At is { } at && (best.At is not { } other || at > other)))
                best = measure;
        }
        if (best is null)
            return null;
        return (int)best.Value + (best.Concept == BuiltInConcepts.OtherMemberCount ? 1 : 0);
    }
}

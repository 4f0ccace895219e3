using System.Collections.Immutable;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Graphs;

/// <summary>A passage that states a fact, and the words that name the thing there.</summary>
/// <param name="Passage">The passage's row.</param>
/// <param name="Mention">The words; null where none are given.</param>
public readonly record struct EvidenceItem(int Passage, string? Mention);

/// <summary>The evidence of a list of rows, each row's in order: by passage (source, question, paragraph, id), then mention.</summary>
public sealed class EvidenceLists
{
    private readonly int[] _offsets;
    private readonly EvidenceItem[] _items;

    internal EvidenceLists(IReadOnlyList<IEnumerable<EvidenceItem>> lists)
    {
        _offsets = new int[lists.Count + 1];
        var items = new List<EvidenceItem>();
        for (var row = 0; row < lists.Count; row++)
        {
            if (lists[row] is not EvidenceItem[] { Length: 0 })
                items.AddRange(InOrder(lists[row]));
            _offsets[row + 1] = items.Count;
        }
        _items = [.. items];
    }

    /// <summary>The evidence of a row.</summary>
    public ReadOnlySpan<EvidenceItem> Of(int row) => _items.AsSpan(_offsets[row], _offsets[row + 1] - _offsets[row]);

    /// <summary>Evidence in its order, each item once.</summary>
    public static IEnumerable<EvidenceItem> InOrder(IEnumerable<EvidenceItem> items) =>
        items
            .Distinct()
            .OrderBy(e => e.Passage)
            .ThenBy(e => e.Mention is null)
            .ThenBy(e => e.Mention is null ? "" : OrderKey.Of(e.Mention), StringComparer.Ordinal);
}

/// <summary>Which passages state what, and when the dated things were active by their sources' dates.</summary>
public sealed class Citations
{
    private readonly ResolvedGraph _graph;

    internal Citations(ResolvedGraph graph)
    {
        _graph = graph;
        Groupings = new EvidenceLists(Array.ConvertAll(graph.Groupings, g => Items(g.Citation)));
        Memberships = new EvidenceLists(Array.ConvertAll(graph.Memberships, m => Items(m.Citation)));
        Partnerships = new EvidenceLists(Array.ConvertAll(graph.Partnerships, p => Items(p.Citation)));
        Denials = new EvidenceLists(Array.ConvertAll(graph.Denials, d => Items(d.Citation)));
        Measures = new EvidenceLists(Array.ConvertAll(graph.Measures, m => Items(m.Citation)));
        GroupingPeriods = Array.ConvertAll(graph.Groupings, g => PeriodOf(g.From, g.To, g.Status, g.Citation));
        MembershipPeriods = Array.ConvertAll(graph.Memberships, m => PeriodOf(m.From, m.To, m.Status, m.Citation));
        PartnershipPeriods = Array.ConvertAll(graph.Partnerships, p => PeriodOf(p.From, p.To, p.Status, p.Citation));
        SourceOfPassage = Array.ConvertAll(graph.Passages, p => graph.FindSource(p.Source));
        PassagesOfSource = Adjacency.Of(
            graph.Sources.Length,
            SourceOfPassage,
            Enumerable.Range(0, SourceOfPassage.Length).ToArray()
        );
    }

    /// <summary>Evidence of each grouping's own row.</summary>
    public EvidenceLists Groupings { get; }

    /// <summary>Evidence of each membership.</summary>
    public EvidenceLists Memberships { get; }

    /// <summary>Evidence of each partnership.</summary>
    public EvidenceLists Partnerships { get; }

    /// <summary>Evidence of each denial.</summary>
    public EvidenceLists Denials { get; }

    /// <summary>Evidence of each measure.</summary>
    public EvidenceLists Measures { get; }

    /// <summary>When each grouping was active.</summary>
    public Period[] GroupingPeriods { get; }

    /// <summary>When each membership was active.</summary>
    public Period[] MembershipPeriods { get; }

    /// <summary>When each partnership was active.</summary>
    public Period[] PartnershipPeriods { get; }

    /// <summary>For each passage its source.</summary>
    public int[] SourceOfPassage { get; }

    /// <summary>For each source its passages.</summary>
    public Adjacency PassagesOfSource { get; }

    internal IEnumerable<EvidenceItem> Items(Citation citation) =>
        citation.Passages.IsEmpty
            ? Array.Empty<EvidenceItem>()
            : citation.Passages.Select(
                (id, index) => new EvidenceItem(_graph.FindPassage(id), citation.MentionAt(index))
            );

    private Period PeriodOf(PartialDate? from, PartialDate? to, Status status, Citation citation) =>
        Period.Of(from, to, status, citation.Passages.IsEmpty ? null : LatestSource(citation.Passages));

    private PartialDate? LatestSource(ImmutableArray<string> passages)
    {
        PartialDate? latest = null;
        foreach (var id in passages)
        {
            var passage = _graph.Passages[_graph.FindPassage(id)];
            latest = PartialDate.Later(latest, _graph.Sources[_graph.FindSource(passage.Source)].Date);
        }
        return latest;
    }
}

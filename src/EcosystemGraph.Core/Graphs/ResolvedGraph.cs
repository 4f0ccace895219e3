using System.Collections.Immutable;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Findings;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Graphs;

/// <summary>
/// A data set with its references resolved: the rows of each kind stand in their default order (semantics: Text and
/// order), so that a row's number is its rank; ids are numbers; links go both ways; what is counted is counted.
/// </summary>
/// <remarks>Never changes once built; any number of threads may read it.</remarks>
public sealed class ResolvedGraph
{
    /// <summary>Stands for "no such row".</summary>
    public const int None = -1;

    private readonly Dictionary<string, int> _actorIds;
    private readonly Dictionary<string, int> _groupingIds;
    private readonly Dictionary<string, int> _membershipIds;
    private readonly Dictionary<string, int> _partnershipIds;
    private readonly Dictionary<string, int> _conceptIds;
    private readonly Dictionary<string, int> _territoryIds;
    private readonly Dictionary<string, int> _sourceIds;
    private readonly Dictionary<string, int> _passageIds;
    private readonly Dictionary<string, int> _denialIds;
    private readonly Dictionary<string, int> _measureIds;
    private readonly Lazy<(string Id, string Name)[]> _bodiesById;
    private readonly Lazy<ImmutableArray<Finding>> _findings;

    /// <summary>Resolves a valid data set.</summary>
    /// <exception cref="KeyNotFoundException">A row refers to another that is not there: the data set is not valid.</exception>
    public ResolvedGraph(Dataset data)
    {
        Data = data;
        Concepts = Sorted(
            data.Concepts,
            c => OrderKey.Of(FoldedText.Of(c.Label.In(Language.Usual) ?? c.Id)),
            c => c.Id
        );
        Territories = Sorted(data.Territories, t => OrderKey.Of(FoldedText.Of(t.Name)), t => t.Id);
        Actors = Sorted(data.Actors, a => OrderKey.Of(FoldedText.Of(a.Name)), a => a.Id, out var actorKeys);
        Groupings = Sorted(data.Groupings, g => OrderKey.Of(FoldedText.Of(g.Name)), g => g.Id, out var groupingKeys);
        ActorKeys = actorKeys;
        GroupingKeys = groupingKeys;
        Memberships = SortedByStart(data.Memberships, m => m.From, m => m.Id);
        Partnerships = SortedByStart(data.Partnerships, p => p.From, p => p.Id);
        Sources = [.. data.Sources.OrderBy(s => s.Id, StringComparer.Ordinal)];
        Passages =
        [
            .. data
                .Passages.OrderBy(p => p.Source, StringComparer.Ordinal)
                .ThenBy(p => p.Question ?? -1)
                .ThenBy(p => p.Paragraph)
                .ThenBy(p => p.Id, StringComparer.Ordinal),
        ];
        Denials = [.. data.Denials.OrderBy(d => d.Id, StringComparer.Ordinal)];
        Measures =
        [
            .. data
                .Measures.OrderBy(m => m.Concept, StringComparer.Ordinal)
                .ThenBy(m => m.At is null)
                .ThenBy(m => m.At)
                .ThenBy(m => m.Id, StringComparer.Ordinal),
        ];

        _actorIds = Ids(Actors, a => a.Id);
        _groupingIds = Ids(Groupings, g => g.Id);
        _membershipIds = Ids(Memberships, m => m.Id);
        _partnershipIds = Ids(Partnerships, p => p.Id);
        _conceptIds = Ids(Concepts, c => c.Id);
        _territoryIds = Ids(Territories, t => t.Id);
        _sourceIds = Ids(Sources, s => s.Id);
        _passageIds = Ids(Passages, p => p.Id);
        _denialIds = Ids(Denials, d => d.Id);
        _measureIds = Ids(Measures, m => m.Id);
        Entities = new EntityRefs(Groupings.Length);

        Vocabulary = new Vocabulary(Concepts, _conceptIds);
        Places = new Places(this);
        GroupingOfActor = [.. Actors.Select(a => _groupingIds.GetValueOrDefault(a.Id, None))];
        ActorOfGrouping = [.. Groupings.Select(g => _actorIds.GetValueOrDefault(g.Id, None))];
        Citations = new Citations(this);
        Links = new Links(this);
        Bodies = new Bodies(this);
        NameForms = new NameForms(this);
        CitedIn = new CitedIn(this);
        _bodiesById = new Lazy<(string Id, string Name)[]>(BodiesInOrderOfIds);
        _findings = new Lazy<ImmutableArray<Finding>>(() => DataFindings.Of(this));
    }

    /// <summary>The data set as it was read.</summary>
    public Dataset Data { get; }

    /// <summary>What the data tell about themselves, in its order.</summary>
    public ImmutableArray<Finding> Findings => _findings.Value;

    /// <summary>Actors by folded name, then id.</summary>
    public Actor[] Actors { get; }

    /// <summary>Groupings by folded name, then id.</summary>
    public Grouping[] Groupings { get; }

    /// <summary>Memberships by start (unknown last), then id.</summary>
    public Membership[] Memberships { get; }

    /// <summary>Partnerships by start (unknown last), then id.</summary>
    public Partnership[] Partnerships { get; }

    /// <summary>Concepts by folded label in the first language, then id.</summary>
    public Concept[] Concepts { get; }

    /// <summary>Territories by folded name, then id.</summary>
    public Territory[] Territories { get; }

    /// <summary>Sources by id.</summary>
    public Source[] Sources { get; }

    /// <summary>Passages by source, question, paragraph, id.</summary>
    public Passage[] Passages { get; }

    /// <summary>Denials by id.</summary>
    public Denial[] Denials { get; }

    /// <summary>Measures by concept, date (unknown last), id.</summary>
    public Measure[] Measures { get; }

    /// <summary>Each actor's folded name as an order key.</summary>
    public string[] ActorKeys { get; }

    /// <summary>Each grouping's folded name as an order key.</summary>
    public string[] GroupingKeys { get; }

    /// <summary>Bodies by id, each once though it be actor and grouping; made when first asked for.</summary>
    public IReadOnlyList<(string Id, string Name)> BodiesById => _bodiesById.Value;

    /// <summary>Bodies as one range of numbers.</summary>
    public EntityRefs Entities { get; }

    /// <summary>The concepts' tree.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The territories' tree, and what lies in each.</summary>
    public Places Places { get; }

    /// <summary>What cites what.</summary>
    public Citations Citations { get; }

    /// <summary>Memberships and partnerships from both their ends.</summary>
    public Links Links { get; }

    /// <summary>What is known of each body: its names, measures, denials, counts.</summary>
    public Bodies Bodies { get; }

    /// <summary>The forms of all bodies' names.</summary>
    public NameForms NameForms { get; }

    /// <summary>What each passage names and states.</summary>
    public CitedIn CitedIn { get; }

    /// <summary>For each actor the grouping that is the same body; <see cref="None"/> where there is none.</summary>
    public int[] GroupingOfActor { get; }

    /// <summary>For each grouping the actor that is the same body; <see cref="None"/> where there is none.</summary>
    public int[] ActorOfGrouping { get; }

    /// <summary>The actor of an id, or <see cref="None"/>.</summary>
    public int FindActor(string id) => _actorIds.GetValueOrDefault(id, None);

    /// <summary>The grouping of an id, or <see cref="None"/>.</summary>
    public int FindGrouping(string id) => _groupingIds.GetValueOrDefault(id, None);

    /// <summary>The membership of an id, or <see cref="None"/>.</summary>
    public int FindMembership(string id) => _membershipIds.GetValueOrDefault(id, None);

    /// <summary>The partnership of an id, or <see cref="None"/>.</summary>
    public int FindPartnership(string id) => _partnershipIds.GetValueOrDefault(id, None);

    /// <summary>The concept of an id, or <see cref="None"/>.</summary>
    public int FindConcept(string id) => _conceptIds.GetValueOrDefault(id, None);

    /// <summary>The territory of an id, or <see cref="None"/>.</summary>
    public int FindTerritory(string id) => _territoryIds.GetValueOrDefault(id, None);

    /// <summary>The source of an id, or <see cref="None"/>.</summary>
    public int FindSource(string id) => _sourceIds.GetValueOrDefault(id, None);

    /// <summary>The passage of an id, or <see cref="None"/>.</summary>
    public int FindPassage(string id) => _passageIds.GetValueOrDefault(id, None);

    /// <summary>The denial of an id, or <see cref="None"/>.</summary>
    public int FindDenial(string id) => _denialIds.GetValueOrDefault(id, None);

    /// <summary>The measure of an id, or <see cref="None"/>.</summary>
    public int FindMeasure(string id) => _measureIds.GetValueOrDefault(id, None);

    /// <summary>The body of an id, as in <see cref="Entities"/>: the grouping where the id is both; <see cref="None"/> where it is neither.</summary>
    public int FindEntity(string id)
    {
        if (_groupingIds.TryGetValue(id, out var grouping))
            return EntityRefs.OfGrouping(grouping);
        return _actorIds.TryGetValue(id, out var actor) ? Entities.OfActor(actor) : None;
    }

    /// <summary>The body an actor is.</summary>
    public int EntityOfActor(int actor) =>
        GroupingOfActor[actor] is var grouping and not None ? grouping : Entities.OfActor(actor);

    /// <summary>The actor a body is, or <see cref="None"/> where it is only a grouping.</summary>
    public int ActorOf(int entity) => Entities.IsGrouping(entity) ? ActorOfGrouping[entity] : Entities.Row(entity);

    /// <summary>The id of a body.</summary>
    public string EntityId(int entity) =>
        Entities.IsGrouping(entity) ? Groupings[entity].Id : Actors[Entities.Row(entity)].Id;

    /// <summary>The form by which a body is listed.</summary>
    public string EntityName(int entity) =>
        Entities.IsGrouping(entity) ? Groupings[entity].Name : Actors[Entities.Row(entity)].Name;

    internal int EntityRow(string id) =>
        FindEntity(id) is var entity and not None
            ? entity
            : throw new KeyNotFoundException($"no body has the id '{id}'");

    internal int ConceptRow(string id) => _conceptIds[id];

    internal int TerritoryRow(string? id) => id is null ? None : _territoryIds[id];

    private static Dictionary<string, int> Ids<T>(T[] rows, Func<T, string> id)
    {
        var ids = new Dictionary<string, int>(rows.Length, StringComparer.Ordinal);
        for (var row = 0; row < rows.Length; row++)
            ids.Add(id(rows[row]), row);
        return ids;
    }

    private static T[] Sorted<T>(IReadOnlyList<T> rows, Func<T, string> key, Func<T, string> id) =>
        Sorted(rows, key, id, out _);

    private static T[] Sorted<T>(IReadOnlyList<T> rows, Func<T, string> key, Func<T, string> id, out string[] keys)
    {
        var keyed = new (string Key, T Row)[rows.Count];
        for (var i = 0; i < keyed.Length; i++)
            keyed[i] = (key(rows[i]), rows[i]);
        Array.Sort(
            keyed,
            (a, b) =>
            {
                var byKey = string.CompareOrdinal(a.Key, b.Key);
                return byKey != 0 ? byKey : string.CompareOrdinal(id(a.Row), id(b.Row));
            }
        );
        keys = Array.ConvertAll(keyed, k => k.Key);
        return Array.ConvertAll(keyed, k => k.Row);
    }

    private static T[] SortedByStart<T>(IReadOnlyList<T> rows, Func<T, PartialDate?> from, Func<T, string> id)
    {
        var keyed = new (int First, int Last, T Row)[rows.Count];
        for (var i = 0; i < keyed.Length; i++)
        {
            var span = from(rows[i])?.Span ?? new DaySpan(DaySpan.End, DaySpan.End);
            keyed[i] = (span.First, span.Last, rows[i]);
        }
        Array.Sort(
            keyed,
            (a, b) =>
            {
                var byFirst = a.First.CompareTo(b.First);
                if (byFirst != 0)
                    return byFirst;
                var byLast = a.Last.CompareTo(b.Last);
                return byLast != 0 ? byLast : string.CompareOrdinal(id(a.Row), id(b.Row));
            }
        );
        return Array.ConvertAll(keyed, k => k.Row);
    }

    private (string Id, string Name)[] BodiesInOrderOfIds() =>
        [
            .. Groupings
                .Select(g => (g.Id, g.Name))
                .Concat(Actors.Where((_, row) => GroupingOfActor[row] == None).Select(a => (a.Id, a.Name)))
                .OrderBy(body => body.Id, StringComparer.Ordinal),
        ];
}

using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation;

/// <summary>A data package's rows by id, for rules that follow references. Of two rows with one id the first counts.</summary>
public sealed class DatasetIndex
{
    private readonly Dictionary<string, Actor> _actors;
    private readonly Dictionary<string, Grouping> _groupings;
    private readonly Dictionary<string, Concept> _concepts;
    private readonly Dictionary<string, Territory> _territories;
    private readonly Dictionary<string, Source> _sources;
    private readonly Dictionary<string, Passage> _passages;
    private readonly HashSet<string> _uncountedRoles = new(StringComparer.Ordinal);

    /// <summary>Indexes the rows.</summary>
    public DatasetIndex(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Data = data;
        _actors = ById(data.Actors, row => row.Id);
        _groupings = ById(data.Groupings, row => row.Id);
        _concepts = ById(data.Concepts, row => row.Id);
        _territories = ById(data.Territories, row => row.Id);
        _sources = ById(data.Sources, row => row.Id);
        _passages = ById(data.Passages, row => row.Id);
        AddUncountedRoles();
    }

    /// <summary>The rows.</summary>
    public Dataset Data { get; }

    /// <summary>Actors by id.</summary>
    public IReadOnlyDictionary<string, Actor> Actors => _actors;

    /// <summary>Groupings by id.</summary>
    public IReadOnlyDictionary<string, Grouping> Groupings => _groupings;

    /// <summary>Concepts by id.</summary>
    public IReadOnlyDictionary<string, Concept> Concepts => _concepts;

    /// <summary>Territories by id.</summary>
    public IReadOnlyDictionary<string, Territory> Territories => _territories;

    /// <summary>Sources by id.</summary>
    public IReadOnlyDictionary<string, Source> Sources => _sources;

    /// <summary>Passages by id.</summary>
    public IReadOnlyDictionary<string, Passage> Passages => _passages;

    /// <summary>Whether an id is that of an actor or of a grouping.</summary>
    public bool IsBody(string id) => _actors.ContainsKey(id) || _groupings.ContainsKey(id);

    /// <summary>Whether a membership in this role counts: whether the role is not at or under `non-member`.</summary>
    public bool Counts(string role) => !_uncountedRoles.Contains(role);

    /// <summary>Whether a passage's source was answered by this body: whether the body speaks in it.</summary>
    public bool IsRespondent(string body, Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        foreach (var id in citation.Passages)
        {
            if (
                _passages.TryGetValue(id, out var passage)
                && _sources.TryGetValue(passage.Source, out var source)
                && source.Respondent == body
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The date of the latest source cited that has one (latest last day, then latest first day); null where none has.</summary>
    public PartialDate? SourceDate(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        PartialDate? latest = null;
        foreach (var id in citation.Passages)
        {
            if (_passages.TryGetValue(id, out var passage) && _sources.TryGetValue(passage.Source, out var source))
                latest = PartialDate.Later(latest, source.Date);
        }
        return latest;
    }

    // Each role once, so that a loop in `broader`, which is another rule's find, does not hang.
    private void AddUncountedRoles()
    {
        var narrower = Data
            .Concepts.SelectMany(row => row.Broader.Select(broader => (Broader: broader, row.Id)))
            .ToLookup(pair => pair.Broader, pair => pair.Id, StringComparer.Ordinal);
        var open = new Stack<string>([BuiltInConcepts.NonMember]);
        while (open.TryPop(out var role))
        {
            if (!_uncountedRoles.Add(role))
                continue;
            foreach (var id in narrower[role])
                open.Push(id);
        }
    }

    private static Dictionary<string, T> ById<T>(IReadOnlyCollection<T> rows, Func<T, string> idOf)
    {
        var byId = new Dictionary<string, T>(rows.Count, StringComparer.Ordinal);
        foreach (var row in rows)
            byId.TryAdd(idOf(row), row);
        return byId;
    }
}

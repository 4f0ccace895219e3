using System.Globalization;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Graphs;

/// <summary>
/// The forms of all names, each once for each body: groupings first, then actors, in their order; a body's own in theirs
/// (<see cref="Bodies.NamesOf"/>).
/// </summary>
public sealed class NameForms
{
    private readonly BodyRow[] _entities;
    private readonly string[] _texts;
    private readonly Confidence[] _confidences;
    private readonly string[] _ids;

    internal NameForms(ResolvedGraph graph)
    {
        var rows = graph.Data.Names.ToLookup(form => (form.Entity, form.Text));
        var entities = new List<BodyRow>();
        var texts = new List<string>();
        var confidences = new List<Confidence>();
        var ids = new List<string>();
        var evidence = new List<IEnumerable<EvidenceItem>>();
        var bodies = graph.Groupings.Length + graph.Actors.Length;
        for (var number = 0; number < bodies; number++)
        {
            var entity = new BodyRow(number);
            // An actor that is a grouping too is that grouping.
            if (
                !graph.Entities.IsGrouping(entity)
                && graph.GroupingOfActor[graph.Entities.Row(entity)] != ResolvedGraph.None
            )
                continue;
            var id = graph.EntityId(entity);
            var names = graph.Bodies.NamesOf(entity);
            for (var place = 0; place < names.Length; place++)
            {
                var stated = rows[(id, names[place])].ToArray();
                entities.Add(entity);
                texts.Add(names[place]);
                // The surest row counts. A name that has none is the data's own word for the body.
                confidences.Add(stated.Length == 0 ? Confidence.STATED : stated.Min(form => form.Confidence));
                ids.Add(string.Create(CultureInfo.InvariantCulture, $"{id}~{place}"));
                evidence.Add(
                    stated.Length == 0
                        ? Array.Empty<EvidenceItem>()
                        : stated.SelectMany(form =>
                            form.Passages.Select(passage => new EvidenceItem(graph.FindPassage(passage), form.Text))
                        )
                );
            }
        }
        (_entities, _texts, _confidences, _ids) = ([.. entities], [.. texts], [.. confidences], [.. ids]);
        Evidence = new EvidenceLists(evidence);
        OfEntity = new BodyLists(bodies, _entities, Enumerable.Range(0, _entities.Length).ToArray());
    }

    /// <summary>How many there are.</summary>
    public int Count => _texts.Length;

    /// <summary>The forms of each body.</summary>
    public BodyLists OfEntity { get; }

    /// <summary>The passages in which each form stands.</summary>
    public EvidenceLists Evidence { get; }

    /// <summary>The body that a form names.</summary>
    public BodyRow EntityOf(int form) => _entities[form];

    /// <summary>The form as written.</summary>
    public string TextOf(int form) => _texts[form];

    /// <summary>How sure it is that the form means its body.</summary>
    public Confidence ConfidenceOf(int form) => _confidences[form];

    /// <summary>What tells a form from all others: the body's id and the form's place among its names.</summary>
    public string IdOf(int form) => _ids[form];
}

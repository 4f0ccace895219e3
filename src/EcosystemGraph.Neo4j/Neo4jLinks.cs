using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Neo4j.Cypher;

namespace EcosystemGraph.Neo4j;

/// <summary>Gives the links of the database to one question about chains and networks.</summary>
/// <param name="reading">Asks for them.</param>
/// <param name="question">The question.</param>
internal sealed class Neo4jLinks(Neo4jReading reading, ComputedRoot question) : ILinkSource
{
    // So many records come in some megabytes.
    private const int Batch = 5_000;

    public async ValueTask<IReadOnlyList<QuestionLink>> LinksAsync(
        LinkChoice choice,
        IReadOnlyCollection<string>? at,
        CancellationToken cancellation
    ) => await reading.AskAsync(LinkStatements.Links(question, choice, at), cancellation);

    public async ValueTask<IReadOnlyList<string>> BodiesAsync(
        RecordType type,
        Filter where,
        CancellationToken cancellation
    ) => await reading.AskAsync(LinkStatements.Bodies(question, type, where), cancellation);

    public async ValueTask<IReadOnlyDictionary<string, string>> NameKeysAsync(
        IReadOnlyCollection<string> ids,
        CancellationToken cancellation
    )
    {
        var keys = await reading.AskAsync(LinkStatements.NameKeys(question, ids), cancellation);
        return keys.ToDictionary(key => key.Id, key => key.Key, StringComparer.Ordinal);
    }

    public async ValueTask<IExtractRecords> RecordsAsync(
        IReadOnlyCollection<string> bodies,
        IReadOnlyCollection<string> links,
        CancellationToken cancellation
    )
    {
        var dataset = await reading.AskAsync(ExtractStatements.Dataset(), cancellation);
        var records = new ReadRecords(dataset[0], bodies.Count, links.Count);
        foreach (var ids in bodies.Chunk(Batch))
        {
            foreach (var body in await reading.AskAsync(ExtractStatements.Bodies(ids), cancellation))
                records.Add(body);
        }
        foreach (var kind in links.GroupBy(QuestionLink.KindOf))
        {
            foreach (var ids in kind.Select(QuestionLink.IdOf).Chunk(Batch))
            {
                foreach (var link in await reading.AskAsync(ExtractStatements.Links(kind.Key, ids), cancellation))
                    records.Add(kind.Key, link);
            }
        }
        return records;
    }

    public async ValueTask<IReadOnlyDictionary<(RecordType Type, string Id), MultilingualText>> LabelsAsync(
        IReadOnlyCollection<(RecordType Type, string Id)> records,
        CancellationToken cancellation
    )
    {
        var labels = new Dictionary<(RecordType Type, string Id), MultilingualText>();
        foreach (var one in records.Where(one => one.Type.Label is not null).GroupBy(one => one.Type, one => one.Id))
        {
            foreach (var label in await reading.AskAsync(ExtractStatements.Labels(one.Key, [.. one]), cancellation))
                labels.Add((one.Key, label.Id), label.Label);
        }
        return labels;
    }

    public ValueTask<IReadOnlyList<QuestionPath>> PathsAsync(PathsRoot question, CancellationToken cancellation) =>
        PathSearch.FindAsync(this, question, cancellation);

    /// <summary>What was read.</summary>
    private sealed class ReadRecords(ExtractDataset dataset, int bodies, int links) : IExtractRecords
    {
        private readonly Dictionary<string, ExtractBody> _bodies = new(bodies, StringComparer.Ordinal);
        private readonly Dictionary<string, ExtractLink> _links = new(links, StringComparer.Ordinal);

        public ExtractDataset Dataset => dataset;

        public void Add(ExtractBody body) => _bodies.Add(body.Id, body);

        public void Add(LinkKind kind, ExtractLink link) => _links.Add(QuestionLink.KeyOf(kind, link.Id), link);

        public ExtractBody Body(string id) => _bodies[id];

        public ExtractLink Link(string key) => _links[key];
    }
}

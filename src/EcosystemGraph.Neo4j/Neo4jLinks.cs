using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Neo4j.Cypher;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j;

/// <summary>Gives the links of the database to one question about chains and networks.</summary>
/// <param name="client">Asks the server.</param>
/// <param name="question">The question.</param>
/// <param name="sameData">Told which data each statement saw, before and after.</param>
/// <param name="answer">Answers a plan from the same data.</param>
internal sealed class Neo4jLinks(
    Neo4jClient client, ComputedRoot question, Action<DataMark, DataMark> sameData, Func<Plan, AnswerWriter, ValueTask<StoreAnswer>> answer) : ILinkSource
{
    public async ValueTask<IReadOnlyList<QuestionLink>> LinksAsync(LinkChoice choice, IReadOnlyCollection<string>? at, CancellationToken cancellation) =>
        await AskAsync(LinkStatements.Links(question, choice, at), cancellation);

    public async ValueTask<IReadOnlyList<string>> BodiesAsync(RecordType type, Filter where, CancellationToken cancellation) =>
        await AskAsync(LinkStatements.Bodies(question, type, where), cancellation);

    public async ValueTask<IReadOnlyDictionary<string, string>> NameKeysAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var keys = await AskAsync(LinkStatements.NameKeys(question, ids), cancellation);
        return keys.ToDictionary(key => key.Id, key => key.Key, StringComparer.Ordinal);
    }

    public async ValueTask<IExtractRecords> RecordsAsync(IReadOnlyCollection<string> bodies, IReadOnlyCollection<string> links, CancellationToken cancellation) =>
        await AskedRecords.AskAsync(answer, bodies, links);

    public async ValueTask<IReadOnlyDictionary<(RecordType Type, string Id), BilingualText>> LabelsAsync(IReadOnlyCollection<(RecordType Type, string Id)> records, CancellationToken cancellation) =>
        await AskedRecords.LabelsAsync(answer, records);

    public ValueTask<IReadOnlyList<QuestionPath>> PathsAsync(PathsRoot question, CancellationToken cancellation) => PathSearch.FindAsync(this, question, cancellation);

    private async Task<List<T>> AskAsync<T>(Finder<T> finder, CancellationToken cancellation)
    {
        var (before, found, after) = await client.OneAsync(
            finder.Statement, values => (DataMark.Read(values), values.List(finder.Read), DataMark.Read(values)), cancellation);
        sameData(before, after);
        return found;
    }
}

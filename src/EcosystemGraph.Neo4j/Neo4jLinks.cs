using System.Text.Json;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Neo4j.Cypher;
using EcosystemGraph.Neo4j.Http;

namespace EcosystemGraph.Neo4j;

/// <summary>Gives the links of the database to one question about chains and networks.</summary>
/// <param name="client">Asks the server.</param>
/// <param name="question">The question.</param>
/// <param name="sameData">Told the load marks and fingerprints before and after each statement.</param>
/// <param name="answer">Answers a plan from the same data.</param>
internal sealed class Neo4jLinks(
    QueryClient client, ComputedRoot question, Action<JsonElement, JsonElement> sameData, Func<Plan, AnswerWriter, ValueTask<StoreAnswer>> answer) : ILinkSource
{
    public async ValueTask<IReadOnlyList<QuestionLink>> LinksAsync(LinkChoice choice, IReadOnlyCollection<string>? at, CancellationToken cancellation) =>
        await AskAsync(LinkStatements.Links(question, choice, at), LinkOf, cancellation);

    public async ValueTask<IReadOnlyList<string>> BodiesAsync(RecordType type, Filter where, CancellationToken cancellation) =>
        await AskAsync(LinkStatements.Bodies(question, type, where), id => id.GetString()!, cancellation);

    public async ValueTask<IReadOnlyDictionary<string, string>> NameKeysAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var keys = await AskAsync(LinkStatements.NameKeys(question, ids), key => (Id: key[0].GetString()!, Key: key[1].GetString()!), cancellation);
        return keys.ToDictionary(key => key.Id, key => key.Key, StringComparer.Ordinal);
    }

    public async ValueTask<IExtractRecords> RecordsAsync(IReadOnlyCollection<string> bodies, IReadOnlyCollection<string> links, CancellationToken cancellation) =>
        await AskedRecords.AskAsync(answer, bodies, links);

    public async ValueTask<IReadOnlyDictionary<(RecordType Type, string Id), BilingualText>> LabelsAsync(IReadOnlyCollection<(RecordType Type, string Id)> records, CancellationToken cancellation) =>
        await AskedRecords.LabelsAsync(answer, records);

    public ValueTask<IReadOnlyList<QuestionPath>> PathsAsync(PathsRoot question, CancellationToken cancellation) => PathSearch.FindAsync(this, question, cancellation);

    private async Task<List<T>> AskAsync<T>(CypherStatement statement, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        using var asked = await client.SendAsync(statement.Text, statement.Parameters, AccessMode.Read, cancellation);
        if (asked.Rows.GetArrayLength() != 1) throw new StoreUnavailableException("the Neo4j server's answer is not complete; try again in a moment");
        var row = asked.Rows[0];
        sameData(row[0], row[2]);
        var found = new List<T>(row[1].GetArrayLength());
        foreach (var value in row[1].EnumerateArray()) found.Add(read(value));
        return found;
    }

    private static QuestionLink LinkOf(JsonElement link)
    {
        int Bound(int place, int infinite) => link[place].ValueKind == JsonValueKind.Null ? infinite : link[place].GetInt32();
        return new QuestionLink(
            link[0].ValueEquals("m"u8) ? LinkKind.MEMBERSHIP : LinkKind.PARTNERSHIP, link[1].GetString()!, link[2].GetString()!, link[3].GetString()!,
            link[4].GetBoolean(), link[5].GetBoolean(), link[6].GetBoolean(),
            link[7].GetString() is { } from ? PartialDate.Parse(from) : null,
            new Period(Bound(8, DaySpan.Beginning), Bound(9, DaySpan.End), Bound(10, DaySpan.Beginning), Bound(11, DaySpan.End), link[12].GetBoolean()));
    }
}

using System.Text.Json;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>The records that a computed answer shows, as the compiled plan brought them back.</summary>
internal sealed class RequestedRecords : IRecordWriter
{
    private readonly Dictionary<Projection, Dictionary<string, JsonElement>> _records = new(ReferenceEqualityComparer.Instance);
    private readonly AnswerDecoder _decoder;

    /// <param name="requests">What was asked for.</param>
    /// <param name="lists">What came: a list of bodies for a request, or two of links, each record after its id.</param>
    /// <param name="decoder">Writes records.</param>
    public RequestedRecords(IEnumerable<RecordRequest> requests, JsonElement lists, AnswerDecoder decoder)
    {
        _decoder = decoder;
        var next = lists.EnumerateArray();
        foreach (var request in requests)
        {
            var records = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            _records.Add(request.Projection, records);
            foreach (var kind in request.Type == Records.Entity ? new[] { "" } : ["m:", "p:"])
            {
                next.MoveNext();
                foreach (var record in next.Current.EnumerateArray()) records.Add(kind + record[0].GetString(), record[1]);
            }
        }
    }

    public void Write(Projection projection, string key) => _decoder.Write(projection, _records[projection][key]);
}

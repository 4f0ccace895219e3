using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>
/// The ids that a plan takes for granted, looked up at the head of the statement: of a concept those of the narrower
/// ones too, of a territory those inside, of a body its own. An empty list is an id that is not there.
/// </summary>
internal sealed class Heads
{
    private readonly Dictionary<(RecordType Type, string Id, string? Scheme), string> _variables = [];
    private string? _accompanying;

    public Heads(Plan plan, CypherWriter cypher)
    {
        foreach (var reference in plan.Roots.SelectMany(References.Of))
        {
            var key = (reference.Type, reference.Id, reference.Scheme);
            if (_variables.ContainsKey(key))
                continue;
            var u = cypher.Variable("u");
            _variables.Add(key, u);
            Write(cypher, reference, u);
        }
        if (!plan.Roots.Any(root => root is CoAccompaniersRoot))
            return;
        _accompanying = cypher.Variable("u");
        Write(cypher, new Reference("type", Records.Concept, BuiltInConcepts.Accompanies), _accompanying);
    }

    /// <summary>All of them, to be seen in every subquery.</summary>
    public IEnumerable<string> Variables =>
        _accompanying is null ? _variables.Values : _variables.Values.Append(_accompanying);

    public string Under(string concept) => _variables[(Records.Concept, concept, null)];

    public string Inside(string territory) => _variables[(Records.Territory, territory, null)];

    public string Theme(string theme) => _variables[(Records.Concept, theme, ConceptSchemes.Theme)];

    public string Accompanying => _accompanying!;

    public string Of(Reference reference) => _variables[(reference.Type, reference.Id, reference.Scheme)];

    private static void Write(CypherWriter cypher, Reference reference, string u) =>
        cypher.Call(
            [],
            () =>
            {
                var id = cypher.Parameter(reference.Id);
                if (reference.Type == Records.Concept)
                {
                    var scheme = reference.Scheme is null ? "" : $", scheme: {cypher.Parameter(reference.Scheme)}";
                    cypher.Line($"MATCH (:Concept {{id: {id}{scheme}}})<-[:BROADER*0..]-(c:Concept)");
                    // Each concept once before anything else, so that the server follows each relationship once, however many ways there are.
                    cypher.Line("WITH DISTINCT c");
                    cypher.Line($"RETURN collect(c.id) AS {u}");
                }
                else if (reference.Type == Records.Territory)
                {
                    cypher.Line($"MATCH (:Territory {{id: {id}}})<-[:WITHIN*0..]-(t:Territory)");
                    cypher.Line($"RETURN collect(DISTINCT t.id) AS {u}");
                }
                else
                {
                    cypher.Line($"MATCH (e:Entity {{id: {id}}})");
                    cypher.Line($"RETURN collect(e.id) AS {u}");
                }
            }
        );
}

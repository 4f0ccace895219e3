using System.Globalization;
using System.Text;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>
/// Writes one statement, line by line. Values become parameters and names are made by counting, so that the text
/// depends on the plan's shape alone and the server's plan cache works.
/// </summary>
internal sealed class CypherWriter
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, Value> _parameters = new(StringComparer.Ordinal);
    private int _depth;
    private int _variables;

    public IReadOnlyDictionary<string, Value> Parameters => _parameters;

    public string Parameter(Value value)
    {
        var name = "p" + _parameters.Count.ToString(CultureInfo.InvariantCulture);
        _parameters.Add(name, value);
        return "$" + name;
    }

    public string Variable(string stem) => stem + (_variables++).ToString(CultureInfo.InvariantCulture);

    public void Line(string line) => _text.Append(' ', _depth * 2).Append(line).Append('\n');

    /// <summary>Writes a subquery that sees these variables and gives one row.</summary>
    public void Call(IEnumerable<string> variables, Action body)
    {
        Line($"CALL ({string.Join(", ", variables)}) {{");
        _depth++;
        body();
        _depth--;
        Line("}");
    }

    public override string ToString() => _text.ToString();
}

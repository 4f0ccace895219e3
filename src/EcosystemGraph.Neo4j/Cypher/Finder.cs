using EcosystemGraph.Core.Queries;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>A statement that finds things: one row, a list of them between two marks of the data that it saw.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Read">Reads one of what it finds.</param>
internal sealed record Finder<T>(Statement Statement, Func<IValues, T> Read)
{
    /// <summary>Makes one.</summary>
    /// <param name="plan">The questions whose ids are looked up at its head.</param>
    /// <param name="body">Writes what gives the list, as <c>found</c>.</param>
    /// <param name="read">Reads one of what is in it.</param>
    public static Finder<T> Of(Plan plan, Action<CypherWriter, Heads> body, Func<IValues, T> read)
    {
        var cypher = new CypherWriter();
        cypher.Line("CYPHER 5");
        DataMark.Write(cypher, "mark0");
        var heads = new Heads(plan, cypher);
        cypher.Call(heads.Variables, () => body(cypher, heads));
        DataMark.Write(cypher, "mark1");
        cypher.Line("RETURN mark0, found, mark1");
        return new Finder<T>(new Statement(cypher.ToString(), cypher.Parameters), read);
    }
}

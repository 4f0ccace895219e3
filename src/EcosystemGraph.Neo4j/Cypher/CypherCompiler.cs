using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>A plan as one read-only statement.</summary>
/// <param name="Text">The statement; it depends on the plan's shape only.</param>
/// <param name="Parameters">Every value.</param>
public sealed record CypherStatement(string Text, IReadOnlyDictionary<string, object?> Parameters);

/// <summary>
/// Compiles a plan to one statement. Each root is a subquery of one row; each page is limited first and nested after.
/// Records come back as lists, their values in the order of the selection (<see cref="AnswerDecoder"/> knows what
/// stands where).
/// </summary>
/// <remarks>
/// The statement reads the load mark and the data set's fingerprint first and last: where they differ, the data were
/// replaced meanwhile.
/// </remarks>
public sealed partial class CypherCompiler
{
    private readonly CypherWriter _cypher = new();
    private readonly Heads _heads;
    private readonly Predicates _predicates;

    private CypherCompiler(Plan plan)
    {
        _cypher.Line("CYPHER 5");
        Mark(_cypher, "mark0");
        _heads = new Heads(plan, _cypher);
        _predicates = new Predicates(_cypher, _heads);
    }

    /// <summary>Compiles a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="computed">The answers to its computed roots, made already: the statement reads the records that they show.</param>
    public static CypherStatement Compile(Plan plan, IReadOnlyDictionary<ComputedRoot, ComputedAnswer>? computed = null)
    {
        var compiler = new CypherCompiler(plan);
        compiler.Write(plan, computed);
        return new CypherStatement(compiler._cypher.ToString(), compiler._cypher.Parameters);
    }

    /// <summary>Reads the load mark and the data set's fingerprint.</summary>
    internal static void Mark(CypherWriter cypher, string name) => cypher.Call([], () =>
    {
        cypher.Line("OPTIONAL MATCH (d:Dataset)");
        cypher.Line("OPTIONAL MATCH (l:Load)");
        cypher.Line($"RETURN [d.sha256, d.shape, l.token] AS {name}");
    });

    private void Write(Plan plan, IReadOnlyDictionary<ComputedRoot, ComputedAnswer>? computed)
    {
        var answers = new List<string>();
        foreach (var root in plan.Roots)
        {
            if (root is TypeNameRoot) continue;
            var r = _cypher.Variable("r");
            answers.Add(r);
            _cypher.Call(_heads.Variables, () =>
            {
                if (root is ComputedRoot question) WriteRecords(computed?.GetValueOrDefault(question), r);
                else Write(root, r);
            });
        }
        Mark(_cypher, "mark1");
        var references = plan.Roots.Select(root => $"[{string.Join(", ", References.Of(root).Select(reference => $"size({_heads.Of(reference)}) > 0"))}]");
        _cypher.Line($"RETURN mark0, [{string.Join(", ", references)}] AS known, [{string.Join(", ", answers)}] AS answers, mark1");
    }

    private void Write(Root root, string r)
    {
        switch (root)
        {
            case LookupRoot lookup: WriteLookup(lookup, r); break;
            case NodesRoot nodes: WriteNodes(nodes, r); break;
            case PagesRoot pages:
                var y = _cypher.Variable("y");
                WritePages(pages.Pages, pages.Type, y, new Source(Ways.All(pages.Type, y), AllCount(pages.Type), IndexOf(pages.Type, y)), [], r);
                break;
            case ListRoot list: WriteAll(list.Type, list.Projection, r); break;
            case CoAccompaniersRoot question: WriteCoAccompaniers(question, r); break;
            case SearchRoot search: WriteSearch(search, r); break;
            case DatasetRoot dataset:
                WriteDataset(dataset, r);
                break;
            default: throw new ArgumentOutOfRangeException(nameof(root), root.GetType().Name, "a root without a statement");
        }
    }

    private static string PropertyOf(DatasetFact fact) => char.ToLowerInvariant(fact.ToString()[0]) + fact.ToString()[1..];

    private void WriteLookup(LookupRoot lookup, string r)
    {
        var y = _cypher.Variable("y");
        _cypher.Line($"MATCH {OfId(lookup.Type, y, _cypher.Parameter(lookup.Id))}");
        var row = Row(lookup.Projection, y);
        // A collection, so that there is a row where there is no record.
        _cypher.Line($"RETURN head(collect({row})) AS {r}");
    }

    private static string OfId(RecordType type, string y, string id) => type.Name switch
    {
        "Membership" => $"()-[{y}:MEMBER_OF {{id: {id}}}]->()",
        "Partnership" => $"()-[{y}:PARTNER_OF {{id: {id}}}]->()",
        _ => $"({y}:{type.Name} {{id: {id}}})",
    };

    // Each id is looked up in the index of each type; at most one has it.
    private void WriteNodes(NodesRoot nodes, string r)
    {
        var ids = _cypher.Parameter(nodes.Ids);
        var (i, id, v, found) = (_cypher.Variable("i"), _cypher.Variable("id"), _cypher.Variable("v"), _cypher.Variable("v"));
        _cypher.Line($"UNWIND range(0, size({ids}) - 1) AS {i}");
        _cypher.Line($"WITH {i}, {ids}[{i}] AS {id}");
        _cypher.Call(Seen(id), () =>
        {
            _cypher.Call(Seen(id), () =>
            {
                for (var type = 0; type < nodes.Projection.ByType.Length; type++)
                {
                    if (type > 0) _cypher.Line("UNION ALL");
                    var selection = nodes.Projection.ByType[type];
                    var y = _cypher.Variable("y");
                    // A body that is both is a grouping.
                    _cypher.Line($"MATCH {OfId(selection.Type, y, id)}{(selection.Type == Records.Actor ? $" WHERE NOT {y}:Grouping" : "")}");
                    _cypher.Line($"RETURN {Row(selection, y, type)} AS {found}");
                }
            });
            _cypher.Line($"RETURN head(collect({found})) AS {v}");
        });
        // In lists of one, for a collection leaves null out.
        _cypher.Line($"WITH {i}, {v} ORDER BY {i} RETURN collect([{v}]) AS {r}");
    }

    private void WriteDataset(DatasetRoot dataset, string r)
    {
        var values = new List<string>();
        foreach (var part in dataset.Fields.Where(part => part.Fact != DatasetFact.TypeName))
        {
            if (part.Findings is null)
            {
                values.Add("d." + PropertyOf(part.Fact));
                continue;
            }
            var v = _cypher.Variable("v");
            _cypher.Call(_heads.Variables, () => WriteAll(Records.DataFinding, part.Findings, v));
            values.Add(v);
        }
        _cypher.Line("OPTIONAL MATCH (d:Dataset)");
        _cypher.Line($"RETURN [{string.Join(", ", values)}] AS {r}");
    }

    private void WriteAll(RecordType type, Projection projection, string r)
    {
        var y = _cypher.Variable("y");
        _cypher.Line($"MATCH ({y}:{type.Name})");
        _cypher.Line($"WITH {y} ORDER BY {y}.rank");
        _cypher.Line($"RETURN collect({Row(projection, y)}) AS {r}");
    }
}

using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Neo4j.Shapes;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>A plan as one read-only statement.</summary>
public sealed class CompiledPlan
{
    internal CompiledPlan(Statement statement, ImmutableArray<Shape?> answers)
    {
        Statement = statement;
        Answers = answers;
    }

    /// <summary>The statement: its text depends on the plan's shape only.</summary>
    public Statement Statement { get; }

    /// <summary>What the answer to each root of the plan looks like; null where it needs none.</summary>
    internal ImmutableArray<Shape?> Answers { get; }
}

/// <summary>
/// Compiles a plan to one statement. Each root is a subquery of one row; each page is limited first and nested after.
/// Records come back as lists, their values in the order of the selection; beside each expression that makes a value
/// stands what the value looks like (<see cref="Expression"/>).
/// </summary>
/// <remarks>
/// The statement reads the load mark and the data set's fingerprint first and last: where they differ, the data were
/// replaced meanwhile.
/// </remarks>
public sealed partial class CypherCompiler : IRowVisitor<string, Expression>
{
    private readonly CypherWriter _cypher = new();
    private readonly Heads _heads;
    private readonly Predicates _predicates;

    private CypherCompiler(Plan plan)
    {
        _cypher.Line("CYPHER 5");
        DataMark.Write(_cypher, "mark0");
        _heads = new Heads(plan, _cypher);
        _predicates = new Predicates(_cypher, _heads);
    }

    /// <summary>Compiles a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="computed">The answers to its computed roots, made already: the statement reads the records that they show.</param>
    public static CompiledPlan Compile(Plan plan, IReadOnlyDictionary<ComputedRoot, ComputedAnswer>? computed = null)
    {
        var compiler = new CypherCompiler(plan);
        var answers = compiler.Write(plan, computed);
        return new CompiledPlan(new Statement(compiler._cypher.ToString(), compiler._cypher.Parameters), answers);
    }

    private ImmutableArray<Shape?> Write(Plan plan, IReadOnlyDictionary<ComputedRoot, ComputedAnswer>? computed)
    {
        var answers = new List<string>();
        var shapes = ImmutableArray.CreateBuilder<Shape?>(plan.Roots.Length);
        foreach (var root in plan.Roots)
        {
            Shape? shape = null;
            if (root is not TypeNameRoot)
            {
                var r = _cypher.Variable("r");
                answers.Add(r);
                _cypher.Call(_heads.Variables, () => shape = root.Accept(new Answers(this, computed), r));
            }
            shapes.Add(shape);
        }
        DataMark.Write(_cypher, "mark1");
        var references = plan.Roots.Select(root =>
            $"[{string.Join(", ", References.Of(root).Select(reference => $"size({_heads.Of(reference)}) > 0"))}]"
        );
        _cypher.Line(
            $"RETURN mark0, [{string.Join(", ", references)}] AS known, [{string.Join(", ", answers)}] AS answers, mark1"
        );
        return shapes.MoveToImmutable();
    }

    /// <summary>Writes the subquery of a root, which gives its answer under a name.</summary>
    private sealed class Answers(CypherCompiler compiler, IReadOnlyDictionary<ComputedRoot, ComputedAnswer>? computed)
        : IRootVisitor<string, Shape?>
    {
        public Shape? Visit(LookupRoot root, string r) => compiler.WriteLookup(root, r);

        public Shape? Visit(NodesRoot root, string r) => compiler.WriteNodes(root, r);

        public Shape? Visit(PagesRoot root, string r)
        {
            var y = compiler._cypher.Variable("y");
            return compiler.WritePages(root.Pages, root.Type, y, Kinds.All(root.Type, y), [], r).Shape;
        }

        public Shape? Visit(ListRoot root, string r) => compiler.WriteAll(root.Type, root.Projection, r).Shape;

        public Shape? Visit(DatasetRoot root, string r) => compiler.WriteDataset(root, r);

        public Shape? Visit(CoAccompaniersRoot root, string r) => compiler.WriteCoAccompaniers(root, r);

        public Shape? Visit(SearchRoot root, string r) => compiler.WriteSearch(root, r);

        // Nothing of it is asked.
        public Shape? Visit(TypeNameRoot root, string r) => null;

        public Shape? Visit(ComputedRoot root, string r) => compiler.WriteRecords(computed?.GetValueOrDefault(root), r);
    }

    private static string PropertyOf(DatasetFact fact) =>
        char.ToLowerInvariant(fact.ToString()[0]) + fact.ToString()[1..];

    private Shape WriteLookup(LookupRoot lookup, string r)
    {
        var y = _cypher.Variable("y");
        _cypher.Line($"MATCH {Kinds.Pattern(lookup.Type, y, _cypher.Parameter(lookup.Id))}");
        // A collection, so that there is a row where there is no record.
        return First(lookup.Projection, y, r).Shape;
    }

    // Each id is looked up in the index of each type; at most one has it.
    private Shape WriteNodes(NodesRoot nodes, string r)
    {
        var ids = _cypher.Parameter(nodes.Ids);
        var (i, id, v, found) = (
            _cypher.Variable("i"),
            _cypher.Variable("id"),
            _cypher.Variable("v"),
            _cypher.Variable("v")
        );
        var slots = new ImmutableArray<Slot>[nodes.Projection.ByType.Length];
        _cypher.Line($"UNWIND range(0, size({ids}) - 1) AS {i}");
        _cypher.Line($"WITH {i}, {ids}[{i}] AS {id}");
        _cypher.Call(
            Seen(id),
            () =>
            {
                _cypher.Call(
                    Seen(id),
                    () =>
                    {
                        for (var type = 0; type < slots.Length; type++)
                        {
                            if (type > 0)
                                _cypher.Line("UNION ALL");
                            var selection = nodes.Projection.ByType[type];
                            var y = _cypher.Variable("y");
                            // A body that is both is a grouping.
                            _cypher.Line(
                                $"MATCH {Kinds.Pattern(selection.Type, y, id)}{(selection.Type == Records.Actor ? $" WHERE NOT {y}:Grouping" : "")}"
                            );
                            slots[type] = ReturnTyped(selection, y, type, found);
                        }
                    }
                );
                _cypher.Line($"RETURN head(collect({found})) AS {v}");
            }
        );
        // In lists of one, for a collection leaves null out.
        _cypher.Line($"WITH {i}, {v} ORDER BY {i} RETURN collect([{v}]) AS {r}");
        var node = new WrappedShape(new TypedShape(slots));
        return nodes.IsList ? new ListShape(node) : new WrappedShape(node);
    }

    private Shape WriteDataset(DatasetRoot dataset, string r)
    {
        var values = new RecordValues();
        foreach (var part in dataset.Fields)
        {
            if (part.Fact == DatasetFact.TypeName)
            {
                values.Add(part.Name, "Dataset");
            }
            else if (part.Findings is not null)
            {
                Expression findings = default;
                var v = _cypher.Variable("v");
                _cypher.Call(_heads.Variables, () => findings = WriteAll(Records.DataFinding, part.Findings, v));
                values.Add(part.Name, findings);
            }
            else
            {
                values.Add(
                    part.Name,
                    new Expression(
                        "d." + PropertyOf(part.Fact),
                        part.Fact is DatasetFact.Title or DatasetFact.Version or DatasetFact.Sha256
                            ? Shape.Text
                            : Shape.Whole
                    )
                );
            }
        }
        _cypher.Line("OPTIONAL MATCH (d:Dataset)");
        var record = values.Record;
        _cypher.Line($"RETURN {record.Text} AS {r}");
        return record.Shape;
    }

    private Expression WriteAll(RecordType type, Projection projection, string r)
    {
        var y = _cypher.Variable("y");
        _cypher.Line($"MATCH ({y}:{type.Name})");
        _cypher.Line($"WITH {y} ORDER BY {y}.rank");
        return Collected(projection, y, r);
    }
}

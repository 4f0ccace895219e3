using System.Collections.Immutable;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Text;
using EcosystemGraph.Neo4j.Cypher;
using EcosystemGraph.Neo4j.Shapes;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j;

/// <summary>Reads for one question from the database: statement by statement, noting which data each of them saw.</summary>
/// <param name="server">Asks the server.</param>
/// <param name="lengths">How long the lists of the data set are.</param>
/// <param name="saw">Told the fingerprint of the data that an answer is from.</param>
internal sealed class Neo4jReading(
    StoreClient server,
    Func<CancellationToken, ValueTask<ListLengths>> lengths,
    Action<string> saw
) : IReading
{
    // Of the data that all is read from; null until the first statement.
    private string? _fingerprint;

    public ILinkSource LinksOf(ComputedRoot question) => new Neo4jLinks(this, question);

    public async ValueTask<Reference?> UnknownAsync(ComputedRoot question, CancellationToken cancellation)
    {
        var references = References.Of(question).ToArray();
        var known = await AskAsync(LinkStatements.Known(question, references), cancellation);
        return references.Zip(known).FirstOrDefault(one => !one.Second).First;
    }

    /// <summary>Asks a statement that finds things.</summary>
    public async ValueTask<List<T>> AskAsync<T>(Finder<T> finder, CancellationToken cancellation)
    {
        var (before, found, after) = await server.OneAsync(
            finder.Statement,
            values => (DataMark.Read(values), values.List(finder.Read), DataMark.Read(values)),
            cancellation
        );
        Note(before, after);
        return found;
    }

    public async ValueTask<string> AnswersAsync(
        Plan plan,
        IReadOnlyDictionary<ComputedRoot, ComputedAnswer> computed,
        AnswerWriter writer,
        Action<IAnswers> write,
        CancellationToken cancellation
    )
    {
        var compiled = CypherCompiler.Compile(plan, computed);
        var (before, after) = await server.OneAsync(
            compiled.Statement,
            values =>
            {
                var first = DataMark.Read(values);
                if (first.IsWhole && (_fingerprint ?? first.Fingerprint) == first.Fingerprint)
                {
                    var unknown = ReadUnknown(plan, values);
                    values.StartList();
                    write(new Answers(compiled.Answers, unknown, values, writer));
                    values.End();
                }
                else
                {
                    values.Skip();
                    values.Skip();
                }
                return (first, DataMark.Read(values));
            },
            cancellation
        );
        Note(before, after);
        saw(_fingerprint!);
        return _fingerprint!;
    }

    private void Note(DataMark before, DataMark after)
    {
        DataMark.RefuseUnlessWhole(before, after);
        _fingerprint ??= before.Fingerprint;
        if (before.Fingerprint != _fingerprint || after.Fingerprint != _fingerprint)
            throw new DataReplacedException();
    }

    // Of each root the first id that is taken for granted and is not there.
    private static Reference?[] ReadUnknown(Plan plan, IValues values)
    {
        var unknown = new Reference?[plan.Roots.Length];
        values.StartList();
        for (var i = 0; i < unknown.Length; i++)
        {
            values.StartList();
            foreach (var reference in References.Of(plan.Roots[i]))
            {
                if (!values.Flag())
                    unknown[i] ??= reference;
            }
            values.End();
        }
        values.End();
        return unknown;
    }

    public async ValueTask<IReadOnlyList<string>> NearAsync(Reference unknown, CancellationToken cancellation)
    {
        var isSmall = (await lengths(cancellation)).All(Records.Entity) <= NearTexts.Whole;
        var candidates = await server.AllAsync(
            NearStatement.Of(unknown, isSmall),
            values => (Id: values.Text(), Name: values.TextOrNull()),
            cancellation
        );
        return NearTexts.Of(unknown.Id, candidates.Select(candidate => (candidate.Id, candidate.Name ?? candidate.Id)));
    }

    /// <summary>The answers in a row, one after the other.</summary>
    private sealed class Answers(
        ImmutableArray<Shape?> shapes,
        Reference?[] unknown,
        IValues values,
        AnswerWriter writer
    ) : IAnswers
    {
        public Reference? Unknown(int root) => unknown[root];

        public void Write(int root) => shapes[root]!.Write(values, writer);

        public void Skip() => values.Skip();
    }
}

using System.Collections.Immutable;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Text;
using EcosystemGraph.Neo4j.Cypher;
using EcosystemGraph.Neo4j.Shapes;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j;

/// <summary>The store that is a Neo4j database: each plan is one read-only statement.</summary>
/// <param name="client">Asks the server.</param>
/// <param name="drawings">Draws and writes networks; null where none is asked for.</param>
public sealed class Neo4jStore(Neo4jClient client, IDrawings? drawings = null) : IStore
{
    private const int Attempts = 3;

    private sealed record Lengths(string Fingerprint, ListLengths Of);

    private volatile Lengths? _lengths;

    /// <inheritdoc/>
    public string Name => "neo4j";

    /// <inheritdoc/>
    public async ValueTask<StoreAnswer> AnswerAsync(Plan plan, AnswerWriter writer, CancellationToken cancellation)
    {
        var start = writer.Place;
        try
        {
            var isComputed = plan.Roots.Any(root => root is ComputedRoot);
            var compiled = isComputed ? null : CypherCompiler.Compile(plan);
            for (var attempt = 1; ; attempt++)
            {
                var computed = isComputed ? await ComputeAsync(plan, cancellation) : Computed.None;
                if (isComputed) compiled = CypherCompiler.Compile(plan, computed.Answers);
                var read = await client.OneAsync(compiled!.Statement, values =>
                {
                    writer.Return(start);
                    return Read(plan, compiled.Answers, computed, values, writer);
                }, cancellation);
                if (DataMark.AreOne(read.Before, read.After) && computed.IsFrom(read.Before.Fingerprint!))
                {
                    var fingerprint = read.Before.Fingerprint!;
                    ForgetLengthsOfOther(fingerprint);
                    return new StoreAnswer(await ErrorsAsync(read.Failed, computed, cancellation), fingerprint);
                }
                if (attempt == Attempts) throw new StoreUnavailableException(AnswerErrorCodes.Loading, "the data are being replaced; try again in a moment", null);
            }
        }
        catch (Neo4jException error)
        {
            writer.Return(start);
            throw new StoreUnavailableException(CodeOf(error.Fault), error.Message, error);
        }
        catch
        {
            writer.Return(start);
            throw;
        }
    }

    /// <summary>The answers to the computed roots of a plan, made from one data set.</summary>
    /// <param name="Answers">Those that could be made.</param>
    /// <param name="Refused">Why others could not.</param>
    /// <param name="Fingerprints">The data sets that they were made from: one, or the data were replaced meanwhile.</param>
    private sealed record Computed(Dictionary<ComputedRoot, ComputedAnswer> Answers, Dictionary<ComputedRoot, (string Code, string Message)> Refused, HashSet<string> Fingerprints)
    {
        public static readonly Computed None = new([], [], []);

        public bool IsFrom(string fingerprint) => Fingerprints.All(one => one == fingerprint);
    }

    private async ValueTask<Computed> ComputeAsync(Plan plan, CancellationToken cancellation)
    {
        var computed = new Computed(new(ReferenceEqualityComparer.Instance), new(ReferenceEqualityComparer.Instance), new(StringComparer.Ordinal));
        foreach (var question in plan.Roots.OfType<ComputedRoot>())
        {
            var links = LinksOf(question, computed.Fingerprints, cancellation);
            // A drawing names bodies: whether they are there is looked up first.
            if (IsDrawn(question) && await UnknownAsync(question, computed.Fingerprints, cancellation) is { } unknown)
            {
                computed.Refused.Add(question, (unknown.Code, unknown.Message));
                continue;
            }
            try
            {
                computed.Answers.Add(question, await ComputedAnswer.MakeAsync(question, links, drawings, cancellation));
            }
            catch (NetworkTooLargeException error)
            {
                computed.Refused.Add(question, (AnswerErrorCodes.NetworkTooLarge, error.Message));
            }
            catch (DrawingException error)
            {
                computed.Refused.Add(question, (error.Code, error.Message));
            }
        }
        return computed;
    }

    private static bool IsDrawn(ComputedRoot question) =>
        (question as NetworkRoot)?.Projection is { } network && IsDrawn(network) || (question as NetworkChangeRoot)?.Projection is { } change && IsDrawn(change);

    private static bool IsDrawn(Projection projection) => projection.ByType[0].Fields.Any(field => field is SelectedDrawing);

    // What the question takes for granted, and the data set in which it was looked up.
    private async ValueTask<AnswerError?> UnknownAsync(ComputedRoot question, HashSet<string> fingerprints, CancellationToken cancellation)
    {
        using var writer = new AnswerWriter(int.MaxValue);
        var known = await AnswerAsync(new Plan([new KnownRoot(question)]), writer, cancellation);
        fingerprints.Add(known.Fingerprint);
        return known.Errors is [var unknown, ..] ? unknown : null;
    }

    // What is read for a question; the data sets that it is read from are noted.
    private Neo4jLinks LinksOf(ComputedRoot question, HashSet<string> fingerprints, CancellationToken cancellation) => new(client, question, (before, after) =>
    {
        // A statement that saw two data sets counts for both: no answer is made of them.
        DataMark.AreOne(before, after);
        fingerprints.Add(before.Fingerprint!);
        fingerprints.Add(after.Fingerprint ?? "");
    }, async (plan, writer) =>
    {
        var answer = await AnswerAsync(plan, writer, cancellation);
        fingerprints.Add(answer.Fingerprint);
        return answer;
    });

    /// <inheritdoc/>
    public async ValueTask<StoreExtract> ExtractAsync(ComputedRoot question, CancellationToken cancellation)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var fingerprints = new HashSet<string>(StringComparer.Ordinal);
                if (await UnknownAsync(question, fingerprints, cancellation) is { } unknown) return new StoreExtract(null, unknown);
                var extract = await Extraction.MakeAsync(question, LinksOf(question, fingerprints, cancellation), cancellation);
                if (fingerprints.Count == 1) return new StoreExtract(extract, null);
                if (attempt == Attempts) throw new StoreUnavailableException(AnswerErrorCodes.Loading, "the data are being replaced; try again in a moment", null);
            }
        }
        catch (NetworkTooLargeException error)
        {
            return new StoreExtract(null, new AnswerError(question.Name, AnswerErrorCodes.NetworkTooLarge, error.Message));
        }
        catch (Neo4jException error)
        {
            throw new StoreUnavailableException(CodeOf(error.Fault), error.Message, error);
        }
    }

    // Lengths of other data are asked for again.
    private void ForgetLengthsOfOther(string fingerprint)
    {
        if (_lengths is { } known && known.Fingerprint != fingerprint) _lengths = null;
    }

    /// <inheritdoc/>
    public async ValueTask<ListLengths> LengthsAsync(CancellationToken cancellation)
    {
        if (_lengths is { } known) return known.Of;
        try
        {
            var found = await client.AllAsync(
                new Statement("CYPHER 5 MATCH (d:Dataset) RETURN d.sha256, d.listNames, d.listLengths"), ReadLengths, cancellation);
            // What holds no data is told when it is asked for them.
            return (_lengths = found.FirstOrDefault())?.Of ?? ListLengths.None;
        }
        catch (Neo4jException error)
        {
            throw new StoreUnavailableException(CodeOf(error.Fault), error.Message, error);
        }
    }

    private static Lengths? ReadLengths(IValues values)
    {
        var fingerprint = values.TextOrNull();
        if (fingerprint is not null && values.Next == ValueKind.List)
        {
            var longest = values.List(name => name.Text()).Zip(values.List(length => length.Int())).ToDictionary(StringComparer.Ordinal);
            return new Lengths(fingerprint, new ListLengths(longest));
        }
        values.Skip();
        values.Skip();
        return null;
    }

    /// <summary>Whether the server answers and holds a whole graph; what is wrong otherwise.</summary>
    public async Task<string?> ProblemAsync(CancellationToken cancellation)
    {
        using var writer = new AnswerWriter(4096);
        try
        {
            await AnswerAsync(new Plan([new DatasetRoot("dataset", [new DatasetPart("sha256", DatasetFact.Sha256)])]), writer, cancellation);
            return null;
        }
        catch (StoreUnavailableException error)
        {
            return error.Message;
        }
    }

    private static string CodeOf(Neo4jFault fault) => fault switch
    {
        Neo4jFault.Unauthorized => AnswerErrorCodes.Unauthorized,
        Neo4jFault.UnknownDatabase => AnswerErrorCodes.UnknownDatabase,
        Neo4jFault.TimedOut => AnswerErrorCodes.Timeout,
        _ => AnswerErrorCodes.Unavailable,
    };

    // Reads the row and writes it down: worth something where the two marks are one. What failed are the roots without an
    // answer, each with the first id of it that is not there, if that is why.
    private static (DataMark Before, List<(Root Root, Reference? Unknown)> Failed, DataMark After) Read(
        Plan plan, ImmutableArray<Shape?> answers, Computed computed, IValues values, AnswerWriter writer)
    {
        var failed = new List<(Root, Reference?)>();
        var before = DataMark.Read(values);
        if (before.IsWhole && computed.IsFrom(before.Fingerprint!))
        {
            Write(plan, answers, computed, ReadUnknown(plan, values), values, writer, failed);
        }
        else
        {
            values.Skip();
            values.Skip();
        }
        return (before, failed, DataMark.Read(values));
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
                if (!values.Flag()) unknown[i] ??= reference;
            }
            values.End();
        }
        values.End();
        return unknown;
    }

    private static void Write(
        Plan plan, ImmutableArray<Shape?> answers, Computed computed, Reference?[] unknown, IValues values, AnswerWriter writer, List<(Root, Reference?)> failed)
    {
        values.StartList();
        writer.StartObject();
        for (var i = 0; i < plan.Roots.Length; i++)
        {
            var root = plan.Roots[i];
            writer.Name(root.Name);
            if (root is TypeNameRoot type)
            {
                writer.Text(type.TypeName);
            }
            else if (unknown[i] is not null || (root is ComputedRoot question && !computed.Answers.ContainsKey(question)))
            {
                failed.Add((root, unknown[i]));
                values.Skip();
                writer.Null();
            }
            else
            {
                answers[i]!.Write(values, writer);
            }
        }
        writer.EndObject();
        values.End();
    }

    private async Task<IReadOnlyList<AnswerError>> ErrorsAsync(
        List<(Root Root, Reference? Unknown)> failed, Computed computed, CancellationToken cancellation)
    {
        var errors = new List<AnswerError>(failed.Count);
        foreach (var (root, unknown) in failed)
        {
            var (code, message) = unknown is null
                ? computed.Refused[(ComputedRoot)root]
                : (AnswerErrorCodes.UnknownId, References.Unknown(unknown, await NearAsync(unknown, cancellation)));
            errors.Add(new AnswerError(root.Name, code, message, unknown?.Place));
        }
        return errors;
    }

    private async Task<IReadOnlyList<string>> NearAsync(Reference reference, CancellationToken cancellation)
    {
        var statement = reference.Type == Records.Concept ? $"MATCH (x:Concept{(reference.Scheme is null ? "" : " {scheme: $scheme}")}) UNWIND [x.labelFr, x.labelEn] AS label RETURN x.id, label"
            : reference.Type == Records.Territory ? "MATCH (x:Territory) RETURN x.id, x.name"
            : (await LengthsAsync(cancellation)).All(Records.Entity) <= NearTexts.Whole ? "MATCH (x:Entity) RETURN x.id, x.name"
            : BesideStatement;
        var candidates = await client.AllAsync(new Statement("CYPHER 5 " + statement, new Dictionary<string, Value>
        {
            ["scheme"] = reference.Scheme,
            ["id"] = reference.Id,
            ["key"] = OrderKey.Of(FoldedText.Of(reference.Id)),
            ["limit"] = NearTexts.Beside,
        }), values => (Id: values.Text(), Name: values.TextOrNull()), cancellation);
        return NearTexts.Of(reference.Id, candidates.Select(candidate => (candidate.Id, candidate.Name ?? candidate.Id)));
    }

    // Each part reads so many entries of an index.
    private const string BesideStatement =
        """
        MATCH (x:Entity) USING INDEX x:Entity(id) WHERE x.id < $id WITH x ORDER BY x.id DESC LIMIT $limit RETURN x.id AS id, x.name AS name
        UNION MATCH (x:Entity) USING INDEX x:Entity(id) WHERE x.id > $id WITH x ORDER BY x.id LIMIT $limit RETURN x.id AS id, x.name AS name
        UNION MATCH (x:Actor) USING INDEX x:Actor(nameKey, id) WHERE x.nameKey < $key AND x.id IS NOT NULL WITH x ORDER BY x.nameKey DESC, x.id DESC LIMIT $limit RETURN x.id AS id, x.name AS name
        UNION MATCH (x:Actor) USING INDEX x:Actor(nameKey, id) WHERE x.nameKey >= $key AND x.id IS NOT NULL WITH x ORDER BY x.nameKey, x.id LIMIT $limit RETURN x.id AS id, x.name AS name
        UNION MATCH (x:Grouping) USING INDEX x:Grouping(nameKey, id) WHERE x.nameKey < $key AND x.id IS NOT NULL WITH x ORDER BY x.nameKey DESC, x.id DESC LIMIT $limit RETURN x.id AS id, x.name AS name
        UNION MATCH (x:Grouping) USING INDEX x:Grouping(nameKey, id) WHERE x.nameKey >= $key AND x.id IS NOT NULL WITH x ORDER BY x.nameKey, x.id LIMIT $limit RETURN x.id AS id, x.name AS name
        """;
}

using System.Text.Json;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;
using EcosystemGraph.Core.Stores;
using EcosystemGraph.Core.Text;
using EcosystemGraph.Neo4j.Cypher;
using EcosystemGraph.Neo4j.Http;

namespace EcosystemGraph.Neo4j;

/// <summary>The store that is a Neo4j database: each plan is one read-only statement.</summary>
/// <param name="client">Asks the server.</param>
/// <param name="drawings">Draws and writes networks; null where none is asked for.</param>
public sealed class Neo4jStore(QueryClient client, IDrawings? drawings = null) : IStore
{
    private const int Attempts = 3;

    private static readonly IReadOnlyDictionary<string, object?> NoParameters = new Dictionary<string, object?>();

    private sealed record Lengths(string Fingerprint, ListLengths Of);

    private volatile Lengths? _lengths;

    /// <inheritdoc/>
    public string Name => "neo4j";

    /// <inheritdoc/>
    public async ValueTask<StoreAnswer> AnswerAsync(Plan plan, AnswerWriter writer, CancellationToken cancellation)
    {
        try
        {
            var isComputed = plan.Roots.Any(root => root is ComputedRoot);
            var statement = isComputed ? null : CypherCompiler.Compile(plan);
            for (var attempt = 1; ; attempt++)
            {
                var computed = isComputed ? await ComputeAsync(plan, cancellation) : Computed.None;
                if (isComputed) statement = CypherCompiler.Compile(plan, computed.Answers);
                using var answer = await client.SendAsync(statement!.Text, statement.Parameters, AccessMode.Read, cancellation);
                if (answer.Rows.GetArrayLength() != 1) throw new StoreUnavailableException("the Neo4j server's answer is not complete; try again in a moment");
                var row = answer.Rows[0];
                if (IsWhole(row[0], row[3]) && computed.IsFrom(row[0][0].GetString()!))
                {
                    var fingerprint = row[0][0].GetString()!;
                    ForgetLengthsOfOther(fingerprint);
                    return new StoreAnswer(await WriteAsync(plan, row, computed, writer, cancellation), fingerprint);
                }
                if (attempt == Attempts) throw new StoreUnavailableException(AnswerErrorCodes.Loading, "the data are being replaced; try again in a moment", null);
            }
        }
        catch (Neo4jException error)
        {
            throw new StoreUnavailableException(CodeOf(error.Fault), error.Message, error);
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
        IsWhole(before, after);
        fingerprints.Add(before[0].GetString()!);
        fingerprints.Add(after[0].GetString() ?? "");
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
            using var answer = await client.SendAsync("CYPHER 5 MATCH (d:Dataset) RETURN d.sha256, d.listNames, d.listLengths", NoParameters, AccessMode.Read, cancellation);
            // What holds no data is told when it is asked for them.
            if (answer.Rows.GetArrayLength() == 0 || answer.Rows[0][1].ValueKind != JsonValueKind.Array) return ListLengths.None;
            var row = answer.Rows[0];
            var longest = row[1].EnumerateArray().Zip(row[2].EnumerateArray()).ToDictionary(pair => pair.First.GetString()!, pair => pair.Second.GetInt32(), StringComparer.Ordinal);
            _lengths = new Lengths(row[0].GetString()!, new ListLengths(longest));
            return _lengths.Of;
        }
        catch (Neo4jException error)
        {
            throw new StoreUnavailableException(CodeOf(error.Fault), error.Message, error);
        }
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

    // The same whole graph at the beginning and at the end: no load under way, one fingerprint.
    private static bool IsWhole(JsonElement before, JsonElement after)
    {
        if (before[2].ValueKind != JsonValueKind.Null || after[2].ValueKind != JsonValueKind.Null)
        {
            throw new StoreUnavailableException(AnswerErrorCodes.Loading, "the data are being loaded; try again when the load has ended", null);
        }
        if (before[0].ValueKind == JsonValueKind.Null)
        {
            throw new StoreUnavailableException(AnswerErrorCodes.Empty, "the Neo4j database holds no data set; fill it with the load command", null);
        }
        if (before[1].ValueKind != JsonValueKind.String || before[1].GetString() != GraphShape.Version)
        {
            throw new StoreUnavailableException(AnswerErrorCodes.Empty, "the Neo4j database was filled by another version of this program; fill it again with the load command", null);
        }
        return after[0].ValueKind == JsonValueKind.String && before[0].ValueEquals(after[0].GetString());
    }

    private static string CodeOf(Neo4jFault fault) => fault switch
    {
        Neo4jFault.Unauthorized => AnswerErrorCodes.Unauthorized,
        Neo4jFault.UnknownDatabase => AnswerErrorCodes.UnknownDatabase,
        Neo4jFault.TimedOut => AnswerErrorCodes.Timeout,
        _ => AnswerErrorCodes.Unavailable,
    };

    private async Task<IReadOnlyList<AnswerError>> WriteAsync(Plan plan, JsonElement row, Computed computed, AnswerWriter writer, CancellationToken cancellation)
    {
        var errors = new List<AnswerError>();
        var decoder = new AnswerDecoder(writer);
        var answers = row[2].EnumerateArray();
        writer.StartObject();
        for (var i = 0; i < plan.Roots.Length; i++)
        {
            var root = plan.Roots[i];
            writer.Name(root.Name);
            if (root is TypeNameRoot type)
            {
                writer.Text(type.TypeName);
                continue;
            }
            answers.MoveNext();
            if (Unknown(root, row[1][i]) is { } reference)
            {
                errors.Add(new AnswerError(root.Name, AnswerErrorCodes.UnknownId, References.Unknown(reference, await NearAsync(reference, cancellation)), reference.Place));
                writer.Null();
            }
            else if (root is not ComputedRoot question)
            {
                decoder.Write(root, answers.Current);
            }
            else if (computed.Answers.TryGetValue(question, out var made))
            {
                made.Write(writer, new RequestedRecords(made.Requests, answers.Current, decoder));
            }
            else
            {
                errors.Add(new AnswerError(root.Name, computed.Refused[question].Code, computed.Refused[question].Message));
                writer.Null();
            }
        }
        writer.EndObject();
        return errors;
    }

    private static Reference? Unknown(Root root, JsonElement known) =>
        References.Of(root).Where((_, i) => known[i].ValueKind == JsonValueKind.False).FirstOrDefault();

    private async Task<IReadOnlyList<string>> NearAsync(Reference reference, CancellationToken cancellation)
    {
        var statement = reference.Type == Records.Concept ? $"MATCH (x:Concept{(reference.Scheme is null ? "" : " {scheme: $scheme}")}) UNWIND [x.labelFr, x.labelEn] AS label RETURN x.id, label"
            : reference.Type == Records.Territory ? "MATCH (x:Territory) RETURN x.id, x.name"
            : (await LengthsAsync(cancellation)).All(Records.Entity) <= NearTexts.Whole ? "MATCH (x:Entity) RETURN x.id, x.name"
            : BesideStatement;
        using var answer = await client.SendAsync("CYPHER 5 " + statement, new Dictionary<string, object?>
        {
            ["scheme"] = reference.Scheme,
            ["id"] = reference.Id,
            ["key"] = OrderKey.Of(FoldedText.Of(reference.Id)),
            ["limit"] = NearTexts.Beside,
        }, AccessMode.Read, cancellation);
        return NearTexts.Of(reference.Id, answer.Rows.EnumerateArray()
            .Select(candidate => (candidate[0].GetString()!, candidate[1].GetString() ?? candidate[0].GetString()!)));
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

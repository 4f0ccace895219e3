using System.Globalization;
using System.Text;
using System.Text.Json;
using EcosystemGraph.Api.GraphQL.Limits;
using EcosystemGraph.Api.Settings;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>How a request was answered, for those who send, tag, log and measure the answer.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Code">The code of the first error; null where there is none.</param>
/// <param name="Fingerprint">The data set that the answer is from; null where no store was asked.</param>
/// <param name="Reading">The request, read; null where it could not be.</param>
/// <param name="Cost">How many values the largest possible answer has; null where that is not known.</param>
internal readonly record struct AnswerReport(
    AnswerOutcome Outcome,
    string? Code = null,
    string? Fingerprint = null,
    GraphQLReading? Reading = null,
    double? Cost = null
);

/// <summary>Answers GraphQL requests: parses, validates, plans, asks the store, and writes the whole response.</summary>
/// <param name="schema">The schema.</param>
/// <param name="reader">Reads them.</param>
/// <param name="store">Answers their plans.</param>
/// <param name="limits">How large an answer may be; null for what holds where nothing is set.</param>
internal sealed class GraphQLAnswerer(
    EcosystemSchema schema,
    GraphQLReader reader,
    IStore store,
    LimitSettings? limits = null
)
{
    private static readonly GraphQLSerializer Serializer = new();
    private readonly DocumentExecuter _introspection = new();
    private readonly int _mostCost = (limits ?? LimitSettings.Unset).Cost;
    private readonly int _mostSchemaValues = (limits ?? LimitSettings.Unset).SchemaValues;

    /// <summary>Writes the response, all of it or an error in its place.</summary>
    public async ValueTask<AnswerReport> AnswerAsync(
        Question question,
        AnswerWriter writer,
        CancellationToken cancellation
    )
    {
        try
        {
            return await TryAnswerAsync(question, writer, cancellation);
        }
        catch (Exception error) when (Refusal.Of(error, question.Query) is { } refusal)
        {
            ErrorText.WriteResponse(writer, refusal.Errors);
            return new AnswerReport(refusal.Outcome, refusal.Code);
        }
    }

    /// <summary>Reads a question that is answered by what is made of one part of the graph, and sees that it asks for no more than it may.</summary>
    /// <exception cref="RefusedException">It cannot be answered, or asks for too much.</exception>
    public async ValueTask<(GraphQLReading Reading, double Cost)> ReadAsync(
        Question question,
        CancellationToken cancellation
    )
    {
        var read = await reader.ReadAsync(question, cancellation);
        if (read.Errors.Count > 0)
            throw new RefusedException(new Refusal(AnswerOutcome.Refused, read.Errors));
        var cost = Cost.Of(read.Plan!, await store.LengthsAsync(cancellation));
        return cost.Values > _mostCost
            ? throw new RefusedException(
                new Refusal(AnswerOutcome.Refused, AnswerErrorCodes.CostTooHigh, TooHigh(cost))
            )
            : (read, cost.Values);
    }

    private async ValueTask<AnswerReport> TryAnswerAsync(
        Question question,
        AnswerWriter writer,
        CancellationToken cancellation
    )
    {
        var read = await reader.ReadAsync(question, cancellation);
        if (read.Errors.Count > 0)
        {
            ErrorText.WriteResponse(writer, read.Errors);
            return new AnswerReport(AnswerOutcome.Refused, read.Errors[0].Code, null, read);
        }
        var (roots, plan) = (read.Roots, read.Plan!);
        var aboutSchema = roots.Where(Planner.IsIntrospection).ToArray();

        var cost = Cost.Of(plan, plan.Roots.IsEmpty ? ListLengths.None : await store.LengthsAsync(cancellation));
        var schemaValues = aboutSchema.Length > 0 ? SizeOf(aboutSchema, read) : 0;
        cost = cost with { Values = cost.Values + schemaValues };
        var refusal =
            schemaValues > _mostSchemaValues
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"the answer about the schema would have {schemaValues:0} values, more than the {_mostSchemaValues} allowed (Limits:SchemaValues); ask for fewer levels of types and fields"
                )
            : cost.Values > _mostCost ? TooHigh(cost)
            : null;
        if (refusal is not null || question.Cost == CostReport.Validate)
        {
            return OnlyCost(question, cost, refusal, writer) with { Reading = read, Cost = cost.Values };
        }

        writer.StartObject();
        writer.Name("data");
        if (aboutSchema.Length > 0 && plan.Roots.IsEmpty)
        {
            writer.Raw(await IntrospectAsync(question, read, aboutSchema, cancellation));
            WriteCost(question, cost, writer);
            writer.EndObject();
            return new AnswerReport(AnswerOutcome.Answered, null, null, read, cost.Values);
        }
        StoreAnswer answer;
        if (aboutSchema.Length == 0)
        {
            answer = await store.AnswerAsync(plan, writer, cancellation);
        }
        else
        {
            using var data = new AnswerWriter(int.MaxValue);
            answer = await store.AnswerAsync(plan, data, cancellation);
            WriteMixed(writer, roots, data, await IntrospectAsync(question, read, aboutSchema, cancellation));
        }
        var errors = answer.Errors;
        // A field of the root type that may not be null takes the whole answer with it when it fails.
        if (errors.Any(error => !IsNullable(roots.First(root => root.Name == error.Root))))
        {
            writer.Clear();
            writer.StartObject();
            writer.Name("data");
            writer.Null();
        }
        if (errors.Count > 0)
        {
            writer.Name("errors");
            ErrorText.Write(
                writer,
                [
                    .. errors.Select(error => new ErrorText(
                        error.Code,
                        error.Message,
                        [ErrorText.LocationOf(question.Query, read.FieldAt(error.Place?.Names ?? [error.Root]))],
                        error.Place?.Known ?? [error.Root]
                    )),
                ]
            );
        }
        WriteCost(question, cost, writer);
        writer.EndObject();
        return new AnswerReport(
            AnswerOutcome.Answered,
            errors.Count > 0 ? errors[0].Code : null,
            answer.Fingerprint,
            read,
            cost.Values
        );
    }

    private double SizeOf(IEnumerable<CollectedField> aboutSchema, GraphQLReading read)
    {
        var size = new IntrospectionSize(schema, read.Document!);
        return aboutSchema.Sum(size.Of);
    }

    // Nothing runs: the client only wants to know, or the answer could be too large.
    private static AnswerReport OnlyCost(Question question, Cost cost, string? refusal, AnswerWriter writer)
    {
        writer.StartObject();
        if (refusal is not null)
        {
            writer.Name("errors");
            ErrorText.Write(writer, [new ErrorText(AnswerErrorCodes.CostTooHigh, refusal)]);
        }
        WriteCost(question, cost, writer);
        writer.EndObject();
        return refusal is not null
            ? new AnswerReport(AnswerOutcome.Refused, AnswerErrorCodes.CostTooHigh)
            : new AnswerReport(AnswerOutcome.Answered);
    }

    private string TooHigh(Cost cost)
    {
        var where =
            cost.Costliest.Length == 0
                ? "ask for less"
                : $"most of them under {cost.Costliest}: ask there for fewer records by first, or for fewer fields";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"the answer may have up to {cost.Values:0} values, more than the {_mostCost} allowed (Limits:Cost); {where}"
        );
    }

    // In Hot Chocolate's words: fields are values here, types records.
    private static void WriteCost(Question question, Cost cost, AnswerWriter writer)
    {
        if (question.Cost == CostReport.None)
            return;
        writer.Name("extensions");
        writer.StartObject();
        writer.Name("operationCost");
        writer.StartObject();
        writer.Name("fieldCost");
        writer.Number(cost.Values);
        writer.Name("typeCost");
        writer.Number(cost.Records);
        writer.EndObject();
        writer.EndObject();
    }

    private bool IsNullable(CollectedField root) =>
        schema.Query.GetField(root.FieldName) is not { ResolvedType: global::GraphQL.Types.NonNullGraphType };

    // What asks about the schema goes to the library's own executor, alone: it needs no store.
    private async Task<byte[]> IntrospectAsync(
        Question question,
        GraphQLReading read,
        IEnumerable<CollectedField> fields,
        CancellationToken cancellation
    )
    {
        var operation = read.Operation!;
        var alone = new GraphQLOperationDefinition(
            new GraphQLSelectionSet([.. fields.SelectMany(field => field.Nodes)])
        )
        {
            Operation = operation.Operation,
            Variables = operation.Variables,
        };
        var result = await _introspection.ExecuteAsync(
            new ExecutionOptions
            {
                Schema = schema,
                Query = question.Query,
                Document = new GraphQLDocument([
                    alone,
                    .. read.Document!.Definitions.OfType<GraphQLFragmentDefinition>(),
                ]),
                Variables = question.Variables,
                ValidationRules = [],
                CancellationToken = cancellation,
            }
        );
        using var written = new MemoryStream();
        await Serializer.WriteAsync(written, result, cancellation);
        using var json = JsonDocument.Parse(written.GetBuffer().AsMemory(0, (int)written.Length));
        return Encoding.UTF8.GetBytes(json.RootElement.GetProperty("data").GetRawText());
    }

    private static void WriteMixed(
        AnswerWriter writer,
        IReadOnlyList<CollectedField> roots,
        AnswerWriter data,
        byte[] aboutSchema
    )
    {
        using var answered = JsonDocument.Parse(data.Written);
        using var introspected = JsonDocument.Parse(aboutSchema);
        writer.StartObject();
        foreach (var root in roots)
        {
            writer.Name(root.Name);
            var source = Planner.IsIntrospection(root) ? introspected : answered;
            writer.Raw(Encoding.UTF8.GetBytes(source.RootElement.GetProperty(root.Name).GetRawText()));
        }
        writer.EndObject();
    }
}

using System.Globalization;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using GraphQL.Execution;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>The coerced arguments of one field. An explicit null means: not given (semantics: Filters).</summary>
internal sealed class Arguments(GraphQLField field, IDictionary<string, ArgumentValue>? values)
{
    public GraphQLField Field { get; } = field;

    public object? Value(string name) =>
        values is not null && values.TryGetValue(name, out var value) ? value.Value : null;

    /// <summary>Whether the document gives it, rather than the schema.</summary>
    public bool IsGiven(string name) =>
        values is not null
        && values.TryGetValue(name, out var value)
        && value is { Value: not null, Source: not ArgumentSource.FieldDefault };

    public string? Text(string name) => TextOf(Value(name));

    public string Required(string name) =>
        Text(name) ?? throw new QuestionException(ErrorCodes.BadArgument, $"{name} is missing", Field);

    public int? Whole(string name) =>
        Value(name) is { } value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : null;

    public bool Flag(string name) => Value(name) is true;

    public T Choice<T>(string name, T fallback)
        where T : struct => Value(name) is T value ? value : fallback;

    public PartialDate Date(string name) => (PartialDate)Value(name)!;

    public IDictionary<string, object?>? Object(string name) => (IDictionary<string, object?>?)Value(name);

    public ActiveAt? ActiveAt(string name) => Object(name) is { } value ? ActiveAtOf(value) : null;

    public static ActiveAt ActiveAtOf(IDictionary<string, object?> value) =>
        new(
            ((PartialDate)value["date"]!).Span,
            value.TryGetValue("atLeast", out var least) && least is Activity activity ? activity : Activity.POSSIBLE
        );

    public static string? TextOf(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}

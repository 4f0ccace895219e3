using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Api.GraphQL.Limits;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Text;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>Reads a filter as a client gives it into what it means (semantics: Filters).</summary>
/// <param name="argument">The argument that gives it, for messages.</param>
/// <param name="node">Where it is given, for messages.</param>
/// <param name="room">How large it may be.</param>
internal sealed class FilterReader(string argument, ASTNode node, PlanRoom room)
{
    public Filter Read(RecordType type, IDictionary<string, object?> given)
    {
        room.Take(1 + given.Count, node);
        if (type.IsAbstract)
            return new PerType(type.Possible, [.. type.Possible.Select(possible => Read(possible, given))]);
        var parts = ImmutableArray.CreateBuilder<Filter>();
        foreach (var (name, value) in given)
        {
            NotNull(name, value);
            parts.Add(
                name switch
                {
                    "and" => new Conjunction(All(name, value!, item => Read(type, item))),
                    "or" => new Disjunction(All(name, value!, item => Read(type, item))),
                    "not" => new Negation(Read(type, (IDictionary<string, object?>)value!)),
                    "activeAt" => ActiveAt(type, value!),
                    "nactiveAt" => new Negation(ActiveAt(type, value!)),
                    "under" when type == Records.Concept => new Under(Arguments.TextOf(value)!),
                    "nunder" when type == Records.Concept => new Negation(new Under(Arguments.TextOf(value)!)),
                    "inside" when type == Records.Territory => new Inside(Arguments.TextOf(value)!),
                    "ninside" when type == Records.Territory => new Negation(new Inside(Arguments.TextOf(value)!)),
                    _ => OfField(type.FieldOf(name)!, (IDictionary<string, object?>)value!),
                }
            );
        }
        return Joined(parts);
    }

    private Filter OfField(Field field, IDictionary<string, object?> given) =>
        field switch
        {
            ToOne one => new One(one, Read(one.Target, given)),
            Relation many => OfList(given, value => Read(many.Target, value), part => new Some(many, part)),
            EvidenceField evidence => OfList(given, OfEvidence, part => new SomeEvidence(evidence, part)),
            TextsField texts => OfList(
                given,
                value => OfColumn(SomeText.Item, value),
                part => new SomeText(texts, part)
            ),
            Column column => OfColumn(column, given),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.GetType().Name, "a field without a filter"),
        };

    private static Active ActiveAt(RecordType type, object value) =>
        new(type.Fields.OfType<ActivityField>().Single(), Arguments.ActiveAtOf((IDictionary<string, object?>)value));

    private Filter OfEvidence(IDictionary<string, object?> given)
    {
        var parts = ImmutableArray.CreateBuilder<Filter>();
        foreach (var (name, value) in given)
        {
            NotNull(name, value);
            parts.Add(
                name switch
                {
                    "and" => new Conjunction(All(name, value!, OfEvidence)),
                    "or" => new Disjunction(All(name, value!, OfEvidence)),
                    "not" => new Negation(OfEvidence((IDictionary<string, object?>)value!)),
                    _ => Read(Records.Passage, (IDictionary<string, object?>)value!),
                }
            );
        }
        return Joined(parts);
    }

    private Filter OfList(
        IDictionary<string, object?> given,
        Func<IDictionary<string, object?>, Filter> read,
        Func<Filter, Filter> some
    )
    {
        var parts = ImmutableArray.CreateBuilder<Filter>();
        foreach (var (name, value) in given)
        {
            NotNull(name, value);
            parts.Add(
                name switch
                {
                    "any" => (bool)value! ? some(Filter.True) : new Negation(some(Filter.True)),
                    "some" => some(read((IDictionary<string, object?>)value!)),
                    "none" => new Negation(some(read((IDictionary<string, object?>)value!))),
                    _ => new Negation(some(new Negation(read((IDictionary<string, object?>)value!)))),
                }
            );
        }
        return Joined(parts);
    }

    private Filter OfColumn(Column column, IDictionary<string, object?> given)
    {
        room.Take(given.Count, node);
        var parts = ImmutableArray.CreateBuilder<Filter>();
        foreach (var (name, value) in given)
        {
            if (name is not ("eq" or "neq"))
                NotNull($"{column.Name}.{name}", value);
            // Every n-operator is its positive's negation.
            var negated = name is ['n', ..];
            var positive = negated ? name[1..] : name;
            var part = positive switch
            {
                "eq" => value is null ? new Absent(column) : Equal(column, [value]),
                "in" => Equal(column, Items($"{column.Name}.{name}", value!)),
                "contains" => new TextHas(column, TextPlace.Contains, SoughtText.Of((string)value!)),
                "startsWith" => new TextHas(column, TextPlace.StartsWith, SoughtText.Of((string)value!)),
                "endsWith" => new TextHas(column, TextPlace.EndsWith, SoughtText.Of((string)value!)),
                _ => Compared(column, positive, value!),
            };
            parts.Add(negated ? new Negation(part) : part);
        }
        return Joined(parts);
    }

    private Filter Equal(Column column, IEnumerable<object?> values) =>
        column switch
        {
            TextColumn or MultilingualColumn => new TextIn(
                column,
                [.. values.Select(value => Arguments.TextOf(value)!)]
            ),
            WholeColumn or NumberColumn => new NumberIn(column, [.. values.Select(Number)]),
            DateColumn date => new DateIn(date, [.. values.Select(value => ((PartialDate)value!).Span)]),
            ChoiceColumn choice => new ChoiceIn(
                choice,
                [.. values.Select(value => choice.Values.IndexOf(value!.ToString()!))]
            ),
            FlagColumn flag => new FlagIs(flag, (bool)values.Single()!),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column.Name, "a column without a filter"),
        };

    private Filter Compared(Column column, string operation, object value)
    {
        var comparison = operation switch
        {
            "lt" => Comparison.Less,
            "lte" => Comparison.LessOrEqual,
            "gt" => Comparison.Greater,
            _ => Comparison.GreaterOrEqual,
        };
        return column is DateColumn date
            ? new DateCompares(date, comparison, ((PartialDate)value).Span)
            : new NumberCompares(column, comparison, Number(value));
    }

    private ImmutableArray<Filter> All(string name, object value, Func<IDictionary<string, object?>, Filter> read) =>
        [.. Items(name, value).Select(item => read((IDictionary<string, object?>)item))];

    // A variable that may be null can stand in a list whose items may not, if it has a default; null given for it is an error.
    private object[] Items(string name, object value)
    {
        object?[] items = value is System.Collections.IEnumerable list and not string
            ? [.. list.Cast<object?>()]
            : [value];
        room.Take(items.Length, node);
        if (Array.Exists(items, item => item is null))
        {
            throw new QuestionException(
                ErrorCodes.BadArgument,
                $"{argument}: {name} holds null; leave it out of the list, or find the absent with `eq: null` on a value",
                node
            );
        }
        return items!;
    }

    // A variable can hold 1e999, which no store can be sent as a number.
    private double Number(object? value) =>
        Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && double.IsFinite(number)
            ? number
            : throw new QuestionException(
                ErrorCodes.BadArgument,
                $"{argument}: a number is too large; give one between -1.79e308 and 1.79e308",
                node
            );

    private static Filter Joined(ImmutableArray<Filter>.Builder parts) =>
        parts.Count == 1 ? parts[0] : new Conjunction(parts.DrainToImmutable());

    private void NotNull(string name, object? value)
    {
        if (value is null)
        {
            throw new QuestionException(
                ErrorCodes.BadArgument,
                $"{argument}: {name} is null; leave it out, or find the absent with `eq: null` on a value",
                node
            );
        }
    }
}

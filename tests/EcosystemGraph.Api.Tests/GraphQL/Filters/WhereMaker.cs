using System.Text.Json.Nodes;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Tests.Naive;
using GraphQLParser;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.Tests.GraphQL.Filters;

/// <summary>Makes filters of all that the printed schema's input types allow, mostly with values that the data have.</summary>
internal sealed class WhereMaker(Random random, NaiveGraph graph)
{
    private const string Filter = "FilterInput";
    private const string Operations = "OperationFilterInput";
    private const string ListOf = "ListFilterInputTypeOf";

    private static readonly string[] Dates =
    [
        "2013",
        "2014",
        "2016",
        "2017-H2",
        "2019",
        "2020-Q3",
        "2021",
        "2021-06-15",
    ];

    // Parts without a letter or digit, some of which the data have.
    private static readonly string[] Signs = ["’", "-", " ", "", "&", "(", "'", "\u00AD", ".\u200B", "«"];

    /// <summary>The fields of each input type, with their types.</summary>
    private static readonly Dictionary<string, (string Name, GraphQLType Type)[]> Inputs = Parser
        .Parse(new EcosystemSchema().Printed())
        .Definitions.OfType<GraphQLInputObjectTypeDefinition>()
        .ToDictionary(
            input => input.Name.StringValue,
            input => input.Fields!.Select(field => (field.Name.StringValue, field.Type)).ToArray()
        );

    private static readonly Dictionary<string, string[]> Enums = Parser
        .Parse(new EcosystemSchema().Printed())
        .Definitions.OfType<GraphQLEnumTypeDefinition>()
        .ToDictionary(
            type => type.Name.StringValue,
            type => type.Values!.Select(value => value.Name.StringValue).ToArray()
        );

    /// <summary>Which operators and list quantifiers were used, by the type they are of: "IntOperationFilterInput.ngte".</summary>
    public HashSet<string> Used { get; } = [];

    /// <summary>A filter of a record type.</summary>
    public JsonObject Of(string type, int depth)
    {
        var fields = Inputs[type + Filter];
        var where = new JsonObject();
        for (var i = 0; i <= random.Next(2); i++)
        {
            var (name, field) = Pick(fields);
            if (where.ContainsKey(name) || (depth <= 0 && IsDeep(NameOf(field))))
                continue;
            where[name] = name switch
            {
                "and" or "or" => List(() => Of(type, depth - 1)),
                "not" => Of(type, depth - 1),
                "activeAt" or "nactiveAt" => random.Next(2) == 0
                    ? new JsonObject { ["date"] = Pick(Dates) }
                    : new JsonObject { ["date"] = Pick(Dates), ["atLeast"] = Pick(Enums["Activity"]) },
                "under" or "nunder" => Pick(graph.All("Concept")).Id,
                "inside" or "ninside" => Pick(graph.All("Territory")).Id,
                _ => OfField(type, name, NameOf(field), depth),
            };
        }
        return where;
    }

    private JsonObject OfField(string type, string name, string input, int depth)
    {
        if (input.StartsWith(ListOf, StringComparison.Ordinal))
            return OfList(input, () => OfItem(input[ListOf.Length..^Filter.Length], depth));
        if (input == "ListStringOperationFilterInput")
            return OfList(input, () => OfValue("String" + Operations, () => AnyValue(type, name)));
        return input.EndsWith(Operations, StringComparison.Ordinal)
            ? OfValue(input, () => AnyValue(type, name))
            : Of(input[..^Filter.Length], depth - 1);
    }

    private JsonObject OfItem(string type, int depth)
    {
        if (type != "Evidence")
            return Of(type, depth - 1);
        return random.Next(4) switch
        {
            0 => [],
            1 => new JsonObject { ["not"] = new JsonObject { ["passage"] = Of("Passage", depth - 2) } },
            2 => new JsonObject { ["or"] = List(() => new JsonObject { ["passage"] = Of("Passage", depth - 2) }) },
            _ => new JsonObject { ["passage"] = Of("Passage", depth - 1) },
        };
    }

    private JsonObject OfList(string input, Func<JsonObject> item)
    {
        var (name, _) = Pick(Inputs[input]);
        Used.Add($"{input}.{name}");
        return new JsonObject { [name] = name == "any" ? random.Next(2) == 0 : item() };
    }

    private JsonObject OfValue(string input, Func<object?> value)
    {
        var given = new JsonObject();
        for (var i = 0; i <= random.Next(2); i++)
        {
            var (name, type) = Pick(Inputs[input]);
            Used.Add($"{input}.{name}");
            if (type is GraphQLListType)
                given[name] = List(() => Value(NameOf(type), value()));
            else if (name is "eq" or "neq" && random.Next(4) == 0)
                given[name] = null;
            else
                given[name] =
                    name is "eq" or "neq" or "lt" or "gt" || NameOf(type) != "String"
                        ? Value(NameOf(type), value())
                        : Part(value());
        }
        return given;
    }

    private JsonNode Value(string type, object? value) =>
        type switch
        {
            "Boolean" => value is true,
            "Int" => value is double number ? (int)number + random.Next(3) - 1 : random.Next(4),
            "Float" => value is double number ? number + random.Next(3) - 1 : random.Next(4),
            "PartialDate" => value is PartialDate date && random.Next(2) == 0 ? date.ToString() : Pick(Dates),
            "ID" or "String" => Text(value),
            _ => value is string name && random.Next(2) == 0 ? name : Pick(Enums[type]),
        };

    // A few letters of a text, as someone types them: without accents, in capitals, with a dash for a space.
    private JsonNode Part(object? value)
    {
        var text = Text(value);
        if (text.Length == 0)
            return text;
        var start = random.Next(3) == 0 ? 0 : random.Next(text.Length);
        var part = text.Substring(
            start,
            random.Next(3) == 0 ? text.Length - start : Math.Min(text.Length - start, random.Next(6))
        );
        return random.Next(4) switch
        {
            3 => Signs[random.Next(Signs.Length)],
            0 => part.ToUpperInvariant(),
            1 => Core.Text.FoldedText.Of(part).Replace(' ', '-'),
            _ => part,
        };
    }

    private string Text(object? value) =>
        value switch
        {
            string text => text,
            MultilingualText both => (random.Next(2) == 0 ? both.French : both.English)
                ?? both.French
                ?? both.English
                ?? "",
            IReadOnlyList<string> { Count: > 0 } texts => Pick(texts),
            _ => "",
        };

    private object? AnyValue(string type, string field) =>
        type switch
        {
            "Entity" => AnyValue(random.Next(2) == 0 ? "Actor" : "Grouping", field),
            "Link" => AnyValue(random.Next(2) == 0 ? "Membership" : "Partnership", field),
            _ => graph.All(type) is { Count: > 0 } all ? graph.Read(Pick(all), field) : null,
        };

    private static bool IsDeep(string input) =>
        !input.EndsWith(Operations, StringComparison.Ordinal)
        && input.EndsWith(Filter, StringComparison.Ordinal)
        && input != "ActiveAtFilterInput";

    private JsonArray List(Func<JsonNode?> item) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => item())];

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private static string NameOf(GraphQLType type) =>
        type switch
        {
            GraphQLNonNullType required => NameOf(required.Type),
            GraphQLListType list => NameOf(list.Type),
            GraphQLNamedType named => named.Name.StringValue,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
}

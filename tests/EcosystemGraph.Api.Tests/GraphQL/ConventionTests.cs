using EcosystemGraph.Api.GraphQL;
using GraphQLParser;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.Tests.GraphQL;

/// <summary>
/// Filters, sorts and connections, which the contract does not write out, follow from its types by the conventions that its
/// head names: they are derived here from the contract alone and compared with what the server has.
/// </summary>
public sealed class ConventionTests
{
    private static readonly string[] NotFiltered = ["activity", "coMembers", "mention"];
    private static readonly string[] FilteredTypes =
    [
        "Actor",
        "Grouping",
        "Membership",
        "Partnership",
        "Concept",
        "Territory",
    ];
    private static readonly string[] PagedTypes = [.. FilteredTypes, "CoAccompanier", "CoMember"];

    private static readonly Dictionary<string, string[]> Operations = new(StringComparer.Ordinal)
    {
        ["String"] =
        [
            "eq",
            "neq",
            "in",
            "nin",
            "contains",
            "ncontains",
            "startsWith",
            "nstartsWith",
            "endsWith",
            "nendsWith",
        ],
        ["ID"] = ["eq", "neq", "in", "nin"],
        ["Boolean"] = ["eq", "neq"],
        ["Int"] = ["eq", "neq", "in", "nin", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"],
        ["Float"] = ["eq", "neq", "in", "nin", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"],
        ["PartialDate"] = ["eq", "neq", "in", "nin", "gt", "gte", "lt", "lte"],
    };

    // Types that came since the contract was written.
    private static readonly string[] Since = ["NameForm", "Node", "Openness"];

    private readonly Dictionary<string, Dictionary<string, GraphQLFieldDefinition>> _types = new(
        StringComparer.Ordinal
    );
    private readonly HashSet<string> _enums = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _expected = new(StringComparer.Ordinal);
    private readonly HashSet<string> _contract = new(StringComparer.Ordinal);

    [OneTimeSetUp]
    public void Derive()
    {
        foreach (
            var definition in Parser
                .Parse(File.ReadAllText(SharedFiles.Shared("design/ecosystem.graphql")))
                .Definitions.OfType<GraphQLTypeDefinition>()
        )
            _contract.Add(definition.Name.StringValue);
        _contract.UnionWith(Since);
        // Fields as they are now: that they are the contract's, and which came since, another test says.
        foreach (
            var definition in Parser
                .Parse(new EcosystemSchema().Printed())
                .Definitions.OfType<GraphQLTypeDefinition>()
                .Where(definition => _contract.Contains(definition.Name.StringValue))
        )
        {
            var fields = definition switch
            {
                GraphQLObjectTypeDefinition type => type.Fields,
                GraphQLInterfaceTypeDefinition type => type.Fields,
                _ => null,
            };
            if (fields is not null)
                _types[definition.Name.StringValue] = fields.Items.ToDictionary(
                    field => field.Name.StringValue,
                    StringComparer.Ordinal
                );
            if (definition is GraphQLEnumTypeDefinition)
                _enums.Add(definition.Name.StringValue);
        }
        foreach (var type in FilteredTypes)
        {
            Filter(type);
            Sort(type);
        }
        Sort("CoMember");
        foreach (var type in PagedTypes)
            Connection(type);
        _expected["PageInfo"] = new(StringComparer.Ordinal)
        {
            ["hasNextPage"] = "Boolean!",
            ["hasPreviousPage"] = "Boolean!",
            ["startCursor"] = "String",
            ["endCursor"] = "String",
        };
    }

    [Test]
    public void Inputs_and_connections_are_those_that_the_conventions_make()
    {
        var ours = Ours();
        var wrong = new List<string>();
        foreach (var (type, members) in _expected)
        {
            if (!ours.TryGetValue(type, out var own))
            {
                wrong.Add($"{type} is missing");
                continue;
            }
            wrong.AddRange(
                members
                    .Where(member => own.GetValueOrDefault(member.Key) != member.Value)
                    .Select(member =>
                        $"{type}.{member.Key} is {own.GetValueOrDefault(member.Key) ?? "missing"}, by the conventions {member.Value}"
                    )
            );
            wrong.AddRange(
                own.Keys.Where(name => !members.ContainsKey(name))
                    .Select(name => $"{type}.{name} is there, and no convention makes it")
            );
        }

        Assert.That(_expected, Has.Count.GreaterThan(50), "the contract was read");
        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
    }

    [Test]
    public void There_is_no_type_that_neither_the_contract_nor_a_convention_has()
    {
        Assert.That(
            Ours()
                .Keys.Where(name =>
                    !_contract.Contains(name) && !_expected.ContainsKey(name) && name != "SortEnumType"
                ),
            Is.Empty
        );
    }

    [Test]
    public void A_sort_is_ascending_or_descending()
    {
        var sort = Parser
            .Parse(new EcosystemSchema().Printed())
            .Definitions.OfType<GraphQLEnumTypeDefinition>()
            .Single(type => type.Name.Value == "SortEnumType");

        Assert.That(
            sort.Values!.Items.Select(value => value.Name.StringValue),
            Is.EquivalentTo(new[] { "ASC", "DESC" })
        );
    }

    private void Filter(string type)
    {
        var name = type + "FilterInput";
        if (_expected.ContainsKey(name))
            return;
        var members = _expected[name] = new(StringComparer.Ordinal)
        {
            ["and"] = $"[{name}!]",
            ["or"] = $"[{name}!]",
            ["not"] = name,
        };
        if (type == "Concept")
            members["under"] = members["nunder"] = "ID";
        if (type == "Territory")
            members["inside"] = members["ninside"] = "ID";
        foreach (var (field, definition) in _types[type])
        {
            if (field == "activity")
                members["activeAt"] = members["nactiveAt"] = "ActiveAtFilterInput";
            if (NotFiltered.Contains(field))
                continue;
            members[field] = FilterOf(definition.Type);
        }
    }

    private string FilterOf(GraphQLType type)
    {
        var (name, isList) = Read(type);
        if (name.EndsWith("Connection", StringComparison.Ordinal))
            (name, isList) = (Listed(name), true);
        string item;
        if (_types.ContainsKey(name))
        {
            Filter(name);
            item = name + "FilterInput";
        }
        else
        {
            item = Operation(name);
        }
        if (!isList)
            return item;
        var list = _types.ContainsKey(name) ? "ListFilterInputTypeOf" + item : "List" + item;
        _expected[list] = new(StringComparer.Ordinal)
        {
            ["all"] = item,
            ["none"] = item,
            ["some"] = item,
            ["any"] = "Boolean",
        };
        return list;
    }

    private string Operation(string scalar)
    {
        var name = (scalar == "ID" ? "Id" : scalar) + "OperationFilterInput";
        var operations = _enums.Contains(scalar) ? Operations["ID"] : Operations[scalar];
        _expected[name] = new(
            operations.ToDictionary(
                operation => operation,
                operation => operation is "in" or "nin" ? $"[{scalar}!]" : scalar
            ),
            StringComparer.Ordinal
        );
        return name;
    }

    private void Sort(string type)
    {
        var name = type + "SortInput";
        if (_expected.ContainsKey(name))
            return;
        var members = _expected[name] = new(StringComparer.Ordinal);
        foreach (var (field, definition) in _types[type])
        {
            var (target, isList) = Read(definition.Type);
            if (isList || target.EndsWith("Connection", StringComparison.Ordinal))
                continue;
            if (_types.ContainsKey(target))
            {
                members[field] = target + "SortInput";
                Sort(target);
            }
            else if (definition.Arguments is null || field == "label")
            {
                members[field] = "SortEnumType";
            }
        }
    }

    private void Connection(string type)
    {
        var plural = _types
            .Values.SelectMany(fields => fields.Values)
            .Select(field => Read(field.Type).Name)
            .First(name => name.EndsWith("Connection", StringComparison.Ordinal) && Listed(name) == type)[
            ..^"Connection".Length
        ];
        _expected[plural + "Connection"] = new(StringComparer.Ordinal)
        {
            ["edges"] = $"[{plural}Edge!]!",
            ["nodes"] = $"[{type}!]!",
            ["pageInfo"] = "PageInfo!",
            ["totalCount"] = "Int!",
        };
        if (_enums.Contains(plural + "Facet"))
            _expected[plural + "Connection"]["facets"] = "[FacetCount!]!";
        _expected[plural + "Edge"] = new(StringComparer.Ordinal) { ["cursor"] = "String!", ["node"] = type + "!" };
    }

    // "ActorsConnection" lists Actors, "TerritoriesConnection" Territories.
    private static string Listed(string connection)
    {
        var plural = connection[..^"Connection".Length];
        return plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^3] + "y" : plural[..^1];
    }

    private static (string Name, bool IsList) Read(GraphQLType type) =>
        type switch
        {
            GraphQLNonNullType required => Read(required.Type),
            GraphQLListType list => (Read(list.Type).Name, true),
            _ => (((GraphQLNamedType)type).Name.StringValue, false),
        };

    private static Dictionary<string, Dictionary<string, string>> Ours()
    {
        var types = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (
            var definition in Parser.Parse(new EcosystemSchema().Printed()).Definitions.OfType<GraphQLTypeDefinition>()
        )
        {
            types[definition.Name.StringValue] = definition switch
            {
                GraphQLInputObjectTypeDefinition input => input.Fields!.Items.ToDictionary(
                    field => field.Name.StringValue,
                    field => Printed(field.Type) + (field.DefaultValue is null ? "" : " with a default")
                ),
                GraphQLObjectTypeDefinition type => type.Fields!.Items.ToDictionary(
                    field => field.Name.StringValue,
                    field => Printed(field.Type)
                ),
                _ => [],
            };
        }
        return types;
    }

    private static string Printed(GraphQLType type) =>
        type switch
        {
            GraphQLNonNullType required => Printed(required.Type) + "!",
            GraphQLListType list => $"[{Printed(list.Type)}]",
            _ => ((GraphQLNamedType)type).Name.StringValue,
        };
}

using System.Text.Json.Nodes;
using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Core.Packages;
using EcosystemGraph.Tests.Naive;
using GraphQLParser;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.Tests.GraphQL.Filters;

/// <summary>Generated filters, asked of the server over the seed data, keep what a naive reading of its rows keeps.</summary>
public sealed class WhereTests
{
    private static readonly (string Type, string List)[] Lists =
    [
        ("Actor", "actors"),
        ("Grouping", "groupings"),
        ("Membership", "memberships"),
        ("Partnership", "partnerships"),
        ("Concept", "concepts"),
        ("Territory", "territories"),
    ];

    private static NaiveGraph _graph = null!;

    [OneTimeSetUp]
    public async Task Read() =>
        _graph = new NaiveGraph(
            (await PackageReader.ReadAsync(SharedFiles.InRepository("seed-data"), CancellationToken.None)).Dataset
        );

    [Test]
    public async Task Every_operator_of_every_type_keeps_what_the_rows_say()
    {
        // On until every operator was asked; the rarest are few among so many fields.
        const int Filters = 4000,
            Most = 20_000;
        var maker = new WhereMaker(new Random(1), _graph);
        var naive = new NaiveWhere(_graph);
        var operators = Parser
            .Parse(new EcosystemSchema().Printed())
            .Definitions.OfType<GraphQLInputObjectTypeDefinition>()
            .Where(input =>
                input.Name.StringValue.EndsWith("OperationFilterInput", StringComparison.Ordinal)
                && input.Name.StringValue is not "LanguageOperationFilterInput" and not "QualifierOperationFilterInput"
            )
            .SelectMany(input => input.Fields!.Select(field => $"{input.Name}.{field.Name}"))
            .ToArray();
        var (telling, asked) = (0, 0);
        for (; asked < Filters || (asked < Most && !operators.All(maker.Used.Contains)); asked++)
        {
            var (type, list) = Lists[asked % Lists.Length];
            var where = maker.Of(type, 3);
            var data = await SeedServer.DataAsync(
                $"query($where: {type}FilterInput) {{ {list}(where: $where, first: 500) {{ totalCount nodes {{ id }} }} }}",
                new { where }
            );
            var found = data.GetProperty(list)
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(node => node.GetProperty("id").GetString())
                .ToArray();
            var expected = _graph
                .All(type)
                .Where(record => naive.Holds(where, record))
                .Select(record => record.Id)
                .ToArray();

            Assert.That(found, Is.EqualTo(expected.Take(500)), () => $"{list} where {where}");
            Assert.That(data.GetProperty(list).GetProperty("totalCount").GetInt32(), Is.EqualTo(expected.Length));
            if (expected.Length > 0 && expected.Length < _graph.All(type).Count)
                telling++;
        }
        Assert.That(telling, Is.GreaterThan(asked / 5), "many filters keep some and leave others out");
        Assert.That(operators.Where(name => !maker.Used.Contains(name)), Is.Empty, "every operator was asked");
    }

    [TestCase("actors", "ActorFilterInput", """{"name":{"eq":null}}""", 0)]
    [TestCase("actors", "ActorFilterInput", """{"name":{"neq":null}}""", 116)]
    [TestCase("actors", "ActorFilterInput", """{"and":[]}""", 116)]
    [TestCase("actors", "ActorFilterInput", """{"or":[]}""", 0)]
    [TestCase("actors", "ActorFilterInput", """{"not":{}}""", 0)]
    [TestCase("actors", "ActorFilterInput", """{"not":{"not":{}}}""", 116)]
    [TestCase("actors", "ActorFilterInput", """{"not":{"or":[]}}""", 116)]
    [TestCase("actors", "ActorFilterInput", """{"kind":{"not":{}}}""", 0)]
    [TestCase("actors", "ActorFilterInput", "{}", 116)]
    [TestCase("actors", "ActorFilterInput", """{"name":{}}""", 116)]
    [TestCase("actors", "ActorFilterInput", """{"kind":{}}""", 116)]
    [TestCase("actors", "ActorFilterInput", """{"memberships":{}}""", 116)]
    [TestCase("actors", "ActorFilterInput", """{"name":{"in":[]}}""", 0)]
    [TestCase("actors", "ActorFilterInput", """{"name":{"nin":[]}}""", 116)]
    [TestCase("actors", "ActorFilterInput", """{"name":{"contains":""}}""", 116)]
    [TestCase("actors", "ActorFilterInput", """{"name":{"contains":"!!"}}""", 0)]
    [TestCase("actors", "ActorFilterInput", """{"name":{"contains":" "}}""", 116)]
    [TestCase("actors", "ActorFilterInput", """{"acronym":{"contains":"","eq":null}}""", 0)]
    [TestCase("groupings", "GroupingFilterInput", """{"activeAt":{"date":"2016","atLeast":"NO"}}""", 9)]
    public async Task What_is_empty_is_true_or_false_by_the_rules(string list, string type, string where, int expected)
    {
        var data = await SeedServer.DataAsync(
            $"query($where: {type}) {{ {list}(where: $where) {{ totalCount }} }}",
            new { where = JsonNode.Parse(where) }
        );

        Assert.That(data.GetProperty(list).GetProperty("totalCount").GetInt32(), Is.EqualTo(expected));
    }

    [TestCase("""{"and":null}""", "and")]
    [TestCase("""{"or":null}""", "or")]
    [TestCase("""{"not":null}""", "not")]
    [TestCase("""{"not":{"not":null}}""", "not")]
    [TestCase("""{"kind":{"nunder":null}}""", "nunder")]
    [TestCase("""{"territory":{"ninside":null}}""", "ninside")]
    [TestCase("""{"memberships":{"some":{"nactiveAt":null}}}""", "nactiveAt")]
    [TestCase("""{"evidence":{"some":{"not":null}}}""", "not")]
    [TestCase("""{"kind":null}""", "kind")]
    [TestCase("""{"kind":{"under":null}}""", "under")]
    [TestCase("""{"territory":{"inside":null}}""", "inside")]
    [TestCase("""{"name":null}""", "name")]
    [TestCase("""{"name":{"contains":null}}""", "name.contains")]
    [TestCase("""{"name":{"in":null}}""", "name.in")]
    [TestCase("""{"name":{"nin":null}}""", "name.nin")]
    [TestCase("""{"groupingCount":{"gt":null}}""", "groupingCount.gt")]
    [TestCase("""{"memberships":null}""", "memberships")]
    [TestCase("""{"memberships":{"some":null}}""", "some")]
    [TestCase("""{"memberships":{"any":null}}""", "any")]
    [TestCase("""{"memberships":{"some":{"activeAt":null}}}""", "activeAt")]
    [TestCase("""{"names":{"all":null}}""", "all")]
    [TestCase("""{"evidence":{"some":{"passage":null}}}""", "passage")]
    [TestCase("""{"or":[{"name":{"eq":"x"}},{"kind":{"broader":null}}]}""", "broader")]
    public async Task An_explicit_null_is_an_error_that_names_it(string where, string name)
    {
        var error = await SeedServer.ErrorAsync(
            "query($where: ActorFilterInput) { actors(where: $where) { totalCount } }",
            new { where = JsonNode.Parse(where) }
        );

        Assert.That(error.Code, Is.EqualTo("BAD_ARGUMENT"));
        Assert.That(error.Message, Does.StartWith($"where: {name} is null"));
    }

    [TestCase("""{"name":{"in":["a",null]}}""")]
    [TestCase("""{"and":[null]}""")]
    [TestCase("""{"groupings":{"some":{"status":{"in":[null]}}}}""")]
    public async Task A_list_of_values_holds_no_null(string where)
    {
        var error = await SeedServer.ErrorAsync(
            "query($where: ActorFilterInput) { actors(where: $where) { totalCount } }",
            new { where = JsonNode.Parse(where) }
        );

        Assert.That(error.Code, Is.EqualTo("VALIDATION_ERROR"), error.Message);
    }
}

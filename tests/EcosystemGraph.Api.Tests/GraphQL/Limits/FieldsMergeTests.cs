using EcosystemGraph.Api.GraphQL;
using EcosystemGraph.Api.GraphQL.Limits;
using GraphQL;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser;
using GraphQLParser.AST;

namespace EcosystemGraph.Api.Tests.GraphQL.Limits;

/// <summary>Fields of one name in the answer are one field (GraphQL, 5.3.2).</summary>
public sealed class FieldsMergeTests
{
    private static readonly EcosystemSchema Schema = new();

    [TestCase("{ actor(id: \"a\") { name name } }")]
    [TestCase("{ actor(id: \"a\") { x: name x: name } }")]
    [TestCase("{ actor(id: \"a\") { ...f ...f name } } fragment f on Actor { name }")]
    [TestCase("query($l: Language!) { concept(id: \"a\") { label(language: $l) label(language: $l) } }")]
    [TestCase("{ entity(id: \"a\") { ... on Actor { x: name } ... on Grouping { x: name } } }")]
    [TestCase(
        "{ entity(id: \"a\") { ... on Actor { x: acronym } ... on Grouping { x: purpose } } }",
        Description = "of types that no object has both of, different fields of one shape"
    )]
    [TestCase(
        "{ entity(id: \"a\") { ... on Actor { x: partnerships(first: 1) { totalCount } } ... on Grouping { x: partnerships(first: 2) { totalCount } } } }"
    )]
    public async Task What_can_be_merged_is_valid(string query)
    {
        Assert.That(await ErrorsAsync(FieldsMerge.Rule, query), Is.Empty);
        Assert.That(await IsValidAsync(OverlappingFieldsCanBeMerged.Instance, query), Is.True);
    }

    [TestCase("{ actor(id: \"a\") { x: name x: id } }", "name and id are different fields")]
    [TestCase("{ actor(id: \"a\") { name: acronym name } }", "acronym and name are different fields")]
    [TestCase("{ actor(id: \"a\") { id } actor(id: \"b\") { id } }", "different arguments")]
    [TestCase(
        "query($l: Language!) { concept(id: \"a\") { label(language: $l) label(language: FR) } }",
        "different arguments"
    )]
    [TestCase(
        "query($l: Language!, $m: Language!) { concept(id: \"a\") { label(language: $l) label(language: $m) } }",
        "different arguments"
    )]
    [TestCase("{ concept(id: \"a\") { label(language: FR) label } }", "different arguments")]
    [TestCase("{ entity(id: \"a\") { ... on Actor { x: name } ... on Grouping { x: memberGap } } }", "different types")]
    [TestCase("{ entity(id: \"a\") { ... on Actor { x: name } ... on Grouping { x: acronym } } }", "different types")]
    [TestCase("{ entity(id: \"a\") { x: name ... on Actor { x: acronym } } }", "x")]
    [TestCase(
        "{ entity(id: \"a\") { ... on Actor { x: kind { y: id } } ... on Grouping { x: kind { y: label } } } }",
        "different"
    )]
    [TestCase("{ entity(id: \"a\") { ... on Actor { x: names } ... on Grouping { x: name } } }", "different types")]
    [TestCase(
        "{ actor(id: \"a\") { ...f } } fragment f on Actor { x: name ...g } fragment g on Actor { x: id }",
        "different fields"
    )]
    [TestCase(
        "{ a: actor(id: \"a\") { kind { x: id } } ...f } fragment f on Query { a: actor(id: \"a\") { kind { x: label } } }",
        "different"
    )]
    public async Task What_cannot_be_merged_is_refused(string query, string says)
    {
        Assert.That(await ErrorsAsync(FieldsMerge.Rule, query), Has.Some.Contains(says));
        Assert.That(await IsValidAsync(OverlappingFieldsCanBeMerged.Instance, query), Is.False);
    }

    [TestCase("id: { eq: \"x\" }", "id: { eq: \"x\" }", true)]
    [TestCase(
        "id: { eq: \"x\" }",
        "id: { eq: \"\"\"x\"\"\" }",
        true,
        Description = "a text is its value, however it is written"
    )]
    [TestCase("id: { eq: \"x\" }", "id: { eq: \"\\u0078\" }", true)]
    [TestCase("id: { eq: \"x\" }", "id: { eq: \"y\" }", false)]
    [TestCase("id: { eq: 1 }", "id: { eq: \"1\" }", false)]
    [TestCase("id: { in: [\"x\", \"y\"] }", "id: { in: [\"x\", \"y\"] }", true)]
    [TestCase("id: { in: [\"x\", \"y\"] }", "id: { in: [\"y\", \"x\"] }", false)]
    [TestCase("id: { in: [\"x\"] }", "id: { in: [\"x\", \"x\"] }", false)]
    [TestCase("id: { in: [] }", "id: { in: [] }", true)]
    [TestCase(
        "id: { eq: \"x\" }, name: { eq: \"y\" }",
        "name: { eq: \"y\" }, id: { eq: \"x\" }",
        true,
        Description = "an object's fields have no order"
    )]
    [TestCase("name: { eq: null }", "name: { eq: null }", true)]
    [TestCase("name: { eq: null }", "name: { eq: \"null\" }", false)]
    [TestCase("measures: { some: { value: { gt: 1 } } }", "measures: { some: { value: { gt: 1.0 } } }", false)]
    [TestCase("named: { eq: true }", "named: { eq: true }", true)]
    [TestCase("named: { eq: true }", "named: { eq: false }", false)]
    [TestCase("", "", true)]
    [TestCase("", "id: { eq: \"x\" }", false)]
    public async Task Arguments_are_equal_by_value(string one, string other, bool equal)
    {
        Assert.That(
            await IsValidAsync(
                FieldsMerge.Rule,
                $"{{ actors(where: {{ {one} }}) {{ totalCount }} actors(where: {{ {other} }}) {{ totalCount }} }}"
            ),
            Is.EqualTo(equal)
        );
    }

    [Test]
    public async Task The_rule_says_what_the_librarys_own_slow_one_says()
    {
        var (valid, invalid) = (0, 0);
        for (var seed = 0; seed < 4000; seed++)
        {
            var query = Document(new Random(seed));
            var own = await IsValidAsync(FieldsMerge.Rule, query);
            Assert.That(
                own,
                Is.EqualTo(await IsValidAsync(OverlappingFieldsCanBeMerged.Instance, query)),
                $"{seed}: {query}"
            );
            if (own)
                valid++;
            else
                invalid++;
        }
        TestContext.Out.WriteLine($"{valid} valid, {invalid} not");
        Assert.That(valid, Is.GreaterThan(100));
        Assert.That(invalid, Is.GreaterThan(500));
    }

    [Test]
    public async Task Entangled_documents_come_to_an_end()
    {
        // Each fragment is met below each other one.
        var fragments = Limited.Many(
            20,
            i =>
                $" fragment f{i} on Actor {{ a{i}: kind {{ id }} memberships {{ nodes {{ actor {{ name {Limited.Many(19 - i, j => $"...f{i + j + 1} ")} }} }} }} }}"
        );
        var error = await Limited.ErrorAsync(
            Limited.Unset with
            {
                Fields = 20_000,
                Cost = 100_000_000,
            },
            "{ actor(id: \"cerd\") { ...f0 } }" + fragments
        );

        Assert.That(error?.Code, Is.Null.Or.EqualTo("DOCUMENT_TOO_LARGE").Or.EqualTo("COST_TOO_HIGH"));
    }

    // Small documents in which names meet often.
    private static string Document(Random random)
    {
        var text = "{ entity(id: \"a\") { " + Set(random, "Entity", 3) + "} ";
        if (random.Next(2) == 0)
            text += "entity(id: \"a\") { " + Set(random, "Entity", 2) + "} ";
        text +=
            "...R } fragment R on Query { entity(id: \"a\") { ...A ...G ...E } } fragment A on Actor { "
            + Set(random, "Actor", 1, false)
            + "} fragment G on Grouping { "
            + Set(random, "Grouping", 1, false)
            + "} fragment E on Entity { "
            + Set(random, "Entity", 1, false)
            + "}";
        return text;
    }

    private static string Set(Random random, string type, int depth, bool spreads = true)
    {
        var text = "id ";
        for (var i = 0; i <= random.Next(4); i++)
        {
            var alias =
                random.Next(3) == 0 ? ""
                : random.Next(2) == 0 ? "x: "
                : "y: ";
            text += random.Next(9) switch
            {
                0 when spreads && type != "Concept" =>
                    $"... on {(random.Next(2) == 0 ? "Actor" : "Grouping")} {{ {Set(random, "Actor or grouping", depth - 1, spreads)}}} ",
                1 when spreads && type is not ("Concept" or "Actor" or "Actor or grouping") => Pick(
                    random,
                    "...A ",
                    "...G ",
                    "...E "
                ),
                2 when spreads && type != "Concept" => "...E ",
                3 or 4 when depth > 0 && type != "Concept" =>
                    $"{alias}kind {{ {Set(random, "Concept", depth - 1, spreads)}}} ",
                5 when depth > 0 && type != "Concept" =>
                    $"{alias}partnerships{Pick(random, "", "(first: 1)", "(first: 2)")} {{ nodes {{ {Pick(random, "", "x: ")}source {{ {Set(random, "Entity", depth - 1, spreads)}}} }} }} ",
                6 when type == "Concept" => alias + Pick(random, "label ", "label(language: EN) ", "id "),
                7 when type != "Concept" => alias + Pick(random, "name ", "acronym ", "names "),
                _ => alias + "id ",
            };
        }
        return text;
    }

    private static string Pick(Random random, params string[] texts) => texts[random.Next(texts.Length)];

    private static async Task<bool> IsValidAsync(IValidationRule rule, string query) =>
        (await ErrorsAsync(rule, query)).Count == 0;

    private static async Task<IReadOnlyList<string>> ErrorsAsync(IValidationRule rule, string query)
    {
        var document = Parser.Parse(query);
        var valid = await new DocumentValidator().ValidateAsync(
            new ValidationOptions
            {
                Schema = Schema,
                Document = document,
                Rules = [rule],
                Operation = document.Definitions.OfType<GraphQLOperationDefinition>().First(),
                Variables = new Inputs(new Dictionary<string, object?> { ["l"] = "FR", ["m"] = "EN" }),
            }
        );
        return
        [
            .. valid
                .Errors.OfType<ValidationError>()
                .Where(error => error.Number == "5.3.2")
                .Select(error => error.Message),
        ];
    }
}

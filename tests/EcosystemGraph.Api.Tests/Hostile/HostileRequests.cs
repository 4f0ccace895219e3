using System.Text;
using System.Text.Json;

namespace EcosystemGraph.Api.Tests.Hostile;

/// <summary>A request that is meant to harm.</summary>
/// <param name="Name">What is bad about it.</param>
/// <param name="Body">The body of its POST.</param>
/// <param name="Code">The code of the error; null where the request is answered after all.</param>
public sealed record HostileRequest(string Name, byte[] Body, string? Code)
{
    public override string ToString() => Name;
}

/// <summary>Requests that are small to send and large to answer, or no requests at all.</summary>
internal static class HostileRequests
{
    private const string TooLarge = "DOCUMENT_TOO_LARGE";
    private const string Costly = "COST_TOO_HIGH";
    private const string Invalid = "VALIDATION_ERROR";
    private const string Syntax = "SYNTAX_ERROR";
    private const string Bad = "BAD_REQUEST";
    private const string Argument = "BAD_ARGUMENT";

    public static IEnumerable<HostileRequest> All =>
        [
            // Fragments and aliases.
            Document("fragments that each spread the next twice, 40 deep", FragmentBomb(40, 2), TooLarge),
            Document("fragments that each spread the next ten times, 300 deep", FragmentBomb(300, 10), TooLarge),
            Document("a chain of 2000 fragments", FragmentBomb(2000, 1), TooLarge),
            Document(
                "fragments below fields that each spread the next twice",
                "{ actor(id: \"cerd\") { ...f0 } }"
                    + Many(
                        20,
                        i =>
                            $" fragment f{i} on Actor {{ a: kind {{ id }} {(i < 19 ? $"partnerships(first: 1) {{ nodes {{ a: source {{ ...f{i + 1} }} b: target {{ ...f{i + 1} }} }} }}" : "id")} }}"
                    ),
                TooLarge
            ),
            Document("a fragment that spreads itself", "{ dataset { ...f } } fragment f on Dataset { ...f }", Invalid),
            Document(
                "fragments that spread each other",
                "{ dataset { ...a } } fragment a on Dataset { ...b } fragment b on Dataset { ...c } fragment c on Dataset { title ...a }",
                Invalid
            ),
            Document(
                "a cycle through a field",
                "{ actor(id: \"cerd\") { ...f } } fragment f on Actor { memberships { nodes { actor { ...f } } } }",
                Invalid
            ),
            Document(
                "400 fragments that spread one another",
                "{ ...f0 }"
                    + Many(400, i => $" fragment f{i} on Query {{ {Many(5, j => $"...f{(i + j + 1) % 400} ")} }}"),
                TooLarge
            ),
            Document(
                "1500 fragments that nothing spreads",
                "{ dataset { title } }" + Many(1500, i => $" fragment f{i} on Dataset {{ title }}"),
                TooLarge
            ),
            Document(
                "150 fragments that nothing spreads",
                "{ dataset { title } }" + Many(150, i => $" fragment f{i} on Dataset {{ title }}"),
                Invalid
            ),
            Document("1000 aliases", "{ dataset { " + Many(1000, i => $"a{i}: title ") + "} }", TooLarge),
            Document(
                "1000 aliases of a root field",
                "{ " + Many(1000, i => $"a{i}: dataset {{ title }} ") + "}",
                TooLarge
            ),
            Document(
                "60 aliases of a dear list",
                "{ actors(first: 500) { nodes { "
                    + Many(60, i => $"a{i}: partnerships(first: 500) {{ nodes {{ id evidence {{ mention }} }} }} ")
                    + "} } }",
                Costly
            ),
            // Selections.
            Document(
                "selections 5000 deep",
                "{ actor(id: \"cerd\") " + Many(5000, "{ kind ") + "{ id }" + Many(5000, "}") + " }",
                Syntax
            ),
            Document(
                "selections 100 deep",
                "{ actor(id: \"cerd\") { "
                    + Many(50, "memberships { nodes { actor { ")
                    + "id"
                    + Many(50, "} } } ")
                    + "} }",
                Syntax
            ),
            Document(
                "selections 60 deep",
                "{ actor(id: \"cerd\") { "
                    + Many(20, "memberships { nodes { actor { ")
                    + "id"
                    + Many(20, "} } } ")
                    + "} }",
                TooLarge
            ),
            Document(
                "inline fragments 5000 deep",
                "{ " + Many(5000, "... { ") + "dataset { title }" + Many(5000, " }") + " }",
                Syntax
            ),
            Document(
                "inline fragments 90 deep",
                "{ " + Many(90, "... { ") + "dataset { title }" + Many(90, " }") + " }",
                Syntax
            ),
            Document("200,000 fields", "{ dataset { " + Many(200_000, "title ") + "} }", Bad),
            Document("60,000 fields", "{a{" + Many(60_000 / 2, "a ") + "}}", TooLarge),
            Document("200,000 fields within the body", "{a{" + Many(200_000, "a ") + "}}", TooLarge),
            Document("2000 fields of one name", "{ dataset { " + Many(1990, "title ") + "} }", null),
            Document("2000 unknown fields", "{ dataset { " + Many(1990, i => $"titel{i} ") + "} }", Invalid),
            Document(
                "two fields in conflict, 90 times",
                "{ actor(id: \"cerd\") { " + Many(90, i => $"name: id name kind {{ label: id label }} ") + "} }",
                Invalid
            ),
            Document(
                "interfaces in interfaces",
                "{ entity(id: \"cerd\") { "
                    + Many(7, "partnerships(first: 1) { nodes { source { ")
                    + "id"
                    + Many(7, "} } } ")
                    + "} }",
                null
            ),
            Document(
                "interfaces in interfaces, both ends asked",
                "{ entity(id: \"cerd\") { "
                    + Many(7, "partnerships(first: 1) { nodes { a: target { id name names } source { id name names ")
                    + "id"
                    + Many(7, "} } } ")
                    + "} }",
                null
            ),
            Document(
                "interfaces in interfaces through both ends",
                "{ entity(id: \"cerd\") { ...f0 } }"
                    + Many(
                        7,
                        i =>
                            $" fragment f{i} on Entity {{ partnerships(first: 1) {{ nodes {{ a: source {{ {(i < 6 ? $"...f{i + 1}" : "id name names")} }} b: target {{ {(i < 6 ? $"...f{i + 1}" : "id name names")} }} }} }} }}"
                    ),
                TooLarge
            ),
            // Directives.
            Document("5000 directives", "{ dataset { title " + Many(5000, "@include(if: true) ") + "} }", TooLarge),
            Document("2500 directives", "{ dataset { title " + Many(2500, "@include(if: true) ") + "} }", TooLarge),
            Document("10,000 unknown directives", "{ dataset { title " + Many(10_000, "@a ") + "} }", TooLarge),
            Document(
                "10,000 directives of a variable",
                "query($a: Int " + Many(10_000, "@a ") + ") { actors(first: $a) { totalCount } }",
                TooLarge
            ),
            Document(
                "10,000 directives of an operation",
                "query " + Many(10_000, "@a ") + "{ dataset { title } }",
                TooLarge
            ),
            Document(
                "10,000 directives of fragments",
                "{ ...f ...g @a } fragment g on Query { dataset { title } } fragment f on Query "
                    + Many(10_000, "@a ")
                    + "{ dataset { title } }",
                TooLarge
            ),
            // Operations, variables, arguments.
            Document("5000 operations", Many(5000, i => $"query q{i}{{a}}"), TooLarge),
            Document(
                "5000 operations, one of them asked",
                Many(5000, i => $"query q{i}{{a}}"),
                TooLarge,
                operationName: "q7"
            ),
            Document(
                "1500 operations, one of them asked",
                Many(1500, i => $"query q{i}{{dataset{{title}}}}"),
                TooLarge,
                operationName: "q7"
            ),
            Document("5000 variables", "query(" + Many(5000, i => $"$v{i}:Int ") + ") { dataset { title } }", TooLarge),
            Document(
                "200 variables that nothing uses",
                "query(" + Many(200, i => $"$v{i}:Int ") + ") { dataset { title } }",
                Invalid
            ),
            Document(
                "5000 variables of one name",
                "query(" + Many(5000, "$v:Int ") + ") { actors(first: $v) { totalCount } }",
                TooLarge
            ),
            Document(
                "5000 unknown variables",
                "{ actors(where: { id: { in: [" + Many(5000, i => $"$v{i} ") + "] } }) { totalCount } }",
                TooLarge
            ),
            Document(
                "900 unknown variables",
                "{ actors(where: { id: { in: [" + Many(900, i => $"$v{i} ") + "] } }) { totalCount } }",
                Invalid
            ),
            Document(
                "5000 unknown arguments",
                "{ actors(" + Many(5000, i => $"a{i}:1 ") + ") { totalCount } }",
                TooLarge
            ),
            Document("900 unknown arguments", "{ actors(" + Many(900, i => $"a{i}:1 ") + ") { totalCount } }", Invalid),
            Document(
                "5000 arguments of one name",
                "{ actors(" + Many(5000, "first:1 ") + ") { totalCount } }",
                TooLarge
            ),
            Document("900 arguments of one name", "{ actors(" + Many(900, "first:1 ") + ") { totalCount } }", Invalid),
            Document(
                "a filter with 20,000 empty parts",
                "{ actors(where: { and: [" + Many(20_000, "{} ") + "] }) { totalCount } }",
                TooLarge
            ),
            Document(
                "a filter with 900 empty parts",
                "{ actors(where: { and: [" + Many(900, "{} ") + "] }) { totalCount } }",
                null
            ),
            Document(
                "a filter with 5000 unknown fields",
                "{ actors(where: { " + Many(5000, i => $"a{i}:1 ") + "}) { totalCount } }",
                TooLarge
            ),
            Document(
                "a filter with 900 unknown fields",
                "{ actors(where: { " + Many(900, i => $"a{i}:1 ") + "}) { totalCount } }",
                Invalid
            ),
            Document(
                "a filter with one field 5000 times",
                "{ actors(where: { " + Many(3000, "id:{eq:\"a\"} ") + "}) { totalCount } }",
                TooLarge
            ),
            Document(
                "a filter with one field 450 times",
                "{ actors(where: { " + Many(450, "id:{eq:\"a\"} ") + "}) { totalCount } }",
                Invalid
            ),
            Document(
                "a filter 5000 deep",
                "{ actors(where: " + Many(5000, "{ and: ") + "{}" + Many(5000, "}") + ") { totalCount } }",
                Syntax
            ),
            Document(
                "a list 20,000 deep",
                "{ actors(where: { and: " + Many(20_000, "[") + Many(20_000, "]") + " }) { totalCount } }",
                Syntax
            ),
            Document(
                "a type 20,000 deep",
                "query($v: " + Many(20_000, "[") + "Int" + Many(20_000, "]") + ") { actors(first: $v) { totalCount } }",
                Syntax
            ),
            Document(
                "a filter 40 deep through links",
                "{ actors(where: "
                    + Many(7, "{ memberships: { some: { grouping: { memberships: { some: { actor: ")
                    + "{ name: { contains: \"x\" } }"
                    + Many(7, "} } } } } }")
                    + ") { totalCount } }",
                null
            ),
            Document(
                "a filter 30 deep with `all` in both directions",
                "{ actors(where: "
                    + Many(14, "{ partnerships: { all: { target: ")
                    + "{ name: { contains: \"zz\" } }"
                    + Many(14, "} } }")
                    + ") { totalCount } }",
                TooLarge
            ),
            Document(
                "490 orders",
                "{ actors(order: [" + Many(490, "{name:ASC} ") + "]) { totalCount nodes { id } } }",
                null
            ),
            Variables(
                "a variable 10,000 deep",
                "query($v: ActorFilterInput) { actors(where: $v) { totalCount } }",
                "{\"v\":" + Many(10_000, "{\"and\":[") + Many(10_000, "]}") + "}",
                Bad
            ),
            Variables(
                "a variable 31 deep",
                "query($v: ActorFilterInput) { actors(where: $v) { totalCount } }",
                "{\"v\":" + Many(30, "{\"and\":[") + "{}" + Many(30, "]}") + "}",
                null
            ),
            Variables(
                "a variable with 300,000 empty filters",
                "query($v: ActorFilterInput) { actors(where: $v) { totalCount } }",
                "{\"v\":{\"and\":[{}" + Many(300_000, ",{}") + "]}}",
                TooLarge
            ),
            Variables(
                "a variable with 400,000 numbers",
                "query($v: ActorFilterInput) { actors(where: $v) { totalCount } }",
                "{\"v\":{\"groupingCount\":{\"in\":[1" + Many(400_000, ",1") + "]}}}",
                TooLarge
            ),
            Variables(
                "a variable with 400,000 nulls",
                "query($v: [ActorFilterInput!]) { actors(where: { and: $v }) { totalCount } }",
                "{\"v\":[null" + Many(200_000, ",null") + "]}",
                TooLarge
            ),
            Variables(
                "80,000 variables that are not declared",
                "{ dataset { title } }",
                "{\"a\":1" + Many(80_000, i => $",\"v{i}\":1") + "}",
                TooLarge
            ),
            Variables(
                "a number of 500,000 digits",
                "query($v: Int) { actors(first: $v) { totalCount } }",
                "{\"v\":" + Many(500_000, "9") + "}",
                Bad
            ),
            Variables(
                "a number with an exponent of nine digits",
                "query($v: Int) { actors(first: $v) { totalCount } }",
                "{\"v\":1e999999999}",
                Invalid
            ),
            Variables(
                "a filter of 900 parts in a variable used 50 times",
                "query($v: ActorFilterInput) { " + Many(50, i => $"a{i}: actors(where: $v) {{ totalCount }} ") + "}",
                "{\"v\":{\"and\":[{}" + Many(900, ",{}") + "]}}",
                TooLarge
            ),
            Document(
                "a literal of 50,000 digits",
                "{ actors(first: " + Many(50_000, "9") + ") { totalCount } }",
                Invalid
            ),
            Document(
                "a fraction of 50,000 digits",
                "{ actors(where: { measures: { some: { value: { gt: 0."
                    + Many(50_000, "9")
                    + " } } } }) { totalCount } }",
                null
            ),
            Document("an id of 60,000 letters", "{ actor(id: \"" + Many(60_000, "a") + "\") { id } }", null),
            Document(
                "an unknown id of 60,000 letters in a filter",
                "{ actors(where: { kind: { under: \"" + Many(60_000, "a") + "\" } }) { totalCount } }",
                "UNKNOWN_ID"
            ),
            Document(
                "a cursor of 60,000 letters",
                "{ actors(after: \"" + Many(60_000, "a") + "\") { totalCount } }",
                "BAD_CURSOR"
            ),
            Document("a name of 60,000 letters", "{ " + Many(60_000, "a") + " }", Invalid),
            Document(
                "an operation name of 60,000 letters",
                "query " + Many(60_000, "a") + " { dataset { title } }",
                null
            ),
            // Pages.
            Document("a huge first", "{ actors(first: 2147483647) { totalCount } }", Argument),
            Document("a first beyond 32 bits", "{ actors(first: 99999999999999999999) { totalCount } }", Invalid),
            Document("a negative first", "{ actors(first: -1) { totalCount } }", Argument),
            Document("the least last", "{ actors(last: -2147483648) { totalCount } }", Argument),
            Document(
                "a product of pages",
                "{ actors(first: 500) { nodes { "
                    + Many(4, "memberships(first: 500) { nodes { grouping { memberships(first: 500) { nodes { actor { ")
                    + "id"
                    + Many(4, "} } } } } } ")
                    + "} } }",
                TooLarge
            ),
            Document(
                "a product of three pages",
                "{ actors(first: 500) { nodes { memberships(first: 500) { nodes { grouping { memberships(first: 500) { nodes { actor { memberships(first: 500) { nodes { actor { partnerships(first: 500) { nodes { id } } } } } } } } } } } } } }",
                Costly
            ),
            Document(
                "a product of pages with values that are variables",
                "query($n: Int = 500) { actors(first: $n) { nodes { partnerships(first: $n) { nodes { source { partnerships(first: $n) { nodes { source { partnerships(first: $n) { nodes { id } } } } } } } } } } }",
                Costly
            ),
            // Questions about the schema.
            Document(
                "types of fields of types",
                "{ __schema { types { "
                    + Many(4, "fields { type { name kind ofType { name kind ofType { name ofType { name ")
                    + "name"
                    + Many(4, " } } } } }")
                    + " } } }",
                null
            ),
            Document(
                "types of types through arguments",
                "{ __schema { types { fields { args { type { ofType { "
                    + Many(6, "inputFields { type { ")
                    + "name"
                    + Many(6, " } } ")
                    + "} inputFields { type { inputFields { type { inputFields { type { inputFields { type { name } } } } } } } } } } } } } }",
                Costly
            ),
            Document(
                "types of types through fragments",
                "{ __schema { types { ...a } } } "
                    + Many(
                        6,
                        i =>
                            $"fragment {(char)('a' + i)} on __Type {{ fields {{ type {{ name ...{(char)('b' + i)} ofType {{ name ...{(char)('b' + i)} }} }} }} }} "
                    )
                    + "fragment g on __Type { name }",
                Costly
            ),
            Document(
                "50 whole schemas",
                "{ "
                    + Many(
                        50,
                        i =>
                            $"a{i}: __schema {{ types {{ name fields {{ name args {{ name type {{ name }} }} type {{ name ofType {{ name ofType {{ name }} }} }} }} }} }} "
                    )
                    + "}",
                Costly
            ),
            Document("a type of 60,000 letters", "{ __type(name: \"" + Many(60_000, "a") + "\") { name } }", null),
            // Letters.
            Document("NUL", "{ dataset { title \0 } }", Syntax),
            Document("NUL in a text", "{ actor(id: \"a\0b\") { id } }", Syntax),
            Document("NUL as an escape", "{ actor(id: \"\\u0000\") { id } }", null),
            Document("half a character as an escape of the document", "{ actor(id: \"\\ud800\") { id } }", null),
            Raw("half a character", "{\"query\":\"{ actor(id: \\\"\\ud800\\\") { id } }\"}", Bad),
            Raw(
                "half a character in a variable",
                "{\"query\":\"query($v: ID!) { actor(id: $v) { id } }\",\"variables\":{\"v\":\"\\udfff\"}}",
                Bad
            ),
            Raw(
                "half a character in a variable's name",
                "{\"query\":\"{ dataset { title } }\",\"variables\":{\"\\ud800\":1}}",
                Bad
            ),
            Raw(
                "half a character in an operation's name",
                "{\"query\":\"{ dataset { title } }\",\"operationName\":\"\\ud800\"}",
                Bad
            ),
            Document("letters that are no GraphQL", Many(20_000, "😀"), Syntax),
            Document("60,000 commas", Many(60_000, ","), Bad),
            Document("60,000 comments", Many(30_000, "#\n"), Bad),
            Document("a comment of 60,000 letters", "{ dataset { title } } #" + Many(60_000, "#"), null),
            Document("60,000 quotation marks", "{ actor(id: " + Many(60_000, "\"") + ") { id } }", Syntax),
            Document("a block text without end", "{ actor(id: \"\"\"" + Many(60_000, "\n") + " ) { id } }", Syntax),
            Document(
                "a block text of 30,000 lines",
                "{ actor(id: \"\"\"" + Many(30_000, " \n") + "\"\"\") { id } }",
                null
            ),
            Document("60,000 braces", Many(60_000, "{"), Syntax),
            Document("a schema in place of a question", Many(3000, i => $"type T{i}{{a:Int}}"), TooLarge),
            Document(
                "a schema beside a question",
                "{ dataset { title } }" + Many(100, i => $"type T{i}{{a:Int}}"),
                Invalid
            ),
            // JSON.
            Raw("no JSON", "query { dataset { title } }", Bad),
            Raw("a duplicate key", "{\"query\":\"{ dataset { title } }\",\"query\":\"{ dataset { version } }\"}", Bad),
            Raw(
                "a duplicate key of a variable",
                "{\"query\":\"{ dataset { title } }\",\"variables\":{\"a\":1,\"a\":2}}",
                Bad
            ),
            Raw("JSON 100,000 deep", Many(100_000, "["), Bad),
            Raw("an object 100,000 deep", Many(100_000, "{\"a\":"), Bad),
            Raw(
                "a member 1000 deep that is not read",
                "{\"query\":\"{ dataset { title } }\",\"x\":" + Many(1000, "[") + Many(1000, "]") + "}",
                Bad
            ),
            Raw(
                "extensions 1000 deep",
                "{\"query\":\"{ dataset { title } }\",\"extensions\":{\"a\":"
                    + Many(1000, "[")
                    + Many(1000, "]")
                    + "}}",
                Bad
            ),
            Raw(
                "extensions with 300,000 values",
                "{\"query\":\"{ dataset { title } }\",\"extensions\":{\"a\":[1" + Many(300_000, ",1") + "]}}",
                TooLarge
            ),
            Raw("a body of 1 MiB of spaces", Many(1 << 20, " "), Bad),
            Raw("a text of 1 MiB", "{\"query\":\"" + Many((1 << 20) - 20, " ") + "\"}", TooLarge),
            Raw("a text of 170,000 escapes", "{\"query\":\"" + Many(170_000, "\\u0020") + "\"}", TooLarge),
            Raw("a body beyond 1 MiB", "{\"query\":\"" + Many(2 << 20, " ") + "\"}", Bad),
            new(
                "bytes that are no UTF-8",
                [.. "{\"query\":\"{ actor(id: \\\""u8, 0xC3, 0x28, 0xED, 0xA0, 0x80, .. "\\\") { id } }\"}"u8],
                Bad
            ),
            new("NUL bytes", new byte[1000], Bad),
            new("nothing", [], Bad),
        ];

    private static string FragmentBomb(int depth, int width) =>
        "{ ...f0 }"
        + Many(
            depth,
            i =>
                $" fragment f{i} on Query {{ {(i == depth - 1 ? "dataset { title }" : Many(width, $"...f{i + 1} "))} }}"
        );

    private static HostileRequest Document(string name, string query, string? code, string? operationName = null) =>
        Raw(name, JsonSerializer.Serialize(new { query, operationName }), code);

    private static HostileRequest Variables(string name, string query, string variables, string? code) =>
        Raw(name, $"{{\"query\":{JsonSerializer.Serialize(query)},\"variables\":{variables}}}", code);

    private static HostileRequest Raw(string name, string body, string? code) =>
        new(name, Encoding.UTF8.GetBytes(body), code);

    private static string Many(int count, string text) =>
        new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Many(int count, Func<int, string> text) =>
        string.Concat(Enumerable.Range(0, count).Select(text));
}

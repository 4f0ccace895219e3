using System.Text;

namespace EcosystemGraph.Api.Tests.Hostile;

/// <summary>Changes texts at random: bytes, tokens, pieces of one put into another. A seed gives the same change each time.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] Tokens =
    [
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        ":",
        "!",
        "=",
        "@",
        "...",
        "$",
        "|",
        "&",
        "\"",
        "\"\"\"",
        "#",
        ",",
        "\n",
        "\0",
        "\uFEFF",
        "\ud800",
        "😀",
        "null",
        "true",
        "-1",
        "0",
        "1e999",
        "99999999999",
        "0.1",
        "on",
        "query",
        "mutation",
        "subscription",
        "fragment",
        "fragment f on Actor { ...f }",
        "...f",
        "...on Actor{id}",
        "... @include(if: $v)",
        "@skip(if:true)",
        "@skip(if:null)",
        "__typename",
        "__schema{types{name}}",
        "__type(name:\"Actor\"){name}",
        "type",
        "first",
        "last",
        "after",
        "where",
        "order",
        "and",
        "or",
        "some",
        "all",
        "any",
        "eq",
        "in",
        "first:-1",
        "first:501",
        "first:$v",
        "where:{}",
        "where:null",
        "order:[{}]",
        "{and:[null]}",
        "$v:Int",
        "$v:Int!=1",
        "$v:[[ActorFilterInput!]!]",
        "id",
        "name",
        "nodes",
        "edges",
        "totalCount",
        "pageInfo",
        "evidence",
        "language:null",
        "direction:OUT",
        "at:\"2016\"",
        "at:\"x\"",
        "under:\"bank\"",
        "inside:\"nope\"",
        "\\u0000",
        "\\ud800",
        "a:",
        "a:id",
        "actor(id:\"cerd\")",
        "coAccompaniers(theme:\"agri-rural\")",
    ];

    private static readonly string[] Values =
    [
        "null",
        "true",
        "0",
        "-1",
        "1e400",
        "123456789012345678901234567890",
        "0.5",
        "\"\"",
        "\"x\"",
        "\"2016\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "[]",
        "{}",
        "[null]",
        "[[]]",
        "{\"and\":[{}]}",
        "{\"and\":null}",
        "{\"name\":{\"eq\":null}}",
        "{\"name\":{\"in\":[null]}}",
        "\"EN\"",
        "{\"a\":1,\"a\":1}",
    ];

    private static readonly string[] Names =
    [
        "id",
        "name",
        "nodes",
        "edges",
        "node",
        "kind",
        "label",
        "evidence",
        "source",
        "target",
        "actor",
        "actors",
        "groupings",
        "members",
        "partnerships",
        "Actor",
        "Grouping",
        "Entity",
        "Int",
        "String",
        "FR",
        "OUT",
        "first",
        "last",
        "where",
        "v",
        "l",
        "eq",
        "null",
        "x",
    ];

    /// <summary>A text, changed: often by little, so that it may still be a question.</summary>
    public string Changed(string text, IReadOnlyList<string> others)
    {
        var kind = random.Next(10);
        if (kind < 2)
            return text;
        for (var i = 0; i <= random.Next(3); i++)
            text = kind < 7 ? Little(text) : Once(text, others);
        return text;
    }

    // Another name, number or text in place of one.
    private string Little(string text)
    {
        if (text.Length == 0)
            return text;
        var start = random.Next(text.Length);
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
            start++;
        while (start > 0 && start < text.Length && char.IsLetterOrDigit(text[start - 1]))
            start--;
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        if (start == end)
            return text;
        var other = char.IsDigit(text[start])
            ? Pick(["0", "1", "-1", "500", "501", "99999999999", "1.5", "1e999", "null", "$v"])
            : Pick(Names);
        return string.Concat(text.AsSpan(0, start), random.Next(6) == 0 ? "" : other, text.AsSpan(end));
    }

    /// <summary>JSON of variables, for whatever a document declares.</summary>
    public string Variables()
    {
        if (random.Next(20) == 0)
            return Pick(Values);
        var names = new[] { "v", "l", "n", "w", "id", "x", "" };
        return "{"
            + string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => $"\"{Pick(names)}\":{Value(2)}"))
            + "}";
    }

    /// <summary>Bytes of which some are others.</summary>
    public byte[] Changed(byte[] bytes)
    {
        bytes = [.. bytes];
        if (bytes.Length == 0)
            return bytes;
        for (var i = 0; i <= random.Next(3); i++)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private string Value(int depth) =>
        depth > 0 && random.Next(4) == 0
            ? random.Next(2) == 0
                ? $"[{Value(depth - 1)},{Value(depth - 1)}]"
                : $"{{\"{Pick(["and", "or", "name", "kind", "eq", "in", "id", "some", "memberships", "date"])}\":{Value(depth - 1)}}}"
            : Pick(Values);

    private string Once(string text, IReadOnlyList<string> others)
    {
        if (text.Length == 0)
            return Pick(Tokens);
        var (start, length) = Piece(text);
        return random.Next(9) switch
        {
            0 => text.Remove(start, length),
            1 => text.Insert(start, Pick(Tokens)),
            2 => text.Remove(start, length).Insert(start, Pick(Tokens)),
            3 => text.Insert(start, text.Substring(start, length)),
            4 => text.Insert(
                start,
                string.Concat(Enumerable.Repeat(text.Substring(start, length), random.Next(1, 200)))
            ),
            5 => text[..start] + (char)random.Next(random.Next(2) == 0 ? 128 : 65536) + text[(start + 1)..],
            6 => Splice(text, start, Pick(others)),
            7 => text + Pick(others),
            _ => Swapped(text, start, length),
        };
    }

    private string Splice(string text, int at, string other)
    {
        var (start, length) = Piece(other);
        return string.Concat(
            text.AsSpan(0, at),
            other.AsSpan(start, length),
            text.AsSpan(Math.Min(text.Length, at + random.Next(20)))
        );
    }

    private string Swapped(string text, int start, int length)
    {
        var piece = text.Substring(start, length);
        var without = text.Remove(start, length);
        return without.Insert(random.Next(without.Length + 1), piece);
    }

    // A token, or what stands between two braces, or any piece.
    private (int Start, int Length) Piece(string text)
    {
        if (text.Length == 0)
            return (0, 0);
        var start = random.Next(text.Length);
        if (random.Next(3) == 0)
            return (start, random.Next(text.Length - start) + 1);
        if (random.Next(2) == 0 && text.IndexOfAny(['{', '(', '['], start) is var open and >= 0)
        {
            var depth = 0;
            for (var i = open; i < text.Length; i++)
            {
                if (text[i] is '{' or '(' or '[')
                    depth++;
                if (text[i] is '}' or ')' or ']' && --depth == 0)
                    return (open, i - open + 1);
            }
        }
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return (start, Math.Max(1, end - start));
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}

using System.Text.Json;

namespace EcosystemGraph.Api.Commands;

/// <summary>A part of an answer as a table.</summary>
/// <param name="Name">The names on the way to it, "groupings.nodes".</param>
/// <param name="Columns">What stands in each column: the names on the way to it in a row, "kind label".</param>
/// <param name="Rows">As many texts each as there are columns; empty where absent.</param>
internal sealed record AnswerTable(
    string Name,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows
);

/// <summary>
/// Lays an answer out as tables: each list on the way down becomes one, a row an element; what is single stands in a
/// table of one row. A list within a row stands in one cell, its elements separated by semicolons. Values that have words
/// are given in words.
/// </summary>
internal static class AnswerTables
{
    /// <summary>The tables of an answer's data, in its order.</summary>
    /// <param name="data">The data.</param>
    /// <param name="words">How people read its values.</param>
    public static IReadOnlyList<AnswerTable> Of(JsonElement data, AnswerWords? words)
    {
        var tables = new List<AnswerTable>();
        foreach (var root in data.EnumerateObject())
            Add(tables, root.Name, root.Value, words?.Below(root.Name));
        return tables;
    }

    private static void Add(List<AnswerTable> tables, string name, JsonElement value, AnswerWords? words)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            tables.Add(Table(name, value.EnumerateArray(), words));
            return;
        }
        if (value.ValueKind != JsonValueKind.Object)
        {
            tables.Add(
                new AnswerTable(
                    name,
                    [name],
                    [
                        [TextOf(value, words)],
                    ]
                )
            );
            return;
        }
        var lists = value.EnumerateObject().Where(member => LeadsToList(member.Value)).ToArray();
        var single = value.EnumerateObject().Where(member => !LeadsToList(member.Value)).ToArray();
        if (single.Length > 0)
        {
            var row = new Row();
            foreach (var member in single)
                row.Add(member.Name, member.Value, words?.Below(member.Name));
            tables.Add(new AnswerTable(name, [.. row.Columns], [row.In([.. row.Columns])]));
        }
        foreach (var list in lists)
            Add(tables, $"{name}.{list.Name}", list.Value, words?.Below(list.Name));
    }

    // A list of texts is a value like others.
    private static bool LeadsToList(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object),
            JsonValueKind.Object => value.EnumerateObject().Any(member => LeadsToList(member.Value)),
            _ => false,
        };

    private static AnswerTable Table(string name, IEnumerable<JsonElement> elements, AnswerWords? words)
    {
        var rows = new List<Row>();
        var columns = new List<string>();
        foreach (var element in elements)
        {
            var row = new Row();
            if (element.ValueKind == JsonValueKind.Object)
                row.AddAll("", element, words);
            else
                row.Add(name, element, words);
            rows.Add(row);
            foreach (var column in row.Columns)
                if (!columns.Contains(column))
                    columns.Add(column);
        }
        // What is an object in one row and null in another has a column too many.
        columns.RemoveAll(column =>
            columns.Exists(other => other.StartsWith(column + " ", StringComparison.Ordinal))
            && rows.All(row => row.In([column])[0].Length == 0)
        );
        return new AnswerTable(name, columns, [.. rows.Select(row => row.In(columns))]);
    }

    private static string TextOf(JsonElement value, AnswerWords? words) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.Array => string.Join(
                "; ",
                value.EnumerateArray().Select(item => TextOf(item, words)).Where(text => text.Length > 0)
            ),
            JsonValueKind.Object => string.Join(
                ' ',
                value
                    .EnumerateObject()
                    .Select(member => TextOf(member.Value, words?.Below(member.Name)))
                    .Where(text => text.Length > 0)
            ),
            _ => (value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()) is var text
            && words is not null
                ? words.Of(text)
                : text,
        };

    private sealed class Row
    {
        private readonly Dictionary<string, string> _cells = new(StringComparer.Ordinal);

        public List<string> Columns { get; } = [];

        public void AddAll(string above, JsonElement value, AnswerWords? words)
        {
            foreach (var member in value.EnumerateObject())
                Add(
                    above.Length == 0 ? member.Name : $"{above} {member.Name}",
                    member.Value,
                    words?.Below(member.Name)
                );
        }

        public void Add(string column, JsonElement value, AnswerWords? words)
        {
            if (value.ValueKind == JsonValueKind.Object && !LeadsToList(value))
            {
                AddAll(column, value, words);
                return;
            }
            if (_cells.TryAdd(column, TextOf(value, words)))
                Columns.Add(column);
        }

        public IReadOnlyList<string> In(IReadOnlyList<string> columns) =>
            [.. columns.Select(column => _cells.GetValueOrDefault(column, ""))];
    }
}

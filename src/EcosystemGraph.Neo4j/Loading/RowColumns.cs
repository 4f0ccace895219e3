using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Loading;

/// <summary>
/// The rows of a batch as lists, and where in them each property stands: half as long as maps, whose names repeat with
/// every row, and quicker for the server to write.
/// </summary>
/// <remarks>
/// Of a large batch the properties that no row has are left out. A small one has them all, so that its statement has one
/// text, which the server knows from the last load: to read a new one takes it longer than to write a few rows.
/// </remarks>
internal sealed class RowColumns
{
    private const int Large = 1000;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <param name="rows">The properties of each row.</param>
    /// <param name="names">Every property that a row may have.</param>
    public RowColumns(IReadOnlyList<Dictionary<string, Value>> rows, IReadOnlyList<string> names)
    {
        var held = rows.Count < Large ? null : rows.SelectMany(row => row.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (held is null || held.Contains(name))
                _places.Add(name, _places.Count);
        }
        Rows =
        [
            .. rows.Select(row =>
            {
                var values = new Value[_places.Count];
                foreach (var (name, value) in row)
                    values[_places[name]] = value;
                return (Value)values;
            }),
        ];
    }

    /// <summary>The rows, what is absent as null.</summary>
    public Value[] Rows { get; }

    /// <summary>All properties of a row <c>r</c>, as a map; null makes none.</summary>
    public string All => $"{{{string.Join(", ", _places.Select(place => $"`{place.Key}`: {this[place.Key]}"))}}}";

    /// <summary>A property of a row <c>r</c>; null where no row has it.</summary>
    public string this[string name] =>
        _places.TryGetValue(name, out var place)
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"r[{place}]")
            : "null";
}

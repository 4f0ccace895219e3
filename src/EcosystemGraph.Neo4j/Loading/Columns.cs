namespace EcosystemGraph.Neo4j.Loading;

/// <summary>
/// The rows of a batch as lists, and where in them each property stands: half as long as maps, whose names repeat with
/// every row, and quicker for the server to write.
/// </summary>
internal sealed class Columns
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public Columns(IReadOnlyList<Dictionary<string, object?>> rows)
    {
        foreach (var name in rows.SelectMany(row => row.Keys)) _places.TryAdd(name, _places.Count);
        Rows = [.. rows.Select(row =>
        {
            var values = new object?[_places.Count];
            foreach (var (name, value) in row) values[_places[name]] = value;
            return values;
        })];
    }

    /// <summary>The rows, what is absent as null.</summary>
    public IReadOnlyList<object?[]> Rows { get; }

    /// <summary>All properties of a row <c>r</c>, as a map; null makes none.</summary>
    public string All => $"{{{string.Join(", ", _places.Select(place => $"`{place.Key}`: {this[place.Key]}"))}}}";

    /// <summary>A property of a row <c>r</c>; null where no row has it.</summary>
    public string this[string name] => _places.TryGetValue(name, out var place) ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"r[{place}]") : "null";
}

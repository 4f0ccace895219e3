using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EcosystemGraph.Core.Languages;

/// <summary>A sentence of a language with places in it that are filled when it is said, each in braces: "No room for {rows}: {names}."</summary>
[JsonConverter(typeof(Reader))]
public sealed class Sentence
{
    // By turns what is said as it stands and the name of a place, from the former on.
    private readonly string[] _parts;

    /// <summary>Reads the sentence.</summary>
    /// <param name="text">As the file of a language has it.</param>
    public Sentence(string text)
    {
        _parts = text.Split('{', '}');
        if (_parts.Length < 3 || _parts.Length % 2 == 0)
            throw new FormatException($"\"{text}\" has no place to fill, or a brace without its other half");
    }

    /// <summary>The names of its places.</summary>
    public IEnumerable<string> Places => _parts.Where((_, i) => i % 2 == 1);

    /// <summary>The sentence with its places filled.</summary>
    /// <param name="values">What stands in each place: a text, or a number written without separators.</param>
    /// <exception cref="ArgumentException">A place is given no value, or a value no place.</exception>
    public string With(params ReadOnlySpan<(string Place, object Value)> values)
    {
        var said = new StringBuilder();
        for (var i = 0; i < _parts.Length; i++)
            said.Append(i % 2 == 0 ? _parts[i] : Value(_parts[i], values));
        foreach (var (place, _) in values)
            if (!Places.Contains(place))
                throw new ArgumentException($"the sentence has no place {{{place}}}: {this}");
        return said.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Concat(_parts.Select((part, i) => i % 2 == 0 ? part : $"{{{part}}}"));

    private string Value(string place, ReadOnlySpan<(string Place, object Value)> values)
    {
        foreach (var (name, value) in values)
            if (name == place)
                return Convert.ToString(value, CultureInfo.InvariantCulture)!;
        throw new ArgumentException($"nothing is given for {{{place}}}: {this}");
    }

    private sealed class Reader : JsonConverter<Sentence>
    {
        public override Sentence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Sentence value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

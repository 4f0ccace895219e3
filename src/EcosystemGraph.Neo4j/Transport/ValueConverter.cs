using System.Text.Json;
using System.Text.Json.Serialization;

namespace EcosystemGraph.Neo4j.Transport;

/// <summary>Writes values as JSON, for the Query API and for people; nobody reads them back.</summary>
internal sealed class ValueConverter : JsonConverter<Value>
{
    public override Value Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("values are only written");

    public override void Write(Utf8JsonWriter writer, Value value, JsonSerializerOptions options) =>
        Write(writer, value);

    /// <summary>Writes values by their names.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, Value> map)
    {
        json.WriteStartObject();
        foreach (var (name, value) in map)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                json.WriteNullValue();
                break;
            case ValueKind.Flag:
                json.WriteBooleanValue(value.Flag);
                break;
            case ValueKind.Whole:
                json.WriteNumberValue(value.Whole);
                break;
            case ValueKind.Number:
                json.WriteNumberValue(value.Number);
                break;
            case ValueKind.Text:
                json.WriteStringValue(value.Text);
                break;
            case ValueKind.Map:
                Write(json, value.Map);
                break;
            case ValueKind.List:
                json.WriteStartArray();
                foreach (var item in value.List)
                    Write(json, item);
                json.WriteEndArray();
                break;
        }
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EcosystemGraph.Neo4j.Http;

/// <summary>Whether a statement may write.</summary>
public enum AccessMode
{
    /// <summary>The server refuses any write, whatever the statement's text.</summary>
    Read,

    /// <summary>It may write.</summary>
    Write,
}

/// <summary>A statement with its parameters, written down as the Query API reads it.</summary>
public sealed class QueryRequest
{
    /// <summary>Writes a statement down.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="parameters">Its parameters: null, texts, numbers, flags, lists and maps of them.</param>
    /// <param name="mode">Whether it may write.</param>
    public QueryRequest(string statement, IReadOnlyDictionary<string, object?> parameters, AccessMode mode)
    {
        Statement = statement;
        Mode = mode;
        var buffer = new ArrayBufferWriter<byte>(statement.Length + 512);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("statement"u8, statement);
            json.WriteString("accessMode"u8, mode == AccessMode.Read ? "READ"u8 : "WRITE"u8);
            json.WritePropertyName("parameters"u8);
            Write(json, parameters);
            json.WriteEndObject();
        }
        Body = buffer.WrittenMemory;
    }

    /// <summary>The statement.</summary>
    public string Statement { get; }

    /// <summary>Whether it may write.</summary>
    public AccessMode Mode { get; }

    /// <summary>The body of the request.</summary>
    internal ReadOnlyMemory<byte> Body { get; }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case IReadOnlyDictionary<string, object?> map:
                json.WriteStartObject();
                foreach (var (name, member) in map)
                {
                    json.WritePropertyName(name);
                    Write(json, member);
                }
                json.WriteEndObject();
                break;
            case System.Collections.IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list) Write(json, item);
                json.WriteEndArray();
                break;
            default: throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "no value of a parameter");
        }
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace EcosystemGraph.Figures.Exports;

/// <summary>What the two JSON formats share.</summary>
internal static class JsonExport
{
    /// <summary>A writer into the buffer. Letters stand as they are; &lt; &gt; &amp; and quotes do not, so that a page may hold the text.</summary>
    public static Utf8JsonWriter Into(ExportBuffer buffer) =>
        new(
            (IBufferWriter<byte>)buffer,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true }
        );

    /// <summary>The columns that have a value, as properties.</summary>
    public static void Values<T>(Utf8JsonWriter json, ExportColumn<T>[] columns, T of)
    {
        foreach (var column in columns)
        {
            var cell = column.Of(of);
            if (!cell.IsThere)
                continue;
            switch (column.Kind)
            {
                case CellKind.Flag:
                    json.WriteBoolean(column.Key, cell.Number != 0);
                    break;
                case CellKind.Whole:
                    json.WriteNumber(column.Key, (int)cell.Number);
                    break;
                case CellKind.Number:
                    json.WriteNumber(column.Key, cell.Number);
                    break;
                case CellKind.Text:
                    json.WriteString(column.Key, cell.Raw);
                    break;
            }
        }
    }

    /// <summary>A property, where it has a value.</summary>
    public static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(name, value);
    }
}

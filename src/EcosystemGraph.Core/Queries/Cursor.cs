using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Packages;

namespace EcosystemGraph.Core.Queries;

/// <summary>A value by which records are sorted: absent, a text, a number, or a span of days.</summary>
/// <param name="Text">The text as an order key; null where the value is none.</param>
/// <param name="Number">The number, the place of an enum's value, 0 or 1 for false or true, or the first day.</param>
/// <param name="Last">The last day of a date; 0 otherwise.</param>
/// <param name="Absent">Whether there is no value.</param>
public readonly record struct KeyValue(string? Text, double Number, int Last, bool Absent)
{
    /// <summary>No value.</summary>
    public static readonly KeyValue None = new(null, 0, 0, true);

    /// <summary>A text's value.</summary>
    public static KeyValue Of(string key) => new(key, 0, 0, false);

    /// <summary>A number's value.</summary>
    public static KeyValue Of(double number) => new(null, number, 0, false);

    /// <summary>A date's value.</summary>
    public static KeyValue Of(DaySpan days) => new(null, days.First, days.Last, false);

    /// <summary>Orders two values of one column, ascending, the absent last.</summary>
    public int CompareTo(in KeyValue other)
    {
        if (Absent || other.Absent)
            return Absent.CompareTo(other.Absent);
        if (Text is not null)
            return string.CompareOrdinal(Text, other.Text);
        var byNumber = Number.CompareTo(other.Number);
        return byNumber != 0 ? byNumber : Last.CompareTo(other.Last);
    }
}

/// <summary>A place in an ordered list: the keys of the record there, and its id.</summary>
/// <param name="Keys">The values of the order's keys.</param>
/// <param name="Id">The record's id, the last key.</param>
public sealed record Cursor(ImmutableArray<KeyValue> Keys, string Id)
{
    // Room for several long names; more is no cursor of ours.
    private const int MaxLength = 1 << 16;

    /// <summary>Whether this place comes before another in an order (negative), is the same (0) or comes after it (positive).</summary>
    public int CompareTo(Cursor other, Order order)
    {
        for (var i = 0; i < Keys.Length; i++)
        {
            var compared = Keys[i].CompareTo(other.Keys[i]);
            if (compared != 0)
                return order.Keys[i].Descending ? -compared : compared;
        }
        return string.CompareOrdinal(Id, other.Id);
    }

    /// <summary>
    /// Reads a cursor that a client sends back. It is JSON in base64url: the list and order it belongs to, the keys, the id.
    /// What it holds is only ever compared with.
    /// </summary>
    /// <returns>Null where it is none, or belongs to another list or order.</returns>
    public static Cursor? Read(string text, string list, Order order)
    {
        try
        {
            if (text.Length is 0 or > MaxLength)
                return null;
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() != order.Keys.Length + 2)
                return null;
            if (root[0].ValueKind != JsonValueKind.String || root[0].GetString() != Signature(list, order))
                return null;
            var id = root[order.Keys.Length + 1];
            if (id.ValueKind != JsonValueKind.String || !Identifier.IsValid(id.GetString()!))
                return null;
            var keys = ImmutableArray.CreateBuilder<KeyValue>(order.Keys.Length);
            for (var i = 0; i < order.Keys.Length; i++)
            {
                if (Value(root[i + 1], order.Keys[i]) is not { } value)
                    return null;
                keys.Add(value);
            }
            return new Cursor(keys.MoveToImmutable(), id.GetString()!);
        }
        catch (Exception error) when (error is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Writes the cursor for a client.</summary>
    public string Write(string list, Order order)
    {
        var json = new StringBuilder("[").Append(JsonSerializer.Serialize(Signature(list, order)));
        foreach (var key in Keys)
        {
            json.Append(',');
            if (key.Absent)
                json.Append("null");
            else if (key.Text is not null)
                json.Append(JsonSerializer.Serialize(key.Text));
            else
                json.Append(CultureInfo.InvariantCulture, $"[{key.Number:R},{key.Last}]");
        }
        json.Append(',').Append(JsonSerializer.Serialize(Id)).Append(']');
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToString()));
    }

    private static string Signature(string list, Order order) => $"{list} by {order}";

    private static KeyValue? Value(JsonElement json, SortKey key)
    {
        var column = key.Column;
        switch (json.ValueKind)
        {
            // A value is absent with the record that it would be of.
            case JsonValueKind.Null when column.Nullable || key.Hop is { Nullable: true }:
                return KeyValue.None;
            case JsonValueKind.String when column is TextColumn or MultilingualColumn:
                return KeyValue.Of(json.GetString()!);
            case JsonValueKind.Array
                when column is not (TextColumn or MultilingualColumn) && json.GetArrayLength() == 2:
                return json[0].TryGetDouble(out var number) && json[1].TryGetInt32(out var last)
                    ? new KeyValue(null, number, last, false)
                    : null;
            default:
                return null;
        }
    }
}

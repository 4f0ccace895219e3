using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace EcosystemGraph.Neo4j.Transport;

/// <summary>A value of a parameter: null, true or false, a number, a text, or a list or map of values. There are no others.</summary>
[JsonConverter(typeof(ValueConverter))]
public readonly record struct Value
{
    private readonly long _bits;
    private readonly object? _object;

    private Value(ValueKind kind, long bits, object? held) => (Kind, _bits, _object) = (kind, bits, held);

    /// <summary>What it is.</summary>
    public ValueKind Kind { get; }

    /// <summary>Whether it is true.</summary>
    public bool Flag => _bits != 0;

    /// <summary>The whole number.</summary>
    public long Whole => _bits;

    /// <summary>The number.</summary>
    public double Number => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The text.</summary>
    public string Text => (string)_object!;

    /// <summary>How many values the list has.</summary>
    public int Count => _object is Value[] values ? values.Length : ((IReadOnlyCollection<string>)_object!).Count;

    /// <summary>The list's values.</summary>
    public IEnumerable<Value> List =>
        _object as Value[] ?? ((IReadOnlyCollection<string>)_object!).Select(text => (Value)text);

    /// <summary>The map's values.</summary>
    public IReadOnlyDictionary<string, Value> Map => (IReadOnlyDictionary<string, Value>)_object!;

    /// <summary>A list of texts.</summary>
    public static Value Of(IReadOnlyCollection<string> texts) => new(ValueKind.List, 0, texts);

    /// <summary>A flag.</summary>
    public static implicit operator Value(bool flag) => new(ValueKind.Flag, flag ? 1 : 0, null);

    /// <summary>A whole number.</summary>
    public static implicit operator Value(int number) => (long)number;

    /// <summary>A whole number.</summary>
    public static implicit operator Value(long number) => new(ValueKind.Whole, number, null);

    /// <summary>A number.</summary>
    public static implicit operator Value(double number) =>
        new(ValueKind.Number, BitConverter.DoubleToInt64Bits(number), null);

    /// <summary>A text, or null.</summary>
    public static implicit operator Value(string? text) => text is null ? default : new(ValueKind.Text, 0, text);

    /// <summary>A list of texts.</summary>
    public static implicit operator Value(string[] texts) => Of(texts);

    /// <summary>A list of texts.</summary>
    public static implicit operator Value(ImmutableArray<string> texts) =>
        Of(ImmutableCollectionsMarshal.AsArray(texts)!);

    /// <summary>A list.</summary>
    public static implicit operator Value(Value[] values) => new(ValueKind.List, 0, values);

    /// <summary>A map.</summary>
    public static implicit operator Value(Dictionary<string, Value> map) => new(ValueKind.Map, 0, map);
}

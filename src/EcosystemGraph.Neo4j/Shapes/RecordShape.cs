using System.Collections.Immutable;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Shapes;

/// <summary>A field of an answer.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Shape">What its value looks like; null where it does not come from the server.</param>
/// <param name="Constant">What it always is, where it does not.</param>
internal readonly record struct Slot(string Name, Shape? Shape, string? Constant = null);

/// <summary>A record: a list of the values of its slots, in the order of the answer.</summary>
internal sealed class RecordShape(ImmutableArray<Slot> slots) : Shape
{
    protected override void WriteValue(IValues values, AnswerWriter writer)
    {
        values.StartList();
        Write(slots, values, writer);
        values.End();
    }

    /// <summary>Writes a record whose list has been entered.</summary>
    public static void Write(ImmutableArray<Slot> slots, IValues values, AnswerWriter writer)
    {
        writer.StartObject();
        foreach (var slot in slots)
        {
            writer.Name(slot.Name);
            if (slot.Shape is null)
                writer.Text(slot.Constant);
            else
                slot.Shape.Write(values, writer);
        }
        writer.EndObject();
    }
}

/// <summary>A record of one of several types: before its values stands the number of its type.</summary>
internal sealed class TypedShape(params ImmutableArray<Slot>[] types) : Shape
{
    protected override void WriteValue(IValues values, AnswerWriter writer)
    {
        values.StartList();
        var type = values.Int();
        if (type < 0 || type >= types.Length)
            throw values.Otherwise(ValueKind.End);
        RecordShape.Write(types[type], values, writer);
        values.End();
    }
}

/// <summary>The values of a record as they are put into a statement, and the slots into which they will be read.</summary>
internal sealed class RecordValues
{
    private readonly List<string> _values = [];
    private readonly ImmutableArray<Slot>.Builder _slots = ImmutableArray.CreateBuilder<Slot>();

    /// <summary>The values of what is asked of a record.</summary>
    /// <param name="fields">What is asked.</param>
    /// <param name="valueOf">Gives each value.</param>
    public static RecordValues Of<T>(ImmutableArray<Selected> fields, Func<T, Expression> valueOf)
        where T : Selected
    {
        var values = new RecordValues();
        foreach (var field in fields)
        {
            if (field is SelectedTypeName type)
                values.Add(field.Name, type.TypeName);
            else
                values.Add(field.Name, valueOf((T)field));
        }
        return values;
    }

    /// <summary>The slots.</summary>
    public ImmutableArray<Slot> Slots => _slots.ToImmutable();

    /// <summary>The record as an expression.</summary>
    public Expression Record => new(List(), new RecordShape(Slots));

    /// <summary>Adds a value.</summary>
    public void Add(string name, Expression value)
    {
        _values.Add(value.Text);
        _slots.Add(new Slot(name, value.Shape));
    }

    /// <summary>Adds what need not be asked.</summary>
    public void Add(string name, string constant) => _slots.Add(new Slot(name, null, constant));

    /// <summary>The list of values, after others.</summary>
    public string List(params ReadOnlySpan<string> before) => $"[{string.Join(", ", [.. before, .. _values])}]";
}

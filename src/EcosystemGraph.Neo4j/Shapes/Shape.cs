using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j.Shapes;

/// <summary>
/// What a value that a statement brings back looks like, and how it is written down. It is made beside the Cypher that makes
/// the value (<see cref="Expression"/>), and nothing else knows what stands where.
/// </summary>
/// <remarks>
/// A null may come in place of anything: while data are replaced, any record may be gone. It is written as null, and the marks
/// at the statement's ends tell that the answer is no good. Everything else that does not fit is a
/// <see cref="Neo4jFault.WrongShape"/>.
/// </remarks>
internal abstract class Shape
{
    /// <summary>Values of one kind, as they are.</summary>
    public static readonly Shape Flag = new ScalarShape(ValueKind.Flag),
        Whole = new ScalarShape(ValueKind.Whole),
        Number = new ScalarShape(ValueKind.Number),
        Text = new ScalarShape(ValueKind.Text);

    /// <summary>A list of texts.</summary>
    public static readonly Shape Texts = new ListShape(Text);

    /// <summary>The value of a column as it is kept.</summary>
    public static Shape Of(Column column) => column.Accept(new OfColumn(), default);

    /// <summary>Reads the value and writes it down.</summary>
    public void Write(IValues values, AnswerWriter writer)
    {
        if (values.IsNull())
            writer.Null();
        else
            WriteValue(values, writer);
    }

    /// <summary>Reads the value, which is not null, and writes it down.</summary>
    protected abstract void WriteValue(IValues values, AnswerWriter writer);

    private sealed class OfColumn : IColumnVisitor<Nothing, Shape>
    {
        public Shape Visit(TextColumn column, Nothing about) => Text;

        public Shape Visit(MultilingualColumn column, Nothing about) => Text;

        public Shape Visit(DateColumn column, Nothing about) => Text;

        public Shape Visit(ChoiceColumn column, Nothing about) => Text;

        public Shape Visit(FlagColumn column, Nothing about) => Flag;

        public Shape Visit(WholeColumn column, Nothing about) => Whole;

        public Shape Visit(NumberColumn column, Nothing about) => Number;
    }
}

/// <summary>A Cypher expression, and what its value looks like.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Shape">What its value looks like.</param>
internal readonly record struct Expression(string Text, Shape Shape)
{
    /// <summary>The expression.</summary>
    public override string ToString() => Text;
}

/// <summary>A value of one kind.</summary>
internal sealed class ScalarShape(ValueKind kind) : Shape
{
    protected override void WriteValue(IValues values, AnswerWriter writer)
    {
        // A number that happens to be whole may be kept as one.
        switch (kind, values.Next)
        {
            case (ValueKind.Text, ValueKind.Text):
                writer.Text(values.Utf8());
                break;
            case (ValueKind.Whole or ValueKind.Number, ValueKind.Whole):
                writer.Whole(values.Whole());
                break;
            case (ValueKind.Number, ValueKind.Number):
                writer.Number(values.Number());
                break;
            case (ValueKind.Flag, ValueKind.Flag):
                writer.Flag(values.Flag());
                break;
            default:
                throw values.Otherwise(kind);
        }
    }
}

/// <summary>A value in a list of its own, where without one a null would be left out.</summary>
internal sealed class WrappedShape(Shape item) : Shape
{
    protected override void WriteValue(IValues values, AnswerWriter writer)
    {
        values.StartList();
        item.Write(values, writer);
        values.End();
    }
}

/// <summary>A list of values of one shape.</summary>
internal sealed class ListShape(Shape item) : Shape
{
    protected override void WriteValue(IValues values, AnswerWriter writer)
    {
        writer.StartList();
        values.StartList();
        while (values.Next != ValueKind.End)
            item.Write(values, writer);
        values.End();
        writer.EndList();
    }
}

namespace EcosystemGraph.Neo4j.Transport;

/// <summary>How values are read, whichever transport brought them.</summary>
public static class ValuesExtensions
{
    /// <summary>Reads a text, or null.</summary>
    public static string? TextOrNull(this IValues values) => values.IsNull() ? null : values.Text();

    /// <summary>Reads a whole number, or null.</summary>
    public static int? WholeOrNull(this IValues values) => values.IsNull() ? null : values.Int();

    /// <summary>Reads true, false, or null.</summary>
    public static bool? FlagOrNull(this IValues values) => values.IsNull() ? null : values.Flag();

    /// <summary>Reads a whole number of 32 bits.</summary>
    public static int Int(this IValues values) =>
        values.Whole() is >= int.MinValue and <= int.MaxValue and var number
            ? (int)number
            : throw Fault("a number", "a smaller one");

    /// <summary>Reads a null, where one comes next.</summary>
    public static bool IsNull(this IValues values)
    {
        if (values.Next != ValueKind.Null)
            return false;
        values.Null();
        return true;
    }

    /// <summary>Reads a list, all of whose values are of one shape.</summary>
    public static List<T> List<T>(this IValues values, Func<IValues, T> read)
    {
        var list = new List<T>();
        values.StartList();
        while (values.Next != ValueKind.End)
            list.Add(read(values));
        values.End();
        return list;
    }

    /// <summary>Passes over a value.</summary>
    public static void Skip(this IValues values)
    {
        switch (values.Next)
        {
            case ValueKind.Null:
                values.Null();
                return;
            case ValueKind.Flag:
                values.Flag();
                return;
            case ValueKind.Whole:
                values.Whole();
                return;
            case ValueKind.Number:
                values.Number();
                return;
            case ValueKind.Text:
                values.Utf8();
                return;
            case ValueKind.List:
                values.StartList();
                break;
            case ValueKind.Map:
                values.StartMap();
                break;
            default:
                throw values.Otherwise(ValueKind.Null);
        }
        while (values.Next != ValueKind.End)
            values.Skip();
        values.End();
    }

    /// <summary>The fault of values whose next is not what the statement asks for.</summary>
    /// <param name="values">The values.</param>
    /// <param name="asked">What should come next.</param>
    public static Neo4jException Otherwise(this IValues values, ValueKind asked) =>
        Fault(Name(values.Next), Name(asked));

    private static Neo4jException Fault(string found, string asked) =>
        new(
            Neo4jFault.WrongShape,
            $"the Neo4j server's answer has {found} where the statement asks for {asked}; "
                + "see that it is Neo4j 5.26 or later and that only the load command writes into the database"
        );

    private static string Name(ValueKind kind) =>
        kind switch
        {
            ValueKind.Null => "a value",
            ValueKind.Flag => "true or false",
            ValueKind.Whole => "a whole number",
            ValueKind.Number => "a number",
            ValueKind.Text => "a text",
            ValueKind.List => "a list",
            ValueKind.Map => "a map",
            ValueKind.End => "no further value",
        };
}

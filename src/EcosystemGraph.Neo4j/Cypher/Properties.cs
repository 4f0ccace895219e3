using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>Under which properties the values of a field are kept.</summary>
internal static class Properties
{
    /// <summary>The properties that hold a column's text: one, or the French and the English one.</summary>
    public static string[] Texts(Column column) =>
        column is BilingualColumn ? [column.Name + "Fr", column.Name + "En"] : [column.Name];

    /// <summary>A text as it is.</summary>
    public static string Text(string x, string property) => $"{x}.{property}";

    /// <summary>A text, or the texts of a list, in the form in which another is looked for in them; kept apart only where that differs.</summary>
    public static string Sought(string x, string property, SoughtText text) =>
        $"coalesce({x}.{property}{(text.IsExact ? "Exact" : "Folded")}, {x}.{property})";

    /// <summary>A text as an order key; kept apart only where it differs.</summary>
    public static string Key(string x, string property) => $"coalesce({x}.{property}Order, {x}.{property})";
}

using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Neo4j.Cypher;

/// <summary>Under which properties the values of a field are kept.</summary>
internal static class Properties
{
    /// <summary>The properties that hold a column's text: one, or one a language.</summary>
    public static string[] Texts(Column column) =>
        column is MultilingualColumn ? [.. Language.All.Select(language => In(column.Name, language))] : [column.Name];

    /// <summary>The property that holds a text in a language: labelFr.</summary>
    public static string In(string name, Language language) =>
        name + char.ToUpperInvariant(language.Tag[0]) + language.Tag[1..];

    /// <summary>The first that is there: of a text in the asked language, then in the others.</summary>
    public static string Spoken(string x, string name, Language language) =>
        string.Join(", ", Language.All.Remove(language).Insert(0, language).Select(one => $"{x}.{In(name, one)}"));

    /// <summary>A text as it is.</summary>
    public static string Text(string x, string property) => $"{x}.{property}";

    /// <summary>A text, or the texts of a list, in the form in which another is looked for in them; kept apart only where that differs.</summary>
    public static string Sought(string x, string property, SoughtText text) =>
        $"coalesce({x}.{property}{(text.IsExact ? "Exact" : "Folded")}, {x}.{property})";

    /// <summary>A text as an order key; kept apart only where it differs.</summary>
    public static string Key(string x, string property) => $"coalesce({x}.{property}Order, {x}.{property})";
}

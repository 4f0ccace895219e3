using EcosystemGraph.Core.Languages;

namespace EcosystemGraph.Core.Packages.Files;

/// <summary>What a file of the data package looks like: its name and its columns.</summary>
internal abstract class PackageFile
{
    public abstract string Name { get; }

    /// <summary>All columns, in the order in which they are written.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The columns without which no row can be read.</summary>
    public abstract IReadOnlyList<string> Required { get; }

    /// <summary>The column that holds a text in a language: label_fr.</summary>
    public static string Column(string stem, Language language) => $"{stem}_{language.Tag}";

    /// <summary>The columns that hold a text, one a language.</summary>
    protected static IEnumerable<string> InEach(string stem) => Language.All.Select(language => Column(stem, language));
}

/// <summary>A file of the data package and how one of its rows is read.</summary>
internal abstract class PackageFile<TRow> : PackageFile
{
    public abstract TRow Read(RowReader row);
}

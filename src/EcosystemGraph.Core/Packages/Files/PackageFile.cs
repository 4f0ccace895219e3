namespace EcosystemGraph.Core.Packages.Files;

/// <summary>What a file of the data package looks like: its name and its columns.</summary>
internal abstract class PackageFile
{
    public abstract string Name { get; }

    /// <summary>All columns, in the order in which they are written.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The columns without which no row can be read.</summary>
    public abstract IReadOnlyList<string> Required { get; }
}

/// <summary>A file of the data package and how one of its rows is read.</summary>
internal abstract class PackageFile<TRow> : PackageFile
{
    public abstract TRow Read(RowReader row);
}

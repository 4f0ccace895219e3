using System.Collections.Immutable;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Documents;

/// <summary>Fills what a data package has from its documents: fingerprints, and the passages in which names stand.</summary>
public static class DocumentWriter
{
    /// <summary>
    /// Fills the empty fingerprints of sources.csv and passages.csv and rewrites the passages of names.csv (those in which the
    /// form stands, whole and as written); every other cell stays byte for byte as it is. A fingerprint that is there stays:
    /// it says which text the rows were drawn from.
    /// </summary>
    /// <param name="folder">The package's folder.</param>
    /// <param name="data">Its rows, read without errors.</param>
    /// <param name="documents">The documents.</param>
    /// <returns>How many cells were changed.</returns>
    public static int Write(string folder, Dataset data, IReadOnlyList<DocumentText> documents)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(documents);
        var index = new DocumentIndex(data, documents, new IssueLog());
        return Replace(folder, "sources.csv", "sha256", Sources(index))
            + Replace(folder, "passages.csv", "sha256", Passages(index))
            + Replace(folder, "names.csv", "passages", Names(index));
    }

    private static Dictionary<int, string> Sources(DocumentIndex index) =>
        index
            .Sources.Where(each => each.Source.Sha256.Length == 0)
            .ToDictionary(each => each.Source.Place.Line, each => each.Document.Sha256);

    private static Dictionary<int, string> Passages(DocumentIndex index)
    {
        var cells = new Dictionary<int, string>();
        foreach (var row in index.Rows.Data.Passages)
        {
            if (row.Sha256.Length == 0 && index.Text(row.Id) is { } text)
                cells[row.Place.Line] = text.Line.Fingerprint;
        }
        return cells;
    }

    private static Dictionary<int, string> Names(DocumentIndex index)
    {
        var cells = new Dictionary<int, string>();
        foreach (var row in index.Rows.Data.Names)
        {
            // Passages whose document is not at hand stay as they are.
            var passages = index
                .Rows.Data.Passages.Where(passage =>
                    index.Text(passage.Id) is { } text
                        ? text.Words.HoldsExactly(row.Text)
                        : row.Passages.Contains(passage.Id)
                )
                .Select(passage => passage.Id)
                .ToImmutableArray();
            if (!passages.SequenceEqual(row.Passages, StringComparer.Ordinal))
                cells[row.Place.Line] = string.Join('|', passages);
        }
        return cells;
    }

    private static int Replace(string folder, string file, string column, Dictionary<int, string> cells)
    {
        var path = Path.Combine(folder, file);
        if (cells.Count == 0 || !File.Exists(path))
            return 0;
        var before = File.ReadAllBytes(path);
        // Written whole beside it and then moved: who stops the program in between keeps the old file.
        var beside = path + ".new";
        File.WriteAllBytes(beside, CsvFile.Replace(before, column, cells));
        File.Move(beside, path, overwrite: true);
        return cells.Count;
    }
}

namespace EcosystemGraph.Api.Settings;

/// <summary>Persisted documents.</summary>
/// <param name="Folder">The folder of *.graphql files; empty for none.</param>
/// <param name="Only">Whether other documents are refused.</param>
/// <param name="AutomaticCount">How many documents that clients register by their hash are kept; 0 for none.</param>
/// <param name="AutomaticBytes">How large these may be together, in bytes.</param>
internal sealed record DocumentSettings(string Folder, bool Only, int AutomaticCount, int AutomaticBytes)
{
    public static DocumentSettings Read(SettingsReader reader)
    {
        var settings = new DocumentSettings(
            reader.Text("Documents:Folder", "a folder of *.graphql files that is there", Directory.Exists),
            reader.Flag("Documents:Only", false),
            reader.Whole("Documents:AutomaticCount", 1000, 0, 100_000, "documents"),
            reader.Whole("Documents:AutomaticBytes", 8 << 20, 64 << 10, 1 << 30, "bytes")
        );
        if (settings is { Only: true, Folder: "" })
            reader.Problem(
                "Documents:Only is true without a Documents:Folder; name the folder of the documents that may be asked"
            );
        return settings;
    }
}

namespace EcosystemGraph.Core.Packages.Documents.Rules;

/// <summary>A source's fingerprint is that of its document's file.</summary>
internal sealed class SourceFingerprintRule : IDocumentRule
{
    public string Name => "source-fingerprint";

    public void Check(DocumentIndex index, IssueLog issues)
    {
        foreach (var (source, document, _) in index.Sources)
        {
            if (source.Sha256 == document.Sha256)
                continue;
            var problem =
                source.Sha256.Length == 0
                    ? $"source '{source.Id}' has no sha256"
                    : $"sha256 of '{source.Id}' is {source.Sha256}, that of '{document.Name}' is {document.Sha256}";
            issues.Error(
                Name,
                source.Place,
                "sha256",
                problem,
                "the fingerprint of the document's file: where the cell is empty, --write fills it",
                source.Id
            );
        }
    }
}

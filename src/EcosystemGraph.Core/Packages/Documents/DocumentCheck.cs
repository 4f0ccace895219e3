using System.Collections.Immutable;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages.Documents.Rules;

namespace EcosystemGraph.Core.Packages.Documents;

/// <summary>Checks a data package against the documents of its sources, which themselves stay with their publishers.</summary>
public static class DocumentCheck
{
    private static readonly ImmutableArray<IDocumentRule> Rules =
    [
        new SourceFingerprintRule(),
        new PassageTextRule(),
        new MentionRule(),
        new NamedEndRule(),
        new DateStatedRule(),
        new NumberStatedRule(),
        new NameFormRule(),
        new NamedOnlyRule(),
        new UncoveredRule(),
    ];

    /// <summary>Applies every rule.</summary>
    /// <param name="data">The rows, defaults filled.</param>
    /// <param name="documents">The documents: each is that of the source with its fingerprint, or of the only source left.</param>
    /// <param name="issues">Takes what is found.</param>
    public static void Check(Dataset data, IReadOnlyList<DocumentText> documents, IssueLog issues)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(issues);
        var index = new DocumentIndex(data, documents, issues);
        foreach (var rule in Rules)
            rule.Check(index, issues);
    }
}

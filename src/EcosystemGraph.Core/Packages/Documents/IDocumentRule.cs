namespace EcosystemGraph.Core.Packages.Documents;

/// <summary>One thing that must hold, or should, between a data package and the documents of its sources.</summary>
internal interface IDocumentRule
{
    /// <summary>The rule in a word or two: "mention". Clients select by it, so it never changes.</summary>
    string Name { get; }

    /// <summary>Notes every place where the rule does not hold.</summary>
    void Check(DocumentIndex index, IssueLog issues);
}

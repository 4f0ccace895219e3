namespace EcosystemGraph.Core.Packages.Validation;

/// <summary>One thing that must hold, or should, throughout a data package.</summary>
public interface IDatasetRule
{
    /// <summary>The rule in a word or two: "unknown-id". Clients select by it, so it never changes.</summary>
    string Name { get; }

    /// <summary>Notes every place where the rule does not hold.</summary>
    void Check(DatasetIndex data, IssueLog issues);
}

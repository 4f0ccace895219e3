namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>Only a link type holds both ways.</summary>
internal sealed class MutualConceptRule : IDatasetRule
{
    public string Name => "mutual-concept";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        foreach (var row in data.Data.Concepts)
        {
            if (!row.Mutual || row.Scheme == ConceptSchemes.LinkType)
                continue;
            issues.Error(
                Name,
                row.Place,
                "mutual",
                $"'{row.Id}' is mutual and of the scheme '{row.Scheme}'",
                $"mutual is empty or false but for the scheme {ConceptSchemes.LinkType}",
                row.Id
            );
        }
    }
}

using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A body that is an actor and a grouping has one name, one acronym and one territory.</summary>
internal sealed class BodyAgreementRule : IDatasetRule
{
    public string Name => "body-disagrees";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        foreach (var grouping in data.Data.Groupings)
        {
            if (!data.Actors.TryGetValue(grouping.Id, out var actor))
                continue;
            Compare("name", grouping.Name, actor.Name);
            Compare("acronym", grouping.Acronym, actor.Acronym);
            Compare("territory", grouping.Territory, actor.Territory);

            void Compare(string column, string? here, string? there)
            {
                if (string.IsNullOrEmpty(here) || string.IsNullOrEmpty(there) || here == there)
                    return;
                issues.Error(
                    Name,
                    grouping.Place,
                    column,
                    $"'{grouping.Id}' has the {column} '{here}' here and '{there}' in actors.csv",
                    $"one body: the same {column} in both files, or in one only",
                    grouping.Id
                );
            }
        }
    }
}

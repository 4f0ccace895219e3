using System.Globalization;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A number of members is a whole number, and not below 0.</summary>
internal sealed class CountValueRule : IDatasetRule
{
    public string Name => "count-value";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        foreach (var row in data.Data.Measures)
        {
            if (row.Concept is not (BuiltInConcepts.MemberCount or BuiltInConcepts.OtherMemberCount))
                continue;
            if (row.Value >= 0 && row.Value < int.MaxValue && double.IsInteger(row.Value))
                continue;
            issues.Error(
                Name,
                row.Place,
                "value",
                string.Create(CultureInfo.InvariantCulture, $"{row.Concept} is {row.Value}"),
                "a whole number from 0 on",
                row.Id
            );
        }
    }
}

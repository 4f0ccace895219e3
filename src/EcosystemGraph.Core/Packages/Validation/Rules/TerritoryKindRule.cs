using System.Collections.Immutable;
using EcosystemGraph.Core.Catalog;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A territory is of one of the kinds that the contract lists.</summary>
internal sealed class TerritoryKindRule : IDatasetRule
{
    private static readonly ImmutableArray<string> Kinds = ChoiceLabels.TerritoryKinds;

    public string Name => "territory-kind";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        foreach (var row in data.Data.Territories)
        {
            if (Kinds.Contains(row.Kind))
                continue;
            issues.Error(
                Name,
                row.Place,
                "kind",
                $"'{row.Kind}' is no kind of territory",
                $"one of {string.Join(", ", Kinds)}",
                row.Id
            );
        }
    }
}

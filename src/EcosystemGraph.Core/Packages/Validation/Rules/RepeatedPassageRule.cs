using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A text that its source repeats is one passage.</summary>
internal sealed class RepeatedPassageRule : IDatasetRule
{
    public string Name => "repeated-passage";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        var first = new Dictionary<(string Source, string Sha256), Passage>();
        foreach (var row in data.Data.Passages)
        {
            if (row.Sha256.Length == 0 || first.TryAdd((row.Source, row.Sha256), row))
                continue;
            var other = first[(row.Source, row.Sha256)];
            issues.Error(
                Name,
                row.Place,
                "sha256",
                $"passage '{row.Id}' has the text of passage '{other.Id}'",
                $"one row for it, with {row.Locator} in the also of '{other.Id}'",
                row.Id
            );
        }
    }
}

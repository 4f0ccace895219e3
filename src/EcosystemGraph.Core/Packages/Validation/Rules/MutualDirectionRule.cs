using System.Globalization;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A partnership that holds both ways stands once: the respondent first, else the lower id.</summary>
internal sealed class MutualDirectionRule : IDatasetRule
{
    public string Name => "mutual-direction";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        var first = new Dictionary<(string One, string Other, string Type, PartialDate? From), Partnership>();
        foreach (var row in data.Data.Partnerships)
        {
            if (!data.Concepts.TryGetValue(row.Type, out var type) || !type.Mutual)
                continue;
            var (low, high) =
                string.CompareOrdinal(row.Source, row.Target) <= 0
                    ? (row.Source, row.Target)
                    : (row.Target, row.Source);
            if (!first.TryAdd((low, high, row.Type, row.From), row))
            {
                var other = first[(low, high, row.Type, row.From)];
                issues.Error(
                    Name,
                    row.Place,
                    null,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"'{row.Source}' and '{row.Target}' have the mutual tie '{row.Type}' in line {other.Place.Line} already"
                    ),
                    "one row for both ways, with the passages of both",
                    row.Id
                );
            }
            else if (ShouldComeFirst(data, row, low, high) != row.Source)
            {
                issues.Error(
                    Name,
                    row.Place,
                    "source",
                    $"'{row.Type}' is mutual and its row begins with '{row.Source}'",
                    $"'{row.Target}' as source and '{row.Source}' as target: the respondent first, else the lower id",
                    row.Id
                );
            }
        }
    }

    private static string ShouldComeFirst(DatasetIndex data, Partnership row, string low, string high)
    {
        var (lowSpeaks, highSpeaks) = (data.IsRespondent(low, row.Citation), data.IsRespondent(high, row.Citation));
        return highSpeaks && !lowSpeaks ? high : low;
    }
}

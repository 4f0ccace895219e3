using System.Globalization;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Validation.Rules;

/// <summary>A passage says where it stands, and no two stand in one place.</summary>
internal sealed class PassagePlaceRule : IDatasetRule
{
    public string Name => "passage-place";

    public void Check(DatasetIndex data, IssueLog issues)
    {
        var withQuestions = data
            .Data.Passages.Where(row => row.Question is not null)
            .Select(row => row.Source)
            .ToHashSet(StringComparer.Ordinal);
        var places = new Dictionary<(string Source, string Locator), Passage>();
        foreach (var row in data.Data.Passages)
        {
            if (row.Question is null && withQuestions.Contains(row.Source))
            {
                issues.Error(
                    Name,
                    row.Place,
                    "question",
                    $"passage '{row.Id}' has no question, others of its source have one",
                    "the question's number, 0 before the first",
                    row.Id
                );
            }
            if (!places.TryAdd((row.Source, row.Locator), row))
            {
                var other = places[(row.Source, row.Locator)];
                issues.Error(
                    Name,
                    row.Place,
                    "paragraph",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{row.Locator} is the place of passage '{other.Id}' (line {other.Place.Line}) too"
                    ),
                    "one row a place",
                    row.Id
                );
            }
        }
        foreach (var row in data.Data.Passages)
            CheckAlso(row, places, issues);
    }

    private void CheckAlso(Passage row, Dictionary<(string Source, string Locator), Passage> places, IssueLog issues)
    {
        var example = row.Question is null ? "18" : "1.18";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var also in row.Also)
        {
            if (!IsLocator(also, row.Question is not null))
            {
                issues.Error(
                    Name,
                    row.Place,
                    "also",
                    $"'{also}' is no locator",
                    $"a place is written {example}{(row.Question is null ? "" : ": question, point, paragraph")}",
                    row.Id
                );
            }
            else if (!seen.Add(also) || also == row.Locator)
            {
                issues.Error(
                    Name,
                    row.Place,
                    "also",
                    $"'{also}' is named already",
                    "each other place of the text once",
                    row.Id
                );
            }
            else if (places.TryGetValue((row.Source, also), out var other))
            {
                issues.Error(
                    Name,
                    row.Place,
                    "also",
                    $"{also} is the place of passage '{other.Id}'",
                    "a repeated text is one passage: its first place, the others in also",
                    row.Id
                );
            }
        }
    }

    private static bool IsLocator(string text, bool withQuestion)
    {
        var parts = text.Split('.');
        return parts.Length == (withQuestion ? 2 : 1)
            && parts.All(part =>
                int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && part == number.ToString(CultureInfo.InvariantCulture)
            );
    }
}

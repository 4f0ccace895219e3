using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Documents.Rules;

/// <summary>A date of a row stands in a passage that it cites, as precise as it is, unless the row is INFERRED.</summary>
internal sealed class DateStatedRule : IDocumentRule
{
    public string Name => "date-stated";

    public void Check(DocumentIndex index, IssueLog issues)
    {
        foreach (var fact in index.Facts)
        {
            if (
                fact.Confidence != Confidence.STATED
                || fact.Dates.IsEmpty
                || index.Cited(fact.Citation) is not { Count: > 0 } cited
            )
                continue;
            foreach (var (column, date) in fact.Dates)
            {
                var spellings = Spelling.Of(date);
                if (cited.Any(each => spellings.Any(each.Text.Words.Holds)))
                    continue;
                issues.Error(
                    Name,
                    fact.Place,
                    column,
                    $"{date} ('{spellings[0]}') does not stand in {string.Join(", ", cited.Select(each => each.Text.Locator))}",
                    "a date that a cited passage states, or confidence INFERRED",
                    fact.Id
                );
            }
        }
    }
}

using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Documents.Rules;

/// <summary>A measure's number stands in its mention, in digits or words, or in a cited passage where it has none, unless it is INFERRED.</summary>
internal sealed class NumberStatedRule : IDocumentRule
{
    public string Name => "number-stated";

    public void Check(DocumentIndex index, IssueLog issues)
    {
        foreach (var fact in index.Facts)
        {
            if (
                fact.Value is not { } value
                || fact.Confidence != Confidence.STATED
                || index.Cited(fact.Citation) is not { Count: > 0 } cited
            )
                continue;
            var spellings = Spelling.Of(value);
            // The passage may have several numbers; the mention says which one is meant.
            if (
                cited.Any(each =>
                    spellings.Any(
                        (each.Mention is { } mention ? new PassageWords(mention) : each.Text.Words).HoldsNumber
                    )
                )
            )
                continue;
            issues.Error(
                Name,
                fact.Place,
                "value",
                $"{spellings[0]} does not stand in {string.Join(", ", cited.Select(each => each.Mention is { } mention ? $"'{mention}'" : each.Text.Locator))}",
                "the number that the mention has, or confidence INFERRED",
                fact.Id
            );
        }
    }
}

namespace EcosystemGraph.Core.Packages.Documents.Rules;

/// <summary>A mention stands in its passage: whole words, folded.</summary>
internal sealed class MentionRule : IDocumentRule
{
    public string Name => "mention";

    public void Check(DocumentIndex index, IssueLog issues)
    {
        foreach (var fact in index.Facts)
        {
            for (var i = 0; i < fact.Citation.Passages.Length; i++)
            {
                if (index.Text(fact.Citation.Passages[i]) is not { } text)
                    continue;
                var mention = fact.Citation.MentionAt(i);
                if (mention is null)
                {
                    issues.Warning(
                        Name,
                        fact.Place,
                        "mention",
                        $"'{fact.Id}' has no mention",
                        $"the few words of {text.Locator} that name the thing",
                        fact.Id
                    );
                    break;
                }
                if (text.Words.Holds(mention))
                    continue;
                issues.Error(
                    Name,
                    fact.Place,
                    "mention",
                    $"'{mention}' does not stand in passage '{fact.Citation.Passages[i]}' ({text.Locator})",
                    Elsewhere(index, mention) ?? "words of the passage, whole",
                    fact.Id
                );
            }
        }
    }

    private static string? Elsewhere(DocumentIndex index, string mention)
    {
        var found = index
            .Sources.SelectMany(source => source.Outline.Passages)
            .Where(passage => passage.Words.Holds(mention))
            .Select(passage => passage.Locator)
            .Take(3)
            .ToList();
        return found.Count == 0 ? null : $"words of the passage; these stand at {string.Join(", ", found)}";
    }
}

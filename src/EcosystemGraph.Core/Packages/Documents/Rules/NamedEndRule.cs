using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Documents.Rules;

/// <summary>
/// A mention names an end of its link that is not the respondent: one at least of a row's mentions, and each in a passage that
/// has such a name (another may be a question, or the words that open a list). Every other body of the row but the respondent
/// is named in a passage that the row cites, even where the row is INFERRED. The respondent speaks: "we" needs no name.
/// </summary>
internal sealed class NamedEndRule : IDocumentRule
{
    public string Name => "named-end";

    public void Check(DocumentIndex index, IssueLog issues)
    {
        foreach (var fact in index.Facts)
        {
            if (index.Cited(fact.Citation) is not { Count: > 0 } cited)
                continue;
            var ends = fact.Ends.Where(end => !index.Rows.IsRespondent(end.Body, fact.Citation)).ToList();
            if (ends.Count > 0)
                CheckMentions(fact, ends, cited, index, issues);
            CheckOthers(fact, cited, index, issues);
        }
    }

    private void CheckMentions(
        Fact fact,
        List<(string Column, string Body)> ends,
        IReadOnlyList<(string Passage, DocumentPassage Text, string? Mention)> cited,
        DocumentIndex index,
        IssueLog issues
    )
    {
        var given = cited
            .Where(each => each.Mention is not null)
            .Select(each =>
                (
                    Mention: each.Mention!,
                    Named: ends.Any(end => index.Names(new PassageWords(each.Mention!), end.Body)),
                    Passage: ends.Any(end => index.Names(each.Text.Words, end.Body))
                )
            )
            .ToList();
        var wrong = given.Where(each => !each.Named && (each.Passage || given.TrueForAll(other => !other.Named)));
        foreach (var mention in wrong.Select(each => each.Mention).Distinct(StringComparer.Ordinal))
        {
            issues.Error(
                Name,
                fact.Place,
                "mention",
                $"'{mention}' holds no form of {Listed(ends)}",
                $"words that hold one of {Forms(index, ends)}; another end; or the form in names.csv",
                fact.Id
            );
        }
    }

    private void CheckOthers(
        Fact fact,
        IReadOnlyList<(string Passage, DocumentPassage Text, string? Mention)> cited,
        DocumentIndex index,
        IssueLog issues
    )
    {
        foreach (var (column, body) in fact.Bodies)
        {
            if (index.Rows.IsRespondent(body, fact.Citation) || cited.Any(each => index.Names(each.Text.Words, body)))
                continue;
            issues.Error(
                Name,
                fact.Place,
                column,
                $"no form of '{body}' stands in {string.Join(", ", cited.Select(each => each.Text.Locator))}",
                "a passage that names it, another body, or the form in names.csv",
                fact.Id
            );
        }
    }

    private static string Listed(List<(string Column, string Body)> ends) =>
        string.Join(" or ", ends.Select(end => $"'{end.Body}'"));

    private static string Forms(DocumentIndex index, List<(string Column, string Body)> ends)
    {
        var forms = ends.SelectMany(end => index.Forms(end.Body)).Distinct(StringComparer.Ordinal).ToList();
        return string.Join(", ", forms.Take(4).Select(form => $"'{form}'")) + (forms.Count > 4 ? ", …" : "");
    }
}

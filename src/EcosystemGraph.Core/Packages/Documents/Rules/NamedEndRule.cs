using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Documents.Rules;

/// <summary>
/// A mention names an end of its link that is not the respondent, and every other body of the row but the respondent is
/// named in a passage that the row cites, unless the row is INFERRED. The respondent speaks: "we" needs no name.
/// </summary>
internal sealed class NamedEndRule : IDocumentRule
{
    public string Name => "named-end";

    public void Check(DocumentIndex index, IssueLog issues)
    {
        foreach (var fact in index.Facts)
        {
            if (index.Cited(fact.Citation) is not { Count: > 0 } cited) continue;
            var ends = fact.Ends.Where(end => !index.Rows.IsRespondent(end.Body, fact.Citation)).ToList();
            if (ends.Count > 0) CheckMentions(fact, ends, cited, index, issues);
            CheckOthers(fact, cited, index, issues);
        }
    }

    private void CheckMentions(
        Fact fact, List<(string Column, string Body)> ends, IReadOnlyList<(string Passage, DocumentPassage Text, string? Mention)> cited,
        DocumentIndex index, IssueLog issues)
    {
        // A question names a category of bodies; who belongs to it, its answers say.
        var answers = cited.Where(each => index.Rows.Passages[each.Passage].Paragraph > 0).ToList();
        foreach (var mention in (answers.Count > 0 ? answers : cited).Select(each => each.Mention).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var words = new PassageWords(mention);
            if (ends.Any(end => index.Names(words, end.Body))) continue;
            issues.Error(Name, fact.Place, "mention", $"'{mention}' names neither end: no form of {Listed(ends)} stands in it",
                $"words that hold one of {Forms(index, ends)}; another end; or the form in names.csv", fact.Id);
        }
    }

    private void CheckOthers(
        Fact fact, IReadOnlyList<(string Passage, DocumentPassage Text, string? Mention)> cited, DocumentIndex index, IssueLog issues)
    {
        if (fact.Confidence != Confidence.STATED) return;
        foreach (var (column, body) in fact.Bodies)
        {
            if (index.Rows.IsRespondent(body, fact.Citation) || cited.Any(each => index.Names(each.Text.Words, body))) continue;
            issues.Error(Name, fact.Place, column, $"no form of '{body}' stands in {string.Join(", ", cited.Select(each => each.Text.Locator))}",
                "a passage that names it, another body, or confidence INFERRED", fact.Id);
        }
    }

    private static string Listed(List<(string Column, string Body)> ends) => string.Join(" or ", ends.Select(end => $"'{end.Body}'"));

    private static string Forms(DocumentIndex index, List<(string Column, string Body)> ends)
    {
        var forms = ends.SelectMany(end => index.Forms(end.Body)).Distinct(StringComparer.Ordinal).ToList();
        return string.Join(", ", forms.Take(4).Select(form => $"'{form}'")) + (forms.Count > 4 ? ", …" : "");
    }
}

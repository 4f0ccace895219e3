using System.Collections.Immutable;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Packages.Documents.Rules;

/// <summary>
/// Every capitalised word and every number of a document is in a form, a mention, a date or a number of a row that cites its
/// passage, in the name of a territory, or an acronym of a concept's label. What is not may have been overlooked.
/// </summary>
internal sealed class UncoveredRule : IDocumentRule
{
    // French words that begin sentences, where the document itself does not have them in lower case.
    private static readonly ImmutableHashSet<string> Ordinary = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "a",
        "ainsi",
        "apres",
        "au",
        "aucun",
        "aucune",
        "aussi",
        "autre",
        "autres",
        "aux",
        "avant",
        "avec",
        "c",
        "ce",
        "cela",
        "cependant",
        "certains",
        "ces",
        "cet",
        "cette",
        "chaque",
        "comment",
        "commentaire",
        "commentaires",
        "comme",
        "d",
        "dans",
        "de",
        "depuis",
        "des",
        "deux",
        "du",
        "egalement",
        "elle",
        "elles",
        "en",
        "enfin",
        "entre",
        "est",
        "et",
        "grace",
        "il",
        "ils",
        "j",
        "je",
        "l",
        "la",
        "le",
        "les",
        "leur",
        "leurs",
        "lors",
        "mais",
        "n",
        "ne",
        "nos",
        "notre",
        "nous",
        "on",
        "ou",
        "outre",
        "par",
        "parmi",
        "pas",
        "pendant",
        "personne",
        "pour",
        "pourquoi",
        "puis",
        "quand",
        "que",
        "quel",
        "quelle",
        "quelles",
        "quels",
        "qui",
        "quoi",
        "s",
        "sa",
        "sans",
        "se",
        "selon",
        "ses",
        "si",
        "son",
        "sous",
        "sur",
        "tous",
        "tout",
        "toute",
        "toutes",
        "un",
        "une",
        "vers",
        "voir",
        "vos",
        "votre",
        "vous",
        "y"
    );

    public string Name => "uncovered";

    public void Check(DocumentIndex index, IssueLog issues)
    {
        var phrases = PhrasesByPassage(index);
        var everywhere = index
            .Rows.Data.Territories.SelectMany(row => Phrase(row.Name))
            .Concat(index.Rows.Data.Concepts.SelectMany(row => Acronyms(row.Label)))
            .ToLookup(phrase => phrase[0], StringComparer.Ordinal);
        foreach (var source in index.Sources)
        {
            var passages = index
                .Rows.Data.Passages.Where(row => row.Source == source.Source.Id)
                .GroupBy(row => row.Locator, StringComparer.Ordinal)
                .ToDictionary(rows => rows.Key, rows => rows.First().Id, StringComparer.Ordinal);
            var common = source
                .Outline.Passages.SelectMany(passage => passage.Words.Words)
                .Where(word => char.IsLower(word.Text[0]))
                .Select(word => word.Folded)
                .Concat(Ordinary)
                .ToHashSet(StringComparer.Ordinal);
            var uncovered = new Dictionary<string, List<(string Text, DocumentPassage Passage)>>(
                StringComparer.Ordinal
            );
            foreach (var passage in source.Outline.Passages)
            {
                var here =
                    passages.TryGetValue(passage.Locator, out var id) && phrases.TryGetValue(id, out var found)
                        ? found
                        : [];
                foreach (
                    var word in Uncovered(
                        passage,
                        here.ToLookup(phrase => phrase[0], StringComparer.Ordinal),
                        everywhere,
                        common
                    )
                )
                {
                    if (!uncovered.TryGetValue(word.Folded, out var seen))
                        uncovered.Add(word.Folded, seen = []);
                    if (seen.TrueForAll(other => other.Passage != passage))
                        seen.Add((word.Text, passage));
                }
            }
            foreach (var found in uncovered.Values)
            {
                issues.Warning(
                    Name,
                    new RowPlace(source.Document.Name, found[0].Passage.Line.Number),
                    null,
                    $"'{found[0].Text}' at {string.Join(", ", found.Select(each => each.Passage.Locator))} is in no row",
                    "a row that cites the passage, or the form in names.csv, where it names or counts something"
                );
            }
        }
    }

    private static IEnumerable<PassageWord> Uncovered(
        DocumentPassage passage,
        ILookup<string, string[]> here,
        ILookup<string, string[]> everywhere,
        HashSet<string> common
    )
    {
        var words = passage.Words.Words;
        var covered = new bool[words.Length];
        for (var start = 0; start < words.Length; start++)
        {
            foreach (var phrase in here[words[start].Folded].Concat(everywhere[words[start].Folded]))
            {
                if (passage.Words.StandsAt(start, phrase))
                    Array.Fill(covered, true, start, phrase.Length);
            }
        }
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (
                covered[i]
                || !(char.IsUpper(word.Text[0]) || char.IsDigit(word.Text[0]) || Spelling.IsNumber(word.Folded))
            )
                continue;
            if (word.Begins && !IsAcronym(word.Text) && common.Contains(word.Folded))
                continue;
            yield return word;
        }
    }

    // Only the acronyms: the label "banque" is no reason to pass over a bank.
    private static IEnumerable<string[]> Acronyms(MultilingualText label) =>
        new PassageWords(string.Join(' ', label.All))
            .Words.Where(word => IsAcronym(word.Text))
            .Select(word => new[] { word.Folded });

    private static bool IsAcronym(string word) => word.Length > 1 && char.IsUpper(word[0]) && char.IsUpper(word[1]);

    private static Dictionary<string, List<string[]>> PhrasesByPassage(DocumentIndex index)
    {
        var phrases = new Dictionary<string, List<string[]>>(StringComparer.Ordinal);
        void Add(string passage, string text)
        {
            if (!phrases.TryGetValue(passage, out var list))
                phrases.Add(passage, list = []);
            list.AddRange(Phrase(text));
        }

        foreach (var row in index.Rows.Data.Names)
        {
            foreach (var passage in row.Passages)
                Add(passage, row.Text);
        }
        foreach (var fact in index.Facts)
        {
            for (var i = 0; i < fact.Citation.Passages.Length; i++)
            {
                var passage = fact.Citation.Passages[i];
                if (fact.Citation.MentionAt(i) is { } mention)
                    Add(passage, mention);
                foreach (var form in fact.Bodies.SelectMany(end => index.Forms(end.Body)))
                    Add(passage, form);
                foreach (var spelling in fact.Dates.SelectMany(date => Spelling.Of(date.Date)))
                    Add(passage, spelling);
                foreach (var spelling in fact.Value is { } value ? Spelling.Of(value) : [])
                    Add(passage, spelling);
            }
        }
        return phrases;
    }

    private static IEnumerable<string[]> Phrase(string text) =>
        FoldedText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? [words] : [];
}

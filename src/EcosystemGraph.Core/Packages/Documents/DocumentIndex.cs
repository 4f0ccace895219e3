using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Packages.Validation;

namespace EcosystemGraph.Core.Packages.Documents;

/// <summary>A source and its document.</summary>
internal sealed record SourceDocument(Source Source, DocumentText Document, DocumentOutline Outline);

/// <summary>A data package beside the documents of its sources.</summary>
internal sealed class DocumentIndex
{
    private readonly Dictionary<string, SourceDocument> _bySource = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentPassage> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _forms = new(StringComparer.Ordinal);

    /// <summary>Finds the source of each document, by fingerprint, or because no other source is left for it.</summary>
    public DocumentIndex(Dataset data, IReadOnlyList<DocumentText> documents, IssueLog issues)
    {
        Rows = new DatasetIndex(data);
        Facts = [.. Fact.Of(Rows)];
        foreach (var document in documents)
        {
            if (SourceOf(document, data, documents) is { } source)
            {
                var passages = data.Passages.Where(row => row.Source == source.Id).ToList();
                _bySource[source.Id] = new SourceDocument(source, document, new DocumentOutline(document, passages));
                foreach (var passage in passages)
                {
                    if (_bySource[source.Id].Outline.At(passage.Locator) is { } text)
                        _texts.TryAdd(passage.Id, text);
                }
            }
            else
            {
                issues.Error(
                    "document",
                    new RowPlace("sources.csv", 1),
                    null,
                    $"the document '{document.Name}' (sha256 {document.Sha256}) is that of no source",
                    "a row of sources.csv with this sha256"
                );
            }
        }
        foreach (var row in data.Actors)
            AddForms(row.Id, row.Name, row.Acronym);
        foreach (var row in data.Groupings)
            AddForms(row.Id, row.Name, row.Acronym);
        foreach (var row in data.Names)
            AddForms(row.Entity, row.Text, null);
    }

    /// <summary>The package's rows by id.</summary>
    public DatasetIndex Rows { get; }

    /// <summary>Every row that cites passages.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>Whether the documents of all sources are at hand: then what stands in none of them stands nowhere.</summary>
    public bool IsWhole => Rows.Data.Sources.All(row => _bySource.ContainsKey(row.Id));

    /// <summary>The sources whose documents are at hand.</summary>
    public IEnumerable<SourceDocument> Sources => _bySource.Values;

    /// <summary>A source's document; null where it is not at hand.</summary>
    public SourceDocument? Of(string source) => _bySource.GetValueOrDefault(source);

    /// <summary>A passage's text; null where its document is not at hand or has no such place.</summary>
    public DocumentPassage? Text(string passage) => _texts.GetValueOrDefault(passage);

    /// <summary>The texts that a row cites, each with the mention there; null where one is not at hand: then nothing is to be judged by them.</summary>
    public IReadOnlyList<(string Passage, DocumentPassage Text, string? Mention)>? Cited(Citation citation)
    {
        var cited = new List<(string, DocumentPassage, string?)>();
        for (var i = 0; i < citation.Passages.Length; i++)
        {
            if (Text(citation.Passages[i]) is not { } text)
                return null;
            cited.Add((citation.Passages[i], text, citation.MentionAt(i)));
        }
        return cited;
    }

    /// <summary>The forms by which a body is named: the name by which it is listed first, then its acronym and what names.csv has.</summary>
    public IReadOnlyList<string> Forms(string body) => _forms.TryGetValue(body, out var forms) ? forms : [];

    /// <summary>Whether the words hold a form of a body.</summary>
    public bool Names(PassageWords words, string body) => Forms(body).Any(words.Holds);

    private void AddForms(string body, string name, string? acronym)
    {
        if (!_forms.TryGetValue(body, out var forms))
            _forms.Add(body, forms = []);
        if (!forms.Contains(name))
            forms.Add(name);
        if (acronym is not null && !forms.Contains(acronym))
            forms.Add(acronym);
    }

    private static Source? SourceOf(DocumentText document, Dataset data, IReadOnlyList<DocumentText> documents)
    {
        if (data.Sources.FirstOrDefault(row => row.Sha256 == document.Sha256) is { } same)
            return same;
        if (data.Sources.Length == 1 && documents.Count == 1)
            return data.Sources[0];
        var open = data.Sources.Where(row => row.Sha256.Length == 0).ToList();
        return open.Count == 1 && documents.Count(other => !data.Sources.Any(row => row.Sha256 == other.Sha256)) == 1
            ? open[0]
            : null;
    }
}

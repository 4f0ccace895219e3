using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Model;

namespace EcosystemGraph.Core.Packages.Documents;

/// <summary>A text of a document and the places where it stands.</summary>
/// <param name="Locator">Its first place, "1.18".</param>
/// <param name="Line">The first line that it is.</param>
/// <param name="Also">Its other places, in order.</param>
public sealed record DocumentPassage(string Locator, DocumentLine Line, ImmutableArray<string> Also)
{
    /// <summary>The text's words.</summary>
    public PassageWords Words { get; } = new(Line.Text);
}

/// <summary>
/// The places of a document's paragraphs: the first line is 0.0, a question is paragraph 0 of its own, and paragraphs are
/// counted in their question from 1; one that its question has had already is not counted again.
/// </summary>
public sealed class DocumentOutline
{
    private readonly Dictionary<string, DocumentPassage> _byLocator = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentPassage> _byFingerprint = new(StringComparer.Ordinal);

    /// <summary>Finds the places.</summary>
    /// <param name="document">The document.</param>
    /// <param name="passages">The passages of its source, which tell questions from answers.</param>
    public DocumentOutline(DocumentText document, IReadOnlyCollection<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(passages);
        HasQuestions =
            passages.Count == 0 ? document.Lines.Any(LooksLikeQuestion) : passages.Any(row => row.Question is not null);
        var questions = passages
            .Where(row => row.Paragraph == 0 && row.Question > 0)
            .Select(row => row.Sha256)
            .ToHashSet(StringComparer.Ordinal);
        var answers = passages
            .Where(row => row.Paragraph > 0 && row.Sha256.Length > 0)
            .Select(row => row.Sha256)
            .ToHashSet(StringComparer.Ordinal);

        var places = new List<(string Locator, DocumentLine Line)>();
        var (question, paragraph) = (0, -1);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in document.Lines)
        {
            // Not every question need have a row, so its mark counts too, unless a row says that the line is an answer.
            var asks =
                HasQuestions
                && paragraph >= 0
                && (
                    questions.Contains(line.Fingerprint)
                    || (LooksLikeQuestion(line) && !answers.Contains(line.Fingerprint))
                );
            if (asks)
            {
                (question, paragraph) = (question + 1, -1);
                seen.Clear();
            }
            if (!seen.Add(line.Fingerprint))
                continue;
            paragraph++;
            places.Add(
                (
                    HasQuestions
                        ? string.Create(CultureInfo.InvariantCulture, $"{question}.{paragraph}")
                        : paragraph.ToString(CultureInfo.InvariantCulture),
                    line
                )
            );
        }
        Passages =
        [
            .. places
                .GroupBy(place => place.Line.Fingerprint, StringComparer.Ordinal)
                .Select(same => new DocumentPassage(
                    same.First().Locator,
                    same.First().Line,
                    [.. same.Skip(1).Select(place => place.Locator)]
                )),
        ];
        foreach (var passage in Passages)
        {
            _byFingerprint.Add(passage.Line.Fingerprint, passage);
            _byLocator.Add(passage.Locator, passage);
            foreach (var also in passage.Also)
                _byLocator.Add(also, passage);
        }
    }

    /// <summary>Whether places are written with a question.</summary>
    public bool HasQuestions { get; }

    /// <summary>The texts, each once, in the order of their first places.</summary>
    public ImmutableArray<DocumentPassage> Passages { get; }

    /// <summary>The text that stands at a place, first or again; null where there is no such place.</summary>
    public DocumentPassage? At(string locator) => _byLocator.GetValueOrDefault(locator);

    /// <summary>The text with a fingerprint; null where there is none.</summary>
    public DocumentPassage? WithFingerprint(string fingerprint) => _byFingerprint.GetValueOrDefault(fingerprint);

    private static bool LooksLikeQuestion(DocumentLine line) => line.Text.EndsWith('?');
}

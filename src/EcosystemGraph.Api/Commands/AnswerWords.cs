using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Api.Commands;

/// <summary>
/// The words in which people read an answer's values: those of enums, kinds of territories, true and false. They are in
/// the language of the first text that the question asks for.
/// </summary>
internal sealed class AnswerWords
{
    private readonly Dictionary<string, AnswerWords> _below = new(StringComparer.Ordinal);
    private readonly Field? _field;
    private readonly Spoken _spoken;

    private AnswerWords(Field? field, Spoken spoken) => (_field, _spoken) = (field, spoken);

    /// <summary>The words of the answer to a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="language">In which language, where it asks for no text.</param>
    public static AnswerWords Of(Plan plan, Language language)
    {
        var words = new AnswerWords(null, new Spoken());
        foreach (var root in plan.Roots)
            root.Accept(Roots.Words, words.Below(root.Name, null));
        words._spoken.Language ??= language;
        return words;
    }

    /// <summary>The words of what stands under a name; null where nothing there has any.</summary>
    public AnswerWords? Below(string name) => _below.GetValueOrDefault(name);

    /// <summary>How people read a value.</summary>
    public string Of(string value) =>
        _field is null ? value : ChoiceLabels.Of(_field, value, _spoken.Language!.Value) ?? value;

    private AnswerWords Below(string name, Field? field)
    {
        if (!_below.TryGetValue(name, out var words))
            _below.Add(name, words = new AnswerWords(field, _spoken));
        return words;
    }

    private sealed class Roots : IRootVisitor<AnswerWords, Nothing>
    {
        public static readonly Roots Words = new();

        public Nothing Visit(LookupRoot root, AnswerWords words) => words.Adding(root.Projection);

        public Nothing Visit(NodesRoot root, AnswerWords words) => words.Adding(root.Projection);

        public Nothing Visit(PagesRoot root, AnswerWords words) => words.Adding(root.Pages);

        public Nothing Visit(ListRoot root, AnswerWords words) => words.Adding(root.Projection);

        public Nothing Visit(DatasetRoot root, AnswerWords words)
        {
            foreach (var part in root.Fields)
                words.Below(part.Name, null).Add(part.Findings);
            return default;
        }

        public Nothing Visit(CoAccompaniersRoot root, AnswerWords words) => words.Adding(root.Pages);

        public Nothing Visit(SearchRoot root, AnswerWords words) => words.Adding(root.Projection);

        public Nothing Visit(TypeNameRoot root, AnswerWords words) => default;

        public Nothing Visit(ComputedRoot root, AnswerWords words) => words.Adding(root.Projection);
    }

    private Nothing Adding(Projection projection)
    {
        Add(projection);
        return default;
    }

    private Nothing Adding(Pages pages)
    {
        Add(pages);
        return default;
    }

    private void Add(Projection? projection)
    {
        foreach (var selection in projection?.ByType ?? [])
            Add(selection.Fields);
    }

    private void Add(IEnumerable<Selected> fields)
    {
        foreach (var selected in fields)
        {
            switch (selected)
            {
                case SelectedValue value:
                    Below(value.Name, value.Column);
                    break;
                case SelectedText text:
                    _spoken.Language ??= text.Language;
                    break;
                case SelectedActivity activity:
                    Below(activity.Name, activity.Field);
                    break;
                case SelectedOne one:
                    Below(one.Name, null).Add(one.Projection);
                    break;
                case SelectedList list:
                    Below(list.Name, null).Add(list.Projection);
                    break;
                case SelectedEvidence evidence:
                    Below(evidence.Name, null).Add(evidence.Parts);
                    break;
                case SelectedPages pages:
                    Below(pages.Name, null).Add(pages.Pages);
                    break;
                case SelectedCoMembers question:
                    Below(question.Name, null).Add(question.Pages);
                    break;
                case SelectedNetworkList list:
                    Below(list.Name, null).Add(list.Projection);
                    break;
                case SelectedComputed computed:
                    var below = Below(computed.Name, computed.Field);
                    below.Add(computed.Projection);
                    below.Add(computed.Parts);
                    break;
            }
        }
    }

    private void Add(Pages pages)
    {
        foreach (var part in pages.Parts)
        {
            switch (part)
            {
                case NodesPart nodes:
                    Below(nodes.Name, null).Add(nodes.Projection);
                    break;
                case FacetsPart facets:
                    Below(facets.Name, null).Add(facets.Projection);
                    break;
                case EdgesPart edges:
                    foreach (var edge in edges.Parts)
                        Below(edges.Name, null).Below(edge.Name, null).Add(edge.Node);
                    break;
            }
        }
    }

    // One for all places of an answer.
    private sealed class Spoken
    {
        public Language? Language { get; set; }
    }
}

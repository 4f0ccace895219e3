using System.Collections.Immutable;
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
            root.Accept(Kinds.All, words.Below(root.Name, null));
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

    // What stands under the name of a node's answer is below the words it is visited with, those of a root but for its own.
    private sealed class Kinds
        : IRootVisitor<AnswerWords, Nothing>,
            ISelectedVisitor<AnswerWords, Nothing>,
            IPageVisitor<AnswerWords, Nothing>
    {
        public static readonly Kinds All = new();

        public Nothing Visit(LookupRoot root, AnswerWords words) => words.Adding(root.Projection);

        public Nothing Visit(NodesRoot root, AnswerWords words) => words.Adding(root.Projection);

        public Nothing Visit(PagesRoot root, AnswerWords words) => words.Adding(root.Pages);

        public Nothing Visit(ListRoot root, AnswerWords words) => words.Adding(root.Projection);

        public Nothing Visit(DatasetRoot root, AnswerWords words)
        {
            foreach (var part in root.Fields)
                words.Below(part.Name, null).Adding(part.Findings);
            return default;
        }

        public Nothing Visit(CoAccompaniersRoot root, AnswerWords words) => words.Adding(root.Pages);

        public Nothing Visit(SearchRoot root, AnswerWords words) => words.Adding(root.Projection);

        public Nothing Visit(TypeNameRoot root, AnswerWords words) => default;

        public Nothing Visit(ComputedRoot root, AnswerWords words) => words.Adding(root.Projection);

        public Nothing Visit(SelectedValue field, AnswerWords words)
        {
            words.Below(field.Name, field.Column);
            return default;
        }

        public Nothing Visit(SelectedText field, AnswerWords words)
        {
            words._spoken.Language ??= field.Language;
            return default;
        }

        public Nothing Visit(SelectedTexts field, AnswerWords words) => default;

        public Nothing Visit(SelectedActivity field, AnswerWords words)
        {
            words.Below(field.Name, field.Field);
            return default;
        }

        public Nothing Visit(SelectedTypeName field, AnswerWords words) => default;

        public Nothing Visit(SelectedEvidence field, AnswerWords words) =>
            words.Below(field.Name, null).Adding(field.Parts);

        public Nothing Visit(SelectedOne field, AnswerWords words) =>
            words.Below(field.Name, null).Adding(field.Projection);

        public Nothing Visit(SelectedList field, AnswerWords words) =>
            words.Below(field.Name, null).Adding(field.Projection);

        public Nothing Visit(SelectedPages field, AnswerWords words) =>
            words.Below(field.Name, null).Adding(field.Pages);

        public Nothing Visit(SelectedCoMembers field, AnswerWords words) =>
            words.Below(field.Name, null).Adding(field.Pages);

        public Nothing Visit(SelectedNetworkList field, AnswerWords words) =>
            words.Below(field.Name, null).Adding(field.Projection);

        // A figure or a file is for programs.
        public Nothing Visit(SelectedDrawing field, AnswerWords words) => default;

        public Nothing Visit(SelectedComputed field, AnswerWords words)
        {
            var below = words.Below(field.Name, field.Field);
            below.Adding(field.Projection);
            return below.Adding(field.Parts);
        }

        public Nothing Visit(NodesPart part, AnswerWords words) => words.Below(part.Name, null).Adding(part.Projection);

        public Nothing Visit(EdgesPart part, AnswerWords words)
        {
            foreach (var edge in part.Parts)
                words.Below(part.Name, null).Below(edge.Name, null).Adding(edge.Node);
            return default;
        }

        public Nothing Visit(TotalCountPart part, AnswerWords words) => default;

        public Nothing Visit(FacetsPart part, AnswerWords words) =>
            words.Below(part.Name, null).Adding(part.Projection);

        public Nothing Visit(PageInfoPart part, AnswerWords words) => default;

        public Nothing Visit(PageTypeName part, AnswerWords words) => default;
    }

    private Nothing Adding(Projection? projection)
    {
        foreach (var selection in projection?.ByType ?? [])
            Adding(selection.Fields);
        return default;
    }

    private Nothing Adding(ImmutableArray<Selected> fields)
    {
        foreach (var field in fields)
            field.Accept<AnswerWords, Nothing>(Kinds.All, this);
        return default;
    }

    private Nothing Adding(Pages pages)
    {
        foreach (var part in pages.Parts)
            part.Accept(Kinds.All, this);
        return default;
    }

    // One for all places of an answer.
    private sealed class Spoken
    {
        public Language? Language { get; set; }
    }
}

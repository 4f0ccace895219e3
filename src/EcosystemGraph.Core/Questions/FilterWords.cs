using System.Collections.Immutable;
using System.Globalization;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Core.Questions;

/// <summary>Says a filter in words, for captions: every condition of it.</summary>
/// <param name="language">In which language.</param>
/// <param name="labelOf">The label of a record by its type and id; null where it is not known.</param>
internal sealed class FilterWords(Language language, Func<RecordType, string, MultilingualText?> labelOf)
    : IFilterVisitor<RecordType, string?>
{
    private readonly FilterTexts _texts = FilterTexts.In(language);

    private readonly Typography _typography = Typography.In(language);

    private string Colon => _typography.Colon;

    /// <summary>The filter in words; null where it is true of all.</summary>
    public string? Of(RecordType type, Filter filter) => filter.Accept(this, type);

    public string? Visit(Conjunction many, RecordType type) => Joined(type, many.Parts, _texts.And);

    public string? Visit(Disjunction many, RecordType type) =>
        many.Parts.IsEmpty ? _texts.None : Joined(type, many.Parts, _texts.Or);

    public string? Visit(Negation not, RecordType type) =>
        _texts.Not.With(("filter", Of(type, not.Part) ?? _texts.All));

    public string? Visit(Absent absent, RecordType type) => _texts.Absent.With(("field", Named(absent.Column)));

    public string? Visit(TextIn texts, RecordType type) =>
        texts.Column.Name == "id"
            ? Either(texts.Values, id => Quoted(labelOf(type, id)?.In(language) ?? id))
            : OneOf(texts.Column, texts.Values, text => ChoiceLabels.Of(texts.Column, text, language) ?? Quoted(text));

    public string? Visit(TextHas has, RecordType type) =>
        $"{Named(has.Column)} {Place(has.Place)} {Quoted(has.Part.Text)}";

    public string? Visit(NumberIn numbers, RecordType type) => OneOf(numbers.Column, numbers.Values, Number);

    public string? Visit(NumberCompares number, RecordType type) =>
        $"{Named(number.Column)} {Sign(number.Comparison)} {Number(number.Value)}";

    public string? Visit(DateIn dates, RecordType type) =>
        OneOf(dates.Column, dates.Values, days => DateWords.Of(days, language));

    public string? Visit(DateCompares date, RecordType type) =>
        $"{Named(date.Column)} {When(date.Comparison, date.Days)}";

    public string? Visit(ChoiceIn choices, RecordType type) =>
        OneOf(choices.Column, choices.Values, value => Label(choices.Column, choices.Column.Values[value]));

    public string? Visit(FlagIs flag, RecordType type) =>
        ChoiceLabels.OwnOf(flag.Column, flag.Value, language)
        ?? Named(flag.Column) + Colon + ChoiceLabels.Of(flag.Value, language);

    public string? Visit(Active active, RecordType type) => Active(active.At, language);

    public string? Visit(Under under, RecordType type) =>
        _texts.OrNarrower.With(
            ("concept", Quoted(labelOf(Records.Concept, under.Concept)?.In(language) ?? under.Concept))
        );

    public string? Visit(Inside inside, RecordType type) =>
        _texts.Inside.With(
            ("territory", Quoted(labelOf(Records.Territory, inside.Territory)?.In(language) ?? inside.Territory))
        );

    public string? Visit(One one, RecordType type) => Led(one.Relation, Of(one.Relation.Target, one.Part));

    public string? Visit(Some some, RecordType type) => Led(some.Relation, Of(some.Relation.Target, some.Part));

    public string? Visit(SomeText some, RecordType type) => Led(some.Field, Of(type, some.Part));

    public string? Visit(SomeEvidence some, RecordType type) => Led(some.Field, Of(Records.Passage, some.Passage));

    /// <summary>At which date something holds, and how surely; null where any certainty will do.</summary>
    public static string? Active(ActiveAt at, Language language) =>
        at.AtLeast == Activity.NO
            ? null
            : FilterTexts
                .In(language)
                .Active.With(
                    ("surely", ChoiceLabels.Of(at.AtLeast, language)!),
                    ("when", DateWords.At(at.Days, language))
                );

    private string? Joined(RecordType type, ImmutableArray<Filter> parts, string word)
    {
        var said = parts
            .Select(part => (Part: part, Words: Of(type, part)))
            .Where(part => part.Words is not null)
            .ToArray();
        if (said.Length == 0)
            return null;
        return said.Length == 1
            ? said[0].Words
            : string.Join(
                word,
                said.Select(part => part.Part is Conjunction or Disjunction ? $"({part.Words})" : part.Words)
            );
    }

    public string? Visit(PerType types, RecordType type)
    {
        var said = types
            .Types.Zip(types.Parts, (type, part) => (Type: type, Words: Of(type, part)))
            .Where(part => part.Words is not null)
            .ToArray();
        if (said.Length == 0)
            return null;
        return said.Length == types.Types.Length && said.All(part => part.Words == said[0].Words)
            ? said[0].Words
            : string.Join(
                _texts.And,
                said.Select(part =>
                    (
                        part.Type == Records.Actor ? _texts.IfActor
                        : part.Type == Records.Grouping ? _texts.IfGrouping
                        : part.Type.Name
                    )
                    + Colon
                    + part.Words
                )
            );
    }

    private string OneOf<T>(Field field, ImmutableArray<T> values, Func<T, string> words) =>
        Named(field) + Colon + Either(values, words);

    private string Either<T>(ImmutableArray<T> values, Func<T, string> words) =>
        string.Join(_texts.Or, values.Select(words));

    private string Led(Field field, string? words) =>
        words is null
            ? _texts.Some.With(("field", Named(field)))
            : Named(field) + (words[0] == Quoted("")[0] ? " " : Colon) + words;

    private string Named(Field field) =>
        field == SomeText.Item ? _texts.Text : _texts.Fields.GetValueOrDefault(field.Name, field.Name);

    private string Label(Field column, string value) => ChoiceLabels.Of(column, value, language) ?? value;

    private string Quoted(string text) => _typography.Quoted(text);

    private string Place(TextPlace place) =>
        place switch
        {
            TextPlace.Contains => _texts.Contains,
            TextPlace.StartsWith => _texts.StartsWith,
            TextPlace.EndsWith => _texts.EndsWith,
        };

    private string When(Comparison comparison, DaySpan days) =>
        comparison switch
        {
            Comparison.Less => _texts.Before.With(("date", DateWords.The(days, language))),
            Comparison.LessOrEqual => _texts.AtTheLatest.With(("when", DateWords.At(days, language))),
            Comparison.Greater => _texts.After.With(("date", DateWords.The(days, language))),
            Comparison.GreaterOrEqual => _texts.AtTheEarliest.With(("when", DateWords.At(days, language))),
        };

    private static string Sign(Comparison comparison) =>
        comparison switch
        {
            Comparison.Less => "<",
            Comparison.LessOrEqual => "≤",
            Comparison.Greater => ">",
            Comparison.GreaterOrEqual => "≥",
        };

    private string Number(double number) => _typography.Decimal(number.ToString("R", CultureInfo.InvariantCulture));
}

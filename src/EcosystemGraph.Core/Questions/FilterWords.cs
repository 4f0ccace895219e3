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
{
    private readonly FilterTexts _texts = FilterTexts.In(language);

    private readonly Typography _typography = Typography.In(language);

    private string Colon => _typography.Colon;

    /// <summary>The filter in words; null where it is true of all.</summary>
    public string? Of(RecordType type, Filter filter) =>
        filter switch
        {
            Conjunction { Parts: [] } => null,
            Conjunction many => Joined(type, many.Parts, _texts.And),
            Disjunction { Parts: [] } => _texts.None,
            Disjunction many => Joined(type, many.Parts, _texts.Or),
            Negation { Part: var part } => _texts.Not.With(("filter", Of(type, part) ?? _texts.All)),
            PerType types => Joined(types),
            Absent absent => _texts.Absent.With(("field", Named(absent.Column))),
            TextIn { Column.Name: "id" } texts => string.Join(
                _texts.Or,
                texts.Values.Select(id => Quoted(labelOf(type, id)?.In(language) ?? id))
            ),
            TextIn texts => Named(texts.Column)
                + Colon
                + string.Join(
                    _texts.Or,
                    texts.Values.Select(value => ChoiceLabels.Of(texts.Column, value, language) ?? Quoted(value))
                ),
            TextHas has => $"{Named(has.Column)} {Place(has.Place)} {Quoted(has.Part.Text)}",
            NumberIn numbers => Named(numbers.Column) + Colon + string.Join(_texts.Or, numbers.Values.Select(Number)),
            NumberCompares number => $"{Named(number.Column)} {Sign(number.Comparison)} {Number(number.Value)}",
            DateIn dates => Named(dates.Column)
                + Colon
                + string.Join(_texts.Or, dates.Values.Select(days => DateWords.Of(days, language))),
            DateCompares date => $"{Named(date.Column)} {When(date.Comparison, date.Days)}",
            ChoiceIn choices => Named(choices.Column)
                + Colon
                + string.Join(
                    _texts.Or,
                    choices.Values.Select(value => Label(choices.Column, choices.Column.Values[value]))
                ),
            FlagIs flag => ChoiceLabels.OwnOf(flag.Column, flag.Value, language)
                ?? Named(flag.Column) + Colon + ChoiceLabels.Of(flag.Value, language),
            Active active => Active(active.At, language),
            Under under => _texts.OrNarrower.With(
                ("concept", Quoted(labelOf(Records.Concept, under.Concept)?.In(language) ?? under.Concept))
            ),
            Inside inside => _texts.Inside.With(
                ("territory", Quoted(labelOf(Records.Territory, inside.Territory)?.In(language) ?? inside.Territory))
            ),
            One one => Led(one.Relation, Of(one.Relation.Target, one.Part)),
            Some some => Led(some.Relation, Of(some.Relation.Target, some.Part)),
            SomeText some => Led(some.Field, Of(type, some.Part)),
            SomeEvidence some => Led(some.Field, Of(Records.Passage, some.Passage)),
            _ => filter.ToString(),
        };

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

    private string? Joined(PerType types)
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

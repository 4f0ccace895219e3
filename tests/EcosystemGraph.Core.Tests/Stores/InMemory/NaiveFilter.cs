using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Text;
using EcosystemGraph.Tests.Naive;

namespace EcosystemGraph.Core.Tests.Stores.InMemory;

/// <summary>What a plan's filter says of a record, by the letter of the semantics; of a record that is not there, null.</summary>
internal sealed class NaiveFilter(NaiveGraph graph)
{
    public bool Holds(Filter filter, NaiveRecord? record)
    {
        switch (filter)
        {
            case Conjunction all:
                return all.Parts.All(part => Holds(part, record));
            case Disjunction any:
                return any.Parts.Any(part => Holds(part, record));
            case Negation not:
                return !Holds(not.Part, record);
            case Absent absent:
                return Read(record, absent.Column.Name) is null;
            case TextIn text:
                return Texts(Read(record, text.Column.Name)).Any(text.Values.Contains);
            case TextHas text:
                return Texts(Read(record, text.Column.Name)).Any(value => Has(text, value));
            case NumberIn number:
                return Read(record, number.Column.Name) is double equal && number.Values.Contains(equal);
            case NumberCompares number:
                return Read(record, number.Column.Name) is double other
                    && Compares(number.Comparison, other.CompareTo(number.Value));
            case DateIn date:
                return Read(record, date.Column.Name) is PartialDate day && date.Values.Contains(day.Span);
            case DateCompares date:
                return Read(record, date.Column.Name) is PartialDate value && Compares(date, value);
            case ChoiceIn choice:
                return Read(record, choice.Column.Name) is string chosen
                    && choice.Values.Any(place => choice.Column.Values[place] == chosen);
            case FlagIs flag:
                return Read(record, flag.Column.Name) is bool set && set == flag.Value;
            case Active active:
                return record is not null && graph.ActivityOf(record, active.At.Days) <= active.At.AtLeast;
            case Under under:
                return record is not null && graph.IsUnder(record.Id, under.Concept);
            case Inside inside:
                return record is not null && graph.IsInside(record.Id, inside.Territory);
            case PerType types:
                return Holds(
                    types.Parts[
                        record is null ? 0 : types.Types.Select(type => type.Name).ToList().IndexOf(record.Type)
                    ],
                    record
                );
            case One one:
                return Holds(one.Part, (NaiveRecord?)Read(record, one.Relation.Name));
            case Some some:
                return List<NaiveRecord>(record, some.Relation.Name).Any(item => Holds(some.Part, item));
            case SomeText some:
                return List<string>(record, some.Field.Name).Any(item => OfItem(some.Part, item));
            case SomeEvidence some:
                return List<NaiveEvidence>(record, some.Field.Name).Any(item => Holds(some.Passage, item.Passage));
            default:
                throw new ArgumentOutOfRangeException(nameof(filter), filter.GetType().Name, "no such filter");
        }
    }

    private static bool OfItem(Filter filter, string item) =>
        filter switch
        {
            Conjunction all => all.Parts.All(part => OfItem(part, item)),
            Disjunction any => any.Parts.Any(part => OfItem(part, item)),
            Negation not => !OfItem(not.Part, item),
            TextIn text => text.Values.Contains(item),
            TextHas text => Has(text, item),
            _ => false,
        };

    private object? Read(NaiveRecord? record, string field) => record is null ? null : graph.Read(record, field);

    private IEnumerable<T> List<T>(NaiveRecord? record, string field) => (IEnumerable<T>?)Read(record, field) ?? [];

    private static IEnumerable<string> Texts(object? value) =>
        value switch
        {
            string text => [text],
            MultilingualText both => both.All,
            _ => [],
        };

    private static bool Has(TextHas part, string text)
    {
        var form = part.Part.IsExact ? ExactText.Of(text) : FoldedText.Of(text);
        return part.Place switch
        {
            TextPlace.Contains => form.Contains(part.Part.Text, StringComparison.Ordinal),
            TextPlace.StartsWith => form.StartsWith(part.Part.Text, StringComparison.Ordinal),
            _ => form.EndsWith(part.Part.Text, StringComparison.Ordinal),
        };
    }

    private static bool Compares(DateCompares filter, PartialDate value) =>
        filter.Comparison switch
        {
            Comparison.Less => value.Last.DayNumber < filter.Days.First,
            Comparison.LessOrEqual => value.Last.DayNumber <= filter.Days.Last,
            Comparison.Greater => value.First.DayNumber > filter.Days.Last,
            _ => value.First.DayNumber >= filter.Days.First,
        };

    private static bool Compares(Comparison comparison, int compared) =>
        comparison switch
        {
            Comparison.Less => compared < 0,
            Comparison.LessOrEqual => compared <= 0,
            Comparison.Greater => compared > 0,
            _ => compared >= 0,
        };
}

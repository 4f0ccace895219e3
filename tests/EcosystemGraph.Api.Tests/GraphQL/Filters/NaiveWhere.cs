using System.Text.Json.Nodes;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Text;
using EcosystemGraph.Tests.Naive;

namespace EcosystemGraph.Api.Tests.GraphQL.Filters;

/// <summary>What a filter as a client writes it says of a record, by the letter of the semantics; null is a record that is not there.</summary>
internal sealed class NaiveWhere(NaiveGraph graph)
{
    public bool Holds(JsonObject where, NaiveRecord? record) =>
        where.All(given =>
            given.Key switch
            {
                "and" => Items(given.Value!).All(part => Holds(part, record)),
                "or" => Items(given.Value!).Any(part => Holds(part, record)),
                "not" => !Holds((JsonObject)given.Value!, record),
                "activeAt" => IsActive(given.Value!, record),
                "nactiveAt" => !IsActive(given.Value!, record),
                "under" => IsUnder(given.Value!, record),
                "nunder" => !IsUnder(given.Value!, record),
                "inside" => IsInside(given.Value!, record),
                "ninside" => !IsInside(given.Value!, record),
                _ => OfField((JsonObject)given.Value!, record is null ? null : graph.Read(record, given.Key)),
            }
        );

    private bool OfField(JsonObject given, object? value) =>
        value switch
        {
            NaiveRecord record => Holds(given, record),
            IReadOnlyList<NaiveRecord> records => OfList(given, records, Holds),
            IReadOnlyList<NaiveEvidence> items => OfList(given, items, OfEvidence),
            IReadOnlyList<string> texts => OfList(given, texts, OfValue),
            not null => OfValue(given, value),
            _ => OfAbsent(given),
        };

    // A value that is not there may be a list, a record or a scalar: what is asked of it tells which.
    private bool OfAbsent(JsonObject given)
    {
        if (given.All(part => part.Key is "some" or "none" or "all" or "any"))
            return OfList<object>(given, [], (_, _) => throw new InvalidOperationException("there is none"));
        return given.All(part => IsOperator(part.Key, part.Value)) ? OfValue(given, null) : Holds(given, null);
    }

    private static bool OfList<T>(JsonObject given, IReadOnlyList<T> items, Func<JsonObject, T, bool> holds) =>
        given.All(part =>
            part.Key switch
            {
                "some" => items.Any(item => holds((JsonObject)part.Value!, item)),
                "none" => !items.Any(item => holds((JsonObject)part.Value!, item)),
                "all" => items.All(item => holds((JsonObject)part.Value!, item)),
                _ => items.Count > 0 == (bool)part.Value!,
            }
        );

    private bool OfEvidence(JsonObject given, NaiveEvidence item) =>
        given.All(part =>
            part.Key switch
            {
                "and" => Items(part.Value!).All(each => OfEvidence(each, item)),
                "or" => Items(part.Value!).Any(each => OfEvidence(each, item)),
                "not" => !OfEvidence((JsonObject)part.Value!, item),
                _ => Holds((JsonObject)part.Value!, item.Passage),
            }
        );

    private static bool OfValue(JsonObject given, object? value) =>
        given.All(part =>
            part.Key[0] == 'n' ? !Positive(part.Key[1..], part.Value, value) : Positive(part.Key, part.Value, value)
        );

    private static bool Positive(string operation, JsonNode? asked, object? value) =>
        operation switch
        {
            "eq" => asked is null ? value is null : Equal(asked, value),
            "in" => asked!.AsArray().Any(one => Equal(one!, value)),
            "contains" => Has(value, asked, (text, part) => text.Contains(part, StringComparison.Ordinal)),
            "startsWith" => Has(value, asked, (text, part) => text.StartsWith(part, StringComparison.Ordinal)),
            "endsWith" => Has(value, asked, (text, part) => text.EndsWith(part, StringComparison.Ordinal)),
            "lt" => value is PartialDate date
                ? date.Last < Date(asked).First
                : value is double number && number < Number(asked),
            "lte" => value is PartialDate date
                ? date.Last <= Date(asked).Last
                : value is double number && number <= Number(asked),
            "gt" => value is PartialDate date
                ? date.First > Date(asked).Last
                : value is double number && number > Number(asked),
            "gte" => value is PartialDate date
                ? date.First >= Date(asked).First
                : value is double number && number >= Number(asked),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "no such operator"),
        };

    private static bool Equal(JsonNode asked, object? value) =>
        value switch
        {
            null => false,
            double number => number == Number(asked),
            bool flag => flag == (bool)asked,
            PartialDate date => (date.First, date.Last) == (Date(asked).First, Date(asked).Last),
            _ => Texts(value).Contains((string)asked!),
        };

    private bool IsUnder(JsonNode asked, NaiveRecord? record) =>
        record is not null && graph.IsUnder(record.Id, (string)asked!);

    private bool IsInside(JsonNode asked, NaiveRecord? record) =>
        record is not null && graph.IsInside(record.Id, (string)asked!);

    private bool IsActive(JsonNode asked, NaiveRecord? record)
    {
        if (record is null)
            return false;
        var least = asked["atLeast"] is { } given ? Enum.Parse<Activity>((string)given!) : Activity.POSSIBLE;
        return graph.ActivityOf(record, Date(asked["date"]).Span) <= least;
    }

    private static bool IsOperator(string name, JsonNode? value) =>
        value is not JsonObject
        && name
            is (
                "eq"
                or "neq"
                or "in"
                or "nin"
                or "contains"
                or "ncontains"
                or "startsWith"
                or "nstartsWith"
                or "endsWith"
                or "nendsWith"
                or "lt"
                or "nlt"
                or "lte"
                or "nlte"
                or "gt"
                or "ngt"
                or "gte"
                or "ngte"
            );

    private static IEnumerable<string> Texts(object? value) =>
        value switch
        {
            string text => [text],
            MultilingualText both => both.All,
            _ => [],
        };

    private static IEnumerable<JsonObject> Items(JsonNode list) => list.AsArray().Select(item => (JsonObject)item!);

    private static double Number(JsonNode? asked) =>
        double.Parse(asked!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    // Folded; what has no letter or digit as it reads.
    private static bool Has(object? value, JsonNode? asked, Func<string, string, bool> has)
    {
        var part = (string)asked!;
        Func<string, string> form = FoldedText.Of(part).Length > 0 ? FoldedText.Of : ExactText.Of;
        return Texts(value).Any(text => has(form(text), form(part)));
    }

    private static PartialDate Date(JsonNode? text) => PartialDate.Parse((string)text!);
}

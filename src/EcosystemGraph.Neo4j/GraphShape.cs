using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Stores.InMemory;
using EcosystemGraph.Core.Text;
using EcosystemGraph.Neo4j.Transport;

namespace EcosystemGraph.Neo4j;

/// <summary>
/// How records are kept as nodes and relationships: under the contract's names, so that anyone's Cypher reads them.
/// </summary>
/// <remarks>
/// Nodes: Entity with Actor, Grouping or both; Concept, Territory, Source, Passage, NameForm, Measure, Denial,
/// DataFinding. Relationships:
/// MEMBER_OF, PARTNER_OF, PART_OF, WITHIN, BROADER, ON_THEME, UNDER_THEME (a grouping to each theme that it is on or that is broader), LOCATED_IN, OF_SOURCE.
/// A text <c>name</c> has <c>nameFolded</c>, <c>nameExact</c> and <c>nameOrder</c> beside it where folding, what it reads as
/// or the order key differs from it.
/// A text in several languages <c>label</c> is <c>labelFr</c> and <c>labelEn</c>, one a language. A date <c>from</c> is kept as written, and as the
/// day numbers <c>fromFirst</c> and <c>fromLast</c>. When a record was active is <c>earliestStart</c>, <c>latestStart</c>,
/// <c>earliestEnd</c>, <c>latestEnd</c>, each left out where infinite. Evidence is <c>passages</c> and, beside each, what
/// <c>mentions</c> it. What is absent has no property.
/// A body's <c>names</c> have <c>namesFolded</c> and <c>namesExact</c> beside them where one of these differs; where the first,
/// which is preferred, is not the first by folded text too, <c>namePlace</c> says how many of the others come before it.
/// One counting membership of each pair carries the key of its member, <c>memberKey</c>: from the index of those a page
/// of members is read.
/// </remarks>
public static class GraphShape
{
    // To be raised by hand only where what is kept under the same names comes to mean something else.
    private const int Meaning = 6;

    /// <summary>The properties of a record.</summary>
    /// <param name="graph">The graph that holds it.</param>
    /// <param name="type">Its concrete type.</param>
    /// <param name="row">Its row.</param>
    public static Dictionary<string, Value> PropertiesOf(ResolvedGraph graph, RecordType type, int row)
    {
        var properties = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var field in type.Fields)
            Add(properties, graph, field, row);
        return properties;
    }

    /// <summary>
    /// Every property that a statement may name, whether or not the data set has a value for it. The server complains at
    /// each statement that names one it has never met, which takes it longer than most statements.
    /// </summary>
    public static IEnumerable<string> PropertyNames =>
        Records
            .WithRows.SelectMany(NamesOf)
            .Concat(["only", "sha256", "shape", "listNames", "listLengths", "token"])
            .Distinct(StringComparer.Ordinal);

    /// <summary>Every property that a record of a type may have, in one order; a grouping may be an actor too.</summary>
    public static IReadOnlyList<string> NamesOf(RecordType type)
    {
        var fields = type == Records.Grouping ? type.Fields.Concat(Records.Actor.Fields) : type.Fields;
        string[] ours = type.Name switch
        {
            "Actor" or "Grouping" => ["kind", "memberCount", "groupingCount", "namePlace"],
            "Membership" => ["startKey", "memberKey"],
            "Partnership" => ["startKey"],
            "Passage" => ["rank", "links", "memberships", "partnerships"],
            _ => ["rank"],
        };
        return [.. fields.SelectMany(NamesOf).Concat(ours).Append("id").Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Every type of relationship.</summary>
    public static IReadOnlyList<string> RelationshipTypes { get; } =
    ["MEMBER_OF", "PARTNER_OF", "PART_OF", "WITHIN", "BROADER", "ON_THEME", "UNDER_THEME", "LOCATED_IN", "OF_SOURCE"];

    /// <summary>The version of this shape, by which names it keeps what: a graph of another version is loaded anew.</summary>
    public static string Version { get; } =
        $"{Meaning}-"
        + Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(' ', PropertyNames.Order(StringComparer.Ordinal).Concat(RelationshipTypes))
                )
            )
        )[..16];

    private static IEnumerable<string> NamesOf(Field field) =>
        field switch
        {
            TextColumn or TextsField => Texts(field.Name),
            MultilingualColumn text => Cypher.Properties.Texts(text).SelectMany(Texts),
            DateColumn => [field.Name, field.Name + "First", field.Name + "Last"],
            ActivityField => ["earliestStart", "latestStart", "earliestEnd", "latestEnd"],
            EvidenceField => ["passages", "mentions", "mentionsOrder"],
            CoMembersField => [],
            Relation relation => Cypher.Ways.Of(relation).Property is { } property ? [property] : [],
            _ => [field.Name],
        };

    private static string[] Texts(string name) => [name, name + "Folded", name + "Exact", name + "Order"];

    /// <summary>A text whose order is that of dates: by first day, then by last, the absent last.</summary>
    public static string StartKey(DaySpan? from) =>
        from is { } days
            ? string.Create(CultureInfo.InvariantCulture, $"{days.First:0000000}{days.Last:0000000}")
            : "~";

    private static void Add(Dictionary<string, Value> properties, ResolvedGraph graph, Field field, int row)
    {
        switch (field)
        {
            case TextColumn { IsId: true } or TextColumn { IsKey: true }:
                properties[field.Name] = ((TextColumn)field).Read(graph, row);
                break;
            case TextColumn text:
                AddText(properties, text.Name, text.Read(graph, row));
                break;
            case MultilingualColumn text:
                var texts = text.Read(graph, row);
                foreach (var language in Language.All)
                    AddText(properties, Cypher.Properties.In(text.Name, language), texts[language]);
                break;
            case DateColumn date when date.Read(graph, row) is { } value:
                properties[date.Name] = value.ToString();
                properties[date.Name + "First"] = value.Span.First;
                properties[date.Name + "Last"] = value.Span.Last;
                break;
            case ChoiceColumn choice:
                properties[choice.Name] = choice.Values[choice.Read(graph, row)];
                break;
            case WholeColumn whole when whole.Read(graph, row) is { } value:
                properties[whole.Name] = value;
                break;
            case NumberColumn number:
                properties[number.Name] = number.Read(graph, row);
                break;
            case FlagColumn flag:
                properties[flag.Name] = flag.Read(graph, row);
                break;
            case TextsField list when list.Read(graph, row) is { IsEmpty: false } values:
                properties[list.Name] = values;
                AddForms(properties, list.Name + "Folded", values, FoldedText.Of);
                AddForms(properties, list.Name + "Exact", values, ExactText.Of);
                if (list.Name == "names" && PlaceOfFirst(values) is > 0 and var place)
                    properties["namePlace"] = place;
                break;
            case ActivityField activity:
                AddPeriod(properties, activity.Read(graph, row));
                break;
            case EvidenceField evidence:
                AddEvidence(properties, graph, evidence.Read(graph, row));
                break;
            case ToOne one
                when Cypher.Ways.Of(one).Property is { } property
                    && one.Read(graph, row) is var target and not ResolvedGraph.None:
                if (IdOf(graph, one.Target, target) is { } id)
                    properties[property] = id;
                break;
            case ToList many when Cypher.Ways.Of(many).Property is { } property:
                AddIds(properties, property, graph, many, row);
                break;
        }
    }

    private static void AddText(Dictionary<string, Value> properties, string name, string? text)
    {
        if (text is null)
            return;
        properties[name] = text;
        if (FoldedText.Of(text) is var folded && folded != text)
            properties[name + "Folded"] = folded;
        if (ExactText.Of(text) is var exact && exact != text)
            properties[name + "Exact"] = exact;
        if (OrderKey.Of(text) is var key && key != text)
            properties[name + "Order"] = key;
    }

    private static void AddForms(
        Dictionary<string, Value> properties,
        string name,
        ImmutableArray<string> texts,
        Func<string, string> formOf
    )
    {
        var forms = texts.Select(formOf).ToArray();
        if (!forms.AsSpan().SequenceEqual(texts.AsSpan()))
            properties[name] = forms;
    }

    // All names but the preferred one stand by folded, then exact text: where it would stand among them.
    private static int PlaceOfFirst(ImmutableArray<string> names)
    {
        static (string, string) Keys(string name) => (OrderKey.Of(FoldedText.Of(name)), OrderKey.Of(name));
        var (folded, exact) = Keys(names[0]);
        return names
            .Skip(1)
            .Select(Keys)
            .Count(key =>
                string.CompareOrdinal(key.Item1, folded) is var byFolded and not 0
                    ? byFolded < 0
                    : string.CompareOrdinal(key.Item2, exact) < 0
            );
    }

    private static void AddPeriod(Dictionary<string, Value> properties, Period period)
    {
        if (period.EarliestStart != DaySpan.Beginning)
            properties["earliestStart"] = period.EarliestStart;
        if (period.LatestStart != DaySpan.End)
            properties["latestStart"] = period.LatestStart;
        if (period.EarliestEnd != DaySpan.Beginning)
            properties["earliestEnd"] = period.EarliestEnd;
        if (period.LatestEnd != DaySpan.End)
            properties["latestEnd"] = period.LatestEnd;
    }

    private static void AddEvidence(
        Dictionary<string, Value> properties,
        ResolvedGraph graph,
        ReadOnlySpan<EvidenceItem> items
    )
    {
        if (items.IsEmpty)
            return;
        var passages = new string[items.Length];
        var mentions = new string[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            passages[i] = graph.Passages[items[i].Passage].Id;
            mentions[i] = items[i].Mention ?? "";
        }
        properties["passages"] = passages;
        properties["mentions"] = mentions;
        var keys = Array.ConvertAll(mentions, OrderKey.Of);
        if (!keys.AsSpan().SequenceEqual(mentions))
            properties["mentionsOrder"] = keys;
    }

    private static void AddIds(
        Dictionary<string, Value> properties,
        string property,
        ResolvedGraph graph,
        ToList list,
        int row
    )
    {
        var rows = list.Read(graph, row);
        if (rows.IsEmpty)
            return;
        var ids = new string[rows.Length];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = IdOf(graph, list.Target, rows[i])!;
        properties[property] = ids;
    }

    private static string? IdOf(ResolvedGraph graph, RecordType target, int number)
    {
        if (target == Records.Entity)
            return graph.EntityId(number);
        return target.FieldOf("id") is TextColumn id ? id.Read(graph, number) : null;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Queries;
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
        var keeper = new Keeper(properties, graph);
        foreach (var field in type.Fields)
            field.Accept(keeper, row);
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

    private static string[] NamesOf(Field field) => field.Accept(new Names(), default);

    // What is computed has no property, nor has a list that is paged: its links are relationships.
    private sealed class Names : IFieldVisitor<Nothing, string[]>
    {
        public string[] Visit(TextColumn column, Nothing about) => Texts(column.Name);

        public string[] Visit(MultilingualColumn column, Nothing about) =>
            [.. Cypher.Properties.Texts(column).SelectMany(GraphShape.Texts)];

        public string[] Visit(WholeColumn column, Nothing about) => [column.Name];

        public string[] Visit(NumberColumn column, Nothing about) => [column.Name];

        public string[] Visit(FlagColumn column, Nothing about) => [column.Name];

        public string[] Visit(ChoiceColumn column, Nothing about) => [column.Name];

        public string[] Visit(DateColumn column, Nothing about) =>
            [column.Name, column.Name + "First", column.Name + "Last"];

        public string[] Visit(TextsField field, Nothing about) => Texts(field.Name);

        public string[] Visit(ActivityField field, Nothing about) =>
            ["earliestStart", "latestStart", "earliestEnd", "latestEnd"];

        public string[] Visit(EvidenceField field, Nothing about) => ["passages", "mentions", "mentionsOrder"];

        public string[] Visit(ToOne field, Nothing about) => Kept(field);

        public string[] Visit(ToList field, Nothing about) => Kept(field);

        public string[] Visit(ToPages field, Nothing about) => Kept(field);

        public string[] Visit(CoMembersField field, Nothing about) => [];

        public string[] Visit(ComputedField field, Nothing about) => [];

        public string[] Visit(NetworkListField field, Nothing about) => [];

        public string[] Visit(DrawingField field, Nothing about) => [];

        private static string[] Kept(Relation relation) =>
            Cypher.Ways.Of(relation).Property is { } property ? [property] : [];
    }

    private static string[] Texts(string name) => [name, name + "Folded", name + "Exact", name + "Order"];

    /// <summary>A text whose order is that of dates: by first day, then by last, the absent last.</summary>
    public static string StartKey(DaySpan? from) =>
        from is { } days
            ? string.Create(CultureInfo.InvariantCulture, $"{days.First:0000000}{days.Last:0000000}")
            : "~";

    /// <summary>Adds to the properties of a row what is kept of a field.</summary>
    private sealed class Keeper(Dictionary<string, Value> properties, ResolvedGraph graph) : IFieldVisitor<int, Nothing>
    {
        public Nothing Visit(TextColumn column, int row)
        {
            if (column.IsId || column.IsKey)
                return Keep(column, column.Read(graph, row));
            AddText(properties, column.Name, column.Read(graph, row));
            return default;
        }

        public Nothing Visit(MultilingualColumn column, int row)
        {
            var texts = column.Read(graph, row);
            foreach (var language in Language.All)
                AddText(properties, Cypher.Properties.In(column.Name, language), texts[language]);
            return default;
        }

        public Nothing Visit(DateColumn column, int row)
        {
            if (column.Read(graph, row) is not { } value)
                return default;
            properties[column.Name + "First"] = value.Span.First;
            properties[column.Name + "Last"] = value.Span.Last;
            return Keep(column, value.ToString());
        }

        public Nothing Visit(ChoiceColumn column, int row) => Keep(column, column.Values[column.Read(graph, row)]);

        public Nothing Visit(WholeColumn column, int row) =>
            column.Read(graph, row) is { } value ? Keep(column, value) : default;

        public Nothing Visit(NumberColumn column, int row) => Keep(column, column.Read(graph, row));

        public Nothing Visit(FlagColumn column, int row) => Keep(column, column.Read(graph, row));

        public Nothing Visit(TextsField field, int row)
        {
            if (field.Read(graph, row) is not { IsEmpty: false } values)
                return default;
            AddForms(properties, field.Name + "Folded", values, FoldedText.Of);
            AddForms(properties, field.Name + "Exact", values, ExactText.Of);
            if (field.Name == "names" && PlaceOfFirst(values) is > 0 and var place)
                properties["namePlace"] = place;
            return Keep(field, values);
        }

        public Nothing Visit(ActivityField field, int row)
        {
            AddPeriod(properties, field.Read(graph, row));
            return default;
        }

        public Nothing Visit(EvidenceField field, int row)
        {
            AddEvidence(properties, graph, field.Read(graph, row));
            return default;
        }

        public Nothing Visit(ToOne field, int row)
        {
            if (
                Cypher.Ways.Of(field).Property is { } property
                && field.Read(graph, row) is var target and not ResolvedGraph.None
                && IdOf(graph, field.Target, target) is { } id
            )
                properties[property] = id;
            return default;
        }

        public Nothing Visit(ToList field, int row)
        {
            if (Cypher.Ways.Of(field).Property is { } property)
                AddIds(properties, property, graph, field, row);
            return default;
        }

        public Nothing Visit(ToPages field, int row) => default;

        public Nothing Visit(CoMembersField field, int row) => default;

        public Nothing Visit(ComputedField field, int row) => default;

        public Nothing Visit(NetworkListField field, int row) => default;

        public Nothing Visit(DrawingField field, int row) => default;

        private Nothing Keep(Field field, Value value)
        {
            properties[field.Name] = value;
            return default;
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

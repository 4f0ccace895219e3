using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EcosystemGraph.Core.Answers;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Stores;

namespace EcosystemGraph.Core.Questions;

/// <summary>Bodies and links as figures and files show them, by a question that any store can answer.</summary>
public sealed class AskedRecords : IExtractRecords
{
    // So many records make an answer of some megabytes.
    private const int Batch = 5_000;

    private static readonly Projection Concept = Of(Records.Concept, "id", "label");
    private static readonly Projection Place = Of(Records.Territory, "id", "name");
    private static readonly Projection Sources = Of(Records.Source, "id", "title", "publisher", "date");
    private static readonly Projection Body = OfBoth(Records.Entity, ["id", "name", "acronym", "named", "from", "to", "openness"], ["kind", "territory", "actor"]);
    private static readonly Projection Link = OfBoth(Records.Link, ["id", "isMember", "mutual", "regularity", "from", "to", "status", "confidence", "openness", "note"], ["role", "type", "occasion", "source", "target"]);

    private readonly Dictionary<string, ExtractBody> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExtractLink> _links = new(StringComparer.Ordinal);

    private AskedRecords(ExtractDataset dataset) => Dataset = dataset;

    /// <inheritdoc/>
    public ExtractDataset Dataset { get; }

    ExtractBody IExtractRecords.Body(string id) => _bodies[id];

    ExtractLink IExtractRecords.Link(string key) => _links[key];

    /// <summary>Asks for them.</summary>
    /// <param name="answer">Answers a plan; gives the fingerprint of the data that the answer is from.</param>
    /// <param name="bodies">Ids of bodies; one that is unknown is left out.</param>
    /// <param name="links">Keys of links.</param>
    public static async ValueTask<AskedRecords> AskAsync(Func<Plan, AnswerWriter, ValueTask<StoreAnswer>> answer, IReadOnlyCollection<string> bodies, IReadOnlyCollection<string> links)
    {
        AskedRecords? records = null;
        using var writer = new AnswerWriter(int.MaxValue);
        for (var start = 0; start == 0 || start < Math.Max(bodies.Count, links.Count); start += Batch)
        {
            var asked = new RecordsRoot("records", [.. bodies.Skip(start).Take(Batch)], [.. links.Skip(start).Take(Batch)], Body, Link);
            var dataset = new DatasetRoot("dataset", [new("title", DatasetFact.Title), new("version", DatasetFact.Version), new("sha256", DatasetFact.Sha256)]);
            writer.Clear();
            await answer(new Plan([dataset, new ListRoot("sources", Records.Source, Sources), asked]), writer);
            using var json = JsonDocument.Parse(writer.Written);
            var root = json.RootElement;
            records ??= new AskedRecords(new ExtractDataset(Text(root.GetProperty("dataset"), "title")!, Text(root.GetProperty("dataset"), "version")!, Text(root.GetProperty("dataset"), "sha256")!,
                [.. root.GetProperty("sources").EnumerateArray().Select(source => new ExtractSource(Text(source, "id")!, Text(source, "title")!, Text(source, "publisher"), Date(source, "date")))]));
            foreach (var body in root.GetProperty("records").GetProperty("bodies").EnumerateArray()) records._bodies.Add(Text(body, "id")!, BodyOf(body));
            foreach (var link in root.GetProperty("records").GetProperty("links").EnumerateArray())
            {
                var read = records.LinkOf(link);
                records._links.Add(QuestionLink.KeyOf(read.IsMembership ? LinkKind.MEMBERSHIP : LinkKind.PARTNERSHIP, read.Id), read);
            }
        }
        return records!;
    }

    /// <summary>Asks for what people read for records, by type and id; an unknown one has no label.</summary>
    public static async ValueTask<IReadOnlyDictionary<(RecordType Type, string Id), BilingualText>> LabelsAsync(
        Func<Plan, AnswerWriter, ValueTask<StoreAnswer>> answer, IReadOnlyCollection<(RecordType Type, string Id)> records)
    {
        var asked = records.Where(one => one.Type is { IsFound: true, Label: not null }).ToArray();
        var labels = new Dictionary<(RecordType, string), BilingualText>();
        if (asked.Length == 0) return labels;
        using var writer = new AnswerWriter(int.MaxValue);
        await answer(new Plan([.. asked.Select((one, i) => new LookupRoot(NameOf(i), one.Type, one.Id, new([new Selection(one.Type, [.. Values(one.Type.Label)])])))]), writer);
        using var json = JsonDocument.Parse(writer.Written);
        for (var i = 0; i < asked.Length; i++)
        {
            var record = json.RootElement.GetProperty(NameOf(i));
            if (record.ValueKind == JsonValueKind.Null) continue;
            var texts = record.EnumerateObject().Select(text => text.Value.GetString()).ToArray();
            labels.Add(asked[i], new BilingualText(texts[0], texts.ElementAtOrDefault(1)));
        }
        return labels;

        static string NameOf(int i) => string.Create(CultureInfo.InvariantCulture, $"label{i}");
    }

    private static ExtractBody BodyOf(JsonElement body)
    {
        var isGrouping = Text(body, "type name") == "Grouping";
        return new ExtractBody(Text(body, "id")!, Text(body, "name")!, Text(body, "acronym"), isGrouping, !isGrouping || body.GetProperty("actor").ValueKind == JsonValueKind.Object,
            isGrouping || body.GetProperty("named").GetBoolean(), TermOf(body.GetProperty("kind")), PlaceOf(body.GetProperty("territory")),
            isGrouping ? Date(body, "from") : null, isGrouping ? Date(body, "to") : null, null, isGrouping ? OpennessOf(body) : Openness.UNKNOWN);
    }

    private ExtractLink LinkOf(JsonElement link)
    {
        var isMembership = Text(link, "type name") == "Membership";
        var (from, to, status) = (Date(link, "from"), Date(link, "to"), Enum.Parse<Status>(Text(link, "status")!));
        var evidence = ImmutableArray.CreateBuilder<ExtractEvidence>();
        PartialDate? latest = null;
        foreach (var item in link.GetProperty("evidence").EnumerateArray())
        {
            var passage = item.GetProperty("passage");
            var source = Text(passage.GetProperty("source"), "id")!;
            evidence.Add(new ExtractEvidence(Text(passage, "id")!, source, Text(passage, "locator")!, Text(item, "mention")));
            // The latest source that is dated (semantics: Dates).
            if (Dataset.Sources.First(one => one.Id == source).Date is { } date && (latest is not { } known || (date.Span.Last, date.Span.First).CompareTo((known.Span.Last, known.Span.First)) > 0)) latest = date;
        }
        return new ExtractLink(Text(link, "id")!, isMembership, EndOf(link.GetProperty("source")), EndOf(link.GetProperty("target")),
            TermOf(link.GetProperty(isMembership ? "role" : "type")), !isMembership && !link.GetProperty("mutual").GetBoolean(), !isMembership || link.GetProperty("isMember").GetBoolean(),
            from, to, Period.Of(from, to, status, latest), status, Enum.Parse<Confidence>(Text(link, "confidence")!), Enum.Parse<Regularity>(Text(link, "regularity")!),
            isMembership ? [] : [.. link.GetProperty("themes").EnumerateArray().Select(TermOf)], new BilingualText(Text(link, "note FR"), Text(link, "note EN")), evidence.ToImmutable(), null, OpennessOf(link),
            isMembership ? null : TermOrNull(link.GetProperty("role")), isMembership ? null : TermOrNull(link.GetProperty("occasion")));
    }

    private static Openness OpennessOf(JsonElement record) => Enum.Parse<Openness>(Text(record, "openness")!);

    private static ExtractEnd EndOf(JsonElement end) => new(Text(end, "id")!, Text(end, "name")!);

    private static ExtractTerm TermOf(JsonElement concept) => new(Text(concept, "id")!, new BilingualText(Text(concept, "label FR"), Text(concept, "label EN")));

    private static ExtractTerm? TermOrNull(JsonElement concept) => concept.ValueKind == JsonValueKind.Null ? null : TermOf(concept);

    private static ExtractTerm? PlaceOf(JsonElement place) =>
        place.ValueKind == JsonValueKind.Null ? null : new ExtractTerm(Text(place, "id")!, new BilingualText(Text(place, "name"), Text(place, "name")));

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static PartialDate? Date(JsonElement of, string name) => Text(of, name) is { } date ? PartialDate.Parse(date) : null;

    // The fields that a type has of those named; of an abstract type's records the concrete types' own.
    private static Projection Of(RecordType type, params string[] fields) => new([new Selection(type, [.. fields.SelectMany(name => Values(type.FieldOf(name)))])]);

    private static Projection OfBoth(RecordType type, string[] values, string[] others) => new(
    [
        .. type.Possible.Select(concrete => new Selection(concrete,
        [
            new SelectedTypeName("type name", concrete.Name),
            .. values.SelectMany(name => Values(concrete.FieldOf(name))),
            .. others.SelectMany(name => Others(concrete.FieldOf(name))),
            .. type == Records.Link ? Lists(concrete) : [],
        ])),
    ]);

    private static IEnumerable<Selected> Values(Field? field) => field switch
    {
        BilingualColumn text => [new SelectedText(text.Name + " FR", text, Language.FR), new SelectedText(text.Name + " EN", text, Language.EN)],
        Column column => [new SelectedValue(column.Name, column)],
        _ => [],
    };

    private static IEnumerable<Selected> Others(Field? field) => field is not ToOne one ? []
        : one.Target == Records.Concept ? [new SelectedOne(one.Name, one, Concept)]
        : one.Target == Records.Territory ? [new SelectedOne(one.Name, one, Place)]
        : one.Target == Records.Entity ? [new SelectedOne(one.Name, one, new Projection([.. Records.Entity.Possible.Select(end => Of(end, "id", "name").ByType[0])]))]
        : [new SelectedOne(one.Name, one, Of(one.Target, "id"))];

    private static IEnumerable<Selected> Lists(RecordType type)
    {
        var passage = new Projection([new Selection(Records.Passage,
            [.. Of(Records.Passage, "id", "locator").ByType[0].Fields, new SelectedOne("source", (ToOne)Records.Passage.FieldOf("source")!, Of(Records.Source, "id"))])]);
        yield return new SelectedEvidence("evidence", (EvidenceField)type.FieldOf("evidence")!,
            [new SelectedComputed("passage", FactFields.EvidencePassage, passage, []), new SelectedComputed("mention", FactFields.EvidenceMention, null, [])]);
        if (type.FieldOf("themes") is ToList themes) yield return new SelectedList("themes", themes, Concept);
    }
}

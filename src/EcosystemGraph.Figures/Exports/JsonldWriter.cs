using System.Text.Json;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>
/// JSON-LD 1.1, its context inline: bodies as schema:Organization, memberships as schema:OrganizationRole, partnerships
/// as schema:Role, concepts as skos:Concept, passages and documents as prov:Entity; each link is prov:wasDerivedFrom its
/// passages, and prov:qualifiedDerivation has the words that name the thing there. What these vocabularies have no term
/// for (status, confidence, dates as written) is of this program's own, urn:x-ecosystem:term:. A node's IRI is
/// urn:x-ecosystem:, its class and its id, the same in every data set that has the id.
/// </summary>
internal sealed class JsonldWriter : INetworkWriter
{
    private const string Own = "urn:x-ecosystem:";

    public NetworkFormat Format { get; } =
        new("JSONLD", "jsonld", "application/ld+json", "JSON-LD in the terms of schema.org, W3C PROV and SKOS.");

    public async Task WriteAsync(
        Extract extract,
        ExportOptions options,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        using var buffer = new ExportBuffer(output, cancellationToken);
        await using var json = JsonExport.Into(buffer);
        var terms = new HashSet<string>(StringComparer.Ordinal);

        json.WriteStartObject();
        Context(json);
        json.WriteStartArray("@graph");
        Dataset(json, extract);
        foreach (var source in extract.Dataset.Sources)
        {
            Begin(json, Iri("source", source.Id), "prov:Entity", "schema:CreativeWork");
            json.WriteString("name", source.Title);
            JsonExport.Optional(json, "publisher", source.Publisher);
            if (source.Date is { } date)
                Date(json, "date", "datePublished", date);
            json.WriteEndObject();
        }
        foreach (var body in extract.Bodies)
        {
            Begin(json, Iri("body", body.Id), "schema:Organization");
            json.WriteString("identifier", body.Id);
            json.WriteString("name", body.Name);
            JsonExport.Optional(json, "alternateName", body.Acronym);
            json.WriteBoolean("named", body.Named);
            json.WriteBoolean("isGrouping", body.IsGrouping);
            if (body.IsGrouping)
                json.WriteString("openness", body.Openness.ToString());
            json.WriteBoolean("isActor", body.IsActor);
            Term(json, "kind", "concept", "skos:Concept", body.Kind, terms);
            if (body.Territory is { } territory)
                Term(json, "location", "territory", "schema:Place", territory, terms);
            if (body.From is { } from)
                Date(json, "from", "foundingDate", from);
            if (body.To is { } to)
                Date(json, "to", "dissolutionDate", to);
            if (body.Measures is { } measures)
            {
                json.WriteNumber("degree", measures.Degree);
                json.WriteNumber("betweenness", measures.Betweenness);
                json.WriteNumber("closeness", measures.Closeness);
                json.WriteNumber("pageRank", measures.PageRank);
                json.WriteNumber("component", measures.Component);
                json.WriteNumber("community", measures.Community);
                json.WriteBoolean("cutVertex", measures.CutVertex);
            }
            json.WriteEndObject();
            await DrainAsync(json, buffer).ConfigureAwait(false);
        }
        foreach (var edge in Edge.Of(extract))
        {
            if (edge.Link is { } link)
                Link(json, link, options.Language, terms);
            else
                Tie(json, edge, extract.Projection);
            await DrainAsync(json, buffer).ConfigureAwait(false);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        await buffer.DrainAllAsync().ConfigureAwait(false);
    }

    private static void Context(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context");
        json.WriteNumber("@version", 1.1m);
        foreach (
            var (prefix, iri) in new[]
            {
                ("schema", "https://schema.org/"),
                ("prov", "http://www.w3.org/ns/prov#"),
                ("skos", "http://www.w3.org/2004/02/skos/core#"),
                ("xsd", "http://www.w3.org/2001/XMLSchema#"),
                ("eco", Own + "term:"),
            }
        )
            json.WriteString(prefix, iri);
        foreach (var name in new[] { "name", "alternateName", "identifier", "version", "roleName", "publisher" })
            json.WriteString(name, "schema:" + name);
        foreach (
            var name in new[]
            {
                "named",
                "isGrouping",
                "isActor",
                "isMember",
                "isDirected",
                "degree",
                "component",
                "community",
                "cutVertex",
                "date",
                "from",
                "to",
                "status",
                "confidence",
                "openness",
                "regularity",
                "change",
                "locator",
                "sha256",
                "projection",
            }
        )
            json.WriteString(name, "eco:" + name);
        // A 0 among fractions would be an integer otherwise.
        foreach (var name in new[] { "betweenness", "closeness", "pageRank", "weight" })
            Typed(json, name, "eco:" + name, "xsd:double");
        foreach (var name in new[] { "location", "member", "memberOf" })
            Typed(json, name, "schema:" + name, "@id");
        foreach (
            var name in new[]
            {
                "kind",
                "type",
                "role",
                "occasion",
                "theme",
                "source",
                "target",
                "shared",
                "membership",
                "between",
            }
        )
            Typed(json, name, "eco:" + name, "@id");
        foreach (var name in new[] { "startDate", "endDate", "foundingDate", "dissolutionDate", "datePublished" })
            json.WriteString(name, "schema:" + name);
        Typed(json, "wasDerivedFrom", "prov:wasDerivedFrom", "@id");
        Typed(json, "qualifiedDerivation", "prov:qualifiedDerivation", "@id");
        Typed(json, "entity", "prov:entity", "@id");
        Typed(json, "partOf", "schema:isPartOf", "@id");
        json.WriteString("mention", "schema:text");
        json.WriteStartObject("label");
        json.WriteString("@id", "skos:prefLabel");
        json.WriteString("@container", "@language");
        json.WriteEndObject();
        json.WriteStartObject("note");
        json.WriteString("@id", "skos:note");
        json.WriteString("@container", "@language");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Typed(Utf8JsonWriter json, string name, string iri, string type)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", iri);
        json.WriteString("@type", type);
        json.WriteEndObject();
    }

    private static void Dataset(Utf8JsonWriter json, Extract extract)
    {
        Begin(json, Iri("dataset", extract.Dataset.Sha256), "schema:Dataset", "prov:Entity");
        json.WriteString("name", extract.Dataset.Title);
        JsonExport.Optional(json, "version", extract.Dataset.Version);
        json.WriteString("sha256", extract.Dataset.Sha256);
        Texts(json, "note", extract.Scope);
        json.WriteString("projection", extract.Projection.ToString());
        json.WriteStartArray("wasDerivedFrom");
        foreach (var source in extract.Dataset.Sources)
            json.WriteStringValue(Iri("source", source.Id));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Link(Utf8JsonWriter json, ExtractLink link, Language language, HashSet<string> terms)
    {
        var (source, target) = (Iri("body", link.Source.Id), Iri("body", link.Target.Id));
        if (link.IsMembership)
        {
            Begin(json, Iri("membership", link.Id), "schema:OrganizationRole", "prov:Entity");
            json.WriteString("member", source);
            json.WriteString("memberOf", target);
            json.WriteBoolean("isMember", link.IsMember);
        }
        else
        {
            Begin(json, Iri("partnership", link.Id), "schema:Role", "prov:Entity");
        }
        json.WriteString("identifier", link.Id);
        json.WriteString("source", source);
        json.WriteString("target", target);
        json.WriteBoolean("isDirected", link.Directed);
        Term(json, "type", "concept", "skos:Concept", link.Type, terms);
        json.WriteString("roleName", link.Type.In(language));
        if (link.Role is { } role)
            Term(json, "role", "concept", "skos:Concept", role, terms);
        if (link.Occasion is { } occasion)
            Term(json, "occasion", "concept", "skos:Concept", occasion, terms);
        if (link.From is { } from)
            Date(json, "from", "startDate", from);
        if (link.To is { } to)
            Date(json, "to", "endDate", to);
        json.WriteString("status", link.Status.ToString());
        json.WriteString("confidence", link.Confidence.ToString());
        json.WriteString("openness", link.Openness.ToString());
        json.WriteString("regularity", link.Regularity.ToString());
        if (link.Themes.Length > 0)
        {
            json.WriteStartArray("theme");
            foreach (var theme in link.Themes)
                Term(json, null, "concept", "skos:Concept", theme, terms);
            json.WriteEndArray();
        }
        Texts(json, "note", link.Note);
        if (link.Change is { } change)
            json.WriteString("change", change.ToString());
        Evidence(json, link.Evidence);
        json.WriteEndObject();
    }

    private static void Tie(Utf8JsonWriter json, Edge edge, ExtractProjection projection)
    {
        Begin(json, Iri("tie", $"{edge.Source}%7C{edge.Target}"), "eco:Tie", "prov:Entity");
        json.WriteStartArray("between");
        json.WriteStringValue(Iri("body", edge.Source));
        json.WriteStringValue(Iri("body", edge.Target));
        json.WriteEndArray();
        json.WriteNumber("weight", edge.Weight);
        json.WriteStartArray("shared");
        foreach (var shared in Edge.Shared(edge.Tie, projection))
        {
            json.WriteStartObject();
            json.WriteString("@id", Iri("body", shared.Id));
            json.WriteString("name", shared.Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("membership");
        foreach (var link in edge.Tie.Links)
        {
            Begin(json, Iri("membership", link.Id), "schema:OrganizationRole", "prov:Entity");
            json.WriteString("member", Iri("body", link.Source.Id));
            json.WriteString("memberOf", Iri("body", link.Target.Id));
            if (link.From is { } from)
                Date(json, "from", "startDate", from);
            if (link.To is { } to)
                Date(json, "to", "endDate", to);
            json.WriteString("status", link.Status.ToString());
            json.WriteString("confidence", link.Confidence.ToString());
            Evidence(json, link.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("wasDerivedFrom");
        foreach (var passage in edge.Evidence.Select(e => e.PassageId).Distinct(StringComparer.Ordinal))
            json.WriteStringValue(Iri("passage", passage));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Evidence(Utf8JsonWriter json, IEnumerable<ExtractEvidence> evidence)
    {
        json.WriteStartArray("wasDerivedFrom");
        foreach (var passage in evidence)
        {
            Begin(json, Iri("passage", passage.PassageId), "prov:Entity");
            json.WriteString("locator", passage.Locator);
            json.WriteString("partOf", Iri("source", passage.SourceId));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (!evidence.Any(p => p.Mention is not null))
            return;
        json.WriteStartArray("qualifiedDerivation");
        foreach (var passage in evidence.Where(p => p.Mention is not null))
        {
            json.WriteStartObject();
            json.WriteString("@type", "prov:Derivation");
            json.WriteString("entity", Iri("passage", passage.PassageId));
            json.WriteString("mention", passage.Mention);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>A concept or a territory: in full where it comes first, by its IRI later.</summary>
    private static void Term(
        Utf8JsonWriter json,
        string? property,
        string sort,
        string type,
        ExtractTerm term,
        HashSet<string> seen
    )
    {
        var iri = Iri(sort, term.Id);
        if (property is not null)
            json.WritePropertyName(property);
        if (!seen.Add(iri))
        {
            json.WriteStringValue(iri);
            return;
        }
        json.WriteStartObject();
        json.WriteString("@id", iri);
        json.WriteString("@type", type);
        json.WriteString("identifier", term.Id);
        Texts(json, "label", term.Label);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string property, MultilingualText text)
    {
        if (text.IsEmpty)
            return;
        json.WriteStartObject(property);
        foreach (var language in Language.All)
            JsonExport.Optional(json, language.Tag, text[language]);
        json.WriteEndObject();
    }

    /// <summary>As written; and as schema.org has it, where ISO 8601 has such a date: it knows no halves and quarters.</summary>
    private static void Date(Utf8JsonWriter json, string written, string iso, PartialDate date)
    {
        json.WriteString(written, date.ToString());
        var type = date.Precision switch
        {
            DatePrecision.Year => "xsd:gYear",
            DatePrecision.Month => "xsd:gYearMonth",
            DatePrecision.Day => "xsd:date",
            _ => null,
        };
        if (type is null)
            return;
        json.WriteStartObject(iso);
        json.WriteString("@value", date.ToString());
        json.WriteString("@type", type);
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, string iri, params ReadOnlySpan<string> types)
    {
        json.WriteStartObject();
        json.WriteString("@id", iri);
        json.WriteStartArray("@type");
        foreach (var type in types)
            json.WriteStringValue(type);
        json.WriteEndArray();
    }

    private static string Iri(string sort, string id) => $"{Own}{sort}:{id}";

    private static ValueTask DrainAsync(Utf8JsonWriter json, ExportBuffer buffer)
    {
        json.Flush();
        return buffer.DrainAsync();
    }
}

using System.Text.Json;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>
/// JSON for Cytoscape.js (<c>cytoscape(file)</c> or <c>cy.json(file)</c>) and Cytoscape. Nodes and edges share their
/// ids there: an edge's is its sort and its own with "#" between, which no id of a body has.
/// </summary>
internal sealed class CytoscapeWriter : INetworkWriter
{
    public NetworkFormat Format { get; } =
        new("CYTOSCAPE", "cyjs", "application/json", "Elements for Cytoscape.js and Cytoscape.") { HasPlaces = true };

    // Cytoscape knows its JSON by this ending.
    public async Task WriteAsync(
        Extract extract,
        ExportOptions options,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        using var buffer = new ExportBuffer(output, cancellationToken);
        await using var json = JsonExport.Into(buffer);
        var bodyColumns = BodyColumns.In(options.Language);
        var edgeColumns = EdgeColumns.Of(extract, options.Language);
        var titles = extract.Dataset.Sources.ToDictionary(s => s.Id, s => s.Title, StringComparer.Ordinal);

        json.WriteStartObject();
        json.WriteString("format_version", "1.0");
        json.WriteString("generated_by", "EcosystemGraph");
        json.WriteString("target_cytoscapejs_version", "~3");
        json.WriteStartObject("data");
        json.WriteString("name", extract.Dataset.Title);
        JsonExport.Optional(json, "version", extract.Dataset.Version);
        json.WriteString("sha256", extract.Dataset.Sha256);
        JsonExport.Optional(json, "scope", extract.Scope.In(options.Language));
        json.WriteString("projection", extract.Projection.ToString());
        json.WriteEndObject();
        json.WriteStartObject("elements");
        json.WriteStartArray("nodes");
        foreach (var body in extract.Bodies)
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            json.WriteString("id", body.Id);
            json.WriteString("name", body.Name);
            JsonExport.Values(json, bodyColumns, body);
            var mark =
                options.Marks is not null && options.Marks.TryGetValue(body.Id, out var found)
                    ? found
                    : (BodyMark?)null;
            if (mark is { } drawn)
            {
                json.WriteString("color", drawn.Color);
                json.WriteNumber("radius", drawn.Radius);
            }
            json.WriteEndObject();
            if (mark is { } at)
            {
                json.WriteStartObject("position");
                json.WriteNumber("x", at.X);
                json.WriteNumber("y", at.Y);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            await DrainAsync(json, buffer).ConfigureAwait(false);
        }
        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach (var edge in Edge.Of(extract))
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            json.WriteString("id", $"{edge.Sort}#{edge.Key}");
            json.WriteString("source", edge.Source);
            json.WriteString("target", edge.Target);
            json.WriteNumber("weight", edge.Weight);
            JsonExport.Values(json, edgeColumns, edge);
            json.WriteStartArray("evidence");
            foreach (var passage in edge.Evidence)
            {
                json.WriteStartObject();
                json.WriteString("passage", passage.PassageId);
                json.WriteString("locator", passage.Locator);
                json.WriteString("source", passage.SourceId);
                json.WriteString("source_title", titles.GetValueOrDefault(passage.SourceId, passage.SourceId));
                JsonExport.Optional(json, "mention", passage.Mention);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            await DrainAsync(json, buffer).ConfigureAwait(false);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        await buffer.DrainAllAsync().ConfigureAwait(false);
    }

    private static ValueTask DrainAsync(Utf8JsonWriter json, ExportBuffer buffer)
    {
        json.Flush();
        return buffer.DrainAsync();
    }
}

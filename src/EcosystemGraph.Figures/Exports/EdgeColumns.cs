using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>What files tell of an edge beside its id and its ends. Lists are as <see cref="ExportText.Joined"/> has them.</summary>
internal static class EdgeColumns
{
    public static Column<Edge>[] Of(Extract extract, Language language)
    {
        var titles = extract.Dataset.Sources.ToDictionary(s => s.Id, s => s.Title, StringComparer.Ordinal);
        Column<Edge>[] evidence =
        [
            Column<Edge>.Text(
                "passages",
                "passages",
                "passages",
                e => ExportText.Joined(e.Evidence.Select(p => p.PassageId))
            ),
            Column<Edge>.Text(
                "locators",
                "emplacements",
                "locators",
                e => ExportText.Joined(e.Evidence.Select(p => p.Locator))
            ),
            Column<Edge>.Text(
                "mentions",
                "mentions",
                "mentions",
                e =>
                    e.Evidence.Any(p => p.Mention is not null)
                        ? ExportText.Joined(e.Evidence.Select(p => p.Mention))
                        : null
            ),
            Column<Edge>.Text(
                "sources",
                "documents (codes)",
                "documents (codes)",
                e => ExportText.Joined(e.Evidence.Select(p => p.SourceId).Distinct(StringComparer.Ordinal))
            ),
            Column<Edge>.Text(
                "source_titles",
                "documents",
                "documents",
                e =>
                    ExportText.Joined(
                        e.Evidence.Select(p => p.SourceId)
                            .Distinct(StringComparer.Ordinal)
                            .Select(s => titles.GetValueOrDefault(s, s))
                    )
            ),
        ];
        return extract.Projection == ExtractProjection.BIPARTITE
            ? [.. Links(language), .. evidence]
            : [.. Ties(extract.Projection), .. evidence];
    }

    private static Column<Edge>[] Links(Language language) =>
        [
            Column<Edge>.Text("link", "lien", "link", e => e.Sort),
            Column<Edge>.Text("role_or_type", "rôle ou type (code)", "role or type (code)", e => e.Link!.Type.Id),
            Column<Edge>.Text("role_or_type_label", "rôle ou type", "role or type", e => e.Link!.Type.In(language)),
            Column<Edge>.Text("role", "en qualité de (code)", "in the role of (code)", e => e.Link!.Role?.Id),
            Column<Edge>.Text("role_label", "en qualité de", "in the role of", e => e.Link!.Role?.In(language)),
            Column<Edge>.Text("occasion", "événement (code)", "occasion (code)", e => e.Link!.Occasion?.Id),
            Column<Edge>.Text("occasion_label", "événement", "occasion", e => e.Link!.Occasion?.In(language)),
            Column<Edge>.Flag("is_directed", "orienté", "directed", e => e.Directed),
            Column<Edge>.Flag(
                "is_member",
                "compte comme membre",
                "counts as member",
                e => e.Link!.IsMembership ? e.Link.IsMember : null
            ),
            Column<Edge>.Text("from", "début", "start", e => e.Link!.From?.ToString()),
            Column<Edge>.Text("to", "fin", "end", e => e.Link!.To?.ToString()),
            Column<Edge>.Text("status", "statut", "status", e => e.Link!.Status.ToString()),
            Column<Edge>.Text("confidence", "certitude", "confidence", e => e.Link!.Confidence.ToString()),
            Column<Edge>.Text("openness", "liste de la source", "list of the source", e => e.Link!.Openness.ToString()),
            Column<Edge>.Text("regularity", "régularité", "regularity", e => e.Link!.Regularity.ToString()),
            Column<Edge>.Text(
                "themes",
                "thèmes (codes)",
                "themes (codes)",
                e => ExportText.Joined(e.Link!.Themes.Select(t => t.Id))
            ),
            Column<Edge>.Text(
                "theme_labels",
                "thèmes",
                "themes",
                e => ExportText.Joined(e.Link!.Themes.Select(t => t.In(language)))
            ),
            Column<Edge>.Text("note", "remarque", "note", e => e.Link!.Note.In(language)),
            Column<Edge>.Text("change", "évolution", "change", e => e.Link!.Change?.ToString()),
        ];

    private static Column<Edge>[] Ties(ExtractProjection projection) =>
        [
            Column<Edge>.Text(
                "shared",
                "en commun (codes)",
                "shared (codes)",
                e => ExportText.Joined(Edge.Shared(e.Tie, projection).Select(s => s.Id))
            ),
            Column<Edge>.Text(
                "shared_labels",
                "en commun",
                "shared",
                e => ExportText.Joined(Edge.Shared(e.Tie, projection).Select(s => s.Name))
            ),
            Column<Edge>.Text(
                "memberships",
                "appartenances",
                "memberships",
                e => ExportText.Joined(e.Tie.Links.Select(l => l.Id))
            ),
            Column<Edge>.Text(
                "periods",
                "dates des appartenances",
                "dates of memberships",
                e =>
                    e.Tie.Links.Any(l => l.From is not null || l.To is not null)
                        ? ExportText.Joined(e.Tie.Links.Select(l => $"{l.From}/{l.To}"))
                        : null
            ),
            Column<Edge>.Text(
                "status",
                "statuts",
                "statuses",
                e => ExportText.Joined(e.Tie.Links.Select(l => l.Status).Distinct().Order().Select(s => s.ToString()))
            ),
            // A tie is no surer than the least sure of what it rests on.
            Column<Edge>.Text(
                "confidence",
                "certitude",
                "confidence",
                e => e.Tie.Links.Max(l => l.Confidence).ToString()
            ),
        ];
}

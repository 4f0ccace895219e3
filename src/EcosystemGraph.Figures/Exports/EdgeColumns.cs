using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;

namespace EcosystemGraph.Figures.Exports;

/// <summary>What files tell of an edge beside its id and its ends. Lists are as <see cref="ExportText.Joined"/> has them.</summary>
internal static class EdgeColumns
{
    public static ExportColumn<Edge>[] Of(Extract extract, Language language)
    {
        var titles = extract.Dataset.Sources.ToDictionary(s => s.Id, s => s.Title, StringComparer.Ordinal);
        ExportColumn<Edge>[] evidence =
        [
            ExportColumn<Edge>.Text("passages", e => ExportText.Joined(e.Evidence.Select(p => p.PassageId))),
            ExportColumn<Edge>.Text("locators", e => ExportText.Joined(e.Evidence.Select(p => p.Locator))),
            ExportColumn<Edge>.Text(
                "mentions",
                e =>
                    e.Evidence.Any(p => p.Mention is not null)
                        ? ExportText.Joined(e.Evidence.Select(p => p.Mention))
                        : null
            ),
            ExportColumn<Edge>.Text(
                "sources",
                e => ExportText.Joined(e.Evidence.Select(p => p.SourceId).Distinct(StringComparer.Ordinal))
            ),
            ExportColumn<Edge>.Text(
                "source_titles",
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

    private static ExportColumn<Edge>[] Links(Language language) =>
        [
            ExportColumn<Edge>.Text("link", e => e.Sort),
            ExportColumn<Edge>.Text("role_or_type", e => e.Link!.Type.Id),
            ExportColumn<Edge>.Text("role_or_type_label", e => e.Link!.Type.In(language)),
            ExportColumn<Edge>.Text("role", e => e.Link!.Role?.Id),
            ExportColumn<Edge>.Text("role_label", e => e.Link!.Role?.In(language)),
            ExportColumn<Edge>.Text("occasion", e => e.Link!.Occasion?.Id),
            ExportColumn<Edge>.Text("occasion_label", e => e.Link!.Occasion?.In(language)),
            ExportColumn<Edge>.Flag("is_directed", e => e.Directed),
            ExportColumn<Edge>.Flag("is_member", e => e.Link!.IsMembership ? e.Link.IsMember : null),
            ExportColumn<Edge>.Text("from", e => e.Link!.From?.ToString()),
            ExportColumn<Edge>.Text("to", e => e.Link!.To?.ToString()),
            ExportColumn<Edge>.Text("status", e => e.Link!.Status.ToString()),
            ExportColumn<Edge>.Text("confidence", e => e.Link!.Confidence.ToString()),
            ExportColumn<Edge>.Text("openness", e => e.Link!.Openness.ToString()),
            ExportColumn<Edge>.Text("regularity", e => e.Link!.Regularity.ToString()),
            ExportColumn<Edge>.Text("themes", e => ExportText.Joined(e.Link!.Themes.Select(t => t.Id))),
            ExportColumn<Edge>.Text("theme_labels", e => ExportText.Joined(e.Link!.Themes.Select(t => t.In(language)))),
            ExportColumn<Edge>.Text("note", e => e.Link!.Note.In(language)),
            ExportColumn<Edge>.Text("change", e => e.Link!.Change?.ToString()),
        ];

    private static ExportColumn<Edge>[] Ties(ExtractProjection projection) =>
        [
            ExportColumn<Edge>.Text("shared", e => ExportText.Joined(Edge.Shared(e.Tie, projection).Select(s => s.Id))),
            ExportColumn<Edge>.Text(
                "shared_labels",
                e => ExportText.Joined(Edge.Shared(e.Tie, projection).Select(s => s.Name))
            ),
            ExportColumn<Edge>.Text("memberships", e => ExportText.Joined(e.Tie.Links.Select(l => l.Id))),
            ExportColumn<Edge>.Text(
                "periods",
                e =>
                    e.Tie.Links.Any(l => l.From is not null || l.To is not null)
                        ? ExportText.Joined(e.Tie.Links.Select(l => $"{l.From}/{l.To}"))
                        : null
            ),
            ExportColumn<Edge>.Text(
                "status",
                e => ExportText.Joined(e.Tie.Links.Select(l => l.Status).Distinct().Order().Select(s => s.ToString()))
            ),
            // A tie is no surer than the least sure of what it rests on.
            ExportColumn<Edge>.Text("confidence", e => e.Tie.Links.Max(l => l.Confidence).ToString()),
        ];
}

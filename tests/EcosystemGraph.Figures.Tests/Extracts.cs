using System.Collections.Immutable;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Graphs;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Packages;

namespace EcosystemGraph.Figures.Tests;

/// <summary>Extracts to draw and to write, made straight from the rows of a data set.</summary>
internal static class Extracts
{
    /// <summary>The data package in this folder of the repository or elsewhere.</summary>
    public static async Task<Dataset> ReadAsync(string folder) =>
        (await PackageReader.ReadAsync(folder, CancellationToken.None)).Dataset;

    /// <summary>All of a data set, bipartite, with measures.</summary>
    /// <param name="data">A valid data set.</param>
    /// <param name="around">Where given: only this body and those that it is tied to, with what ties any two of them.</param>
    public static Extract Of(Dataset data, string? around = null)
    {
        var graph = new ResolvedGraph(data);
        var concepts = data.Concepts.ToDictionary(
            c => c.Id,
            c => new ExtractTerm(c.Id, c.Label),
            StringComparer.Ordinal
        );
        var territories = data.Territories.ToDictionary(
            t => t.Id,
            t => new ExtractTerm(t.Id, MultilingualText.Of(t.Name, t.Name)),
            StringComparer.Ordinal
        );
        var passages = data.Passages.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var sources = data.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var actors = data.Actors.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var groupings = data.Groupings.ToDictionary(g => g.Id, StringComparer.Ordinal);
        var types = data.Concepts.ToDictionary(c => c.Id, StringComparer.Ordinal);

        ExtractEnd End(string id) => new(id, groupings.TryGetValue(id, out var g) ? g.Name : actors[id].Name);
        ImmutableArray<ExtractEvidence> Evidence(Citation cited) =>
            [
                .. cited.Passages.Select(
                    (p, i) => new ExtractEvidence(p, passages[p].Source, passages[p].Locator, cited.MentionAt(i))
                ),
            ];
        Period When(PartialDate? from, PartialDate? to, Status status, Citation cited) =>
            Period.Of(
                from,
                to,
                status,
                cited
                    .Passages.Select(p => sources[passages[p].Source].Date)
                    .Where(d => d is not null)
                    .OrderBy(d => d!.Value.Span.Last)
                    .ThenBy(d => d!.Value.Span.First)
                    .LastOrDefault()
            );
        bool Counts(string role) => role != "non-member" && types[role].Broader.All(Counts);

        var links = data
            .Memberships.Select(m => new ExtractLink(
                m.Id,
                true,
                End(m.Actor),
                End(m.Grouping),
                concepts[m.Role],
                false,
                Counts(m.Role),
                m.From,
                m.To,
                When(m.From, m.To, m.Status, m.Citation),
                m.Status,
                m.Confidence,
                m.Regularity,
                [],
                m.Note,
                Evidence(m.Citation),
                null
            ))
            .Concat(
                data.Partnerships.Select(p => new ExtractLink(
                    p.Id,
                    false,
                    End(p.Source),
                    End(p.Target),
                    concepts[p.Type],
                    !types[p.Type].Mutual,
                    true,
                    p.From,
                    p.To,
                    When(p.From, p.To, p.Status, p.Citation),
                    p.Status,
                    p.Confidence,
                    p.Regularity,
                    [.. p.Themes.Select(t => concepts[t])],
                    p.Note,
                    Evidence(p.Citation),
                    null
                ))
            )
            .Where(l => l.Source.Id != l.Target.Id)
            .ToList();
        if (around is not null)
        {
            var near = links
                .Where(l => l.Source.Id == around || l.Target.Id == around)
                .SelectMany(l => new[] { l.Source.Id, l.Target.Id })
                .Append(around)
                .ToHashSet(StringComparer.Ordinal);
            links = [.. links.Where(l => near.Contains(l.Source.Id) && near.Contains(l.Target.Id))];
        }
        var ids = links
            .SelectMany(l => new[] { l.Source.Id, l.Target.Id })
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var place = ids.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
        var builder = new NetworkBuilder(ids);
        foreach (var link in links)
            builder.Add(place[link.Source.Id], place[link.Target.Id]);
        var network = builder.Build();
        var (betweenness, closeness, pageRank) = (Betweenness.Of(network), Closeness.Of(network), PageRank.Of(network));
        var (components, communities, cut) = (Components.Of(network), Communities.Of(network), CutVertices.Of(network));

        var bodies = ids.Select(
                (id, i) =>
                {
                    groupings.TryGetValue(id, out var g);
                    actors.TryGetValue(id, out var a);
                    return new ExtractBody(
                        id,
                        g?.Name ?? a!.Name,
                        g?.Acronym ?? a?.Acronym,
                        g is not null,
                        a is not null,
                        a?.Named ?? true,
                        concepts[g?.Kind ?? a!.Kind],
                        (g?.Territory ?? a?.Territory) is { } t ? territories[t] : null,
                        g?.From,
                        g?.To,
                        new ExtractMeasures(
                            network.Degree(i),
                            betweenness[i],
                            closeness[i],
                            pageRank[i],
                            components.GroupOf(i),
                            communities.Partition.GroupOf(i),
                            cut[i]
                        )
                    );
                }
            )
            .ToArray();
        var ties = Enumerable
            .Range(0, network.TieCount)
            .Select(t =>
            {
                var (source, target) = network.Ends(t);
                return new ExtractTie(
                    ids[source],
                    ids[target],
                    network.Weight(t),
                    [.. network.Links(t).ToArray().Select(l => links[l])]
                );
            })
            .ToArray();
        return new Extract(
            new ExtractDataset(
                data.Title,
                data.Version,
                data.Sha256,
                [.. data.Sources.Select(s => new ExtractSource(s.Id, s.Title, s.Publisher, s.Date))]
            ),
            around is null
                ? MultilingualText.Of("tout le graphe", "the whole graph")
                : MultilingualText.Of(
                    $"autour de « {End(around).Name} », à un lien",
                    $"around {End(around).Name}, one link away"
                ),
            ExtractProjection.BIPARTITE,
            bodies,
            ties,
            communities.Modularity
        );
    }
}

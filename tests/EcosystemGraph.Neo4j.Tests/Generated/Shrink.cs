using System.Collections.Immutable;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Questions;

namespace EcosystemGraph.Neo4j.Tests.Generated;

/// <summary>Smaller plans and data sets near a given one, the much smaller first.</summary>
internal static class Shrink
{
    public static IEnumerable<Plan> Of(Plan plan)
    {
        if (plan.Roots.Length > 1)
        {
            foreach (var root in plan.Roots)
                yield return new Plan([root]);
        }
        foreach (var (root, i) in plan.Roots.Select((root, i) => (root, i)))
        {
            foreach (var smaller in Of(root))
                yield return new Plan(plan.Roots.SetItem(i, smaller));
        }
    }

    public static IEnumerable<Dataset> Of(Dataset data)
    {
        foreach (var smaller in Rows(data.Partnerships))
            yield return data with
            {
                Partnerships = smaller,
            };
        foreach (var smaller in Rows(data.Memberships))
            yield return data with
            {
                Memberships = smaller,
            };
        foreach (var smaller in Rows(data.Denials))
            yield return data with
            {
                Denials = smaller,
            };
        foreach (var smaller in Rows(data.Measures))
            yield return data with
            {
                Measures = smaller,
            };
        foreach (var smaller in Rows(data.Names))
            yield return data with
            {
                Names = smaller,
            };
        var used = data
            .Memberships.Select(m => m.Actor)
            .Concat(data.Partnerships.SelectMany(p => new[] { p.Source, p.Target }))
            .Concat(data.Names.Select(n => n.Entity))
            .Concat(data.Measures.Select(m => m.Subject))
            .Concat(data.Denials.SelectMany(d => new[] { d.Source, d.Target }))
            .Concat(data.Sources.Select(s => s.Respondent ?? ""))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var actor in data.Actors)
        {
            if (!used.Contains(actor.Id))
                yield return data with
                {
                    Actors = data.Actors.Remove(actor),
                };
        }
        var inUse = used.Concat(data.Memberships.Select(m => m.Grouping))
            .Concat(data.Partnerships.Select(p => p.Grouping ?? ""))
            .Concat(data.Groupings.SelectMany(g => g.PartOf))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var grouping in data.Groupings)
        {
            if (!inUse.Contains(grouping.Id))
                yield return data with
                {
                    Groupings = data.Groupings.Remove(grouping),
                };
        }
    }

    private static IEnumerable<ImmutableArray<T>> Rows<T>(ImmutableArray<T> rows)
    {
        if (rows.Length > 3)
        {
            yield return rows[..(rows.Length / 2)];
            yield return rows[(rows.Length / 2)..];
        }
        for (var i = 0; i < rows.Length; i++)
            yield return rows.RemoveAt(i);
    }

    private static IEnumerable<LinkChoice> Of(LinkChoice links)
    {
        if (links.Memberships is not null)
            yield return links with
            {
                Memberships = null,
            };
        if (links.Partnerships is not null)
            yield return links with
            {
                Partnerships = null,
            };
        if (links.Memberships is not null and not Conjunction { Parts: [] })
            yield return links with
            {
                Memberships = Filter.True,
            };
        if (links.Partnerships is not null and not Conjunction { Parts: [] })
            yield return links with
            {
                Partnerships = Filter.True,
            };
    }

    private static IEnumerable<NetworkPart> Of(NetworkPart part)
    {
        foreach (var links in Of(part.Links))
            yield return part with
            {
                Links = links,
            };
        if (part.Isolated is not null)
            yield return part with
            {
                Isolated = null,
            };
        for (var i = 0; i < part.Focus.Length; i++)
            yield return part with
            {
                Focus = part.Focus.RemoveAt(i),
            };
        for (var i = 0; i < part.Without.Length; i++)
            yield return part with
            {
                Without = part.Without.RemoveAt(i),
            };
        if (part.Depth > 0)
            yield return part with
            {
                Depth = part.Depth - 1,
            };
    }

    private static IEnumerable<Root> Of(Root root) =>
        root switch
        {
            LookupRoot lookup => Of(lookup.Projection).Select(p => lookup with { Projection = p }),
            NodesRoot nodes => Of(nodes.Projection)
                .Select(p => nodes with { Projection = p })
                .Concat(nodes.IsList ? Without(nodes.Ids).Select(ids => nodes with { Ids = ids }) : []),
            ListRoot list => Of(list.Projection).Select(p => list with { Projection = p }),
            PagesRoot pages => Of(pages.Pages).Select(p => pages with { Pages = p }),
            CoAccompaniersRoot question => Of(question.Pages)
                .Select(p => question with { Pages = p })
                .Concat(question.With is null ? [] : [question with { With = null }])
                .Concat(question.ActiveAt is null ? [] : [question with { ActiveAt = null }]),
            SearchRoot search => Of(search.Projection).Select(p => search with { Projection = p }),
            PathsRoot paths => Of(paths.Projection)
                .Select(p => paths with { Projection = p })
                .Concat(Of(paths.Links).Select(links => paths with { Links = links })),
            NetworkRoot network => Of(network.Projection)
                .Select(p => network with { Projection = p })
                .Concat(Of(network.Part).Select(part => network with { Part = part })),
            NetworkChangeRoot change => Of(change.Projection)
                .Select(p => change with { Projection = p })
                .Concat(Of(change.Part).Select(part => change with { Part = part })),
            DatasetRoot dataset => Without(dataset.Fields).Select(f => dataset with { Fields = f }),
            _ => [],
        };

    private static IEnumerable<Projection> Of(Projection projection) =>
        projection.ByType.SelectMany(
            (selection, i) =>
                Fields(selection.Fields)
                    .Select(fields => new Projection(projection.ByType.SetItem(i, selection with { Fields = fields })))
        );

    private static IEnumerable<ImmutableArray<Selected>> Fields(ImmutableArray<Selected> fields) =>
        Without(fields)
            .Concat(fields.SelectMany((field, i) => Of(field).Select(smaller => fields.SetItem(i, smaller))));

    private static IEnumerable<Selected> Of(Selected field) =>
        field switch
        {
            SelectedOne one => Of(one.Projection).Select(p => one with { Projection = p }),
            SelectedList list => Of(list.Projection).Select(p => list with { Projection = p }),
            SelectedPages pages => Of(pages.Pages).Select(p => pages with { Pages = p }),
            SelectedCoMembers question => Of(question.Pages)
                .Select(p => question with { Pages = p })
                .Concat(question.ActiveAt is null ? [] : [question with { ActiveAt = null }]),
            SelectedEvidence evidence => Fields(evidence.Parts).Select(p => evidence with { Parts = p }),
            SelectedNetworkList list => Of(list.Projection)
                .Select(p => list with { Projection = p })
                .Concat(list.First is null ? [] : [list with { First = null }]),
            SelectedComputed { Projection: not null } computed => Of(computed.Projection)
                .Select(p => computed with { Projection = p }),
            _ => [],
        };

    private static IEnumerable<Pages> Of(Pages pages)
    {
        foreach (var parts in Without(pages.Parts))
            yield return pages with
            {
                Parts = parts,
            };
        if (pages.Where is not null)
            yield return pages with
            {
                Where = null,
            };
        if (pages.Through is not null)
            yield return pages with
            {
                Through = null,
            };
        if (pages.Page.After is not null)
            yield return pages with
            {
                Page = pages.Page with { After = null },
            };
        if (pages.Page.Before is not null)
            yield return pages with
            {
                Page = pages.Page with { Before = null },
            };
        if (pages.Page.Backward)
            yield return pages with
            {
                Page = pages.Page with { Backward = false },
            };
        if (pages.Where is not null)
        {
            foreach (var smaller in Of(pages.Where))
                yield return pages with
                {
                    Where = smaller,
                };
        }
        for (var i = 0; i < pages.Parts.Length; i++)
        {
            foreach (var smaller in Of(pages.Parts[i]))
                yield return pages with
                {
                    Parts = pages.Parts.SetItem(i, smaller),
                };
        }
    }

    private static IEnumerable<PagePart> Of(PagePart part) =>
        part switch
        {
            NodesPart nodes => Of(nodes.Projection).Select(p => nodes with { Projection = p }),
            FacetsPart facets => Of(facets.Projection).Select(p => facets with { Projection = p }),
            _ => [],
        };

    private static IEnumerable<Filter> Of(Filter filter) =>
        filter switch
        {
            Conjunction all => all.Parts.Concat(Without(all.Parts).Select(parts => new Conjunction(parts))),
            Disjunction any => any.Parts.Concat(Without(any.Parts).Select(parts => new Disjunction(parts))),
            Negation not => Of(not.Part).Select(part => new Negation(part)).Prepend(not.Part),
            One one => Of(one.Part).Select(part => one with { Part = part }),
            Some some => Of(some.Part).Select(part => some with { Part = part }),
            _ => [],
        };

    private static IEnumerable<ImmutableArray<T>> Without<T>(ImmutableArray<T> items)
    {
        if (items.Length < 2)
            yield break;
        for (var i = 0; i < items.Length; i++)
            yield return items.RemoveAt(i);
    }
}

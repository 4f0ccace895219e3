using System.Collections;
using System.Collections.Immutable;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Networks;
using EcosystemGraph.Core.Queries;

namespace EcosystemGraph.Core.Questions;

/// <summary>Makes what figures and files show of a network, or of what changed in one.</summary>
public static class Extraction
{
    // Of a larger network the sources that are cited are not looked for: all of the data set are named.
    private const int LinksLookedThrough = 50_000;

    /// <summary>The extract of a question.</summary>
    /// <param name="question">A <see cref="NetworkRoot"/> or a <see cref="NetworkChangeRoot"/>.</param>
    /// <param name="source">Gives links and records.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="NetworkTooLargeException">The network is larger than <see cref="NetworkLimits"/> allow.</exception>
    public static async ValueTask<Extract> MakeAsync(
        ComputedRoot question,
        ILinkSource source,
        CancellationToken cancellation
    ) =>
        question switch
        {
            NetworkRoot network => await MakeAsync(
                await GatheredNetwork.GatherAsync(source, network.Part, cancellation),
                network.Part,
                null,
                source,
                cancellation
            ),
            NetworkChangeRoot change => await MakeAsync(
                await GatheredNetwork.GatherAsync(source, change.Part, cancellation),
                change.Part,
                change,
                source,
                cancellation
            ),
            _ => throw new ArgumentOutOfRangeException(
                nameof(question),
                question.GetType().Name,
                "a question without a network"
            ),
        };

    internal static async ValueTask<Extract> MakeAsync(
        GatheredNetwork gathered,
        NetworkPart part,
        NetworkChangeRoot? change,
        ILinkSource source,
        CancellationToken cancellation
    )
    {
        var changes = change is null ? null : ChangesOf(gathered, change);
        if (changes is not null)
            gathered = gathered.Keeping(link => changes.ContainsKey(link.Key));
        var network = gathered.Network;
        var named = part.Focus.Concat(part.Without);
        var records = await source.RecordsAsync(
            [.. network.Ids.ToArray().Concat(named).Distinct(StringComparer.Ordinal)],
            [.. gathered.Links.Select(link => link.Key).Distinct(StringComparer.Ordinal)],
            cancellation
        );
        // Too large a network has no measures; its bodies and links are given all the same.
        var measures =
            network.NodeCount * (network.NodeCount + 2L * network.TieCount) <= NetworkLimits.Steps
                ? new NetworkMeasures(network, cancellation)
                : null;

        ExtractLink Link(GivenLink link) => records.Link(link.Key) with { Change = changes?[link.Key] };
        var bodies = new Lazily<ExtractBody>(
            network.NodeCount,
            node => records.Body(network.Ids[node]) with { Measures = measures?.Of(node) }
        );
        var ties = new Lazily<ExtractTie>(
            network.TieCount,
            tie =>
            {
                var (one, other) = network.Ends(tie);
                return new ExtractTie(
                    network.Ids[one],
                    network.Ids[other],
                    network.Weight(tie),
                    [.. gathered.LinksOf(tie).Select(Link)]
                );
            }
        );
        var dataset = records.Dataset;
        if (gathered.Links.Count <= LinksLookedThrough)
        {
            var cited = gathered
                .Links.SelectMany(link => records.Link(link.Key).Evidence)
                .Select(evidence => evidence.SourceId)
                .ToHashSet(StringComparer.Ordinal);
            dataset = dataset with { Sources = dataset.Sources.RemoveAll(one => !cited.Contains(one.Id)) };
        }
        var (scope, heading) = await ScopeText.OfAsync(part, change, source, id => records.Body(id).Name, cancellation);
        return new Extract(dataset, scope, part.Projection, bodies, ties, measures?.Modularity)
        {
            Heading = heading,
            At = part.ActiveAt?.Days,
        };
    }

    private static Dictionary<string, LinkChange> ChangesOf(GatheredNetwork gathered, NetworkChangeRoot change)
    {
        var changes = new Dictionary<string, LinkChange>(StringComparer.Ordinal);
        foreach (var link in gathered.Links)
        {
            if (NetworkChangeAnswer.ChangeOf(link.Period.At(change.Earlier), link.Period.At(change.Later)) is { } what)
                changes.TryAdd(link.Key, what);
        }
        return changes;
    }

    /// <summary>Makes each element when it is asked for, and again when it is asked for again.</summary>
    private sealed class Lazily<T>(int count, Func<int, T> make) : IReadOnlyCollection<T>
    {
        public int Count => count;

        public IEnumerator<T> GetEnumerator()
        {
            for (var place = 0; place < count; place++)
                yield return make(place);
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
